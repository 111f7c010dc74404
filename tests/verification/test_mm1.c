/* tests/verification/test_mm1.c - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The simplest queue there is, where more is known than the mean: it does not depend
 * on who goes first, it obeys Little's law to the tick, and intervals of replications
 * cover it as often as they say.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "tests/support/study.h"

#include <math.h>

#define ARRIVALS 4000.0 /* expected in the window */

struct mm1 {
    double load;
    struct sim_dist service;
};

/* The number present in equilibrium is geometric: P(N >= n) = load^n. */
static void start(struct queue_net *net, const void *context)
{
    const struct mm1 *self = context;
    int present = (int)(log(queue_net_start_uniform(net, 0)) / log(self->load));
    for (int i = 0; i < present; i++) {
        queue_net_place(net, 0, 0);
    }
}

static void measure(const struct queue_net *net, const void *context, double *found)
{
    (void)context;
    const struct queue_net_count *count = &net->sites[0].counts[0];
    found[0] = (double)count->wait / (double)QUEUE_NET_UNIT / ARRIVALS;
    found[1] = queue_net_mean_queue(net, 0);
    found[2] = queue_net_mean_busy(net, 0);
}

static struct queue_net_spec make_spec(struct mm1 *self, double length,
                                       const struct sim_queue_discipline *discipline)
{
    assert_int_equal(sim_dist_set_exponential(&self->service, 1.0), SIM_OK);
    return (struct queue_net_spec){
        .station_count = 1,
        .class_count = 1,
        .stations = {{.servers = 1, .discipline = discipline}},
        .classes = {{.rate = self->load, .service = {&self->service}}},
        .row_count = 4096,
        .length = length};
}

static void compare(const char *name, const struct sim_queue_discipline *discipline,
                    void **state)
{
    struct mm1 self = {.load = 0.75};
    struct study study = {.name = name,
                          .context = &self,
                          .spec = make_spec(&self, ARRIVALS / 0.75, discipline),
                          .start = start,
                          .measure = measure};
    study_expect(&study, "wait", 3.0);
    study_expect(&study, "number in the queue", 2.25);
    study_expect(&study, "server at work", 0.75);
    study_compare(&study, state);
}

static void test_mm1_agrees_with_theory(void **state)
{
    compare("M/M/1 at 0.75", &sim_queue_fifo, state);
}

/* Who is served first does not change the mean as long as it does not look at the
 * length of the service. */
static void test_mm1_has_the_same_means_when_the_last_is_served_first(void **state)
{
    compare("M/M/1 at 0.75, last in first out", &sim_queue_lifo, state);
}

/* Arrivals stop halfway the window, so everybody has left when it ends. */
static void test_mm1_obeys_littles_law_to_the_tick(void **state)
{
    (void)state;
    const double length = 4000.0;
    const sim_time period[] = {0, (sim_time)(length / 2.0) * QUEUE_NET_UNIT};
    const double rate = 0.8 / (double)QUEUE_NET_UNIT;
    struct sim_arrivals arrivals;
    assert_int_equal(sim_arrivals_init(&arrivals, period, &rate, 1, 0, 0), SIM_OK);
    struct mm1 self = {.load = 0.8};
    struct queue_net_spec spec = make_spec(&self, length, &sim_queue_fifo);
    spec.classes[0].arrivals = &arrivals;
    struct queue_net *net = queue_net_create(&spec);
    for (uint32_t replication = 0; replication < 10; replication++) {
        queue_net_begin(net, 3, replication);
        queue_net_finish(net);
        const struct queue_net_site *site = &net->sites[0];
        assert_int_equal(net->pool.live_count, 0);
        assert_true(site->queue_area > 0);
        assert_true(site->queue_area == site->counts[0].wait);
        assert_true(site->busy_area == site->counts[0].service);
    }
    queue_net_destroy(net);
}

enum { EXPERIMENT_COUNT = 1000, INTERVAL_COUNT = 2 };

static const double CONFIDENCE[INTERVAL_COUNT] = {0.8, 0.95};

/* One experiment of 20 replications, in which the server works a share [load] of the
 * time. Adds one to [covered] for each interval that contains it. Student's interval is
 * for values that are nearly normal, as this share is; queues are skewed to the right,
 * and intervals of a few short replications cover them less often. */
static void experiment(const struct mm1 *self, struct queue_net *net, uint64_t seed,
                       int covered[INTERVAL_COUNT])
{
    struct sim_tally busy;
    sim_tally_reset(&busy);
    for (uint32_t replication = 0; replication < 20; replication++) {
        queue_net_begin(net, seed, replication);
        start(net, self);
        queue_net_finish(net);
        sim_tally_add(&busy, queue_net_mean_busy(net, 0));
    }
    for (int i = 0; i < INTERVAL_COUNT; i++) {
        struct sim_interval interval = sim_tally_interval(&busy, CONFIDENCE[i]);
        covered[i] += interval.low <= self->load && self->load <= interval.high;
    }
}

/* Within 4 standard errors of a binomial share. */
static void test_mm1_intervals_cover_the_true_load_as_often_as_they_say(void **state)
{
    (void)state;
    struct mm1 self = {.load = 0.5};
    struct queue_net_spec spec = make_spec(&self, 200.0, &sim_queue_fifo);
    struct queue_net *net = queue_net_create(&spec);
    int covered[INTERVAL_COUNT] = {0};
    for (uint64_t i = 0; i < EXPERIMENT_COUNT; i++) {
        experiment(&self, net, 1000 + i, covered);
    }
    queue_net_destroy(net);
    for (int i = 0; i < INTERVAL_COUNT; i++) {
        double p = CONFIDENCE[i];
        double error = sqrt(p * (1.0 - p) / EXPERIMENT_COUNT);
        double share = (double)covered[i] / EXPERIMENT_COUNT;
        print_message("intervals of %.0f%% cover %.1f%%, standard error %.1f%%\n",
                      100.0 * p, 100.0 * share, 100.0 * error);
        assert_true(fabs(share - p) < 4.0 * error);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_mm1_agrees_with_theory),
        cmocka_unit_test(test_mm1_has_the_same_means_when_the_last_is_served_first),
        cmocka_unit_test(test_mm1_obeys_littles_law_to_the_tick),
        cmocka_unit_test(test_mm1_intervals_cover_the_true_load_as_often_as_they_say),
    };
    return cmocka_run_group_tests(tests, study_family_set_up, study_family_tear_down);
}
