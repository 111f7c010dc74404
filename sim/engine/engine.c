/* sim/engine/engine.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/engine/engine.h"

#include <stdbool.h>
#include <stddef.h>

enum sim_status sim_engine_init(struct sim_engine *self,
                                const struct sim_event_type *types, uint32_t type_count,
                                void *model, uint32_t fel_capacity)
{
    *self =
        (struct sim_engine){.types = types, .type_count = type_count, .model = model};
    return sim_fel_init(&self->fel, fel_capacity);
}

void sim_engine_free(struct sim_engine *self)
{
    sim_fel_free(&self->fel);
}

void sim_engine_reset(struct sim_engine *self)
{
    self->now = 0;
    self->event_count = 0;
    sim_fel_reset(&self->fel);
}

enum sim_status sim_engine_schedule(struct sim_engine *self, sim_time time,
                                    uint32_t type, uint32_t entity, sim_event_id *id)
{
    if (time < self->now) {
        return SIM_ERR_PAST;
    }
    if (type >= self->type_count) {
        return SIM_ERR_DOMAIN;
    }
    struct sim_fel_event event = {.time = time, .type = type, .entity = entity};
    return sim_fel_push(&self->fel, event, self->types[type].priority, id);
}

void sim_engine_cancel(struct sim_engine *self, sim_event_id *id)
{
    (void)sim_fel_cancel(&self->fel, *id);
    *id = SIM_EVENT_NONE;
}

/* Handles the next event up to and including [until]; false when there is none. */
static inline bool handle_next(struct sim_engine *self, sim_time until,
                               enum sim_status *status)
{
    struct sim_fel_event event;
    if (!sim_fel_pop_until(&self->fel, until, &event)) {
        return false;
    }
    self->now = event.time;
    self->event_count++;
    *status = self->types[event.type].handler(self->model, event.entity);
    return true;
}

enum sim_status sim_engine_run(struct sim_engine *self, sim_time until)
{
    enum sim_status status = SIM_OK;
    if (until < self->now) {
        return SIM_ERR_PAST;
    }
    while (handle_next(self, until, &status)) {
        if (status != SIM_OK) {
            return status;
        }
    }
    self->now = until;
    return SIM_OK;
}

/* Events until the next look at what has [size] things. */
static uint64_t events_between(uint64_t size)
{
    return size <= SIM_ENGINE_WATCH_SMALL ? 1 : size / SIM_ENGINE_WATCH_SHARE;
}

enum sim_status sim_engine_run_watched(struct sim_engine *self, sim_time until,
                                       const struct sim_engine_watch *watch)
{
    enum sim_status status = SIM_OK;
    uint64_t next = self->event_count + 1;
    if (until < self->now) {
        return SIM_ERR_PAST;
    }
    while (handle_next(self, until, &status)) {
        if (status == SIM_OK && self->event_count >= next) {
            status = watch->check(watch->context);
            next = self->event_count + events_between(watch->size(watch->context));
        }
        if (status != SIM_OK) {
            return status;
        }
    }
    self->now = until;
    return SIM_OK;
}
