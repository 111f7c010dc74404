/* models/landschap/leeftijdsgroep.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/landschap/leeftijdsgroep.h"

#include <math.h>
#include <stdlib.h>

enum sim_status wmo_leeftijdsgroepen_load(struct wmo_leeftijdsgroepen *self,
                                          const struct sim_scenario *scenario)
{
    self->count = sim_scenario_count(scenario, NULL, "leeftijdsgroepen");
    self->peiljaar = (int)sim_scenario_integer(scenario, NULL, "hulpvragen.peiljaar");
    self->items = calloc((size_t)self->count + 1, sizeof *self->items);
    if (!self->items) {
        return SIM_ERR_NO_MEMORY;
    }
    for (int i = 0; i < self->count; i++) {
        const struct sim_node *node =
            sim_scenario_entry(scenario, NULL, "leeftijdsgroepen", i);
        struct wmo_leeftijdsgroep *groep = &self->items[i];
        groep->naam = sim_scenario_text(scenario, node, "naam");
        groep->titel = sim_scenario_text(scenario, node, "titel");
        groep->levensfase =
            (enum wmo_levensfase)sim_scenario_choice(scenario, node, "levensfase");
        groep->aandeel = sim_scenario_real(scenario, node, "aandeel");
        groep->trend_per_year = sim_scenario_real_or(scenario, node, "trend", 0);
    }
    return SIM_OK;
}

void wmo_leeftijdsgroepen_free(struct wmo_leeftijdsgroepen *self)
{
    free(self->items);
    self->items = NULL;
}

static double share_of_phase(const struct wmo_wijk *wijk, enum wmo_levensfase phase)
{
    switch (phase) {
    case WMO_LEVENSFASE_JEUGD:
        return wijk->aandeel_0_17;
    case WMO_LEVENSFASE_65PLUS:
        return wijk->aandeel_65plus;
    case WMO_LEVENSFASE_VOLWASSEN:
        break;
    }
    return 1 - wijk->aandeel_0_17 - wijk->aandeel_65plus;
}

double wmo_leeftijdsgroepen_inwoners(const struct wmo_leeftijdsgroepen *self, int groep,
                                     const struct wmo_wijken *wijken, int wijk,
                                     double year)
{
    const struct wmo_leeftijdsgroep *g = &self->items[groep];
    return wmo_wijken_inwoners(wijken, wijk, year) *
           share_of_phase(&wijken->items[wijk], g->levensfase) * g->aandeel *
           pow(1 + g->trend_per_year, year - self->peiljaar);
}
