/* models/traject/wachten.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What waiting leads to, besides overbrugging. Some are urgent. Who waits longer than
 * a threshold may escalate: then more hours are needed, or verblijf in beschermd wonen
 * or opvang, which is paid outside the begroting of the scenario. Who gives up may come
 * back later, with a heavier need. What that costs more is counted in euros.
 */
#ifndef WMO_WACHTEN_H
#define WMO_WACHTEN_H

#include "sim/engine/dist.h"
#include "sim/scenario/scenario.h"

struct wmo_gemeente;
struct wmo_inwoner;

struct wmo_wachten {
    double urgent_aandeel;        /* of who has no doelgroep */
    double escalatie_na;          /* days of waiting before it can happen */
    double escalatie_per_day;     /* hazard from then on */
    double demping;               /* part of that hazard that overbrugging takes away */
    double extra_uren;            /* part of the hours that comes on top */
    double naar_verblijf;         /* share of the escalaties */
    double verblijf_euro;         /* per inwoner and year, at the price level */
    struct sim_dist verblijf;     /* days */
    double terugkeer;             /* share of who gave up */
    struct sim_dist terugkeer_na; /* days */
    double terugkeer_zwaarder;    /* factor on the hours, each time */
};

void wmo_wachten_load(struct wmo_wachten *self, const struct sim_scenario *scenario);

/* Sets whether [row] is urgent, and the hours that come on top because it gave up
 * before: its zorgvorm and minutes have just been set. */
void wmo_wachten_weigh(struct wmo_gemeente *self, uint32_t row);

/* [row] has come on a wachtlijst: plans when it escalates, if it does not start first.
 */
SIM_MUST_CHECK enum sim_status wmo_wachten_begin(struct wmo_gemeente *self,
                                                 uint32_t row);

/* [row] has left a wachtlijst without a start: it goes out of view, for good or until
 * it comes back. */
SIM_MUST_CHECK enum sim_status wmo_wachten_give_up(struct wmo_gemeente *self,
                                                   uint32_t row);

/* [step] (1 or -1) times the extra minutes of [row] are given from now on. */
void wmo_wachten_count_extra(struct wmo_gemeente *self, uint32_t row, int step);

/* Books the extra hours and the verblijf since the last time, on every line. */
void wmo_wachten_flush(struct wmo_gemeente *self);

/* Handlers of the events of the same name. */
enum sim_status wmo_wachten_escalatie(void *model, uint32_t row);
enum sim_status wmo_wachten_uit_verblijf(void *model, uint32_t row);
enum sim_status wmo_wachten_terugkeer(void *model, uint32_t row);

#endif
