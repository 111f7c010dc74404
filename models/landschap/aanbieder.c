/* models/landschap/aanbieder.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/landschap/aanbieder.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "models/organisatie/gedeelde_lijst.h"
#include "models/organisatie/omvallen.h"
#include "models/organisatie/verdeling.h"

/* A longer run is a fault, see check.c. */
#define YEAR_MAX 100

/* What the entries of the scenario divide into, while they are expanded. */
struct expansion {
    struct wmo_aanbieders *self;
    struct wmo_verdeling_van van;
    int entry;
    int area;
    double deel, som; /* of the partij, and of all of the entry */
};

enum teams { TEAMS_PER_WIJK, TEAMS_EEN, TEAMS_PER_GEBIED };

/* Whether the entry has one team for the whole area of [zorgvorm], whatever `teams`. */
static bool is_stedelijk(const struct wmo_verdeling_van *van, int zorgvorm)
{
    for (int i = 0; i < sim_scenario_count(van->scenario, van->node, "stedelijk");
         i++) {
        if (sim_scenario_reference_at(van->scenario, van->node, "stedelijk", i) ==
            zorgvorm) {
            return true;
        }
    }
    return false;
}

/* The team of the aanbod from [first] on for [wijk], which is made if it is not there.
 */
static int team_for(struct wmo_aanbieders *self, int first, int aanbod, int wijk,
                    enum teams teams)
{
    int gebied =
        teams == TEAMS_PER_GEBIED ? self->gebieden.of_wijk[wijk] : WMO_GEEN_GEBIED;
    for (int t = first; t < self->team_count; t++) {
        if (teams != TEAMS_PER_WIJK && self->teams[t].gebied == gebied) {
            return t;
        }
    }
    self->teams[self->team_count] =
        (struct wmo_teamplan){.aanbod = aanbod,
                              .wijk = teams == TEAMS_PER_WIJK ? wijk : WMO_NONE,
                              .gebied = gebied};
    return self->team_count++;
}

static void add_teams(const struct expansion *e, int aanbod)
{
    struct wmo_aanbieders *self = e->self;
    enum teams teams =
        is_stedelijk(&e->van, self->aanbod[aanbod].zorgvorm)
            ? TEAMS_EEN
            : (enum teams)sim_scenario_choice(e->van.scenario, e->van.node, "teams");
    int first = self->team_count;
    for (int w = 0; w < self->wijk_count; w++) {
        int team = wmo_verdeling_works_in(&e->van, e->area, w)
                       ? team_for(self, first, aanbod, w, teams)
                       : WMO_NONE;
        self->team_of[aanbod * self->wijk_count + w] = team;
        if (team != WMO_NONE) {
            self->teams[team].wijken++;
        }
    }
    self->aanbod[aanbod].first_team = first;
    self->aanbod[aanbod].team_count = self->team_count - first;
}

static int year_or(const struct sim_scenario *scenario, const struct sim_node *node,
                   const char *path, int otherwise)
{
    return sim_scenario_has(scenario, node, path)
               ? sim_scenario_date(scenario, node, path).year
               : otherwise;
}

/* A bit for each doelgroep that the entry serves; all when it names none. */
static uint32_t doelgroepen_of(const struct wmo_verdeling_van *van)
{
    int count = sim_scenario_count(van->scenario, van->node, "doelgroepen");
    uint32_t mask = count > 0 ? 0 : UINT32_MAX;
    for (int i = 0; i < count; i++) {
        int doelgroep =
            sim_scenario_reference_at(van->scenario, van->node, "doelgroepen", i);
        mask |= doelgroep < WMO_DOELGROEP_MAX ? (uint32_t)1 << doelgroep : 0;
    }
    return mask;
}

static void add_aanbod(const struct expansion *e, int zorgvorm)
{
    struct wmo_aanbieders *self = e->self;
    const struct sim_scenario *scenario = e->van.scenario;
    const struct sim_node *node = e->van.node;
    struct wmo_aanbod *aanbod = &self->aanbod[self->aanbod_count];
    aanbod->aanbieder = self->count;
    aanbod->entry = e->entry;
    aanbod->zorgvorm = zorgvorm;
    aanbod->aantal = e->van.aantal;
    aanbod->deel = e->deel;
    aanbod->som = e->som;
    aanbod->moet_aannemen =
        sim_scenario_has(scenario, node, "acceptatieplicht") &&
        sim_scenario_choice(scenario, node, "acceptatieplicht") == 0;
    bool is_first = self->aanbod_count == 0 || aanbod[-1].aanbieder != self->count;
    aanbod->contractlast_euro =
        is_first ? sim_scenario_real_or(scenario, node, "contractlast", 0) : 0;
    aanbod->uren_factor = 1;
    aanbod->familie = wmo_familie_of(scenario, node, zorgvorm);
    aanbod->deelt_lijst = sim_scenario_has(scenario, node, "lijst") &&
                          sim_scenario_choice(scenario, node, "lijst") == 1;
    aanbod->doelgroepen = doelgroepen_of(&e->van);
    aanbod->uitleen = sim_scenario_real(scenario, node, "uitleen");
    aanbod->selecteert = sim_scenario_has(scenario, node, "acceptatieplicht") &&
                         sim_scenario_choice(scenario, node, "acceptatieplicht") == 1;
    aanbod->start_year = year_or(scenario, node, "start", 0);
    aanbod->end_year = year_or(scenario, node, "einde", INT_MAX);
    aanbod->instroom_year = year_or(scenario, node, "instroom_einde", INT_MAX);
    self->any_runs_out |= aanbod->instroom_year != INT_MAX;
    add_teams(e, self->aanbod_count);
    self->aanbod_count++;
}

static bool has_wijken(const struct expansion *e)
{
    bool has = false;
    for (int w = 0; w < e->self->wijk_count && !has; w++) {
        has = wmo_verdeling_works_in(&e->van, e->area, w);
    }
    return has;
}

static enum sim_status add_partij(struct expansion *e, int index)
{
    struct wmo_aanbieders *self = e->self;
    const struct sim_scenario *scenario = e->van.scenario;
    const struct sim_node *node = e->van.node;
    self->naam[self->count] = wmo_verdeling_naam(&e->van, e->area, index);
    if (!self->naam[self->count]) {
        return SIM_ERR_NO_MEMORY;
    }
    self->omvallen_per_day[self->count] =
        wmo_omvallen_hazard(sim_scenario_real_or(scenario, node, "omvallen", 0));
    e->deel = wmo_verdeling_deel(&e->van, index);
    for (int z = 0; z < sim_scenario_count(scenario, node, "zorgvormen"); z++) {
        add_aanbod(e, sim_scenario_reference_at(scenario, node, "zorgvormen", z));
    }
    self->count++;
    return SIM_OK;
}

static enum sim_status add_entry(struct wmo_aanbieders *self,
                                 const struct sim_scenario *scenario, int entry)
{
    const struct sim_node *node =
        sim_scenario_entry(scenario, NULL, "aanbieders", entry);
    struct expansion e = {.self = self,
                          .entry = entry,
                          .van = wmo_verdeling_van(scenario, node, &self->gebieden)};
    e.som = wmo_verdeling_som(&e.van);
    sim_scenario_series(scenario, node, "gewicht", &self->gewicht[entry]);
    enum sim_status status = SIM_OK;
    int areas = wmo_verdeling_areas(&e.van, self->wijk_count);
    for (; e.area < areas && status == SIM_OK; e.area++) {
        for (int i = 0; has_wijken(&e) && i < e.van.aantal && status == SIM_OK; i++) {
            status = add_partij(&e, i);
        }
    }
    return status;
}

/* Lets the contracts end whose work the entry [entry] takes over when it starts; one
 * that would have started no earlier is never there. */
static void take_over(struct wmo_aanbieders *self, const struct sim_scenario *scenario,
                      int entry)
{
    const struct sim_node *node =
        sim_scenario_entry(scenario, NULL, "aanbieders", entry);
    int start = year_or(scenario, node, "start", INT_MAX);
    for (int i = 0; i < sim_scenario_count(scenario, node, "neemt_over"); i++) {
        int other = sim_scenario_reference_at(scenario, node, "neemt_over", i);
        for (int a = 0; a < self->aanbod_count; a++) {
            struct wmo_aanbod *aanbod = &self->aanbod[a];
            if (aanbod->entry == other && other != entry && aanbod->end_year >= start) {
                aanbod->end_year = start - 1;
                aanbod->start_year =
                    aanbod->start_year < start ? aanbod->start_year : INT_MAX;
            }
        }
    }
}

/* One choice for all years of the run, or for each when an aanbod starts or ends or
 * a gewicht changes. */
static void set_years(struct wmo_aanbieders *self, const struct sim_scenario *scenario)
{
    self->first_year = sim_scenario_date(scenario, NULL, "periode.start").year;
    int last = sim_scenario_date(scenario, NULL, "periode.einde").year;
    self->keuze_years = 1;
    for (int a = 0; a < self->aanbod_count; a++) {
        if (last - self->first_year < YEAR_MAX &&
            (self->aanbod[a].start_year > self->first_year ||
             self->aanbod[a].end_year < last || self->aanbod[a].instroom_year < last ||
             self->gewicht[self->aanbod[a].entry].count > 1)) {
            self->keuze_years =
                last > self->first_year ? last - self->first_year + 1 : 1;
        }
    }
}

double wmo_aanbieders_gewicht(const struct wmo_aanbieders *self, int aanbod, int year)
{
    const struct wmo_aanbod *a = &self->aanbod[aanbod];
    return sim_series_at(&self->gewicht[a->entry], year) * a->deel / a->som;
}

/* Lists the choices per year, zorgvorm and wijk, in the order of the aanbod. */
static enum sim_status list_choices(struct wmo_aanbieders *self)
{
    int per_year = self->zorgvorm_count * self->wijk_count;
    size_t most = (size_t)(self->keuze_years * self->aanbod_count * self->wijk_count);
    self->keuze = calloc((size_t)(self->keuze_years * per_year), sizeof *self->keuze);
    self->keuze_aanbod = calloc(most, sizeof *self->keuze_aanbod);
    self->keuze_cumulative = calloc(most, sizeof *self->keuze_cumulative);
    if (!self->keuze || !self->keuze_aanbod || !self->keuze_cumulative) {
        return SIM_ERR_NO_MEMORY;
    }
    int used = 0;
    for (int i = 0; i < self->keuze_years * per_year; i++) {
        struct wmo_keuze *keuze = &self->keuze[i];
        int wijk = i % self->wijk_count, zorgvorm = i % per_year / self->wijk_count;
        int year = self->first_year + i / per_year;
        double sum = 0;
        keuze->aanbod = &self->keuze_aanbod[used];
        keuze->cumulative = &self->keuze_cumulative[used];
        for (int a = 0; a < self->aanbod_count; a++) {
            if (self->aanbod[a].zorgvorm == zorgvorm &&
                wmo_aanbod_is_offered(&self->aanbod[a], year) &&
                wmo_aanbieders_team(self, a, wijk) != WMO_NONE) {
                sum += wmo_aanbieders_gewicht(self, a, year);
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
    enum sim_status status = wmo_gebieden_load(&self->gebieden, scenario, wijk_count);
    size_t aanbieders = 0, aanbod = 0;
    for (int i = 0; i < entries && status == SIM_OK; i++) {
        const struct sim_node *node =
            sim_scenario_entry(scenario, NULL, "aanbieders", i);
        struct wmo_verdeling_van van =
            wmo_verdeling_van(scenario, node, &self->gebieden);
        size_t aantal = (size_t)(van.aantal * wmo_verdeling_areas(&van, wijk_count));
        aanbieders += aantal;
        aanbod += aantal * (size_t)sim_scenario_count(scenario, node, "zorgvormen");
    }
    size_t wijken = (size_t)wijk_count;
    self->wijk_count = wijk_count;
    self->zorgvorm_count = zorgvorm_count;
    self->gewicht = calloc((size_t)entries + 1, sizeof *self->gewicht);
    self->naam = calloc(aanbieders, sizeof *self->naam);
    self->omvallen_per_day = calloc(aanbieders, sizeof *self->omvallen_per_day);
    self->aanbod = calloc(aanbod, sizeof *self->aanbod);
    self->teams = calloc(aanbod * wijken, sizeof *self->teams);
    self->team_of = calloc(aanbod * wijken, sizeof *self->team_of);
    if (!self->gewicht || !self->naam || !self->omvallen_per_day || !self->aanbod ||
        !self->teams || !self->team_of) {
        return SIM_ERR_NO_MEMORY;
    }
    for (int i = 0; i < entries && status == SIM_OK; i++) {
        status = add_entry(self, scenario, i);
    }
    for (int i = 0; i < entries; i++) {
        take_over(self, scenario, i);
    }
    set_years(self, scenario);
    wmo_gedeelde_lijst_link(self);
    return status == SIM_OK ? list_choices(self) : status;
}

void wmo_aanbieders_free(struct wmo_aanbieders *self)
{
    for (int i = 0; self->naam && i < self->count; i++) {
        free(self->naam[i]);
    }
    free(self->gewicht);
    free(self->naam);
    free(self->omvallen_per_day);
    wmo_gebieden_free(&self->gebieden);
    free(self->aanbod);
    free(self->teams);
    free(self->team_of);
    free(self->keuze);
    free(self->keuze_aanbod);
    free(self->keuze_cumulative);
    memset(self, 0, sizeof *self);
}

double wmo_aanbieders_aandeel(const struct wmo_aanbieders *self, int year_index,
                              int aanbod, int wijk)
{
    const struct wmo_keuze *keuze =
        wmo_aanbieders_keuze(self, year_index, self->aanbod[aanbod].zorgvorm, wijk);
    for (int k = 0; k < keuze->count; k++) {
        if (keuze->aanbod[k] == aanbod) {
            return keuze->cumulative[k] - (k > 0 ? keuze->cumulative[k - 1] : 0);
        }
    }
    return 0;
}
