/* tests/sim/experiment/test_break_even.c - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Turns of differences whose true shape is a formula, with normal noise that is the
 * same at every value, as common random numbers make it.
 */
#include "sim/experiment/break_even.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <math.h>

#include "sim/engine/stream.h"

#define REPLICATION_COUNT 20
#define STUDY_COUNT 1000

/* The true mean at [value]; [noise]: how large the noise is there. */
struct shape {
    double (*mean)(double value);
    double noise;
};

/* At each value the noise is partly its own: two parts that are mixed. */
static struct sim_tally evaluate(const struct shape *shape, uint32_t study,
                                 double value)
{
    struct sim_stream stream;
    struct sim_tally tally;
    sim_stream_init(&stream, 99, study);
    sim_tally_reset(&tally);
    for (uint32_t r = 0; r < REPLICATION_COUNT; r++) {
        const double a = gsl_cdf_ugaussian_Pinv(sim_stream_uniform_at(&stream, r, 0));
        const double b = gsl_cdf_ugaussian_Pinv(sim_stream_uniform_at(&stream, r, 1));
        sim_tally_add(&tally, shape->mean(value) +
                                  shape->noise * (cos(value) * a + sin(value) * b));
    }
    return tally;
}

static struct sim_break_even_answer search(const struct shape *shape, uint32_t study,
                                           double low, double high, bool is_whole)
{
    struct sim_break_even self;
    double values[SIM_BREAK_EVEN_BATCH_MAX];
    int count;
    sim_break_even_init(&self, low, high, is_whole);
    while ((count = sim_break_even_next(&self, values)) > 0) {
        for (int i = 0; i < count; i++) {
            const struct sim_tally tally = evaluate(shape, study, values[i]);
            assert_true(values[i] >= low && values[i] <= high);
            assert_true(!is_whole || values[i] == round(values[i]));
            sim_break_even_add(&self, values[i], &tally);
        }
    }
    return sim_break_even_answer(&self);
}

static double rising(double value)
{
    return 10.0 * (value - 0.3);
}

static double falling(double value)
{
    return -rising(value);
}

static double bent(double value)
{
    return exp(4.0 * value) - exp(1.2);
}

static double level(double value)
{
    (void)value;
    return 0.0;
}

static double above(double value)
{
    return 2.0 + value;
}

static double valley(double value)
{
    return 40.0 * (value - 0.2) * (value - 0.7);
}

/* Without noise the root is found to the precision that is promised. */
static void test_root_without_noise_is_found(void **state)
{
    double (*const means[])(double) = {rising, falling, bent};
    (void)state;
    for (int i = 0; i < 3; i++) {
        const struct shape shape = {means[i], 0.0};
        const struct sim_break_even_answer answer = search(&shape, 0, 0.0, 1.0, false);
        assert_int_equal(answer.turn_count, 1);
        assert_true(fabs(answer.turns[0].value - 0.3) < 1.0 / 200.0);
        assert_true(fabs(answer.turns[0].low - 0.3) < 1.0 / 200.0);
        assert_true(fabs(answer.turns[0].high - 0.3) < 1.0 / 200.0);
        assert_int_equal(answer.turns[0].before, i == 1 ? 1 : -1);
    }
}

/* The interval covers the true root in 95% of all studies: a binomial number of them,
 * within 4 standard errors. */
static void test_interval_covers_the_true_root_in_95_of_100(void **state)
{
    double (*const means[])(double) = {rising, bent};
    (void)state;
    for (int i = 0; i < 2; i++) {
        const struct shape shape = {means[i], 1.5};
        int covered = 0;
        for (uint32_t study = 0; study < STUDY_COUNT; study++) {
            const struct sim_break_even_answer answer =
                search(&shape, study, 0.0, 1.0, false);
            assert_int_equal(answer.turn_count, 1);
            const struct sim_turn *turn = &answer.turns[0];
            assert_false(turn->value < turn->low || turn->value > turn->high);
            covered += !(turn->low > 0.3) && !(turn->high < 0.3);
        }
        const double error = sqrt(0.95 * 0.05 * STUDY_COUNT);
        if (fabs(covered - 0.95 * STUDY_COUNT) > 4.0 * error) {
            fail_msg("%d of %d intervals cover the root", covered, STUDY_COUNT);
        }
    }
}

/* Where there is no difference a turn is found in at most 5% of all studies. */
static void test_turn_is_rarely_found_where_there_is_no_difference(void **state)
{
    const struct shape shape = {level, 1.0};
    int found = 0;
    (void)state;
    for (uint32_t study = 0; study < STUDY_COUNT; study++) {
        const struct sim_break_even_answer answer =
            search(&shape, study, 0.0, 1.0, false);
        found += answer.turn_count > 0 || answer.sign != 0;
    }
    const double bound = 0.05 * STUDY_COUNT + 4.0 * sqrt(0.95 * 0.05 * STUDY_COUNT);
    if (found > bound) {
        fail_msg("%d of %d studies found a difference", found, STUDY_COUNT);
    }
}

static void test_difference_of_one_sign_has_no_turn(void **state)
{
    const struct shape shape = {above, 0.1};
    const struct sim_break_even_answer answer = search(&shape, 1, 0.0, 1.0, false);
    (void)state;
    assert_int_equal(answer.turn_count, 0);
    assert_int_equal(answer.sign, 1);
    assert_true(isnan(answer.unclear_below) && isnan(answer.unclear_above));
}

static void test_end_where_nothing_is_proven_is_named(void **state)
{
    /* The mean has its own sign everywhere: 10 (x - 0.3) from 0.31 on. */
    const struct shape shape = {rising, 1.0};
    const struct sim_break_even_answer answer = search(&shape, 3, 0.31, 1.0, false);
    (void)state;
    assert_int_equal(answer.sign, 1);
    if (answer.turn_count == 0) {
        assert_true(answer.unclear_below > 0.31 && answer.unclear_below < 0.5);
    } else {
        assert_true(isnan(answer.turns[0].low));
    }
}

static void test_interval_is_open_where_the_range_ends_too_soon(void **state)
{
    const struct shape shape = {rising, 1.0};
    int open = 0;
    (void)state;
    for (uint32_t study = 0; study < 20; study++) {
        const struct sim_break_even_answer answer =
            search(&shape, study, 0.29, 1.0, false);
        if (answer.turn_count == 1) {
            assert_true(isnan(answer.turns[0].low));
            assert_true(!isnan(answer.turns[0].high));
            assert_int_equal(answer.turns[0].before, -1);
            open++;
        }
    }
    assert_true(open > 0 && open < 20);
}

static void test_two_turns_are_both_found(void **state)
{
    const struct shape shape = {valley, 0.5};
    const struct sim_break_even_answer answer = search(&shape, 7, 0.0, 1.0, false);
    (void)state;
    assert_int_equal(answer.turn_count, 2);
    assert_int_equal(answer.turns[0].before, 1);
    assert_int_equal(answer.turns[1].before, -1);
    assert_true(answer.turns[0].low < 0.2 && answer.turns[0].high > 0.2);
    assert_true(answer.turns[1].low < 0.7 && answer.turns[1].high > 0.7);
}

static double from_four(double value)
{
    return value - 3.5;
}

static void test_whole_numbers_turn_between_two_of_them(void **state)
{
    const struct shape shape = {from_four, 0.0};
    (void)state;
    for (int high = 4; high <= 40; high += 9) {
        const struct sim_break_even_answer answer =
            search(&shape, 0, 1.0, (double)high, true);
        assert_int_equal(answer.turn_count, 1);
        assert_true(answer.turns[0].value > 3.0 && answer.turns[0].value < 4.0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_root_without_noise_is_found),
        cmocka_unit_test(test_interval_covers_the_true_root_in_95_of_100),
        cmocka_unit_test(test_turn_is_rarely_found_where_there_is_no_difference),
        cmocka_unit_test(test_difference_of_one_sign_has_no_turn),
        cmocka_unit_test(test_end_where_nothing_is_proven_is_named),
        cmocka_unit_test(test_interval_is_open_where_the_range_ends_too_soon),
        cmocka_unit_test(test_two_turns_are_both_found),
        cmocka_unit_test(test_whole_numbers_turn_between_two_of_them),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
