/* sim/experiment/results.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/experiment/results.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* A cell of the base, found by bisection on its key. */
struct keyed_cell {
    struct sim_cell key; /* labels past the last dimension are 0 */
    int32_t index;
};

static int compare_keyed(const void *left, const void *right)
{
    const struct keyed_cell *a = left;
    const struct keyed_cell *b = right;
    return memcmp(&a->key, &b->key, sizeof a->key);
}

/* In [labels], by dimension and label of [layout]: the label of [base] that has the
 * same key, -1 when it has none. */
static int16_t *match_labels(const struct sim_dimension *from,
                             const struct sim_dimension *base)
{
    int16_t *match = malloc(sizeof *match * (size_t)(from->label_count + 1));
    for (int i = 0; match != NULL && i < from->label_count; i++) {
        match[i] = -1;
        for (int j = 0; j < base->label_count && match[i] < 0; j++) {
            if (strcmp(from->labels[i].key, base->labels[j].key) == 0) {
                match[i] = (int16_t)j;
            }
        }
    }
    return match;
}

static struct keyed_cell *sort_cells(const struct sim_layout *layout)
{
    struct keyed_cell *sorted = calloc((size_t)layout->cell_count + 1, sizeof *sorted);
    if (sorted == NULL) {
        return NULL;
    }
    for (int32_t i = 0; i < layout->cell_count; i++) {
        sorted[i].index = i;
        sorted[i].key.measure = layout->cells[i].measure;
        for (int d = 0; d < layout->dimension_count; d++) {
            sorted[i].key.label[d] = layout->cells[i].label[d];
        }
    }
    qsort(sorted, (size_t)layout->cell_count, sizeof *sorted, compare_keyed);
    return sorted;
}

static int32_t find_cell(const struct keyed_cell *sorted, int count,
                         const struct sim_cell *cell, int16_t *const *match,
                         int dimension_count)
{
    struct keyed_cell wanted = {.key = {.measure = cell->measure}};
    for (int d = 0; d < dimension_count; d++) {
        wanted.key.label[d] = match[d][cell->label[d]];
        if (wanted.key.label[d] < 0) {
            return -1;
        }
    }
    const struct keyed_cell *found =
        bsearch(&wanted, sorted, (size_t)count, sizeof *sorted, compare_keyed);
    return found == NULL ? -1 : found->index;
}

static enum sim_status match_cells(struct sim_scenario_results *self,
                                   const struct sim_layout *base)
{
    const struct sim_layout *layout = self->layout;
    int16_t *match[SIM_DIMENSION_MAX] = {NULL};
    enum sim_status status = SIM_ERR_NO_MEMORY;
    struct keyed_cell *sorted = sort_cells(base);
    if (sorted == NULL) {
        goto out;
    }
    for (int d = 0; d < layout->dimension_count; d++) {
        match[d] = match_labels(&layout->dimensions[d], &base->dimensions[d]);
        if (match[d] == NULL) {
            goto out;
        }
    }
    for (int32_t i = 0; i < layout->cell_count; i++) {
        self->base_cell[i] = find_cell(sorted, base->cell_count, &layout->cells[i],
                                       match, layout->dimension_count);
    }
    status = SIM_OK;
out:
    for (int d = 0; d < layout->dimension_count; d++) {
        free(match[d]);
    }
    free(sorted);
    return status;
}

static struct sim_tally *create_tallies(int count)
{
    struct sim_tally *tallies = calloc((size_t)count + 1, sizeof *tallies);
    for (int i = 0; tallies != NULL && i < count; i++) {
        sim_tally_reset(&tallies[i]);
    }
    return tallies;
}

/* A model has the same dimensions in the same order in every scenario; their labels
 * may differ. */
static void assert_same_dimensions(const struct sim_layout *layout,
                                   const struct sim_layout *base)
{
    assert(layout->dimension_count == base->dimension_count);
    assert(layout->dimension_count <= SIM_DIMENSION_MAX);
    for (int d = 0; d < layout->dimension_count; d++) {
        assert(strcmp(layout->dimensions[d].name, base->dimensions[d].name) == 0);
    }
    (void)layout;
    (void)base;
}

/* Room for what is noted at 0 and every [interval] from then on. */
static enum sim_status init_observed(struct sim_results *self, int index,
                                     sim_time interval)
{
    struct sim_scenario_results *scenario = &self->scenarios[index];
    const sim_time count = self->model->end(self->instances[index]) / interval + 1;
    assert(self->model->levels != NULL && count <= INT32_MAX);
    scenario->levels = self->model->levels(self->instances[index]);
    scenario->observation_count = (int)count;
    scenario->observed =
        create_tallies(scenario->observation_count * scenario->levels->count);
    return scenario->observed == NULL ? SIM_ERR_NO_MEMORY : SIM_OK;
}

static enum sim_status init_scenario(struct sim_results *self, int index)
{
    struct sim_scenario_results *scenario = &self->scenarios[index];
    scenario->layout = self->model->layout(self->instances[index]);
    assert_same_dimensions(scenario->layout, self->scenarios[0].layout);
    const int count = scenario->layout->cell_count;
    scenario->cells = create_tallies(count);
    if (scenario->cells == NULL) {
        return SIM_ERR_NO_MEMORY;
    }
    if (index == 0) {
        return SIM_OK;
    }
    scenario->differences = create_tallies(count);
    scenario->base_cell = malloc(sizeof *scenario->base_cell * ((size_t)count + 1));
    if (scenario->differences == NULL || scenario->base_cell == NULL) {
        return SIM_ERR_NO_MEMORY;
    }
    return match_cells(scenario, self->scenarios[0].layout);
}

enum sim_status sim_results_init(struct sim_results *self,
                                 const struct sim_experiment *experiment)
{
    memset(self, 0, sizeof *self);
    self->model = experiment->model;
    self->scenario_count = experiment->scenario_count;
    for (int i = 0; i < self->scenario_count; i++) {
        enum sim_status status =
            self->model->create(experiment->scenarios[i], &self->instances[i]);
        if (status == SIM_OK) {
            status = init_scenario(self, i);
        }
        if (status == SIM_OK && experiment->observe_every > 0) {
            status = init_observed(self, i, experiment->observe_every);
        }
        if (status != SIM_OK) {
            return status;
        }
    }
    return SIM_OK;
}

void sim_results_free(struct sim_results *self)
{
    for (int i = 0; i < self->scenario_count; i++) {
        free(self->scenarios[i].cells);
        free(self->scenarios[i].differences);
        free(self->scenarios[i].base_cell);
        free(self->scenarios[i].observed);
        self->model->destroy(self->instances[i]);
    }
    memset(self, 0, sizeof *self);
}
