/* sim/store/study.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/store/study.h"

#include "sim/statistics/multiple.h"

const char *sim_study_status(const struct sim_study *self)
{
    return self->results->interrupted ? "afgebroken" : "voltooid";
}

double sim_study_joint_confidence(const struct sim_study *self)
{
    const int count = self->results->scenario_count - 1;
    return sim_multiple_confidence(0.95, count > 0 ? count : 1);
}

const char *sim_study_better(const struct sim_measure *measure)
{
    static const char *const words[] = {[SIM_BETTER_NEUTRAL] = "geen",
                                        [SIM_BETTER_LOWER] = "lager",
                                        [SIM_BETTER_HIGHER] = "hoger"};
    return words[measure->better];
}

/* Returns the number of keys. */
static int fill_keys(const char *keys[SIM_DIMENSION_MAX],
                     const struct sim_layout *layout, const struct sim_cell *cell)
{
    for (int d = 0; d < layout->dimension_count; d++) {
        keys[d] = layout->dimensions[d].labels[cell->label[d]].key;
    }
    return layout->dimension_count;
}

static void fill_numbers(struct sim_row *row, const struct sim_tally *tally,
                         double joint_confidence)
{
    const struct sim_interval interval = sim_tally_interval(tally, 0.95);
    const struct sim_interval joint = sim_tally_interval(tally, joint_confidence);
    row->mean = sim_tally_mean(tally);
    row->low = interval.low;
    row->high = interval.high;
    row->joint_low = joint.low;
    row->joint_high = joint.high;
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
            row.dimension_count = fill_keys(row.keys, results->layout, cell);
            fill_numbers(&row, &tallies[i], sim_study_joint_confidence(self));
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

static const struct sim_cell *ranked_cell(const struct sim_study *self, int outcome)
{
    const struct sim_layout *layout = self->results->scenarios[0].layout;
    return &layout->cells[self->ranking->outcomes[outcome].cells[0]];
}

void sim_study_visit_ranks(const struct sim_study *self,
                           void (*visit)(void *context, const struct sim_rank_row *row),
                           void *context)
{
    struct sim_rank ranks[SIM_SCENARIO_MAX];
    const int count = self->ranking == NULL ? 0 : self->ranking->outcome_count;
    for (int o = 0; o < count; o++) {
        const struct sim_cell *cell = ranked_cell(self, o);
        struct sim_rank_row row = {.measure = &self->model->measures[cell->measure]};
        row.dimension_count =
            fill_keys(row.keys, self->results->scenarios[0].layout, cell);
        const int rank_count = sim_ranking_order(self->ranking, o, ranks);
        for (int i = 0; i < rank_count; i++) {
            row.scenario = sim_scenario_name(self->scenarios[ranks[i].scenario]);
            row.rank = &ranks[i];
            visit(context, &row);
        }
    }
}

void sim_study_visit_pairs(const struct sim_study *self,
                           void (*visit)(void *context, const struct sim_pair_row *row),
                           void *context)
{
    struct sim_ranked_pair pairs[SIM_MULTIPLE_MAX];
    const int count = self->ranking == NULL ? 0 : self->ranking->outcome_count;
    for (int o = 0; o < count; o++) {
        const struct sim_cell *cell = ranked_cell(self, o);
        struct sim_pair_row row = {.measure = &self->model->measures[cell->measure]};
        row.dimension_count =
            fill_keys(row.keys, self->results->scenarios[0].layout, cell);
        const int pair_count = sim_ranking_pairs(self->ranking, o, pairs);
        for (int i = 0; i < pair_count; i++) {
            row.earlier = sim_scenario_name(self->scenarios[pairs[i].earlier]);
            row.later = sim_scenario_name(self->scenarios[pairs[i].later]);
            row.pair = &pairs[i];
            visit(context, &row);
        }
    }
}
