/* models/beweging/werkwijze.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/beweging/werkwijze.h"

#include <math.h>

#include "models/gemeente/gemeente.h"
#include "models/purpose.h"
#include "models/zorg/uitstroom.h"

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

    const char *again = "beweging.bij_evaluatie";
    self->bij_evaluatie = sim_scenario_has(scenario, NULL, again) &&
                          sim_scenario_boolean(scenario, NULL, again);
    for (int z = 0; self->bij_evaluatie && z < zorgvormen->count; z++) {
        struct wmo_evaluatie *evaluatie = &zorgvormen->items[z].evaluatie;
        evaluatie->is_on |=
            zorgvormen->items[z].werkwijze != 0 && evaluatie->interval.mean > 0;
    }
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

static struct wmo_zorgvorm *zorgvorm_of(struct wmo_gemeente *self,
                                        const struct wmo_inwoner *inwoner)
{
    return &self->landschap.zorgvormen.items[inwoner->zorgvorm];
}

/* Of [before] minutes a week, [in_group] times as many are needed because of groups,
 * and [all] times as many because of groups and blended support. */
static void count_saved(struct wmo_gemeente *self, const struct wmo_inwoner *inwoner,
                        double before, double in_group, double all)
{
    struct wmo_tel *tel =
        wmo_record_tel(&self->record, wmo_gemeente_plek(self, inwoner).line);
    int64_t saved = llround(before * (1 - in_group));
    tel->bespaard_groep += saved;
    tel->bespaard_blended += llround(before * (1 - all)) - saved;
}

static double groep_in(struct wmo_gemeente *self, const struct wmo_inwoner *inwoner,
                       sim_time time)
{
    return zorgvorm_of(self, inwoner)->werkwijze & WMO_WERKWIJZE_GROEP
               ? groep(&self->landschap.werkwijze, time)
               : 1;
}

void wmo_werkwijze_count(struct wmo_gemeente *self, uint32_t row)
{
    const struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    if (!(zorgvorm_of(self, inwoner)->werkwijze &
          (WMO_WERKWIJZE_GROEP | WMO_WERKWIJZE_BLENDED))) {
        return;
    }
    sim_time then = inwoner->aanmelding;
    double factor = wmo_werkwijze_uren(self, inwoner, inwoner->zorgvorm, then);
    count_saved(self, inwoner, inwoner->minutes / factor, groep_in(self, inwoner, then),
                factor);
}

/* --- At an evaluation --- */

/* The rest of the stay of [row] becomes [factor] times what it was. */
static enum sim_status shorten(struct wmo_gemeente *self, uint32_t row, double factor)
{
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    sim_time now = self->engine.now;
    struct sim_fel_event end = sim_fel_look(&self->engine.fel, inwoner->event);
    sim_engine_cancel(&self->engine, &inwoner->event);
    return sim_engine_schedule(&self->engine,
                               now + llround(factor * (double)(end.time - now)),
                               end.type, row, &inwoner->event);
}

enum sim_status wmo_werkwijze_again(struct wmo_gemeente *self, uint32_t row,
                                    double stap, int *minutes)
{
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    sim_time then = inwoner->bepaald, now = self->engine.now;
    *minutes = (int)fmax(1, round(inwoner->minutes * stap));
    if (!self->landschap.werkwijze.bij_evaluatie ||
        zorgvorm_of(self, inwoner)->werkwijze == 0) {
        return SIM_OK;
    }
    int z = inwoner->zorgvorm;
    double factor = wmo_werkwijze_uren(self, inwoner, z, now) /
                    wmo_werkwijze_uren(self, inwoner, z, then);
    double duur = wmo_werkwijze_duur(self, z, now) / wmo_werkwijze_duur(self, z, then);
    inwoner->bepaald = now;
    if (factor != 1) {
        const struct wmo_zorgvorm *zorgvorm = zorgvorm_of(self, inwoner);
        double fixed = zorgvorm->groep.is_on ? 0 : zorgvorm->evaluatie.minutes_per_week;
        double need = fmax(0, inwoner->minutes - fixed);
        count_saved(self, inwoner, need,
                    groep_in(self, inwoner, now) / groep_in(self, inwoner, then),
                    factor);
        *minutes = (int)fmax(1, round((need * factor + fixed) * stap));
    }
    return duur != 1 && inwoner->reden == WMO_REDEN_DOEL ? shorten(self, row, duur)
                                                         : SIM_OK;
}
