/* sim/cli/computation.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What `run`, `compare` and `warmup` do: read the scenarios, compute, save and report.
 */
#ifndef SIM_CLI_COMPUTATION_H
#define SIM_CLI_COMPUTATION_H

#include "sim/cli/options.h"

/* Reads the command line as [kind] says and does it all. What went wrong has been
 * printed. */
SIM_MUST_CHECK enum sim_status sim_computation_run(const struct sim_call *call,
                                                   const struct sim_options_kind *kind);

#endif
