/* tests/sim/statistics/test_transient.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "sim/engine/stream.h"
#include "sim/statistics/tally.h"
#include "sim/statistics/transient.h"

#include <float.h>
#include <math.h>

#define COUNT 400
#define BATCH 5

/* --- The moving average --- */

static void test_moving_average_is_the_one_worked_out_by_hand(void **state)
{
    /* Window 2: 3; 8/3; 14/5; 20/5; 21/5; 23/5; 27/5; nothing; nothing. */
    static const double values[] = {3, 1, 4, 1, 5, 9, 2, 6, 5};
    static const double expected[] = {3, 8.0 / 3.0, 2.8, 4.0, 4.2, 4.6, 5.4};
    double smooth[9];
    (void)state;
    sim_transient_smooth(values, 9, 2, smooth);
    for (int i = 0; i < 7; i++) {
        /* Sums of at most nine of these numbers are exact. */
        assert_true(fabs(smooth[i] - expected[i]) <= DBL_EPSILON * expected[i]);
    }
    assert_true(isnan(smooth[7]) && isnan(smooth[8]));
}

static void test_moving_average_of_a_straight_line_is_that_line(void **state)
{
    double values[COUNT], smooth[COUNT];
    (void)state;
    for (int i = 0; i < COUNT; i++) {
        values[i] = 2.25 * i - 17.5; /* exact in binary */
    }
    sim_transient_smooth(values, COUNT, 31, smooth);
    for (int i = 0; i < COUNT - 31; i++) {
        assert_true(smooth[i] == values[i]);
    }
}

/* --- The window --- */

static void test_window_of_what_needs_no_smoothing_is_one(void **state)
{
    double values[COUNT], scratch[COUNT];
    (void)state;
    for (int i = 0; i < COUNT; i++) {
        values[i] = 3.7;
    }
    assert_int_equal(sim_transient_window(values, COUNT, scratch), 1);
    for (int i = 0; i < COUNT; i++) {
        values[i] = 3.7 * i;
    }
    assert_int_equal(sim_transient_window(values, COUNT, scratch), 1);
}

/* From 0 up to 20 in the first quarter, then 19 and 21 in turn. With window w the
 * moving average there goes between 20 - a and 20 + a, a = 1 / (2 w + 1), in steps of 2
 * a; it may travel 21 in the 200 steps of the second half: 2 a <= 21 / 200, so 2 w + 1
 * >= 400 / 21 = 19.05 and w = 10. */
static void test_window_is_the_smallest_that_makes_a_zigzag_flat(void **state)
{
    double values[COUNT], scratch[COUNT];
    (void)state;
    for (int i = 0; i < COUNT; i++) {
        values[i] = i < COUNT / 4 ? 0.2 * i : i % 2 == 0 ? 19.0 : 21.0;
    }
    assert_int_equal(sim_transient_window(values, COUNT, scratch), 10);
}

static void test_window_is_at_most_a_quarter(void **state)
{
    double values[COUNT], scratch[COUNT];
    (void)state;
    for (int i = 0; i < COUNT; i++) {
        values[i] = i % 64 < 32 ? 0.0 : 1.0; /* a quarter smooths this not enough */
    }
    assert_int_equal(sim_transient_window_max(COUNT), COUNT / 4);
    assert_true(sim_transient_window(values, COUNT, scratch) <= COUNT / 4);
}

/* --- Where to cut --- */

static void test_constant_series_is_kept_whole(void **state)
{
    double values[COUNT];
    (void)state;
    for (int i = 0; i < COUNT; i++) {
        values[i] = 0.1;
    }
    assert_int_equal(sim_transient_end(values, COUNT), 0);
}

/* Batches 0 to 6 are at 100, the others at 1 and -1 in turn. Of those others every cut
 * keeps a variance near 1, divided by fewer batches the later the cut; an earlier cut
 * keeps a batch of 100. So the cut is behind the seventh batch. */
static void test_cut_is_where_a_step_ends(void **state)
{
    double values[COUNT];
    (void)state;
    for (int i = 0; i < COUNT; i++) {
        const int batch = i / BATCH;
        values[i] = batch < 7 ? 100.0 : batch % 2 == 0 ? 1.0 : -1.0;
    }
    assert_int_equal(sim_transient_end(values, COUNT), 7 * BATCH);
}

/* The variance of n equal steps grows with n^2, so its part by n does too: the fewer
 * are kept the better, down to the end of the series. */
static void test_series_that_keeps_growing_has_no_equilibrium(void **state)
{
    double values[COUNT];
    (void)state;
    for (int i = 0; i < COUNT; i++) {
        values[i] = 0.37 * i;
    }
    assert_int_equal(sim_transient_end(values, COUNT), -1);
}

/* A cut [best] of n kept values with mean m and variance v (by n) is the best, so one
 * more or one less is no better. With M the sum of squares, leaving out x gives M -
 * (x - m)^2 n / (n - 1) over (n - 1)^2 for M over n^2, from which
 *   (x - m)^2 <= v (2 n - 1) (n - 1) / n^2   for the first that is kept, and
 *   (x - m)^2 >= v (2 n + 1) (n + 1) / n^2   for the last that is left out. */
static void assert_is_best(const double *values, int count, int best)
{
    struct sim_tally kept;
    sim_tally_reset(&kept);
    double batch[COUNT / BATCH] = {0.0};
    for (int i = 0; i < count; i++) {
        batch[i / BATCH] += values[i] / BATCH;
    }
    for (int i = best; i < count / BATCH; i++) {
        sim_tally_add(&kept, batch[i]);
    }
    const double n = (double)kept.count;
    const double variance = kept.m2 / n;
    const double first = (batch[best] - kept.mean) * (batch[best] - kept.mean);
    assert_true(first <= variance * (2 * n - 1) * (n - 1) / (n * n) * (1 + 1e-12));
    if (best > 0) {
        const double last =
            (batch[best - 1] - kept.mean) * (batch[best - 1] - kept.mean);
        assert_true(last >= variance * (2 * n + 1) * (n + 1) / (n * n) * (1 - 1e-12));
    }
}

static void test_cut_leaves_the_least_standard_error(void **state)
{
    struct sim_stream stream;
    double values[COUNT];
    int found = 0;
    (void)state;
    for (uint32_t r = 0; r < 200; r++) {
        sim_stream_init(&stream, 20271, r);
        sim_stream_seek(&stream, 0, 0);
        for (int i = 0; i < COUNT; i++) {
            values[i] = 9.1 * (1.0 - exp(-0.03 * i)) + sim_stream_uniform(&stream);
        }
        const int cut = sim_transient_end(values, COUNT);
        assert_true(cut == -1 || (cut % BATCH == 0 && cut <= COUNT / 2));
        if (cut >= 0) {
            assert_is_best(values, COUNT, cut / BATCH);
            found++;
        }
    }
    /* The approach is over after a quarter of the series: exp(-0.03 x 100) = 0.05. */
    assert_true(found > 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_moving_average_is_the_one_worked_out_by_hand),
        cmocka_unit_test(test_moving_average_of_a_straight_line_is_that_line),
        cmocka_unit_test(test_window_of_what_needs_no_smoothing_is_one),
        cmocka_unit_test(test_window_is_the_smallest_that_makes_a_zigzag_flat),
        cmocka_unit_test(test_window_is_at_most_a_quarter),
        cmocka_unit_test(test_constant_series_is_kept_whole),
        cmocka_unit_test(test_cut_is_where_a_step_ends),
        cmocka_unit_test(test_series_that_keeps_growing_has_no_equilibrium),
        cmocka_unit_test(test_cut_leaves_the_least_standard_error),
    };
    return cmocka_run_group_tests_name("transient", tests, NULL, NULL);
}
