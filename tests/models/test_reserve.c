/* tests/models/test_reserve.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>

#include "tests/support/model_run.h"

#define CONTRACT "tests/scenario/model/contract.cfg"
#define VERLENGING "tests/scenario/model/verlenging.cfg"
#define BESLUIT "contracten.opdracht.verlengingen.eerste.besluit="
#define ZORG 1
#define TEAM 1
#define HOUR 60
#define EURO 100

#define LONG_STAY "zorgvormen.zorg.instroom=0.0", "zorgvormen.zorg.verblijfsduur=3650.0"

static void enter(struct model_run *run, int count, int hours)
{
    for (int i = 0; i < count; i++) {
        model_run_enter(run, ZORG, 0, hours * HOUR);
    }
}

/* Budgets of 2020 and 2021 are what is booked, what goes back and what stays, but for
 * what was booked beyond them. */
static void assert_balance(const struct wmo_tel *tel, int64_t reserve)
{
    assert_int_equal(tel->begroot_cents, tel->geboekt_cents + tel->teruggegeven_cents -
                                             tel->tekort_cents + reserve);
}

/* 200,000 euro a year pay 40 hours a week; 10 of them cost 50,000. Of the 150,000 that
 * is left a tenth of 200,000 stays. In 2021 that is there too, 170,000 is left, and
 * again 20,000 stays. */
static void test_what_is_left_stays_up_to_a_limit_and_goes_back(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET(LONG_STAY, "reserve.maximum=0.1"));
    for (int again = 0; again < 2; again++) { /* and the same after a reset */
        model_run_begin(&run, 1, 0);
        enter(&run, 1, 10);
        model_run_finish(&run);
        struct wmo_tel first = model_run_sum(&run, ZORG, 0, 0);
        struct wmo_tel second = model_run_sum(&run, ZORG, 1, 1);
        assert_int_equal(first.teruggegeven_cents, 130000 * EURO);
        assert_int_equal(first.reserve_cents, 20000 * EURO);
        assert_int_equal(second.teruggegeven_cents, 150000 * EURO);
        assert_int_equal(second.reserve_cents, 20000 * EURO);
        struct wmo_tel all = model_run_sum(&run, ZORG, 0, 1);
        assert_balance(&all, 20000 * EURO);
        assert_int_equal(all.tekort_cents, 0);
    }
    model_run_close(&run);
}

/* The same, but what was not paid for never left the gemeente. */
static void test_who_is_paid_for_what_it_does_keeps_nothing(void **state)
{
    (void)state;
    static const char *const familie[] = {
        "begrotingsposten.zorg.bekostiging=\"pxq\"",
        "begrotingsposten.zorg.bekostiging=\"persoonsvolgend\"",
        "begrotingsposten.zorg.bekostiging=\"resultaatgericht\""};
    for (int i = 0; i < 3; i++) {
        struct model_run run;
        model_run_open(&run, MODEL_RUN_MINI,
                       MODEL_RUN_SET(LONG_STAY, "reserve.maximum=0.1", familie[i]));
        model_run_begin(&run, 1, 0);
        enter(&run, 1, 10);
        model_run_finish(&run);
        struct wmo_tel all = model_run_sum(&run, ZORG, 0, 1);
        assert_int_equal(all.reserve_cents, 0);
        assert_true(all.teruggegeven_cents > 0);
        assert_balance(&all, 0);
        model_run_close(&run);
    }
}

/* 5 hours a week cost 25,000, and activities 500, a year, for which there is no money
 * apart: of 200,000 seven can be paid and the eighth waits, with hours that are free. A
 * reserve of a tenth pays it. */
static void test_a_reserve_lets_somebody_start_who_would_wait_for_money(void **state)
{
    (void)state;
    static const char *const maximum[] = {"reserve.maximum=0.0", "reserve.maximum=0.1"};
    for (int i = 0; i < 2; i++) {
        struct model_run run;
        model_run_open(&run, MODEL_RUN_MINI,
                       MODEL_RUN_SET(LONG_STAY, maximum[i],
                                     "zorgvormen.zorg.activiteitkosten=10.0"));
        model_run_begin(&run, 1, 0);
        model_run_until_day(&run, 366);
        enter(&run, 8, 5);
        const struct wmo_team *team = &run.gemeente->teams.items[TEAM];
        assert_int_equal(team->wachtlijst.length, i == 0 ? 1 : 0);
        model_run_finish(&run);
        model_run_close(&run);
    }
}

/* In 2021 there is half the money for the same eight inwoners. */
static void test_what_is_booked_beyond_the_ceiling_is_a_tekort(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET(LONG_STAY, "reserve.maximum=0.1",
                                 "begrotingsposten.zorg.bedrag={ jaren = [2020, 2021]; "
                                 "waarden = [200000.0, 100000.0]; }"));
    model_run_begin(&run, 1, 0);
    enter(&run, 8, 5);
    model_run_finish(&run);
    struct wmo_tel tel = model_run_sum(&run, ZORG, 1, 1);
    assert_int_equal(tel.tekort_cents, 100000 * EURO);
    assert_int_equal(tel.reserve_cents, 0);
    struct wmo_tel all = model_run_sum(&run, ZORG, 0, 1);
    assert_balance(&all, 0);
    model_run_close(&run);
}

static void test_a_reserve_goes_back_when_the_contract_ends(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, CONTRACT, MODEL_RUN_SET(LONG_STAY, "reserve.maximum=0.1"));
    model_run_begin(&run, 1, 0);
    model_run_finish(&run);
    struct wmo_tel old = model_run_sum(&run, ZORG, 0, 0);
    assert_int_equal(old.teruggegeven_cents, 200000 * EURO);
    assert_int_equal(old.reserve_cents, 0);
    /* Who came next has none of it, and keeps its own. */
    struct wmo_tel new = model_run_sum(&run, ZORG, 1, 1);
    assert_int_equal(new.teruggegeven_cents, 180000 * EURO);
    assert_int_equal(new.reserve_cents, 20000 * EURO);
    model_run_close(&run);
}

/* mini.cfg with a contract that may be extended after 2020: then a tenth of 200,000 is
 * kept, and otherwise nothing, by who had it. */
static void test_a_contract_that_is_not_extended_is_settled(void **state)
{
    (void)state;
    for (int extended = 0; extended < 2; extended++) {
        struct model_run run;
        model_run_open(
            &run, VERLENGING,
            MODEL_RUN_SET(LONG_STAY, "reserve.maximum=0.1",
                          extended ? BESLUIT "\"altijd\"" : BESLUIT "\"nooit\""));
        model_run_begin(&run, 1, 0);
        enter(&run, 1, 10);
        model_run_finish(&run);
        struct wmo_tel old = model_run_sum(&run, ZORG, 0, 0);
        struct wmo_tel new = model_run_sum(&run, ZORG, 1, 1);
        int64_t kept = extended ? 20000 * EURO : 0;
        assert_int_equal(old.reserve_cents, kept);
        assert_int_equal(old.teruggegeven_cents, 150000 * EURO - kept);
        assert_balance(&old, kept);
        assert_int_equal(new.teruggegeven_cents, 130000 * EURO + kept);
        assert_int_equal(new.reserve_cents, 20000 * EURO);
        assert_int_equal(old.niet_verlengd, 0);
        assert_int_equal(new.niet_verlengd, extended ? 0 : 1);
        model_run_close(&run);
    }
}

/* 8 begin at once and [late] more wait, so that the norm is met by 8 of 10 and not by 8
 * of 11: what is settled is what is not extended. */
static void test_what_is_settled_is_what_is_not_extended(void **state)
{
    (void)state;
    for (int late = 2; late <= 3; late++) {
        struct model_run run;
        model_run_open(&run, VERLENGING,
                       MODEL_RUN_SET(LONG_STAY, "reserve.maximum=0.1",
                                     "personeel.verloop=0.3",
                                     "personeel.overdracht=\"lijst\""));
        model_run_begin(&run, 1, 0);
        enter(&run, 8 + late, 5);
        model_run_finish(&run);
        bool settled = model_run_sum(&run, ZORG, 0, 0).reserve_cents == 0;
        assert_int_equal(model_run_sum(&run, ZORG, 1, 1).niet_verlengd, settled);
        model_run_close(&run);
    }
}

static void test_social_return_is_a_share_of_the_contract_sum(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI, MODEL_RUN_SET("social_return=0.05"));
    model_run_begin(&run, 1, 0);
    model_run_finish(&run);
    assert_int_equal(model_run_sum(&run, ZORG, 0, 0).social_return_cents, 10000 * EURO);
    /* Not of the buurtteam, which is another assignment. */
    assert_int_equal(model_run_sum(&run, 0, 0, 0).social_return_cents, 0);
    model_run_close(&run);
}

static void test_without_a_reserve_all_that_is_left_goes_back(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_STAD, NULL);
    model_run_begin(&run, 1, 0);
    model_run_finish(&run);
    for (int z = 0; z < 3; z++) {
        struct wmo_tel tel = model_run_sum(&run, z, 0, 1);
        assert_int_equal(tel.reserve_cents, 0);
        assert_balance(&tel, 0);
    }
    model_run_close(&run);
    model_run_assert_same(MODEL_RUN_STAD, NULL,
                          MODEL_RUN_SET("reserve.maximum=0.0", "social_return=0.0"));
}

int main(void)
{
    gsl_set_error_handler_off();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_is_left_stays_up_to_a_limit_and_goes_back),
        cmocka_unit_test(test_who_is_paid_for_what_it_does_keeps_nothing),
        cmocka_unit_test(test_a_reserve_lets_somebody_start_who_would_wait_for_money),
        cmocka_unit_test(test_what_is_booked_beyond_the_ceiling_is_a_tekort),
        cmocka_unit_test(test_a_reserve_goes_back_when_the_contract_ends),
        cmocka_unit_test(test_a_contract_that_is_not_extended_is_settled),
        cmocka_unit_test(test_what_is_settled_is_what_is_not_extended),
        cmocka_unit_test(test_social_return_is_a_share_of_the_contract_sum),
        cmocka_unit_test(test_without_a_reserve_all_that_is_left_goes_back),
    };
    return cmocka_run_group_tests_name("reserve", tests, NULL, NULL);
}
