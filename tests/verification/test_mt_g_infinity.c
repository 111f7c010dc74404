/* tests/verification/test_mt_g_infinity.c - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Servers for everybody and a sinusoidal rate of arrivals, against Eick, Massey and
 * Whitt (1993): the number present at t is Poisson with mean
 * E[S] (base + swing (sin(t) E[cos(R)] - cos(t) E[sin(R)])), where R is the residual
 * of the service S, of density (1 - F(x)) / E[S].
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "tests/support/study.h"

#include <gsl/gsl_math.h>

#include <math.h>
#include <stdio.h>

enum { REPLICATION_COUNT = 1000, TIME_COUNT = 4, STEP_COUNT = 512, CYCLE_COUNT = 6 };

#define BASE 8.0
#define SWING 6.0
#define CYCLE (2.0 * M_PI) /* units */

struct service {
    const char *name;
    struct sim_dist dist;
    double mean;
    double residual_cos, residual_sin; /* E[cos(R)], E[sin(R)] */
};

/* The rate is constant in each of many steps, with the sine's own mean there. The
 * number present differs from theory by at most swing x step^2 = 0.001 on average,
 * as a residual chance over a step varies by 1 in all. */
struct rates {
    sim_time start[CYCLE_COUNT * STEP_COUNT + 1];
    double rate[CYCLE_COUNT * STEP_COUNT];
};

static double time_of_step(int step)
{
    return CYCLE * step / STEP_COUNT;
}

static void make_rates(struct rates *self)
{
    for (int i = 0; i <= CYCLE_COUNT * STEP_COUNT; i++) {
        self->start[i] = (sim_time)(time_of_step(i) * (double)QUEUE_NET_UNIT);
    }
    for (int i = 0; i < CYCLE_COUNT * STEP_COUNT; i++) {
        double a = time_of_step(i);
        double b = time_of_step(i + 1);
        double mean = BASE + SWING * (cos(a) - cos(b)) / (b - a);
        self->rate[i] = mean / (double)QUEUE_NET_UNIT;
    }
}

static double expected_present(const struct service *self, double time)
{
    return self->mean * (BASE + SWING * (sin(time) * self->residual_cos -
                                         cos(time) * self->residual_sin));
}

/* Four moments of the last cycle. By then the empty start is forgotten: the chance
 * that a service takes five cycles is below exp(-31 / 1.8) = 3e-8. */
static int step_of(int moment)
{
    return (CYCLE_COUNT - 1) * STEP_COUNT + moment * STEP_COUNT / TIME_COUNT + 32;
}

static void replicate(struct queue_net *net, uint64_t seed, uint32_t replication,
                      double present[TIME_COUNT])
{
    queue_net_begin(net, seed, replication);
    for (int i = 0; i < TIME_COUNT; i++) {
        assert_int_equal(queue_net_run_until(net, time_of_step(step_of(i))), SIM_OK);
        present[i] = (double)queue_net_present(net, 0);
    }
}

static void compare_seed(const struct service *self, struct queue_net *net,
                         struct study_family *family)
{
    struct sim_tally present[TIME_COUNT];
    struct sim_tally squares[TIME_COUNT];
    double expected[TIME_COUNT];
    for (int i = 0; i < TIME_COUNT; i++) {
        sim_tally_reset(&present[i]);
        sim_tally_reset(&squares[i]);
        expected[i] = expected_present(self, time_of_step(step_of(i)));
    }
    uint64_t seed = ++family->seed;
    for (uint32_t r = 0; r < REPLICATION_COUNT; r++) {
        double found[TIME_COUNT];
        replicate(net, seed, r, found);
        for (int i = 0; i < TIME_COUNT; i++) {
            sim_tally_add(&present[i], found[i]);
            sim_tally_add(&squares[i], gsl_pow_2(found[i] - expected[i]));
        }
    }
    for (int i = 0; i < TIME_COUNT; i++) {
        char name[64];
        snprintf(name, sizeof name, "%s at %.2f", self->name, time_of_step(step_of(i)));
        study_check(family, name, "mean", &present[i], expected[i]);
        study_check(family, name, "variance", &squares[i], expected[i]);
    }
}

static void compare(const struct service *self, void **state)
{
    static struct rates rates;
    make_rates(&rates);
    struct sim_arrivals arrivals;
    assert_int_equal(sim_arrivals_init(&arrivals, rates.start, rates.rate,
                                       CYCLE_COUNT * STEP_COUNT, 0, 0),
                     SIM_OK);
    struct queue_net_spec spec = {
        .station_count = 1,
        .class_count = 1,
        .stations = {{.servers = QUEUE_NET_UNLIMITED, .discipline = &sim_queue_fifo}},
        .classes = {{.arrivals = &arrivals, .service = {&self->dist}}},
        .row_count = 1024,
        .length = CYCLE_COUNT * CYCLE};
    struct queue_net *net = queue_net_create(&spec);
    for (int s = 0; s < STUDY_SEED_COUNT; s++) {
        compare_seed(self, net, *state);
    }
    queue_net_destroy(net);
}

/* R is uniform. */
static void test_mt_d_infinity_is_poisson_with_the_mean_of_theory(void **state)
{
    const double mean = 1.4;
    struct service self = {.name = "Mt/D/inf",
                           .mean = mean,
                           .residual_cos = sin(mean) / mean,
                           .residual_sin = (1.0 - cos(mean)) / mean};
    assert_int_equal(sim_dist_set_fixed(&self.dist, mean), SIM_OK);
    compare(&self, state);
}

/* R is exponential, as S. */
static void test_mt_m_infinity_is_poisson_with_the_mean_of_theory(void **state)
{
    const double mean = 0.9;
    struct service self = {.name = "Mt/M/inf",
                           .mean = mean,
                           .residual_cos = 1.0 / (1.0 + mean * mean),
                           .residual_sin = mean / (1.0 + mean * mean)};
    assert_int_equal(sim_dist_set_exponential(&self.dist, mean), SIM_OK);
    compare(&self, state);
}

/* R is of a branch with chance weight x mean of the branch / mean. */
static void test_mt_h_infinity_is_poisson_with_the_mean_of_theory(void **state)
{
    static const double weights[] = {0.75, 0.25};
    static const double means[] = {0.4, 1.8};
    struct service self = {.name = "Mt/H/inf", .mean = 0.75};
    for (int i = 0; i < 2; i++) {
        double share = weights[i] * means[i] / self.mean;
        self.residual_cos += share / (1.0 + means[i] * means[i]);
        self.residual_sin += share * means[i] / (1.0 + means[i] * means[i]);
    }
    assert_int_equal(sim_dist_set_hyperexponential(&self.dist, weights, means, 2),
                     SIM_OK);
    compare(&self, state);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_mt_d_infinity_is_poisson_with_the_mean_of_theory),
        cmocka_unit_test(test_mt_m_infinity_is_poisson_with_the_mean_of_theory),
        cmocka_unit_test(test_mt_h_infinity_is_poisson_with_the_mean_of_theory),
    };
    return cmocka_run_group_tests(tests, study_family_set_up, study_family_tear_down);
}
