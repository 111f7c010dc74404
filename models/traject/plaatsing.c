/* models/traject/plaatsing.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/traject/plaatsing.h"

#include "models/bekostiging/prikkel.h"
#include "models/traject/belasting.h"
#include "models/traject/reistijd.h"
#include "models/traject/toewijzing.h"
#include "models/personeel/specialisme.h"
#include "models/traject/traject.h"
#include "models/traject/weigering.h"
#include "models/zorg/zorg.h"

/* The medewerkers of a team who may support inwoners: those of its own list or, when
 * [lends], those of the lists of other teams. */
struct staff {
    int team;
    bool lends;
    bool knows_affordable; /* whether it has been worked out */
    int32_t affordable;    /* the most minutes that the budget allows now */
};

static struct staff staff_of(int team, bool lends)
{
    return (struct staff){.team = team, .lends = lends};
}

static const struct wmo_team *team_of(const struct wmo_gemeente *self,
                                      const struct staff *staff)
{
    return &self->teams.items[staff->team];
}

static bool forms_groups(const struct wmo_gemeente *self, int team)
{
    return self->landschap.zorgvormen.items[self->teams.items[team].zorgvorm]
        .groep.is_on;
}

/* What [staff] may lend now: nothing while somebody waits on the team's own list. */
static int64_t lendable(const struct wmo_gemeente *self, int team)
{
    const struct wmo_team *t = &self->teams.items[team];
    int64_t left = t->lendable_minutes - t->lent_minutes;
    return wmo_teams_lijst(&self->teams, team)->length > 0 || left < 0 ? 0 : left;
}

/* Free minutes of the roomiest of [staff] for who needs [specialisme] and [vervoer] and
 * is of [niveau], who is put in [member], as far as the belasting of the team leaves
 * them; where that is less than [least], it may say none. One who has nobody yet takes
 * anyone, also who asks more hours than a medewerker has. */
static int32_t room_in(const struct wmo_gemeente *self, const struct staff *staff,
                       int specialisme, int niveau, int vervoer, int32_t least,
                       int32_t *member)
{
    const struct wmo_team *team = team_of(self, staff);
    int64_t most = staff->lends ? lendable(self, staff->team) : INT32_MAX;
    *member = most > 0 ? wmo_team_roomiest_with_least(team, specialisme, niveau, least)
                       : SIM_MEMBER_NONE;
    if (*member == SIM_MEMBER_NONE) {
        return 0;
    }
    if (forms_groups(self, staff->team)) {
        int32_t limit = wmo_groep_limit(self, staff->team, vervoer);
        most = staff->lends ? wmo_groep_lendable(self, staff->team) : most;
        return most < limit ? (int32_t)most : limit;
    }
    int32_t room = team->staff.free_units[*member];
    int64_t left = wmo_belasting_room(team);
    if (team->belasting.level > 0 && left < room && team->staff.total.used > 0) {
        room = left > 0 ? (int32_t)left : 0;
    } else if (room > 0 && room == team->staff.capacity[*member]) {
        room = INT32_MAX;
    }
    return most < room ? (int32_t)most : room;
}

/* What a medewerker of [staff] must have free to be of use to who asks [minutes]: in
 * a groep none, since its hours are there already. */
static int32_t least_of(const struct wmo_gemeente *self, const struct staff *staff,
                        int32_t minutes)
{
    return forms_groups(self, staff->team) ? INT32_MIN : minutes;
}

/* The most minutes that can be given with [room] and the money of [staff], which is the
 * same for all who wait at this moment. */
static int32_t limit_of(const struct wmo_gemeente *self, struct staff *staff,
                        int32_t room)
{
    if (forms_groups(self, staff->team)) {
        return room; /* groep.h has looked at the money */
    }
    if (!staff->knows_affordable) {
        staff->affordable = wmo_zorg_affordable_minutes(self, staff->team);
        staff->knows_affordable = true;
    }
    return staff->affordable < room ? staff->affordable : room;
}

/* Whether [inwoner] may start with the roomiest of [staff] that may have inwoners of
 * [niveau]. */
static bool can_start_at(const struct wmo_gemeente *self,
                         const struct wmo_inwoner *inwoner, struct staff *staff,
                         int niveau, int32_t *member)
{
    int32_t room = room_in(self, staff, inwoner->specialisme, niveau, inwoner->vervoer,
                           least_of(self, staff, inwoner->minutes), member);
    if (*member == SIM_MEMBER_NONE || inwoner->minutes > room) {
        return false;
    }
    int32_t limit = limit_of(self, staff, room);
    return inwoner->minutes <=
           limit - wmo_reistijd_minutes(self, staff->team, *member, inwoner->wijk);
}

/* Whether [inwoner] may start with [staff], apart from who else waits; with [member].
 */
static bool can_start(const struct wmo_gemeente *self,
                      const struct wmo_inwoner *inwoner, struct staff *staff,
                      int32_t *member)
{
    const struct wmo_team *team = team_of(self, staff);
    bool can = false;
    for (int n = wmo_team_niveau(team, inwoner->minutes); n < team->niveaus && !can;
         n++) {
        can = can_start_at(self, inwoner, staff, n, member);
    }
    return can;
}

/* Who of [lijn] may start when there are [limit] minutes: the first, or the first that
 * fits, by the rule of the scenario. */
static uint32_t first_of_line(const struct wmo_gemeente *self, sim_first_fit_line lijn,
                              int32_t limit)
{
    const struct sim_first_fit *wachtenden = &self->inwoners.wachtenden;
    if (self->landschap.volgorde != WMO_VOLGORDE_STRIKT) {
        return sim_first_fit_find(wachtenden, lijn, limit);
    }
    uint32_t row = sim_first_fit_first(wachtenden, lijn);
    return row != SIM_ENTITY_NONE && self->inwoners.rows[row].minutes <= limit
               ? row
               : SIM_ENTITY_NONE;
}

/* Somebody who may start, with whom; row SIM_ENTITY_NONE for nobody. */
struct candidate {
    uint32_t row;
    int32_t member;
    int32_t reis; /* minutes on the way */
};

static const struct candidate NOBODY = {SIM_ENTITY_NONE, SIM_MEMBER_NONE, 0};

/* Whether [a] goes before [b]; each may be nobody. */
static bool goes_before(const struct wmo_gemeente *self, struct candidate a,
                        struct candidate b)
{
    if (a.row == SIM_ENTITY_NONE || b.row == SIM_ENTITY_NONE) {
        return a.row != SIM_ENTITY_NONE;
    }
    const struct wmo_inwoner *rows = self->inwoners.rows;
    if (self->landschap.volgorde == WMO_VOLGORDE_REISTIJD && a.reis != b.reis &&
        rows[a.row].urgentie == rows[b.row].urgentie) {
        return a.reis < b.reis;
    }
    return sim_first_fit_is_before(&self->inwoners.wachtenden, a.row, b.row);
}

/* At most so many minutes can be given by [staff], whatever specialism is needed: no
 * medewerker has more room than the roomiest or than the belasting leaves, but one who
 * has nobody, and then that is all the hours there are. */
static int32_t most_of(const struct wmo_gemeente *self, struct staff *staff)
{
    const struct wmo_team *team = team_of(self, staff);
    const struct sim_resource_pool *pool = &team->staff;
    int32_t member = sim_resource_pool_roomiest(pool);
    int64_t room = member == SIM_MEMBER_NONE ? 0 : pool->free_units[member];
    if (team->belasting.level > 0 && pool->total.used > 0 &&
        !forms_groups(self, staff->team)) {
        int64_t left = wmo_belasting_room(team);
        room = left < room ? left : room;
    }
    return room >= pool->least_capacity ? INT32_MAX : (int32_t)(room > 0 ? room : 0);
}

/* The same, as far as the budget allows; less than [least], what somebody asks, need
 * not be right. */
static int32_t most_affordable(const struct wmo_gemeente *self, struct staff *staff,
                               int32_t least)
{
    int32_t most = most_of(self, staff);
    return most < least ? most : limit_of(self, staff, most);
}

/* A line of a list: the specialism that is needed, and the vervoer. */
struct line {
    int specialisme, vervoer;
};

/* Who of those on the list of [team] in [line] may start first with those of [staff]
 * that may have inwoners of [niveau], if that is before [best]. */
static struct candidate next_of_lines(const struct wmo_gemeente *self, int team,
                                      struct staff *staff, struct line line, int niveau,
                                      struct candidate best)
{
    const struct wmo_wachtlijst *list = wmo_teams_lijst(&self->teams, team);
    const struct sim_first_fit *wachtenden = &self->inwoners.wachtenden;
    int32_t top = wmo_team_niveau_top(team_of(self, staff), niveau);
    struct candidate next = {.row = SIM_ENTITY_NONE};
    int32_t room = room_in(self, staff, line.specialisme, niveau, line.vervoer,
                           least_of(self, staff, list->least), &next.member);
    for (int w = 0; room > 0 && w < list->wijken; w++) {
        sim_first_fit_line lijn =
            *wmo_wachtlijst_line(list, line.specialisme, w, line.vervoer);
        if (lijn == SIM_ENTITY_NONE || room < sim_first_fit_least(wachtenden, lijn)) {
            continue;
        }
        int wijk = list->wijken > 1 ? w : self->teams.items[team].wijk;
        next.reis = wmo_reistijd_minutes(self, staff->team, next.member, wijk);
        int32_t limit = limit_of(self, staff, room) - next.reis;
        next.row = first_of_line(self, lijn, limit < top ? limit : top);
        if (goes_before(self, next, best)) {
            best = next;
        }
    }
    return best;
}

/* Whether somebody in one of the lines of [line] asks at most [most]. */
static bool may_fit(const struct wmo_gemeente *self, const struct wmo_wachtlijst *list,
                    struct line line, int32_t most)
{
    for (int w = 0; w < list->wijken; w++) {
        sim_first_fit_line lijn =
            *wmo_wachtlijst_line(list, line.specialisme, w, line.vervoer);
        if (sim_first_fit_least(&self->inwoners.wachtenden, lijn) <= most) {
            return true;
        }
    }
    return false;
}

/* Who of the list of [team] may start first with [staff], if that is before [best]. */
static struct candidate next_in_line(const struct wmo_gemeente *self, int team,
                                     struct staff *staff, struct candidate best)
{
    const struct wmo_wachtlijst *list = wmo_teams_lijst(&self->teams, team);
    int32_t most = list->length > 0 ? most_affordable(self, staff, list->least) : 0;
    if (most < list->least) {
        return best;
    }
    int niveaus = team_of(self, staff)->niveaus;
    for (int s = wmo_wachtlijst_next_asked(list, -1); s < WMO_WACHTLIJST_LIJNEN;
         s = wmo_wachtlijst_next_asked(list, s)) {
        for (int v = 0; v < list->soorten; v++) {
            struct line line = {s, v};
            for (int n = 0; n < niveaus && may_fit(self, list, line, most); n++) {
                best = next_of_lines(self, team, staff, line, n, best);
            }
        }
    }
    return best;
}

/* The first of the other teams of the same aanbod that may start with [staff]. */
static struct candidate next_elsewhere(const struct wmo_gemeente *self,
                                       struct staff *staff)
{
    const struct wmo_team *t = team_of(self, staff);
    const struct wmo_aanbod *aanbod = &self->landschap.aanbieders.aanbod[t->aanbod];
    struct candidate best = NOBODY;
    if (lendable(self, staff->team) > 0) {
        for (int i = 0; i < aanbod->team_count; i++) {
            int other = aanbod->first_team + i;
            if (other != staff->team) {
                best = next_in_line(self, other, staff, best);
            }
        }
    }
    return best;
}

enum sim_status wmo_plaatsing_leave_list(struct wmo_gemeente *self, uint32_t row)
{
    const struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    sim_time now = self->engine.now;
    wmo_gemeente_cancel(self, row);
    wmo_wachtlijst_leave(wmo_teams_lijst(&self->teams, inwoner->team), &self->inwoners,
                         row);
    wmo_record_leave(&self->record, wmo_gemeente_plek(self, inwoner),
                     inwoner->aanmelding, inwoner->op_lijst, now);
    return wmo_overbrugging_end(self, row);
}

static bool same_list(const struct wmo_gemeente *self, int a, int b)
{
    return self->teams.items[a].lijst == self->teams.items[b].lijst;
}

static enum sim_status start(struct wmo_gemeente *self, uint32_t row, int staff_team,
                             int32_t member)
{
    if (wmo_weigering_refuses(self, row)) {
        return wmo_weigering_carry_out(self, row, staff_team);
    }
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    sim_time now = self->engine.now;
    if (inwoner->toestand == WMO_TOESTAND_WACHT) {
        enum sim_status status = wmo_plaatsing_leave_list(self, row);
        if (status != SIM_OK) {
            return status;
        }
    }
    if (same_list(self, staff_team, inwoner->team)) {
        inwoner->team = (int16_t)staff_team;
    }
    wmo_record_start(&self->record, wmo_gemeente_plek(self, inwoner), inwoner->zorgvorm,
                     inwoner->wijk, inwoner->doelgroep, inwoner->aanmelding, now);
    if (inwoner->urgentie == 0) {
        wmo_record_start_urgent(&self->record, wmo_gemeente_plek(self, inwoner),
                                inwoner->aanmelding, now);
    }
    wmo_specialisme_start(self, row, staff_team, member);
    wmo_zorg_start(self, row, staff_team, member);
    wmo_gemeente_note(self, row, WMO_JOURNAL_START);
    return wmo_traject_begin(self, row);
}

/* Whether the first of [lijn], who needs a specialism, has its turn before [next] (may
 * be nobody): could start with [staff] if it needed none. */
static bool has_its_turn(const struct wmo_gemeente *self, struct staff *staff,
                         uint32_t first, struct candidate next)
{
    if (self->inwoners.rows[first].zoektijd != SIM_EVENT_NONE ||
        (next.row != SIM_ENTITY_NONE &&
         !sim_first_fit_is_before(&self->inwoners.wachtenden, first, next.row))) {
        return false;
    }
    struct wmo_inwoner inwoner = self->inwoners.rows[first];
    inwoner.specialisme = 0;
    int32_t member;
    return can_start(self, &inwoner, staff, &member);
}

/* Begins the search of the first in each line of a specialism on the list of [team] who
 * is passed over: by [next], who will start, or by nobody while there is room. */
static enum sim_status begin_searches(struct wmo_gemeente *self, int team,
                                      struct candidate next)
{
    const struct wmo_wachtlijst *list = wmo_teams_lijst(&self->teams, team);
    struct staff staff = staff_of(team, false);
    enum sim_status status = SIM_OK;
    if (!self->landschap.personeel.specialisme.aan_de_beurt) {
        return SIM_OK;
    }
    for (int s = wmo_wachtlijst_next_asked(list, 0); s < WMO_WACHTLIJST_LIJNEN;
         s = wmo_wachtlijst_next_asked(list, s)) {
        for (int i = 0; i < list->wijken * list->soorten && status == SIM_OK; i++) {
            sim_first_fit_line lijn =
                *wmo_wachtlijst_line(list, s, i / list->soorten, i % list->soorten);
            uint32_t first =
                lijn == SIM_ENTITY_NONE
                    ? SIM_ENTITY_NONE
                    : sim_first_fit_first(&self->inwoners.wachtenden, lijn);
            if (first != SIM_ENTITY_NONE && first != next.row &&
                has_its_turn(self, &staff, first, next)) {
                status = wmo_specialisme_passed(self, first);
            }
        }
    }
    return status;
}

static int32_t free_of(const struct wmo_gemeente *self, int team, int32_t member)
{
    return self->teams.items[team].staff.free_units[member];
}

/* Who of the list of [team] may start first with one of the teams that have it, and
 * with which: the one with most room. */
static struct candidate next_of_list(const struct wmo_gemeente *self, int team,
                                     int *staff_team)
{
    const struct wmo_teamplan *plans = self->landschap.aanbieders.teams;
    struct candidate best = NOBODY;
    for (int t = plans[team].lijst; t != WMO_NONE; t = plans[t].volgende) {
        struct staff staff = staff_of(t, false);
        struct candidate next = next_in_line(self, team, &staff, NOBODY);
        bool same = next.row == best.row && next.row != SIM_ENTITY_NONE;
        if (same ? free_of(self, t, next.member) >
                       free_of(self, *staff_team, best.member)
                 : goes_before(self, next, best)) {
            best = next;
            *staff_team = t;
        }
    }
    return best;
}

/* Lets those on the list of [team] start with the medewerkers of who has that list, as
 * long as it goes. */
static enum sim_status serve_own_list(struct wmo_gemeente *self, int team)
{
    enum sim_status status = SIM_OK;
    bool started = true;
    while (status == SIM_OK && started &&
           wmo_teams_lijst(&self->teams, team)->length > 0) {
        int staff_team = team;
        struct candidate next = next_of_list(self, team, &staff_team);
        started = next.row != SIM_ENTITY_NONE;
        status = begin_searches(self, team, next);
        if (started && status == SIM_OK) {
            status = start(self, next.row, staff_team, next.member);
        }
    }
    return status;
}

/* Lets one inwoner start with hours that a team of [aanbod] lends. */
static enum sim_status lend_once(struct wmo_gemeente *self,
                                 const struct wmo_aanbod *aanbod, bool *started)
{
    for (int i = 0; i < aanbod->team_count; i++) {
        struct staff staff = staff_of(aanbod->first_team + i, true);
        struct candidate next = next_elsewhere(self, &staff);
        if (next.row != SIM_ENTITY_NONE) {
            *started = true;
            return start(self, next.row, staff.team, next.member);
        }
    }
    *started = false;
    return SIM_OK;
}

/* Who has the ceiling of [team] too may start with the money that it left. */
static enum sim_status serve_rekening(struct wmo_gemeente *self, int team)
{
    const struct wmo_rekeningen *all = &self->rekeningen;
    enum sim_status status = SIM_OK;
    int t = all->items[all->van_team[team]].first_team;
    for (; t != WMO_NONE && status == SIM_OK; t = all->volgende[t]) {
        status = serve_own_list(self, t);
    }
    return status;
}

/* Teams that lend to each other are served together: who starts or leaves makes another
 * the first of a list, who may fit elsewhere, and only a team that has served its own
 * list knows what it can lend. */
enum sim_status wmo_plaatsing_serve(struct wmo_gemeente *self, int team)
{
    const struct wmo_aanbod *aanbod =
        &self->landschap.aanbieders.aanbod[self->teams.items[team].aanbod];
    bool lends = aanbod->uitleen > 0;
    wmo_groep_merge(self, team);
    enum sim_status status = wmo_wens_serve_meer(self, team);
    if (status == SIM_OK && !lends) {
        status = serve_own_list(self, team);
    }
    bool started = lends;
    while (status == SIM_OK && started) {
        for (int i = 0; i < aanbod->team_count && status == SIM_OK; i++) {
            status = serve_own_list(self, aanbod->first_team + i);
        }
        if (status == SIM_OK) {
            status = lend_once(self, aanbod, &started);
        }
    }
    if (status == SIM_OK && wmo_rekening_is_shared(&self->rekeningen, team)) {
        status = serve_rekening(self, team);
    }
    return status == SIM_OK ? wmo_wens_serve_buurtteam(self, team) : status;
}

bool wmo_plaatsing_has_room(const struct wmo_gemeente *self,
                            const struct wmo_inwoner *inwoner, int team)
{
    struct staff staff = staff_of(team, false);
    int niveau = wmo_team_niveau(&self->teams.items[team], inwoner->minutes);
    int32_t member;
    return wmo_teams_lijst(&self->teams, team)->length == 0 &&
           room_in(self, &staff, inwoner->specialisme, niveau, inwoner->vervoer,
                   least_of(self, &staff, inwoner->minutes),
                   &member) >= inwoner->minutes;
}

enum sim_status wmo_plaatsing_wait(struct wmo_gemeente *self, uint32_t row)
{
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    sim_time now = self->engine.now;
    inwoner->toestand = WMO_TOESTAND_WACHT;
    inwoner->op_lijst = now;
    wmo_wachtlijst_join(wmo_teams_lijst(&self->teams, inwoner->team), &self->inwoners,
                        row);
    wmo_record_join(&self->record, wmo_gemeente_plek(self, inwoner),
                    inwoner->aanmelding, now);
    wmo_overbrugging_begin(self, row);
    enum sim_status status = wmo_specialisme_search(self, row);
    if (status == SIM_OK) {
        status = wmo_wachten_begin(self, row);
    }
    return status == SIM_OK ? wmo_traject_plan_uitval(self, row) : status;
}

/* Whether somebody on the list of [team] holds back [inwoner], who would fit. */
static bool is_held_back(const struct wmo_gemeente *self, int team,
                         const struct wmo_inwoner *inwoner)
{
    const struct wmo_wachtlijst *list = wmo_teams_lijst(&self->teams, team);
    return self->landschap.volgorde == WMO_VOLGORDE_STRIKT &&
           *wmo_wachtlijst_line_of(list, inwoner) != SIM_ENTITY_NONE;
}

/* The team of those that have the list of [inwoner] with whom it may start, the one
 * with most room; WMO_NONE when there is none. */
static int team_to_start_with(const struct wmo_gemeente *self,
                              const struct wmo_inwoner *inwoner, int32_t *member)
{
    const struct wmo_teamplan *plans = self->landschap.aanbieders.teams;
    int best = WMO_NONE;
    for (int t = plans[inwoner->team].lijst; t != WMO_NONE; t = plans[t].volgende) {
        struct staff staff = staff_of(t, false);
        int32_t found;
        if (can_start(self, inwoner, &staff, &found) &&
            (best == WMO_NONE ||
             free_of(self, t, found) > free_of(self, best, *member))) {
            best = t;
            *member = found;
        }
    }
    return best;
}

/* Lets [row] start at once, with its own team or another that lends. */
static enum sim_status try_to_start(struct wmo_gemeente *self, uint32_t row,
                                    bool *started)
{
    const struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    int own = inwoner->team;
    int32_t member = SIM_MEMBER_NONE;
    int team = team_to_start_with(self, inwoner, &member);
    const struct wmo_aanbod *aanbod =
        &self->landschap.aanbieders.aanbod[self->teams.items[own].aanbod];
    bool lends = team == WMO_NONE && aanbod->uitleen > 0;
    for (int i = 0; lends && team == WMO_NONE && i < aanbod->team_count; i++) {
        struct staff other = staff_of(aanbod->first_team + i, true);
        if (other.team != own && can_start(self, inwoner, &other, &member)) {
            team = other.team;
        }
    }
    *started = team != WMO_NONE;
    return *started ? start(self, row, team, member) : SIM_OK;
}

enum sim_status wmo_plaatsing_enter(struct wmo_gemeente *self, uint32_t row)
{
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    inwoner->aanmelding = self->engine.now;
    if (inwoner->zorgvorm == self->landschap.zorgvormen.buurtteam) {
        inwoner->melding = self->engine.now;
    }
    return wmo_plaatsing_enter_again(self, row);
}

enum sim_status wmo_plaatsing_enter_again(struct wmo_gemeente *self, uint32_t row)
{
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    int team = wmo_toewijzing_choose(self, row);
    inwoner->team = (int16_t)team;
    wmo_prikkel_enter(self, inwoner, inwoner->geweigerd);
    WMO_RECORD_COUNT(&self->record, wmo_gemeente_plek(self, inwoner), aangemeld);
    wmo_gemeente_note(self, row, WMO_JOURNAL_AANMELDING);
    if (wmo_pgb_is_taken(self, row)) {
        return wmo_pgb_begin(self, row);
    }
    wmo_onderaannemer_mark(self, row);
    enum sim_status status = SIM_OK;
    if (wmo_teams_lijst(&self->teams, team)->length > 0) {
        /* The rest of the year costs less every day: who waits for money goes first. */
        status = wmo_plaatsing_serve(self, team);
    }
    bool started = false;
    if (status == SIM_OK && !is_held_back(self, team, inwoner)) {
        status = try_to_start(self, row, &started);
    }
    if (status == SIM_OK && !started) {
        wmo_gemeente_note(self, row, WMO_JOURNAL_WACHT);
        if (wmo_vervoer_is_full(self, inwoner)) {
            WMO_RECORD_COUNT(&self->record, wmo_gemeente_plek(self, inwoner),
                             geen_vervoer);
            wmo_gemeente_note(self, row, WMO_JOURNAL_GEEN_VERVOER);
        }
        status = wmo_plaatsing_wait(self, row);
        if (status == SIM_OK && forms_groups(self, team)) {
            status = wmo_plaatsing_serve(self, team); /* it may be enough for one */
        } else if (status == SIM_OK) {
            status = begin_searches(self, team, NOBODY);
        }
    }
    return status;
}

enum sim_status wmo_plaatsing_change(struct wmo_gemeente *self, uint32_t row,
                                     int minutes, int urgentie, int specialisme)
{
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    struct wmo_wachtlijst *list = wmo_teams_lijst(&self->teams, inwoner->team);
    wmo_wachtlijst_leave(list, &self->inwoners, row);
    inwoner->minutes = minutes;
    inwoner->urgentie = (uint8_t)urgentie;
    inwoner->specialisme = (uint8_t)specialisme;
    wmo_wachtlijst_join(list, &self->inwoners, row);
    return wmo_plaatsing_serve(self, inwoner->team);
}
