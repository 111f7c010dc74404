/* models/uitkomst/sums.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a replication recorded, added up to the columns of the results: a zorgvorm (or
 * sum of zorgvormen) in a wijk (or all) or for a doelgroep, an aanbod, an aanbieder;
 * per year, over the years, and for the first kind per month.
 */
#ifndef WMO_SUMS_H
#define WMO_SUMS_H

#include "models/uitkomst/record.h"

/* A column; every index may be the one past the last, which is the total. */
struct wmo_column {
    int zorgvorm_label; /* see wmo_label_* */
    int wijk, aanbieder, doelgroep;
    bool is_double; /* repeats another column */
};

/* The columns come in this order: of a label of zorgvorm and a wijk (or all), of a
 * label of zorgvorm and a doelgroep, of an aanbod, of an aanbieder. */
struct wmo_sums {
    const struct wmo_landschap *landschap; /* borrowed */
    int wijk_column_count;                 /* the first kind, which have months */
    int wacht_column_count;                /* the first two, which have quantiles */
    int column_count;
    struct wmo_tel *year;        /* [(year_count + 1) x column_count] owned */
    struct wmo_tel *month;       /* [month_count x wijk_column_count] owned */
    struct sim_histogram *wacht; /* [(year_count + 1) x wacht_column_count] owned */
};

/* The labels of dimension zorgvorm: the sociale basis, the zorgvormen, then two sums.
 */
int wmo_label_zorgvorm(int zorgvorm);
int wmo_label_aanvullend(const struct wmo_landschap *landschap);
int wmo_label_totaal(const struct wmo_landschap *landschap);

SIM_MUST_CHECK enum sim_status wmo_sums_init(struct wmo_sums *self,
                                             const struct wmo_landschap *landschap);
void wmo_sums_free(struct wmo_sums *self);

struct wmo_column wmo_sums_column(const struct wmo_sums *self, int column);

/* Whether column [column] has months: in all wijken together, or also per wijk. */
bool wmo_sums_has_months(const struct wmo_sums *self, int column);

/* Adds up [record], whose last year is closed. */
void wmo_sums_collect(struct wmo_sums *self, const struct wmo_record *record);

#endif
