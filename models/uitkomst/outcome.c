/* models/uitkomst/outcome.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/uitkomst/outcome.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MONTH_COUNT 12 /* of a year; as label of dimension maand: the whole year */

static const struct sim_label TOTAAL = {"totaal", "totaal"};
static const struct sim_label MAAND[MONTH_COUNT] = {
    {"01", "januari"},   {"02", "februari"}, {"03", "maart"},    {"04", "april"},
    {"05", "mei"},       {"06", "juni"},     {"07", "juli"},     {"08", "augustus"},
    {"09", "september"}, {"10", "oktober"},  {"11", "november"}, {"12", "december"}};

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
    int doelgroepen = l->doelgroepen.count;
    struct sim_label *jaar = new_labels(self, WMO_DIMENSION_JAAR, "jaar", years + 1);
    struct sim_label *wijk = new_labels(self, WMO_DIMENSION_WIJK, "wijk", wijken + 1);
    struct sim_label *zorgvorm =
        new_labels(self, WMO_DIMENSION_ZORGVORM, "zorgvorm", zorgvormen + 3);
    struct sim_label *aanbieder =
        new_labels(self, WMO_DIMENSION_AANBIEDER, "aanbieder", aanbieders + 1);
    struct sim_label *doelgroep =
        new_labels(self, WMO_DIMENSION_DOELGROEP, "doelgroep", doelgroepen + 1);
    self->texts = malloc((size_t)years * 16);
    struct sim_label *maand =
        new_labels(self, WMO_DIMENSION_MAAND, "maand", MONTH_COUNT + 1);
    if (!jaar || !maand || !wijk || !zorgvorm || !aanbieder || !doelgroep ||
        !self->texts) {
        return SIM_ERR_NO_MEMORY;
    }
    for (int y = 0; y < years; y++) {
        char *text = &self->texts[16 * y];
        snprintf(text, 16, "%d", l->periode.first_year + y);
        jaar[y] = (struct sim_label){text, text};
    }
    memcpy(maand, MAAND, sizeof MAAND);
    for (int w = 0; w < wijken; w++) {
        wijk[w] = (struct sim_label){l->wijken.items[w].naam, l->wijken.items[w].naam};
    }
    zorgvorm[0] = (struct sim_label){"sociale_basis", "sociale basis"};
    for (int z = 0; z < zorgvormen; z++) {
        const struct wmo_zorgvorm *item = &l->zorgvormen.items[z];
        zorgvorm[wmo_label_zorgvorm(z)] = (struct sim_label){item->naam, item->titel};
    }
    zorgvorm[wmo_label_aanvullend(l)] =
        (struct sim_label){"aanvullende_zorg", "aanvullende zorg samen"};
    for (int a = 0; a < aanbieders; a++) {
        aanbieder[a] = (struct sim_label){l->aanbieders.naam[a], l->aanbieders.naam[a]};
    }
    for (int d = 0; d < doelgroepen; d++) {
        const struct wmo_doelgroep *item = &l->doelgroepen.items[d];
        doelgroep[d] = (struct sim_label){item->naam, item->titel};
    }
    doelgroep[doelgroepen] = TOTAAL;
    jaar[years] = maand[MONTH_COUNT] = wijk[wijken] = zorgvorm[wmo_label_totaal(l)] =
        aanbieder[aanbieders] = TOTAAL;
    return SIM_OK;
}

/* --- Cells --- */

/* Whether [measure] is given for column [place]. */
static bool is_given(const struct wmo_outcome *self, int measure,
                     const struct wmo_column *place)
{
    const struct wmo_landschap *l = self->landschap;
    if (place->doelgroep < l->doelgroepen.count) {
        return wmo_measure_has_doelgroepen((enum wmo_measure)measure);
    }
    bool is_zorgvorm = place->aanbieder == l->aanbieders.count;
    switch (wmo_measure_scope((enum wmo_measure)measure)) {
    case WMO_SCOPE_STAD:
        return is_zorgvorm && place->wijk == l->wijken.count;
    case WMO_SCOPE_WIJKEN:
        return is_zorgvorm;
    case WMO_SCOPE_ALLES:
        break;
    }
    return !place->is_double;
}

/* Adds the cells of a measure and a column: each year, followed by its months. */
static int add_cells(struct wmo_outcome *self, int count, int measure, int column)
{
    int years = self->landschap->periode.year_count;
    struct wmo_column place = wmo_sums_column(&self->sums, column);
    bool has_months = wmo_measure_has_months((enum wmo_measure)measure) &&
                      wmo_sums_has_months(&self->sums, column);
    struct sim_cell cell = {.measure = (int16_t)measure};
    cell.label[WMO_DIMENSION_WIJK] = (int16_t)place.wijk;
    cell.label[WMO_DIMENSION_ZORGVORM] = (int16_t)place.zorgvorm_label;
    cell.label[WMO_DIMENSION_AANBIEDER] = (int16_t)place.aanbieder;
    cell.label[WMO_DIMENSION_DOELGROEP] = (int16_t)place.doelgroep;
    for (int y = 0; is_given(self, measure, &place) && y <= years; y++) {
        cell.label[WMO_DIMENSION_JAAR] = (int16_t)y;
        int first = has_months && y < years ? 0 : MONTH_COUNT;
        for (int m = first; m <= MONTH_COUNT; m++) {
            cell.label[WMO_DIMENSION_MAAND] = (int16_t)m;
            self->column[count] = column;
            self->cells[count++] = cell;
        }
    }
    return count;
}

static enum sim_status set_cells(struct wmo_outcome *self)
{
    size_t columns = (size_t)self->sums.column_count;
    size_t periods = (size_t)self->landschap->periode.year_count + 1;
    size_t months = 0, count = 0;
    for (int column = 0; column < self->sums.column_count; column++) {
        months += wmo_sums_has_months(&self->sums, column)
                      ? (size_t)self->landschap->periode.month_count
                      : 0;
    }
    size_t most = WMO_MEASURE_COUNT * (columns * periods + months);
    self->cells = calloc(most, sizeof *self->cells);
    self->column = calloc(most, sizeof *self->column);
    if (!self->cells || !self->column) {
        return SIM_ERR_NO_MEMORY;
    }
    for (int m = 0; m < WMO_MEASURE_COUNT; m++) {
        for (int column = 0; column < self->sums.column_count; column++) {
            count = (size_t)add_cells(self, (int)count, m, column);
        }
    }
    self->layout = (struct sim_layout){
        .dimensions = self->dimensions,
        .dimension_count = WMO_DIMENSION_COUNT,
        .cells = self->cells,
        .cell_count = (int)count,
    };
    return SIM_OK;
}

/* --- Memory --- */

/* Inhabitants in the middle of each year, and their mean over the years. */
static enum sim_status count_inwoners(struct wmo_outcome *self)
{
    const struct wmo_landschap *l = self->landschap;
    int years = l->periode.year_count, slots = l->wijken.count + 1;
    self->inwoners = calloc((size_t)((years + 1) * slots), sizeof *self->inwoners);
    if (!self->inwoners) {
        return SIM_ERR_NO_MEMORY;
    }
    double *mean = &self->inwoners[years * slots];
    for (int y = 0; y < years; y++) {
        double *of_year = &self->inwoners[y * slots];
        for (int w = 0; w < slots - 1; w++) {
            of_year[w] =
                wmo_wijken_inwoners(&l->wijken, w, l->periode.first_year + y + 0.5);
            of_year[slots - 1] += of_year[w];
        }
        for (int w = 0; w < slots; w++) {
            mean[w] += of_year[w] / years;
        }
    }
    return SIM_OK;
}

enum sim_status wmo_outcome_init(struct wmo_outcome *self,
                                 const struct wmo_landschap *landschap)
{
    memset(self, 0, sizeof *self);
    self->landschap = landschap;
    enum sim_status status = wmo_sums_init(&self->sums, landschap);
    if (status == SIM_OK) {
        status = count_inwoners(self);
    }
    if (status == SIM_OK) {
        status = set_labels(self);
    }
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
    free(self->inwoners);
    wmo_sums_free(&self->sums);
    memset(self, 0, sizeof *self);
}

/* --- Values --- */

/* What was counted in the cell of [year] (year_count: all) and [month] (of the year;
 * MONTH_COUNT: all). */
static struct wmo_sum sum_of(const struct wmo_outcome *self, int year, int month,
                             int column)
{
    const struct wmo_periode *periode = &self->landschap->periode;
    const struct wmo_sums *sums = &self->sums;
    struct wmo_sum sum = {0};
    if (month < MONTH_COUNT) {
        int m = 12 * year + month;
        sum.tel = &sums->month[m * sums->wijk_column_count + column];
        sum.seconds = (double)(periode->month_start[m + 1] - periode->month_start[m]);
        return sum;
    }
    int last = year < periode->year_count ? year : periode->year_count - 1;
    int first = year < periode->year_count ? year : 0;
    sum.tel = &sums->year[year * sums->column_count + column];
    sum.seconds = (double)(periode->year_start[last + 1] - periode->year_start[first]);
    if (column < sums->wacht_column_count) {
        sum.wacht = &sums->wacht[year * sums->wacht_column_count + column];
    }
    return sum;
}

void wmo_outcome_summarise(struct wmo_outcome *self, const struct wmo_record *record,
                           double *values)
{
    int wijken = self->landschap->wijken.count;
    wmo_sums_collect(&self->sums, record);
    for (int i = 0; i < self->layout.cell_count; i++) {
        const struct sim_cell *cell = &self->cells[i];
        int year = cell->label[WMO_DIMENSION_JAAR];
        int wijk = cell->label[WMO_DIMENSION_WIJK];
        int column = self->column[i];
        struct wmo_sum sum =
            sum_of(self, year, cell->label[WMO_DIMENSION_MAAND], column);
        sum.is_sociale_basis = cell->label[WMO_DIMENSION_ZORGVORM] == 0;
        sum.inwoners = self->inwoners[year * (wijken + 1) + wijk];
        if (wijk == wijken && column < self->sums.wijk_column_count) {
            sum.wijk = sum.tel - wijken;
            sum.wijk_count = wijken;
        }
        values[i] = wmo_measure_value((enum wmo_measure)cell->measure, &sum);
    }
}
