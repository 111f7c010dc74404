/* models/traject/reistijd.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/traject/reistijd.h"

#include <math.h>

/* The fraction of the golden ratio: its multiples, modulo 1, spread evenly however many
 * there are, so a medewerker keeps the wijk when the team grows. */
#define GOLDEN 0.61803398874989484820

int wmo_reistijd_thuiswijk(const struct wmo_gemeente *self, int team, int member)
{
    const struct wmo_team *t = &self->teams.items[team];
    if (t->wijk != WMO_NONE) {
        return t->wijk;
    }
    const struct wmo_formatieplan *plan = &self->formatieplan;
    double whole;
    double place = modf((member + 0.5) * GOLDEN, &whole) *
                   (double)wmo_formatieplan_team(plan, 0, team)->begroot_cents;
    int home = WMO_NONE;
    for (int wijk = 0; wijk < self->landschap.wijken.count; wijk++) {
        int64_t cents = wmo_formatieplan_wijk_cents(plan, 0, team, wijk);
        if (cents > 0 && (home == WMO_NONE || place >= 0)) {
            home = wijk;
        }
        place -= (double)cents;
    }
    return home;
}

int32_t wmo_reistijd_minutes(const struct wmo_gemeente *self, int team, int member,
                             int wijk)
{
    int32_t minutes = self->landschap.reistijd_minutes;
    int zorgvorm = self->teams.items[team].zorgvorm;
    if (minutes == 0 || self->landschap.zorgvormen.items[zorgvorm].per_groep) {
        return 0;
    }
    return wmo_reistijd_thuiswijk(self, team, member) == wijk ? 0 : minutes;
}
