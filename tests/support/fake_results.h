/* tests/support/fake_results.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Results as an experiment could have yielded them, made by a formula instead of a
 * run, for tests of what is done with results: ten years, ten wijken, six zorgvormen,
 * three aanbieders, waiting times from 8 to 260 days and budgets that are used up in
 * part. Every test may change titles, cells and figures before it uses them.
 */
#ifndef TESTS_SUPPORT_FAKE_RESULTS_H
#define TESTS_SUPPORT_FAKE_RESULTS_H

#include "sim/experiment/experiment.h"

#define FAKE_YEAR_COUNT 10
#define FAKE_WIJK_COUNT 10
#define FAKE_ZORGVORM_COUNT 6
#define FAKE_AANBIEDER_COUNT 3
#define FAKE_REPLICATION_COUNT 20

enum fake_dimension {
    FAKE_JAAR,
    FAKE_WIJK,
    FAKE_ZORGVORM,
    FAKE_AANBIEDER,
    FAKE_DIMENSION_COUNT
};
enum fake_measure { FAKE_WACHTTIJD, FAKE_GEBOEKT, FAKE_PLAFOND, FAKE_MEASURE_COUNT };

struct fake_results {
    struct sim_model model;
    struct sim_results
        results; /* results.instances are NULL: free with fake_results_free */
    const struct sim_scenario *scenarios[SIM_SCENARIO_MAX];
    struct sim_scenario *owned_scenarios[SIM_SCENARIO_MAX]; /* the same */
    struct sim_figure figures[3]; /* waiting by zorgvorm, by wijk, budget */
    /* One layout for all scenarios; each dimension ends with "totaal". */
    struct sim_label labels[FAKE_DIMENSION_COUNT][FAKE_YEAR_COUNT + 1];
    struct sim_dimension dimensions[FAKE_DIMENSION_COUNT];
    struct sim_layout layout;
    struct sim_cell *cells; /* [layout.cell_count] owned */
};

/* Makes results of [scenario_count] scenarios called [titles]; their scenario files
 * are written to [folder]. The norm is 14 days. Fails the test when it cannot. */
void fake_results_init(struct fake_results *self, const char *folder,
                       int scenario_count, const char *const *titles);
void fake_results_free(struct fake_results *self);

/* The index of the cell with these labels; -1: none. The last label is "totaal". */
int fake_results_cell(const struct fake_results *self, enum fake_measure measure,
                      int jaar, int wijk, int zorgvorm, int aanbieder);

#endif
