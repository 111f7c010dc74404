/* tests/verification/test_mg1.c - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One server, Poisson arrivals and every distribution of service there is, against
 * Pollaczek and Khinchine: the mean wait is rate x E[S^2] / (2 (1 - load)).
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "tests/support/study.h"

#include <math.h>

#define LOAD 0.7
#define ARRIVALS 3000.0 /* expected in the window */

struct service {
    const char *name;
    struct sim_dist dist;
    double mean;
    double second_moment;
};

/* The work present in equilibrium is a sum of residual services, n of them with chance
 * (1 - load) load^n. Under first-in-first-out the waits depend on nothing else, so it
 * may as well be one service under way. */
static void start(struct queue_net *net, const void *context)
{
    const struct service *self = context;
    int count = (int)(log(queue_net_start_uniform(net, 0)) / log(LOAD));
    double work = 0.0;
    for (int i = 0; i < count; i++) {
        (void)queue_net_start_uniform(net, 1 + (uint32_t)i);
        work += sim_dist_draw_residual(&self->dist, &net->stream);
    }
    if (count > 0) {
        queue_net_occupy(net, 0, 0, work);
    }
}

static void measure(const struct queue_net *net, const void *context, double *found)
{
    (void)context;
    const struct queue_net_count *count = &net->sites[0].counts[0];
    found[0] = (double)count->wait / (double)QUEUE_NET_UNIT / ARRIVALS;
    found[1] = (double)count->delayed / ARRIVALS;
    found[2] = (double)count->service / (double)QUEUE_NET_UNIT / ARRIVALS;
}

static void compare(const struct service *self, void **state)
{
    double rate = LOAD / self->mean;
    struct study study = {
        .name = self->name,
        .context = self,
        .start = start,
        .measure = measure,
        .spec = {.station_count = 1,
                 .class_count = 1,
                 .stations = {{.servers = 1, .discipline = &sim_queue_fifo}},
                 .classes = {{.rate = rate, .service = {&self->dist}}},
                 .row_count = 4096,
                 .length = ARRIVALS / rate},
    };
    study_expect(&study, "wait", rate * self->second_moment / (2.0 * (1.0 - LOAD)));
    study_expect(&study, "delayed", LOAD);
    study_expect(&study, "service", self->mean);
    study_compare(&study, state);
}

typedef enum sim_status (*setter)(struct sim_dist *self, double mean, double cv);

static void compare_cv(const char *name, setter set, double mean, double cv,
                       void **state)
{
    struct service self = {
        .name = name, .mean = mean, .second_moment = mean * mean * (1.0 + cv * cv)};
    assert_int_equal(set(&self.dist, mean, cv), SIM_OK);
    compare(&self, state);
}

static void test_mg1_with_fixed_service_agrees(void **state)
{
    struct service self = {"M/D/1", .mean = 1.3, .second_moment = 1.69};
    assert_int_equal(sim_dist_set_fixed(&self.dist, 1.3), SIM_OK);
    compare(&self, state);
}

static void test_mg1_with_exponential_service_agrees(void **state)
{
    struct service self = {"M/M/1", .mean = 0.7, .second_moment = 0.98};
    assert_int_equal(sim_dist_set_exponential(&self.dist, 0.7), SIM_OK);
    compare(&self, state);
}

static void test_mg1_with_gamma_service_agrees(void **state)
{
    compare_cv("M/G/1, gamma, cv 0.5", sim_dist_set_gamma, 1.0, 0.5, state);
    compare_cv("M/G/1, gamma, cv 1.4", sim_dist_set_gamma, 1.0, 1.4, state);
}

static void test_mg1_with_lognormal_service_agrees(void **state)
{
    compare_cv("M/G/1, lognormal, cv 0.8", sim_dist_set_lognormal, 2.1, 0.8, state);
}

static void test_mg1_with_weibull_service_agrees(void **state)
{
    compare_cv("M/G/1, Weibull, cv 0.4", sim_dist_set_weibull, 0.9, 0.4, state);
    compare_cv("M/G/1, Weibull, cv 1.3", sim_dist_set_weibull, 0.9, 1.3, state);
}

/* Sums of weight x mean and of weight x 2 mean^2. */
static void test_mg1_with_hyperexponential_service_agrees(void **state)
{
    static const double weights[] = {0.6, 0.3, 0.1};
    static const double means[] = {0.4, 1.2, 3.0};
    struct service self = {"M/G/1, hyperexponential", .mean = 0.9,
                           .second_moment =
                               2.0 * (0.6 * 0.16 + 0.3 * 1.44 + 0.1 * 9.0)};
    assert_int_equal(sim_dist_set_hyperexponential(&self.dist, weights, means, 3),
                     SIM_OK);
    compare(&self, state);
}

static void test_mg1_with_empirical_service_agrees(void **state)
{
    static const double values[] = {0.2, 2.5, 1.1, 0.6};
    static const double weights[] = {4.0, 1.0, 2.0, 3.0};
    struct service self = {"M/G/1, empirical", .mean = (0.8 + 2.5 + 2.2 + 1.8) / 10.0,
                           .second_moment = (0.16 + 6.25 + 2.42 + 1.08) / 10.0};
    assert_int_equal(sim_dist_set_empirical(&self.dist, values, weights, 4), SIM_OK);
    compare(&self, state);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_mg1_with_fixed_service_agrees),
        cmocka_unit_test(test_mg1_with_exponential_service_agrees),
        cmocka_unit_test(test_mg1_with_gamma_service_agrees),
        cmocka_unit_test(test_mg1_with_lognormal_service_agrees),
        cmocka_unit_test(test_mg1_with_weibull_service_agrees),
        cmocka_unit_test(test_mg1_with_hyperexponential_service_agrees),
        cmocka_unit_test(test_mg1_with_empirical_service_agrees),
    };
    return cmocka_run_group_tests(tests, study_family_set_up, study_family_tear_down);
}
