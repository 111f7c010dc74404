/* models/gemeente/gemeente.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/gemeente/gemeente.h"

#include <stdlib.h>
#include <string.h>

#include "models/bekostiging/betaling.h"
#include "models/bekostiging/herijking.h"
#include "models/gemeente/beginstand.h"
#include "models/traject/belasting.h"
#include "models/events.h"
#include "models/gemeente/herkomst.h"
#include "models/traject/plaatsing.h"
#include "models/personeel/posities.h"
#include "models/purpose.h"
#include "models/traject/traject.h"
#include "models/zorg/zorg.h"

/* Room for this many inwoners under way before the table has to grow: what the start
 * needs, and as much again. */
static uint32_t expected_inwoners(const struct wmo_landschap *landschap)
{
    double count = 0;
    for (int w = 0; w < landschap->wijken.count; w++) {
        count +=
            wmo_sociale_basis_plaatsen(&landschap->sociale_basis, &landschap->wijken, w,
                                       landschap->periode.first_year, 0);
    }
    for (int z = 0; z < landschap->zorgvormen.count; z++) {
        count += landschap->zorgvormen.items[z].beginstand +
                 landschap->zorgvormen.items[z].beginlijst;
    }
    return (uint32_t)(2 * count) + 1024;
}

/* Prepares the arrival processes; the rates are those of the middle of each month. */
static enum sim_status init_arrivals(struct wmo_gemeente *self)
{
    const struct wmo_landschap *l = &self->landschap;
    const struct wmo_periode *p = &l->periode;
    int wijken = l->wijken.count;
    int processes = (1 + l->instroom.count) * wijken;
    self->hulpvragen = calloc((size_t)wijken, sizeof *self->hulpvragen);
    self->instroom =
        calloc((size_t)(l->instroom.count * wijken), sizeof *self->instroom);
    self->rates = calloc((size_t)(processes * p->month_count), sizeof *self->rates);
    if (!self->hulpvragen || !self->instroom || !self->rates) {
        return SIM_ERR_NO_MEMORY;
    }
    enum sim_status status = SIM_OK;
    for (int i = 0; i < processes && status == SIM_OK; i++) {
        int source = i / wijken, wijk = i % wijken;
        double *rate = &self->rates[i * p->month_count];
        for (int m = 0; m < p->month_count; m++) {
            int route = source == 0 ? WMO_NONE : source - 1;
            rate[m] = wmo_landschap_instroom(l, route, wijk, m) / (double)SIM_DAY;
        }
        struct sim_arrivals *process =
            source == 0 ? &self->hulpvragen[wijk] : &self->instroom[i - wijken];
        status = sim_arrivals_init(
            process, p->month_start, rate, (uint32_t)p->month_count,
            wmo_inwoner_id(source == 0 ? WMO_HERKOMST_HULPVRAAG
                                       : l->instroom.items[source - 1].herkomst,
                           wijk, 0),
            WMO_PURPOSE_ARRIVAL);
    }
    return status;
}

static enum sim_status init_state(struct wmo_gemeente *self)
{
    uint32_t capacity = expected_inwoners(&self->landschap);
    enum sim_status status = wmo_inwoners_init(&self->inwoners, capacity);
    if (status == SIM_OK) {
        status = wmo_teams_init(&self->teams, &self->landschap);
    }
    if (status == SIM_OK) {
        status = wmo_rekeningen_init(&self->rekeningen, &self->landschap);
    }
    if (status == SIM_OK) {
        status = wmo_kader_init(&self->kader, &self->landschap);
    }
    self->formatie =
        calloc((size_t)self->landschap.aanbieders.team_count, sizeof *self->formatie);
    if (status == SIM_OK && !self->formatie) {
        status = SIM_ERR_NO_MEMORY;
    }
    if (status == SIM_OK) {
        status = wmo_medewerkers_init(&self->medewerkers, &self->formatieplan);
    }
    if (status == SIM_OK) {
        status = wmo_wensen_init(&self->wensen, self->teams.count,
                                 self->landschap.wijken.count, capacity);
    }
    if (status == SIM_OK) {
        status = sim_engine_init(&self->engine, WMO_EVENT_TYPE, WMO_EVENT_COUNT, self,
                                 capacity + 3 * self->medewerkers.count);
    }
    if (status == SIM_OK) {
        status = wmo_record_init(&self->record, &self->landschap);
    }
    if (status == SIM_OK) {
        status = wmo_open_plaatsen_init(&self->open, &self->landschap);
    }
    if (status == SIM_OK) {
        status = wmo_bedden_init(&self->bedden, &self->landschap);
    }
    self->oproepen =
        calloc((size_t)self->landschap.zorgvormen.count, sizeof *self->oproepen);
    if (status == SIM_OK && !self->oproepen) {
        status = SIM_ERR_NO_MEMORY;
    }
    self->omgevallen =
        calloc((size_t)self->landschap.aanbieders.count, sizeof *self->omgevallen);
    if (status == SIM_OK && !self->omgevallen) {
        status = SIM_ERR_NO_MEMORY;
    }
    self->plaatsen =
        calloc((size_t)self->landschap.wijken.count, sizeof *self->plaatsen);
    if (status == SIM_OK && !self->plaatsen) {
        status = SIM_ERR_NO_MEMORY;
    }
    return status;
}

enum sim_status wmo_gemeente_create(const struct sim_scenario *scenario,
                                    struct wmo_gemeente **out)
{
    struct wmo_gemeente *self = calloc(1, sizeof *self);
    *out = self;
    if (!self) {
        return SIM_ERR_NO_MEMORY;
    }
    enum sim_status status = wmo_landschap_load(&self->landschap, scenario);
    if (status == SIM_OK) {
        status = wmo_formatieplan_init(&self->formatieplan, &self->landschap);
    }
    if (status == SIM_OK) {
        status = init_arrivals(self);
    }
    return status == SIM_OK ? init_state(self) : status;
}

void wmo_gemeente_destroy(struct wmo_gemeente *self)
{
    if (!self) {
        return;
    }
    wmo_journal_free(&self->journal);
    wmo_record_free(&self->record);
    sim_engine_free(&self->engine);
    wmo_medewerkers_free(&self->medewerkers);
    free(self->oproepen);
    free(self->omgevallen);
    wmo_wensen_free(&self->wensen);
    wmo_teams_free(&self->teams);
    wmo_inwoners_free(&self->inwoners);
    wmo_rekeningen_free(&self->rekeningen);
    free(self->formatie);
    wmo_kader_free(&self->kader);
    wmo_formatieplan_free(&self->formatieplan);
    wmo_landschap_free(&self->landschap);
    free(self->plaatsen);
    wmo_open_plaatsen_free(&self->open);
    wmo_bedden_free(&self->bedden);
    free(self->hulpvragen);
    free(self->instroom);
    free(self->rates);
    free(self);
}

void wmo_gemeente_reset(struct wmo_gemeente *self, uint64_t seed, uint32_t replication)
{
    int wijken = self->landschap.wijken.count;
    sim_engine_reset(&self->engine);
    sim_stream_init(&self->stream, seed, replication);
    wmo_inwoners_reset(&self->inwoners);
    wmo_teams_reset(&self->teams);
    wmo_medewerkers_reset(&self->medewerkers);
    wmo_wensen_reset(&self->wensen);
    memset(self->oproepen, 0,
           (size_t)self->landschap.zorgvormen.count * sizeof *self->oproepen);
    memset(self->omgevallen, 0,
           (size_t)self->landschap.aanbieders.count * sizeof *self->omgevallen);
    wmo_record_reset(&self->record);
    wmo_grootboek_reset(&self->grootboek);
    wmo_journal_reset(&self->journal, seed);
    wmo_open_plaatsen_reset(&self->open, &self->landschap);
    wmo_bedden_reset(&self->bedden, &self->landschap);
    for (int w = 0; w < wijken; w++) {
        sim_resource_init(&self->plaatsen[w], 0);
        sim_arrivals_reset(&self->hulpvragen[w]);
    }
    for (int i = 0; i < wijken * self->landschap.instroom.count; i++) {
        sim_arrivals_reset(&self->instroom[i]);
    }
    wmo_kader_reset(&self->kader, &self->landschap);
    self->year_index = 0;
}

/* Writes this year's budgets beside what will be booked on them. */
static void record_budgets(struct wmo_gemeente *self)
{
    for (int t = 0; t < self->teams.count; t++) {
        for (int w = 0; w < self->landschap.wijken.count; w++) {
            struct wmo_tel *tel =
                wmo_record_tel(&self->record, wmo_gemeente_line(self, t, w));
            int64_t cents = wmo_herijking_wijk_cents(self, t, w);
            tel->begroot_cents += cents;
            tel->social_return_cents +=
                wmo_reserve_social_return(self, self->teams.items[t].zorgvorm, cents);
            tel->verschoven_cents += wmo_formatieplan_verschoven(
                &self->formatieplan, self->year_index, t, w);
        }
    }
    for (int w = 0; w < self->landschap.wijken.count; w++) {
        wmo_record_tel(&self->record, wmo_gemeente_line_sociale_basis(self, w))
            ->verschoven_cents +=
            wmo_formatieplan_sociale_basis(&self->formatieplan, self->year_index, w);
    }
}

static void begin_year(struct wmo_gemeente *self, int year_index)
{
    self->year_index = year_index;
    self->record.year_index = year_index;
    wmo_sociale_basis_set_plaatsen(self);
    wmo_sociale_basis_book(self);
    wmo_betaling_new_year(self);
    wmo_eigen_bijdrage_new_year(self);
    wmo_open_voorzieningen_new_year(self);
    wmo_bedden_new_year(self);
    wmo_herijking_new_year(self);
    wmo_kader_new_year(self);
    record_budgets(self);
    wmo_teams_new_year(&self->teams, self->formatie);
    wmo_groep_new_year(self);
    wmo_rekeningen_new_year(self);
    wmo_belasting_new_year(self);
}

/* Adds what the staff of each team and the places did since the last time to the
 * record. */
static void close_capacity(struct wmo_gemeente *self)
{
    sim_time now = self->engine.now;
    for (int t = 0; t < self->teams.count; t++) {
        struct wmo_team *team = &self->teams.items[t];
        struct sim_resource *total = &team->staff.total;
        struct wmo_tel *tel = wmo_gemeente_team_tel(self, t);
        int64_t capacity = sim_timeavg_flush(&total->capacity_level, now);
        tel->gebruikt_area += sim_timeavg_flush(&total->used_level, now);
        tel->belasting_area += sim_timeavg_flush(&team->belasting, now);
        tel->groepen_area += sim_timeavg_flush(&team->groepen.open, now);
        tel->dagdelen_area += sim_timeavg_flush(&team->groepen.dagdelen, now);
        wmo_medewerkers_close_year(self, t, capacity, tel);
    }
    for (int w = 0; w < self->landschap.wijken.count; w++) {
        struct wmo_tel *tel =
            wmo_record_tel(&self->record, wmo_gemeente_line_sociale_basis(self, w));
        tel->capaciteit_area +=
            sim_timeavg_flush(&self->plaatsen[w].capacity_level, now);
        tel->gebruikt_area += sim_timeavg_flush(&self->plaatsen[w].used_level, now);
    }
    wmo_open_voorzieningen_flush(self);
    wmo_bedden_flush(self);
}

/* Closes month [month], counted from the start of the run. */
static void close_month(struct wmo_gemeente *self, int month)
{
    close_capacity(self);
    wmo_record_flush(&self->record, self->engine.now);
    wmo_wachten_flush(self);
    wmo_record_close_month(&self->record, month);
}

/* Who still waits may have waited longest. */
static void close_year(struct wmo_gemeente *self)
{
    for (uint32_t row = 0; row < self->inwoners.pool.high_water; row++) {
        const struct wmo_inwoner *inwoner = &self->inwoners.rows[row];
        if (inwoner->toestand == WMO_TOESTAND_WACHT) {
            wmo_record_longest(&self->record, wmo_gemeente_plek(self, inwoner),
                               inwoner->aanmelding, self->engine.now);
        }
    }
    wmo_reserve_close_year(self);
    close_month(self, 12 * self->year_index + 11);
    wmo_betaling_close_year(self);
}

/* Plans the next month after [month] that does not begin a year; at most one. */
static enum sim_status plan_next_month(struct wmo_gemeente *self, int month)
{
    const struct wmo_periode *periode = &self->landschap.periode;
    int next = month % 12 == 11 ? month + 2 : month + 1;
    return next >= periode->month_count
               ? SIM_OK
               : sim_engine_schedule(&self->engine, periode->month_start[next],
                                     WMO_EVENT_MAAND, (uint32_t)next, NULL);
}

enum sim_status wmo_gemeente_new_month(struct wmo_gemeente *self, int month)
{
    close_month(self, month - 1);
    wmo_kader_new_month(self, month);
    enum sim_status status = wmo_overgang_new_month(self, month);
    return status == SIM_OK ? plan_next_month(self, month) : status;
}

static enum sim_status serve_all(struct wmo_gemeente *self)
{
    enum sim_status status = SIM_OK;
    for (int t = 0; t < self->teams.count && status == SIM_OK; t++) {
        status = wmo_plaatsing_serve(self, t);
    }
    for (int w = 0; w < self->landschap.wijken.count && status == SIM_OK; w++) {
        status = wmo_wens_serve_sociale_basis(self, w);
    }
    return status;
}

enum sim_status wmo_gemeente_new_year(struct wmo_gemeente *self, int year_index)
{
    close_year(self);
    wmo_grootboek_new_year(self);
    begin_year(self, year_index);
    wmo_zorg_new_year(self);
    wmo_pgb_new_year(self);
    enum sim_status status = wmo_posities_new_year(self, year_index);
    if (status == SIM_OK) {
        status = wmo_overgang_new_year(self, year_index);
    }
    if (status == SIM_OK) {
        status = wmo_overgang_new_month(self, 12 * year_index);
    }
    return status == SIM_OK ? serve_all(self) : status;
}

static enum sim_status schedule_all(struct wmo_gemeente *self)
{
    const struct wmo_landschap *l = &self->landschap;
    enum sim_status status = plan_next_month(self, 0);
    for (int y = 1; y < l->periode.year_count && status == SIM_OK; y++) {
        status = sim_engine_schedule(&self->engine, l->periode.year_start[y],
                                     WMO_EVENT_JAAR, (uint32_t)y, NULL);
    }
    if (status == SIM_OK) {
        status = wmo_sociale_basis_schedule(self);
    }
    if (status == SIM_OK) {
        status = wmo_bedden_schedule(self);
    }
    if (status == SIM_OK) {
        status = wmo_bemiddeling_schedule(self);
    }
    for (int w = 0; w < l->wijken.count && status == SIM_OK; w++) {
        status = wmo_traject_next_hulpvraag(self, w);
    }
    for (int i = 0; i < l->instroom.count * l->wijken.count && status == SIM_OK; i++) {
        status = wmo_traject_next_aanmelding(self, i);
    }
    return status;
}

enum sim_status wmo_gemeente_start(struct wmo_gemeente *self)
{
    begin_year(self, 0);
    enum sim_status status = wmo_posities_new_year(self, 0);
    if (status == SIM_OK) {
        status = wmo_beginstand_fill(self);
    }
    if (status == SIM_OK) {
        status = wmo_medewerkers_begin(self);
    }
    if (status == SIM_OK) {
        status = wmo_overgang_new_year(self, 0);
    }
    if (status == SIM_OK) {
        status = wmo_omvallen_begin(self);
    }
    if (status == SIM_OK) {
        status = serve_all(self);
    }
    return status == SIM_OK ? schedule_all(self) : status;
}

/* The last word on every inwoner that is followed. */
static void note_who_is_left(struct wmo_gemeente *self)
{
    for (uint32_t row = 0; row < self->inwoners.pool.high_water; row++) {
        switch (self->inwoners.rows[row].toestand) {
        case WMO_TOESTAND_VRIJ:
            break;
        case WMO_TOESTAND_WACHT:
            wmo_gemeente_note(self, row, WMO_JOURNAL_NOG_WACHTEND);
            break;
        case WMO_TOESTAND_UIT_BEELD:
            wmo_gemeente_note(self, row, WMO_JOURNAL_UIT_BEELD);
            break;
        default:
            wmo_gemeente_note(self, row, WMO_JOURNAL_NOG_BEZIG);
        }
    }
    wmo_bedden_note_left(self);
}

void wmo_gemeente_close(struct wmo_gemeente *self)
{
    note_who_is_left(self);
    sim_time now = self->engine.now;
    for (uint32_t row = 0; row < self->inwoners.pool.high_water; row++) {
        const struct wmo_inwoner *inwoner = &self->inwoners.rows[row];
        wmo_toegang_count_open(self, row);
        if (inwoner->toestand == WMO_TOESTAND_WACHT) {
            wmo_record_not_started(&self->record, wmo_gemeente_plek(self, inwoner),
                                   inwoner->aanmelding, now);
        }
    }
    close_year(self);
}

struct wmo_plek wmo_gemeente_plek(const struct wmo_gemeente *self,
                                  const struct wmo_inwoner *inwoner)
{
    int zorgvorm = inwoner->zorgvorm;
    struct wmo_plek plek = {
        .line = zorgvorm == WMO_NONE
                    ? wmo_gemeente_line_sociale_basis(self, inwoner->wijk)
                    : wmo_gemeente_line(self, inwoner->team, inwoner->wijk),
        .groep = wmo_record_line_doelgroep(&self->record, zorgvorm, inwoner->doelgroep),
    };
    return plek;
}

enum sim_status wmo_gemeente_arrive(struct wmo_gemeente *self, uint64_t id, int wijk,
                                    uint32_t *row)
{
    enum sim_status status = wmo_inwoners_add(&self->inwoners, id, wijk, row);
    sim_fel_set_rows(&self->engine.fel, self->inwoners.rows,
                     sizeof *self->inwoners.rows);
    if (status == SIM_OK) {
        status = wmo_wensen_grow(&self->wensen, self->inwoners.pool.capacity);
    }
    self->record.in += status == SIM_OK;
    return status;
}

void wmo_gemeente_cancel(struct wmo_gemeente *self, uint32_t row)
{
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    sim_engine_cancel(&self->engine, &inwoner->event);
    sim_engine_cancel(&self->engine, &inwoner->escalatie); /* or oproep */
    sim_engine_cancel(&self->engine, &inwoner->zoektijd);  /* or evaluatie */
}

void wmo_gemeente_leave(struct wmo_gemeente *self, uint32_t row)
{
    wmo_gemeente_cancel(self, row);
    self->record.out++;
    wmo_inwoners_remove(&self->inwoners, row);
}

double wmo_gemeente_draw(struct wmo_gemeente *self, const struct sim_dist *dist,
                         const struct wmo_inwoner *inwoner, uint32_t purpose)
{
    sim_stream_seek(&self->stream, inwoner->id, purpose);
    return sim_dist_draw(dist, &self->stream);
}

double wmo_gemeente_luck(struct wmo_gemeente *self, const struct wmo_inwoner *inwoner,
                         enum wmo_beweging_draw draw)
{
    sim_stream_seek_draw(&self->stream, inwoner->id, WMO_PURPOSE_BEWEGING,
                         (uint32_t)draw);
    return sim_stream_uniform(&self->stream);
}
