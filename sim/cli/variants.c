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

/* Runs [experiment], which has [sample->first] and as many after it as it says. */
static enum sim_status run_together(struct sim_experiment *experiment,
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

enum sim_status sim_variants_run(struct sim_sample *sample,
                                 const struct sim_options *options,
                                 const struct sim_scenario *const *scenarios,
                                 const volatile sig_atomic_t *stop)
{
    const struct sim_collector collector = sim_sample_collector(sample);
    struct course course = {.total = (uint64_t)sample->scenario_count *
                                     sample->replications};
    struct sim_experiment experiment = {
        .model = options->model,
        .seed = options->seed,
        .replications = sample->replications,
        .threads = options->threads,
        .collector = &collector,
        .stop = stop,
        .progress = show,
        .progress_context = &course,
    };
    enum sim_status status = SIM_OK;
    sim_progress_init(&course.progress, stderr, options->is_quiet,
                      sample->scenario_count, false);
    for (int first = 0; first < sample->scenario_count && status == SIM_OK;
         first += experiment.scenario_count) {
        sample->first = first;
        experiment.scenario_count = count_together(options, sample->replications,
                                                   sample->scenario_count - first);
        for (int s = 0; s < experiment.scenario_count; s++) {
            experiment.scenarios[s] = scenarios[first + s];
        }
        course.before = (uint64_t)first * sample->replications;
        status = run_together(&experiment, options);
    }
    sim_progress_end(&course.progress);
    return status;
}
