/* sim/cli/selection.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One outcome, named on the command line: MEASURE[:DIMENSION=LABEL,...]. A dimension
 * that is not named is summed over. A label may hold commas as long as no '=' follows
 * them before the next comma.
 */
#ifndef SIM_CLI_SELECTION_H
#define SIM_CLI_SELECTION_H

#include <stdio.h>

#include "sim/experiment/model.h"

/* What can be known before a scenario has been read: whether there is such a measure.
 * SIM_ERR_USAGE: what is wrong has been printed. */
SIM_MUST_CHECK enum sim_status sim_selection_check(const struct sim_model *model,
                                                   const char *option,
                                                   const char *text);

/* Finds it in the layout of [scenario]. SIM_ERR_USAGE: what is wrong has been printed.
 * SIM_ERR_NO_MEMORY. */
SIM_MUST_CHECK enum sim_status sim_selection_find(const struct sim_model *model,
                                                  const char *option, const char *text,
                                                  const struct sim_scenario *scenario,
                                                  const struct sim_layout *layout,
                                                  int32_t *cell);

#endif
