/* sim/engine/fel_days.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/engine/fel_days.h"

#include <string.h>

/* --- Opening a day --- */

#define CACHE_LINE 64u

/* Of a day so many events are fetched from memory; most have no more. */
#define FETCHED 3

/* The list of the [number]-th day with events after [day], or of one before it. */
static inline uint32_t list_ahead(const struct sim_fel *self, uint32_t day, int number)
{
    uint64_t later = self->is_used[day / 64] >> day % 64;
    for (int i = 0; i < number; i++) {
        later &= later - 1;
    }
    uint32_t ahead =
        later != 0 ? day + (uint32_t)__builtin_ctzll(later) : (day | 63) + 1;
    return self->days[ahead & self->day_mask];
}

static inline void fetch_row(const struct sim_fel *self, uint32_t entity)
{
    uintptr_t row = (uintptr_t)self->rows + (uintptr_t)entity * self->row_size;
    for (uint32_t byte = 0; byte < self->row_size; byte += CACHE_LINE) {
        __builtin_prefetch((const void *)(row + byte), 1);
    }
}

/* Fetches from memory, before they are needed, the first event of the third day after
 * [day], the second of the second, and the entities of those of the first; each by what
 * is there by now. */
static inline void fetch_ahead(const struct sim_fel *self, uint32_t day)
{
    uint32_t first = list_ahead(self, day, 1);
    uint32_t second = list_ahead(self, day, 2);
    __builtin_prefetch(&self->slots[list_ahead(self, day, 3)]);
    __builtin_prefetch(&self->slots[self->slots[second].next]);
    for (int i = 0; i < FETCHED; i++) {
        fetch_row(self, self->slots[first].entity);
        first = self->slots[first].next;
    }
}

/* Moves the events of [day], counted from time 0, to the run, not those of later years.
 * Its list is not empty. */
static inline void open_day(struct sim_fel *self, uint64_t day)
{
    uint32_t place = (uint32_t)day & self->day_mask;
    uint32_t later = SIM_FEL_NO_SLOT;
    uint32_t next;
    fetch_ahead(self, place);
    self->open_until = (day + 1) << self->day_shift;
    self->run_first = 0;
    self->run_end = 0;
    for (uint32_t i = self->days[place]; i != SIM_FEL_NO_SLOT; i = next) {
        next = self->slots[i].next;
        self->effort_left--;
        if (sim_fel_slot_time(self, i) < self->open_until) {
            sim_fel_run_add(self, sim_fel_key_of(self, i));
        } else {
            self->slots[i].next = later;
            later = i;
        }
    }
    self->taken_count += self->run_end; /* what lies in the heap is counted later */
    self->run[self->run_end].bits = SIM_FEL_PADDING;
    self->days[place] = later;
    self->is_used[place / 64] &= ~((uint64_t)(later == SIM_FEL_NO_SLOT) << place % 64);
}

static uint64_t next_day(const struct sim_fel *self)
{
    return self->open_until >> self->day_shift;
}

/* Opens days until one of them has events of this year; false when a year has none. */
static inline bool open_next(struct sim_fel *self)
{
    uint64_t day = next_day(self);
    const uint64_t year_end = day + self->day_mask + 1;
    while (day < year_end) {
        uint32_t place = (uint32_t)day & self->day_mask;
        uint64_t used = self->is_used[place / 64] >> place % 64;
        if (used == 0) {
            day = (day | 63) + 1;
            self->effort_left--;
            continue;
        }
        day += (uint64_t)__builtin_ctzll(used);
        open_day(self, day++);
        if (self->run_end > 0) {
            return true;
        }
    }
    return false;
}

/* --- The length of a day --- */

/* Adds [key] to the [count] that were gathered, unless its event was cancelled. */
static inline uint32_t collect(struct sim_fel *self, sim_fel_bits key, uint32_t count)
{
    uint32_t index = (uint32_t)key;
    if (self->slots[index].sequence == 0) {
        sim_fel_free_slot(self, index);
        self->dead_count--;
        return count;
    }
    self->keys[SIM_FEL_GATHERED + count].bits = key;
    return count + 1;
}

/* Keys, as a list that is walked waits for every slot before it knows the next. */
uint32_t sim_fel_gather(struct sim_fel *self)
{
    struct sim_fel_key *gathered = self->keys + SIM_FEL_GATHERED;
    uint32_t count = 0;
    memmove(gathered, self->keys + SIM_FEL_ROOT, self->key_count * sizeof *gathered);
    for (uint32_t i = 0; i < self->key_count; i++) {
        count = collect(self, gathered[i].bits, count);
    }
    for (uint32_t r = self->run_first; r < self->run_end; r++) {
        count = collect(self, self->run[r].bits, count);
    }
    sim_fel_heap_clear(self);
    for (uint32_t day = 0; day <= self->day_mask; day++) {
        uint32_t next;
        for (uint32_t i = self->days[day]; i != SIM_FEL_NO_SLOT; i = next) {
            next = self->slots[i].next;
            count = collect(self, sim_fel_key_of(self, i), count);
        }
        self->days[day] = SIM_FEL_NO_SLOT;
    }
    memset(self->is_used, 0, (self->day_mask + (size_t)1) / 8);
    return count;
}

static uint64_t gathered_time(const struct sim_fel *self, uint32_t number)
{
    return (uint64_t)sim_fel_time_of(self->keys[SIM_FEL_GATHERED + number].bits);
}

static uint64_t first_time(const struct sim_fel *self, uint32_t count)
{
    uint64_t first = SIM_FEL_TIME_LIMIT;
    for (uint32_t i = 0; i < count; i++) {
        uint64_t time = gathered_time(self, i);
        first = time < first ? time : first;
    }
    return first;
}

static uint32_t floor_log2(uint64_t value)
{
    return 63 - (uint32_t)__builtin_clzll(value | 1);
}

/* The first guess: as if the times from [first] on were exponential. */
static uint32_t guess_shift(const struct sim_fel *self, uint32_t count, uint64_t first)
{
    uint64_t mean = 0;
    for (uint32_t i = 0; i < count; i++) {
        mean += (gathered_time(self, i) - first) / count;
    }
    return floor_log2(mean / count) + 1;
}

/* The shift with which one day would have passed for one or two events taken since the
 * effort began. */
static uint32_t better_shift(const struct sim_fel *self)
{
    uint32_t shift =
        self->day_shift + 1 + floor_log2(next_day(self) - self->day_at_start);
    uint32_t less = floor_log2(self->taken_count);
    return shift < less                     ? 0
           : shift - less > SIM_FEL_NO_DAYS ? SIM_FEL_NO_DAYS
                                            : shift - less;
}

/* Until as much was done as a new lay-out takes. */
static void begin_effort(struct sim_fel *self)
{
    self->day_at_start = next_day(self);
    self->taken_count = 0;
    self->effort_left = (int64_t)self->day_mask + self->live_count + self->dead_count;
}

void sim_fel_lay_out(struct sim_fel *self, uint32_t count, uint32_t shift)
{
    uint64_t first = first_time(self, count);
    self->day_mask = (uint32_t)sim_fel_day_count(self->live_count) - 1;
    self->live_max = self->day_mask + 1;
    if (self->live_count <= SIM_FEL_FEW) {
        self->live_max = SIM_FEL_FEW;
        shift = SIM_FEL_NO_DAYS;
    } else if (shift == SIM_FEL_NO_DAYS) {
        shift = guess_shift(self, count, first);
    }
    self->day_shift = shift;
    self->open_until = ((first >> shift) + 1) << shift;
    begin_effort(self);
    for (uint32_t i = 0; i < count; i++) {
        sim_fel_insert(self, (uint32_t)self->keys[SIM_FEL_GATHERED + i].bits);
    }
}

/* A new lay-out each time would still cost a constant per event. */
void sim_fel_adapt(struct sim_fel *self)
{
    uint32_t shift = better_shift(self);
    bool is_far_off = shift > self->day_shift + 1 || shift + 1 < self->day_shift;
    bool has_too_many_days = self->live_count < self->day_mask / 16;
    if (self->day_shift < SIM_FEL_NO_DAYS && (is_far_off || has_too_many_days)) {
        sim_fel_lay_out(self, sim_fel_gather(self), shift);
    } else {
        begin_effort(self);
    }
}

/* After an empty year all events are in later years, and the first is looked for. */
bool sim_fel_fill(struct sim_fel *self)
{
    if (self->live_count == 0) {
        return false;
    }
    if (!open_next(self)) {
        sim_fel_lay_out(self, sim_fel_gather(self), better_shift(self));
    } else if (self->effort_left <= 0) {
        sim_fel_adapt(self);
    }
    return true;
}
