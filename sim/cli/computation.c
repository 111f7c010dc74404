/* sim/cli/computation.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/cli/computation.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "sim/cli/destination.h"
#include "sim/cli/interrupt.h"
#include "sim/cli/load.h"
#include "sim/cli/progress.h"
#include "sim/cli/report.h"
#include "sim/store/folder.h"
#include "sim/store/record.h"
#include "sim/store/store.h"

struct computation {
    const struct sim_call *call;
    struct sim_options options;
    struct sim_loaded loaded;
    char *path; /* owned; where the results go */
    struct sim_results results;
    time_t begin, end;
};

/* --- Where it goes --- */

/* Whether the folder that belongs to this run holds it already; says so. */
static bool is_made_before(const struct computation *self)
{
    if (self->options.output != NULL || !sim_record_is_complete(self->path)) {
        return false;
    }
    printf("Deze doorrekening bestaat al: %s\n", self->path);
    sim_report_folder(self->call->model, self->path, stdout);
    return true;
}

static enum sim_status choose_path(struct computation *self)
{
    enum sim_status status = SIM_OK;
    if (self->options.output == NULL) {
        status = sim_destination_name(&self->options, &self->loaded, &self->path);
    } else {
        self->path = strdup(self->options.output);
        status = self->path == NULL ? SIM_ERR_NO_MEMORY : SIM_OK;
    }
    if (status != SIM_OK) {
        sim_command_complain(self->call->model, "%s", sim_status_text(status));
    }
    return status;
}

static enum sim_status check_path(const struct computation *self)
{
    char message[SIM_FOLDER_MESSAGE_SIZE];
    const enum sim_status status =
        sim_folder_check(self->path, message, sizeof message);
    if (status != SIM_OK) {
        sim_command_complain(self->call->model, "%s", message);
    }
    return status;
}

/* --- Computing --- */

static void complain_failure(const struct computation *self, enum sim_status status,
                             uint32_t failed_replication)
{
    sim_command_complain(self->call->model,
                         "replicatie %" PRIu32 " van %" PRIu32
                         " is mislukt: %s; er zijn geen resultaten geschreven",
                         failed_replication + 1, self->options.replications,
                         sim_status_text(status));
}

static enum sim_status compute(struct computation *self)
{
    struct sim_progress progress;
    uint32_t failed_replication;
    struct sim_experiment experiment = {
        .model = self->call->model,
        .scenario_count = self->loaded.count,
        .seed = self->options.seed,
        .replications = self->options.replications,
        .threads = self->options.threads,
        .stop = sim_interrupt_catch(),
        .progress = sim_progress_show,
        .progress_context = &progress,
    };
    for (int i = 0; i < self->loaded.count; i++) {
        experiment.scenarios[i] = self->loaded.scenarios[i];
    }
    sim_progress_init(&progress, stderr, self->options.is_quiet, self->loaded.count);
    self->begin = time(NULL);
    const enum sim_status status =
        sim_experiment_run(&experiment, &self->results, &failed_replication);
    self->end = time(NULL);
    sim_progress_end(&progress);
    if (status != SIM_OK && status != SIM_ERR_INTERRUPTED) {
        complain_failure(self, status, failed_replication);
    }
    return status;
}

/* --- Saving and reporting --- */

static enum sim_status say_interrupted(const struct computation *self,
                                       const char *folder)
{
    const uint32_t done = self->results.replications_done;
    if (done == 0) {
        sim_command_complain(self->call->model,
                             "afgebroken voordat er een replicatie klaar was; er is "
                             "niets bewaard");
    } else if (folder != NULL) {
        sim_command_complain(self->call->model,
                             "afgebroken na %" PRIu32 " van %" PRIu32
                             " replicaties; die zijn bewaard in %s",
                             done, self->options.replications, folder);
    }
    return SIM_ERR_INTERRUPTED;
}

/* An interrupted run leaves the name that belongs to the whole run free. */
static void rename_interrupted(struct computation *self)
{
    char *path =
        self->options.output != NULL ? NULL : sim_destination_interrupted(self->path);
    if (path != NULL) {
        free(self->path);
        self->path = path;
    }
}

static enum sim_status save_and_report(struct computation *self)
{
    const struct sim_scenario *scenarios[SIM_SCENARIO_MAX];
    for (int i = 0; i < self->loaded.count; i++) {
        scenarios[i] = self->loaded.scenarios[i];
    }
    const struct sim_study study = {
        .model = self->call->model,
        .scenarios = scenarios,
        .results = &self->results,
        .seed = self->options.seed,
        .replications = self->options.replications,
        .threads = self->options.threads,
        .begin = self->begin,
        .end = self->end,
        .argc = self->call->full_argc,
        .argv = self->call->full_argv,
    };
    struct sim_saved saved;
    enum sim_status status =
        sim_store_save(&study, self->path, self->options.draws_figures, &saved);
    sim_report_print(&study, stdout);
    if (saved.folder != NULL) {
        sim_report_folder(study.model, saved.folder, stdout);
    }
    fflush(stdout);
    if (status != SIM_OK) {
        sim_command_complain(study.model, "%s", saved.message);
    }
    if (self->results.interrupted) {
        const enum sim_status interrupted = say_interrupted(self, saved.folder);
        status = status == SIM_OK ? interrupted : status;
    }
    sim_saved_free(&saved);
    return status;
}

static enum sim_status perform(struct computation *self)
{
    enum sim_status status = sim_load_all(&self->loaded, &self->options);
    if (status == SIM_OK) {
        status = choose_path(self);
    }
    if (status != SIM_OK || is_made_before(self)) {
        return status;
    }
    status = check_path(self);
    if (status == SIM_OK) {
        status = compute(self);
    }
    if (status == SIM_ERR_INTERRUPTED) {
        if (self->results.replications_done == 0) {
            return say_interrupted(self, NULL);
        }
        rename_interrupted(self);
        status = SIM_OK;
    }
    return status == SIM_OK ? save_and_report(self) : status;
}

enum sim_status sim_computation_run(const struct sim_call *call,
                                    const struct sim_options_kind *kind)
{
    struct computation self = {.call = call};
    enum sim_status status = sim_options_read(&self.options, kind, call);
    if (status == SIM_OK && !self.options.shows_help) {
        status = perform(&self);
    }
    sim_results_free(&self.results);
    free(self.path);
    sim_loaded_free(&self.loaded);
    sim_options_free(&self.options);
    return status;
}
