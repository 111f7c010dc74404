/* models/organisatie/overhead.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the number of aanbieders costs. Of n aanbieders of a zorgvorm,
 *   overhead(n)       = basis + helling x (1 - 1/n)     share of the money
 *   coordinatietijd(n), likewise                        share of the direct hours
 * The kostprijs and the direct hours of a fte in the scenario hold for the number that
 * the zorgvorm gives as `aanbieders_prijspeil`, and for n the former is that times
 * (1 - overhead of then) / (1 - overhead(n)) and the latter that times
 * (1 - coordinatietijd(n)) / (1 - coordinatietijd of then). So with the aanbieders of
 * then nothing changes. All of it assumed; a helling of 0 is no effect.
 *
 * Direct hours can grow a little every year by what aanbieders learn (`leren`).
 */
#ifndef WMO_OVERHEAD_H
#define WMO_OVERHEAD_H

#include "sim/scenario/scenario.h"

struct wmo_landschap;

/* A share of money or hours, of any number of aanbieders. */
struct wmo_overhead {
    double basis, helling;
};

double wmo_overhead_of(struct wmo_overhead self, int aanbieders);

/* What the organisation form does to a fte, by year and zorgvorm; 1 for nothing. */
struct wmo_fte_factor {
    double kosten;
    double uren;
};

struct wmo_fte_factors {
    int zorgvorm_count;
    struct wmo_fte_factor *items; /* [year_count x zorgvorm_count] owned */
};

/* Of the periode, zorgvormen, aanbieders and onderaannemers of [landschap].
 * SIM_ERR_NO_MEMORY. */
SIM_MUST_CHECK enum sim_status
wmo_fte_factors_load(struct wmo_fte_factors *self, const struct sim_scenario *scenario,
                     const struct wmo_landschap *landschap);
void wmo_fte_factors_free(struct wmo_fte_factors *self);

static inline struct wmo_fte_factor wmo_fte_factor(const struct wmo_fte_factors *self,
                                                   int year_index, int zorgvorm)
{
    return self->items[year_index * self->zorgvorm_count + zorgvorm];
}

#endif
