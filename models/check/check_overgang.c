/* models/check/check_overgang.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/check/check_overgang.h"

#include <limits.h>

#include "models/organisatie/contract.h"
#include "models/organisatie/overgang.h"

/* Budgets are of calendar years, so who pays whom can change on 1 January only. */
static void check_contract(const struct sim_scenario *s, const struct sim_node *node,
                           struct sim_faults *faults)
{
    const char *naam = sim_scenario_text(s, node, "naam");
    struct sim_date start = {.year = 0, .month = 1, .day = 1};
    struct sim_date end = {.year = INT_MAX, .month = 12, .day = 31};
    if (sim_scenario_has(s, node, "start")) {
        start = sim_scenario_date(s, node, "start");
    }
    if (sim_scenario_has(s, node, "einde")) {
        end = sim_scenario_date(s, node, "einde");
    }
    if (start.month != 1 || start.day != 1) {
        sim_scenario_fault(s, node, "start", faults,
                           "aanbieder '%s' begint niet op een 1 januari", naam);
    }
    if (end.month != 12 || end.day != 31) {
        sim_scenario_fault(s, node, "einde", faults,
                           "het contract van '%s' eindigt niet op een 31 december",
                           naam);
    }
    if (end.year < start.year) {
        sim_scenario_fault(s, node, "einde", faults,
                           "het contract van '%s' eindigt voor het begint", naam);
    }
}

/* Whether another entry takes over the work of entry [index]. */
static bool is_taken_over(const struct sim_scenario *s, int index)
{
    bool found = false;
    for (int i = 0; i < sim_scenario_count(s, NULL, "aanbieders"); i++) {
        const struct sim_node *node = sim_scenario_entry(s, NULL, "aanbieders", i);
        for (int n = 0; n < sim_scenario_count(s, node, "neemt_over"); n++) {
            found |= sim_scenario_reference_at(s, node, "neemt_over", n) == index;
        }
    }
    return found;
}

/* Whose work [node], entry [index], takes over, and until when it takes new inwoners.
 */
static void check_taking_over(const struct sim_scenario *s, const struct sim_node *node,
                              int index, struct sim_faults *faults)
{
    const char *naam = sim_scenario_text(s, node, "naam");
    int count = sim_scenario_count(s, node, "neemt_over");
    if (count > 0 && !sim_scenario_has(s, node, "start")) {
        sim_scenario_fault(s, node, "neemt_over", faults,
                           "'%s' neemt werk van anderen over, maar wanneer staat er "
                           "niet: vul 'start' in",
                           naam);
    }
    for (int n = 0; n < count; n++) {
        if (sim_scenario_reference_at(s, node, "neemt_over", n) == index) {
            sim_scenario_fault(s, node, "neemt_over", faults,
                               "'%s' kan het eigen werk niet overnemen", naam);
        }
    }
    if (!sim_scenario_has(s, node, "instroom_einde")) {
        return;
    }
    struct sim_date end = sim_scenario_date(s, node, "instroom_einde");
    if (end.month != 12 || end.day != 31) {
        sim_scenario_fault(s, node, "instroom_einde", faults,
                           "de instroom van '%s' eindigt niet op een 31 december",
                           naam);
    }
    if (sim_scenario_has(s, node, "lijst") &&
        sim_scenario_choice(s, node, "lijst") == 1) {
        sim_scenario_fault(s, node, "instroom_einde", faults,
                           "'%s' deelt een wachtlijst, en daarop staat ook wie nieuw "
                           "is; 'instroom_einde' gaat niet samen met lijst \"gedeeld\"",
                           naam);
    }
}

/* Much else belongs to a buurtteam, so nobody takes it over during the run. */
static void check_buurtteam(const struct sim_scenario *s, const struct sim_node *node,
                            int index, struct sim_faults *faults)
{
    struct sim_date begin = sim_scenario_date(s, NULL, "periode.start");
    struct sim_date last = sim_scenario_date(s, NULL, "periode.einde");
    bool changes = (sim_scenario_has(s, node, "start") &&
                    sim_scenario_date(s, node, "start").year > begin.year) ||
                   (sim_scenario_has(s, node, "einde") &&
                    sim_scenario_date(s, node, "einde").year < last.year) ||
                   sim_scenario_has(s, node, "instroom_einde") ||
                   is_taken_over(s, index);
    for (int z = 0; changes && z < sim_scenario_count(s, node, "zorgvormen"); z++) {
        int zorgvorm = sim_scenario_reference_at(s, node, "zorgvormen", z);
        const struct sim_node *form =
            sim_scenario_entry(s, NULL, "zorgvormen", zorgvorm);
        if (sim_scenario_choice(s, form, "spoor") == 0) {
            sim_scenario_fault(s, node, "naam", faults,
                               "'%s' is het buurtteam, en dat kan tijdens de "
                               "doorrekening niet beginnen of eindigen",
                               sim_scenario_text(s, node, "naam"));
        }
    }
}

/* The first year of the aanbieder of [contract] that begins first; 0: before the run.
 */
static int first_year_of(const struct sim_scenario *s, const struct sim_node *contract)
{
    int first = INT_MAX;
    for (int i = 0; i < sim_scenario_count(s, contract, "aanbieders"); i++) {
        const struct sim_node *node =
            sim_scenario_entry(s, NULL, "aanbieders",
                               sim_scenario_reference_at(s, contract, "aanbieders", i));
        int year = sim_scenario_has(s, node, "start")
                       ? sim_scenario_date(s, node, "start").year
                       : 0;
        first = year < first ? year : first;
    }
    return first;
}

static void check_verlenging(const struct sim_scenario *s,
                             const struct sim_node *contract,
                             const struct sim_node *node, struct sim_faults *faults)
{
    const char *naam = sim_scenario_text(s, contract, "naam");
    struct sim_date start = sim_scenario_date(s, node, "start");
    if (start.month != 1 || start.day != 1) {
        sim_scenario_fault(s, node, "start", faults,
                           "verlenging '%s' van '%s' begint niet op een 1 januari",
                           sim_scenario_text(s, node, "naam"), naam);
    }
    if (start.year <= first_year_of(s, contract)) {
        sim_scenario_fault(s, node, "start", faults,
                           "verlenging '%s' van '%s' gaat in voordat er iets te "
                           "verlengen is: geen van de aanbieders is dan al begonnen",
                           sim_scenario_text(s, node, "naam"), naam);
    }
    bool by_norm = sim_scenario_has(s, node, "besluit") &&
                   sim_scenario_choice(s, node, "besluit") == WMO_BESLUIT_BIJ_NORM;
    if (by_norm && sim_scenario_real_or(s, contract, "norm", 0) <= 0) {
        sim_scenario_fault(s, contract, "naam", faults,
                           "'%s' wordt bij_norm verlengd, maar zonder norm: vul 'norm' "
                           "in",
                           naam);
    }
}

static void check_contracten(const struct sim_scenario *s, struct sim_faults *faults)
{
    for (int c = 0; c < sim_scenario_count(s, NULL, "contracten"); c++) {
        const struct sim_node *contract = sim_scenario_entry(s, NULL, "contracten", c);
        for (int v = 0; v < sim_scenario_count(s, contract, "verlengingen"); v++) {
            check_verlenging(s, contract,
                             sim_scenario_entry(s, contract, "verlengingen", v),
                             faults);
        }
    }
}

void wmo_check_overgang(const struct sim_scenario *scenario, struct sim_faults *faults)
{
    for (int i = 0; i < sim_scenario_count(scenario, NULL, "aanbieders"); i++) {
        const struct sim_node *node =
            sim_scenario_entry(scenario, NULL, "aanbieders", i);
        check_contract(scenario, node, faults);
        check_taking_over(scenario, node, i, faults);
        check_buurtteam(scenario, node, i, faults);
    }
    check_contracten(scenario, faults);
    struct wmo_overgang overgang;
    wmo_overgang_load(&overgang, scenario);
    if (overgang.dip > 0 && overgang.dip_months <= 0) {
        sim_scenario_fault(scenario, NULL, "overgang.dip", faults,
                           "er is een dip in de productiviteit, maar geen duur: vul "
                           "'overgang.dip_duur' in");
    }
}
