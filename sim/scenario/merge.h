/* sim/scenario/merge.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lays one layer of a scenario over another.
 */
#ifndef SIM_SCENARIO_MERGE_H
#define SIM_SCENARIO_MERGE_H

#include "sim/scenario/schema.h"
#include "sim/scenario/tree.h"
#include "sim/status.h"

/* Lays [layer] over [base]: groups by key, lists of groups by naam (a new one at the
 * end), anything else is replaced. A value replaces the provenance of the old one as
 * well; provenance without `waarde` is laid beside the old value; a group with some
 * fields of a distribution or series changes those fields. Both are groups;
 * [layer] is taken, in the case of SIM_ERR_NO_MEMORY too. */
SIM_MUST_CHECK enum sim_status sim_merge_take(struct sim_node *base,
                                              struct sim_node *layer,
                                              const struct sim_schema *schema);

#endif
