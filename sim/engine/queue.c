/* sim/engine/queue.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/engine/queue.h"

#include <assert.h>

/* A class is worth more than any difference in time. */
#define CLASS_RANK ((int64_t)1 << 55)

static int64_t rank_fifo(int32_t class, sim_time since, uint64_t arrival_number)
{
    (void)class;
    (void)arrival_number;
    return since;
}

static int64_t rank_lifo(int32_t class, sim_time since, uint64_t arrival_number)
{
    (void)class;
    (void)since;
    return -(int64_t)arrival_number;
}

static int64_t rank_priority(int32_t class, sim_time since, uint64_t arrival_number)
{
    (void)arrival_number;
    assert(class >= INT8_MIN && class <= INT8_MAX);
    assert(since >= -CLASS_RANK / 2 && since < CLASS_RANK / 2);
    return class * CLASS_RANK + since;
}

const struct sim_queue_discipline sim_queue_fifo = {"fifo", rank_fifo};
const struct sim_queue_discipline sim_queue_lifo = {"lifo", rank_lifo};
const struct sim_queue_discipline sim_queue_priority = {"prioriteit", rank_priority};

void sim_queue_init(struct sim_queue *self,
                    const struct sim_queue_discipline *discipline,
                    struct sim_queue_link *links)
{
    self->discipline = discipline;
    self->links = links;
    sim_queue_reset(self);
}

void sim_queue_reset(struct sim_queue *self)
{
    self->first = SIM_ENTITY_NONE;
    self->last = SIM_ENTITY_NONE;
    self->length = 0;
    self->join_count = 0;
    sim_timeavg_reset(&self->level, 0, 0);
}

/* The entity after which [rank] belongs; looks at both ends before it walks. */
static uint32_t find_previous(const struct sim_queue *self, int64_t rank)
{
    if (self->first == SIM_ENTITY_NONE || rank < self->links[self->first].rank) {
        return SIM_ENTITY_NONE;
    }
    uint32_t previous = self->last;
    while (self->links[previous].rank > rank) {
        previous = self->links[previous].previous;
    }
    return previous;
}

/* Makes [next] follow [previous]; either may be none, for an end of the queue. */
static void connect(struct sim_queue *self, uint32_t previous, uint32_t next)
{
    if (previous == SIM_ENTITY_NONE) {
        self->first = next;
    } else {
        self->links[previous].next = next;
    }
    if (next == SIM_ENTITY_NONE) {
        self->last = previous;
    } else {
        self->links[next].previous = previous;
    }
}

void sim_queue_join(struct sim_queue *self, uint32_t entity, int32_t class,
                    sim_time since, sim_time now)
{
    assert(since <= now);
    struct sim_queue_link *link = &self->links[entity];
    link->since = since;
    link->rank = self->discipline->rank(class, since, self->join_count++);
    uint32_t previous = find_previous(self, link->rank);
    uint32_t next =
        previous == SIM_ENTITY_NONE ? self->first : self->links[previous].next;
    connect(self, previous, entity);
    connect(self, entity, next);
    self->length++;
    sim_timeavg_add(&self->level, 1, now);
}

void sim_queue_leave(struct sim_queue *self, uint32_t entity, sim_time now)
{
    const struct sim_queue_link *link = &self->links[entity];
    assert(self->length > 0);
    assert(link->previous == SIM_ENTITY_NONE
               ? self->first == entity
               : self->links[link->previous].next == entity);
    connect(self, link->previous, link->next);
    self->length--;
    sim_timeavg_add(&self->level, -1, now);
}
