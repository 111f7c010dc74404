/* sim/scenario/merge.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/scenario/merge.h"

#include <string.h>

#include "sim/scenario/leaf.h"

static enum sim_status merge_children(struct sim_node *base, struct sim_node *layer,
                                      const struct sim_schema *schema);

/* Makes of a value that stands by itself a group with that value as `waarde`. */
static enum sim_status wrap(struct sim_node *leaf)
{
    struct sim_node *value =
        sim_node_create(leaf->kind, "waarde", leaf->file, leaf->line);
    if (value == NULL) {
        return SIM_ERR_NO_MEMORY;
    }
    value->text = leaf->text;
    value->integer = leaf->integer;
    value->real = leaf->real;
    value->children = leaf->children;
    value->child_count = leaf->child_count;
    value->child_capacity = leaf->child_capacity;
    for (int i = 0; i < value->child_count; i++) {
        value->children[i]->parent = value;
    }
    leaf->kind = SIM_NODE_GROUP;
    leaf->text = NULL;
    leaf->children = NULL;
    leaf->child_count = 0;
    leaf->child_capacity = 0;
    return sim_node_take_child(leaf, value);
}

static void drop_all_but(struct sim_node *leaf, const struct sim_node *kept)
{
    for (int i = leaf->child_count - 1; i >= 0; i--) {
        if (leaf->children[i] != kept) {
            sim_node_destroy(sim_node_detach(leaf, i));
        }
    }
}

/* Changes some fields of a composite value. The old source says nothing about the new
 * value, so the provenance goes. */
static enum sim_status change_fields(struct sim_node *base, struct sim_node *layer)
{
    struct sim_node *value = sim_node_child(base, "waarde");
    if (value != NULL) {
        drop_all_but(base, value);
    } else {
        value = base;
    }
    value->file = layer->file;
    value->line = layer->line;
    return merge_children(value, layer, NULL);
}

static enum sim_status add_origin(struct sim_node *base, struct sim_node *layer)
{
    bool stands_alone =
        sim_node_child(base, "waarde") == NULL && !sim_leaf_is_origin(base);
    enum sim_status status = stands_alone ? wrap(base) : SIM_OK;
    return status != SIM_OK ? status : merge_children(base, layer, NULL);
}

/* Merges what can be merged and says so in [merged]; otherwise nothing is changed. */
static enum sim_status merge_leaf(struct sim_node *base, struct sim_node *layer,
                                  enum sim_param_kind kind, bool *merged)
{
    *merged = true;
    if (sim_leaf_is_origin(layer)) {
        return add_origin(base, layer);
    }
    if (sim_leaf_is_change(layer, kind) &&
        sim_node_value(base)->kind == SIM_NODE_GROUP) {
        return change_fields(base, layer);
    }
    *merged = false;
    return SIM_OK;
}

static enum sim_status merge_list(struct sim_node *base, struct sim_node *layer,
                                  const struct sim_schema *entry_schema)
{
    enum sim_status status = SIM_OK;
    for (int i = 0; i < layer->child_count && status == SIM_OK; i++) {
        struct sim_node *entry = layer->children[i];
        const char *name = sim_node_entry_name(entry);
        int index = name != NULL ? sim_node_entry_index(base, name) : -1;
        if (index >= 0) {
            status = merge_children(base->children[index], entry, entry_schema);
        } else {
            layer->children[i] = NULL;
            status = sim_node_take_child(base, entry);
        }
    }
    return status;
}

static enum sim_status merge_node(struct sim_node *base, struct sim_node *layer,
                                  const struct sim_schema *schema, bool *merged)
{
    *merged = true;
    if (schema != NULL && schema->param != NULL) {
        return merge_leaf(base, layer, schema->param->kind, merged);
    }
    const struct sim_schema *entry = schema != NULL ? sim_schema_entry(schema) : NULL;
    if (entry != NULL && base->kind == SIM_NODE_LIST && layer->kind == SIM_NODE_LIST) {
        return merge_list(base, layer, entry);
    }
    if (schema != NULL && base->kind == SIM_NODE_GROUP &&
        layer->kind == SIM_NODE_GROUP) {
        return merge_children(base, layer, schema);
    }
    *merged = false;
    return SIM_OK;
}

/* Lays the children of [layer] over those of [base] and leaves NULL where it has moved
 * one. What the schema does not know is replaced. */
static enum sim_status merge_children(struct sim_node *base, struct sim_node *layer,
                                      const struct sim_schema *schema)
{
    enum sim_status status = SIM_OK;
    for (int i = 0; i < layer->child_count && status == SIM_OK; i++) {
        struct sim_node *child = layer->children[i];
        struct sim_node *old = sim_node_child(base, child->name);
        bool merged = false;
        if (old != NULL) {
            const struct sim_schema *known =
                schema != NULL
                    ? sim_schema_child(schema, child->name, strlen(child->name))
                    : NULL;
            status = merge_node(old, child, known, &merged);
        }
        if (merged) {
            continue;
        }
        layer->children[i] = NULL;
        if (old != NULL) {
            sim_node_take_place(old, child);
        } else {
            status = sim_node_take_child(base, child);
        }
    }
    return status;
}

enum sim_status sim_merge_take(struct sim_node *base, struct sim_node *layer,
                               const struct sim_schema *schema)
{
    enum sim_status status = merge_children(base, layer, schema);
    sim_node_destroy(layer);
    return status;
}
