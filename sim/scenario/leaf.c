/* sim/scenario/leaf.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/scenario/leaf.h"

#include <stddef.h>

#include "sim/scenario/choice.h"

const char sim_leaf_origin_keys[] =
    "eenheid|bron|status|laag|hoog|verdeling|peildatum|toelichting";

const char *sim_leaf_fields(enum sim_param_kind kind)
{
    switch (kind) {
    case SIM_PARAM_DISTRIBUTION:
        return "vorm|gemiddelde|vc|kansen|gemiddelden|waarden|gewichten";
    case SIM_PARAM_SERIES:
        return "jaren|waarden";
    default:
        return NULL;
    }
}

bool sim_leaf_is_origin_key(const char *key)
{
    return sim_choice_index(sim_leaf_origin_keys, key) >= 0;
}

static int count_keys(const struct sim_node *leaf, const char *keys)
{
    int count = 0;
    for (int i = 0; i < leaf->child_count; i++) {
        count += sim_choice_index(keys, leaf->children[i]->name) >= 0;
    }
    return count;
}

bool sim_leaf_is_origin(const struct sim_node *leaf)
{
    return leaf->kind == SIM_NODE_GROUP && leaf->child_count > 0 &&
           count_keys(leaf, sim_leaf_origin_keys) == leaf->child_count;
}

bool sim_leaf_is_composite(const struct sim_node *leaf, enum sim_param_kind kind)
{
    const char *fields = sim_leaf_fields(kind);
    return fields != NULL && leaf->kind == SIM_NODE_GROUP &&
           count_keys(leaf, fields) > 0;
}

bool sim_leaf_is_change(const struct sim_node *leaf, enum sim_param_kind kind)
{
    return sim_leaf_is_composite(leaf, kind) &&
           count_keys(leaf, sim_leaf_fields(kind)) == leaf->child_count &&
           sim_node_child(leaf, "vorm") == NULL;
}
