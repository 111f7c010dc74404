/* models/zorg/kortdurend_verblijf.c - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What bedden.h has of kortdurend verblijf as the scenario describes it.
 */
#include <math.h>

#include "models/zorg/bedden.h"
#include "models/landschap/landschap.h"

void wmo_kortdurend_verblijf_load(struct wmo_kortdurend_verblijf *self,
                                  const struct sim_scenario *s)
{
    static const struct {
        const char *aanvragen, *nachten;
    } path[WMO_VERBLIJF_SOORT_COUNT] = {
        {"kortdurend_verblijf.respijt.aanvragen",
         "kortdurend_verblijf.respijt.nachten"},
        {"kortdurend_verblijf.adempauze.aanvragen",
         "kortdurend_verblijf.adempauze.nachten"},
        {"kortdurend_verblijf.last_minute.aanvragen",
         "kortdurend_verblijf.last_minute.nachten"},
    };
    self->bedden =
        (int)sim_scenario_integer_or(s, NULL, "kortdurend_verblijf.bedden", 0);
    self->last_minute_bedden = (int)sim_scenario_integer_or(
        s, NULL, "kortdurend_verblijf.last_minute.bedden", 0);
    self->gewicht_65plus =
        sim_scenario_real_or(s, NULL, "kortdurend_verblijf.gewicht_65plus", 0);
    self->peiljaar = (int)sim_scenario_integer(s, NULL, "hulpvragen.peiljaar");
    self->euro_per_etmaal =
        sim_scenario_real_or(s, NULL, "kortdurend_verblijf.prijs", 0);
    self->aandeel_post =
        sim_scenario_real_or(s, NULL, "kortdurend_verblijf.aandeel_post", 0);
    self->adempauze_wacht = sim_scenario_real_or(
        s, NULL, "kortdurend_verblijf.adempauze.wacht_hoogstens", 0);
    wmo_respijt_load(&self->effect, s);
    self->post = WMO_NONE;
    if (sim_scenario_has(s, NULL, "kortdurend_verblijf.begrotingspost")) {
        self->post =
            sim_scenario_reference(s, NULL, "kortdurend_verblijf.begrotingspost");
    }
    for (int i = 0; i < WMO_VERBLIJF_SOORT_COUNT; i++) {
        if (sim_scenario_has(s, NULL, path[i].nachten)) {
            self->soorten[i].per_year =
                sim_scenario_real_or(s, NULL, path[i].aanvragen, 0);
            sim_scenario_dist(s, NULL, path[i].nachten, &self->soorten[i].nachten);
        }
    }
}

double wmo_kortdurend_verblijf_cents(const struct wmo_landschap *l, int year)
{
    return round(100 * l->kortdurend_verblijf.euro_per_etmaal *
                 pow(1 + l->begroting.loonkosten_groei, year - l->begroting.prijspeil));
}
