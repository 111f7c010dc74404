/* models/bekostiging/eigen_bijdrage.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/bekostiging/eigen_bijdrage.h"

#include <math.h>

#include "models/gemeente/gemeente.h"

#define MONTHS_PER_YEAR 12

void wmo_eigen_bijdrage_load(struct wmo_eigen_bijdrage *self,
                             const struct sim_scenario *scenario)
{
    const char *path = "eigen_bijdrage.groepen";
    double below = 0;
    self->count = sim_scenario_count(scenario, NULL, path);
    for (int g = 0; g < self->count && g < WMO_BIJDRAGE_MAX; g++) {
        const struct sim_node *node = sim_scenario_entry(scenario, NULL, path, g);
        struct wmo_bijdragegroep *groep = &self->groepen[g];
        below += sim_scenario_real(scenario, node, "aandeel");
        groep->cumulative = below;
        groep->afzien = sim_scenario_real_or(scenario, node, "afzien", 0);
        sim_scenario_series(scenario, node, "bedrag", &groep->bedrag);
    }
}

/* The group of [inwoner], the same in every episode. */
static const struct wmo_bijdragegroep *groep_of(const struct wmo_gemeente *self,
                                                const struct wmo_inwoner *inwoner)
{
    const struct wmo_eigen_bijdrage *rules = &self->landschap.eigen_bijdrage;
    struct sim_stream stream = self->stream; /* looking moves nobody's */
    double luck = sim_stream_uniform_at(&stream, wmo_inwoner_person(inwoner->id),
                                        WMO_PURPOSE_BIJDRAGEGROEP);
    int g = 0;
    while (g < rules->count - 1 && luck >= rules->groepen[g].cumulative) {
        g++;
    }
    return &rules->groepen[g];
}

static bool has_bijdrage(const struct wmo_gemeente *self, int zorgvorm)
{
    return self->landschap.eigen_bijdrage.count > 0 && zorgvorm != WMO_NONE &&
           self->landschap.zorgvormen.items[zorgvorm].eigen_bijdrage;
}

/* What [inwoner] pays in a whole year of support like this one, in cents. */
static int64_t cents_per_year(const struct wmo_gemeente *self,
                              const struct wmo_inwoner *inwoner)
{
    if (!has_bijdrage(self, inwoner->zorgvorm)) {
        return 0;
    }
    int year = self->landschap.periode.first_year + self->year_index;
    return llround(100 * MONTHS_PER_YEAR *
                   sim_series_at(&groep_of(self, inwoner)->bedrag, year));
}

void wmo_eigen_bijdrage_book(struct wmo_gemeente *self,
                             const struct wmo_inwoner *inwoner, int sign)
{
    int64_t cents = cents_per_year(self, inwoner);
    if (cents == 0) {
        return;
    }
    const sim_time *year = &self->landschap.periode.year_start[self->year_index];
    double rest = (double)(year[1] - self->engine.now) / (double)(year[1] - year[0]);
    int line = wmo_gemeente_plek(self, inwoner).line;
    WMO_GROOTBOEK_BOOK(self, line, eigen_bijdrage_cents,
                       sign * llround((double)cents * rest));
    sim_timeavg_add(&self->bijdragen.per_year, sign * cents, self->engine.now);
    self->bijdragen.bookings++;
}

static bool pays(const struct wmo_inwoner *inwoner)
{
    return inwoner->toestand == WMO_TOESTAND_IN_ZORG ||
           inwoner->toestand == WMO_TOESTAND_ONDERZOEK ||
           inwoner->toestand == WMO_TOESTAND_BESLUIT ||
           inwoner->toestand == WMO_TOESTAND_PGB;
}

void wmo_eigen_bijdrage_new_year(struct wmo_gemeente *self)
{
    sim_timeavg_reset(&self->bijdragen.per_year, 0, self->engine.now);
    self->bijdragen.bookings = 0;
    if (self->landschap.eigen_bijdrage.count == 0) {
        return;
    }
    for (uint32_t row = 0; row < self->inwoners.pool.high_water; row++) {
        if (pays(&self->inwoners.rows[row])) {
            wmo_eigen_bijdrage_book(self, &self->inwoners.rows[row], 1);
        }
    }
}

bool wmo_eigen_bijdrage_schrikt_af(struct wmo_gemeente *self, uint32_t row)
{
    const struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    if (!has_bijdrage(self, inwoner->zorgvorm)) {
        return false;
    }
    sim_stream_seek_draw(&self->stream, inwoner->id, WMO_PURPOSE_AFZIEN,
                         (uint32_t)inwoner->zorgvorm);
    return sim_stream_uniform(&self->stream) < groep_of(self, inwoner)->afzien;
}

/* Who is supported pays what the accounts say. */
static bool payers_agree(const struct wmo_gemeente *self)
{
    int64_t cents = 0;
    for (uint32_t row = 0; row < self->inwoners.pool.high_water; row++) {
        const struct wmo_inwoner *inwoner = &self->inwoners.rows[row];
        cents += pays(inwoner) ? cents_per_year(self, inwoner) : 0;
    }
    return cents == self->bijdragen.per_year.level;
}

bool wmo_eigen_bijdrage_agrees(const struct wmo_gemeente *self)
{
    if (self->landschap.eigen_bijdrage.count == 0) {
        return self->grootboek.totaal.eigen_bijdrage_cents == 0;
    }
    const struct sim_timeavg *level = &self->bijdragen.per_year;
    const sim_time *year = &self->landschap.periode.year_start[self->year_index];
    double area =
        (double)level->area + (double)level->level * (double)(year[1] - level->last);
    double cents = area / (double)(year[1] - year[0]);
    double slack = 0.5 * (double)self->bijdragen.bookings + 1e-9 * cents + 1e-3;
    return payers_agree(self) &&
           fabs((double)self->grootboek.totaal.eigen_bijdrage_cents - cents) <= slack;
}
