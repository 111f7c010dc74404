/* models/zorg/vervoer.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/zorg/vervoer.h"

#include <limits.h>

#include "models/gemeente/gemeente.h"
#include "models/zorg/zorg.h"

void wmo_vervoer_load(struct wmo_vervoer *self, const struct sim_scenario *scenario,
                      const struct sim_node *node, double weken)
{
    self->aandeel = sim_scenario_real_or(scenario, node, "vervoer.aandeel", 0);
    self->rolstoel =
        sim_scenario_real_or(scenario, node, "vervoer.rolstoel_aandeel", 0);
    double day = sim_scenario_real_or(scenario, node, "vervoer.kosten_per_dag", 0);
    self->euro_per_year[WMO_VERVOER_GEWOON] = day * weken;
    self->euro_per_year[WMO_VERVOER_ROLSTOEL] =
        sim_scenario_real_or(scenario, node, "vervoer.rolstoel_kosten_per_dag", day) *
        weken;
    self->plaatsen =
        (int)sim_scenario_integer_or(scenario, node, "vervoer.plaatsen", INT_MAX);
}

static const struct wmo_vervoer *rules_of(const struct wmo_gemeente *self, int zorgvorm)
{
    return &self->landschap.zorgvormen.items[zorgvorm].vervoer;
}

enum wmo_vervoer_soort wmo_vervoer_draw(struct wmo_gemeente *self,
                                        const struct wmo_inwoner *inwoner)
{
    const struct wmo_vervoer *rules = rules_of(self, inwoner->zorgvorm);
    if (rules->aandeel <= 0) {
        return WMO_VERVOER_GEEN;
    }
    double u = sim_stream_uniform_at(&self->stream, wmo_inwoner_person(inwoner->id),
                                     WMO_PURPOSE_VERVOER);
    if (u >= rules->aandeel) {
        return WMO_VERVOER_GEEN;
    }
    return u < rules->aandeel * rules->rolstoel ? WMO_VERVOER_ROLSTOEL
                                                : WMO_VERVOER_GEWOON;
}

int64_t wmo_vervoer_rest_of_year(const struct wmo_gemeente *self, int team, int soort,
                                 int dagdelen)
{
    if (soort == WMO_VERVOER_GEEN) {
        return 0;
    }
    int days = (dagdelen + 1) / 2;
    sim_time end = self->landschap.periode.year_start[self->year_index + 1];
    return wmo_formatieplan_vervoer(&self->formatieplan, self->year_index,
                                    self->teams.items[team].aanbod, soort, days,
                                    self->engine.now, end);
}

static bool has_place(const struct wmo_gemeente *self, int team, int soort)
{
    const struct wmo_team *t = &self->teams.items[team];
    return soort == WMO_VERVOER_GEEN ||
           t->vervoerd < rules_of(self, t->zorgvorm)->plaatsen;
}

int32_t wmo_vervoer_limit(const struct wmo_gemeente *self, int team, int soort,
                          int minutes, int32_t dagdelen)
{
    if (!has_place(self, team, soort)) {
        return 0;
    }
    int64_t left = wmo_rekening_left(&self->rekeningen, team) -
                   wmo_zorg_rest_of_year(self, team, minutes);
    while (dagdelen > 0 &&
           wmo_vervoer_rest_of_year(self, team, soort, dagdelen) > left) {
        dagdelen--;
    }
    return dagdelen;
}

bool wmo_vervoer_is_full(const struct wmo_gemeente *self,
                         const struct wmo_inwoner *inwoner)
{
    return !has_place(self, inwoner->team, inwoner->vervoer);
}

void wmo_vervoer_count(struct wmo_gemeente *self, uint32_t row, int step)
{
    const struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    if (inwoner->vervoer != WMO_VERVOER_GEEN) {
        wmo_gemeente_team(self, inwoner->staff_team)->vervoerd += step;
        wmo_record_vervoer(&self->record, wmo_gemeente_plek(self, inwoner), step,
                           self->engine.now);
    }
}
