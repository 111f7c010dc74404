/* sim/scenario/schema.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The registry as a tree, so that it can be walked beside the tree of a scenario.
 */
#ifndef SIM_SCENARIO_SCHEMA_H
#define SIM_SCENARIO_SCHEMA_H

#include <stdbool.h>
#include <stddef.h>

#include "sim/scenario/param.h"
#include "sim/status.h"

struct sim_schema {
    char *name;                    /* owned; "*" for the entry of a list */
    const struct sim_param *param; /* borrowed; NULL for groups, lists and entries */
    struct sim_schema *parent;
    struct sim_schema **children; /* [child_count] owned; a list has one, its entry */
    int child_count;
    int child_capacity;
};

/* Builds the tree of sim_registry_common and [registry]. A registry that contradicts
 * itself (a path twice, a value inside a value, a list without naam) asserts. */
SIM_MUST_CHECK enum sim_status sim_schema_create(struct sim_schema **out,
                                                 const struct sim_registry *registry);
void sim_schema_destroy(struct sim_schema *self); /* NULL allowed */

/* The child called by the [length] bytes at [name]; NULL when there is none. */
const struct sim_schema *sim_schema_child(const struct sim_schema *self,
                                          const char *name, size_t length);
/* What the entries of list [self] look like; NULL when [self] is not a list. */
const struct sim_schema *sim_schema_entry(const struct sim_schema *self);

/* What the registry says of the dotted [path] below [self], where any name stands for
 * the entry of a list; NULL when it knows no such path. */
const struct sim_schema *sim_schema_descend(const struct sim_schema *self,
                                            const char *path);

/* A parameter, at any place, of which the last name is [key]; NULL for none. */
const struct sim_param *sim_schema_elsewhere(const struct sim_schema *self,
                                             const char *key);

#endif
