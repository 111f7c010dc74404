/* sim/cli/variants.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Scenarios that are run beside a comparison, to see what makes its difference: the
 * same replications as the comparison, of which a few outcomes are kept.
 */
#ifndef SIM_CLI_VARIANTS_H
#define SIM_CLI_VARIANTS_H

#include "sim/cli/resume.h"
#include "sim/experiment/sample.h"

/* Runs [sample->scenario_count] of [scenarios] into [sample], of which the cells are
 * filled in; sample->replications of them. A few are in memory at a time, however many
 * there are. What was done before, as [resume] knows, is not done again. [stop] as in
 * an experiment. SIM_ERR_INTERRUPTED: not all were done. Other errors have been
 * printed. */
SIM_MUST_CHECK enum sim_status
sim_variants_run(struct sim_sample *sample, const struct sim_options *options,
                 const struct sim_scenario *const *scenarios, struct sim_resume *resume,
                 const volatile sig_atomic_t *stop);

#endif
