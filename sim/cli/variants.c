/* sim/cli/variants.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/cli/variants.h"

#include <inttypes.h>

#include "sim/cli/progress.h"

/* Enough replications together that no thread is idle for long at the end. */
#define TASKS_PER_THREAD 4

/* The line that says how far it is goes over all variants. */
struct course {
    struct sim_progress progress;
    uint64_t before, total;
};

static void complain(const struct sim_options *options,
                     const struct sim_experiment *experiment, enum sim_status status,
                     uint32_t failed_replication)
{
    sim_command_complain(
        options->model,
        "replicatie %" PRIu32 " van %" PRIu32 " van een variant is mislukt: %s",
        failed_replication + 1, experiment->replications, sim_status_text(status));
}

static void show(void *context, uint64_t done, uint64_t total)
{
    struct course *course = context;
    (void)total;
    sim_progress_show(&course->progress, course->before + done, course->total);
}

/* --- Going on --- */

/* The variants one after another: those before [first] are done, and so are [done]
 * replications of the [together] from there. */
struct row {
    struct sim_checkpoint checkpoint;
    struct sim_sample *sample;
    struct position {
        int first, together;
        uint32_t done;
    } position;
};

#define BLOCK_COUNT 2

static void list_blocks(struct row *self, struct sim_block blocks[BLOCK_COUNT])
{
    blocks[0] = sim_resume_sample(self->sample);
    blocks[1] = (struct sim_block){&self->position, sizeof self->position};
}

static void keep(struct row *self, bool always)
{
    struct sim_block blocks[BLOCK_COUNT];
    list_blocks(self, blocks);
    if (always) {
        sim_checkpoint_keep(&self->checkpoint, blocks, BLOCK_COUNT, 1);
    } else {
        sim_checkpoint_keep_sometimes(&self->checkpoint, blocks, BLOCK_COUNT, 1);
    }
}

static void open_row(struct row *self, struct sim_sample *sample,
                     struct sim_resume *resume)
{
    struct sim_block blocks[BLOCK_COUNT];
    *self = (struct row){.sample = sample};
    sim_resume_next(resume, &self->checkpoint);
    list_blocks(self, blocks);
    (void)sim_checkpoint_restore(&self->checkpoint, blocks, BLOCK_COUNT);
}

static uint32_t restore_replications(void *context, struct sim_results *results)
{
    const struct row *self = context;
    (void)results;
    return self->position.done;
}

static void keep_replications(void *context, const struct sim_results *results)
{
    struct row *self = context;
    self->position.done = results->replications_done;
    keep(self, false);
}

/* --- Running --- */

/* How many of [left] variants are run together. */
static int count_together(const struct sim_options *options, uint32_t replications,
                          int left)
{
    const uint64_t wanted =
        ((uint64_t)options->threads * TASKS_PER_THREAD + replications - 1) /
        replications;
    const int most = left < SIM_SCENARIO_MAX ? left : SIM_SCENARIO_MAX;
    return wanted < (uint64_t)most ? (int)wanted : most;
}

static enum sim_status run_experiment(const struct sim_experiment *experiment,
                                      const struct sim_options *options)
{
    struct sim_results results;
    uint32_t failed_replication;
    const enum sim_status status =
        sim_experiment_run(experiment, &results, &failed_replication);
    sim_results_free(&results);
    if (status != SIM_OK && status != SIM_ERR_INTERRUPTED) {
        complain(options, experiment, status, failed_replication);
    }
    return status;
}

/* Runs the variants at the position, and goes on to the next. */
static enum sim_status run_together(struct row *self, struct sim_experiment *experiment,
                                    const struct sim_options *options,
                                    const struct sim_scenario *const *scenarios)
{
    struct position *position = &self->position;
    if (position->together == 0) {
        position->together =
            count_together(options, self->sample->replications,
                           self->sample->scenario_count - position->first);
    }
    self->sample->first = position->first;
    experiment->scenario_count = position->together;
    for (int s = 0; s < position->together; s++) {
        experiment->scenarios[s] = scenarios[position->first + s];
    }
    const enum sim_status status = run_experiment(experiment, options);
    if (status == SIM_OK) {
        *position = (struct position){.first = position->first + position->together};
    }
    return status;
}

enum sim_status sim_variants_run(struct sim_sample *sample,
                                 const struct sim_options *options,
                                 const struct sim_scenario *const *scenarios,
                                 struct sim_resume *resume,
                                 const volatile sig_atomic_t *stop)
{
    const struct sim_collector collector = sim_sample_collector(sample);
    struct row row;
    const struct sim_resumption resumption = {
        .context = &row, .restore = restore_replications, .keep = keep_replications};
    struct course course = {.total = (uint64_t)sample->scenario_count *
                                     sample->replications};
    struct sim_experiment experiment = {
        .model = options->model,
        .seed = options->seed,
        .replications = sample->replications,
        .threads = options->threads,
        .collector = &collector,
        .resumption = &resumption,
        .stop = stop,
        .progress = show,
        .progress_context = &course,
    };
    enum sim_status status = SIM_OK;
    sim_progress_init(&course.progress, stderr, options->is_quiet,
                      sample->scenario_count, false);
    open_row(&row, sample, resume);
    while (row.position.first < sample->scenario_count && status == SIM_OK) {
        course.before = (uint64_t)row.position.first * sample->replications;
        status = run_together(&row, &experiment, options, scenarios);
    }
    keep(&row, true);
    sim_progress_end(&course.progress);
    sim_checkpoint_free(&row.checkpoint);
    return status;
}
