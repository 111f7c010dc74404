/* models/bekostiging/bekostiging.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/bekostiging/bekostiging.h"

#include <math.h>

/* Hours that go to administration, by family. */
static const char *const ADMINISTRATIE[WMO_FAMILIE_COUNT] = {
    [WMO_TAAKGERICHT] = "bekostiging.taakgericht.administratie",
    [WMO_PXQ] = "bekostiging.pxq.administratie",
    [WMO_VIERKANT] = "bekostiging.vierkant.administratie",
    [WMO_PERSOONSVOLGEND] = "bekostiging.persoonsvolgend.administratie",
    [WMO_RESULTAATGERICHT] = "bekostiging.resultaatgericht.administratie",
    [WMO_POPULATIE] = "bekostiging.populatie.administratie",
};

static void load_klassen(struct wmo_bekostiging *self,
                         const struct sim_scenario *scenario)
{
    const char *path = "bekostiging.persoonsvolgend.klassen";
    self->klasse_count = sim_scenario_count(scenario, NULL, path);
    for (int k = 0; k < self->klasse_count && k < WMO_KLASSE_MAX; k++) {
        const struct sim_node *node = sim_scenario_entry(scenario, NULL, path, k);
        self->klassen[k] = (struct wmo_klasse){
            .tot = sim_scenario_real(scenario, node, "tot"),
            .budget = sim_scenario_real(scenario, node, "budget"),
        };
    }
}

double wmo_bekostiging_overstap(const struct sim_scenario *scenario)
{
    return sim_scenario_real_or(scenario, NULL, "bekostiging.persoonsvolgend.overstap",
                                0);
}

static void load_prikkels(struct wmo_bekostiging *self,
                          const struct sim_scenario *scenario)
{
    const char *bevroren = "bekostiging.pxq.groep_bevroren";
    self->groep_bevroren = sim_scenario_has(scenario, NULL, bevroren) &&
                           sim_scenario_boolean(scenario, NULL, bevroren);
    self->volume_groei =
        sim_scenario_real_or(scenario, NULL, "bekostiging.pxq.volume_groei", 0);
    self->herindicatie_days =
        sim_scenario_real_or(scenario, NULL, "bekostiging.pxq.herindicatie_duur", 0);
    double uren =
        sim_scenario_real_or(scenario, NULL, "bekostiging.pxq.herindicatie_uren", 0);
    if (self->herindicatie_days > 0) {
        self->herindicatie_minutes =
            (int)lround(60 * uren * 7 / self->herindicatie_days);
    }
    self->overstap = wmo_bekostiging_overstap(scenario);
    self->termijn =
        sim_scenario_real_or(scenario, NULL, "bekostiging.resultaatgericht.termijn", 1);
    self->vervolg =
        sim_scenario_real_or(scenario, NULL, "bekostiging.resultaatgericht.vervolg", 0);
    self->duur_factor = sim_scenario_real_or(
        scenario, NULL, "bekostiging.resultaatgericht.duur_factor", 1);
    self->selectie = sim_scenario_real_or(scenario, NULL,
                                          "bekostiging.resultaatgericht.selectie", 0);
}

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
    load_klassen(self, scenario);
    load_prikkels(self, scenario);
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

bool wmo_bekostiging_heeft_som(const struct wmo_aanbod *aanbod)
{
    return aanbod->familie == WMO_TAAKGERICHT || wmo_bekostiging_deelt(aanbod);
}

bool wmo_bekostiging_per_uur(const struct wmo_bekostiging *self,
                             const struct wmo_aanbod *aanbod)
{
    return aanbod->familie != WMO_RESULTAATGERICHT &&
           (aanbod->familie != WMO_PERSOONSVOLGEND || self->klasse_count == 0);
}

bool wmo_bekostiging_is_open(const struct wmo_bekostiging *self,
                             const struct wmo_aanbod *aanbod)
{
    return aanbod->familie == WMO_PXQ && !self->pxq_plafond;
}
