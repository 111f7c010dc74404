/* models/organisatie/contract.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/organisatie/contract.h"

#include <stdlib.h>
#include <string.h>

#include "models/gemeente/gemeente.h"

static void load_verlengingen(struct wmo_contracten *self,
                              const struct sim_scenario *scenario,
                              const struct sim_node *node, int contract)
{
    for (int i = 0; i < sim_scenario_count(scenario, node, "verlengingen"); i++) {
        const struct sim_node *entry =
            sim_scenario_entry(scenario, node, "verlengingen", i);
        self->verlengingen[self->verlenging_count++] = (struct wmo_verlenging){
            .contract = contract,
            .year = sim_scenario_date(scenario, entry, "start").year,
            .besluit =
                sim_scenario_has(scenario, entry, "besluit")
                    ? (enum wmo_besluit)sim_scenario_choice(scenario, entry, "besluit")
                    : WMO_BESLUIT_ALTIJD,
        };
    }
}

static enum sim_status load_contract(struct wmo_contract *self,
                                     const struct sim_scenario *scenario,
                                     const struct sim_node *node)
{
    int entries = sim_scenario_count(scenario, NULL, "aanbieders");
    self->aanbieder = calloc((size_t)entries + 1, sizeof *self->aanbieder);
    if (!self->aanbieder) {
        return SIM_ERR_NO_MEMORY;
    }
    for (int i = 0; i < sim_scenario_count(scenario, node, "aanbieders"); i++) {
        self->aanbieder[sim_scenario_reference_at(scenario, node, "aanbieders", i)] =
            true;
    }
    self->norm = sim_scenario_real_or(scenario, node, "norm", 0);
    self->years_before =
        (int)sim_scenario_integer_or(scenario, node, "evaluatie_jaren", 1);
    return SIM_OK;
}

enum sim_status wmo_contracten_load(struct wmo_contracten *self,
                                    const struct sim_scenario *scenario)
{
    int count = sim_scenario_count(scenario, NULL, "contracten"), verlengingen = 0;
    for (int i = 0; i < count; i++) {
        verlengingen += sim_scenario_count(
            scenario, sim_scenario_entry(scenario, NULL, "contracten", i),
            "verlengingen");
    }
    self->items = calloc((size_t)count + 1, sizeof *self->items);
    self->verlengingen = calloc((size_t)verlengingen + 1, sizeof *self->verlengingen);
    enum sim_status status =
        self->items && self->verlengingen ? SIM_OK : SIM_ERR_NO_MEMORY;
    for (int i = 0; i < count && status == SIM_OK; i++) {
        const struct sim_node *node =
            sim_scenario_entry(scenario, NULL, "contracten", i);
        self->count = i + 1;
        status = load_contract(&self->items[i], scenario, node);
        if (status == SIM_OK) {
            load_verlengingen(self, scenario, node, i);
        }
    }
    return status;
}

void wmo_contracten_free(struct wmo_contracten *self)
{
    for (int i = 0; i < self->count; i++) {
        free(self->items[i].aanbieder);
    }
    free(self->items);
    free(self->verlengingen);
    memset(self, 0, sizeof *self);
}

/* --- The evaluation --- */

static bool is_theirs(const struct wmo_gemeente *self,
                      const struct wmo_contract *contract, int aanbod)
{
    return contract->aanbieder[self->landschap.aanbieders.aanbod[aanbod].entry];
}

/* Who waits now and had the norm day in year [year_index]: not known to the record
 * until they leave the list. */
static int64_t still_waiting(const struct wmo_gemeente *self,
                             const struct wmo_contract *contract, int year_index)
{
    const sim_time *year = &self->landschap.periode.year_start[year_index];
    int64_t count = 0;
    for (uint32_t row = 0; row < self->inwoners.pool.high_water; row++) {
        const struct wmo_inwoner *inwoner = &self->inwoners.rows[row];
        sim_time day = inwoner->aanmelding + self->landschap.norm_days * SIM_DAY;
        count += inwoner->toestand == WMO_TOESTAND_WACHT && day >= year[0] &&
                 day < year[1] &&
                 is_theirs(self, contract, self->teams.items[inwoner->team].aanbod);
    }
    return count;
}

/* Whether enough started within the norm in year [year_index]; nobody is enough. */
static bool meets_norm(const struct wmo_gemeente *self,
                       const struct wmo_contract *contract, int year_index)
{
    const struct wmo_landschap *l = &self->landschap;
    int64_t all = still_waiting(self, contract, year_index), within = 0;
    for (int a = 0; a < l->aanbieders.aanbod_count; a++) {
        for (int w = 0; w < l->wijken.count && is_theirs(self, contract, a); w++) {
            const struct wmo_tel *tel =
                &self->record.tel[year_index * self->record.total_count +
                                  wmo_record_line(&self->record, a, w)];
            all += tel->norm_allen;
            within += tel->norm_binnen;
        }
    }
    return (double)within >= contract->norm * (double)all;
}

bool wmo_contract_wisselt(const struct wmo_gemeente *gemeente, int aanbod,
                          int year_index)
{
    const struct wmo_contracten *all = &gemeente->landschap.contracten;
    const struct wmo_aanbod *self = &gemeente->landschap.aanbieders.aanbod[aanbod];
    int year = gemeente->landschap.periode.first_year + year_index;
    if (self->start_year >= year || self->end_year < year) {
        return false; /* it begins then or later, or is there no more */
    }
    for (int v = 0; v < all->verlenging_count && year_index > 0; v++) {
        const struct wmo_verlenging *verlenging = &all->verlengingen[v];
        const struct wmo_contract *contract = &all->items[verlenging->contract];
        if (verlenging->year != year || verlenging->besluit == WMO_BESLUIT_ALTIJD ||
            !is_theirs(gemeente, contract, aanbod)) {
            continue;
        }
        int evaluated = year_index - contract->years_before;
        if (verlenging->besluit == WMO_BESLUIT_NOOIT ||
            (evaluated >= 0 && !meets_norm(gemeente, contract, evaluated))) {
            return true;
        }
    }
    return false;
}
