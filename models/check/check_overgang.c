/* models/check/check_overgang.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/check/check_overgang.h"

#include "models/organisatie/overgang.h"

/* Budgets are of calendar years, so who pays whom can change on 1 January only. */
static void check_start(const struct sim_scenario *s, const struct sim_node *node,
                        struct sim_faults *faults)
{
    struct sim_date begin = sim_scenario_date(s, NULL, "periode.start");
    struct sim_date start = sim_scenario_date(s, node, "start");
    if (start.month != 1 || start.day != 1) {
        sim_scenario_fault(s, node, "start", faults,
                           "aanbieder '%s' begint niet op een 1 januari",
                           sim_scenario_text(s, node, "naam"));
    } else if (start.year > begin.year) {
        sim_scenario_fault(s, node, "start", faults,
                           "aanbieder '%s' begint na het begin van de doorrekening",
                           sim_scenario_text(s, node, "naam"));
    }
}

void wmo_check_overgang(const struct sim_scenario *scenario, struct sim_faults *faults)
{
    for (int i = 0; i < sim_scenario_count(scenario, NULL, "aanbieders"); i++) {
        const struct sim_node *node =
            sim_scenario_entry(scenario, NULL, "aanbieders", i);
        if (sim_scenario_has(scenario, node, "start")) {
            check_start(scenario, node, faults);
        }
    }
    struct wmo_overgang overgang;
    wmo_overgang_load(&overgang, scenario);
    if (overgang.dip > 0 && overgang.dip_months <= 0) {
        sim_scenario_fault(scenario, NULL, "overgang.dip", faults,
                           "er is een dip in de productiviteit, maar geen duur: vul "
                           "'overgang.dip_duur' in");
    }
}
