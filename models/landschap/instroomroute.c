/* models/landschap/instroomroute.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/landschap/instroomroute.h"

#include <math.h>
#include <stdlib.h>

#include "models/landschap/doelgroep.h"
#include "models/gemeente/herkomst.h"

/* What a zorgvorm has of its own accord. */
static void from_zorgvorm(struct wmo_instroomroute *self, int zorgvorm,
                          const struct wmo_zorgvorm *z)
{
    *self = (struct wmo_instroomroute){
        .naam = z->naam,
        .titel = z->titel,
        .naar = zorgvorm,
        .doelgroep = WMO_GEEN_DOELGROEP,
        .per_year = z->instroom_per_year,
        .trend_per_year = z->trend_per_year,
        .gewicht_65plus = z->gewicht_65plus,
        .start = 0,
        .einde = SIM_TIME_NEVER,
    };
}

static enum sim_status load_one(struct wmo_instroomroute *self,
                                const struct sim_scenario *scenario,
                                const struct sim_node *node,
                                const struct wmo_zorgvormen *zorgvormen,
                                struct sim_date origin)
{
    int naar = sim_scenario_reference(scenario, node, "naar");
    from_zorgvorm(self, naar, &zorgvormen->items[naar]);
    self->naam = sim_scenario_text(scenario, node, "naam");
    self->titel = sim_scenario_text(scenario, node, "titel");
    self->per_year = sim_scenario_real(scenario, node, "per_jaar");
    self->trend_per_year = sim_scenario_real_or(scenario, node, "trend", 0);
    self->gewicht_65plus =
        sim_scenario_real_or(scenario, node, "gewicht_65plus", self->gewicht_65plus);
    if (sim_scenario_has(scenario, node, "doelgroep")) {
        self->doelgroep = sim_scenario_reference(scenario, node, "doelgroep");
    }
    if (sim_scenario_has(scenario, node, "start")) {
        self->start =
            sim_date_since(origin, sim_scenario_date(scenario, node, "start"));
    }
    if (sim_scenario_has(scenario, node, "einde")) {
        self->einde =
            sim_date_since(origin, sim_scenario_date(scenario, node, "einde"));
    }
    return wmo_wijken_load_gebied(&self->gebied, scenario, node);
}

enum sim_status wmo_instroomroutes_load(struct wmo_instroomroutes *self,
                                        const struct sim_scenario *scenario,
                                        const struct wmo_zorgvormen *zorgvormen,
                                        struct sim_date origin)
{
    self->zorgvorm_count = zorgvormen->count;
    self->count =
        zorgvormen->count + sim_scenario_count(scenario, NULL, "instroomroutes");
    self->peiljaar = (int)sim_scenario_integer(scenario, NULL, "hulpvragen.peiljaar");
    self->items = calloc((size_t)self->count, sizeof *self->items);
    if (!self->items) {
        return SIM_ERR_NO_MEMORY;
    }
    for (int z = 0; z < zorgvormen->count; z++) {
        from_zorgvorm(&self->items[z], z, &zorgvormen->items[z]);
        self->items[z].herkomst = WMO_HERKOMST_AANMELDING + (uint32_t)z;
    }
    enum sim_status status = SIM_OK;
    for (int i = zorgvormen->count; i < self->count && status == SIM_OK; i++) {
        const struct sim_node *node =
            sim_scenario_entry(scenario, NULL, "instroomroutes", i - zorgvormen->count);
        status = load_one(&self->items[i], scenario, node, zorgvormen, origin);
        self->items[i].herkomst =
            WMO_HERKOMST_ROUTE + (uint32_t)(i - zorgvormen->count);
    }
    return status;
}

void wmo_instroomroutes_free(struct wmo_instroomroutes *self)
{
    for (int i = 0; self->items && i < self->count; i++) {
        free(self->items[i].gebied);
    }
    free(self->items);
    self->items = NULL;
}

/* The part of [wijk] in what comes along [route]. */
static double share_of_wijk(const struct wmo_instroomroute *route,
                            const struct wmo_wijken *wijken, int wijk, double year)
{
    double share = wmo_wijken_aandeel(wijken, wijk, route->gewicht_65plus, year);
    if (!route->gebied) {
        return share;
    }
    double sum = 0;
    for (int w = 0; w < wijken->count; w++) {
        sum += route->gebied[w]
                   ? wmo_wijken_aandeel(wijken, w, route->gewicht_65plus, year)
                   : 0;
    }
    return route->gebied[wijk] && sum > 0 ? share / sum : 0;
}

double wmo_instroomroutes_rate(const struct wmo_instroomroutes *self, int route,
                               const struct wmo_wijken *wijken, int wijk, double year)
{
    const struct wmo_instroomroute *r = &self->items[route];
    double then = wmo_wijken_stad(wijken, self->peiljaar);
    double growth = then > 0 ? wmo_wijken_stad(wijken, year) / then : 1;
    return r->per_year * growth * pow(1 + r->trend_per_year, year - self->peiljaar) *
           share_of_wijk(r, wijken, wijk, year);
}

double wmo_instroomroute_open(const struct wmo_instroomroute *route, sim_time from,
                              sim_time to)
{
    sim_time first = route->start > from ? route->start : from;
    sim_time last = route->einde < to ? route->einde : to;
    return last > first ? (double)(last - first) / (double)(to - from) : 0;
}
