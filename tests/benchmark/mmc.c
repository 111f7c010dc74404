/* tests/benchmark/mmc.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/benchmark/mmc.h"

#include <stdlib.h>

#include "sim/engine/dist.h"
#include "sim/engine/engine.h"
#include "sim/engine/queue.h"
#include "sim/engine/resource.h"
#include "sim/statistics/histogram.h"
#include "sim/statistics/tally.h"

#define HOUR (SIM_DAY / 24)
#define FOREVER ((sim_time)1 << 58)

enum { ARRIVAL, DEPARTURE, TYPE_COUNT };
enum { DRAW_GAP, DRAW_SERVICE };

struct customer {
    uint64_t id; /* keys the draws */
};

struct mmc {
    struct sim_engine engine;
    struct sim_stream stream;
    struct sim_dist gap, service; /* days */
    struct sim_entity_pool pool;
    struct customer *customers;   /* [MMC_CUSTOMER_MAX] owned */
    struct sim_queue_link *links; /* [MMC_CUSTOMER_MAX] owned */
    struct sim_queue queue;
    struct sim_resource servers;
    struct sim_tally wait;            /* days */
    struct sim_histogram wait_counts; /* hours */
    uint64_t arrival_count, arrival_max;
    uint32_t replication;
};

static sim_time draw(struct mmc *self, const struct sim_dist *dist, uint64_t id,
                     uint32_t purpose)
{
    sim_stream_seek(&self->stream, id, purpose);
    return sim_time_from_days(sim_dist_draw(dist, &self->stream));
}

static enum sim_status schedule_arrival(struct mmc *self)
{
    if (self->arrival_count == self->arrival_max) {
        return SIM_OK;
    }
    sim_time gap = draw(self, &self->gap, self->arrival_count++, DRAW_GAP);
    return sim_engine_schedule(&self->engine, self->engine.now + gap, ARRIVAL, 0, NULL);
}

/* [row], waiting since [since], has just seized a server. */
static enum sim_status serve(struct mmc *self, uint32_t row, sim_time since)
{
    sim_time wait = self->engine.now - since;
    sim_tally_add(&self->wait, sim_time_to_days(wait));
    sim_histogram_add(&self->wait_counts, wait / HOUR);
    sim_time service =
        draw(self, &self->service, self->customers[row].id, DRAW_SERVICE);
    return sim_engine_schedule(&self->engine, self->engine.now + service, DEPARTURE,
                               row, NULL);
}

static enum sim_status on_arrival(void *model, uint32_t entity)
{
    (void)entity;
    struct mmc *self = model;
    sim_time now = self->engine.now;
    uint32_t row;
    enum sim_status status = sim_entity_pool_take(&self->pool, &row);
    if (status != SIM_OK) {
        return status;
    }
    self->customers[row].id = self->arrival_count;
    if (sim_resource_seize(&self->servers, 1, now)) {
        status = serve(self, row, now);
    } else {
        sim_queue_join(&self->queue, row, 0, now, now);
    }
    return status == SIM_OK ? schedule_arrival(self) : status;
}

static enum sim_status on_departure(void *model, uint32_t row)
{
    struct mmc *self = model;
    sim_time now = self->engine.now;
    sim_resource_release(&self->servers, 1, now);
    sim_entity_pool_give_back(&self->pool, row);
    uint32_t next = sim_queue_first(&self->queue);
    if (next == SIM_ENTITY_NONE) {
        return SIM_OK;
    }
    sim_queue_leave(&self->queue, next, now);
    sim_resource_force(&self->servers, 1, now);
    return serve(self, next, sim_queue_since(&self->queue, next));
}

static const struct sim_event_type TYPES[TYPE_COUNT] = {
    [ARRIVAL] = {"arrival", on_arrival, SIM_PRIORITY_ARRIVAL},
    [DEPARTURE] = {"departure", on_departure, SIM_PRIORITY_RELEASE},
};

static void destroy(void *state)
{
    struct mmc *self = state;
    if (self != NULL) {
        sim_engine_free(&self->engine);
        sim_entity_pool_free(&self->pool);
        free(self->customers);
        free(self->links);
        free(self);
    }
}

static enum sim_status create(const void *state, void **out)
{
    const struct mmc_task *task = state;
    struct mmc *self = calloc(1, sizeof *self);
    *out = self;
    if (self == NULL) {
        return SIM_ERR_NO_MEMORY;
    }
    self->customers = calloc(MMC_CUSTOMER_MAX, sizeof *self->customers);
    self->links = calloc(MMC_CUSTOMER_MAX, sizeof *self->links);
    if (self->customers == NULL || self->links == NULL) {
        return SIM_ERR_NO_MEMORY;
    }
    sim_queue_init(&self->queue, &sim_queue_fifo, self->links);
    sim_resource_init(&self->servers, task->servers);
    enum sim_status status =
        sim_dist_set_exponential(&self->gap, 1.0 / (task->utilisation * task->servers));
    if (status == SIM_OK) {
        status = sim_dist_set_exponential(&self->service, 1.0);
    }
    if (status == SIM_OK) {
        status = sim_entity_pool_init(&self->pool, MMC_CUSTOMER_MAX);
    }
    uint32_t pending = (uint32_t)task->servers + 1;
    return status == SIM_OK
               ? sim_engine_init(&self->engine, TYPES, TYPE_COUNT, self, pending)
               : status;
}

static void reset(struct mmc *self)
{
    sim_engine_reset(&self->engine);
    sim_stream_init(&self->stream, 1, self->replication++);
    sim_entity_pool_reset(&self->pool);
    sim_queue_reset(&self->queue);
    sim_resource_init(&self->servers, self->servers.capacity);
    sim_tally_reset(&self->wait);
    sim_histogram_reset(&self->wait_counts);
    self->arrival_count = 0;
}

static enum sim_status mmc_run(void *state, struct bench_run *run)
{
    struct mmc *self = state;
    reset(self);
    self->arrival_max = run->units;
    enum sim_status status = schedule_arrival(self);
    if (status == SIM_OK) {
        status = sim_engine_run(&self->engine, FOREVER);
    }
    run->done = (double)self->wait.count;
    run->event_count = self->engine.event_count;
    return status;
}

static double mean_wait(const void *state)
{
    const struct mmc *self = state;
    return sim_tally_mean(&self->wait);
}

const struct bench_work MMC_ENGINE = {create, mmc_run, mean_wait, destroy};
