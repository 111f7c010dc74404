/* models/check_sociale_basis.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/check_sociale_basis.h"

#include <math.h>

#include "models/sociale_basis.h"

#define PLAATSEN_MAX 1e7

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
}
