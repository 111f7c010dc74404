/* models/organisatie/overgang.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The transition when an aanbieder starts (`aanbieders.*.start`), with who was in care
 * with others until then (opvolging.h), or on the first day of the run with who is in
 * care at the start:
 *
 * - medewerkers come along, but for a share that leaves that day;
 * - what they give is lower at first, and comes back in a straight line, in steps of a
 *   month;
 * - of who is in care a share is to be handed over to somebody new. Each keeps the old
 *   begeleider for a while, evenly spread over the uitloop, and whose support ends
 *   earlier finishes there. Handing over costs hours in one week, is a wisseling, and
 *   some leave instead. All others keep their begeleider, who came along.
 *
 * The hours of the old begeleider are paid and given by the new team: the money of a
 * zorgvorm is there once. All shares 0: nothing of this happens.
 */
#ifndef WMO_OVERGANG_H
#define WMO_OVERGANG_H

#include <stdint.h>

#include "sim/engine/time.h"
#include "sim/scenario/scenario.h"

struct wmo_gemeente;

struct wmo_overgang {
    double verloop;             /* share of the medewerkers that leaves */
    double dip;                 /* share of the hours that is lost at first */
    double dip_months;          /* until nothing is */
    double overdragen;          /* share of who is in care */
    double uitloop_days;        /* over which that is spread */
    double uitval;              /* share of who is handed over that leaves instead */
    int32_t overdracht_minutes; /* that handing one inwoner over takes */
};

void wmo_overgang_load(struct wmo_overgang *self, const struct sim_scenario *scenario);

/* The share of the hours that a team loses in month [month] of its transition, counted
 * from 0: the line at the middle of the month. */
double wmo_overgang_dip(const struct wmo_overgang *self, int month);

/* Begins the transition of every team whose aanbieder starts in year [year_index]. */
SIM_MUST_CHECK enum sim_status wmo_overgang_new_year(struct wmo_gemeente *gemeente,
                                                     int year_index);

/* [row], in care, has gone to a team without its medewerker: is handed over now. */
SIM_MUST_CHECK enum sim_status wmo_overgang_at_once(struct wmo_gemeente *gemeente,
                                                    uint32_t row);

/* Gives back what a month makes up for; [month] is counted from the start of the run.
 */
SIM_MUST_CHECK enum sim_status wmo_overgang_new_month(struct wmo_gemeente *gemeente,
                                                      int month);

/* Handlers of the events: inwoner [row] is handed over, if it is still in care; the
 * week is over in which [medewerker] spent hours on one. */
enum sim_status wmo_overgang_overdracht(void *gemeente, uint32_t row);
enum sim_status wmo_overgang_overgenomen(void *gemeente, uint32_t medewerker);

#endif
