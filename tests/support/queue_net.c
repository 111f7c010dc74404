/* tests/support/queue_net.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/queue_net.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>

enum { ARRIVAL, DEPARTURE, RENEGE, OPEN, CLOSE, TYPE_COUNT };
enum { FOR_ARRIVAL, FOR_SERVICE, FOR_PATIENCE, FOR_ROUTE, FOR_START };

struct queue_net_customer {
    uint64_t id; /* keys the draws: where it came from, its visits, its number */
    sim_event_id renege;
    int station;
    int class;
    bool is_counted;
};

#define VISIT ((uint64_t)1 << 40)
#define SOURCE ((uint64_t)1 << 56) /* 0: placed at the start; then the classes */

static sim_time ticks(double units)
{
    return (sim_time)(units * (double)QUEUE_NET_UNIT + 0.5);
}

static sim_time draw(struct queue_net *self, const struct sim_dist *dist, uint32_t row,
                     uint32_t purpose)
{
    sim_stream_seek(&self->stream, self->customers[row].id, purpose);
    return ticks(sim_dist_draw(dist, &self->stream));
}

static enum sim_status schedule_after(struct queue_net *self, sim_time delay,
                                      uint32_t type, uint32_t entity, sim_event_id *id)
{
    return sim_engine_schedule(&self->engine, self->engine.now + delay, type, entity,
                               id);
}

static struct queue_net_count *count_of(struct queue_net *self, uint32_t row)
{
    const struct queue_net_customer *customer = &self->customers[row];
    return &self->sites[customer->station].counts[customer->class];
}

static void leave_queue(struct queue_net *self, uint32_t row)
{
    struct queue_net_customer *customer = &self->customers[row];
    struct sim_queue *queue = &self->sites[customer->station].queue;
    sim_time wait = self->engine.now - sim_queue_since(queue, row);
    sim_queue_leave(queue, row, self->engine.now);
    if (customer->is_counted) {
        count_of(self, row)->wait += wait;
        count_of(self, row)->delayed += wait > 0;
        self->undecided_count--;
    }
}

/* [row] has a server at its station, for [service] ticks. */
static enum sim_status serve(struct queue_net *self, uint32_t row, sim_time service)
{
    if (self->customers[row].is_counted) {
        count_of(self, row)->service += service;
    }
    return schedule_after(self, service, DEPARTURE, row, NULL);
}

static enum sim_status serve_next(struct queue_net *self, int station)
{
    struct queue_net_site *site = &self->sites[station];
    uint32_t row = sim_queue_first(&site->queue);
    if (row == SIM_ENTITY_NONE ||
        !sim_resource_seize(&site->servers, 1, self->engine.now)) {
        return SIM_OK;
    }
    leave_queue(self, row);
    sim_engine_cancel(&self->engine, &self->customers[row].renege);
    int class = self->customers[row].class;
    const struct sim_dist *dist = self->spec.classes[class].service[station];
    return serve(self, row, draw(self, dist, row, FOR_SERVICE));
}

static enum sim_status join(struct queue_net *self, uint32_t row)
{
    struct queue_net_customer *customer = &self->customers[row];
    const struct queue_net_station *station = &self->spec.stations[customer->station];
    sim_time now = self->engine.now;
    sim_queue_join(&self->sites[customer->station].queue, row,
                   self->spec.classes[customer->class].urgency, now, now);
    self->undecided_count += customer->is_counted;
    if (station->patience != NULL) {
        sim_time patience = draw(self, station->patience, row, FOR_PATIENCE);
        enum sim_status status =
            schedule_after(self, patience, RENEGE, row, &customer->renege);
        if (status != SIM_OK) {
            return status;
        }
    }
    return serve_next(self, customer->station);
}

/* [row] comes to [station]. */
static enum sim_status visit(struct queue_net *self, uint32_t row, int station)
{
    struct queue_net_customer *customer = &self->customers[row];
    int64_t room = self->spec.stations[station].room;
    customer->station = station;
    customer->renege = SIM_EVENT_NONE;
    customer->is_counted = self->is_open;
    struct queue_net_count *count = count_of(self, row);
    count->arrived += customer->is_counted;
    if (room > 0 && queue_net_present(self, station) >= room) {
        count->blocked += customer->is_counted;
        sim_entity_pool_give_back(&self->pool, row);
        return SIM_OK;
    }
    return join(self, row);
}

/* A row for a new customer; SIM_ERR_FULL when there is none. */
static enum sim_status take_row(struct queue_net *self, uint64_t id, int class,
                                uint32_t *row)
{
    enum sim_status status = sim_entity_pool_take(&self->pool, row);
    if (status == SIM_OK) {
        self->customers[*row] = (struct queue_net_customer){.id = id, .class = class};
    }
    return status;
}

static enum sim_status schedule_arrival(struct queue_net *self, uint32_t class)
{
    sim_time time = sim_arrivals_next(&self->arrivals[class], &self->stream);
    return time == SIM_TIME_NEVER
               ? SIM_OK
               : sim_engine_schedule(&self->engine, time, ARRIVAL, class, NULL);
}

static enum sim_status on_arrival(void *model, uint32_t class)
{
    struct queue_net *self = model;
    uint64_t id = (class + 1) * SOURCE + self->arrivals[class].count;
    uint32_t row;
    enum sim_status status = take_row(self, id, (int)class, &row);
    if (status == SIM_OK) {
        status = visit(self, row, self->spec.classes[class].station);
    }
    return status == SIM_OK ? schedule_arrival(self, class) : status;
}

/* Where [row] goes from its station; -1: it leaves. */
static int choose_next(struct queue_net *self, uint32_t row)
{
    const struct queue_net_customer *customer = &self->customers[row];
    const double *next = self->spec.stations[customer->station].next;
    double u = sim_stream_uniform_at(&self->stream, customer->id, FOR_ROUTE);
    for (int i = 0; i < self->spec.station_count; i++) {
        if (u < next[i]) {
            return i;
        }
        u -= next[i];
    }
    return -1;
}

static enum sim_status on_departure(void *model, uint32_t row)
{
    struct queue_net *self = model;
    int station = self->customers[row].station;
    sim_resource_release(&self->sites[station].servers, 1, self->engine.now);
    enum sim_status status = serve_next(self, station);
    if (status != SIM_OK) {
        return status;
    }
    int next = choose_next(self, row);
    if (next < 0) {
        sim_entity_pool_give_back(&self->pool, row);
        return SIM_OK;
    }
    self->customers[row].id += VISIT;
    return visit(self, row, next);
}

static enum sim_status on_renege(void *model, uint32_t row)
{
    struct queue_net *self = model;
    count_of(self, row)->abandoned += self->customers[row].is_counted;
    leave_queue(self, row);
    sim_entity_pool_give_back(&self->pool, row);
    return SIM_OK;
}

static enum sim_status on_open(void *model, uint32_t entity)
{
    (void)entity;
    struct queue_net *self = model;
    for (int i = 0; i < self->spec.station_count; i++) {
        (void)sim_timeavg_flush(&self->sites[i].queue.level, self->engine.now);
        (void)sim_timeavg_flush(&self->sites[i].servers.used_level, self->engine.now);
    }
    self->is_open = true;
    return SIM_OK;
}

static enum sim_status on_close(void *model, uint32_t entity)
{
    (void)entity;
    struct queue_net *self = model;
    for (int i = 0; i < self->spec.station_count; i++) {
        struct queue_net_site *site = &self->sites[i];
        site->queue_area = sim_timeavg_flush(&site->queue.level, self->engine.now);
        site->busy_area =
            sim_timeavg_flush(&site->servers.used_level, self->engine.now);
    }
    self->is_open = false;
    return SIM_OK;
}

static const struct sim_event_type TYPES[TYPE_COUNT] = {
    [ARRIVAL] = {"arrival", on_arrival, SIM_PRIORITY_ARRIVAL},
    [DEPARTURE] = {"departure", on_departure, SIM_PRIORITY_RELEASE},
    [RENEGE] = {"renege", on_renege, SIM_PRIORITY_RENEGE},
    [OPEN] = {"open", on_open, SIM_PRIORITY_MEASURE},
    [CLOSE] = {"close", on_close, SIM_PRIORITY_MEASURE},
};

static double end_of_window(const struct queue_net *self)
{
    return self->spec.warm_up + self->spec.length;
}

static void create_arrivals(struct queue_net *self)
{
    /* Long enough for the last in the window to be served meanwhile. */
    self->period[1] = ticks(2.0 * end_of_window(self));
    for (int i = 0; i < self->spec.class_count; i++) {
        const struct queue_net_class *class = &self->spec.classes[i];
        if (class->arrivals != NULL) {
            self->arrivals[i] = *class->arrivals;
            continue;
        }
        self->rate[i] = class->rate / (double)QUEUE_NET_UNIT;
        assert_int_equal(sim_arrivals_init(&self->arrivals[i], self->period,
                                           &self->rate[i], 1, (uint64_t)i, FOR_ARRIVAL),
                         SIM_OK);
    }
}

struct queue_net *queue_net_create(const struct queue_net_spec *spec)
{
    struct queue_net *self = calloc(1, sizeof *self);
    assert_non_null(self);
    self->spec = *spec;
    self->customers = calloc(spec->row_count, sizeof *self->customers);
    self->links = calloc(spec->row_count, sizeof *self->links);
    assert_non_null(self->customers);
    assert_non_null(self->links);
    assert_int_equal(sim_engine_init(&self->engine, TYPES, TYPE_COUNT, self, 8),
                     SIM_OK);
    assert_int_equal(sim_entity_pool_init(&self->pool, spec->row_count), SIM_OK);
    create_arrivals(self);
    return self;
}

void queue_net_destroy(struct queue_net *self)
{
    sim_engine_free(&self->engine);
    sim_entity_pool_free(&self->pool);
    free(self->customers);
    free(self->links);
    free(self);
}

static void reset(struct queue_net *self, uint64_t seed, uint32_t replication)
{
    sim_engine_reset(&self->engine);
    sim_stream_init(&self->stream, seed, replication);
    sim_entity_pool_reset(&self->pool);
    for (int i = 0; i < self->spec.class_count; i++) {
        sim_arrivals_reset(&self->arrivals[i]);
    }
    for (int i = 0; i < self->spec.station_count; i++) {
        struct queue_net_site *site = &self->sites[i];
        *site = (struct queue_net_site){.queue_area = 0};
        sim_queue_init(&site->queue, self->spec.stations[i].discipline, self->links);
        sim_resource_init(&site->servers, self->spec.stations[i].servers);
    }
    self->placed_count = 0;
    self->undecided_count = 0;
    self->is_open = false;
}

void queue_net_begin(struct queue_net *self, uint64_t seed, uint32_t replication)
{
    reset(self, seed, replication);
    assert_int_equal(
        schedule_after(self, ticks(self->spec.warm_up), OPEN, SIM_ENTITY_NONE, NULL),
        SIM_OK);
    assert_int_equal(
        schedule_after(self, ticks(end_of_window(self)), CLOSE, SIM_ENTITY_NONE, NULL),
        SIM_OK);
    for (int i = 0; i < self->spec.class_count; i++) {
        assert_int_equal(schedule_arrival(self, (uint32_t)i), SIM_OK);
    }
}

double queue_net_start_uniform(struct queue_net *self, uint32_t number)
{
    return sim_stream_uniform_at(&self->stream, number, FOR_START);
}

void queue_net_place(struct queue_net *self, int station, int class)
{
    uint32_t row;
    assert_int_equal(take_row(self, self->placed_count++, class, &row), SIM_OK);
    assert_int_equal(visit(self, row, station), SIM_OK);
}

void queue_net_occupy(struct queue_net *self, int station, int class, double units)
{
    uint32_t row;
    assert_int_equal(take_row(self, self->placed_count++, class, &row), SIM_OK);
    self->customers[row].station = station;
    assert_true(sim_resource_seize(&self->sites[station].servers, 1, self->engine.now));
    assert_int_equal(serve(self, row, ticks(units)), SIM_OK);
}

enum sim_status queue_net_run_until(struct queue_net *self, double units)
{
    return sim_engine_run(&self->engine, ticks(units));
}

void queue_net_finish(struct queue_net *self)
{
    double units = end_of_window(self);
    assert_int_equal(queue_net_run_until(self, units), SIM_OK);
    while (self->undecided_count > 0) {
        units += 1.0;
        assert_int_equal(queue_net_run_until(self, units), SIM_OK);
    }
    assert_int_equal(sim_fel_verify(&self->engine.fel), SIM_OK);
}

int64_t queue_net_present(const struct queue_net *self, int station)
{
    const struct queue_net_site *site = &self->sites[station];
    return site->queue.length + site->servers.used;
}

static double mean_over_window(const struct queue_net *self, int64_t area)
{
    return (double)area / (double)ticks(self->spec.length);
}

double queue_net_mean_queue(const struct queue_net *self, int station)
{
    return mean_over_window(self, self->sites[station].queue_area);
}

double queue_net_mean_busy(const struct queue_net *self, int station)
{
    return mean_over_window(self, self->sites[station].busy_area);
}
