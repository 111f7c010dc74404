/* sim/scenario/dist_value.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Distributions as they are written in a scenario: a number, which is a fixed value, or
 * a group with a vorm and its fields.
 */
#ifndef SIM_SCENARIO_DIST_VALUE_H
#define SIM_SCENARIO_DIST_VALUE_H

#include "sim/engine/dist.h"
#include "sim/scenario/check.h"

/* Checks [value], a number or group, as a distribution of which the mean lies within
 * the range of [param]. */
void sim_dist_value_check(const struct sim_check *check, const struct sim_node *value,
                          const struct sim_param *param);

/* Reads [value] into [dist]. False when it is not a distribution. */
bool sim_dist_value_read(const struct sim_node *value, struct sim_dist *dist);

/* The fields, at most two, of the distribution [kind]; the second may be NULL. */
struct sim_dist_fields {
    const char *names[2];
    bool are_arrays;
};
struct sim_dist_fields sim_dist_value_fields(enum sim_dist_kind kind);

/* The kind of which the name is [name]; SIM_DIST_KIND_COUNT when there is none. */
enum sim_dist_kind sim_dist_value_kind(const char *name);

#endif
