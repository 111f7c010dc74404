/* models/organisatie/opvolging.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/organisatie/opvolging.h"

#include "models/bekostiging/resultaat.h"
#include "models/gemeente/beginstand.h"
#include "models/organisatie/overgang.h"
#include "models/traject/bemiddeling.h"
#include "models/traject/toewijzing.h"
#include "models/zorg/evaluatie.h"
#include "models/zorg/zorg.h"

bool wmo_opvolging_ended(const struct wmo_gemeente *self, int team, int year_index)
{
    return wmo_aanbieders_ended(&self->landschap.aanbieders,
                                self->teams.items[team].aanbod, year_index);
}

bool wmo_opvolging_loopt_uit(const struct wmo_gemeente *self, int team, int year_index)
{
    const struct wmo_aanbieders *all = &self->landschap.aanbieders;
    int aanbod = self->teams.items[team].aanbod;
    return wmo_aanbod_is_offered(&all->aanbod[aanbod], all->first_year + year_index) &&
           !wmo_aanbieders_takes_new(all, aanbod, year_index);
}

/* Whether an aanbod of [zorgvorm] gives positions to those that take new inwoners. */
static bool gives_positions(const struct wmo_gemeente *self, int zorgvorm,
                            int year_index)
{
    bool any = false;
    bool some = self->landschap.aanbieders.any_runs_out;
    for (int t = 0; some && t < self->teams.count && !any; t++) {
        any = self->teams.items[t].zorgvorm == zorgvorm &&
              wmo_opvolging_loopt_uit(self, t, year_index);
    }
    return any;
}

double wmo_opvolging_vacant(const struct wmo_gemeente *self, int team, int year_index)
{
    int64_t vacatures = 0, posities = 0;
    int zorgvorm = self->teams.items[team].zorgvorm;
    bool starts = wmo_aanbieders_starts(&self->landschap.aanbieders,
                                        self->teams.items[team].aanbod, year_index);
    for (int t = 0; t < self->teams.count && starts; t++) {
        if (self->teams.items[t].zorgvorm == zorgvorm &&
            wmo_opvolging_ended(self, t, year_index)) {
            vacatures += self->medewerkers.teams[t].vacatures.level;
            posities += wmo_medewerkers_posities(&self->medewerkers, t);
        }
    }
    if (posities > 0) {
        return (double)vacatures / (double)posities;
    }
    return gives_positions(self, zorgvorm, year_index)
               ? self->landschap.personeel.vacatures_begin
               : -1;
}

/* [row], on the list of a team that ended, waits on for another. */
static enum sim_status wait_elsewhere(struct wmo_gemeente *self, uint32_t row)
{
    return wmo_bemiddeling_wait(self, row, wmo_toewijzing_choose(self, row),
                                WMO_JOURNAL_ANDERE_AANBIEDER);
}

/* [row], in care with a team that ended, goes on with another. What it waited for in
 * care is asked anew at the next evaluation. */
static enum sim_status go_on_elsewhere(struct wmo_gemeente *self, uint32_t row)
{
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    bool wished = inwoner->wens != WMO_WENS_GEEN;
    if (wished) {
        wmo_wens_stop(self, row);
    }
    int team =
        wmo_beginstand_team(self, inwoner->zorgvorm, inwoner->wijk, inwoner->doelgroep);
    int member = wmo_team_roomiest_in_dienst(&self->teams.items[team], 0);
    if (member == SIM_MEMBER_NONE) {
        member = 0; /* all positions are vacatures: it waits for who comes first */
    }
    int16_t old = inwoner->team;
    inwoner->team = (int16_t)team;
    member = wmo_beginstand_member(self, inwoner, member);
    inwoner->team = old;
    wmo_resultaat_halverwege(self, inwoner, team);
    wmo_zorg_to_team(self, row, team, member);
    wmo_gemeente_note(self, row, WMO_JOURNAL_ANDERE_AANBIEDER);
    enum sim_status status = wmo_resultaat_plan(self, row);
    if (status == SIM_OK && wished) {
        status = wmo_evaluatie_plan(self, row, false);
        status = status == SIM_OK ? wmo_bereikbaarheid_plan(self, row) : status;
    }
    bool comes_along = wmo_aanbieders_starts(
        &self->landschap.aanbieders, self->teams.items[team].aanbod, self->year_index);
    return status == SIM_OK && !comes_along ? wmo_overgang_at_once(self, row) : status;
}

static enum sim_status move_inwoners(struct wmo_gemeente *self, int year_index)
{
    enum sim_status status = SIM_OK;
    for (uint32_t row = 0; row < self->inwoners.pool.high_water && status == SIM_OK;
         row++) {
        const struct wmo_inwoner *inwoner = &self->inwoners.rows[row];
        bool waits = inwoner->toestand == WMO_TOESTAND_WACHT;
        if ((waits || inwoner->toestand == WMO_TOESTAND_IN_ZORG) &&
            wmo_opvolging_ended(self, inwoner->team, year_index)) {
            status = waits ? wait_elsewhere(self, row) : go_on_elsewhere(self, row);
        }
    }
    return status;
}

static enum sim_status dissolve(struct wmo_gemeente *self, int team)
{
    const struct wmo_bezetting *t = &self->medewerkers.teams[team];
    enum sim_status status = SIM_OK;
    for (uint32_t row = t->first;
         row < t->first + (uint32_t)t->posities && status == SIM_OK; row++) {
        if (self->medewerkers.rows[row].toestand != WMO_MEDEWERKER_VERVALLEN) {
            status = wmo_medewerker_gaat_mee(self, row);
        }
    }
    return status;
}

enum sim_status wmo_opvolging_new_year(struct wmo_gemeente *self, int year_index)
{
    enum sim_status status = SIM_OK;
    bool any = false;
    for (int t = 0; t < self->teams.count; t++) {
        any = any || wmo_opvolging_ended(self, t, year_index);
    }
    if (any) {
        status = move_inwoners(self, year_index);
    }
    for (int t = 0; any && t < self->teams.count && status == SIM_OK; t++) {
        if (wmo_opvolging_ended(self, t, year_index)) {
            status = dissolve(self, t);
        }
    }
    return status;
}
