/* models/zorg/wens.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/zorg/wens.h"

#include <stdlib.h>
#include <string.h>

#include "models/traject/belasting.h"
#include "models/zorg/evaluatie.h"
#include "models/gemeente/gemeente.h"
#include "models/personeel/overdracht.h"
#include "models/traject/plaatsing.h"
#include "models/traject/traject.h"
#include "models/zorg/uitstroom.h"
#include "models/zorg/zorg.h"

static int list_count(const struct wmo_wensen *self)
{
    return 2 * self->team_count + self->wijk_count;
}

enum sim_status wmo_wensen_grow(struct wmo_wensen *self, uint32_t capacity)
{
    if (capacity <= self->capacity) {
        return SIM_OK;
    }
    struct sim_queue_link *links =
        realloc(self->links, (size_t)capacity * sizeof *links);
    if (!links) {
        return SIM_ERR_NO_MEMORY;
    }
    self->links = links;
    self->capacity = capacity;
    for (int i = 0; i < list_count(self); i++) {
        self->lists[i].links = links;
    }
    return SIM_OK;
}

enum sim_status wmo_wensen_init(struct wmo_wensen *self, int team_count, int wijk_count,
                                uint32_t capacity)
{
    self->team_count = team_count;
    self->wijk_count = wijk_count;
    self->lists = calloc((size_t)list_count(self), sizeof *self->lists);
    if (!self->lists) {
        self->team_count = self->wijk_count = 0;
        return SIM_ERR_NO_MEMORY;
    }
    for (int i = 0; i < list_count(self); i++) {
        sim_queue_init(&self->lists[i], &sim_queue_fifo, NULL);
    }
    return wmo_wensen_grow(self, capacity);
}

void wmo_wensen_free(struct wmo_wensen *self)
{
    free(self->links);
    free(self->lists);
    memset(self, 0, sizeof *self);
}

void wmo_wensen_reset(struct wmo_wensen *self)
{
    for (int i = 0; i < list_count(self); i++) {
        sim_queue_reset(&self->lists[i]);
    }
}

static struct sim_queue *list_meer(struct wmo_gemeente *self, int team)
{
    return &self->wensen.lists[team];
}

static struct sim_queue *list_buurtteam(struct wmo_gemeente *self, int team)
{
    return &self->wensen.lists[self->wensen.team_count + team];
}

static struct sim_queue *list_sociale_basis(struct wmo_gemeente *self, int wijk)
{
    return &self->wensen.lists[2 * self->wensen.team_count + wijk];
}

static struct sim_queue *list_of(struct wmo_gemeente *self,
                                 const struct wmo_inwoner *inwoner)
{
    switch ((enum wmo_wens)inwoner->wens) {
    case WMO_WENS_MEER:
        return list_meer(self, inwoner->staff_team);
    case WMO_WENS_BUURTTEAM:
        return list_buurtteam(self, wmo_gemeente_buurtteam(self, inwoner->wijk));
    default:
        return list_sociale_basis(self, inwoner->wijk);
    }
}

/* Counts [step] more who wait as [inwoner] does. */
static void count_level(struct wmo_gemeente *self, const struct wmo_inwoner *inwoner,
                        int step)
{
    struct wmo_plek plek = wmo_gemeente_plek(self, inwoner);
    struct wmo_lijn *lijn[2] = {&self->record.lijn[plek.line],
                                &self->record.lijn[plek.groep]};
    for (int i = 0; i < 2; i++) {
        sim_timeavg_add(inwoner->wens == WMO_WENS_MEER ? &lijn[i]->opschaling
                                                       : &lijn[i]->geblokkeerd,
                        step, self->engine.now);
    }
}

static void wait_for(struct wmo_gemeente *self, uint32_t row, enum wmo_wens wens)
{
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    sim_time now = self->engine.now;
    inwoner->wens = (uint8_t)wens;
    sim_queue_join(list_of(self, inwoner), row, 0, now, now);
    count_level(self, inwoner, 1);
    wmo_gemeente_note(self, row,
                      wens == WMO_WENS_MEER ? WMO_JOURNAL_WACHT_OPSCHALING
                                            : WMO_JOURNAL_GEBLOKKEERD);
}

static void leave_list(struct wmo_gemeente *self, uint32_t row)
{
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    if (inwoner->wens != WMO_WENS_GEEN) {
        sim_queue_leave(list_of(self, inwoner), row, self->engine.now);
        count_level(self, inwoner, -1);
        inwoner->wens = WMO_WENS_GEEN;
    }
}

void wmo_wens_stop(struct wmo_gemeente *self, uint32_t row)
{
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    sim_engine_cancel(&self->engine, &inwoner->evaluatie);
    sim_engine_cancel(&self->engine, &inwoner->oproep);
    leave_list(self, row);
}

/* Whether [team] as a whole has [minutes] left beside what is no case. */
static bool team_has(const struct wmo_team *team, int minutes)
{
    return team->belasting.level <= 0 || minutes <= wmo_belasting_room(team);
}

/* --- More hours --- */

/* The most dagdelen with which [inwoner] could go on; it keeps its place in transport,
 * and wmo_zorg_can_change has looked at the money for that. */
static int32_t more_dagdelen(const struct wmo_gemeente *self,
                             const struct wmo_inwoner *inwoner)
{
    return wmo_groep_limit(self, inwoner->staff_team, WMO_VERVOER_GEEN);
}

/* The medewerker who can give [row] what it needs: its own, or the roomiest of the
 * team; SIM_MEMBER_NONE when nobody can, or the money is not there. */
static int32_t who_gives_more(const struct wmo_gemeente *self, uint32_t row)
{
    const struct wmo_inwoner *inwoner = &self->inwoners.rows[row];
    const struct wmo_team *team = &self->teams.items[inwoner->staff_team];
    const int32_t *free_units = team->staff.free_units;
    if (!wmo_zorg_can_change(self, row, inwoner->gewenst) ||
        !team_has(team, inwoner->gewenst - inwoner->minutes)) {
        return SIM_MEMBER_NONE;
    }
    if (self->landschap.zorgvormen.items[inwoner->zorgvorm].groep.is_on) {
        return more_dagdelen(self, inwoner) >= inwoner->gewenst ? inwoner->member
                                                                : SIM_MEMBER_NONE;
    }
    int niveau = wmo_team_niveau(team, inwoner->gewenst);
    if (free_units[inwoner->member] >= inwoner->gewenst - inwoner->minutes &&
        wmo_team_may_serve(team, inwoner->member, niveau)) {
        return inwoner->member;
    }
    int32_t other = wmo_team_roomiest(team, inwoner->specialisme, niveau);
    return other != SIM_MEMBER_NONE && free_units[other] >= inwoner->gewenst
               ? other
               : SIM_MEMBER_NONE;
}

/* Gives [row] the hours it needs, if somebody can; [given] says so. */
static enum sim_status give_more(struct wmo_gemeente *self, uint32_t row, bool *given)
{
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    int32_t member = who_gives_more(self, row);
    *given = member != SIM_MEMBER_NONE;
    if (!*given) {
        return SIM_OK;
    }
    leave_list(self, row);
    WMO_RECORD_COUNT(&self->record, wmo_gemeente_plek(self, inwoner), opgeschaald);
    if (member == inwoner->member) {
        wmo_zorg_change(self, row, inwoner->gewenst);
        return SIM_OK;
    }
    wmo_zorg_move(self, row, member);
    wmo_zorg_change(self, row, inwoner->gewenst);
    return wmo_overdracht_meet(self, row);
}

enum sim_status wmo_wens_meer(struct wmo_gemeente *self, uint32_t row, int minutes)
{
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    int before = inwoner->member;
    bool given;
    inwoner->gewenst = minutes;
    enum sim_status status = give_more(self, row, &given);
    if (status == SIM_OK && !given) {
        wait_for(self, row, WMO_WENS_MEER);
    }
    /* Who went to another medewerker leaves hours to somebody else. */
    return status == SIM_OK && inwoner->member != before
               ? wmo_plaatsing_serve(self, inwoner->staff_team)
               : status;
}

enum sim_status wmo_wens_serve_meer(struct wmo_gemeente *self, int team)
{
    const struct sim_queue *list = list_meer(self, team);
    enum sim_status status = SIM_OK;
    uint32_t row = sim_queue_first(list);
    while (row != SIM_ENTITY_NONE && status == SIM_OK) {
        uint32_t next = sim_queue_next(list, row);
        bool given;
        status = give_more(self, row, &given);
        row = next;
    }
    return status;
}

/* --- A lighter spoor --- */

/* Ends the support of [row] in its present spoor; the team whose hours come free. */
static int leave_zorgvorm(struct wmo_gemeente *self, uint32_t row)
{
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    wmo_gemeente_note(self, row, WMO_JOURNAL_NAAR_LICHTER);
    WMO_RECORD_COUNT(&self->record, wmo_gemeente_plek(self, inwoner), naar_lichter);
    wmo_gemeente_cancel(self, row);
    wmo_zorg_end(self, row);
    inwoner->aanmelding = self->engine.now;
    inwoner->extra_minutes = 0;
    return inwoner->staff_team;
}

/* Others get the hours that [row], now in a lighter spoor, took of [team] and, for
 * coordination, of the buurtteam. */
static enum sim_status leave_behind(struct wmo_gemeente *self, uint32_t row, int team)
{
    int buurtteam = wmo_gemeente_buurtteam(self, wmo_gemeente_inwoner(self, row)->wijk);
    enum sim_status status = wmo_plaatsing_serve(self, buurtteam);
    return status == SIM_OK ? wmo_plaatsing_serve(self, team) : status;
}

static enum sim_status to_buurtteam(struct wmo_gemeente *self, uint32_t row, int team,
                                    int32_t member, int minutes)
{
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    int left = leave_zorgvorm(self, row);
    int buurtteam = self->landschap.zorgvormen.buurtteam;
    inwoner->zorgvorm = (int16_t)buurtteam;
    inwoner->team = (int16_t)team;
    inwoner->minutes = minutes;
    inwoner->specialisme = 0; /* the buurtteam is of generalists */
    inwoner->vervoer = (uint8_t)wmo_vervoer_draw(self, inwoner);
    wmo_zorg_start(self, row, team, member);
    wmo_gemeente_note(self, row, WMO_JOURNAL_NAAR_BUURTTEAM);
    enum sim_status status = wmo_uitstroom_plan(self, row, buurtteam, false);
    return status == SIM_OK ? leave_behind(self, row, left) : status;
}

/* Moves [row] to the buurtteam if that has hours that nobody without support waits for;
 * [moved] says so. */
static enum sim_status try_buurtteam(struct wmo_gemeente *self, uint32_t row,
                                     bool *moved)
{
    const struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    int team = wmo_gemeente_buurtteam(self, inwoner->wijk);
    int minutes =
        wmo_traject_minutes(self, inwoner, self->landschap.zorgvormen.buurtteam);
    const struct wmo_team *t = wmo_gemeente_team(self, team);
    int32_t member = wmo_team_roomiest(t, 0, wmo_team_niveau(t, minutes));
    *moved = wmo_teams_lijst(&self->teams, team)->length == 0 &&
             member != SIM_MEMBER_NONE && t->staff.free_units[member] >= minutes &&
             team_has(t, minutes) && wmo_zorg_is_affordable(self, team, minutes);
    return *moved ? to_buurtteam(self, row, team, member, minutes) : SIM_OK;
}

static enum sim_status try_sociale_basis(struct wmo_gemeente *self, uint32_t row,
                                         bool *moved)
{
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    *moved = sim_resource_seize(&self->plaatsen[inwoner->wijk], 1, self->engine.now);
    if (!*moved) {
        return SIM_OK;
    }
    int left = leave_zorgvorm(self, row);
    inwoner->zorgvorm = WMO_NONE;
    inwoner->vervoer = WMO_VERVOER_GEEN;
    inwoner->team = WMO_NONE;
    inwoner->staff_team = WMO_NONE;
    wmo_gemeente_note(self, row, WMO_JOURNAL_NAAR_SOCIALE_BASIS);
    enum sim_status status = wmo_sociale_basis_use(self, row, false);
    return status == SIM_OK ? leave_behind(self, row, left) : status;
}

enum sim_status wmo_wens_lichter(struct wmo_gemeente *self, uint32_t row,
                                 enum wmo_wens wens)
{
    bool moved;
    enum sim_status status = wens == WMO_WENS_BUURTTEAM
                                 ? try_buurtteam(self, row, &moved)
                                 : try_sociale_basis(self, row, &moved);
    if (status == SIM_OK && !moved) {
        wait_for(self, row, wens);
    }
    return status;
}

/* Lets the first of [list] that fits move, until nobody does: a move may free what
 * another one waits for. */
static enum sim_status serve(struct wmo_gemeente *self, struct sim_queue *list,
                             enum sim_status (*try)(struct wmo_gemeente *, uint32_t,
                                                    bool *))
{
    enum sim_status status = SIM_OK;
    uint32_t row = sim_queue_first(list);
    while (status == SIM_OK && row != SIM_ENTITY_NONE) {
        bool moved;
        status = try(self, row, &moved);
        row = moved ? sim_queue_first(list) : sim_queue_next(list, row);
    }
    return status;
}

enum sim_status wmo_wens_serve_buurtteam(struct wmo_gemeente *self, int team)
{
    bool is_full = wmo_teams_lijst(&self->teams, team)->length > 0;
    return is_full ? SIM_OK : serve(self, list_buurtteam(self, team), try_buurtteam);
}

enum sim_status wmo_wens_serve_sociale_basis(struct wmo_gemeente *self, int wijk)
{
    bool is_full = sim_resource_free_units(&self->plaatsen[wijk]) <= 0;
    return is_full ? SIM_OK
                   : serve(self, list_sociale_basis(self, wijk), try_sociale_basis);
}

/* --- Check --- */

bool wmo_wens_agrees(const struct wmo_gemeente *self)
{
    int64_t balance = 0, levels = 0;
    for (uint32_t row = 0; row < self->inwoners.pool.high_water; row++) {
        const struct wmo_inwoner *inwoner = &self->inwoners.rows[row];
        if (inwoner->toestand == WMO_TOESTAND_IN_ZORG) {
            balance += inwoner->wens != WMO_WENS_GEEN;
        }
    }
    for (int line = 0; line < self->record.line_count; line++) {
        levels += self->record.lijn[line].opschaling.level +
                  self->record.lijn[line].geblokkeerd.level;
    }
    bool agrees = levels == balance;
    for (int i = 0; i < list_count(&self->wensen); i++) {
        balance -= self->wensen.lists[i].length;
    }
    return agrees && balance == 0;
}
