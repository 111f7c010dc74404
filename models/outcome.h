/* models/outcome.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The results of a replication: which cells there are (measure x jaar x wijk x
 * zorgvorm x aanbieder, with totals), and their values from what was recorded.
 *
 * Every zorgvorm, the sociale basis, aanvullende zorg together and the total of
 * buurtteam and aanvullende zorg are given per wijk and in total; every aanbod and
 * every aanbieder with more than one zorgvorm are given for all wijken together.
 */
#ifndef WMO_OUTCOME_H
#define WMO_OUTCOME_H

#include "models/measure.h"
#include "models/record.h"
#include "sim/experiment/model.h"

enum wmo_dimension {
    WMO_DIMENSION_JAAR,
    WMO_DIMENSION_WIJK,
    WMO_DIMENSION_ZORGVORM,
    WMO_DIMENSION_AANBIEDER,
    WMO_DIMENSION_COUNT
};

struct wmo_outcome {
    const struct wmo_landschap *landschap; /* borrowed */
    struct sim_layout layout;
    struct sim_dimension dimensions[WMO_DIMENSION_COUNT];
    struct sim_cell *cells; /* owned */
    int32_t *column; /* [layout.cell_count] owned; where the sums of a cell stand */
    char *texts;     /* owned; the years as text */
    int zorgvorm_column_count; /* columns of a zorgvorm (or total) and a wijk (or total)
                                */
    int column_count;          /* those, then one per aanbod, then one per aanbieder */
    struct wmo_tel *sums;      /* [(year_count + 1) x column_count] owned */
    struct sim_histogram *wacht; /* [(year_count + 1) x zorgvorm_column_count] owned */
};

SIM_MUST_CHECK enum sim_status wmo_outcome_init(struct wmo_outcome *self,
                                                const struct wmo_landschap *landschap);
void wmo_outcome_free(struct wmo_outcome *self);

/* Fills [values], one per cell of the layout, from a record whose last year is closed.
 */
void wmo_outcome_summarise(struct wmo_outcome *self, const struct wmo_record *record,
                           double *values);

#endif
