/* models/bekostiging/familie.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/bekostiging/familie.h"

enum wmo_familie wmo_familie_of(const struct sim_scenario *scenario,
                                const struct sim_node *node, int zorgvorm)
{
    const struct sim_node *of =
        sim_scenario_entry(scenario, NULL, "zorgvormen", zorgvorm);
    const struct sim_node *post =
        sim_scenario_entry(scenario, NULL, "begrotingsposten",
                           sim_scenario_reference(scenario, of, "begrotingspost"));
    if (sim_scenario_has(scenario, node, "bekostiging")) {
        return (enum wmo_familie)sim_scenario_choice(scenario, node, "bekostiging");
    }
    return sim_scenario_has(scenario, post, "bekostiging")
               ? (enum wmo_familie)sim_scenario_choice(scenario, post, "bekostiging")
               : WMO_TAAKGERICHT;
}
