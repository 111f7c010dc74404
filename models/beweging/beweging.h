/* models/beweging/beweging.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The beweging naar voren: from a date on, part of the lighter verwijzingen is
 * supported by the buurtteam itself. The part is a ramp.
 */
#ifndef WMO_BEWEGING_H
#define WMO_BEWEGING_H

#include "models/beweging/ramp.h"

struct wmo_beweging {
    struct wmo_ramp aandeel; /* of the verwijzingen */
    double tot_uren;         /* only inwoners with at most these hours a week */
    int minutes_per_week;    /* of the buurtteam, per inwoner moved */
    double budget_volgt;     /* share of the budget for who moved that goes along */
    double lichtheid;        /* cost of who moves relative to the mean */
};

void wmo_beweging_load(struct wmo_beweging *self, const struct sim_scenario *scenario,
                       struct sim_date origin);

/* The part of the verwijzingen that moves at [now]. */
double wmo_beweging_aandeel(const struct wmo_beweging *self, sim_time now);

/* The chance that an inwoner with [uren] a week moves at [now], given the distribution
 * of the hours: the lighter ones carry the whole part, so the chance is the part over
 * the share of inwoners that is light enough. */
double wmo_beweging_kans(const struct wmo_beweging *self, sim_time now, double uren,
                         const struct sim_dist *uren_per_week);

#endif
