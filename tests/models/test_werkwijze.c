/* tests/models/test_werkwijze.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <math.h>
#include <stdio.h>

#include "models/traject/traject.h"
#include "tests/support/model_run.h"

/* See the file: six of ten inwoners of zorg have 2 hours a week, the others 6, during
 * five days; nobody waits and nobody is there at the start. */
#define BEWEGING "tests/scenario/model/beweging.cfg"
#define ZORG 1
#define YEARS 6

/* Nobody moves to the buurtteam. */
#define STAY "beweging.naar_buurtteam.aandeel=0.0"

/* Half of the hours in groups of five: 0.5 + 0.5 / 5 = 0.6 of the hours. */
#define GROEP                                                            \
    STAY, "beweging.groep.eind=0.5", "beweging.groep.groepsgrootte=5.0", \
        "beweging.groep.zorgvormen=[\"zorg\"]"

static struct wmo_tel run_once(const char *const *settings)
{
    struct model_run run;
    model_run_open(&run, BEWEGING, settings);
    model_run_begin(&run, 1, 0);
    model_run_finish(&run);
    struct wmo_tel tel = model_run_sum(&run, ZORG, 0, YEARS - 1);
    model_run_close(&run);
    return tel;
}

/* 120 and 360 minutes become 72 and 216. */
static void test_hours_in_groups_take_less_of_medewerkers(void **state)
{
    (void)state;
    struct wmo_tel without = run_once(MODEL_RUN_SET(STAY));
    struct wmo_tel with = run_once(MODEL_RUN_SET(GROEP));
    assert_int_equal(with.gestart, without.gestart);
    assert_int_equal(with.zorg_area, without.zorg_area);
    assert_int_equal(with.gebruikt_area * 10, without.gebruikt_area * 6);
    /* 48 or 144 minutes less for each who started. */
    double n = (double)with.gestart, mean = 0.6 * 48 + 0.4 * 144;
    double sd = sqrt(0.6 * 0.4) * (144 - 48);
    assert_true(fabs((double)with.bespaard_groep - n * mean) <= 4 * sqrt(n) * sd);
    assert_int_equal(with.bespaard_groep % 48, 0);
    assert_int_equal(with.bespaard_blended, 0);
    assert_int_equal(without.bespaard_groep, 0);
}

/* The hours of the scenario are those with a quarter in groups: 1 - 0.25 x 0.8 = 0.8 of
 * hours one by one; with a half it is 0.6 of those. */
static void test_hours_reckon_with_the_groups_there_were(void **state)
{
    (void)state;
    struct wmo_tel without = run_once(MODEL_RUN_SET(STAY));
    struct wmo_tel with = run_once(MODEL_RUN_SET(GROEP, "beweging.groep.begin=0.25"));
    assert_int_equal(with.gebruikt_area * 4, without.gebruikt_area * 3);
}

static void test_other_zorgvormen_keep_their_hours(void **state)
{
    (void)state;
    struct wmo_tel without = run_once(MODEL_RUN_SET(STAY));
    struct wmo_tel with =
        run_once(MODEL_RUN_SET(GROEP, "beweging.groep.zorgvormen=[]"));
    assert_memory_equal(&with, &without, sizeof with);
}

/* Who is blended is decided per inwoner: 30% more than at the beginning have a quarter
 * less, and the others have what they had. */
static void test_blended_inwoners_take_less_and_the_others_the_same(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, BEWEGING,
                   MODEL_RUN_SET("beweging.blended.begin=0.1",
                                 "beweging.blended.eind=0.4",
                                 "beweging.blended.besparing=0.25",
                                 "beweging.blended.start=\"2021-01-01\"",
                                 "beweging.blended.looptijd=2.0"));
    struct wmo_gemeente *gemeente = run.gemeente;
    sim_time start = gemeente->landschap.periode.year_start[1];
    sim_time halfway = start + sim_time_from_days(365.25);
    int n = 20000, blended[2] = {0};
    for (int i = 0; i < n; i++) {
        struct wmo_inwoner inwoner = {.id = wmo_inwoner_id(1, 0, (uint64_t)i)};
        double now[3] = {wmo_werkwijze_uren(gemeente, &inwoner, ZORG, start),
                         wmo_werkwijze_uren(gemeente, &inwoner, ZORG, halfway),
                         wmo_werkwijze_uren(gemeente, &inwoner, ZORG, 9 * start)};
        assert_true(now[0] == 1);
        assert_true(now[1] == 1 || now[1] == 0.75);
        assert_true(now[2] == now[1] || (now[1] == 1 && now[2] == 0.75));
        blended[0] += now[1] < 1;
        blended[1] += now[2] < 1;
    }
    static const double expected[] = {0.15, 0.3};
    for (int i = 0; i < 2; i++) {
        double p = expected[i];
        assert_true(fabs(blended[i] - n * p) <= 4 * sqrt(n * p * (1 - p)));
    }
    model_run_close(&run);
}

static void test_what_is_saved_is_what_medewerkers_do_less(void **state)
{
    (void)state;
    /* Everybody stays five days of which all but the last few days fall in the run. */
    struct wmo_tel without = run_once(MODEL_RUN_SET(STAY));
    struct wmo_tel with = run_once(MODEL_RUN_SET(GROEP, "beweging.blended.eind=0.5",
                                                 "beweging.blended.besparing=0.25"));
    assert_true(with.bespaard_groep > 0 && with.bespaard_blended > 0);
    double less = (double)(without.gebruikt_area - with.gebruikt_area) / (5 * SIM_DAY);
    double saved = (double)(with.bespaard_groep + with.bespaard_blended);
    /* At most those in care at the end have not done all of it yet. */
    double in_care = (double)with.gestart / YEARS / 365 * 5;
    assert_true(less <= saved);
    assert_true(saved - less <= (in_care + 4 * sqrt(in_care)) * 360);
}

static void test_shorter_trajecten_end_earlier(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, "tests/scenario/model/mini.cfg",
                   MODEL_RUN_SET("beweging.kortere_trajecten.eind=0.8",
                                 "beweging.kortere_trajecten.start=\"2020-03-01\"",
                                 "zorgvormen.zorg.instroom=0.0",
                                 "zorgvormen.zorg.verblijfsduur=50.0"));
    model_run_begin(&run, 1, 0);
    model_run_until_day(&run, 10);
    uint32_t before = model_run_enter(&run, ZORG, 0, 60);
    model_run_until_day(&run, 60);
    assert_int_equal(run.gemeente->inwoners.rows[before].toestand, WMO_TOESTAND_VRIJ);
    assert_int_equal(model_run_sum(&run, ZORG, 0, 0).uitstroom, 1);
    model_run_enter(&run, ZORG, 0, 60);
    model_run_until(&run, 100 * SIM_DAY - 1);
    assert_int_equal(model_run_sum(&run, ZORG, 0, 0).uitstroom, 1);
    model_run_until_day(&run, 100);
    assert_int_equal(model_run_sum(&run, ZORG, 0, 0).uitstroom, 2);
    model_run_close(&run);
}

/* --- Who is in care already --- */

/* Every 60 days somebody looks, and finds the same need; on day 90 ramps are done. */
#define GEEVALUEERD                                                        \
    "zorgvormen.zorg.instroom=0.0", "zorgvormen.zorg.verblijfsduur=200.0", \
        "zorgvormen.zorg.evaluatie.interval=60.0",                         \
        "beweging.groep.start=\"2020-03-31\"",                             \
        "beweging.blended.start=\"2020-03-31\"",                           \
        "beweging.kortere_trajecten.start=\"2020-03-31\""

static const struct wmo_inwoner *inwoner_at(const struct model_run *run, uint32_t row)
{
    return &run->gemeente->inwoners.rows[row];
}

/* Half of the hours in groups of five: 100 minutes become 60. On day 60 nothing has
 * changed; the need of day 120 is that of day 90, and stays. */
static void test_an_evaluation_gives_the_hours_of_its_day(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET(GEEVALUEERD, "beweging.bij_evaluatie=true",
                                 "beweging.groep.eind=0.5",
                                 "beweging.groep.groepsgrootte=5.0"));
    model_run_begin(&run, 1, 0);
    uint32_t row = model_run_enter(&run, ZORG, 0, 100);
    model_run_until(&run, 120 * SIM_DAY - 1);
    assert_int_equal(inwoner_at(&run, row)->minutes, 100);
    model_run_until_day(&run, 120);
    assert_int_equal(inwoner_at(&run, row)->minutes, 60);
    assert_int_equal(run.gemeente->teams.items[1].staff.total.used, 60);
    model_run_until_day(&run, 180);
    assert_int_equal(inwoner_at(&run, row)->minutes, 60);
    struct wmo_tel tel = model_run_sum(&run, ZORG, 0, 0);
    assert_int_equal(tel.bespaard_groep, 40);
    assert_int_equal(tel.afgeschaald + tel.opgeschaald, 0);
    model_run_close(&run);
}

/* Of the 80 days that are left on day 120, eight tenths: the end is on day 184. Who
 * comes on day 100 has eight tenths of 200 from the start: until day 260. */
static void test_an_evaluation_shortens_what_is_left_of_a_stay(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET(GEEVALUEERD, "beweging.bij_evaluatie=true",
                                 "beweging.kortere_trajecten.eind=0.8"));
    model_run_begin(&run, 1, 0);
    uint32_t first = model_run_enter(&run, ZORG, 0, 60);
    model_run_until_day(&run, 100);
    uint32_t second = model_run_enter(&run, ZORG, 0, 60);
    model_run_until(&run, 184 * SIM_DAY - 1);
    assert_int_equal(inwoner_at(&run, first)->toestand, WMO_TOESTAND_IN_ZORG);
    model_run_until_day(&run, 184);
    assert_int_equal(inwoner_at(&run, first)->toestand, WMO_TOESTAND_VRIJ);
    model_run_until(&run, 260 * SIM_DAY - 1);
    assert_int_equal(inwoner_at(&run, second)->toestand, WMO_TOESTAND_IN_ZORG);
    model_run_until_day(&run, 260);
    assert_int_equal(inwoner_at(&run, second)->toestand, WMO_TOESTAND_VRIJ);
    model_run_close(&run);
}

/* After an evaluation those are blended who would be if they began on that day, once:
 * who is blended already keeps its hours. */
static void test_after_an_evaluation_those_are_blended_who_would_be(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET(GEEVALUEERD, "beweging.bij_evaluatie=true",
                                 "beweging.blended.eind=0.5",
                                 "beweging.blended.besparing=0.25"));
    model_run_begin(&run, 1, 0);
    uint32_t rows[12];
    int blended = 0;
    for (int i = 0; i < 12; i++) {
        rows[i] = model_run_enter(&run, ZORG, 0, 100);
    }
    for (int day = 120; day <= 180; day += 60) {
        model_run_until_day(&run, day);
        for (int i = 0; i < 12; i++) {
            const struct wmo_inwoner *inwoner = inwoner_at(&run, rows[i]);
            double factor =
                wmo_werkwijze_uren(run.gemeente, inwoner, ZORG, day * SIM_DAY);
            assert_int_equal(inwoner->minutes, (int)(100 * factor));
            blended += factor < 1;
        }
    }
    assert_true(blended > 0 && blended < 24);
    model_run_close(&run);
}

static void test_without_the_rule_an_evaluation_changes_no_way_of_working(void **state)
{
    (void)state;
    model_run_assert_same(MODEL_RUN_STAD, NULL,
                          MODEL_RUN_SET("beweging.bij_evaluatie=false"));
    /* And with it nothing changes where no ramp does. */
    model_run_assert_same(MODEL_RUN_STAD, NULL,
                          MODEL_RUN_SET("beweging.bij_evaluatie=true"));
}

/* --- Neutral, and wrong --- */

static void test_the_buurtteam_is_no_zorgvorm_that_moves(void **state)
{
    (void)state;
    static const char *const list[] = {
        "beweging.groep.zorgvormen", "beweging.blended.zorgvormen",
        "beweging.kortere_trajecten.zorgvormen", "beweging.werkfit.zorgvormen",
        "beweging.naar_buurtteam.zorgvormen"};
    for (int i = 0; i < 5; i++) {
        char setting[128], text[200];
        snprintf(setting, sizeof setting, "%s=[\"buurtteam\"]", list[i]);
        snprintf(text, sizeof text,
                 "'%s' noemt het buurtteam; alleen aanvullende zorg kan daarin staan",
                 list[i]);
        model_run_assert_fault(BEWEGING, MODEL_RUN_SET(setting), text);
    }
}

static void test_what_aims_at_no_change_changes_nothing(void **state)
{
    (void)state;
    model_run_assert_same(
        MODEL_RUN_STAD, NULL,
        MODEL_RUN_SET("beweging.groep.begin=0.05", "beweging.groep.groepsgrootte=6.0",
                      "beweging.blended.begin=0.1", "beweging.blended.eind=0.1",
                      "beweging.blended.besparing=0.2",
                      "beweging.kortere_trajecten.eind=1.0"));
}

static void test_what_fails_entirely_changes_nothing(void **state)
{
    (void)state;
    model_run_assert_same(
        MODEL_RUN_STAD, NULL,
        MODEL_RUN_SET("beweging.groep.begin=0.05", "beweging.groep.eind=0.4",
                      "beweging.groep.groepsgrootte=6.0", "beweging.groep.slaagt=0.0",
                      "beweging.blended.begin=0.1", "beweging.blended.eind=0.9",
                      "beweging.blended.besparing=0.2", "beweging.blended.slaagt=0.0",
                      "beweging.kortere_trajecten.eind=0.5",
                      "beweging.kortere_trajecten.slaagt=0.0"));
    model_run_assert_same(MODEL_RUN_STAD,
                          MODEL_RUN_SET("beweging.naar_buurtteam.aandeel=0.0"),
                          MODEL_RUN_SET("beweging.naar_buurtteam.slaagt=0.0"));
}

static void test_more_success_saves_more_hours(void **state)
{
    (void)state;
    static const char *const slaagt[] = {"beweging.groep.slaagt=0.25",
                                         "beweging.groep.slaagt=0.5",
                                         "beweging.groep.slaagt=1.0"};
    int64_t before = run_once(MODEL_RUN_SET(STAY)).gebruikt_area;
    for (int i = 0; i < 3; i++) {
        int64_t now = run_once(MODEL_RUN_SET(GROEP, slaagt[i])).gebruikt_area;
        assert_true(now < before);
        before = now;
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_hours_in_groups_take_less_of_medewerkers),
        cmocka_unit_test(test_hours_reckon_with_the_groups_there_were),
        cmocka_unit_test(test_other_zorgvormen_keep_their_hours),
        cmocka_unit_test(test_blended_inwoners_take_less_and_the_others_the_same),
        cmocka_unit_test(test_what_is_saved_is_what_medewerkers_do_less),
        cmocka_unit_test(test_shorter_trajecten_end_earlier),
        cmocka_unit_test(test_an_evaluation_gives_the_hours_of_its_day),
        cmocka_unit_test(test_an_evaluation_shortens_what_is_left_of_a_stay),
        cmocka_unit_test(test_after_an_evaluation_those_are_blended_who_would_be),
        cmocka_unit_test(test_without_the_rule_an_evaluation_changes_no_way_of_working),
        cmocka_unit_test(test_the_buurtteam_is_no_zorgvorm_that_moves),
        cmocka_unit_test(test_what_aims_at_no_change_changes_nothing),
        cmocka_unit_test(test_what_fails_entirely_changes_nothing),
        cmocka_unit_test(test_more_success_saves_more_hours),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("werkwijze", tests, NULL, NULL);
}
