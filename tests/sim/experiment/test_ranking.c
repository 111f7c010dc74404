/* tests/sim/experiment/test_ranking.c - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rankings of scenarios whose means are known, fed with normal values that share a part
 * of their noise, as common random numbers do.
 */
#include "sim/experiment/ranking.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <math.h>
#include <string.h>

#include "sim/engine/stream.h"
#include "tests/support/toy_model.h"

#define SCENARIO_COUNT 5
#define REPLICATION_COUNT 10
#define STUDY_COUNT 2000

/* One outcome, and a second cell that is no total and so is not ranked. */
static const struct sim_label BALIE[] = {{"totaal", "alle"}};
static const struct sim_label HELFT[] = {{"totaal", "hele run"}, {"eerste", "eerste"}};
static const struct sim_dimension DIMENSIONS[] = {{"helft", HELFT, 2},
                                                  {"balie", BALIE, 1}};
static const struct sim_cell CELLS[] = {{0, {1, 0}}, {0, {0, 0}}};
static const struct sim_layout LAYOUT = {DIMENSIONS, 2, CELLS, 2};
static int32_t same_cells[] = {0, 1};

struct fixture {
    struct sim_results results;
    struct sim_tally cells[SCENARIO_COUNT][2];
    struct sim_ranking ranking;
    struct sim_collector collector;
};

static void open(struct fixture *self)
{
    memset(self, 0, sizeof *self);
    self->results.scenario_count = SCENARIO_COUNT;
    self->results.model = &toy_model;
    for (int s = 0; s < SCENARIO_COUNT; s++) {
        sim_tally_reset(&self->cells[s][1]);
        self->results.scenarios[s] = (struct sim_scenario_results){
            .layout = &LAYOUT, .cells = self->cells[s], .base_cell = same_cells};
    }
    self->collector = sim_ranking_collector(&self->ranking);
    assert_int_equal(self->collector.begin(&self->ranking, &self->results), SIM_OK);
    assert_int_equal(self->ranking.outcome_count, 1);
}

static void count(struct fixture *self, uint32_t replication, const double *outcome)
{
    double values[SCENARIO_COUNT][2];
    const double *pointers[SCENARIO_COUNT];
    for (int s = 0; s < SCENARIO_COUNT; s++) {
        values[s][0] = NAN;
        values[s][1] = outcome[s];
        pointers[s] = values[s];
        sim_tally_add(&self->cells[s][1], outcome[s]);
    }
    self->collector.count(&self->ranking, replication, pointers);
}

/* A study of its own for every [study]. */
static void count_study(struct fixture *self, uint32_t study, const double *means)
{
    struct sim_stream stream;
    double outcome[SCENARIO_COUNT];
    sim_stream_init(&stream, 4711, study);
    for (uint32_t r = 0; r < REPLICATION_COUNT; r++) {
        const double common =
            gsl_cdf_ugaussian_Pinv(sim_stream_uniform_at(&stream, r, SCENARIO_COUNT));
        for (uint32_t s = 0; s < SCENARIO_COUNT; s++) {
            outcome[s] = means[s] + 3.0 * common +
                         gsl_cdf_ugaussian_Pinv(sim_stream_uniform_at(&stream, r, s));
        }
        count(self, r, outcome);
    }
}

/* Whether a pair of equal means is told apart. */
static bool has_false_finding(const struct fixture *self, const double *means)
{
    struct sim_ranked_pair pairs[SCENARIO_COUNT * SCENARIO_COUNT];
    const int pair_count = sim_ranking_pairs(&self->ranking, 0, pairs);
    bool found = false;
    assert_int_equal(pair_count, SCENARIO_COUNT * (SCENARIO_COUNT - 1) / 2);
    for (int i = 0; i < pair_count; i++) {
        found |= pairs[i].differs && means[pairs[i].earlier] == means[pairs[i].later];
    }
    return found;
}

/* The share of studies with a false finding is binomial with at most 5%. */
static void assert_family_level(const double *means)
{
    int wrong = 0;
    for (uint32_t study = 0; study < STUDY_COUNT; study++) {
        struct fixture fixture;
        open(&fixture);
        count_study(&fixture, study, means);
        wrong += has_false_finding(&fixture, means);
        sim_ranking_free(&fixture.ranking);
    }
    const double bound = 0.05 + 4.0 * sqrt(0.05 * 0.95 / STUDY_COUNT);
    if (wrong > bound * STUDY_COUNT) {
        fail_msg("%d of %d studies had a false finding", wrong, STUDY_COUNT);
    }
}

static void test_false_findings_are_rare_where_all_are_equal(void **state)
{
    const double means[SCENARIO_COUNT] = {10.0, 10.0, 10.0, 10.0, 10.0};
    (void)state;
    assert_family_level(means);
}

static void test_false_findings_are_rare_where_some_are_equal(void **state)
{
    const double means[SCENARIO_COUNT] = {10.0, 30.0, 10.0, 30.0, 10.0};
    (void)state;
    assert_family_level(means);
}

/* What is common to all scenarios does not hide a difference between them: noise of 100
 * that they share, and of 1 that turns the difference within a group about in every
 * replication. */
static void test_order_is_that_of_the_means_with_letters(void **state)
{
    static const char *const letters[] = {"a", "a", "b", "b", "c"};
    static const int scenarios[] = {2, 0, 1, 4, 3};
    const double means[SCENARIO_COUNT] = {10.1, 20.0, 10.0, 30.0, 20.1};
    const double noise[SCENARIO_COUNT] = {1.0, 1.0, -1.0, 0.0, -1.0};
    struct fixture fixture;
    struct sim_rank ranks[SIM_SCENARIO_MAX];
    double outcome[SCENARIO_COUNT];
    (void)state;
    open(&fixture);
    for (uint32_t r = 0; r < REPLICATION_COUNT; r++) {
        for (int s = 0; s < SCENARIO_COUNT; s++) {
            outcome[s] = means[s] + 100.0 * r + (r % 2 == 0 ? noise[s] : -noise[s]);
        }
        count(&fixture, r, outcome);
    }
    assert_int_equal(sim_ranking_order(&fixture.ranking, 0, ranks), SCENARIO_COUNT);
    for (int i = 0; i < SCENARIO_COUNT; i++) {
        assert_int_equal(ranks[i].scenario, scenarios[i]);
        assert_int_equal(ranks[i].place, i + 1);
        assert_string_equal(ranks[i].letters, letters[i]);
        assert_int_equal(ranks[i].differs_from_best, *letters[i] != 'a');
    }
    sim_ranking_free(&fixture.ranking);
}

static void test_equal_values_share_a_place(void **state)
{
    const double outcome[SCENARIO_COUNT] = {2.0, 1.0, 2.0, 1.0, 3.0};
    static const int scenarios[] = {1, 3, 0, 2, 4}, places[] = {1, 1, 3, 3, 5};
    struct fixture fixture;
    struct sim_rank ranks[SIM_SCENARIO_MAX];
    (void)state;
    open(&fixture);
    count(&fixture, 0, outcome);
    count(&fixture, 1, outcome);
    assert_int_equal(sim_ranking_order(&fixture.ranking, 0, ranks), SCENARIO_COUNT);
    for (int i = 0; i < SCENARIO_COUNT; i++) {
        assert_int_equal(ranks[i].scenario, scenarios[i]);
        assert_int_equal(ranks[i].place, places[i]);
    }
    sim_ranking_free(&fixture.ranking);
}

static void test_scenario_without_a_value_is_not_ranked(void **state)
{
    const double outcome[SCENARIO_COUNT] = {2.0, NAN, 1.0, NAN, 3.0};
    struct fixture fixture;
    struct sim_rank ranks[SIM_SCENARIO_MAX];
    struct sim_ranked_pair pairs[SCENARIO_COUNT * SCENARIO_COUNT];
    (void)state;
    open(&fixture);
    count(&fixture, 0, outcome);
    assert_int_equal(sim_ranking_order(&fixture.ranking, 0, ranks), 3);
    assert_int_equal(sim_ranking_pairs(&fixture.ranking, 0, pairs), 3);
    /* One replication shows nothing. */
    assert_string_equal(ranks[2].letters, "a");
    sim_ranking_free(&fixture.ranking);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_false_findings_are_rare_where_all_are_equal),
        cmocka_unit_test(test_false_findings_are_rare_where_some_are_equal),
        cmocka_unit_test(test_order_is_that_of_the_means_with_letters),
        cmocka_unit_test(test_equal_values_share_a_place),
        cmocka_unit_test(test_scenario_without_a_value_is_not_ranked),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
