/* tests/models/test_onderaannemer.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <math.h>

#include "tests/support/model_run.h"

#define ZORG 1
#define MATCH "onderaannemers.geen_match=0.2"
#define ZOEKTIJD "onderaannemers.zoektijd=10.0"

/* --- Vaste --- */

/* 2 fte, of which a quarter at 20% more: 2 / 1.05; next year nothing more. */
static void test_hours_of_vaste_onderaannemers_are_dearer(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET("onderaannemers.aandeel={jaren=[2020,2021]; "
                                 "waarden=[0.25,0.0]}",
                                 "onderaannemers.opslag=0.2"));
    const struct wmo_formatieplan *plan = &run.gemeente->formatieplan;
    int team = run.gemeente->teams.count - 1;
    double first = (double)wmo_formatieplan_team(plan, 0, team)->minutes;
    assert_true(fabs(first - 2400 / 1.05) < 1);
    assert_int_equal(wmo_formatieplan_team(plan, 1, team)->minutes, 2400);
    double dearer = wmo_formatieplan_prijs(plan, 0, ZORG)->minute_cents /
                    wmo_formatieplan_prijs(plan, 1, ZORG)->minute_cents;
    assert_true(fabs(dearer - 1.05) < 1e-12);
    model_run_close(&run);
}

/* --- Client-bound --- */

/* mini.cfg with room for all, so that only the search makes anybody wait. */
#define ROOM                                                               \
    "periode.einde=2039-12-31", "begrotingsposten.zorg.bedrag=20000000.0", \
        "zorgvormen.zorg.instroom=300.0"

static void test_who_has_no_match_waits_for_the_search_alone(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI, MODEL_RUN_SET(ROOM, MATCH, ZOEKTIJD));
    model_run_begin(&run, 3, 0);
    model_run_finish(&run);
    struct wmo_tel tel = model_run_sum(&run, ZORG, 0, 19);
    double searched = (double)tel.onderaanneming, all = (double)tel.aangemeld;
    assert_true(fabs(searched - 0.2 * all) < 4 * sqrt(all * 0.2 * 0.8));
    /* Whoever is still looked for at the end has not waited for a start yet. */
    assert_true(fabs(sim_time_to_days(tel.wacht) - 10 * searched) < 1e-6);
    model_run_close(&run);
}

/* Everybody of 2020, and nobody of 2021. */
static void test_how_many_have_no_match_is_of_the_year(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET("onderaannemers.geen_match={jaren=[2020,2021]; "
                                 "waarden=[1.0,0.0]}",
                                 ZOEKTIJD, "zorgvormen.zorg.instroom=0.0"));
    model_run_begin(&run, 1, 0);
    uint32_t first = model_run_enter(&run, ZORG, 0, 300);
    assert_int_equal(run.gemeente->inwoners.rows[first].toestand, WMO_TOESTAND_WACHT);
    model_run_until_day(&run, 366);
    uint32_t last = model_run_enter(&run, ZORG, 0, 300);
    assert_int_equal(run.gemeente->inwoners.rows[last].toestand, WMO_TOESTAND_IN_ZORG);
    model_run_close(&run);
}

static void test_what_is_found_takes_the_mark_up_more_hours(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET("onderaannemers.geen_match=1.0", ZOEKTIJD,
                                 "onderaannemers.opslag=0.05",
                                 "zorgvormen.zorg.instroom=0.0"));
    model_run_begin(&run, 1, 0);
    uint32_t row = model_run_enter(&run, ZORG, 0, 300);
    const struct wmo_inwoner *inwoner = &run.gemeente->inwoners.rows[row];
    assert_int_equal(inwoner->toestand, WMO_TOESTAND_WACHT);
    model_run_until(&run, 10 * SIM_DAY - 1);
    assert_int_equal(inwoner->toestand, WMO_TOESTAND_WACHT);
    model_run_until_day(&run, 10);
    assert_int_equal(inwoner->toestand, WMO_TOESTAND_IN_ZORG);
    assert_int_equal(inwoner->minutes, 315);
    model_run_close(&run);
}

/* Who gives up during the search is not looked for at the buurtteam. */
/* Everybody is searched for, and refuses the first aanbieder when that could begin. */
static void test_who_refuses_is_not_searched_for_again(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, "tests/scenario/model/drie-aanbieders.cfg",
                   MODEL_RUN_SET("begrotingsposten.zorg.bedrag=1000000000.0", ZOEKTIJD,
                                 "onderaannemers.geen_match=1.0",
                                 "keuze.weigering=1.0"));
    model_run_begin(&run, 1, 0);
    for (int i = 0; i < 50; i++) {
        model_run_enter(&run, ZORG, 0, 60);
    }
    model_run_until_day(&run, 11);
    struct wmo_tel tel = model_run_sum(&run, ZORG, 0, 0);
    assert_int_equal(tel.onderaanneming, 50);
    assert_int_equal(tel.geweigerd, 50);
    assert_int_equal(tel.gestart, 50);
    model_run_close(&run);
}

static void test_only_aanvullende_zorg_has_onderaannemers(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_STAD,
                   MODEL_RUN_SET("onderaannemers.geen_match=1.0", ZOEKTIJD));
    model_run_begin(&run, 1, 0);
    model_run_finish(&run);
    assert_int_equal(model_run_sum(&run, 0, 0, 2).onderaanneming, 0);
    assert_true(model_run_sum(&run, 0, 0, 2).gestart > 0);
    assert_true(model_run_sum(&run, ZORG, 0, 2).onderaanneming > 0);
    model_run_close(&run);
}

static void test_a_match_for_everybody_is_what_is_left_out(void **state)
{
    (void)state;
    model_run_assert_same(MODEL_RUN_STAD, NULL,
                          MODEL_RUN_SET("onderaannemers.aandeel=0.0",
                                        "onderaannemers.opslag=0.1",
                                        "onderaannemers.geen_match=0.0", ZOEKTIJD));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_hours_of_vaste_onderaannemers_are_dearer),
        cmocka_unit_test(test_who_has_no_match_waits_for_the_search_alone),
        cmocka_unit_test(test_how_many_have_no_match_is_of_the_year),
        cmocka_unit_test(test_what_is_found_takes_the_mark_up_more_hours),
        cmocka_unit_test(test_who_refuses_is_not_searched_for_again),
        cmocka_unit_test(test_only_aanvullende_zorg_has_onderaannemers),
        cmocka_unit_test(test_a_match_for_everybody_is_what_is_left_out),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("onderaannemer", tests, NULL, NULL);
}
