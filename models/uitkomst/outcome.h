/* models/uitkomst/outcome.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The results of a replication: which cells there are (measure x jaar x maand x wijk x
 * zorgvorm x aanbieder x doelgroep, with totals), and their values from what was
 * recorded.
 *
 * Every zorgvorm, the sociale basis, aanvullende zorg together and the total of
 * buurtteam and aanvullende zorg are given per wijk and in total; every aanbod and
 * every aanbieder with more than one zorgvorm are given for all wijken together.
 * The measures of waiting and of who comes and goes are given per zorgvorm and
 * doelgroep for the whole city.
 * Measures that mean something for a month are given per month for every zorgvorm in
 * the whole city (or per wijk too, see uitvoer.maanden); the row of a year has maand
 * "totaal".
 */
#ifndef WMO_OUTCOME_H
#define WMO_OUTCOME_H

#include "models/uitkomst/measure.h"
#include "models/uitkomst/sums.h"
#include "sim/experiment/model.h"

enum wmo_dimension {
    WMO_DIMENSION_JAAR,
    WMO_DIMENSION_MAAND,
    WMO_DIMENSION_WIJK,
    WMO_DIMENSION_ZORGVORM,
    WMO_DIMENSION_AANBIEDER,
    WMO_DIMENSION_DOELGROEP,
    WMO_DIMENSION_COUNT
};

struct wmo_outcome {
    const struct wmo_landschap *landschap; /* borrowed */
    struct sim_layout layout;
    struct sim_dimension dimensions[WMO_DIMENSION_COUNT];
    struct sim_cell *cells; /* owned */
    int32_t *column;        /* [layout.cell_count] owned; of the sums of a cell */
    char *texts;            /* owned; the years as text */
    double *inwoners;       /* [(year_count + 1) x (wijk_count + 1)] owned */
    struct wmo_sums sums;
};

SIM_MUST_CHECK enum sim_status wmo_outcome_init(struct wmo_outcome *self,
                                                const struct wmo_landschap *landschap);
void wmo_outcome_free(struct wmo_outcome *self);

/* Fills [values], one per cell of the layout, from a record whose last year is closed.
 */
void wmo_outcome_summarise(struct wmo_outcome *self, const struct wmo_record *record,
                           double *values);

#endif
