/* sim/cli/options.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/cli/options.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "sim/cli/arguments.h"
#include "sim/cli/parts.h"
#include "sim/cli/processors.h"
#include "sim/cli/target.h"
#include "sim/cli/turning.h"
#include "sim/experiment/warmup.h"
#include "sim/scenario/suggest.h"

#define DEFAULT_REPLICATIONS 20
#define DEFAULT_SEED 1
#define REPLICATION_MAX 1000000
#define THREAD_MAX 1024
#define DEFAULT_INTERVAL_DAYS (365.25 / 12)
#define INTERVAL_MAX_DAYS 1000000
#define DEFAULT_KEEP_SECONDS 10
#define CHECKPOINT_MAX_SECONDS 1000000
#define WINDOW_MAX (SIM_WARMUP_COUNT_MAX / 4)

enum {
    KEY_THREADS = 0x100,
    KEY_NO_FIGURES,
    KEY_HALF_WIDTH,
    KEY_MEASURE,
    KEY_MAX_REPLICATIONS,
    KEY_INTERVAL,
    KEY_WINDOW,
    KEY_BASE,
    KEY_BREAK_EVEN,
    KEY_VARY,
    KEY_EXPLAIN,
    KEY_CHECKPOINT
};

/* clang-format off */
#define OPTION_REPLICATIONS \
    {"replications", 'n', "N", 0, \
     "aantal replicaties, 1 tot en met 1000000 (standaard 20)", 0}
#define OPTION_THREADS \
    {"threads", KEY_THREADS, "N", 0, \
     "aantal threads, 1 tot en met 1024 (standaard: zoveel als er\n" \
     "processoren vrij zijn); de uitkomsten hangen er niet van af", 0}
#define OPTION_OUTPUT \
    {"output", 'o', "MAP", 0, \
     "nieuwe map voor de resultaten (standaard: een naam in results/ die\n" \
     "bij scenario's, seed en aantal hoort)", 0}
#define OPTION_NO_FIGURES \
    {"no-figures", KEY_NO_FIGURES, NULL, 0, "tekent geen figuren", 0}
#define OPTION_CHECKPOINT \
    {"checkpoint", KEY_CHECKPOINT, "SECONDEN", 0, \
     "bewaart zo vaak hoe ver het is (standaard 10; 0: na elke replicatie),\n" \
     "zodat dezelfde opdracht na afbreken of uitval verder gaat", 0}
#define OPTION_QUIET {"quiet", 'q', NULL, 0, "toont geen voortgang", 0}
#define OPTIONS_PRECISION \
    {"half-width", KEY_HALF_WIDTH, "BREEDTE", 0, \
     "herhaalt tot de maat van --measure zo precies bekend is: de halve\n" \
     "breedte van het 95%-interval is dan ten hoogste 0.5 (in de eenheid\n" \
     "van de maat) of 2% (van het gemiddelde). Bij compare gaat het om het\n" \
     "verschil van elk scenario met de basis, is 2% een deel van het\n" \
     "gemiddelde van de basis, en geldt het interval voor alle scenario's\n" \
     "samen. Doet ten minste 10 replicaties", 0}, \
    {"measure", KEY_MEASURE, "MAAT[:DIMENSIE=LABEL,...]", 0, \
     "de maat bij --half-width, --break-even en --explain; over een\n" \
     "dimensie die u niet noemt wordt opgeteld ('totaal')", 0}, \
    {"max-replications", KEY_MAX_REPLICATIONS, "N", 0, \
     "doet bij --half-width ten hoogste zoveel replicaties, 10 tot en met\n" \
     "1000000 (standaard 1000)", 0}
#define OPTIONS_COMPUTATION \
    SIM_OPTIONS_SEED, OPTION_THREADS, SIM_OPTIONS_SET, OPTION_OUTPUT, \
    OPTION_NO_FIGURES, OPTION_CHECKPOINT, OPTION_QUIET
/* clang-format on */

static const struct argp_option RUN_OPTIONS[] = {
    SIM_ARGUMENTS_HELP,
    OPTION_REPLICATIONS,
    OPTIONS_PRECISION,
    OPTIONS_COMPUTATION,
    {0},
};

static const struct argp_option COMPARE_OPTIONS[] = {
    SIM_ARGUMENTS_HELP,
    OPTION_REPLICATIONS,
    {"base", KEY_BASE, "SCENARIO", 0,
     "welk van de scenario's de basis is (standaard: het eerste)", 0},
    OPTIONS_PRECISION,
    {"explain", KEY_EXPLAIN, NULL, 0,
     "ontleedt het verschil van twee scenario's: wat doet elk van de dingen\n"
     "die anders zijn, en wat doen zij samen; voor de maat van --measure, of\n"
     "zonder die voor alle hoofdmaten",
     0},
    {"break-even", KEY_BREAK_EVEN, "PAD[=LAAG:HOOG]", 0,
     "zoekt bij welke waarde van een parameter het verschil in de maat van\n"
     "--measure omslaat, met een 95%-interval; zonder bereik van laag tot\n"
     "hoog zoals het scenario die noemt. Rekent daarvoor zo'n 10 tot 30\n"
     "varianten door",
     0},
    {"vary", KEY_VARY, "SCENARIO", 0,
     "in welk scenario --break-even de parameter verandert: een van de twee\n"
     "of '" SIM_OPTIONS_ALL "' (standaard: dat wat niet de basis is)",
     0},
    OPTIONS_COMPUTATION,
    {0},
};

static const struct argp_option WARMUP_OPTIONS[] = {
    SIM_ARGUMENTS_HELP,
    OPTION_REPLICATIONS,
    {"interval", KEY_INTERVAL, "DAGEN", 0,
     "tijd tussen twee metingen (standaard 30.4375: een twaalfde jaar); in de\n"
     "looptijd moeten 50 tot en met 10000 metingen passen",
     0},
    {"window", KEY_WINDOW, "N", 0,
     "metingen aan elke kant in het voortschrijdend gemiddelde (standaard: per\n"
     "reeks het kleinste aantal waarmee de lijn er glad uitziet); ten hoogste\n"
     "een kwart van de metingen",
     0},
    OPTIONS_COMPUTATION,
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

static enum sim_status take_interval(struct sim_options *self, const char *value)
{
    if (!sim_arguments_decimal(value, strlen(value), &self->interval_days) ||
        self->interval_days > INTERVAL_MAX_DAYS) {
        sim_command_complain(self->model,
                             "--interval: '%s' kan niet; geef een aantal dagen boven 0 "
                             "en ten hoogste %d",
                             value, INTERVAL_MAX_DAYS);
        return SIM_ERR_USAGE;
    }
    return SIM_OK;
}

static enum sim_status take_number(struct sim_options *self, int key, const char *value)
{
    const struct sim_model *model = self->model;
    enum sim_status status = SIM_OK;
    uint64_t number = 0;
    switch (key) {
    case 'n':
        status = sim_arguments_integer(model, "--replications", value, 1,
                                       REPLICATION_MAX, &number);
        self->replications = (uint32_t)number;
        break;
    case KEY_MAX_REPLICATIONS:
        status = sim_arguments_integer(model, "--max-replications", value,
                                       SIM_PRECISION_MINIMUM, REPLICATION_MAX, &number);
        self->target.max_replications = (uint32_t)number;
        break;
    case SIM_OPTIONS_KEY_SEED:
        status =
            sim_arguments_integer(model, "--seed", value, 0, UINT64_MAX, &self->seed);
        break;
    case KEY_THREADS:
        status =
            sim_arguments_integer(model, "--threads", value, 1, THREAD_MAX, &number);
        self->threads = (int)number;
        break;
    case KEY_CHECKPOINT:
        status = sim_arguments_integer(model, "--checkpoint", value, 0,
                                       CHECKPOINT_MAX_SECONDS, &number);
        self->keep_seconds = (double)number;
        break;
    case KEY_WINDOW:
        status =
            sim_arguments_integer(model, "--window", value, 1, WINDOW_MAX, &number);
        self->window = (int)number;
        break;
    }
    return status;
}

enum sim_status sim_options_take(struct sim_options *self, int key, const char *value)
{
    switch (key) {
    case KEY_HALF_WIDTH:
        return sim_target_read(&self->target, self->model, value);
    case KEY_MEASURE:
        self->target.measure = value;
        return SIM_OK;
    case KEY_BREAK_EVEN:
        self->break_even = value;
        return SIM_OK;
    case KEY_EXPLAIN:
        self->explains = true;
        return SIM_OK;
    case KEY_VARY:
        self->vary = value;
        return SIM_OK;
    case KEY_BASE:
        self->base = value;
        return SIM_OK;
    case KEY_INTERVAL:
        return take_interval(self, value);
    case SIM_OPTIONS_KEY_SET:
        return take_setting(self, value);
    case 'o':
        return take_output(self, value);
    case KEY_NO_FIGURES:
        self->draws_figures = false;
        return SIM_OK;
    case 'q':
        self->is_quiet = true;
        return SIM_OK;
    default:
        return take_number(self, key, value);
    }
}

static const struct argp_option *const TABLES[] = {
    [SIM_OPTIONS_RUN] = RUN_OPTIONS,
    [SIM_OPTIONS_COMPARE] = COMPARE_OPTIONS,
    [SIM_OPTIONS_WARMUP] = WARMUP_OPTIONS,
};

static enum sim_status take_option(void *context, int key, const char *value)
{
    return sim_options_take(context, key, value);
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

void sim_options_init(struct sim_options *self, const struct sim_model *model)
{
    *self = (struct sim_options){
        .model = model,
        .interval_days = DEFAULT_INTERVAL_DAYS,
        .seed = DEFAULT_SEED,
        .threads = default_threads(),
        .keep_seconds = DEFAULT_KEEP_SECONDS,
        .draws_figures = true,
    };
}

/* Puts the scenario of --base first; the others keep their order. */
static enum sim_status put_base_first(struct sim_options *self)
{
    char hint[SIM_SUGGEST_SIZE];
    int at = 0;
    while (at < self->scenario_count && strcmp(self->scenarios[at], self->base) != 0) {
        at++;
    }
    if (at == self->scenario_count) {
        sim_suggest_name(self->base, self->scenarios, self->scenario_count, hint);
        sim_command_complain(self->model,
                             "--base: '%s' is niet een van de scenario's%s", self->base,
                             hint);
        return SIM_ERR_USAGE;
    }
    memmove(&self->scenarios[1], &self->scenarios[0],
            (size_t)at * sizeof self->scenarios[0]);
    self->scenarios[0] = self->base;
    return SIM_OK;
}

enum sim_status sim_options_read(struct sim_options *self,
                                 const struct sim_options_kind *kind,
                                 const struct sim_call *call)
{
    const struct sim_syntax syntax = {
        .options = TABLES[kind->command],
        .command = call->argv[0],
        .arguments = kind->arguments,
        .summary = kind->summary,
        .examples = kind->examples,
        .minimum_arguments = kind->minimum_scenarios,
        .maximum_arguments = kind->maximum_scenarios,
        .take_option = take_option,
        .take_argument = take_scenario,
    };
    sim_options_init(self, call->model);
    enum sim_status status = sim_arguments_read(&syntax, call->model, call->argc,
                                                call->argv, self, &self->shows_help);
    if (status != SIM_OK || self->shows_help) {
        return status;
    }
    status = sim_target_check(self);
    if (status == SIM_OK && self->base != NULL) {
        status = put_base_first(self);
    }
    if (status == SIM_OK) {
        status = sim_turning_check(self);
    }
    if (status == SIM_OK) {
        status = sim_parts_check(self);
    }
    if (status == SIM_ERR_USAGE) {
        sim_arguments_refer(call->model, call->argv[0]);
    }
    if (self->replications == 0) {
        self->replications = DEFAULT_REPLICATIONS;
    }
    return status;
}

void sim_options_free(struct sim_options *self)
{
    free(self->settings);
    free(self->output);
}
