/* models/personeel/functie.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/personeel/functie.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Shares in a file are rounded: what differs by less is equal. */
#define EQUAL 1e-9

static void load_zorgvormen(struct wmo_functies *self,
                            const struct sim_scenario *scenario,
                            const struct sim_node *node, int functie, int buurtteam)
{
    bool *occurs = &self->occurs[functie * self->zorgvormen];
    if (!sim_scenario_has(scenario, node, "zorgvormen")) {
        for (int z = 0; z < self->zorgvormen; z++) {
            occurs[z] = z != buurtteam;
        }
        return;
    }
    for (int i = 0; i < sim_scenario_count(scenario, node, "zorgvormen"); i++) {
        occurs[sim_scenario_reference_at(scenario, node, "zorgvormen", i)] = true;
    }
}

/* Keeps the maxima in rising order, each once. */
static void add_drempel(struct wmo_functies *self, int32_t minutes)
{
    int at = 0;
    while (at < self->drempel_count && self->drempel[at] < minutes) {
        at++;
    }
    bool is_known = at < self->drempel_count && self->drempel[at] == minutes;
    if (is_known || self->drempel_count == WMO_FUNCTIE_DREMPELS) {
        return; /* check_functie.c has said that there are too many */
    }
    memmove(&self->drempel[at + 1], &self->drempel[at],
            (size_t)(self->drempel_count - at) * sizeof self->drempel[0]);
    self->drempel[at] = minutes;
    self->drempel_count++;
}

static void load_one(struct wmo_functies *self, const struct sim_scenario *scenario,
                     int functie, int buurtteam)
{
    const struct sim_node *node =
        sim_scenario_entry(scenario, NULL, "functies", functie);
    struct wmo_functie *f = &self->items[functie];
    *f = (struct wmo_functie){
        .naam = sim_scenario_text(scenario, node, "naam"),
        .titel = sim_scenario_text(scenario, node, "titel"),
        .aandeel = sim_scenario_real(scenario, node, "aandeel"),
        .kosten_factor = sim_scenario_real_or(scenario, node, "kosten_factor", 1),
        .verloop_factor = sim_scenario_real_or(scenario, node, "verloop_factor", 1),
        .vacature_factor = sim_scenario_real_or(scenario, node, "vacature_factor", 1),
        .max_minutes = INT32_MAX,
    };
    if (sim_scenario_has(scenario, node, "max_uren_per_week")) {
        f->max_minutes = (int32_t)lround(
            60 * sim_scenario_real(scenario, node, "max_uren_per_week"));
        add_drempel(self, f->max_minutes);
    }
    load_zorgvormen(self, scenario, node, functie, buurtteam);
}

enum sim_status wmo_functies_load(struct wmo_functies *self,
                                  const struct sim_scenario *scenario,
                                  const struct wmo_zorgvormen *all)
{
    int count = sim_scenario_count(scenario, NULL, "functies");
    *self = (struct wmo_functies){
        .count = count < WMO_FUNCTIE_MAX ? count : WMO_FUNCTIE_MAX,
        .zorgvormen = all->count,
    };
    self->items = calloc((size_t)self->count + 1, sizeof *self->items);
    self->occurs =
        calloc((size_t)(self->count * self->zorgvormen) + 1, sizeof *self->occurs);
    if (!self->items || !self->occurs) {
        return SIM_ERR_NO_MEMORY;
    }
    for (int f = 0; f < self->count; f++) {
        load_one(self, scenario, f, all->buurtteam);
    }
    return SIM_OK;
}

void wmo_functies_free(struct wmo_functies *self)
{
    free(self->items);
    free(self->occurs);
    memset(self, 0, sizeof *self);
}

static bool occurs(const struct wmo_functies *self, int functie, int zorgvorm)
{
    return self->occurs[functie * self->zorgvormen + zorgvorm] &&
           self->items[functie].aandeel > 0;
}

double wmo_functies_kosten_factor(const struct wmo_functies *self, int zorgvorm)
{
    double cost = 0, share = 0;
    for (int f = 0; f < self->count; f++) {
        if (occurs(self, f, zorgvorm)) {
            cost += self->items[f].aandeel * self->items[f].kosten_factor;
            share += self->items[f].aandeel;
        }
    }
    return share > 0 ? cost / share : 1;
}

bool wmo_functies_is_beperkt(const struct wmo_functies *self, int zorgvorm)
{
    for (int f = 0; f < self->count; f++) {
        if (occurs(self, f, zorgvorm) && self->items[f].max_minutes < INT32_MAX) {
            return true;
        }
    }
    return false;
}

int wmo_functies_erbij(const struct wmo_functies *self, int zorgvorm,
                       const int32_t *posities)
{
    int best = WMO_GEEN_FUNCTIE;
    double most = 0;
    for (int f = 0; f < self->count; f++) {
        double claim = self->items[f].aandeel / (2 * posities[f] + 1);
        if (occurs(self, f, zorgvorm) && claim > most + EQUAL) {
            best = f;
            most = claim;
        }
    }
    return best;
}

int wmo_functies_eraf(const struct wmo_functies *self, int zorgvorm,
                      const int32_t *posities)
{
    int best = WMO_GEEN_FUNCTIE;
    double least = INFINITY;
    for (int f = self->count - 1; f >= 0; f--) {
        double claim = self->items[f].aandeel / (2 * posities[f] - 1);
        if (occurs(self, f, zorgvorm) && posities[f] > 0 && claim < least - EQUAL) {
            best = f;
            least = claim;
        }
    }
    return best;
}

int wmo_functies_niveau(const struct wmo_functies *self, int32_t minutes)
{
    int niveau = 0;
    while (niveau < self->drempel_count && minutes > self->drempel[niveau]) {
        niveau++;
    }
    return niveau;
}

uint32_t wmo_functies_skills(const struct wmo_functies *self, int functie)
{
    int32_t most =
        functie == WMO_GEEN_FUNCTIE ? INT32_MAX : self->items[functie].max_minutes;
    uint32_t skills = 0;
    for (int d = 0; d < self->drempel_count; d++) {
        skills |= most > self->drempel[d] ? WMO_SKILL_BOVEN(d) : 0;
    }
    return skills;
}

double wmo_functies_verloop(const struct wmo_functies *self, int functie)
{
    return functie == WMO_GEEN_FUNCTIE ? 1 : self->items[functie].verloop_factor;
}

double wmo_functies_vacature(const struct wmo_functies *self, int functie)
{
    return functie == WMO_GEEN_FUNCTIE ? 1 : self->items[functie].vacature_factor;
}
