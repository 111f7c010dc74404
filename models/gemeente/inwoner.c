/* models/gemeente/inwoner.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/gemeente/inwoner.h"

#include <stdlib.h>
#include <string.h>

#include "models/landschap/doelgroep.h"

enum sim_status wmo_inwoners_init(struct wmo_inwoners *self, uint32_t capacity)
{
    self->rows = calloc(capacity, sizeof *self->rows);
    self->links = calloc(capacity, sizeof *self->links);
    if (!self->rows || !self->links) {
        return SIM_ERR_NO_MEMORY;
    }
    enum sim_status status = sim_first_fit_init(&self->wachtenden, capacity);
    return status == SIM_OK ? sim_entity_pool_init(&self->pool, capacity) : status;
}

void wmo_inwoners_free(struct wmo_inwoners *self)
{
    sim_entity_pool_free(&self->pool);
    sim_first_fit_free(&self->wachtenden);
    free(self->links);
    free(self->rows);
    memset(self, 0, sizeof *self);
}

void wmo_inwoners_reset(struct wmo_inwoners *self)
{
    memset(self->rows, 0, self->pool.high_water * sizeof *self->rows);
    sim_first_fit_reset(&self->wachtenden);
    sim_entity_pool_reset(&self->pool);
}

static enum sim_status grow(struct wmo_inwoners *self)
{
    uint32_t before = self->pool.capacity;
    size_t count = 2 * (size_t)before;
    struct wmo_inwoner *rows = realloc(self->rows, count * sizeof *rows);
    self->rows = rows ? rows : self->rows;
    struct wmo_caseload_link *links = realloc(self->links, count * sizeof *links);
    self->links = links ? links : self->links;
    if (!rows || !links) {
        return SIM_ERR_NO_MEMORY;
    }
    memset(rows + before, 0, before * sizeof *rows);
    enum sim_status status = sim_first_fit_grow(&self->wachtenden);
    return status == SIM_OK ? sim_entity_pool_grow(&self->pool) : status;
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
            .gezocht = -1,
            .geweigerd = -1,
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
