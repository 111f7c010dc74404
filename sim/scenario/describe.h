/* sim/scenario/describe.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was found and what was expected, in words for a message.
 */
#ifndef SIM_SCENARIO_DESCRIBE_H
#define SIM_SCENARIO_DESCRIBE_H

#include "sim/scenario/param.h"
#include "sim/scenario/tree.h"

#define SIM_DESCRIBE_SIZE 200

/* Writes what stands at [node]: "2.5", "de tekst \"abc\"", "een lijst (...)". */
void sim_describe_found(const struct sim_node *node, char buffer[SIM_DESCRIBE_SIZE]);

/* Writes what [param] expects, with its article: "een getal". */
void sim_describe_expected(const struct sim_param *param,
                           char buffer[SIM_DESCRIBE_SIZE]);

/* Writes the range of [param]: "0 tot 1", "0 of meer". */
void sim_describe_range(const struct sim_param *param, char buffer[SIM_DESCRIBE_SIZE]);

#endif
