/* models/traject/plaatsing.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/traject/plaatsing.h"

#include "models/bekostiging/prikkel.h"
#include "models/traject/bemiddeling.h"
#include "models/traject/bezet.h"
#include "models/traject/toewijzing.h"
#include "models/personeel/specialisme.h"
#include "models/traject/traject.h"
#include "models/traject/weigering.h"
#include "models/zorg/zorg.h"

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

enum sim_status wmo_plaatsing_start(struct wmo_gemeente *self, uint32_t row,
                                    int staff_team, int32_t member)
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

/* Begins the search of the first in each line of a specialism on the list of [own] who
 * is passed over: by [next], who will start, or by nobody while there is room. */
static enum sim_status begin_searches(struct wmo_gemeente *self, struct wmo_inzet *own,
                                      struct wmo_kandidaat next)
{
    const struct wmo_wachtlijst *list = wmo_teams_lijst(&self->teams, own->team);
    enum sim_status status = SIM_OK;
    if (!self->landschap.personeel.specialisme.aan_de_beurt ||
        !wmo_kandidaat_may_fit(self, own, list->least)) {
        return SIM_OK;
    }
    for (int s = wmo_wachtlijst_next_asked(list, 0); s < WMO_WACHTLIJST_LIJNEN;
         s = wmo_wachtlijst_next_asked(list, s)) {
        for (int i = 0; i < list->wijken * list->soorten && status == SIM_OK; i++) {
            uint32_t first = sim_first_fit_first(
                *wmo_wachtlijst_line(list, s, i / list->soorten, i % list->soorten));
            if (first != SIM_ENTITY_NONE && first != next.row &&
                wmo_kandidaat_has_its_turn(self, own, first, next)) {
                status = wmo_specialisme_passed(self, first);
            }
        }
    }
    return status;
}

/* Lets those on the list of [team] start with the medewerkers of who has that list, as
 * long as it goes. */
static enum sim_status serve_own_list(struct wmo_gemeente *self, int team)
{
    enum sim_status status = SIM_OK;
    while (status == SIM_OK && wmo_teams_lijst(&self->teams, team)->length > 0 &&
           !wmo_bezet_is_known(self, team)) {
        int staff_team = team;
        struct wmo_inzet own = wmo_inzet_eigen(self, team);
        struct wmo_kandidaat next = wmo_kandidaat_of_list(self, &own, &staff_team);
        status = begin_searches(self, &own, next);
        if (next.row == SIM_ENTITY_NONE) {
            wmo_bezet_remember(self, &own);
            break;
        }
        if (status == SIM_OK) {
            status = wmo_plaatsing_start(self, next.row, staff_team, next.member);
        }
    }
    return status;
}

/* The fewest minutes that anybody asks who waits for [aanbod]; INT32_MAX: nobody. */
static int32_t least_asked(const struct wmo_gemeente *self,
                           const struct wmo_aanbod *aanbod)
{
    int32_t least = INT32_MAX;
    for (int i = 0; i < aanbod->team_count; i++) {
        int32_t here = wmo_teams_lijst(&self->teams, aanbod->first_team + i)->least;
        least = here < least ? here : least;
    }
    return least;
}

/* Lets one inwoner start with hours that a team of [aanbod] lends. */
static enum sim_status lend_once(struct wmo_gemeente *self,
                                 const struct wmo_aanbod *aanbod, bool *started)
{
    int32_t least = least_asked(self, aanbod);
    for (int i = 0; i < aanbod->team_count && least < INT32_MAX; i++) {
        struct wmo_inzet staff = wmo_inzet(aanbod->first_team + i, true);
        staff.least = least;
        struct wmo_kandidaat next = wmo_kandidaat_elsewhere(self, &staff);
        if (next.row != SIM_ENTITY_NONE) {
            *started = true;
            return wmo_plaatsing_start(self, next.row, staff.team, next.member);
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
    if (status == SIM_OK) {
        status = wmo_bemiddeling_serve(self, team);
    }
    return status == SIM_OK ? wmo_wens_serve_buurtteam(self, team) : status;
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

/* Lets [row] start at once, with its own team or another that lends. */
static enum sim_status try_to_start(struct wmo_gemeente *self, uint32_t row,
                                    bool *started)
{
    const struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    int own = inwoner->team;
    int32_t member = SIM_MEMBER_NONE;
    int team = wmo_kandidaat_team(self, inwoner, &member);
    const struct wmo_aanbod *aanbod =
        &self->landschap.aanbieders.aanbod[self->teams.items[own].aanbod];
    bool lends = team == WMO_NONE && aanbod->uitleen > 0;
    for (int i = 0; lends && team == WMO_NONE && i < aanbod->team_count; i++) {
        struct wmo_inzet other = wmo_inzet(aanbod->first_team + i, true);
        if (other.team != own &&
            wmo_kandidaat_can_start(self, inwoner, &other, &member)) {
            team = other.team;
        }
    }
    *started = team != WMO_NONE;
    return *started ? wmo_plaatsing_start(self, row, team, member) : SIM_OK;
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
    if (wmo_eigen_bijdrage_schrikt_af(self, row)) {
        WMO_RECORD_COUNT(&self->record, wmo_gemeente_plek(self, inwoner), afgezien);
        wmo_gemeente_note(self, row, WMO_JOURNAL_AFGEZIEN);
        wmo_gemeente_leave(self, row);
        return SIM_OK;
    }
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
    if (status == SIM_OK && !wmo_kandidaat_is_held_back(self, team, inwoner)) {
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
        if (status == SIM_OK && wmo_kandidaat_forms_groups(self, team)) {
            status = wmo_plaatsing_serve(self, team); /* it may be enough for one */
        } else if (status == SIM_OK) {
            struct wmo_inzet own = wmo_inzet_eigen(self, team);
            status = begin_searches(self, &own, WMO_NIEMAND);
        }
        status = status == SIM_OK ? wmo_bemiddeling_enter(self, row) : status;
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
