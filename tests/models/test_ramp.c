/* tests/models/test_ramp.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <math.h>

#include "tests/support/model_run.h"

/* From 0.2 to 0.6 in four years from 1 January 2021, in a run from 1 January 2020. */
#define YEAR sim_time_from_days(365.25)
static const struct sim_date ORIGIN = {2020, 1, 1};
#define START (366 * SIM_DAY)

static struct wmo_ramp load(const char *vorm, const char *slaagt)
{
    struct wmo_ramp ramp;
    struct sim_scenario *scenario =
        model_run_load("tests/scenario/model/beweging.cfg",
                       MODEL_RUN_SET("beweging.groep.start=\"2021-01-01\"",
                                     "beweging.groep.looptijd=4.0", vorm, slaagt));
    wmo_ramp_load(&ramp, scenario, sim_scenario_find(scenario, NULL, "beweging.groep"),
                  ORIGIN, 0.2, 0.6);
    sim_scenario_destroy(scenario);
    return ramp;
}

static void assert_at(const struct wmo_ramp *ramp, sim_time time, double expected)
{
    if (!(fabs(wmo_ramp_at(ramp, time) - expected) < 1e-12)) {
        fail_msg("%.15g is not %.15g", wmo_ramp_at(ramp, time), expected);
    }
}

static void test_a_linear_ramp_rises_evenly(void **state)
{
    (void)state;
    struct wmo_ramp ramp = load("beweging.groep.vorm=\"lineair\"", NULL);
    assert_true(wmo_ramp_at(&ramp, START - 1) == 0.2);
    assert_at(&ramp, START, 0.2);
    assert_at(&ramp, START + YEAR, 0.3);
    assert_at(&ramp, START + 2 * YEAR, 0.4);
    assert_at(&ramp, START + 3 * YEAR, 0.5);
    assert_true(wmo_ramp_at(&ramp, START + 4 * YEAR) == 0.6);
    assert_true(wmo_ramp_at(&ramp, START + 9 * YEAR) == 0.6);
}

/* 3x^2 - 2x^3 is 5/32 after a quarter, a half halfway and 27/32 after three quarters.
 */
static void test_an_s_curve_is_slow_at_both_ends(void **state)
{
    (void)state;
    struct wmo_ramp ramp = load("beweging.groep.vorm=\"s_curve\"", NULL);
    assert_true(wmo_ramp_at(&ramp, START - 1) == 0.2);
    assert_at(&ramp, START, 0.2);
    assert_at(&ramp, START + YEAR, 0.2 + 0.4 * 5 / 32);
    assert_at(&ramp, START + 2 * YEAR, 0.4);
    assert_at(&ramp, START + 3 * YEAR, 0.2 + 0.4 * 27 / 32);
    assert_true(wmo_ramp_at(&ramp, START + 4 * YEAR) == 0.6);
}

static void test_all_at_once_does_not_wait_for_the_looptijd(void **state)
{
    (void)state;
    struct wmo_ramp ramp = load("beweging.groep.vorm=\"ineens\"", NULL);
    assert_true(wmo_ramp_at(&ramp, START - 1) == 0.2);
    assert_true(wmo_ramp_at(&ramp, START) == 0.6);
}

static void test_a_ramp_that_half_fails_goes_half_the_way(void **state)
{
    (void)state;
    struct wmo_ramp half =
        load("beweging.groep.vorm=\"lineair\"", "beweging.groep.slaagt=0.5");
    assert_at(&half, START + 2 * YEAR, 0.3);
    assert_at(&half, START + 4 * YEAR, 0.4);
    struct wmo_ramp none =
        load("beweging.groep.vorm=\"s_curve\"", "beweging.groep.slaagt=0.0");
    assert_true(wmo_ramp_at(&none, START + 2 * YEAR) == 0.2);
    assert_true(wmo_ramp_at(&none, START + 9 * YEAR) == 0.2);
}

static void test_more_success_never_reaches_less(void **state)
{
    (void)state;
    static const char *const slaagt[] = {
        "beweging.groep.slaagt=0.0", "beweging.groep.slaagt=0.3",
        "beweging.groep.slaagt=0.9", "beweging.groep.slaagt=1.0"};
    for (int month = 0; month < 80; month++) {
        double before = -1;
        for (int i = 0; i < 4; i++) {
            struct wmo_ramp ramp = load("beweging.groep.vorm=\"s_curve\"", slaagt[i]);
            double now = wmo_ramp_at(&ramp, month * YEAR / 12);
            assert_true(now >= before);
            before = now;
        }
    }
}

static void test_what_is_left_out_happens_at_once_on_the_first_day(void **state)
{
    (void)state;
    struct sim_scenario *scenario =
        model_run_load("tests/scenario/model/beweging.cfg",
                       MODEL_RUN_SET("beweging.groep.groepsgrootte=6.0"));
    struct wmo_ramp ramp;
    wmo_ramp_load(&ramp, scenario, sim_scenario_find(scenario, NULL, "beweging.groep"),
                  ORIGIN, 0, 1);
    assert_true(wmo_ramp_at(&ramp, 0) == 1);
    wmo_ramp_load(&ramp, scenario, NULL, ORIGIN, 0.2, 0.6);
    assert_true(wmo_ramp_at(&ramp, 9 * YEAR) == 0.2);
    sim_scenario_destroy(scenario);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_linear_ramp_rises_evenly),
        cmocka_unit_test(test_an_s_curve_is_slow_at_both_ends),
        cmocka_unit_test(test_all_at_once_does_not_wait_for_the_looptijd),
        cmocka_unit_test(test_a_ramp_that_half_fails_goes_half_the_way),
        cmocka_unit_test(test_more_success_never_reaches_less),
        cmocka_unit_test(test_what_is_left_out_happens_at_once_on_the_first_day),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("ramp", tests, NULL, NULL);
}
