/* models/zorg/bereikbaarheid.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Availability day and night, as in Beschermd Thuis: a standing team of fixed size for
 * the whole city. Its hours are taken from the formatie of the teams before they are
 * divided, and paid whether or not anybody calls. Inwoners in care call at random;
 * those on duty answer one call each, and who finds all of them busy waits in turn: an
 * Erlang C queue.
 */
#ifndef WMO_BEREIKBAARHEID_H
#define WMO_BEREIKBAARHEID_H

#include <stdint.h>

#include "sim/scenario/scenario.h"

/* The part of a zorgvorm that is about availability. */
struct wmo_bereikbaarheid {
    double fte;           /* of the standing team */
    int diensten;         /* people on duty at any moment */
    double calls_per_day; /* of an inwoner in care; 0: nobody calls */
    struct sim_dist uren; /* that a call takes */
};

/* The calls of a zorgvorm now. */
struct wmo_oproepen {
    int32_t busy, waiting;
    uint32_t begun; /* so far; numbers the draws */
};

struct wmo_gemeente;

/* Reads the availability of zorgvorm [node]. */
void wmo_bereikbaarheid_load(struct wmo_bereikbaarheid *self,
                             const struct sim_scenario *scenario,
                             const struct sim_node *node);

/* The minutes a week that [team] gives up for the standing team of its zorgvorm: by its
 * part of the formatie. */
int64_t wmo_bereikbaarheid_minutes(const struct wmo_gemeente *self, int team);

/* [row] is in care: plans its next call, if it calls at all. */
SIM_MUST_CHECK enum sim_status wmo_bereikbaarheid_plan(struct wmo_gemeente *self,
                                                       uint32_t row);

/* Handlers of the events of the same name. */
enum sim_status wmo_bereikbaarheid_oproep(void *self, uint32_t row);
enum sim_status wmo_bereikbaarheid_einde_oproep(void *self, uint32_t zorgvorm);

#endif
