/* tests/sim/experiment/test_precision.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/experiment/precision.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "tests/support/sandbox.h"
#include "tests/support/toy_model.h"
#include "tests/support/toy_study.h"

#define SEED 20273
#define MOST 60
#define WAIT 0 /* the cell of "wacht" at all desks in the whole run */

/* --- When it is enough, by hand --- */

/* Results of [count] scenarios with one cell each. */
struct by_hand {
    struct sim_tally cells[3], differences[3];
    struct sim_results results;
};

static void open_by_hand(struct by_hand *self, int count)
{
    memset(self, 0, sizeof *self);
    self->results.scenario_count = count;
    for (int s = 0; s < count; s++) {
        sim_tally_reset(&self->cells[s]);
        sim_tally_reset(&self->differences[s]);
        self->results.scenarios[s].cells = &self->cells[s];
        self->results.scenarios[s].differences = &self->differences[s];
    }
}

/* [count] values that lie evenly at [mean] - 1 and [mean] + 1. */
static void add_values(struct sim_tally *tally, double mean, int count)
{
    for (int i = 0; i < count; i++) {
        sim_tally_add(tally, i % 2 == 0 ? mean - 1.0 : mean + 1.0);
    }
}

/* Of ten of those: variance 10 / 9, standard error 1 / 3, and a half-width of 2.262 / 3
 * = 0.754, with Student's 2.262 for nine degrees of freedom. */
#define HALF_WIDTH_OF_TEN 0.754

static bool is_enough(const struct by_hand *self, double half_width, bool is_relative)
{
    const struct sim_precision precision = {half_width, is_relative, {0}};
    return sim_precision_is_reached(&precision, &self->results);
}

static void test_half_width_is_held_against_a_number(void **state)
{
    struct by_hand hand;
    (void)state;
    open_by_hand(&hand, 1);
    add_values(&hand.cells[0], 20.0, 10);
    assert_true(is_enough(&hand, HALF_WIDTH_OF_TEN + 0.001, false));
    assert_false(is_enough(&hand, HALF_WIDTH_OF_TEN - 0.001, false));
}

/* 0.754 / 20 = 3.77% of the mean that was found. The true mean may be 20 - 0.754, of
 * which it is 3.92%: gamma / (1 + gamma) <= 3.77% for gamma >= 3.92%. */
static void test_relative_half_width_is_a_part_of_the_true_mean(void **state)
{
    struct by_hand hand;
    (void)state;
    open_by_hand(&hand, 1);
    add_values(&hand.cells[0], -20.0, 10);
    assert_false(is_enough(&hand, 0.0385, true));
    assert_false(is_enough(&hand, 0.0391, true));
    assert_true(is_enough(&hand, 0.0393, true));
}

static void test_mean_that_may_be_zero_has_no_relative_precision(void **state)
{
    struct by_hand hand;
    (void)state;
    open_by_hand(&hand, 1);
    add_values(&hand.cells[0], 0.5, 10);
    assert_false(is_enough(&hand, 0.99, true));
    const struct sim_precision precision = {0.99, true, {0}};
    assert_true(isinf(sim_precision_state(&precision, &hand.results).relative));
}

static void test_values_without_spread_are_precise_from_the_minimum_on(void **state)
{
    struct by_hand hand;
    (void)state;
    open_by_hand(&hand, 1);
    for (int i = 0; i < SIM_PRECISION_MINIMUM; i++) {
        assert_false(is_enough(&hand, 0.5, false));
        assert_false(is_enough(&hand, 0.01, true));
        sim_tally_add(&hand.cells[0], 0.0);
    }
    assert_true(is_enough(&hand, 0.5, false));
    assert_true(is_enough(&hand, 0.01, true));
}

/* The differences are known to 0.754, a base of 200 far less precisely; 0.754 / (200 -
 * 0.754) = 0.378%. */
static void test_comparison_is_about_the_difference_as_a_part_of_the_base(void **state)
{
    struct by_hand hand;
    (void)state;
    open_by_hand(&hand, 2);
    for (int i = 0; i < 10; i++) {
        sim_tally_add(&hand.cells[0], i % 2 == 0 ? 100.0 : 300.0);
    }
    add_values(&hand.differences[1], 0.0, 10);
    assert_true(is_enough(&hand, HALF_WIDTH_OF_TEN + 0.001, false));
    assert_true(is_enough(&hand, 0.0038, true));
    assert_false(is_enough(&hand, 0.0037, true));
}

/* Of twelve values 4 and 8: standard error 2 / sqrt(11), and of two intervals that hold
 * together with 95% each a half-width of 2.593 of those, with Student's 98.75% point
 * for eleven degrees of freedom. */
#define HALF_WIDTH_OF_TWO_TOGETHER 1.564

static void test_comparison_waits_for_its_least_precise_scenario(void **state)
{
    struct by_hand hand;
    (void)state;
    open_by_hand(&hand, 3);
    add_values(&hand.cells[0], 20.0, 12);
    for (int i = 0; i < 12; i++) {
        sim_tally_add(&hand.differences[1], i % 2 == 0 ? 4.0 : 8.0);
    }
    assert_false(is_enough(&hand, 2.0, false)); /* the third has no values */
    add_values(&hand.differences[2], 3.0, 9);
    assert_false(is_enough(&hand, 2.0, false)); /* and now too few */
    add_values(&hand.differences[2], 3.0, 3);
    /* Half the spread, so half the width: it is about the other. */
    assert_true(is_enough(&hand, HALF_WIDTH_OF_TWO_TOGETHER + 0.001, false));
    assert_false(is_enough(&hand, HALF_WIDTH_OF_TWO_TOGETHER - 0.001, false));
}

/* --- When it stops --- */

static struct sim_scenario *load(const char *name, int clerk_count, const char *extra)
{
    return toy_study_load(sandbox_toy(name, clerk_count, extra));
}

struct fixture {
    struct sim_scenario *scenarios[2]; /* the second may be NULL */
    struct sim_precision precision;
    struct sim_experiment experiment;
    uint32_t expected; /* replications with which it is reached */
};

/* The outcome of each replication, one by one. */
static void replicate(const struct sim_scenario *scenario, double outcome[MOST])
{
    void *instance;
    double values[64];
    assert_int_equal(toy_model.create(scenario, &instance), SIM_OK);
    for (uint32_t r = 0; r < MOST; r++) {
        assert_int_equal(
            sim_experiment_replicate(&toy_model, instance, SEED, r, values), SIM_OK);
        outcome[r] = values[WAIT];
    }
    toy_model.destroy(instance);
}

/* The half-width after each number of replications. */
static void find_half_widths(const struct fixture *self, double half_width[MOST + 1])
{
    double base[MOST], other[MOST];
    struct sim_tally tally;
    sim_tally_reset(&tally);
    replicate(self->scenarios[0], base);
    if (self->scenarios[1] != NULL) {
        replicate(self->scenarios[1], other);
    }
    for (int r = 0; r < MOST; r++) {
        sim_tally_add(&tally,
                      self->scenarios[1] == NULL ? base[r] : other[r] - base[r]);
        half_width[r + 1] = sim_tally_half_width(&tally, 0.95);
    }
}

/* Asks for what is reached after 40 replications, or sooner. */
static void open_fixture(struct fixture *self, int scenario_count, const char *extra)
{
    double half_width[MOST + 1];
    memset(self, 0, sizeof *self);
    self->scenarios[0] = load("een", 1, extra);
    self->scenarios[1] = scenario_count > 1 ? load("twee", 2, extra) : NULL;
    find_half_widths(self, half_width);
    self->precision.half_width = half_width[40];
    self->expected = SIM_PRECISION_MINIMUM;
    while (half_width[self->expected] > half_width[40]) {
        self->expected++;
    }
    assert_true(self->expected > SIM_PRECISION_MINIMUM); /* or nothing is tested */
    self->experiment = (struct sim_experiment){
        .model = &toy_model,
        .scenarios = {self->scenarios[0], self->scenarios[1]},
        .scenario_count = scenario_count,
        .seed = SEED,
        .replications = 1000,
        .threads = 1,
        .precision = &self->precision,
    };
}

static void close_fixture(struct fixture *self)
{
    sim_scenario_destroy(self->scenarios[0]);
    sim_scenario_destroy(self->scenarios[1]);
}

static void assert_same_results(const struct sim_results *left,
                                const struct sim_results *right)
{
    assert_int_equal(left->replications_done, right->replications_done);
    for (int s = 0; s < left->scenario_count; s++) {
        const struct sim_scenario_results *a = &left->scenarios[s];
        const struct sim_scenario_results *b = &right->scenarios[s];
        const size_t size = sizeof *a->cells * (size_t)a->layout->cell_count;
        assert_int_equal(a->event_count, b->event_count);
        assert_memory_equal(a->cells, b->cells, size);
        if (s > 0) {
            assert_memory_equal(a->differences, b->differences, size);
        }
    }
}

/* Runs with 1, 2 and 4 threads, and without precision but with as many replications. */
static void assert_stops_as_expected(const struct fixture *self)
{
    struct sim_experiment experiment = self->experiment;
    struct sim_results fixed, found;
    experiment.precision = NULL;
    experiment.replications = self->expected;
    assert_int_equal(sim_experiment_run(&experiment, &fixed, NULL), SIM_OK);
    assert_false(fixed.is_precise);
    experiment = self->experiment;
    for (int threads = 1; threads <= 4; threads *= 2) {
        experiment.threads = threads;
        assert_int_equal(sim_experiment_run(&experiment, &found, NULL), SIM_OK);
        assert_int_equal(found.replications_done, self->expected);
        assert_true(found.is_precise);
        assert_false(found.interrupted);
        assert_same_results(&fixed, &found);
        sim_results_free(&found);
    }
    sim_results_free(&fixed);
}

static void test_run_stops_at_the_first_number_that_is_enough(void **state)
{
    struct fixture fixture;
    (void)state;
    open_fixture(&fixture, 1, "wacht_bij = 3;\n");
    assert_stops_as_expected(&fixture);
    close_fixture(&fixture);
}

static void test_comparison_stops_when_the_difference_is_known(void **state)
{
    struct fixture fixture;
    (void)state;
    open_fixture(&fixture, 2, "wacht_bij = 3;\n");
    assert_stops_as_expected(&fixture);
    close_fixture(&fixture);
}

/* The last replication that counts takes longer, so that other threads meet the next
 * one, which fails, before it does. */
static void test_failure_beyond_the_last_that_counts_does_not_matter(void **state)
{
    struct fixture fixture;
    char extra[64];
    (void)state;
    open_fixture(&fixture, 1, "");
    sim_scenario_destroy(fixture.scenarios[0]);
    snprintf(extra, sizeof extra, "wacht_bij = %u;\nmislukt_bij = %u;\n",
             (unsigned)fixture.expected - 1, (unsigned)fixture.expected);
    fixture.scenarios[0] = load("een", 1, extra);
    fixture.experiment.scenarios[0] = fixture.scenarios[0];
    assert_stops_as_expected(&fixture);
    close_fixture(&fixture);
}

static void test_failure_before_that_is_reported(void **state)
{
    struct fixture fixture;
    struct sim_results results;
    uint32_t failed = 0;
    (void)state;
    open_fixture(&fixture, 1, "");
    sim_scenario_destroy(fixture.scenarios[0]);
    fixture.scenarios[0] = load("een", 1, "mislukt_bij = 9;\n");
    fixture.experiment.scenarios[0] = fixture.scenarios[0];
    fixture.experiment.threads = 4;
    assert_int_equal(sim_experiment_run(&fixture.experiment, &results, &failed),
                     SIM_ERR_INVARIANT);
    assert_int_equal(failed, 9);
    sim_results_free(&results);
    close_fixture(&fixture);
}

static void test_precision_that_is_not_reached_leaves_complete_results(void **state)
{
    struct fixture fixture;
    struct sim_results whole, found;
    (void)state;
    open_fixture(&fixture, 1, "");
    fixture.experiment.replications = fixture.expected - 1;
    assert_int_equal(sim_experiment_run(&fixture.experiment, &found, NULL),
                     SIM_ERR_PRECISION);
    assert_false(found.interrupted);
    assert_false(found.is_precise);
    fixture.experiment.precision = NULL;
    assert_int_equal(sim_experiment_run(&fixture.experiment, &whole, NULL), SIM_OK);
    assert_same_results(&whole, &found);
    sim_results_free(&whole);
    sim_results_free(&found);
    close_fixture(&fixture);
}

static void test_outcome_that_never_has_a_value_is_not_precise(void **state)
{
    struct fixture fixture;
    struct sim_results results;
    (void)state;
    open_fixture(&fixture, 1, "");
    fixture.experiment.replications = 20;
    /* 3 measures x 3 halves x 3 desks; the last measure is "leeg". */
    fixture.precision.cells[0] = 18;
    assert_int_equal(sim_experiment_run(&fixture.experiment, &results, NULL),
                     SIM_ERR_PRECISION);
    assert_int_equal(results.replications_done, 20);
    const struct sim_precision_state found =
        sim_precision_state(&fixture.precision, &results);
    assert_int_equal(found.count, 0);
    assert_true(isnan(found.half_width) && isnan(found.relative));
    sim_results_free(&results);
    close_fixture(&fixture);
}

static void stop_after(void *context, uint64_t done, uint64_t total)
{
    volatile sig_atomic_t *stop = context;
    (void)total;
    *stop = done >= 4;
}

static void test_interrupt_goes_before_precision(void **state)
{
    struct fixture fixture;
    struct sim_results results;
    volatile sig_atomic_t stop = 0;
    (void)state;
    open_fixture(&fixture, 1, "");
    fixture.experiment.stop = &stop;
    fixture.experiment.progress = stop_after;
    fixture.experiment.progress_context = (void *)(uintptr_t)&stop;
    assert_int_equal(sim_experiment_run(&fixture.experiment, &results, NULL),
                     SIM_ERR_INTERRUPTED);
    assert_true(results.interrupted);
    assert_int_equal(results.replications_done, 4);
    sim_results_free(&results);
    close_fixture(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_half_width_is_held_against_a_number),
        cmocka_unit_test(test_relative_half_width_is_a_part_of_the_true_mean),
        cmocka_unit_test(test_mean_that_may_be_zero_has_no_relative_precision),
        cmocka_unit_test(test_values_without_spread_are_precise_from_the_minimum_on),
        cmocka_unit_test(test_comparison_is_about_the_difference_as_a_part_of_the_base),
        cmocka_unit_test(test_comparison_waits_for_its_least_precise_scenario),
        cmocka_unit_test(test_run_stops_at_the_first_number_that_is_enough),
        cmocka_unit_test(test_comparison_stops_when_the_difference_is_known),
        cmocka_unit_test(test_failure_beyond_the_last_that_counts_does_not_matter),
        cmocka_unit_test(test_failure_before_that_is_reported),
        cmocka_unit_test(test_precision_that_is_not_reached_leaves_complete_results),
        cmocka_unit_test(test_outcome_that_never_has_a_value_is_not_precise),
        cmocka_unit_test(test_interrupt_goes_before_precision),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("precision", tests, sandbox_enter,
                                       sandbox_leave);
}
