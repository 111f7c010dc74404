/* tests/support/study.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/study.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>

#include <math.h>
#include <stdlib.h>

#define BOUND 4.0

int study_family_set_up(void **state)
{
    gsl_set_error_handler_off();
    *state = calloc(1, sizeof(struct study_family));
    return *state == NULL;
}

int study_family_tear_down(void **state)
{
    const struct study_family *self = *state;
    print_message("%d comparisons at %g standard errors: a right simulator fails one "
                  "or more with chance %.3f at most\n",
                  self->count, BOUND, self->chance);
    free(*state);
    return 0;
}

void study_expect(struct study *self, const char *measure, double expected)
{
    assert_true(self->measure_count < STUDY_MEASURE_MAX);
    self->measures[self->measure_count] = measure;
    self->expected[self->measure_count] = expected;
    self->measure_count++;
}

void study_replicate(const struct study *self, uint64_t seed, struct sim_tally *tallies)
{
    for (int i = 0; i < self->measure_count; i++) {
        sim_tally_reset(&tallies[i]);
    }
    struct queue_net *net = queue_net_create(&self->spec);
    for (uint32_t r = 0; r < STUDY_REPLICATION_COUNT; r++) {
        double found[STUDY_MEASURE_MAX];
        queue_net_begin(net, seed, r);
        if (self->start != NULL) {
            self->start(net, self->context);
        }
        queue_net_finish(net);
        self->measure(net, self->context, found);
        for (int i = 0; i < self->measure_count; i++) {
            sim_tally_add(&tallies[i], found[i]);
        }
    }
    queue_net_destroy(net);
}

void study_compare(const struct study *self, void **state)
{
    struct study_family *family = *state;
    for (int s = 0; s < STUDY_SEED_COUNT; s++) {
        struct sim_tally tallies[STUDY_MEASURE_MAX];
        study_replicate(self, ++family->seed, tallies);
        for (int i = 0; i < self->measure_count; i++) {
            assert_int_equal(tallies[i].count, STUDY_REPLICATION_COUNT);
            study_check(family, self->name, self->measures[i], &tallies[i],
                        self->expected[i]);
        }
    }
}

void study_check(struct study_family *self, const char *name, const char *measure,
                 const struct sim_tally *found, double expected)
{
    double error = sim_tally_standard_error(found);
    double deviation = found->mean - expected;
    print_message("%s, %s: expected %.6g, found %.6g, standard error %.2g, bound %.2g, "
                  "off by %+.1f standard errors\n",
                  name, measure, expected, found->mean, error, BOUND * error,
                  deviation / error);
    self->count++;
    self->chance += 2.0 * gsl_cdf_tdist_Q(BOUND, (double)(found->count - 1));
    assert_true(fabs(deviation) < BOUND * error);
}
