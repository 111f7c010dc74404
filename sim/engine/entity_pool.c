/* sim/engine/entity_pool.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/engine/entity_pool.h"

#include <assert.h>
#include <stdlib.h>

/* A row in use is marked by being its own next free row, so that giving back a row
 * twice is noticed. */

enum sim_status sim_entity_pool_init(struct sim_entity_pool *self, uint32_t capacity)
{
    *self = (struct sim_entity_pool){.first_free = SIM_ENTITY_NONE};
    self->next_free = malloc((capacity > 0 ? capacity : 1) * sizeof *self->next_free);
    if (self->next_free == NULL) {
        return SIM_ERR_NO_MEMORY;
    }
    self->capacity = capacity;
    return SIM_OK;
}

void sim_entity_pool_free(struct sim_entity_pool *self)
{
    free(self->next_free);
    *self = (struct sim_entity_pool){.first_free = SIM_ENTITY_NONE};
}

void sim_entity_pool_reset(struct sim_entity_pool *self)
{
    self->first_free = SIM_ENTITY_NONE;
    self->high_water = 0;
    self->live_count = 0;
}

enum sim_status sim_entity_pool_take(struct sim_entity_pool *self, uint32_t *row)
{
    if (self->first_free != SIM_ENTITY_NONE) {
        *row = self->first_free;
        self->first_free = self->next_free[*row];
    } else if (self->high_water < self->capacity) {
        *row = self->high_water++;
    } else {
        *row = SIM_ENTITY_NONE;
        return SIM_ERR_FULL;
    }
    self->next_free[*row] = *row;
    self->live_count++;
    return SIM_OK;
}

void sim_entity_pool_give_back(struct sim_entity_pool *self, uint32_t row)
{
    assert(row < self->high_water && self->next_free[row] == row);
    self->next_free[row] = self->first_free;
    self->first_free = row;
    self->live_count--;
}

enum sim_status sim_entity_pool_grow(struct sim_entity_pool *self)
{
    if (self->capacity > UINT32_MAX / 2) {
        return SIM_ERR_NO_MEMORY;
    }
    uint32_t capacity = self->capacity > 0 ? 2 * self->capacity : 1;
    uint32_t *next_free = realloc(self->next_free, capacity * sizeof *next_free);
    if (next_free == NULL) {
        return SIM_ERR_NO_MEMORY;
    }
    self->next_free = next_free;
    self->capacity = capacity;
    return SIM_OK;
}
