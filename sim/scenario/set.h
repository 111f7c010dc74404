/* sim/scenario/set.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * --set pad=waarde: one setting of the command line, laid over the tree as its last
 * layer.
 */
#ifndef SIM_SCENARIO_SET_H
#define SIM_SCENARIO_SET_H

#include "sim/scenario/fault.h"
#include "sim/scenario/schema.h"
#include "sim/scenario/tree.h"
#include "sim/status.h"

#define SIM_SET_FILE "--set"

/* Lays [setting], the [number]th (from 1), over [root]. What is wrong with it stands in
 * [faults], at line [number] of SIM_SET_FILE. */
SIM_MUST_CHECK enum sim_status sim_set_apply(struct sim_node *root,
                                             const struct sim_schema *schema,
                                             const char *setting, int number,
                                             struct sim_faults *faults);

#endif
