/* sim/engine/queue.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Waiting lines. Many queues share one table of links indexed by entity, since an
 * entity waits in one place at a time; so joining, leaving from anywhere and
 * taking the first cost O(1) under first-in-first-out and nothing is allocated. A
 * queue measures its own length over time.
 */
#ifndef SIM_ENGINE_QUEUE_H
#define SIM_ENGINE_QUEUE_H

#include <stdbool.h>
#include <stdint.h>

#include "sim/engine/entity_pool.h"
#include "sim/engine/time.h"
#include "sim/statistics/timeavg.h"

struct sim_queue_link {
    uint32_t next, previous; /* SIM_ENTITY_NONE at the ends */
    int64_t rank;            /* lower goes first; meaning is the discipline's */
    sim_time since;          /* when the entity joined (or is held to have joined) */
};

/* Where a newcomer goes in. Interchangeable by name. */
struct sim_queue_discipline {
    const char *name;
    /* The rank of an entity with urgency [class] (lower is more urgent) that waits
     * since [since], as the [arrival_number]-th to join this queue. */
    int64_t (*rank)(int32_t class, sim_time since, uint64_t arrival_number);
};

/* "fifo": first-in-first-out by [since]. "lifo": last to join first. "prioriteit": by
 * class, then by [since]; the class is -128..127 and [since] within 2^54 ticks of 0. */
extern const struct sim_queue_discipline sim_queue_fifo;
extern const struct sim_queue_discipline sim_queue_lifo;
extern const struct sim_queue_discipline sim_queue_priority;

struct sim_queue {
    const struct sim_queue_discipline *discipline;
    struct sim_queue_link *links; /* borrowed; indexed by entity, shared */
    uint32_t first, last;
    uint32_t length;
    uint64_t join_count;
    struct sim_timeavg level; /* length over time */
};

/* Prepares an empty queue at time 0. [links] has a row for every entity that may
 * join, is shared by queues of which an entity is in at most one, and outlives the
 * queue. When the table moves, set self->links again. */
void sim_queue_init(struct sim_queue *self,
                    const struct sim_queue_discipline *discipline,
                    struct sim_queue_link *links);
void sim_queue_reset(struct sim_queue *self);

/* Puts [entity] in line at [now], waiting since [since] (at most [now]). Equal ranks
 * keep the order of joining. O(1) when it belongs at either end. */
void sim_queue_join(struct sim_queue *self, uint32_t entity, int32_t class,
                    sim_time since, sim_time now);

/* Takes [entity], which must be in this queue, out at [now]. O(1). */
void sim_queue_leave(struct sim_queue *self, uint32_t entity, sim_time now);

/* Who is next; SIM_ENTITY_NONE when empty. */
static inline uint32_t sim_queue_first(const struct sim_queue *self)
{
    return self->first;
}

/* Who comes after [entity]; SIM_ENTITY_NONE for the last. */
static inline uint32_t sim_queue_next(const struct sim_queue *self, uint32_t entity)
{
    return self->links[entity].next;
}

/* Since when [entity] has waited. */
static inline sim_time sim_queue_since(const struct sim_queue *self, uint32_t entity)
{
    return self->links[entity].since;
}

#endif
