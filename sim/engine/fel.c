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
    uint64_t rank;       /* time (60) | priority (4) */
    uint32_t sequence;   /* 0 when the slot is free */
    uint32_t generation; /* goes up each time the slot is freed */
    uint32_t next;       /* in the day or the free list; its position in the heap */
    uint32_t previous;   /* in the day; NO_SLOT for the first */
    uint32_t type;
    uint32_t entity;
};

/* The root lies at 3 and the children of p at 4 (p - 2) and on, so that four
 * siblings of 16 bytes share one cache line. */
#define ROOT 3u
#define CACHE_LINE 64u
#define CAPACITY_MAX (1u << 28) /* positions of children stay below 2^32 */
#define TIME_BITS 59
#define NO_DAYS TIME_BITS /* as a shift: all is one day, and lies in the heap */
#define TIME_LIMIT ((sim_time)1 << TIME_BITS)

/* Slot 0 ends every list; it may be written to, which saves a branch. */
#define NO_SLOT 0u

/* Days from the present one to where look_ahead begins. */
#define LEAD 4u

/* What lies in the heap beyond the last key, so that the least of four siblings is
 * taken without looking how many there are. */
#define PADDING (~(key_bits)0)

/* Up to so many events the heap alone is fastest; also the least number of days. */
#define FEW 16u

/* --- The heap of the events that come first --- */

static inline key_bits key_of(const struct sim_fel *self, uint32_t index)
{
    const struct sim_fel_slot *slot = &self->slots[index];
    return (key_bits)slot->rank << 64 | (uint64_t)slot->sequence << 32 | index;
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

static inline void put_key(struct sim_fel *self, uint32_t position, key_bits key)
{
    self->keys[position].bits = key;
    self->slots[(uint32_t)key].next = position;
}

static inline uint32_t least_of_four(const struct sim_fel_key *keys, uint32_t first)
{
    /* A mask, since a branch here is mispredicted half of the time. */
    uint32_t a = first + (keys[first + 1].bits < keys[first].bits);
    uint32_t b = first + 2 + (keys[first + 3].bits < keys[first + 2].bits);
    return a + ((b - a) & (0u - (uint32_t)(keys[b].bits < keys[a].bits)));
}

/* Puts [key] at [hole] or above it. */
static inline void sift_up(struct sim_fel *self, uint32_t hole, key_bits key)
{
    while (hole > ROOT && key < self->keys[parent_of(hole)].bits) {
        put_key(self, hole, self->keys[parent_of(hole)].bits);
        hole = parent_of(hole);
    }
    put_key(self, hole, key);
}

static inline void heap_add(struct sim_fel *self, uint32_t index)
{
    uint32_t position = end_of(self);
    self->key_count++;
    sift_up(self, position, key_of(self, index));
}

/* The hole goes down to a leaf along the least children and the last key, which
 * mostly belongs low, climbs from there: that saves a comparison per level, and a
 * branch that cannot be predicted. */
static inline void heap_remove(struct sim_fel *self, uint32_t hole)
{
    self->key_count--;
    uint32_t end = end_of(self);
    key_bits last = self->keys[end].bits;
    self->keys[end].bits = PADDING;
    if (hole == end) {
        return;
    }
    for (uint32_t child = children_of(hole); child < end; child = children_of(hole)) {
        uint32_t least = least_of_four(self->keys, child);
        put_key(self, hole, self->keys[least].bits);
        hole = least;
    }
    sift_up(self, hole, last);
}

/* --- The days of the events that come later --- */

static inline uint64_t day_of(const struct sim_fel *self, uint32_t index)
{
    return self->slots[index].rank >> 4 >> self->day_shift;
}

static inline uint32_t *list_of(const struct sim_fel *self, uint64_t day)
{
    return &self->days[day & self->day_mask];
}

static inline void link_to_day(struct sim_fel *self, uint32_t index, uint64_t day)
{
    uint32_t *first = list_of(self, day);
    self->slots[index].next = *first;
    self->slots[index].previous = NO_SLOT;
    self->slots[*first].previous = index;
    *first = index;
}

static inline void unlink_from_day(struct sim_fel *self, uint32_t index, uint64_t day)
{
    const struct sim_fel_slot *slot = &self->slots[index];
    if (slot->previous == NO_SLOT) {
        *list_of(self, day) = slot->next;
    } else {
        self->slots[slot->previous].next = slot->next;
    }
    self->slots[slot->next].previous = slot->previous;
}

static inline void insert(struct sim_fel *self, uint32_t index)
{
    uint64_t day = day_of(self, index);
    if (day < self->day) {
        heap_add(self, index);
    } else {
        link_to_day(self, index, day);
    }
}

/* Fetches one more event from memory that will be needed soon. A step is made for
 * each day that is opened and each event that is taken, so the lead remains. */
static inline void look_ahead(struct sim_fel *self)
{
    if (self->ahead_day < self->day) {
        self->ahead_day = self->day + LEAD;
        self->ahead = *list_of(self, self->ahead_day);
    } else if (self->ahead != NO_SLOT) {
        self->ahead = self->slots[self->ahead].next;
    } else {
        self->ahead = *list_of(self, ++self->ahead_day);
    }
    __builtin_prefetch(&self->slots[self->ahead], 1);
}

/* Moves the events of the next day to the heap, not those of later years. */
static void open_day(struct sim_fel *self)
{
    uint32_t *first = list_of(self, self->day++);
    uint32_t index = *first;
    *first = NO_SLOT;
    look_ahead(self);
    while (index != NO_SLOT) {
        uint32_t next = self->slots[index].next;
        insert(self, index);
        index = next;
    }
}

/* --- The length of a day --- */

/* Empties heap and days into one list. */
static uint32_t gather(struct sim_fel *self)
{
    uint32_t list = NO_SLOT;
    for (uint32_t p = ROOT; p < end_of(self); p++) {
        uint32_t index = (uint32_t)self->keys[p].bits;
        self->keys[p].bits = PADDING;
        self->slots[index].next = list;
        list = index;
    }
    self->key_count = 0;
    for (uint64_t day = 0; day <= self->day_mask; day++) {
        for (uint32_t next, i = *list_of(self, day); i != NO_SLOT; i = next) {
            next = self->slots[i].next;
            self->slots[i].next = list;
            list = i;
        }
        *list_of(self, day) = NO_SLOT;
    }
    return list;
}

static uint64_t first_time(const struct sim_fel *self, uint32_t list)
{
    uint64_t first = (uint64_t)TIME_LIMIT;
    for (uint32_t i = list; i != NO_SLOT; i = self->slots[i].next) {
        uint64_t time = self->slots[i].rank >> 4;
        first = time < first ? time : first;
    }
    return first;
}

static uint32_t floor_log2(uint64_t value)
{
    return 63 - (uint32_t)__builtin_clzll(value | 1);
}

/* The first guess: as if the times from [first] on were exponential. */
static uint32_t guess_shift(const struct sim_fel *self, uint32_t list, uint64_t first)
{
    uint64_t mean = 0;
    for (uint32_t i = list; i != NO_SLOT; i = self->slots[i].next) {
        mean += ((self->slots[i].rank >> 4) - first) / self->live_count;
    }
    return floor_log2(mean / self->live_count) + 1;
}

/* The shift with which one day would have been opened for one or two events since the
 * effort began. */
static uint32_t better_shift(const struct sim_fel *self)
{
    uint64_t days = self->day - self->day_at_start;
    uint64_t events = (uint64_t)(self->effort - self->effort_left) - days;
    uint32_t shift = self->day_shift + 1 + floor_log2(days);
    uint32_t less = floor_log2(events);
    return shift < less ? 0 : shift - less > NO_DAYS ? NO_DAYS : shift - less;
}

static void begin_effort(struct sim_fel *self)
{
    self->day_at_start = self->day;
    self->effort = self->day_mask + (int64_t)self->live_count;
    self->effort_left = self->effort;
}

/* Lays all events out anew, over at least twice as many days as there are events. The
 * days take 2^[shift] ticks; NO_DAYS leaves the choice. */
static void lay_out(struct sim_fel *self, uint32_t shift)
{
    uint32_t list = gather(self);
    uint64_t first = first_time(self, list);
    if (self->live_count <= FEW) {
        shift = NO_DAYS;
    } else if (shift == NO_DAYS) {
        shift = guess_shift(self, list, first);
    }
    uint32_t day_count = FEW;
    while (day_count < 2 * self->live_count) {
        day_count *= 2;
    }
    self->day_mask = day_count - 1;
    self->day_shift = shift;
    self->day = (first >> shift) + 1;
    self->ahead = NO_SLOT;
    self->ahead_day = 0;
    begin_effort(self);
    for (uint32_t next, i = list; i != NO_SLOT; i = next) {
        next = self->slots[i].next;
        insert(self, i);
    }
}

/* Called after as much effort as a new lay-out takes, so that even one each time would
 * cost a constant per event. */
static void adapt(struct sim_fel *self)
{
    uint32_t shift = better_shift(self);
    bool is_far_off = shift > self->day_shift + 1 || shift + 1 < self->day_shift;
    bool has_too_many_days = self->live_count < self->day_mask / 16;
    if (self->day_shift < NO_DAYS && (is_far_off || has_too_many_days)) {
        lay_out(self, shift);
    } else {
        begin_effort(self);
    }
}

/* Brings the first pending event into the heap; false when there is none. After an
 * empty year all events are in later years, and the first is looked for. */
static bool fill_heap(struct sim_fel *self)
{
    if (self->live_count == 0) {
        return false;
    }
    uint64_t year_end = self->day + self->day_mask + 1;
    while (self->key_count == 0 && self->day < year_end) {
        open_day(self);
        self->effort_left--;
    }
    if (self->key_count == 0) {
        lay_out(self, better_shift(self));
    } else if (self->effort_left <= 0) {
        adapt(self);
    }
    return true;
}

/* --- Memory and sequences --- */

static int compare_keys(const void *a, const void *b)
{
    key_bits x = ((const struct sim_fel_key *)a)->bits;
    key_bits y = ((const struct sim_fel_key *)b)->bits;
    return (x > y) - (x < y);
}

/* Gives the pending events the sequences 1, 2, ... in their order. */
static void renumber(struct sim_fel *self)
{
    for (uint32_t i = gather(self); i != NO_SLOT; i = self->slots[i].next) {
        self->keys[ROOT + self->key_count++].bits = key_of(self, i);
    }
    qsort(self->keys + ROOT, self->key_count, sizeof *self->keys, compare_keys);
    self->next_sequence = 1;
    for (uint32_t p = ROOT; p < end_of(self); p++) {
        self->slots[(uint32_t)self->keys[p].bits].sequence = self->next_sequence++;
    }
    lay_out(self, self->day_shift);
}

static size_t key_bytes(uint32_t capacity)
{
    return ((size_t)capacity + ROOT + 4) / 4 * CACHE_LINE;
}

/* Two slots to a cache line. A position in the heap is a slot too: see look_ahead. */
static size_t slot_bytes(uint32_t capacity)
{
    return ((size_t)capacity + ROOT + 2) / 2 * CACHE_LINE;
}

static size_t day_bytes(uint32_t capacity)
{
    size_t day_count = FEW;
    while (day_count < 2 * (size_t)capacity) {
        day_count *= 2;
    }
    return day_count * sizeof(uint32_t);
}

/* Links the slots from [first] to the capacity into the free list. */
static void free_slots_from(struct sim_fel *self, uint32_t first)
{
    for (uint32_t i = first; i <= self->capacity; i++) {
        uint32_t next = i < self->capacity ? i + 1 : NO_SLOT;
        self->slots[i] = (struct sim_fel_slot){.next = next};
    }
    self->free_slot = first;
}

/* A block of [size] whose first bytes are those of [old]; the rest is [fill]. */
static void *enlarge(const void *old, size_t old_size, size_t size, int fill)
{
    char *block = aligned_alloc(CACHE_LINE, size);
    if (block != NULL) {
        memset(block, fill, size);
        if (old != NULL) {
            memcpy(block, old, old_size);
        }
    }
    return block;
}

/* Makes room for [capacity] events; all slots were in use, or there were none. */
static enum sim_status resize(struct sim_fel *self, uint32_t capacity)
{
    if (capacity > CAPACITY_MAX) {
        return SIM_ERR_NO_MEMORY;
    }
    uint32_t old = self->capacity;
    struct sim_fel larger = *self;
    larger.capacity = capacity;
    larger.keys = enlarge(self->keys, key_bytes(old), key_bytes(capacity), 0xff);
    larger.slots = enlarge(self->slots, slot_bytes(old), slot_bytes(capacity), 0);
    larger.days = enlarge(self->days, day_bytes(old), day_bytes(capacity), 0);
    bool is_complete =
        larger.keys != NULL && larger.slots != NULL && larger.days != NULL;
    struct sim_fel *loser = is_complete ? self : &larger;
    free(loser->keys);
    free(loser->slots);
    free(loser->days);
    if (!is_complete) {
        return SIM_ERR_NO_MEMORY;
    }
    *self = larger;
    free_slots_from(self, old + 1);
    return SIM_OK;
}

/* Forgets all events. */
static void start(struct sim_fel *self)
{
    (void)gather(self);
    self->live_count = 0;
    self->next_sequence = 1;
    lay_out(self, NO_DAYS);
}

/* --- What the header promises --- */

enum sim_status sim_fel_init(struct sim_fel *self, uint32_t capacity)
{
    *self = (struct sim_fel){0};
    enum sim_status status = resize(self, capacity > 0 ? capacity : 1);
    if (status == SIM_OK) {
        start(self);
    }
    return status;
}

void sim_fel_free(struct sim_fel *self)
{
    free(self->keys);
    free(self->slots);
    free(self->days);
    *self = (struct sim_fel){0};
}

void sim_fel_reset(struct sim_fel *self)
{
    start(self);
    free_slots_from(self, 1);
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
    self->free_slot = slot->next;
    slot->rank = (uint64_t)event.time << 4 | priority;
    slot->sequence = self->next_sequence++;
    slot->type = event.type;
    slot->entity = event.entity;
    if (id != NULL) {
        *id = (sim_event_id)slot->generation << 32 | index;
    }
    insert(self, index);
    if (++self->live_count > self->day_mask + 1) {
        lay_out(self, NO_DAYS);
    }
    return SIM_OK;
}

static inline void release_slot(struct sim_fel *self, uint32_t index)
{
    struct sim_fel_slot *slot = &self->slots[index];
    slot->generation++;
    slot->sequence = 0;
    slot->next = self->free_slot;
    self->free_slot = index;
    self->live_count--;
}

bool sim_fel_pop(struct sim_fel *self, struct sim_fel_event *event)
{
    if (self->key_count == 0 && !fill_heap(self)) {
        return false;
    }
    uint32_t index = (uint32_t)self->keys[ROOT].bits;
    const struct sim_fel_slot *slot = &self->slots[index];
    *event =
        (struct sim_fel_event){(sim_time)(slot->rank >> 4), slot->type, slot->entity};
    look_ahead(self);
    heap_remove(self, ROOT);
    release_slot(self, index);
    if (--self->effort_left <= 0) {
        adapt(self);
    }
    return true;
}

sim_time sim_fel_next_time(struct sim_fel *self)
{
    if (self->key_count == 0 && !fill_heap(self)) {
        return SIM_TIME_NEVER;
    }
    return (sim_time)(uint64_t)(self->keys[ROOT].bits >> 68);
}

bool sim_fel_is_pending(const struct sim_fel *self, sim_event_id id)
{
    uint32_t index = (uint32_t)id;
    return index != NO_SLOT && index <= self->capacity &&
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
    uint32_t index = (uint32_t)id;
    uint64_t day = day_of(self, index);
    if (day < self->day) {
        heap_remove(self, self->slots[index].next);
    } else {
        unlink_from_day(self, index, day);
    }
    release_slot(self, index);
    return true;
}

static bool heap_is_sound(const struct sim_fel *self)
{
    uint32_t end = end_of(self);
    for (uint32_t p = ROOT; p < end; p++) {
        key_bits key = self->keys[p].bits;
        uint32_t index = (uint32_t)key;
        if (index > self->capacity || key != key_of(self, index) ||
            self->slots[index].sequence >= self->next_sequence ||
            self->slots[index].next != p || day_of(self, index) >= self->day ||
            (p > ROOT && key <= self->keys[parent_of(p)].bits)) {
            return false;
        }
    }
    for (uint32_t p = end; p < ROOT + self->capacity; p++) {
        if (self->keys[p].bits != PADDING) {
            return false;
        }
    }
    return true;
}

/* Whether the list of [day] and later years is sound; adds its length to [count]. */
static bool day_is_sound(const struct sim_fel *self, uint32_t day, uint32_t *count)
{
    uint32_t previous = NO_SLOT;
    for (uint32_t i = self->days[day]; i != NO_SLOT; i = self->slots[i].next) {
        if (i > self->capacity || self->slots[i].sequence == 0 ||
            self->slots[i].sequence >= self->next_sequence ||
            self->slots[i].previous != previous || day_of(self, i) < self->day ||
            list_of(self, day_of(self, i)) != &self->days[day] ||
            ++*count > self->live_count) {
            return false;
        }
        previous = i;
    }
    return true;
}

static bool slots_are_sound(const struct sim_fel *self)
{
    uint32_t used = 0;
    for (uint32_t i = 1; i <= self->capacity; i++) {
        used += self->slots[i].sequence != 0;
    }
    uint32_t free_count = 0;
    uint32_t i = self->free_slot;
    while (i != NO_SLOT && i <= self->capacity && free_count <= self->capacity &&
           self->slots[i].sequence == 0) {
        free_count++;
        i = self->slots[i].next;
    }
    return i == NO_SLOT && used == self->live_count &&
           free_count == self->capacity - used;
}

enum sim_status sim_fel_verify(const struct sim_fel *self)
{
    uint32_t count = self->key_count;
    bool is_sound = count <= self->capacity && heap_is_sound(self);
    for (uint32_t day = 0; is_sound && day <= self->day_mask; day++) {
        is_sound = day_is_sound(self, day, &count);
    }
    is_sound = is_sound && count == self->live_count && slots_are_sound(self);
    return is_sound ? SIM_OK : SIM_ERR_INVARIANT;
}
