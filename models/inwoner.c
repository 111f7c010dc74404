/* models/inwoner.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/inwoner.h"

#include <stdlib.h>
#include <string.h>

#include "models/doelgroep.h"

enum sim_status wmo_inwoners_init(struct wmo_inwoners *self, uint32_t capacity)
{
    self->rows = calloc(capacity, sizeof *self->rows);
    self->links = calloc(capacity, sizeof *self->links);
    if (!self->rows || !self->links) {
        return SIM_ERR_NO_MEMORY;
    }
    return sim_entity_pool_init(&self->pool, capacity);
}

void wmo_inwoners_free(struct wmo_inwoners *self)
{
    sim_entity_pool_free(&self->pool);
    free(self->rows);
    free(self->links);
    memset(self, 0, sizeof *self);
}

void wmo_inwoners_reset(struct wmo_inwoners *self)
{
    memset(self->rows, 0, self->pool.capacity * sizeof *self->rows);
    sim_entity_pool_reset(&self->pool);
}

static enum sim_status grow(struct wmo_inwoners *self)
{
    uint32_t before = self->pool.capacity;
    struct wmo_inwoner *rows =
        realloc(self->rows, 2 * (size_t)before * sizeof *self->rows);
    if (!rows) {
        return SIM_ERR_NO_MEMORY;
    }
    self->rows = rows;
    struct sim_queue_link *links =
        realloc(self->links, 2 * (size_t)before * sizeof *self->links);
    if (!links) {
        return SIM_ERR_NO_MEMORY;
    }
    self->links = links;
    memset(rows + before, 0, before * sizeof *rows);
    memset(links + before, 0, before * sizeof *links);
    return sim_entity_pool_grow(&self->pool);
}

enum sim_status wmo_inwoners_add(struct wmo_inwoners *self, uint64_t id, int wijk,
                                 uint32_t *row)
{
    if (self->pool.live_count == self->pool.capacity) {
        enum sim_status status = grow(self);
        if (status != SIM_OK) {
            return status;
        }
    }
    enum sim_status status = sim_entity_pool_take(&self->pool, row);
    if (status == SIM_OK) {
        self->rows[*row] = (struct wmo_inwoner){
            .id = id,
            .wijk = (uint8_t)wijk,
            .team = -1,
            .staff_team = -1,
            .zorgvorm = -1,
            .terug = -1,
            .member = -1,
            .urgentie = 1,
            .doelgroep = WMO_GEEN_DOELGROEP,
            .leeftijdsgroep = WMO_GEEN_LEEFTIJDSGROEP,
        };
    }
    return status;
}

void wmo_inwoners_remove(struct wmo_inwoners *self, uint32_t row)
{
    self->rows[row].toestand = WMO_TOESTAND_VRIJ;
    sim_entity_pool_give_back(&self->pool, row);
}

uint64_t wmo_inwoner_id(uint32_t source, int wijk, uint64_t number)
{
    return (uint64_t)source << 48 | (uint64_t)wijk << 40 | number;
}
