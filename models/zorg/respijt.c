/* models/zorg/respijt.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/zorg/respijt.h"

#include <math.h>

#include "models/events.h"
#include "models/gemeente/gemeente.h"

#define PATH "kortdurend_verblijf.effect."

void wmo_respijt_load(struct wmo_respijt *self, const struct sim_scenario *s)
{
    self->doelgroep = sim_scenario_has(s, NULL, PATH "doelgroep")
                          ? sim_scenario_reference(s, NULL, PATH "doelgroep")
                          : WMO_NONE;
    self->aandeel = sim_scenario_real_or(s, NULL, PATH "aandeel", 0);
    self->demping = sim_scenario_real_or(s, NULL, PATH "demping", 0);
    self->dagen = sim_scenario_real_or(s, NULL, PATH "dagen", 0);
}

sim_time wmo_respijt_delayed(sim_time time, sim_time from, sim_time until,
                             double factor)
{
    double exposure = (double)(time - from), window = (double)(until - from);
    if (window <= 0 || exposure <= 0) {
        return time;
    }
    return exposure <= factor * window ? from + (sim_time)(exposure / factor)
                                       : until + (sim_time)(exposure - factor * window);
}

enum sim_status wmo_respijt_ask(struct wmo_gemeente *self, uint32_t row)
{
    const struct wmo_respijt *respijt = &self->landschap.kortdurend_verblijf.effect;
    const struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    if (self->landschap.kortdurend_verblijf.bedden == 0 || respijt->aandeel <= 0 ||
        (respijt->doelgroep != WMO_NONE && respijt->doelgroep != inwoner->doelgroep)) {
        return SIM_OK;
    }
    sim_stream_seek_draw(&self->stream, inwoner->id, WMO_PURPOSE_RESPIJT,
                         (uint32_t)inwoner->zorgvorm);
    return sim_stream_uniform(&self->stream) < respijt->aandeel
               ? wmo_bedden_vraag_inwoner(self, row)
               : SIM_OK;
}

enum sim_status wmo_respijt_begin(struct wmo_gemeente *self, uint32_t row, uint64_t id,
                                  int64_t nights)
{
    const struct wmo_respijt *respijt = &self->landschap.kortdurend_verblijf.effect;
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    sim_time now = self->engine.now;
    if (inwoner->id != id || inwoner->toestand != WMO_TOESTAND_WACHT ||
        inwoner->escalatie == SIM_EVENT_NONE || inwoner->escalatie_op <= now) {
        return SIM_OK;
    }
    sim_time first =
        inwoner->aanmelding + sim_time_from_days(self->landschap.wachten.escalatie_na);
    sim_time until = now + nights * SIM_DAY + sim_time_from_days(respijt->dagen);
    inwoner->escalatie_op = wmo_respijt_delayed(
        inwoner->escalatie_op, first > now ? first : now, until, 1 - respijt->demping);
    sim_engine_cancel(&self->engine, &inwoner->escalatie);
    return sim_engine_schedule(&self->engine, inwoner->escalatie_op,
                               WMO_EVENT_ESCALATIE, row, &inwoner->escalatie);
}
