/* models/landschap/doelgroep.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/landschap/doelgroep.h"

#include <stdlib.h>

/* The weights that the list [name] of [node] gives to the entries of the list [names],
 * of which there are [count]: 0 for one it does not name, 1 for all without a list. */
static enum sim_status load_weights(double **weights,
                                    const struct sim_scenario *scenario,
                                    const struct sim_node *node, const char *name,
                                    const char *names, int count)
{
    *weights = calloc((size_t)count + 1, sizeof **weights);
    if (!*weights) {
        return SIM_ERR_NO_MEMORY;
    }
    bool all = !sim_scenario_has(scenario, node, name);
    for (int i = 0; i < count; i++) {
        (*weights)[i] = all ? 1 : 0;
    }
    for (int i = 0; i < sim_scenario_count(scenario, node, name); i++) {
        const struct sim_node *entry = sim_scenario_entry(scenario, node, name, i);
        int index = sim_scenario_index(scenario, NULL, names,
                                       sim_scenario_text(scenario, entry, "naam"));
        if (index >= 0) {
            (*weights)[index] = sim_scenario_real(scenario, entry, "gewicht");
        }
    }
    return SIM_OK;
}

static void load_one(struct wmo_doelgroep *self, const struct sim_scenario *scenario,
                     const struct sim_node *node)
{
    self->naam = sim_scenario_text(scenario, node, "naam");
    self->titel = sim_scenario_text(scenario, node, "titel");
    self->uren_factor = sim_scenario_real_or(scenario, node, "uren_factor", 1);
    self->duur_factor = sim_scenario_real_or(scenario, node, "duur_factor", 1);
    self->uitval_factor = sim_scenario_real_or(scenario, node, "uitval_factor", 1);
    self->sociale_basis_factor =
        sim_scenario_real_or(scenario, node, "sociale_basis_factor", 1);
    wmo_uitstroom_load_factors(self->reden_factor, scenario, node);
    self->urgent_aandeel = sim_scenario_real_or(scenario, node, "urgent_aandeel", 0);
    self->specialistisch = sim_scenario_has(scenario, node, "specialistisch") &&
                           sim_scenario_boolean(scenario, node, "specialistisch");
}

enum sim_status
wmo_doelgroepen_load(struct wmo_doelgroepen *self, const struct sim_scenario *scenario,
                     const struct wmo_leeftijdsgroepen *leeftijdsgroepen,
                     const struct wmo_zorgvormen *zorgvormen)
{
    self->count = sim_scenario_count(scenario, NULL, "doelgroepen");
    self->items = calloc((size_t)self->count + 1, sizeof *self->items);
    enum sim_status status = self->items ? SIM_OK : SIM_ERR_NO_MEMORY;
    for (int i = 0; i < self->count && status == SIM_OK; i++) {
        const struct sim_node *node =
            sim_scenario_entry(scenario, NULL, "doelgroepen", i);
        struct wmo_doelgroep *doelgroep = &self->items[i];
        load_one(doelgroep, scenario, node);
        status = load_weights(&doelgroep->incidentie, scenario, node, "incidentie",
                              "leeftijdsgroepen", leeftijdsgroepen->count);
        if (status == SIM_OK) {
            status = load_weights(&doelgroep->past, scenario, node, "zorgvormen",
                                  "zorgvormen", zorgvormen->count);
        }
    }
    return status;
}

void wmo_doelgroepen_free(struct wmo_doelgroepen *self)
{
    for (int i = 0; self->items && i < self->count; i++) {
        free(self->items[i].incidentie);
        free(self->items[i].past);
    }
    free(self->items);
    self->items = NULL;
}
