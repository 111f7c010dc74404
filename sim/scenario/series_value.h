/* sim/scenario/series_value.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Series as they are written in a scenario: a number, which is constant, or a group
 * with jaren and waarden.
 */
#ifndef SIM_SCENARIO_SERIES_VALUE_H
#define SIM_SCENARIO_SERIES_VALUE_H

#include "sim/scenario/check.h"
#include "sim/scenario/series.h"

/* Checks [value], a number or group, as a series of values in the range of [param]. */
void sim_series_value_check(const struct sim_check *check, const struct sim_node *value,
                            const struct sim_param *param);

/* Reads [value], which has been checked. */
void sim_series_value_read(const struct sim_node *value, struct sim_series *series);

#endif
