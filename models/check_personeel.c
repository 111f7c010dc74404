/* models/check_personeel.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/check_personeel.h"

static bool is_set(const struct sim_scenario *s, const char *path)
{
    return sim_scenario_has(s, NULL, path) && sim_scenario_real(s, NULL, path) > 0;
}

/* A flow of werkzoekenden means nothing when there are always enough of them. */
static void check_werkzoekenden(const struct sim_scenario *s, struct sim_faults *faults)
{
    static const char *const flows[] = {
        "arbeidsmarkt.instroom", "arbeidsmarkt.uitstroom", "arbeidsmarkt.terugkeer"};
    const char *count = "arbeidsmarkt.werkzoekenden";
    bool finite =
        sim_scenario_has(s, NULL, count) && sim_scenario_integer(s, NULL, count) > 0;
    for (size_t i = 0; i < sizeof flows / sizeof flows[0]; i++) {
        if (!finite && is_set(s, flows[i])) {
            sim_scenario_fault(s, NULL, flows[i], faults,
                               "'%s' zegt niets zolang 'arbeidsmarkt.werkzoekenden' 0 "
                               "is: dan zijn er altijd genoeg",
                               flows[i]);
        }
    }
}

void wmo_check_personeel(const struct sim_scenario *scenario, struct sim_faults *faults)
{
    check_werkzoekenden(scenario, faults);
}
