/* sim/engine/resource.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/engine/resource.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

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

enum sim_status sim_resource_pool_init(struct sim_resource_pool *self,
                                       int32_t member_capacity)
{
    assert(member_capacity >= 0);
    *self = (struct sim_resource_pool){.member_capacity = member_capacity};
    sim_resource_init(&self->total, 0);
    size_t count = member_capacity > 0 ? (size_t)member_capacity : 1;
    self->free_units = calloc(count, sizeof *self->free_units);
    self->capacity = calloc(count, sizeof *self->capacity);
    if (self->free_units == NULL || self->capacity == NULL) {
        sim_resource_pool_free(self);
        return SIM_ERR_NO_MEMORY;
    }
    return SIM_OK;
}

void sim_resource_pool_free(struct sim_resource_pool *self)
{
    free(self->free_units);
    free(self->capacity);
    *self = (struct sim_resource_pool){.member_count = 0};
}

void sim_resource_pool_reset(struct sim_resource_pool *self)
{
    size_t bytes = (size_t)self->member_capacity * sizeof *self->capacity;
    memset(self->free_units, 0, bytes);
    memset(self->capacity, 0, bytes);
    self->member_count = 0;
    sim_resource_init(&self->total, 0);
}

/* Doubles until [count] members fit. New members have no units and hold none. */
static enum sim_status grow(struct sim_resource_pool *self, int32_t count)
{
    int64_t target = self->member_capacity > 0 ? self->member_capacity : 1;
    while (target < count) {
        target *= 2;
    }
    if (target > INT32_MAX) {
        return SIM_ERR_NO_MEMORY;
    }
    size_t old = (size_t)self->member_capacity;
    size_t new = (size_t)target;
    int32_t *free_units = realloc(self->free_units, new * sizeof *free_units);
    if (free_units == NULL) {
        return SIM_ERR_NO_MEMORY;
    }
    self->free_units = free_units;
    int32_t *capacity = realloc(self->capacity, new * sizeof *capacity);
    if (capacity == NULL) {
        return SIM_ERR_NO_MEMORY;
    }
    self->capacity = capacity;
    memset(free_units + old, 0, (new - old) * sizeof *free_units);
    memset(capacity + old, 0, (new - old) * sizeof *capacity);
    self->member_capacity = (int32_t)target;
    return SIM_OK;
}

static void set_member_capacity(struct sim_resource_pool *self, int32_t member,
                                int32_t capacity)
{
    self->free_units[member] += capacity - self->capacity[member];
    self->capacity[member] = capacity;
}

enum sim_status sim_resource_pool_set_members(struct sim_resource_pool *self,
                                              int32_t count, int64_t total_units,
                                              sim_time now)
{
    assert(count >= 0 && total_units >= 0);
    int64_t share = count > 0 ? total_units / count : 0;
    int64_t remainder = count > 0 ? total_units % count : 0;
    if (share + (remainder > 0) > INT32_MAX) {
        return SIM_ERR_DOMAIN;
    }
    if (count > self->member_capacity) {
        enum sim_status status = grow(self, count);
        if (status != SIM_OK) {
            return status;
        }
    }
    for (int32_t i = 0; i < self->member_capacity; i++) {
        int64_t capacity = share + (i < remainder);
        set_member_capacity(self, i, i < count ? (int32_t)capacity : 0);
    }
    self->member_count = count;
    sim_resource_set_capacity(&self->total, count > 0 ? total_units : 0, now);
    return SIM_OK;
}

int32_t sim_resource_pool_roomiest(const struct sim_resource_pool *self)
{
    if (self->member_count == 0) {
        return SIM_MEMBER_NONE;
    }
    int32_t best = 0;
    for (int32_t i = 1; i < self->member_count; i++) {
        if (self->free_units[i] > self->free_units[best]) {
            best = i;
        }
    }
    return best;
}

void sim_resource_pool_seize(struct sim_resource_pool *self, int32_t member,
                             int32_t units, sim_time now)
{
    assert(member >= 0 && member < self->member_capacity);
    self->free_units[member] -= units;
    sim_resource_force(&self->total, units, now);
}

void sim_resource_pool_release(struct sim_resource_pool *self, int32_t member,
                               int32_t units, sim_time now)
{
    assert(member >= 0 && member < self->member_capacity);
    assert(units <= self->capacity[member] - self->free_units[member]);
    self->free_units[member] += units;
    sim_resource_release(&self->total, units, now);
}
