/* models/medewerker.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/medewerker.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "models/arbeidsmarkt.h"
#include "models/events.h"
#include "models/gemeente.h"
#include "models/plaatsing.h"
#include "models/purpose.h"

/* A person may need this many numbers for one draw. */
#define NUMBERS_PER_DRAW 64

/* --- The table --- */

static int32_t most_posities(const struct wmo_formatieplan *plan, int team)
{
    int32_t most = 0;
    for (int y = 0; y < plan->landschap->periode.year_count; y++) {
        int32_t count = wmo_formatieplan_team(plan, y, team)->medewerkers;
        most = count > most ? count : most;
    }
    return most;
}

enum sim_status wmo_medewerkers_init(struct wmo_medewerkers *self,
                                     const struct wmo_formatieplan *plan)
{
    self->team_count = plan->landschap->aanbieders.team_count;
    self->teams = calloc((size_t)self->team_count, sizeof *self->teams);
    if (!self->teams) {
        return SIM_ERR_NO_MEMORY;
    }
    for (int t = 0; t < self->team_count; t++) {
        self->teams[t].first = self->count;
        self->teams[t].posities = most_posities(plan, t);
        self->count += (uint32_t)self->teams[t].posities;
    }
    self->rows = calloc(self->count + 1, sizeof *self->rows);
    self->links = calloc(self->count + 1, sizeof *self->links);
    sim_queue_init(&self->zonder_kandidaat, &sim_queue_fifo, self->links);
    return self->rows && self->links ? SIM_OK : SIM_ERR_NO_MEMORY;
}

void wmo_medewerkers_free(struct wmo_medewerkers *self)
{
    free(self->rows);
    free(self->links);
    free(self->teams);
    memset(self, 0, sizeof *self);
}

void wmo_medewerkers_reset(struct wmo_medewerkers *self)
{
    for (int t = 0; t < self->team_count; t++) {
        struct wmo_bezetting *team = &self->teams[t];
        *team =
            (struct wmo_bezetting){.first = team->first, .posities = team->posities};
        for (int32_t p = 0; p < team->posities; p++) {
            self->rows[team->first + (uint32_t)p] =
                (struct wmo_medewerker){.team = (int16_t)t, .positie = p};
        }
    }
    sim_queue_reset(&self->zonder_kandidaat);
    self->werkzoekenden = 0;
    self->instroom_count = 0;
    self->uitstroom_count = 0;
    self->uitstroom = SIM_EVENT_NONE;
}

uint64_t wmo_medewerker_id(int team, int positie, uint32_t persoon)
{
    return UINT64_C(1) << 63 | (uint64_t)team << 48 | (uint64_t)positie << 24 | persoon;
}

void wmo_medewerker_seek(struct wmo_gemeente *gemeente, uint32_t row, uint32_t purpose,
                         uint32_t number)
{
    const struct wmo_medewerker *m = &gemeente->medewerkers.rows[row];
    sim_stream_seek_draw(&gemeente->stream,
                         wmo_medewerker_id(m->team, m->positie, m->persoon), purpose,
                         number * NUMBERS_PER_DRAW % SIM_STREAM_DRAW_COUNT);
}

/* --- Hours: what of a contract is there now --- */

static bool is_aanwezig(const struct wmo_medewerker *self)
{
    return self->toestand == WMO_MEDEWERKER_WERKZAAM;
}

static int32_t given_minutes(const struct wmo_personeel *personeel,
                             const struct wmo_medewerker *self)
{
    if (!is_aanwezig(self)) {
        return 0;
    }
    double productiviteit = self->inwerken ? personeel->inwerk_productiviteit : 1;
    return (int32_t)floor(self->minutes * productiviteit + 1e-6);
}

/* Gives the pool the hours that [row] has now. */
static void give(struct wmo_gemeente *gemeente, uint32_t row)
{
    struct wmo_medewerker *self = &gemeente->medewerkers.rows[row];
    struct sim_resource_pool *pool = &wmo_gemeente_team(gemeente, self->team)->staff;
    int32_t given = given_minutes(&gemeente->landschap.personeel, self);
    sim_resource_pool_set_capacity(pool, self->member,
                                   pool->capacity[self->member] + given - self->given,
                                   gemeente->engine.now);
    self->given = given;
}

/* Changes what [row] is, in the levels of the team and in its pool. */
static void become(struct wmo_gemeente *gemeente, uint32_t row,
                   enum wmo_medewerker_toestand toestand, int32_t minutes)
{
    struct wmo_medewerker *self = &gemeente->medewerkers.rows[row];
    struct wmo_bezetting *team = &gemeente->medewerkers.teams[self->team];
    sim_time now = gemeente->engine.now;
    int32_t aanwezig = is_aanwezig(self) ? self->minutes : 0;
    int vacature = self->toestand == WMO_MEDEWERKER_VACATURE;
    int in_dienst = self->toestand > WMO_MEDEWERKER_VACATURE;
    self->toestand = (uint8_t)toestand;
    self->minutes = minutes;
    aanwezig = (is_aanwezig(self) ? minutes : 0) - aanwezig;
    sim_timeavg_add(&team->aanwezig, aanwezig, now);
    sim_timeavg_add(&team->vacatures, (toestand == WMO_MEDEWERKER_VACATURE) - vacature,
                    now);
    sim_timeavg_add(&team->in_dienst, (toestand > WMO_MEDEWERKER_VACATURE) - in_dienst,
                    now);
    give(gemeente, row);
}

/* Who is in dienst can have inwoners; of a groep that holds as long as anybody is. */
static void set_skills(struct wmo_gemeente *gemeente, uint32_t row)
{
    const struct wmo_medewerker *self = &gemeente->medewerkers.rows[row];
    const struct wmo_bezetting *team = &gemeente->medewerkers.teams[self->team];
    struct wmo_team *t = wmo_gemeente_team(gemeente, self->team);
    bool in_dienst = gemeente->landschap.zorgvormen.items[t->zorgvorm].per_groep
                         ? team->in_dienst.level > 0
                         : self->toestand > WMO_MEDEWERKER_VACATURE;
    sim_resource_pool_set_skills(&t->staff, self->member,
                                 in_dienst ? SIM_SKILLS_ALL : 0);
}

/* --- Coming and going --- */

static enum sim_status plan(struct wmo_gemeente *gemeente, uint32_t row, double days,
                            enum wmo_event event, sim_event_id *id)
{
    return sim_engine_schedule(&gemeente->engine,
                               gemeente->engine.now + sim_time_from_days(days),
                               (uint32_t)event, row, id);
}

static enum sim_status plan_vertrek(struct wmo_gemeente *gemeente, uint32_t row)
{
    double hazard = gemeente->landschap.personeel.verloop_per_day;
    if (hazard <= 0) {
        return SIM_OK;
    }
    wmo_medewerker_seek(gemeente, row, WMO_PURPOSE_VERTREK, 0);
    double days = -log(sim_stream_uniform(&gemeente->stream)) / hazard;
    return plan(gemeente, row, days, WMO_EVENT_VERTREK,
                &gemeente->medewerkers.rows[row].vertrek);
}

/* Ramp-up of [row], of which [days] are to go. */
static enum sim_status plan_inwerken(struct wmo_gemeente *gemeente, uint32_t row,
                                     double days)
{
    struct wmo_medewerker *self = &gemeente->medewerkers.rows[row];
    if (days <= 0) {
        return SIM_OK;
    }
    self->inwerken = true;
    give(gemeente, row);
    return plan(gemeente, row, days, WMO_EVENT_INGEWERKT, &self->ingewerkt);
}

static enum sim_status begin_dienst(struct wmo_gemeente *gemeente, uint32_t row)
{
    struct wmo_medewerker *self = &gemeente->medewerkers.rows[row];
    self->in_dienst = gemeente->engine.now;
    become(gemeente, row, WMO_MEDEWERKER_WERKZAAM, self->minutes);
    set_skills(gemeente, row);
    return plan_vertrek(gemeente, row);
}

static enum sim_status hire(struct wmo_gemeente *gemeente, uint32_t row)
{
    int team = gemeente->medewerkers.rows[row].team;
    wmo_gemeente_team_tel(gemeente, team)->aangenomen++;
    enum sim_status status = begin_dienst(gemeente, row);
    return status == SIM_OK
               ? plan_inwerken(gemeente, row, gemeente->landschap.personeel.inwerk_days)
               : status;
}

enum sim_status wmo_medewerker_aanname(struct wmo_gemeente *gemeente, uint32_t row)
{
    enum sim_status status = hire(gemeente, row);
    return status == SIM_OK
               ? wmo_plaatsing_serve(gemeente, gemeente->medewerkers.rows[row].team)
               : status;
}

/* A position without anybody: a vacature, or filled on the spot where that takes no
 * time. */
static enum sim_status open_vacature(struct wmo_gemeente *gemeente, uint32_t row,
                                     bool under_way)
{
    const struct wmo_arbeidsmarkt *markt = &gemeente->landschap.personeel.markt;
    become(gemeente, row, WMO_MEDEWERKER_VACATURE,
           gemeente->medewerkers.rows[row].minutes);
    set_skills(gemeente, row);
    if (markt->vacature_duur.mean <= 0 && markt->werkzoekenden == 0) {
        return hire(gemeente, row);
    }
    return wmo_arbeidsmarkt_open(gemeente, row, under_way);
}

static void vervalt(struct wmo_gemeente *gemeente, uint32_t row)
{
    become(gemeente, row, WMO_MEDEWERKER_VERVALLEN, 0);
    set_skills(gemeente, row);
}

static int32_t count_posities(const struct wmo_medewerkers *self, int team)
{
    const struct wmo_bezetting *t = &self->teams[team];
    return (int32_t)(t->in_dienst.level + t->vacatures.level);
}

/* [row] goes for good; whether the position is filled again depends on the formatie. */
static enum sim_status leave(struct wmo_gemeente *gemeente, uint32_t row)
{
    struct wmo_medewerkers *all = &gemeente->medewerkers;
    struct wmo_medewerker *self = &all->rows[row];
    wmo_gemeente_team_tel(gemeente, self->team)->vertrokken++;
    bool replace =
        count_posities(all, self->team) <= all->teams[self->team].formatie_nu;
    enum sim_status status = wmo_arbeidsmarkt_leaver(gemeente, row);
    sim_engine_cancel(&gemeente->engine, &self->vertrek);
    sim_engine_cancel(&gemeente->engine, &self->ingewerkt);
    self->inwerken = false;
    self->persoon++;
    self->werving = 0;
    if (status == SIM_OK && replace) {
        return open_vacature(gemeente, row, false);
    }
    vervalt(gemeente, row);
    return status;
}

enum sim_status wmo_medewerker_vertrek(void *model, uint32_t row)
{
    struct wmo_gemeente *gemeente = model;
    int team = gemeente->medewerkers.rows[row].team;
    enum sim_status status = leave(gemeente, row);
    return status == SIM_OK ? wmo_plaatsing_serve(gemeente, team) : status;
}

enum sim_status wmo_medewerker_ingewerkt(void *model, uint32_t row)
{
    struct wmo_gemeente *gemeente = model;
    struct wmo_medewerker *self = &gemeente->medewerkers.rows[row];
    self->ingewerkt = SIM_EVENT_NONE;
    self->inwerken = false;
    give(gemeente, row);
    return wmo_plaatsing_serve(gemeente, self->team);
}

/* --- The formatie of a year --- */

/* The row of the first position of [team] that has fallen away. */
static uint32_t first_vervallen(const struct wmo_medewerkers *self, int team)
{
    uint32_t row = self->teams[team].first;
    while (self->rows[row].toestand != WMO_MEDEWERKER_VERVALLEN) {
        row++;
    }
    return row;
}

/* The last position in [toestand], of those in dienst the one hired last; the count of
 * rows when there is none. */
static uint32_t last_in(const struct wmo_medewerkers *self, int team,
                        enum wmo_medewerker_toestand toestand)
{
    const struct wmo_bezetting *t = &self->teams[team];
    uint32_t best = self->count;
    bool vacature = toestand == WMO_MEDEWERKER_VACATURE;
    for (uint32_t row = t->first; row < t->first + (uint32_t)t->posities; row++) {
        const struct wmo_medewerker *m = &self->rows[row];
        if (vacature ? m->toestand == toestand
                     : m->toestand >= toestand &&
                           (best == self->count ||
                            m->in_dienst >= self->rows[best].in_dienst)) {
            best = row;
        }
    }
    return best;
}

static enum sim_status shrink(struct wmo_gemeente *gemeente, int team, int32_t count)
{
    struct wmo_medewerkers *all = &gemeente->medewerkers;
    enum sim_status status = SIM_OK;
    while (status == SIM_OK && count_posities(all, team) > count) {
        uint32_t row = last_in(all, team, WMO_MEDEWERKER_VACATURE);
        if (row < all->count) {
            status = wmo_arbeidsmarkt_close(gemeente, row);
            vervalt(gemeente, row);
        } else if (gemeente->landschap.personeel.krimp == WMO_KRIMP_LAATSTE) {
            row = last_in(all, team, WMO_MEDEWERKER_WERKZAAM);
            status = leave(gemeente, row);
        } else {
            break;
        }
    }
    return status;
}

/* At the start so many of the positions of the city are vacatures, evenly spread. */
static bool is_open_at_start(const struct wmo_gemeente *gemeente, uint32_t number)
{
    double share = gemeente->landschap.personeel.vacatures_begin;
    return floor((number + 1) * share + 1e-9) > floor(number * share + 1e-9);
}

static enum sim_status grow(struct wmo_gemeente *gemeente, int team, int32_t count,
                            bool at_start)
{
    struct wmo_medewerkers *all = &gemeente->medewerkers;
    enum sim_status status = SIM_OK;
    while (status == SIM_OK && count_posities(all, team) < count) {
        uint32_t row = first_vervallen(all, team);
        status = at_start && !is_open_at_start(gemeente, row)
                     ? begin_dienst(gemeente, row)
                     : open_vacature(gemeente, row, at_start);
    }
    return status;
}

/* Divides the minutes of the formatie over the positions, as equally as integers allow;
 * who is there beyond the formatie has as many, without the formatie paying it. */
static void divide(struct wmo_gemeente *gemeente, int team, int64_t minutes)
{
    struct wmo_bezetting *t = &gemeente->medewerkers.teams[team];
    int64_t count = t->formatie_nu > 0 ? t->formatie_nu : 1;
    int64_t share = minutes / count, remainder = minutes % count, given = 0;
    for (uint32_t row = t->first; row < t->first + (uint32_t)t->posities; row++) {
        const struct wmo_medewerker *m = &gemeente->medewerkers.rows[row];
        if (m->toestand != WMO_MEDEWERKER_VERVALLEN) {
            become(gemeente, row, (enum wmo_medewerker_toestand)m->toestand,
                   (int32_t)(share + (given++ < remainder)));
        }
    }
    sim_timeavg_add(&t->formatie, minutes - t->formatie.level, gemeente->engine.now);
}

static enum sim_status set_members(struct wmo_gemeente *gemeente, int team)
{
    struct wmo_bezetting *t = &gemeente->medewerkers.teams[team];
    struct wmo_team *state = wmo_gemeente_team(gemeente, team);
    bool per_groep = gemeente->landschap.zorgvormen.items[state->zorgvorm].per_groep;
    int32_t members = per_groep && t->posities > 1 ? 1 : t->posities;
    for (int32_t p = 0; p < t->posities; p++) {
        gemeente->medewerkers.rows[t->first + (uint32_t)p].member = per_groep ? 0 : p;
    }
    enum sim_status status =
        sim_resource_pool_set_members(&state->staff, members, 0, gemeente->engine.now);
    for (int32_t i = 0; i < members && status == SIM_OK; i++) {
        sim_resource_pool_set_skills(&state->staff, i, 0);
    }
    return status;
}

enum sim_status wmo_medewerkers_new_year(struct wmo_gemeente *gemeente, int year_index)
{
    bool at_start = year_index == 0;
    enum sim_status status = at_start ? wmo_arbeidsmarkt_begin(gemeente) : SIM_OK;
    for (int t = 0; t < gemeente->medewerkers.team_count && status == SIM_OK; t++) {
        const struct wmo_formatie *formatie =
            wmo_formatieplan_team(&gemeente->formatieplan, year_index, t);
        gemeente->medewerkers.teams[t].formatie_nu = formatie->medewerkers;
        if (at_start) {
            status = set_members(gemeente, t);
        }
        if (status == SIM_OK) {
            status = shrink(gemeente, t, formatie->medewerkers);
        }
        if (status == SIM_OK) {
            status = grow(gemeente, t, formatie->medewerkers, at_start);
        }
        divide(gemeente, t, formatie->minutes);
    }
    return status;
}

/* Of people who leave at a constant rate, the time they have been there is exponential
 * too; so many are still new. */
static enum sim_status begin_inwerken(struct wmo_gemeente *gemeente, uint32_t row)
{
    const struct wmo_personeel *personeel = &gemeente->landschap.personeel;
    wmo_medewerker_seek(gemeente, row, WMO_PURPOSE_DIENSTTIJD_BEGIN, 0);
    double days =
        -log(sim_stream_uniform(&gemeente->stream)) / personeel->verloop_per_day;
    gemeente->medewerkers.rows[row].in_dienst = -sim_time_from_days(days);
    return plan_inwerken(gemeente, row, personeel->inwerk_days - days);
}

enum sim_status wmo_medewerkers_begin(struct wmo_gemeente *gemeente)
{
    enum sim_status status = SIM_OK;
    for (uint32_t row = 0; row < gemeente->medewerkers.count && status == SIM_OK;
         row++) {
        bool in_dienst =
            gemeente->medewerkers.rows[row].toestand > WMO_MEDEWERKER_VACATURE;
        if (in_dienst && gemeente->landschap.personeel.verloop_per_day > 0) {
            status = begin_inwerken(gemeente, row);
        }
    }
    return status;
}

void wmo_medewerkers_close_year(struct wmo_gemeente *gemeente, int team,
                                int64_t capacity, struct wmo_tel *tel)
{
    struct wmo_bezetting *t = &gemeente->medewerkers.teams[team];
    sim_time now = gemeente->engine.now;
    int zorgvorm = gemeente->teams.items[team].zorgvorm;
    double per_fte = gemeente->landschap.zorgvormen.items[zorgvorm].minutes_per_fte;
    tel->fte_area += (double)sim_timeavg_flush(&t->formatie, now) / per_fte;
    tel->aanwezig_area += (double)sim_timeavg_flush(&t->aanwezig, now) / per_fte;
    tel->productief_area += (double)capacity / per_fte;
    tel->vacature_area += sim_timeavg_flush(&t->vacatures, now);
    tel->in_dienst_area += sim_timeavg_flush(&t->in_dienst, now);
}
