/* sim/scenario/names.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/scenario/names.h"

#include <stdio.h>
#include <string.h>

#include "sim/scenario/text.h"

#define OBJECTION_SIZE 80
#define SHOWN_SIZE 101

/* Says why the entry at [index] cannot have [name]; false when it can. */
static bool object_to(const struct sim_node *list, int index, const char *name,
                      char objection[OBJECTION_SIZE])
{
    int earlier = sim_node_entry_index(list, name);
    if (name[0] == '\0') {
        snprintf(objection, OBJECTION_SIZE, "is leeg");
    } else if (strlen(name) > SIM_NAME_BYTES_MAX) {
        snprintf(objection, OBJECTION_SIZE, "is langer dan %d bytes",
                 SIM_NAME_BYTES_MAX);
    } else if (strchr(name, '.') != NULL) {
        snprintf(objection, OBJECTION_SIZE,
                 "heeft een punt; die scheidt namen in een pad");
    } else if (earlier < index) {
        snprintf(objection, OBJECTION_SIZE, "staat al op regel %d",
                 sim_node_child(list->children[earlier], "naam")->line);
    } else {
        return false;
    }
    return true;
}

static void check_entry(const struct sim_node *list, int index,
                        struct sim_faults *faults)
{
    const char *name = sim_node_entry_name(list->children[index]);
    char objection[OBJECTION_SIZE];
    if (name == NULL || !object_to(list, index, name, objection)) {
        return;
    }
    struct sim_node *node = sim_node_child(list->children[index], "naam");
    char path[SIM_NODE_PATH_SIZE];
    char shown[SHOWN_SIZE];
    sim_node_path(list, path);
    sim_text_cut(shown, sizeof shown, name);
    sim_faults_add(faults, node->file, node->line, "'%s': de naam '%s' %s", path, shown,
                   objection);
    node->kind = SIM_NODE_FAULTY;
}

static void check_list(struct sim_node *list, const struct sim_schema *entry_schema,
                       struct sim_faults *faults)
{
    for (int i = 0; i < list->child_count; i++) {
        check_entry(list, i, faults);
        sim_names_check(list->children[i], entry_schema, faults);
    }
}

void sim_names_check(struct sim_node *root, const struct sim_schema *schema,
                     struct sim_faults *faults)
{
    if (root->kind != SIM_NODE_GROUP) {
        return;
    }
    for (int i = 0; i < root->child_count; i++) {
        struct sim_node *child = root->children[i];
        const struct sim_schema *found =
            sim_schema_child(schema, child->name, strlen(child->name));
        if (found == NULL || found->param != NULL) {
            continue;
        }
        const struct sim_schema *entry = sim_schema_entry(found);
        if (entry == NULL) {
            sim_names_check(child, found, faults);
        } else if (child->kind == SIM_NODE_LIST) {
            check_list(child, entry, faults);
        }
    }
}
