/* models/check/check_kader.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/check/check_kader.h"

#include "models/bekostiging/kader.h"

#define MEDEWERKER_MAX 1e6

/* Room is kept for all medewerkers that any list could lead to. */
static void check_posities(const struct wmo_landschap *l, const struct sim_scenario *s,
                           struct sim_faults *faults)
{
    struct wmo_formatieplan plan = {0};
    double sum = 0;
    if (wmo_formatieplan_init(&plan, l) == SIM_OK) {
        for (int t = 0; t < l->aanbieders.team_count; t++) {
            sum += wmo_kader_has(l, t) ? wmo_kader_most_posities(&plan, t) : 0;
        }
    }
    wmo_formatieplan_free(&plan);
    if (sum > MEDEWERKER_MAX) {
        sim_scenario_fault(s, NULL, "begroting.verdeling_wijken", faults,
                           "met geld dat de wachtlijst of de vraag volgt kunnen er te "
                           "veel medewerkers zijn: meer dan een miljoen, als alle "
                           "wijken het meeste zouden krijgen");
    }
}

void wmo_check_kader(const struct wmo_landschap *landschap,
                     const struct sim_scenario *scenario, struct sim_faults *faults)
{
    const struct wmo_begroting *rules = &landschap->begroting;
    if (rules->groei_met_vraag > 0 && rules->groei_met_vraag_maximum <= 0) {
        sim_scenario_fault(scenario, NULL, "begroting.groei_met_vraag", faults,
                           "het budget groeit met de vraag, maar hoogstens met 0: vul "
                           "'begroting.groei_met_vraag_maximum' in");
    }
    if (rules->groei_met_vraag > 0 || rules->gewicht_wachtlijst > 0) {
        check_posities(landschap, scenario, faults);
    }
}
