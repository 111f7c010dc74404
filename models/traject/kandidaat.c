/* models/traject/kandidaat.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/traject/kandidaat.h"

#include "models/personeel/specialisme.h"
#include "models/traject/belasting.h"
#include "models/traject/reistijd.h"
#include "models/zorg/zorg.h"

static const struct wmo_team *team_of(const struct wmo_gemeente *self,
                                      const struct wmo_inzet *staff)
{
    return &self->teams.items[staff->team];
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
static int32_t room_in(const struct wmo_gemeente *self, const struct wmo_inzet *staff,
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
    if (wmo_kandidaat_forms_groups(self, staff->team)) {
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

/* The same, worked out once for all on the list of [staff] who need nothing special. */
static int32_t room_for(const struct wmo_gemeente *self, struct wmo_inzet *staff,
                        int specialisme, int niveau, int vervoer, int32_t least,
                        int32_t *member)
{
    if (specialisme != 0 || vervoer != 0 || least < staff->least) {
        return room_in(self, staff, specialisme, niveau, vervoer, least, member);
    }
    if ((staff->knows_room >> niveau & 1) == 0) {
        staff->knows_room |= (uint8_t)(1u << niveau);
        staff->room[niveau] =
            room_in(self, staff, 0, niveau, 0, staff->least, &staff->member[niveau]);
    }
    *member = staff->member[niveau];
    return staff->room[niveau];
}

/* The most minutes that can be given with [room] and the money of [staff], which is the
 * same for all who wait at this moment. */
static int32_t limit_of(const struct wmo_gemeente *self, struct wmo_inzet *staff,
                        int32_t room)
{
    if (wmo_kandidaat_forms_groups(self, staff->team)) {
        return room; /* groep.h has looked at the money */
    }
    if (!staff->knows_affordable) {
        staff->affordable = wmo_zorg_affordable_minutes(self, staff->team);
        staff->knows_affordable = true;
    }
    return staff->affordable < room ? staff->affordable : room;
}

/* What a medewerker of [staff] must have free to be of use to who asks [minutes]: in
 * a groep none, since its hours are there already. */
static int32_t least_of(const struct wmo_gemeente *self, const struct wmo_inzet *staff,
                        int32_t minutes)
{
    return wmo_kandidaat_forms_groups(self, staff->team) ? INT32_MIN : minutes;
}

/* Whether [inwoner], with [specialisme], may start with the roomiest of [staff] that
 * may have inwoners of [niveau]. */
static bool can_start_at(const struct wmo_gemeente *self,
                         const struct wmo_inwoner *inwoner, int specialisme,
                         struct wmo_inzet *staff, int niveau, int32_t *member)
{
    int32_t room = room_for(self, staff, specialisme, niveau, inwoner->vervoer,
                            least_of(self, staff, inwoner->minutes), member);
    if (*member == SIM_MEMBER_NONE || inwoner->minutes > room) {
        return false;
    }
    int32_t limit = limit_of(self, staff, room);
    return inwoner->minutes <=
           limit - wmo_reistijd_minutes(self, staff->team, *member, inwoner->wijk);
}

/* Whether [inwoner], with [specialisme], may start with [staff], apart from who else
 * waits; with [member]. */
static bool can_start(const struct wmo_gemeente *self,
                      const struct wmo_inwoner *inwoner, int specialisme,
                      struct wmo_inzet *staff, int32_t *member)
{
    const struct wmo_team *team = team_of(self, staff);
    bool can = false;
    for (int n = wmo_team_niveau(team, inwoner->minutes); n < team->niveaus && !can;
         n++) {
        can = can_start_at(self, inwoner, specialisme, staff, n, member);
    }
    return can;
}

bool wmo_kandidaat_can_start(const struct wmo_gemeente *self,
                             const struct wmo_inwoner *inwoner, struct wmo_inzet *staff,
                             int32_t *member)
{
    return can_start(self, inwoner, inwoner->specialisme, staff, member);
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
    uint32_t row = sim_first_fit_first(lijn);
    return row != SIM_ENTITY_NONE && self->inwoners.rows[row].minutes <= limit
               ? row
               : SIM_ENTITY_NONE;
}

/* Whether [a] goes before [b]; each may be nobody. */
static bool goes_before(const struct wmo_gemeente *self, struct wmo_kandidaat a,
                        struct wmo_kandidaat b)
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

/* At most so many minutes can be given by [staff], whatever specialism is needed: who
 * has one can also support who needs none, and has no more room than the roomiest, but
 * one who has nobody, and then that is all the hours there are. */
static int32_t work_out_most(const struct wmo_gemeente *self, struct wmo_inzet *staff)
{
    const struct sim_resource_pool *pool = &team_of(self, staff)->staff;
    int32_t room, member;
    if (wmo_kandidaat_forms_groups(self, staff->team)) {
        member = sim_resource_pool_roomiest(pool);
        room = member == SIM_MEMBER_NONE ? 0 : pool->free_units[member];
    } else {
        room = room_for(self, staff, 0, 0, 0, staff->least, &member);
    }
    return room >= pool->least_capacity ? INT32_MAX : room > 0 ? room : 0;
}

/* The same, as far as the budget allows; less than [least], what somebody asks, need
 * not be right. */
static int32_t most_affordable(const struct wmo_gemeente *self, struct wmo_inzet *staff,
                               int32_t least)
{
    if (!staff->knows_most) {
        staff->most = work_out_most(self, staff);
        staff->knows_most = true;
    }
    return staff->most < least ? staff->most : limit_of(self, staff, staff->most);
}

/* A line of a list: the specialism that is needed, and the vervoer; and the fewest
 * minutes that anybody in it asks. */
struct line {
    int specialisme, vervoer;
    int32_t least;
};

/* Who of those on the list of [team] in [line] may start first with those of [staff]
 * that may have inwoners of [niveau], who ask at most [top], if that is before
 * [best]. */
static struct wmo_kandidaat next_of_lines(const struct wmo_gemeente *self, int team,
                                          struct wmo_inzet *staff, struct line line,
                                          int niveau, int32_t top,
                                          struct wmo_kandidaat best)
{
    const struct wmo_wachtlijst *list = wmo_teams_lijst(&self->teams, team);
    const struct sim_first_fit *wachtenden = &self->inwoners.wachtenden;
    struct wmo_kandidaat next = {.row = SIM_ENTITY_NONE};
    int32_t room = room_for(self, staff, line.specialisme, niveau, line.vervoer,
                            least_of(self, staff, line.least), &next.member);
    for (int w = 0; room > 0 && w < list->wijken; w++) {
        sim_first_fit_line lijn =
            *wmo_wachtlijst_line(list, line.specialisme, w, line.vervoer);
        if (sim_first_fit_first(lijn) == SIM_ENTITY_NONE ||
            room < sim_first_fit_least(wachtenden, lijn)) {
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

static struct line line_of(const struct wmo_gemeente *self,
                           const struct wmo_wachtlijst *list, int specialisme,
                           int vervoer)
{
    struct line line = {specialisme, vervoer, INT32_MAX};
    for (int w = 0; w < list->wijken; w++) {
        int32_t least =
            sim_first_fit_least(&self->inwoners.wachtenden,
                                *wmo_wachtlijst_line(list, specialisme, w, vervoer));
        line.least = least < line.least ? least : line.least;
    }
    return line;
}

/* Who of the list of [team] may start first with [staff], if that is before [best]. */
static struct wmo_kandidaat next_in_line(const struct wmo_gemeente *self, int team,
                                         struct wmo_inzet *staff,
                                         struct wmo_kandidaat best)
{
    const struct wmo_wachtlijst *list = wmo_teams_lijst(&self->teams, team);
    int32_t most = list->length > 0 ? most_affordable(self, staff, list->least) : 0;
    if (most < list->least) {
        return best;
    }
    const struct wmo_team *t = team_of(self, staff);
    for (int s = wmo_wachtlijst_next_asked(list, -1); s < WMO_WACHTLIJST_LIJNEN;
         s = wmo_wachtlijst_next_asked(list, s)) {
        for (int v = 0; v < list->soorten; v++) {
            struct line line = line_of(self, list, s, v);
            for (int n = 0; n < t->niveaus && line.least <= most; n++) {
                int32_t top = wmo_team_niveau_top(t, n);
                if (line.least <= top) {
                    best = next_of_lines(self, team, staff, line, n, top, best);
                }
            }
        }
    }
    return best;
}

/* The first of the other teams of the same aanbod that may start with [staff]. */
struct wmo_kandidaat wmo_kandidaat_elsewhere(const struct wmo_gemeente *self,
                                             struct wmo_inzet *staff)
{
    const struct wmo_team *t = team_of(self, staff);
    const struct wmo_aanbod *aanbod = &self->landschap.aanbieders.aanbod[t->aanbod];
    struct wmo_kandidaat best = WMO_NIEMAND;
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

bool wmo_kandidaat_may_fit(const struct wmo_gemeente *self, struct wmo_inzet *staff,
                           int32_t minutes)
{
    return most_affordable(self, staff, minutes) >= minutes;
}

/* Whether the first of [lijn], who needs a specialism, has its turn before [next] (may
 * be nobody): could start with [staff] if it needed none. */
bool wmo_kandidaat_has_its_turn(const struct wmo_gemeente *self,
                                struct wmo_inzet *staff, uint32_t first,
                                struct wmo_kandidaat next)
{
    const struct wmo_inwoner *inwoner = &self->inwoners.rows[first];
    if (inwoner->zoektijd != SIM_EVENT_NONE ||
        (next.row != SIM_ENTITY_NONE &&
         !sim_first_fit_is_before(&self->inwoners.wachtenden, first, next.row))) {
        return false;
    }
    int32_t member;
    return wmo_kandidaat_may_fit(self, staff, inwoner->minutes) &&
           can_start(self, inwoner, 0, staff, &member);
}

static int32_t free_of(const struct wmo_gemeente *self, int team, int32_t member)
{
    return self->teams.items[team].staff.free_units[member];
}

/* Who of the list of [own] may start first with one of the teams that have it, and
 * with which: the one with most room. */
struct wmo_kandidaat wmo_kandidaat_of_list(const struct wmo_gemeente *self,
                                           struct wmo_inzet *own, int *staff_team)
{
    const struct wmo_teamplan *plans = self->landschap.aanbieders.teams;
    struct wmo_kandidaat best = WMO_NIEMAND;
    int team = own->team;
    for (int t = plans[team].lijst; t != WMO_NONE; t = plans[t].volgende) {
        struct wmo_inzet other = wmo_inzet_eigen(self, t);
        struct wmo_inzet *staff = t == team ? own : &other;
        struct wmo_kandidaat next = next_in_line(self, team, staff, WMO_NIEMAND);
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

bool wmo_kandidaat_has_room(const struct wmo_gemeente *self,
                            const struct wmo_inwoner *inwoner, int team)
{
    struct wmo_inzet staff = wmo_inzet(team, false);
    int niveau = wmo_team_niveau(&self->teams.items[team], inwoner->minutes);
    int32_t member;
    return wmo_teams_lijst(&self->teams, team)->length == 0 &&
           room_in(self, &staff, inwoner->specialisme, niveau, inwoner->vervoer,
                   inwoner->minutes, &member) >= inwoner->minutes;
}

/* Whether somebody on the list of [team] holds back [inwoner], who would fit. */
bool wmo_kandidaat_is_held_back(const struct wmo_gemeente *self, int team,
                                const struct wmo_inwoner *inwoner)
{
    const struct wmo_wachtlijst *list = wmo_teams_lijst(&self->teams, team);
    return self->landschap.volgorde == WMO_VOLGORDE_STRIKT &&
           sim_first_fit_first(*wmo_wachtlijst_line_of(list, inwoner)) !=
               SIM_ENTITY_NONE;
}

/* The team of those that have the list of [inwoner] with whom it may start, the one
 * with most room; WMO_NONE when there is none. */
int wmo_kandidaat_team(const struct wmo_gemeente *self,
                       const struct wmo_inwoner *inwoner, int32_t *member)
{
    const struct wmo_teamplan *plans = self->landschap.aanbieders.teams;
    int best = WMO_NONE;
    for (int t = plans[inwoner->team].lijst; t != WMO_NONE; t = plans[t].volgende) {
        struct wmo_inzet staff = wmo_inzet(t, false);
        int32_t found;
        if (wmo_kandidaat_can_start(self, inwoner, &staff, &found) &&
            (best == WMO_NONE ||
             free_of(self, t, found) > free_of(self, best, *member))) {
            best = t;
            *member = found;
        }
    }
    return best;
}
