/* tests/sim/engine/test_arrivals.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "sim/engine/arrivals.h"
#include "sim/statistics/tally.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>

#include <float.h>
#include <math.h>

enum { PERIOD_COUNT = 5, REPLICATION_COUNT = 2000 };

/* Two periods without arrivals, one of them last. */
static const sim_time STARTS[PERIOD_COUNT + 1] = {1000,   90000,  250000,
                                                  300000, 700000, 800000};
static const double RATES[PERIOD_COUNT] = {3.2e-4, 1.1e-4, 0.0, 2.7e-4, 0.0};

static struct sim_arrivals make_arrivals(const double *rates, uint64_t entity)
{
    struct sim_arrivals arrivals;
    assert_int_equal(
        sim_arrivals_init(&arrivals, STARTS, rates, PERIOD_COUNT, entity, 17), SIM_OK);
    return arrivals;
}

static struct sim_stream make_stream(uint32_t replication)
{
    struct sim_stream stream;
    sim_stream_init(&stream, 4711, replication);
    return stream;
}

static void count_per_period(uint64_t entity, uint32_t replication,
                             int counts[PERIOD_COUNT])
{
    struct sim_arrivals arrivals = make_arrivals(RATES, entity);
    struct sim_stream stream = make_stream(replication);
    for (int i = 0; i < PERIOD_COUNT; i++) {
        counts[i] = 0;
    }
    sim_time time = sim_arrivals_next(&arrivals, &stream);
    for (; time != SIM_TIME_NEVER; time = sim_arrivals_next(&arrivals, &stream)) {
        counts[arrivals.period]++;
    }
}

static void test_arrivals_per_period_are_poisson(void **state)
{
    (void)state;
    struct sim_tally tallies[PERIOD_COUNT];
    for (int i = 0; i < PERIOD_COUNT; i++) {
        sim_tally_reset(&tallies[i]);
    }
    for (uint32_t replication = 0; replication < REPLICATION_COUNT; replication++) {
        int counts[PERIOD_COUNT];
        count_per_period(3, replication, counts);
        for (int i = 0; i < PERIOD_COUNT; i++) {
            sim_tally_add(&tallies[i], counts[i]);
        }
    }
    for (int i = 0; i < PERIOD_COUNT; i++) {
        double mean = RATES[i] * (double)(STARTS[i + 1] - STARTS[i]);
        assert_true(fabs(tallies[i].mean - mean) <=
                    4.0 * sqrt(mean / REPLICATION_COUNT));
        if (mean > 0.0) {
            double dispersion = tallies[i].m2 / mean;
            double p = gsl_cdf_chisq_Q(dispersion, REPLICATION_COUNT - 1);
            assert_true(p > gsl_cdf_ugaussian_Q(4.0));
            assert_true(1.0 - p > gsl_cdf_ugaussian_Q(4.0));
        }
    }
}

static void test_arrivals_come_in_order_and_in_periods_that_have_a_rate(void **state)
{
    (void)state;
    for (uint32_t replication = 0; replication < 200; replication++) {
        struct sim_arrivals arrivals = make_arrivals(RATES, 3);
        struct sim_stream stream = make_stream(replication);
        sim_time last = STARTS[0];
        sim_time time = sim_arrivals_next(&arrivals, &stream);
        for (; time != SIM_TIME_NEVER; time = sim_arrivals_next(&arrivals, &stream)) {
            assert_true(time >= last);
            assert_true(RATES[arrivals.period] > 0.0);
            assert_true(time >= STARTS[arrivals.period]);
            assert_true(time < STARTS[arrivals.period + 1]);
            last = time;
        }
        assert_true(sim_arrivals_next(&arrivals, &stream) == SIM_TIME_NEVER);
    }
}

/* Where the last arrival is on the scale on which arrivals have rate 1. */
static double cumulative_rate(const struct sim_arrivals *arrivals)
{
    double sum = arrivals->rate[arrivals->period] * arrivals->position;
    for (uint32_t i = 0; i < arrivals->period; i++) {
        sum += arrivals->rate[i] * (double)(STARTS[i + 1] - STARTS[i]);
    }
    return sum;
}

static void test_arrivals_have_exponential_gaps_at_unit_rate(void **state)
{
    (void)state;
    enum { BIN_COUNT = 20 };
    double bins[BIN_COUNT] = {0.0};
    double count = 0.0;
    for (uint32_t replication = 0; replication < REPLICATION_COUNT; replication++) {
        struct sim_arrivals arrivals = make_arrivals(RATES, 3);
        struct sim_stream stream = make_stream(replication);
        double last = 0.0;
        /* The first gaps only: later ones are seen only when they are short. */
        for (int i = 0; i < 40; i++) {
            assert_true(sim_arrivals_next(&arrivals, &stream) != SIM_TIME_NEVER);
            double here = cumulative_rate(&arrivals);
            bins[(int)(BIN_COUNT * exp(last - here))] += 1.0;
            count += 1.0;
            last = here;
        }
    }
    double chi_square = 0.0;
    for (int i = 0; i < BIN_COUNT; i++) {
        double expected = count / BIN_COUNT;
        chi_square += (bins[i] - expected) * (bins[i] - expected) / expected;
    }
    assert_true(gsl_cdf_chisq_Q(chi_square, BIN_COUNT - 1) > gsl_cdf_ugaussian_Q(4.0));
    assert_true(gsl_cdf_chisq_P(chi_square, BIN_COUNT - 1) > gsl_cdf_ugaussian_Q(4.0));
}

static void test_arrivals_of_two_entities_are_independent(void **state)
{
    (void)state;
    double product = 0.0;
    double mean = RATES[0] * (double)(STARTS[1] - STARTS[0]);
    for (uint32_t replication = 0; replication < REPLICATION_COUNT; replication++) {
        int a[PERIOD_COUNT];
        int b[PERIOD_COUNT];
        count_per_period(3, replication, a);
        count_per_period(4, replication, b);
        product += (a[0] - mean) * (b[0] - mean);
    }
    double correlation = product / mean / REPLICATION_COUNT;
    assert_true(fabs(correlation) < 4.0 / sqrt(REPLICATION_COUNT));
}

static void
test_arrivals_keep_their_unit_rate_points_when_the_rate_changes(void **state)
{
    (void)state;
    double higher[PERIOD_COUNT];
    for (int i = 0; i < PERIOD_COUNT; i++) {
        higher[i] = 1.1 * RATES[i];
    }
    struct sim_arrivals a = make_arrivals(RATES, 3);
    struct sim_arrivals b = make_arrivals(higher, 3);
    struct sim_stream stream = make_stream(0);
    int shared = 0;
    while (sim_arrivals_next(&a, &stream) != SIM_TIME_NEVER) {
        /* A draw of somebody else in between changes nothing. */
        (void)sim_stream_uniform_at(&stream, 99, 1);
        assert_true(sim_arrivals_next(&b, &stream) != SIM_TIME_NEVER);
        double point = cumulative_rate(&a);
        shared++;
        assert_true(fabs(cumulative_rate(&b) - point) <=
                    10.0 * shared * DBL_EPSILON * point);
    }
    assert_true(shared > 40);
    assert_true(b.count == a.count);
    assert_true(sim_arrivals_next(&b, &stream) != SIM_TIME_NEVER);
}

static void test_arrivals_after_reset_are_as_after_init(void **state)
{
    (void)state;
    struct sim_arrivals arrivals = make_arrivals(RATES, 3);
    struct sim_stream stream = make_stream(1);
    sim_time first[30];
    for (int i = 0; i < 30; i++) {
        first[i] = sim_arrivals_next(&arrivals, &stream);
    }
    sim_arrivals_reset(&arrivals);
    for (int i = 0; i < 30; i++) {
        assert_true(sim_arrivals_next(&arrivals, &stream) == first[i]);
    }
}

static void test_arrivals_reject_impossible_rates_and_periods(void **state)
{
    (void)state;
    static const double wrong[] = {-1e-9, NAN, INFINITY};
    struct sim_arrivals arrivals;
    for (int i = 0; i < 3; i++) {
        double rates[] = {1e-5, wrong[i]};
        const sim_time starts[] = {0, 100, 2000000};
        assert_int_equal(sim_arrivals_init(&arrivals, starts, rates, 2, 0, 0),
                         SIM_ERR_DOMAIN);
    }
    const double rates[] = {1e-5, 1e-5};
    const sim_time equal[] = {0, 100, 100};
    assert_int_equal(sim_arrivals_init(&arrivals, equal, rates, 2, 0, 0),
                     SIM_ERR_DOMAIN);
    const sim_time back[] = {0, 100, 99};
    assert_int_equal(sim_arrivals_init(&arrivals, back, rates, 2, 0, 0),
                     SIM_ERR_DOMAIN);
    const sim_time before[] = {INT64_MIN, 100, INT64_MAX};
    assert_int_equal(sim_arrivals_init(&arrivals, before, rates, 2, 0, 0),
                     SIM_ERR_DOMAIN);
}

/* Two processes side by side from the 2^20-th arrival on: the gaps of one at that place
 * are those of another that begins with the next entity. */
static void test_arrivals_go_on_with_the_next_entity_after_2_to_the_20(void **state)
{
    (void)state;
    const double rate = 1.0;
    const sim_time period[] = {0, (sim_time)1 << 40};
    struct sim_stream stream = make_stream(4);
    struct sim_arrivals one, next;
    assert_int_equal(sim_arrivals_init(&one, period, &rate, 1, 100, 3), SIM_OK);
    assert_int_equal(sim_arrivals_init(&next, period, &rate, 1, 101, 3), SIM_OK);
    one.count = ((uint64_t)1 << 20) - 2;
    for (int i = 0; i < 2; i++) {
        assert_true(sim_arrivals_next(&one, &stream) < SIM_TIME_NEVER);
    }
    double start = one.position;
    for (int i = 0; i < 1000; i++) {
        assert_true(sim_arrivals_next(&one, &stream) < SIM_TIME_NEVER);
        assert_true(sim_arrivals_next(&next, &stream) < SIM_TIME_NEVER);
        assert_true(fabs(one.position - start - next.position) < 1e-6);
    }
}

static void test_arrivals_without_periods_never_come(void **state)
{
    (void)state;
    struct sim_arrivals arrivals;
    assert_int_equal(sim_arrivals_init(&arrivals, STARTS, RATES, 0, 0, 0), SIM_OK);
    struct sim_stream stream = make_stream(0);
    assert_true(sim_arrivals_next(&arrivals, &stream) == SIM_TIME_NEVER);
}

int main(void)
{
    gsl_set_error_handler_off();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_arrivals_per_period_are_poisson),
        cmocka_unit_test(test_arrivals_come_in_order_and_in_periods_that_have_a_rate),
        cmocka_unit_test(test_arrivals_have_exponential_gaps_at_unit_rate),
        cmocka_unit_test(test_arrivals_of_two_entities_are_independent),
        cmocka_unit_test(
            test_arrivals_keep_their_unit_rate_points_when_the_rate_changes),
        cmocka_unit_test(test_arrivals_after_reset_are_as_after_init),
        cmocka_unit_test(test_arrivals_reject_impossible_rates_and_periods),
        cmocka_unit_test(test_arrivals_go_on_with_the_next_entity_after_2_to_the_20),
        cmocka_unit_test(test_arrivals_without_periods_never_come),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
