/* models/gemeente/beginstand.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/gemeente/beginstand.h"

#include <math.h>

#include "models/bekostiging/resultaat.h"
#include "models/events.h"
#include "models/gemeente/herkomst.h"
#include "models/traject/merk.h"
#include "models/traject/plaatsing.h"
#include "models/purpose.h"
#include "models/traject/toewijzing.h"
#include "models/traject/traject.h"
#include "models/zorg/zorg.h"

/* The wijk of the [number]-th of a group that is spread over the wijken by [share]:
 * always the one that is furthest behind its share. */
static int next_wijk(const double *share, int *given, int wijk_count, int number)
{
    int best = 0;
    double best_lag = -1;
    for (int w = 0; w < wijk_count; w++) {
        double lag = share[w] * (number + 1) - given[w];
        if (lag > best_lag) {
            best = w;
            best_lag = lag;
        }
    }
    given[best]++;
    return best;
}

static enum sim_status plan_end(struct wmo_gemeente *self, uint32_t row,
                                const struct sim_dist *duration, uint32_t purpose,
                                enum wmo_event event)
{
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    sim_stream_seek(&self->stream, inwoner->id, purpose);
    double days = sim_dist_draw_residual(duration, &self->stream);
    return sim_engine_schedule(&self->engine, sim_time_from_days(days), (uint32_t)event,
                               row, &inwoner->event);
}

/* Room of [team] as it counts at the start: relative to its hours, so that care under
 * way is spread evenly; of teams with a list together, that of the roomiest medewerker.
 */
static double room_at_start(const struct wmo_gemeente *self, int team)
{
    const struct wmo_team *t = &self->teams.items[team];
    const struct sim_resource *total = &t->staff.total;
    if (total->capacity <= 0) {
        return -HUGE_VAL;
    }
    if (self->landschap.aanbieders.aanbod[t->aanbod].deelt_lijst) {
        int32_t member = wmo_team_roomiest_in_dienst(t, 0);
        bool none = member == SIM_MEMBER_NONE || t->staff.capacity[member] <= 0;
        return none ? -HUGE_VAL
                    : (double)t->staff.free_units[member] / t->staff.capacity[member];
    }
    return (double)sim_resource_free_units(total) / (double)total->capacity;
}

/* Who is in care at the start is with those that were there before, and who loses an
 * aanbieder later goes to one that takes new inwoners. */
static bool may_have(const struct wmo_gemeente *self, int aanbod)
{
    const struct wmo_aanbieders *all = &self->landschap.aanbieders;
    return self->year_index == 0
               ? all->aanbod[aanbod].start_year < all->first_year
               : wmo_aanbieders_takes_new(all, aanbod, self->year_index);
}

static int roomiest(const struct wmo_gemeente *self, int zorgvorm, int wijk,
                    int doelgroep, bool any)
{
    const struct wmo_aanbieders *all = &self->landschap.aanbieders;
    const struct wmo_keuze *keuze =
        wmo_aanbieders_keuze(all, self->year_index, zorgvorm, wijk);
    int best = WMO_NONE;
    double best_room = 0;
    for (int i = 0; i < keuze->count; i++) {
        int team = wmo_aanbieders_team(all, keuze->aanbod[i], wijk);
        if (!wmo_aanbod_serves(&all->aanbod[keuze->aanbod[i]], doelgroep) ||
            (!any && !may_have(self, keuze->aanbod[i]))) {
            continue;
        }
        double room = room_at_start(self, team);
        if (best == WMO_NONE || room > best_room) {
            best = team;
            best_room = room;
        }
    }
    return best;
}

int wmo_beginstand_team(const struct wmo_gemeente *self, int zorgvorm, int wijk,
                        int doelgroep)
{
    int team = roomiest(self, zorgvorm, wijk, doelgroep, false);
    return team == WMO_NONE ? roomiest(self, zorgvorm, wijk, doelgroep, true) : team;
}

/* The part of those with the buurtteam of [wijk] that is still in onderzoek, by
 * Little's law: the mean time in onderzoek over the mean time with the buurtteam. */
static double share_in_onderzoek(const struct wmo_landschap *l, int wijk)
{
    int count = l->zorgvormen.count;
    double referred = fmin(1, l->verwijzing[wijk * count + count - 1]);
    double onderzoek = l->toegang.onderzoek_duur.mean;
    double support = (1 - referred) *
                     l->zorgvormen.items[l->zorgvormen.buurtteam].verblijfsduur.mean;
    return onderzoek > 0 ? onderzoek / (onderzoek + support) : 0;
}

/* Plans how what [row] receives at the start goes on. */
static enum sim_status go_on(struct wmo_gemeente *self, uint32_t row, bool in_onderzoek)
{
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    const struct wmo_landschap *l = &self->landschap;
    if (in_onderzoek) {
        inwoner->toestand = WMO_TOESTAND_ONDERZOEK;
        inwoner->melding = -1; /* nobody knows when */
        return plan_end(self, row, &l->toegang.onderzoek_duur,
                        WMO_PURPOSE_DUUR_ONDERZOEK, WMO_EVENT_EINDE_ONDERZOEK);
    }
    return wmo_uitstroom_plan(self, row, inwoner->zorgvorm, true);
}

int wmo_beginstand_member(const struct wmo_gemeente *self,
                          const struct wmo_inwoner *inwoner, int member)
{
    const struct wmo_team *team = &self->teams.items[inwoner->team];
    int niveau = wmo_team_niveau(team, inwoner->minutes);
    int32_t best = wmo_team_roomiest(team, inwoner->specialisme, niveau);
    bool fits =
        best != SIM_MEMBER_NONE && team->staff.free_units[best] >= inwoner->minutes;
    if (inwoner->specialisme > 0 && fits) {
        return best;
    }
    int32_t may = wmo_team_may_serve(team, member, niveau)
                      ? member
                      : wmo_team_roomiest_in_dienst(team, niveau);
    return may != SIM_MEMBER_NONE ? may : member;
}

static enum sim_status add_in_care(struct wmo_gemeente *self, int zorgvorm, int wijk,
                                   int number)
{
    uint32_t row;
    uint64_t id = wmo_inwoner_id(WMO_HERKOMST_BEGIN_IN_ZORG + (uint32_t)zorgvorm, wijk,
                                 (uint64_t)number);
    enum sim_status status = wmo_gemeente_arrive(self, id, wijk, &row);
    if (status != SIM_OK) {
        return status;
    }
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    bool in_onderzoek =
        zorgvorm == self->landschap.zorgvormen.buurtteam &&
        sim_stream_uniform_at(&self->stream, id, WMO_PURPOSE_TOESTAND_BEGIN) <
            share_in_onderzoek(&self->landschap, wijk);
    if (in_onderzoek) {
        wmo_merk_aanmelding(self, row, zorgvorm);
    } else {
        wmo_merk_in_zorg(self, row, zorgvorm);
    }
    int team = wmo_beginstand_team(self, zorgvorm, wijk, inwoner->doelgroep);
    int member = wmo_team_roomiest_in_dienst(&self->teams.items[team], 0);
    if (member == SIM_MEMBER_NONE) { /* no budget, so nobody was in care either */
        wmo_gemeente_leave(self, row);
        return SIM_OK;
    }
    wmo_traject_set_zorgvorm(self, row, zorgvorm);
    if (!in_onderzoek) {
        inwoner->minutes = wmo_traject_minutes(self, inwoner, zorgvorm);
    }
    inwoner->team = (int16_t)team;
    wmo_resultaat_halverwege(self, inwoner, team);
    wmo_zorg_start(self, row, team, wmo_beginstand_member(self, inwoner, member));
    wmo_gemeente_note(self, row, WMO_JOURNAL_BEGIN_IN_ZORG);
    return go_on(self, row, in_onderzoek);
}

/* The [number]-th of the list: the list is spread evenly over 0 to twice the mean time
 * waited, longest first. */
static enum sim_status add_waiting(struct wmo_gemeente *self, int zorgvorm, int wijk,
                                   int number)
{
    const struct wmo_zorgvorm *z = &self->landschap.zorgvormen.items[zorgvorm];
    uint32_t row;
    uint64_t id = wmo_inwoner_id(WMO_HERKOMST_BEGIN_WACHT + (uint32_t)zorgvorm, wijk,
                                 (uint64_t)number);
    enum sim_status status = wmo_gemeente_arrive(self, id, wijk, &row);
    if (status != SIM_OK) {
        return status;
    }
    wmo_merk_aanmelding(self, row, zorgvorm);
    wmo_traject_set_zorgvorm(self, row, zorgvorm);
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    double u =
        sim_stream_uniform_at(&self->stream, inwoner->id, WMO_PURPOSE_WACHT_BEGIN);
    double days =
        2 * z->beginlijst_wacht_days * (z->beginlijst - number - u) / z->beginlijst;
    inwoner->aanmelding = -sim_time_from_days(days);
    inwoner->melding = inwoner->aanmelding;
    inwoner->team = (int16_t)wmo_toewijzing_choose(self, row);
    wmo_gemeente_note(self, row, WMO_JOURNAL_BEGIN_WACHT);
    return wmo_plaatsing_wait(self, row);
}

static enum sim_status spread(struct wmo_gemeente *self, int zorgvorm, int count,
                              enum sim_status (*add_one)(struct wmo_gemeente *, int,
                                                         int, int))
{
    const struct wmo_wijken *wijken = &self->landschap.wijken;
    double gewicht = self->landschap.zorgvormen.items[zorgvorm].gewicht_65plus;
    double share[WMO_WIJK_MAX];
    int given[WMO_WIJK_MAX] = {0};
    for (int w = 0; w < wijken->count; w++) {
        share[w] =
            wmo_wijken_aandeel(wijken, w, gewicht, self->landschap.periode.first_year);
    }
    enum sim_status status = SIM_OK;
    for (int i = 0; i < count && status == SIM_OK; i++) {
        status = add_one(self, zorgvorm, next_wijk(share, given, wijken->count, i), i);
    }
    return status;
}

enum sim_status wmo_beginstand_fill(struct wmo_gemeente *self)
{
    enum sim_status status = wmo_sociale_basis_fill(self);
    for (int z = 0; z < self->landschap.zorgvormen.count && status == SIM_OK; z++) {
        const struct wmo_zorgvorm *zorgvorm = &self->landschap.zorgvormen.items[z];
        status = spread(self, z, zorgvorm->beginstand, add_in_care);
        if (status == SIM_OK) {
            status = spread(self, z, zorgvorm->beginlijst, add_waiting);
        }
    }
    return status;
}
