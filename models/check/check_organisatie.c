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

/* In how many wijken nobody offers [zorgvorm] to new inwoners in year [year_index],
 * with the first. */
static int uncovered(const struct wmo_aanbieders *aanbieders, int year_index,
                     int zorgvorm, int *first)
{
    int missing = 0;
    for (int w = aanbieders->wijk_count - 1; w >= 0; w--) {
        const struct wmo_keuze *keuze =
            wmo_aanbieders_keuze(aanbieders, year_index, zorgvorm, w);
        bool found = false;
        for (int i = 0; i < keuze->count && !found; i++) {
            found = wmo_aanbieders_takes_new(aanbieders, keuze->aanbod[i], year_index);
        }
        if (!found) {
            *first = w;
            missing++;
        }
    }
    return missing;
}

/* Every zorgvorm in every wijk and year; of a zorgvorm the first year is said, where
 * years differ. */
static void check_cover(const struct wmo_aanbieders *aanbieders,
                        const struct sim_scenario *s, struct sim_faults *faults)
{
    for (int z = 0; z < aanbieders->zorgvorm_count; z++) {
        const struct sim_node *zorgvorm = sim_scenario_entry(s, NULL, "zorgvormen", z);
        int missing = 0, first = 0;
        for (int y = 0; y < aanbieders->keuze_years && missing == 0; y++) {
            missing = uncovered(aanbieders, y, z, &first);
            if (missing == 0) {
                continue;
            }
            char year[16] = "";
            if (aanbieders->keuze_years > 1) {
                snprintf(year, sizeof year, " (%d)", aanbieders->first_year + y);
            }
            sim_scenario_fault(
                s, NULL, "aanbieders", faults,
                aanbieders->any_runs_out
                    ? "geen aanbieder levert '%s' aan wie nieuw is, in %d van de %d "
                      "wijken, waaronder '%s'%s"
                    : "geen aanbieder levert '%s' in %d van de %d wijken, waaronder "
                      "'%s'%s",
                sim_scenario_text(s, zorgvorm, "naam"), missing, aanbieders->wijk_count,
                sim_scenario_text(s, sim_scenario_entry(s, NULL, "wijken", first),
                                  "naam"),
                year);
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
