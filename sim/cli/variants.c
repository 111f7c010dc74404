/* sim/cli/variants.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/cli/variants.h"

#include <inttypes.h>

#include "sim/cli/progress.h"

static void complain(const struct sim_options *options,
                     const struct sim_experiment *experiment, enum sim_status status,
                     uint32_t failed_replication)
{
    sim_command_complain(
        options->model,
        "replicatie %" PRIu32 " van %" PRIu32 " van een variant is mislukt: %s",
        failed_replication + 1, experiment->replications, sim_status_text(status));
}

enum sim_status sim_variants_run(struct sim_sample *sample,
                                 const struct sim_options *options,
                                 const struct sim_scenario *const *scenarios,
                                 const volatile sig_atomic_t *stop)
{
    const struct sim_collector collector = sim_sample_collector(sample);
    struct sim_results results;
    struct sim_progress progress;
    uint32_t failed_replication;
    struct sim_experiment experiment = {
        .model = options->model,
        .scenario_count = sample->scenario_count,
        .seed = options->seed,
        .replications = sample->replications,
        .threads = options->threads,
        .collector = &collector,
        .stop = stop,
        .progress = sim_progress_show,
        .progress_context = &progress,
    };
    for (int s = 0; s < sample->scenario_count; s++) {
        experiment.scenarios[s] = scenarios[s];
    }
    sim_progress_init(&progress, stderr, options->is_quiet, sample->scenario_count,
                      false);
    const enum sim_status status =
        sim_experiment_run(&experiment, &results, &failed_replication);
    sim_progress_end(&progress);
    sim_results_free(&results);
    if (status != SIM_OK && status != SIM_ERR_INTERRUPTED) {
        complain(options, &experiment, status, failed_replication);
    }
    return status;
}
