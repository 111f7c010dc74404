/* sim/cli/describe.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "sim/cli/arguments.h"
#include "sim/cli/document.h"
#include "sim/cli/grid.h"
#include "sim/cli/load.h"
#include "sim/cli/range.h"
#include "sim/scenario/dutch.h"
#include "sim/store/csv.h"

enum { KEY_CSV = 0x100, KEY_MEASURES, KEY_MARKDOWN, KEY_PLAN };

static const struct argp_option OPTIONS[] = {
    SIM_ARGUMENTS_HELP,
    {"csv", KEY_CSV, NULL, 0, "als CSV, om in te lezen", 0},
    {"measures", KEY_MEASURES, NULL, 0, "de maten in plaats van de parameters", 0},
    {"markdown", KEY_MARKDOWN, "SCENARIO", 0,
     "de delen van een modeldocument die uit de tabellen volgen, met de waarden,\n"
     "aannames en bronnen van het scenario",
     0},
    {"plan", KEY_PLAN, "SCENARIO", 0,
     "wat uit het scenario volgt voordat er wordt gerekend; met --csv ook de "
     "onderdelen",
     0},
    {0},
};

struct choices {
    bool is_csv;
    bool is_measures;
    const char *scenario; /* of the document that is asked for; NULL: none is */
    const char *plan;     /* the same of the plan */
};

static enum sim_status take_option(void *context, int key, const char *value)
{
    struct choices *choices = context;
    if (key == KEY_MARKDOWN) {
        choices->scenario = value;
    }
    if (key == KEY_PLAN) {
        choices->plan = value;
    }
    choices->is_csv |= key == KEY_CSV;
    choices->is_measures |= key == KEY_MEASURES;
    return SIM_OK;
}

static const struct sim_syntax SYNTAX = {
    .options = OPTIONS,
    .command = "describe",
    .arguments = "",
    .summary =
        "Toont elke parameter die in een scenario kan staan, met eenheid en bereik.",
    .examples = "describe\ndescribe --csv > parameters.csv\ndescribe --measures",
    .maximum_arguments = 0,
    .take_option = take_option,
};

/* --- As a table or as CSV: a row of texts --- */

struct output {
    struct sim_grid grid;
    struct sim_csv csv;
    bool is_csv;
};

static void put_row(struct output *self, const char *const *texts, int count)
{
    for (int i = 0; i < count; i++) {
        if (self->is_csv) {
            sim_csv_text(&self->csv, texts[i]);
        } else {
            sim_grid_add(&self->grid, texts[i]);
        }
    }
    if (self->is_csv) {
        sim_csv_end_row(&self->csv);
    }
}

static void begin_output(struct output *self, bool is_csv, int column_count)
{
    self->is_csv = is_csv;
    sim_csv_init(&self->csv, stdout);
    sim_grid_init(&self->grid, column_count, 0);
}

static enum sim_status end_output(struct output *self)
{
    const bool has_failed = self->grid.has_failed;
    if (!self->is_csv) {
        sim_grid_print(&self->grid, stdout);
    }
    sim_grid_free(&self->grid);
    return has_failed ? SIM_ERR_NO_MEMORY : SIM_OK;
}

/* --- Parameters --- */

/* In the table a parameter that may be left out is marked behind its path; the CSV has
 * a column for it. */
static void put_parameter(struct output *self, const struct sim_param *param)
{
    char range[SIM_RANGE_SIZE];
    char path[256];
    sim_range_text(param, self->is_csv ? '.' : ',', range, sizeof range);
    snprintf(path, sizeof path, "%s%s", param->path,
             param->optional && !self->is_csv ? " (mag weg)" : "");
    const char *const texts[] = {path,           sim_param_kind_text(param->kind),
                                 param->unit,    range,
                                 param->meaning, param->optional ? "nee" : "ja"};
    put_row(self, texts, self->is_csv ? 6 : 5);
}

static enum sim_status describe_parameters(const struct sim_model *model, bool is_csv)
{
    static const char *const header[] = {"pad",    "soort",     "eenheid",
                                         "bereik", "betekenis", "verplicht"};
    const struct sim_registry *const registries[] = {&sim_registry_common,
                                                     model->registry};
    struct output output;
    begin_output(&output, is_csv, 5);
    put_row(&output, header, is_csv ? 6 : 5);
    for (int r = 0; r < 2; r++) {
        for (int i = 0; i < registries[r]->count; i++) {
            put_parameter(&output, &registries[r]->params[i]);
        }
    }
    return end_output(&output);
}

/* --- Measures --- */

static enum sim_status describe_measures(const struct sim_model *model, bool is_csv)
{
    static const char *const header[] = {"soort", "maat", "eenheid", "titel",
                                         "definitie"};
    struct output output;
    begin_output(&output, is_csv, 5);
    put_row(&output, header, 5);
    for (int i = 0; i < model->measure_count; i++) {
        const struct sim_measure *measure = &model->measures[i];
        const char *const texts[] = {measure->group, measure->name, measure->unit,
                                     measure->title, measure->definition};
        put_row(&output, texts, 5);
    }
    return end_output(&output);
}

/* --- A plan --- */

struct plan_output {
    struct output output;
    const struct sim_plan *plan;
};

static void put_plan_row(void *context, const struct sim_plan_row *row)
{
    struct plan_output *self = context;
    struct output *output = &self->output;
    if (row->is_detail && !output->is_csv) {
        return;
    }
    for (int i = 0; i < self->plan->text_count; i++) {
        if (output->is_csv) {
            sim_csv_text(&output->csv, row->texts[i]);
        } else {
            sim_grid_add(&output->grid, row->texts[i]);
        }
    }
    for (int i = 0; i < self->plan->number_count; i++) {
        char text[SIM_DUTCH_NUMBER_SIZE];
        if (output->is_csv) {
            sim_csv_real(&output->csv, row->numbers[i]);
        } else {
            sim_dutch_number(row->numbers[i], self->plan->decimals[i], text);
            sim_grid_add(&output->grid, text);
        }
    }
    if (output->is_csv) {
        sim_csv_end_row(&output->csv);
    }
}

static enum sim_status write_plan(const struct sim_plan *plan,
                                  const struct sim_scenario *scenario, bool is_csv)
{
    struct plan_output self = {.plan = plan};
    int columns = plan->text_count + plan->number_count;
    begin_output(&self.output, is_csv, columns);
    self.output.grid.right_columns = ~((1u << plan->text_count) - 1);
    put_row(&self.output, plan->columns, columns);
    enum sim_status status = plan->list(scenario, put_plan_row, &self);
    enum sim_status end = end_output(&self.output);
    return status == SIM_OK ? end : status;
}

/* --- What takes a scenario --- */

/* The parts of a document or, when [plan] is not NULL, that. */
static enum sim_status describe_scenario(const struct sim_model *model,
                                         const char *path, const struct sim_plan *plan,
                                         bool is_csv)
{
    struct sim_faults faults = {0};
    struct sim_scenario *scenario = NULL;
    enum sim_status status =
        sim_load_scenario(model, path, NULL, 0, &faults, &scenario);
    if (status == SIM_OK) {
        status = plan ? write_plan(plan, scenario, is_csv)
                      : sim_document_write(model, scenario, stdout);
    }
    sim_faults_print(&faults, stderr);
    sim_faults_free(&faults);
    sim_scenario_destroy(scenario);
    return status;
}

enum sim_status sim_command_describe(const struct sim_call *call)
{
    struct choices choices = {.scenario = NULL};
    bool shows_help;
    enum sim_status status = sim_arguments_read(&SYNTAX, call->model, call->argc,
                                                call->argv, &choices, &shows_help);
    if (status != SIM_OK || shows_help) {
        return status;
    }
    if (choices.scenario != NULL) {
        return describe_scenario(call->model, choices.scenario, NULL, false);
    }
    if (choices.plan != NULL && call->model->plan == NULL) {
        sim_command_complain(call->model, "dit model heeft geen plan om te tonen");
        return SIM_ERR_USAGE;
    }
    if (choices.plan != NULL) {
        return describe_scenario(call->model, choices.plan, call->model->plan,
                                 choices.is_csv);
    }
    status = choices.is_measures ? describe_measures(call->model, choices.is_csv)
                                 : describe_parameters(call->model, choices.is_csv);
    if (status != SIM_OK) {
        sim_command_complain(call->model, "%s", sim_status_text(status));
    }
    return status;
}
