/* sim/cli/validate.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "sim/cli/arguments.h"
#include "sim/cli/load.h"

static const struct argp_option OPTIONS[] = {
    SIM_ARGUMENTS_HELP,
    {0},
};

struct files {
    char **paths; /* [count] owned */
    int count;
};

static enum sim_status take_option(void *context, int key, const char *value)
{
    (void)context;
    (void)key;
    (void)value;
    return SIM_OK;
}

static enum sim_status take_file(void *context, int index, char *value)
{
    struct files *files = context;
    files->paths[index] = value;
    files->count = index + 1;
    return SIM_OK;
}

static const struct sim_syntax SYNTAX = {
    .options = OPTIONS,
    .command = "validate",
    .arguments = "BESTAND...",
    .summary = "Controleert scenario's en noemt alle fouten, met bestand en regel.",
    .examples = "validate scenario.cfg",
    .minimum_arguments = 1,
    .maximum_arguments = INT_MAX,
    .take_option = take_option,
    .take_argument = take_file,
};

/* --- What a good scenario holds --- */

struct census {
    const char *base_file;
    int value_count;
    int changed_count; /* those that do not come from the base */
};

static void count_value(void *context, const struct sim_value_view *view)
{
    struct census *census = context;
    census->value_count++;
    census->changed_count += strcmp(view->file, census->base_file) != 0;
}

static void print_census(const char *path, const struct sim_scenario *scenario)
{
    struct census census = {.base_file = sim_scenario_file(scenario, 0).path};
    sim_scenario_visit(scenario, count_value, &census);
    printf("%s: in orde (%d parameters", path, census.value_count);
    if (sim_scenario_file_count(scenario) > 1) {
        printf(", %d anders dan in de basis", census.changed_count);
    }
    printf(")\n");
}

static enum sim_status validate(const struct sim_model *model, const char *path)
{
    struct sim_faults faults = {0};
    struct sim_scenario *scenario = NULL;
    const enum sim_status status =
        sim_load_scenario(model, path, NULL, 0, &faults, &scenario);
    if (status == SIM_OK) {
        print_census(path, scenario);
    } else if (faults.count == 0) {
        sim_command_complain(model, "%s: %s", path, sim_status_text(status));
    }
    fflush(stdout);
    sim_faults_print(&faults, stderr);
    sim_faults_free(&faults);
    sim_scenario_destroy(scenario);
    return status;
}

enum sim_status sim_command_validate(const struct sim_call *call)
{
    struct files files = {.paths = calloc((size_t)call->argc, sizeof *files.paths)};
    bool shows_help;
    if (files.paths == NULL) {
        sim_command_complain(call->model, "%s", sim_status_text(SIM_ERR_NO_MEMORY));
        return SIM_ERR_NO_MEMORY;
    }
    enum sim_status status = sim_arguments_read(&SYNTAX, call->model, call->argc,
                                                call->argv, &files, &shows_help);
    for (int i = 0; status != SIM_ERR_USAGE && !shows_help && i < files.count; i++) {
        status = sim_load_worst(validate(call->model, files.paths[i]), status);
    }
    free(files.paths);
    return status;
}
