/* tests/verification/test_mm1.c - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An M/M/1 on the engine against theory: arrivals, queue, resource, entity pool,
 * streams and distributions together. It starts in equilibrium, so there is no
 * warm-up to choose; replications are independent, so they give the standard error.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "sim/engine/arrivals.h"
#include "sim/engine/dist.h"
#include "sim/engine/engine.h"
#include "sim/engine/entity_pool.h"
#include "sim/engine/queue.h"
#include "sim/engine/resource.h"
#include "sim/statistics/tally.h"

#include <gsl/gsl_errno.h>

#include <math.h>
#include <stdlib.h>

enum { REPLICATION_COUNT = 40, ROW_COUNT = 4096 };
enum { EVENT_ARRIVAL, EVENT_DEPARTURE, EVENT_MEASURE, EVENT_TYPE_COUNT };
enum { PURPOSE_START, PURPOSE_ARRIVAL, PURPOSE_SERVICE };

/* A service takes so many ticks that rounding to a tick is far below the error. */
static const double MEAN_SERVICE = 600000.0;
static const double LOAD = 0.75;
static const sim_time PERIOD[] = {0, (sim_time)(20000 * 600000LL)};

struct mm1 {
    struct sim_engine engine;
    struct sim_stream stream;
    struct sim_arrivals arrivals;
    double rate;
    struct sim_dist service;
    struct sim_entity_pool pool;
    struct sim_queue_link links[ROW_COUNT];
    uint64_t serial[ROW_COUNT]; /* keys the draws of the customer in the row */
    uint64_t next_serial;
    struct sim_queue queue;
    struct sim_resource server;
    struct sim_tally waits; /* of those who arrive after the start */
    sim_time wait_total;    /* of everybody, since the start */
    sim_time service_total;
    int64_t queue_area;  /* up to the end of the period */
    int64_t server_area; /* up to the end of the period */
};

static enum sim_status start_next(struct mm1 *self)
{
    sim_time now = self->engine.now;
    uint32_t row = sim_queue_first(&self->queue);
    if (row == SIM_ENTITY_NONE || !sim_resource_seize(&self->server, 1, now)) {
        return SIM_OK;
    }
    sim_time wait = now - sim_queue_since(&self->queue, row);
    sim_queue_leave(&self->queue, row, now);
    self->wait_total += wait;
    if (self->queue.links[row].since > 0) {
        sim_tally_add(&self->waits, (double)wait);
    }
    sim_stream_seek(&self->stream, self->serial[row], PURPOSE_SERVICE);
    sim_time duration = (sim_time)(sim_dist_draw(&self->service, &self->stream) + 0.5);
    self->service_total += duration;
    return sim_engine_schedule(&self->engine, now + duration, EVENT_DEPARTURE, row,
                               NULL);
}

static enum sim_status join(struct mm1 *self)
{
    uint32_t row = SIM_ENTITY_NONE;
    enum sim_status status = sim_entity_pool_take(&self->pool, &row);
    if (status != SIM_OK) {
        return status;
    }
    self->serial[row] = self->next_serial++;
    sim_queue_join(&self->queue, row, 0, self->engine.now, self->engine.now);
    return start_next(self);
}

static enum sim_status schedule_arrival(struct mm1 *self)
{
    sim_time time = sim_arrivals_next(&self->arrivals, &self->stream);
    if (time == SIM_TIME_NEVER) {
        return SIM_OK;
    }
    return sim_engine_schedule(&self->engine, time, EVENT_ARRIVAL, SIM_ENTITY_NONE,
                               NULL);
}

static enum sim_status on_arrival(void *model, uint32_t entity)
{
    (void)entity;
    enum sim_status status = join(model);
    return status == SIM_OK ? schedule_arrival(model) : status;
}

static enum sim_status on_departure(void *model, uint32_t row)
{
    struct mm1 *self = model;
    sim_resource_release(&self->server, 1, self->engine.now);
    sim_entity_pool_give_back(&self->pool, row);
    return start_next(self);
}

static enum sim_status on_measure(void *model, uint32_t entity)
{
    (void)entity;
    struct mm1 *self = model;
    self->queue_area = sim_timeavg_flush(&self->queue.level, self->engine.now);
    self->server_area = sim_timeavg_flush(&self->server.used_level, self->engine.now);
    return SIM_OK;
}

static const struct sim_event_type TYPES[EVENT_TYPE_COUNT] = {
    [EVENT_ARRIVAL] = {"arrival", on_arrival, SIM_PRIORITY_ARRIVAL},
    [EVENT_DEPARTURE] = {"departure", on_departure, SIM_PRIORITY_RELEASE},
    [EVENT_MEASURE] = {"measure", on_measure, SIM_PRIORITY_MEASURE},
};

static struct mm1 *create(const struct sim_queue_discipline *discipline)
{
    struct mm1 *self = malloc(sizeof *self);
    assert_non_null(self);
    self->rate = LOAD / MEAN_SERVICE;
    assert_int_equal(sim_engine_init(&self->engine, TYPES, EVENT_TYPE_COUNT, self, 8),
                     SIM_OK);
    assert_int_equal(sim_entity_pool_init(&self->pool, ROW_COUNT), SIM_OK);
    assert_int_equal(sim_dist_set_exponential(&self->service, MEAN_SERVICE), SIM_OK);
    assert_int_equal(
        sim_arrivals_init(&self->arrivals, PERIOD, &self->rate, 1, 0, PURPOSE_ARRIVAL),
        SIM_OK);
    sim_queue_init(&self->queue, discipline, self->links);
    return self;
}

static void destroy(struct mm1 *self)
{
    sim_engine_free(&self->engine);
    sim_entity_pool_free(&self->pool);
    free(self);
}

static void reset(struct mm1 *self, uint64_t seed, uint32_t replication)
{
    sim_engine_reset(&self->engine);
    sim_stream_init(&self->stream, seed, replication);
    sim_arrivals_reset(&self->arrivals);
    sim_entity_pool_reset(&self->pool);
    sim_queue_reset(&self->queue);
    sim_resource_init(&self->server, 1);
    sim_tally_reset(&self->waits);
    self->next_serial = 0;
    self->wait_total = 0;
    self->service_total = 0;
}

/* The number present in equilibrium is geometric: P(N >= n) = load^n. What is left of
 * the service of the first is exponential, as a whole service is. */
static void start(struct mm1 *self)
{
    double u = sim_stream_uniform_at(&self->stream, 0, PURPOSE_START);
    int present = (int)(log(u) / log(LOAD));
    for (int i = 0; i < present; i++) {
        assert_int_equal(join(self), SIM_OK);
    }
    assert_int_equal(schedule_arrival(self), SIM_OK);
    assert_int_equal(
        sim_engine_schedule(&self->engine, PERIOD[1], EVENT_MEASURE, 0, NULL), SIM_OK);
}

/* Runs until the last of those who came within the period has left. */
static void replicate(struct mm1 *self, uint64_t seed, uint32_t replication)
{
    reset(self, seed, replication);
    start(self);
    assert_int_equal(sim_engine_run(&self->engine, SIM_TIME_NEVER), SIM_OK);
    assert_int_equal(self->pool.live_count, 0);
    assert_int_equal(sim_fel_verify(&self->engine.fel), SIM_OK);
}

static void assert_agrees(const struct sim_tally *tally, double theory)
{
    assert_int_equal(tally->count, REPLICATION_COUNT);
    assert_true(fabs(tally->mean - theory) < 4.0 * sim_tally_standard_error(tally));
}

/* Mean wait load / (1 - load) services, number in queue load^2 / (1 - load). */
static void compare_with_theory(const struct sim_queue_discipline *discipline,
                                uint64_t seed)
{
    struct sim_tally wait;
    struct sim_tally queue;
    struct sim_tally use;
    sim_tally_reset(&wait);
    sim_tally_reset(&queue);
    sim_tally_reset(&use);
    struct mm1 *mm1 = create(discipline);
    for (uint32_t replication = 0; replication < REPLICATION_COUNT; replication++) {
        replicate(mm1, seed, replication);
        sim_tally_add(&wait, sim_tally_mean(&mm1->waits) / MEAN_SERVICE);
        sim_tally_add(&queue, (double)mm1->queue_area / (double)PERIOD[1]);
        sim_tally_add(&use, (double)mm1->server_area / (double)PERIOD[1]);
    }
    destroy(mm1);
    assert_agrees(&wait, LOAD / (1.0 - LOAD));
    assert_agrees(&queue, LOAD * LOAD / (1.0 - LOAD));
    assert_agrees(&use, LOAD);
}

static void test_mm1_agrees_with_theory_for_several_seeds(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 4; seed++) {
        compare_with_theory(&sim_queue_fifo, seed);
    }
}

/* Who is served first does not change the mean as long as it does not look at the
 * length of the service. */
static void test_mm1_has_the_same_means_when_the_last_is_served_first(void **state)
{
    (void)state;
    compare_with_theory(&sim_queue_lifo, 5);
}

static void test_mm1_obeys_littles_law_to_the_tick(void **state)
{
    (void)state;
    struct mm1 *mm1 = create(&sim_queue_fifo);
    for (uint32_t replication = 0; replication < 10; replication++) {
        replicate(mm1, 6, replication);
        sim_time last = mm1->queue.level.last;
        assert_true(mm1->queue_area + sim_timeavg_flush(&mm1->queue.level, last) ==
                    mm1->wait_total);
        last = mm1->server.used_level.last;
        assert_true(mm1->server_area +
                        sim_timeavg_flush(&mm1->server.used_level, last) ==
                    mm1->service_total);
    }
    destroy(mm1);
}

static void test_mm1_gives_the_same_replication_again_after_reset(void **state)
{
    (void)state;
    struct mm1 *mm1 = create(&sim_queue_fifo);
    replicate(mm1, 7, 3);
    struct sim_tally waits = mm1->waits;
    int64_t queue_area = mm1->queue_area;
    uint64_t event_count = mm1->engine.event_count;
    replicate(mm1, 7, 4);
    assert_true(mm1->queue_area != queue_area);
    replicate(mm1, 7, 3);
    assert_memory_equal(&mm1->waits, &waits, sizeof waits);
    assert_true(mm1->queue_area == queue_area);
    assert_true(mm1->engine.event_count == event_count);
    destroy(mm1);
}

int main(void)
{
    gsl_set_error_handler_off();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_mm1_agrees_with_theory_for_several_seeds),
        cmocka_unit_test(test_mm1_has_the_same_means_when_the_last_is_served_first),
        cmocka_unit_test(test_mm1_obeys_littles_law_to_the_tick),
        cmocka_unit_test(test_mm1_gives_the_same_replication_again_after_reset),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
