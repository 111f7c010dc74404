/* tests/models/test_evaluatie.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <math.h>

#include "models/traject/traject.h"
#include "models/zorg/wens.h"
#include "tests/support/model_run.h"

#define BUURTTEAM 0
#define ZORG 1
#define TEAM 1

/* Two medewerkers of 1200 minutes a week; an evaluation every 30 days that always asks
 * for half as much again; nobody comes by himself, and stays outlast the test. */
#define UP                                                                  \
    "zorgvormen.zorg.instroom=0.0", "zorgvormen.zorg.verblijfsduur=1000.0", \
        "zorgvormen.zorg.evaluatie.interval=30.0",                          \
        "zorgvormen.zorg.evaluatie.opschalen=1.0",                          \
        "zorgvormen.zorg.evaluatie.stap_op=1.5"

static const struct wmo_inwoner *at(struct model_run *run, uint32_t row)
{
    assert_int_equal(wmo_gemeente_verify(run->gemeente), SIM_OK);
    return &run->gemeente->inwoners.rows[row];
}

static void assert_hours(struct model_run *run, uint32_t row, int member, int minutes,
                         enum wmo_wens wens)
{
    assert_int_equal(at(run, row)->toestand, WMO_TOESTAND_IN_ZORG);
    assert_int_equal(at(run, row)->member, member);
    assert_int_equal(at(run, row)->minutes, minutes);
    assert_int_equal(at(run, row)->wens, wens);
}

static void end_now(struct model_run *run, uint32_t row)
{
    wmo_gemeente_cancel(run->gemeente, row);
    assert_int_equal(wmo_traject_uitstroom(run->gemeente, row), SIM_OK);
}

/*  day   M1                  M2
 *    0   P1 600, P3 600      P2 600
 *   30   full: both wait     P2 900: it fits
 *   45   P1 ends: P3 900
 *   60                       P2 asks 1350: waits. P3, whose turn is day 60 too, asks
 *                            1350: waits
 *   90   nothing changes for who waits */
static void
test_more_hours_start_when_there_is_room_and_else_are_waited_for(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI, MODEL_RUN_SET(UP));
    model_run_begin(&run, 1, 0);
    uint32_t p1 = model_run_enter(&run, ZORG, 0, 600);
    uint32_t p2 = model_run_enter(&run, ZORG, 0, 600);
    uint32_t p3 = model_run_enter(&run, ZORG, 0, 600);
    model_run_until_day(&run, 29);
    assert_hours(&run, p1, 0, 600, WMO_WENS_GEEN);
    assert_hours(&run, p2, 1, 600, WMO_WENS_GEEN);
    assert_hours(&run, p3, 0, 600, WMO_WENS_GEEN);
    model_run_until_day(&run, 30);
    assert_hours(&run, p1, 0, 600, WMO_WENS_MEER);
    assert_hours(&run, p2, 1, 900, WMO_WENS_GEEN);
    assert_hours(&run, p3, 0, 600, WMO_WENS_MEER);
    model_run_until_day(&run, 45);
    end_now(&run, p1);
    assert_hours(&run, p3, 0, 900, WMO_WENS_GEEN);
    model_run_until_day(&run, 90);
    assert_hours(&run, p2, 1, 900, WMO_WENS_MEER);
    assert_hours(&run, p3, 0, 900, WMO_WENS_MEER);
    model_run_finish(&run);
    struct wmo_tel tel = model_run_sum(&run, ZORG, 0, 0);
    assert_int_equal(tel.opgeschaald, 2);
    assert_int_equal(tel.wisselingen, 0);
    /* P1 and P3 for 15 days, P2 and P3 from day 60 to the end of 2020. */
    assert_int_equal(tel.opschaling_area, (2 * 15 + 2 * (366 - 60)) * SIM_DAY);
    model_run_close(&run);
}

/* P1 fills its medewerker and needs 1200 of 1200 minutes, which another has free. */
static void
test_another_medewerker_takes_over_when_the_own_one_has_no_room(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI, MODEL_RUN_SET(UP));
    model_run_begin(&run, 1, 0);
    uint32_t p1 = model_run_enter(&run, ZORG, 0, 800);
    uint32_t p2 = model_run_enter(&run, ZORG, 0, 1000);
    uint32_t p3 = model_run_enter(&run, ZORG, 0, 300);
    end_now(&run, p2);
    assert_hours(&run, p3, 0, 300, WMO_WENS_GEEN);
    model_run_until_day(&run, 30);
    assert_hours(&run, p1, 1, 1200, WMO_WENS_GEEN);
    assert_hours(&run, p3, 0, 450, WMO_WENS_GEEN);
    model_run_finish(&run);
    assert_int_equal(model_run_sum(&run, ZORG, 0, 0).wisselingen, 1);
    model_run_close(&run);
}

/* Hours that come free go to who is in care before who waits for a start: the minutes
 * of P2 are 300 for P1 and leave 300, too few for P3. */
static void test_who_is_in_care_gets_free_hours_before_who_waits(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET(UP, "begrotingsposten.zorg.bedrag=100000.0",
                                 "zorgvormen.zorg.evaluatie.interval=40.0"));
    model_run_begin(&run, 1, 0);
    uint32_t p1 = model_run_enter(&run, ZORG, 0, 600);
    uint32_t p2 = model_run_enter(&run, ZORG, 0, 600);
    uint32_t p3 = model_run_enter(&run, ZORG, 0, 600);
    model_run_until_day(&run, 50);
    end_now(&run, p2);
    assert_hours(&run, p1, 0, 900, WMO_WENS_GEEN);
    assert_int_equal(at(&run, p3)->toestand, WMO_TOESTAND_WACHT);
    model_run_close(&run);
}

/* Four hours for a new beschikking of 14 days are 120 minutes a week more. */
static void test_a_new_beschikking_delays_the_change_and_takes_hours(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET(UP, "zorgvormen.zorg.evaluatie.herindicatie_duur=14.0",
                                 "zorgvormen.zorg.evaluatie.herindicatie_uren=4.0"));
    model_run_begin(&run, 1, 0);
    uint32_t p1 = model_run_enter(&run, ZORG, 0, 300);
    model_run_until_day(&run, 30);
    assert_hours(&run, p1, 0, 420, WMO_WENS_GEEN);
    model_run_until_day(&run, 43);
    assert_hours(&run, p1, 0, 420, WMO_WENS_GEEN);
    model_run_until_day(&run, 44);
    assert_hours(&run, p1, 0, 450, WMO_WENS_GEEN);
    model_run_until_day(&run, 74);
    assert_hours(&run, p1, 0, 570, WMO_WENS_GEEN);
    model_run_close(&run);
}

/* 300 minutes, three quarters of that and again; an evaluation of 2 hours each 30 days
 * is 28 minutes a week on top of the 300. */
static void test_fewer_hours_come_free_at_once(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET(UP, "zorgvormen.zorg.evaluatie.opschalen=0.0",
                                 "zorgvormen.zorg.evaluatie.afschalen=1.0",
                                 "zorgvormen.zorg.evaluatie.stap_af=0.75",
                                 "zorgvormen.zorg.evaluatie.uren=2.0"));
    model_run_begin(&run, 1, 0);
    uint32_t p1 = model_run_enter(&run, ZORG, 0, 400);
    model_run_until_day(&run, 30);
    assert_hours(&run, p1, 0, 300, WMO_WENS_GEEN);
    model_run_until_day(&run, 60);
    assert_hours(&run, p1, 0, 225, WMO_WENS_GEEN);
    struct wmo_inwoner somebody = {.id = 1, .terug = -1};
    assert_int_equal(wmo_traject_minutes(run.gemeente, &somebody, ZORG), 328);
    model_run_close(&run);
}

/* Support ends on day 45, between two evaluations, and P is back on day 85. */
static void test_nobody_is_evaluated_out_of_care(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET(UP, "zorgvormen.zorg.verblijfsduur=45.0",
                                 "zorgvormen.zorg.terugval=1.0",
                                 "zorgvormen.zorg.terugval_na=40.0"));
    model_run_begin(&run, 1, 0);
    uint32_t p = model_run_enter(&run, ZORG, 0, 100);
    for (int day = 30; day < 115; day++) {
        model_run_until_day(&run, day);
        assert_int_equal(at(&run, p)->evaluaties, day < 85);
    }
    model_run_until_day(&run, 115);
    assert_int_equal(at(&run, p)->evaluaties, 1);
    model_run_close(&run);
}

/* --- A lighter spoor, by hand --- */

/* Twenty onderzoeken of an hour fill the buurtteam from day 0. On day 14 each goes on
 * as casework of an hour, until day 44. P could go on day 10. */
static void test_who_could_go_stays_until_the_buurtteam_has_room(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI, MODEL_RUN_SET("zorgvormen.zorg.instroom=0.0"));
    model_run_begin(&run, 1, 0);
    for (int i = 0; i < 20; i++) {
        assert_int_equal(wmo_traject_hulpvraag(run.gemeente, 0), SIM_OK);
    }
    uint32_t p = model_run_enter(&run, ZORG, 0, 300);
    model_run_until_day(&run, 10);
    assert_int_equal(wmo_wens_lichter(run.gemeente, p, WMO_WENS_BUURTTEAM), SIM_OK);
    model_run_until_day(&run, 43);
    assert_hours(&run, p, 0, 300, WMO_WENS_BUURTTEAM);
    assert_int_equal(at(&run, p)->zorgvorm, ZORG);
    model_run_until_day(&run, 44);
    assert_hours(&run, p, 0, 60, WMO_WENS_GEEN);
    assert_int_equal(at(&run, p)->zorgvorm, BUURTTEAM);
    assert_int_equal(run.gemeente->teams.items[TEAM].staff.total.used, 0);
    model_run_until_day(&run, 74);
    assert_int_equal(run.gemeente->inwoners.pool.live_count, 0);
    model_run_finish(&run);
    struct wmo_tel tel = model_run_sum(&run, ZORG, 0, 0);
    assert_int_equal(tel.geblokkeerd_area, 34 * SIM_DAY);
    assert_int_equal(tel.naar_lichter, 1);
    assert_int_equal(tel.uitstroom, 1);
    model_run_close(&run);
}

/* The buurtteam is full, H waits for it on the list and P in care. The first hour that
 * comes free is for H, who has no support, and the second for P. */
static void test_who_has_no_support_goes_before_who_is_geblokkeerd(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI, MODEL_RUN_SET("zorgvormen.zorg.instroom=0.0"));
    model_run_begin(&run, 1, 0);
    uint32_t p = model_run_enter(&run, ZORG, 0, 300);
    uint32_t first = run.gemeente->inwoners.pool.high_water;
    for (int i = 0; i < 21; i++) {
        assert_int_equal(wmo_traject_hulpvraag(run.gemeente, 0), SIM_OK);
    }
    uint32_t h = first + 20;
    assert_int_equal(at(&run, h)->toestand, WMO_TOESTAND_WACHT);
    assert_int_equal(wmo_wens_lichter(run.gemeente, p, WMO_WENS_BUURTTEAM), SIM_OK);
    end_now(&run, first);
    assert_int_equal(at(&run, h)->toestand, WMO_TOESTAND_ONDERZOEK);
    assert_int_equal(at(&run, p)->zorgvorm, ZORG);
    end_now(&run, first + 1);
    assert_int_equal(at(&run, p)->zorgvorm, BUURTTEAM);
    model_run_close(&run);
}

/* Two medewerkers of zorg have Q1 and Q2, who wait for the sociale basis of one place,
 * taken until day 30; then Q1 takes it, and Q2 when Q1 is done, on day 60. */
static void test_a_place_goes_to_who_waits_for_it_in_care(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET("zorgvormen.zorg.instroom=0.0",
                                 "sociale_basis.plaatsen=1.0",
                                 "sociale_basis.aandeel_passend=1.0"));
    model_run_begin(&run, 1, 0);
    assert_int_equal(wmo_traject_hulpvraag(run.gemeente, 0), SIM_OK);
    uint32_t q1 = model_run_enter(&run, ZORG, 0, 300);
    uint32_t q2 = model_run_enter(&run, ZORG, 0, 300);
    enum wmo_wens wens = WMO_WENS_SOCIALE_BASIS;
    assert_int_equal(wmo_wens_lichter(run.gemeente, q1, wens), SIM_OK);
    assert_int_equal(wmo_wens_lichter(run.gemeente, q2, wens), SIM_OK);
    model_run_until_day(&run, 29);
    assert_hours(&run, q1, 0, 300, wens);
    model_run_until_day(&run, 30);
    assert_int_equal(at(&run, q1)->toestand, WMO_TOESTAND_SOCIALE_BASIS);
    assert_hours(&run, q2, 1, 300, wens);
    model_run_until_day(&run, 60);
    assert_int_equal(at(&run, q2)->toestand, WMO_TOESTAND_SOCIALE_BASIS);
    assert_int_equal(run.gemeente->plaatsen[0].used, 1);
    model_run_close(&run);
}

/* --- Numbers, with chance --- */

/* Room for all; stays of 100 days, evaluations every 60 days on average, both
 * exponential; about 2000 stays in twenty years. */
#define FREE                                                               \
    "periode.einde=2039-12-31", "begrotingsposten.zorg.bedrag=10000000.0", \
        "zorgvormen.zorg.instroom=100.0",                                  \
        "zorgvormen.zorg.verblijfsduur={ vorm = \"exponentieel\"; "        \
        "gemiddelde = 100.0; }",                                           \
        "zorgvormen.zorg.evaluatie.interval={ vorm = \"exponentieel\"; "   \
        "gemiddelde = 60.0; }"

static struct wmo_tel run_free(const char *const *settings)
{
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI, settings);
    model_run_begin(&run, 5, 0);
    model_run_finish(&run);
    struct wmo_tel tel = model_run_sum(&run, ZORG, 0, 19);
    model_run_close(&run);
    assert_true(tel.uitstroom > 1500);
    return tel;
}

/* Each stay is [mean] days, exponential; those not ended yet are some 27 of 2000. */
static void assert_mean_stay(const struct wmo_tel *tel, double mean)
{
    double n = (double)tel->uitstroom;
    double found = (double)tel->zorg_area / (double)SIM_DAY / n;
    assert_true(fabs(found - mean) < 4 * mean / sqrt(n));
}

static void test_evaluations_come_at_their_rate_and_judge_by_their_chances(void **state)
{
    (void)state;
    struct wmo_tel tel =
        run_free(MODEL_RUN_SET(FREE, "zorgvormen.zorg.evaluatie.opschalen=0.3",
                               "zorgvormen.zorg.evaluatie.stap_op=1.01",
                               "zorgvormen.zorg.evaluatie.afschalen=0.2"));
    double n = (double)tel.evaluaties;
    double expected = (double)tel.zorg_area / (double)SIM_DAY / 60;
    assert_true(fabs(n - expected) < 4 * sqrt(expected));
    assert_true(fabs((double)tel.opgeschaald - 0.3 * n) < 4 * sqrt(0.3 * 0.7 * n));
    assert_true(fabs((double)tel.afgeschaald - 0.2 * n) < 4 * sqrt(0.2 * 0.8 * n));
    assert_mean_stay(&tel, 100);
}

static void test_the_stated_stay_includes_ends_by_evaluation(void **state)
{
    (void)state;
    struct wmo_tel tel =
        run_free(MODEL_RUN_SET(FREE, "zorgvormen.zorg.evaluatie.einde=0.4"));
    assert_mean_stay(&tel, 100);
}

/* A sociale basis for everybody takes 0.3 / 60 x 100 of them. Without a place nobody
 * goes, and they stay until the goal: 1 / (1 / 100 - 0.3 / 60) = 200 days. */
static void test_a_full_sociale_basis_keeps_who_could_go(void **state)
{
    (void)state;
    struct wmo_tel open =
        run_free(MODEL_RUN_SET(FREE, "zorgvormen.zorg.evaluatie.naar_sociale_basis=0.3",
                               "sociale_basis.plaatsen=1000.0"));
    double n = (double)open.uitstroom;
    assert_mean_stay(&open, 100);
    assert_true(fabs((double)open.naar_lichter - 0.5 * n) < 4 * sqrt(0.25 * n));
    assert_int_equal(open.geblokkeerd_area, 0);
    struct wmo_tel full = run_free(
        MODEL_RUN_SET(FREE, "zorgvormen.zorg.evaluatie.naar_sociale_basis=0.3"));
    assert_mean_stay(&full, 200);
    assert_int_equal(full.naar_lichter, 0);
    assert_true(full.geblokkeerd_area > 0);
}

static void test_neutral_values_change_no_bit(void **state)
{
    (void)state;
    model_run_assert_same(
        MODEL_RUN_STAD, NULL,
        MODEL_RUN_SET("zorgvormen.zorg.evaluatie.interval=100.0",
                      "zorgvormen.zorg.evaluatie.uren=0.0",
                      "zorgvormen.zorg.evaluatie.opschalen=0.0",
                      "zorgvormen.zorg.evaluatie.stap_op=2.0",
                      "zorgvormen.zorg.evaluatie.afschalen=0.0",
                      "zorgvormen.zorg.evaluatie.stap_af=0.5",
                      "zorgvormen.zorg.evaluatie.naar_buurtteam=0.0",
                      "zorgvormen.zorg.evaluatie.naar_sociale_basis=0.0",
                      "zorgvormen.zorg.evaluatie.einde=0.0",
                      "zorgvormen.zorg.evaluatie.herindicatie_duur=0.0",
                      "zorgvormen.zorg.evaluatie.herindicatie_uren=0.0"));
}

static void test_what_does_not_add_up_is_a_fault(void **state)
{
    (void)state;
    model_run_assert_fault(
        MODEL_RUN_MINI, MODEL_RUN_SET(UP, "zorgvormen.zorg.evaluatie.afschalen=0.2"),
        "bij 'zorg' tellen de kansen van een evaluatie op tot 1.200; "
        "hoogstens 1");
    model_run_assert_fault(MODEL_RUN_MINI,
                           MODEL_RUN_SET("zorgvormen.zorg.evaluatie.opschalen=0.2"),
                           "bij 'zorg' heeft 'evaluatie' kansen, maar geen 'interval'");
    model_run_assert_fault(
        MODEL_RUN_MINI,
        MODEL_RUN_SET(UP, "zorgvormen.zorg.evaluatie.herindicatie_uren=2.0"),
        "'evaluatie.herindicatie_uren' vraagt een 'herindicatie_duur' boven 0");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(
            test_more_hours_start_when_there_is_room_and_else_are_waited_for),
        cmocka_unit_test(
            test_another_medewerker_takes_over_when_the_own_one_has_no_room),
        cmocka_unit_test(test_who_is_in_care_gets_free_hours_before_who_waits),
        cmocka_unit_test(test_a_new_beschikking_delays_the_change_and_takes_hours),
        cmocka_unit_test(test_fewer_hours_come_free_at_once),
        cmocka_unit_test(test_nobody_is_evaluated_out_of_care),
        cmocka_unit_test(test_who_could_go_stays_until_the_buurtteam_has_room),
        cmocka_unit_test(test_who_has_no_support_goes_before_who_is_geblokkeerd),
        cmocka_unit_test(test_a_place_goes_to_who_waits_for_it_in_care),
        cmocka_unit_test(
            test_evaluations_come_at_their_rate_and_judge_by_their_chances),
        cmocka_unit_test(test_the_stated_stay_includes_ends_by_evaluation),
        cmocka_unit_test(test_a_full_sociale_basis_keeps_who_could_go),
        cmocka_unit_test(test_neutral_values_change_no_bit),
        cmocka_unit_test(test_what_does_not_add_up_is_a_fault),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("evaluatie", tests, NULL, NULL);
}
