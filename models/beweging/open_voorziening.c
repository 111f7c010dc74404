/* models/beweging/open_voorziening.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/beweging/open_voorziening.h"

#include <math.h>
#include <stdlib.h>

#include "models/events.h"
#include "models/gemeente/gemeente.h"
#include "models/gemeente/herkomst.h"
#include "models/traject/merk.h"
#include "models/purpose.h"
#include "models/beweging/ramp.h"
#include "models/zorg/uitstroom.h"

/* --- As the scenario describes it --- */

enum sim_status wmo_open_voorzieningen_load(struct wmo_open_voorzieningen *self,
                                            const struct sim_scenario *scenario)
{
    const char *list = "open_voorzieningen";
    self->count = sim_scenario_count(scenario, NULL, list);
    self->items = calloc((size_t)self->count + 1, sizeof *self->items);
    if (!self->items) {
        return SIM_ERR_NO_MEMORY;
    }
    for (int i = 0; i < self->count; i++) {
        const struct sim_node *node = sim_scenario_entry(scenario, NULL, list, i);
        struct wmo_open_voorziening *v = &self->items[i];
        v->naam = sim_scenario_text(scenario, node, "naam");
        v->titel = sim_scenario_text(scenario, node, "titel");
        v->zorgvorm = sim_scenario_reference(scenario, node, "zorgvorm");
        sim_scenario_series(scenario, node, "aandeel", &v->aandeel);
        sim_scenario_series(scenario, node, "plaatsen", &v->plaatsen);
        int year = sim_scenario_date(scenario, NULL, "periode.start").year;
        wmo_ramp_scale(&v->aandeel, scenario, node, year);
        wmo_ramp_scale(&v->plaatsen, scenario, node, year);
        v->euro_per_plaats = sim_scenario_real(scenario, node, "euro_per_plaats");
        v->aanzuiging = sim_scenario_real_or(scenario, node, "aanzuiging", 0);
        v->uit_zorgvorm = sim_scenario_has(scenario, node, "uit_budget_zorgvorm") &&
                          sim_scenario_boolean(scenario, node, "uit_budget_zorgvorm");
    }
    return SIM_OK;
}

void wmo_open_voorzieningen_free(struct wmo_open_voorzieningen *self)
{
    free(self->items);
    self->items = NULL;
}

/* Places of [voorziening] in [wijk] in [year]: divided as the need for its zorgvorm. */
static double places(const struct wmo_landschap *l, int voorziening, int wijk, int year)
{
    const struct wmo_open_voorziening *v = &l->open.items[voorziening];
    return sim_series_at(&v->plaatsen, year) *
           wmo_wijken_aandeel(&l->wijken, wijk,
                              l->zorgvormen.items[v->zorgvorm].gewicht_65plus, year);
}

double wmo_open_voorziening_euro(const struct wmo_landschap *l, int voorziening,
                                 int wijk, int year)
{
    return places(l, voorziening, wijk, year) *
           l->open.items[voorziening].euro_per_plaats *
           pow(1 + l->begroting.loonkosten_groei, year - l->begroting.prijspeil);
}

double wmo_open_voorzieningen_uit_zorgvorm(const struct wmo_landschap *l, int zorgvorm,
                                           int wijk, int year)
{
    double euro = 0;
    for (int v = 0; v < l->open.count; v++) {
        if (l->open.items[v].uit_zorgvorm && l->open.items[v].zorgvorm == zorgvorm) {
            euro += wmo_open_voorziening_euro(l, v, wijk, year);
        }
    }
    return euro;
}

/* --- During a replication --- */

enum sim_status wmo_open_plaatsen_init(struct wmo_open_plaatsen *self,
                                       const struct wmo_landschap *l)
{
    size_t wijken = (size_t)l->wijken.count;
    self->items = calloc((size_t)l->open.count * wijken + 1, sizeof *self->items);
    self->extra = calloc(wijken, sizeof *self->extra);
    return self->items && self->extra ? SIM_OK : SIM_ERR_NO_MEMORY;
}

void wmo_open_plaatsen_free(struct wmo_open_plaatsen *self)
{
    free(self->items);
    free(self->extra);
}

void wmo_open_plaatsen_reset(struct wmo_open_plaatsen *self,
                             const struct wmo_landschap *l)
{
    for (int i = 0; i < l->open.count * l->wijken.count; i++) {
        sim_resource_init(&self->items[i], 0);
    }
    for (int w = 0; w < l->wijken.count; w++) {
        self->extra[w] = 0;
    }
}

static struct sim_resource *places_of(struct wmo_gemeente *self, int voorziening,
                                      int wijk)
{
    return &self->open.items[voorziening * self->landschap.wijken.count + wijk];
}

static struct wmo_tel *tel_of(struct wmo_gemeente *self, int wijk)
{
    return wmo_record_tel(&self->record, wmo_gemeente_line_sociale_basis(self, wijk));
}

void wmo_open_voorzieningen_new_year(struct wmo_gemeente *self)
{
    const struct wmo_landschap *l = &self->landschap;
    int year = l->periode.first_year + self->year_index;
    for (int v = 0; v < l->open.count; v++) {
        for (int w = 0; w < l->wijken.count; w++) {
            sim_resource_set_capacity(places_of(self, v, w),
                                      (int64_t)(places(l, v, w, year) + 0.5),
                                      self->engine.now);
            WMO_GROOTBOEK_BOOK(self, wmo_gemeente_line_sociale_basis(self, w),
                               open_cents,
                               llround(100 * wmo_open_voorziening_euro(l, v, w, year)));
        }
    }
}

void wmo_open_voorzieningen_flush(struct wmo_gemeente *self)
{
    for (int v = 0; v < self->landschap.open.count; v++) {
        for (int w = 0; w < self->landschap.wijken.count; w++) {
            tel_of(self, w)->open_area +=
                sim_timeavg_flush(&places_of(self, v, w)->used_level, self->engine.now);
        }
    }
}

static int voorziening_for(const struct wmo_landschap *l, int zorgvorm)
{
    for (int v = 0; v < l->open.count; v++) {
        if (l->open.items[v].zorgvorm == zorgvorm) {
            return v;
        }
    }
    return WMO_NONE;
}

static bool take_place(struct wmo_gemeente *self, int voorziening, int wijk)
{
    bool taken =
        sim_resource_seize(places_of(self, voorziening, wijk), 1, self->engine.now);
    tel_of(self, wijk)->open_geen_plaats += !taken;
    return taken;
}

bool wmo_open_voorziening_takes(struct wmo_gemeente *self, uint32_t row, int zorgvorm)
{
    const struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    int voorziening = voorziening_for(&self->landschap, zorgvorm);
    if (voorziening == WMO_NONE) {
        return false;
    }
    double year = self->landschap.periode.first_year +
                  (double)self->engine.now / (365.25 * (double)SIM_DAY);
    double u =
        sim_stream_uniform_at(&self->stream, inwoner->id, WMO_PURPOSE_OPEN_VOORZIENING);
    return u < sim_series_at(&self->landschap.open.items[voorziening].aandeel, year) &&
           take_place(self, voorziening, inwoner->wijk);
}

/* [row] uses a place from now on. */
static enum sim_status use(struct wmo_gemeente *self, uint32_t row, int zorgvorm)
{
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    inwoner->toestand = WMO_TOESTAND_OPEN;
    inwoner->zorgvorm = (int16_t)zorgvorm;
    tel_of(self, inwoner->wijk)->open_gestart++;
    wmo_gemeente_note(self, row, WMO_JOURNAL_OPEN_VOORZIENING);
    enum wmo_reden reden;
    double days = wmo_uitstroom_draw(self, inwoner, zorgvorm, false, &reden);
    return sim_engine_schedule(&self->engine,
                               self->engine.now + sim_time_from_days(days),
                               WMO_EVENT_UIT_OPEN, row, &inwoner->event);
}

/* Another comes along who would not have asked; for want of a place, goes again. */
static enum sim_status bring_another(struct wmo_gemeente *self, int voorziening,
                                     int wijk)
{
    if (!take_place(self, voorziening, wijk)) {
        return SIM_OK;
    }
    int zorgvorm = self->landschap.open.items[voorziening].zorgvorm;
    uint64_t id = wmo_inwoner_id(WMO_HERKOMST_AANZUIGING, wijk,
                                 (uint64_t)self->open.extra[wijk]++);
    uint32_t row;
    enum sim_status status = wmo_gemeente_arrive(self, id, wijk, &row);
    if (status != SIM_OK) {
        return status;
    }
    wmo_merk_aanmelding(self, row, zorgvorm);
    tel_of(self, wijk)->open_aanzuiging++;
    return use(self, row, zorgvorm);
}

enum sim_status wmo_open_voorziening_begin(struct wmo_gemeente *self, uint32_t row,
                                           int zorgvorm)
{
    uint64_t id = wmo_gemeente_inwoner(self, row)->id;
    int wijk = wmo_gemeente_inwoner(self, row)->wijk;
    int voorziening = voorziening_for(&self->landschap, zorgvorm);
    enum sim_status status = use(self, row, zorgvorm);
    double u = sim_stream_uniform_at(&self->stream, id, WMO_PURPOSE_AANZUIGING);
    if (status == SIM_OK && u < self->landschap.open.items[voorziening].aanzuiging) {
        status = bring_another(self, voorziening, wijk);
    }
    return status;
}

int64_t wmo_open_plaatsen_used(const struct wmo_gemeente *self)
{
    int64_t used = 0;
    for (int i = 0; i < self->landschap.open.count * self->landschap.wijken.count;
         i++) {
        used += self->open.items[i].used;
    }
    return used;
}

enum sim_status wmo_open_voorziening_uit(void *model, uint32_t row)
{
    struct wmo_gemeente *self = model;
    const struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    int voorziening = voorziening_for(&self->landschap, inwoner->zorgvorm);
    sim_resource_release(places_of(self, voorziening, inwoner->wijk), 1,
                         self->engine.now);
    wmo_gemeente_note(self, row, WMO_JOURNAL_UIT_OPEN);
    wmo_gemeente_leave(self, row);
    return SIM_OK;
}
