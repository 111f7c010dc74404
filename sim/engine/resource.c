/* sim/engine/resource.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/engine/resource.h"

#include <assert.h>

void sim_resource_init(struct sim_resource *self, int64_t capacity)
{
    assert(capacity >= 0);
    self->capacity = capacity;
    self->used = 0;
    sim_timeavg_reset(&self->capacity_level, capacity, 0);
    sim_timeavg_reset(&self->used_level, 0, 0);
}

bool sim_resource_seize(struct sim_resource *self, int64_t units, sim_time now)
{
    if (units > sim_resource_free_units(self)) {
        return false;
    }
    sim_resource_force(self, units, now);
    return true;
}

void sim_resource_force(struct sim_resource *self, int64_t units, sim_time now)
{
    assert(units >= 0);
    self->used += units;
    sim_timeavg_add(&self->used_level, units, now);
}

void sim_resource_release(struct sim_resource *self, int64_t units, sim_time now)
{
    assert(units >= 0 && units <= self->used);
    self->used -= units;
    sim_timeavg_add(&self->used_level, -units, now);
}

void sim_resource_set_capacity(struct sim_resource *self, int64_t capacity,
                               sim_time now)
{
    assert(capacity >= 0);
    sim_timeavg_add(&self->capacity_level, capacity - self->capacity, now);
    self->capacity = capacity;
}
