/* tests/example/mm1.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>

#include "sim/engine/dist.h"
#include "sim/engine/engine.h"
#include "sim/engine/queue.h"
#include "sim/statistics/tally.h"

enum { ARRIVAL, DEPARTURE, TYPE_COUNT }; /* also what a draw is for */

struct model {
    struct sim_engine engine;
    struct sim_stream stream;
    struct sim_dist delay[TYPE_COUNT];    /* days between arrivals, of service */
    struct sim_queue queue;               /* who is being served waits in front */
    struct sim_queue_link links[1 << 17]; /* a row for each customer */
    struct sim_tally wait;                /* days */
};

static enum sim_status plan(struct model *self, uint32_t type, uint32_t customer)
{
    sim_stream_seek(&self->stream, customer, type);
    double days = sim_dist_draw(&self->delay[type], &self->stream);
    sim_time time = self->engine.now + sim_time_from_days(days);
    return sim_engine_schedule(&self->engine, time, type, customer, NULL);
}

static enum sim_status serve_first(struct model *self)
{
    uint32_t first = sim_queue_first(&self->queue);
    sim_time wait = self->engine.now - sim_queue_since(&self->queue, first);
    sim_tally_add(&self->wait, sim_time_to_days(wait));
    return plan(self, DEPARTURE, first);
}

static enum sim_status on_arrival(void *context, uint32_t customer)
{
    struct model *self = context;
    sim_time now = self->engine.now;
    sim_queue_join(&self->queue, customer, 0, now, now);
    enum sim_status status = plan(self, ARRIVAL, customer + 1);
    return status == SIM_OK && self->queue.length == 1 ? serve_first(self) : status;
}

static enum sim_status on_departure(void *context, uint32_t customer)
{
    struct model *self = context;
    sim_queue_leave(&self->queue, customer, self->engine.now);
    return self->queue.length > 0 ? serve_first(self) : SIM_OK;
}

static const struct sim_event_type TYPES[TYPE_COUNT] = {
    [ARRIVAL] = {"arrival", on_arrival, SIM_PRIORITY_ARRIVAL},
    [DEPARTURE] = {"departure", on_departure, SIM_PRIORITY_RELEASE},
};

int main(void)
{
    static struct model model;
    sim_stream_init(&model.stream, 1, 0); /* seed, replication */
    sim_queue_init(&model.queue, &sim_queue_fifo, model.links);
    sim_tally_reset(&model.wait);
    if (sim_dist_set_exponential(&model.delay[ARRIVAL], 1.0 / 0.9) != SIM_OK ||
        sim_dist_set_exponential(&model.delay[DEPARTURE], 1.0) != SIM_OK ||
        sim_engine_init(&model.engine, TYPES, TYPE_COUNT, &model, 2) != SIM_OK ||
        plan(&model, ARRIVAL, 0) != SIM_OK ||
        sim_engine_run(&model.engine, 100000 * SIM_DAY) != SIM_OK) {
        return 1;
    }
    printf("%.3f\n", sim_tally_mean(&model.wait));
    sim_engine_free(&model.engine);
    return 0;
}
