/* tests/verification/test_mmc.c - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One station with Poisson arrivals and exponential services: M/M/c, M/M/c/K and
 * M/M/c+M. Every replication starts in equilibrium, so there is no warm-up to choose.
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

struct station {
    const char *name;
    struct queue_theory theory;
    struct queue_equilibrium equilibrium;
    struct sim_dist service;
    struct sim_dist patience;
    double arrivals; /* expected in the window */
    bool has_queue;
};

static void start(struct queue_net *net, const void *context)
{
    const struct station *self = context;
    int present =
        queue_equilibrium_draw(&self->equilibrium, queue_net_start_uniform(net, 0));
    for (int i = 0; i < present; i++) {
        queue_net_place(net, 0, 0);
    }
}

static void measure(const struct queue_net *net, const void *context, double *found)
{
    const struct station *self = context;
    const struct queue_net_count *count = &net->sites[0].counts[0];
    *found++ = queue_net_mean_busy(net, 0);
    if (self->has_queue) {
        *found++ = queue_net_mean_queue(net, 0);
        *found++ = (double)count->wait / (double)QUEUE_NET_UNIT / self->arrivals;
        *found++ = (double)count->delayed / self->arrivals;
    }
    if (self->theory.room > 0) {
        *found++ = (double)count->blocked / self->arrivals;
    }
    if (self->theory.patience > 0.0) {
        *found++ = (double)count->abandoned / self->arrivals;
    }
}

/* Waits and losses are per arrival, the blocked included. By Little's law the wait is
 * the queue over the arrival rate; whoever queues loses patience at a constant rate. */
static void expect(struct study *study, const struct station *self)
{
    const struct queue_equilibrium *equilibrium = &self->equilibrium;
    double wait = equilibrium->queue / self->theory.rate;
    study_expect(study, "servers at work", equilibrium->busy);
    if (self->has_queue) {
        study_expect(study, "number in the queue", equilibrium->queue);
        study_expect(study, "wait per arrival", wait);
        study_expect(study, "delayed", equilibrium->occupied);
    }
    if (self->theory.room > 0) {
        study_expect(study, "blocked", equilibrium->full);
    }
    if (self->theory.patience > 0.0) {
        study_expect(study, "abandoned", wait / self->theory.patience);
    }
}

/* [customers]: how many are expected in a replication. */
static void compare(const char *name, struct queue_theory theory, double customers,
                    void **state)
{
    struct station self = {
        .theory = theory,
        .arrivals = customers,
        .has_queue = theory.room == 0 || theory.room > theory.servers,
    };
    queue_theory_solve(&theory, &self.equilibrium);
    assert_int_equal(sim_dist_set_exponential(&self.service, theory.service), SIM_OK);
    if (theory.patience > 0.0) {
        assert_int_equal(sim_dist_set_exponential(&self.patience, theory.patience),
                         SIM_OK);
    }
    struct study study = {
        .name = name,
        .context = &self,
        .start = start,
        .measure = measure,
        .spec = {.station_count = 1,
                 .class_count = 1,
                 .stations = {{.servers = theory.servers,
                               .room = theory.room,
                               .discipline = &sim_queue_fifo,
                               .patience =
                                   theory.patience > 0.0 ? &self.patience : NULL}},
                 .classes = {{.rate = theory.rate, .service = {&self.service}}},
                 .row_count = 8192,
                 .length = customers / theory.rate},
    };
    expect(&study, &self);
    study_compare(&study, state);
}

static void test_mmc_agrees_with_erlang_c(void **state)
{
    compare("M/M/2 at 0.7",
            (struct queue_theory){.servers = 2, .rate = 1.4, .service = 1.0}, 4000.0,
            state);
    compare("M/M/5 at 0.8",
            (struct queue_theory){.servers = 5, .rate = 2.0, .service = 2.0}, 5000.0,
            state);
    compare("M/M/30 at 0.85",
            (struct queue_theory){.servers = 30, .rate = 25.5, .service = 1.0}, 8000.0,
            state);
}

static void test_mmck_blocks_as_many_as_theory_says(void **state)
{
    compare("M/M/1/4 at 1.2",
            (struct queue_theory){.servers = 1, .room = 4, .rate = 1.2, .service = 1.0},
            3000.0, state);
    compare("M/M/3/8 at 0.9",
            (struct queue_theory){.servers = 3, .room = 8, .rate = 2.7, .service = 1.0},
            3000.0, state);
    compare("M/M/4/4 at 0.75",
            (struct queue_theory){.servers = 4, .room = 4, .rate = 3.0, .service = 1.0},
            3000.0, state);
}

static void test_mmc_with_patience_abandons_as_erlang_a_says(void **state)
{
    compare("M/M/1+M at 0.9",
            (struct queue_theory){
                .servers = 1, .rate = 0.9, .service = 1.0, .patience = 2.0},
            3000.0, state);
    compare("M/M/6+M at 1.25",
            (struct queue_theory){
                .servers = 6, .rate = 7.5, .service = 1.0, .patience = 0.6},
            3000.0, state);
    compare("M/M/3/7+M at 1.1",
            (struct queue_theory){
                .servers = 3, .room = 7, .rate = 3.3, .service = 1.0, .patience = 3.0},
            3000.0, state);
}

static void assert_equal_but_for_rounding(double a, double b)
{
    assert_true(fabs(a - b) < 1000.0 * DBL_EPSILON * fabs(b));
}

/* The expected values themselves, against formulas found another way. */
static void test_equilibrium_equals_erlangs_formulas(void **state)
{
    (void)state;
    struct queue_equilibrium equilibrium;
    queue_theory_solve(
        &(struct queue_theory){.servers = 4, .room = 4, .rate = 3.0, .service = 1.0},
        &equilibrium);
    /* (3^4 / 4!) / (1 + 3 + 9/2 + 27/6 + 81/24) */
    assert_equal_but_for_rounding(equilibrium.full, 81.0 / 393.0);
    assert_equal_but_for_rounding(queue_theory_erlang_b(4, 3.0), 81.0 / 393.0);
    queue_theory_solve(
        &(struct queue_theory){.servers = 5, .rate = 2.0, .service = 2.0},
        &equilibrium);
    double delayed = queue_theory_erlang_c(5, 4.0);
    assert_equal_but_for_rounding(equilibrium.occupied, delayed);
    assert_equal_but_for_rounding(equilibrium.queue, delayed * 0.8 / (1.0 - 0.8));
    assert_equal_but_for_rounding(equilibrium.busy, 4.0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_mmc_agrees_with_erlang_c),
        cmocka_unit_test(test_mmck_blocks_as_many_as_theory_says),
        cmocka_unit_test(test_mmc_with_patience_abandons_as_erlang_a_says),
        cmocka_unit_test(test_equilibrium_equals_erlangs_formulas),
    };
    return cmocka_run_group_tests(tests, study_family_set_up, study_family_tear_down);
}
