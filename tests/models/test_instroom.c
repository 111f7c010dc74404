/* tests/models/test_instroom.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <math.h>

#include "models/gemeente/herkomst.h"
#include "tests/support/model_run.h"

#define DOELGROEPEN "tests/scenario/model/doelgroepen.cfg"
#define INSTROOM "tests/scenario/model/instroom.cfg"
#define BUURTTEAM 0
#define ZORG 1
#define DAG 2
#define LOKET 3 /* after the three zorgvormen */
#define JEUGD 4
#define TIJDELIJK 5

static void assert_close(double value, double expected)
{
    assert_true(fabs(value - expected) <= 1e-9 * fabs(expected));
}

static void assert_poisson(double count, double expected)
{
    assert_true(fabs(count - expected) <= 4 * sqrt(expected));
}

static uint64_t count_of(const struct model_run *run, int route, int wijk)
{
    return run->gemeente->instroom[2 * route + wijk].count;
}

/* 2020 and 2021 have 366 and 365 days; zorg grows by 5% a year from mid 2020 to mid
 * 2021. The last arrival that was drawn falls after the end. */
static void test_each_route_brings_what_it_is_said_to(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, INSTROOM, NULL);
    model_run_begin(&run, 1, 0);
    model_run_finish(&run);
    double loket = 1000 * (366 * pow(1.05, 0.5) + 365 * pow(1.05, 1.5)) / 365.25;
    assert_poisson((double)count_of(&run, LOKET, 0), 0.75 * loket);
    assert_poisson((double)count_of(&run, LOKET, 1), 0.25 * loket);
    assert_poisson((double)count_of(&run, JEUGD, 0), 0.75 * 800 * 731 / 365.25);
    assert_poisson((double)count_of(&run, TIJDELIJK, 1), 2000 * 184 / 365.25);
    assert_true(count_of(&run, TIJDELIJK, 0) == 0);
    model_run_close(&run);
}

static void test_a_route_is_closed_before_its_start_and_from_its_end(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, INSTROOM,
                   MODEL_RUN_SET("instroomroutes.loket.per_jaar=0.0",
                                 "instroomroutes.jeugd.per_jaar=0.0"));
    model_run_begin(&run, 1, 0);
    model_run_until_day(&run, 182); /* 1 July 2020, 00:00 */
    assert_int_equal(run.gemeente->record.in, 0);
    model_run_until_day(&run, 366);
    int64_t in = run.gemeente->record.in;
    assert_poisson((double)in, 2000 * 184 / 365.25);
    model_run_finish(&run);
    assert_int_equal(run.gemeente->record.in, in);
    model_run_close(&run);
}

/* Who comes for the buurtteam begins with an onderzoek, whatever the sociale basis;
 * all are of the doelgroep of their route. */
static void test_a_route_passes_the_sociale_basis_by_and_has_its_doelgroep(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, INSTROOM,
                   MODEL_RUN_SET("instroomroutes.loket.per_jaar=0.0",
                                 "instroomroutes.tijdelijk.per_jaar=0.0",
                                 "sociale_basis.plaatsen=9000.0",
                                 "sociale_basis.aandeel_passend=0.5",
                                 "toegang.onderzoek_duur=3650.0"));
    model_run_begin(&run, 1, 0);
    model_run_until_day(&run, 300);
    const struct wmo_inwoners *inwoners = &run.gemeente->inwoners;
    assert_true(inwoners->pool.live_count > 500);
    for (uint32_t row = 0; row < inwoners->pool.live_count; row++) {
        assert_int_equal(inwoners->rows[row].toestand, WMO_TOESTAND_ONDERZOEK);
        assert_int_equal(inwoners->rows[row].doelgroep, 0);
    }
    model_run_close(&run);
}

/* What a zorgvorm has as instroom is what a route to it with its trend brings. */
static void test_a_route_can_stand_for_the_instroom_of_a_zorgvorm(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(
        &run, INSTROOM,
        MODEL_RUN_SET("zorgvormen.zorg.instroom=1000.0", "zorgvormen.zorg.trend=0.05"));
    for (int m = 0; m < 24; m++) {
        assert_close(wmo_landschap_instroom(&run.gemeente->landschap, LOKET, 1, m),
                     wmo_landschap_instroom(&run.gemeente->landschap, ZORG, 1, m));
    }
    model_run_close(&run);
}

static void test_inwoners_of_a_route_can_be_named(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, INSTROOM, NULL);
    const struct wmo_landschap *l = &run.gemeente->landschap;
    uint64_t id = wmo_inwoner_id(l->instroom.items[JEUGD].herkomst, 1, 12), read = 0;
    char text[WMO_HERKOMST_SIZE];
    wmo_herkomst_write(l, id, text, sizeof text);
    assert_string_equal(text, "Buur-route-jeugd-12");
    assert_true(wmo_herkomst_read(l, text, &read));
    assert_true(read == id);
    model_run_close(&run);
}

static void test_a_route_opens_before_it_closes(void **state)
{
    (void)state;
    model_run_assert_fault(INSTROOM,
                           MODEL_RUN_SET("instroomroutes.tijdelijk.einde=2020-07-01"),
                           "instroomroute 'tijdelijk' is dicht voordat zij open gaat");
}

/* --- Season and complexity --- */

#define SEASON "hulpvragen.seizoen.amplitude=0.5", "hulpvragen.seizoen.top=4"

/* A year brings as much with a season as without: the mean over its days is 1. In top
 * month April there are (1 + 0.5) / (1 - 0.5) times as many a day as in October. */
static void test_a_season_keeps_the_total_of_the_year(void **state)
{
    (void)state;
    struct model_run flat, season;
    model_run_open(&flat, DOELGROEPEN, NULL);
    model_run_open(&season, DOELGROEPEN, MODEL_RUN_SET(SEASON));
    const struct wmo_landschap *l = &season.gemeente->landschap;
    for (int year = 0; year < 2; year++) {
        double with = 0, without = 0;
        for (int m = 12 * year; m < 12 * year + 12; m++) {
            double days =
                (double)(l->periode.month_start[m + 1] - l->periode.month_start[m]);
            with += days * wmo_landschap_instroom(l, WMO_NONE, 0, m);
            without += days * wmo_landschap_instroom(&flat.gemeente->landschap,
                                                     WMO_NONE, 0, m);
        }
        assert_close(with, without);
    }
    assert_close(wmo_landschap_instroom(l, WMO_NONE, 0, 3),
                 3 * wmo_landschap_instroom(l, WMO_NONE, 0, 9));
    model_run_close(&flat);
    model_run_close(&season);
}

static void test_hulpvragen_follow_the_season_month_by_month(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, DOELGROEPEN, MODEL_RUN_SET(SEASON));
    model_run_begin(&run, 1, 0);
    const struct wmo_landschap *l = &run.gemeente->landschap;
    int64_t before = 0;
    for (int m = 0; m < 24; m++) {
        sim_time from = l->periode.month_start[m], to = l->periode.month_start[m + 1];
        model_run_until(&run, to - 1);
        double expected = (double)(to - from) / (double)SIM_DAY *
                          wmo_landschap_instroom(l, WMO_NONE, 0, m);
        assert_poisson((double)(run.gemeente->record.in - before), expected);
        before = run.gemeente->record.in;
    }
    model_run_close(&run);
}

/* Hours hold for 2021 and grow by 10% a year: half a year after 1 January 2021 an
 * inwoner takes 300 x 1.1^0.5 minutes. */
static void test_hours_grow_with_complexity(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET("complexiteit.trend=0.1", "complexiteit.vanaf=2021"));
    const struct wmo_landschap *l = &run.gemeente->landschap;
    sim_time half = sim_time_from_days(1.5 * 365.25);
    assert_close(wmo_landschap_zwaarte(l, half), pow(1.1, 0.5));
    assert_close(wmo_landschap_zwaarte(l, 0), 1 / 1.1);
    model_run_begin(&run, 1, 0);
    model_run_until(&run, half);
    int seen = 0;
    const struct wmo_inwoners *inwoners = &run.gemeente->inwoners;
    for (uint32_t row = 0; row < inwoners->pool.high_water; row++) {
        const struct wmo_inwoner *i = &inwoners->rows[row];
        if (i->toestand != WMO_TOESTAND_VRIJ) {
            double factor = wmo_landschap_zwaarte(l, i->aanmelding);
            assert_int_equal(i->minutes, lround(300 * factor));
            seen++;
        }
    }
    assert_true(seen > 0);
    model_run_close(&run);
}

static void test_switched_off_they_change_nothing(void **state)
{
    (void)state;
    model_run_assert_same(
        MODEL_RUN_STAD, NULL,
        MODEL_RUN_SET("hulpvragen.seizoen.amplitude=0.0", "hulpvragen.seizoen.top=7",
                      "complexiteit.trend=0.0", "complexiteit.vanaf=2010"));
    model_run_assert_same(DOELGROEPEN,
                          MODEL_RUN_SET("hulpvragen.per_1000_inwoners=100.0"),
                          MODEL_RUN_SET("hulpvragen.per_1000_inwoners=100.0",
                                        "hulpvragen.seizoen.amplitude=0.0"));
}

int main(void)
{
    gsl_set_error_handler_off();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_route_brings_what_it_is_said_to),
        cmocka_unit_test(test_a_route_is_closed_before_its_start_and_from_its_end),
        cmocka_unit_test(
            test_a_route_passes_the_sociale_basis_by_and_has_its_doelgroep),
        cmocka_unit_test(test_a_route_can_stand_for_the_instroom_of_a_zorgvorm),
        cmocka_unit_test(test_inwoners_of_a_route_can_be_named),
        cmocka_unit_test(test_a_route_opens_before_it_closes),
        cmocka_unit_test(test_a_season_keeps_the_total_of_the_year),
        cmocka_unit_test(test_hulpvragen_follow_the_season_month_by_month),
        cmocka_unit_test(test_hours_grow_with_complexity),
        cmocka_unit_test(test_switched_off_they_change_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
