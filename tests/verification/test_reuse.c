/* tests/verification/test_reuse.c - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Replications use the same memory again: after a reset everything is as if it had
 * just been created, and nothing more is allocated. The linker sends every allocation
 * of the program itself, sim/ and models/ through the counters below.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "models/model.h"
#include "tests/support/model_run.h"
#include "tests/support/queue_net.h"

#include <gsl/gsl_errno.h>

#include <stdlib.h>

static uint64_t allocation_count;

#define WRAP(result, name, parameters, arguments) \
    result __real_##name parameters;              \
    result __wrap_##name parameters;              \
    result __wrap_##name parameters               \
    {                                             \
        allocation_count++;                       \
        return __real_##name arguments;           \
    }

WRAP(void *, malloc, (size_t size), (size))
WRAP(void *, calloc, (size_t count, size_t size), (count, size))
WRAP(void *, realloc, (void *memory, size_t size), (memory, size))
WRAP(void *, aligned_alloc, (size_t alignment, size_t size), (alignment, size))

/* Three stations in which everything happens: two classes by urgency and by the last
 * come, patience, a limited room, coming back, a rate that varies, every kind of
 * service. */
struct everything {
    struct sim_dist service[6];
    struct sim_dist patience;
    struct sim_arrivals arrivals;
    struct queue_net_spec spec;
};

static void make_services(struct sim_dist service[6])
{
    static const double values[] = {0.3, 2.0, 0.9};
    static const double weights[] = {5.0, 1.0, 3.0};
    assert_int_equal(sim_dist_set_exponential(&service[0], 0.6), SIM_OK);
    assert_int_equal(sim_dist_set_gamma(&service[1], 0.9, 0.7), SIM_OK);
    assert_int_equal(sim_dist_set_lognormal(&service[2], 0.8, 1.2), SIM_OK);
    assert_int_equal(sim_dist_set_weibull(&service[3], 0.7, 0.6), SIM_OK);
    assert_int_equal(sim_dist_set_hyperexponential(&service[4], weights, values, 3),
                     SIM_OK);
    assert_int_equal(sim_dist_set_empirical(&service[5], values, weights, 3), SIM_OK);
}

static void make_everything(struct everything *self, uint32_t row_count)
{
    static const sim_time start[] = {0, 100 * QUEUE_NET_UNIT, 150 * QUEUE_NET_UNIT,
                                     900 * QUEUE_NET_UNIT};
    static const double rate[] = {1.3 / (double)QUEUE_NET_UNIT,
                                  2.9 / (double)QUEUE_NET_UNIT,
                                  0.8 / (double)QUEUE_NET_UNIT};
    assert_int_equal(sim_arrivals_init(&self->arrivals, start, rate, 3, 77, 0), SIM_OK);
    assert_int_equal(sim_dist_set_gamma(&self->patience, 1.5, 0.9), SIM_OK);
    make_services(self->service);
    const struct sim_dist *service = self->service;
    self->spec = (struct queue_net_spec){
        .station_count = 3,
        .class_count = 2,
        .stations = {{.servers = 2,
                      .discipline = &sim_queue_priority,
                      .next = {0.1, 0.5, 0.2}},
                     {.servers = 2,
                      .room = 5,
                      .discipline = &sim_queue_fifo,
                      .patience = &self->patience,
                      .next = {0.2, 0.0, 0.3}},
                     {.servers = 1,
                      .discipline = &sim_queue_lifo,
                      .patience = &self->patience}},
        .classes = {{.arrivals = &self->arrivals,
                     .urgency = 1,
                     .service = {&service[0], &service[1], &service[2]}},
                    {.station = 1,
                     .rate = 0.7,
                     .service = {&service[3], &service[4], &service[5]}}},
        .row_count = row_count,
        .warm_up = 20.0,
        .length = 400.0};
}

static void replicate(struct queue_net *net, uint64_t seed, uint32_t replication)
{
    queue_net_begin(net, seed, replication);
    queue_net_place(net, 0, 0);
    queue_net_occupy(net, 2, 1, 3.5);
    queue_net_finish(net);
}

static void assert_same(const struct queue_net *a, const struct queue_net *b)
{
    for (int i = 0; i < 3; i++) {
        const struct queue_net_site *x = &a->sites[i];
        const struct queue_net_site *y = &b->sites[i];
        assert_memory_equal(x->counts, y->counts, sizeof x->counts);
        assert_memory_equal(&x->servers, &y->servers, sizeof x->servers);
        assert_memory_equal(&x->queue.level, &y->queue.level, sizeof x->queue.level);
        assert_true(x->queue_area == y->queue_area && x->queue_area > 0);
        assert_true(x->busy_area == y->busy_area && x->busy_area > 0);
        assert_true(x->queue.join_count == y->queue.join_count);
    }
    assert_true(a->engine.now == b->engine.now);
    assert_true(a->engine.event_count == b->engine.event_count);
    assert_int_equal(a->engine.fel.live_count, b->engine.fel.live_count);
    assert_int_equal(a->pool.high_water, b->pool.high_water);
    assert_int_equal(a->pool.live_count, b->pool.live_count);
}

static void test_net_after_reset_runs_as_a_new_one(void **state)
{
    (void)state;
    struct everything everything;
    make_everything(&everything, 4096);
    struct queue_net *used = queue_net_create(&everything.spec);
    int64_t blocked = 0, abandoned = 0, abandoned_after = 0;
    replicate(used, 5, 9);
    for (uint32_t replication = 0; replication < 10; replication++) {
        struct queue_net *new = queue_net_create(&everything.spec);
        replicate(new, 5, replication);
        replicate(used, 5, replication);
        assert_same(used, new);
        blocked += used->sites[1].counts[0].blocked;
        abandoned += used->sites[1].counts[0].abandoned;
        abandoned_after += used->sites[2].counts[1].abandoned;
        queue_net_destroy(new);
    }
    /* All that can happen to a customer did. */
    assert_true(blocked > 0 && abandoned > 0 && abandoned_after > 0);
    queue_net_destroy(used);
}

static void test_net_is_itself_again_after_a_run_that_failed(void **state)
{
    (void)state;
    struct everything everything;
    make_everything(&everything, 4096);
    struct queue_net *new = queue_net_create(&everything.spec);
    replicate(new, 6, 1);
    uint32_t high_water = new->pool.high_water;
    everything.spec.row_count = high_water - 1;
    struct queue_net *small = queue_net_create(&everything.spec);
    queue_net_begin(small, 6, 1);
    queue_net_place(small, 0, 0);
    queue_net_occupy(small, 2, 1, 3.5);
    assert_int_equal(queue_net_run_until(small, 420.0), SIM_ERR_FULL);
    assert_int_equal(small->pool.live_count, high_water - 1);
    assert_int_equal(sim_fel_verify(&small->engine.fel), SIM_OK);
    uint32_t replication = 2; /* one that fits */
    for (; replication < 50; replication++) {
        replicate(new, 6, replication);
        if (new->pool.high_water < high_water) {
            break;
        }
    }
    replicate(small, 6, replication);
    assert_same(small, new);
    queue_net_destroy(small);
    queue_net_destroy(new);
}

static void test_counters_see_what_the_engine_allocates(void **state)
{
    (void)state;
    struct sim_fel fel;
    struct sim_resource_pool pool;
    uint64_t before = allocation_count;
    assert_int_equal(sim_fel_init(&fel, 4), SIM_OK);
    assert_int_equal(sim_resource_pool_init(&pool, 4), SIM_OK);
    assert_true(allocation_count >= before + 2);
    sim_fel_free(&fel);
    sim_resource_pool_free(&pool);
}

static void test_net_allocates_nothing_when_replications_are_repeated(void **state)
{
    (void)state;
    struct everything everything;
    make_everything(&everything, 4096);
    struct queue_net *net = queue_net_create(&everything.spec);
    for (uint32_t replication = 0; replication < 10; replication++) {
        replicate(net, 7, replication);
    }
    uint64_t before = allocation_count;
    for (uint32_t replication = 0; replication < 10; replication++) {
        replicate(net, 7, replication);
    }
    assert_true(allocation_count == before);
    queue_net_destroy(net);
}

/* Up to the end of the events: what checks the books afterwards may allocate. */
static void run_model(void *model, uint32_t replication)
{
    assert_int_equal(wmo_model.reset(model, 8, replication), SIM_OK);
    assert_int_equal(wmo_model.start(model), SIM_OK);
    assert_int_equal(sim_engine_run(wmo_model.engine(model), wmo_model.end(model)),
                     SIM_OK);
}

static void test_utrecht_allocates_nothing_in_a_second_replication(void **state)
{
    (void)state;
    struct sim_scenario *scenario =
        model_run_load("scenarios/utrecht/meer-aanbieders.cfg", NULL);
    void *model = NULL;
    assert_int_equal(wmo_model.create(scenario, &model), SIM_OK);
    run_model(model, 0);
    uint64_t before = allocation_count;
    run_model(model, 0);
    assert_true(allocation_count == before);
    assert_int_equal(wmo_model.verify(model), SIM_OK);
    wmo_model.destroy(model);
    sim_scenario_destroy(scenario);
}

int main(void)
{
    gsl_set_error_handler_off();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_net_after_reset_runs_as_a_new_one),
        cmocka_unit_test(test_net_is_itself_again_after_a_run_that_failed),
        cmocka_unit_test(test_counters_see_what_the_engine_allocates),
        cmocka_unit_test(test_net_allocates_nothing_when_replications_are_repeated),
        cmocka_unit_test(test_utrecht_allocates_nothing_in_a_second_replication),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
