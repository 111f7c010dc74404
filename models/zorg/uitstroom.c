/* models/zorg/uitstroom.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/zorg/uitstroom.h"

#include <math.h>

#include "models/zorg/evaluatie.h"
#include "models/bekostiging/prikkel.h"
#include "models/bekostiging/resultaat.h"
#include "models/events.h"
#include "models/gemeente/gemeente.h"
#include "models/traject/plaatsing.h"
#include "models/purpose.h"
#include "models/traject/traject.h"

static const char *const KEY[WMO_REDEN_COUNT] = {
    [WMO_REDEN_WLZ] = "naar_wlz",
    [WMO_REDEN_PARTICIPATIEWET] = "naar_participatiewet",
    [WMO_REDEN_VERHUIZING] = "verhuizing",
    [WMO_REDEN_OVERLIJDEN] = "overlijden",
};

static const char *const FACTOR[WMO_REDEN_COUNT] = {
    [WMO_REDEN_WLZ] = "naar_wlz_factor",
    [WMO_REDEN_PARTICIPATIEWET] = "naar_participatiewet_factor",
    [WMO_REDEN_VERHUIZING] = "verhuizing_factor",
    [WMO_REDEN_OVERLIJDEN] = "overlijden_factor",
};

/* Counts and notes why [row] leaves. */
static void count_reason(struct wmo_gemeente *self, uint32_t row)
{
    static const enum wmo_journal_kind kind[WMO_REDEN_COUNT] = {
        [WMO_REDEN_DOEL] = WMO_JOURNAL_UITSTROOM,
        [WMO_REDEN_WLZ] = WMO_JOURNAL_NAAR_WLZ,
        [WMO_REDEN_PARTICIPATIEWET] = WMO_JOURNAL_NAAR_PARTICIPATIEWET,
        [WMO_REDEN_VERHUIZING] = WMO_JOURNAL_VERHUISD,
        [WMO_REDEN_OVERLIJDEN] = WMO_JOURNAL_OVERLEDEN,
    };
    const struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    struct wmo_plek plek = wmo_gemeente_plek(self, inwoner);
    switch ((enum wmo_reden)inwoner->reden) {
    case WMO_REDEN_DOEL:
        WMO_RECORD_COUNT(&self->record, plek, doel_bereikt);
        break;
    case WMO_REDEN_WLZ:
        WMO_RECORD_COUNT(&self->record, plek, naar_wlz);
        break;
    case WMO_REDEN_PARTICIPATIEWET:
        WMO_RECORD_COUNT(&self->record, plek, naar_participatiewet);
        break;
    case WMO_REDEN_VERHUIZING:
        WMO_RECORD_COUNT(&self->record, plek, verhuisd);
        break;
    case WMO_REDEN_OVERLIJDEN:
        WMO_RECORD_COUNT(&self->record, plek, overleden);
        break;
    case WMO_REDEN_COUNT:
        break;
    }
    wmo_gemeente_note(self, row, kind[inwoner->reden]);
}

static double hazard_per_day(const struct sim_scenario *scenario,
                             const struct sim_node *node, int reden)
{
    return KEY[reden] ? sim_scenario_real_or(scenario, node, KEY[reden], 0) / 365.25
                      : 0;
}

double wmo_uitstroom_other(const struct sim_scenario *scenario,
                           const struct sim_node *node)
{
    double sum = 0;
    for (int reden = 0; reden < WMO_REDEN_COUNT; reden++) {
        sum += hazard_per_day(scenario, node, reden);
    }
    return sum + wmo_evaluatie_leaving(scenario, node);
}

void wmo_uitstroom_load_factors(double *factor, const struct sim_scenario *scenario,
                                const struct sim_node *node)
{
    for (int reden = 0; reden < WMO_REDEN_COUNT; reden++) {
        factor[reden] =
            FACTOR[reden] ? sim_scenario_real_or(scenario, node, FACTOR[reden], 1) : 1;
    }
}

double wmo_uitstroom_other_of(const struct wmo_uitstroom *self,
                              const struct wmo_doelgroepmix *mix, int zorgvorm,
                              int doelgroep)
{
    double sum = 0;
    for (int reden = 0; reden < WMO_REDEN_COUNT; reden++) {
        sum += self->per_day[reden] *
               wmo_doelgroepmix_reden(mix, zorgvorm, doelgroep, reden);
    }
    return sum + self->bij_evaluatie;
}

double wmo_uitstroom_longest(const struct sim_dist *dist)
{
    if (dist->kind == SIM_DIST_EXPONENTIAL) {
        return dist->mean;
    }
    double longest = 0;
    for (int i = 0; dist->kind == SIM_DIST_HYPEREXPONENTIAL && i < dist->point_count;
         i++) {
        longest = fmax(longest, dist->value[i]);
    }
    return longest;
}

/* Takes the other reasons out of [stay]. Which branch somebody is in, at a start or
 * half way, is not changed by that. */
static void take_out(struct sim_dist *stay, double other_per_day)
{
    double mean = 0, below = 0;
    for (int i = 0; i < stay->point_count; i++) {
        stay->value[i] /= 1 - other_per_day * stay->value[i];
        mean += (stay->cumulative[i] - below) * stay->value[i];
        below = stay->cumulative[i];
    }
    stay->mean = stay->kind == SIM_DIST_HYPEREXPONENTIAL
                     ? mean
                     : stay->mean / (1 - other_per_day * stay->mean);
}

void wmo_uitstroom_load(struct wmo_uitstroom *self, const struct sim_scenario *scenario,
                        const struct sim_node *node,
                        const struct sim_dist *verblijfsduur)
{
    for (int reden = 0; reden < WMO_REDEN_COUNT; reden++) {
        self->per_day[reden] = hazard_per_day(scenario, node, reden);
    }
    self->bij_evaluatie = wmo_evaluatie_leaving(scenario, node);
    self->verblijf = *verblijfsduur;
    self->doel = *verblijfsduur;
    double other = wmo_uitstroom_other(scenario, node);
    if (other > 0) {
        take_out(&self->doel, other);
    }
    self->terugval = sim_scenario_real_or(scenario, node, "terugval", 0);
    self->terugval_zwaarder =
        sim_scenario_real_or(scenario, node, "terugval_zwaarder", 1);
    if (sim_scenario_has(scenario, node, "terugval_na")) {
        sim_scenario_dist(scenario, node, "terugval_na", &self->terugval_na);
    }
}

static const struct wmo_uitstroom *uitstroom_of(const struct wmo_gemeente *self,
                                                int zorgvorm)
{
    return &self->landschap.zorgvormen.items[zorgvorm].uitstroom;
}

double wmo_uitstroom_draw(struct wmo_gemeente *self, const struct wmo_inwoner *inwoner,
                          int zorgvorm, bool under_way, enum wmo_reden *reden)
{
    const struct wmo_uitstroom *u = uitstroom_of(self, zorgvorm);
    const struct wmo_doelgroepmix *mix = &self->landschap.mix;
    struct sim_dist own;
    const struct sim_dist *doel = &u->doel;
    if (wmo_doelgroepmix_has_reden(mix, zorgvorm, inwoner->doelgroep)) {
        own = u->verblijf;
        take_out(&own, wmo_uitstroom_other_of(u, mix, zorgvorm, inwoner->doelgroep));
        doel = &own;
    }
    sim_stream_seek(&self->stream, inwoner->id,
                    wmo_purpose_of(WMO_PURPOSE_DUUR, zorgvorm));
    double days = under_way ? sim_dist_draw_residual(doel, &self->stream)
                            : sim_dist_draw(doel, &self->stream);
    *reden = WMO_REDEN_DOEL;
    for (int r = WMO_REDEN_DOEL + 1; r < WMO_REDEN_COUNT; r++) {
        double hazard = u->per_day[r] *
                        wmo_doelgroepmix_reden(mix, zorgvorm, inwoner->doelgroep, r);
        if (hazard <= 0) {
            continue;
        }
        sim_stream_seek_draw(&self->stream, inwoner->id,
                             wmo_purpose_of(WMO_PURPOSE_REDEN, zorgvorm), (uint32_t)r);
        double luck = -log(sim_stream_uniform(&self->stream));
        if (luck / hazard < days) {
            days = luck / hazard;
            *reden = (enum wmo_reden)r;
        }
    }
    return days * wmo_doelgroepmix_duur(mix, zorgvorm, inwoner->doelgroep);
}

enum sim_status wmo_uitstroom_plan(struct wmo_gemeente *self, uint32_t row,
                                   int zorgvorm, bool under_way)
{
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    enum wmo_reden reden;
    double days = wmo_uitstroom_draw(self, inwoner, zorgvorm, under_way, &reden);
    int aanbod = self->teams.items[inwoner->team].aanbod;
    days *= under_way ? 1
                      : wmo_werkwijze_duur(self, zorgvorm, inwoner->aanmelding) *
                            wmo_prikkel_duur(&self->landschap, aanbod);
    inwoner->reden = (uint8_t)reden;
    enum sim_status status =
        sim_engine_schedule(&self->engine, self->engine.now + sim_time_from_days(days),
                            WMO_EVENT_UITSTROOM, row, &inwoner->event);
    if (status == SIM_OK) {
        status = wmo_bereikbaarheid_plan(self, row);
    }
    if (status == SIM_OK) {
        status = wmo_resultaat_plan(self, row);
    }
    return status == SIM_OK ? wmo_evaluatie_plan(self, row, under_way) : status;
}

/* --- Terugval --- */

static bool comes_back(struct wmo_gemeente *self, const struct wmo_inwoner *inwoner)
{
    const struct wmo_uitstroom *u = uitstroom_of(self, inwoner->zorgvorm);
    return inwoner->reden == WMO_REDEN_DOEL && u->terugval > 0 &&
           wmo_inwoner_episode(inwoner->id) < WMO_EPISODE_MAX &&
           sim_stream_uniform_at(
               &self->stream, inwoner->id,
               wmo_purpose_of(WMO_PURPOSE_TERUGVAL, inwoner->zorgvorm)) < u->terugval;
}

enum sim_status wmo_uitstroom_end(struct wmo_gemeente *self, uint32_t row)
{
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    count_reason(self, row);
    if (!comes_back(self, inwoner)) {
        wmo_gemeente_leave(self, row);
        return SIM_OK;
    }
    inwoner->toestand = WMO_TOESTAND_UIT_BEELD;
    double days = wmo_gemeente_draw(
        self, &uitstroom_of(self, inwoner->zorgvorm)->terugval_na, inwoner,
        wmo_purpose_of(WMO_PURPOSE_TERUGVAL_NA, inwoner->zorgvorm));
    return sim_engine_schedule(&self->engine,
                               self->engine.now + sim_time_from_days(days),
                               WMO_EVENT_TERUGVAL, row, &inwoner->event);
}

double wmo_uitstroom_zwaarte(const struct wmo_gemeente *self,
                             const struct wmo_inwoner *inwoner, int zorgvorm)
{
    return inwoner->terug == zorgvorm ? uitstroom_of(self, zorgvorm)->terugval_zwaarder
                                      : 1;
}

/* Who comes back is known: the buurtteam finds the same need, and a zorgvorm with an
 * access of its own is entered as before. */
enum sim_status wmo_uitstroom_terugval(void *model, uint32_t row)
{
    struct wmo_gemeente *self = model;
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    const struct wmo_zorgvormen *zorgvormen = &self->landschap.zorgvormen;
    bool own_access = zorgvormen->items[inwoner->zorgvorm].verwijzing <= 0;
    WMO_RECORD_COUNT(&self->record, wmo_gemeente_plek(self, inwoner), terugval);
    inwoner->terug = inwoner->zorgvorm;
    inwoner->id = wmo_inwoner_next_episode(inwoner->id);
    inwoner->evaluaties = 0;
    wmo_gemeente_note(self, row, WMO_JOURNAL_TERUGVAL);
    wmo_traject_set_zorgvorm(self, row,
                             own_access ? inwoner->zorgvorm : zorgvormen->buurtteam);
    return wmo_plaatsing_enter(self, row);
}
