/* models/traject/toegang.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/traject/toegang.h"

#include <math.h>

#include "models/traject/belasting.h"
#include "models/events.h"
#include "models/gemeente/gemeente.h"
#include "models/traject/plaatsing.h"
#include "models/purpose.h"
#include "models/zorg/zorg.h"

void wmo_toegang_load(struct wmo_toegang *self, const struct sim_scenario *scenario,
                      struct sim_date origin)
{
    sim_scenario_dist(scenario, NULL, "toegang.onderzoek_duur", &self->onderzoek_duur);
    self->onderzoek_minutes_per_week = (int)lround(
        60 * sim_scenario_real(scenario, NULL, "toegang.onderzoek_uren_per_week"));
    if (sim_scenario_has(scenario, NULL, "toegang.besluit_duur")) {
        sim_scenario_dist(scenario, NULL, "toegang.besluit_duur", &self->besluit_duur);
    }
    self->besluit_minutes_per_week = (int)lround(
        60 * sim_scenario_real_or(scenario, NULL, "toegang.besluit_uren_per_week", 0));
    self->onderzoek_termijn =
        (int)sim_scenario_integer_or(scenario, NULL, "toegang.onderzoek_termijn", 0);
    self->besluit_termijn =
        (int)sim_scenario_integer_or(scenario, NULL, "toegang.besluit_termijn", 0);
    if (sim_scenario_has(scenario, NULL, "toegang.beschikking_start")) {
        self->beschikking_start = sim_date_since(
            origin, sim_scenario_date(scenario, NULL, "toegang.beschikking_start"));
    }
    self->beschikking_minutes = (int)lround(
        60 * sim_scenario_real_or(scenario, NULL, "toegang.beschikking_uren", 0));
    double aandeel = sim_scenario_real_or(scenario, NULL, "consultatie.aandeel", 0);
    const struct sim_node *node =
        sim_scenario_find(scenario, NULL, "beweging.consultatie");
    wmo_ramp_load(&self->consultatie, scenario, node, origin,
                  wmo_optional_real(scenario, node, "begin", aandeel), aandeel);
    self->consultatie_effect =
        sim_scenario_real_or(scenario, NULL, "consultatie.effect", 0);
}

/* --- Consultatie --- */

int64_t wmo_toegang_consultatie(const struct wmo_toegang *self,
                                const struct wmo_zorgvorm *zorgvorm, int64_t minutes,
                                sim_time start)
{
    return zorgvorm->consultatie
               ? (int64_t)floor(
                     wmo_ramp_at(&self->consultatie, start) * (double)minutes + 1e-6)
               : 0;
}

bool wmo_toegang_consultatie_helps(struct wmo_gemeente *self, uint32_t row,
                                   int zorgvorm)
{
    const struct wmo_toegang *toegang = &self->landschap.toegang;
    const struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    sim_time start = self->landschap.periode.year_start[self->year_index];
    double share =
        100 * wmo_ramp_at(&toegang->consultatie, start) * toegang->consultatie_effect;
    if (share <= 0 || !self->landschap.zorgvormen.items[zorgvorm].consultatie ||
        sim_stream_uniform_at(&self->stream, inwoner->id, WMO_PURPOSE_CONSULTATIE) >=
            share) {
        return false;
    }
    WMO_RECORD_COUNT(&self->record, wmo_gemeente_plek(self, inwoner), consultatie);
    wmo_gemeente_note(self, row, WMO_JOURNAL_CONSULTATIE);
    return true;
}

/* --- Besluit --- */

bool wmo_toegang_has_besluit(const struct wmo_toegang *self)
{
    return self->besluit_duur.mean > 0;
}

enum sim_status wmo_toegang_begin_besluit(struct wmo_gemeente *self, uint32_t row)
{
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    const struct wmo_toegang *toegang = &self->landschap.toegang;
    double days = wmo_gemeente_draw(self, &toegang->besluit_duur, inwoner,
                                    WMO_PURPOSE_DUUR_BESLUIT);
    inwoner->toestand = WMO_TOESTAND_BESLUIT;
    wmo_gemeente_note(self, row, WMO_JOURNAL_BESLUIT);
    wmo_zorg_change(self, row, toegang->besluit_minutes_per_week);
    enum sim_status status =
        sim_engine_schedule(&self->engine, self->engine.now + sim_time_from_days(days),
                            WMO_EVENT_BESLUIT, row, &inwoner->event);
    return status == SIM_OK ? wmo_plaatsing_serve(self, inwoner->staff_team) : status;
}

/* --- Terms, counted from the melding --- */

/* Who was in the toegang at the start has no known melding, and who made it before the
 * run is left out as well. */
static bool is_followed(const struct wmo_gemeente *self,
                        const struct wmo_inwoner *inwoner, int days)
{
    return days > 0 && inwoner->zorgvorm == self->landschap.zorgvormen.buurtteam &&
           inwoner->melding >= 0;
}

static void count_term(struct wmo_gemeente *self, const struct wmo_inwoner *inwoner,
                       bool of_besluit, bool done)
{
    const struct wmo_toegang *toegang = &self->landschap.toegang;
    sim_time now = self->engine.now;
    int days = toegang->onderzoek_termijn + (of_besluit ? toegang->besluit_termijn : 0);
    sim_time last = inwoner->melding + days * SIM_DAY;
    if (!is_followed(self, inwoner, days) || (!done && now < last)) {
        return;
    }
    wmo_record_term(&self->record, wmo_gemeente_plek(self, inwoner),
                    of_besluit ? WMO_TERMIJN_BESLUIT : WMO_TERMIJN_ONDERZOEK, last,
                    done && now <= last);
}

void wmo_toegang_count_onderzoek(struct wmo_gemeente *self, uint32_t row)
{
    count_term(self, wmo_gemeente_inwoner(self, row), false, true);
}

void wmo_toegang_count_besluit(struct wmo_gemeente *self, uint32_t row)
{
    const struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    count_term(self, inwoner, true, true);
    if (inwoner->melding >= 0) {
        sim_time days = self->engine.now - inwoner->melding;
        struct wmo_plek plek = wmo_gemeente_plek(self, inwoner);
        WMO_RECORD_COUNT(&self->record, plek, besluiten);
        wmo_record_tel(&self->record, plek.line)->tot_besluit += days;
        wmo_record_tel(&self->record, plek.groep)->tot_besluit += days;
    }
}

void wmo_toegang_count_open(struct wmo_gemeente *self, uint32_t row)
{
    const struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    if (inwoner->toestand == WMO_TOESTAND_WACHT ||
        inwoner->toestand == WMO_TOESTAND_ONDERZOEK) {
        count_term(self, inwoner, false, false);
        count_term(self, inwoner, true, false);
    } else if (inwoner->toestand == WMO_TOESTAND_BESLUIT) {
        count_term(self, inwoner, true, false);
    }
}

/* --- Beschikking --- */

/* The minutes are made in one week, so as many a week are taken during a week. */
enum sim_status wmo_toegang_write_beschikking(struct wmo_gemeente *self, uint32_t row)
{
    const struct wmo_toegang *toegang = &self->landschap.toegang;
    int team = wmo_gemeente_inwoner(self, row)->staff_team;
    if (toegang->beschikking_minutes == 0 ||
        self->engine.now < toegang->beschikking_start) {
        return SIM_OK;
    }
    wmo_belasting_take(self, team, toegang->beschikking_minutes);
    wmo_gemeente_team(self, team)->beschikkingen++;
    return sim_engine_schedule(&self->engine, self->engine.now + 7 * SIM_DAY,
                               WMO_EVENT_BESCHIKKING, (uint32_t)team, NULL);
}

enum sim_status wmo_toegang_beschikking_ready(void *model, uint32_t team)
{
    struct wmo_gemeente *self = model;
    wmo_belasting_give(self, (int)team, self->landschap.toegang.beschikking_minutes);
    wmo_gemeente_team(self, (int)team)->beschikkingen--;
    return wmo_plaatsing_serve(self, (int)team);
}
