/* models/organisatie/gebied.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/organisatie/gebied.h"

#include <stdlib.h>
#include <string.h>

enum sim_status wmo_gebieden_load(struct wmo_gebieden *self,
                                  const struct sim_scenario *scenario, int wijk_count)
{
    self->count = sim_scenario_count(scenario, NULL, "gebieden");
    self->naam = calloc((size_t)self->count + 1, sizeof *self->naam);
    self->of_wijk = calloc((size_t)wijk_count + 1, sizeof *self->of_wijk);
    if (!self->naam || !self->of_wijk) {
        return SIM_ERR_NO_MEMORY;
    }
    for (int w = 0; w < wijk_count; w++) {
        self->of_wijk[w] = WMO_GEEN_GEBIED;
    }
    for (int g = 0; g < self->count; g++) {
        const struct sim_node *node = sim_scenario_entry(scenario, NULL, "gebieden", g);
        self->naam[g] = sim_scenario_text(scenario, node, "naam");
        for (int i = 0; i < sim_scenario_count(scenario, node, "wijken"); i++) {
            self->of_wijk[sim_scenario_reference_at(scenario, node, "wijken", i)] = g;
        }
    }
    return SIM_OK;
}

void wmo_gebieden_free(struct wmo_gebieden *self)
{
    free(self->naam);
    free(self->of_wijk);
    memset(self, 0, sizeof *self);
}
