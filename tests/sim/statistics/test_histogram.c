/* tests/sim/statistics/test_histogram.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "sim/engine/stream.h"
#include "sim/statistics/histogram.h"

#include <gsl/gsl_sort.h>

#include <math.h>

enum { VALUE_COUNT = 3000 };

static void test_histogram_buckets_hold_every_value_once_and_in_order(void **state)
{
    (void)state;
    int last = 0;
    for (int64_t value = 0; value < 65536; value++) {
        int bucket = sim_histogram_bucket(value);
        assert_true(bucket == last || bucket == last + 1);
        assert_true(sim_histogram_bucket_low(bucket) <= value);
        assert_true(value < sim_histogram_bucket_low(bucket + 1));
        last = bucket;
    }
    assert_int_equal(last, SIM_HISTOGRAM_BUCKET_COUNT - 1);
}

static void test_histogram_buckets_are_as_narrow_as_stated(void **state)
{
    (void)state;
    for (int bucket = 0; bucket < SIM_HISTOGRAM_BUCKET_COUNT; bucket++) {
        int64_t low = sim_histogram_bucket_low(bucket);
        int64_t width = sim_histogram_bucket_low(bucket + 1) - low;
        assert_true(width == 1 || 16 * width <= low);
        assert_true(low >= 32 || width == 1);
    }
}

static void test_histogram_puts_outliers_in_the_outer_buckets(void **state)
{
    (void)state;
    assert_int_equal(sim_histogram_bucket(-1), 0);
    assert_int_equal(sim_histogram_bucket(INT64_MIN), 0);
    assert_int_equal(sim_histogram_bucket(65536), SIM_HISTOGRAM_BUCKET_COUNT - 1);
    assert_int_equal(sim_histogram_bucket(INT64_MAX), SIM_HISTOGRAM_BUCKET_COUNT - 1);
}

static void test_histogram_quantiles_of_small_values_are_exact(void **state)
{
    (void)state;
    struct sim_histogram histogram;
    sim_histogram_reset(&histogram);
    const int values[] = {31, 0, 14, 14, 3, 7, 14, 30};
    for (size_t i = 0; i < 8; i++) {
        sim_histogram_add(&histogram, values[i]);
    }
    assert_true(sim_histogram_quantile(&histogram, 0.01) == 0.0);
    assert_true(sim_histogram_quantile(&histogram, 0.125) == 0.0);
    assert_true(sim_histogram_quantile(&histogram, 0.126) == 3.0);
    assert_true(sim_histogram_quantile(&histogram, 0.5) == 14.0);
    assert_true(sim_histogram_quantile(&histogram, 0.75) == 14.0);
    assert_true(sim_histogram_quantile(&histogram, 0.8) == 30.0);
    assert_true(sim_histogram_quantile(&histogram, 0.99) == 31.0);
}

/* Exponential values of [mean]; of 700 a few are 0 and the largest some thousands. */
static void draw_values(uint64_t seed, double mean, double values[VALUE_COUNT],
                        struct sim_histogram *histogram)
{
    struct sim_stream stream;
    sim_stream_init(&stream, seed, 0);
    sim_histogram_reset(histogram);
    for (int i = 0; i < VALUE_COUNT; i++) {
        values[i] = floor(-mean * log(sim_stream_uniform(&stream)));
        sim_histogram_add(histogram, (int64_t)values[i]);
    }
}

static void compare_with_sorted(uint64_t seed, double mean)
{
    double values[VALUE_COUNT];
    struct sim_histogram histogram;
    draw_values(seed, mean, values, &histogram);
    gsl_sort(values, 1, VALUE_COUNT);
    for (int i = 1; i < 1000; i++) {
        double p = i / 1000.0;
        double exact = values[(int)ceil(p * VALUE_COUNT) - 1];
        double error = fabs(sim_histogram_quantile(&histogram, p) - exact);
        assert_true(error == 0.0 || error < exact / 16.0);
    }
}

static void
test_histogram_quantiles_are_those_of_sorted_data_but_a_sixteenth(void **state)
{
    static const double means[] = {3.0, 40.0, 700.0, 4000.0};
    (void)state;
    for (uint64_t seed = 1; seed <= 5; seed++) {
        for (size_t m = 0; m < sizeof means / sizeof *means; m++) {
            compare_with_sorted(seed, means[m]);
        }
    }
}

static void test_histogram_quantiles_do_not_fall_as_p_grows(void **state)
{
    (void)state;
    double values[VALUE_COUNT];
    struct sim_histogram histogram;
    draw_values(2, 700.0, values, &histogram);
    double last = 0.0;
    for (int i = 1; i < 1000; i++) {
        double quantile = sim_histogram_quantile(&histogram, i / 1000.0);
        assert_true(quantile >= last);
        last = quantile;
    }
}

static void test_histogram_merge_adds_the_counts(void **state)
{
    (void)state;
    struct sim_histogram parts[3];
    struct sim_histogram whole;
    sim_histogram_reset(&whole);
    for (int i = 0; i < 3; i++) {
        sim_histogram_reset(&parts[i]);
        for (int64_t value = i; value < 90000; value += 977) {
            sim_histogram_add(&parts[i], value);
            sim_histogram_add(&whole, value);
        }
    }
    sim_histogram_merge(&parts[0], &parts[1]);
    sim_histogram_merge(&parts[0], &parts[2]);
    assert_memory_equal(&parts[0], &whole, sizeof whole);
}

static void test_histogram_without_values_has_no_quantile(void **state)
{
    (void)state;
    struct sim_histogram histogram;
    sim_histogram_reset(&histogram);
    assert_true(isnan(sim_histogram_quantile(&histogram, 0.5)));
    sim_histogram_add(&histogram, 12);
    assert_true(sim_histogram_quantile(&histogram, 0.5) == 12.0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_histogram_buckets_hold_every_value_once_and_in_order),
        cmocka_unit_test(test_histogram_buckets_are_as_narrow_as_stated),
        cmocka_unit_test(test_histogram_puts_outliers_in_the_outer_buckets),
        cmocka_unit_test(test_histogram_quantiles_of_small_values_are_exact),
        cmocka_unit_test(
            test_histogram_quantiles_are_those_of_sorted_data_but_a_sixteenth),
        cmocka_unit_test(test_histogram_quantiles_do_not_fall_as_p_grows),
        cmocka_unit_test(test_histogram_merge_adds_the_counts),
        cmocka_unit_test(test_histogram_without_values_has_no_quantile),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
