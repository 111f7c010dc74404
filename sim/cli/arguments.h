/* sim/cli/arguments.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads options and arguments with argp, and says in Dutch what is wrong with them:
 * argp's own messages and help are English.
 */
#ifndef SIM_CLI_ARGUMENTS_H
#define SIM_CLI_ARGUMENTS_H

#include <argp.h>
#include <stddef.h>

#include "sim/cli/command.h"

/* Every syntax has --help as its first option. */
#define SIM_ARGUMENTS_HELP                           \
    {                                                \
        "help", 'h', NULL, 0, "toont deze uitleg", 0 \
    }

/* What may be given to a command. */
struct sim_syntax {
    const struct argp_option *options; /* Dutch docs; ends with a zeroed entry */
    const char *command;               /* its name; "" for the program itself */
    const char *arguments;             /* as in "SCENARIO..." */
    const char *summary;  /* Dutch: what it does; NULL: what the model says of itself */
    const char *examples; /* of a command: one a line, without the program */
    int minimum_arguments, maximum_arguments;
    bool stops_at_argument; /* what follows the first argument is not read */
    /* Takes an option; SIM_ERR_USAGE after printing what is wrong with [value]. */
    enum sim_status (*take_option)(void *context, int key, const char *value);
    enum sim_status (*take_argument)(void *context, int index, char *value);
};

/* Reads [argv]; argv[0] is the name of the command. In [shows_help]: --help was asked
 * for and has been printed, so that nothing more is to be done. SIM_ERR_USAGE: what is
 * wrong has been printed. */
SIM_MUST_CHECK enum sim_status sim_arguments_read(const struct sim_syntax *syntax,
                                                  const struct sim_model *model,
                                                  int argc, char **argv, void *context,
                                                  bool *shows_help);

/* Prints where to read how [command] is used. */
void sim_arguments_refer(const struct sim_model *model, const char *command);

/* Reads a whole number from [minimum] to [maximum] for [option]. SIM_ERR_USAGE: it is
 * not; what is allowed has been printed. */
SIM_MUST_CHECK enum sim_status sim_arguments_integer(const struct sim_model *model,
                                                     const char *option,
                                                     const char *text, uint64_t minimum,
                                                     uint64_t maximum, uint64_t *value);

/* Reads the first [length] characters of [text] as a number with a decimal point or a
 * decimal comma, perhaps with a minus sign, without exponent. False: it is none. */
bool sim_arguments_number(const char *text, size_t length, double *value);

/* The same without sign. False also when it is not above 0. */
bool sim_arguments_decimal(const char *text, size_t length, double *value);

#endif
