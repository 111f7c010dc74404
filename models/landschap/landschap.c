/* models/landschap/landschap.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/landschap/landschap.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "models/bekostiging/prikkel.h"

static enum sim_status load_periode(struct wmo_periode *self,
                                    const struct sim_scenario *scenario)
{
    self->start = sim_scenario_date(scenario, NULL, "periode.start");
    struct sim_date last = sim_scenario_date(scenario, NULL, "periode.einde");
    self->first_year = self->start.year;
    self->year_count = last.year - self->start.year + 1;
    self->month_count = 12 * self->year_count;
    self->year_start = calloc((size_t)self->year_count + 1, sizeof *self->year_start);
    self->month_start =
        calloc((size_t)self->month_count + 1, sizeof *self->month_start);
    self->month_year = calloc((size_t)self->month_count, sizeof *self->month_year);
    if (!self->year_start || !self->month_start || !self->month_year) {
        return SIM_ERR_NO_MEMORY;
    }
    for (int m = 0; m <= self->month_count; m++) {
        struct sim_date first = {self->first_year + m / 12, 1 + m % 12, 1};
        self->month_start[m] = sim_date_since(self->start, first);
        if (m % 12 == 0) {
            self->year_start[m / 12] = self->month_start[m];
        }
        if (m < self->month_count) {
            self->month_year[m] = self->first_year + (m + 0.5) / 12;
        }
    }
    return SIM_OK;
}

static void load_seizoen(struct wmo_seizoen *self, const struct sim_scenario *scenario)
{
    self->amplitude =
        sim_scenario_real_or(scenario, NULL, "hulpvragen.seizoen.amplitude", 0);
    self->top =
        (int)sim_scenario_integer_or(scenario, NULL, "hulpvragen.seizoen.top", 1);
}

static void load_complexiteit(struct wmo_complexiteit *self,
                              const struct sim_scenario *scenario, int peiljaar)
{
    self->trend_per_year =
        sim_scenario_real_or(scenario, NULL, "complexiteit.trend", 0);
    self->since =
        (double)sim_scenario_integer_or(scenario, NULL, "complexiteit.vanaf", peiljaar);
}

static void load_rules(struct wmo_landschap *self, const struct sim_scenario *scenario)
{
    self->toewijzing =
        (enum wmo_toewijzing)sim_scenario_choice(scenario, NULL, "toewijzing.regel");
    self->volgorde =
        (enum wmo_volgorde)sim_scenario_choice(scenario, NULL, "plaatsing.volgorde");
    self->reistijd_minutes =
        (int)lround(sim_scenario_real_or(scenario, NULL, "plaatsing.reistijd", 0));
    if (sim_scenario_has(scenario, NULL, "uitvoer.maanden")) {
        self->maanden = (enum wmo_maanden_van)sim_scenario_choice(scenario, NULL,
                                                                  "uitvoer.maanden");
    }
    self->norm_days = (int)sim_scenario_integer(scenario, NULL, "norm.wachttijd");
    self->hulpvragen_per_1000 =
        sim_scenario_real(scenario, NULL, "hulpvragen.per_1000_inwoners");
    self->hulpvragen_trend = sim_scenario_real(scenario, NULL, "hulpvragen.trend");
    self->peiljaar = (int)sim_scenario_integer(scenario, NULL, "hulpvragen.peiljaar");
    load_seizoen(&self->seizoen, scenario);
    load_complexiteit(&self->complexiteit, scenario, self->peiljaar);
}

double wmo_landschap_aandeel_verwezen(const struct wmo_wijken *wijken,
                                      const struct wmo_zorgvorm *zorgvorm, int wijk,
                                      int peiljaar, double year)
{
    double hulpvragen = wmo_wijken_aandeel(wijken, wijk, 0, year);
    if (hulpvragen <= 0) {
        return 0;
    }
    return zorgvorm->verwijzing * pow(1 + zorgvorm->trend_per_year, year - peiljaar) *
           wmo_wijken_aandeel(wijken, wijk, zorgvorm->gewicht_65plus, year) /
           hulpvragen;
}

/* Adds up, for every month and wijk, the shares that lead to the zorgvormen. */
static enum sim_status load_verwijzing(struct wmo_landschap *self)
{
    int wijken = self->wijken.count, count = self->zorgvormen.count;
    int rows = self->periode.month_count * wijken;
    self->verwijzing = calloc((size_t)(rows * count), sizeof *self->verwijzing);
    if (!self->verwijzing) {
        return SIM_ERR_NO_MEMORY;
    }
    for (int row = 0; row < rows; row++) {
        double sum = 0;
        for (int z = 0; z < count; z++) {
            sum += wmo_landschap_aandeel_verwezen(
                &self->wijken, &self->zorgvormen.items[z], row % wijken, self->peiljaar,
                self->periode.month_year[row / wijken]);
            self->verwijzing[row * count + z] = sum;
        }
    }
    return SIM_OK;
}

/* The same budget pays fewer fte where the mix of functies costs more. */
static enum sim_status load_functies(struct wmo_landschap *self,
                                     const struct sim_scenario *scenario)
{
    enum sim_status status =
        wmo_functies_load(&self->functies, scenario, &self->zorgvormen);
    for (int z = 0; z < self->zorgvormen.count && status == SIM_OK; z++) {
        self->zorgvormen.items[z].kostprijs_fte_euro *=
            wmo_functies_kosten_factor(&self->functies, z);
    }
    return status;
}

enum sim_status wmo_landschap_load(struct wmo_landschap *self,
                                   const struct sim_scenario *scenario)
{
    memset(self, 0, sizeof *self);
    enum sim_status status = load_periode(&self->periode, scenario);
    if (status == SIM_OK) {
        status = wmo_wijken_load(&self->wijken, scenario);
    }
    if (status == SIM_OK) {
        status = wmo_zorgvormen_load(&self->zorgvormen, scenario);
    }
    if (status == SIM_OK) {
        status = wmo_leeftijdsgroepen_load(&self->leeftijdsgroepen, scenario);
    }
    if (status == SIM_OK) {
        status = wmo_doelgroepen_load(&self->doelgroepen, scenario,
                                      &self->leeftijdsgroepen, &self->zorgvormen);
    }
    if (status == SIM_OK) {
        status = wmo_instroomroutes_load(&self->instroom, scenario, &self->zorgvormen,
                                         self->periode.start);
    }
    if (status == SIM_OK) {
        status = wmo_begroting_load(&self->begroting, scenario);
    }
    if (status == SIM_OK) {
        status = wmo_aanbieders_load(&self->aanbieders, scenario, self->wijken.count,
                                     self->zorgvormen.count);
    }
    if (status == SIM_OK) {
        wmo_bekostiging_load(&self->bekostiging, scenario, &self->aanbieders);
        status = wmo_personeel_load(&self->personeel, scenario);
    }
    if (status == SIM_OK) {
        status = load_functies(self, scenario);
        wmo_onderaannemers_load(&self->onderaannemers, scenario);
        wmo_omvallen_load(&self->omvallen, scenario);
    }
    if (status == SIM_OK) {
        status = wmo_fte_factors_load(&self->fte_factors, scenario, self);
    }
    if (status == SIM_OK) {
        wmo_beweging_load(&self->beweging, scenario, self->periode.start);
        wmo_werkfit_load(&self->werkfit, scenario, self->periode.start,
                         &self->zorgvormen);
        wmo_werkwijze_load(&self->werkwijze, scenario, self->periode.start,
                           &self->zorgvormen);
        wmo_prikkel_bevries(self);
        wmo_toegang_load(&self->toegang, scenario, self->periode.start);
        wmo_overbrugging_load(&self->overbrugging, scenario);
        wmo_wachten_load(&self->wachten, scenario);
        wmo_weigering_load(&self->weigering, scenario);
        wmo_bemiddeling_load(&self->bemiddeling, scenario);
        wmo_overgang_load(&self->overgang, scenario);
        wmo_reserve_load(&self->reserve, scenario);
        wmo_eigen_bijdrage_load(&self->eigen_bijdrage, scenario);
        load_rules(self, scenario);
        status = load_verwijzing(self);
    }
    if (status == SIM_OK) {
        status =
            wmo_sociale_basis_load(&self->sociale_basis, scenario, self->periode.start);
    }
    if (status == SIM_OK) {
        wmo_pgb_load(&self->pgb, scenario);
        wmo_kortdurend_verblijf_load(&self->kortdurend_verblijf, scenario);
        status = wmo_open_voorzieningen_load(&self->open, scenario);
    }
    if (status == SIM_OK) {
        status = wmo_contracten_load(&self->contracten, scenario);
    }
    return status == SIM_OK ? wmo_doelgroepmix_init(&self->mix, self) : status;
}

void wmo_landschap_free(struct wmo_landschap *self)
{
    free(self->periode.year_start);
    free(self->periode.month_start);
    free(self->periode.month_year);
    free(self->verwijzing);
    wmo_wijken_free(&self->wijken);
    wmo_zorgvormen_free(&self->zorgvormen);
    wmo_leeftijdsgroepen_free(&self->leeftijdsgroepen);
    wmo_doelgroepen_free(&self->doelgroepen);
    wmo_doelgroepmix_free(&self->mix);
    wmo_personeel_free(&self->personeel);
    wmo_functies_free(&self->functies);
    wmo_instroomroutes_free(&self->instroom);
    wmo_sociale_basis_free(&self->sociale_basis);
    wmo_open_voorzieningen_free(&self->open);
    wmo_begroting_free(&self->begroting);
    wmo_aanbieders_free(&self->aanbieders);
    wmo_contracten_free(&self->contracten);
    wmo_fte_factors_free(&self->fte_factors);
    memset(self, 0, sizeof *self);
}

double wmo_landschap_minutes_per_fte(const struct wmo_landschap *self, int aanbod,
                                     int year_index)
{
    const struct wmo_aanbod *a = &self->aanbieders.aanbod[aanbod];
    return self->zorgvormen.items[a->zorgvorm].minutes_per_fte * a->uren_factor *
           wmo_fte_factor(&self->fte_factors, year_index, a->zorgvorm).uren;
}

double wmo_landschap_kostprijs(const struct wmo_landschap *self, int zorgvorm,
                               int year_index)
{
    return wmo_begroting_kostprijs(&self->begroting, &self->zorgvormen.items[zorgvorm],
                                   self->periode.first_year + year_index) *
           wmo_fte_factor(&self->fte_factors, year_index, zorgvorm).kosten;
}

double wmo_landschap_hulpvragen(const struct wmo_landschap *self, int wijk, double year)
{
    return wmo_wijken_inwoners(&self->wijken, wijk, year) / 1000 *
           self->wijken.items[wijk].vraagfactor * self->hulpvragen_per_1000 *
           pow(1 + self->hulpvragen_trend, year - self->peiljaar);
}

/* The season of calendar month [month] (1 to 12) against the mean over the days of the
 * year that begins at [start]. */
static double season_of(const struct wmo_seizoen *self, const sim_time *month_start,
                        int month)
{
    double sum = 0, wanted = 0;
    for (int m = 1; m <= 12; m++) {
        double factor = 1 + self->amplitude * cos(2 * M_PI * (m - self->top) / 12);
        sum += factor * (double)(month_start[m] - month_start[m - 1]);
        wanted = m == month ? factor : wanted;
    }
    return wanted * (double)(month_start[12] - month_start[0]) / sum;
}

double wmo_landschap_instroom(const struct wmo_landschap *self, int route, int wijk,
                              int month)
{
    const struct wmo_periode *p = &self->periode;
    double year = p->month_year[month];
    if (route != WMO_NONE) {
        return wmo_instroomroutes_rate(&self->instroom, route, &self->wijken, wijk,
                                       year) *
               wmo_instroomroute_open(&self->instroom.items[route],
                                      p->month_start[month],
                                      p->month_start[month + 1]) /
               365.25;
    }
    double season = 1;
    if (self->seizoen.amplitude > 0) {
        season = season_of(&self->seizoen, &p->month_start[month - month % 12],
                           1 + month % 12);
    }
    return wmo_landschap_hulpvragen(self, wijk, year) * season / 365.25;
}

double wmo_landschap_zwaarte(const struct wmo_landschap *self, sim_time now)
{
    if (self->complexiteit.trend_per_year == 0) {
        return 1;
    }
    double year = self->periode.first_year + (double)now / (365.25 * (double)SIM_DAY);
    return pow(1 + self->complexiteit.trend_per_year, year - self->complexiteit.since);
}

/* The same by parts, as the doelgroep has another part of each verwijzing. */
static int verwijzing_of(const struct wmo_landschap *self, const double *cumulative,
                         int year_index, int wijk, int doelgroep, double u)
{
    double sum = 0;
    for (int z = 0; z < self->zorgvormen.count; z++) {
        double share = cumulative[z] - (z > 0 ? cumulative[z - 1] : 0);
        sum += share *
               wmo_doelgroepmix_verwijzing(&self->mix, year_index, wijk, z, doelgroep);
        if (u < sum) {
            return z;
        }
    }
    return WMO_NONE;
}

int wmo_landschap_verwijzing(const struct wmo_landschap *self, int month, int wijk,
                             int doelgroep, double u)
{
    int row = month * self->wijken.count + wijk;
    const double *cumulative = &self->verwijzing[row * self->zorgvormen.count];
    if (doelgroep != WMO_GEEN_DOELGROEP) {
        return verwijzing_of(self, cumulative, month / 12, wijk, doelgroep, u);
    }
    for (int z = 0; z < self->zorgvormen.count; z++) {
        if (u < cumulative[z]) {
            return z;
        }
    }
    return WMO_NONE;
}

int wmo_landschap_month(const struct wmo_landschap *self, int year_index, sim_time time)
{
    int month = 12 * year_index;
    int last = month + 11;
    while (month < last && time >= self->periode.month_start[month + 1]) {
        month++;
    }
    return month;
}
