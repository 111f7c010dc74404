/* models/personeel/overdracht.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/personeel/overdracht.h"

#include "models/bekostiging/resultaat.h"
#include "models/zorg/evaluatie.h"
#include "models/events.h"
#include "models/traject/overbrugging.h"
#include "models/traject/plaatsing.h"
#include "models/zorg/zorg.h"

#define WEEK (7 * SIM_DAY)

enum sim_status wmo_overdracht_meet(struct wmo_gemeente *self, uint32_t row)
{
    const struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    WMO_RECORD_COUNT(&self->record, wmo_gemeente_plek(self, inwoner), wisselingen);
    wmo_gemeente_note(self, row, WMO_JOURNAL_ANDERE_BEGELEIDER);
    if (self->landschap.personeel.overdracht_minutes == 0) {
        return SIM_OK;
    }
    uint32_t medewerker =
        self->medewerkers.teams[inwoner->staff_team].first + (uint32_t)inwoner->member;
    self->medewerkers.rows[medewerker].overdrachten++;
    wmo_medewerker_give(self, medewerker);
    return sim_engine_schedule(&self->engine, self->engine.now + WEEK,
                               WMO_EVENT_OVERGENOMEN, medewerker, NULL);
}

enum sim_status wmo_overdracht_overgenomen(void *model, uint32_t row)
{
    struct wmo_gemeente *self = model;
    struct wmo_medewerker *medewerker = &self->medewerkers.rows[row];
    medewerker->overdrachten--;
    wmo_medewerker_give(self, row);
    return wmo_plaatsing_serve(self, medewerker->team);
}

/* The roomiest colleague in [team], if [inwoner] is not too much for them. As in
 * placement, one who has nobody yet takes anyone. */
static int32_t colleague(const struct wmo_gemeente *self, int team,
                         const struct wmo_inwoner *inwoner)
{
    const struct sim_resource_pool *pool = &self->teams.items[team].staff;
    const struct wmo_team *t = &self->teams.items[team];
    int32_t member = wmo_team_roomiest(t, inwoner->specialisme,
                                       wmo_team_niveau(t, inwoner->minutes));
    if (member == SIM_MEMBER_NONE) {
        return member;
    }
    int32_t free = pool->free_units[member], capacity = pool->capacity[member];
    double room = free + self->landschap.personeel.overdracht_rek * capacity;
    bool has_nobody = free > 0 && free == capacity;
    return has_nobody || inwoner->minutes <= room ? member : SIM_MEMBER_NONE;
}

/* Back to the list, as if aangemeld now; what is left of the support is kept. */
static enum sim_status put_back(struct wmo_gemeente *self, uint32_t row)
{
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    sim_time now = self->engine.now;
    struct sim_fel_event next = sim_fel_look(&self->engine.fel, inwoner->event);
    inwoner->rest = next.time > now ? next.time - now : 1;
    inwoner->hervat = inwoner->toestand;
    inwoner->hervat_event = (uint8_t)next.type;
    wmo_gemeente_cancel(self, row);
    bool coordinated = inwoner->contact > 0;
    wmo_zorg_end(self, row);
    enum sim_status status = SIM_OK;
    if (coordinated) {
        status = wmo_plaatsing_serve(self, wmo_gemeente_buurtteam(self, inwoner->wijk));
    }
    inwoner->aanmelding = now;
    WMO_RECORD_COUNT(&self->record, wmo_gemeente_plek(self, inwoner), teruggezet);
    wmo_gemeente_note(self, row, WMO_JOURNAL_TERUGGEZET);
    wmo_gemeente_note(self, row, WMO_JOURNAL_WACHT);
    return status == SIM_OK ? wmo_plaatsing_wait(self, row) : status;
}

enum sim_status wmo_overdracht(struct wmo_gemeente *self, uint32_t row)
{
    const struct wmo_medewerker *gone = &self->medewerkers.rows[row];
    enum wmo_overdracht_naar naar = self->landschap.personeel.overdracht;
    enum sim_status status = SIM_OK;
    while (naar != WMO_OVERDRACHT_OPVOLGER && gone->eerste != SIM_ENTITY_NONE &&
           status == SIM_OK) {
        uint32_t inwoner = gone->eerste;
        int32_t member =
            naar == WMO_OVERDRACHT_COLLEGA
                ? colleague(self, gone->team, &self->inwoners.rows[inwoner])
                : SIM_MEMBER_NONE;
        if (member == SIM_MEMBER_NONE) {
            status = put_back(self, inwoner);
        } else {
            wmo_zorg_move(self, inwoner, member);
            status = wmo_overdracht_meet(self, inwoner);
        }
    }
    return status;
}

enum sim_status wmo_overdracht_opvolger(struct wmo_gemeente *self, uint32_t row)
{
    enum sim_status status = SIM_OK;
    for (uint32_t inwoner = self->medewerkers.rows[row].eerste;
         inwoner != SIM_ENTITY_NONE && status == SIM_OK;
         inwoner = self->inwoners.links[inwoner].volgende) {
        status = wmo_overdracht_meet(self, inwoner);
    }
    return status;
}

enum sim_status wmo_overdracht_hervat(struct wmo_gemeente *self, uint32_t row)
{
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    sim_time end = self->engine.now + inwoner->rest;
    inwoner->rest = 0;
    inwoner->toestand = inwoner->hervat;
    enum sim_status status = wmo_overdracht_meet(self, row);
    if (status == SIM_OK) {
        status = sim_engine_schedule(&self->engine, end, inwoner->hervat_event, row,
                                     &inwoner->event);
    }
    if (status == SIM_OK && inwoner->toestand == WMO_TOESTAND_IN_ZORG) {
        status = wmo_resultaat_plan(self, row);
    }
    if (status == SIM_OK && inwoner->toestand == WMO_TOESTAND_IN_ZORG) {
        status = wmo_evaluatie_plan(self, row, false);
    }
    return status == SIM_OK && inwoner->toestand == WMO_TOESTAND_IN_ZORG
               ? wmo_bereikbaarheid_plan(self, row)
               : status;
}
