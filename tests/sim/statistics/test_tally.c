/* tests/sim/statistics/test_tally.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "sim/engine/stream.h"
#include "sim/statistics/tally.h"

#include <gsl/gsl_errno.h>
#include <gsl/gsl_randist.h>

#include <float.h>
#include <math.h>

/* Mean 16.735 / 5 = 3.347; squared deviations 0.925444 + 0.567009 + 0.002209 +
 * 2.900209 + 2.093809 = 6.48868, so the variance is 1.62217. */
static const double VALUES[] = {2.385, 4.1, 3.3, 5.05, 1.9};
static const double MEAN = 3.347;
static const double VARIANCE = 1.62217;

static struct sim_tally tally_of(const double *values, int count)
{
    struct sim_tally tally;
    sim_tally_reset(&tally);
    for (int i = 0; i < count; i++) {
        sim_tally_add(&tally, values[i]);
    }
    return tally;
}

static void assert_close(double value, double expected)
{
    assert_true(fabs(value - expected) <= 20.0 * DBL_EPSILON * fabs(expected));
}

static void test_tally_has_the_mean_and_variance_worked_out_by_hand(void **state)
{
    (void)state;
    struct sim_tally tally = tally_of(VALUES, 5);
    assert_int_equal(tally.count, 5);
    assert_close(sim_tally_mean(&tally), MEAN);
    assert_close(sim_tally_variance(&tally), VARIANCE);
    assert_close(sim_tally_standard_error(&tally), sqrt(VARIANCE / 5.0));
    assert_true(tally.minimum == 1.9);
    assert_true(tally.maximum == 5.05);
}

/* Quantiles of Student's t as printed in tables. */
static void test_tally_interval_is_that_of_student(void **state)
{
    (void)state;
    static const struct {
        int count;
        double confidence, quantile;
    } cases[] = {
        {5, 0.95, 2.776}, {5, 0.99, 4.604}, {2, 0.95, 12.706}, {3, 0.90, 2.920}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct sim_tally tally = tally_of(VALUES, cases[i].count);
        struct sim_interval interval = sim_tally_interval(&tally, cases[i].confidence);
        double half_width = 0.5 * (interval.high - interval.low);
        double quantile = half_width / sim_tally_standard_error(&tally);
        /* Three decimals are printed. */
        assert_true(fabs(quantile - cases[i].quantile) < 0.0005);
        assert_close(0.5 * (interval.high + interval.low), sim_tally_mean(&tally));
    }
}

static void test_tally_without_enough_observations_says_nan(void **state)
{
    (void)state;
    struct sim_tally tally = tally_of(VALUES, 0);
    assert_true(isnan(sim_tally_mean(&tally)));
    assert_true(isnan(sim_tally_variance(&tally)));
    assert_true(isnan(sim_tally_standard_error(&tally)));
    sim_tally_add(&tally, 7.5);
    assert_true(sim_tally_mean(&tally) == 7.5);
    assert_true(isnan(sim_tally_variance(&tally)));
    struct sim_interval interval = sim_tally_interval(&tally, 0.95);
    assert_true(isnan(interval.low) && isnan(interval.high));
    assert_true(tally.minimum == 7.5 && tally.maximum == 7.5);
}

static void test_tally_leaves_out_what_is_not_finite(void **state)
{
    (void)state;
    struct sim_tally tally = tally_of(VALUES, 5);
    sim_tally_add(&tally, NAN);
    sim_tally_add(&tally, INFINITY);
    sim_tally_add(&tally, -INFINITY);
    assert_int_equal(tally.count, 5);
    assert_close(sim_tally_mean(&tally), MEAN);
    assert_close(sim_tally_variance(&tally), VARIANCE);
    assert_true(tally.maximum == 5.05);
}

/* Rounding of the textbook formula would be larger than this variance. */
static void test_tally_keeps_a_small_variance_around_a_large_mean(void **state)
{
    (void)state;
    double values[1000];
    for (int i = 0; i < 1000; i++) {
        values[i] = 1e9 + i % 2;
    }
    struct sim_tally tally = tally_of(values, 1000);
    /* Each of 1000 steps may round off the mean by half a unit in its last place. */
    double rounding = 1000.0 * 1e9 * DBL_EPSILON;
    assert_true(fabs(sim_tally_variance(&tally) - 250.0 / 999.0) <= rounding);
}

static void test_tally_merge_equals_one_pass(void **state)
{
    (void)state;
    enum { COUNT = 500 };
    double values[COUNT];
    struct sim_stream stream;
    sim_stream_init(&stream, 9, 0);
    for (int i = 0; i < COUNT; i++) {
        values[i] = gsl_ran_gaussian_ziggurat(&stream.rng, 3.1) + 20.0;
    }
    struct sim_tally whole = tally_of(values, COUNT);
    for (int cut = 0; cut <= COUNT; cut += 50) {
        struct sim_tally merged = tally_of(values, cut);
        struct sim_tally rest = tally_of(values + cut, COUNT - cut);
        sim_tally_merge(&merged, &rest);
        assert_int_equal(merged.count, COUNT);
        const double rounding = COUNT * DBL_EPSILON;
        assert_true(fabs(merged.mean / whole.mean - 1.0) < rounding);
        assert_true(fabs(merged.m2 / whole.m2 - 1.0) < rounding);
        assert_true(merged.minimum == whole.minimum);
        assert_true(merged.maximum == whole.maximum);
    }
}

static void test_tally_interval_covers_the_mean_as_often_as_it_says(void **state)
{
    (void)state;
    const int experiments = 1000;
    int covered = 0;
    struct sim_stream stream;
    sim_stream_init(&stream, 1972, 0);
    for (int i = 0; i < experiments; i++) {
        sim_stream_seek(&stream, (uint64_t)i, 0);
        struct sim_tally tally;
        sim_tally_reset(&tally);
        for (int k = 0; k < 8; k++) {
            sim_tally_add(&tally, 14.2 + gsl_ran_gaussian_ziggurat(&stream.rng, 2.9));
        }
        struct sim_interval interval = sim_tally_interval(&tally, 0.95);
        covered += interval.low <= 14.2 && 14.2 <= interval.high;
    }
    double share = (double)covered / experiments;
    assert_true(fabs(share - 0.95) < 4.0 * sqrt(0.95 * 0.05 / experiments));
}

int main(void)
{
    gsl_set_error_handler_off();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tally_has_the_mean_and_variance_worked_out_by_hand),
        cmocka_unit_test(test_tally_interval_is_that_of_student),
        cmocka_unit_test(test_tally_without_enough_observations_says_nan),
        cmocka_unit_test(test_tally_leaves_out_what_is_not_finite),
        cmocka_unit_test(test_tally_keeps_a_small_variance_around_a_large_mean),
        cmocka_unit_test(test_tally_merge_equals_one_pass),
        cmocka_unit_test(test_tally_interval_covers_the_mean_as_often_as_it_says),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
