/* models/check/check_sociale_basis.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/check/check_sociale_basis.h"

#include <math.h>

#include "models/landschap/landschap.h"

#define PLAATSEN_MAX 1e7
#define EURO_MAX 1e13

static void check_dates(const struct wmo_sociale_basis *basis,
                        const struct sim_scenario *s, struct sim_faults *faults)
{
    for (int i = 0; i < basis->investering_count; i++) {
        const struct wmo_investering *v = &basis->investeringen[i];
        if (v->einde <= v->start + v->delay) {
            const struct sim_node *node =
                sim_scenario_entry(s, NULL, "sociale_basis.investeringen", i);
            sim_scenario_fault(s, node, "einde", faults,
                               "investering '%s' eindigt voordat er plaatsen zijn",
                               sim_scenario_text(s, node, "naam"));
        }
    }
}

/* Places of the whole city in [year] if all investeringen are there at once. */
static double most_places(const struct wmo_sociale_basis *basis, int year)
{
    double sum = sim_series_at(&basis->plaatsen, year) +
                 basis->vrijwilligers * basis->plaatsen_per_vrijwilliger *
                     pow(1 + basis->vrijwilligers_growth, year - basis->peiljaar);
    for (int i = 0; i < basis->investering_count; i++) {
        const struct wmo_investering *v = &basis->investeringen[i];
        sum += sim_series_at(&v->euro_per_year, year) / v->euro_per_plaats;
    }
    return sum;
}

/* The buurtteam refers, and two open voorzieningen cannot take over the same. */
static void check_open(const struct sim_scenario *s, struct sim_faults *faults)
{
    const char *list = "open_voorzieningen";
    for (int i = 0; i < sim_scenario_count(s, NULL, list); i++) {
        const struct sim_node *node = sim_scenario_entry(s, NULL, list, i);
        int zorgvorm = sim_scenario_reference(s, node, "zorgvorm");
        const struct sim_node *z = sim_scenario_entry(s, NULL, "zorgvormen", zorgvorm);
        if (sim_scenario_choice(s, z, "spoor") == 0) {
            sim_scenario_fault(
                s, node, "zorgvorm", faults,
                "een open voorziening neemt niets over van het buurtteam");
        }
        for (int j = 0; j < i; j++) {
            const struct sim_node *other = sim_scenario_entry(s, NULL, list, j);
            if (sim_scenario_reference(s, other, "zorgvorm") == zorgvorm) {
                sim_scenario_fault(s, node, "zorgvorm", faults,
                                   "'%s' heeft al een open voorziening",
                                   sim_scenario_text(s, z, "naam"));
            }
        }
    }
}

void wmo_check_plaatsen_euro(const struct wmo_landschap *l,
                             const struct sim_scenario *s, struct sim_faults *faults)
{
    double index = 1 + l->begroting.indexatie;
    for (int y = 0; y < l->periode.year_count; y++) {
        int year = l->periode.first_year + y;
        double euro = 366.0 * l->kortdurend_verblijf.bedden *
                      wmo_kortdurend_verblijf_cents(l, year) / 100;
        for (int w = 0; w < l->wijken.count; w++) {
            euro += pow(index, year - l->begroting.prijspeil) *
                    wmo_sociale_basis_euro(&l->sociale_basis, &l->wijken, w, year,
                                           l->periode.year_start[y],
                                           l->periode.year_start[y + 1]);
            for (int v = 0; v < l->open.count; v++) {
                euro += wmo_open_voorziening_euro(l, v, w, year);
            }
        }
        if (!(euro <= EURO_MAX)) {
            sim_scenario_fault(s, NULL, "begroting", faults,
                               "wat plaatsen in de sociale basis, open voorzieningen "
                               "en kortdurend verblijf kosten is in %d niet meer te "
                               "tellen",
                               year);
            break;
        }
    }
}

void wmo_check_sociale_basis(const struct sim_scenario *s, struct sim_faults *faults)
{
    struct sim_date start = sim_scenario_date(s, NULL, "periode.start");
    struct sim_date end = sim_scenario_date(s, NULL, "periode.einde");
    struct wmo_sociale_basis basis = {0};
    if (wmo_sociale_basis_load(&basis, s, start) == SIM_OK) {
        check_dates(&basis, s, faults);
        for (int year = start.year; year <= end.year; year++) {
            if (!(most_places(&basis, year) <= PLAATSEN_MAX)) {
                sim_scenario_fault(
                    s, NULL, "sociale_basis.plaatsen", faults,
                    "de sociale basis heeft in %d meer dan %.0f plaatsen", year,
                    PLAATSEN_MAX);
                break;
            }
        }
    }
    wmo_sociale_basis_free(&basis);
    check_open(s, faults);
}
