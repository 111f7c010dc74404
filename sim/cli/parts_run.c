/* sim/cli/parts_run.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "sim/cli/parts.h"
#include "sim/cli/variants.h"
#include "sim/experiment/layout.h"

/* In the sample of the comparison; the other variants are in one of their own. */
#define COMPARED 2

struct run {
    struct sim_parts_task *task;
    const struct sim_options *options;
    const struct sim_layout *base_layout;
    struct sim_resume *resume;
    struct sim_sample variants;
    uint32_t replications;
};

static double outcome_at(const struct run *self, int variant, uint32_t replication,
                         int outcome)
{
    return variant < COMPARED
               ? sim_sample_at(&self->task->sample, replication, variant, outcome)
               : sim_sample_at(&self->variants, replication, variant - COMPARED,
                               outcome);
}

/* --- Running --- */

static enum sim_status run_variants(struct run *self, const volatile sig_atomic_t *stop)
{
    struct sim_parts_task *task = self->task;
    struct sim_scenario **variants = &task->variants[COMPARED];
    const int count = task->variant_count - COMPARED;
    enum sim_status status = sim_sample_init(&self->variants, count,
                                             task->outcome_count, self->replications);
    for (int i = 0; i < count && status == SIM_OK; i++) {
        status = sim_parts_find_cells(task, self->options->model, self->base_layout,
                                      variants[i],
                                      &self->variants.cells[i * task->outcome_count]);
    }
    return status != SIM_OK
               ? status
               : sim_variants_run(&self->variants, self->options,
                                  (const struct sim_scenario *const *)variants,
                                  self->resume, stop);
}

/* --- What each part does --- */

/* Where the tallies of all outcomes stand: two rows a part, then rest and whole. */
static struct sim_tally *row_of(const struct sim_parts_task *task, int row)
{
    return &task->tallies[row * task->outcome_count];
}

static void count_outcome(const struct run *self, uint32_t replication, int outcome)
{
    const struct sim_parts_task *task = self->task;
    const double whole = outcome_at(self, 1, replication, outcome) -
                         outcome_at(self, 0, replication, outcome);
    double rest = whole;
    for (int p = 0; p < task->part_count; p++) {
        const struct sim_part *part = &task->parts[p];
        const double alone = outcome_at(self, part->to, replication, outcome) -
                             outcome_at(self, part->from, replication, outcome);
        rest -= alone;
        sim_tally_add(&row_of(task, 2 * p)[outcome], alone);
        if (part->without >= 0) {
            sim_tally_add(&row_of(task, 2 * p + 1)[outcome],
                          outcome_at(self, 1, replication, outcome) -
                              outcome_at(self, part->without, replication, outcome));
        }
    }
    sim_tally_add(&row_of(task, 2 * task->part_count)[outcome], rest);
    sim_tally_add(&row_of(task, 2 * task->part_count + 1)[outcome], whole);
}

static enum sim_status make_tallies(struct sim_parts_task *task)
{
    const size_t count =
        (size_t)(2 * task->part_count + 2) * (size_t)task->outcome_count;
    task->tallies = calloc(count + 1, sizeof *task->tallies);
    for (size_t i = 0; task->tallies != NULL && i < count; i++) {
        sim_tally_reset(&task->tallies[i]);
    }
    return task->tallies == NULL ? SIM_ERR_NO_MEMORY : SIM_OK;
}

static void fill_found(struct sim_parts_task *self)
{
    for (int p = 0; p < self->part_count; p++) {
        self->found_parts[p] = (struct sim_study_part){
            .name = self->parts[p].name,
            .base = self->parts[p].base,
            .other = self->parts[p].other,
            .alone = row_of(self, 2 * p),
            .last = row_of(self, 2 * p + 1),
            .is_on_top = self->parts[p].from != 0,
        };
    }
    self->found = (struct sim_study_explanation){
        .cells = self->cells,
        .outcome_count = self->outcome_count,
        .parts = self->found_parts,
        .part_count = self->part_count,
        .rest = row_of(self, 2 * self->part_count),
        .whole = row_of(self, 2 * self->part_count + 1),
    };
}

static enum sim_status explain(struct run *self, const volatile sig_atomic_t *stop)
{
    enum sim_status status = run_variants(self, stop);
    if (status == SIM_OK) {
        status = make_tallies(self->task);
    }
    if (status != SIM_OK) {
        return status;
    }
    for (uint32_t r = 0; r < self->replications; r++) {
        for (int o = 0; o < self->task->outcome_count; o++) {
            count_outcome(self, r, o);
        }
    }
    fill_found(self->task);
    return SIM_OK;
}

enum sim_status sim_parts_run(struct sim_parts_task *self,
                              const struct sim_options *options,
                              const struct sim_layout *base_layout,
                              uint32_t replications, struct sim_resume *resume,
                              const volatile sig_atomic_t *stop)
{
    struct run run = {.task = self,
                      .options = options,
                      .base_layout = base_layout,
                      .resume = resume,
                      .replications = replications};
    const enum sim_status status = explain(&run, stop);
    sim_sample_free(&run.variants);
    return status;
}
