/* tests/models/test_pgb.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <math.h>

#include "sim/statistics/tally.h"
#include "tests/support/model_run.h"

#define ZORG 1

/* In mini.cfg 5 hours a week cost 100,000 x 5 / 20 = 25,000 euro a year; as a pgb nine
 * tenths of that. A stay is 90 days. Nobody comes by himself. */
#define ALL_PGB \
    "zorgvormen.zorg.instroom=0.0", "zorgvormen.zorg.pgb_aandeel=1.0", "pgb.prijs=0.9"
#define CENTS_A_YEAR (0.9 * 2500000)

/* A booking and its return are each rounded to a cent. */
static void assert_cents(int64_t cents, double expected)
{
    assert_true(fabs((double)cents - expected) <= 1.5);
}

/* One comes on day 300 of 2020: 66 days fall in that year and 24 in 2021. */
static void test_a_pgb_costs_its_part_of_the_time_it_lasts(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI, MODEL_RUN_SET(ALL_PGB));
    model_run_begin(&run, 1, 0);
    model_run_until_day(&run, 300);
    uint32_t row = model_run_enter(&run, ZORG, 0, 300);
    assert_int_equal(run.gemeente->inwoners.rows[row].toestand, WMO_TOESTAND_PGB);
    assert_int_equal(wmo_gemeente_verify(run.gemeente), SIM_OK);
    model_run_finish(&run);
    struct wmo_tel first = model_run_sum(&run, ZORG, 0, 0);
    struct wmo_tel second = model_run_sum(&run, ZORG, 1, 1);
    assert_cents(first.pgb_cents, CENTS_A_YEAR * 66 / 366);
    assert_cents(second.pgb_cents, CENTS_A_YEAR * 24 / 365);
    assert_int_equal(first.pgb_area, 66 * SIM_DAY);
    assert_int_equal(second.pgb_area, 24 * SIM_DAY);
    assert_int_equal(first.geboekt_cents + second.geboekt_cents, 0);
    assert_int_equal(first.gestart + first.gebruikt_area, 0);
    assert_int_equal(first.pgb_gestart, 1);
    model_run_close(&run);
}

/* With the budget for one place, a pgb on that budget keeps another from starting. */
static void test_a_pgb_can_take_the_budget_of_the_zorgvorm(void **state)
{
    (void)state;
    for (int within = 0; within < 2; within++) {
        struct model_run run;
        model_run_open(&run, MODEL_RUN_MINI,
                       MODEL_RUN_SET(ALL_PGB, "begrotingsposten.zorg.bedrag=25000.0",
                                     within ? "pgb.uit_budget_zorgvorm=true"
                                            : "pgb.uit_budget_zorgvorm=false"));
        model_run_begin(&run, 1, 0);
        model_run_enter(&run, ZORG, 0, 300);
        run.gemeente->landschap.zorgvormen.items[ZORG].pgb_aandeel = 0;
        uint32_t row = model_run_enter(&run, ZORG, 0, 300);
        assert_int_equal(run.gemeente->inwoners.rows[row].toestand,
                         within ? WMO_TOESTAND_WACHT : WMO_TOESTAND_IN_ZORG);
        assert_int_equal(model_run_sum(&run, ZORG, 0, 0).geboekt_cents,
                         within ? lround(CENTS_A_YEAR) : 2500000);
        assert_int_equal(wmo_gemeente_verify(run.gemeente), SIM_OK);
        model_run_close(&run);
    }
}

/* Of 2400 a year 0.3 take a pgb, for 90 days: 0.3 x 2400 x 90 / 365.25 at a time, by
 * Little's law, in the second year. */
static void test_a_share_takes_a_pgb(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET("zorgvormen.zorg.instroom=2400.0",
                                 "zorgvormen.zorg.pgb_aandeel=0.3"));
    struct sim_tally level;
    sim_tally_reset(&level);
    double taken = 0, all = 0;
    for (uint32_t r = 0; r < 10; r++) {
        model_run_begin(&run, 1, r);
        model_run_finish(&run);
        struct wmo_tel tel = model_run_sum(&run, ZORG, 1, 1);
        sim_tally_add(&level, (double)tel.pgb_area / (365.0 * (double)SIM_DAY));
        taken += (double)tel.pgb_gestart;
        all += (double)tel.aangemeld;
    }
    assert_true(fabs(taken - 0.3 * all) <= 4 * sqrt(all * 0.3 * 0.7));
    assert_true(fabs(sim_tally_mean(&level) - 0.3 * 2400 * 90 / 365.25) <=
                4 * sim_tally_standard_error(&level));
    model_run_close(&run);
}

static void test_nobody_with_a_pgb_changes_nothing(void **state)
{
    (void)state;
    model_run_assert_same(MODEL_RUN_STAD, NULL,
                          MODEL_RUN_SET("zorgvormen.zorg.pgb_aandeel=0.0",
                                        "pgb.prijs=0.5",
                                        "pgb.uit_budget_zorgvorm=true"));
}

int main(void)
{
    gsl_set_error_handler_off();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_pgb_costs_its_part_of_the_time_it_lasts),
        cmocka_unit_test(test_a_pgb_can_take_the_budget_of_the_zorgvorm),
        cmocka_unit_test(test_a_share_takes_a_pgb),
        cmocka_unit_test(test_nobody_with_a_pgb_changes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
