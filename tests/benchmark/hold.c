/* tests/benchmark/hold.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/benchmark/hold.h"

#include <stdlib.h>

#include "sim/engine/fel.h"
#include "tests/benchmark/bare_random.h"

struct hold {
    struct sim_fel fel;
    struct hold_increments increments;
    sim_time now;
};

void hold_increments_init(struct hold_increments *self)
{
    struct bare_random random;
    bare_random_init(&random, 1);
    self->next = 0;
    for (uint32_t i = 0; i < HOLD_INCREMENT_COUNT; i++) {
        self->ticks[i] = (uint32_t)(HOLD_MEAN * bare_exponential(&random));
    }
}

static enum sim_status put(struct hold *self, uint32_t entity)
{
    struct sim_fel_event event = {self->now + hold_increment(&self->increments), 0,
                                  entity};
    return sim_fel_push(&self->fel, event, 8, NULL);
}

static void destroy(void *state)
{
    struct hold *self = state;
    if (self != NULL) {
        sim_fel_free(&self->fel);
        free(self);
    }
}

static enum sim_status create(const void *task, void **out)
{
    uint32_t pending = ((const struct hold_task *)task)->pending;
    struct hold *self = calloc(1, sizeof *self);
    *out = self;
    if (self == NULL) {
        return SIM_ERR_NO_MEMORY;
    }
    hold_increments_init(&self->increments);
    enum sim_status status = sim_fel_init(&self->fel, pending);
    for (uint32_t i = 0; i < pending && status == SIM_OK; i++) {
        status = put(self, i);
    }
    return status;
}

static enum sim_status hold_run(void *state, struct bench_run *run)
{
    struct hold *self = state;
    struct sim_fel_event event;
    for (uint64_t i = 0; i < run->units && sim_fel_pop(&self->fel, &event); i++) {
        self->now = event.time;
        enum sim_status status = put(self, event.entity);
        if (status != SIM_OK) {
            return status;
        }
    }
    run->done = (double)run->units;
    run->event_count = run->units;
    return SIM_OK;
}

const struct bench_work HOLD_FEL = {create, hold_run, NULL, destroy};
