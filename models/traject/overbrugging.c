/* models/traject/overbrugging.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/traject/overbrugging.h"

#include <math.h>

#include "models/traject/belasting.h"
#include "models/traject/plaatsing.h"
#include "models/purpose.h"

static int minutes_or_none(const struct sim_scenario *s, const char *path)
{
    return (int)lround(60 * sim_scenario_real_or(s, NULL, path, 0));
}

void wmo_overbrugging_load(struct wmo_overbrugging *self,
                           const struct sim_scenario *scenario)
{
    if (sim_scenario_has(scenario, NULL, "overbrugging.door")) {
        self->door = (enum wmo_overbrugging_door)sim_scenario_choice(
            scenario, NULL, "overbrugging.door");
    }
    self->minutes = minutes_or_none(scenario, "overbrugging.uren_per_week");
    self->contact_minutes = minutes_or_none(scenario, "overbrugging.contact_uren");
    self->coordinatie_aandeel =
        sim_scenario_real_or(scenario, NULL, "coordinatie.aandeel", 0);
    self->coordinatie_minutes = minutes_or_none(scenario, "coordinatie.uren_per_week");
}

static bool is_bridged(const struct wmo_gemeente *self, int zorgvorm)
{
    return self->landschap.zorgvormen.items[zorgvorm].overbrugging;
}

/* --- While waiting --- */

static int giver(const struct wmo_gemeente *self, const struct wmo_inwoner *inwoner)
{
    return self->landschap.overbrugging.door == WMO_OVERBRUGGING_AANBIEDER
               ? inwoner->team
               : wmo_gemeente_buurtteam(self, inwoner->wijk);
}

void wmo_overbrugging_begin(struct wmo_gemeente *self, uint32_t row)
{
    const struct wmo_overbrugging *rule = &self->landschap.overbrugging;
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    if (!is_bridged(self, inwoner->zorgvorm)) {
        return;
    }
    if (rule->contact_minutes > 0) {
        inwoner->contact = (int16_t)rule->contact_minutes;
        wmo_belasting_take(self, wmo_gemeente_buurtteam(self, inwoner->wijk),
                           rule->contact_minutes);
    }
    if (rule->door == WMO_OVERBRUGGING_GEEN || rule->minutes == 0) {
        return;
    }
    struct wmo_plek plek = wmo_gemeente_plek(self, inwoner);
    int team = giver(self, inwoner);
    if (wmo_belasting_fits(self, team, rule->minutes)) {
        inwoner->overbrugging = (int16_t)rule->minutes;
        wmo_belasting_take(self, team, rule->minutes);
        WMO_RECORD_COUNT(&self->record, plek, overbrugd);
        wmo_gemeente_note(self, row, WMO_JOURNAL_OVERBRUGGING);
    } else {
        WMO_RECORD_COUNT(&self->record, plek, niet_overbrugd);
        wmo_gemeente_note(self, row, WMO_JOURNAL_GEEN_OVERBRUGGING);
    }
}

enum sim_status wmo_overbrugging_end(struct wmo_gemeente *self, uint32_t row)
{
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    if (inwoner->overbrugging == 0 && inwoner->contact == 0) {
        return SIM_OK;
    }
    int buurtteam = wmo_gemeente_buurtteam(self, inwoner->wijk);
    bool by_buurtteam = inwoner->contact > 0 || giver(self, inwoner) == buurtteam;
    if (inwoner->contact > 0) {
        wmo_belasting_give(self, buurtteam, inwoner->contact);
    }
    if (inwoner->overbrugging > 0) {
        wmo_belasting_give(self, giver(self, inwoner), inwoner->overbrugging);
    }
    inwoner->contact = 0;
    inwoner->overbrugging = 0;
    return by_buurtteam ? wmo_plaatsing_serve(self, buurtteam) : SIM_OK;
}

/* --- While supported --- */

void wmo_coordinatie_begin(struct wmo_gemeente *self, uint32_t row)
{
    const struct wmo_overbrugging *rule = &self->landschap.overbrugging;
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    if (rule->coordinatie_minutes == 0 || !is_bridged(self, inwoner->zorgvorm) ||
        sim_stream_uniform_at(&self->stream, inwoner->id, WMO_PURPOSE_COORDINATIE) >=
            rule->coordinatie_aandeel) {
        return;
    }
    inwoner->contact = (int16_t)rule->coordinatie_minutes;
    wmo_belasting_take(self, wmo_gemeente_buurtteam(self, inwoner->wijk),
                       rule->coordinatie_minutes);
}

void wmo_coordinatie_end(struct wmo_gemeente *self, uint32_t row)
{
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    if (inwoner->contact > 0) {
        wmo_belasting_give(self, wmo_gemeente_buurtteam(self, inwoner->wijk),
                           inwoner->contact);
        inwoner->contact = 0;
    }
}
