/* models/check/check_bekostiging.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/check/check_bekostiging.h"

#include <math.h>

#include "models/bekostiging/herijking.h"

#define MEDEWERKER_MAX 1e6

/* A sum of shares may miss 1 by rounding in the file. */
#define SHARE_ROUNDING 1e-9

static bool pays_for_something(const struct sim_scenario *s, int post)
{
    for (int z = 0; z < sim_scenario_count(s, NULL, "zorgvormen"); z++) {
        const struct sim_node *node = sim_scenario_entry(s, NULL, "zorgvormen", z);
        if (sim_scenario_reference(s, node, "begrotingspost") == post) {
            return true;
        }
    }
    const char *kort = "kortdurend_verblijf.begrotingspost";
    return sim_scenario_has(s, NULL, kort) &&
           sim_scenario_reference(s, NULL, kort) == post;
}

static bool has_money(const struct sim_scenario *s, const struct sim_node *post)
{
    struct sim_series bedrag;
    sim_scenario_series(s, post, "bedrag", &bedrag);
    bool has = false;
    for (int i = 0; i < bedrag.count; i++) {
        has |= bedrag.value[i] > 0;
    }
    return has;
}

/* The classes rise, so that who needs more is in a higher one and paid no less. */
static void check_klassen(const struct sim_scenario *s, struct sim_faults *faults)
{
    const char *path = "bekostiging.persoonsvolgend.klassen";
    int count = sim_scenario_count(s, NULL, path);
    if (count > WMO_KLASSE_MAX) {
        sim_scenario_fault(s, NULL, path, faults, "er zijn %d klassen; hoogstens %d",
                           count, WMO_KLASSE_MAX);
    }
    for (int k = 1; k < count; k++) {
        const struct sim_node *node = sim_scenario_entry(s, NULL, path, k);
        const struct sim_node *before = sim_scenario_entry(s, NULL, path, k - 1);
        if (sim_scenario_real(s, node, "tot") <= sim_scenario_real(s, before, "tot") ||
            sim_scenario_real(s, node, "budget") <
                sim_scenario_real(s, before, "budget")) {
            sim_scenario_fault(s, node, "tot", faults,
                               "klasse '%s' moet verder gaan dan de vorige ('tot'), "
                               "met een budget dat niet lager is",
                               sim_scenario_text(s, node, "naam"));
        }
    }
}

static void check_overstap(const struct sim_scenario *s, struct sim_faults *faults)
{
    bool any = false;
    for (int z = 0; z < sim_scenario_count(s, NULL, "zorgvormen"); z++) {
        const struct sim_node *node = sim_scenario_entry(s, NULL, "zorgvormen", z);
        any = any || sim_scenario_has(s, node, "evaluatie.interval");
    }
    if (!any && wmo_bekostiging_overstap(s) > 0) {
        sim_scenario_fault(s, NULL, "bekostiging.persoonsvolgend.overstap", faults,
                           "overstappen gebeurt bij evaluaties, en geen zorgvorm heeft "
                           "er: vul 'evaluatie.interval' in");
    }
}

static void check_eigen_bijdrage(const struct sim_scenario *s,
                                 struct sim_faults *faults)
{
    const char *path = "eigen_bijdrage.groepen";
    int count = sim_scenario_count(s, NULL, path);
    double sum = 0;
    for (int g = 0; g < count; g++) {
        sum += sim_scenario_real(s, sim_scenario_entry(s, NULL, path, g), "aandeel");
    }
    if (count > 0 && fabs(sum - 1) > SHARE_ROUNDING) {
        sim_scenario_fault(s, NULL, path, faults,
                           "de aandelen van de groepen tellen op tot %.3f in plaats "
                           "van 1",
                           sum);
    }
    if (count > WMO_BIJDRAGE_MAX) {
        sim_scenario_fault(s, NULL, path, faults, "er zijn %d groepen; hoogstens %d",
                           count, WMO_BIJDRAGE_MAX);
    }
    for (int z = 0; z < sim_scenario_count(s, NULL, "zorgvormen") && count == 0; z++) {
        const struct sim_node *node = sim_scenario_entry(s, NULL, "zorgvormen", z);
        if (sim_scenario_has(s, node, "eigen_bijdrage") &&
            sim_scenario_boolean(s, node, "eigen_bijdrage")) {
            sim_scenario_fault(s, node, "eigen_bijdrage", faults,
                               "voor '%s' geldt een eigen bijdrage, maar er staat "
                               "nergens hoeveel: vul '%s' in",
                               sim_scenario_text(s, node, "naam"), path);
        }
    }
}

void wmo_check_bekostiging(const struct sim_scenario *scenario,
                           struct sim_faults *faults)
{
    check_klassen(scenario, faults);
    check_overstap(scenario, faults);
    check_eigen_bijdrage(scenario, faults);
    for (int p = 0; p < sim_scenario_count(scenario, NULL, "begrotingsposten"); p++) {
        const struct sim_node *node =
            sim_scenario_entry(scenario, NULL, "begrotingsposten", p);
        if (has_money(scenario, node) && !pays_for_something(scenario, p)) {
            sim_scenario_fault(scenario, node, "naam", faults,
                               "uit post '%s' wordt niets betaald; noem hem bij een "
                               "zorgvorm of bij kortdurend verblijf, of laat hem weg",
                               sim_scenario_text(scenario, node, "naam"));
        }
    }
}

void wmo_check_personeelsgroei(const struct wmo_landschap *landschap,
                               const struct sim_scenario *scenario,
                               struct sim_faults *faults)
{
    struct wmo_formatieplan plan = {0};
    double sum = 0;
    if (landschap->bekostiging.is_any_by_volume &&
        wmo_formatieplan_init(&plan, landschap) == SIM_OK) {
        for (int t = 0; t < landschap->aanbieders.team_count; t++) {
            sum += wmo_herijking_most_posities(&plan, t);
        }
    }
    wmo_formatieplan_free(&plan);
    if (sum > MEDEWERKER_MAX) {
        sim_scenario_fault(scenario, NULL, "bekostiging.personeelsgroei", faults,
                           "met deze groei kunnen er meer dan een miljoen medewerkers "
                           "zijn aan het einde van de periode");
    }
}
