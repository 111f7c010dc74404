/* sim/engine/resource.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Capacity that is seized and released and that may change over time: many equal
 * units (places). For members with units of their own see resource_pool. Units are
 * integers, so nothing is lost to rounding. Capacity may be lowered below what is in
 * use: nobody is thrown out, and nothing starts until there is room.
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

#endif
