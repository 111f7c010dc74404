/* tests/verification/test_priority.c - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One server and two classes, of which the urgent goes first but does not interrupt,
 * against Cobham (1954): with load l1 and l2 of the classes the mean waits are
 * w / (1 - l1) and w / ((1 - l1) (1 - l1 - l2)), where w is the mean time that the
 * service under way still takes, the sum of rate x E[S^2] / 2.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "tests/support/study.h"

#include <math.h>

#define WARM_UP 1500.0
#define LENGTH 4000.0

struct classes {
    const char *name;
    double rates[2];
    double means[2];
};

/* Starts empty. The work present does not depend on who goes first, and is no more
 * than that of a copy in equilibrium; from when the copy is empty the two are equal.
 * Starting from work V the copy takes longer than t with chance at most
 * E[exp(theta V)] exp(-delta t), where delta = theta - sum of rate x (E[exp(theta S)]
 * - 1), and E[exp(theta V)] = (1 - load) theta / delta (Pollaczek and Khinchine). */
static double chance_that_the_start_is_remembered(const struct classes *self,
                                                  double theta)
{
    double delta = theta;
    double load = 0.0;
    for (int i = 0; i < 2; i++) {
        delta -= self->rates[i] * (1.0 / (1.0 - theta * self->means[i]) - 1.0);
        load += self->rates[i] * self->means[i];
    }
    return (1.0 - load) * theta / delta * exp(-delta * WARM_UP);
}

static void measure(const struct queue_net *net, const void *context, double *found)
{
    const struct classes *self = context;
    for (int i = 0; i < 2; i++) {
        double arrivals = self->rates[i] * LENGTH;
        found[i] = (double)net->sites[0].counts[i].wait / (double)QUEUE_NET_UNIT;
        found[i] /= arrivals;
    }
    found[2] = queue_net_mean_queue(net, 0);
}

static void compare(const struct classes *self, void **state)
{
    struct study study = {
        .name = self->name,
        .context = self,
        .measure = measure,
        .spec = {.station_count = 1,
                 .class_count = 2,
                 .stations = {{.servers = 1, .discipline = &sim_queue_priority}},
                 .row_count = 4096,
                 .warm_up = WARM_UP,
                 .length = LENGTH},
    };
    struct sim_dist services[2];
    double left = 0.0;
    double loads[2];
    for (int i = 0; i < 2; i++) {
        assert_int_equal(sim_dist_set_exponential(&services[i], self->means[i]),
                         SIM_OK);
        study.spec.classes[i] = (struct queue_net_class){
            .rate = self->rates[i], .urgency = i, .service = {&services[i]}};
        loads[i] = self->rates[i] * self->means[i];
        left += loads[i] * self->means[i];
    }
    double urgent = left / (1.0 - loads[0]);
    double other = urgent / (1.0 - loads[0] - loads[1]);
    study_expect(&study, "wait of the urgent", urgent);
    study_expect(&study, "wait of the others", other);
    study_expect(&study, "number in the queue",
                 self->rates[0] * urgent + self->rates[1] * other);
    study_compare(&study, state);
}

static void test_priority_agrees_with_cobham_when_services_are_alike(void **state)
{
    const struct classes self = {"M/M/1, 2 priorities", {0.3, 0.4}, {1.0, 1.0}};
    assert_true(chance_that_the_start_is_remembered(&self, 0.16) < 1e-9);
    compare(&self, state);
}

static void test_priority_agrees_with_cobham_when_services_differ(void **state)
{
    const struct classes self = {
        "M/M/1, 2 priorities, urgent ones take longer", {0.25, 0.5}, {1.4, 0.6}};
    assert_true(chance_that_the_start_is_remembered(&self, 0.12) < 1e-9);
    compare(&self, state);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_priority_agrees_with_cobham_when_services_are_alike),
        cmocka_unit_test(test_priority_agrees_with_cobham_when_services_differ),
    };
    return cmocka_run_group_tests(tests, study_family_set_up, study_family_tear_down);
}
