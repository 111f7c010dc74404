/* sim/engine/fel_days.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Of the future event list, private to it: the events that come later. Time is divided
 * into days of a power of two ticks; day d is a list that it shares with day d + the
 * number of days, a year later. When run and heap are empty the next day with events is
 * opened, and its events, one or two mostly, go there. The length of a day follows the
 * number of days passed per event taken, and a new lay-out comes only after as much
 * other work.
 */
#ifndef SIM_ENGINE_FEL_DAYS_H
#define SIM_ENGINE_FEL_DAYS_H

#include <stddef.h>

#include "sim/engine/fel_heap.h"

/* As a shift: all is one day, and lies in the heap; also the bits of a time. */
#define SIM_FEL_NO_DAYS 59u
#define SIM_FEL_TIME_LIMIT ((uint64_t)1 << SIM_FEL_NO_DAYS)

/* The least number of days, and the events up to which the heap alone is fastest. */
#define SIM_FEL_DAYS_MIN 64u
#define SIM_FEL_FEW 16u

/* Days that are needed for [count] events, a power of two. */
static inline size_t sim_fel_day_count(size_t count)
{
    size_t day_count = SIM_FEL_DAYS_MIN;
    while (day_count < count) {
        day_count *= 2;
    }
    return day_count;
}

static inline uint64_t sim_fel_slot_time(const struct sim_fel *self, uint32_t index)
{
    return self->slots[index].rank >> 4;
}

/* Where the list of the day of [time] begins. */
static inline uint32_t sim_fel_day_at(const struct sim_fel *self, uint64_t time)
{
    return (uint32_t)(time >> self->day_shift) & self->day_mask;
}

/* Puts the event in slot [index] in its day, or in the heap when that was opened. */
static inline void sim_fel_insert(struct sim_fel *self, uint32_t index)
{
    uint64_t time = sim_fel_slot_time(self, index);
    if (time < self->open_until) {
        sim_fel_heap_add(self, sim_fel_key_of(self, index));
        return;
    }
    uint32_t day = sim_fel_day_at(self, time);
    self->slots[index].next = self->days[day];
    self->days[day] = index;
    self->is_used[day / 64] |= (uint64_t)1 << day % 64;
}

/* Gives the slot of an event that has ended back. */
static inline void sim_fel_free_slot(struct sim_fel *self, uint32_t index)
{
    self->slots[index].next = self->free_slot;
    self->free_slot = index;
}

/* Brings the first pending event into run or heap, which are empty; false when none is
 * pending. */
bool sim_fel_fill(struct sim_fel *self);

/* After much effort: lays out anew if another length of a day is better. */
void sim_fel_adapt(struct sim_fel *self);

/* Empties all: the keys of what is pending go to keys[SIM_FEL_GATHERED] and on, in any
 * order, and the slots of what was cancelled are freed. The number of keys. */
uint32_t sim_fel_gather(struct sim_fel *self);

/* Lays the events of the [count] keys that were gathered out over at least as many
 * days. The days take 2^[shift] ticks; SIM_FEL_NO_DAYS leaves the choice. */
void sim_fel_lay_out(struct sim_fel *self, uint32_t count, uint32_t shift);

#endif
