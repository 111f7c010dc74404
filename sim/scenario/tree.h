/* sim/scenario/tree.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tree of a scenario: what was written, where. Knows the shapes of values, not
 * their meaning.
 */
#ifndef SIM_SCENARIO_TREE_H
#define SIM_SCENARIO_TREE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "sim/status.h"

struct sim_schema;

enum sim_node_kind {
    SIM_NODE_GROUP, /* { ... }: children have names */
    SIM_NODE_LIST,  /* ( ... ): children of any kind, without names */
    SIM_NODE_ARRAY, /* [ ... ]: scalar children of one kind, without names */
    SIM_NODE_INTEGER,
    SIM_NODE_REAL,
    SIM_NODE_BOOLEAN,
    SIM_NODE_TEXT,
    SIM_NODE_FAULTY, /* a value that has been reported; checks leave it alone */
};

struct sim_node {
    enum sim_node_kind kind;
    int line;
    const char *file; /* borrowed; outlives the tree */
    char *name;       /* owned; NULL for the root and inside lists and arrays */

    char *text;      /* owned; TEXT */
    int64_t integer; /* INTEGER; BOOLEAN: 0 or 1 */
    double real;     /* REAL, and an INTEGER as real */

    struct sim_node *parent;    /* borrowed */
    struct sim_node **children; /* [child_count] owned */
    int child_count;
    int child_capacity;

    /* What the registry says of this node, set by sim_check; borrowed. NULL for what
     * lies inside a value. */
    const struct sim_schema *schema;
};

/* Makes a node called [name] (copied; may be NULL). NULL: no memory. */
struct sim_node *sim_node_create(enum sim_node_kind kind, const char *name,
                                 const char *file, int line);
void sim_node_destroy(struct sim_node *self); /* NULL allowed */

/* A copy of [self] and what is below it, without parent and schema. NULL: no memory. */
struct sim_node *sim_node_copy(const struct sim_node *self);

/* Whether the values are the same, whatever their provenance, notation of numbers and
 * order of keys; NULL is one that was left out. */
bool sim_node_is_same(const struct sim_node *left, const struct sim_node *right);

/* Adds [child] at the end. On SIM_ERR_NO_MEMORY [child] is destroyed. */
SIM_MUST_CHECK enum sim_status sim_node_take_child(struct sim_node *self,
                                                   struct sim_node *child);
/* Puts [node] in the place of [self], which is destroyed. */
void sim_node_take_place(struct sim_node *self, struct sim_node *node);
/* Takes the child out of the tree; the caller owns it. */
struct sim_node *sim_node_detach(struct sim_node *self, int index);

bool sim_node_is_number(const struct sim_node *self);

/* The child of a group called [name]; NULL when there is none. */
struct sim_node *sim_node_child(const struct sim_node *self, const char *name);
/* The naam of an entry of a list, with or without provenance; NULL when it is not a
 * group with a text as naam. */
const char *sim_node_entry_name(const struct sim_node *entry);
/* The index of the entry of list [self] called [name]; -1 when there is none. */
int sim_node_entry_index(const struct sim_node *self, const char *name);

/* The node at the dotted [path] below [self], entries of lists by naam; NULL when there
 * is none. */
const struct sim_node *sim_node_descend(const struct sim_node *self, const char *path);

/* The value itself: the `waarde` of a value with provenance, else [self]. */
const struct sim_node *sim_node_value(const struct sim_node *self);

#define SIM_NODE_PATH_SIZE 1024

/* Writes the dotted path of [self], entries by naam ("#3" for an entry without one),
 * leaving out `waarde`. Names are cut when it does not fit. */
void sim_node_path(const struct sim_node *self, char buffer[SIM_NODE_PATH_SIZE]);

#endif
