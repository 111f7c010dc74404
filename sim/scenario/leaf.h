/* sim/scenario/leaf.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The forms in which the value of a parameter can be written when it is a group: a
 * value with provenance, provenance alone, a composite value (distribution or series)
 * or some fields of one. Keys tell them apart; no key belongs to two of them.
 */
#ifndef SIM_SCENARIO_LEAF_H
#define SIM_SCENARIO_LEAF_H

#include <stdbool.h>

#include "sim/scenario/param.h"
#include "sim/scenario/tree.h"

/* The keys that may stand beside `waarde`, separated by '|'. */
extern const char sim_leaf_origin_keys[];

/* The fields of a value of [kind], separated by '|'; NULL when it has none. */
const char *sim_leaf_fields(enum sim_param_kind kind);

/* Is [key] one of sim_leaf_origin_keys? */
bool sim_leaf_is_origin_key(const char *key);

/* Is [leaf] a group of provenance only, so without `waarde`? */
bool sim_leaf_is_origin(const struct sim_node *leaf);

/* Is [leaf] a group with at least one field of a value of [kind]? */
bool sim_leaf_is_composite(const struct sim_node *leaf, enum sim_param_kind kind);

/* Is [leaf] a group of fields that change an existing value of [kind], rather than a
 * value of its own? */
bool sim_leaf_is_change(const struct sim_node *leaf, enum sim_param_kind kind);

#endif
