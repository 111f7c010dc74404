/* models/check/check_doelgroep.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/check/check_doelgroep.h"

#include <math.h>

/* A sum of shares may miss 1 by rounding in the file. */
#define SHARE_ROUNDING 1e-9

static void check_counts(const struct sim_scenario *s, struct sim_faults *faults)
{
    int groepen = sim_scenario_count(s, NULL, "leeftijdsgroepen");
    int doelgroepen = sim_scenario_count(s, NULL, "doelgroepen");
    if (groepen > WMO_LEEFTIJDSGROEP_MAX) {
        sim_scenario_fault(s, NULL, "leeftijdsgroepen", faults,
                           "er zijn meer dan %d leeftijdsgroepen",
                           WMO_LEEFTIJDSGROEP_MAX);
    }
    if (doelgroepen > WMO_DOELGROEP_MAX) {
        sim_scenario_fault(s, NULL, "doelgroepen", faults,
                           "er zijn meer dan %d doelgroepen", WMO_DOELGROEP_MAX);
    }
    if (doelgroepen > 0 && groepen == 0) {
        sim_scenario_fault(s, NULL, "doelgroepen", faults,
                           "er zijn doelgroepen maar geen leeftijdsgroepen");
    }
}

/* Every leeftijdsgroep is a part of one phase of life; those of a phase make it up. */
static void check_phases(const struct sim_scenario *s, struct sim_faults *faults)
{
    static const char *const phase[] = {"jeugd", "volwassen", "65plus"};
    for (int p = 0; p < 3; p++) {
        double sum = 0;
        const struct sim_node *last = NULL;
        for (int g = 0; g < sim_scenario_count(s, NULL, "leeftijdsgroepen"); g++) {
            const struct sim_node *node =
                sim_scenario_entry(s, NULL, "leeftijdsgroepen", g);
            if (sim_scenario_choice(s, node, "levensfase") == p) {
                sum += sim_scenario_real(s, node, "aandeel");
                last = node;
            }
        }
        if (last && fabs(sum - 1) > SHARE_ROUNDING) {
            sim_scenario_fault(s, last, "aandeel", faults,
                               "de leeftijdsgroepen van levensfase '%s' tellen op tot "
                               "%.3f in plaats van 1",
                               phase[p], sum);
        }
    }
}

static void check_wijken(const struct sim_scenario *s, struct sim_faults *faults)
{
    for (int w = 0; w < sim_scenario_count(s, NULL, "wijken"); w++) {
        const struct sim_node *node = sim_scenario_entry(s, NULL, "wijken", w);
        if (sim_scenario_has(s, node, "aandeel_0_17") &&
            sim_scenario_real(s, node, "aandeel_0_17") +
                    sim_scenario_real(s, node, "aandeel_65plus") >
                1 + SHARE_ROUNDING) {
            sim_scenario_fault(s, node, "aandeel_0_17", faults,
                               "in wijk '%s' zijn 'aandeel_0_17' en 'aandeel_65plus' "
                               "samen meer dan 1",
                               sim_scenario_text(s, node, "naam"));
        }
    }
}

/* Every name in [list] of a doelgroep is one of the list [names]. */
static void check_names(const struct sim_scenario *s, const char *list,
                        const char *names, struct sim_faults *faults)
{
    for (int d = 0; d < sim_scenario_count(s, NULL, "doelgroepen"); d++) {
        const struct sim_node *node = sim_scenario_entry(s, NULL, "doelgroepen", d);
        for (int i = 0; i < sim_scenario_count(s, node, list); i++) {
            const struct sim_node *entry = sim_scenario_entry(s, node, list, i);
            const char *name = sim_scenario_text(s, entry, "naam");
            if (sim_scenario_index(s, NULL, names, name) < 0) {
                sim_scenario_fault(s, entry, "naam", faults,
                                   "'%s' in '%s' van doelgroep '%s' staat niet in '%s'",
                                   name, list, sim_scenario_text(s, node, "naam"),
                                   names);
            }
        }
    }
}

void wmo_check_doelgroepen(const struct sim_scenario *s, struct sim_faults *faults)
{
    check_counts(s, faults);
    check_phases(s, faults);
    check_wijken(s, faults);
    check_names(s, "incidentie", "leeftijdsgroepen", faults);
    check_names(s, "zorgvormen", "zorgvormen", faults);
}

/* --- What follows from them --- */

static double incidence(const struct wmo_landschap *l, int doelgroep)
{
    double sum = 0;
    for (int g = 0; g < l->leeftijdsgroepen.count; g++) {
        sum += l->doelgroepen.items[doelgroep].incidentie[g];
    }
    return sum;
}

/* Somebody must need each zorgvorm. */
static void check_fit(const struct wmo_landschap *l, const struct sim_scenario *s,
                      struct sim_faults *faults)
{
    for (int z = 0; z < l->zorgvormen.count; z++) {
        bool fits = z == l->zorgvormen.buurtteam;
        for (int d = 0; d < l->doelgroepen.count; d++) {
            fits = fits || (incidence(l, d) > 0 && l->doelgroepen.items[d].past[z] > 0);
        }
        if (!fits) {
            sim_scenario_fault(s, NULL, "doelgroepen", faults,
                               "geen doelgroep met hulpvragen past bij zorgvorm '%s'",
                               l->zorgvormen.items[z].naam);
        }
    }
}

static double referred(const struct wmo_landschap *l, int month, int wijk,
                       int doelgroep)
{
    double sum = 0;
    for (int z = 0; z < l->zorgvormen.count; z++) {
        sum +=
            wmo_landschap_aandeel_verwezen(&l->wijken, &l->zorgvormen.items[z], wijk,
                                           l->peiljaar, l->periode.month_year[month]) *
            wmo_doelgroepmix_verwijzing(&l->mix, month / 12, wijk, z, doelgroep);
    }
    return sum;
}

/* Whether the chances of [doelgroep] in [wijk] in [month] are chances. */
static bool check_chances(const struct wmo_landschap *l, const struct sim_scenario *s,
                          int month, int wijk, int doelgroep, struct sim_faults *faults)
{
    const struct sim_node *node = sim_scenario_entry(s, NULL, "doelgroepen", doelgroep);
    int year = l->periode.first_year + month / 12;
    double past = wmo_doelgroepmix_past(&l->mix, month / 12, wijk, doelgroep);
    double verwijzing = referred(l, month, wijk, doelgroep);
    if (past > 1 + SHARE_ROUNDING) {
        sim_scenario_fault(
            s, node, "naam", faults,
            "de kans dat de sociale basis past is voor doelgroep '%s' in "
            "%d in wijk '%s' %.3f; hoogstens 1",
            l->doelgroepen.items[doelgroep].naam, year, l->wijken.items[wijk].naam,
            past);
        return false;
    }
    if (verwijzing > 1 + SHARE_ROUNDING) {
        sim_scenario_fault(s, node, "naam", faults,
                           "de verwijzingen van doelgroep '%s' tellen in %d in wijk "
                           "'%s' op tot %.3f; hoogstens 1",
                           l->doelgroepen.items[doelgroep].naam, year,
                           l->wijken.items[wijk].naam, verwijzing);
        return false;
    }
    return true;
}

/* The reasons of [doelgroep] must leave the goal of [zorgvorm] a part in every branch
 * of the stay. */
static void check_uitstroom(const struct wmo_landschap *l, const struct sim_scenario *s,
                            int zorgvorm, int doelgroep, struct sim_faults *faults)
{
    const struct wmo_uitstroom *u = &l->zorgvormen.items[zorgvorm].uitstroom;
    double longest = wmo_uitstroom_longest(&u->verblijf) / 365.25;
    double other = 365.25 * wmo_uitstroom_other_of(u, &l->mix, zorgvorm, doelgroep);
    if (wmo_doelgroepmix_has_reden(&l->mix, zorgvorm, doelgroep) &&
        other * longest >= 1) {
        sim_scenario_fault(
            s, sim_scenario_entry(s, NULL, "doelgroepen", doelgroep), "naam", faults,
            "bij '%s' zijn voor doelgroep '%s' Wlz, Participatiewet, verhuizing, "
            "overlijden en einde bij evaluatie samen %.3f per jaar bij de gemiddelde "
            "verblijfsduur; bij deze verblijfsduur, die met alle redenen samen geldt, "
            "moet dat minder zijn dan %.3f; maak de factoren kleiner",
            l->zorgvormen.items[zorgvorm].naam, l->doelgroepen.items[doelgroep].naam,
            other, 1 / longest);
    }
}

void wmo_check_doelgroepmix(const struct wmo_landschap *l, const struct sim_scenario *s,
                            struct sim_faults *faults)
{
    if (l->doelgroepen.count == 0) {
        return;
    }
    check_fit(l, s, faults);
    for (int d = 0; d < l->doelgroepen.count; d++) {
        for (int z = 0; z < l->zorgvormen.count; z++) {
            check_uitstroom(l, s, z, d, faults);
        }
        bool fine = true;
        for (int m = 0; fine && m < l->periode.month_count; m++) {
            for (int w = 0; fine && w < l->wijken.count; w++) {
                fine = check_chances(l, s, m, w, d, faults);
            }
        }
    }
}
