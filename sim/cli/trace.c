/* sim/cli/trace.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "sim/cli/arguments.h"
#include "sim/cli/load.h"
#include "sim/store/folder.h"
#include "sim/store/traced.h"

#define REPLICATION_MAX 1000000

enum { KEY_NAME = SIM_OPTIONS_KEY_OWN, KEY_SAMPLE, KEY_REPLICATION };

struct tracing {
    const struct sim_model *model;
    struct sim_options options;
    const char **names; /* [name_count] owned; of the entities, as they were given */
    uint64_t *ids;      /* [name_count] owned; the same as numbers */
    int name_count;
    double share;
    uint32_t replication; /* from 1 */
    struct sim_loaded loaded;
    void *instance; /* owned */
};

/* --- What is asked --- */

static enum sim_status take_name(struct tracing *self, const char *value)
{
    const char **grown =
        realloc(self->names, ((size_t)self->name_count + 1) * sizeof *grown);
    if (grown == NULL) {
        return SIM_ERR_NO_MEMORY;
    }
    self->names = grown;
    self->names[self->name_count++] = value;
    return SIM_OK;
}

static enum sim_status take_sample(struct tracing *self, const char *value)
{
    if (sim_arguments_decimal(value, strlen(value), &self->share) &&
        self->share <= 1.0) {
        return SIM_OK;
    }
    sim_command_complain(self->model,
                         "--sample: '%s' kan niet; geef een deel boven 0 en ten "
                         "hoogste 1, zoals 0.001",
                         value);
    return SIM_ERR_USAGE;
}

static enum sim_status take_replication(struct tracing *self, const char *value)
{
    uint64_t number;
    const enum sim_status status = sim_arguments_integer(
        self->model, "--replication", value, 1, REPLICATION_MAX, &number);
    self->replication = (uint32_t)number;
    return status;
}

static enum sim_status take_option(void *context, int key, const char *value)
{
    struct tracing *self = context;
    switch (key) {
    case KEY_NAME:
        return take_name(self, value);
    case KEY_SAMPLE:
        return take_sample(self, value);
    case KEY_REPLICATION:
        return take_replication(self, value);
    default:
        return sim_options_take(&self->options, key, value);
    }
}

static enum sim_status take_scenario(void *context, int index, char *value)
{
    struct tracing *self = context;
    self->options.scenarios[index] = value;
    self->options.scenario_count = index + 1;
    return SIM_OK;
}

/* The texts of the help are about the entities of the model. */
static enum sim_status read_arguments(struct tracing *self, const struct sim_call *call,
                                      bool *shows_help)
{
    const struct sim_trace *trace = call->model->trace;
    char name_doc[512], sample_doc[512], summary[512], examples[512];
    const struct argp_option table[] = {
        SIM_ARGUMENTS_HELP,
        {trace->noun, KEY_NAME, "NAAM", 0, name_doc, 0},
        {"sample", KEY_SAMPLE, "DEEL", 0, sample_doc, 0},
        {"replication", KEY_REPLICATION, "N", 0,
         "de hoeveelste replicatie, 1 tot en met 1000000 (standaard 1)", 0},
        SIM_OPTIONS_SEED,
        SIM_OPTIONS_SET,
        {"output", 'o', "MAP", 0,
         "nieuwe map voor de gebeurtenissen als CSV en om te lezen, in plaats\n"
         "van op het scherm",
         0},
        {0},
    };
    const struct sim_syntax syntax = {
        .options = table,
        .command = call->argv[0],
        .arguments = "SCENARIO",
        .summary = summary,
        .examples = examples,
        .minimum_arguments = 1,
        .maximum_arguments = 1,
        .take_option = take_option,
        .take_argument = take_scenario,
    };
    snprintf(name_doc, sizeof name_doc, "wie te volgen; mag vaker. Een naam is\n%s",
             trace->name_help);
    snprintf(sample_doc, sizeof sample_doc,
             "volgt een steekproef; 0.001 is een op de duizend %s, dezelfde\n"
             "in elk scenario en elke replicatie",
             trace->plural);
    snprintf(
        summary, sizeof summary,
        "Laat zien wat er in een replicatie met %s gebeurt, van dag tot dag.\n"
        "De hele replicatie wordt gerekend, met dezelfde uitkomsten als bij 'run'.",
        trace->plural);
    snprintf(examples, sizeof examples,
             "trace scenario.cfg --sample 0.001\n"
             "trace scenario.cfg --%s %s --replication 3\n"
             "trace scenario.cfg --sample 1 -o results/gevolgd",
             trace->noun, trace->name_example);
    return sim_arguments_read(&syntax, call->model, call->argc, call->argv, self,
                              shows_help);
}

static enum sim_status check_arguments(const struct tracing *self)
{
    if (self->name_count > 0 || self->share > 0.0) {
        return SIM_OK;
    }
    sim_command_complain(self->model,
                         "wie wilt u volgen? Geef --%s NAAM, of --sample DEEL",
                         self->model->trace->noun);
    return SIM_ERR_USAGE;
}

/* --- Who --- */

/* Only an instance knows who there can be. */
static enum sim_status find_ids(struct tracing *self)
{
    const struct sim_trace *trace = self->model->trace;
    self->ids = calloc((size_t)self->name_count + 1, sizeof *self->ids);
    if (self->ids == NULL) {
        return SIM_ERR_NO_MEMORY;
    }
    for (int i = 0; i < self->name_count; i++) {
        if (!trace->read_name(self->instance, self->names[i], &self->ids[i])) {
            sim_command_complain(
                self->model,
                "--%s: '%s' kan geen %s van dit scenario zijn; een "
                "naam is %s. Met --sample 0.001 krijgt u er een aantal",
                trace->noun, self->names[i], trace->noun, trace->name_help);
            return SIM_ERR_USAGE;
        }
    }
    return SIM_OK;
}

/* Who can exist need not come in this replication. */
static enum sim_status complain_absent(const struct tracing *self,
                                       const struct sim_traced *traced)
{
    enum sim_status status = SIM_OK;
    for (int i = 0; i < self->name_count; i++) {
        if (!sim_traced_has(traced, self->ids[i])) {
            sim_command_complain(
                self->model,
                "--%s: '%s' komt in replicatie %u niet voor; met "
                "--sample 0.001 krijgt u er een aantal die er wel zijn",
                self->model->trace->noun, self->names[i], self->replication);
            status = SIM_ERR_USAGE;
        }
    }
    return status;
}

/* --- Running and showing --- */

static enum sim_status replicate(struct tracing *self)
{
    const struct sim_model *model = self->model;
    double *values =
        calloc((size_t)model->layout(self->instance)->cell_count + 1, sizeof *values);
    if (values == NULL) {
        return SIM_ERR_NO_MEMORY;
    }
    enum sim_status status =
        model->trace->follow(self->instance, self->share, self->ids, self->name_count);
    if (status == SIM_OK) {
        status = sim_experiment_replicate(model, self->instance, self->options.seed,
                                          self->replication - 1, values);
    }
    free(values);
    return status;
}

static enum sim_status show(const struct tracing *self, const struct sim_traced *traced)
{
    const char *path = self->options.output;
    char message[SIM_FOLDER_MESSAGE_SIZE];
    if (path == NULL) {
        sim_traced_write_timeline(traced, stdout);
        return SIM_OK;
    }
    const enum sim_status status =
        sim_traced_save(traced, path, message, sizeof message);
    if (status == SIM_OK) {
        printf("%s\n%u %s, %u gebeurtenissen: %s/gebeurtenissen.csv\n",
               self->model->trace->note, traced->entity_count,
               traced->entity_count == 1 ? self->model->trace->noun
                                         : self->model->trace->plural,
               traced->count, path);
    } else {
        sim_command_complain(self->model, "%s", message);
    }
    return status;
}

static enum sim_status run(struct tracing *self)
{
    struct sim_traced traced = {
        .model = self->model,
        .scenario = self->loaded.scenarios[0],
        .instance = self->instance,
        .seed = self->options.seed,
        .replication = self->replication - 1,
    };
    enum sim_status status = replicate(self);
    if (status == SIM_OK) {
        status = sim_traced_init(&traced);
    }
    if (status != SIM_OK) {
        sim_command_complain(self->model, "%s", sim_status_text(status));
    } else {
        status = show(self, &traced);
        const enum sim_status absent = complain_absent(self, &traced);
        status = status == SIM_OK ? absent : status;
    }
    sim_traced_free(&traced);
    return status;
}

static enum sim_status perform(struct tracing *self)
{
    char message[SIM_FOLDER_MESSAGE_SIZE];
    enum sim_status status = sim_load_all(&self->loaded, &self->options);
    if (status != SIM_OK) {
        return status;
    }
    if (self->options.output != NULL) {
        status = sim_folder_check(self->options.output, message, sizeof message);
        if (status != SIM_OK) {
            sim_command_complain(self->model, "%s", message);
            return status;
        }
    }
    status = self->model->create(self->loaded.scenarios[0], &self->instance);
    if (status != SIM_OK) {
        sim_command_complain(self->model, "%s", sim_status_text(status));
        return status;
    }
    status = find_ids(self);
    return status == SIM_OK ? run(self) : status;
}

enum sim_status sim_command_trace(const struct sim_call *call)
{
    struct tracing self = {.model = call->model, .replication = 1};
    bool shows_help = false;
    if (call->model->trace == NULL) {
        sim_command_complain(call->model, "dit model kan niemand volgen");
        return SIM_ERR_USAGE;
    }
    sim_options_init(&self.options, call->model);
    enum sim_status status = read_arguments(&self, call, &shows_help);
    if (status == SIM_OK && !shows_help) {
        status = check_arguments(&self);
    }
    if (status == SIM_OK && !shows_help) {
        status = perform(&self);
    }
    call->model->destroy(self.instance);
    sim_loaded_free(&self.loaded);
    sim_options_free(&self.options);
    free(self.names);
    free(self.ids);
    return status;
}
