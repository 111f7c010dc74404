/* sim/cli/turning.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/cli/turning.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "sim/cli/arguments.h"
#include "sim/cli/selection.h"
#include "sim/cli/target.h"
#include "sim/cli/variants.h"
#include "sim/scenario/number.h"
#include "sim/scenario/suggest.h"

#define BASE 0
#define OTHER 1

/* --- What is asked --- */

/* Reads "laag:hoog". */
static bool read_range(const char *text, double *low, double *high)
{
    const size_t length = strcspn(text, ":");
    return text[length] == ':' && sim_arguments_number(text, length, low) &&
           sim_arguments_number(text + length + 1, strlen(text + length + 1), high) &&
           *low < *high;
}

static enum sim_status check_range(const struct sim_options *options)
{
    const char *equals = strrchr(options->break_even, '=');
    double low, high;
    if (*options->break_even != '\0' && equals != options->break_even &&
        (equals == NULL || read_range(equals + 1, &low, &high))) {
        return SIM_OK;
    }
    sim_command_complain(options->model,
                         "--break-even: '%s' kan niet; schrijf pad=laag:hoog, zoals "
                         "pad=0:0.5, met laag onder hoog; of alleen het pad van een "
                         "waarde waarvan het scenario laag en hoog noemt",
                         options->break_even);
    return SIM_ERR_USAGE;
}

static bool is_everywhere(const struct sim_options *options)
{
    return options->vary != NULL && strcmp(options->vary, SIM_OPTIONS_ALL) == 0;
}

static enum sim_status check_vary(const struct sim_options *options)
{
    const char *const names[] = {options->scenarios[BASE], options->scenarios[OTHER],
                                 SIM_OPTIONS_ALL};
    char hint[SIM_SUGGEST_SIZE];
    for (int i = 0; i < 3; i++) {
        if (options->vary == NULL || strcmp(options->vary, names[i]) == 0) {
            return SIM_OK;
        }
    }
    sim_suggest_name(options->vary, names, 3, hint);
    sim_command_complain(options->model, "--vary: '%s' is niet een van de scenario's%s",
                         options->vary, hint);
    return SIM_ERR_USAGE;
}

/* The complaint about options that do not go together; NULL: they do. */
static const char *find_conflict(const struct sim_options *options)
{
    if (options->break_even == NULL) {
        return options->vary != NULL ? "--vary hoort bij --break-even" : NULL;
    }
    return options->scenario_count != 2
               ? "--break-even gaat over twee scenario's: een basis en een ander"
           : options->target.measure == NULL
               ? "--break-even heeft een maat nodig: --measure MAAT"
           : options->replications == 1
               ? "--break-even heeft ten minste 2 replicaties nodig"
               : NULL;
}

enum sim_status sim_turning_check(const struct sim_options *options)
{
    const char *conflict = find_conflict(options);
    if (conflict != NULL) {
        sim_command_complain(options->model, "%s", conflict);
        return SIM_ERR_USAGE;
    }
    if (options->break_even == NULL) {
        return SIM_OK;
    }
    enum sim_status status = check_range(options);
    if (status == SIM_OK) {
        status = check_vary(options);
    }
    return status == SIM_OK ? sim_selection_check(options->model, "--measure",
                                                  options->target.measure)
                            : status;
}

/* --- A scenario with another value --- */

static enum sim_status load_variant(const struct sim_turning_task *self,
                                    const struct sim_options *options, int scenario,
                                    double value, struct sim_scenario **out)
{
    char number[SIM_NUMBER_SIZE];
    struct sim_faults faults = {0};
    const size_t count = (size_t)options->setting_count;
    const size_t size = strlen(self->path) + sizeof number + 1;
    const char **settings = calloc(count + 1, sizeof *settings);
    char *setting = malloc(size);
    enum sim_status status = SIM_ERR_NO_MEMORY;
    *out = NULL;
    if (settings != NULL && setting != NULL) {
        sim_number_plain(value + 0.0, number);
        snprintf(setting, size, "%s=%s", self->path, number);
        for (size_t i = 0; i < count; i++) {
            settings[i] = options->settings[i];
        }
        settings[count] = setting;
        status = sim_load_scenario(options->model, options->scenarios[scenario],
                                   settings, options->setting_count + 1, &faults, out);
    }
    if (faults.count > 0) {
        sim_command_complain(options->model,
                             "--break-even: %s kan niet in '%s':", setting,
                             options->scenarios[scenario]);
    }
    sim_faults_print(&faults, stderr);
    sim_faults_free(&faults);
    free(settings);
    free(setting);
    return status;
}

/* What a scenario says of the parameter. */
struct leaf {
    const char *path;
    bool is_found, is_whole;
    double low, high; /* NAN: not given */
};

static double bound_of(const char *text)
{
    return *text == '\0' ? NAN : strtod(text, NULL);
}

static void look_at_leaf(void *context, const struct sim_value_view *view)
{
    struct leaf *leaf = context;
    if (strcmp(view->path, leaf->path) == 0) {
        leaf->is_found = true;
        leaf->is_whole = view->param->kind == SIM_PARAM_INTEGER;
        leaf->low = bound_of(view->low);
        leaf->high = bound_of(view->high);
    }
}

static struct leaf find_leaf(const struct sim_turning_task *self,
                             const struct sim_scenario *scenario)
{
    struct leaf leaf = {.path = self->path, .low = NAN, .high = NAN};
    sim_scenario_visit(scenario, look_at_leaf, &leaf);
    return leaf;
}

/* --- Range --- */

static enum sim_status complain_range(const struct sim_turning_task *self,
                                      const struct sim_options *options)
{
    sim_command_complain(options->model,
                         "--break-even: het scenario noemt geen laag en hoog van '%s'; "
                         "geef een bereik: --break-even %s=LAAG:HOOG",
                         self->path, self->path);
    return SIM_ERR_USAGE;
}

/* Takes the range of the command line, or else of the first scenario that has one. */
static enum sim_status take_range(struct sim_turning_task *self,
                                  const struct sim_options *options,
                                  const struct sim_loaded *loaded)
{
    const char *equals = strrchr(options->break_even, '=');
    if (equals != NULL) {
        return read_range(equals + 1, &self->low, &self->high) ? SIM_OK : SIM_ERR_USAGE;
    }
    self->low = self->high = NAN;
    for (int s = OTHER; s >= BASE; s--) {
        const struct leaf leaf = find_leaf(self, loaded->scenarios[s]);
        if (self->varies[s] && leaf.low < leaf.high) {
            self->low = leaf.low;
            self->high = leaf.high;
        }
    }
    return isnan(self->low) ? complain_range(self, options) : SIM_OK;
}

/* Loads [scenario] at [value] only to see whether that can be; and tells whether the
 * parameter is whole. */
static enum sim_status try_value(struct sim_turning_task *self,
                                 const struct sim_options *options, int scenario,
                                 double value)
{
    struct sim_scenario *variant;
    const enum sim_status status =
        load_variant(self, options, scenario, value, &variant);
    if (status == SIM_OK) {
        self->is_whole = find_leaf(self, variant).is_whole;
    }
    sim_scenario_destroy(variant);
    return status;
}

/* A name that is unknown is found out before its range is asked for. */
static enum sim_status try_name(struct sim_turning_task *self,
                                const struct sim_options *options,
                                const struct sim_loaded *loaded)
{
    enum sim_status status = SIM_OK;
    for (int s = BASE; s <= OTHER && status == SIM_OK; s++) {
        if (self->varies[s] && !find_leaf(self, loaded->scenarios[s]).is_found) {
            status = try_value(self, options, s, 0.0);
        }
    }
    return status;
}

static enum sim_status try_ends(struct sim_turning_task *self,
                                const struct sim_options *options)
{
    enum sim_status status = SIM_OK;
    for (int s = BASE; s <= OTHER && status == SIM_OK; s++) {
        if (self->varies[s]) {
            status = try_value(self, options, s, self->low);
            status =
                status == SIM_OK ? try_value(self, options, s, self->high) : status;
        }
    }
    return status;
}

static enum sim_status choose_range(struct sim_turning_task *self,
                                    const struct sim_options *options,
                                    const struct sim_loaded *loaded)
{
    enum sim_status status = SIM_OK;
    if (strrchr(options->break_even, '=') == NULL) {
        status = try_name(self, options, loaded);
    }
    if (status == SIM_OK) {
        status = take_range(self, options, loaded);
    }
    return status == SIM_OK ? try_ends(self, options) : status;
}

enum sim_status sim_turning_init(struct sim_turning_task *self,
                                 const struct sim_options *options,
                                 const struct sim_loaded *loaded)
{
    const char *equals = strrchr(options->break_even, '=');
    const bool is_of_base =
        options->vary != NULL && strcmp(options->vary, options->scenarios[BASE]) == 0;
    memset(self, 0, sizeof *self);
    self->path = equals == NULL ? strdup(options->break_even)
                                : strndup(options->break_even,
                                          (size_t)(equals - options->break_even));
    self->varies[BASE] = is_of_base || is_everywhere(options);
    self->varies[OTHER] = !is_of_base;
    enum sim_status status = SIM_ERR_NO_MEMORY;
    if (self->path != NULL) {
        status = choose_range(self, options, loaded);
    }
    for (int s = BASE; s <= OTHER && status == SIM_OK; s++) {
        status = sim_target_cell(options, loaded->scenarios[s], &self->cells[s]);
    }
    if (status == SIM_OK) {
        status = sim_sample_init(&self->sample, 2, 1, options->replications);
    }
    if (status == SIM_OK) {
        memcpy(self->sample.cells, self->cells, sizeof self->cells);
        sim_break_even_init(&self->search, self->low, self->high, self->is_whole);
    }
    return status;
}

/* --- Searching --- */

/* Values that are evaluated together: a scenario for each, or two when both vary. */
struct batch {
    double values[SIM_BREAK_EVEN_BATCH_MAX];
    int count;
    struct sim_scenario *scenarios[SIM_SCENARIO_MAX]; /* owned; by value, then side */
    struct sim_sample sample;
};

_Static_assert(2 * SIM_BREAK_EVEN_BATCH_MAX <= SIM_SCENARIO_MAX, "a batch fits");

static int varied_count(const struct sim_turning_task *self)
{
    return self->varies[BASE] + self->varies[OTHER];
}

static void free_batch(struct batch *self)
{
    for (int i = 0; i < SIM_SCENARIO_MAX; i++) {
        sim_scenario_destroy(self->scenarios[i]);
    }
    sim_sample_free(&self->sample);
}

static enum sim_status load_batch(struct batch *self,
                                  const struct sim_turning_task *task,
                                  const struct sim_options *options)
{
    int at = 0;
    enum sim_status status = SIM_OK;
    for (int i = 0; i < self->count; i++) {
        for (int s = BASE; s <= OTHER; s++) {
            if (task->varies[s] && status == SIM_OK) {
                status = load_variant(task, options, s, self->values[i],
                                      &self->scenarios[at]);
                status = status == SIM_OK
                             ? sim_target_cell(options, self->scenarios[at],
                                               &self->sample.cells[at])
                             : status;
                at++;
            }
        }
    }
    return status;
}

/* The outcome of [side] in [replication] at the [index]th value. */
static double outcome_at(const struct sim_turning_task *task, const struct batch *batch,
                         int index, int side, uint32_t replication)
{
    const int at = index * varied_count(task) + (side == OTHER && task->varies[BASE]);
    return task->varies[side] ? sim_sample_at(&batch->sample, replication, at, 0)
                              : sim_sample_at(&task->sample, replication, side, 0);
}

static void add_batch(struct sim_turning_task *task, const struct batch *batch)
{
    for (int i = 0; i < batch->count; i++) {
        struct sim_tally difference;
        sim_tally_reset(&difference);
        for (uint32_t r = 0; r < batch->sample.replications; r++) {
            sim_tally_add(&difference, outcome_at(task, batch, i, OTHER, r) -
                                           outcome_at(task, batch, i, BASE, r));
        }
        sim_break_even_add(&task->search, batch->values[i], &difference);
    }
}

static enum sim_status run_batch(struct sim_turning_task *self,
                                 const struct sim_options *options, struct batch *batch,
                                 uint32_t replications, struct sim_resume *resume,
                                 const volatile sig_atomic_t *stop)
{
    enum sim_status status = sim_sample_init(
        &batch->sample, batch->count * varied_count(self), 1, replications);
    if (status == SIM_OK) {
        status = load_batch(batch, self, options);
    }
    if (status == SIM_OK) {
        status = sim_variants_run(&batch->sample, options,
                                  (const struct sim_scenario *const *)batch->scenarios,
                                  resume, stop);
    }
    if (status == SIM_OK) {
        add_batch(self, batch);
    }
    free_batch(batch);
    return status;
}

enum sim_status sim_turning_search(struct sim_turning_task *self,
                                   const struct sim_options *options,
                                   const struct sim_loaded *loaded,
                                   uint32_t replications, struct sim_resume *resume,
                                   const volatile sig_atomic_t *stop)
{
    enum sim_status status = SIM_OK;
    self->found = (struct sim_study_break_even){
        .search = &self->search,
        .path = self->path,
        .varied = is_everywhere(options)
                      ? NULL
                      : sim_scenario_name(loaded->scenarios[self->varies[OTHER]]),
        .cell = self->cells[BASE],
    };
    while (status == SIM_OK) {
        struct batch batch = {0};
        batch.count = sim_break_even_next(&self->search, batch.values);
        if (batch.count == 0) {
            self->found.is_complete = true;
            return SIM_OK;
        }
        status = run_batch(self, options, &batch, replications, resume, stop);
    }
    return status;
}

void sim_turning_free(struct sim_turning_task *self)
{
    sim_sample_free(&self->sample);
    free(self->path);
    self->path = NULL;
}
