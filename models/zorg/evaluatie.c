/* models/zorg/evaluatie.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/zorg/evaluatie.h"

#include <math.h>

#include "models/bekostiging/prikkel.h"
#include "models/events.h"
#include "models/gemeente/gemeente.h"
#include "models/traject/plaatsing.h"
#include "models/purpose.h"
#include "models/traject/traject.h"
#include "models/zorg/overstap.h"
#include "models/zorg/wens.h"
#include "models/zorg/zorg.h"

/* A draw of an interval takes fewer numbers than this. */
#define DRAWS_PER_INTERVAL 64u
#define EVALUATIE_MAX (SIM_STREAM_DRAW_COUNT / DRAWS_PER_INTERVAL - 1)

static const char *const KEY[WMO_OORDEEL_COUNT] = {
    [WMO_OORDEEL_OPSCHALEN] = "evaluatie.opschalen",
    [WMO_OORDEEL_AFSCHALEN] = "evaluatie.afschalen",
    [WMO_OORDEEL_NAAR_BUURTTEAM] = "evaluatie.naar_buurtteam",
    [WMO_OORDEEL_NAAR_SOCIALE_BASIS] = "evaluatie.naar_sociale_basis",
    [WMO_OORDEEL_EINDE] = "evaluatie.einde",
};

static double chance(const struct sim_scenario *scenario, const struct sim_node *node,
                     int oordeel)
{
    return KEY[oordeel] ? sim_scenario_real_or(scenario, node, KEY[oordeel], 0) : 0;
}

void wmo_evaluatie_load(struct wmo_evaluatie *self, const struct sim_scenario *scenario,
                        const struct sim_node *node)
{
    if (!sim_scenario_has(scenario, node, "evaluatie.interval")) {
        return;
    }
    sim_scenario_dist(scenario, node, "evaluatie.interval", &self->interval);
    double sum = 0;
    for (int o = 0; o < WMO_OORDEEL_COUNT; o++) {
        sum += chance(scenario, node, o);
        self->cumulative[o] = sum;
    }
    self->cumulative[WMO_OORDEEL_VERLENGEN] = 1;
    self->stap[WMO_OORDEEL_OPSCHALEN] =
        sim_scenario_real_or(scenario, node, "evaluatie.stap_op", 1);
    self->stap[WMO_OORDEEL_AFSCHALEN] =
        sim_scenario_real_or(scenario, node, "evaluatie.stap_af", 1);
    self->stap[WMO_OORDEEL_VERLENGEN] = 1;
    double minutes = 60 * sim_scenario_real_or(scenario, node, "evaluatie.uren", 0);
    self->minutes_per_week = minutes * 7 / self->interval.mean;
    self->herindicatie_days =
        sim_scenario_real_or(scenario, node, "evaluatie.herindicatie_duur", 0);
    if (self->herindicatie_days > 0) {
        double uren =
            sim_scenario_real_or(scenario, node, "evaluatie.herindicatie_uren", 0);
        self->herindicatie_minutes =
            (int)lround(60 * uren * 7 / self->herindicatie_days);
    }
    /* Else an evaluation would be an event without effect. */
    self->is_on = sum > 0 || wmo_bekostiging_overstap(scenario) > 0;
}

double wmo_evaluatie_leaving(const struct sim_scenario *scenario,
                             const struct sim_node *node)
{
    if (!sim_scenario_has(scenario, node, "evaluatie.interval")) {
        return 0;
    }
    struct sim_dist interval;
    sim_scenario_dist(scenario, node, "evaluatie.interval", &interval);
    return (chance(scenario, node, WMO_OORDEEL_NAAR_BUURTTEAM) +
            chance(scenario, node, WMO_OORDEEL_NAAR_SOCIALE_BASIS) +
            chance(scenario, node, WMO_OORDEEL_EINDE)) /
           interval.mean;
}

static const struct wmo_evaluatie *rules_of(const struct wmo_gemeente *self,
                                            const struct wmo_inwoner *inwoner)
{
    return &self->landschap.zorgvormen.items[inwoner->zorgvorm].evaluatie;
}

enum sim_status wmo_evaluatie_plan(struct wmo_gemeente *self, uint32_t row,
                                   bool under_way)
{
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    const struct wmo_evaluatie *rules = rules_of(self, inwoner);
    if (!rules->is_on || inwoner->evaluaties >= EVALUATIE_MAX) {
        return SIM_OK;
    }
    sim_stream_seek_draw(&self->stream, inwoner->id,
                         wmo_purpose_of(WMO_PURPOSE_INTERVAL, inwoner->zorgvorm),
                         inwoner->evaluaties * DRAWS_PER_INTERVAL);
    double days = under_way ? sim_dist_draw_residual(&rules->interval, &self->stream)
                            : sim_dist_draw(&rules->interval, &self->stream);
    return sim_engine_schedule(&self->engine,
                               self->engine.now + sim_time_from_days(days),
                               WMO_EVENT_EVALUATIE, row, &inwoner->evaluatie);
}

static enum wmo_oordeel judge(struct wmo_gemeente *self,
                              const struct wmo_inwoner *inwoner)
{
    const struct wmo_evaluatie *rules = rules_of(self, inwoner);
    sim_stream_seek_draw(&self->stream, inwoner->id,
                         wmo_purpose_of(WMO_PURPOSE_OORDEEL, inwoner->zorgvorm),
                         inwoner->evaluaties);
    double u = sim_stream_uniform(&self->stream);
    int oordeel = 0;
    while (u >= rules->cumulative[oordeel]) {
        oordeel++;
    }
    return (enum wmo_oordeel)oordeel;
}

/* [row] goes on in its zorgvorm, with more hours, fewer or the same: fewer come from
 * the same medewerker. */
static enum sim_status go_on(struct wmo_gemeente *self, uint32_t row,
                             enum wmo_oordeel oordeel)
{
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    int minutes;
    enum sim_status status = wmo_werkwijze_again(
        self, row, rules_of(self, inwoner)->stap[oordeel], &minutes);
    int more = minutes - inwoner->minutes;
    if (status == SIM_OK && oordeel == WMO_OORDEEL_VERLENGEN && more == 0) {
        wmo_gemeente_note(self, row, WMO_JOURNAL_VERLENGD);
        return SIM_OK;
    }
    if (status != SIM_OK) {
        return status;
    }
    if (more > 0 || (oordeel == WMO_OORDEEL_OPSCHALEN && more == 0)) {
        return wmo_wens_meer(self, row, minutes);
    }
    wmo_zorg_change(self, row, minutes);
    if (oordeel == WMO_OORDEEL_AFSCHALEN) {
        WMO_RECORD_COUNT(&self->record, wmo_gemeente_plek(self, inwoner), afgeschaald);
    }
    return wmo_plaatsing_serve(self, inwoner->staff_team);
}

static enum sim_status carry_out(struct wmo_gemeente *self, uint32_t row,
                                 enum wmo_oordeel oordeel)
{
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    switch (oordeel) {
    case WMO_OORDEEL_OPSCHALEN:
    case WMO_OORDEEL_AFSCHALEN:
        return go_on(self, row, oordeel);
    case WMO_OORDEEL_NAAR_BUURTTEAM:
        return wmo_wens_lichter(self, row, WMO_WENS_BUURTTEAM);
    case WMO_OORDEEL_NAAR_SOCIALE_BASIS:
        return wmo_wens_lichter(self, row, WMO_WENS_SOCIALE_BASIS);
    case WMO_OORDEEL_EINDE:
        inwoner->reden = WMO_REDEN_DOEL;
        wmo_gemeente_cancel(self, row);
        return wmo_traject_uitstroom(self, row);
    case WMO_OORDEEL_VERLENGEN:
    case WMO_OORDEEL_COUNT:
        break;
    }
    return inwoner->wens == WMO_WENS_GEEN ? go_on(self, row, WMO_OORDEEL_VERLENGEN)
                                          : SIM_OK;
}

/* Days until other hours of [inwoner] may be given, and the minutes a week meanwhile.
 */
static double herindicatie(const struct wmo_gemeente *self,
                           const struct wmo_inwoner *inwoner, int *minutes)
{
    return wmo_prikkel_herindicatie(&self->landschap,
                                    self->teams.items[inwoner->team].aanbod, minutes);
}

/* The new beschikking takes time, and hours of the medewerker. */
static enum sim_status ask_anew(struct wmo_gemeente *self, uint32_t row,
                                enum wmo_oordeel oordeel)
{
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    int extra;
    double days = herindicatie(self, inwoner, &extra);
    inwoner->oordeel = (uint8_t)oordeel;
    wmo_zorg_change(self, row, inwoner->minutes + extra);
    return sim_engine_schedule(&self->engine,
                               self->engine.now + sim_time_from_days(days),
                               WMO_EVENT_HERINDICATIE, row, &inwoner->evaluatie);
}

enum sim_status wmo_evaluatie_evaluatie(void *model, uint32_t row)
{
    struct wmo_gemeente *self = model;
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    enum wmo_oordeel oordeel =
        inwoner->wens == WMO_WENS_GEEN ? judge(self, inwoner) : WMO_OORDEEL_VERLENGEN;
    inwoner->evaluaties++;
    WMO_RECORD_COUNT(&self->record, wmo_gemeente_plek(self, inwoner), evaluaties);
    enum sim_status status = wmo_overstap_evaluatie(self, row);
    if (status != SIM_OK) {
        return status;
    }
    int extra;
    if (oordeel < WMO_OORDEEL_EINDE && herindicatie(self, inwoner, &extra) > 0) {
        return ask_anew(self, row, oordeel);
    }
    status = wmo_evaluatie_plan(self, row, false);
    return status == SIM_OK ? carry_out(self, row, oordeel) : status;
}

enum sim_status wmo_evaluatie_herindicatie(void *model, uint32_t row)
{
    struct wmo_gemeente *self = model;
    const struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    int team = inwoner->staff_team;
    int extra;
    herindicatie(self, inwoner, &extra);
    wmo_zorg_change(self, row, inwoner->minutes - extra);
    enum sim_status status = wmo_evaluatie_plan(self, row, false);
    if (status == SIM_OK) {
        status = carry_out(self, row, (enum wmo_oordeel)inwoner->oordeel);
    }
    return status == SIM_OK && extra > 0 ? wmo_plaatsing_serve(self, team) : status;
}
