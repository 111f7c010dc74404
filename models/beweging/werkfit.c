/* models/beweging/werkfit.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/beweging/werkfit.h"

#include "models/gemeente/gemeente.h"
#include "models/purpose.h"

/* A share may miss by rounding. */
#define ROUNDING 1e-9

void wmo_werkfit_load(struct wmo_werkfit *self, const struct sim_scenario *scenario,
                      struct sim_date origin, struct wmo_zorgvormen *zorgvormen)
{
    const struct sim_node *node = sim_scenario_find(scenario, NULL, "beweging.werkfit");
    wmo_ramp_load(&self->aandeel, scenario, node, origin, 0,
                  wmo_optional_real(scenario, node, "aandeel", 0));
    self->aandeel_zwaar = wmo_optional_real(scenario, node, "aandeel_zwaar", 1);
    wmo_werkwijze_mark(zorgvormen, scenario, node, WMO_WERKWIJZE_WERKFIT);
}

bool wmo_werkfit_is_zwaar(const struct wmo_werkfit *self, double uren,
                          const struct sim_dist *uren_per_week)
{
    double fewer = sim_dist_cdf(uren_per_week, uren * (1 - ROUNDING));
    return fewer >= 1 - self->aandeel_zwaar - ROUNDING;
}

bool wmo_werkfit_goes(struct wmo_gemeente *self, uint32_t row, int zorgvorm)
{
    const struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    const struct wmo_werkfit *werkfit = &self->landschap.werkfit;
    const struct wmo_zorgvorm *z = &self->landschap.zorgvormen.items[zorgvorm];
    double aandeel = wmo_ramp_at(&werkfit->aandeel, self->engine.now);
    if (!(z->werkwijze & WMO_WERKWIJZE_WERKFIT) ||
        wmo_gemeente_luck(self, inwoner, WMO_BEWEGING_WERKFIT) >= aandeel) {
        return false;
    }
    double uren = wmo_gemeente_draw(self, &z->uren_per_week, inwoner,
                                    wmo_purpose_of(WMO_PURPOSE_UREN, zorgvorm));
    return wmo_werkfit_is_zwaar(werkfit, uren, &z->uren_per_week);
}
