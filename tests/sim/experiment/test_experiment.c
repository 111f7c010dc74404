/* tests/sim/experiment/test_experiment.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/experiment/experiment.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <stdlib.h>
#include <string.h>

#include "sim/experiment/results.h"
#include "sim/experiment/ring.h"
#include "tests/support/sandbox.h"
#include "tests/support/toy_model.h"
#include "tests/support/toy_study.h"

#define SEED 20271

static struct sim_scenario *load(const char *name, int clerk_count, const char *extra)
{
    return toy_study_load(sandbox_toy(name, clerk_count, extra));
}

/* One clerk as the base against two; [extra] lines go in both. */
struct pair {
    struct sim_scenario *base, *other;
    struct sim_experiment experiment;
};

static void open_pair(struct pair *self, const char *extra)
{
    self->base = load("een", 1, extra);
    self->other = load("twee", 2, extra);
    self->experiment = (struct sim_experiment){
        .model = &toy_model,
        .scenarios = {self->base, self->other},
        .scenario_count = 2,
        .seed = SEED,
        .replications = 13,
        .threads = 1,
    };
}

static void close_pair(struct pair *self)
{
    sim_scenario_destroy(self->base);
    sim_scenario_destroy(self->other);
}

static void assert_same_tallies(const struct sim_tally *left,
                                const struct sim_tally *right, int count)
{
    for (int i = 0; i < count; i++) {
        assert_int_equal(left[i].count, right[i].count);
        if (left[i].count > 0) {
            assert_memory_equal(&left[i], &right[i], sizeof left[i]);
        }
    }
}

static void assert_same_results(const struct sim_results *left,
                                const struct sim_results *right)
{
    assert_int_equal(left->replications_done, right->replications_done);
    for (int s = 0; s < left->scenario_count; s++) {
        const int count = left->scenarios[s].layout->cell_count;
        assert_int_equal(left->scenarios[s].event_count,
                         right->scenarios[s].event_count);
        assert_same_tallies(left->scenarios[s].cells, right->scenarios[s].cells, count);
        if (s > 0) {
            assert_same_tallies(left->scenarios[s].differences,
                                right->scenarios[s].differences, count);
        }
    }
}

static void test_results_are_the_same_bytes_for_1_2_and_4_threads(void **state)
{
    struct pair pair;
    struct sim_results one, more;
    (void)state;
    open_pair(&pair, "wacht_bij = 3;\n");
    assert_int_equal(sim_experiment_run(&pair.experiment, &one, NULL), SIM_OK);
    for (int threads = 2; threads <= 4; threads += 2) {
        pair.experiment.threads = threads;
        assert_int_equal(sim_experiment_run(&pair.experiment, &more, NULL), SIM_OK);
        assert_same_results(&one, &more);
        sim_results_free(&more);
    }
    sim_results_free(&one);
    close_pair(&pair);
}

/* What the experiment must yield, from replications run one by one in order. */
static void replicate_pair(const struct pair *pair, struct sim_tally *cells,
                           struct sim_tally *differences, int count)
{
    void *base, *other;
    double *values = calloc(2 * (size_t)count, sizeof *values);
    assert_int_equal(toy_model.create(pair->base, &base), SIM_OK);
    assert_int_equal(toy_model.create(pair->other, &other), SIM_OK);
    for (uint32_t r = 0; r < pair->experiment.replications; r++) {
        assert_int_equal(sim_experiment_replicate(&toy_model, base, SEED, r, values),
                         SIM_OK);
        assert_int_equal(
            sim_experiment_replicate(&toy_model, other, SEED, r, values + count),
            SIM_OK);
        for (int i = 0; i < count; i++) {
            sim_tally_add(&cells[i], values[count + i]);
            sim_tally_add(&differences[i], values[count + i] - values[i]);
        }
    }
    toy_model.destroy(base);
    toy_model.destroy(other);
    free(values);
}

static void test_differences_are_paired_by_replication(void **state)
{
    struct pair pair;
    struct sim_results results;
    (void)state;
    open_pair(&pair, "");
    assert_int_equal(sim_experiment_run(&pair.experiment, &results, NULL), SIM_OK);
    const struct sim_scenario_results *other = &results.scenarios[1];
    const int count = other->layout->cell_count;
    struct sim_tally *cells = calloc((size_t)count, sizeof *cells);
    struct sim_tally *differences = calloc((size_t)count, sizeof *differences);
    for (int i = 0; i < count; i++) {
        sim_tally_reset(&cells[i]);
        sim_tally_reset(&differences[i]);
    }
    replicate_pair(&pair, cells, differences, count);
    assert_same_tallies(other->cells, cells, count);
    assert_same_tallies(other->differences, differences, count);
    /* The same customers come in both; an extra clerk does not change their number. */
    assert_string_equal(toy_model.measures[other->layout->cells[9].measure].name,
                        "klanten");
    assert_true(other->differences[9].minimum == 0.0);
    assert_true(other->differences[9].maximum == 0.0);
    free(cells);
    free(differences);
    sim_results_free(&results);
    close_pair(&pair);
}

static const char *key_of(const struct sim_layout *layout, int cell, int dimension)
{
    return layout->dimensions[dimension]
        .labels[layout->cells[cell].label[dimension]]
        .key;
}

static void test_cells_are_matched_by_key_and_not_by_place(void **state)
{
    struct pair pair;
    struct sim_results results;
    (void)state;
    open_pair(&pair, "");
    sim_scenario_destroy(pair.other);
    sandbox_write("proef.cfg", "balies = ( { naam = \"west\"; }, { naam = \"zuid\"; }, "
                               "{ naam = \"noord\"; } );\ncapaciteit = 1;\n"
                               "aankomsten_per_dag = 9.7;\nbediening_dagen = 0.17;\n"
                               "dagen = 40;\n");
    struct sim_faults faults = {0};
    assert_int_equal(sim_scenario_load(&pair.other, toy_model.registry, "proef.cfg",
                                       NULL, 0, &faults),
                     SIM_OK);
    pair.experiment.scenarios[1] = pair.other;
    pair.experiment.replications = 1;
    assert_int_equal(sim_experiment_run(&pair.experiment, &results, NULL), SIM_OK);
    const struct sim_scenario_results *base = &results.scenarios[0];
    const struct sim_scenario_results *other = &results.scenarios[1];
    int unmatched_count = 0;
    for (int i = 0; i < other->layout->cell_count; i++) {
        const int match = other->base_cell[i];
        if (match < 0) {
            assert_string_equal(key_of(other->layout, i, 1), "west");
            assert_int_equal(other->differences[i].count, 0);
            unmatched_count++;
            continue;
        }
        if (other->differences[i].count > 0) {
            assert_true(other->differences[i].mean ==
                        other->cells[i].mean - base->cells[match].mean);
        }
        assert_int_equal(other->layout->cells[i].measure,
                         base->layout->cells[match].measure);
        assert_string_equal(key_of(other->layout, i, 0),
                            key_of(base->layout, match, 0));
        assert_string_equal(key_of(other->layout, i, 1),
                            key_of(base->layout, match, 1));
    }
    /* Three measures at three halves. */
    assert_int_equal(unmatched_count, 9);
    sim_results_free(&results);
    close_pair(&pair);
}

struct stopper {
    volatile sig_atomic_t stop;
    uint64_t stop_after;
    uint64_t last_done, last_total;
};

static void stop_after(void *context, uint64_t done, uint64_t total)
{
    struct stopper *self = context;
    assert_int_equal(done, self->last_done + 1);
    self->last_done = done;
    self->last_total = total;
    self->stop = done >= self->stop_after;
}

static void test_interrupted_experiment_keeps_its_complete_prefix(void **state)
{
    static const int thread_counts[] = {1, 2, 4};
    struct pair pair;
    (void)state;
    open_pair(&pair, "wacht_bij = 1;\n");
    for (int i = 0; i < 3; i++) {
        struct stopper stopper = {.stop_after = 3};
        struct sim_results stopped, whole;
        struct sim_experiment experiment = pair.experiment;
        experiment.threads = thread_counts[i];
        experiment.stop = &stopper.stop;
        experiment.progress = stop_after;
        experiment.progress_context = &stopper;
        assert_int_equal(sim_experiment_run(&experiment, &stopped, NULL),
                         SIM_ERR_INTERRUPTED);
        assert_true(stopped.interrupted);
        /* The third task was the first scenario of replication 1, which is finished. */
        assert_true(stopped.replications_done >= 2);
        assert_true(stopped.replications_done < 13);
        assert_int_equal(stopper.last_done, 2 * stopped.replications_done);
        assert_int_equal(stopper.last_total, 26);
        experiment = pair.experiment;
        experiment.replications = stopped.replications_done;
        assert_int_equal(sim_experiment_run(&experiment, &whole, NULL), SIM_OK);
        assert_same_results(&stopped, &whole);
        sim_results_free(&stopped);
        sim_results_free(&whole);
    }
    close_pair(&pair);
}

static void test_stop_before_the_start_leaves_nothing(void **state)
{
    struct pair pair;
    struct sim_results results;
    const volatile sig_atomic_t stop = 1;
    (void)state;
    open_pair(&pair, "");
    pair.experiment.stop = &stop;
    assert_int_equal(sim_experiment_run(&pair.experiment, &results, NULL),
                     SIM_ERR_INTERRUPTED);
    assert_int_equal(results.replications_done, 0);
    assert_int_equal(results.scenarios[0].cells[0].count, 0);
    sim_results_free(&results);
    close_pair(&pair);
}

static void test_first_failing_replication_is_reported_for_any_threads(void **state)
{
    static const int thread_counts[] = {1, 2, 4};
    struct pair pair;
    (void)state;
    open_pair(&pair, "mislukt_bij = 5;\n");
    for (int i = 0; i < 3; i++) {
        struct sim_results results;
        uint32_t failed = 0;
        pair.experiment.threads = thread_counts[i];
        assert_int_equal(sim_experiment_run(&pair.experiment, &results, &failed),
                         SIM_ERR_INVARIANT);
        assert_int_equal(failed, 5);
        assert_int_equal(results.replications_done, 5);
        assert_false(results.interrupted);
        sim_results_free(&results);
    }
    close_pair(&pair);
}

static void test_failure_that_comes_first_in_order_is_reported(void **state)
{
    struct pair pair;
    struct sim_results results;
    uint32_t failed = 0;
    (void)state;
    /* Replication 5 takes longer, so 6 has failed before it does. */
    open_pair(&pair, "wacht_bij = 5;\nmislukt_bij = 5;\n");
    sim_scenario_destroy(pair.other);
    pair.other = load("twee", 2, "mislukt_bij = 6;\n");
    pair.experiment.scenarios[1] = pair.other;
    pair.experiment.threads = 4;
    assert_int_equal(sim_experiment_run(&pair.experiment, &results, &failed),
                     SIM_ERR_INVARIANT);
    assert_int_equal(failed, 5);
    sim_results_free(&results);
    close_pair(&pair);
}

static enum sim_status fail_to_create(const struct sim_scenario *scenario, void **self)
{
    if (strcmp(sim_scenario_name(scenario), "twee") == 0) {
        *self = NULL;
        return SIM_ERR_NO_MEMORY;
    }
    return toy_model.create(scenario, self);
}

static void test_instance_that_cannot_be_made_is_an_error(void **state)
{
    struct pair pair;
    struct sim_results results;
    struct sim_model model = toy_model;
    (void)state;
    open_pair(&pair, "");
    model.create = fail_to_create;
    pair.experiment.model = &model;
    assert_int_equal(sim_experiment_run(&pair.experiment, &results, NULL),
                     SIM_ERR_NO_MEMORY);
    sim_results_free(&results);
    close_pair(&pair);
}

static void test_more_threads_than_tasks_is_no_problem(void **state)
{
    struct pair pair;
    struct sim_results results;
    (void)state;
    open_pair(&pair, "");
    pair.experiment.replications = 1;
    pair.experiment.threads = 64;
    assert_int_equal(sim_experiment_run(&pair.experiment, &results, NULL), SIM_OK);
    assert_int_equal(results.replications_done, 1);
    sim_results_free(&results);
    close_pair(&pair);
}

static void fill(struct sim_ring *ring, uint32_t replication, int scenario,
                 double value)
{
    double *values = sim_ring_values(ring, replication, scenario);
    const int count = ring->results->scenarios[scenario].layout->cell_count;
    for (int i = 0; i < count; i++) {
        values[i] = value;
    }
    sim_ring_finish(ring, replication, scenario, 10);
}

static void test_ring_counts_replications_in_order_and_is_bounded(void **state)
{
    struct pair pair;
    struct sim_results results;
    struct sim_ring ring;
    (void)state;
    open_pair(&pair, "");
    assert_int_equal(sim_results_init(&results, &pair.experiment), SIM_OK);
    assert_int_equal(sim_ring_init(&ring, &results, 2), SIM_OK);
    assert_true(sim_ring_has_room(&ring, 0));
    assert_true(sim_ring_has_room(&ring, 1));
    assert_false(sim_ring_has_room(&ring, 2));
    fill(&ring, 1, 0, 5.25);
    fill(&ring, 1, 1, 7.5);
    assert_int_equal(results.replications_done, 0);
    fill(&ring, 0, 1, 3.5);
    assert_int_equal(results.replications_done, 0);
    fill(&ring, 0, 0, 2.5);
    assert_int_equal(results.replications_done, 2);
    assert_true(sim_ring_has_room(&ring, 3));
    assert_false(sim_ring_has_room(&ring, 4));
    assert_true(results.scenarios[0].cells[4].mean == (2.5 + 5.25) / 2);
    assert_true(results.scenarios[1].differences[4].minimum == 1.0);
    assert_true(results.scenarios[1].differences[4].maximum == 2.25);
    assert_int_equal(results.scenarios[1].event_count, 20);
    sim_ring_free(&ring);
    sim_results_free(&results);
    close_pair(&pair);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_results_are_the_same_bytes_for_1_2_and_4_threads),
        cmocka_unit_test(test_differences_are_paired_by_replication),
        cmocka_unit_test(test_cells_are_matched_by_key_and_not_by_place),
        cmocka_unit_test(test_interrupted_experiment_keeps_its_complete_prefix),
        cmocka_unit_test(test_stop_before_the_start_leaves_nothing),
        cmocka_unit_test(test_first_failing_replication_is_reported_for_any_threads),
        cmocka_unit_test(test_failure_that_comes_first_in_order_is_reported),
        cmocka_unit_test(test_instance_that_cannot_be_made_is_an_error),
        cmocka_unit_test(test_more_threads_than_tasks_is_no_problem),
        cmocka_unit_test(test_ring_counts_replications_in_order_and_is_bounded),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("experiment", tests, sandbox_enter,
                                       sandbox_leave);
}
