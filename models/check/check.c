/* models/check/check.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/check/check.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "models/check/check_personeel.h"
#include "models/check/check_bedden.h"
#include "models/check/check_bekostiging.h"
#include "models/check/check_zorg.h"
#include "models/check/check_doelgroep.h"
#include "models/check/check_functie.h"
#include "models/check/check_instroom.h"
#include "models/check/check_organisatie.h"
#include "models/check/check_kader.h"
#include "models/check/check_overgang.h"
#include "models/check/check_sociale_basis.h"
#include "models/landschap/landschap.h"

#define YEAR_MAX 100
#define ARRIVAL_MAX 1000000000 /* of one process; more do not fit in memory */
#define MEDEWERKER_MAX 1e6
#define EURO_MAX 1e13 /* whole cents of it fit 64 bits a thousand times */

/* A sum of shares may miss 1 by rounding in the file. */
#define SHARE_ROUNDING 1e-9

static void check_periode(const struct sim_scenario *s, struct sim_faults *faults)
{
    struct sim_date start = sim_scenario_date(s, NULL, "periode.start");
    struct sim_date end = sim_scenario_date(s, NULL, "periode.einde");
    if (start.month != 1 || start.day != 1) {
        sim_scenario_fault(s, NULL, "periode.start", faults,
                           "'periode.start' is geen 1 januari");
    }
    if (end.month != 12 || end.day != 31) {
        sim_scenario_fault(s, NULL, "periode.einde", faults,
                           "'periode.einde' is geen 31 december");
    }
    if (end.year < start.year) {
        sim_scenario_fault(s, NULL, "periode.einde", faults,
                           "'periode.einde' ligt voor 'periode.start'");
    } else if (end.year - start.year >= YEAR_MAX) {
        sim_scenario_fault(s, NULL, "periode.einde", faults,
                           "de periode is langer dan %d jaar", YEAR_MAX);
    }
}

/* Each list must have something in it, and none of its names may be that of a sum. */
static void check_lists(const struct sim_scenario *s, struct sim_faults *faults)
{
    static const char *const lists[] = {"wijken", "zorgvormen", "aanbieders",
                                        "begrotingsposten"};
    static const char *const reserved[] = {"totaal", "aanvullende_zorg",
                                           "sociale_basis"};
    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++) {
        int count = sim_scenario_count(s, NULL, lists[i]);
        if (count == 0) {
            sim_scenario_fault(s, NULL, lists[i], faults,
                               "'%s' is leeg; er is er ten minste een nodig", lists[i]);
        }
        for (int e = 0; e < count; e++) {
            const struct sim_node *node = sim_scenario_entry(s, NULL, lists[i], e);
            for (size_t r = 0; r < sizeof reserved / sizeof reserved[0]; r++) {
                if (strcmp(sim_scenario_text(s, node, "naam"), reserved[r]) == 0) {
                    sim_scenario_fault(s, node, "naam", faults,
                                       "de naam '%s' is gereserveerd voor een som",
                                       reserved[r]);
                }
            }
        }
    }
    if (sim_scenario_count(s, NULL, "wijken") > WMO_WIJK_MAX) {
        sim_scenario_fault(s, NULL, "wijken", faults, "er zijn meer dan %d wijken",
                           WMO_WIJK_MAX);
    }
}

static void check_buurtteam(const struct sim_scenario *s, struct sim_faults *faults)
{
    int found = 0;
    for (int z = 0; z < sim_scenario_count(s, NULL, "zorgvormen"); z++) {
        const struct sim_node *node = sim_scenario_entry(s, NULL, "zorgvormen", z);
        bool is_buurtteam = sim_scenario_choice(s, node, "spoor") == 0;
        found += is_buurtteam;
        if (is_buurtteam && sim_scenario_real(s, node, "verwijzing") > 0) {
            sim_scenario_fault(s, node, "verwijzing", faults,
                               "het buurtteam verwijst niet naar zichzelf; "
                               "'verwijzing' moet hier 0 zijn");
        }
        if (is_buurtteam && sim_scenario_real_or(s, node, "instroom", 0) > 0) {
            sim_scenario_fault(
                s, node, "instroom", faults,
                "het buurtteam krijgt hulpvragen; 'instroom' moet hier 0 "
                "zijn");
        }
    }
    if (found != 1) {
        sim_scenario_fault(s, NULL, "zorgvormen", faults,
                           "er zijn %d zorgvormen met spoor \"basiszorg\"; precies een "
                           "is nodig, het buurtteam",
                           found);
    }
}

/* The largest sum over the zorgvormen of the share referred, over wijken, at [year]. */
static double most_referred(const struct wmo_wijken *wijken,
                            const struct wmo_zorgvormen *zorgvormen, int peiljaar,
                            int year, const char **where)
{
    double most = 0;
    for (int w = 0; w < wijken->count; w++) {
        double sum = 0;
        for (int z = 0; z < zorgvormen->count; z++) {
            sum += wmo_landschap_aandeel_verwezen(wijken, &zorgvormen->items[z], w,
                                                  peiljaar, year);
        }
        if (sum > most) {
            most = sum;
            *where = wijken->items[w].naam;
        }
    }
    return most;
}

static void check_verwijzing(const struct sim_scenario *s, struct sim_faults *faults)
{
    struct wmo_wijken wijken = {0};
    struct wmo_zorgvormen zorgvormen = {0};
    if (wmo_wijken_load(&wijken, s) == SIM_OK &&
        wmo_zorgvormen_load(&zorgvormen, s) == SIM_OK) {
        int peiljaar = (int)sim_scenario_integer(s, NULL, "hulpvragen.peiljaar");
        const int ends[] = {sim_scenario_date(s, NULL, "periode.start").year,
                            sim_scenario_date(s, NULL, "periode.einde").year + 1};
        const char *where = "";
        for (int e = 0; e < 2; e++) {
            double most =
                most_referred(&wijken, &zorgvormen, peiljaar, ends[e], &where);
            if (most > 1 + SHARE_ROUNDING) {
                sim_scenario_fault(s, NULL, "zorgvormen", faults,
                                   "de verwijzingen tellen in %d in wijk '%s' op tot "
                                   "%.3f; hoogstens 1",
                                   ends[e], where, most);
                break;
            }
        }
    }
    wmo_wijken_free(&wijken);
    wmo_zorgvormen_free(&zorgvormen);
}

/* Lists that are about aanvullende zorg, and consultatie that leaves verwijzingen. */
static void check_toegang(const struct sim_scenario *s, struct sim_faults *faults)
{
    static const char *const lists[] = {"consultatie.zorgvormen",
                                        "coordinatie.zorgvormen",
                                        "overbrugging.zorgvormen",
                                        "escalatie.zorgvormen",
                                        "onderaannemers.zorgvormen",
                                        "keuze.zorgvormen",
                                        "beweging.groep.zorgvormen",
                                        "beweging.blended.zorgvormen",
                                        "beweging.kortere_trajecten.zorgvormen",
                                        "beweging.werkfit.zorgvormen",
                                        "beweging.naar_buurtteam.zorgvormen"};
    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++) {
        for (int e = 0; sim_scenario_has(s, NULL, lists[i]) &&
                        e < sim_scenario_count(s, NULL, lists[i]);
             e++) {
            int z = sim_scenario_reference_at(s, NULL, lists[i], e);
            const struct sim_node *node = sim_scenario_entry(s, NULL, "zorgvormen", z);
            if (sim_scenario_choice(s, node, "spoor") == 0) {
                sim_scenario_fault(s, NULL, lists[i], faults,
                                   "'%s' noemt het buurtteam; alleen aanvullende zorg "
                                   "kan daarin staan",
                                   lists[i]);
            }
        }
    }
    struct wmo_toegang toegang = {0};
    wmo_toegang_load(&toegang, s, sim_scenario_date(s, NULL, "periode.start"));
    double aandeel = fmax(toegang.consultatie.begin, toegang.consultatie.eind);
    double share = 100 * aandeel * toegang.consultatie_effect;
    if (share > 1 + SHARE_ROUNDING) {
        sim_scenario_fault(s, NULL, "consultatie", faults,
                           "consultatie neemt %.3f van de verwijzingen weg (100 x "
                           "aandeel x effect); hoogstens 1",
                           share);
    }
}

static void check_posten(const struct sim_scenario *s, struct sim_faults *faults)
{
    for (int p = 0; p < sim_scenario_count(s, NULL, "begrotingsposten"); p++) {
        double sum = 0;
        for (int z = 0; z < sim_scenario_count(s, NULL, "zorgvormen"); z++) {
            const struct sim_node *node = sim_scenario_entry(s, NULL, "zorgvormen", z);
            if (sim_scenario_reference(s, node, "begrotingspost") == p) {
                sum += sim_scenario_real(s, node, "aandeel_post");
            }
        }
        sum += wmo_check_bedden_aandeel(s, p);
        if (sum > 1 + SHARE_ROUNDING) {
            const struct sim_node *node =
                sim_scenario_entry(s, NULL, "begrotingsposten", p);
            sim_scenario_fault(
                s, node, "naam", faults,
                "de zorgvormen van post '%s'%s hebben samen %.3f van het "
                "bedrag ('aandeel_post'); hoogstens 1",
                sim_scenario_text(s, node, "naam"),
                wmo_check_bedden_aandeel(s, p) > 0 ? " en kortdurend verblijf" : "",
                sum);
        }
    }
}

/* The money and people of [zorgvorm] in [year] stay within what can be counted. */
static bool is_countable(const struct wmo_landschap *l, int zorgvorm, int year)
{
    const struct wmo_zorgvorm *z = &l->zorgvormen.items[zorgvorm];
    double euro = wmo_begroting_post(&l->begroting, z->post, year, &l->wijken);
    int year_index = year - l->periode.first_year;
    double kostprijs = wmo_landschap_kostprijs(l, zorgvorm, year_index);
    double uren = wmo_fte_factor(&l->fte_factors, year_index, zorgvorm).uren;
    double per_inwoner =
        168 * 60 * kostprijs / (z->minutes_per_fte * uren) +
        wmo_begroting_activiteiten(&l->begroting, z, year) +
        7 * wmo_begroting_vervoer(&l->begroting, z, WMO_VERVOER_GEWOON, year) +
        7 * wmo_begroting_vervoer(&l->begroting, z, WMO_VERVOER_ROLSTOEL, year);
    double medewerkers = euro / kostprijs / z->contract_fte;
    return euro <= EURO_MAX && per_inwoner <= EURO_MAX && medewerkers <= MEDEWERKER_MAX;
}

/* Expected arrivals in the whole run from [wijk]: hulpvragen, or along [route] where
 * that is not WMO_NONE. */
static double expected_arrivals(const struct wmo_landschap *l, int route, int wijk)
{
    double sum = 0;
    for (int m = 0; m < l->periode.month_count; m++) {
        sum += wmo_landschap_instroom(l, route, wijk, m) * 365.25 / 12;
    }
    return sum;
}

static void check_arrivals(const struct wmo_landschap *l, const struct sim_scenario *s,
                           struct sim_faults *faults)
{
    for (int r = WMO_NONE; r < l->instroom.count; r++) {
        for (int w = 0; w < l->wijken.count; w++) {
            /* Written so that what is not a number is a fault too. */
            if (!(expected_arrivals(l, r, w) <= ARRIVAL_MAX)) {
                sim_scenario_fault(
                    s, NULL, "wijken", faults,
                    "wijk '%s' heeft in de hele periode meer dan %d %s%s",
                    l->wijken.items[w].naam, ARRIVAL_MAX,
                    r == WMO_NONE ? "hulpvragen" : "aanmeldingen voor ",
                    r == WMO_NONE ? "" : l->instroom.items[r].naam);
            }
        }
    }
}

/* Growth over the years can lead beyond what single values are allowed to be. */
static void check_growth(const struct sim_scenario *s, struct sim_faults *faults)
{
    struct wmo_landschap l = {0};
    enum sim_status status = wmo_landschap_load(&l, s);
    if (status == SIM_OK) {
        check_arrivals(&l, s, faults);
    }
    for (int z = 0; status == SIM_OK && z < l.zorgvormen.count; z++) {
        for (int y = 0; y < l.periode.year_count; y++) {
            if (!is_countable(&l, z, l.periode.first_year + y)) {
                sim_scenario_fault(
                    s, NULL, "begroting", faults,
                    "het budget, de kosten of het aantal medewerkers van "
                    "'%s' is in %d niet meer te tellen; kijk naar "
                    "prijspeil, indexatie en loonkosten_groei",
                    l.zorgvormen.items[z].naam, l.periode.first_year + y);
                break;
            }
        }
    }
    if (status == SIM_OK) {
        wmo_check_doelgroepmix(&l, s, faults);
        wmo_check_plaatsen_euro(&l, s, faults);
        wmo_check_formatie(&l, s, faults);
        wmo_check_kader(&l, s, faults);
        wmo_check_personeelsgroei(&l, s, faults);
    }
    wmo_landschap_free(&l);
}

void wmo_check(const struct sim_scenario *scenario, struct sim_faults *faults)
{
    check_periode(scenario, faults);
    check_lists(scenario, faults);
    check_buurtteam(scenario, faults);
    check_verwijzing(scenario, faults);
    check_toegang(scenario, faults);
    check_posten(scenario, faults);
    wmo_check_zorg(scenario, faults);
    wmo_check_bedden(scenario, faults);
    wmo_check_doelgroepen(scenario, faults);
    wmo_check_personeel(scenario, faults);
    wmo_check_functies(scenario, faults);
    wmo_check_instroom(scenario, faults);
    wmo_check_overgang(scenario, faults);
    wmo_check_sociale_basis(scenario, faults);
    wmo_check_organisatie(scenario, faults);
    wmo_check_bekostiging(scenario, faults);
    if (faults->count == 0) {
        check_growth(scenario, faults);
    }
}
