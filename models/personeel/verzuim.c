/* models/personeel/verzuim.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/personeel/verzuim.h"

#include <math.h>

#include "models/events.h"
#include "models/personeel/overdracht.h"
#include "models/traject/plaatsing.h"
#include "models/purpose.h"

static const struct wmo_verzuim *verzuim(const struct wmo_gemeente *self)
{
    return &self->landschap.personeel.verzuim;
}

static enum sim_status plan(struct wmo_gemeente *self, uint32_t row, double days,
                            enum wmo_event event, sim_event_id *id)
{
    return sim_engine_schedule(&self->engine,
                               self->engine.now + sim_time_from_days(days),
                               (uint32_t)event, row, id);
}

static double uniform(struct wmo_gemeente *self, uint32_t row, uint32_t purpose)
{
    wmo_medewerker_seek(self, row, purpose, self->medewerkers.rows[row].ziekmeldingen);
    return sim_stream_uniform(&self->stream);
}

enum sim_status wmo_verzuim_plan(struct wmo_gemeente *self, uint32_t row)
{
    double hazard = verzuim(self)->kort_per_day + verzuim(self)->lang_per_day;
    if (hazard <= 0) {
        return SIM_OK;
    }
    double days = -log(uniform(self, row, WMO_PURPOSE_ZIEK)) / hazard;
    return plan(self, row, days, WMO_EVENT_ZIEK, &self->medewerkers.rows[row].verzuim);
}

/* [row] falls ill; [under_way]: is ill, at the start of the run. */
static enum sim_status fall_ill(struct wmo_gemeente *self, uint32_t row, bool is_long,
                                bool under_way)
{
    struct wmo_medewerker *m = &self->medewerkers.rows[row];
    const struct sim_dist *duur =
        is_long ? &verzuim(self)->lang_duur : &verzuim(self)->kort_duur;
    wmo_medewerker_seek(self, row, WMO_PURPOSE_ZIEK_DUUR, m->ziekmeldingen);
    double days = under_way ? sim_dist_draw_residual(duur, &self->stream)
                            : sim_dist_draw(duur, &self->stream);
    m->ziekmeldingen++;
    wmo_medewerker_become(self, row,
                          is_long ? WMO_MEDEWERKER_LANG_ZIEK : WMO_MEDEWERKER_KORT_ZIEK,
                          m->minutes);
    return plan(self, row, days, WMO_EVENT_HERSTELD, &m->verzuim);
}

enum sim_status wmo_verzuim_ziek(void *model, uint32_t row)
{
    struct wmo_gemeente *self = model;
    const struct wmo_verzuim *v = verzuim(self);
    struct wmo_medewerker *m = &self->medewerkers.rows[row];
    double share = v->lang_per_day / (v->lang_per_day + v->kort_per_day);
    bool is_long = uniform(self, row, WMO_PURPOSE_ZIEK_SOORT) < share;
    enum sim_status status = fall_ill(self, row, is_long, false);
    return status == SIM_OK && is_long ? plan(self, row, v->overdracht_days,
                                              WMO_EVENT_OVERDRAGEN, &m->overdragen)
                                       : status;
}

enum sim_status wmo_verzuim_hersteld(void *model, uint32_t row)
{
    struct wmo_gemeente *self = model;
    struct wmo_medewerker *m = &self->medewerkers.rows[row];
    sim_engine_cancel(&self->engine, &m->overdragen);
    wmo_medewerker_become(self, row, WMO_MEDEWERKER_WERKZAAM, m->minutes);
    enum sim_status status = wmo_verzuim_plan(self, row);
    return status == SIM_OK ? wmo_plaatsing_serve(self, m->team) : status;
}

enum sim_status wmo_verzuim_overdragen(void *model, uint32_t row)
{
    struct wmo_gemeente *self = model;
    enum sim_status status = wmo_overdracht(self, row);
    return status == SIM_OK
               ? wmo_plaatsing_serve(self, self->medewerkers.rows[row].team)
               : status;
}

/* Who is ill for long at the start has mostly been so for a while: the inwoners have
 * been handed over. */
enum sim_status wmo_verzuim_begin(struct wmo_gemeente *self, uint32_t row)
{
    const struct wmo_verzuim *v = verzuim(self);
    if (v->kort_per_day + v->lang_per_day <= 0) {
        return SIM_OK;
    }
    double u = uniform(self, row, WMO_PURPOSE_ZIEK_BEGIN);
    bool is_long = u < v->aandeel_lang;
    if (!is_long && u >= v->aandeel_lang + v->aandeel_kort) {
        return SIM_OK;
    }
    sim_engine_cancel(&self->engine, &self->medewerkers.rows[row].verzuim);
    enum sim_status status = fall_ill(self, row, is_long, true);
    return status == SIM_OK && is_long ? wmo_overdracht(self, row) : status;
}
