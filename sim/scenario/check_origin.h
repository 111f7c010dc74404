/* sim/scenario/check_origin.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Provenance: what stands beside the `waarde` of a parameter.
 */
#ifndef SIM_SCENARIO_CHECK_ORIGIN_H
#define SIM_SCENARIO_CHECK_ORIGIN_H

#include "sim/scenario/check.h"

/* Checks that the keys of [leaf] are known and of the right kind, that the unit is that
 * of the registry, and that status and verdeling are known. */
void sim_check_origin_keys(const struct sim_check *check, const struct sim_node *leaf,
                           const struct sim_param *param);

/* Checks that laag and hoog lie within the range and on their own side of the value. */
void sim_check_origin_bounds(const struct sim_check *check, const struct sim_node *leaf,
                             const struct sim_param *param);

#endif
