/* tests/models/test_bereikbaarheid.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <math.h>

#include "models/zorg/bereikbaarheid.h"
#include "sim/statistics/tally.h"
#include "tests/support/model_run.h"
#include "tests/support/queue_theory.h"

#define ZORG 1
#define TEAM 1

/* Two fte give 2400 minutes a week and cost 200,000 a year. One is the standing team,
 * so there is room for four inwoners of 5 hours, and not for eight. */
static void test_the_standing_team_comes_before_hours_are_divided(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET("periode.start=2021-01-01",
                                 "zorgvormen.zorg.instroom=0.0",
                                 "zorgvormen.zorg.verblijfsduur=1000.0",
                                 "zorgvormen.zorg.bereikbaarheid.fte=1.0"));
    model_run_begin(&run, 1, 0);
    const struct wmo_team *team = &run.gemeente->teams.items[TEAM];
    assert_int_equal(team->belasting.level, 1200);
    assert_int_equal(team->geboekt_cents, 10000000);
    for (int i = 0; i < 8; i++) {
        model_run_enter(&run, ZORG, 0, 300);
    }
    assert_int_equal(team->staff.total.used, 4 * 300);
    assert_int_equal(team->wachtlijst.length, 4);
    model_run_finish(&run);
    assert_int_equal(model_run_sum(&run, ZORG, 0, 0).geboekt_cents, 20000000);
    model_run_close(&run);
}

/* Eight inwoners in care who each call once a day, three on duty, 6 hours a call: a
 * load of 2. Who has to wait is the formula of Erlang C; each replication is one
 * observation of the share that has not. */
static void test_who_is_answered_at_once_follows_the_formula_of_erlang(void **state)
{
    (void)state;
    struct model_run run;
    struct sim_tally share = {0};
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET("zorgvormen.zorg.instroom=0.0",
                                 "zorgvormen.zorg.verblijfsduur=1000.0",
                                 "zorgvormen.zorg.bereikbaarheid.diensten=3",
                                 "zorgvormen.zorg.bereikbaarheid.oproepen=365.25",
                                 "zorgvormen.zorg.bereikbaarheid.oproep_uren={ vorm = "
                                 "\"exponentieel\"; gemiddelde = 6.0; }"));
    for (uint32_t replication = 0; replication < 16; replication++) {
        model_run_begin(&run, 3, replication);
        for (int i = 0; i < 8; i++) {
            model_run_enter(&run, ZORG, 0, 300);
        }
        model_run_finish(&run);
        struct wmo_tel tel = model_run_sum(&run, ZORG, 0, 1);
        double expected = 8.0 * 731;
        assert_true(fabs((double)tel.oproepen - expected) < 4 * sqrt(expected));
        sim_tally_add(&share, (double)tel.oproepen_direct / (double)tel.oproepen);
    }
    double standard_error = sqrt(sim_tally_variance(&share) / 16);
    assert_true(standard_error < 0.01);
    assert_true(fabs(sim_tally_mean(&share) - (1 - queue_theory_erlang_c(3, 2))) <
                4 * standard_error);
    model_run_close(&run);
}

/* Support ends on day 90, and with it the calls. */
static void test_nobody_calls_out_of_care(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET("zorgvormen.zorg.instroom=0.0",
                                 "zorgvormen.zorg.bereikbaarheid.diensten=3",
                                 "zorgvormen.zorg.bereikbaarheid.oproepen=365.25",
                                 "zorgvormen.zorg.bereikbaarheid.oproep_uren=1.0"));
    model_run_begin(&run, 1, 0);
    for (int i = 0; i < 8; i++) {
        model_run_enter(&run, ZORG, 0, 300);
    }
    model_run_until_day(&run, 90);
    int64_t before = model_run_sum(&run, ZORG, 0, 0).oproepen;
    assert_true(before > 0);
    model_run_finish(&run);
    assert_int_equal(model_run_sum(&run, ZORG, 0, 1).oproepen, before);
    assert_int_equal(run.gemeente->oproepen[ZORG].busy, 0);
    model_run_close(&run);
}

static void test_neutral_values_change_no_bit(void **state)
{
    (void)state;
    model_run_assert_same(
        MODEL_RUN_STAD, NULL,
        MODEL_RUN_SET("zorgvormen.zorg.bereikbaarheid.fte=0.0",
                      "zorgvormen.zorg.bereikbaarheid.diensten=3",
                      "zorgvormen.zorg.bereikbaarheid.oproepen=0.0",
                      "zorgvormen.zorg.bereikbaarheid.oproep_uren=2.0"));
}

static void test_calls_ask_somebody_on_duty(void **state)
{
    (void)state;
    model_run_assert_fault(MODEL_RUN_MINI,
                           MODEL_RUN_SET("zorgvormen.zorg.bereikbaarheid.oproepen=2.0"),
                           "oproepen vragen 'bereikbaarheid.diensten' boven 0 en "
                           "'bereikbaarheid.oproep_uren'");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_standing_team_comes_before_hours_are_divided),
        cmocka_unit_test(test_who_is_answered_at_once_follows_the_formula_of_erlang),
        cmocka_unit_test(test_nobody_calls_out_of_care),
        cmocka_unit_test(test_calls_ask_somebody_on_duty),
        cmocka_unit_test(test_neutral_values_change_no_bit),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("bereikbaarheid", tests, NULL, NULL);
}
