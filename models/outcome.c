/* models/outcome.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/outcome.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct sim_label TOTAAL = {"totaal", "totaal"};

/* The labels of dimension zorgvorm: the sociale basis, the zorgvormen, then two sums.
 */
static int label_of_zorgvorm(int zorgvorm)
{
    return 1 + zorgvorm;
}

static int label_aanvullend(const struct wmo_landschap *landschap)
{
    return 1 + landschap->zorgvormen.count;
}

static int label_totaal(const struct wmo_landschap *landschap)
{
    return 2 + landschap->zorgvormen.count;
}

static int zorgvorm_column(const struct wmo_outcome *self, int zorgvorm_label, int wijk)
{
    return zorgvorm_label * (self->landschap->wijken.count + 1) + wijk;
}

/* --- Labels --- */

static struct sim_label *new_labels(struct wmo_outcome *self, enum wmo_dimension which,
                                    const char *name, int count)
{
    struct sim_label *labels = calloc((size_t)count, sizeof *labels);
    self->dimensions[which].name = name;
    self->dimensions[which].labels = labels;
    self->dimensions[which].label_count = count;
    return labels;
}

static enum sim_status set_labels(struct wmo_outcome *self)
{
    const struct wmo_landschap *l = self->landschap;
    int years = l->periode.year_count, wijken = l->wijken.count;
    int zorgvormen = l->zorgvormen.count, aanbieders = l->aanbieders.count;
    struct sim_label *jaar = new_labels(self, WMO_DIMENSION_JAAR, "jaar", years + 1);
    struct sim_label *wijk = new_labels(self, WMO_DIMENSION_WIJK, "wijk", wijken + 1);
    struct sim_label *zorgvorm =
        new_labels(self, WMO_DIMENSION_ZORGVORM, "zorgvorm", zorgvormen + 3);
    struct sim_label *aanbieder =
        new_labels(self, WMO_DIMENSION_AANBIEDER, "aanbieder", aanbieders + 1);
    self->texts = malloc((size_t)years * 16);
    if (!jaar || !wijk || !zorgvorm || !aanbieder || !self->texts) {
        return SIM_ERR_NO_MEMORY;
    }
    for (int y = 0; y < years; y++) {
        char *text = &self->texts[16 * y];
        snprintf(text, 16, "%d", l->periode.first_year + y);
        jaar[y] = (struct sim_label){text, text};
    }
    for (int w = 0; w < wijken; w++) {
        wijk[w] = (struct sim_label){l->wijken.items[w].naam, l->wijken.items[w].naam};
    }
    zorgvorm[0] = (struct sim_label){"sociale_basis", "sociale basis"};
    for (int z = 0; z < zorgvormen; z++) {
        const struct wmo_zorgvorm *item = &l->zorgvormen.items[z];
        zorgvorm[label_of_zorgvorm(z)] = (struct sim_label){item->naam, item->titel};
    }
    zorgvorm[label_aanvullend(l)] =
        (struct sim_label){"aanvullende_zorg", "aanvullende zorg samen"};
    for (int a = 0; a < aanbieders; a++) {
        aanbieder[a] = (struct sim_label){l->aanbieders.naam[a], l->aanbieders.naam[a]};
    }
    jaar[years] = wijk[wijken] = zorgvorm[label_totaal(l)] = aanbieder[aanbieders] =
        TOTAAL;
    return SIM_OK;
}

/* --- Cells --- */

static int aanbod_of(const struct wmo_aanbieders *aanbieders, int aanbieder)
{
    int count = 0;
    for (int a = 0; a < aanbieders->aanbod_count; a++) {
        count += aanbieders->aanbod[a].aanbieder == aanbieder;
    }
    return count;
}

/* Fills in where column [column] stands in the dimensions; false when it repeats
 * another: an aanbieder with one zorgvorm. */
static bool place_column(const struct wmo_outcome *self, int column,
                         int16_t label[SIM_DIMENSION_MAX])
{
    const struct wmo_landschap *l = self->landschap;
    int wijken = l->wijken.count;
    label[WMO_DIMENSION_WIJK] = (int16_t)wijken;
    label[WMO_DIMENSION_ZORGVORM] = (int16_t)label_totaal(l);
    label[WMO_DIMENSION_AANBIEDER] = (int16_t)l->aanbieders.count;
    if (column < self->zorgvorm_column_count) {
        label[WMO_DIMENSION_ZORGVORM] = (int16_t)(column / (wijken + 1));
        label[WMO_DIMENSION_WIJK] = (int16_t)(column % (wijken + 1));
        return true;
    }
    int rest = column - self->zorgvorm_column_count;
    if (rest < l->aanbieders.aanbod_count) {
        const struct wmo_aanbod *aanbod = &l->aanbieders.aanbod[rest];
        label[WMO_DIMENSION_ZORGVORM] = (int16_t)label_of_zorgvorm(aanbod->zorgvorm);
        label[WMO_DIMENSION_AANBIEDER] = (int16_t)aanbod->aanbieder;
        return true;
    }
    int aanbieder = rest - l->aanbieders.aanbod_count;
    label[WMO_DIMENSION_AANBIEDER] = (int16_t)aanbieder;
    return aanbod_of(&l->aanbieders, aanbieder) > 1;
}

static enum sim_status set_cells(struct wmo_outcome *self)
{
    int years = self->landschap->periode.year_count;
    size_t most = (size_t)(WMO_MEASURE_COUNT * self->column_count * (years + 1));
    self->cells = calloc(most, sizeof *self->cells);
    self->column = calloc(most, sizeof *self->column);
    if (!self->cells || !self->column) {
        return SIM_ERR_NO_MEMORY;
    }
    int count = 0;
    for (int m = 0; m < WMO_MEASURE_COUNT; m++) {
        for (int column = 0; column < self->column_count; column++) {
            struct sim_cell cell = {.measure = (int16_t)m};
            for (int y = 0; place_column(self, column, cell.label) && y <= years; y++) {
                cell.label[WMO_DIMENSION_JAAR] = (int16_t)y;
                self->column[count] = column;
                self->cells[count++] = cell;
            }
        }
    }
    self->layout = (struct sim_layout){
        .dimensions = self->dimensions,
        .dimension_count = WMO_DIMENSION_COUNT,
        .cells = self->cells,
        .cell_count = count,
    };
    return SIM_OK;
}

enum sim_status wmo_outcome_init(struct wmo_outcome *self,
                                 const struct wmo_landschap *landschap)
{
    memset(self, 0, sizeof *self);
    self->landschap = landschap;
    self->zorgvorm_column_count =
        (landschap->zorgvormen.count + 3) * (landschap->wijken.count + 1);
    self->column_count = self->zorgvorm_column_count +
                         landschap->aanbieders.aanbod_count +
                         landschap->aanbieders.count;
    size_t periods = (size_t)landschap->periode.year_count + 1;
    self->sums = calloc(periods * (size_t)self->column_count, sizeof *self->sums);
    self->wacht =
        calloc(periods * (size_t)self->zorgvorm_column_count, sizeof *self->wacht);
    if (!self->sums || !self->wacht) {
        return SIM_ERR_NO_MEMORY;
    }
    enum sim_status status = set_labels(self);
    return status == SIM_OK ? set_cells(self) : status;
}

void wmo_outcome_free(struct wmo_outcome *self)
{
    for (int d = 0; d < WMO_DIMENSION_COUNT; d++) {
        free((void *)(uintptr_t)self->dimensions[d].labels);
    }
    free(self->texts);
    free(self->cells);
    free(self->column);
    free(self->sums);
    free(self->wacht);
    memset(self, 0, sizeof *self);
}

/* --- Sums --- */

/* The zorgvorm labels that [zorgvorm] counts in; WMO_NONE is the sociale basis, which
 * is a spoor of its own and part of no sum. */
static int labels_of(const struct wmo_landschap *landschap, int zorgvorm, int labels[3])
{
    if (zorgvorm == WMO_NONE) {
        labels[0] = 0;
        return 1;
    }
    labels[0] = label_of_zorgvorm(zorgvorm);
    labels[1] = label_totaal(landschap);
    labels[2] = label_aanvullend(landschap);
    return zorgvorm == landschap->zorgvormen.buurtteam ? 2 : 3;
}

/* Adds one line of one year to every column of that year it belongs to. */
static void add_line(struct wmo_outcome *self, struct wmo_tel *sums, int aanbod,
                     int wijk, const struct wmo_tel *tel)
{
    const struct wmo_landschap *l = self->landschap;
    bool is_sociale_basis = aanbod == l->aanbieders.aanbod_count;
    int labels[3];
    int count = labels_of(
        l, is_sociale_basis ? WMO_NONE : l->aanbieders.aanbod[aanbod].zorgvorm, labels);
    for (int i = 0; i < count; i++) {
        wmo_tel_add_line(&sums[zorgvorm_column(self, labels[i], l->wijken.count)], tel);
        if (wijk < l->wijken.count) {
            wmo_tel_add_line(&sums[zorgvorm_column(self, labels[i], wijk)], tel);
        }
    }
    if (!is_sociale_basis) {
        int column = self->zorgvorm_column_count + aanbod;
        wmo_tel_add_line(&sums[column], tel);
        column = self->zorgvorm_column_count + l->aanbieders.aanbod_count +
                 l->aanbieders.aanbod[aanbod].aanbieder;
        wmo_tel_add_line(&sums[column], tel);
    }
}

static void add_waits(struct wmo_outcome *self, const struct wmo_record *record,
                      int year, int zorgvorm, int wijk)
{
    const struct wmo_landschap *l = self->landschap;
    const struct sim_histogram *waits = wmo_record_wacht(record, year, zorgvorm, wijk);
    struct sim_histogram *of_year = &self->wacht[year * self->zorgvorm_column_count];
    int labels[3];
    int count = labels_of(l, zorgvorm, labels);
    for (int i = 0; i < count; i++) {
        sim_histogram_merge(&of_year[zorgvorm_column(self, labels[i], wijk)], waits);
        sim_histogram_merge(&of_year[zorgvorm_column(self, labels[i], l->wijken.count)],
                            waits);
    }
}

static void sum_year(struct wmo_outcome *self, const struct wmo_record *record,
                     int year)
{
    const struct wmo_landschap *l = self->landschap;
    struct wmo_tel *sums = &self->sums[year * self->column_count];
    int wijk_slots = l->wijken.count + 1;
    for (int line = 0; line < record->line_count; line++) {
        add_line(self, sums, line / wijk_slots, line % wijk_slots,
                 &record->tel[year * record->line_count + line]);
    }
    for (int z = 0; z < l->zorgvormen.count; z++) {
        for (int w = 0; w < l->wijken.count; w++) {
            add_waits(self, record, year, z, w);
        }
    }
}

/* The whole run: sums over the years, but the list at the end is that of the last. */
static void sum_years(struct wmo_outcome *self)
{
    int years = self->landschap->periode.year_count;
    for (int column = 0; column < self->column_count; column++) {
        struct wmo_tel *all = &self->sums[years * self->column_count + column];
        for (int y = 0; y < years; y++) {
            wmo_tel_add_period(all, &self->sums[y * self->column_count + column]);
        }
    }
    for (int column = 0; column < self->zorgvorm_column_count; column++) {
        for (int y = 0; y < years; y++) {
            sim_histogram_merge(
                &self->wacht[years * self->zorgvorm_column_count + column],
                &self->wacht[y * self->zorgvorm_column_count + column]);
        }
    }
}

void wmo_outcome_summarise(struct wmo_outcome *self, const struct wmo_record *record,
                           double *values)
{
    const struct wmo_periode *periode = &self->landschap->periode;
    int years = periode->year_count;
    size_t periods = (size_t)years + 1;
    memset(self->sums, 0, periods * (size_t)self->column_count * sizeof *self->sums);
    memset(self->wacht, 0,
           periods * (size_t)self->zorgvorm_column_count * sizeof *self->wacht);
    for (int y = 0; y < years; y++) {
        sum_year(self, record, y);
    }
    sum_years(self);
    for (int i = 0; i < self->layout.cell_count; i++) {
        const struct sim_cell *cell = &self->cells[i];
        int y = cell->label[WMO_DIMENSION_JAAR];
        int column = self->column[i];
        struct wmo_sum sum = {
            .tel = &self->sums[y * self->column_count + column],
            .wacht = column < self->zorgvorm_column_count
                         ? &self->wacht[y * self->zorgvorm_column_count + column]
                         : NULL,
            .seconds =
                (double)(y < years ? periode->year_start[y + 1] - periode->year_start[y]
                                   : periode->year_start[years]),
            .is_sociale_basis = cell->label[WMO_DIMENSION_ZORGVORM] == 0,
        };
        values[i] = wmo_measure_value((enum wmo_measure)cell->measure, &sum);
    }
}
