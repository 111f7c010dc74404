/* sim/engine/first_fit.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Waiting lines of entities that ask for different amounts, from which the first in
 * order is taken that asks no more than there is. Many lines share one table of nodes
 * indexed by entity, since an entity waits in one place at a time; so joining
 * anywhere, leaving from anywhere and finding cost O(log length) and nothing is
 * allocated.
 *
 * A line is a treap (Seidel and Aragon 1996): a search tree by rank whose shape is
 * that of a random one, here drawn from a hash of the join number and so the same in
 * every run. Each node knows the least that is asked below it.
 */
#ifndef SIM_ENGINE_FIRST_FIT_H
#define SIM_ENGINE_FIRST_FIT_H

#include <stdbool.h>
#include <stdint.h>

#include "sim/engine/entity_pool.h"
#include "sim/status.h"

struct sim_first_fit_node {
    int64_t rank;         /* lower goes first; among equals the first to join */
    uint32_t join_number; /* in the whole table */
    uint32_t left, right; /* SIM_ENTITY_NONE for none */
    int32_t size;         /* what the entity asks */
    int32_t least_left;   /* the least asked below [left]; INT32_MAX for nobody */
    int32_t least_right;  /* the same for [right], so that no child need be looked at */
};

struct sim_first_fit {
    struct sim_first_fit_node *nodes; /* [capacity] owned; two to a cache line */
    uint32_t capacity;
    uint32_t join_count;
};

/* A line of a table; SIM_FIRST_FIT_EMPTY to begin with. Who is first is kept, since the
 * way down to it is long and all of it seldom in cache. */
typedef struct {
    uint32_t root, first; /* SIM_ENTITY_NONE for nobody */
} sim_first_fit_line;

#define SIM_FIRST_FIT_EMPTY ((sim_first_fit_line){SIM_ENTITY_NONE, SIM_ENTITY_NONE})

/* Prepares a table for the entities below [capacity], at least 1. SIM_ERR_NO_MEMORY. */
SIM_MUST_CHECK enum sim_status sim_first_fit_init(struct sim_first_fit *self,
                                                  uint32_t capacity);
void sim_first_fit_free(struct sim_first_fit *self);

/* Forgets all lines; the owner empties them too. */
void sim_first_fit_reset(struct sim_first_fit *self);

/* Doubles the capacity; lines stay as they are. SIM_ERR_NO_MEMORY. */
SIM_MUST_CHECK enum sim_status sim_first_fit_grow(struct sim_first_fit *self);

/* Puts [entity], which waits in no line of the table, into [line]: after all of a rank
 * up to [rank]. It asks for [size], below INT32_MAX. At most 2^32 times between resets.
 */
void sim_first_fit_join(struct sim_first_fit *self, sim_first_fit_line *line,
                        uint32_t entity, int64_t rank, int32_t size);

/* Takes [entity], which must be in [line], out. */
void sim_first_fit_leave(struct sim_first_fit *self, sim_first_fit_line *line,
                         uint32_t entity);

/* The first in order that asks at most [limit]; SIM_ENTITY_NONE when there is none. */
uint32_t sim_first_fit_find(const struct sim_first_fit *self, sim_first_fit_line line,
                            int32_t limit);

/* Who is first; SIM_ENTITY_NONE for nobody. */
static inline uint32_t sim_first_fit_first(sim_first_fit_line line)
{
    return line.first;
}

/* Who comes after [entity] in [line]; SIM_ENTITY_NONE for nobody. */
uint32_t sim_first_fit_next(const struct sim_first_fit *self, sim_first_fit_line line,
                            uint32_t entity);

/* The least that anybody in [line] asks; INT32_MAX when it is empty. */
static inline int32_t sim_first_fit_least(const struct sim_first_fit *self,
                                          sim_first_fit_line line)
{
    if (line.root == SIM_ENTITY_NONE) {
        return INT32_MAX;
    }
    const struct sim_first_fit_node *node = &self->nodes[line.root];
    int32_t below =
        node->least_left < node->least_right ? node->least_left : node->least_right;
    return node->size < below ? node->size : below;
}

/* Whether [a] goes before [b], also when they wait in different lines. */
static inline bool sim_first_fit_is_before(const struct sim_first_fit *self, uint32_t a,
                                           uint32_t b)
{
    const struct sim_first_fit_node *x = &self->nodes[a], *y = &self->nodes[b];
    return x->rank != y->rank ? x->rank < y->rank : x->join_number < y->join_number;
}

#endif
