/* sim/engine/resource.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Capacity that is seized and released and that may change over time: one resource
 * of many equal units (places), and a resource pool of members that each have
 * units of their own (people with hours), of which a request is met by one member.
 * Units are integers, so nothing is lost to rounding. Capacity may be lowered below
 * what is in use: nobody is thrown out, and nothing starts until there is room.
 */
#ifndef SIM_ENGINE_RESOURCE_H
#define SIM_ENGINE_RESOURCE_H

#include <stdbool.h>
#include <stdint.h>

#include "sim/engine/time.h"
#include "sim/statistics/timeavg.h"
#include "sim/status.h"

struct sim_resource {
    int64_t capacity;
    int64_t used;
    struct sim_timeavg capacity_level; /* capacity over time */
    struct sim_timeavg used_level;     /* use over time */
};

void sim_resource_init(struct sim_resource *self, int64_t capacity);

/* Seizes [units] at [now] if they are free; false, and nothing happens, if not. */
bool sim_resource_seize(struct sim_resource *self, int64_t units, sim_time now);

/* Seizes [units] whether or not they are free: for what is already under way. */
void sim_resource_force(struct sim_resource *self, int64_t units, sim_time now);
void sim_resource_release(struct sim_resource *self, int64_t units, sim_time now);
void sim_resource_set_capacity(struct sim_resource *self, int64_t capacity,
                               sim_time now);

static inline int64_t sim_resource_free_units(const struct sim_resource *self)
{
    return self->capacity - self->used;
}

#define SIM_MEMBER_NONE (-1)

struct sim_resource_pool {
    struct sim_resource total; /* sum over the members, with its levels over time */
    int32_t *free_units;       /* [member_capacity] owned; negative when overfull */
    int32_t *capacity;         /* [member_capacity] owned */
    int32_t member_count;
    int32_t member_capacity;
};

/* Prepares a pool with no members and room for [member_capacity]. It grows by
 * doubling in sim_resource_pool_set_members. SIM_ERR_NO_MEMORY. */
SIM_MUST_CHECK enum sim_status sim_resource_pool_init(struct sim_resource_pool *self,
                                                      int32_t member_capacity);
void sim_resource_pool_free(struct sim_resource_pool *self);
/* Back to no members, time 0. */
void sim_resource_pool_reset(struct sim_resource_pool *self);

/* Lets [count] members share [total_units] as equally as integers allow (the first
 * ones get the remainder); without members there are no units. Members beyond
 * [count] have capacity 0 and keep what they hold until it is released.
 * SIM_ERR_DOMAIN: a share above INT32_MAX. SIM_ERR_NO_MEMORY. */
SIM_MUST_CHECK enum sim_status
sim_resource_pool_set_members(struct sim_resource_pool *self, int32_t count,
                              int64_t total_units, sim_time now);

/* The member with the most free units, the lowest index among equals;
 * SIM_MEMBER_NONE when there are no members. O(members). */
int32_t sim_resource_pool_roomiest(const struct sim_resource_pool *self);

/* Seizes [units] of [member] at [now], whether or not they are free. The caller
 * has looked at self->free_units[member]. */
void sim_resource_pool_seize(struct sim_resource_pool *self, int32_t member,
                             int32_t units, sim_time now);
void sim_resource_pool_release(struct sim_resource_pool *self, int32_t member,
                               int32_t units, sim_time now);

#endif
