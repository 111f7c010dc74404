/* sim/experiment/results.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Empty results with the layout of each scenario, and which cell of the base each
 * cell is compared with.
 */
#ifndef SIM_EXPERIMENT_RESULTS_H
#define SIM_EXPERIMENT_RESULTS_H

#include "sim/experiment/experiment.h"

/* Makes an instance of every scenario of [experiment] and empty tallies for its cells.
 * [self] is zeroed first. SIM_ERR_NO_MEMORY, and what the model's create returns. The
 * caller frees [self] in every case. */
SIM_MUST_CHECK enum sim_status
sim_results_init(struct sim_results *self, const struct sim_experiment *experiment);

#endif
