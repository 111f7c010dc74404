/* tests/models/test_contract.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>

#include "tests/support/model_run.h"

#define VERLENGING "tests/scenario/model/verlenging.cfg"
#define BESLUIT "contracten.opdracht.verlengingen.eerste.besluit="
#define ZORG 1
#define HOUR 60
#define NEW_YEAR (366 * SIM_DAY)

/* Stays are long, nobody comes by itself, and all are handed over when another party
 * takes over. */
#define STAY                                                                \
    "zorgvormen.zorg.instroom=0.0", "zorgvormen.zorg.verblijfsduur=3650.0", \
        "overgang.overdragen=1.0"

/* Handed over when 8 begin on day 100 and [late] more come on day [day], for whom there
 * is no room. */
static int64_t handed_over(const char *const *settings, int day, int late)
{
    struct model_run run;
    model_run_open(&run, VERLENGING, settings);
    model_run_begin(&run, 1, 0);
    model_run_until_day(&run, 100);
    for (int i = 0; i < 8; i++) {
        model_run_enter(&run, ZORG, 0, 5 * HOUR);
    }
    model_run_until_day(&run, day);
    for (int i = 0; i < late; i++) {
        model_run_enter(&run, ZORG, 0, 5 * HOUR);
    }
    model_run_until(&run, NEW_YEAR);
    int64_t count = model_run_sum(&run, ZORG, 0, 1).overgedragen;
    model_run_close(&run);
    return count;
}

static void test_a_contract_that_is_not_extended_goes_to_another_party(void **state)
{
    (void)state;
    assert_int_equal(handed_over(MODEL_RUN_SET(STAY, BESLUIT "\"nooit\""), 200, 0), 8);
    assert_int_equal(handed_over(MODEL_RUN_SET(STAY, BESLUIT "\"altijd\""), 200, 9), 0);
}

/* 8 began at once. Of 10 that is 0.8, and of 11 it is less; the others still wait, and
 * count as too late. Those of the last fortnight have their norm day in the next year.
 */
static void test_extending_by_norm_counts_who_still_waits(void **state)
{
    (void)state;
    assert_int_equal(handed_over(MODEL_RUN_SET(STAY), 200, 2), 0);
    assert_int_equal(handed_over(MODEL_RUN_SET(STAY), 200, 3), 8);
    assert_int_equal(handed_over(MODEL_RUN_SET(STAY), 360, 3), 0);
}

/* There is no year before the run to look at. */
static void test_without_a_year_to_evaluate_a_contract_is_extended(void **state)
{
    (void)state;
    assert_int_equal(
        handed_over(MODEL_RUN_SET(STAY, "contracten.opdracht.evaluatie_jaren=2"), 200,
                    9),
        0);
}

static void test_a_contract_that_is_extended_changes_nothing(void **state)
{
    (void)state;
    model_run_assert_same_files(MODEL_RUN_MINI, VERLENGING);
    model_run_assert_same(VERLENGING, MODEL_RUN_SET(BESLUIT "\"altijd\""),
                          MODEL_RUN_SET(BESLUIT "\"altijd\"", "overgang.overdragen=1.0",
                                        "overgang.dip=0.1", "overgang.dip_duur=9.0",
                                        "overgang.verloop=0.2"));
}

static void test_who_begins_on_that_day_has_nothing_to_extend(void **state)
{
    (void)state;
    model_run_assert_same_files("tests/scenario/model/contract.cfg",
                                "tests/scenario/model/verlenging-later.cfg");
}

static void test_what_cannot_be_is_said(void **state)
{
    (void)state;
    model_run_assert_fault(
        VERLENGING,
        MODEL_RUN_SET("contracten.opdracht.verlengingen.eerste.start=\"2021-07-01\""),
        "verlenging 'eerste' van 'opdracht' begint niet op een 1 januari");
    model_run_assert_fault(VERLENGING, MODEL_RUN_SET("contracten.opdracht.norm=0.0"),
                           "'opdracht' wordt bij_norm verlengd, maar zonder norm: vul "
                           "'norm' in");
    model_run_assert_fault(
        VERLENGING,
        MODEL_RUN_SET("aanbieders.Aanbieder.start=\"2020-01-01\"",
                      "contracten.opdracht.verlengingen.eerste.start="
                      "\"2020-01-01\""),
        "verlenging 'eerste' van 'opdracht' gaat in voordat er iets te verlengen is: "
        "geen van de aanbieders is dan al begonnen");
}

int main(void)
{
    gsl_set_error_handler_off();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_contract_that_is_not_extended_goes_to_another_party),
        cmocka_unit_test(test_extending_by_norm_counts_who_still_waits),
        cmocka_unit_test(test_without_a_year_to_evaluate_a_contract_is_extended),
        cmocka_unit_test(test_a_contract_that_is_extended_changes_nothing),
        cmocka_unit_test(test_who_begins_on_that_day_has_nothing_to_extend),
        cmocka_unit_test(test_what_cannot_be_is_said),
    };
    return cmocka_run_group_tests_name("contract", tests, NULL, NULL);
}
