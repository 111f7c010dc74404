/* models/check/check_zorg.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/check/check_zorg.h"

#include "models/zorg/uitstroom.h"

/* The other reasons must leave the goal a part in every branch of the stay. */
static void check_uitstroom(const struct sim_scenario *s, const struct sim_node *node,
                            struct sim_faults *faults)
{
    double other = 365.25 * wmo_uitstroom_other(s, node);
    if (other <= 0) {
        return;
    }
    struct sim_dist stay;
    sim_scenario_dist(s, node, "verblijfsduur", &stay);
    double longest = wmo_uitstroom_longest(&stay) / 365.25;
    const char *naam = sim_scenario_text(s, node, "naam");
    if (longest <= 0) {
        sim_scenario_fault(s, node, "verblijfsduur", faults,
                           "'%s' heeft redenen van uitstroom (%.3f per jaar); de "
                           "verblijfsduur moet dan exponentieel of "
                           "hyperexponentieel zijn",
                           naam, other);
    } else if (other * longest >= 1) {
        sim_scenario_fault(s, node, "naam", faults,
                           "bij '%s' zijn Wlz, Participatiewet, verhuizing, "
                           "overlijden en einde bij evaluatie samen %.3f per jaar; bij "
                           "deze verblijfsduur, "
                           "die met alle redenen samen geldt, moet dat minder zijn "
                           "dan %.3f",
                           naam, other, 1 / longest);
    }
}

static void check_evaluatie(const struct sim_scenario *s, const struct sim_node *node,
                            struct sim_faults *faults)
{
    static const char *const chance[] = {
        "evaluatie.opschalen", "evaluatie.afschalen", "evaluatie.naar_buurtteam",
        "evaluatie.naar_sociale_basis", "evaluatie.einde"};
    const char *naam = sim_scenario_text(s, node, "naam");
    double sum = 0;
    for (size_t i = 0; i < sizeof chance / sizeof chance[0]; i++) {
        sum += sim_scenario_real_or(s, node, chance[i], 0);
    }
    if (sum > 1 + 1e-9) {
        sim_scenario_fault(s, node, "naam", faults,
                           "bij '%s' tellen de kansen van een evaluatie op tot %.3f; "
                           "hoogstens 1",
                           naam, sum);
    }
    if (sum > 0 && !sim_scenario_has(s, node, "evaluatie.interval")) {
        sim_scenario_fault(s, node, "naam", faults,
                           "bij '%s' heeft 'evaluatie' kansen, maar geen 'interval'",
                           naam);
    }
    if (sim_scenario_choice(s, node, "spoor") == 0 &&
        sim_scenario_real_or(s, node, "evaluatie.naar_buurtteam", 0) > 0) {
        sim_scenario_fault(s, node, "evaluatie.naar_buurtteam", faults,
                           "het buurtteam schaalt niet af naar zichzelf; "
                           "'evaluatie.naar_buurtteam' moet hier 0 zijn");
    }
    if (sim_scenario_real_or(s, node, "evaluatie.herindicatie_uren", 0) > 0 &&
        sim_scenario_real_or(s, node, "evaluatie.herindicatie_duur", 0) <= 0) {
        sim_scenario_fault(s, node, "evaluatie.herindicatie_uren", faults,
                           "'evaluatie.herindicatie_uren' vraagt een "
                           "'herindicatie_duur' boven 0");
    }
}

static void check_groep(const struct sim_scenario *s, const struct sim_node *node,
                        struct sim_faults *faults)
{
    if (!sim_scenario_has(s, node, "groep.maximum")) {
        return;
    }
    const char *naam = sim_scenario_text(s, node, "naam");
    bool per_groep = sim_scenario_has(s, node, "begeleiding") &&
                     sim_scenario_choice(s, node, "begeleiding") == 1;
    if (!per_groep || !sim_scenario_has(s, node, "groep.begeleiders") ||
        !sim_scenario_has(s, node, "groep.uren_per_dagdeel")) {
        sim_scenario_fault(s, node, "groep.maximum", faults,
                           "groepen van '%s' vragen begeleiding \"groep\", "
                           "'groep.begeleiders' en 'groep.uren_per_dagdeel'",
                           naam);
    }
    if (per_groep && sim_scenario_has(s, node, "groep.begeleiders") &&
        sim_scenario_has(s, node, "groep.uren_per_dagdeel") &&
        60 * sim_scenario_real(s, node, "groep.begeleiders") *
                sim_scenario_real(s, node, "groep.uren_per_dagdeel") <
            (double)sim_scenario_integer(s, node, "groep.maximum")) {
        sim_scenario_fault(s, node, "groep.begeleiders", faults,
                           "bij '%s' heeft een volle groep nog geen minuut van een "
                           "medewerker per inwoner",
                           naam);
    }
    if (sim_scenario_integer_or(s, node, "groep.minimum", 0) >
        sim_scenario_integer(s, node, "groep.maximum")) {
        sim_scenario_fault(s, node, "groep.minimum", faults,
                           "bij '%s' is het minimum van een groep groter dan het "
                           "maximum",
                           naam);
    }
    static const char *const rooms[] = {"groep.ruimten", "groep.ruimten_stad"};
    for (int i = 0; i < 2; i++) {
        if (sim_scenario_has(s, node, rooms[i]) &&
            !sim_scenario_has(s, node, "groep.dagdelen_per_ruimte")) {
            sim_scenario_fault(s, node, rooms[i], faults,
                               "'%s' vraagt 'groep.dagdelen_per_ruimte'", rooms[i]);
        }
    }
}

static void check_bereikbaarheid(const struct sim_scenario *s,
                                 const struct sim_node *node, struct sim_faults *faults)
{
    if (sim_scenario_real_or(s, node, "bereikbaarheid.oproepen", 0) > 0 &&
        (sim_scenario_integer_or(s, node, "bereikbaarheid.diensten", 0) == 0 ||
         !sim_scenario_has(s, node, "bereikbaarheid.oproep_uren"))) {
        sim_scenario_fault(s, node, "bereikbaarheid.oproepen", faults,
                           "oproepen vragen 'bereikbaarheid.diensten' boven 0 en "
                           "'bereikbaarheid.oproep_uren'");
    }
}

static void check_vervoer(const struct sim_scenario *s, const struct sim_node *node,
                          struct sim_faults *faults)
{
    if (sim_scenario_real_or(s, node, "vervoer.aandeel", 0) > 0 &&
        !sim_scenario_has(s, node, "groep.maximum")) {
        sim_scenario_fault(s, node, "vervoer.aandeel", faults,
                           "vervoer van '%s' vraagt groepen ('groep.maximum'), want de "
                           "dagen volgen uit de dagdelen",
                           sim_scenario_text(s, node, "naam"));
    }
}

void wmo_check_zorg(const struct sim_scenario *s, struct sim_faults *faults)
{
    for (int z = 0; z < sim_scenario_count(s, NULL, "zorgvormen"); z++) {
        const struct sim_node *node = sim_scenario_entry(s, NULL, "zorgvormen", z);
        check_uitstroom(s, node, faults);
        check_evaluatie(s, node, faults);
        check_groep(s, node, faults);
        check_vervoer(s, node, faults);
        check_bereikbaarheid(s, node, faults);
    }
}
