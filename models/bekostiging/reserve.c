/* models/bekostiging/reserve.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/bekostiging/reserve.h"

#include <math.h>

#include "models/gemeente/gemeente.h"

void wmo_reserve_load(struct wmo_reserve *self, const struct sim_scenario *scenario)
{
    self->maximum = sim_scenario_real_or(scenario, NULL, "reserve.maximum", 0);
    self->social_return = sim_scenario_real_or(scenario, NULL, "social_return", 0);
}

/* Whether who has [aanbod] now goes on with it next year: its contract does not end, or
 * is extended. */
static bool goes_on(const struct wmo_gemeente *self, int aanbod)
{
    int next = self->year_index + 1;
    return !wmo_aanbieders_ended(&self->landschap.aanbieders, aanbod, next) &&
           !(next < self->landschap.periode.year_count &&
             wmo_contract_wisselt(self, aanbod, next));
}

/* Whether one on [rekening] goes on, and has the budget as a sum. */
static bool keeps(const struct wmo_gemeente *self, int rekening)
{
    const struct wmo_rekeningen *all = &self->rekeningen;
    bool one_does = false;
    for (int t = all->items[rekening].first_team; t != WMO_NONE && !one_does;
         t = all->volgende[t]) {
        int aanbod = self->teams.items[t].aanbod;
        one_does =
            wmo_bekostiging_heeft_som(&self->landschap.aanbieders.aanbod[aanbod]) &&
            goes_on(self, aanbod);
    }
    return one_does;
}

static void close(struct wmo_gemeente *self, int rekening)
{
    struct wmo_rekening *r = &self->rekeningen.items[rekening];
    struct wmo_tel *tel = wmo_gemeente_team_tel(self, r->first_team);
    int64_t left = r->begroot_cents - r->geboekt_cents;
    int64_t budget = r->begroot_cents - r->reserve_cents;
    int64_t most = keeps(self, rekening)
                       ? llround((double)budget * self->landschap.reserve.maximum)
                       : 0;
    r->reserve_cents = left < 0 ? 0 : left < most ? left : most;
    tel->reserve_cents = r->reserve_cents;
    tel->teruggegeven_cents += left > 0 ? left - r->reserve_cents : 0;
    tel->tekort_cents += left < 0 ? -left : 0;
}

void wmo_reserve_close_year(struct wmo_gemeente *gemeente)
{
    for (int r = 0; r < gemeente->rekeningen.count; r++) {
        const struct wmo_rekening *rekening = &gemeente->rekeningen.items[r];
        if (!rekening->is_open && rekening->first_team != WMO_NONE) {
            close(gemeente, r);
        }
    }
}

int64_t wmo_reserve_social_return(const struct wmo_gemeente *gemeente, int zorgvorm,
                                  int64_t cents)
{
    const struct wmo_landschap *l = &gemeente->landschap;
    return zorgvorm == l->zorgvormen.buurtteam
               ? 0
               : llround((double)cents * l->reserve.social_return);
}
