/* tests/models/test_betaling.c - SPDX-License-Identifier: GPL-3.0-or-later */
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

#define KLASSEN "tests/scenario/model/klassen.cfg"
#define DRIE "tests/scenario/model/drie-aanbieders.cfg"
#define ZORG 1
#define TEAM 1
#define NOBODY "zorgvormen.zorg.instroom=0.0"
#define RESULTAAT NOBODY, "begrotingsposten.zorg.bekostiging=\"resultaatgericht\""
#define PXQ NOBODY, "begrotingsposten.zorg.bekostiging=\"pxq\""

/* mini.cfg: 5 hours a week cost 25,000 euro in a year of 366 days. */
#define CENTS_A_DAY (2500000.0 / 366)

static const struct wmo_inwoner *at(const struct model_run *run, uint32_t row)
{
    return &run->gemeente->inwoners.rows[row];
}

/* --- By class --- */

/* What is booked from 1 January for who needs [minutes]. */
static int64_t booked_for(int minutes)
{
    struct model_run run;
    model_run_open_begun(&run, KLASSEN, NULL);
    model_run_enter(&run, ZORG, 0, minutes);
    int64_t cents = run.gemeente->teams.items[TEAM].geboekt_cents;
    model_run_close_verified(&run);
    return cents;
}

static void test_an_inwoner_is_paid_for_by_class(void **state)
{
    (void)state;
    assert_int_equal(booked_for(30), 1000000);
    assert_int_equal(booked_for(150), 1000000); /* just half of the mean */
    assert_int_equal(booked_for(151), 2000000);
    assert_int_equal(booked_for(300), 2000000);
    assert_int_equal(booked_for(301), 3750000);
    assert_int_equal(booked_for(900), 3750000); /* the last class has no end */
}

static void test_other_hours_are_another_class(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open_begun(&run, KLASSEN, NULL);
    uint32_t row = model_run_enter(&run, ZORG, 0, 300);
    model_run_until_day(&run, 183);
    wmo_zorg_change(run.gemeente, row, 310);
    assert_int_equal(run.gemeente->teams.items[TEAM].geboekt_cents,
                     1000000 + 3750000 / 2);
    wmo_zorg_change(run.gemeente, row, 320);
    assert_int_equal(run.gemeente->teams.items[TEAM].geboekt_cents,
                     1000000 + 3750000 / 2);
    model_run_close_verified(&run);
}

/* 55,000 euro: a heavy one (37,500) and a light one (10,000) leave 7,500. */
static void test_no_class_begins_that_the_budget_cannot_pay(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open_begun(&run, KLASSEN,
                         MODEL_RUN_SET("zorgvormen.zorg.kostprijs_fte=100000.0"));
    struct wmo_gemeente *gemeente = run.gemeente;
    struct wmo_rekening *rekening =
        &gemeente->rekeningen.items[gemeente->rekeningen.van_team[TEAM]];
    const struct {
        int64_t left;
        int32_t most;
    } known[] = {{999999, -1},    {1000000, 150}, {1999999, 150},
                 {2000000, 300},  {3749999, 300}, {3750000, WMO_ZORG_ANY_MINUTES},
                 {INT64_C(1), -1}};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        rekening->geboekt_cents = rekening->begroot_cents - known[i].left;
        int32_t most = wmo_zorg_affordable_minutes(gemeente, TEAM);
        assert_int_equal(most, known[i].most);
        assert_true(most < 0 || wmo_zorg_is_affordable(gemeente, TEAM, most));
        assert_true(most == WMO_ZORG_ANY_MINUTES ||
                    !wmo_zorg_is_affordable(gemeente, TEAM, most + 1));
    }
    rekening->geboekt_cents = 0;
    model_run_close_verified(&run);
}

static void test_classes_must_rise(void **state)
{
    (void)state;
    static const char text[] =
        "klasse 'midden' moet verder gaan dan de vorige ('tot'), "
        "met een budget dat niet lager is";
    model_run_assert_fault(
        KLASSEN, MODEL_RUN_SET("bekostiging.persoonsvolgend.klassen.midden.tot=0.5"),
        text);
    model_run_assert_fault(
        KLASSEN, MODEL_RUN_SET("bekostiging.persoonsvolgend.klassen.midden.budget=0.3"),
        text);
}

/* --- By result --- */

/* What is booked in 2020 and 2021 for 5 hours a week that begin on day [start], with a
 * stay of 100 days that lasts [factor] as long. */
static void booked_by_result(int start, const char *factor, int64_t cents[2])
{
    struct model_run run;
    model_run_open_begun(
        &run, MODEL_RUN_MINI,
        MODEL_RUN_SET(RESULTAAT, "zorgvormen.zorg.verblijfsduur=100.0", factor));
    model_run_until_day(&run, start);
    model_run_enter(&run, ZORG, 0, 300);
    model_run_finish(&run);
    cents[0] = model_run_sum(&run, ZORG, 0, 0).geboekt_cents;
    cents[1] = model_run_sum(&run, ZORG, 1, 1).geboekt_cents;
    model_run_close(&run);
}

#define FACTOR(f) "bekostiging.resultaatgericht.duur_factor=" f

/* Each booking rounds to a cent. */
static void test_a_result_is_paid_for_its_term_however_long_it_takes(void **state)
{
    (void)state;
    static const char *const factor[] = {FACTOR("0.5"), FACTOR("0.9"), FACTOR("1.0"),
                                         FACTOR("1.5")};
    for (int i = 0; i < 4; i++) {
        int64_t cents[2];
        booked_by_result(30, factor[i], cents);
        assert_true(fabs((double)cents[0] - 100 * CENTS_A_DAY) <= 1.5);
        assert_int_equal(cents[1], 0);
    }
}

/* Begun on day 300 there are 66 days of the term in 2020 and 34 in 2021; done after 50
 * days, all is paid in 2020. */
static void test_a_result_is_paid_in_the_years_of_its_term(void **state)
{
    (void)state;
    int64_t cents[2];
    booked_by_result(300, FACTOR("1.0"), cents);
    assert_true(fabs((double)cents[0] - 66 * CENTS_A_DAY) <= 0.5);
    assert_true(fabs((double)cents[1] - 34 * 2500000.0 / 365) <= 1.5);
    booked_by_result(300, FACTOR("0.5"), cents);
    assert_true(fabs((double)cents[0] - 100 * CENTS_A_DAY) <= 1.5);
    assert_int_equal(cents[1], 0);
}

static void test_a_result_ends_earlier_by_the_factor(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open_begun(
        &run, MODEL_RUN_MINI,
        MODEL_RUN_SET(RESULTAAT, "zorgvormen.zorg.verblijfsduur=100.0", FACTOR("0.9")));
    uint32_t row = model_run_enter(&run, ZORG, 0, 300);
    model_run_until(&run, 90 * SIM_DAY - 1);
    assert_int_equal(at(&run, row)->toestand, WMO_TOESTAND_IN_ZORG);
    model_run_until_day(&run, 90);
    assert_int_equal(at(&run, row)->toestand, WMO_TOESTAND_VRIJ);
    model_run_close_verified(&run);
}

/* Of 800 who are all complex the first aanbieder that is chosen refuses 0.3. */
static void test_complex_inwoners_are_refused_by_the_stated_share(void **state)
{
    (void)state;
    const int count = 800;
    for (int plicht = 0; plicht < 2; plicht++) {
        struct model_run run;
        model_run_open_begun(
            &run, DRIE,
            MODEL_RUN_SET(RESULTAAT, "acceptatie.complex_aandeel=1.0",
                          "bekostiging.resultaatgericht.selectie=0.3",
                          plicht ? "aanbieders.Aanbieder.acceptatieplicht=\"ja\""
                                 : "aanbieders.Aanbieder.uitleen=0.0",
                          plicht ? "aanbieders.Kleine.acceptatieplicht=\"ja\""
                                 : "aanbieders.Kleine.uitleen=0.0"));
        for (int i = 0; i < count; i++) {
            model_run_enter(&run, ZORG, 0, 300);
        }
        double refused = (double)model_run_sum(&run, ZORG, 0, 0).afgewezen;
        assert_true(plicht
                        ? refused == 0
                        : fabs(refused - 0.3 * count) <= 4 * sqrt(0.3 * 0.7 * count));
        model_run_close_verified(&run);
    }
}

/* --- By volume --- */

static void test_volume_drifts_for_who_is_entered(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open_begun(&run, MODEL_RUN_MINI,
                         MODEL_RUN_SET(PXQ, "bekostiging.pxq.volume_groei=0.1",
                                       "zorgvormen.zorg.verblijfsduur=1000.0"));
    uint32_t first = model_run_enter(&run, ZORG, 0, 300);
    model_run_until_day(&run, 366);
    uint32_t second = model_run_enter(&run, ZORG, 0, 300);
    assert_int_equal(at(&run, first)->minutes, 300);
    assert_int_equal(at(&run, second)->minutes, lround(300 * pow(1.1, 366 / 365.25)));
    model_run_close_verified(&run);
}

/* Half of the hours in groups of 5 leave 1 - 0.5 x 0.8 = 0.6 of them, 3 of 5 hours. */
static void test_support_in_groups_does_not_grow_where_hours_are_paid(void **state)
{
    (void)state;
    for (int frozen = 0; frozen < 2; frozen++) {
        struct model_run run;
        model_run_open_begun(
            &run, MODEL_RUN_MINI,
            MODEL_RUN_SET(NOBODY, "begrotingsposten.zorg.bekostiging=\"pxq\"",
                          "beweging.groep.eind=0.5", "beweging.groep.groepsgrootte=5.0",
                          "beweging.groep.start=\"2020-01-01\"",
                          "beweging.groep.looptijd=0.0",
                          frozen ? "bekostiging.pxq.groep_bevroren=true"
                                 : "bekostiging.pxq.groep_bevroren=false"));
        uint32_t row = model_run_enter(&run, ZORG, 0, 60);
        assert_int_equal(wmo_traject_minutes(run.gemeente, at(&run, row), ZORG),
                         frozen ? 300 : 180);
        model_run_close_verified(&run);
    }
}

/* After 30 days an evaluation says twice the hours; that takes 20 days, with 2 hours of
 * work in them: 120 x 7 / 20 = 42 minutes a week. */
static void test_more_hours_need_a_new_indication(void **state)
{
    (void)state;
    for (int pxq = 0; pxq < 2; pxq++) {
        struct model_run run;
        model_run_open_begun(
            &run, MODEL_RUN_MINI,
            MODEL_RUN_SET(NOBODY, "zorgvormen.zorg.verblijfsduur=1000.0",
                          "zorgvormen.zorg.evaluatie.interval=30.0",
                          "zorgvormen.zorg.evaluatie.opschalen=1.0",
                          "zorgvormen.zorg.evaluatie.stap_op=2.0",
                          "bekostiging.pxq.herindicatie_duur=20.0",
                          "bekostiging.pxq.herindicatie_uren=2.0",
                          pxq ? "begrotingsposten.zorg.bekostiging=\"pxq\""
                              : "begrotingsposten.zorg.bekostiging=\"taakgericht\""));
        uint32_t row = model_run_enter(&run, ZORG, 0, 100);
        model_run_until_day(&run, 40);
        assert_int_equal(at(&run, row)->minutes, pxq ? 142 : 200);
        model_run_until_day(&run, 51);
        assert_int_equal(at(&run, row)->minutes, 200);
        model_run_close_verified(&run);
    }
}

/* --- What is left for the aanbieder --- */

/* Two medewerkers cost 200,000 euro a year. By task they are paid that; by the hour
 * only what they do: half a year of 5 hours is 12,500. */
static void test_idle_staff_is_paid_by_task_and_not_by_the_hour(void **state)
{
    (void)state;
    for (int pxq = 0; pxq < 2; pxq++) {
        struct model_run run;
        model_run_open_begun(
            &run, MODEL_RUN_MINI,
            MODEL_RUN_SET(NOBODY, "zorgvormen.zorg.verblijfsduur=183.0",
                          pxq ? "begrotingsposten.zorg.bekostiging=\"pxq\""
                              : "begrotingsposten.zorg.bekostiging=\"taakgericht\""));
        model_run_enter(&run, ZORG, 0, 300);
        model_run_finish(&run);
        struct wmo_tel tel = model_run_sum(&run, ZORG, 0, 0);
        assert_int_equal(tel.personeel_cents, 20000000);
        assert_int_equal(tel.betaald_cents, pxq ? 1250000 : 20000000);
        model_run_close(&run);
    }
}

int main(void)
{
    gsl_set_error_handler_off();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_an_inwoner_is_paid_for_by_class),
        cmocka_unit_test(test_other_hours_are_another_class),
        cmocka_unit_test(test_no_class_begins_that_the_budget_cannot_pay),
        cmocka_unit_test(test_classes_must_rise),
        cmocka_unit_test(test_a_result_is_paid_for_its_term_however_long_it_takes),
        cmocka_unit_test(test_a_result_is_paid_in_the_years_of_its_term),
        cmocka_unit_test(test_a_result_ends_earlier_by_the_factor),
        cmocka_unit_test(test_complex_inwoners_are_refused_by_the_stated_share),
        cmocka_unit_test(test_volume_drifts_for_who_is_entered),
        cmocka_unit_test(test_support_in_groups_does_not_grow_where_hours_are_paid),
        cmocka_unit_test(test_more_hours_need_a_new_indication),
        cmocka_unit_test(test_idle_staff_is_paid_by_task_and_not_by_the_hour),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
