/* sim/cli/computation.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/cli/computation.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "sim/cli/arguments.h"
#include "sim/cli/destination.h"
#include "sim/cli/interrupt.h"
#include "sim/cli/load.h"
#include "sim/cli/parts.h"
#include "sim/cli/progress.h"
#include "sim/cli/report.h"
#include "sim/cli/resume.h"
#include "sim/cli/target.h"
#include "sim/cli/turning.h"
#include "sim/cli/warmup_report.h"
#include "sim/store/folder.h"
#include "sim/store/record.h"
#include "sim/store/store.h"

struct computation {
    const struct sim_call *call;
    bool is_warmup;
    struct sim_options options;
    struct sim_loaded loaded;
    struct sim_precision precision;  /* only when one is asked for */
    struct sim_warmup warmup;        /* only when it is one */
    struct sim_ranking ranking;      /* only of a comparison */
    struct sim_turning_task turning; /* only with --break-even */
    struct sim_parts_task parts;     /* only with --explain */
    const volatile sig_atomic_t *stop;
    char *path; /* owned; where the results go */
    struct sim_resume resume;
    struct sim_resume_main main;
    struct sim_results results;
    time_t begin, end;
};

/* --- What is asked --- */

/* NULL: no precision was asked for. */
static const struct sim_precision *precision_of(const struct computation *self)
{
    return self->options.target.half_width > 0.0 ? &self->precision : NULL;
}

static sim_time observe_every(const struct computation *self)
{
    return self->is_warmup ? sim_time_from_days(self->options.interval_days) : 0;
}

/* What can only be checked now that the scenarios are there. */
static enum sim_status check_options(struct computation *self)
{
    enum sim_status status = SIM_OK;
    if (precision_of(self) != NULL) {
        status = sim_target_find(&self->options, &self->loaded, &self->precision);
    }
    if (self->is_warmup) {
        status = sim_warmup_check(&self->options, self->loaded.scenarios[0],
                                  observe_every(self));
    }
    if (status == SIM_OK && self->options.break_even != NULL) {
        status = sim_turning_init(&self->turning, &self->options, &self->loaded);
    }
    if (status == SIM_OK && self->options.explains) {
        status = sim_parts_init(&self->parts, &self->options, &self->loaded);
    }
    if (status == SIM_ERR_USAGE) {
        sim_arguments_refer(self->call->model, self->call->argv[0]);
    } else if (status != SIM_OK && status != SIM_ERR_INPUT) {
        sim_command_complain(self->call->model, "%s", sim_status_text(status));
    }
    return status;
}

/* --- Where it goes --- */

static void print_folder(const struct computation *self, const char *folder)
{
    if (self->is_warmup) {
        sim_warmup_report_folder(folder, stdout);
    } else {
        sim_report_folder(self->call->model, folder, stdout);
    }
    fflush(stdout);
}

static enum sim_status complain_precision(const struct computation *self)
{
    sim_command_complain(self->call->model, "%s", sim_status_text(SIM_ERR_PRECISION));
    return SIM_ERR_PRECISION;
}

static bool has_figures(const char *folder)
{
    char *path = sim_folder_join(folder, "figuren");
    const bool has = path != NULL && sim_folder_exists(path);
    free(path);
    return has;
}

/* Whether the folder that belongs to this run holds it already; says so. */
static bool is_made_before(const struct computation *self)
{
    if (self->options.output != NULL || !sim_record_is_complete(self->path)) {
        return false;
    }
    printf("Deze doorrekening bestaat al: %s\n", self->path);
    if (self->options.draws_figures && self->call->model->figure_count > 0 &&
        !has_figures(self->path)) {
        printf("Zij is zonder figuren bewaard. Haal die map weg, of kies met -o een "
               "andere, om haar met figuren te maken.\n");
    }
    print_folder(self, self->path);
    return true;
}

/* How that run ended. */
static enum sim_status status_made_before(const struct computation *self)
{
    return sim_record_is_precise(self->path) ? SIM_OK : complain_precision(self);
}

static enum sim_status choose_path(struct computation *self)
{
    const struct sim_options *options = &self->options;
    char digest[SIM_DIGEST_SIZE];
    enum sim_status status = sim_destination_digest(
        options, &self->loaded, precision_of(self), self->is_warmup, digest);
    if (status == SIM_OK && options->output == NULL) {
        status =
            sim_destination_name(&self->loaded, self->is_warmup, digest, &self->path);
    } else if (status == SIM_OK) {
        self->path = strdup(options->output);
        status = self->path == NULL ? SIM_ERR_NO_MEMORY : SIM_OK;
    }
    if (status == SIM_OK) {
        sim_resume_init(&self->resume, self->path, digest, options->keep_seconds);
    } else {
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

static void prepare_resume(struct computation *self)
{
    sim_resume_next(&self->resume, &self->main.checkpoint);
    self->main.replications = self->options.replications;
    self->main.ranking = self->loaded.count > 1 ? &self->ranking : NULL;
    self->main.samples[0] = self->options.explains ? &self->parts.sample : NULL;
    self->main.samples[1] =
        self->options.break_even != NULL ? &self->turning.sample : NULL;
}

static enum sim_status compute(struct computation *self)
{
    struct sim_progress progress;
    uint32_t failed_replication;
    const struct sim_collector turning = sim_sample_collector(&self->turning.sample);
    struct sim_collector parts = sim_sample_collector(&self->parts.sample);
    struct sim_collector ranking = sim_ranking_collector(&self->ranking);
    parts.next = self->options.break_even != NULL ? &turning : NULL;
    ranking.next = self->options.explains ? &parts : parts.next;
    const struct sim_resumption resumption = sim_resume_main(&self->main);
    prepare_resume(self);
    self->stop = sim_interrupt_catch();
    struct sim_experiment experiment = {
        .model = self->call->model,
        .scenario_count = self->loaded.count,
        .seed = self->options.seed,
        .replications = self->options.replications,
        .threads = self->options.threads,
        .precision = precision_of(self),
        .collector = self->loaded.count > 1 ? &ranking : NULL,
        .resumption = &resumption,
        .observe_every = observe_every(self),
        .stop = self->stop,
        .progress = sim_progress_show,
        .progress_context = &progress,
    };
    for (int i = 0; i < self->loaded.count; i++) {
        experiment.scenarios[i] = self->loaded.scenarios[i];
    }
    sim_progress_init(&progress, stderr, self->options.is_quiet, self->loaded.count,
                      experiment.precision != NULL);
    self->begin = time(NULL);
    const enum sim_status status =
        sim_experiment_run(&experiment, &self->results, &failed_replication);
    self->end = time(NULL);
    sim_progress_end(&progress);
    if (status == SIM_ERR_INTERRUPTED || self->options.explains ||
        self->options.break_even != NULL) {
        sim_resume_main_keep(&self->main);
    }
    if (status != SIM_OK && status != SIM_ERR_INTERRUPTED &&
        status != SIM_ERR_PRECISION) {
        complain_failure(self, status, failed_replication);
    }
    return status;
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

/* What is found out beside the comparison; what was done of that when it is interrupted
 * is kept. */
static enum sim_status compute_beside(struct computation *self)
{
    const uint32_t done = self->results.replications_done;
    enum sim_status status = SIM_OK;
    if (self->options.explains) {
        status = sim_parts_run(&self->parts, &self->options,
                               self->results.scenarios[0].layout, done, &self->resume,
                               self->stop);
    }
    if (status == SIM_OK && self->options.break_even != NULL) {
        status = sim_turning_search(&self->turning, &self->options, &self->loaded, done,
                                    &self->resume, self->stop);
    }
    if (status == SIM_ERR_INTERRUPTED) {
        self->results.interrupted = true;
        rename_interrupted(self);
        status = SIM_OK;
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
        sim_command_complain(
            self->call->model,
            "afgebroken na %" PRIu32 " van %s%" PRIu32
            " replicaties; die zijn bewaard in %s%s",
            done, precision_of(self) == NULL ? "" : "ten hoogste ",
            self->options.replications, folder,
            !sim_resume_is_kept(&self->resume) ? ""
            : self->options.output == NULL
                ? "; dezelfde opdracht gaat verder waar deze ophield"
                : "; zonder die map gaat dezelfde opdracht verder waar deze ophield");
    }
    return SIM_ERR_INTERRUPTED;
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
        .precision = precision_of(self),
        .warmup = self->is_warmup ? &self->warmup : NULL,
        .ranking = self->loaded.count > 1 ? &self->ranking : NULL,
        .explanation = self->parts.found.outcome_count > 0 ? &self->parts.found : NULL,
        .break_even = self->turning.found.search != NULL ? &self->turning.found : NULL,
        .threads = self->options.threads,
        .begin = self->begin,
        .end = self->end,
        .argc = self->call->full_argc,
        .argv = self->call->full_argv,
    };
    struct sim_saved saved;
    enum sim_status status =
        sim_store_save(&study, self->path, self->options.draws_figures, &saved);
    if (self->is_warmup) {
        sim_warmup_report_print(&study, stdout);
    } else {
        sim_report_print(&study, stdout);
    }
    if (saved.folder != NULL) {
        print_folder(self, saved.folder);
    }
    fflush(stdout);
    if (status != SIM_OK) {
        sim_command_complain(study.model, "%s", saved.message);
    }
    if (self->results.interrupted) {
        const enum sim_status interrupted = say_interrupted(self, saved.folder);
        status = status == SIM_OK ? interrupted : status;
    } else if (study.precision != NULL && !self->results.is_precise) {
        const enum sim_status imprecise = complain_precision(self);
        status = status == SIM_OK ? imprecise : status;
    }
    sim_saved_free(&saved);
    return status;
}

static enum sim_status judge_warmup(struct computation *self)
{
    const enum sim_status status = sim_warmup_init(
        &self->warmup, &self->results, observe_every(self), self->options.window);
    if (status != SIM_OK) {
        sim_command_complain(self->call->model, "%s", sim_status_text(status));
    }
    return status;
}

/* What was computed is kept, be it interrupted or not precise enough. */
static enum sim_status finish(struct computation *self, enum sim_status status)
{
    if (status == SIM_ERR_INTERRUPTED) {
        if (self->results.replications_done == 0) {
            return say_interrupted(self, NULL);
        }
        rename_interrupted(self);
    } else if (status != SIM_OK && status != SIM_ERR_PRECISION) {
        return status;
    }
    if (self->is_warmup) {
        status = judge_warmup(self);
    } else {
        status = self->results.interrupted ? SIM_OK : compute_beside(self);
    }
    return status == SIM_OK ? save_and_report(self) : status;
}

static enum sim_status perform(struct computation *self)
{
    enum sim_status status = sim_load_all(&self->loaded, &self->options);
    if (status == SIM_OK) {
        status = check_options(self);
    }
    if (status == SIM_OK) {
        status = choose_path(self);
    }
    if (status != SIM_OK) {
        return status;
    }
    if (is_made_before(self)) {
        return status_made_before(self);
    }
    status = check_path(self);
    if (status == SIM_OK) {
        status = finish(self, compute(self));
        if (!self->results.interrupted) {
            sim_resume_clear(&self->resume);
        }
    }
    return status;
}

enum sim_status sim_computation_run(const struct sim_call *call,
                                    const struct sim_options_kind *kind)
{
    struct computation self = {.call = call,
                               .is_warmup = kind->command == SIM_OPTIONS_WARMUP};
    enum sim_status status = sim_options_read(&self.options, kind, call);
    if (status == SIM_OK && !self.options.shows_help) {
        status = perform(&self);
    }
    sim_warmup_free(&self.warmup);
    sim_ranking_free(&self.ranking);
    sim_turning_free(&self.turning);
    sim_parts_free(&self.parts);
    sim_checkpoint_free(&self.main.checkpoint);
    sim_resume_free(&self.resume);
    sim_results_free(&self.results);
    free(self.path);
    sim_loaded_free(&self.loaded);
    sim_options_free(&self.options);
    return status;
}
