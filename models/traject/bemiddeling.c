/* models/traject/bemiddeling.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/traject/bemiddeling.h"

#include <math.h>

#include "models/bekostiging/prikkel.h"
#include "models/events.h"
#include "models/traject/kandidaat.h"
#include "models/traject/plaatsing.h"
#include "models/traject/toewijzing.h"

void wmo_bemiddeling_load(struct wmo_bemiddeling *self,
                          const struct sim_scenario *scenario)
{
    self->kans = sim_scenario_real_or(scenario, NULL, "bemiddeling.kans", 0);
    self->interval_days =
        sim_scenario_real_or(scenario, NULL, "bemiddeling.interval", 0);
    self->verschil_days =
        sim_scenario_real_or(scenario, NULL, "bemiddeling.verschil", 0);
}

static const struct wmo_bemiddeling *rule(const struct wmo_gemeente *self)
{
    return &self->landschap.bemiddeling;
}

/* --- Going --- */

static bool is_free(const struct wmo_gemeente *self, int team)
{
    return wmo_teams_lijst(&self->teams, team)->length == 0;
}

/* Whether [row], who waits, may go to [team] and wants to. */
static bool goes_to(struct wmo_gemeente *self, uint32_t row, int team)
{
    const struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    if (self->teams.items[team].lijst == self->teams.items[inwoner->team].lijst ||
        inwoner->specialisme == WMO_SPECIALISME_ELDERS ||
        !wmo_toewijzing_is_open(self, inwoner, team)) {
        return false;
    }
    sim_stream_seek_draw(&self->stream, inwoner->id, WMO_PURPOSE_BEMIDDELING,
                         (uint32_t)self->teams.items[team].aanbod);
    return sim_stream_uniform(&self->stream) < rule(self)->kans;
}

/* [row] has left its list, and belongs to [team] from now on. */
static void change_team(struct wmo_gemeente *self, uint32_t row, int team)
{
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    int before = self->teams.items[inwoner->team].aanbod;
    inwoner->team = (int16_t)team;
    wmo_prikkel_enter(self, inwoner, before);
}

static void count(struct wmo_gemeente *self, uint32_t row)
{
    WMO_RECORD_COUNT(&self->record,
                     wmo_gemeente_plek(self, wmo_gemeente_inwoner(self, row)),
                     bemiddeld);
}

enum sim_status wmo_bemiddeling_wait(struct wmo_gemeente *self, uint32_t row, int team,
                                     enum wmo_journal_kind kind)
{
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    struct sim_fel_event uitval = sim_fel_look(&self->engine.fel, inwoner->event);
    bool gives_up = uitval.time != SIM_TIME_NEVER;
    enum sim_status status = wmo_plaatsing_leave_list(self, row);
    if (status == SIM_OK) {
        change_team(self, row, team);
        wmo_gemeente_note(self, row, kind);
        status = wmo_plaatsing_wait(self, row);
    }
    if (status == SIM_OK && gives_up) {
        sim_engine_cancel(&self->engine, &inwoner->event);
        status = sim_engine_schedule(&self->engine, uitval.time, uitval.type, row,
                                     &inwoner->event);
    }
    return status;
}

/* [row] begins with [member] of [team]; then whoever stood behind it may, where it did
 * not fit. */
static enum sim_status begin_at(struct wmo_gemeente *self, uint32_t row, int team,
                                int32_t member)
{
    int old = wmo_gemeente_inwoner(self, row)->team;
    count(self, row);
    enum sim_status status = wmo_plaatsing_leave_list(self, row);
    if (status == SIM_OK) {
        wmo_gemeente_inwoner(self, row)->toestand = WMO_TOESTAND_UIT_BEELD; /* now */
        change_team(self, row, team);
        wmo_gemeente_note(self, row, WMO_JOURNAL_BEMIDDELING);
        status = wmo_plaatsing_start(self, row, team, member);
    }
    return status == SIM_OK ? wmo_plaatsing_serve(self, old) : status;
}

/* --- At once --- */

enum sim_status wmo_bemiddeling_enter(struct wmo_gemeente *self, uint32_t row)
{
    const struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    if (rule(self)->kans <= 0 || inwoner->toestand != WMO_TOESTAND_WACHT) {
        return SIM_OK;
    }
    const struct wmo_keuze *keuze =
        wmo_aanbieders_keuze(&self->landschap.aanbieders, self->year_index,
                             inwoner->zorgvorm, inwoner->wijk);
    int best = WMO_NONE;
    int32_t member = SIM_MEMBER_NONE;
    double best_load = 0;
    for (int i = 0; i < keuze->count; i++) {
        int team = wmo_aanbieders_team(&self->landschap.aanbieders, keuze->aanbod[i],
                                       inwoner->wijk);
        struct wmo_inzet staff = wmo_inzet(team, false);
        int32_t found;
        double load = wmo_toewijzing_load(self, team);
        if (is_free(self, team) && (best == WMO_NONE || load < best_load) &&
            wmo_kandidaat_can_start(self, inwoner, &staff, &found) &&
            goes_to(self, row, team)) {
            best = team;
            best_load = load;
            member = found;
        }
    }
    return best == WMO_NONE ? SIM_OK : begin_at(self, row, best, member);
}

/* The first of the list of [other] who may begin with [staff] and wants to, if that is
 * before [best] (may be nobody). */
static struct wmo_kandidaat first_of(struct wmo_gemeente *self, int other,
                                     struct wmo_inzet *staff, struct wmo_kandidaat best)
{
    const struct wmo_wachtlijst *list = wmo_teams_lijst(&self->teams, other);
    uint32_t row = list->length > 0 ? wmo_wachtlijst_first(list, &self->inwoners)
                                    : SIM_ENTITY_NONE;
    for (; row != SIM_ENTITY_NONE &&
           (best.row == SIM_ENTITY_NONE ||
            sim_first_fit_is_before(&self->inwoners.wachtenden, row, best.row));
         row = wmo_wachtlijst_next(list, &self->inwoners, row)) {
        int32_t member;
        if (wmo_kandidaat_can_start(self, wmo_gemeente_inwoner(self, row), staff,
                                    &member) &&
            goes_to(self, row, staff->team)) {
            return (struct wmo_kandidaat){.row = row, .member = member};
        }
    }
    return best;
}

/* Who may begin first with [team] of all who wait for another aanbieder. */
static struct wmo_kandidaat from_elsewhere(struct wmo_gemeente *self, int team)
{
    const struct wmo_aanbieders *all = &self->landschap.aanbieders;
    const struct wmo_team *t = &self->teams.items[team];
    struct wmo_inzet staff = wmo_inzet(team, false);
    struct wmo_kandidaat best = WMO_NIEMAND;
    for (int a = 0; a < all->aanbod_count; a++) {
        const struct wmo_aanbod *aanbod = &all->aanbod[a];
        bool other = aanbod->zorgvorm == t->zorgvorm && a != t->aanbod;
        for (int i = 0; other && i < aanbod->team_count; i++) {
            int holder = aanbod->first_team + i;
            if (all->teams[holder].lijst == holder) {
                best = first_of(self, holder, &staff, best);
            }
        }
    }
    return best;
}

enum sim_status wmo_bemiddeling_serve(struct wmo_gemeente *self, int team)
{
    enum sim_status status = SIM_OK;
    bool more = rule(self)->kans > 0;
    while (more && status == SIM_OK && is_free(self, team)) {
        struct wmo_kandidaat next = from_elsewhere(self, team);
        more = next.row != SIM_ENTITY_NONE;
        if (more) {
            status = begin_at(self, next.row, team, next.member);
        }
    }
    return status;
}

/* --- Comparing lists --- */

enum sim_status wmo_bemiddeling_schedule(struct wmo_gemeente *self)
{
    const struct wmo_bemiddeling *r = rule(self);
    return r->kans > 0 && r->interval_days > 0
               ? sim_engine_schedule(&self->engine,
                                     self->engine.now +
                                         sim_time_from_days(r->interval_days),
                                     WMO_EVENT_BEMIDDELING, SIM_ENTITY_NONE, NULL)
               : SIM_OK;
}

/* Days that the list of [team] is long, with [minutes] more on it; HUGE_VAL without
 * hours. */
static double length_with(const struct wmo_gemeente *self, int team, int64_t minutes)
{
    const struct wmo_teamplan *plans = self->landschap.aanbieders.teams;
    const struct wmo_zorgvorm *z =
        &self->landschap.zorgvormen.items[self->teams.items[team].zorgvorm];
    int64_t capacity = 0;
    for (int t = plans[team].lijst; t != WMO_NONE; t = plans[t].volgende) {
        capacity += self->teams.items[t].staff.total.capacity;
    }
    minutes += wmo_teams_lijst(&self->teams, team)->minutes;
    return capacity > 0 ? (double)minutes / (double)capacity * z->verblijfsduur.mean
                        : HUGE_VAL;
}

/* The team with the shortest list of those that [row] would go to, WMO_NONE when none
 * is so much shorter. */
static int shorter(struct wmo_gemeente *self, uint32_t row)
{
    const struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    const struct wmo_keuze *keuze =
        wmo_aanbieders_keuze(&self->landschap.aanbieders, self->year_index,
                             inwoner->zorgvorm, inwoner->wijk);
    double most = length_with(self, inwoner->team, 0) - rule(self)->verschil_days;
    int best = WMO_NONE;
    for (int i = 0; i < keuze->count; i++) {
        int team = wmo_aanbieders_team(&self->landschap.aanbieders, keuze->aanbod[i],
                                       inwoner->wijk);
        double length = length_with(self, team, inwoner->minutes);
        if (length < most && goes_to(self, row, team)) {
            best = team;
            most = length;
        }
    }
    return best;
}

/* Lets those on the list of [team] go to shorter ones. Nobody begins meanwhile. */
static enum sim_status compare(struct wmo_gemeente *self, int team)
{
    const struct wmo_wachtlijst *list = wmo_teams_lijst(&self->teams, team);
    uint32_t row = list->length > 0 ? wmo_wachtlijst_first(list, &self->inwoners)
                                    : SIM_ENTITY_NONE;
    enum sim_status status = SIM_OK;
    while (row != SIM_ENTITY_NONE && status == SIM_OK) {
        uint32_t next = wmo_wachtlijst_next(list, &self->inwoners, row);
        int other = shorter(self, row);
        if (other != WMO_NONE) {
            count(self, row);
            status = wmo_bemiddeling_wait(self, row, other, WMO_JOURNAL_BEMIDDELING);
        }
        row = next;
    }
    return status;
}

enum sim_status wmo_bemiddeling_vergelijk(void *model, uint32_t none)
{
    (void)none;
    struct wmo_gemeente *self = model;
    enum sim_status status = SIM_OK;
    for (int t = 0; t < self->teams.count && status == SIM_OK; t++) {
        if (self->teams.items[t].lijst == t) {
            status = compare(self, t);
        }
    }
    for (int t = 0; t < self->teams.count && status == SIM_OK; t++) {
        status = wmo_plaatsing_serve(self, t);
    }
    return status == SIM_OK ? wmo_bemiddeling_schedule(self) : status;
}
