/* models/traject/weigering.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/traject/weigering.h"

#include "models/bekostiging/prikkel.h"
#include "models/gemeente/gemeente.h"
#include "models/traject/plaatsing.h"
#include "models/purpose.h"

void wmo_weigering_load(struct wmo_weigering *self, const struct sim_scenario *scenario)
{
    const char *zonder = "keuze.zonder_alternatief";
    sim_scenario_series_or(scenario, NULL, "keuze.weigering", 0, &self->aandeel);
    self->vertrekt = sim_scenario_has(scenario, NULL, zonder) &&
                     sim_scenario_choice(scenario, NULL, zonder) == 1;
    self->afwijzing = sim_scenario_real_or(scenario, NULL, "acceptatie.afwijzing", 0);
    self->complex_aandeel =
        sim_scenario_real_or(scenario, NULL, "acceptatie.complex_aandeel", 0);
}

/* --- The inwoner --- */

/* Whether another than that of its team takes new aanmeldingen. */
static bool has_alternative(const struct wmo_gemeente *self,
                            const struct wmo_inwoner *inwoner)
{
    const struct wmo_aanbieders *aanbieders = &self->landschap.aanbieders;
    const struct wmo_keuze *keuze = wmo_aanbieders_keuze(
        aanbieders, self->year_index, inwoner->zorgvorm, inwoner->wijk);
    int own = self->teams.items[inwoner->team].aanbod;
    bool has = false;
    for (int i = 0; i < keuze->count && !has; i++) {
        has = keuze->aanbod[i] != own &&
              wmo_aanbieders_takes(aanbieders, keuze->aanbod[i], self->year_index,
                                   inwoner->doelgroep);
    }
    return has;
}

bool wmo_weigering_refuses(struct wmo_gemeente *self, uint32_t row)
{
    const struct wmo_weigering *rule = &self->landschap.weigering;
    const struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    double share = sim_series_at(&rule->aandeel, wmo_gemeente_year(self));
    if (share <= 0 || inwoner->geweigerd != WMO_NONE || inwoner->rest > 0 ||
        !self->landschap.zorgvormen.items[inwoner->zorgvorm].weigering ||
        (!rule->vertrekt && !has_alternative(self, inwoner))) {
        return false;
    }
    sim_stream_seek_draw(&self->stream, inwoner->id, WMO_PURPOSE_WEIGERING,
                         (uint32_t)inwoner->zorgvorm);
    return sim_stream_uniform(&self->stream) < share;
}

enum sim_status wmo_weigering_carry_out(struct wmo_gemeente *self, uint32_t row,
                                        int team)
{
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    struct wmo_plek plek = wmo_gemeente_plek(self, inwoner);
    enum sim_status status = SIM_OK;
    if (inwoner->toestand == WMO_TOESTAND_WACHT) {
        status = wmo_plaatsing_leave_list(self, row);
    }
    if (status != SIM_OK) {
        return status;
    }
    WMO_RECORD_COUNT(&self->record, plek, geweigerd);
    wmo_gemeente_note(self, row, WMO_JOURNAL_WEIGERING);
    inwoner->toestand = WMO_TOESTAND_UIT_BEELD; /* for a moment */
    inwoner->geweigerd = (int16_t)self->teams.items[team].aanbod;
    if (has_alternative(self, inwoner)) {
        return wmo_plaatsing_enter_again(self, row);
    }
    wmo_record_not_started(&self->record, plek, inwoner->aanmelding, self->engine.now);
    WMO_RECORD_COUNT(&self->record, plek, uitval);
    wmo_gemeente_note(self, row, WMO_JOURNAL_UITVAL);
    return wmo_wachten_give_up(self, row);
}

/* --- The aanbieder --- */

/* Below the hours that a share of the inwoners needs at most, nobody is complex. */
static bool is_complex(const struct wmo_gemeente *self,
                       const struct wmo_inwoner *inwoner)
{
    const struct sim_dist *hours =
        &self->landschap.zorgvormen.items[inwoner->zorgvorm].uren_per_week;
    return sim_dist_cdf(hours, inwoner->minutes / 60.0) >
           1 - self->landschap.weigering.complex_aandeel;
}

bool wmo_weigering_takes(struct wmo_gemeente *self, const struct wmo_inwoner *inwoner,
                         int aanbod)
{
    double chance = wmo_prikkel_afwijzing(&self->landschap, aanbod);
    if (chance <= 0 || !is_complex(self, inwoner)) {
        return true;
    }
    sim_stream_seek_draw(&self->stream, inwoner->id, WMO_PURPOSE_AFWIJZING,
                         (uint32_t)aanbod);
    return sim_stream_uniform(&self->stream) >= chance;
}

void wmo_weigering_count_afgewezen(struct wmo_gemeente *self, uint32_t row, int team)
{
    const struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    struct wmo_plek plek = {
        .line = wmo_gemeente_line(self, team, inwoner->wijk),
        .groep = wmo_record_line_doelgroep(&self->record, inwoner->zorgvorm,
                                           inwoner->doelgroep),
    };
    WMO_RECORD_COUNT(&self->record, plek, afgewezen);
    struct wmo_inwoner there = *inwoner;
    there.team = (int16_t)team;
    wmo_gemeente_note_as(self, &there, WMO_JOURNAL_AFGEWEZEN, 0);
}
