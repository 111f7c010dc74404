/* sim/store/study.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/store/study.h"

const char *sim_study_status(const struct sim_study *self)
{
    return self->results->interrupted ? "afgebroken" : "voltooid";
}

static void fill_keys(struct sim_row *row, const struct sim_layout *layout,
                      const struct sim_cell *cell)
{
    row->dimension_count = layout->dimension_count;
    for (int d = 0; d < layout->dimension_count; d++) {
        row->keys[d] = layout->dimensions[d].labels[cell->label[d]].key;
    }
}

static void fill_numbers(struct sim_row *row, const struct sim_tally *tally)
{
    const struct sim_interval interval = sim_tally_interval(tally, 0.95);
    row->mean = sim_tally_mean(tally);
    row->low = interval.low;
    row->high = interval.high;
    row->standard_error = sim_tally_standard_error(tally);
    row->count = tally->count;
}

static void visit_tallies(const struct sim_study *self, int scenario,
                          bool is_difference, sim_row_visit visit, void *context)
{
    const struct sim_scenario_results *results = &self->results->scenarios[scenario];
    const struct sim_tally *tallies =
        is_difference ? results->differences : results->cells;
    struct sim_row row = {
        .scenario = sim_scenario_name(self->scenarios[scenario]),
        .base = is_difference ? sim_scenario_name(self->scenarios[0]) : NULL,
    };
    for (int i = 0; i < results->layout->cell_count; i++) {
        const struct sim_cell *cell = &results->layout->cells[i];
        if (tallies[i].count > 0) {
            row.measure = &self->model->measures[cell->measure];
            fill_keys(&row, results->layout, cell);
            fill_numbers(&row, &tallies[i]);
            visit(context, &row);
        }
    }
}

void sim_study_visit_outcomes(const struct sim_study *self, sim_row_visit visit,
                              void *context)
{
    for (int s = 0; s < self->results->scenario_count; s++) {
        visit_tallies(self, s, false, visit, context);
    }
}

void sim_study_visit_differences(const struct sim_study *self, sim_row_visit visit,
                                 void *context)
{
    for (int s = 1; s < self->results->scenario_count; s++) {
        visit_tallies(self, s, true, visit, context);
    }
}
