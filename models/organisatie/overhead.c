/* models/organisatie/overhead.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/organisatie/overhead.h"

#include <math.h>
#include <stdlib.h>

#include "models/gemeente/gemeente.h"

double wmo_overhead_of(struct wmo_overhead self, int aanbieders)
{
    return self.basis + self.helling * (1 - 1.0 / aanbieders);
}

static struct wmo_overhead load(const struct sim_scenario *scenario, const char *basis,
                                const char *helling)
{
    return (struct wmo_overhead){
        .basis = sim_scenario_real_or(scenario, NULL, basis, 0),
        .helling = sim_scenario_real_or(scenario, NULL, helling, 0),
    };
}

/* How many aanbieders give [zorgvorm] in [year]; at least 1. */
static int aanbieders_of(const struct wmo_aanbieders *self, int zorgvorm, int year)
{
    int count = 0;
    for (int a = 0; a < self->aanbod_count; a++) {
        count += self->aanbod[a].zorgvorm == zorgvorm &&
                 wmo_aanbod_is_offered(&self->aanbod[a], year);
    }
    return count > 0 ? count : 1;
}

/* How it works, as the scenario says. */
struct rules {
    struct wmo_overhead geld, tijd;
    double leren;
    int leren_vanaf; /* the last year without */
};

static struct rules read_rules(const struct sim_scenario *scenario)
{
    return (struct rules){
        .geld = load(scenario, "organisatie.overhead.basis",
                     "organisatie.overhead.helling"),
        .tijd = load(scenario, "organisatie.coordinatietijd.basis",
                     "organisatie.coordinatietijd.helling"),
        .leren = sim_scenario_real_or(scenario, NULL, "organisatie.leren", 0),
        .leren_vanaf = (int)sim_scenario_integer_or(
            scenario, NULL, "organisatie.leren_vanaf",
            sim_scenario_date(scenario, NULL, "periode.start").year),
    };
}

static struct wmo_fte_factor factor_of(const struct rules *rules,
                                       const struct wmo_landschap *landschap,
                                       int zorgvorm, int year)
{
    const struct wmo_zorgvorm *z = &landschap->zorgvormen.items[zorgvorm];
    struct wmo_fte_factor factor = {
        .kosten = wmo_onderaannemers_kosten(&landschap->onderaannemers, z, year),
        .uren = 1,
    };
    int then = z->aanbieders_prijspeil;
    if (then > 0) {
        int now = aanbieders_of(&landschap->aanbieders, zorgvorm, year);
        int learned = year > rules->leren_vanaf ? year - rules->leren_vanaf : 0;
        factor.kosten *= (1 - wmo_overhead_of(rules->geld, then)) /
                         (1 - wmo_overhead_of(rules->geld, now));
        factor.uren = (1 - wmo_overhead_of(rules->tijd, now)) /
                      (1 - wmo_overhead_of(rules->tijd, then)) *
                      pow(1 + rules->leren, learned);
    }
    return factor;
}

enum sim_status wmo_fte_factors_load(struct wmo_fte_factors *self,
                                     const struct sim_scenario *scenario,
                                     const struct wmo_landschap *landschap)
{
    struct rules rules = read_rules(scenario);
    int years = landschap->periode.year_count;
    self->zorgvorm_count = landschap->zorgvormen.count;
    self->items = calloc((size_t)(years * self->zorgvorm_count), sizeof *self->items);
    if (!self->items) {
        return SIM_ERR_NO_MEMORY;
    }
    for (int y = 0; y < years; y++) {
        for (int z = 0; z < self->zorgvorm_count; z++) {
            self->items[y * self->zorgvorm_count + z] =
                factor_of(&rules, landschap, z, landschap->periode.first_year + y);
        }
    }
    return SIM_OK;
}

void wmo_fte_factors_free(struct wmo_fte_factors *self)
{
    free(self->items);
    self->items = NULL;
}
