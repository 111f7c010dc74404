/* tests/models/test_beweging.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <math.h>

#include "models/traject/traject.h"
#include "tests/support/model_run.h"

#define BEWEGING "tests/scenario/model/beweging.cfg"
#define BUURTTEAM 0
#define ZORG 1
#define AANDEEL 0.3
#define MOVED_MINUTES 90
#define MONTHS_PER_YEAR 12

static sim_time at(const struct model_run *run, int year, int month, int day)
{
    struct sim_date date = {year, month, day};
    return sim_date_since(run->gemeente->landschap.periode.start, date);
}

static double aandeel(const struct model_run *run, sim_time time)
{
    return wmo_beweging_aandeel(&run->gemeente->landschap.beweging, time);
}

/* --- The ramp --- */

static void test_nothing_moves_before_the_start(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, BEWEGING, NULL);
    assert_true(aandeel(&run, 0) == 0);
    assert_true(aandeel(&run, at(&run, 2021, 7, 1) - 1) == 0);
    assert_true(aandeel(&run, at(&run, 2021, 7, 1)) == 0);
    model_run_close(&run);
}

static void test_the_part_that_moves_rises_linearly_and_stays(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, BEWEGING, NULL);
    sim_time start = at(&run, 2021, 7, 1), half_year = 365 * SIM_DAY / 2 + SIM_DAY / 8;
    for (int i = 0; i <= 4; i++) {
        double expected = AANDEEL * i / 4;
        assert_true(fabs(aandeel(&run, start + i * half_year) - expected) < 1e-12);
    }
    assert_true(aandeel(&run, at(&run, 2023, 7, 2)) == AANDEEL);
    assert_true(aandeel(&run, at(&run, 2025, 12, 31)) == AANDEEL);
    model_run_close(&run);
}

static void test_without_looptijd_all_of_it_moves_at_once(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, BEWEGING,
                   MODEL_RUN_SET("beweging.naar_buurtteam.looptijd=0.0"));
    assert_true(aandeel(&run, at(&run, 2021, 7, 1) - 1) == 0);
    assert_true(aandeel(&run, at(&run, 2021, 7, 1)) == AANDEEL);
    model_run_close(&run);
}

static void test_the_lighter_inwoners_carry_the_whole_part(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, BEWEGING, NULL);
    const struct wmo_landschap *landschap = &run.gemeente->landschap;
    const struct sim_dist *uren = &landschap->zorgvormen.items[ZORG].uren_per_week;
    sim_time full = at(&run, 2025, 1, 1);
    double light = wmo_beweging_kans(&landschap->beweging, full, 2, uren);
    assert_true(fabs(light - AANDEEL / 0.6) < 1e-12);
    assert_true(wmo_beweging_kans(&landschap->beweging, full, 3, uren) == light);
    assert_true(wmo_beweging_kans(&landschap->beweging, full, 3.01, uren) == 0);
    model_run_close(&run);
}

static void test_no_more_moves_than_there_are_lighter_inwoners(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, BEWEGING,
                   MODEL_RUN_SET("beweging.naar_buurtteam.aandeel=0.9"));
    const struct wmo_landschap *landschap = &run.gemeente->landschap;
    const struct sim_dist *uren = &landschap->zorgvormen.items[ZORG].uren_per_week;
    assert_true(
        wmo_beweging_kans(&landschap->beweging, at(&run, 2025, 1, 1), 2, uren) == 1);
    model_run_close(&run);
}

/* --- In a run --- */

/* The mean part that should move in year [year] of the run, whose onderzoeken end
 * evenly over the year. */
static double expected_part(const struct model_run *run, int year)
{
    const struct wmo_periode *periode = &run->gemeente->landschap.periode;
    double sum = 0;
    int count = 0;
    for (sim_time time = periode->year_start[year] + SIM_DAY / 2;
         time < periode->year_start[year + 1]; time += SIM_DAY) {
        sum += aandeel(run, time);
        count++;
    }
    return sum / count;
}

static void test_the_part_of_verwijzingen_that_moves_follows_the_ramp(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, BEWEGING, NULL);
    int64_t moved[6] = {0}, entered[6] = {0};
    for (uint32_t r = 0; r < 3; r++) {
        model_run_begin(&run, 1, r);
        model_run_finish(&run);
        for (int year = 0; year < 6; year++) {
            moved[year] += model_run_sum(&run, BUURTTEAM, year, year).verschoven;
            entered[year] += model_run_sum(&run, ZORG, year, year).aangemeld;
        }
    }
    for (int year = 0; year < 6; year++) {
        double n = (double)(moved[year] + entered[year]);
        double p = expected_part(&run, year);
        assert_true(n > 0);
        assert_true(fabs((double)moved[year] - n * p) <= 4 * sqrt(n * p * (1 - p)));
    }
    assert_int_equal(moved[0], 0);
    model_run_close(&run);
}

static void
test_only_lighter_inwoners_move_and_cost_the_hours_of_the_scenario(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, BEWEGING, NULL);
    struct wmo_gemeente *gemeente = run.gemeente;
    const struct wmo_periode *periode = &gemeente->landschap.periode;
    int moved = 0, heavy = 0;
    model_run_begin(&run, 1, 0);
    for (int m = 4 * MONTHS_PER_YEAR; m < periode->month_count; m++) {
        model_run_until(&run, periode->month_start[m]);
        for (uint32_t row = 0; row < gemeente->inwoners.pool.high_water; row++) {
            const struct wmo_inwoner *inwoner = &gemeente->inwoners.rows[row];
            if (inwoner->toestand != WMO_TOESTAND_IN_ZORG) {
                continue;
            }
            int minutes = wmo_traject_minutes(gemeente, inwoner, ZORG);
            heavy += inwoner->zorgvorm == ZORG && minutes == 6 * 60;
            if (inwoner->zorgvorm == BUURTTEAM && inwoner->minutes == MOVED_MINUTES) {
                assert_int_equal(minutes, 2 * 60);
                moved++;
            }
        }
    }
    assert_true(moved > 0 && heavy > 0);
    model_run_close(&run);
}

/* The same inwoners: whoever moves is missing from zorg, and nobody else is. */
static void test_who_moves_is_missing_from_zorg_and_nobody_else(void **state)
{
    (void)state;
    struct model_run with, without;
    model_run_open(&with, BEWEGING, NULL);
    model_run_open(&without, BEWEGING,
                   MODEL_RUN_SET("beweging.naar_buurtteam.aandeel=0.0"));
    model_run_begin(&with, 1, 0);
    model_run_begin(&without, 1, 0);
    model_run_finish(&with);
    model_run_finish(&without);
    int64_t moved = model_run_sum(&with, BUURTTEAM, 0, 5).verschoven;
    assert_true(moved > 0);
    assert_int_equal(model_run_sum(&with, ZORG, 0, 5).aangemeld + moved,
                     model_run_sum(&without, ZORG, 0, 5).aangemeld);
    assert_int_equal(model_run_sum(&with, BUURTTEAM, 0, 5).aangemeld,
                     model_run_sum(&without, BUURTTEAM, 0, 5).aangemeld);
    model_run_close(&with);
    model_run_close(&without);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nothing_moves_before_the_start),
        cmocka_unit_test(test_the_part_that_moves_rises_linearly_and_stays),
        cmocka_unit_test(test_without_looptijd_all_of_it_moves_at_once),
        cmocka_unit_test(test_the_lighter_inwoners_carry_the_whole_part),
        cmocka_unit_test(test_no_more_moves_than_there_are_lighter_inwoners),
        cmocka_unit_test(test_the_part_of_verwijzingen_that_moves_follows_the_ramp),
        cmocka_unit_test(
            test_only_lighter_inwoners_move_and_cost_the_hours_of_the_scenario),
        cmocka_unit_test(test_who_moves_is_missing_from_zorg_and_nobody_else),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("beweging", tests, NULL, NULL);
}
