/* models/personeel/specialisme.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/personeel/specialisme.h"

#include <math.h>

#include "models/events.h"
#include "models/traject/plaatsing.h"
#include "models/purpose.h"

static const struct wmo_specialisme *rule(const struct wmo_gemeente *self)
{
    return &self->landschap.personeel.specialisme;
}

uint32_t wmo_specialisme_draw(struct wmo_gemeente *self, uint32_t row)
{
    const struct wmo_specialisme *r = rule(self);
    int team = self->medewerkers.rows[row].team;
    if (!r->zorgvorm[self->teams.items[team].zorgvorm]) {
        return WMO_SPECIALISMEN_ALLE;
    }
    uint32_t mask = r->everybody;
    for (int d = 0; d < self->landschap.doelgroepen.count; d++) {
        if (r->share[d] < 1) {
            wmo_medewerker_seek(self, row, WMO_PURPOSE_SPECIALISME, (uint32_t)d);
            bool has = sim_stream_uniform(&self->stream) < r->share[d];
            mask |= (uint32_t)has << d;
        }
    }
    return mask;
}

static enum sim_status begin_search(struct wmo_gemeente *self, uint32_t row)
{
    const struct wmo_specialisme *r = rule(self);
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    if (inwoner->specialisme == WMO_SPECIALISME_ELDERS) {
        return wmo_onderaannemer_search(self, row);
    }
    if (inwoner->specialisme == 0 || r->zoektijd_days < 0 ||
        !r->zorgvorm[inwoner->zorgvorm] || inwoner->zoektijd != SIM_EVENT_NONE) {
        return SIM_OK;
    }
    return sim_engine_schedule(&self->engine,
                               self->engine.now + sim_time_from_days(r->zoektijd_days),
                               WMO_EVENT_ZOEKTIJD, row, &inwoner->zoektijd);
}

enum sim_status wmo_specialisme_search(struct wmo_gemeente *self, uint32_t row)
{
    return rule(self)->aan_de_beurt ? SIM_OK : begin_search(self, row);
}

enum sim_status wmo_specialisme_passed(struct wmo_gemeente *self, uint32_t row)
{
    return rule(self)->aan_de_beurt ? begin_search(self, row) : SIM_OK;
}

enum sim_status wmo_specialisme_zoektijd(void *model, uint32_t row)
{
    struct wmo_gemeente *self = model;
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    inwoner->zoektijd = SIM_EVENT_NONE;
    if (inwoner->specialisme == WMO_SPECIALISME_ELDERS) {
        return wmo_onderaannemer_found(self, row);
    }
    if (inwoner->specialisme == 0) {
        return SIM_OK;
    }
    inwoner->zonder_match = inwoner->specialisme;
    wmo_gemeente_note(self, row, WMO_JOURNAL_ZONDER_SPECIALIST);
    inwoner->verlies = (int16_t)lround(inwoner->minutes * rule(self)->verlies);
    return wmo_plaatsing_change(self, row, inwoner->minutes + inwoner->verlies,
                                inwoner->urgentie, 0);
}

void wmo_specialisme_start(struct wmo_gemeente *self, uint32_t row, int team,
                           int member)
{
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    if (!rule(self)->zorgvorm[inwoner->zorgvorm] ||
        (inwoner->specialisme == 0 && inwoner->zonder_match == 0)) {
        return;
    }
    const struct sim_resource_pool *pool = &self->teams.items[team].staff;
    if (inwoner->zonder_match > 0 &&
        (sim_resource_pool_skills(pool, member) >> (inwoner->zonder_match - 1) & 1) ==
            1) {
        wmo_specialisme_again(inwoner);
        inwoner->minutes -= inwoner->verlies;
    }
    inwoner->verlies = 0;
    struct wmo_plek plek = wmo_gemeente_plek(self, inwoner);
    WMO_RECORD_COUNT(&self->record, plek, specialistisch);
    if (inwoner->specialisme > 0) {
        WMO_RECORD_COUNT(&self->record, plek, passend);
    }
}

void wmo_specialisme_again(struct wmo_inwoner *inwoner)
{
    if (inwoner->zonder_match > 0) {
        inwoner->specialisme = inwoner->zonder_match;
        inwoner->zonder_match = 0;
    }
}
