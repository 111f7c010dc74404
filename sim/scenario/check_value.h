/* sim/scenario/check_value.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A value, without its provenance, held against its line in the registry.
 */
#ifndef SIM_SCENARIO_CHECK_VALUE_H
#define SIM_SCENARIO_CHECK_VALUE_H

#include "sim/scenario/check.h"

/* Checks [value] as [param]. */
void sim_check_value(const struct sim_check *check, const struct sim_node *value,
                     const struct sim_param *param);

/* Adds a fault at [node]; the message begins with its path between quotes. */
__attribute__((format(printf, 3, 4))) void
sim_check_report(const struct sim_check *check, const struct sim_node *node,
                 const char *format, ...);

/* Reports that [node] is not [expected], which has its article ("een getal"). */
void sim_check_report_kind(const struct sim_check *check, const struct sim_node *node,
                           const char *expected);

/* Reports [number], found at [node], when it lies outside the range of [param]. */
void sim_check_range(const struct sim_check *check, const struct sim_node *node,
                     double number, const struct sim_param *param);

/* Checks that [array] is an array of 1 to [maximum] numbers. */
bool sim_check_numbers(const struct sim_check *check, const struct sim_node *array,
                       int maximum);

#endif
