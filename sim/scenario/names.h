/* sim/scenario/names.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The names by which entries of lists are known. They are checked in each layer before
 * the layers are merged, because merging goes by name.
 */
#ifndef SIM_SCENARIO_NAMES_H
#define SIM_SCENARIO_NAMES_H

#include "sim/scenario/fault.h"
#include "sim/scenario/schema.h"
#include "sim/scenario/tree.h"

#define SIM_NAME_BYTES_MAX 80

/* Reports names of entries of lists in [root] that cannot be used in a path or that an
 * earlier entry has, and makes them SIM_NODE_FAULTY. */
void sim_names_check(struct sim_node *root, const struct sim_schema *schema,
                     struct sim_faults *faults);

#endif
