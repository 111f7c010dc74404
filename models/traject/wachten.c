/* models/traject/wachten.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/traject/wachten.h"

#include <math.h>

#include "models/events.h"
#include "models/gemeente/gemeente.h"
#include "models/traject/plaatsing.h"
#include "models/purpose.h"
#include "models/zorg/respijt.h"
#include "models/traject/traject.h"

static void dist_or_none(const struct sim_scenario *s, const char *path,
                         struct sim_dist *dist)
{
    if (sim_scenario_has(s, NULL, path)) {
        sim_scenario_dist(s, NULL, path, dist);
    }
}

void wmo_wachten_load(struct wmo_wachten *self, const struct sim_scenario *scenario)
{
    self->urgent_aandeel = sim_scenario_real_or(scenario, NULL, "urgentie.aandeel", 0);
    self->escalatie_na = sim_scenario_real_or(scenario, NULL, "escalatie.na", 0);
    self->escalatie_per_day =
        -log1p(-sim_scenario_real_or(scenario, NULL, "escalatie.kans", 0)) / 90;
    self->demping = sim_scenario_real_or(scenario, NULL, "escalatie.demping", 0);
    self->extra_uren = sim_scenario_real_or(scenario, NULL, "escalatie.extra_uren", 0);
    self->naar_verblijf =
        sim_scenario_real_or(scenario, NULL, "escalatie.naar_verblijf", 0);
    self->verblijf_euro =
        sim_scenario_real_or(scenario, NULL, "escalatie.verblijf_kosten", 0);
    dist_or_none(scenario, "escalatie.verblijf_duur", &self->verblijf);
    self->terugkeer = sim_scenario_real_or(scenario, NULL, "terugkeer.aandeel", 0);
    dist_or_none(scenario, "terugkeer.na", &self->terugkeer_na);
    self->terugkeer_zwaarder =
        sim_scenario_real_or(scenario, NULL, "terugkeer.zwaarder", 1);
}

/* --- Who comes on a list --- */

static double urgent_share(const struct wmo_landschap *l,
                           const struct wmo_inwoner *inwoner)
{
    return inwoner->doelgroep < l->doelgroepen.count
               ? l->doelgroepen.items[inwoner->doelgroep].urgent_aandeel
               : l->wachten.urgent_aandeel;
}

void wmo_wachten_weigh(struct wmo_gemeente *self, uint32_t row)
{
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    double share = urgent_share(&self->landschap, inwoner);
    bool urgent = share > 0 && sim_stream_uniform_at(&self->stream, inwoner->id,
                                                     WMO_PURPOSE_URGENTIE) < share;
    inwoner->urgentie = urgent ? 0 : 1;
    inwoner->extra_minutes = 0;
    inwoner->geescaleerd = false;
    inwoner->geweigerd = WMO_NONE;
    if (inwoner->zorgvorm == inwoner->gezocht) {
        inwoner->gezocht = WMO_NONE; /* found */
    }
    if (inwoner->keer > 0 &&
        inwoner->zorgvorm != self->landschap.zorgvormen.buurtteam) {
        double factor = pow(self->landschap.wachten.terugkeer_zwaarder, inwoner->keer);
        inwoner->extra_minutes = (int32_t)lround((factor - 1) * inwoner->minutes);
        inwoner->minutes += inwoner->extra_minutes;
    }
}

/* --- Escalatie --- */

static double hazard(const struct wmo_gemeente *self, const struct wmo_inwoner *inwoner)
{
    const struct wmo_wachten *rule = &self->landschap.wachten;
    if (inwoner->geescaleerd ||
        !self->landschap.zorgvormen.items[inwoner->zorgvorm].escalatie) {
        return 0;
    }
    return rule->escalatie_per_day *
           (inwoner->overbrugging > 0 ? 1 - rule->demping : 1);
}

/* Before the run nobody on the beginlijst has escalated: their time begins with it. */
enum sim_status wmo_wachten_begin(struct wmo_gemeente *self, uint32_t row)
{
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    double per_day = hazard(self, inwoner);
    if (per_day <= 0) {
        return SIM_OK;
    }
    sim_stream_seek_draw(&self->stream, inwoner->id, WMO_PURPOSE_ESCALATIE,
                         (uint32_t)inwoner->zorgvorm);
    double days = -log(sim_stream_uniform(&self->stream)) / per_day;
    sim_time from =
        inwoner->aanmelding + sim_time_from_days(self->landschap.wachten.escalatie_na);
    sim_time time = (from > 0 ? from : 0) + sim_time_from_days(days);
    inwoner->escalatie_op = time > self->engine.now ? time : self->engine.now;
    enum sim_status status =
        sim_engine_schedule(&self->engine, inwoner->escalatie_op, WMO_EVENT_ESCALATIE,
                            row, &inwoner->escalatie);
    return status == SIM_OK ? wmo_respijt_ask(self, row) : status;
}

static enum sim_status ask_more_hours(struct wmo_gemeente *self, uint32_t row)
{
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    int32_t extra =
        (int32_t)lround(self->landschap.wachten.extra_uren * inwoner->minutes);
    inwoner->geescaleerd = true;
    inwoner->extra_minutes += extra;
    return wmo_plaatsing_change(self, row, inwoner->minutes + extra, inwoner->urgentie,
                                inwoner->specialisme);
}

static void count_verblijf(struct wmo_gemeente *self, const struct wmo_inwoner *inwoner,
                           int step)
{
    struct wmo_plek plek = wmo_gemeente_plek(self, inwoner);
    sim_timeavg_add(&self->record.lijn[plek.line].verblijf, step, self->engine.now);
    sim_timeavg_add(&self->record.lijn[plek.groep].verblijf, step, self->engine.now);
}

static enum sim_status go_to_verblijf(struct wmo_gemeente *self, uint32_t row)
{
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    struct wmo_plek plek = wmo_gemeente_plek(self, inwoner);
    sim_time now = self->engine.now;
    enum sim_status status = wmo_plaatsing_leave_list(self, row);
    if (status != SIM_OK) {
        return status;
    }
    wmo_record_not_started(&self->record, plek, inwoner->aanmelding, now);
    WMO_RECORD_COUNT(&self->record, plek, naar_verblijf);
    wmo_gemeente_note(self, row, WMO_JOURNAL_NAAR_VERBLIJF);
    inwoner->toestand = WMO_TOESTAND_VERBLIJF;
    count_verblijf(self, inwoner, 1);
    double days = wmo_gemeente_draw(self, &self->landschap.wachten.verblijf, inwoner,
                                    WMO_PURPOSE_DUUR_VERBLIJF);
    status = sim_engine_schedule(&self->engine, now + sim_time_from_days(days),
                                 WMO_EVENT_UIT_VERBLIJF, row, &inwoner->event);
    return status == SIM_OK ? wmo_plaatsing_serve(self, inwoner->team) : status;
}

enum sim_status wmo_wachten_escalatie(void *model, uint32_t row)
{
    struct wmo_gemeente *self = model;
    const struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    WMO_RECORD_COUNT(&self->record, wmo_gemeente_plek(self, inwoner), escalatie);
    wmo_gemeente_note(self, row, WMO_JOURNAL_ESCALATIE);
    double u =
        sim_stream_uniform_at(&self->stream, inwoner->id, WMO_PURPOSE_NAAR_VERBLIJF);
    return u < self->landschap.wachten.naar_verblijf ? go_to_verblijf(self, row)
                                                     : ask_more_hours(self, row);
}

enum sim_status wmo_wachten_uit_verblijf(void *model, uint32_t row)
{
    struct wmo_gemeente *self = model;
    count_verblijf(self, wmo_gemeente_inwoner(self, row), -1);
    wmo_gemeente_note(self, row, WMO_JOURNAL_UIT_VERBLIJF);
    wmo_gemeente_leave(self, row);
    return SIM_OK;
}

/* --- Giving up, and coming back --- */

enum sim_status wmo_wachten_give_up(struct wmo_gemeente *self, uint32_t row)
{
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    const struct wmo_wachten *rule = &self->landschap.wachten;
    if (rule->terugkeer <= 0 || wmo_inwoner_episode(inwoner->id) == WMO_EPISODE_MAX ||
        sim_stream_uniform_at(&self->stream, inwoner->id,
                              WMO_PURPOSE_TERUG_NA_UITVAL) >= rule->terugkeer) {
        wmo_gemeente_leave(self, row);
        return SIM_OK;
    }
    inwoner->toestand = WMO_TOESTAND_UIT_BEELD;
    double days = wmo_gemeente_draw(self, &rule->terugkeer_na, inwoner,
                                    WMO_PURPOSE_TERUG_NA_UITVAL_DUUR);
    return sim_engine_schedule(&self->engine,
                               self->engine.now + sim_time_from_days(days),
                               WMO_EVENT_TERUGKEER, row, &inwoner->event);
}

/* Who gave up on aanvullende zorg is known to need it: the onderzoek finds it again. */
enum sim_status wmo_wachten_terugkeer(void *model, uint32_t row)
{
    struct wmo_gemeente *self = model;
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    const struct wmo_zorgvormen *zorgvormen = &self->landschap.zorgvormen;
    int zorgvorm = inwoner->zorgvorm;
    bool by_buurtteam = zorgvormen->items[zorgvorm].verwijzing > 0;
    WMO_RECORD_COUNT(&self->record, wmo_gemeente_plek(self, inwoner), terugkeer);
    inwoner->id = wmo_inwoner_next_episode(inwoner->id);
    inwoner->keer++;
    if (by_buurtteam) {
        inwoner->gezocht = (int16_t)zorgvorm;
    }
    wmo_gemeente_note(self, row, WMO_JOURNAL_TERUGKEER);
    wmo_traject_set_zorgvorm(self, row,
                             by_buurtteam ? zorgvormen->buurtteam : zorgvorm);
    return wmo_plaatsing_enter(self, row);
}

/* --- Euros --- */

void wmo_wachten_count_extra(struct wmo_gemeente *self, uint32_t row, int step)
{
    const struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    if (inwoner->extra_minutes == 0) {
        return;
    }
    struct wmo_plek plek = wmo_gemeente_plek(self, inwoner);
    int64_t minutes = (int64_t)step * inwoner->extra_minutes;
    sim_timeavg_add(&self->record.lijn[plek.line].extra, minutes, self->engine.now);
    sim_timeavg_add(&self->record.lijn[plek.groep].extra, minutes, self->engine.now);
}

/* What waiting cost on a line of [aanbod]. */
static void flush_line(struct wmo_gemeente *self, int line, int aanbod)
{
    const struct wmo_landschap *l = &self->landschap;
    const sim_time *year_start = &l->periode.year_start[self->year_index];
    double year = (double)(year_start[1] - year_start[0]);
    struct wmo_lijn *lijn = &self->record.lijn[line];
    struct wmo_tel *tel = wmo_record_tel(&self->record, line);
    int64_t extra = sim_timeavg_flush(&lijn->extra, self->engine.now);
    int64_t verblijf = sim_timeavg_flush(&lijn->verblijf, self->engine.now);
    if (extra == 0 && verblijf == 0) {
        return;
    }
    double minute_cents =
        wmo_formatieplan_prijs(&self->formatieplan, self->year_index, aanbod)
            ->minute_cents;
    double verblijf_cents =
        100 * l->wachten.verblijf_euro *
        pow(1 + l->begroting.loonkosten_groei,
            l->periode.first_year + self->year_index - l->begroting.prijspeil);
    tel->verblijf_area += verblijf;
    tel->extra_cents += llround((double)extra / year * minute_cents);
    WMO_GROOTBOEK_BOOK(self, line, verblijf_cents,
                       llround((double)verblijf / year * verblijf_cents));
}

/* Of doelgroepen no euros are told. */
static void flush_doelgroep(struct wmo_gemeente *self, int line)
{
    struct wmo_lijn *lijn = &self->record.lijn[line];
    sim_timeavg_flush(&lijn->extra, self->engine.now);
    wmo_record_tel(&self->record, line)->verblijf_area +=
        sim_timeavg_flush(&lijn->verblijf, self->engine.now);
}

void wmo_wachten_flush(struct wmo_gemeente *self)
{
    const struct wmo_landschap *l = &self->landschap;
    for (int a = 0; a < l->aanbieders.aanbod_count; a++) {
        for (int w = 0; w < l->wijken.count; w++) {
            flush_line(self, wmo_record_line(&self->record, a, w), a);
        }
    }
    for (int z = 0; z < l->zorgvormen.count; z++) {
        for (int d = 0; d <= l->doelgroepen.count; d++) {
            flush_doelgroep(self, wmo_record_line_doelgroep(&self->record, z, d));
        }
    }
}
