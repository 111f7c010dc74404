/* sim/scenario/check.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A merged tree held against the registry: every key known, every required one there,
 * every value of the right kind and within its range.
 */
#ifndef SIM_SCENARIO_CHECK_H
#define SIM_SCENARIO_CHECK_H

#include "sim/scenario/fault.h"
#include "sim/scenario/schema.h"
#include "sim/scenario/tree.h"

/* What every check needs. */
struct sim_check {
    const struct sim_node *root;
    const struct sim_schema *schema; /* of the root */
    struct sim_faults *faults;
};

/* Checks the tree and links its nodes to the schema. */
void sim_check_tree(struct sim_node *root, const struct sim_schema *schema,
                    struct sim_faults *faults);

#endif
