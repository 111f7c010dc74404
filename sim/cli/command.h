/* sim/cli/command.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The commands of the program, one file each. A command parses its own arguments,
 * prints what is wrong on stderr, and returns how it went.
 */
#ifndef SIM_CLI_COMMAND_H
#define SIM_CLI_COMMAND_H

#include "sim/experiment/model.h"

/* A command that was called. */
struct sim_call {
    const struct sim_model *model;
    int argc;
    char **argv; /* [argc] from the name of the command on */
    int full_argc;
    char **full_argv; /* [full_argc] the whole command line */
};

struct sim_command {
    const char *name;
    const char *summary; /* Dutch, one line */
    enum sim_status (*run)(const struct sim_call *call);
};

/* Ends with an entry without a name. */
extern const struct sim_command sim_commands[];

enum sim_status sim_command_run(const struct sim_call *call);
enum sim_status sim_command_compare(const struct sim_call *call);
enum sim_status sim_command_warmup(const struct sim_call *call);
enum sim_status sim_command_trace(const struct sim_call *call);
enum sim_status sim_command_validate(const struct sim_call *call);
enum sim_status sim_command_describe(const struct sim_call *call);

/* Prints "program: " and a message of one line on stderr; control characters in what
 * the user gave become '?'. */
__attribute__((format(printf, 2, 3))) void
sim_command_complain(const struct sim_model *model, const char *format, ...);

#endif
