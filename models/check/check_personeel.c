/* models/check/check_personeel.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/check/check_personeel.h"

#include "models/personeel/personeel.h"

static bool is_set(const struct sim_scenario *s, const char *path)
{
    return sim_scenario_real_or(s, NULL, path, 0) > 0;
}

/* A flow of werkzoekenden means nothing when there are always enough of them. */
static void check_werkzoekenden(const struct sim_scenario *s, struct sim_faults *faults)
{
    static const char *const flows[] = {
        "arbeidsmarkt.instroom", "arbeidsmarkt.uitstroom", "arbeidsmarkt.terugkeer"};
    const char *count = "arbeidsmarkt.werkzoekenden";
    bool finite = sim_scenario_integer_or(s, NULL, count, 0) > 0;
    for (size_t i = 0; i < sizeof flows / sizeof flows[0]; i++) {
        if (!finite && is_set(s, flows[i])) {
            sim_scenario_fault(s, NULL, flows[i], faults,
                               "'%s' zegt niets zolang 'arbeidsmarkt.werkzoekenden' 0 "
                               "is: dan zijn er altijd genoeg",
                               flows[i]);
        }
    }
}

/* Illness needs a duration. */
static void check_verzuim(const struct sim_scenario *s, struct sim_faults *faults)
{
    struct wmo_personeel personeel;
    if (wmo_personeel_load(&personeel, s) != SIM_OK) {
        return;
    }
    const struct wmo_verzuim *verzuim = &personeel.verzuim;
    if (verzuim->aandeel_kort > 0 && verzuim->kort_per_day <= 0) {
        sim_scenario_fault(s, NULL, "personeel.verzuim", faults,
                           "er is kort verzuim, maar geen duur: vul "
                           "'personeel.verzuim_kort_duur' in");
    }
    if (verzuim->aandeel_lang > 0 && verzuim->lang_per_day <= 0) {
        sim_scenario_fault(s, NULL, "personeel.verzuim", faults,
                           "er is lang verzuim, maar geen duur: vul "
                           "'personeel.verzuim_lang_duur' in");
    }
    wmo_personeel_free(&personeel);
}

void wmo_check_personeel(const struct sim_scenario *scenario, struct sim_faults *faults)
{
    check_verzuim(scenario, faults);
    check_werkzoekenden(scenario, faults);
}
