/* sim/engine/fel.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/engine/fel.h"

#include <stdlib.h>
#include <string.h>

#include "sim/engine/fel_days.h"

#define CACHE_LINE 64u
#define CAPACITY_MAX (1u << 28) /* positions of children stay below 2^32 */

/* Keys in the block before the heap: the run, its padding, and to the end of a line. */
#define RUN_SIZE 12u

_Static_assert(RUN_SIZE > SIM_FEL_RUN_MAX && RUN_SIZE % 4 == 0, "the heap is aligned");

/* --- Memory and sequences: what is seldom done is kept out of sim_fel_push as cold,
 * which makes a hold a tenth shorter --- */

static int compare_keys(const void *a, const void *b)
{
    sim_fel_bits x = ((const struct sim_fel_key *)a)->bits;
    sim_fel_bits y = ((const struct sim_fel_key *)b)->bits;
    return (x > y) - (x < y);
}

/* Gives the pending events the sequences 1, 2, ... in their order. */
static __attribute__((cold)) void renumber(struct sim_fel *self)
{
    uint32_t count = sim_fel_gather(self);
    struct sim_fel_key *gathered = self->keys + SIM_FEL_GATHERED;
    qsort(gathered, count, sizeof *gathered, compare_keys);
    self->next_sequence = 1;
    for (uint32_t i = 0; i < count; i++) {
        self->slots[(uint32_t)gathered[i].bits].sequence = self->next_sequence++;
    }
    sim_fel_lay_out(self, count, self->day_shift);
}

/* Events that were cancelled have a slot too, as long as there are not more of them
 * than fit. */
static size_t slot_max(uint32_t capacity)
{
    return 2 * (size_t)capacity;
}

/* Run, heap and the siblings of its last key, or all that is gathered. */
static size_t key_bytes(uint32_t capacity)
{
    size_t count = RUN_SIZE + SIM_FEL_GATHERED + slot_max(capacity);
    size_t bytes = count * sizeof(struct sim_fel_key);
    return (bytes + CACHE_LINE - 1) / CACHE_LINE * CACHE_LINE;
}

static void free_tables(struct sim_fel *self)
{
    free(self->run);
    free(self->slots);
    free(self->days);
    free(self->is_used);
}

/* Tables of zeros for [capacity] events; false without memory. */
static bool make_tables(struct sim_fel *self, uint32_t capacity)
{
    size_t slot_count = slot_max(capacity) + 1;
    size_t day_count = sim_fel_day_count(slot_max(capacity));
    self->capacity = capacity;
    self->run = aligned_alloc(CACHE_LINE, key_bytes(capacity));
    self->slots = calloc(slot_count, sizeof *self->slots);
    self->days = calloc(day_count, sizeof *self->days);
    self->is_used = calloc(day_count / 64, sizeof *self->is_used);
    if (self->run == NULL || self->slots == NULL || self->days == NULL ||
        self->is_used == NULL) {
        return false;
    }
    self->keys = self->run + RUN_SIZE;
    return true;
}

static void copy_tables(struct sim_fel *self, const struct sim_fel *from)
{
    size_t day_count = from->day_mask + (size_t)1;
    size_t key_count = RUN_SIZE + sim_fel_heap_end(from) + (size_t)4;
    memcpy(self->run, from->run, key_count * sizeof *self->run);
    memcpy(self->slots, from->slots, from->slot_end * sizeof *self->slots);
    memcpy(self->days, from->days, day_count * sizeof *self->days);
    memcpy(self->is_used, from->is_used, day_count / 64 * sizeof *self->is_used);
}

static enum sim_status grow(struct sim_fel *self)
{
    struct sim_fel larger = *self;
    if (self->capacity > CAPACITY_MAX / 2) {
        return SIM_ERR_NO_MEMORY;
    }
    if (!make_tables(&larger, 2 * self->capacity)) {
        free_tables(&larger);
        return SIM_ERR_NO_MEMORY;
    }
    copy_tables(&larger, self);
    free_tables(self);
    *self = larger;
    return SIM_OK;
}

/* Called when every slot is taken. Mostly by cancelled events: gives theirs back. */
static __attribute__((cold)) enum sim_status make_room(struct sim_fel *self)
{
    if (self->dead_count < self->capacity) {
        return grow(self);
    }
    sim_fel_lay_out(self, sim_fel_gather(self), self->day_shift);
    return SIM_OK;
}

/* Takes a slot; there is one. */
static inline uint32_t take_slot(struct sim_fel *self)
{
    uint32_t index = self->free_slot;
    if (index != SIM_FEL_NO_SLOT) {
        self->free_slot = self->slots[index].next;
    } else {
        index = self->slot_end++;
        self->slots[index].generation = 0;
    }
    return index;
}

/* As just after its tables were made. */
static void start(struct sim_fel *self)
{
    self->live_count = 0;
    self->dead_count = 0;
    self->free_slot = SIM_FEL_NO_SLOT;
    self->slot_end = SIM_FEL_NO_SLOT + 1;
    self->next_sequence = 1;
    sim_fel_heap_clear(self);
    sim_fel_lay_out(self, 0, SIM_FEL_NO_DAYS);
}

/* --- What the header promises --- */

enum sim_status sim_fel_init(struct sim_fel *self, uint32_t capacity)
{
    *self = (struct sim_fel){0};
    if (capacity > CAPACITY_MAX) {
        return SIM_ERR_NO_MEMORY;
    }
    if (!make_tables(self, capacity > 0 ? capacity : 1)) {
        sim_fel_free(self);
        return SIM_ERR_NO_MEMORY;
    }
    start(self);
    return SIM_OK;
}

void sim_fel_free(struct sim_fel *self)
{
    free_tables(self);
    *self = (struct sim_fel){0};
}

void sim_fel_reset(struct sim_fel *self)
{
    (void)sim_fel_gather(self);
    start(self);
}

enum sim_status sim_fel_push(struct sim_fel *self, struct sim_fel_event event,
                             uint32_t priority, sim_event_id *id)
{
    if ((uint64_t)event.time >= SIM_FEL_TIME_LIMIT ||
        priority >= SIM_FEL_PRIORITY_COUNT) {
        return SIM_ERR_DOMAIN;
    }
    if (self->free_slot == SIM_FEL_NO_SLOT &&
        self->slot_end > slot_max(self->capacity)) {
        enum sim_status status = make_room(self);
        if (status != SIM_OK) {
            return status;
        }
    }
    if (self->next_sequence == UINT32_MAX) {
        renumber(self);
    }
    uint32_t index = take_slot(self);
    struct sim_fel_slot *slot = &self->slots[index];
    slot->rank = (uint64_t)event.time << 4 | priority;
    slot->sequence = self->next_sequence++;
    slot->type = event.type;
    slot->entity = event.entity;
    if (id != NULL) {
        *id = (sim_event_id)slot->generation << 32 | index;
    }
    sim_fel_insert(self, index);
    if (++self->live_count > self->live_max) {
        sim_fel_lay_out(self, sim_fel_gather(self), SIM_FEL_NO_DAYS);
    }
    return SIM_OK;
}

/* The event in [slot] happened or was cancelled. */
static inline void end_event(struct sim_fel *self, struct sim_fel_slot *slot)
{
    slot->generation++;
    slot->sequence = 0;
    self->live_count--;
}

/* Removes the first key, of the run if [is_run_first], and frees its slot. */
static inline void take_key(struct sim_fel *self, uint32_t index, bool is_run_first)
{
    sim_fel_free_slot(self, index);
    if (is_run_first) {
        self->run_first++;
        return;
    }
    sim_fel_heap_take(self);
    self->taken_count++;
    if (--self->effort_left <= 0) {
        sim_fel_adapt(self);
    }
}

bool sim_fel_pop_until(struct sim_fel *self, sim_time until,
                       struct sim_fel_event *event)
{
    for (;;) {
        bool is_run_first = sim_fel_is_run_first(self);
        sim_fel_bits key = sim_fel_first_key(self, is_run_first);
        if (key == SIM_FEL_PADDING) {
            if (!sim_fel_fill(self)) {
                return false;
            }
            continue;
        }
        if (sim_fel_time_of(key) > until) {
            return false;
        }
        uint32_t index = (uint32_t)key;
        struct sim_fel_slot *slot = &self->slots[index];
        if (slot->sequence != 0) {
            *event =
                (struct sim_fel_event){sim_fel_time_of(key), slot->type, slot->entity};
            end_event(self, slot);
            take_key(self, index, is_run_first);
            return true;
        }
        self->dead_count--;
        take_key(self, index, is_run_first);
    }
}

void sim_fel_set_rows(struct sim_fel *self, const void *rows, uint32_t row_size)
{
    self->rows = rows;
    self->row_size = row_size;
}

bool sim_fel_pop(struct sim_fel *self, struct sim_fel_event *event)
{
    return sim_fel_pop_until(self, SIM_TIME_NEVER, event);
}

sim_time sim_fel_next_time(struct sim_fel *self)
{
    for (;;) {
        bool is_run_first = sim_fel_is_run_first(self);
        sim_fel_bits key = sim_fel_first_key(self, is_run_first);
        uint32_t index = (uint32_t)key;
        if (key == SIM_FEL_PADDING) {
            if (!sim_fel_fill(self)) {
                return SIM_TIME_NEVER;
            }
        } else if (self->slots[index].sequence != 0) {
            return sim_fel_time_of(key);
        } else {
            self->dead_count--;
            take_key(self, index, is_run_first);
        }
    }
}

bool sim_fel_is_pending(const struct sim_fel *self, sim_event_id id)
{
    uint32_t index = (uint32_t)id;
    return index != SIM_FEL_NO_SLOT && index < self->slot_end &&
           self->slots[index].sequence != 0 &&
           self->slots[index].generation == (uint32_t)(id >> 32);
}

struct sim_fel_event sim_fel_look(const struct sim_fel *self, sim_event_id id)
{
    if (!sim_fel_is_pending(self, id)) {
        return (struct sim_fel_event){.time = SIM_TIME_NEVER};
    }
    const struct sim_fel_slot *slot = &self->slots[(uint32_t)id];
    return (struct sim_fel_event){.time = (sim_time)(slot->rank >> 4),
                                  .type = slot->type,
                                  .entity = slot->entity};
}

bool sim_fel_cancel(struct sim_fel *self, sim_event_id id)
{
    if (!sim_fel_is_pending(self, id)) {
        return false;
    }
    end_event(self, &self->slots[(uint32_t)id]);
    self->dead_count++;
    return true;
}
