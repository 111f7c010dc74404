/* models/organisatie/omvallen.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/organisatie/omvallen.h"

#include <math.h>

#include "models/events.h"
#include "models/gemeente/gemeente.h"
#include "models/personeel/overdracht.h"
#include "models/traject/plaatsing.h"

/* Aanbieders draw under names of their own: of a team that no scenario has. */
#define OMVAL_TEAM 0x7ffe

void wmo_omvallen_load(struct wmo_omvallen *self, const struct sim_scenario *scenario)
{
    self->verlies = sim_scenario_real_or(scenario, NULL, "omvallen.verlies", 0);
    self->duur_days = sim_scenario_real_or(scenario, NULL, "omvallen.duur", 0);
}

double wmo_omvallen_hazard(double share)
{
    return -log1p(-share) / 365.25;
}

static double uniform(struct wmo_gemeente *self, uint32_t aanbieder, uint32_t purpose)
{
    sim_stream_seek_draw(&self->stream,
                         wmo_medewerker_id(OMVAL_TEAM, (int)aanbieder, 0), purpose,
                         self->omgevallen[aanbieder] % SIM_STREAM_DRAW_COUNT);
    return sim_stream_uniform(&self->stream);
}

static enum sim_status plan_next(struct wmo_gemeente *self, uint32_t aanbieder)
{
    double hazard = self->landschap.aanbieders.omvallen_per_day[aanbieder];
    if (hazard <= 0 || self->landschap.omvallen.verlies <= 0) {
        return SIM_OK;
    }
    double days = -log(uniform(self, aanbieder, WMO_PURPOSE_OMVALLEN)) / hazard;
    return sim_engine_schedule(&self->engine,
                               self->engine.now + sim_time_from_days(days),
                               WMO_EVENT_OMVALLEN, aanbieder, NULL);
}

enum sim_status wmo_omvallen_begin(struct wmo_gemeente *self)
{
    enum sim_status status = SIM_OK;
    for (int a = 0; a < self->landschap.aanbieders.count && status == SIM_OK; a++) {
        status = plan_next(self, (uint32_t)a);
    }
    return status;
}

/* The teams of [aanbieder], one after the other: the first after [team], from WMO_NONE
 * on; WMO_NONE when that was the last. */
static int next_team(const struct wmo_gemeente *self, uint32_t aanbieder, int team)
{
    const struct wmo_aanbieders *all = &self->landschap.aanbieders;
    for (int t = team + 1; t < all->team_count; t++) {
        if (all->aanbod[all->teams[t].aanbod].aanbieder == (int)aanbieder) {
            return t;
        }
    }
    return WMO_NONE;
}

static enum sim_status serve_all(struct wmo_gemeente *self, uint32_t aanbieder)
{
    enum sim_status status = SIM_OK;
    for (int t = next_team(self, aanbieder, WMO_NONE);
         t != WMO_NONE && status == SIM_OK; t = next_team(self, aanbieder, t)) {
        status = wmo_plaatsing_serve(self, t);
    }
    return status;
}

/* One in 1 / verlies of those in dienst, from [place] on, goes. */
static void take_away(struct wmo_gemeente *self, uint32_t aanbieder, double place)
{
    const struct wmo_medewerkers *all = &self->medewerkers;
    double verlies = self->landschap.omvallen.verlies;
    for (int t = next_team(self, aanbieder, WMO_NONE); t != WMO_NONE;
         t = next_team(self, aanbieder, t)) {
        uint32_t first = all->teams[t].first;
        for (uint32_t row = first; row < first + (uint32_t)all->teams[t].posities;
             row++) {
            if (all->rows[row].toestand > WMO_MEDEWERKER_VACATURE) {
                double next = place + verlies;
                if (floor(next + 1e-9) > floor(place + 1e-9)) {
                    wmo_medewerker_set_weg(self, row, true);
                }
                place = next;
            }
        }
    }
}

/* Does [what] for everybody of [aanbieder] who is not there. */
static enum sim_status for_who_is_gone(struct wmo_gemeente *self, uint32_t aanbieder,
                                       enum sim_status (*what)(struct wmo_gemeente *,
                                                               uint32_t))
{
    const struct wmo_medewerkers *all = &self->medewerkers;
    enum sim_status status = SIM_OK;
    for (int t = next_team(self, aanbieder, WMO_NONE); t != WMO_NONE;
         t = next_team(self, aanbieder, t)) {
        uint32_t first = all->teams[t].first;
        uint32_t end = first + (uint32_t)all->teams[t].posities;
        for (uint32_t row = first; row < end && status == SIM_OK; row++) {
            status = all->rows[row].weg ? what(self, row) : SIM_OK;
        }
    }
    return status;
}

static enum sim_status come_back(struct wmo_gemeente *self, uint32_t row)
{
    wmo_medewerker_set_weg(self, row, false);
    return SIM_OK;
}

enum sim_status wmo_omvallen_valt(void *model, uint32_t aanbieder)
{
    struct wmo_gemeente *self = model;
    double place = uniform(self, aanbieder, WMO_PURPOSE_OMVALLEN_PLAATS);
    self->omgevallen[aanbieder]++;
    int team = next_team(self, aanbieder, WMO_NONE);
    if (team != WMO_NONE) {
        wmo_gemeente_team_tel(self, team)->omgevallen++;
    }
    take_away(self, aanbieder, place);
    enum sim_status status = for_who_is_gone(self, aanbieder, wmo_overdracht);
    if (status == SIM_OK) {
        status = serve_all(self, aanbieder);
    }
    sim_time end =
        self->engine.now + sim_time_from_days(self->landschap.omvallen.duur_days);
    return status == SIM_OK
               ? sim_engine_schedule(&self->engine, end, WMO_EVENT_OMVALLEN_VOORBIJ,
                                     aanbieder, NULL)
               : status;
}

enum sim_status wmo_omvallen_voorbij(void *model, uint32_t aanbieder)
{
    struct wmo_gemeente *self = model;
    enum sim_status status = for_who_is_gone(self, aanbieder, come_back);
    if (status == SIM_OK) {
        status = serve_all(self, aanbieder);
    }
    return status == SIM_OK ? plan_next(self, aanbieder) : status;
}
