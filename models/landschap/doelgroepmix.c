/* models/landschap/doelgroepmix.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/landschap/doelgroepmix.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "models/landschap/landschap.h"

/* --- Tables --- */

static size_t cell(const struct wmo_doelgroepmix *self, int year_index, int wijk)
{
    return ((size_t)year_index * (size_t)self->wijk_count + (size_t)wijk) *
           (size_t)self->count;
}

static size_t zorgvorm_cell(const struct wmo_doelgroepmix *self, int year_index,
                            int wijk, int zorgvorm)
{
    return cell(self, year_index, wijk) * (size_t)self->zorgvorm_count +
           (size_t)zorgvorm * (size_t)self->count;
}

/* Divides [value] by its sum; equal parts when that is 0. */
static void normalise(double *value, int count)
{
    double sum = 0;
    for (int i = 0; i < count; i++) {
        sum += value[i];
    }
    for (int i = 0; i < count; i++) {
        value[i] = sum > 0 ? value[i] / sum : 1.0 / count;
    }
}

static double mean(const double *share, const double *value, int count)
{
    double sum = 0;
    for (int i = 0; i < count; i++) {
        sum += share[i] * value[i];
    }
    return sum;
}

static void fill_aandeel(struct wmo_doelgroepmix *self, const struct wmo_landschap *l,
                         int year_index, int wijk)
{
    double year = l->periode.first_year + year_index + 0.5;
    double *aandeel = &self->aandeel[cell(self, year_index, wijk)];
    for (int d = 0; d < self->count; d++) {
        double *leeftijd = &self->leeftijd[(cell(self, year_index, wijk) + (size_t)d) *
                                           (size_t)self->leeftijd_count];
        for (int g = 0; g < self->leeftijd_count; g++) {
            leeftijd[g] = wmo_leeftijdsgroepen_inwoners(&l->leeftijdsgroepen, g,
                                                        &l->wijken, wijk, year) *
                          l->doelgroepen.items[d].incidentie[g];
            aandeel[d] += leeftijd[g];
        }
        normalise(leeftijd, self->leeftijd_count);
    }
    normalise(aandeel, self->count);
}

static void fill_sociale_basis(struct wmo_doelgroepmix *self,
                               const struct wmo_landschap *l, int year_index, int wijk)
{
    size_t at = cell(self, year_index, wijk);
    const double *aandeel = &self->aandeel[at];
    double *past = &self->past[at], *bereikt = &self->bereikt[at];
    for (int d = 0; d < self->count; d++) {
        past[d] = l->doelgroepen.items[d].sociale_basis_factor;
    }
    double level = mean(aandeel, past, self->count);
    for (int d = 0; d < self->count; d++) {
        past[d] = l->sociale_basis.aandeel_passend * (level > 0 ? past[d] / level : 1);
        bereikt[d] = aandeel[d] * fmax(0, 1 - past[d]);
    }
    normalise(bereikt, self->count);
}

/* Where nobody fits, anybody does. */
static void fill_zorgvorm(struct wmo_doelgroepmix *self, const struct wmo_landschap *l,
                          int year_index, int wijk, int zorgvorm)
{
    const double *bereikt = &self->bereikt[cell(self, year_index, wijk)];
    size_t at = zorgvorm_cell(self, year_index, wijk, zorgvorm);
    double *factor = &self->verwijzing[at], *in = &self->samenstelling[at];
    for (int d = 0; d < self->count; d++) {
        factor[d] = l->doelgroepen.items[d].past[zorgvorm];
    }
    double level = mean(bereikt, factor, self->count);
    for (int d = 0; d < self->count; d++) {
        factor[d] = level > 0 ? factor[d] / level : 1;
        in[d] = bereikt[d] * factor[d];
    }
    normalise(in, self->count);
}

/* Whoever is not referred stays with the buurtteam. */
static void fill_buurtteam(struct wmo_doelgroepmix *self, const struct wmo_landschap *l,
                           int year_index, int wijk)
{
    double year = l->periode.first_year + year_index + 0.5;
    double *in = &self->samenstelling[zorgvorm_cell(self, year_index, wijk,
                                                    l->zorgvormen.buurtteam)];
    for (int d = 0; d < self->count; d++) {
        double stays = 1;
        for (int z = 0; z < self->zorgvorm_count; z++) {
            stays -= wmo_landschap_aandeel_verwezen(&l->wijken, &l->zorgvormen.items[z],
                                                    wijk, l->peiljaar, year) *
                     wmo_doelgroepmix_verwijzing(self, year_index, wijk, z, d);
        }
        in[d] =
            self->bereikt[cell(self, year_index, wijk) + (size_t)d] * fmax(0, stays);
    }
    normalise(in, self->count);
}

/* Divides the factors on uitval and stay by their mean over who is entered in the first
 * year, and those on hours by their mean over who is then in care. */
static void fill_factors(struct wmo_doelgroepmix *self, const struct wmo_landschap *l,
                         int zorgvorm)
{
    double start = 0, days = 0, hours = 0, uitval = 0;
    for (int w = 0; w < self->wijk_count; w++) {
        double city = wmo_wijken_aandeel(&l->wijken, w,
                                         l->zorgvormen.items[zorgvorm].gewicht_65plus,
                                         l->periode.first_year + 0.5);
        const double *in = &self->samenstelling[zorgvorm_cell(self, 0, w, zorgvorm)];
        for (int d = 0; d < self->count; d++) {
            const struct wmo_doelgroep *doelgroep = &l->doelgroepen.items[d];
            start += city * in[d];
            uitval += city * in[d] * doelgroep->uitval_factor;
            days += city * in[d] * doelgroep->duur_factor;
            hours += city * in[d] * doelgroep->duur_factor * doelgroep->uren_factor;
        }
    }
    for (int d = 0; d < self->count; d++) {
        int at = zorgvorm * self->count + d;
        self->duur[at] = l->doelgroepen.items[d].duur_factor * start / days;
        self->uitval[at] =
            uitval > 0 ? l->doelgroepen.items[d].uitval_factor * start / uitval : 1;
        self->uren[at] = l->doelgroepen.items[d].uren_factor * days / hours;
    }
}

/* The mean over who is entered for [zorgvorm] in the first year of the factor on
 * [reden]. */
static double mean_reden(const struct wmo_doelgroepmix *self,
                         const struct wmo_landschap *l, int zorgvorm, int reden)
{
    double start = 0, sum = 0;
    for (int w = 0; w < self->wijk_count; w++) {
        double city = wmo_wijken_aandeel(&l->wijken, w,
                                         l->zorgvormen.items[zorgvorm].gewicht_65plus,
                                         l->periode.first_year + 0.5);
        const double *in = &self->samenstelling[zorgvorm_cell(self, 0, w, zorgvorm)];
        for (int d = 0; d < self->count; d++) {
            start += city * in[d];
            sum += city * in[d] * l->doelgroepen.items[d].reden_factor[reden];
        }
    }
    return sum / start;
}

/* With a mean of 0 it happens to nobody of any doelgroep: then the factors are 1. */
static void fill_reden(struct wmo_doelgroepmix *self, const struct wmo_landschap *l,
                       int zorgvorm)
{
    for (int r = 0; r < WMO_REDEN_COUNT; r++) {
        double level = mean_reden(self, l, zorgvorm, r);
        bool happens = l->zorgvormen.items[zorgvorm].uitstroom.per_day[r] > 0;
        for (int d = 0; d < self->count; d++) {
            int at = zorgvorm * self->count + d;
            double factor =
                level > 0 ? l->doelgroepen.items[d].reden_factor[r] / level : 1;
            self->reden[at * WMO_REDEN_COUNT + r] = factor;
            self->heeft_reden[at] =
                self->heeft_reden[at] || (happens && (factor < 1 || factor > 1));
        }
    }
}

static enum sim_status allocate(struct wmo_doelgroepmix *self, int year_count)
{
    size_t cells = (size_t)(year_count * self->wijk_count * self->count);
    size_t zorgvormen = (size_t)self->zorgvorm_count;
    size_t factors = zorgvormen * (size_t)self->count;
    self->aandeel = calloc(cells, sizeof(double));
    self->leeftijd = calloc(cells * (size_t)self->leeftijd_count, sizeof(double));
    self->past = calloc(cells, sizeof(double));
    self->bereikt = calloc(cells, sizeof(double));
    self->verwijzing = calloc(cells * zorgvormen, sizeof(double));
    self->samenstelling = calloc(cells * zorgvormen, sizeof(double));
    self->duur = calloc(factors, sizeof(double));
    self->uren = calloc(factors, sizeof(double));
    self->uitval = calloc(factors, sizeof(double));
    self->reden = calloc(factors * WMO_REDEN_COUNT, sizeof(double));
    self->heeft_reden = calloc(factors, sizeof(bool));
    return self->aandeel && self->leeftijd && self->past && self->bereikt &&
                   self->verwijzing && self->samenstelling && self->duur &&
                   self->uren && self->uitval && self->reden && self->heeft_reden
               ? SIM_OK
               : SIM_ERR_NO_MEMORY;
}

enum sim_status wmo_doelgroepmix_init(struct wmo_doelgroepmix *self,
                                      const struct wmo_landschap *l)
{
    memset(self, 0, sizeof *self);
    if (l->doelgroepen.count == 0) {
        return SIM_OK;
    }
    self->count = l->doelgroepen.count;
    self->leeftijd_count = l->leeftijdsgroepen.count;
    self->wijk_count = l->wijken.count;
    self->zorgvorm_count = l->zorgvormen.count;
    enum sim_status status = allocate(self, l->periode.year_count);
    for (int y = 0; status == SIM_OK && y < l->periode.year_count; y++) {
        for (int w = 0; w < self->wijk_count; w++) {
            fill_aandeel(self, l, y, w);
            fill_sociale_basis(self, l, y, w);
            for (int z = 0; z < self->zorgvorm_count; z++) {
                fill_zorgvorm(self, l, y, w, z);
            }
            fill_buurtteam(self, l, y, w);
        }
    }
    for (int z = 0; status == SIM_OK && z < self->zorgvorm_count; z++) {
        fill_factors(self, l, z);
        fill_reden(self, l, z);
    }
    return status;
}

void wmo_doelgroepmix_free(struct wmo_doelgroepmix *self)
{
    free(self->aandeel);
    free(self->leeftijd);
    free(self->past);
    free(self->bereikt);
    free(self->verwijzing);
    free(self->samenstelling);
    free(self->duur);
    free(self->uren);
    free(self->uitval);
    free(self->reden);
    free(self->heeft_reden);
    memset(self, 0, sizeof *self);
}

/* --- Lookups --- */

/* The index that [u] falls on when the unit interval is divided by [share] x [weight]
 * (NULL: 1); [u] becomes its place within that part, uniform again. */
static int pick(const double *share, const double *weight, int count, double *u)
{
    double total = 0, part = 0;
    for (int i = 0; i < count; i++) {
        total += share[i] * (weight ? weight[i] : 1);
    }
    double rest = *u * total;
    int last = 0;
    for (int i = 0; i < count; i++) {
        double size = share[i] * (weight ? weight[i] : 1);
        if (size <= 0) {
            continue;
        }
        last = i;
        part = size;
        if (rest < size) {
            break;
        }
        rest -= size;
    }
    *u = part > 0 ? fmin(rest / part, 1) : *u;
    return last;
}

struct wmo_kenmerk wmo_doelgroepmix_van(const struct wmo_doelgroepmix *self,
                                        int year_index, int wijk, int doelgroep,
                                        double u)
{
    const double *leeftijd =
        &self->leeftijd[(cell(self, year_index, wijk) + (size_t)doelgroep) *
                        (size_t)self->leeftijd_count];
    int groep = pick(leeftijd, NULL, self->leeftijd_count, &u);
    return (struct wmo_kenmerk){doelgroep, groep};
}

static struct wmo_kenmerk pick_kenmerk(const struct wmo_doelgroepmix *self,
                                       int year_index, int wijk, const double *share,
                                       const double *weight, double u)
{
    int doelgroep = pick(share, weight, self->count, &u);
    return wmo_doelgroepmix_van(self, year_index, wijk, doelgroep, u);
}

struct wmo_kenmerk wmo_doelgroepmix_hulpvraag(const struct wmo_doelgroepmix *self,
                                              int year_index, int wijk, double u)
{
    return pick_kenmerk(self, year_index, wijk,
                        &self->aandeel[cell(self, year_index, wijk)], NULL, u);
}

struct wmo_kenmerk wmo_doelgroepmix_onderzoek(const struct wmo_doelgroepmix *self,
                                              int year_index, int wijk, double u)
{
    return pick_kenmerk(self, year_index, wijk,
                        &self->bereikt[cell(self, year_index, wijk)], NULL, u);
}

struct wmo_kenmerk wmo_doelgroepmix_aanmelding(const struct wmo_doelgroepmix *self,
                                               int year_index, int zorgvorm, int wijk,
                                               double u)
{
    return pick_kenmerk(
        self, year_index, wijk,
        &self->samenstelling[zorgvorm_cell(self, year_index, wijk, zorgvorm)], NULL, u);
}

struct wmo_kenmerk wmo_doelgroepmix_in_zorg(const struct wmo_doelgroepmix *self,
                                            int year_index, int zorgvorm, int wijk,
                                            double u)
{
    return pick_kenmerk(
        self, year_index, wijk,
        &self->samenstelling[zorgvorm_cell(self, year_index, wijk, zorgvorm)],
        &self->duur[zorgvorm * self->count], u);
}

struct wmo_kenmerk
wmo_doelgroepmix_in_sociale_basis(const struct wmo_doelgroepmix *self, int year_index,
                                  int wijk, double u)
{
    size_t at = cell(self, year_index, wijk);
    return pick_kenmerk(self, year_index, wijk, &self->aandeel[at], &self->past[at], u);
}

double wmo_doelgroepmix_past(const struct wmo_doelgroepmix *self, int year_index,
                             int wijk, int doelgroep)
{
    return self->past[cell(self, year_index, wijk) + (size_t)doelgroep];
}

double wmo_doelgroepmix_verwijzing(const struct wmo_doelgroepmix *self, int year_index,
                                   int wijk, int zorgvorm, int doelgroep)
{
    return self->verwijzing[zorgvorm_cell(self, year_index, wijk, zorgvorm) +
                            (size_t)doelgroep];
}

double wmo_doelgroepmix_duur(const struct wmo_doelgroepmix *self, int zorgvorm,
                             int doelgroep)
{
    return doelgroep >= self->count ? 1
                                    : self->duur[zorgvorm * self->count + doelgroep];
}

double wmo_doelgroepmix_uren(const struct wmo_doelgroepmix *self, int zorgvorm,
                             int doelgroep)
{
    return doelgroep >= self->count ? 1
                                    : self->uren[zorgvorm * self->count + doelgroep];
}

double wmo_doelgroepmix_uitval(const struct wmo_doelgroepmix *self, int zorgvorm,
                               int doelgroep)
{
    return doelgroep >= self->count ? 1
                                    : self->uitval[zorgvorm * self->count + doelgroep];
}

double wmo_doelgroepmix_reden(const struct wmo_doelgroepmix *self, int zorgvorm,
                              int doelgroep, int reden)
{
    return doelgroep >= self->count
               ? 1
               : self->reden[(zorgvorm * self->count + doelgroep) * WMO_REDEN_COUNT +
                             reden];
}

bool wmo_doelgroepmix_has_reden(const struct wmo_doelgroepmix *self, int zorgvorm,
                                int doelgroep)
{
    return doelgroep < self->count &&
           self->heeft_reden[zorgvorm * self->count + doelgroep];
}
