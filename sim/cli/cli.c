/* sim/cli/cli.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/cli/cli.h"

#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <gsl/gsl_errno.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "sim/cli/arguments.h"
#include "sim/cli/command.h"
#include "sim/store/library.h"
#include "sim/store/os_error.h"

#define COMMAND_MAX 16
#define MESSAGE_SIZE 8192

const struct sim_command sim_commands[] = {
    {"run", "rekent een scenario door", sim_command_run},
    {"compare", "vergelijkt scenario's met een basis, met dezelfde toevalsgetallen",
     sim_command_compare},
    {"warmup", "laat zien vanaf wanneer een scenario dat leeg begint in evenwicht is",
     sim_command_warmup},
    {"trace", "volgt enkelen door een replicatie, van dag tot dag", sim_command_trace},
    {"validate", "controleert scenario's en noemt alle fouten", sim_command_validate},
    {"describe", "toont wat er in een scenario kan staan, of wat er wordt gemeten",
     sim_command_describe},
    {NULL, NULL, NULL},
};

void sim_command_complain(const struct sim_model *model, const char *format, ...)
{
    char text[MESSAGE_SIZE];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    for (char *c = text; *c != '\0'; c++) {
        *c = iscntrl((unsigned char)*c) ? '?' : *c;
    }
    fprintf(stderr, "%s: %s\n", model->program, text);
}

/* What the program itself takes: an option, or a command and the rest. */
struct request {
    const struct sim_model *model;
    bool shows_version;
    int command_index; /* in argv; 0: none */
    int argc;
    char **argv;
};

static const struct argp_option OPTIONS[] = {
    SIM_ARGUMENTS_HELP,
    {"version", 'V', NULL, 0, "toont de versie van het programma en zijn bibliotheken",
     0},
    {0},
};

static enum sim_status take_option(void *context, int key, const char *value)
{
    struct request *request = context;
    (void)key;
    (void)value;
    request->shows_version = true;
    return SIM_OK;
}

static enum sim_status take_command(void *context, int index, char *value)
{
    struct request *request = context;
    (void)index;
    for (int i = 1; i < request->argc; i++) {
        if (request->argv[i] == value) {
            request->command_index = i;
        }
    }
    return SIM_OK;
}

static const struct sim_syntax SYNTAX = {
    .options = OPTIONS,
    .command = "",
    .arguments = "OPDRACHT [ARGUMENT]...",
    .maximum_arguments = 1,
    .stops_at_argument = true,
    .take_option = take_option,
    .take_argument = take_command,
};

static enum sim_status print_version(const struct sim_model *model)
{
    printf("%s %s\n%s, %s\n", model->program, model->version, sim_library_compiler(),
           sim_library_build_type());
    for (int i = 0; i < SIM_LIBRARY_COUNT; i++) {
        const struct sim_library library = sim_library_at(i);
        printf("%s %s\n", library.name, library.version);
    }
    return SIM_OK;
}

static enum sim_status complain_command(const struct sim_model *model, const char *name)
{
    const char *names[COMMAND_MAX];
    int count = 0;
    while (count < COMMAND_MAX && sim_commands[count].name != NULL) {
        names[count] = sim_commands[count].name;
        count++;
    }
    const char *nearest = sim_nearest_name(name, names, count);
    if (nearest != NULL) {
        sim_command_complain(model, "onbekende opdracht '%s'; bedoelde u '%s'?", name,
                             nearest);
    } else {
        sim_command_complain(model, "onbekende opdracht '%s'", name);
    }
    fprintf(stderr, "Zie '%s --help'.\n", model->program);
    return SIM_ERR_USAGE;
}

static enum sim_status dispatch(const struct request *request)
{
    char *name = request->argv[request->command_index];
    const struct sim_call call = {
        .model = request->model,
        .argc = request->argc - request->command_index,
        .argv = request->argv + request->command_index,
        .full_argc = request->argc,
        .full_argv = request->argv,
    };
    for (const struct sim_command *c = sim_commands; c->name != NULL; c++) {
        if (strcmp(c->name, name) == 0) {
            return c->run(&call);
        }
    }
    return complain_command(request->model, name);
}

static enum sim_status perform(const struct sim_model *model, int argc, char **argv)
{
    struct request request = {.model = model, .argc = argc, .argv = argv};
    bool shows_help = false;
    enum sim_status status = argc < 1 ? SIM_OK
                                      : sim_arguments_read(&SYNTAX, model, argc, argv,
                                                           &request, &shows_help);
    if (status != SIM_OK || shows_help) {
        return status;
    }
    if (request.shows_version) {
        return print_version(model);
    }
    if (request.command_index == 0) {
        sim_command_complain(model, "er ontbreekt een opdracht");
        fprintf(stderr, "Zie '%s --help'.\n", model->program);
        return SIM_ERR_USAGE;
    }
    return dispatch(&request);
}

/* A file opened later must never get the number of a stream that was closed, or our
 * tables would end up in it: a closed stream becomes one that fails. */
static void occupy_standard_streams(void)
{
    for (int descriptor = 0; descriptor <= 2; descriptor++) {
        if (fcntl(descriptor, F_GETFD) < 0 && errno == EBADF) {
            (void)!open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY);
        }
    }
}

/* A write that fails is reported as such, not as a signal that ends the program. */
static void ignore_write_signals(void)
{
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
}

static enum sim_status finish_output(const struct sim_model *model)
{
    errno = 0;
    if (fflush(stdout) == 0 && ferror(stdout) == 0) {
        return SIM_OK;
    }
    sim_command_complain(model, "standaarduitvoer: %s", sim_os_error_text(errno));
    return SIM_ERR_IO;
}

int sim_cli_main(const struct sim_model *model, int argc, char **argv)
{
    occupy_standard_streams();
    ignore_write_signals();
    gsl_set_error_handler_off();
    const enum sim_status status = perform(model, argc, argv);
    const enum sim_status output = finish_output(model);
    return sim_status_exit_code(status != SIM_OK ? status : output);
}
