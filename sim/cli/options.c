/* sim/cli/options.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/cli/options.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "sim/cli/arguments.h"
#include "sim/cli/processors.h"

#define DEFAULT_REPLICATIONS 20
#define DEFAULT_SEED 1
#define REPLICATION_MAX 1000000
#define THREAD_MAX 1024

enum { KEY_SEED = 0x100, KEY_THREADS, KEY_SET, KEY_NO_FIGURES };

static const struct argp_option OPTIONS[] = {
    SIM_ARGUMENTS_HELP,
    {"replications", 'n', "N", 0,
     "aantal replicaties, 1 tot en met 1000000 (standaard 20)", 0},
    {"seed", KEY_SEED, "N", 0,
     "begin van de toevalsgetallen (standaard 1); dezelfde seed geeft\n"
     "dezelfde uitkomsten",
     0},
    {"threads", KEY_THREADS, "N", 0,
     "aantal threads, 1 tot en met 1024 (standaard: zoveel als er\n"
     "processoren vrij zijn); de uitkomsten hangen er niet van af",
     0},
    {"set", KEY_SET, "PAD=WAARDE", 0,
     "geeft een parameter een andere waarde, in elk scenario; mag vaker", 0},
    {"output", 'o', "MAP", 0,
     "nieuwe map voor de resultaten (standaard: een naam in results/ die\n"
     "bij scenario's, seed en aantal hoort)",
     0},
    {"no-figures", KEY_NO_FIGURES, NULL, 0, "tekent geen figuren", 0},
    {"quiet", 'q', NULL, 0, "toont geen voortgang", 0},
    {0},
};

/* Without the '/' at the end, which would make the last part of the path empty. */
static enum sim_status take_output(struct sim_options *self, const char *value)
{
    size_t length = strlen(value);
    bool is_clean = length > 0;
    for (size_t i = 0; i < length; i++) {
        is_clean = is_clean && !iscntrl((unsigned char)value[i]);
    }
    if (!is_clean) {
        sim_command_complain(self->model,
                             "--output: geef de naam van een map, zonder regeleinden "
                             "en andere stuurtekens");
        return SIM_ERR_USAGE;
    }
    while (length > 1 && value[length - 1] == '/') {
        length--;
    }
    free(self->output);
    self->output = strndup(value, length);
    return self->output == NULL ? SIM_ERR_NO_MEMORY : SIM_OK;
}

static enum sim_status take_setting(struct sim_options *self, const char *value)
{
    const char *equals = strchr(value, '=');
    if (equals == NULL || equals == value) {
        sim_command_complain(self->model,
                             "--set: '%s' kan niet; schrijf --set pad=waarde", value);
        return SIM_ERR_USAGE;
    }
    const size_t count = (size_t)self->setting_count + 1;
    const char **grown = realloc(self->settings, count * sizeof *grown);
    if (grown == NULL) {
        return SIM_ERR_NO_MEMORY;
    }
    self->settings = grown;
    self->settings[self->setting_count++] = value;
    return SIM_OK;
}

static enum sim_status take_option(void *context, int key, const char *value)
{
    struct sim_options *self = context;
    enum sim_status status = SIM_OK;
    uint64_t number = 0;
    switch (key) {
    case 'n':
        status = sim_arguments_integer(self->model, "--replications", value, 1,
                                       REPLICATION_MAX, &number);
        self->replications = (uint32_t)number;
        break;
    case KEY_SEED:
        status = sim_arguments_integer(self->model, "--seed", value, 0, UINT64_MAX,
                                       &self->seed);
        break;
    case KEY_THREADS:
        status = sim_arguments_integer(self->model, "--threads", value, 1, THREAD_MAX,
                                       &number);
        self->threads = (int)number;
        break;
    case KEY_SET:
        status = take_setting(self, value);
        break;
    case 'o':
        status = take_output(self, value);
        break;
    case KEY_NO_FIGURES:
        self->draws_figures = false;
        break;
    case 'q':
        self->is_quiet = true;
        break;
    }
    return status;
}

static enum sim_status take_scenario(void *context, int index, char *value)
{
    struct sim_options *self = context;
    self->scenarios[index] = value;
    self->scenario_count = index + 1;
    return SIM_OK;
}

static int default_threads(void)
{
    const int count = sim_processors_count();
    return count < THREAD_MAX ? count : THREAD_MAX;
}

enum sim_status sim_options_read(struct sim_options *self,
                                 const struct sim_options_kind *kind,
                                 const struct sim_call *call)
{
    const struct sim_syntax syntax = {
        .options = OPTIONS,
        .command = call->argv[0],
        .arguments = kind->arguments,
        .summary = kind->summary,
        .examples = kind->examples,
        .minimum_arguments = kind->minimum_scenarios,
        .maximum_arguments = kind->maximum_scenarios,
        .take_option = take_option,
        .take_argument = take_scenario,
    };
    *self = (struct sim_options){
        .model = call->model,
        .replications = DEFAULT_REPLICATIONS,
        .seed = DEFAULT_SEED,
        .threads = default_threads(),
        .draws_figures = true,
    };
    return sim_arguments_read(&syntax, call->model, call->argc, call->argv, self,
                              &self->shows_help);
}

void sim_options_free(struct sim_options *self)
{
    free(self->settings);
    free(self->output);
}
