/* sim/experiment/ranking.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/experiment/ranking.h"

#include <stdlib.h>
#include <string.h>

#include "sim/experiment/layout.h"
#include "sim/statistics/multiple.h"

#define PAIR_MAX (SIM_SCENARIO_MAX * (SIM_SCENARIO_MAX - 1) / 2)

_Static_assert(PAIR_MAX <= SIM_MULTIPLE_MAX, "Holm takes every pair");
_Static_assert(SIM_SCENARIO_MAX <= SIM_LETTERS_THING_MAX, "letters take every one");

int sim_ranking_pair(int earlier, int later)
{
    return later * (later - 1) / 2 + earlier;
}

/* --- Collecting --- */

static bool is_ranked(const struct sim_results *results, const struct sim_cell *cell)
{
    const struct sim_layout *layout = results->scenarios[0].layout;
    return sim_layout_is_summed(
        layout, cell, sim_layout_dimension(layout, results->model->headline_dimension));
}

/* [outcome_of]: of every cell of the base the outcome it is, or -1. Returns how many
 * there are. */
static int number_outcomes(const struct sim_results *results, int32_t *outcome_of)
{
    const struct sim_layout *layout = results->scenarios[0].layout;
    int count = 0;
    for (int32_t i = 0; i < layout->cell_count; i++) {
        outcome_of[i] = is_ranked(results, &layout->cells[i]) ? count++ : -1;
    }
    return count;
}

static void find_cells(struct sim_ranking *self, const int32_t *outcome_of)
{
    for (int s = 0; s < self->results->scenario_count; s++) {
        const struct sim_scenario_results *scenario = &self->results->scenarios[s];
        for (int o = 0; o < self->outcome_count; o++) {
            self->outcomes[o].cells[s] = -1;
        }
        for (int32_t i = 0; i < scenario->layout->cell_count; i++) {
            const int32_t base = s == 0 ? i : scenario->base_cell[i];
            if (base >= 0 && outcome_of[base] >= 0) {
                self->outcomes[outcome_of[base]].cells[s] = i;
            }
        }
    }
}

static enum sim_status make_outcomes(struct sim_ranking *self,
                                     const int32_t *outcome_of)
{
    const size_t tally_count = (size_t)self->outcome_count * (size_t)self->pair_count;
    self->outcomes = calloc((size_t)self->outcome_count + 1, sizeof *self->outcomes);
    self->tallies = calloc(tally_count + 1, sizeof *self->tallies);
    if (self->outcomes == NULL || self->tallies == NULL) {
        return SIM_ERR_NO_MEMORY;
    }
    for (size_t i = 0; i < tally_count; i++) {
        sim_tally_reset(&self->tallies[i]);
    }
    for (int o = 0; o < self->outcome_count; o++) {
        self->outcomes[o].pairs = &self->tallies[o * self->pair_count];
    }
    find_cells(self, outcome_of);
    return SIM_OK;
}

static enum sim_status begin(void *context, const struct sim_results *results)
{
    struct sim_ranking *self = context;
    const int cell_count = results->scenarios[0].layout->cell_count;
    int32_t *outcome_of = malloc(sizeof *outcome_of * ((size_t)cell_count + 1));
    if (outcome_of == NULL) {
        return SIM_ERR_NO_MEMORY;
    }
    self->results = results;
    self->pair_count = sim_ranking_pair(0, results->scenario_count);
    self->outcome_count = number_outcomes(results, outcome_of);
    const enum sim_status status = make_outcomes(self, outcome_of);
    free(outcome_of);
    return status;
}

static void count_outcome(struct sim_ranked_outcome *self, int scenario_count,
                          const double *const *values)
{
    for (int later = 1; later < scenario_count; later++) {
        for (int earlier = 0; earlier < later; earlier++) {
            if (self->cells[earlier] >= 0 && self->cells[later] >= 0) {
                sim_tally_add(&self->pairs[sim_ranking_pair(earlier, later)],
                              values[later][self->cells[later]] -
                                  values[earlier][self->cells[earlier]]);
            }
        }
    }
}

static void count(void *context, uint32_t replication, const double *const *values)
{
    struct sim_ranking *self = context;
    (void)replication;
    for (int i = 0; i < self->outcome_count; i++) {
        count_outcome(&self->outcomes[i], self->results->scenario_count, values);
    }
}

struct sim_collector sim_ranking_collector(struct sim_ranking *self)
{
    memset(self, 0, sizeof *self);
    return (struct sim_collector){.context = self, .begin = begin, .count = count};
}

void sim_ranking_free(struct sim_ranking *self)
{
    free(self->outcomes);
    free(self->tallies);
    memset(self, 0, sizeof *self);
}

/* --- Judging --- */

int sim_ranking_pairs(const struct sim_ranking *self, int outcome,
                      struct sim_ranked_pair *pairs)
{
    const struct sim_ranked_outcome *from = &self->outcomes[outcome];
    double p[PAIR_MAX];
    int found = 0;
    for (int later = 1; later < self->results->scenario_count; later++) {
        for (int earlier = 0; earlier < later; earlier++) {
            const struct sim_tally *difference =
                &from->pairs[sim_ranking_pair(earlier, later)];
            if (difference->count > 0) {
                p[found] = sim_multiple_p(difference);
                pairs[found++] = (struct sim_ranked_pair){
                    .earlier = earlier, .later = later, .difference = difference};
            }
        }
    }
    for (int i = 0; i < found; i++) {
        pairs[i].p = p[i];
    }
    sim_multiple_holm(p, found);
    for (int i = 0; i < found; i++) {
        pairs[i].p_holm = p[i];
        pairs[i].differs = p[i] <= 1.0 - SIM_RANKING_CONFIDENCE;
    }
    return found;
}

static bool is_better(const struct sim_rank *left, const struct sim_rank *right,
                      enum sim_better better)
{
    const double a = sim_tally_mean(left->outcome);
    const double b = sim_tally_mean(right->outcome);
    return better == SIM_BETTER_HIGHER ? a > b : a < b;
}

/* By mean; in the order of the scenarios where that is the same. */
static void sort(struct sim_rank *ranks, int rank_count, enum sim_better better)
{
    for (int i = 1; i < rank_count; i++) {
        const struct sim_rank rank = ranks[i];
        int at = i;
        while (at > 0 && is_better(&rank, &ranks[at - 1], better)) {
            ranks[at] = ranks[at - 1];
            at--;
        }
        ranks[at] = rank;
    }
    for (int i = 0; i < rank_count; i++) {
        const bool is_tied = i > 0 && !is_better(&ranks[i - 1], &ranks[i], better);
        ranks[i].place = is_tied ? ranks[i - 1].place : i + 1;
    }
}

static int rank_of(const struct sim_rank *ranks, int rank_count, int scenario)
{
    for (int i = 0; i < rank_count; i++) {
        if (ranks[i].scenario == scenario) {
            return i;
        }
    }
    return -1;
}

/* Which ranks can be told apart, as bits. */
static void fill_differs(const struct sim_ranking *self, int outcome,
                         const struct sim_rank *ranks, int rank_count,
                         uint32_t differs[SIM_SCENARIO_MAX])
{
    struct sim_ranked_pair pairs[PAIR_MAX];
    const int pair_count = sim_ranking_pairs(self, outcome, pairs);
    memset(differs, 0, sizeof *differs * SIM_SCENARIO_MAX);
    for (int i = 0; i < pair_count; i++) {
        if (pairs[i].differs) {
            const int a = rank_of(ranks, rank_count, pairs[i].earlier);
            const int b = rank_of(ranks, rank_count, pairs[i].later);
            differs[a] |= (uint32_t)1 << b;
            differs[b] |= (uint32_t)1 << a;
        }
    }
}

int sim_ranking_order(const struct sim_ranking *self, int outcome,
                      struct sim_rank ranks[SIM_SCENARIO_MAX])
{
    const struct sim_ranked_outcome *from = &self->outcomes[outcome];
    const struct sim_results *results = self->results;
    const int measure = results->scenarios[0].layout->cells[from->cells[0]].measure;
    uint32_t differs[SIM_SCENARIO_MAX];
    uint32_t groups[SIM_LETTERS_GROUP_MAX];
    int count = 0;
    for (int s = 0; s < results->scenario_count; s++) {
        if (from->cells[s] >= 0 &&
            results->scenarios[s].cells[from->cells[s]].count > 0) {
            ranks[count++] = (struct sim_rank){
                .scenario = s, .outcome = &results->scenarios[s].cells[from->cells[s]]};
        }
    }
    if (count == 0) {
        return 0;
    }
    sort(ranks, count, results->model->measures[measure].better);
    fill_differs(self, outcome, ranks, count, differs);
    const int group_count = sim_letters_group(differs, count, groups);
    for (int i = 0; i < count; i++) {
        ranks[i].differs_from_best = (differs[0] >> i & 1u) != 0;
        sim_letters_write(groups, group_count, i, ranks[i].letters);
    }
    return count;
}
