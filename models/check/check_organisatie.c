/* models/check/check_organisatie.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/check/check_organisatie.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "models/landschap/formatieplan.h"
#include "models/organisatie/verdeling.h"

#define TEAM_MAX 20000
#define OVERHEAD_MAX 0.9

/* A sum of shares may miss 1 by rounding in the file. */
#define SHARE_ROUNDING 1e-9

/* --- Gebieden --- */

static int gebieden_with(const struct sim_scenario *s, int wijk)
{
    int found = 0;
    for (int g = 0; g < sim_scenario_count(s, NULL, "gebieden"); g++) {
        const struct sim_node *node = sim_scenario_entry(s, NULL, "gebieden", g);
        for (int i = 0; i < sim_scenario_count(s, node, "wijken"); i++) {
            found += sim_scenario_reference_at(s, node, "wijken", i) == wijk;
        }
    }
    return found;
}

static void check_gebieden(const struct sim_scenario *s, struct sim_faults *faults)
{
    int count = sim_scenario_count(s, NULL, "gebieden");
    for (int w = 0; count > 0 && w < sim_scenario_count(s, NULL, "wijken"); w++) {
        int found = gebieden_with(s, w);
        if (found != 1) {
            const struct sim_node *wijk = sim_scenario_entry(s, NULL, "wijken", w);
            sim_scenario_fault(s, NULL, "gebieden", faults,
                               "wijk '%s' staat in %d gebieden; elke wijk hoort bij "
                               "precies een gebied",
                               sim_scenario_text(s, wijk, "naam"), found);
        }
    }
}

/* --- An entry of aanbieders --- */

static bool needs_gebieden(const struct sim_scenario *s, const struct sim_node *node)
{
    return sim_scenario_choice(s, node, "teams") == 2 ||
           (sim_scenario_has(s, node, "werkgebied") &&
            sim_scenario_choice(s, node, "werkgebied") == WMO_WERKGEBIED_GEBIED);
}

static void check_partijen(const struct sim_scenario *s, const struct sim_node *node,
                           struct sim_faults *faults)
{
    struct wmo_verdeling_van van = wmo_verdeling_van(s, node, NULL);
    int count = sim_scenario_count(s, node, "partijen");
    if (count == 0) {
        return;
    }
    const char *naam = sim_scenario_text(s, node, "naam");
    if (count != van.aantal) {
        sim_scenario_fault(s, node, "aantal", faults,
                           "'%s' noemt %d partijen en heeft 'aantal' %d; die twee "
                           "moeten gelijk zijn",
                           naam, count, van.aantal);
    } else if (fabs(wmo_verdeling_som(&van) - 1) > SHARE_ROUNDING) {
        sim_scenario_fault(s, node, "partijen", faults,
                           "de aandelen van de partijen van '%s' tellen op tot %.3f; "
                           "dat moet 1 zijn",
                           naam, wmo_verdeling_som(&van));
    }
    if (sim_scenario_has(s, node, "verdeling") &&
        sim_scenario_choice(s, node, "verdeling") != 0) {
        sim_scenario_fault(s, node, "verdeling", faults,
                           "'%s' heeft een 'verdeling' en ook aandelen per partij; "
                           "kies een van de twee",
                           naam);
    }
}

static void check_stedelijk(const struct sim_scenario *s, const struct sim_node *node,
                            struct sim_faults *faults)
{
    for (int i = 0; i < sim_scenario_count(s, node, "stedelijk"); i++) {
        bool found = false;
        for (int z = 0; z < sim_scenario_count(s, node, "zorgvormen"); z++) {
            found |= sim_scenario_reference_at(s, node, "zorgvormen", z) ==
                     sim_scenario_reference_at(s, node, "stedelijk", i);
        }
        if (!found) {
            sim_scenario_fault(s, node, "stedelijk", faults,
                               "'%s' levert '%s' niet en kan dat dus ook niet "
                               "stedelijk doen",
                               sim_scenario_text(s, node, "naam"),
                               sim_scenario_name_at(s, node, "stedelijk", i));
        }
    }
}

static void check_entries(const struct sim_scenario *s, struct sim_faults *faults)
{
    for (int a = 0; a < sim_scenario_count(s, NULL, "aanbieders"); a++) {
        const struct sim_node *node = sim_scenario_entry(s, NULL, "aanbieders", a);
        if (needs_gebieden(s, node) && sim_scenario_count(s, NULL, "gebieden") == 0) {
            sim_scenario_fault(s, node, "naam", faults,
                               "'%s' werkt per gebied, maar de lijst 'gebieden' "
                               "ontbreekt",
                               sim_scenario_text(s, node, "naam"));
        }
        check_partijen(s, node, faults);
        check_stedelijk(s, node, faults);
    }
}

/* --- All aanbieders together --- */

/* What must be offered to new inwoners: [zorgvorm] to [doelgroep], which may be
 * WMO_GEEN_DOELGROEP. */
struct need {
    int zorgvorm, doelgroep;
};

static bool is_offered(const struct wmo_aanbieders *aanbieders, int year_index,
                       struct need need, int wijk)
{
    const struct wmo_keuze *keuze =
        wmo_aanbieders_keuze(aanbieders, year_index, need.zorgvorm, wijk);
    bool is = false;
    for (int i = 0; i < keuze->count && !is; i++) {
        is = wmo_aanbieders_takes(aanbieders, keuze->aanbod[i], year_index,
                                  need.doelgroep);
    }
    return is;
}

/* In how many wijken nobody offers [need] in year [year_index], with the first. */
static int uncovered(const struct wmo_aanbieders *aanbieders, int year_index,
                     struct need need, int *first)
{
    int missing = 0;
    for (int w = aanbieders->wijk_count - 1; w >= 0; w--) {
        if (!is_offered(aanbieders, year_index, need, w)) {
            *first = w;
            missing++;
        }
    }
    return missing;
}

/* Whether [need] is offered in every wijk and year; says of the first year, where years
 * differ, in which it is not. */
static bool check_need(const struct wmo_aanbieders *aanbieders,
                       const struct sim_scenario *s, struct need need,
                       struct sim_faults *faults)
{
    const struct sim_node *zorgvorm =
        sim_scenario_entry(s, NULL, "zorgvormen", need.zorgvorm);
    int missing = 0, first = 0, year_index = -1;
    while (missing == 0 && ++year_index < aanbieders->keuze_years) {
        missing = uncovered(aanbieders, year_index, need, &first);
    }
    if (missing == 0) {
        return true;
    }
    char year[16] = "", who[128] = "";
    if (aanbieders->keuze_years > 1) {
        snprintf(year, sizeof year, " (%d)", aanbieders->first_year + year_index);
    }
    if (need.doelgroep != WMO_GEEN_DOELGROEP) {
        const struct sim_node *doelgroep =
            sim_scenario_entry(s, NULL, "doelgroepen", need.doelgroep);
        snprintf(who, sizeof who, " aan doelgroep '%s'",
                 sim_scenario_text(s, doelgroep, "naam"));
    }
    sim_scenario_fault(
        s, NULL, "aanbieders", faults,
        "geen aanbieder levert '%s'%s%s in %d van de %d wijken, waaronder '%s'%s",
        sim_scenario_text(s, zorgvorm, "naam"), who,
        aanbieders->any_runs_out ? " aan wie nieuw is," : "", missing,
        aanbieders->wijk_count,
        sim_scenario_text(s, sim_scenario_entry(s, NULL, "wijken", first), "naam"),
        year);
    return false;
}

static void check_cover(const struct wmo_aanbieders *aanbieders,
                        const struct sim_scenario *s, struct sim_faults *faults)
{
    int doelgroepen = sim_scenario_count(s, NULL, "doelgroepen");
    for (int z = 0; z < aanbieders->zorgvorm_count; z++) {
        bool offered =
            check_need(aanbieders, s, (struct need){z, WMO_GEEN_DOELGROEP}, faults);
        for (int d = 0; offered && d < doelgroepen && d < WMO_DOELGROEP_MAX; d++) {
            check_need(aanbieders, s, (struct need){z, d}, faults);
        }
    }
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* An entry that stands for more aanbieders makes names, and that may give one twice. */
static void check_names(struct wmo_aanbieders *aanbieders, const struct sim_scenario *s,
                        struct sim_faults *faults)
{
    qsort(aanbieders->naam, (size_t)aanbieders->count, sizeof *aanbieders->naam,
          compare_names);
    for (int i = 1; i < aanbieders->count; i++) {
        if (strcmp(aanbieders->naam[i - 1], aanbieders->naam[i]) == 0) {
            sim_scenario_fault(s, NULL, "aanbieders", faults,
                               "er zijn twee aanbieders '%s': een met die naam en "
                               "een uit een groep met 'aantal'",
                               aanbieders->naam[i]);
        }
    }
}

/* Whether the teams are not too many to work with. */
static bool check_size(const struct sim_scenario *s, struct sim_faults *faults)
{
    int64_t wijken = sim_scenario_count(s, NULL, "wijken");
    int64_t teams = 0;
    for (int a = 0; a < sim_scenario_count(s, NULL, "aanbieders"); a++) {
        const struct sim_node *node = sim_scenario_entry(s, NULL, "aanbieders", a);
        struct wmo_verdeling_van van = wmo_verdeling_van(s, node, NULL);
        bool one = sim_scenario_choice(s, node, "teams") == 1 &&
                   van.werkgebied == WMO_WERKGEBIED_STAD;
        teams +=
            van.aantal * (one ? 1 : wijken) * sim_scenario_count(s, node, "zorgvormen");
    }
    if (teams > TEAM_MAX) {
        sim_scenario_fault(s, NULL, "aanbieders", faults,
                           "samen %lld teams; hoogstens %d", (long long)teams,
                           TEAM_MAX);
    }
    return teams <= TEAM_MAX;
}

static void check_overhead(const struct sim_scenario *s, struct sim_faults *faults)
{
    static const char *const what[][2] = {
        {"organisatie.overhead.basis", "organisatie.overhead.helling"},
        {"organisatie.coordinatietijd.basis", "organisatie.coordinatietijd.helling"}};
    for (int i = 0; i < 2; i++) {
        double most = sim_scenario_real_or(s, NULL, what[i][0], 0) +
                      sim_scenario_real_or(s, NULL, what[i][1], 0);
        if (most > OVERHEAD_MAX) {
            sim_scenario_fault(s, NULL, what[i][1], faults,
                               "'%s' en '%s' zijn samen %.3f; hoogstens %.1f",
                               what[i][0], what[i][1], most, OVERHEAD_MAX);
        }
    }
}

void wmo_check_organisatie(const struct sim_scenario *scenario,
                           struct sim_faults *faults)
{
    check_gebieden(scenario, faults);
    check_entries(scenario, faults);
    check_overhead(scenario, faults);
    if (!check_size(scenario, faults)) {
        return;
    }
    struct wmo_aanbieders aanbieders = {0};
    if (wmo_aanbieders_load(
            &aanbieders, scenario, sim_scenario_count(scenario, NULL, "wijken"),
            sim_scenario_count(scenario, NULL, "zorgvormen")) == SIM_OK) {
        check_cover(&aanbieders, scenario, faults);
        check_names(&aanbieders, scenario, faults);
    }
    wmo_aanbieders_free(&aanbieders);
}

/* --- The formatie --- */

/* Direct minutes a week of all teams of [aanbod]; HUGE_VAL when there is no budget, so
 * that nobody expects anybody. */
static double minutes_of(const struct wmo_formatieplan *plan, int year, int aanbod)
{
    const struct wmo_aanbod *a = &plan->landschap->aanbieders.aanbod[aanbod];
    int64_t cents = 0, minutes = 0;
    for (int t = a->first_team; t < a->first_team + a->team_count; t++) {
        const struct wmo_formatie *formatie = wmo_formatieplan_team(plan, year, t);
        cents += formatie->begroot_cents;
        minutes += formatie->minutes + 1; /* whole minutes, rounded down */
    }
    return cents > 0 ? (double)minutes : HUGE_VAL;
}

/* Whether [aanbod] has a year in which it could not support one inwoner; says so of the
 * first. A party with less than a medewerker has one with a smaller contract. */
static bool is_too_small(const struct wmo_formatieplan *plan, int aanbod,
                         const struct sim_scenario *s, struct sim_faults *faults)
{
    const struct wmo_landschap *l = plan->landschap;
    const struct wmo_aanbod *a = &l->aanbieders.aanbod[aanbod];
    const struct wmo_zorgvorm *z = &l->zorgvormen.items[a->zorgvorm];
    for (int y = 0; y < l->periode.year_count; y++) {
        double uren = minutes_of(plan, y, aanbod) / 60;
        if (uren < z->uren_per_week.mean) {
            sim_scenario_fault(s, NULL, "aanbieders", faults,
                               "'%s' heeft in %d voor '%s' %.2f uur per week, minder "
                               "dan een inwoner er gemiddeld krijgt (%.2f): er zijn "
                               "te veel aanbieders voor dit budget",
                               l->aanbieders.naam[a->aanbieder],
                               l->periode.first_year + y, z->naam, uren,
                               z->uren_per_week.mean);
            return true;
        }
    }
    return false;
}

void wmo_check_formatie(const struct wmo_landschap *landschap,
                        const struct sim_scenario *scenario, struct sim_faults *faults)
{
    struct wmo_formatieplan plan = {0};
    bool said = wmo_formatieplan_init(&plan, landschap) != SIM_OK;
    for (int a = 0; a < landschap->aanbieders.aanbod_count && !said; a++) {
        said = landschap->aanbieders.aanbod[a].aantal > 1 &&
               is_too_small(&plan, a, scenario, faults);
    }
    wmo_formatieplan_free(&plan);
}
