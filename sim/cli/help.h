/* sim/cli/help.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The texts of --help, from the same tables that the arguments are read with.
 */
#ifndef SIM_CLI_HELP_H
#define SIM_CLI_HELP_H

#include <stdio.h>

#include "sim/cli/arguments.h"

void sim_help_print(const struct sim_syntax *syntax, const struct sim_model *model,
                    FILE *out);

#endif
