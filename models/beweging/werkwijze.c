/* models/beweging/werkwijze.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/beweging/werkwijze.h"

#include <math.h>

#include "models/gemeente/gemeente.h"
#include "models/purpose.h"

void wmo_werkwijze_mark(struct wmo_zorgvormen *zorgvormen,
                        const struct sim_scenario *scenario,
                        const struct sim_node *node, enum wmo_werkwijze_bit bit)
{
    if (node && sim_scenario_has(scenario, node, "zorgvormen")) {
        for (int i = 0; i < sim_scenario_count(scenario, node, "zorgvormen"); i++) {
            int z = sim_scenario_reference_at(scenario, node, "zorgvormen", i);
            zorgvormen->items[z].werkwijze |= (uint8_t)bit;
        }
        return;
    }
    for (int z = 0; node && z < zorgvormen->count; z++) {
        if (zorgvormen->items[z].spoor == WMO_SPOOR_AANVULLEND) {
            zorgvormen->items[z].werkwijze |= (uint8_t)bit;
        }
    }
}

/* The share at [node] from "begin" to "eind". */
static void load_share(struct wmo_ramp *self, const struct sim_scenario *scenario,
                       const struct sim_node *node, struct sim_date origin)
{
    double begin = wmo_optional_real(scenario, node, "begin", 0);
    wmo_ramp_load(self, scenario, node, origin, begin,
                  wmo_optional_real(scenario, node, "eind", begin));
}

void wmo_werkwijze_load(struct wmo_werkwijze *self, const struct sim_scenario *scenario,
                        struct sim_date origin, struct wmo_zorgvormen *zorgvormen)
{
    const struct sim_node *node = sim_scenario_find(scenario, NULL, "beweging.groep");
    load_share(&self->groep, scenario, node, origin);
    self->groepsgrootte = wmo_optional_real(scenario, node, "groepsgrootte", 1);
    wmo_werkwijze_mark(zorgvormen, scenario, node, WMO_WERKWIJZE_GROEP);

    node = sim_scenario_find(scenario, NULL, "beweging.blended");
    load_share(&self->blended, scenario, node, origin);
    self->besparing = wmo_optional_real(scenario, node, "besparing", 0);
    wmo_werkwijze_mark(zorgvormen, scenario, node, WMO_WERKWIJZE_BLENDED);

    node = sim_scenario_find(scenario, NULL, "beweging.kortere_trajecten");
    wmo_ramp_load(&self->duur, scenario, node, origin, 1,
                  wmo_optional_real(scenario, node, "eind", 1));
    wmo_werkwijze_mark(zorgvormen, scenario, node, WMO_WERKWIJZE_DUUR);
}

static double hours_of_group(const struct wmo_werkwijze *self, double share)
{
    return 1 - share * (1 - 1 / self->groepsgrootte);
}

static double groep(const struct wmo_werkwijze *self, sim_time time)
{
    return hours_of_group(self, wmo_ramp_at(&self->groep, time)) /
           hours_of_group(self, self->groep.begin);
}

/* Blended since the beginning are the inwoners whose luck is below the share at the
 * beginning; the hours of the scenario reckon with them. */
static double blended(struct wmo_gemeente *self, const struct wmo_inwoner *inwoner,
                      sim_time time)
{
    const struct wmo_werkwijze *w = &self->landschap.werkwijze;
    double share = wmo_ramp_at(&w->blended, time);
    if (share <= w->blended.begin) {
        return 1;
    }
    double u = wmo_gemeente_luck(self, inwoner, WMO_BEWEGING_BLENDED);
    return u >= w->blended.begin && u < share ? 1 - w->besparing : 1;
}

double wmo_werkwijze_uren(struct wmo_gemeente *self, const struct wmo_inwoner *inwoner,
                          int zorgvorm, sim_time time)
{
    uint8_t bits = self->landschap.zorgvormen.items[zorgvorm].werkwijze;
    double factor = 1;
    if (bits & WMO_WERKWIJZE_GROEP) {
        factor *= groep(&self->landschap.werkwijze, time);
    }
    if (bits & WMO_WERKWIJZE_BLENDED) {
        factor *= blended(self, inwoner, time);
    }
    return factor;
}

double wmo_werkwijze_duur(const struct wmo_gemeente *self, int zorgvorm, sim_time time)
{
    return self->landschap.zorgvormen.items[zorgvorm].werkwijze & WMO_WERKWIJZE_DUUR
               ? wmo_ramp_at(&self->landschap.werkwijze.duur, time)
               : 1;
}

void wmo_werkwijze_count(struct wmo_gemeente *self, uint32_t row)
{
    const struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    const struct wmo_zorgvorm *zorgvorm =
        &self->landschap.zorgvormen.items[inwoner->zorgvorm];
    if (!(zorgvorm->werkwijze & (WMO_WERKWIJZE_GROEP | WMO_WERKWIJZE_BLENDED))) {
        return;
    }
    double factor =
        wmo_werkwijze_uren(self, inwoner, inwoner->zorgvorm, inwoner->aanmelding);
    double in_group = zorgvorm->werkwijze & WMO_WERKWIJZE_GROEP
                          ? groep(&self->landschap.werkwijze, inwoner->aanmelding)
                          : 1;
    double before = inwoner->minutes / factor;
    struct wmo_plek plek = wmo_gemeente_plek(self, inwoner);
    struct wmo_tel *tel = wmo_record_tel(&self->record, plek.line);
    int64_t saved = llround(before * (1 - in_group));
    tel->bespaard_groep += saved;
    tel->bespaard_blended += llround(before * (1 - factor)) - saved;
}
