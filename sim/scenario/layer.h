/* sim/scenario/layer.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One layer of a scenario: a text in libconfig's notation as a tree.
 */
#ifndef SIM_SCENARIO_LAYER_H
#define SIM_SCENARIO_LAYER_H

#include <stddef.h>

#include "sim/scenario/fault.h"
#include "sim/scenario/tree.h"
#include "sim/status.h"

/* Where a text comes from: [first_line] of [file], which outlives the tree. */
struct sim_layer_origin {
    const char *file;
    int first_line;
};

/* Reads [length] bytes of [text] into [root], which the caller destroys. [root] is NULL
 * when the text is unreadable as a whole; otherwise faulty values are in it as
 * SIM_NODE_FAULTY. What is wrong stands in [faults]. */
SIM_MUST_CHECK enum sim_status sim_layer_parse(struct sim_node **root, const char *text,
                                               size_t length,
                                               struct sim_layer_origin origin,
                                               struct sim_faults *faults);

#endif
