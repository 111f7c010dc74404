/* sim/experiment/plan.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What follows from a scenario before anything is run: a table that a model can list,
 * as a plan to look through. Columns of text come first, then those of numbers.
 */
#ifndef SIM_EXPERIMENT_PLAN_H
#define SIM_EXPERIMENT_PLAN_H

#include <stdbool.h>

#include "sim/scenario/scenario.h"

#define SIM_PLAN_COLUMN_MAX 8

struct sim_plan_row {
    const char *texts[SIM_PLAN_COLUMN_MAX]; /* [text_count] */
    double numbers[SIM_PLAN_COLUMN_MAX];    /* [number_count]; NAN: empty */
    bool is_detail;                         /* left out of a table for people */
};

typedef void sim_plan_put(void *context, const struct sim_plan_row *row);

struct sim_plan {
    const char *const *columns; /* [text_count + number_count] */
    int text_count, number_count;
    const int *decimals; /* [number_count] for people */
    /* Gives every row of [scenario] to [put], in order. */
    enum sim_status (*list)(const struct sim_scenario *scenario, sim_plan_put *put,
                            void *context);
};

#endif
