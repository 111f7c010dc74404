/* sim/engine/entity_pool.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Hands out row numbers for entities that come and go. The columns belong to the
 * model; the pool says which rows are in use. A freed row is the next one given
 * out, so a busy model stays in a small piece of memory.
 */
#ifndef SIM_ENGINE_ENTITY_POOL_H
#define SIM_ENGINE_ENTITY_POOL_H

#include <stdint.h>

#include "sim/status.h"

#define SIM_ENTITY_NONE UINT32_MAX

struct sim_entity_pool {
    uint32_t *next_free; /* [capacity] owned */
    uint32_t first_free;
    uint32_t high_water; /* rows ever used since the last reset */
    uint32_t live_count;
    uint32_t capacity; /* rows there are, free ones included */
};

/* Prepares a pool of [capacity] rows, all free. SIM_ERR_NO_MEMORY. */
SIM_MUST_CHECK enum sim_status sim_entity_pool_init(struct sim_entity_pool *self,
                                                    uint32_t capacity);
void sim_entity_pool_free(struct sim_entity_pool *self);
void sim_entity_pool_reset(struct sim_entity_pool *self);

/* Takes a free row. SIM_ERR_FULL: none left; [row] is then SIM_ENTITY_NONE. */
SIM_MUST_CHECK enum sim_status sim_entity_pool_take(struct sim_entity_pool *self,
                                                    uint32_t *row);

/* Gives [row] back; it must be in use. */
void sim_entity_pool_give_back(struct sim_entity_pool *self, uint32_t row);

/* Doubles the capacity. The caller grows its columns to self->capacity afterwards.
 * Rows in use keep their number. SIM_ERR_NO_MEMORY leaves the pool as it was. */
SIM_MUST_CHECK enum sim_status sim_entity_pool_grow(struct sim_entity_pool *self);

#endif
