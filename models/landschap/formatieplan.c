/* models/landschap/formatieplan.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/landschap/formatieplan.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "models/beweging/geldstroom.h"

static size_t team_at(const struct wmo_formatieplan *self, int year_index, int team)
{
    return (size_t)(year_index * self->landschap->aanbieders.team_count + team);
}

/* The budget of [team] for its inwoners in [wijk]; none for wijken it does not serve.
 */
static int64_t begroot(const struct wmo_landschap *landschap, int team, int wijk,
                       int year)
{
    const struct wmo_aanbieders *aanbieders = &landschap->aanbieders;
    int aanbod = aanbieders->teams[team].aanbod;
    if (wmo_aanbieders_team(aanbieders, aanbod, wijk) != team) {
        return 0;
    }
    int zorgvorm = aanbieders->aanbod[aanbod].zorgvorm;
    double euro = wmo_begroting_wijk(&landschap->begroting,
                                     &landschap->zorgvormen.items[zorgvorm], wijk, year,
                                     &landschap->wijken);
    return (int64_t)llround(100 * euro *
                            wmo_aanbieders_aandeel(aanbieders,
                                                   year - landschap->periode.first_year,
                                                   aanbod, wijk));
}

/* Divides the budgets of a year, and moves what goes along with inwoners. */
static void divide(struct wmo_formatieplan *self, int year_index)
{
    const struct wmo_landschap *landschap = self->landschap;
    int wijken = landschap->wijken.count;
    size_t first = team_at(self, year_index, 0) * (size_t)wijken;
    for (int t = 0; t < landschap->aanbieders.team_count; t++) {
        for (int w = 0; w < wijken; w++) {
            self->wijk_cents[first + (size_t)(t * wijken + w)] =
                begroot(landschap, t, w, landschap->periode.first_year + year_index);
        }
    }
    struct wmo_geldboek boek = {&self->wijk_cents[first], &self->verschoven[first],
                                &self->sociale_basis[year_index * wijken]};
    wmo_geldstroom_move(landschap, year_index, &boek);
}

struct wmo_formatie wmo_formatieplan_formatie(const struct wmo_formatieplan *self,
                                              int team, int year_index, int64_t cents,
                                              double fte)
{
    const struct wmo_landschap *landschap = self->landschap;
    int aanbod = landschap->aanbieders.teams[team].aanbod;
    const struct wmo_aanbod *a = &landschap->aanbieders.aanbod[aanbod];
    double contract = landschap->zorgvormen.items[a->zorgvorm].contract_fte;
    double minutes = fte * wmo_landschap_minutes_per_fte(landschap, aanbod, year_index);
    /* A hair of tolerance, so that a budget for exactly six fte gives six people. */
    struct wmo_formatie formatie = {
        .begroot_cents = cents,
        .medewerkers = (int32_t)ceil(fte / contract - 1e-6),
        .minutes = (int64_t)floor(minutes + 1e-3),
    };
    formatie.lendable_minutes = (int64_t)((double)formatie.minutes * a->uitleen);
    return formatie;
}

static void plan_team(struct wmo_formatieplan *self, int year_index, int team)
{
    const struct wmo_landschap *landschap = self->landschap;
    int aanbod = landschap->aanbieders.teams[team].aanbod;
    const struct wmo_zorgvorm *zorgvorm =
        &landschap->zorgvormen.items[landschap->aanbieders.aanbod[aanbod].zorgvorm];
    size_t at = team_at(self, year_index, team);
    int64_t begroot_cents = 0;
    for (int w = 0; w < landschap->wijken.count; w++) {
        begroot_cents +=
            self->wijk_cents[at * (size_t)landschap->wijken.count + (size_t)w];
    }
    double fte = (double)begroot_cents / 100 * (1 - zorgvorm->aandeel_activiteiten) /
                 wmo_landschap_kostprijs(landschap,
                                         landschap->aanbieders.aanbod[aanbod].zorgvorm,
                                         year_index);
    self->formatie[at] =
        wmo_formatieplan_formatie(self, team, year_index, begroot_cents, fte);
}

static void set_prices(struct wmo_formatieplan *self, int year_index)
{
    const struct wmo_landschap *landschap = self->landschap;
    int year = landschap->periode.first_year + year_index;
    int count = landschap->aanbieders.aanbod_count;
    for (int a = 0; a < count; a++) {
        const struct wmo_zorgvorm *zorgvorm =
            &landschap->zorgvormen.items[landschap->aanbieders.aanbod[a].zorgvorm];
        struct wmo_prijs *prijs = &self->prijs[year_index * count + a];
        prijs->minute_cents =
            100 *
            wmo_landschap_kostprijs(landschap, landschap->aanbieders.aanbod[a].zorgvorm,
                                    year_index) /
            wmo_landschap_minutes_per_fte(landschap, a, year_index);
        prijs->activiteit_cents =
            100 * wmo_begroting_activiteiten(&landschap->begroting, zorgvorm, year);
        for (int s = 0; s < WMO_VERVOER_COUNT; s++) {
            prijs->vervoer_cents[s] =
                100 * wmo_begroting_vervoer(&landschap->begroting, zorgvorm, s, year);
        }
    }
}

enum sim_status wmo_formatieplan_init(struct wmo_formatieplan *self,
                                      const struct wmo_landschap *landschap)
{
    size_t years = (size_t)landschap->periode.year_count;
    size_t teams = years * (size_t)landschap->aanbieders.team_count;
    self->landschap = landschap;
    self->formatie = calloc(teams, sizeof *self->formatie);
    self->wijk_cents =
        calloc(teams * (size_t)landschap->wijken.count, sizeof *self->wijk_cents);
    self->verschoven =
        calloc(teams * (size_t)landschap->wijken.count, sizeof *self->verschoven);
    self->sociale_basis =
        calloc(years * (size_t)landschap->wijken.count, sizeof *self->sociale_basis);
    self->prijs =
        calloc(years * (size_t)landschap->aanbieders.aanbod_count, sizeof *self->prijs);
    if (!self->formatie || !self->wijk_cents || !self->verschoven ||
        !self->sociale_basis || !self->prijs) {
        return SIM_ERR_NO_MEMORY;
    }
    for (int y = 0; y < landschap->periode.year_count; y++) {
        set_prices(self, y);
        divide(self, y);
        for (int t = 0; t < landschap->aanbieders.team_count; t++) {
            plan_team(self, y, t);
        }
    }
    return SIM_OK;
}

void wmo_formatieplan_free(struct wmo_formatieplan *self)
{
    free(self->formatie);
    free(self->wijk_cents);
    free(self->verschoven);
    free(self->sociale_basis);
    free(self->prijs);
    memset(self, 0, sizeof *self);
}

const struct wmo_formatie *wmo_formatieplan_team(const struct wmo_formatieplan *self,
                                                 int year_index, int team)
{
    return &self->formatie[team_at(self, year_index, team)];
}

int64_t wmo_formatieplan_wijk_cents(const struct wmo_formatieplan *self, int year_index,
                                    int team, int wijk)
{
    return self->wijk_cents[team_at(self, year_index, team) *
                                (size_t)self->landschap->wijken.count +
                            (size_t)wijk];
}

static int64_t cents(const struct wmo_formatieplan *self, int year_index,
                     double cents_per_year, sim_time from, sim_time to)
{
    const sim_time *year_start = &self->landschap->periode.year_start[year_index];
    double cents =
        cents_per_year * (double)(to - from) / (double)(year_start[1] - year_start[0]);
    /* What llround gives for what is not negative, without the call. */
    int64_t whole = (int64_t)cents;
    return whole + (cents - (double)whole >= 0.5);
}

const struct wmo_prijs *wmo_formatieplan_prijs(const struct wmo_formatieplan *self,
                                               int year_index, int aanbod)
{
    return &self->prijs[year_index * self->landschap->aanbieders.aanbod_count + aanbod];
}

int64_t wmo_formatieplan_verschoven(const struct wmo_formatieplan *self, int year_index,
                                    int team, int wijk)
{
    return self->verschoven[team_at(self, year_index, team) *
                                (size_t)self->landschap->wijken.count +
                            (size_t)wijk];
}

int64_t wmo_formatieplan_sociale_basis(const struct wmo_formatieplan *self,
                                       int year_index, int wijk)
{
    return self->sociale_basis[year_index * self->landschap->wijken.count + wijk];
}

int64_t wmo_formatieplan_kosten(const struct wmo_formatieplan *self, int year_index,
                                int aanbod, int minutes, sim_time from, sim_time to)
{
    const struct wmo_prijs *prijs = wmo_formatieplan_prijs(self, year_index, aanbod);
    return cents(self, year_index,
                 prijs->minute_cents * minutes + prijs->activiteit_cents, from, to);
}

int64_t wmo_formatieplan_vervoer(const struct wmo_formatieplan *self, int year_index,
                                 int aanbod, int soort, int days, sim_time from,
                                 sim_time to)
{
    const struct wmo_prijs *prijs = wmo_formatieplan_prijs(self, year_index, aanbod);
    return cents(self, year_index, prijs->vervoer_cents[soort] * days, from, to);
}

int64_t wmo_formatieplan_uren(const struct wmo_formatieplan *self, int year_index,
                              int aanbod, int64_t minutes, sim_time from, sim_time to)
{
    const struct wmo_prijs *prijs = wmo_formatieplan_prijs(self, year_index, aanbod);
    return cents(self, year_index, prijs->minute_cents * (double)minutes, from, to);
}
