/* sim/scenario/set_value.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The value of a setting of the command line: libconfig's notation, but a text needs no
 * quotes where the registry expects one, and ja and nee are true and false.
 */
#ifndef SIM_SCENARIO_SET_VALUE_H
#define SIM_SCENARIO_SET_VALUE_H

#include <stdbool.h>

#include "sim/scenario/fault.h"
#include "sim/scenario/param.h"
#include "sim/scenario/tree.h"
#include "sim/status.h"

/* What is set: the parameter, or the field of its value or provenance called [field]
 * (NULL for the parameter itself). */
struct sim_set_target {
    const struct sim_param *param;
    const char *field;
};

/* Reads [text] as the value of [target] into [node] called [key], which the caller
 * destroys; NULL when it is wrong, which is reported at line [number] of
 * SIM_SET_FILE. */
SIM_MUST_CHECK enum sim_status sim_set_value(struct sim_node **node,
                                             struct sim_set_target target,
                                             const char *key, const char *text,
                                             int number, struct sim_faults *faults);

#endif
