/* sim/engine/calendar.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Real dates at the edges of a run whose tick is a second: the proleptic Gregorian
 * calendar in UTC, so every day has 86,400 seconds.
 */
#ifndef SIM_ENGINE_CALENDAR_H
#define SIM_ENGINE_CALENDAR_H

#include <stdbool.h>

#include "sim/engine/time.h"

struct sim_date {
    int year;  /* 1900..2199 */
    int month; /* 1..12 */
    int day;   /* 1..31 */
};

/* Reads "2027-01-01". False when it is not such a date or does not exist. */
bool sim_date_parse(const char *text, struct sim_date *date);

/* Seconds from [origin] to [date], both at 00:00; negative when [date] is earlier. */
sim_time sim_date_since(struct sim_date origin, struct sim_date date);

/* The date on which [time] after [origin] falls; [time] within 2^54 s of 0. */
struct sim_date sim_date_at(struct sim_date origin, sim_time time);

/* [date] as a year with fraction: 2027-07-02T12:00 is 2027.5. For interpolation. */
double sim_date_year_fraction(struct sim_date date);

#endif
