/* tests/verification/test_patience.c - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * M/M/c of which customers leave the queue after a patience with any distribution,
 * against Baccelli and Hebuterne (1981) in the notation of Zeltyn and Mandelbaum
 * (2005): with H(x) the integral of the chance to have patience beyond u, for u up to
 * x, J is the integral of exp(rate H(x) - c x / service) and K that of H times it.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "tests/support/queue_theory.h"
#include "tests/support/study.h"

#include <float.h>
#include <math.h>

#define ARRIVALS 3000.0 /* expected in the window */

/* Services take 1 on average. The chance that patience goes beyond x falls by steps:
 * [count] values with equal chance. That makes all integrals sums of exponentials. */
struct station {
    const char *name;
    int servers;
    double rate;
    int count;
    double patience[3]; /* goes up */
    /* What follows. */
    struct sim_dist patience_dist;
    double j, k; /* J and K above */
    double e;    /* chance of no wait : chance of wait = e : rate x J */
};

/* The stretch of waits after [steps] values of patience: where it begins, H there, the
 * slope of H, and how fast rate H(x) - c x / service grows. */
struct stretch {
    double begin, end; /* INFINITY after the last */
    double h, slope, growth;
    double height; /* exp(rate H - c x / service) where it begins */
};

static struct stretch find_stretch(const struct station *self, int steps)
{
    struct stretch stretch = {.end = steps < self->count ? self->patience[steps]
                                                         : INFINITY};
    for (int i = 0; i < steps; i++) {
        double slope = (double)(self->count - i) / self->count;
        stretch.h += slope * (self->patience[i] - stretch.begin);
        stretch.begin = self->patience[i];
    }
    stretch.slope = (double)(self->count - steps) / self->count;
    stretch.growth = self->rate * stretch.slope - self->servers;
    stretch.height = exp(self->rate * stretch.h - self->servers * stretch.begin);
    return stretch;
}

/* Integral of exp(growth y) and of y exp(growth y) over y from 0 to [length]. */
static double integral(double growth, double length)
{
    return (exp(growth * length) - 1.0) / growth;
}

static double moment_integral(double growth, double length)
{
    double end = isinf(length) ? 0.0 : length * exp(growth * length);
    return (end - integral(growth, length)) / growth;
}

static void solve(struct station *self)
{
    for (int steps = 0; steps <= self->count; steps++) {
        struct stretch stretch = find_stretch(self, steps);
        double length = stretch.end - stretch.begin;
        double mass = integral(stretch.growth, length);
        self->j += stretch.height * mass;
        self->k +=
            stretch.height * (stretch.h * mass +
                              stretch.slope * moment_integral(stretch.growth, length));
    }
    self->e = 1.0;
    for (int n = 1; n < self->servers; n++) {
        self->e = 1.0 + self->e * n / self->rate;
    }
    static const double weights[] = {1.0, 1.0, 1.0};
    assert_int_equal(sim_dist_set_empirical(&self->patience_dist, self->patience,
                                            weights, self->count),
                     SIM_OK);
}

/* The wait in store for somebody patient, when it is not 0, by inversion: its density
 * is proportional to exp(rate H(x) - c x / service). */
static double draw_wait(const struct station *self, double uniform)
{
    double left = uniform * self->j;
    for (int steps = 0;; steps++) {
        struct stretch stretch = find_stretch(self, steps);
        double mass =
            stretch.height * integral(stretch.growth, stretch.end - stretch.begin);
        if (left < mass || steps == self->count) {
            double y = log1p(stretch.growth * left / stretch.height) / stretch.growth;
            return stretch.begin + y;
        }
        left -= mass;
    }
}

static double draw_exponential(struct queue_net *net, uint32_t number)
{
    return -log(queue_net_start_uniform(net, number));
}

/* In equilibrium either fewer than all servers are at work, or the first of them comes
 * free after the wait in store and the others have an exponential time to go then.
 * Under first-in-first-out those who come later notice no more of the queue. */
static void start(struct queue_net *net, const void *context)
{
    const struct station *self = context;
    double chance = self->e / (self->e + self->rate * self->j);
    int present = self->servers;
    double wait = 0.0;
    if (queue_net_start_uniform(net, 0) < chance) {
        struct queue_theory loss = {.servers = self->servers - 1,
                                    .room = self->servers - 1,
                                    .rate = self->rate,
                                    .service = 1.0};
        struct queue_equilibrium fewer;
        queue_theory_solve(&loss, &fewer);
        present = queue_equilibrium_draw(&fewer, queue_net_start_uniform(net, 1));
    } else {
        wait = draw_wait(self, queue_net_start_uniform(net, 2));
    }
    for (int i = 0; i < present; i++) {
        bool is_first = present == self->servers && i == 0;
        double more = is_first ? 0.0 : draw_exponential(net, 3 + (uint32_t)i);
        queue_net_occupy(net, 0, 0, wait + more);
    }
}

static void measure(const struct queue_net *net, const void *context, double *found)
{
    (void)context;
    const struct queue_net_count *count = &net->sites[0].counts[0];
    found[0] = (double)count->wait / (double)QUEUE_NET_UNIT / ARRIVALS;
    found[1] = (double)count->delayed / ARRIVALS;
    found[2] = (double)count->abandoned / ARRIVALS;
}

static void compare(struct station *self, void **state)
{
    solve(self);
    struct sim_dist service;
    assert_int_equal(sim_dist_set_exponential(&service, 1.0), SIM_OK);
    struct study study = {
        .name = self->name,
        .context = self,
        .start = start,
        .measure = measure,
        .spec = {.station_count = 1,
                 .class_count = 1,
                 .stations = {{.servers = self->servers,
                               .discipline = &sim_queue_fifo,
                               .patience = &self->patience_dist}},
                 .classes = {{.rate = self->rate, .service = {&service}}},
                 .row_count = 4096,
                 .length = ARRIVALS / self->rate},
    };
    double sum = self->e + self->rate * self->j;
    study_expect(&study, "wait", self->rate * self->k / sum);
    study_expect(&study, "delayed", self->rate * self->j / sum);
    study_expect(&study, "abandoned",
                 (1.0 + (self->rate - self->servers) * self->j) / sum);
    study_compare(&study, state);
}

static void test_fixed_patience_agrees_with_theory(void **state)
{
    struct station one = {
        .name = "M/M/1+D", .servers = 1, .rate = 0.9, .count = 1, .patience = {1.5}};
    compare(&one, state);
    struct station four = {
        .name = "M/M/4+D", .servers = 4, .rate = 4.6, .count = 1, .patience = {0.4}};
    compare(&four, state);
}

static void test_patience_with_three_values_agrees_with_theory(void **state)
{
    struct station self = {.name = "M/M/3+G",
                           .servers = 3,
                           .rate = 3.3,
                           .count = 3,
                           .patience = {0.1, 0.5, 2.5}};
    compare(&self, state);
}

/* Patience that nobody needs to lose, against Erlang's second formula. */
static void test_theory_of_patience_contains_erlang_c(void **state)
{
    (void)state;
    struct station self = {.servers = 5, .rate = 4.0, .count = 1, .patience = {60.0}};
    solve(&self);
    double sum = self.e + self.rate * self.j;
    double delayed = queue_theory_erlang_c(5, 4.0);
    double rounding = 1e4 * DBL_EPSILON;
    /* What comes after a wait of 60 has a chance below exp(-60). */
    assert_true(fabs(self.rate * self.j / sum - delayed) < rounding);
    assert_true(fabs(self.rate * self.k / sum - delayed) < rounding);
    assert_true(fabs(1.0 + (self.rate - self.servers) * self.j) < rounding);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_theory_of_patience_contains_erlang_c),
        cmocka_unit_test(test_fixed_patience_agrees_with_theory),
        cmocka_unit_test(test_patience_with_three_values_agrees_with_theory),
    };
    return cmocka_run_group_tests(tests, study_family_set_up, study_family_tear_down);
}
