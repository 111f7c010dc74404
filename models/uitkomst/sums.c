/* models/uitkomst/sums.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/uitkomst/sums.h"

#include <stdlib.h>
#include <string.h>

/* --- Columns --- */

int wmo_label_zorgvorm(int zorgvorm)
{
    return 1 + zorgvorm;
}

int wmo_label_aanvullend(const struct wmo_landschap *landschap)
{
    return 1 + landschap->zorgvormen.count;
}

int wmo_label_totaal(const struct wmo_landschap *landschap)
{
    return 2 + landschap->zorgvormen.count;
}

static int aanbod_of(const struct wmo_aanbieders *aanbieders, int aanbieder)
{
    int count = 0;
    for (int a = 0; a < aanbieders->aanbod_count; a++) {
        count += aanbieders->aanbod[a].aanbieder == aanbieder;
    }
    return count;
}

static int wijk_column(const struct wmo_sums *self, int zorgvorm_label, int wijk)
{
    return zorgvorm_label * (self->landschap->wijken.count + 1) + wijk;
}

static int doelgroep_column(const struct wmo_sums *self, int zorgvorm_label,
                            int doelgroep)
{
    return self->wijk_column_count +
           zorgvorm_label * self->landschap->doelgroepen.count + doelgroep;
}

/* An aanbieder with one zorgvorm repeats its aanbod. */
struct wmo_column wmo_sums_column(const struct wmo_sums *self, int column)
{
    const struct wmo_landschap *l = self->landschap;
    int wijken = l->wijken.count, doelgroepen = l->doelgroepen.count;
    struct wmo_column place = {wmo_label_totaal(l), wijken, l->aanbieders.count,
                               doelgroepen, false};
    if (column < self->wijk_column_count) {
        place.zorgvorm_label = column / (wijken + 1);
        place.wijk = column % (wijken + 1);
        return place;
    }
    if (column < self->wacht_column_count) {
        place.zorgvorm_label = (column - self->wijk_column_count) / doelgroepen;
        place.doelgroep = (column - self->wijk_column_count) % doelgroepen;
        return place;
    }
    int rest = column - self->wacht_column_count;
    if (rest < l->aanbieders.aanbod_count) {
        const struct wmo_aanbod *aanbod = &l->aanbieders.aanbod[rest];
        place.zorgvorm_label = wmo_label_zorgvorm(aanbod->zorgvorm);
        place.aanbieder = aanbod->aanbieder;
        return place;
    }
    place.aanbieder = rest - l->aanbieders.aanbod_count;
    place.is_double = aanbod_of(&l->aanbieders, place.aanbieder) < 2;
    return place;
}

bool wmo_sums_has_months(const struct wmo_sums *self, int column)
{
    const struct wmo_landschap *l = self->landschap;
    if (column >= self->wijk_column_count || l->maanden == WMO_MAANDEN_GEEN) {
        return false;
    }
    return l->maanden == WMO_MAANDEN_WIJKEN ||
           wmo_sums_column(self, column).wijk == l->wijken.count;
}

/* The labels that [zorgvorm] counts in; WMO_NONE is the sociale basis, which is a spoor
 * of its own and part of no sum. */
static int labels_of(const struct wmo_landschap *landschap, int zorgvorm, int labels[3])
{
    if (zorgvorm == WMO_NONE) {
        labels[0] = 0;
        return 1;
    }
    labels[0] = wmo_label_zorgvorm(zorgvorm);
    labels[1] = wmo_label_totaal(landschap);
    labels[2] = wmo_label_aanvullend(landschap);
    return zorgvorm == landschap->zorgvormen.buurtteam ? 2 : 3;
}

/* --- Memory --- */

static size_t year_size(const struct wmo_sums *self, int columns)
{
    return ((size_t)self->landschap->periode.year_count + 1) * (size_t)columns;
}

static size_t month_size(const struct wmo_sums *self)
{
    return self->landschap->maanden == WMO_MAANDEN_GEEN
               ? 0
               : (size_t)self->landschap->periode.month_count *
                     (size_t)self->wijk_column_count;
}

enum sim_status wmo_sums_init(struct wmo_sums *self,
                              const struct wmo_landschap *landschap)
{
    self->landschap = landschap;
    int labels = landschap->zorgvormen.count + 3;
    self->wijk_column_count = labels * (landschap->wijken.count + 1);
    self->wacht_column_count =
        self->wijk_column_count + labels * landschap->doelgroepen.count;
    self->column_count = self->wacht_column_count + landschap->aanbieders.aanbod_count +
                         landschap->aanbieders.count;
    self->year = calloc(year_size(self, self->column_count), sizeof *self->year);
    self->month = calloc(month_size(self) + 1, sizeof *self->month);
    self->wacht =
        calloc(year_size(self, self->wacht_column_count), sizeof *self->wacht);
    return self->year && self->month && self->wacht ? SIM_OK : SIM_ERR_NO_MEMORY;
}

void wmo_sums_free(struct wmo_sums *self)
{
    free(self->year);
    free(self->month);
    free(self->wacht);
    memset(self, 0, sizeof *self);
}

/* --- Adding up --- */

/* Adds to the columns of [zorgvorm] in [wijk], of the period whose columns are [sums].
 */
static void add_zorgvorm(const struct wmo_sums *self, struct wmo_tel *sums,
                         int zorgvorm, int wijk, const struct wmo_tel *tel)
{
    int wijken = self->landschap->wijken.count;
    int labels[3];
    int count = labels_of(self->landschap, zorgvorm, labels);
    for (int i = 0; i < count; i++) {
        wmo_tel_add_line(&sums[wijk_column(self, labels[i], wijken)], tel);
        if (wijk < wijken) {
            wmo_tel_add_line(&sums[wijk_column(self, labels[i], wijk)], tel);
        }
    }
}

/* Adds one line of one year to every column of that year it belongs to. */
static void add_line(const struct wmo_sums *self, struct wmo_tel *sums, int aanbod,
                     int wijk, const struct wmo_tel *tel)
{
    const struct wmo_aanbieders *aanbieders = &self->landschap->aanbieders;
    if (aanbod == aanbieders->aanbod_count) {
        add_zorgvorm(self, sums, WMO_NONE, wijk, tel);
        return;
    }
    add_zorgvorm(self, sums, aanbieders->aanbod[aanbod].zorgvorm, wijk, tel);
    struct wmo_tel *of_aanbod = &sums[self->wacht_column_count];
    wmo_tel_add_line(&of_aanbod[aanbod], tel);
    wmo_tel_add_line(
        &of_aanbod[aanbieders->aanbod_count + aanbieders->aanbod[aanbod].aanbieder],
        tel);
}

/* Adds to the columns of [zorgvorm] and [doelgroep] of a year. */
static void add_doelgroep(const struct wmo_sums *self, struct wmo_tel *sums,
                          int zorgvorm, int doelgroep, const struct wmo_tel *tel)
{
    int labels[3];
    int count = labels_of(self->landschap, zorgvorm, labels);
    for (int i = 0; i < count; i++) {
        wmo_tel_add_line(&sums[doelgroep_column(self, labels[i], doelgroep)], tel);
    }
}

/* Adds the waits in [zorgvorm] of [slot] (see wmo_record_wacht) in [year]. */
static void add_waits(const struct wmo_sums *self, const struct wmo_record *record,
                      int year, int zorgvorm, int slot)
{
    int wijken = self->landschap->wijken.count;
    const struct sim_histogram *waits = wmo_record_wacht(record, year, zorgvorm, slot);
    struct sim_histogram *of_year = &self->wacht[year * self->wacht_column_count];
    int labels[3];
    int count = labels_of(self->landschap, zorgvorm, labels);
    for (int i = 0; i < count; i++) {
        int column = slot < wijken ? wijk_column(self, labels[i], slot)
                                   : doelgroep_column(self, labels[i], slot - wijken);
        sim_histogram_merge(&of_year[column], waits);
        if (slot < wijken) {
            column = wijk_column(self, labels[i], wijken);
            sim_histogram_merge(&of_year[column], waits);
        }
    }
}

static void sum_year(struct wmo_sums *self, const struct wmo_record *record, int year)
{
    const struct wmo_landschap *l = self->landschap;
    struct wmo_tel *sums = &self->year[year * self->column_count];
    int wijk_slots = l->wijken.count + 1;
    for (int line = 0; line < record->line_count; line++) {
        add_line(self, sums, line / wijk_slots, line % wijk_slots,
                 &record->tel[year * record->total_count + line]);
    }
    for (int z = WMO_NONE; z < l->zorgvormen.count; z++) {
        for (int d = 0; d < l->doelgroepen.count; d++) {
            int line = wmo_record_line_doelgroep(record, z, d);
            add_doelgroep(self, sums, z, d,
                          &record->tel[year * record->total_count + line]);
        }
        for (int slot = 0;
             z != WMO_NONE && slot < l->wijken.count + l->doelgroepen.count; slot++) {
            add_waits(self, record, year, z, slot);
        }
    }
}

/* The whole run: sums over the years. */
static void sum_years(struct wmo_sums *self)
{
    int years = self->landschap->periode.year_count;
    for (int column = 0; column < self->column_count; column++) {
        struct wmo_tel *all = &self->year[years * self->column_count + column];
        for (int y = 0; y < years; y++) {
            wmo_tel_add_period(all, &self->year[y * self->column_count + column]);
        }
    }
    for (int column = 0; column < self->wacht_column_count; column++) {
        for (int y = 0; y < years; y++) {
            sim_histogram_merge(&self->wacht[years * self->wacht_column_count + column],
                                &self->wacht[y * self->wacht_column_count + column]);
        }
    }
}

static void sum_months(struct wmo_sums *self, const struct wmo_maanden *maanden)
{
    for (int m = 0; m < self->landschap->periode.month_count; m++) {
        for (int column = 0; column < maanden->column_count; column++) {
            add_zorgvorm(self, &self->month[m * self->wijk_column_count],
                         wmo_maanden_zorgvorm(maanden, column),
                         wmo_maanden_wijk(maanden, column),
                         wmo_maanden_tel(maanden, m, column));
        }
    }
}

void wmo_sums_collect(struct wmo_sums *self, const struct wmo_record *record)
{
    memset(self->year, 0, year_size(self, self->column_count) * sizeof *self->year);
    memset(self->month, 0, month_size(self) * sizeof *self->month);
    memset(self->wacht, 0,
           year_size(self, self->wacht_column_count) * sizeof *self->wacht);
    for (int y = 0; y < self->landschap->periode.year_count; y++) {
        sum_year(self, record, y);
    }
    sum_years(self);
    sum_months(self, &record->maanden);
}
