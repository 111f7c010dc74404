/* tests/example/mm1.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdio.h>

#include "sim/engine/engine.h"
#include "sim/engine/queue.h"
#include "sim/engine/stream.h"

enum { ARRIVAL, DEPARTURE }; /* what can happen, and what a draw is for */

struct model {
    struct sim_engine engine;
    struct sim_stream stream;
    struct sim_queue queue;               /* the first is being served */
    struct sim_queue_link links[1 << 17]; /* a row for each customer */
};

static enum sim_status plan(struct model *self, uint32_t type, uint32_t customer)
{
    double rate = type == ARRIVAL ? 0.9 : 1.0; /* a day */
    double days = -log(sim_stream_uniform_at(&self->stream, customer, type)) / rate;
    sim_time time = self->engine.now + sim_time_from_days(days);
    return sim_engine_schedule(&self->engine, time, type, customer, NULL);
}

static enum sim_status on_arrival(void *context, uint32_t customer)
{
    struct model *self = context;
    sim_queue_join(&self->queue, customer, 0, self->engine.now, self->engine.now);
    enum sim_status status =
        self->queue.length == 1 ? plan(self, DEPARTURE, customer) : SIM_OK;
    return status == SIM_OK ? plan(self, ARRIVAL, customer + 1) : status;
}

static enum sim_status on_departure(void *context, uint32_t customer)
{
    struct model *self = context;
    sim_queue_leave(&self->queue, customer, self->engine.now);
    uint32_t next = sim_queue_first(&self->queue);
    return next == SIM_ENTITY_NONE ? SIM_OK : plan(self, DEPARTURE, next);
}

static const struct sim_event_type TYPES[] = {
    [ARRIVAL] = {"arrival", on_arrival, SIM_PRIORITY_ARRIVAL},
    [DEPARTURE] = {"departure", on_departure, SIM_PRIORITY_RELEASE},
};

int main(void)
{
    static struct model self;
    sim_stream_init(&self.stream, 1, 0); /* seed, replication */
    sim_queue_init(&self.queue, &sim_queue_fifo, self.links);
    if (sim_engine_init(&self.engine, TYPES, 2, &self, 2) != SIM_OK ||
        plan(&self, ARRIVAL, 0) != SIM_OK ||
        sim_engine_run(&self.engine, 100000 * SIM_DAY) != SIM_OK) {
        return 1;
    }
    double area = (double)sim_timeavg_flush(&self.queue.level, self.engine.now);
    printf("%.3f\n", area / (double)self.engine.now);
    sim_engine_free(&self.engine);
    return 0;
}
