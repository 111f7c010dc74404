/* tests/models/test_overbrugging.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <math.h>

#include "models/traject/belasting.h"
#include "models/traject/traject.h"
#include "tests/support/model_run.h"

#define BUURTTEAM 0
#define ZORG 1

/* One medewerker of 20 hours for the buurtteam; two of 20 hours, so 8 places of 5
 * hours, for zorg, whose inwoners stay 90 days. Nobody comes by himself. Half of the
 * budget is for activities that cost nothing, so money never stops a start: hours do.
 */
#define CITY                                                                    \
    "zorgvormen.zorg.instroom=0.0", "zorgvormen.zorg.aandeel_activiteiten=0.5", \
        "zorgvormen.buurtteam.aandeel_activiteiten=0.5",                        \
        "begrotingsposten.zorg.bedrag=400000.0",                                \
        "begrotingsposten.buurtteam.bedrag=200000.0"
#define BY_BUURTTEAM "overbrugging.door=buurtteam", "overbrugging.uren_per_week=2.0"
#define BY_AANBIEDER "overbrugging.door=aanbieder", "overbrugging.uren_per_week=2.0"

static int64_t load(const struct model_run *run, int zorgvorm)
{
    assert_int_equal(wmo_gemeente_verify(run->gemeente), SIM_OK);
    return run->gemeente->teams.items[zorgvorm].belasting.level;
}

static void enter(struct model_run *run, int count)
{
    for (int i = 0; i < count; i++) {
        model_run_enter(run, ZORG, 0, 5 * 60);
    }
}

/* Ten who wait for zorg take all 20 hours of the buurtteam, an eleventh gets none. A
 * hulpvraag has to wait, until on day 90 eight of the ten begin with zorg. */
static void test_who_waits_elsewhere_can_fill_the_buurtteam(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(
        &run, MODEL_RUN_MINI,
        MODEL_RUN_SET(CITY, BY_BUURTTEAM, "zorgvormen.buurtteam.uren_per_week=2.0"));
    model_run_begin(&run, 1, 0);
    uint32_t busy = run.gemeente->inwoners.pool.high_water;
    enter(&run, 8 + 9);
    assert_int_equal(load(&run, BUURTTEAM), 18 * 60);
    assert_int_equal(wmo_traject_hulpvraag(run.gemeente, 0), SIM_OK); /* 1 hour */
    enter(&run, 1); /* needs 2, there is 1 */
    assert_int_equal(load(&run, BUURTTEAM), 18 * 60);
    struct wmo_tel tel = model_run_sum(&run, ZORG, 0, 0);
    assert_int_equal(tel.overbrugd, 9);
    assert_int_equal(tel.niet_overbrugd, 1);
    assert_int_equal(wmo_traject_hulpvraag(run.gemeente, 0), SIM_OK);
    uint32_t waits = run.gemeente->inwoners.pool.high_water;
    assert_int_equal(wmo_traject_hulpvraag(run.gemeente, 0), SIM_OK);
    assert_int_equal(run.gemeente->inwoners.rows[waits].toestand, WMO_TOESTAND_WACHT);
    model_run_until_day(&run, 13);
    assert_int_equal(run.gemeente->inwoners.rows[waits].toestand, WMO_TOESTAND_WACHT);
    model_run_until_day(&run, 90);
    assert_int_equal(run.gemeente->inwoners.rows[busy].toestand, WMO_TOESTAND_VRIJ);
    assert_int_equal(load(&run, BUURTTEAM), 1 * 2 * 60);
    assert_int_not_equal(run.gemeente->inwoners.rows[waits].toestand,
                         WMO_TOESTAND_WACHT);
    model_run_close(&run);
}

/* Seven of 5 hours leave 5 hours; one of 6 hours who waits takes 2 of them, so that one
 * of 4 hours does not fit beside it, and one of 3 does. */
static void test_overbrugging_takes_the_hours_of_the_team_that_gives_it(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(
        &run, MODEL_RUN_MINI,
        MODEL_RUN_SET(CITY, BY_AANBIEDER, "plaatsing.volgorde=eerste_passende"));
    model_run_begin(&run, 1, 0);
    enter(&run, 7);
    uint32_t heavy = model_run_enter(&run, ZORG, 0, 6 * 60);
    assert_int_equal(load(&run, ZORG), 2 * 60);
    uint32_t middle = model_run_enter(&run, ZORG, 0, 4 * 60);
    assert_int_equal(load(&run, ZORG), 4 * 60);
    uint32_t light = model_run_enter(&run, ZORG, 0, 1 * 60);
    const struct wmo_inwoner *rows = run.gemeente->inwoners.rows;
    assert_int_equal(rows[heavy].toestand, WMO_TOESTAND_WACHT);
    assert_int_equal(rows[middle].toestand, WMO_TOESTAND_WACHT);
    assert_int_equal(rows[light].toestand, WMO_TOESTAND_IN_ZORG);
    struct wmo_tel tel = model_run_sum(&run, ZORG, 0, 0);
    assert_int_equal(tel.overbrugd, 2);
    assert_int_equal(tel.niet_overbrugd, 0);
    model_run_until_day(&run, 90);
    assert_int_equal(load(&run, ZORG), 0);
    assert_int_equal(rows[heavy].toestand, WMO_TOESTAND_IN_ZORG);
    model_run_close(&run);
}

/* Someone who asks more than the 19.9 hours of the team, and has overbrugging from it,
 * is not kept out once nobody else is supported. */
static void test_a_team_without_inwoners_takes_anyone(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(
        &run, MODEL_RUN_MINI,
        MODEL_RUN_SET(CITY, BY_AANBIEDER, "begrotingsposten.zorg.bedrag=199000.0"));
    model_run_begin(&run, 1, 0);
    uint32_t first = model_run_enter(&run, ZORG, 0, 10 * 60);
    uint32_t row = model_run_enter(&run, ZORG, 0, 20 * 60);
    const struct wmo_inwoner *rows = run.gemeente->inwoners.rows;
    assert_int_equal(rows[row].overbrugging, 2 * 60);
    model_run_until_day(&run, 90);
    assert_int_equal(rows[first].toestand, WMO_TOESTAND_VRIJ);
    assert_int_equal(rows[row].toestand, WMO_TOESTAND_IN_ZORG);
    model_run_close(&run);
}

/* Little's law: the hours of overbrugging over time are those of one inwoner times the
 * length of the list over time; exactly, for the buurtteam can always give them. The
 * same holds for coordination and who is supported. */
static void test_hours_beside_zorg_are_list_and_support_times_the_hours(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(
        &run, MODEL_RUN_MMC,
        MODEL_RUN_SET("periode.einde=2009-12-31",
                      "begrotingsposten.buurtteam.bedrag=100000000.0",
                      "overbrugging.door=buurtteam", "overbrugging.uren_per_week=0.5",
                      "overbrugging.contact_uren=0.25", "coordinatie.aandeel=1.0",
                      "coordinatie.uren_per_week=0.75"));
    model_run_begin(&run, 1, 0);
    model_run_finish(&run);
    struct wmo_tel zorg = model_run_sum(&run, ZORG, 0, 9);
    struct wmo_tel buurtteam = model_run_sum(&run, BUURTTEAM, 0, 9);
    assert_true(zorg.lijst_area > 0);
    assert_int_equal(zorg.niet_overbrugd, 0);
    assert_int_equal(buurtteam.belasting_area,
                     45 * zorg.lijst_area + 45 * zorg.zorg_area);
    model_run_close(&run);
}

static void test_a_share_of_who_is_supported_needs_coordination(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET("zorgvormen.zorg.instroom=4000.0",
                                 "begrotingsposten.zorg.bedrag=100000000.0",
                                 "zorgvormen.zorg.verblijfsduur=36500.0",
                                 "coordinatie.aandeel=0.3",
                                 "coordinatie.uren_per_week=1.0"));
    model_run_begin(&run, 1, 0);
    model_run_until(&run, model_run_end(&run));
    double n = (double)model_run_sum(&run, ZORG, 0, 1).gestart;
    double needing = (double)load(&run, BUURTTEAM) / 60;
    assert_true(n > 1000);
    assert_true(fabs(needing - 0.3 * n) < 4 * sqrt(n * 0.3 * 0.7));
    model_run_close(&run);
}

/* Half an hour of contact a week in the last 52 days of 2020 and all of 2021, which
 * costs 30 x 100.000 / 1200 euro a year. */
static void test_belasting_is_booked_on_the_team_that_bears_it(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET(CITY, "overbrugging.contact_uren=0.5",
                                 "zorgvormen.zorg.verblijfsduur=36500.0"));
    model_run_begin(&run, 1, 0);
    model_run_until_day(&run, 366 - 52);
    enter(&run, 9);
    model_run_finish(&run);
    double year = 30 * 100000.0 / 1200;
    assert_int_equal(model_run_sum(&run, BUURTTEAM, 0, 0).geboekt_cents,
                     llround(100 * year * 52 / 366));
    assert_int_equal(model_run_sum(&run, BUURTTEAM, 1, 1).geboekt_cents,
                     llround(100 * year));
    model_run_close(&run);
}

static void test_verify_notices_a_belasting_that_is_not_accounted_for(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI, MODEL_RUN_SET(CITY, BY_BUURTTEAM));
    model_run_begin(&run, 1, 0);
    enter(&run, 9);
    assert_int_equal(wmo_gemeente_verify(run.gemeente), SIM_OK);
    run.gemeente->teams.items[BUURTTEAM].belasting.level++;
    assert_int_equal(wmo_gemeente_verify(run.gemeente), SIM_ERR_INVARIANT);
    model_run_close(&run);
}

static void test_neutral_values_change_no_bit(void **state)
{
    (void)state;
    model_run_assert_same(
        MODEL_RUN_STAD, NULL,
        MODEL_RUN_SET("overbrugging.door=geen", "overbrugging.uren_per_week=2.0",
                      "overbrugging.contact_uren=0.0", "coordinatie.aandeel=0.0",
                      "coordinatie.uren_per_week=1.0"));
    model_run_assert_same(
        MODEL_RUN_STAD, NULL,
        MODEL_RUN_SET("overbrugging.door=aanbieder", "overbrugging.uren_per_week=0.0",
                      "coordinatie.aandeel=1.0", "coordinatie.uren_per_week=0.0"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_who_waits_elsewhere_can_fill_the_buurtteam),
        cmocka_unit_test(test_overbrugging_takes_the_hours_of_the_team_that_gives_it),
        cmocka_unit_test(test_a_team_without_inwoners_takes_anyone),
        cmocka_unit_test(test_hours_beside_zorg_are_list_and_support_times_the_hours),
        cmocka_unit_test(test_a_share_of_who_is_supported_needs_coordination),
        cmocka_unit_test(test_belasting_is_booked_on_the_team_that_bears_it),
        cmocka_unit_test(test_verify_notices_a_belasting_that_is_not_accounted_for),
        cmocka_unit_test(test_neutral_values_change_no_bit),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("overbrugging", tests, NULL, NULL);
}
