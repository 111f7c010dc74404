/* sim/engine/fel.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/engine/fel.h"

#include <stdlib.h>
#include <string.h>

/* time (60) | priority (4) | sequence (32) | slot (32), so one comparison orders by
 * time, priority and insertion. */
__extension__ typedef unsigned __int128 key_bits;

struct sim_fel_key {
    key_bits bits;
};

struct sim_fel_slot {
    uint32_t generation; /* goes up each time the slot is freed */
    uint32_t sequence;   /* of the key that owns the slot; 0 when the slot is free */
    uint32_t type;
    uint32_t entity; /* of a free slot: the next free slot */
};

/* The root lies at 3 and the children of p at 4 (p - 2) and on, so that four
 * siblings of 16 bytes share one cache line. */
#define ROOT 3u
#define CACHE_LINE 64u
#define CAPACITY_MAX (1u << 28) /* positions of children stay below 2^32 */
#define TIME_LIMIT ((sim_time)1 << 59)
#define NO_SLOT UINT32_MAX

/* Fills up the last group of siblings, so that the least of four is taken without
 * looking how many there are. Larger than any key, as times stay below TIME_LIMIT. */
#define PADDING (~(key_bits)0)

static key_bits make_key(sim_time time, uint32_t priority, uint32_t sequence,
                         uint32_t slot)
{
    uint64_t high = (uint64_t)time << 4 | priority;
    return (key_bits)high << 64 | (uint64_t)sequence << 32 | slot;
}

static inline uint32_t key_slot(key_bits key)
{
    return (uint32_t)key;
}

static inline uint32_t key_sequence(key_bits key)
{
    return (uint32_t)(key >> 32);
}

static inline sim_time key_time(key_bits key)
{
    return (sim_time)(uint64_t)(key >> 68);
}

static inline bool is_alive(const struct sim_fel *self, key_bits key)
{
    return self->slots[key_slot(key)].sequence == key_sequence(key);
}

static inline uint32_t parent_of(uint32_t position)
{
    return (position >> 2) + 2;
}

static inline uint32_t children_of(uint32_t position)
{
    return 4 * (position - 2);
}

/* Position after the last key. */
static inline uint32_t end_of(const struct sim_fel *self)
{
    return ROOT + self->key_count;
}

static inline uint32_t least_of_four(const struct sim_fel_key *keys, uint32_t first)
{
    /* A mask, since a branch here is mispredicted half of the time. */
    uint32_t a = first + (keys[first + 1].bits < keys[first].bits);
    uint32_t b = first + 2 + (keys[first + 3].bits < keys[first + 2].bits);
    return a + ((b - a) & (0u - (uint32_t)(keys[b].bits < keys[a].bits)));
}

/* Puts [key] at [hole] or above it, not above [top]. */
static inline void sift_up(struct sim_fel_key *keys, uint32_t top, uint32_t hole,
                           key_bits key)
{
    while (hole > top && key < keys[parent_of(hole)].bits) {
        keys[hole] = keys[parent_of(hole)];
        hole = parent_of(hole);
    }
    keys[hole].bits = key;
}

static inline void prefetch_children(const struct sim_fel_key *first)
{
    for (int i = 0; i < 4; i++) {
        __builtin_prefetch(first + 4 * i);
    }
}

/* Puts [key] at [top] or below it. The hole goes down to a leaf along the least
 * children and [key], which mostly belongs low, climbs from there: that saves a
 * comparison per level, and a branch that cannot be predicted. */
static inline void sift_down(struct sim_fel *self, uint32_t top, key_bits key)
{
    struct sim_fel_key *keys = self->keys;
    uint32_t end = end_of(self);
    uint32_t hole = top;
    for (uint32_t child = children_of(hole); child < end; child = children_of(hole)) {
        uint32_t grandchild = children_of(child);
        if (grandchild < end) {
            prefetch_children(keys + grandchild);
        }
        uint32_t least = least_of_four(keys, child);
        keys[hole] = keys[least];
        hole = least;
    }
    sift_up(keys, top, hole, key);
}

static void pad_last_group(struct sim_fel *self)
{
    for (uint32_t i = end_of(self); i % 4 != 0; i++) {
        self->keys[i].bits = PADDING;
    }
}

static inline void remove_root(struct sim_fel *self)
{
    self->key_count--;
    key_bits last = self->keys[end_of(self)].bits;
    self->keys[end_of(self)].bits = PADDING;
    if (self->key_count > 0) {
        sift_down(self, ROOT, last);
        /* With many events pending this slot is far away, and it is needed next. */
        __builtin_prefetch(&self->slots[key_slot(self->keys[ROOT].bits)], 1);
    }
}

static void drop_dead_root(struct sim_fel *self)
{
    while (self->key_count > 0 && !is_alive(self, self->keys[ROOT].bits)) {
        remove_root(self);
    }
}

/* Leaves the living keys, in the order in which they lie. */
static void drop_dead_keys(struct sim_fel *self)
{
    uint32_t end = ROOT;
    for (uint32_t i = ROOT; i < end_of(self); i++) {
        if (is_alive(self, self->keys[i].bits)) {
            self->keys[end++] = self->keys[i];
        }
    }
    self->key_count = end - ROOT;
    pad_last_group(self);
}

static void rebuild(struct sim_fel *self)
{
    drop_dead_keys(self);
    if (self->key_count < 2) {
        return;
    }
    for (uint32_t i = parent_of(end_of(self) - 1); i >= ROOT; i--) {
        sift_down(self, i, self->keys[i].bits);
    }
}

static int compare_keys(const void *a, const void *b)
{
    key_bits x = ((const struct sim_fel_key *)a)->bits;
    key_bits y = ((const struct sim_fel_key *)b)->bits;
    return (x > y) - (x < y);
}

/* Gives the pending keys the sequences 1, 2, ... in their order. Sorted keys are a
 * heap. */
static void renumber(struct sim_fel *self)
{
    drop_dead_keys(self);
    qsort(self->keys + ROOT, self->key_count, sizeof *self->keys, compare_keys);
    self->next_sequence = 1;
    for (uint32_t i = ROOT; i < end_of(self); i++) {
        key_bits key = self->keys[i].bits;
        uint32_t sequence = self->next_sequence++;
        uint64_t high = (uint64_t)(key >> 64);
        self->keys[i].bits =
            (key_bits)high << 64 | (uint64_t)sequence << 32 | key_slot(key);
        self->slots[key_slot(key)].sequence = sequence;
    }
}

static void release_slot(struct sim_fel *self, uint32_t index)
{
    struct sim_fel_slot *slot = &self->slots[index];
    slot->generation++;
    slot->sequence = 0;
    slot->entity = self->free_slot;
    self->free_slot = index;
    self->live_count--;
}

/* Keys take twice the room of slots: a cancel leaves at most as many dead keys as
 * there are events pending, so the keys never run out before the slots do. */
static size_t key_bytes(uint32_t capacity)
{
    return (2 * (size_t)capacity + 2 * 4) / 4 * CACHE_LINE;
}

/* Links the slots from [first] to the capacity into the free list. */
static void free_slots_from(struct sim_fel *self, uint32_t first)
{
    for (uint32_t i = first; i < self->capacity; i++) {
        uint32_t next = i + 1 < self->capacity ? i + 1 : NO_SLOT;
        self->slots[i] = (struct sim_fel_slot){.entity = next};
    }
    self->free_slot = first;
}

/* Makes room for [capacity] events; all slots were in use, or there were none. */
static enum sim_status resize(struct sim_fel *self, uint32_t capacity)
{
    if (capacity > CAPACITY_MAX) {
        return SIM_ERR_NO_MEMORY;
    }
    struct sim_fel_key *keys = aligned_alloc(CACHE_LINE, key_bytes(capacity));
    if (keys == NULL) {
        return SIM_ERR_NO_MEMORY;
    }
    struct sim_fel_slot *slots = realloc(self->slots, capacity * sizeof *slots);
    if (slots == NULL) {
        free(keys);
        return SIM_ERR_NO_MEMORY;
    }
    if (self->keys != NULL) {
        memcpy(keys, self->keys, key_bytes(self->capacity));
        free(self->keys);
    }
    uint32_t old_capacity = self->capacity;
    self->keys = keys;
    self->slots = slots;
    self->capacity = capacity;
    free_slots_from(self, old_capacity);
    return SIM_OK;
}

enum sim_status sim_fel_init(struct sim_fel *self, uint32_t capacity)
{
    *self = (struct sim_fel){.free_slot = NO_SLOT, .next_sequence = 1};
    return resize(self, capacity > 0 ? capacity : 1);
}

void sim_fel_free(struct sim_fel *self)
{
    free(self->keys);
    free(self->slots);
    *self = (struct sim_fel){.free_slot = NO_SLOT, .next_sequence = 1};
}

void sim_fel_reset(struct sim_fel *self)
{
    self->key_count = 0;
    self->live_count = 0;
    self->next_sequence = 1;
    free_slots_from(self, 0);
}

enum sim_status sim_fel_push(struct sim_fel *self, struct sim_fel_event event,
                             uint32_t priority, sim_event_id *id)
{
    if (event.time < 0 || event.time >= TIME_LIMIT ||
        priority >= SIM_FEL_PRIORITY_COUNT) {
        return SIM_ERR_DOMAIN;
    }
    if (self->free_slot == NO_SLOT) {
        enum sim_status status = resize(self, 2 * self->capacity);
        if (status != SIM_OK) {
            return status;
        }
    }
    if (self->next_sequence == UINT32_MAX) {
        renumber(self);
    }
    uint32_t index = self->free_slot;
    struct sim_fel_slot *slot = &self->slots[index];
    self->free_slot = slot->entity;
    slot->sequence = self->next_sequence++;
    slot->type = event.type;
    slot->entity = event.entity;
    self->live_count++;
    if (id != NULL) {
        *id = (sim_event_id)slot->generation << 32 | (index + 1);
    }
    key_bits key = make_key(event.time, priority, slot->sequence, index);
    uint32_t position = end_of(self);
    self->key_count++;
    if (position % 4 == 0) {
        pad_last_group(self);
    }
    sift_up(self->keys, ROOT, position, key);
    return SIM_OK;
}

bool sim_fel_pop(struct sim_fel *self, struct sim_fel_event *event)
{
    drop_dead_root(self);
    if (self->key_count == 0) {
        return false;
    }
    key_bits key = self->keys[ROOT].bits;
    const struct sim_fel_slot *slot = &self->slots[key_slot(key)];
    *event = (struct sim_fel_event){key_time(key), slot->type, slot->entity};
    release_slot(self, key_slot(key));
    remove_root(self);
    return true;
}

sim_time sim_fel_next_time(struct sim_fel *self)
{
    drop_dead_root(self);
    return self->key_count > 0 ? key_time(self->keys[ROOT].bits) : SIM_TIME_NEVER;
}

bool sim_fel_is_pending(const struct sim_fel *self, sim_event_id id)
{
    uint32_t index = (uint32_t)id - 1; /* SIM_EVENT_NONE: beyond any slot */
    return index < self->capacity && self->slots[index].sequence != 0 &&
           self->slots[index].generation == (uint32_t)(id >> 32);
}

bool sim_fel_cancel(struct sim_fel *self, sim_event_id id)
{
    if (!sim_fel_is_pending(self, id)) {
        return false;
    }
    release_slot(self, (uint32_t)id - 1);
    if (self->key_count - self->live_count > self->live_count) {
        rebuild(self);
    }
    return true;
}

static bool keys_are_sound(const struct sim_fel *self)
{
    uint32_t end = end_of(self);
    uint32_t living = 0;
    for (uint32_t i = ROOT; i < end; i++) {
        key_bits key = self->keys[i].bits;
        if (key_slot(key) >= self->capacity ||
            key_sequence(key) >= self->next_sequence ||
            (i > ROOT && key <= self->keys[parent_of(i)].bits)) {
            return false;
        }
        living += is_alive(self, key);
    }
    for (uint32_t i = end; end > ROOT && i % 4 != 0; i++) {
        if (self->keys[i].bits != PADDING) {
            return false;
        }
    }
    return living == self->live_count;
}

static bool slots_are_sound(const struct sim_fel *self)
{
    uint32_t used = 0;
    for (uint32_t i = 0; i < self->capacity; i++) {
        used += self->slots[i].sequence != 0;
    }
    uint32_t free_count = 0;
    uint32_t i = self->free_slot;
    while (i < self->capacity && free_count <= self->capacity &&
           self->slots[i].sequence == 0) {
        free_count++;
        i = self->slots[i].entity;
    }
    return i == NO_SLOT && used == self->live_count &&
           free_count == self->capacity - used;
}

enum sim_status sim_fel_verify(const struct sim_fel *self)
{
    bool is_sound = self->key_count <= 2 * self->capacity && keys_are_sound(self) &&
                    slots_are_sound(self);
    return is_sound ? SIM_OK : SIM_ERR_INVARIANT;
}
