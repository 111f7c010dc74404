/* sim/engine/engine.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/engine/engine.h"

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

enum sim_status sim_engine_run(struct sim_engine *self, sim_time until)
{
    if (until < self->now) {
        return SIM_ERR_PAST;
    }
    struct sim_fel_event event;
    while (sim_fel_next_time(&self->fel) <= until && sim_fel_pop(&self->fel, &event)) {
        self->now = event.time;
        self->event_count++;
        enum sim_status status =
            self->types[event.type].handler(self->model, event.entity);
        if (status != SIM_OK) {
            return status;
        }
    }
    self->now = until;
    return SIM_OK;
}
