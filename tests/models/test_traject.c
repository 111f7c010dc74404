/* tests/models/test_traject.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>

#include "models/traject/traject.h"
#include "tests/support/model_run.h"

#define BUURTTEAM 0
#define ZORG 1

/* One place in the sociale basis for everybody, of 30 days; an onderzoek of 14 days and
 * 1 hour a week; casework of 30 days and 2 hours; zorg of 90 days and 5 hours. Nobody
 * comes by himself; one medewerker of 20 hours in the buurtteam and two for zorg. */
#define CITY                                                           \
    "sociale_basis.plaatsen=1.0", "sociale_basis.aandeel_passend=1.0", \
        "zorgvormen.buurtteam.uren_per_week=2.0", "zorgvormen.zorg.instroom=0.0"

/* A hulpvraag arises on [day]; the number of its row. */
static uint32_t hulpvraag(struct model_run *run, int day)
{
    model_run_until_day(run, day);
    uint32_t row = run->gemeente->inwoners.pool.high_water;
    assert_int_equal(wmo_traject_hulpvraag(run->gemeente, 0), SIM_OK);
    assert_int_equal(run->gemeente->inwoners.pool.high_water, row + 1);
    return row;
}

static void assert_path(struct model_run *run, uint32_t row, int day,
                        enum wmo_toestand toestand, int zorgvorm, int hours)
{
    model_run_until_day(run, day);
    assert_int_equal(wmo_gemeente_verify(run->gemeente), SIM_OK);
    const struct wmo_inwoner *inwoner = &run->gemeente->inwoners.rows[row];
    assert_int_equal(inwoner->toestand, toestand);
    if (toestand == WMO_TOESTAND_ONDERZOEK || toestand == WMO_TOESTAND_IN_ZORG) {
        assert_int_equal(inwoner->zorgvorm, zorgvorm);
        assert_int_equal(inwoner->minutes, 60 * hours);
    }
}

/*  day   H1                H2
 *    0   sociale basis
 *    5                     full: buurtteam, onderzoek of 14 days
 *   19                     referred: begins with zorg
 *   30   goes
 *  109                     goes, after 90 days */
static void test_who_finds_no_place_goes_by_the_buurtteam_to_zorg(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET(CITY, "zorgvormen.zorg.verwijzing=1.0"));
    model_run_begin(&run, 1, 0);
    uint32_t h1 = hulpvraag(&run, 0), h2 = hulpvraag(&run, 5);
    assert_path(&run, h1, 5, WMO_TOESTAND_SOCIALE_BASIS, 0, 0);
    assert_path(&run, h2, 5, WMO_TOESTAND_ONDERZOEK, BUURTTEAM, 1);
    assert_path(&run, h2, 18, WMO_TOESTAND_ONDERZOEK, BUURTTEAM, 1);
    assert_path(&run, h2, 19, WMO_TOESTAND_IN_ZORG, ZORG, 5);
    assert_path(&run, h1, 29, WMO_TOESTAND_SOCIALE_BASIS, 0, 0);
    assert_path(&run, h1, 30, WMO_TOESTAND_VRIJ, 0, 0);
    assert_path(&run, h2, 108, WMO_TOESTAND_IN_ZORG, ZORG, 5);
    assert_path(&run, h2, 109, WMO_TOESTAND_VRIJ, 0, 0);
    assert_int_equal(run.gemeente->record.out, 2);
    model_run_close(&run);
}

/* A year of a city with one wijk, four inwoners and two medewerkers of zorg, who each
 * have 20 hours a week and so one inwoner; the year has 366 days.
 *
 *  day   H1              H2              H3              H4
 *    0   sociale basis
 *    5                   full: onderzoek
 *   10                                   full: onderzoek
 *   19                   zorg
 *   20                                                   full: onderzoek
 *   24                                   zorg
 *   30   goes
 *   34                                                   waits: nobody has hours
 *  109                   goes, 90 days                   zorg, after 75 days
 *  114                                   goes
 *  199                                                   goes
 *
 * Three waits of 0, 0 and 75 days; 75 days on the list in all; 3 x 90 days of
 * 100,000 euro a year. A start books the rest of the year and an end gives back what is
 * left, each rounded to a cent: at most half a cent for each of six. */
static void test_a_year_of_four_inwoners_goes_as_by_hand(void **state)
{
    (void)state;
    const int64_t day = sim_time_from_days(1.0);
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET(CITY, "zorgvormen.zorg.verwijzing=1.0",
                                 "zorgvormen.zorg.uren_per_week=20.0"));
    model_run_begin(&run, 1, 0);
    uint32_t h1 = hulpvraag(&run, 0), h2 = hulpvraag(&run, 5);
    uint32_t h3 = hulpvraag(&run, 10);
    assert_path(&run, h2, 19, WMO_TOESTAND_IN_ZORG, ZORG, 20);
    uint32_t h4 = hulpvraag(&run, 20);
    assert_path(&run, h3, 23, WMO_TOESTAND_ONDERZOEK, BUURTTEAM, 1);
    assert_path(&run, h3, 24, WMO_TOESTAND_IN_ZORG, ZORG, 20);
    assert_path(&run, h1, 29, WMO_TOESTAND_SOCIALE_BASIS, 0, 0);
    assert_path(&run, h1, 30, WMO_TOESTAND_VRIJ, 0, 0);
    assert_path(&run, h4, 33, WMO_TOESTAND_ONDERZOEK, BUURTTEAM, 1);
    assert_path(&run, h4, 34, WMO_TOESTAND_WACHT, ZORG, 20);
    assert_path(&run, h2, 108, WMO_TOESTAND_IN_ZORG, ZORG, 20);
    assert_path(&run, h4, 108, WMO_TOESTAND_WACHT, ZORG, 20);
    assert_path(&run, h2, 109, WMO_TOESTAND_VRIJ, 0, 0);
    assert_path(&run, h4, 109, WMO_TOESTAND_IN_ZORG, ZORG, 20);
    assert_path(&run, h3, 113, WMO_TOESTAND_IN_ZORG, ZORG, 20);
    assert_path(&run, h3, 114, WMO_TOESTAND_VRIJ, 0, 0);
    assert_path(&run, h4, 198, WMO_TOESTAND_IN_ZORG, ZORG, 20);
    assert_path(&run, h4, 199, WMO_TOESTAND_VRIJ, 0, 0);
    model_run_finish(&run);

    struct wmo_tel tel = model_run_sum(&run, ZORG, 0, 0);
    assert_int_equal(tel.aangemeld, 3);
    assert_int_equal(tel.gestart, 3);
    assert_int_equal(tel.uitstroom, 3);
    assert_int_equal(tel.wacht, 75 * day);
    assert_int_equal(tel.lijst_area, 75 * day);
    assert_int_equal(tel.zorg_area, 3 * 90 * day);
    assert_int_equal(tel.gebruikt_area, 3 * 90 * day * 20 * 60);
    assert_in_range(tel.ondersteuning_cents, 270 * 10000000LL / 366 - 3,
                    270 * 10000000LL / 366 + 4);
    model_run_close(&run);
}

/* The onderzoek ends on day 14 and the casework, with other hours, on day 44. */
static void test_who_is_not_referred_stays_with_the_buurtteam(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET(CITY, "sociale_basis.aandeel_passend=0.0"));
    model_run_begin(&run, 1, 0);
    uint32_t row = hulpvraag(&run, 0);
    assert_path(&run, row, 13, WMO_TOESTAND_ONDERZOEK, BUURTTEAM, 1);
    assert_path(&run, row, 14, WMO_TOESTAND_IN_ZORG, BUURTTEAM, 2);
    assert_path(&run, row, 43, WMO_TOESTAND_IN_ZORG, BUURTTEAM, 2);
    assert_path(&run, row, 44, WMO_TOESTAND_VRIJ, 0, 0);
    struct wmo_tel tel = model_run_sum(&run, BUURTTEAM, 0, 0);
    assert_int_equal(tel.gestart, 1);
    assert_int_equal(tel.uitstroom, 1);
    model_run_close(&run);
}

/* A place that comes free on a day is there for a hulpvraag of that day. */
static void test_a_place_is_free_on_the_day_it_is_left(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI, MODEL_RUN_SET(CITY));
    model_run_begin(&run, 1, 0);
    hulpvraag(&run, 0);
    model_run_until_day(&run, 30);
    assert_int_equal(run.gemeente->plaatsen[0].used, 0);
    assert_int_equal(wmo_traject_hulpvraag(run.gemeente, 0), SIM_OK);
    assert_int_equal(run.gemeente->plaatsen[0].used, 1);
    int line = wmo_gemeente_line_sociale_basis(run.gemeente, 0);
    const struct wmo_tel *tel = wmo_record_tel(&run.gemeente->record, line);
    assert_int_equal(tel->aangemeld, 2);
    assert_int_equal(tel->gestart, 2);
    assert_int_equal(tel->geen_plaats, 0);
    model_run_close(&run);
}

/* Twenty onderzoeken fill the medewerker of the buurtteam; the next one waits, and the
 * hours of casework that do not fit are made, above the hours there are. */
static void test_casework_goes_on_though_there_is_no_room(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET(CITY, "sociale_basis.aandeel_passend=0.0"));
    model_run_begin(&run, 1, 0);
    for (int i = 0; i < 20; i++) {
        hulpvraag(&run, 0);
    }
    uint32_t next = hulpvraag(&run, 1);
    const struct sim_resource *hours = &run.gemeente->teams.items[0].staff.total;
    assert_path(&run, next, 13, WMO_TOESTAND_WACHT, BUURTTEAM, 1);
    assert_int_equal(sim_resource_free_units(hours), 0);
    assert_path(&run, next, 14, WMO_TOESTAND_WACHT, BUURTTEAM, 1);
    assert_int_equal(sim_resource_free_units(hours), -20 * 60);
    assert_path(&run, next, 44, WMO_TOESTAND_ONDERZOEK, BUURTTEAM, 1);
    model_run_close(&run);
}

static void test_hours_of_an_inwoner_are_at_least_a_minute(void **state)
{
    (void)state;
    /* A gamma with a cv of 4 is below half a minute for one in four or so. */
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET("zorgvormen.zorg.uren_per_week={ vorm = \"gamma\"; "
                                 "gemiddelde = 0.25; vc = 4.0; }"));
    int smallest = 0;
    for (uint64_t i = 0; i < 200; i++) {
        struct wmo_inwoner inwoner = {.id = i};
        int minutes = wmo_traject_minutes(run.gemeente, &inwoner, ZORG);
        assert_true(minutes >= 1);
        smallest += minutes == 1;
    }
    assert_true(smallest > 0);
    model_run_close(&run);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_who_finds_no_place_goes_by_the_buurtteam_to_zorg),
        cmocka_unit_test(test_a_year_of_four_inwoners_goes_as_by_hand),
        cmocka_unit_test(test_who_is_not_referred_stays_with_the_buurtteam),
        cmocka_unit_test(test_a_place_is_free_on_the_day_it_is_left),
        cmocka_unit_test(test_casework_goes_on_though_there_is_no_room),
        cmocka_unit_test(test_hours_of_an_inwoner_are_at_least_a_minute),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("traject", tests, NULL, NULL);
}
