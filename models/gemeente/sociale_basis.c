/* models/gemeente/sociale_basis.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/gemeente/sociale_basis.h"

#include <math.h>
#include <stdlib.h>

#include "models/events.h"
#include "models/gemeente/gemeente.h"
#include "models/gemeente/herkomst.h"
#include "models/traject/merk.h"
#include "models/purpose.h"

/* --- As the scenario describes it --- */

static enum sim_status load_investering(struct wmo_investering *self,
                                        const struct sim_scenario *scenario,
                                        const struct sim_node *node,
                                        struct sim_date origin)
{
    sim_scenario_series(scenario, node, "bedrag", &self->euro_per_year);
    self->euro_per_plaats = sim_scenario_real(scenario, node, "euro_per_plaats");
    self->euro_per_plaats /= sim_scenario_real_or(scenario, node, "slaagt", 1);
    self->delay =
        sim_time_from_days(sim_scenario_real_or(scenario, node, "vertraging", 0));
    self->start = sim_date_since(origin, sim_scenario_date(scenario, node, "start"));
    self->einde =
        sim_scenario_has(scenario, node, "einde")
            ? sim_date_since(origin, sim_scenario_date(scenario, node, "einde"))
            : SIM_TIME_NEVER;
    return wmo_wijken_load_gebied(&self->gebied, scenario, node);
}

enum sim_status wmo_sociale_basis_load(struct wmo_sociale_basis *self,
                                       const struct sim_scenario *scenario,
                                       struct sim_date origin)
{
    const struct sim_node *node = sim_scenario_find(scenario, NULL, "sociale_basis");
    sim_scenario_series(scenario, node, "plaatsen", &self->plaatsen);
    self->bezetting_begin = sim_scenario_real(scenario, node, "bezetting_begin");
    self->aandeel_passend = sim_scenario_real(scenario, node, "aandeel_passend");
    sim_scenario_dist(scenario, node, "verblijfsduur", &self->verblijfsduur);
    self->verdeling = sim_scenario_has(scenario, node, "verdeling")
                          ? (enum wmo_plaatsen_verdeling)sim_scenario_choice(
                                scenario, node, "verdeling")
                          : WMO_PLAATSEN_VRAAG;
    self->vrijwilligers =
        sim_scenario_real_or(scenario, NULL, "vrijwilligers.aantal", 0);
    self->vrijwilligers_growth =
        sim_scenario_real_or(scenario, NULL, "vrijwilligers.groei", 0);
    self->plaatsen_per_vrijwilliger = sim_scenario_real_or(
        scenario, NULL, "vrijwilligers.plaatsen_per_vrijwilliger", 0);
    self->peiljaar = (int)sim_scenario_integer(scenario, NULL, "hulpvragen.peiljaar");
    const char *list = "sociale_basis.investeringen";
    self->investering_count = sim_scenario_count(scenario, NULL, list);
    self->investeringen =
        calloc((size_t)self->investering_count + 1, sizeof *self->investeringen);
    enum sim_status status = self->investeringen ? SIM_OK : SIM_ERR_NO_MEMORY;
    for (int i = 0; i < self->investering_count && status == SIM_OK; i++) {
        status = load_investering(&self->investeringen[i], scenario,
                                  sim_scenario_entry(scenario, NULL, list, i), origin);
    }
    return status;
}

void wmo_sociale_basis_free(struct wmo_sociale_basis *self)
{
    for (int i = 0; self->investeringen && i < self->investering_count; i++) {
        free(self->investeringen[i].gebied);
    }
    free(self->investeringen);
    self->investeringen = NULL;
}

/* The part of the places of the city that [wijk] has. */
static double share_of_wijk(const struct wmo_sociale_basis *self,
                            const struct wmo_wijken *wijken, int wijk, int year)
{
    switch (self->verdeling) {
    case WMO_PLAATSEN_INWONERS:
        return wmo_wijken_inwoners(wijken, wijk, year) / wmo_wijken_stad(wijken, year);
    case WMO_PLAATSEN_GELIJK:
        return 1.0 / wijken->count;
    case WMO_PLAATSEN_VRAAG:
        break;
    }
    return wmo_wijken_aandeel(wijken, wijk, 0, year);
}

/* The part of what [investering] pays for that is in [wijk]. */
static double share_of_investering(const struct wmo_sociale_basis *self,
                                   const struct wmo_investering *investering,
                                   const struct wmo_wijken *wijken, int wijk, int year)
{
    double sum = 0;
    for (int w = 0; w < wijken->count && investering->gebied; w++) {
        sum += investering->gebied[w] ? share_of_wijk(self, wijken, w, year) : 0;
    }
    double share = share_of_wijk(self, wijken, wijk, year);
    if (!investering->gebied) {
        return share;
    }
    return investering->gebied[wijk] && sum > 0 ? share / sum : 0;
}

double wmo_sociale_basis_plaatsen(const struct wmo_sociale_basis *self,
                                  const struct wmo_wijken *wijken, int wijk, int year,
                                  sim_time now)
{
    double city = sim_series_at(&self->plaatsen, year) +
                  self->vrijwilligers * self->plaatsen_per_vrijwilliger *
                      pow(1 + self->vrijwilligers_growth, year - self->peiljaar);
    double places = city * share_of_wijk(self, wijken, wijk, year);
    for (int i = 0; i < self->investering_count; i++) {
        const struct wmo_investering *investering = &self->investeringen[i];
        if (now >= investering->start + investering->delay &&
            now < investering->einde) {
            places += sim_series_at(&investering->euro_per_year, year) /
                      investering->euro_per_plaats *
                      share_of_investering(self, investering, wijken, wijk, year);
        }
    }
    return places;
}

double wmo_sociale_basis_euro(const struct wmo_sociale_basis *self,
                              const struct wmo_wijken *wijken, int wijk, int year,
                              sim_time from, sim_time to)
{
    double euro = 0;
    for (int i = 0; i < self->investering_count; i++) {
        const struct wmo_investering *investering = &self->investeringen[i];
        sim_time first = investering->start > from ? investering->start : from;
        sim_time last = investering->einde < to ? investering->einde : to;
        if (last > first) {
            euro += sim_series_at(&investering->euro_per_year, year) *
                    (double)(last - first) / (double)(to - from) *
                    share_of_investering(self, investering, wijken, wijk, year);
        }
    }
    return euro;
}

/* --- During a replication --- */

static int present_year(const struct wmo_gemeente *self)
{
    return self->landschap.periode.first_year + self->year_index;
}

void wmo_sociale_basis_set_plaatsen(struct wmo_gemeente *self)
{
    const struct wmo_landschap *l = &self->landschap;
    for (int w = 0; w < l->wijken.count; w++) {
        double places = wmo_sociale_basis_plaatsen(
            &l->sociale_basis, &l->wijken, w, present_year(self), self->engine.now);
        sim_resource_set_capacity(&self->plaatsen[w], (int64_t)(places + 0.5),
                                  self->engine.now);
    }
}

void wmo_sociale_basis_book(struct wmo_gemeente *self)
{
    const struct wmo_landschap *l = &self->landschap;
    int year = present_year(self);
    double index = pow(1 + l->begroting.indexatie, year - l->begroting.prijspeil);
    for (int w = 0; w < l->wijken.count && l->sociale_basis.investering_count > 0;
         w++) {
        double euro =
            wmo_sociale_basis_euro(&l->sociale_basis, &l->wijken, w, year,
                                   l->periode.year_start[self->year_index],
                                   l->periode.year_start[self->year_index + 1]);
        WMO_GROOTBOEK_BOOK(self, wmo_gemeente_line_sociale_basis(self, w),
                           investering_cents, llround(100 * euro * index));
    }
}

enum sim_status wmo_sociale_basis_schedule(struct wmo_gemeente *self)
{
    const struct wmo_landschap *l = &self->landschap;
    sim_time end = l->periode.year_start[l->periode.year_count];
    enum sim_status status = SIM_OK;
    for (int i = 0; i < l->sociale_basis.investering_count; i++) {
        const struct wmo_investering *v = &l->sociale_basis.investeringen[i];
        const sim_time days[] = {v->start + v->delay, v->einde};
        for (int d = 0; d < 2 && status == SIM_OK; d++) {
            if (days[d] > 0 && days[d] < end) {
                status = sim_engine_schedule(&self->engine, days[d], WMO_EVENT_PLAATSEN,
                                             0, NULL);
            }
        }
    }
    return status;
}

enum sim_status wmo_sociale_basis_plaatsen_event(void *model, uint32_t unused)
{
    struct wmo_gemeente *self = model;
    (void)unused;
    wmo_sociale_basis_set_plaatsen(self);
    enum sim_status status = SIM_OK;
    for (int w = 0; w < self->landschap.wijken.count && status == SIM_OK; w++) {
        status = wmo_wens_serve_sociale_basis(self, w);
    }
    return status;
}

/* The chance that the sociale basis can answer the hulpvraag of [inwoner]. */
static double chance_past(const struct wmo_landschap *l, int year_index,
                          const struct wmo_inwoner *inwoner)
{
    return inwoner->doelgroep == WMO_GEEN_DOELGROEP
               ? l->sociale_basis.aandeel_passend
               : wmo_doelgroepmix_past(&l->mix, year_index, inwoner->wijk,
                                       inwoner->doelgroep);
}

enum sim_status wmo_sociale_basis_use(struct wmo_gemeente *self, uint32_t row,
                                      bool under_way)
{
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    const struct sim_dist *duration = &self->landschap.sociale_basis.verblijfsduur;
    inwoner->toestand = WMO_TOESTAND_SOCIALE_BASIS;
    wmo_record_care(&self->record, wmo_gemeente_plek(self, inwoner), 1,
                    self->engine.now);
    sim_stream_seek(&self->stream, inwoner->id, WMO_PURPOSE_DUUR_SOCIALE_BASIS);
    double days = under_way ? sim_dist_draw_residual(duration, &self->stream)
                            : sim_dist_draw(duration, &self->stream);
    return sim_engine_schedule(&self->engine,
                               self->engine.now + sim_time_from_days(days),
                               WMO_EVENT_UIT_SOCIALE_BASIS, row, &inwoner->event);
}

enum sim_status wmo_sociale_basis_hulpvraag(struct wmo_gemeente *self, uint32_t row,
                                            bool *taken)
{
    const struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    double u = sim_stream_uniform_at(&self->stream, inwoner->id,
                                     WMO_PURPOSE_PAST_SOCIALE_BASIS);
    *taken = false;
    if (u >= chance_past(&self->landschap, self->year_index, inwoner)) {
        return SIM_OK;
    }
    struct wmo_plek plek = wmo_gemeente_plek(self, inwoner);
    WMO_RECORD_COUNT(&self->record, plek, aangemeld);
    *taken = sim_resource_seize(&self->plaatsen[inwoner->wijk], 1, self->engine.now);
    if (!*taken) {
        WMO_RECORD_COUNT(&self->record, plek, geen_plaats);
        wmo_gemeente_note(self, row, WMO_JOURNAL_GEEN_PLAATS);
        return SIM_OK;
    }
    WMO_RECORD_COUNT(&self->record, plek, gestart);
    wmo_gemeente_note(self, row, WMO_JOURNAL_SOCIALE_BASIS);
    return wmo_sociale_basis_use(self, row, false);
}

enum sim_status wmo_sociale_basis_uit(void *model, uint32_t row)
{
    struct wmo_gemeente *self = model;
    const struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    struct wmo_plek plek = wmo_gemeente_plek(self, inwoner);
    int wijk = inwoner->wijk;
    sim_resource_release(&self->plaatsen[wijk], 1, self->engine.now);
    wmo_record_care(&self->record, plek, -1, self->engine.now);
    WMO_RECORD_COUNT(&self->record, plek, uitstroom);
    wmo_gemeente_note(self, row, WMO_JOURNAL_UIT_SOCIALE_BASIS);
    wmo_gemeente_leave(self, row);
    return wmo_wens_serve_sociale_basis(self, wijk);
}

static enum sim_status fill_wijk(struct wmo_gemeente *self, int wijk)
{
    struct sim_resource *plaatsen = &self->plaatsen[wijk];
    double used =
        (double)plaatsen->capacity * self->landschap.sociale_basis.bezetting_begin;
    enum sim_status status = SIM_OK;
    for (int64_t i = 0; i < (int64_t)(used + 0.5) && status == SIM_OK; i++) {
        uint64_t id =
            wmo_inwoner_id(WMO_HERKOMST_BEGIN_SOCIALE_BASIS, wijk, (uint64_t)i);
        uint32_t row;
        status = wmo_gemeente_arrive(self, id, wijk, &row);
        if (status == SIM_OK) {
            wmo_merk_in_sociale_basis(self, row);
            sim_resource_force(plaatsen, 1, 0);
            wmo_gemeente_note(self, row, WMO_JOURNAL_BEGIN_SOCIALE_BASIS);
            status = wmo_sociale_basis_use(self, row, true);
        }
    }
    return status;
}

enum sim_status wmo_sociale_basis_fill(struct wmo_gemeente *self)
{
    enum sim_status status = SIM_OK;
    for (int w = 0; w < self->landschap.wijken.count && status == SIM_OK; w++) {
        status = fill_wijk(self, w);
    }
    return status;
}
