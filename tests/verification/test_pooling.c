/* tests/verification/test_pooling.c - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two M/M/c, each with its own customers, against one M/M/2c for all of them. Both
 * have the same arrivals and services, so their difference is paired.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "tests/support/queue_theory.h"
#include "tests/support/study.h"

#include <math.h>

#define ARRIVALS 4000.0 /* expected in the window, of both classes together */

struct design {
    struct queue_equilibrium equilibrium; /* of each station */
    struct queue_net *net;
};

static void start(struct design *self)
{
    for (int i = 0; i < self->net->spec.station_count; i++) {
        int present = queue_equilibrium_draw(
            &self->equilibrium, queue_net_start_uniform(self->net, (uint32_t)i));
        for (int k = 0; k < present; k++) {
            queue_net_place(self->net, i, 0);
        }
    }
}

/* The mean wait of one replication. */
static double replicate(struct design *self, uint64_t seed, uint32_t replication)
{
    queue_net_begin(self->net, seed, replication);
    start(self);
    queue_net_finish(self->net);
    sim_time wait = 0;
    for (int i = 0; i < self->net->spec.station_count; i++) {
        wait += self->net->sites[i].counts[0].wait + self->net->sites[i].counts[1].wait;
    }
    return (double)wait / (double)QUEUE_NET_UNIT / ARRIVALS;
}

/* Two classes with [rate] each at [station_count] stations of [servers]. */
static void create(struct design *self, int station_count, int servers, double rate,
                   const struct sim_dist *service)
{
    struct queue_theory theory = {
        .servers = servers, .rate = 2.0 * rate / station_count, .service = 1.0};
    queue_theory_solve(&theory, &self->equilibrium);
    struct queue_net_spec spec = {.station_count = station_count,
                                  .class_count = 2,
                                  .row_count = 4096,
                                  .length = ARRIVALS / (2.0 * rate)};
    for (int i = 0; i < 2; i++) {
        spec.classes[i] = (struct queue_net_class){
            .station = i % station_count, .rate = rate, .service = {service, service}};
        spec.stations[i] = (struct queue_net_station){.servers = servers,
                                                      .discipline = &sim_queue_fifo};
    }
    self->net = queue_net_create(&spec);
}

/* Erlang's second formula with mean services of 1. */
static double expected_wait(int servers, double rate)
{
    return queue_theory_erlang_c(servers, rate) / (servers - rate);
}

/* Fisher (1921): the inverse hyperbolic tangent of a correlation r of n pairs is
 * nearly normal with variance 1 / (n - 3). */
static void assert_paired(const struct sim_tally *a, const struct sim_tally *b,
                          const struct sim_tally *difference)
{
    double va = sim_tally_variance(a);
    double vb = sim_tally_variance(b);
    double covariance = (va + vb - sim_tally_variance(difference)) / 2.0;
    double score = atanh(covariance / sqrt(va * vb)) * sqrt((double)a->count - 3.0);
    assert_true(score > 4.0);
}

static void compare(const char *name, int servers, double rate, void **state)
{
    struct sim_dist service;
    assert_int_equal(sim_dist_set_exponential(&service, 1.0), SIM_OK);
    struct design separate;
    struct design pooled;
    create(&separate, 2, servers, rate, &service);
    create(&pooled, 1, 2 * servers, rate, &service);
    double expected =
        expected_wait(servers, rate) - expected_wait(2 * servers, 2 * rate);
    struct study_family *family = *state;
    for (int s = 0; s < STUDY_SEED_COUNT; s++) {
        struct sim_tally waits[2];
        struct sim_tally difference;
        sim_tally_reset(&waits[0]);
        sim_tally_reset(&waits[1]);
        sim_tally_reset(&difference);
        family->seed++;
        for (uint32_t r = 0; r < STUDY_REPLICATION_COUNT; r++) {
            double a = replicate(&separate, family->seed, r);
            double b = replicate(&pooled, family->seed, r);
            sim_tally_add(&waits[0], a);
            sim_tally_add(&waits[1], b);
            sim_tally_add(&difference, a - b);
        }
        study_check(family, name, "wait saved by pooling", &difference, expected);
        assert_true(difference.mean > 4.0 * sim_tally_standard_error(&difference));
        assert_paired(&waits[0], &waits[1], &difference);
    }
    queue_net_destroy(separate.net);
    queue_net_destroy(pooled.net);
}

static void test_pooling_saves_as_much_waiting_as_erlang_c_says(void **state)
{
    compare("two M/M/1 and M/M/2 at 0.8", 1, 0.8, state);
    compare("two M/M/4 and M/M/8 at 0.85", 4, 3.4, state);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pooling_saves_as_much_waiting_as_erlang_c_says),
    };
    return cmocka_run_group_tests(tests, study_family_set_up, study_family_tear_down);
}
