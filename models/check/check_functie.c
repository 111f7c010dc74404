/* models/check/check_functie.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/check/check_functie.h"

#include <math.h>

#include "models/personeel/functie.h"

/* A sum of shares may miss 1 by rounding in the file. */
#define SHARE_ROUNDING 1e-9

static void check_shares(const struct sim_scenario *s, struct sim_faults *faults)
{
    double sum = 0;
    int count = sim_scenario_count(s, NULL, "functies");
    for (int f = 0; f < count; f++) {
        sum +=
            sim_scenario_real(s, sim_scenario_entry(s, NULL, "functies", f), "aandeel");
    }
    if (count > 0 && fabs(sum - 1) > SHARE_ROUNDING) {
        sim_scenario_fault(s, sim_scenario_entry(s, NULL, "functies", count - 1),
                           "aandeel", faults,
                           "de aandelen van de functies tellen op tot %.3f in plaats "
                           "van 1",
                           sum);
    }
    if (count > WMO_FUNCTIE_MAX) {
        sim_scenario_fault(s, NULL, "functies", faults, "er zijn meer dan %d functies",
                           WMO_FUNCTIE_MAX);
    }
}

/* The skills of a pool hold so many different maxima and no more. */
static void check_maxima(const struct sim_scenario *s, struct sim_faults *faults)
{
    const char *path = "max_uren_per_week";
    double seen[WMO_FUNCTIE_DREMPELS];
    int found = 0;
    for (int f = 0; f < sim_scenario_count(s, NULL, "functies"); f++) {
        const struct sim_node *node = sim_scenario_entry(s, NULL, "functies", f);
        if (!sim_scenario_has(s, node, path)) {
            continue;
        }
        double hours = sim_scenario_real(s, node, path);
        int at = 0;
        while (at < found && lround(60 * seen[at]) != lround(60 * hours)) {
            at++;
        }
        if (at == WMO_FUNCTIE_DREMPELS) {
            sim_scenario_fault(s, node, path, faults,
                               "de functies hebben samen meer dan %d verschillende "
                               "'max_uren_per_week'",
                               WMO_FUNCTIE_DREMPELS);
            return;
        }
        found += at == found;
        seen[at] = hours;
    }
}

/* The smallest team has only the largest functie, and must be able to support anybody;
 * the buurtteam does an onderzoek for whoever comes. */
static void check_zorgvorm(const struct sim_scenario *s,
                           const struct wmo_functies *functies,
                           const struct wmo_zorgvormen *all, int zorgvorm,
                           struct sim_faults *faults)
{
    static const int32_t NONE[WMO_FUNCTIE_MAX] = {0};
    int largest = wmo_functies_erbij(functies, zorgvorm, NONE);
    if (largest == WMO_GEEN_FUNCTIE) {
        return;
    }
    const struct wmo_functie *f = &functies->items[largest];
    const struct sim_node *node = sim_scenario_entry(s, NULL, "functies", largest);
    if (f->max_minutes < INT32_MAX) {
        sim_scenario_fault(s, node, "max_uren_per_week", faults,
                           "in zorgvorm '%s' heeft de grootste functie '%s' een "
                           "maximum: een klein team kan dan niet iedereen begeleiden",
                           all->items[zorgvorm].naam, f->naam);
    } else if (zorgvorm == all->buurtteam &&
               wmo_functies_is_beperkt(functies, zorgvorm)) {
        sim_scenario_fault(s, node, "zorgvormen", faults,
                           "een functie met 'max_uren_per_week' kan niet bij het "
                           "buurtteam '%s' werken",
                           all->items[zorgvorm].naam);
    }
}

void wmo_check_functies(const struct sim_scenario *s, struct sim_faults *faults)
{
    check_shares(s, faults);
    check_maxima(s, faults);
    struct wmo_zorgvormen all = {0};
    struct wmo_functies functies = {0};
    if (faults->count == 0 && wmo_zorgvormen_load(&all, s) == SIM_OK &&
        wmo_functies_load(&functies, s, &all) == SIM_OK) {
        for (int z = 0; z < all.count; z++) {
            check_zorgvorm(s, &functies, &all, z, faults);
        }
    }
    wmo_functies_free(&functies);
    wmo_zorgvormen_free(&all);
}
