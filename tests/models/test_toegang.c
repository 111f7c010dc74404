/* tests/models/test_toegang.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <math.h>

#include "models/traject/traject.h"
#include "tests/support/model_run.h"

#define BUURTTEAM 0
#define ZORG 1

/* An onderzoek of 14 days and 1 hour a week, a besluit of 10 days and half an hour,
 * casework of 30 days and 2 hours, for one medewerker of 20 hours. Nobody comes by
 * himself. */
#define CITY "zorgvormen.zorg.instroom=0.0", "zorgvormen.buurtteam.uren_per_week=2.0"
#define BESLUIT "toegang.besluit_duur=10.0", "toegang.besluit_uren_per_week=0.5"
#define TERMS "toegang.onderzoek_termijn=42", "toegang.besluit_termijn=14"

static uint32_t hulpvraag(struct model_run *run, int day)
{
    model_run_until_day(run, day);
    uint32_t row = run->gemeente->inwoners.pool.high_water;
    assert_int_equal(wmo_traject_hulpvraag(run->gemeente, 0), SIM_OK);
    return row;
}

static void assert_state(struct model_run *run, uint32_t row, int day,
                         enum wmo_toestand toestand, int minutes)
{
    model_run_until_day(run, day);
    assert_int_equal(wmo_gemeente_verify(run->gemeente), SIM_OK);
    const struct wmo_inwoner *inwoner = &run->gemeente->inwoners.rows[row];
    assert_int_equal(inwoner->toestand, toestand);
    if (toestand != WMO_TOESTAND_VRIJ) {
        assert_int_equal(inwoner->minutes, minutes);
    }
}

static void test_the_besluit_follows_the_onderzoek_with_its_own_hours(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI, MODEL_RUN_SET(CITY, BESLUIT, TERMS));
    model_run_begin(&run, 1, 0);
    uint32_t row = hulpvraag(&run, 3);
    assert_state(&run, row, 16, WMO_TOESTAND_ONDERZOEK, 60);
    assert_state(&run, row, 17, WMO_TOESTAND_BESLUIT, 30);
    assert_state(&run, row, 26, WMO_TOESTAND_BESLUIT, 30);
    assert_state(&run, row, 27, WMO_TOESTAND_IN_ZORG, 120);
    assert_state(&run, row, 57, WMO_TOESTAND_VRIJ, 0);
    struct wmo_tel tel = model_run_sum(&run, BUURTTEAM, 0, 0);
    assert_int_equal(tel.besluiten, 1);
    assert_int_equal(tel.tot_besluit, 24 * SIM_DAY);
    assert_int_equal(tel.onderzoek_binnen, 1);
    assert_int_equal(tel.besluit_binnen, 1);
    model_run_close(&run);
}

/* Twenty onderzoeken of 1 hour fill the medewerker. Their besluiten, of half an hour,
 * let in on day 14 who came on day 1; their casework, of 2 hours, keeps out until day
 * 14 + 10
 * + 30 who came on day 30. So these have an onderzoek 27 and 38 days after the melding,
 * against a term of 30, and a besluit after 37 and 48 days, against 44. */
static void test_waiting_for_the_buurtteam_counts_for_the_term(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET(CITY, BESLUIT, "toegang.onderzoek_termijn=30",
                                 "toegang.besluit_termijn=14"));
    model_run_begin(&run, 1, 0);
    for (int i = 0; i < 20; i++) {
        hulpvraag(&run, 0);
    }
    uint32_t early = hulpvraag(&run, 1);
    assert_state(&run, early, 13, WMO_TOESTAND_WACHT, 60);
    assert_state(&run, early, 14, WMO_TOESTAND_ONDERZOEK, 60);
    uint32_t late = hulpvraag(&run, 30);
    assert_state(&run, late, 53, WMO_TOESTAND_WACHT, 60);
    assert_state(&run, late, 54, WMO_TOESTAND_ONDERZOEK, 60);
    model_run_until_day(&run, 120);
    struct wmo_tel tel = model_run_sum(&run, BUURTTEAM, 0, 0);
    assert_int_equal(tel.besluiten, 22);
    assert_int_equal(tel.tot_besluit, (20 * 24 + 37 + 48) * SIM_DAY);
    assert_int_equal(tel.onderzoek_allen, 22);
    assert_int_equal(tel.onderzoek_binnen, 21);
    assert_int_equal(tel.besluit_allen, 22);
    assert_int_equal(tel.besluit_binnen, 21);
    model_run_close(&run);
}

/* A term of 20 days: 14 days of onderzoek are within it, 24 until the besluit are not,
 * and of who still waits at the end of the run the term has passed without one. */
static void test_who_still_waits_after_the_term_is_not_within_it(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET(CITY, BESLUIT, "toegang.onderzoek_termijn=20",
                                 "zorgvormen.buurtteam.verblijfsduur=36500.0"));
    model_run_begin(&run, 1, 0);
    for (int i = 0; i < 40; i++) {
        hulpvraag(&run, 0);
    }
    model_run_finish(&run);
    struct wmo_tel tel = model_run_sum(&run, BUURTTEAM, 0, 1);
    assert_true(tel.lijst_eind > 0);
    assert_int_equal(tel.onderzoek_allen, 40);
    assert_int_equal(tel.onderzoek_binnen, 20);
    assert_int_equal(tel.besluit_allen, 40);
    assert_int_equal(tel.besluit_binnen, 0);
    model_run_close(&run);
}

/* The onderzoek of 14 days is broken off on day 5 and goes on on day 15, when there is
 * another medewerker: it ends on day 24, past the term of 20 days after the melding. */
static void test_who_loses_a_medewerker_keeps_the_melding(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET(CITY, "toegang.onderzoek_termijn=20",
                                 "arbeidsmarkt.vacature_duur=10.0",
                                 "personeel.overdracht=lijst"));
    model_run_begin(&run, 1, 0);
    uint32_t row = hulpvraag(&run, 0);
    model_run_until_day(&run, 5);
    uint32_t medewerker = run.gemeente->medewerkers.teams[BUURTTEAM].first;
    assert_int_equal(wmo_medewerker_vertrek(run.gemeente, medewerker), SIM_OK);
    assert_state(&run, row, 5, WMO_TOESTAND_WACHT, 60);
    assert_state(&run, row, 23, WMO_TOESTAND_ONDERZOEK, 60);
    assert_state(&run, row, 24, WMO_TOESTAND_IN_ZORG, 120);
    struct wmo_tel tel = model_run_sum(&run, BUURTTEAM, 0, 0);
    assert_int_equal(tel.onderzoek_allen, 1);
    assert_int_equal(tel.onderzoek_binnen, 0);
    assert_int_equal(tel.tot_besluit, 24 * SIM_DAY);
    model_run_close(&run);
}

/* Exponential stages of 20 and 8 days without a wait: the sum has the distribution
 * function 1 - (20 exp(-t/20) - 8 exp(-t/8)) / (20 - 8). */
static void
test_the_share_within_the_term_is_that_of_two_exponential_stages(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(
        &run, MODEL_RUN_MINI,
        MODEL_RUN_SET(
            CITY, "hulpvragen.per_1000_inwoners=4000.0",
            "begrotingsposten.buurtteam.bedrag=100000000.0",
            "toegang.onderzoek_duur={ vorm = \"exponentieel\"; gemiddelde = 20.0; }",
            "toegang.besluit_duur={ vorm = \"exponentieel\"; gemiddelde = 8.0; }",
            "toegang.onderzoek_termijn=25", "toegang.besluit_termijn=10"));
    model_run_begin(&run, 1, 0);
    model_run_finish(&run);
    struct wmo_tel tel = model_run_sum(&run, BUURTTEAM, 0, 1);
    assert_int_equal(tel.wacht, 0);
    model_run_assert_share(tel.onderzoek_binnen, tel.onderzoek_allen,
                           1 - exp(-25.0 / 20));
    double late = (20 * exp(-35.0 / 20) - 8 * exp(-35.0 / 8)) / 12;
    model_run_assert_share(tel.besluit_binnen, tel.besluit_allen, 1 - late);
    model_run_close(&run);
}

/* --- Beschikkingen --- */

static int64_t load(const struct model_run *run, int team)
{
    return run->gemeente->teams.items[team].belasting.level;
}

/* Three quarters of an hour in the week after the besluit on day 14. */
static void
test_a_beschikking_takes_its_hours_in_the_week_after_the_besluit(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET(CITY, "toegang.beschikking_uren=0.75",
                                 "toegang.beschikking_start=2020-01-15"));
    model_run_begin(&run, 1, 0);
    hulpvraag(&run, 0);
    model_run_until_day(&run, 13);
    assert_int_equal(load(&run, 0), 0);
    model_run_until_day(&run, 14);
    assert_int_equal(load(&run, 0), 45);
    model_run_until_day(&run, 20);
    assert_int_equal(load(&run, 0), 45);
    assert_int_equal(wmo_gemeente_verify(run.gemeente), SIM_OK);
    model_run_until_day(&run, 21);
    assert_int_equal(load(&run, 0), 0);
    model_run_finish(&run);
    struct wmo_tel tel = model_run_sum(&run, BUURTTEAM, 0, 1);
    assert_int_equal(tel.belasting_area, 45 * 7 * SIM_DAY);
    model_run_close(&run);
}

static void test_before_the_date_there_are_no_beschikkingen(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET(CITY, "toegang.beschikking_uren=0.75",
                                 "toegang.beschikking_start=2020-01-16"));
    model_run_begin(&run, 1, 0);
    hulpvraag(&run, 0);
    model_run_until_day(&run, 14);
    assert_int_equal(load(&run, 0), 0);
    model_run_close(&run);
}

/* --- Consultatie --- */

/* Everybody is referred, and 4% less for each of 5%: one in five stays. */
static void test_consultatie_lowers_the_verwijzingen_by_the_stated_share(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET(CITY, "hulpvragen.per_1000_inwoners=4000.0",
                                 "begrotingsposten.buurtteam.bedrag=100000000.0",
                                 "zorgvormen.zorg.verwijzing=1.0",
                                 "consultatie.aandeel=0.05",
                                 "consultatie.effect=0.04"));
    model_run_begin(&run, 1, 0);
    model_run_finish(&run);
    struct wmo_tel buurtteam = model_run_sum(&run, BUURTTEAM, 0, 1);
    struct wmo_tel zorg = model_run_sum(&run, ZORG, 0, 1);
    assert_int_equal(buurtteam.besluiten, buurtteam.consultatie + zorg.aangemeld);
    model_run_assert_share(buurtteam.consultatie, buurtteam.besluiten, 0.2);
    model_run_close(&run);
}

/* Two medewerkers of 20 hours have 8 places of 5 hours. A quarter for consultatie is 10
 * hours: 6 places. And it costs a quarter of what the hours cost, 200.000 a year; there
 * is as much money again, so that hours decide. */
static void
test_consultatie_takes_hours_and_money_of_the_teams_that_give_it(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET(CITY, "consultatie.aandeel=0.25",
                                 "zorgvormen.zorg.verblijfsduur=36500.0",
                                 "zorgvormen.zorg.aandeel_activiteiten=0.5",
                                 "begrotingsposten.zorg.bedrag=400000.0"));
    model_run_begin(&run, 1, 0);
    assert_int_equal(model_run_sum(&run, ZORG, 0, 0).geboekt_cents, 5000000);
    for (int i = 0; i < 8; i++) {
        model_run_enter(&run, ZORG, 0, 5 * 60);
    }
    assert_int_equal(model_run_sum(&run, ZORG, 0, 0).gestart, 6);
    assert_int_equal(wmo_gemeente_verify(run.gemeente), SIM_OK);
    model_run_finish(&run);
    struct wmo_tel year = model_run_sum(&run, ZORG, 1, 1);
    assert_int_equal(year.gebruikt_area + year.belasting_area, 2400 * 365 * SIM_DAY);
    assert_int_equal(year.geboekt_cents, 20000000);
    model_run_close(&run);
}

/* 0.25 of 2400 minutes after two years: on 1 January 2021, after 366 of 730.5 days,
 * 300.6 minutes; in 2020 none. */
static void test_consultatie_can_grow_every_january(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET(CITY, "consultatie.aandeel=0.25",
                                 "beweging.consultatie.begin=0.0",
                                 "beweging.consultatie.looptijd=2.0"));
    const struct wmo_team *team = &run.gemeente->teams.items[ZORG];
    model_run_begin(&run, 1, 0);
    model_run_until_day(&run, 365);
    assert_int_equal(team->consultatie, 0);
    model_run_until_day(&run, 366);
    assert_int_equal(team->consultatie, 300);
    model_run_finish(&run);
    model_run_close(&run);
}

static void test_consultatie_that_does_not_grow_changes_nothing(void **state)
{
    (void)state;
    model_run_assert_same(
        MODEL_RUN_STAD,
        MODEL_RUN_SET("consultatie.aandeel=0.05", "consultatie.effect=0.02"),
        MODEL_RUN_SET("consultatie.aandeel=0.05", "consultatie.effect=0.02",
                      "beweging.consultatie.begin=0.05",
                      "beweging.consultatie.looptijd=3.0"));
    model_run_assert_same(MODEL_RUN_STAD, NULL,
                          MODEL_RUN_SET("consultatie.aandeel=0.05",
                                        "consultatie.effect=0.02",
                                        "beweging.consultatie.begin=0.0",
                                        "beweging.consultatie.slaagt=0.0"));
}

/* The same of one team for the whole area, which books outside the wijken. */
static void test_a_team_of_the_whole_city_pays_for_its_consultatie_too(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET(CITY, "consultatie.aandeel=0.25",
                                 "aanbieders.Aanbieder.teams=een_team"));
    model_run_begin(&run, 1, 0);
    model_run_finish(&run);
    assert_int_equal(model_run_sum(&run, ZORG, 0, 1).geboekt_cents, 10000000);
    model_run_close(&run);
}

/* --- Switched off, and wrong --- */

static void test_neutral_values_change_no_bit(void **state)
{
    (void)state;
    model_run_assert_same(
        MODEL_RUN_STAD, NULL,
        MODEL_RUN_SET("toegang.besluit_duur=0.0", "toegang.besluit_uren_per_week=3.0",
                      "toegang.onderzoek_termijn=0", "toegang.besluit_termijn=0",
                      "toegang.beschikking_uren=0.0",
                      "toegang.beschikking_start=2020-01-01", "consultatie.aandeel=0.0",
                      "consultatie.effect=0.02"));
}

static void test_consultatie_can_take_away_all_verwijzingen_and_no_more(void **state)
{
    (void)state;
    model_run_assert_fault(
        MODEL_RUN_MINI,
        MODEL_RUN_SET("consultatie.aandeel=0.2", "consultatie.effect=0.06"),
        "consultatie neemt 1.200 van de verwijzingen weg (100 x aandeel x effect); "
        "hoogstens 1");
}

static void test_the_buurtteam_is_no_aanvullende_zorg(void **state)
{
    (void)state;
    model_run_assert_fault(MODEL_RUN_MINI,
                           MODEL_RUN_SET("consultatie.zorgvormen=[\"buurtteam\"]"),
                           "'consultatie.zorgvormen' noemt het buurtteam; alleen "
                           "aanvullende zorg kan daarin staan");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_besluit_follows_the_onderzoek_with_its_own_hours),
        cmocka_unit_test(test_waiting_for_the_buurtteam_counts_for_the_term),
        cmocka_unit_test(test_who_still_waits_after_the_term_is_not_within_it),
        cmocka_unit_test(test_who_loses_a_medewerker_keeps_the_melding),
        cmocka_unit_test(
            test_the_share_within_the_term_is_that_of_two_exponential_stages),
        cmocka_unit_test(
            test_a_beschikking_takes_its_hours_in_the_week_after_the_besluit),
        cmocka_unit_test(test_before_the_date_there_are_no_beschikkingen),
        cmocka_unit_test(test_consultatie_lowers_the_verwijzingen_by_the_stated_share),
        cmocka_unit_test(
            test_consultatie_takes_hours_and_money_of_the_teams_that_give_it),
        cmocka_unit_test(test_consultatie_can_grow_every_january),
        cmocka_unit_test(test_consultatie_that_does_not_grow_changes_nothing),
        cmocka_unit_test(test_a_team_of_the_whole_city_pays_for_its_consultatie_too),
        cmocka_unit_test(test_neutral_values_change_no_bit),
        cmocka_unit_test(test_consultatie_can_take_away_all_verwijzingen_and_no_more),
        cmocka_unit_test(test_the_buurtteam_is_no_aanvullende_zorg),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("toegang", tests, NULL, NULL);
}
