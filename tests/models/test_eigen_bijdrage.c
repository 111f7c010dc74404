/* tests/models/test_eigen_bijdrage.c - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What inwoners pay: in mini.cfg 30.50 euro a month of 2020, which has 366 days, is a
 * euro a day, and in 2021 twice that.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <math.h>

#include "models/traject/traject.h"
#include "models/zorg/zorg.h"
#include "tests/support/model_run.h"

#define BIJDRAGE "tests/scenario/model/eigen-bijdrage.cfg"
#define ZORG 1
#define MINUTES 60
#define ALL_PAY                                \
    "eigen_bijdrage.groepen.vrij.aandeel=0.0", \
        "eigen_bijdrage.groepen.betaalt.aandeel=1.0"

static int64_t paid(const struct model_run *run, int first, int last)
{
    return model_run_sum(run, ZORG, first, last).eigen_bijdrage_cents;
}

/* 100 days at a euro each; other hours cost the inwoner nothing more. */
static void test_support_is_paid_for_by_the_day_whatever_the_hours(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, BIJDRAGE,
                   MODEL_RUN_SET(ALL_PAY, "zorgvormen.zorg.verblijfsduur=100.0"));
    model_run_begin(&run, 1, 0);
    model_run_until_day(&run, 10);
    uint32_t row = model_run_enter(&run, ZORG, 0, MINUTES);
    assert_int_equal(paid(&run, 0, 0), 35600); /* what is left of the year */
    model_run_until_day(&run, 40);
    wmo_zorg_change(run.gemeente, row, 2 * MINUTES);
    model_run_finish(&run);
    assert_int_equal(paid(&run, 0, 0), 10000);
    assert_int_equal(paid(&run, 1, 1), 0);
    model_run_close(&run);
}

/* 66 days of 2020, and 34 of 2021 at 732 / 365 euro. */
static void test_each_year_has_its_own_sum(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, BIJDRAGE,
                   MODEL_RUN_SET(ALL_PAY, "zorgvormen.zorg.verblijfsduur=100.0"));
    model_run_begin(&run, 1, 0);
    model_run_until_day(&run, 300);
    model_run_enter(&run, ZORG, 0, MINUTES);
    model_run_finish(&run);
    assert_int_equal(paid(&run, 0, 0), 6600);
    assert_true(fabs((double)paid(&run, 1, 1) - 34 * 73200 / 365.0) <= 1);
    model_run_close(&run);
}

/* Of [count] who come on the first day and stay, how many pay, and how many do without.
 */
static void count_payers(const char *const *settings, int count, double *pay,
                         double *without)
{
    struct model_run run;
    model_run_open(&run, BIJDRAGE, settings);
    model_run_begin(&run, 1, 0);
    for (int i = 0; i < count; i++) {
        model_run_enter(&run, ZORG, 0, 1);
    }
    struct wmo_tel tel = model_run_sum(&run, ZORG, 0, 0);
    *pay = (double)tel.eigen_bijdrage_cents / 36600;
    *without = (double)tel.afgezien;
    assert_int_equal(tel.aangemeld + tel.afgezien, count);
    model_run_finish(&run);
    model_run_close(&run);
}

static void test_a_share_pays_and_of_those_a_share_does_without(void **state)
{
    (void)state;
    enum { COUNT = 800 };
    double pay, without, pay_left;
    count_payers(NULL, COUNT, &pay, &without);
    assert_true(fabs(pay - 0.7 * COUNT) <= 4 * sqrt(0.7 * 0.3 * COUNT));
    assert_int_equal(without, 0);
    count_payers(MODEL_RUN_SET("eigen_bijdrage.groepen.betaalt.afzien=0.25"), COUNT,
                 &pay_left, &without);
    /* The same inwoners pay, but for those who do without. */
    assert_int_equal(pay_left, pay - without);
    assert_true(fabs(without - 0.25 * pay) <= 4 * sqrt(0.25 * 0.75 * pay));
}

static void test_a_pgb_is_paid_for_too(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, BIJDRAGE,
                   MODEL_RUN_SET(ALL_PAY, "zorgvormen.zorg.verblijfsduur=100.0",
                                 "zorgvormen.zorg.pgb_aandeel=1.0"));
    model_run_begin(&run, 1, 0);
    model_run_enter(&run, ZORG, 0, MINUTES);
    model_run_finish(&run);
    assert_int_equal(model_run_sum(&run, ZORG, 0, 0).pgb_gestart, 1);
    assert_int_equal(paid(&run, 0, 1), 10000);
    model_run_close(&run);
}

/* Every euro once: what comes in lowers no account of what is paid. */
static void test_it_is_bookkeeping_and_nothing_else(void **state)
{
    (void)state;
    struct wmo_tel tel[2];
    for (int on = 0; on < 2; on++) {
        struct model_run run;
        model_run_open(&run, MODEL_RUN_STAD,
                       MODEL_RUN_SET(on ? "zorgvormen.zorg.eigen_bijdrage=true"
                                        : "zorgvormen.zorg.eigen_bijdrage=false"));
        model_run_begin(&run, 1, 0);
        model_run_finish(&run);
        tel[on] = model_run_sum(&run, ZORG, 0, 2);
        model_run_close(&run);
    }
    assert_int_equal(tel[0].eigen_bijdrage_cents, 0);
    assert_true(tel[1].eigen_bijdrage_cents > 0);
    tel[1].eigen_bijdrage_cents = 0;
    assert_memory_equal(&tel[0], &tel[1], sizeof tel[0]);
}

static void test_what_cannot_be_is_said(void **state)
{
    (void)state;
    model_run_assert_fault(
        BIJDRAGE, MODEL_RUN_SET("eigen_bijdrage.groepen.betaalt.aandeel=0.5"),
        "de aandelen van de groepen tellen op tot 0.800 in plaats van "
        "1");
    model_run_assert_fault(
        MODEL_RUN_MINI, MODEL_RUN_SET("zorgvormen.zorg.eigen_bijdrage=true"),
        "voor 'zorg' geldt een eigen bijdrage, maar er staat nergens "
        "hoeveel: vul 'eigen_bijdrage.groepen' in");
}

int main(void)
{
    gsl_set_error_handler_off();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_support_is_paid_for_by_the_day_whatever_the_hours),
        cmocka_unit_test(test_each_year_has_its_own_sum),
        cmocka_unit_test(test_a_share_pays_and_of_those_a_share_does_without),
        cmocka_unit_test(test_a_pgb_is_paid_for_too),
        cmocka_unit_test(test_it_is_bookkeeping_and_nothing_else),
        cmocka_unit_test(test_what_cannot_be_is_said),
    };
    return cmocka_run_group_tests_name("eigen bijdrage", tests, NULL, NULL);
}
