/* sim/scenario/check_leaf.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One parameter, with its provenance, held against its line in the registry.
 */
#ifndef SIM_SCENARIO_CHECK_LEAF_H
#define SIM_SCENARIO_CHECK_LEAF_H

#include "sim/scenario/check.h"

/* Checks [leaf] as [param]. */
void sim_check_leaf(const struct sim_check *check, const struct sim_node *leaf,
                    const struct sim_param *param);

/* Reports that required [param] is not in [group], where it would be called [name]. */
void sim_check_leaf_missing(const struct sim_check *check, const struct sim_node *group,
                            const struct sim_param *param, const char *name);

#endif
