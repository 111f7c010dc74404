/* tests/sim/experiment/test_warmup.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/experiment/warmup.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "tests/support/sandbox.h"
#include "tests/support/toy_model.h"

/* --- An M/M/20 that starts empty, against theory --- */

/* Two desks of 20 clerks, and five of them busy on average: with a Poisson number of
 * mean 5 twenty are in use with probability 1e-7, so nobody waits and the number busy
 * is that of M/M/infinity: Poisson with mean LOAD (1 - exp(-t)) at day t, and in
 * equilibrium a covariance of LOAD exp(-s) between moments s days apart. */
#define LOAD 10.0
#define DAYS 100
#define STEP 0.2
#define BATCH 5
#define REPLICATIONS 200

static const char MM20[] =
    "naam = \"mm20\";\nbalies = ( { naam = \"noord\"; }, { naam = \"zuid\"; } );\n"
    "capaciteit = 20;\naankomsten_per_dag = 10.0;\nbediening_dagen = 1.0;\n"
    "dagen = 100;\n";

static void run(const char *text, uint64_t seed, uint32_t replications, double step,
                struct sim_scenario **scenario, struct sim_results *results)
{
    struct sim_faults faults = {0};
    sandbox_write("proef.cfg", text);
    assert_int_equal(
        sim_scenario_load(scenario, toy_model.registry, "proef.cfg", NULL, 0, &faults),
        SIM_OK);
    sim_faults_free(&faults);
    const struct sim_experiment experiment = {
        .model = &toy_model,
        .scenarios = {*scenario},
        .scenario_count = 1,
        .seed = seed,
        .replications = replications,
        .threads = 1,
        .observe_every = sim_time_from_days(step),
    };
    assert_int_equal(sim_experiment_run(&experiment, results, NULL), SIM_OK);
}

/* Sum over all pairs of [count] moments of the covariance, by their distance. */
static double variance_of_mean(int count)
{
    double sum = count;
    for (int k = 1; k < count; k++) {
        sum += 2.0 * (count - k) * exp(-STEP * k);
    }
    return LOAD * sum / count / count / REPLICATIONS;
}

/* How far the mean of the five moments from [start] on is below LOAD. */
static double bias_of_batch(int start)
{
    double bias = 0.0;
    for (int i = start; i < start + BATCH; i++) {
        bias += LOAD * exp(-STEP * i) / BATCH;
    }
    return bias;
}

/* The standard deviation, by their number, of the batch means from [start] on. */
static double spread_of_batches(const struct sim_warmup_series *series, int start,
                                int count)
{
    struct sim_tally batches;
    sim_tally_reset(&batches);
    for (int i = start; i + BATCH <= count; i += BATCH) {
        double mean = 0.0;
        for (int k = i; k < i + BATCH; k++) {
            mean += series->mean[k] / BATCH;
        }
        sim_tally_add(&batches, mean);
    }
    return sqrt(batches.m2 / (double)batches.count);
}

/* MSER-5 keeps a first batch only when it lies within sqrt(2) standard deviations of
 * the mean of what is kept (tests/sim/statistics/test_transient.c derives it), so its
 * bias is at most that, and the errors of the batch and of the mean. */
static void assert_bias_is_within_error(const struct sim_warmup_series *series,
                                        int count)
{
    const double bound = sqrt(2.0) * spread_of_batches(series, series->start, count) +
                         4.0 * sqrt(variance_of_mean(BATCH)) +
                         4.0 * sqrt(variance_of_mean(count - series->start));
    assert_true(series->start >= 0 && series->start <= count / 2);
    assert_true(bias_of_batch(series->start) <= bound);
    /* Else it would say little: without a cut it is more. */
    assert_true(bias_of_batch(0) > bound);
}

static void test_cut_leaves_a_bias_below_the_error(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 5; seed++) {
        struct sim_scenario *scenario;
        struct sim_results results;
        struct sim_warmup warmup;
        run(MM20, seed, REPLICATIONS, STEP, &scenario, &results);
        assert_int_equal(
            sim_warmup_init(&warmup, &results, sim_time_from_days(STEP), 0), SIM_OK);
        const struct sim_warmup_series *busy = &warmup.series[0];
        assert_string_equal(busy->level->name, "bezig");
        assert_int_equal(warmup.count, (int)(DAYS / STEP) + 1);
        assert_bias_is_within_error(busy, warmup.count);
        const double error = sqrt(variance_of_mean(warmup.count - busy->start));
        const double bias =
            LOAD * exp(-STEP * busy->start) / STEP / (warmup.count - busy->start);
        assert_true(fabs(busy->settled - LOAD) <= 4.0 * error + bias);
        sim_warmup_free(&warmup);
        sim_results_free(&results);
        sim_scenario_destroy(scenario);
    }
}

/* The number of customers so far grows by ten a day, for ever. */
static void test_level_that_keeps_growing_does_not_settle(void **state)
{
    struct sim_scenario *scenario;
    struct sim_results results;
    struct sim_warmup warmup;
    (void)state;
    run(MM20, 1, 3, 1.0, &scenario, &results);
    assert_int_equal(sim_warmup_init(&warmup, &results, SIM_DAY, 0), SIM_OK);
    const struct sim_warmup_series *customers = &warmup.series[1];
    assert_string_equal(customers->level->name, "klanten");
    assert_int_equal(customers->start, -1);
    assert_true(isnan(customers->settled));
    assert_int_equal(customers->trend, SIM_TREND_GROWS);
    assert_int_equal(sim_warmup_start(&warmup), -1);
    sim_warmup_free(&warmup);
    sim_results_free(&results);
    sim_scenario_destroy(scenario);
}

/* --- Series made by hand --- */

#define COUNT 100

/* One level; four replications that lie 0.1 and 0.2 above and below [mean]. */
struct by_hand {
    struct sim_level item;
    struct sim_levels levels;
    struct sim_tally observed[COUNT];
    struct sim_results results;
    struct sim_warmup warmup;
};

static void judge(struct by_hand *self, double (*mean)(int index), int window)
{
    static const double spread[] = {-0.2, -0.1, 0.1, 0.2};
    *self = (struct by_hand){.item = {"reeks", "-", "reeks"}};
    self->levels = (struct sim_levels){&self->item, 1};
    for (int i = 0; i < COUNT; i++) {
        sim_tally_reset(&self->observed[i]);
        for (int r = 0; r < 4; r++) {
            sim_tally_add(&self->observed[i], mean(i) + spread[r]);
        }
    }
    self->results.scenarios[0] = (struct sim_scenario_results){
        .levels = &self->levels,
        .observed = self->observed,
        .observation_count = COUNT,
    };
    assert_int_equal(
        sim_warmup_init(&self->warmup, &self->results, 3 * SIM_DAY, window), SIM_OK);
}

static double level_from_30(int index)
{
    return index < 30 ? 40.0 : index % 10 < 5 ? 7.05 : 6.95;
}

static void test_series_settles_where_it_becomes_level(void **state)
{
    struct by_hand hand;
    (void)state;
    judge(&hand, level_from_30, 0);
    assert_int_equal(hand.warmup.series[0].start, 30);
    assert_true(fabs(hand.warmup.series[0].settled - 7.0) < 1e-12);
    assert_int_equal(hand.warmup.series[0].trend, SIM_TREND_NONE);
    assert_int_equal(sim_warmup_start(&hand.warmup), 30);
    assert_true(sim_warmup_day(&hand.warmup, 30) == 90.0);
    sim_warmup_free(&hand.warmup);
}

/* MSER-5 alone would keep this whole: every cut keeps the same growth and fewer zeros.
 * The last quarter is 5.2 on average and all of it 1.3; the standard error of four is
 * sqrt(0.1 / 3 / 4) = 0.09 and Student's quantile 3.18, so chance explains 0.58. */
static double grows_at_the_end(int index)
{
    return index < 75 ? 0.0 : 0.4 * (index - 74);
}

static void test_series_that_grows_at_the_end_does_not_settle(void **state)
{
    struct by_hand hand;
    double values[COUNT];
    (void)state;
    for (int i = 0; i < COUNT; i++) {
        values[i] = grows_at_the_end(i);
    }
    assert_int_equal(sim_transient_end(values, COUNT), 0);
    judge(&hand, grows_at_the_end, 0);
    assert_int_equal(hand.warmup.series[0].start, -1);
    assert_int_equal(hand.warmup.series[0].trend, SIM_TREND_GROWS);
    sim_warmup_free(&hand.warmup);
}

/* The same shape, within what chance explains. */
static double grows_a_little(int index)
{
    return 0.05 * grows_at_the_end(index);
}

static void test_growth_that_chance_explains_is_none(void **state)
{
    struct by_hand hand;
    (void)state;
    judge(&hand, grows_a_little, 0);
    assert_int_equal(hand.warmup.series[0].start, 0);
    assert_int_equal(hand.warmup.series[0].trend, SIM_TREND_NONE);
    sim_warmup_free(&hand.warmup);
}

static void test_window_that_is_asked_for_is_used(void **state)
{
    struct by_hand hand;
    double values[COUNT], smooth[COUNT];
    (void)state;
    judge(&hand, level_from_30, 11);
    for (int i = 0; i < COUNT; i++) {
        values[i] = hand.warmup.series[0].mean[i];
    }
    sim_transient_smooth(values, COUNT, 11, smooth);
    assert_int_equal(hand.warmup.series[0].window, 11);
    for (int i = 0; i < COUNT - 11; i++) {
        assert_true(smooth[i] == hand.warmup.series[0].smooth[i]);
    }
    assert_true(isnan(hand.warmup.series[0].smooth[COUNT - 11]));
    sim_warmup_free(&hand.warmup);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cut_leaves_a_bias_below_the_error),
        cmocka_unit_test(test_level_that_keeps_growing_does_not_settle),
        cmocka_unit_test(test_series_settles_where_it_becomes_level),
        cmocka_unit_test(test_series_that_grows_at_the_end_does_not_settle),
        cmocka_unit_test(test_growth_that_chance_explains_is_none),
        cmocka_unit_test(test_window_that_is_asked_for_is_used),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("warmup", tests, sandbox_enter, sandbox_leave);
}
