/* models/bekostiging/bekostiging.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/bekostiging/bekostiging.h"

/* Hours that go to administration, by family. */
static const char *const ADMINISTRATIE[WMO_FAMILIE_COUNT] = {
    [WMO_TAAKGERICHT] = "bekostiging.taakgericht.administratie",
    [WMO_PXQ] = "bekostiging.pxq.administratie",
    [WMO_VIERKANT] = "bekostiging.vierkant.administratie",
    [WMO_PERSOONSVOLGEND] = "bekostiging.persoonsvolgend.administratie",
    [WMO_RESULTAATGERICHT] = "bekostiging.resultaatgericht.administratie",
    [WMO_POPULATIE] = "bekostiging.populatie.administratie",
};

void wmo_bekostiging_load(struct wmo_bekostiging *self,
                          const struct sim_scenario *scenario,
                          struct wmo_aanbieders *aanbieders)
{
    const char *plafond = "bekostiging.pxq.plafond";
    self->pxq_plafond = !sim_scenario_has(scenario, NULL, plafond) ||
                        sim_scenario_boolean(scenario, NULL, plafond);
    self->groei =
        sim_scenario_real_or(scenario, NULL, "bekostiging.personeelsgroei", 0);
    self->bezetting = sim_scenario_real_or(scenario, NULL, "bekostiging.bezetting", 1);
    double now = sim_scenario_real_or(scenario, NULL, "bekostiging.administratie", 0);
    for (int a = 0; a < aanbieders->aanbod_count; a++) {
        struct wmo_aanbod *aanbod = &aanbieders->aanbod[a];
        double share =
            sim_scenario_real_or(scenario, NULL, ADMINISTRATIE[aanbod->familie], now);
        aanbod->uren_factor *= (1 - share) / (1 - now);
        self->is_any_shared |=
            wmo_bekostiging_deelt(aanbod) || aanbod->familie == WMO_PERSOONSVOLGEND;
        self->is_any_by_volume |=
            wmo_bekostiging_deelt(aanbod) || wmo_bekostiging_volgt_volume(self, aanbod);
    }
}

bool wmo_bekostiging_deelt(const struct wmo_aanbod *aanbod)
{
    return aanbod->familie == WMO_VIERKANT || aanbod->familie == WMO_POPULATIE;
}

bool wmo_bekostiging_volgt_volume(const struct wmo_bekostiging *self,
                                  const struct wmo_aanbod *aanbod)
{
    return aanbod->familie == WMO_PERSOONSVOLGEND ||
           wmo_bekostiging_is_open(self, aanbod);
}

bool wmo_bekostiging_is_open(const struct wmo_bekostiging *self,
                             const struct wmo_aanbod *aanbod)
{
    return aanbod->familie == WMO_PXQ && !self->pxq_plafond;
}
