/* models/landschap/wijk.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/landschap/wijk.h"

#include <stdlib.h>

enum sim_status wmo_wijken_load(struct wmo_wijken *self,
                                const struct sim_scenario *scenario)
{
    self->count = sim_scenario_count(scenario, NULL, "wijken");
    self->items = calloc((size_t)self->count, sizeof *self->items);
    if (!self->items) {
        return SIM_ERR_NO_MEMORY;
    }
    for (int i = 0; i < self->count; i++) {
        const struct sim_node *node = sim_scenario_entry(scenario, NULL, "wijken", i);
        struct wmo_wijk *wijk = &self->items[i];
        wijk->naam = sim_scenario_text(scenario, node, "naam");
        sim_scenario_series(scenario, node, "inwoners", &wijk->inwoners);
        wijk->vraagfactor = sim_scenario_real(scenario, node, "vraagfactor");
        wijk->aandeel_65plus = sim_scenario_real(scenario, node, "aandeel_65plus");
        wijk->aandeel_0_17 = sim_scenario_real_or(scenario, node, "aandeel_0_17", 0);
    }
    sim_scenario_series(scenario, NULL, "bevolking.schaal", &self->schaal);
    return SIM_OK;
}

void wmo_wijken_free(struct wmo_wijken *self)
{
    free(self->items);
    self->items = NULL;
}

double wmo_wijken_inwoners(const struct wmo_wijken *self, int wijk, double year)
{
    return sim_series_at(&self->items[wijk].inwoners, year) *
           sim_series_at(&self->schaal, year);
}

double wmo_wijken_stad(const struct wmo_wijken *self, double year)
{
    double sum = 0;
    for (int i = 0; i < self->count; i++) {
        sum += wmo_wijken_inwoners(self, i, year);
    }
    return sum;
}

double wmo_wijken_aandeel(const struct wmo_wijken *self, int wijk,
                          double gewicht_65plus, double year)
{
    double vraag = 0, vraag_stad = 0, ouderen = 0, ouderen_stad = 0;
    for (int i = 0; i < self->count; i++) {
        double inwoners = sim_series_at(&self->items[i].inwoners, year);
        double v = inwoners * self->items[i].vraagfactor;
        double o = inwoners * self->items[i].aandeel_65plus;
        vraag_stad += v;
        ouderen_stad += o;
        if (i == wijk) {
            vraag = v;
            ouderen = o;
        }
    }
    double by_vraag = vraag_stad > 0 ? vraag / vraag_stad : 1.0 / self->count;
    double by_65plus = ouderen_stad > 0 ? ouderen / ouderen_stad : by_vraag;
    return (1 - gewicht_65plus) * by_vraag + gewicht_65plus * by_65plus;
}

enum sim_status wmo_wijken_load_gebied(bool **gebied,
                                       const struct sim_scenario *scenario,
                                       const struct sim_node *node)
{
    *gebied = NULL;
    if (!sim_scenario_has(scenario, node, "gebied")) {
        return SIM_OK;
    }
    int wijken = sim_scenario_count(scenario, NULL, "wijken");
    *gebied = calloc((size_t)wijken + 1, sizeof **gebied);
    if (!*gebied) {
        return SIM_ERR_NO_MEMORY;
    }
    for (int i = 0; i < sim_scenario_count(scenario, node, "gebied"); i++) {
        (*gebied)[sim_scenario_reference_at(scenario, node, "gebied", i)] = true;
    }
    return SIM_OK;
}
