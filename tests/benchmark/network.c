/* tests/benchmark/network.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/benchmark/network.h"

#include <math.h>
#include <stdlib.h>

#include "sim/engine/dist.h"
#include "sim/engine/engine.h"
#include "sim/engine/queue.h"
#include "sim/engine/resource.h"
#include "sim/statistics/histogram.h"
#include "sim/statistics/tally.h"

#define HOUR (SIM_DAY / 24)
#define WARM_UP (NETWORK_WARM_UP_DAYS * SIM_DAY)
#define END (NETWORK_END_DAYS * SIM_DAY)

enum { ARRIVAL, DEPARTURE, TYPE_COUNT };

/* A client goes to several services, one draw of each kind at each. */
enum { DRAW_GAP, DRAW_FIRST_SERVICE, DRAW_PER_VISIT };
enum { DRAW_STAY, DRAW_ONWARD, DRAW_VISIT_COUNT };

struct client {
    uint64_t id; /* keys the draws */
    uint16_t service;
    uint16_t visit;
};

struct service {
    struct sim_queue queue;
    struct sim_resource places;
    struct sim_tally wait;            /* days */
    struct sim_histogram wait_counts; /* hours */
    double mean_length, mean_use;     /* counted, at the end of the run */
};

struct network {
    struct sim_engine engine;
    struct sim_stream stream;
    struct sim_dist gap, stay; /* days */
    struct sim_entity_pool pool;
    struct client *clients;       /* [NETWORK_CLIENT_MAX] owned */
    struct sim_queue_link *links; /* [NETWORK_CLIENT_MAX] owned */
    struct service services[NETWORK_SERVICE_COUNT];
    uint64_t client_count;
    uint32_t replication;
    struct sim_tally wait; /* mean of each replication so far, days */
};

static uint32_t purpose_of(const struct client *client, uint32_t kind)
{
    return DRAW_PER_VISIT + client->visit * (uint32_t)DRAW_VISIT_COUNT + kind;
}

static enum sim_status schedule_arrival(struct network *self)
{
    sim_stream_seek(&self->stream, self->client_count++, DRAW_GAP);
    sim_time gap = sim_time_from_days(sim_dist_draw(&self->gap, &self->stream));
    return sim_engine_schedule(&self->engine, self->engine.now + gap, ARRIVAL, 0, NULL);
}

/* [row], waiting since [since], has just seized a place. */
static enum sim_status begin_stay(struct network *self, uint32_t row, sim_time since)
{
    const struct client *client = &self->clients[row];
    struct service *service = &self->services[client->service];
    sim_time now = self->engine.now;
    if (now >= WARM_UP) {
        sim_tally_add(&service->wait, sim_time_to_days(now - since));
        sim_histogram_add(&service->wait_counts, (now - since) / HOUR);
    }
    sim_stream_seek(&self->stream, client->id, purpose_of(client, DRAW_STAY));
    sim_time stay = sim_time_from_days(sim_dist_draw(&self->stay, &self->stream));
    return sim_engine_schedule(&self->engine, now + stay, DEPARTURE, row, NULL);
}

static enum sim_status enter(struct network *self, uint32_t row)
{
    struct service *service = &self->services[self->clients[row].service];
    sim_time now = self->engine.now;
    if (sim_resource_seize(&service->places, 1, now)) {
        return begin_stay(self, row, now);
    }
    sim_queue_join(&service->queue, row, 0, now, now);
    return SIM_OK;
}

/* A place of [service] came free. */
static enum sim_status serve_next(struct network *self, struct service *service)
{
    uint32_t row = sim_queue_first(&service->queue);
    if (row == SIM_ENTITY_NONE) {
        return SIM_OK;
    }
    sim_queue_leave(&service->queue, row, self->engine.now);
    sim_resource_force(&service->places, 1, self->engine.now);
    return begin_stay(self, row, sim_queue_since(&service->queue, row));
}

static enum sim_status on_arrival(void *model, uint32_t entity)
{
    (void)entity;
    struct network *self = model;
    uint32_t row;
    enum sim_status status = sim_entity_pool_take(&self->pool, &row);
    if (status != SIM_OK) {
        return status;
    }
    struct client *client = &self->clients[row];
    client->id = self->client_count;
    client->visit = 0;
    double u = sim_stream_uniform_at(&self->stream, client->id, DRAW_FIRST_SERVICE);
    client->service = (uint16_t)(u * NETWORK_SERVICE_COUNT);
    status = enter(self, row);
    return status == SIM_OK ? schedule_arrival(self) : status;
}

static enum sim_status on_departure(void *model, uint32_t row)
{
    struct network *self = model;
    struct client *client = &self->clients[row];
    struct service *service = &self->services[client->service];
    sim_resource_release(&service->places, 1, self->engine.now);
    enum sim_status status = serve_next(self, service);
    double u = sim_stream_uniform_at(&self->stream, client->id,
                                     purpose_of(client, DRAW_ONWARD));
    if (status != SIM_OK || u >= NETWORK_SHARE_ONWARD) {
        sim_entity_pool_give_back(&self->pool, row);
        return status;
    }
    client->service = (uint16_t)((client->service + 1) % NETWORK_SERVICE_COUNT);
    client->visit++;
    return enter(self, row);
}

static const struct sim_event_type TYPES[TYPE_COUNT] = {
    [ARRIVAL] = {"arrival", on_arrival, SIM_PRIORITY_ARRIVAL},
    [DEPARTURE] = {"departure", on_departure, SIM_PRIORITY_RELEASE},
};

static void destroy(void *state)
{
    struct network *self = state;
    if (self != NULL) {
        sim_engine_free(&self->engine);
        sim_entity_pool_free(&self->pool);
        free(self->clients);
        free(self->links);
        free(self);
    }
}

static enum sim_status create(const void *task, void **out)
{
    (void)task;
    struct network *self = calloc(1, sizeof *self);
    *out = self;
    if (self == NULL) {
        return SIM_ERR_NO_MEMORY;
    }
    self->clients = calloc(NETWORK_CLIENT_MAX, sizeof *self->clients);
    self->links = calloc(NETWORK_CLIENT_MAX, sizeof *self->links);
    if (self->clients == NULL || self->links == NULL) {
        return SIM_ERR_NO_MEMORY;
    }
    for (int s = 0; s < NETWORK_SERVICE_COUNT; s++) {
        sim_queue_init(&self->services[s].queue, &sim_queue_fifo, self->links);
    }
    sim_tally_reset(&self->wait);
    enum sim_status status =
        sim_dist_set_exponential(&self->gap, 1.0 / NETWORK_CLIENTS_PER_DAY);
    if (status == SIM_OK) {
        status =
            sim_dist_set_lognormal(&self->stay, NETWORK_STAY_DAYS, NETWORK_STAY_CV);
    }
    if (status == SIM_OK) {
        status = sim_entity_pool_init(&self->pool, NETWORK_CLIENT_MAX);
    }
    return status == SIM_OK ? sim_engine_init(&self->engine, TYPES, TYPE_COUNT, self,
                                              NETWORK_CLIENT_MAX)
                            : status;
}

static void reset(struct network *self)
{
    sim_engine_reset(&self->engine);
    sim_stream_init(&self->stream, 1, self->replication++);
    sim_entity_pool_reset(&self->pool);
    self->client_count = 0;
    for (int s = 0; s < NETWORK_SERVICE_COUNT; s++) {
        struct service *service = &self->services[s];
        sim_queue_reset(&service->queue);
        sim_resource_init(&service->places, NETWORK_PLACES);
        sim_tally_reset(&service->wait);
        sim_histogram_reset(&service->wait_counts);
    }
}

static void end_warm_up(struct network *self)
{
    for (int s = 0; s < NETWORK_SERVICE_COUNT; s++) {
        (void)sim_timeavg_flush(&self->services[s].queue.level, WARM_UP);
        (void)sim_timeavg_flush(&self->services[s].places.used_level, WARM_UP);
    }
}

static void summarise(struct network *self)
{
    struct sim_tally wait;
    sim_tally_reset(&wait);
    for (int s = 0; s < NETWORK_SERVICE_COUNT; s++) {
        struct service *service = &self->services[s];
        double counted = (double)(END - WARM_UP);
        service->mean_length =
            (double)sim_timeavg_flush(&service->queue.level, END) / counted;
        service->mean_use =
            (double)sim_timeavg_flush(&service->places.used_level, END) / counted;
        sim_tally_merge(&wait, &service->wait);
    }
    sim_tally_add(&self->wait, sim_tally_mean(&wait));
}

static enum sim_status replicate(struct network *self)
{
    reset(self);
    enum sim_status status = schedule_arrival(self);
    if (status == SIM_OK) {
        status = sim_engine_run(&self->engine, WARM_UP);
    }
    if (status == SIM_OK) {
        end_warm_up(self);
        status = sim_engine_run(&self->engine, END);
    }
    if (status == SIM_OK) {
        summarise(self);
    }
    return status;
}

static enum sim_status network_run(void *state, struct bench_run *run)
{
    struct network *self = state;
    enum sim_status status = SIM_OK;
    for (uint64_t i = 0; i < run->units && status == SIM_OK; i++) {
        status = replicate(self);
        run->done++;
        run->event_count += self->engine.event_count;
    }
    return status;
}

static double mean_wait(const void *state)
{
    const struct network *self = state;
    return sim_tally_mean(&self->wait);
}

const struct bench_work NETWORK_ENGINE = {create, network_run, mean_wait, destroy};
