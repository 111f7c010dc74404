/* tests/models/test_overhead.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <math.h>

#include "tests/support/model_run.h"

#define ZORG 1

/* mini.cfg: 200,000 euro a year at 100,000 a fte, 1200 direct minutes a week each. The
 * prices hold for one aanbieder. */
#define THEN "zorgvormen.zorg.aanbieders_prijspeil=1"
#define OVERHEAD \
    THEN, "organisatie.overhead.basis=0.2", "organisatie.overhead.helling=0.04"
#define TIJD                                        \
    THEN, "organisatie.coordinatietijd.basis=0.04", \
        "organisatie.coordinatietijd.helling=0.04"
#define TWO "aanbieders.Aanbieder.aantal=2"

static double minutes_of(const struct model_run *run, int year_index)
{
    double minutes = 0;
    for (int t = 0; t < run->gemeente->teams.count; t++) {
        if (run->gemeente->teams.items[t].zorgvorm == ZORG) {
            minutes += (double)wmo_formatieplan_team(&run->gemeente->formatieplan,
                                                     year_index, t)
                           ->minutes;
        }
    }
    return minutes;
}

static void assert_minutes(const char *const *settings, int year_index, double expected)
{
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI, settings);
    /* Whole minutes per team. */
    assert_true(fabs(minutes_of(&run, year_index) - expected) < 2);
    model_run_close(&run);
}

static void test_overhead_rises_to_base_and_slope_together(void **state)
{
    (void)state;
    struct wmo_overhead overhead = {.basis = 0.2, .helling = 0.04};
    assert_true(wmo_overhead_of(overhead, 1) == 0.2);
    assert_true(fabs(wmo_overhead_of(overhead, 2) - 0.22) < 1e-12);
    assert_true(fabs(wmo_overhead_of(overhead, 200) - 0.2398) < 1e-12);
}

/* 2 fte cost 0.78 / 0.80 of what they do. */
static void test_more_aanbieders_pay_fewer_fte(void **state)
{
    (void)state;
    assert_minutes(MODEL_RUN_SET(OVERHEAD), 0, 2400);
    assert_minutes(MODEL_RUN_SET(OVERHEAD, TWO), 0, 2400 * 0.78 / 0.80);
}

static void test_more_aanbieders_have_fewer_direct_hours(void **state)
{
    (void)state;
    assert_minutes(MODEL_RUN_SET(TIJD), 0, 2400);
    assert_minutes(MODEL_RUN_SET(TIJD, TWO), 0, 2400 * 0.94 / 0.96);
}

/* An hour then costs as much more, so that the budget pays the same hours as it books.
 */
static void test_a_minute_costs_what_its_fte_costs(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(
        &run, MODEL_RUN_MINI,
        MODEL_RUN_SET(OVERHEAD, "organisatie.coordinatietijd.helling=0.04", TWO));
    const struct wmo_prijs *prijs =
        wmo_formatieplan_prijs(&run.gemeente->formatieplan, 0, ZORG);
    assert_true(fabs(minutes_of(&run, 0) * prijs->minute_cents / 100 - 200000) <
                2 * prijs->minute_cents / 100 * 2);
    model_run_close(&run);
}

static void test_aanbieders_learn_from_year_to_year(void **state)
{
    (void)state;
    const char *const *learn =
        MODEL_RUN_SET(THEN, "organisatie.leren=0.05", "organisatie.leren_vanaf=2019");
    assert_minutes(learn, 0, 2400 * 1.05);
    assert_minutes(learn, 1, 2400 * 1.05 * 1.05);
    assert_minutes(MODEL_RUN_SET(THEN, "organisatie.leren=0.05"), 0, 2400);
    assert_minutes(
        MODEL_RUN_SET(THEN, "organisatie.leren=0.05", "organisatie.leren_vanaf=2025"),
        1, 2400);
    assert_minutes(
        MODEL_RUN_SET("organisatie.leren=0.05", "organisatie.leren_vanaf=2019"), 1,
        2400);
}

/* One aanbieder in 2020, and another in 2021. */
static void test_only_aanbieders_that_are_there_count(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, "tests/scenario/model/contract.cfg",
                   MODEL_RUN_SET(OVERHEAD, "organisatie.coordinatietijd.basis=0.04",
                                 "organisatie.coordinatietijd.helling=0.04"));
    for (int year = 0; year < 2; year++) {
        assert_true(fabs(minutes_of(&run, year) - 2400) < 2);
    }
    model_run_close(&run);
}

/* Who learns has the same people. */
static void test_learning_adds_hours_and_no_fte(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(
        &run, MODEL_RUN_MINI,
        MODEL_RUN_SET(THEN, "organisatie.leren=0.05", "organisatie.leren_vanaf=2019"));
    model_run_begin(&run, 1, 0);
    model_run_finish(&run);
    const sim_time *start = run.gemeente->landschap.periode.year_start;
    struct wmo_tel tel = model_run_sum(&run, ZORG, 1, 1);
    assert_true(fabs(tel.fte_area / (double)(start[2] - start[1]) - 2) < 1e-3);
    model_run_close(&run);
}

static void test_no_slope_and_nothing_to_learn_is_what_is_left_out(void **state)
{
    (void)state;
    model_run_assert_same(MODEL_RUN_STAD, NULL,
                          MODEL_RUN_SET("zorgvormen.zorg.aanbieders_prijspeil=1",
                                        "organisatie.overhead.basis=0.2",
                                        "organisatie.overhead.helling=0.0",
                                        "organisatie.coordinatietijd.basis=0.04",
                                        "organisatie.leren=0.0",
                                        "organisatie.leren_vanaf=2020"));
}

/* stad.cfg has four aanbieders of zorg. */
static void test_the_aanbieders_of_then_cost_what_they_cost(void **state)
{
    (void)state;
    model_run_assert_same(MODEL_RUN_STAD, NULL,
                          MODEL_RUN_SET("zorgvormen.zorg.aanbieders_prijspeil=4",
                                        "organisatie.overhead.basis=0.2",
                                        "organisatie.overhead.helling=0.04",
                                        "organisatie.coordinatietijd.helling=0.04"));
}

static void test_overhead_leaves_something(void **state)
{
    (void)state;
    model_run_assert_fault(MODEL_RUN_MINI,
                           MODEL_RUN_SET("organisatie.overhead.basis=0.6",
                                         "organisatie.overhead.helling=0.4"),
                           "'organisatie.overhead.basis' en "
                           "'organisatie.overhead.helling' zijn samen 1.000; hoogstens "
                           "0.9");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_overhead_rises_to_base_and_slope_together),
        cmocka_unit_test(test_more_aanbieders_pay_fewer_fte),
        cmocka_unit_test(test_more_aanbieders_have_fewer_direct_hours),
        cmocka_unit_test(test_a_minute_costs_what_its_fte_costs),
        cmocka_unit_test(test_aanbieders_learn_from_year_to_year),
        cmocka_unit_test(test_only_aanbieders_that_are_there_count),
        cmocka_unit_test(test_learning_adds_hours_and_no_fte),
        cmocka_unit_test(test_no_slope_and_nothing_to_learn_is_what_is_left_out),
        cmocka_unit_test(test_the_aanbieders_of_then_cost_what_they_cost),
        cmocka_unit_test(test_overhead_leaves_something),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("overhead", tests, NULL, NULL);
}
