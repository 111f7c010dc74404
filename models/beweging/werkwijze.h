/* models/beweging/werkwijze.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How support is given, as far as the beweging naar voren changes it: more hours in
 * groups, more of it blended (partly online), and for a shorter time. Each is a ramp
 * for a list of zorgvormen, and holds for who is entered from then on; with
 * [bij_evaluatie] also for who is in care, from the next evaluation on.
 *
 * The hours of the scenario are those with the shares at the beginning. Of hours in a
 * group of n an inwoner takes a medewerker 1/n, so with a share s in groups the hours
 * are 1 - s (1 - 1/n) of what they would be one by one.
 */
#ifndef WMO_WERKWIJZE_H
#define WMO_WERKWIJZE_H

#include "models/beweging/ramp.h"
#include "models/landschap/zorgvorm.h"

struct wmo_werkwijze {
    struct wmo_ramp groep;   /* share of the hours */
    double groepsgrootte;    /* inwoners, at least 1 */
    struct wmo_ramp blended; /* share of the inwoners */
    double besparing;        /* of the hours of who is */
    struct wmo_ramp duur;    /* stay relative to that of the scenario */
    bool bij_evaluatie;
};

struct wmo_gemeente;
struct wmo_inwoner;

/* Reads groep, blended and kortere_trajecten, and marks the zorgvormen they are for. */
void wmo_werkwijze_load(struct wmo_werkwijze *self, const struct sim_scenario *scenario,
                        struct sim_date origin, struct wmo_zorgvormen *zorgvormen);

/* Marks with [bit] the zorgvormen of the list at [node]; left out: all of spoor
 * aanvullende zorg. [node] NULL: none. */
void wmo_werkwijze_mark(struct wmo_zorgvormen *zorgvormen,
                        const struct sim_scenario *scenario,
                        const struct sim_node *node, enum wmo_werkwijze_bit bit);

/* The factors on the hours and on the stay in [zorgvorm] of [inwoner], for whom that is
 * decided at [time]; 1 when nothing has changed. Who is blended stays so: in each
 * scenario the same inwoners are the first. */
double wmo_werkwijze_uren(struct wmo_gemeente *self, const struct wmo_inwoner *inwoner,
                          int zorgvorm, sim_time time);
double wmo_werkwijze_duur(const struct wmo_gemeente *self, int zorgvorm, sim_time time);

/* [row], in care, is evaluated and goes on in its zorgvorm: its hours and the rest of
 * its stay are decided anew, by the shares of now instead of those of the last time.
 * Gives the minutes a week it needs then, with [stap] times the need there was. Who
 * will leave for another reason than the goal leaves when it would have. */
SIM_MUST_CHECK enum sim_status
wmo_werkwijze_again(struct wmo_gemeente *self, uint32_t row, double stap, int *minutes);

/* Support of [row] begins: counts the hours a week that are saved. */
void wmo_werkwijze_count(struct wmo_gemeente *self, uint32_t row);

#endif
