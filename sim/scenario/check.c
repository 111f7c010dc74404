/* sim/scenario/check.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/scenario/check.h"

#include <stdio.h>
#include <string.h>

#include "sim/scenario/check_leaf.h"
#include "sim/scenario/check_value.h"
#include "sim/scenario/suggest.h"

static void check_group(const struct sim_check *check, struct sim_node *group,
                        const struct sim_schema *schema);

static void report_unknown(const struct sim_check *check, const struct sim_node *node,
                           const struct sim_schema *schema)
{
    char suggestion[SIM_SUGGEST_SIZE];
    sim_suggest_key(node->name, schema, check->schema, suggestion);
    sim_check_report(check, node, "bestaat niet%s", suggestion);
}

/* Reports what is required at or below [schema], of which nothing is in [group]. [name]
 * is its path as seen from [group]. */
static void report_missing(const struct sim_check *check, const struct sim_node *group,
                           const struct sim_schema *schema, const char *name)
{
    if (sim_schema_entry(schema) != NULL) {
        return;
    }
    if (schema->param != NULL) {
        if (!schema->param->optional) {
            sim_check_leaf_missing(check, group, schema->param, name);
        }
        return;
    }
    for (int i = 0; i < schema->child_count; i++) {
        char path[SIM_NODE_PATH_SIZE];
        int length =
            snprintf(path, sizeof path, "%s.%s", name, schema->children[i]->name);
        if (length < (int)sizeof path) {
            report_missing(check, group, schema->children[i], path);
        }
    }
}

static void check_list(const struct sim_check *check, struct sim_node *list,
                       const struct sim_schema *entry)
{
    for (int i = 0; i < list->child_count; i++) {
        struct sim_node *child = list->children[i];
        if (child->kind == SIM_NODE_GROUP) {
            check_group(check, child, entry);
        } else if (child->kind != SIM_NODE_FAULTY) {
            sim_check_report_kind(check, child, "een groep { naam = \"...\"; }");
        }
    }
}

static void check_node(const struct sim_check *check, struct sim_node *node,
                       const struct sim_schema *schema)
{
    const struct sim_schema *entry = sim_schema_entry(schema);
    node->schema = schema;
    if (node->kind == SIM_NODE_FAULTY) {
        return;
    }
    if (schema->param != NULL) {
        sim_check_leaf(check, node, schema->param);
    } else if (entry != NULL && node->kind == SIM_NODE_LIST) {
        check_list(check, node, entry);
    } else if (entry == NULL && node->kind == SIM_NODE_GROUP) {
        check_group(check, node, schema);
    } else {
        sim_check_report_kind(check, node,
                              entry != NULL ? "een lijst ( { naam = \"...\"; }, ... )"
                                            : "een groep { ... }");
    }
}

static void check_group(const struct sim_check *check, struct sim_node *group,
                        const struct sim_schema *schema)
{
    group->schema = schema;
    for (int i = 0; i < group->child_count; i++) {
        struct sim_node *child = group->children[i];
        const struct sim_schema *known =
            sim_schema_child(schema, child->name, strlen(child->name));
        if (known != NULL) {
            check_node(check, child, known);
        } else {
            report_unknown(check, child, schema);
        }
    }
    for (int i = 0; i < schema->child_count; i++) {
        const struct sim_schema *wanted = schema->children[i];
        if (sim_node_child(group, wanted->name) == NULL) {
            report_missing(check, group, wanted, wanted->name);
        }
    }
}

void sim_check_tree(struct sim_node *root, const struct sim_schema *schema,
                    struct sim_faults *faults)
{
    struct sim_check check = {.root = root, .schema = schema, .faults = faults};
    check_group(&check, root, schema);
}
