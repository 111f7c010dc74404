/* models/check/check_instroom.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/check/check_instroom.h"

#define ROUTE_MAX 200 /* each has a process per wijk, and names for inwoners */

void wmo_check_instroom(const struct sim_scenario *s, struct sim_faults *faults)
{
    int count = sim_scenario_count(s, NULL, "instroomroutes");
    if (count > ROUTE_MAX) {
        sim_scenario_fault(s, NULL, "instroomroutes", faults,
                           "er zijn meer dan %d instroomroutes", ROUTE_MAX);
    }
    for (int i = 0; i < count; i++) {
        const struct sim_node *node = sim_scenario_entry(s, NULL, "instroomroutes", i);
        if (sim_scenario_has(s, node, "start") && sim_scenario_has(s, node, "einde")) {
            struct sim_date start = sim_scenario_date(s, node, "start");
            struct sim_date einde = sim_scenario_date(s, node, "einde");
            if (sim_date_since(start, einde) <= 0) {
                sim_scenario_fault(s, node, "einde", faults,
                                   "instroomroute '%s' is dicht voordat zij open gaat",
                                   sim_scenario_text(s, node, "naam"));
            }
        }
    }
}
