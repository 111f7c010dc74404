/* models/organisatie/onderaannemer.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/organisatie/onderaannemer.h"

#include <math.h>

#include "models/events.h"
#include "models/gemeente/gemeente.h"
#include "models/traject/plaatsing.h"

void wmo_onderaannemers_load(struct wmo_onderaannemers *self,
                             const struct sim_scenario *s)
{
    sim_scenario_series_or(s, NULL, "onderaannemers.aandeel", 0, &self->aandeel);
    self->opslag = sim_scenario_real_or(s, NULL, "onderaannemers.opslag", 0);
    sim_scenario_series_or(s, NULL, "onderaannemers.geen_match", 0, &self->geen_match);
    if (sim_scenario_has(s, NULL, "onderaannemers.zoektijd")) {
        sim_scenario_dist(s, NULL, "onderaannemers.zoektijd", &self->zoektijd);
    }
}

double wmo_onderaannemers_kosten(const struct wmo_onderaannemers *self,
                                 const struct wmo_zorgvorm *zorgvorm, int year)
{
    return zorgvorm->onderaannemers
               ? 1 + sim_series_at(&self->aandeel, year) * self->opslag
               : 1;
}

static const struct wmo_onderaannemers *rule(const struct wmo_gemeente *self)
{
    return &self->landschap.onderaannemers;
}

/* The specialisme that goes with the doelgroep of [inwoner]. */
static uint8_t of_doelgroep(const struct wmo_gemeente *self,
                            const struct wmo_inwoner *inwoner)
{
    const struct wmo_doelgroepen *all = &self->landschap.doelgroepen;
    bool specialistisch = inwoner->doelgroep < all->count &&
                          all->items[inwoner->doelgroep].specialistisch;
    return (uint8_t)(specialistisch ? 1 + inwoner->doelgroep : 0);
}

void wmo_onderaannemer_mark(struct wmo_gemeente *self, uint32_t row)
{
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    if (inwoner->specialisme == WMO_SPECIALISME_ELDERS) { /* gave up before */
        inwoner->specialisme = of_doelgroep(self, inwoner);
    }
    double share = sim_series_at(&rule(self)->geen_match, wmo_gemeente_year(self));
    if (share <= 0 || inwoner->rest > 0 || inwoner->geweigerd != WMO_NONE ||
        !self->landschap.zorgvormen.items[inwoner->zorgvorm].onderaannemers) {
        return;
    }
    sim_stream_seek_draw(&self->stream, inwoner->id, WMO_PURPOSE_ONDERAANNEMER,
                         (uint32_t)inwoner->zorgvorm);
    if (sim_stream_uniform(&self->stream) < share) {
        inwoner->specialisme = WMO_SPECIALISME_ELDERS;
    }
}

enum sim_status wmo_onderaannemer_search(struct wmo_gemeente *self, uint32_t row)
{
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    double days = wmo_gemeente_draw(self, &rule(self)->zoektijd, inwoner,
                                    WMO_PURPOSE_ZOEKTIJD_ONDERAANNEMER);
    wmo_gemeente_note(self, row, WMO_JOURNAL_ZOEKT_ONDERAANNEMER);
    return sim_engine_schedule(&self->engine,
                               self->engine.now + sim_time_from_days(days),
                               WMO_EVENT_ZOEKTIJD, row, &inwoner->zoektijd);
}

enum sim_status wmo_onderaannemer_found(struct wmo_gemeente *self, uint32_t row)
{
    const struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    int extra = (int)lround(inwoner->minutes * rule(self)->opslag);
    WMO_RECORD_COUNT(&self->record, wmo_gemeente_plek(self, inwoner), onderaanneming);
    wmo_gemeente_note(self, row, WMO_JOURNAL_ONDERAANNEMER);
    return wmo_plaatsing_change(self, row, inwoner->minutes + extra, inwoner->urgentie,
                                0);
}
