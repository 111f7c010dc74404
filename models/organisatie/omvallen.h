/* models/organisatie/omvallen.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An aanbieder that falls over. At a constant rate, of its own for every aanbieder,
 * part of its medewerkers is not there for a while: they are evenly spread over its
 * teams, from a place that is drawn. Their inwoners are handed over by the rule of
 * personnel (overdracht.h): to colleagues, back to the list, or they wait for who comes
 * back.
 */
#ifndef WMO_OMVALLEN_H
#define WMO_OMVALLEN_H

#include <stdint.h>

#include "sim/scenario/scenario.h"

struct wmo_gemeente;

struct wmo_omvallen {
    double verlies; /* share of the medewerkers */
    double duur_days;
};

void wmo_omvallen_load(struct wmo_omvallen *self, const struct sim_scenario *scenario);

/* The hazard per day of something that happens to [share] within a year. */
double wmo_omvallen_hazard(double share);

/* At the start of the run: plans when each aanbieder falls over for the first time. */
SIM_MUST_CHECK enum sim_status wmo_omvallen_begin(struct wmo_gemeente *self);

/* Handlers of the events; the entity is an aanbieder. */
enum sim_status wmo_omvallen_valt(void *self, uint32_t aanbieder);
enum sim_status wmo_omvallen_voorbij(void *self, uint32_t aanbieder);

#endif
