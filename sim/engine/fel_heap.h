/* sim/engine/fel_heap.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Of the future event list, private to it: the events that come first, as keys that are
 * compared as one integer. The day that was opened last lies sorted in a run; what does
 * not fit there, and what is scheduled before its end afterwards, in a heap of four
 * children per node.
 */
#ifndef SIM_ENGINE_FEL_HEAP_H
#define SIM_ENGINE_FEL_HEAP_H

#include "sim/engine/fel.h"

/* time (60) | priority (4) | sequence (32) | slot (32), so one comparison orders by
 * time, priority and insertion. */
__extension__ typedef unsigned __int128 sim_fel_bits;

struct sim_fel_key {
    sim_fel_bits bits;
};

struct sim_fel_slot {
    uint64_t rank;       /* time (60) | priority (4) */
    uint32_t sequence;   /* 0 when the event was cancelled, or the slot is free */
    uint32_t generation; /* goes up each time an event ends */
    uint32_t type;
    uint32_t entity;
    uint32_t next; /* slot, in a day or the free list */
};

/* Slot 0 is not used, and ends every list. */
#define SIM_FEL_NO_SLOT 0u

/* The root lies at 3 and the children of p at 4 (p - 2) and on, so that four
 * siblings of 16 bytes share one cache line. */
#define SIM_FEL_ROOT 3u

/* Where keys lie that were gathered: so far beyond the root that a heap which they are
 * moved to in order, with its padding, stays behind the next of them. */
#define SIM_FEL_GATHERED 11u

/* What lies behind the run and the heap: beyond the last key up to the end of its four
 * siblings, so that the least of them is taken without looking how many there are. */
#define SIM_FEL_PADDING (~(sim_fel_bits)0)

/* Keys that fit in the run. */
#define SIM_FEL_RUN_MAX 8u

static inline sim_fel_bits sim_fel_key_of(const struct sim_fel *self, uint32_t index)
{
    const struct sim_fel_slot *slot = &self->slots[index];
    return (sim_fel_bits)slot->rank << 64 | (uint64_t)slot->sequence << 32 | index;
}

static inline sim_time sim_fel_time_of(sim_fel_bits key)
{
    return (sim_time)(uint64_t)(key >> 68);
}

static inline uint32_t sim_fel_parent(uint32_t position)
{
    return (position >> 2) + 2;
}

static inline uint32_t sim_fel_children(uint32_t position)
{
    return 4 * (position - 2);
}

/* Position after the last key of the heap. */
static inline uint32_t sim_fel_heap_end(const struct sim_fel *self)
{
    return SIM_FEL_ROOT + self->key_count;
}

static inline uint32_t sim_fel_least_of_four(const struct sim_fel_key *keys,
                                             uint32_t first)
{
    /* A mask, since a branch here is mispredicted half of the time. */
    uint32_t a = first + (keys[first + 1].bits < keys[first].bits);
    uint32_t b = first + 2 + (keys[first + 3].bits < keys[first + 2].bits);
    return a + ((b - a) & (0u - (uint32_t)(keys[b].bits < keys[a].bits)));
}

/* Puts [key] at [hole] or above it. */
static inline void sim_fel_sift_up(struct sim_fel *self, uint32_t hole,
                                   sim_fel_bits key)
{
    struct sim_fel_key *keys = self->keys;
    while (hole > SIM_FEL_ROOT && key < keys[sim_fel_parent(hole)].bits) {
        keys[hole] = keys[sim_fel_parent(hole)];
        hole = sim_fel_parent(hole);
    }
    keys[hole].bits = key;
}

static inline void sim_fel_heap_add(struct sim_fel *self, sim_fel_bits key)
{
    uint32_t end = sim_fel_heap_end(self);
    if (end % 4 == 0) {
        for (uint32_t i = 1; i < 4; i++) {
            self->keys[end + i].bits = SIM_FEL_PADDING;
        }
    }
    self->key_count++;
    sim_fel_sift_up(self, end, key);
}

/* Removes the first key. The hole goes down to a leaf along the least children and the
 * last key, which mostly belongs low, climbs from there: that saves a comparison per
 * level, and a branch that cannot be predicted. */
static inline void sim_fel_heap_take(struct sim_fel *self)
{
    struct sim_fel_key *keys = self->keys;
    self->key_count--;
    uint32_t end = sim_fel_heap_end(self);
    sim_fel_bits last = keys[end].bits;
    keys[end].bits = SIM_FEL_PADDING;
    if (end == SIM_FEL_ROOT) {
        return;
    }
    uint32_t hole = SIM_FEL_ROOT;
    for (uint32_t child = sim_fel_children(hole); child < end;
         child = sim_fel_children(hole)) {
        uint32_t least = sim_fel_least_of_four(keys, child);
        keys[hole] = keys[least];
        hole = least;
    }
    sim_fel_sift_up(self, hole, last);
}

/* Empties the heap and the run; what they held stays in memory. */
static inline void sim_fel_heap_clear(struct sim_fel *self)
{
    self->key_count = 0;
    self->keys[SIM_FEL_ROOT].bits = SIM_FEL_PADDING;
    self->run_first = 0;
    self->run_end = 0;
    self->run[0].bits = SIM_FEL_PADDING;
}

/* Adds [key] to a run that was begun anew, or to the heap when the run is full. */
static inline void sim_fel_run_add(struct sim_fel *self, sim_fel_bits key)
{
    if (self->run_end == SIM_FEL_RUN_MAX) {
        sim_fel_heap_add(self, key);
        return;
    }
    uint32_t hole = self->run_end++;
    for (; hole > 0 && key < self->run[hole - 1].bits; hole--) {
        self->run[hole] = self->run[hole - 1];
    }
    self->run[hole].bits = key;
}

/* Whether the first key lies in the run, else in the heap; without keys in either, the
 * first is padding. */
static inline bool sim_fel_is_run_first(const struct sim_fel *self)
{
    return self->run[self->run_first].bits < self->keys[SIM_FEL_ROOT].bits;
}

static inline sim_fel_bits sim_fel_first_key(const struct sim_fel *self,
                                             bool is_run_first)
{
    return is_run_first ? self->run[self->run_first].bits
                        : self->keys[SIM_FEL_ROOT].bits;
}

#endif
