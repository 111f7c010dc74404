/* models/zorg/bereikbaarheid.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/zorg/bereikbaarheid.h"

#include <math.h>

#include "models/events.h"
#include "models/gemeente/gemeente.h"
#include "models/purpose.h"

/* Names the calls of a zorgvorm, for their draws; below that of any medewerker. */
#define CALL_SOURCE 0x6000u

void wmo_bereikbaarheid_load(struct wmo_bereikbaarheid *self,
                             const struct sim_scenario *scenario,
                             const struct sim_node *node)
{
    self->fte = sim_scenario_real_or(scenario, node, "bereikbaarheid.fte", 0);
    self->diensten =
        (int)sim_scenario_integer_or(scenario, node, "bereikbaarheid.diensten", 0);
    if (self->diensten > 0 &&
        sim_scenario_has(scenario, node, "bereikbaarheid.oproep_uren") &&
        sim_scenario_has(scenario, node, "bereikbaarheid.oproepen")) {
        self->calls_per_day =
            sim_scenario_real(scenario, node, "bereikbaarheid.oproepen") / 365.25;
        sim_scenario_dist(scenario, node, "bereikbaarheid.oproep_uren", &self->uren);
    }
}

static const struct wmo_bereikbaarheid *rules_of(const struct wmo_gemeente *self,
                                                 int zorgvorm)
{
    return &self->landschap.zorgvormen.items[zorgvorm].bereikbaarheid;
}

int64_t wmo_bereikbaarheid_minutes(const struct wmo_gemeente *self, int team)
{
    int zorgvorm = self->teams.items[team].zorgvorm;
    double fte = rules_of(self, zorgvorm)->fte;
    int64_t all = 0;
    for (int t = 0; t < self->teams.count && fte > 0; t++) {
        if (self->teams.items[t].zorgvorm == zorgvorm) {
            all += self->formatie[t].minutes;
        }
    }
    if (all <= 0) {
        return 0;
    }
    int64_t own = self->formatie[team].minutes;
    double standing =
        fte * wmo_landschap_minutes_per_fte(
                  &self->landschap, self->teams.items[team].aanbod, self->year_index);
    return llround(fmin(standing, (double)all) * (double)own / (double)all);
}

enum sim_status wmo_bereikbaarheid_plan(struct wmo_gemeente *self, uint32_t row)
{
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    double rate = rules_of(self, inwoner->zorgvorm)->calls_per_day;
    if (rate <= 0) {
        return SIM_OK;
    }
    sim_stream_seek_draw(&self->stream, inwoner->id,
                         wmo_purpose_of(WMO_PURPOSE_OPROEP, inwoner->zorgvorm),
                         inwoner->oproepen++);
    double days = -log(sim_stream_uniform(&self->stream)) / rate;
    return sim_engine_schedule(&self->engine,
                               self->engine.now + sim_time_from_days(days),
                               WMO_EVENT_OPROEP, row, &inwoner->oproep);
}

/* Somebody on duty answers a call. */
static enum sim_status answer(struct wmo_gemeente *self, int zorgvorm)
{
    struct wmo_oproepen *oproepen = &self->oproepen[zorgvorm];
    oproepen->busy++;
    sim_stream_seek(
        &self->stream,
        wmo_inwoner_id(CALL_SOURCE + (uint32_t)zorgvorm, 0, oproepen->begun++),
        wmo_purpose_of(WMO_PURPOSE_OPROEP, zorgvorm));
    double days = sim_dist_draw(&rules_of(self, zorgvorm)->uren, &self->stream) / 24;
    return sim_engine_schedule(&self->engine,
                               self->engine.now + sim_time_from_days(days),
                               WMO_EVENT_EINDE_OPROEP, (uint32_t)zorgvorm, NULL);
}

enum sim_status wmo_bereikbaarheid_oproep(void *model, uint32_t row)
{
    struct wmo_gemeente *self = model;
    const struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    int zorgvorm = inwoner->zorgvorm;
    struct wmo_oproepen *oproepen = &self->oproepen[zorgvorm];
    struct wmo_plek plek = wmo_gemeente_plek(self, inwoner);
    WMO_RECORD_COUNT(&self->record, plek, oproepen);
    enum sim_status status = SIM_OK;
    if (oproepen->busy < rules_of(self, zorgvorm)->diensten) {
        WMO_RECORD_COUNT(&self->record, plek, oproepen_direct);
        wmo_gemeente_note(self, row, WMO_JOURNAL_OPROEP);
        status = answer(self, zorgvorm);
    } else {
        oproepen->waiting++;
        wmo_gemeente_note(self, row, WMO_JOURNAL_OPROEP_WACHT);
    }
    return status == SIM_OK ? wmo_bereikbaarheid_plan(self, row) : status;
}

enum sim_status wmo_bereikbaarheid_einde_oproep(void *model, uint32_t zorgvorm)
{
    struct wmo_gemeente *self = model;
    struct wmo_oproepen *oproepen = &self->oproepen[zorgvorm];
    oproepen->busy--;
    if (oproepen->waiting == 0) {
        return SIM_OK;
    }
    oproepen->waiting--;
    return answer(self, (int)zorgvorm);
}
