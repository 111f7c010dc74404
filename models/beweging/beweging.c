/* models/beweging/beweging.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/beweging/beweging.h"

#include <math.h>

void wmo_beweging_load(struct wmo_beweging *self, const struct sim_scenario *scenario,
                       struct sim_date origin)
{
    const struct sim_node *node =
        sim_scenario_find(scenario, NULL, "beweging.naar_buurtteam");
    wmo_ramp_load(&self->aandeel, scenario, node, origin, 0,
                  sim_scenario_real(scenario, node, "aandeel"));
    self->tot_uren = sim_scenario_real(scenario, node, "tot_uren");
    self->budget_volgt = wmo_optional_real(scenario, node, "budget_volgt", 0);
    self->lichtheid = wmo_optional_real(scenario, node, "lichtheid", 1);
    self->minutes_per_week =
        (int)lround(60 * sim_scenario_real(scenario, node, "uren_per_week"));
}

double wmo_beweging_aandeel(const struct wmo_beweging *self, sim_time now)
{
    return wmo_ramp_at(&self->aandeel, now);
}

double wmo_beweging_kans(const struct wmo_beweging *self, sim_time now, double uren,
                         const struct sim_dist *uren_per_week)
{
    double light = sim_dist_cdf(uren_per_week, self->tot_uren);
    if (uren > self->tot_uren || light <= 0) {
        return 0;
    }
    return fmin(1, wmo_beweging_aandeel(self, now) / light);
}
