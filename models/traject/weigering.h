/* models/traject/weigering.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Saying no. An inwoner may refuse the aanbieder whose turn it is to begin, and goes to
 * the list of another with the same aanmelding; where there is no other, that is
 * another decision: to begin after all, or to leave. An aanbieder without
 * acceptatieplicht may refuse a complex inwoner, who goes to another, or waits where
 * nobody else does take it.
 */
#ifndef WMO_WEIGERING_H
#define WMO_WEIGERING_H

#include <stdbool.h>
#include <stdint.h>

#include "sim/scenario/scenario.h"

struct wmo_gemeente;
struct wmo_inwoner;

struct wmo_weigering {
    struct sim_series aandeel; /* share that refuses an offer, once, by year */
    bool vertrekt;             /* without another aanbieder: leaves; else begins */
    double afwijzing;          /* share of the complex inwoners that is refused */
    double complex_aandeel;    /* the heaviest part of the inwoners is complex */
};

void wmo_weigering_load(struct wmo_weigering *self,
                        const struct sim_scenario *scenario);

/* Whether [inwoner], who can begin now, says no. */
bool wmo_weigering_refuses(struct wmo_gemeente *self, uint32_t row);

/* [row] says no to the aanbieder of [team]: goes to another, or leaves. */
SIM_MUST_CHECK enum sim_status wmo_weigering_carry_out(struct wmo_gemeente *self,
                                                       uint32_t row, int team);

/* Whether the aanbieder of [aanbod] says yes to [inwoner]. */
bool wmo_weigering_takes(struct wmo_gemeente *self, const struct wmo_inwoner *inwoner,
                         int aanbod);

/* Counts that [team] said no to [row]. */
void wmo_weigering_count_afgewezen(struct wmo_gemeente *self, uint32_t row, int team);

#endif
