/* models/personeel/medewerker.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/personeel/medewerker.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "models/personeel/arbeidsmarkt.h"
#include "models/personeel/caseload.h"
#include "models/bekostiging/herijking.h"
#include "models/events.h"
#include "models/gemeente/gemeente.h"
#include "models/personeel/overdracht.h"
#include "models/traject/plaatsing.h"
#include "models/purpose.h"
#include "models/personeel/specialisme.h"
#include "models/personeel/verzuim.h"

/* A person may need this many numbers for one draw. */
#define NUMBERS_PER_DRAW 64

/* --- The table --- */

/* Gives each position of [team] its functie. */
static void set_functies(struct wmo_medewerkers *self,
                         const struct wmo_landschap *landschap, int team)
{
    const struct wmo_aanbieders *aanbieders = &landschap->aanbieders;
    int zorgvorm = aanbieders->aanbod[aanbieders->teams[team].aanbod].zorgvorm;
    const struct wmo_bezetting *t = &self->teams[team];
    int32_t posities[WMO_FUNCTIE_MAX] = {0};
    for (uint32_t row = t->first; row < t->first + (uint32_t)t->posities; row++) {
        int functie = wmo_functies_erbij(&landschap->functies, zorgvorm, posities);
        self->rows[row].functie = (uint8_t)functie;
        if (functie != WMO_GEEN_FUNCTIE) {
            posities[functie]++;
        }
    }
}

/* Teams that share a list number their people through, so that those have the same luck
 * as the people of one team with that list. */
static void set_sleutels(struct wmo_medewerkers *self,
                         const struct wmo_aanbieders *aanbieders, int team)
{
    struct wmo_bezetting *t = &self->teams[team];
    t->sleutel = aanbieders->teams[team].lijst;
    for (int u = t->sleutel; u != team; u = aanbieders->teams[u].volgende) {
        t->sleutel_vanaf += self->teams[u].posities;
    }
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
        self->teams[t].posities = wmo_herijking_most_posities(plan, t);
        self->count += (uint32_t)self->teams[t].posities;
    }
    self->rows = calloc(self->count + 1, sizeof *self->rows);
    self->links = calloc(self->count + 1, sizeof *self->links);
    if (!self->rows || !self->links) {
        return SIM_ERR_NO_MEMORY;
    }
    for (int t = 0; t < self->team_count; t++) {
        set_functies(self, plan->landschap, t);
        set_sleutels(self, &plan->landschap->aanbieders, t);
    }
    sim_queue_init(&self->zonder_kandidaat, &sim_queue_fifo, self->links);
    return SIM_OK;
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
        *team = (struct wmo_bezetting){.first = team->first,
                                       .posities = team->posities,
                                       .sleutel = team->sleutel,
                                       .sleutel_vanaf = team->sleutel_vanaf};
        for (int32_t p = 0; p < team->posities; p++) {
            struct wmo_medewerker *m = &self->rows[team->first + (uint32_t)p];
            *m = (struct wmo_medewerker){.team = (int16_t)t,
                                         .positie = p,
                                         .functie = m->functie,
                                         .eerste = SIM_ENTITY_NONE,
                                         .laatste = SIM_ENTITY_NONE};
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
    const struct wmo_bezetting *team = &gemeente->medewerkers.teams[m->team];
    sim_stream_seek_draw(
        &gemeente->stream,
        wmo_medewerker_id(team->sleutel, team->sleutel_vanaf + m->positie, m->persoon),
        purpose, number * NUMBERS_PER_DRAW % SIM_STREAM_DRAW_COUNT);
}

/* --- Hours: what of a contract is there now --- */

static bool is_aanwezig(const struct wmo_medewerker *self)
{
    return self->toestand == WMO_MEDEWERKER_WERKZAAM && !self->weg;
}

/* Minutes a week that [self] gives when there, but for what a transition takes. */
static double own_minutes(const struct wmo_personeel *personeel,
                          const struct wmo_medewerker *self)
{
    double productiviteit = self->inwerken ? personeel->inwerk_productiviteit : 1;
    double minutes =
        floor(self->minutes * productiviteit * wmo_personeel_uren_factor(personeel) +
              1e-6) -
        (double)self->overdrachten * personeel->overdracht_minutes;
    return minutes > 0 ? minutes : 0;
}

/* Minutes a week of [minutes] that a transition leaves. */
static int32_t left_minutes(const struct wmo_gemeente *gemeente,
                            const struct wmo_medewerker *self, double minutes)
{
    double dip = gemeente->medewerkers.teams[self->team].dip;
    double left =
        floor(minutes * (1 - dip) + 1e-6) -
        (double)self->overgedragen * gemeente->landschap.overgang.overdracht_minutes;
    return left > 0 ? (int32_t)left : 0;
}

/* Gives the pool the hours that [row] has now. */
void wmo_medewerker_give(struct wmo_gemeente *gemeente, uint32_t row)
{
    struct wmo_medewerker *self = &gemeente->medewerkers.rows[row];
    struct sim_resource_pool *pool = &wmo_gemeente_team(gemeente, self->team)->staff;
    struct wmo_bezetting *team = &gemeente->medewerkers.teams[self->team];
    double own = own_minutes(&gemeente->landschap.personeel, self);
    int32_t full = left_minutes(gemeente, self, own);
    int32_t given = is_aanwezig(self) ? full : 0;
    int32_t verloren = is_aanwezig(self) ? (int32_t)own - full : 0;
    sim_timeavg_add(&team->verloren, verloren - self->verloren, gemeente->engine.now);
    self->verloren = verloren;
    bool short_ill = self->toestand == WMO_MEDEWERKER_KORT_ZIEK && !self->weg;
    int32_t missing = short_ill ? full : 0;
    sim_timeavg_add(&team->missing, missing - self->missing, gemeente->engine.now);
    self->missing = missing;
    sim_resource_pool_set_capacity(pool, self->member,
                                   pool->capacity[self->member] + given - self->given,
                                   gemeente->engine.now);
    self->given = given;
}

void wmo_medewerker_set_weg(struct wmo_gemeente *gemeente, uint32_t row, bool weg)
{
    struct wmo_medewerker *self = &gemeente->medewerkers.rows[row];
    int32_t aanwezig = is_aanwezig(self) ? self->minutes : 0;
    self->weg = weg;
    aanwezig = (is_aanwezig(self) ? self->minutes : 0) - aanwezig;
    sim_timeavg_add(&gemeente->medewerkers.teams[self->team].aanwezig, aanwezig,
                    gemeente->engine.now);
    wmo_medewerker_give(gemeente, row);
}

/* Changes what [row] is, in the levels of the team and in its pool. */
void wmo_medewerker_become(struct wmo_gemeente *gemeente, uint32_t row,
                           enum wmo_medewerker_toestand toestand, int32_t minutes)
{
    struct wmo_medewerker *self = &gemeente->medewerkers.rows[row];
    struct wmo_bezetting *team = &gemeente->medewerkers.teams[self->team];
    sim_time now = gemeente->engine.now;
    int32_t aanwezig = is_aanwezig(self) ? self->minutes : 0;
    int vacature = self->toestand == WMO_MEDEWERKER_VACATURE;
    int in_dienst = self->toestand > WMO_MEDEWERKER_VACATURE;
    int ziek = self->toestand > WMO_MEDEWERKER_WERKZAAM;
    self->toestand = (uint8_t)toestand;
    self->minutes = minutes;
    aanwezig = (is_aanwezig(self) ? minutes : 0) - aanwezig;
    sim_timeavg_add(&team->aanwezig, aanwezig, now);
    sim_timeavg_add(&team->vacatures, (toestand == WMO_MEDEWERKER_VACATURE) - vacature,
                    now);
    sim_timeavg_add(&team->ziek, (toestand > WMO_MEDEWERKER_WERKZAAM) - ziek, now);
    sim_timeavg_add(&team->in_dienst, (toestand > WMO_MEDEWERKER_VACATURE) - in_dienst,
                    now);
    wmo_medewerker_give(gemeente, row);
    wmo_medewerker_set_skills(gemeente, row);
}

void wmo_medewerker_set_skills(struct wmo_gemeente *gemeente, uint32_t row)
{
    const struct wmo_medewerker *self = &gemeente->medewerkers.rows[row];
    struct wmo_team *team = wmo_gemeente_team(gemeente, self->team);
    const struct wmo_zorgvorm *zorgvorm =
        &gemeente->landschap.zorgvormen.items[team->zorgvorm];
    uint32_t skills = 0;
    if (zorgvorm->per_groep) {
        bool in_dienst = gemeente->medewerkers.teams[self->team].in_dienst.level > 0;
        skills = in_dienst ? SIM_SKILLS_ALL : 0;
    } else if (self->toestand > WMO_MEDEWERKER_VACATURE) {
        bool full = wmo_caseload_is_full(gemeente, self);
        skills = full ? WMO_SKILL_IN_DIENST
                      : WMO_SKILL_IN_DIENST | WMO_SKILL_RUIMTE | self->specialismen;
        skills |= wmo_functies_skills(&gemeente->landschap.functies, self->functie);
    }
    if (skills != sim_resource_pool_skills(&team->staff, self->member)) {
        sim_resource_pool_set_skills(&team->staff, self->member, skills);
    }
}

/* --- Coming and going --- */

static enum sim_status plan(struct wmo_gemeente *gemeente, uint32_t row, double days,
                            enum wmo_event event, sim_event_id *id)
{
    return sim_engine_schedule(&gemeente->engine,
                               gemeente->engine.now + sim_time_from_days(days),
                               (uint32_t)event, row, id);
}

/* Hazard with which who is on [row] leaves. */
static double verloop_per_day(const struct wmo_gemeente *gemeente, uint32_t row)
{
    const struct wmo_landschap *l = &gemeente->landschap;
    int zorgvorm = gemeente->teams.items[gemeente->medewerkers.rows[row].team].zorgvorm;
    double concurrentie = l->zorgvormen.items[zorgvorm].aanbieders_prijspeil > 0
                              ? l->personeel.concurrentie_per_day
                              : 0;
    return (l->personeel.verloop_per_day + concurrentie) *
           wmo_functies_verloop(&l->functies, gemeente->medewerkers.rows[row].functie);
}

static enum sim_status plan_vertrek(struct wmo_gemeente *gemeente, uint32_t row)
{
    double hazard = verloop_per_day(gemeente, row);
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
    wmo_medewerker_give(gemeente, row);
    return plan(gemeente, row, days, WMO_EVENT_INGEWERKT, &self->ingewerkt);
}

enum sim_status wmo_medewerker_begin_dienst(struct wmo_gemeente *gemeente, uint32_t row)
{
    struct wmo_medewerker *self = &gemeente->medewerkers.rows[row];
    self->specialismen = wmo_specialisme_draw(gemeente, row);
    self->in_dienst = gemeente->engine.now;
    wmo_medewerker_become(gemeente, row, WMO_MEDEWERKER_WERKZAAM, self->minutes);
    enum sim_status status = plan_vertrek(gemeente, row);
    return status == SIM_OK ? wmo_verzuim_plan(gemeente, row) : status;
}

static enum sim_status hire(struct wmo_gemeente *gemeente, uint32_t row)
{
    int team = gemeente->medewerkers.rows[row].team;
    wmo_gemeente_team_tel(gemeente, team)->aangenomen++;
    enum sim_status status = wmo_medewerker_begin_dienst(gemeente, row);
    if (status == SIM_OK) {
        status = wmo_overdracht_opvolger(gemeente, row);
    }
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
enum sim_status wmo_medewerker_open(struct wmo_gemeente *gemeente, uint32_t row,
                                    bool under_way)
{
    const struct wmo_arbeidsmarkt *markt = &gemeente->landschap.personeel.markt;
    wmo_medewerker_become(gemeente, row, WMO_MEDEWERKER_VACATURE,
                          gemeente->medewerkers.rows[row].minutes);
    enum sim_status status = wmo_overdracht(gemeente, row);
    if (status != SIM_OK) {
        return status;
    }
    if (markt->vacature_duur.mean <= 0 && markt->werkzoekenden == 0) {
        return hire(gemeente, row);
    }
    return wmo_arbeidsmarkt_open(gemeente, row, under_way);
}

void wmo_medewerker_vervalt(struct wmo_gemeente *gemeente, uint32_t row)
{
    wmo_medewerker_become(gemeente, row, WMO_MEDEWERKER_VERVALLEN, 0);
}

int32_t wmo_medewerkers_posities(const struct wmo_medewerkers *self, int team)
{
    const struct wmo_bezetting *t = &self->teams[team];
    return (int32_t)(t->in_dienst.level + t->vacatures.level);
}

/* The person on [row] is there no more: nothing is planned for them any longer. */
static void forget(struct wmo_gemeente *gemeente, struct wmo_medewerker *self)
{
    sim_engine_cancel(&gemeente->engine, &self->vertrek);
    sim_engine_cancel(&gemeente->engine, &self->ingewerkt);
    sim_engine_cancel(&gemeente->engine, &self->verzuim);
    sim_engine_cancel(&gemeente->engine, &self->overdragen);
    self->inwerken = false;
    self->persoon++;
    self->werving = 0;
    self->ziekmeldingen = 0;
}

enum sim_status wmo_medewerker_gaat_mee(struct wmo_gemeente *gemeente, uint32_t row)
{
    struct wmo_medewerker *self = &gemeente->medewerkers.rows[row];
    enum sim_status status = SIM_OK;
    if (self->toestand == WMO_MEDEWERKER_VACATURE) {
        status = wmo_arbeidsmarkt_close(gemeente, row);
    } else {
        forget(gemeente, self);
    }
    wmo_medewerker_vervalt(gemeente, row);
    return status;
}

enum sim_status wmo_medewerker_gaat_over(struct wmo_gemeente *gemeente, uint32_t row)
{
    wmo_medewerker_set_weg(gemeente, row, false);
    forget(gemeente, &gemeente->medewerkers.rows[row]);
    wmo_medewerker_vervalt(gemeente, row);
    return wmo_overdracht(gemeente, row);
}

/* [row] goes for good; whether the position is filled again depends on the formatie. */
enum sim_status wmo_medewerker_leave(struct wmo_gemeente *gemeente, uint32_t row)
{
    struct wmo_medewerkers *all = &gemeente->medewerkers;
    struct wmo_medewerker *self = &all->rows[row];
    wmo_gemeente_team_tel(gemeente, self->team)->vertrokken++;
    wmo_medewerker_set_weg(gemeente, row, false);
    bool replace =
        wmo_medewerkers_posities(all, self->team) <= all->teams[self->team].formatie_nu;
    enum sim_status status = wmo_arbeidsmarkt_leaver(gemeente, row);
    forget(gemeente, self);
    if (status == SIM_OK && replace) {
        return wmo_medewerker_open(gemeente, row, false);
    }
    wmo_medewerker_vervalt(gemeente, row);
    return status == SIM_OK ? wmo_overdracht(gemeente, row) : status;
}

enum sim_status wmo_medewerker_vertrek(void *model, uint32_t row)
{
    struct wmo_gemeente *gemeente = model;
    int team = gemeente->medewerkers.rows[row].team;
    enum sim_status status = wmo_medewerker_leave(gemeente, row);
    return status == SIM_OK ? wmo_plaatsing_serve(gemeente, team) : status;
}

enum sim_status wmo_medewerker_ingewerkt(void *model, uint32_t row)
{
    struct wmo_gemeente *gemeente = model;
    struct wmo_medewerker *self = &gemeente->medewerkers.rows[row];
    self->ingewerkt = SIM_EVENT_NONE;
    self->inwerken = false;
    wmo_medewerker_give(gemeente, row);
    return wmo_plaatsing_serve(gemeente, self->team);
}

/* --- The start, and the end of a year --- */

/* Of people who leave at a constant rate, the time they have been there is exponential
 * too; so many are still new. */
static enum sim_status begin_inwerken(struct wmo_gemeente *gemeente, uint32_t row)
{
    const struct wmo_personeel *personeel = &gemeente->landschap.personeel;
    wmo_medewerker_seek(gemeente, row, WMO_PURPOSE_DIENSTTIJD_BEGIN, 0);
    double days =
        -log(sim_stream_uniform(&gemeente->stream)) / verloop_per_day(gemeente, row);
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
        if (in_dienst && verloop_per_day(gemeente, row) > 0) {
            status = begin_inwerken(gemeente, row);
        }
        if (in_dienst && status == SIM_OK) {
            status = wmo_verzuim_begin(gemeente, row);
        }
    }
    return status;
}

void wmo_medewerkers_close_year(struct wmo_gemeente *gemeente, int team,
                                int64_t capacity, struct wmo_tel *tel)
{
    struct wmo_bezetting *t = &gemeente->medewerkers.teams[team];
    sim_time now = gemeente->engine.now;
    double per_fte = wmo_landschap_minutes_per_fte(
        &gemeente->landschap, gemeente->teams.items[team].aanbod, gemeente->year_index);
    double factor = wmo_personeel_uren_factor(&gemeente->landschap.personeel);
    tel->fte_area += (double)sim_timeavg_flush(&t->formatie, now) / per_fte;
    tel->aanwezig_area += (double)sim_timeavg_flush(&t->aanwezig, now) / per_fte;
    tel->productief_area += (double)capacity / (per_fte * factor);
    tel->vacature_area += sim_timeavg_flush(&t->vacatures, now);
    tel->begeleid_area += sim_timeavg_flush(&t->inwoners, now);
    tel->capaciteit_area += capacity + sim_timeavg_flush(&t->missing, now);
    tel->ziek_area += sim_timeavg_flush(&t->ziek, now);
    tel->overgang_area += sim_timeavg_flush(&t->verloren, now);
    tel->in_dienst_area += sim_timeavg_flush(&t->in_dienst, now);
}
