/* sim/cli/cli.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The program around a model: reads the command line, does what it asks, and says in
 * Dutch how that went. Data go to stdout, all else to stderr.
 */
#ifndef SIM_CLI_CLI_H
#define SIM_CLI_CLI_H

#include "sim/experiment/model.h"

/* Runs the program of [model] with the arguments of main. Returns its exit code, see
 * sim/status.h. */
int sim_cli_main(const struct sim_model *model, int argc, char **argv);

#endif
