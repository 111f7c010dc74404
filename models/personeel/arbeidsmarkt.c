/* models/personeel/arbeidsmarkt.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/personeel/arbeidsmarkt.h"

#include <math.h>

#include "models/events.h"
#include "models/purpose.h"

/* The market draws under a name of its own: a team that no scenario has. */
#define MARKT_TEAM 0x7fff

static const struct wmo_arbeidsmarkt *markt(const struct wmo_gemeente *self)
{
    return &self->landschap.personeel.markt;
}

static bool is_finite(const struct wmo_gemeente *self)
{
    return markt(self)->werkzoekenden > 0;
}

static double exponential(struct wmo_gemeente *self, uint32_t purpose, uint32_t number,
                          double rate)
{
    sim_stream_seek_draw(&self->stream, wmo_medewerker_id(MARKT_TEAM, 0, 0), purpose,
                         number);
    return -log(sim_stream_uniform(&self->stream)) / rate;
}

/* Whoever gives up next: of memoryless seekers, a new draw when their number changes
 * is as good as the old one. */
static enum sim_status plan_uitstroom(struct wmo_gemeente *self)
{
    struct wmo_medewerkers *m = &self->medewerkers;
    double rate = markt(self)->uitstroom_per_day * (double)m->werkzoekenden;
    sim_engine_cancel(&self->engine, &m->uitstroom);
    if (rate <= 0) {
        return SIM_OK;
    }
    double days = exponential(self, WMO_PURPOSE_MARKT_UITSTROOM,
                              m->uitstroom_count++ % SIM_STREAM_DRAW_COUNT, rate);
    return sim_engine_schedule(&self->engine,
                               self->engine.now + sim_time_from_days(days),
                               WMO_EVENT_GEEN_WERKZOEKENDE, 0, &m->uitstroom);
}

/* The werving for [row] takes off with a candidate in view. */
static enum sim_status begin_werving(struct wmo_gemeente *self, uint32_t row,
                                     bool under_way)
{
    struct wmo_medewerker *vacature = &self->medewerkers.rows[row];
    const struct sim_dist *duur = &markt(self)->vacature_duur;
    wmo_medewerker_seek(self, row, WMO_PURPOSE_VACATURE_DUUR, vacature->werving);
    double days = under_way ? sim_dist_draw_residual(duur, &self->stream)
                            : sim_dist_draw(duur, &self->stream);
    days *= wmo_functies_vacature(&self->landschap.functies, vacature->functie);
    self->medewerkers.werkzoekenden -= is_finite(self);
    return sim_engine_schedule(&self->engine,
                               self->engine.now + sim_time_from_days(days),
                               WMO_EVENT_VERVULD, row, &vacature->vertrek);
}

/* Werkzoekenden and vacatures find each other, the oldest vacature first. */
static enum sim_status match(struct wmo_gemeente *self)
{
    struct wmo_medewerkers *m = &self->medewerkers;
    enum sim_status status = SIM_OK;
    while (status == SIM_OK && m->zonder_kandidaat.length > 0 && m->werkzoekenden > 0) {
        uint32_t row = sim_queue_first(&m->zonder_kandidaat);
        sim_queue_leave(&m->zonder_kandidaat, row, self->engine.now);
        status = begin_werving(self, row, false);
    }
    return status == SIM_OK ? plan_uitstroom(self) : status;
}

enum sim_status wmo_arbeidsmarkt_open(struct wmo_gemeente *self, uint32_t row,
                                      bool under_way)
{
    struct wmo_medewerkers *m = &self->medewerkers;
    if (!is_finite(self)) {
        return begin_werving(self, row, under_way);
    }
    if (m->werkzoekenden > 0) {
        enum sim_status status = begin_werving(self, row, under_way);
        return status == SIM_OK ? plan_uitstroom(self) : status;
    }
    sim_queue_join(&m->zonder_kandidaat, row, 0, self->engine.now, self->engine.now);
    return SIM_OK;
}

static enum sim_status add_werkzoekende(struct wmo_gemeente *self)
{
    self->medewerkers.werkzoekenden++;
    return match(self);
}

enum sim_status wmo_arbeidsmarkt_close(struct wmo_gemeente *self, uint32_t row)
{
    struct wmo_medewerker *vacature = &self->medewerkers.rows[row];
    if (vacature->vertrek == SIM_EVENT_NONE) {
        sim_queue_leave(&self->medewerkers.zonder_kandidaat, row, self->engine.now);
        return SIM_OK;
    }
    sim_engine_cancel(&self->engine, &vacature->vertrek);
    return is_finite(self) ? add_werkzoekende(self) : SIM_OK;
}

enum sim_status wmo_arbeidsmarkt_leaver(struct wmo_gemeente *self, uint32_t row)
{
    if (!is_finite(self)) {
        return SIM_OK;
    }
    wmo_medewerker_seek(self, row, WMO_PURPOSE_TERUGKEER, 0);
    bool stays = sim_stream_uniform(&self->stream) < markt(self)->terugkeer;
    return stays ? add_werkzoekende(self) : SIM_OK;
}

enum sim_status wmo_arbeidsmarkt_vervuld(void *model, uint32_t row)
{
    struct wmo_gemeente *self = model;
    struct wmo_medewerker *vacature = &self->medewerkers.rows[row];
    sim_engine_cancel(&self->engine, &vacature->vertrek);
    wmo_medewerker_seek(self, row, WMO_PURPOSE_VERVULBAAR, vacature->werving);
    if (sim_stream_uniform(&self->stream) < markt(self)->vervulbaar) {
        return wmo_medewerker_aanname(self, row);
    }
    /* The candidate looks on, and the vacature joins the end of the line. */
    vacature->werving++;
    if (!is_finite(self)) {
        return begin_werving(self, row, false);
    }
    sim_queue_join(&self->medewerkers.zonder_kandidaat, row, 0, self->engine.now,
                   self->engine.now);
    return add_werkzoekende(self);
}

static enum sim_status plan_instroom(struct wmo_gemeente *self)
{
    double rate = markt(self)->instroom_per_day;
    if (rate <= 0 || !is_finite(self)) {
        return SIM_OK;
    }
    struct wmo_medewerkers *m = &self->medewerkers;
    double days = exponential(self, WMO_PURPOSE_MARKT_INSTROOM,
                              m->instroom_count++ % SIM_STREAM_DRAW_COUNT, rate);
    return sim_engine_schedule(&self->engine,
                               self->engine.now + sim_time_from_days(days),
                               WMO_EVENT_WERKZOEKENDE, 0, NULL);
}

enum sim_status wmo_arbeidsmarkt_instroom(void *model, uint32_t none)
{
    (void)none;
    struct wmo_gemeente *self = model;
    enum sim_status status = plan_instroom(self);
    return status == SIM_OK ? add_werkzoekende(self) : status;
}

enum sim_status wmo_arbeidsmarkt_uitstroom(void *model, uint32_t none)
{
    (void)none;
    struct wmo_gemeente *self = model;
    self->medewerkers.werkzoekenden--;
    return plan_uitstroom(self);
}

enum sim_status wmo_arbeidsmarkt_begin(struct wmo_gemeente *self)
{
    self->medewerkers.werkzoekenden = markt(self)->werkzoekenden;
    enum sim_status status = plan_instroom(self);
    return status == SIM_OK ? plan_uitstroom(self) : status;
}
