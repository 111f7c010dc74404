/* models/plaatsing.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/plaatsing.h"

#include "models/purpose.h"
#include "models/traject.h"
#include "models/zorg.h"

/* Free minutes of the roomiest medewerker of [team], who is put in [member]. One who
 * has nobody yet takes anyone, also who asks more hours than a medewerker has. */
static int32_t room_in(const struct wmo_team *team, int32_t *member)
{
    *member = sim_resource_pool_roomiest(&team->staff);
    if (*member == SIM_MEMBER_NONE) {
        return 0;
    }
    int32_t room = team->staff.free_units[*member];
    return room > 0 && room == team->staff.capacity[*member] ? INT32_MAX : room;
}

/* Like room_in, for inwoners of other wijken: within what may be lent, and only when
 * nobody waits on the team's own list. */
static int32_t room_to_lend(const struct wmo_team *team, int32_t *member)
{
    int64_t lendable = team->lendable_minutes - team->lent_minutes;
    *member = SIM_MEMBER_NONE;
    if (lendable <= 0 || team->wachtlijst.length > 0) {
        return 0;
    }
    int32_t room = room_in(team, member);
    return lendable < room ? (int32_t)lendable : room;
}

/* Whether [row] may start with a medewerker of [staff_team] who has [room]. */
static bool can_start(const struct wmo_gemeente *self, uint32_t row, int staff_team,
                      int32_t room)
{
    int32_t minutes = self->inwoners.rows[row].minutes;
    return minutes <= room && wmo_zorg_is_affordable(self, staff_team, minutes);
}

/* Who of the list of [team] may start with a medewerker of [staff_team] who has [room]:
 * the first, or the first that fits, by the rule of the scenario. A search in vain
 * teaches how many minutes the list asks at least, which saves the next searches. */
static uint32_t next_in_line(struct wmo_gemeente *self, int team, int staff_team,
                             int32_t room)
{
    struct wmo_team *t = wmo_gemeente_team(self, team);
    if (room < t->least_waiting) {
        return SIM_ENTITY_NONE;
    }
    int32_t least = INT32_MAX;
    for (uint32_t row = sim_queue_first(&t->wachtlijst); row != SIM_ENTITY_NONE;
         row = sim_queue_next(&t->wachtlijst, row)) {
        if (can_start(self, row, staff_team, room)) {
            return row;
        }
        if (self->landschap.volgorde == WMO_VOLGORDE_STRIKT) {
            return SIM_ENTITY_NONE;
        }
        int32_t minutes = self->inwoners.rows[row].minutes;
        least = minutes < least ? minutes : least;
    }
    t->least_waiting = least;
    return SIM_ENTITY_NONE;
}

/* The longest waiting of the other teams of the same aanbod that may start with a
 * medewerker of [team] who has [room]. */
static uint32_t next_elsewhere(struct wmo_gemeente *self, int team, int32_t room)
{
    const struct wmo_aanbod *aanbod =
        &self->landschap.aanbieders.aanbod[self->teams.items[team].aanbod];
    uint32_t best = SIM_ENTITY_NONE;
    for (int i = 0; i < aanbod->team_count; i++) {
        int other = aanbod->first_team + i;
        uint32_t row =
            other == team ? SIM_ENTITY_NONE : next_in_line(self, other, team, room);
        if (row != SIM_ENTITY_NONE &&
            (best == SIM_ENTITY_NONE || self->inwoners.rows[row].aanmelding <
                                            self->inwoners.rows[best].aanmelding)) {
            best = row;
        }
    }
    return best;
}

void wmo_plaatsing_leave_list(struct wmo_gemeente *self, uint32_t row)
{
    const struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    sim_time now = self->engine.now;
    wmo_gemeente_cancel(self, row);
    sim_queue_leave(&wmo_gemeente_team(self, inwoner->team)->wachtlijst, row, now);
    wmo_record_leave(&self->record, wmo_gemeente_plek(self, inwoner),
                     inwoner->aanmelding, inwoner->op_lijst, now);
}

static enum sim_status start(struct wmo_gemeente *self, uint32_t row, int staff_team,
                             int32_t member)
{
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    sim_time now = self->engine.now;
    if (inwoner->toestand == WMO_TOESTAND_WACHT) {
        wmo_plaatsing_leave_list(self, row);
    }
    wmo_record_start(&self->record, wmo_gemeente_plek(self, inwoner), inwoner->zorgvorm,
                     inwoner->wijk, inwoner->doelgroep, inwoner->aanmelding, now);
    wmo_zorg_start(self, row, staff_team, member);
    wmo_gemeente_note(self, row, WMO_JOURNAL_START);
    return wmo_traject_begin(self, row);
}

/* Lets one inwoner start with the hours of one of [count] teams from [first] on: from
 * the list of that team or, with [lend], from that of another. */
static enum sim_status start_one(struct wmo_gemeente *self, int first, int count,
                                 bool lend, bool *started)
{
    *started = false;
    for (int team = first; team < first + count; team++) {
        const struct wmo_team *t = wmo_gemeente_team(self, team);
        if (!lend && t->wachtlijst.length == 0) {
            continue;
        }
        int32_t member;
        int32_t room = lend ? room_to_lend(t, &member) : room_in(t, &member);
        uint32_t row = SIM_ENTITY_NONE;
        if (room > 0) {
            row = lend ? next_elsewhere(self, team, room)
                       : next_in_line(self, team, team, room);
        }
        if (row != SIM_ENTITY_NONE) {
            *started = true;
            return start(self, row, team, member);
        }
    }
    return SIM_OK;
}

/* Teams that lend to each other are served together: who starts or leaves makes another
 * the first of a list, who may fit elsewhere, and only a team that has served its own
 * list knows what it can lend. */
enum sim_status wmo_plaatsing_serve(struct wmo_gemeente *self, int team)
{
    const struct wmo_aanbod *aanbod =
        &self->landschap.aanbieders.aanbod[self->teams.items[team].aanbod];
    bool lends = aanbod->uitleen > 0;
    int first = lends ? aanbod->first_team : team;
    int count = lends ? aanbod->team_count : 1;
    enum sim_status status = SIM_OK;
    bool started = true;
    while (status == SIM_OK && started) {
        status = start_one(self, first, count, false, &started);
        if (status == SIM_OK && !started && lends) {
            status = start_one(self, first, count, true, &started);
        }
    }
    return status;
}

/* Where the load is least: inwoners waiting and hours in use, per hour there is. */
static double load_of(const struct wmo_team *team, const struct wmo_zorgvorm *zorgvorm)
{
    double waiting = team->wachtlijst.length * 60 * zorgvorm->uren_per_week.mean;
    double capacity = (double)team->staff.total.capacity;
    return (waiting + (double)team->staff.total.used) /
           (capacity > 0 ? capacity : 1e-9);
}

static int team_by_weight(struct wmo_gemeente *self, const struct wmo_inwoner *inwoner)
{
    const struct wmo_aanbieders *aanbieders = &self->landschap.aanbieders;
    double u =
        sim_stream_uniform_at(&self->stream, inwoner->id,
                              wmo_purpose_of(WMO_PURPOSE_AANBIEDER, inwoner->zorgvorm));
    const struct wmo_keuze *keuze = wmo_aanbieders_keuze(
        &self->landschap.aanbieders, inwoner->zorgvorm, inwoner->wijk);
    int i = 0;
    while (i < keuze->count - 1 && u >= keuze->cumulative[i]) {
        i++;
    }
    return wmo_aanbieders_team(aanbieders, keuze->aanbod[i], inwoner->wijk);
}

/* The team with the least load among those of the wijk; with [need_room], only teams
 * where the inwoner fits at once, and WMO_NONE if there is none. */
static int team_by_load(const struct wmo_gemeente *self,
                        const struct wmo_inwoner *inwoner, bool need_room)
{
    const struct wmo_keuze *keuze = wmo_aanbieders_keuze(
        &self->landschap.aanbieders, inwoner->zorgvorm, inwoner->wijk);
    int best = WMO_NONE;
    double best_load = 0;
    for (int i = 0; i < keuze->count; i++) {
        int team = wmo_aanbieders_team(&self->landschap.aanbieders, keuze->aanbod[i],
                                       inwoner->wijk);
        const struct wmo_team *t = &self->teams.items[team];
        int32_t member;
        if (need_room &&
            (t->wachtlijst.length > 0 || room_in(t, &member) < inwoner->minutes)) {
            continue;
        }
        double load = load_of(t, &self->landschap.zorgvormen.items[inwoner->zorgvorm]);
        if (best == WMO_NONE || load < best_load) {
            best = team;
            best_load = load;
        }
    }
    return best;
}

int wmo_plaatsing_choose_team(struct wmo_gemeente *self, uint32_t row)
{
    const struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    int team = WMO_NONE;
    if (self->landschap.toewijzing != WMO_TOEWIJZING_AANDEEL) {
        team = team_by_load(self, inwoner,
                            self->landschap.toewijzing == WMO_TOEWIJZING_RUIMTE);
    }
    return team == WMO_NONE ? team_by_weight(self, inwoner) : team;
}

enum sim_status wmo_plaatsing_wait(struct wmo_gemeente *self, uint32_t row)
{
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    sim_time now = self->engine.now;
    struct wmo_team *team = wmo_gemeente_team(self, inwoner->team);
    inwoner->toestand = WMO_TOESTAND_WACHT;
    inwoner->op_lijst = now;
    sim_queue_join(&team->wachtlijst, row, 0, inwoner->aanmelding, now);
    if (inwoner->minutes < team->least_waiting) {
        team->least_waiting = inwoner->minutes;
    }
    wmo_record_join(&self->record, wmo_gemeente_plek(self, inwoner),
                    inwoner->aanmelding, now);
    return wmo_traject_plan_uitval(self, row);
}

enum sim_status wmo_plaatsing_enter(struct wmo_gemeente *self, uint32_t row)
{
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    int team = wmo_plaatsing_choose_team(self, row);
    inwoner->team = (int16_t)team;
    inwoner->aanmelding = self->engine.now;
    WMO_RECORD_COUNT(&self->record, wmo_gemeente_plek(self, inwoner), aangemeld);
    wmo_gemeente_note(self, row, WMO_JOURNAL_AANMELDING);

    const struct wmo_team *t = wmo_gemeente_team(self, team);
    if (t->wachtlijst.length > 0) {
        /* The rest of the year costs less every day: who waits for money goes first. */
        enum sim_status status = wmo_plaatsing_serve(self, team);
        if (status != SIM_OK) {
            return status;
        }
    }
    bool others_first =
        self->landschap.volgorde == WMO_VOLGORDE_STRIKT && t->wachtlijst.length > 0;
    int32_t member;
    if (!others_first && can_start(self, row, team, room_in(t, &member))) {
        return start(self, row, team, member);
    }
    const struct wmo_aanbod *aanbod = &self->landschap.aanbieders.aanbod[t->aanbod];
    for (int i = 0; !others_first && i < aanbod->team_count; i++) {
        int other = aanbod->first_team + i;
        if (other != team &&
            can_start(self, row, other,
                      room_to_lend(wmo_gemeente_team(self, other), &member))) {
            return start(self, row, other, member);
        }
    }
    wmo_gemeente_note(self, row, WMO_JOURNAL_WACHT);
    return wmo_plaatsing_wait(self, row);
}
