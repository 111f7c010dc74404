/* models/landschap/aanbieder.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/landschap/aanbieder.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool serves_wijk(const struct sim_scenario *scenario,
                        const struct sim_node *node, int wijk)
{
    if (!sim_scenario_has(scenario, node, "gebied")) {
        return true;
    }
    for (int i = 0; i < sim_scenario_count(scenario, node, "gebied"); i++) {
        if (sim_scenario_reference_at(scenario, node, "gebied", i) == wijk) {
            return true;
        }
    }
    return false;
}

/* The name of the [index]-th of [count] equal aanbieders: numbers of equal width, so
 * that they sort. */
static char *numbered_name(const char *naam, int index, int count)
{
    size_t size = strlen(naam) + 16;
    char *text = malloc(size);
    if (text && count == 1) {
        snprintf(text, size, "%s", naam);
    } else if (text) {
        snprintf(text, size, "%s %0*d", naam,
                 count < 10    ? 1
                 : count < 100 ? 2
                               : 3,
                 index + 1);
    }
    return text;
}

static void add_teams(struct wmo_aanbieders *self, int aanbod,
                      const struct sim_scenario *scenario, const struct sim_node *node)
{
    bool per_wijk = sim_scenario_choice(scenario, node, "teams") == 0;
    int first = self->team_count;
    for (int w = 0; w < self->wijk_count; w++) {
        int *team = &self->team_of[aanbod * self->wijk_count + w];
        *team = WMO_NONE;
        if (!serves_wijk(scenario, node, w)) {
            continue;
        }
        if (per_wijk || self->team_count == first) {
            self->teams[self->team_count].aanbod = aanbod;
            self->teams[self->team_count].wijk = per_wijk ? w : WMO_NONE;
            self->team_count++;
        }
        *team = self->team_count - 1;
    }
    self->aanbod[aanbod].first_team = first;
    self->aanbod[aanbod].team_count = self->team_count - first;
}

static void add_aanbod(struct wmo_aanbieders *self, const struct sim_scenario *scenario,
                       const struct sim_node *node, int zorgvorm, int aantal)
{
    struct wmo_aanbod *aanbod = &self->aanbod[self->aanbod_count];
    aanbod->aanbieder = self->count;
    aanbod->zorgvorm = zorgvorm;
    aanbod->gewicht = sim_scenario_real(scenario, node, "gewicht") / aantal;
    aanbod->uitleen = sim_scenario_real(scenario, node, "uitleen");
    aanbod->selecteert = sim_scenario_has(scenario, node, "acceptatieplicht") &&
                         sim_scenario_choice(scenario, node, "acceptatieplicht") == 1;
    add_teams(self, self->aanbod_count, scenario, node);
    self->aanbod_count++;
}

static enum sim_status add_entry(struct wmo_aanbieders *self,
                                 const struct sim_scenario *scenario,
                                 const struct sim_node *node)
{
    int aantal = (int)sim_scenario_integer(scenario, node, "aantal");
    int zorgvormen = sim_scenario_count(scenario, node, "zorgvormen");
    for (int i = 0; i < aantal; i++) {
        self->naam[self->count] =
            numbered_name(sim_scenario_text(scenario, node, "naam"), i, aantal);
        if (!self->naam[self->count]) {
            return SIM_ERR_NO_MEMORY;
        }
        for (int z = 0; z < zorgvormen; z++) {
            int zorgvorm = sim_scenario_reference_at(scenario, node, "zorgvormen", z);
            add_aanbod(self, scenario, node, zorgvorm, aantal);
        }
        self->count++;
    }
    return SIM_OK;
}

/* Lists the choices per zorgvorm and wijk, in the order of the aanbod. */
static enum sim_status list_choices(struct wmo_aanbieders *self)
{
    size_t most = (size_t)(self->aanbod_count * self->wijk_count);
    self->keuze =
        calloc((size_t)(self->zorgvorm_count * self->wijk_count), sizeof *self->keuze);
    self->keuze_aanbod = calloc(most, sizeof *self->keuze_aanbod);
    self->keuze_cumulative = calloc(most, sizeof *self->keuze_cumulative);
    if (!self->keuze || !self->keuze_aanbod || !self->keuze_cumulative) {
        return SIM_ERR_NO_MEMORY;
    }
    int used = 0;
    for (int i = 0; i < self->zorgvorm_count * self->wijk_count; i++) {
        struct wmo_keuze *keuze = &self->keuze[i];
        int wijk = i % self->wijk_count;
        double sum = 0;
        keuze->aanbod = &self->keuze_aanbod[used];
        keuze->cumulative = &self->keuze_cumulative[used];
        for (int a = 0; a < self->aanbod_count; a++) {
            if (self->aanbod[a].zorgvorm == i / self->wijk_count &&
                wmo_aanbieders_team(self, a, wijk) != WMO_NONE) {
                sum += self->aanbod[a].gewicht;
                keuze->aanbod[keuze->count] = a;
                keuze->cumulative[keuze->count++] = sum;
            }
        }
        for (int k = 0; k < keuze->count; k++) {
            keuze->cumulative[k] /= sum;
        }
        used += keuze->count;
    }
    return SIM_OK;
}

enum sim_status wmo_aanbieders_load(struct wmo_aanbieders *self,
                                    const struct sim_scenario *scenario, int wijk_count,
                                    int zorgvorm_count)
{
    int entries = sim_scenario_count(scenario, NULL, "aanbieders");
    size_t aanbieders = 0, aanbod = 0;
    for (int i = 0; i < entries; i++) {
        const struct sim_node *node =
            sim_scenario_entry(scenario, NULL, "aanbieders", i);
        size_t aantal = (size_t)sim_scenario_integer(scenario, node, "aantal");
        aanbieders += aantal;
        aanbod += aantal * (size_t)sim_scenario_count(scenario, node, "zorgvormen");
    }
    size_t wijken = (size_t)wijk_count;
    self->wijk_count = wijk_count;
    self->zorgvorm_count = zorgvorm_count;
    self->naam = calloc(aanbieders, sizeof *self->naam);
    self->aanbod = calloc(aanbod, sizeof *self->aanbod);
    self->teams = calloc(aanbod * wijken, sizeof *self->teams);
    self->team_of = calloc(aanbod * wijken, sizeof *self->team_of);
    if (!self->naam || !self->aanbod || !self->teams || !self->team_of) {
        return SIM_ERR_NO_MEMORY;
    }
    enum sim_status status = SIM_OK;
    for (int i = 0; i < entries && status == SIM_OK; i++) {
        status = add_entry(self, scenario,
                           sim_scenario_entry(scenario, NULL, "aanbieders", i));
    }
    return status == SIM_OK ? list_choices(self) : status;
}

void wmo_aanbieders_free(struct wmo_aanbieders *self)
{
    for (int i = 0; self->naam && i < self->count; i++) {
        free(self->naam[i]);
    }
    free(self->naam);
    free(self->aanbod);
    free(self->teams);
    free(self->team_of);
    free(self->keuze);
    free(self->keuze_aanbod);
    free(self->keuze_cumulative);
    memset(self, 0, sizeof *self);
}

double wmo_aanbieders_aandeel(const struct wmo_aanbieders *self, int aanbod, int wijk)
{
    const struct wmo_keuze *keuze =
        wmo_aanbieders_keuze(self, self->aanbod[aanbod].zorgvorm, wijk);
    for (int k = 0; k < keuze->count; k++) {
        if (keuze->aanbod[k] == aanbod) {
            return keuze->cumulative[k] - (k > 0 ? keuze->cumulative[k - 1] : 0);
        }
    }
    return 0;
}
