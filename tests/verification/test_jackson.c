/* tests/verification/test_jackson.c - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An open network of three stations in which customers come back, against Jackson
 * (1957): in equilibrium each station is by itself an M/M/c with the rate that the
 * traffic equations give it, and the numbers present are independent.
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

enum { STATION_COUNT = 3 };

static const int64_t SERVERS[STATION_COUNT] = {1, 2, 4};
static const double SERVICE[STATION_COUNT] = {0.5, 0.8, 2.5};
static const double OUTSIDE[STATION_COUNT] = {0.9, 0.5, 0.0};
static const double NEXT[STATION_COUNT][STATION_COUNT] = {
    {0.0, 0.6, 0.3}, {0.2, 0.1, 0.4}, {0.0, 0.25, 0.0}};
#define LENGTH 2500.0

struct network {
    double rate[STATION_COUNT]; /* of arrivals from outside and from each other */
    struct queue_equilibrium equilibrium[STATION_COUNT];
    struct sim_dist service[STATION_COUNT];
};

/* The traffic equations, by letting customers walk until none are left. */
static void solve_traffic(struct network *self)
{
    double flow[STATION_COUNT];
    double left = 1.0;
    for (int i = 0; i < STATION_COUNT; i++) {
        flow[i] = OUTSIDE[i];
        self->rate[i] = OUTSIDE[i];
    }
    while (left > DBL_EPSILON) {
        double next[STATION_COUNT] = {0.0};
        for (int i = 0; i < STATION_COUNT; i++) {
            for (int j = 0; j < STATION_COUNT; j++) {
                next[j] += flow[i] * NEXT[i][j];
            }
        }
        left = 0.0;
        for (int j = 0; j < STATION_COUNT; j++) {
            flow[j] = next[j];
            self->rate[j] += flow[j];
            left += flow[j];
        }
    }
}

static void solve(struct network *self)
{
    solve_traffic(self);
    for (int i = 0; i < STATION_COUNT; i++) {
        struct queue_theory theory = {
            .servers = (int)SERVERS[i], .rate = self->rate[i], .service = SERVICE[i]};
        queue_theory_solve(&theory, &self->equilibrium[i]);
        assert_int_equal(sim_dist_set_exponential(&self->service[i], SERVICE[i]),
                         SIM_OK);
    }
}

/* Each station by itself, as the numbers present at one time are independent. */
static void start(struct queue_net *net, const void *context)
{
    const struct network *self = context;
    for (int i = 0; i < STATION_COUNT; i++) {
        int present = queue_equilibrium_draw(&self->equilibrium[i],
                                             queue_net_start_uniform(net, (uint32_t)i));
        for (int k = 0; k < present; k++) {
            queue_net_place(net, i, 0);
        }
    }
}

static double arrivals_at(const struct queue_net_site *site)
{
    return (double)(site->counts[0].arrived + site->counts[1].arrived);
}

static void measure(const struct queue_net *net, const void *context, double *found)
{
    (void)context;
    for (int i = 0; i < STATION_COUNT; i++) {
        *found++ = arrivals_at(&net->sites[i]) / LENGTH;
        *found++ = queue_net_mean_queue(net, i);
        *found++ = queue_net_mean_busy(net, i);
    }
}

static struct queue_net_spec make_spec(const struct network *self)
{
    struct queue_net_spec spec = {.station_count = STATION_COUNT,
                                  .class_count = 2,
                                  .row_count = 4096,
                                  .length = LENGTH};
    for (int i = 0; i < STATION_COUNT; i++) {
        spec.stations[i].servers = SERVERS[i];
        spec.stations[i].discipline = &sim_queue_fifo;
        for (int j = 0; j < STATION_COUNT; j++) {
            spec.stations[i].next[j] = NEXT[i][j];
        }
        for (int k = 0; k < 2; k++) {
            spec.classes[k].service[i] = &self->service[i];
        }
    }
    for (int k = 0; k < 2; k++) {
        spec.classes[k].station = k;
        spec.classes[k].rate = OUTSIDE[k];
    }
    return spec;
}

static void test_jackson_network_behaves_as_separate_stations(void **state)
{
    struct network self;
    solve(&self);
    struct study study = {.name = "Jackson network",
                          .context = &self,
                          .spec = make_spec(&self),
                          .start = start,
                          .measure = measure};
    static const char *const arrivals[] = {"arrivals at 1", "arrivals at 2",
                                           "arrivals at 3"};
    static const char *const queue[] = {"queue at 1", "queue at 2", "queue at 3"};
    static const char *const busy[] = {"servers at work at 1", "servers at work at 2",
                                       "servers at work at 3"};
    for (int i = 0; i < STATION_COUNT; i++) {
        study_expect(&study, arrivals[i], self.rate[i]);
        study_expect(&study, queue[i], self.equilibrium[i].queue);
        study_expect(&study, busy[i], self.rate[i] * SERVICE[i]);
    }
    study_compare(&study, state);
}

/* The rate of a station is that from outside and the share of each other's. */
static void test_traffic_equations_hold(void **state)
{
    (void)state;
    struct network self;
    solve_traffic(&self);
    for (int j = 0; j < STATION_COUNT; j++) {
        double sum = OUTSIDE[j];
        for (int i = 0; i < STATION_COUNT; i++) {
            sum += self.rate[i] * NEXT[i][j];
        }
        assert_true(fabs(self.rate[j] - sum) < 100.0 * DBL_EPSILON);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_traffic_equations_hold),
        cmocka_unit_test(test_jackson_network_behaves_as_separate_stations),
    };
    return cmocka_run_group_tests(tests, study_family_set_up, study_family_tear_down);
}
