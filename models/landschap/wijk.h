/* models/landschap/wijk.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The wijken: how many inwoners live there, year by year, and what part of the
 * city's demand comes from each.
 */
#ifndef WMO_WIJK_H
#define WMO_WIJK_H

#include <stdbool.h>

#include "sim/scenario/scenario.h"

#define WMO_WIJK_MAX 250

struct wmo_wijk {
    const char *naam; /* borrowed from the scenario */
    struct sim_series inwoners;
    double vraagfactor;    /* demand per inwoner, city = 1 */
    double aandeel_65plus; /* share of inwoners aged 65 or over */
    double aandeel_0_17;   /* share of inwoners aged 17 or less */
};

struct wmo_wijken {
    int count;
    struct wmo_wijk *items;   /* [count] owned */
    struct sim_series schaal; /* factor on all inwoners */
};

SIM_MUST_CHECK enum sim_status wmo_wijken_load(struct wmo_wijken *self,
                                               const struct sim_scenario *scenario);
void wmo_wijken_free(struct wmo_wijken *self);

/* Inwoners of wijk [wijk] at [year], a year with fraction. */
double wmo_wijken_inwoners(const struct wmo_wijken *self, int wijk, double year);

/* Inwoners of the city at [year]. */
double wmo_wijken_stad(const struct wmo_wijken *self, double year);

/* The part of the city's demand that comes from [wijk]: by inwoners x vraagfactor,
 * and for the share [gewicht_65plus] by inwoners aged 65 or over. Sums to 1. */
double wmo_wijken_aandeel(const struct wmo_wijken *self, int wijk,
                          double gewicht_65plus, double year);

/* Which wijken the list "gebied" of [node] names, in an array that the caller frees;
 * NULL, for all of them, where there is no such list. */
SIM_MUST_CHECK enum sim_status
wmo_wijken_load_gebied(bool **gebied, const struct sim_scenario *scenario,
                       const struct sim_node *node);

#endif
