/* models/organisatie/overgang.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/organisatie/overgang.h"

#include <math.h>

#include "models/events.h"
#include "models/gemeente/gemeente.h"
#include "models/organisatie/opvolging.h"
#include "models/traject/plaatsing.h"
#include "models/traject/traject.h"
#include "models/traject/wachten.h"
#include "models/zorg/zorg.h"

#define WEEK (7 * SIM_DAY)
#define DAYS_PER_MONTH (365.25 / 12)

void wmo_overgang_load(struct wmo_overgang *self, const struct sim_scenario *scenario)
{
    self->verloop = sim_scenario_real_or(scenario, NULL, "overgang.verloop", 0);
    self->dip = sim_scenario_real_or(scenario, NULL, "overgang.dip", 0);
    self->dip_months = sim_scenario_real_or(scenario, NULL, "overgang.dip_duur", 0);
    self->overdragen = sim_scenario_real_or(scenario, NULL, "overgang.overdragen", 0);
    self->uitloop_days =
        sim_scenario_real_or(scenario, NULL, "overgang.uitloop", 0) * DAYS_PER_MONTH;
    self->uitval = sim_scenario_real_or(scenario, NULL, "overgang.uitval", 0);
    self->overdracht_minutes = (int32_t)lround(
        60 * sim_scenario_real_or(scenario, NULL, "overgang.overdracht_uren", 0));
}

double wmo_overgang_dip(const struct wmo_overgang *self, int month)
{
    double middle = month + 0.5;
    return middle < self->dip_months ? self->dip * (1 - middle / self->dip_months) : 0;
}

/* --- The medewerkers --- */

/* Lets [team] lose [dip] of its hours from now on. */
static void set_dip(struct wmo_gemeente *self, int team, double dip)
{
    struct wmo_bezetting *t = &self->medewerkers.teams[team];
    t->dip = dip;
    for (uint32_t row = t->first; row < t->first + (uint32_t)t->posities; row++) {
        wmo_medewerker_give(self, row);
    }
}

/* Who does not come along. */
static enum sim_status let_leave(struct wmo_gemeente *self, int team, int year_index)
{
    const struct wmo_bezetting *t = &self->medewerkers.teams[team];
    double share = self->landschap.overgang.verloop;
    enum sim_status status = SIM_OK;
    for (uint32_t row = t->first;
         share > 0 && row < t->first + (uint32_t)t->posities && status == SIM_OK;
         row++) {
        if (self->medewerkers.rows[row].toestand <= WMO_MEDEWERKER_VACATURE) {
            continue;
        }
        wmo_medewerker_seek(self, row, WMO_PURPOSE_OVERGANG_VERTREK,
                            (uint32_t)year_index);
        if (sim_stream_uniform(&self->stream) < share) {
            status = wmo_medewerker_leave(self, row);
        }
    }
    return status;
}

/* --- The inwoners --- */

/* The luck of an inwoner in a transition. */
struct lot {
    bool overgedragen;
    sim_time after; /* the beginning of the transition */
    bool uitval;
};

static struct lot draw_lot(struct wmo_gemeente *self, const struct wmo_inwoner *inwoner,
                           sim_time begin)
{
    const struct wmo_overgang *rule = &self->landschap.overgang;
    sim_time year = begin / (365 * SIM_DAY);
    sim_stream_seek_draw(&self->stream, inwoner->id, WMO_PURPOSE_OVERGANG,
                         WMO_OVERGANG_DRAW(year, inwoner->zorgvorm));
    struct lot lot;
    lot.overgedragen = sim_stream_uniform(&self->stream) < rule->overdragen;
    lot.after =
        sim_time_from_days(sim_stream_uniform(&self->stream) * rule->uitloop_days);
    lot.uitval = sim_stream_uniform(&self->stream) < rule->uitval;
    return lot;
}

static bool is_in_transition(const struct wmo_gemeente *self,
                             const struct wmo_inwoner *inwoner)
{
    return inwoner->toestand == WMO_TOESTAND_IN_ZORG &&
           self->medewerkers.teams[inwoner->team].in_overgang;
}

static bool begins_now(const struct wmo_gemeente *self, int team)
{
    const struct wmo_bezetting *t = &self->medewerkers.teams[team];
    return t->in_overgang && t->overgang == self->engine.now;
}

/* Plans handing over for who is in care with a team that starts now. */
static enum sim_status plan_overdrachten(struct wmo_gemeente *self)
{
    sim_time now = self->engine.now;
    enum sim_status status = SIM_OK;
    for (uint32_t row = 0; row < self->inwoners.pool.high_water && status == SIM_OK;
         row++) {
        const struct wmo_inwoner *inwoner = &self->inwoners.rows[row];
        if (!is_in_transition(self, inwoner) || !begins_now(self, inwoner->team)) {
            continue;
        }
        struct lot lot = draw_lot(self, inwoner, now);
        if (lot.overgedragen) {
            status = sim_engine_schedule(&self->engine, now + lot.after,
                                         WMO_EVENT_OVERGANG, row, NULL);
        }
    }
    return status;
}

/* The row of who supports [inwoner]; of a groep whoever of the team has most hours. */
static uint32_t begeleider(const struct wmo_gemeente *self,
                           const struct wmo_inwoner *inwoner)
{
    const struct wmo_medewerkers *all = &self->medewerkers;
    const struct wmo_bezetting *t = &all->teams[inwoner->staff_team];
    int zorgvorm = self->teams.items[inwoner->staff_team].zorgvorm;
    if (!self->landschap.zorgvormen.items[zorgvorm].per_groep) {
        return t->first + (uint32_t)inwoner->member;
    }
    uint32_t best = t->first;
    for (uint32_t row = t->first; row < t->first + (uint32_t)t->posities; row++) {
        best = all->rows[row].given > all->rows[best].given ? row : best;
    }
    return best;
}

/* [row] has somebody new, who takes hours to get to know it. */
static enum sim_status meet(struct wmo_gemeente *self, uint32_t row)
{
    const struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    struct wmo_plek plek = wmo_gemeente_plek(self, inwoner);
    WMO_RECORD_COUNT(&self->record, plek, wisselingen);
    WMO_RECORD_COUNT(&self->record, plek, overgedragen);
    wmo_gemeente_note(self, row, WMO_JOURNAL_ANDERE_BEGELEIDER);
    if (self->landschap.overgang.overdracht_minutes == 0) {
        return SIM_OK;
    }
    uint32_t medewerker = begeleider(self, inwoner);
    self->medewerkers.rows[medewerker].overgedragen++;
    wmo_medewerker_give(self, medewerker);
    return sim_engine_schedule(&self->engine, self->engine.now + WEEK,
                               WMO_EVENT_OVERGANG_OVERGENOMEN, medewerker, NULL);
}

/* Somebody new goes on with [row]: the roomiest of the team who may, and otherwise
 * whoever comes on the position of the old begeleider. */
static enum sim_status hand_over(struct wmo_gemeente *self, uint32_t row)
{
    const struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    const struct wmo_team *team = wmo_gemeente_team(self, inwoner->staff_team);
    int32_t member = wmo_team_roomiest(team, inwoner->specialisme,
                                       wmo_team_niveau(team, inwoner->minutes));
    if (member != SIM_MEMBER_NONE) {
        wmo_zorg_move(self, row, member);
    }
    return meet(self, row);
}
/* [row] does not go on; who gives up may come back. */
static enum sim_status give_up(struct wmo_gemeente *self, uint32_t row)
{
    const struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    WMO_RECORD_COUNT(&self->record, wmo_gemeente_plek(self, inwoner), overgang_uitval);
    wmo_gemeente_note(self, row, WMO_JOURNAL_OVERGANG_UITVAL);
    wmo_gemeente_cancel(self, row);
    enum sim_status status = wmo_traject_finish(self, row);
    return status == SIM_OK ? wmo_wachten_give_up(self, row) : status;
}

enum sim_status wmo_overgang_at_once(struct wmo_gemeente *self, uint32_t row)
{
    const struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    struct lot lot = draw_lot(self, inwoner, self->engine.now);
    return lot.uitval ? give_up(self, row) : meet(self, row);
}

/* The row may be another's by now, and who was handed over in an earlier transition is
 * in this one too: the draw tells whether this is the moment of who is there. */
enum sim_status wmo_overgang_overdracht(void *model, uint32_t row)
{
    struct wmo_gemeente *self = model;
    const struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    if (!is_in_transition(self, inwoner)) {
        return SIM_OK;
    }
    sim_time begin = self->medewerkers.teams[inwoner->team].overgang;
    struct lot lot = draw_lot(self, inwoner, begin);
    if (!lot.overgedragen || begin + lot.after != self->engine.now) {
        return SIM_OK;
    }
    return lot.uitval ? give_up(self, row) : hand_over(self, row);
}

enum sim_status wmo_overgang_overgenomen(void *model, uint32_t medewerker)
{
    struct wmo_gemeente *self = model;
    struct wmo_medewerker *m = &self->medewerkers.rows[medewerker];
    m->overgedragen--;
    wmo_medewerker_give(self, medewerker);
    return wmo_plaatsing_serve(self, m->team);
}

/* --- The calendar --- */

/* The first aanbod of the aanbieder of [aanbod]. */
static int first_aanbod(const struct wmo_aanbieders *aanbieders, int aanbod)
{
    int first = 0;
    while (aanbieders->aanbod[first].aanbieder !=
           aanbieders->aanbod[aanbod].aanbieder) {
        first++;
    }
    return first;
}

/* Whether a new party begins with the teams of [aanbod]; counts a contract that is not
 * extended. */
static bool begins(struct wmo_gemeente *self, int aanbod, int year_index)
{
    const struct wmo_aanbieders *aanbieders = &self->landschap.aanbieders;
    if (!wmo_contract_wisselt(self, aanbod, year_index)) {
        return wmo_aanbieders_starts(aanbieders, aanbod, year_index);
    }
    if (first_aanbod(aanbieders, aanbod) == aanbod) {
        int team = aanbieders->aanbod[aanbod].first_team;
        wmo_gemeente_team_tel(self, team)->niet_verlengd++;
    }
    return true;
}

/* Puts the teams of who begins in transition; false: nobody does. */
static bool begin(struct wmo_gemeente *self, int year_index)
{
    const struct wmo_aanbieders *aanbieders = &self->landschap.aanbieders;
    bool any = false;
    for (int a = 0; a < aanbieders->aanbod_count; a++) {
        const struct wmo_aanbod *aanbod = &aanbieders->aanbod[a];
        bool here = begins(self, a, year_index);
        for (int t = aanbod->first_team;
             here && t < aanbod->first_team + aanbod->team_count; t++) {
            self->medewerkers.teams[t].in_overgang = true;
            self->medewerkers.teams[t].overgang = self->engine.now;
            set_dip(self, t, wmo_overgang_dip(&self->landschap.overgang, 0));
            any = true;
        }
    }
    return any;
}

enum sim_status wmo_overgang_new_year(struct wmo_gemeente *self, int year_index)
{
    bool any = begin(self, year_index);
    enum sim_status status = wmo_opvolging_new_year(self, year_index);
    if (status == SIM_OK && any && self->landschap.overgang.overdragen > 0) {
        status = plan_overdrachten(self);
    }
    for (int t = 0; any && t < self->teams.count && status == SIM_OK; t++) {
        if (begins_now(self, t)) {
            status = let_leave(self, t, year_index);
        }
    }
    return status;
}

enum sim_status wmo_overgang_new_month(struct wmo_gemeente *self, int month)
{
    const struct wmo_periode *periode = &self->landschap.periode;
    enum sim_status status = SIM_OK;
    for (int t = 0; t < self->teams.count && status == SIM_OK; t++) {
        const struct wmo_bezetting *team = &self->medewerkers.teams[t];
        if (team->dip <= 0) {
            continue;
        }
        int begin = month;
        while (begin > 0 && periode->month_start[begin] > team->overgang) {
            begin--;
        }
        set_dip(self, t, wmo_overgang_dip(&self->landschap.overgang, month - begin));
        status = wmo_plaatsing_serve(self, t);
    }
    return status;
}
