/* sim/cli/target.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What --half-width, --measure and --max-replications ask for, see
 * sim/experiment/precision.h.
 */
#ifndef SIM_CLI_TARGET_H
#define SIM_CLI_TARGET_H

#include "sim/cli/load.h"
#include "sim/experiment/precision.h"

/* Reads "2%" (below 100%) or "0.5". SIM_ERR_USAGE: what is wrong has been printed. */
SIM_MUST_CHECK enum sim_status sim_target_read(struct sim_target *self,
                                               const struct sim_model *model,
                                               const char *text);

/* Whether the options of [options] go together, and the measure exists; sets the number
 * of replications. SIM_ERR_USAGE: what is wrong has been printed. */
SIM_MUST_CHECK enum sim_status sim_target_check(struct sim_options *options);

/* Finds the outcome of --measure in [scenario]; as below. */
SIM_MUST_CHECK enum sim_status sim_target_cell(const struct sim_options *options,
                                               const struct sim_scenario *scenario,
                                               int32_t *cell);

/* Finds the outcome in each of [loaded]. SIM_ERR_USAGE: a scenario does not have it;
 * has been printed. SIM_ERR_NO_MEMORY, and what the model's create returns. */
SIM_MUST_CHECK enum sim_status sim_target_find(const struct sim_options *options,
                                               const struct sim_loaded *loaded,
                                               struct sim_precision *precision);

#endif
