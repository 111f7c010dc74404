/* sim/engine/fel_verify.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/engine/fel.h"

#include "sim/engine/fel_days.h"

/* What was found on the way. */
struct census {
    uint32_t live, dead;
};

static bool slot_is_sound(const struct sim_fel *self, uint32_t index)
{
    return index != SIM_FEL_NO_SLOT && index < self->slot_end &&
           self->slots[index].sequence < self->next_sequence;
}

static void count_slot(const struct sim_fel *self, uint32_t index, struct census *found)
{
    bool is_live = self->slots[index].sequence != 0;
    found->live += is_live;
    found->dead += !is_live;
}

static bool key_is_sound(const struct sim_fel *self, sim_fel_bits key,
                         struct census *found)
{
    uint32_t index = (uint32_t)key;
    if (!slot_is_sound(self, index) ||
        self->slots[index].rank != (uint64_t)(key >> 64) ||
        sim_fel_slot_time(self, index) >= self->open_until ||
        (self->slots[index].sequence != 0 && key != sim_fel_key_of(self, index))) {
        return false;
    }
    count_slot(self, index, found);
    return true;
}

static bool run_is_sound(const struct sim_fel *self, struct census *found)
{
    if (self->run_end > SIM_FEL_RUN_MAX || self->run_first > self->run_end ||
        self->run[self->run_end].bits != SIM_FEL_PADDING) {
        return false;
    }
    for (uint32_t i = self->run_first; i < self->run_end; i++) {
        if (self->run[i].bits >= self->run[i + 1].bits ||
            !key_is_sound(self, self->run[i].bits, found)) {
            return false;
        }
    }
    return true;
}

static bool heap_is_sound(const struct sim_fel *self, struct census *found)
{
    uint32_t end = sim_fel_heap_end(self);
    if (self->key_count > 2 * self->capacity) {
        return false;
    }
    for (uint32_t p = SIM_FEL_ROOT; p < end; p++) {
        sim_fel_bits key = self->keys[p].bits;
        if (!key_is_sound(self, key, found) ||
            (p > SIM_FEL_ROOT && key <= self->keys[sim_fel_parent(p)].bits)) {
            return false;
        }
    }
    for (; end % 4 != 0; end++) {
        if (self->keys[end].bits != SIM_FEL_PADDING) {
            return false;
        }
    }
    return true;
}

/* Whether the list of [day] and later years is sound. */
static bool day_is_sound(const struct sim_fel *self, uint32_t day, struct census *found)
{
    bool is_used = (self->is_used[day / 64] >> day % 64 & 1) != 0;
    if (is_used != (self->days[day] != SIM_FEL_NO_SLOT)) {
        return false;
    }
    for (uint32_t i = self->days[day]; i != SIM_FEL_NO_SLOT; i = self->slots[i].next) {
        if (!slot_is_sound(self, i) || sim_fel_slot_time(self, i) < self->open_until ||
            sim_fel_day_at(self, sim_fel_slot_time(self, i)) != day ||
            found->live + found->dead >= self->slot_end) {
            return false;
        }
        count_slot(self, i, found);
    }
    return true;
}

static bool free_list_is_sound(const struct sim_fel *self)
{
    uint32_t used = self->live_count + self->dead_count;
    uint32_t free_count = 0;
    uint32_t i = self->free_slot;
    while (i != SIM_FEL_NO_SLOT && i < self->slot_end && free_count < self->slot_end &&
           self->slots[i].sequence == 0) {
        free_count++;
        i = self->slots[i].next;
    }
    return i == SIM_FEL_NO_SLOT && free_count == self->slot_end - 1 - used;
}

enum sim_status sim_fel_verify(const struct sim_fel *self)
{
    struct census found = {0, 0};
    bool is_sound = run_is_sound(self, &found) && heap_is_sound(self, &found);
    for (uint32_t day = 0; is_sound && day <= self->day_mask; day++) {
        is_sound = day_is_sound(self, day, &found);
    }
    is_sound = is_sound && found.live == self->live_count &&
               found.dead == self->dead_count && free_list_is_sound(self);
    return is_sound ? SIM_OK : SIM_ERR_INVARIANT;
}
