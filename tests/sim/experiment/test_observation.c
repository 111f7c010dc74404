/* tests/sim/experiment/test_observation.c - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looking at the levels of a model while replications run.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <stdlib.h>
#include <string.h>

#include "sim/experiment/experiment.h"
#include "tests/support/sandbox.h"
#include "tests/support/toy_model.h"
#include "tests/support/toy_study.h"

#define SEED 20275
#define REPLICATIONS 7
#define BUSY 0
#define CUSTOMERS 1
#define LEVEL_COUNT 2

static struct sim_scenario *load(const char *name, int clerk_count)
{
    return toy_study_load(sandbox_toy(name, clerk_count, "wacht_bij = 2;\n"));
}

struct fixture {
    struct sim_scenario *scenarios[2];
    struct sim_experiment experiment;
};

static int open_fixture(void **state)
{
    static struct fixture self;
    self.scenarios[0] = load("een", 1);
    self.scenarios[1] = load("twee", 2);
    self.experiment = (struct sim_experiment){
        .model = &toy_model,
        .scenarios = {self.scenarios[0], self.scenarios[1]},
        .scenario_count = 2,
        .seed = SEED,
        .replications = REPLICATIONS,
        .threads = 1,
    };
    *state = &self;
    return 0;
}

static int close_fixture(void **state)
{
    struct fixture *self = *state;
    sim_scenario_destroy(self->scenarios[0]);
    sim_scenario_destroy(self->scenarios[1]);
    return 0;
}

static void assert_same_cells(const struct sim_results *left,
                              const struct sim_results *right)
{
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

/* 0.123 days do not divide the 40 of the run, and cut between most events. */
static void test_looking_changes_no_result(void **state)
{
    struct sim_experiment experiment = ((struct fixture *)*state)->experiment;
    struct sim_results without, with;
    assert_int_equal(sim_experiment_run(&experiment, &without, NULL), SIM_OK);
    assert_null(without.scenarios[0].observed);
    assert_int_equal(without.scenarios[0].observation_count, 0);
    experiment.observe_every = sim_time_from_days(0.123);
    assert_int_equal(sim_experiment_run(&experiment, &with, NULL), SIM_OK);
    assert_same_cells(&without, &with);
    assert_non_null(with.scenarios[1].observed);
    sim_results_free(&without);
    sim_results_free(&with);
}

static void test_what_is_seen_is_the_same_for_1_2_and_4_threads(void **state)
{
    struct sim_experiment experiment = ((struct fixture *)*state)->experiment;
    struct sim_results one, more;
    experiment.observe_every = SIM_DAY;
    assert_int_equal(sim_experiment_run(&experiment, &one, NULL), SIM_OK);
    for (experiment.threads = 2; experiment.threads <= 4; experiment.threads += 2) {
        assert_int_equal(sim_experiment_run(&experiment, &more, NULL), SIM_OK);
        for (int s = 0; s < 2; s++) {
            assert_memory_equal(one.scenarios[s].observed, more.scenarios[s].observed,
                                41 * LEVEL_COUNT * sizeof *one.scenarios[s].observed);
        }
        sim_results_free(&more);
    }
    sim_results_free(&one);
}

/* A run of 40 days seen every 10: at 0, 10, 20, 30 and 40, and at no other time. */
static void test_levels_are_seen_from_the_begin_to_the_end(void **state)
{
    struct sim_experiment experiment = ((struct fixture *)*state)->experiment;
    struct sim_results results;
    experiment.observe_every = 10 * SIM_DAY;
    assert_int_equal(sim_experiment_run(&experiment, &results, NULL), SIM_OK);
    const struct sim_scenario_results *scenario = &results.scenarios[0];
    const struct sim_tally *observed = scenario->observed;
    assert_int_equal(scenario->observation_count, 5);
    assert_int_equal(scenario->levels->count, LEVEL_COUNT);
    assert_string_equal(scenario->levels->items[CUSTOMERS].name, "klanten");
    for (int i = 0; i < 5 * LEVEL_COUNT; i++) {
        assert_int_equal(observed[i].count, REPLICATIONS);
    }
    /* Empty at first; every desk has one clerk, so at most two are busy. */
    assert_true(observed[BUSY].maximum == 0.0);
    assert_true(observed[CUSTOMERS].maximum == 0.0);
    assert_true(observed[4 * LEVEL_COUNT + BUSY].maximum <= 2.0);
    /* At the end everybody has come who is counted: the cell of "klanten". */
    assert_memory_equal(&observed[4 * LEVEL_COUNT + CUSTOMERS], &scenario->cells[9],
                        sizeof observed[0]);
    sim_results_free(&results);
}

/* Each look sees what a run that ends at that moment ends with. */
static void test_look_sees_the_finished_moment(void **state)
{
    struct fixture *self = *state;
    struct sim_experiment experiment = self->experiment;
    struct sim_results results;
    void *instance;
    double seen[LEVEL_COUNT];
    experiment.replications = 1;
    experiment.observe_every = sim_time_from_days(1.7);
    assert_int_equal(sim_experiment_run(&experiment, &results, NULL), SIM_OK);
    assert_int_equal(toy_model.create(self->scenarios[0], &instance), SIM_OK);
    for (int i = 0; i < results.scenarios[0].observation_count; i++) {
        assert_int_equal(toy_model.reset(instance, SEED, 0), SIM_OK);
        assert_int_equal(toy_model.start(instance), SIM_OK);
        assert_int_equal(
            sim_engine_run(toy_model.engine(instance), i * experiment.observe_every),
            SIM_OK);
        toy_model.observe(instance, seen);
        for (int l = 0; l < LEVEL_COUNT; l++) {
            assert_true(results.scenarios[0].observed[i * LEVEL_COUNT + l].mean ==
                        seen[l]);
        }
    }
    toy_model.destroy(instance);
    sim_results_free(&results);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_looking_changes_no_result, open_fixture,
                                        close_fixture),
        cmocka_unit_test_setup_teardown(
            test_what_is_seen_is_the_same_for_1_2_and_4_threads, open_fixture,
            close_fixture),
        cmocka_unit_test_setup_teardown(test_levels_are_seen_from_the_begin_to_the_end,
                                        open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(test_look_sees_the_finished_moment,
                                        open_fixture, close_fixture),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("observation", tests, sandbox_enter,
                                       sandbox_leave);
}
