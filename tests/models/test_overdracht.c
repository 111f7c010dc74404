/* tests/models/test_overdracht.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <math.h>

#include "tests/support/model_run.h"

#define ZORG 1
#define TEAM 1 /* the one of zorg, in mini.cfg */
#define HOUR 60
#define DAY ((double)SIM_DAY)

static uint32_t positie(const struct model_run *run, int number)
{
    return run->gemeente->medewerkers.teams[TEAM].first + (uint32_t)number;
}

static const struct wmo_medewerker *medewerker(const struct model_run *run, int number)
{
    return &run->gemeente->medewerkers.rows[positie(run, number)];
}

static const struct wmo_inwoner *inwoner(const struct model_run *run, uint32_t row)
{
    return &run->gemeente->inwoners.rows[row];
}

static const struct sim_resource_pool *staff(const struct model_run *run)
{
    return &run->gemeente->teams.items[TEAM].staff;
}

static void leaves(struct model_run *run, int number)
{
    assert_int_equal(wmo_medewerker_vertrek(run->gemeente, positie(run, number)),
                     SIM_OK);
    assert_int_equal(wmo_gemeente_verify(run->gemeente), SIM_OK);
}

/* --- A wijk with two medewerkers and four inwoners --- */

/* A and B have 20 hours each, a stay is 90 days, a vacature is filled in 40. Who is new
 * gives half during a month (30.4375 days) and who takes an inwoner over needs 2 hours
 * in the first week. A colleague may overrun by a quarter, 5 hours.
 *
 *   day                                                       free hours of A    B
 *     0      P1 (8 hours) begins with A, P2 (8) with B,            12           12
 *            P3 (10) with A and P4 (9) with B                       2            3
 *    20      A leaves. B takes P1: 8 is no more than 3 + 5          -           -5
 *            and 2 hours less for a week                            -           -7
 *            P3 does not fit: back to the list, 70 days to go
 *    27      the week of B is over                                  -           -5
 *    60      the vacature is filled, by half a medewerker          10           -5
 *            P3 goes on, after 40 days; 2 hours for a week         -2           -5
 *    67      that week is over                                      0           -5
 *    90      P1, P2 and P4 have had their 90 days                   0           20
 *    90.4375 the new medewerker gives all hours                    10           20
 *   130      P3 has had 20 + 70 days                               20           20
 */
#define MET_DE_HAND                                                                \
    MODEL_RUN_SET("periode.einde=2020-12-31", "zorgvormen.zorg.instroom=0.0",      \
                  "arbeidsmarkt.vacature_duur=40.0", "personeel.inwerktijd=1.0",   \
                  "personeel.inwerk_productiviteit=0.5",                           \
                  "personeel.overdracht=collega", "personeel.overdracht_rek=0.25", \
                  "personeel.overdracht_uren=2.0")
#define MONTH_DAYS 30.4375

struct wijk {
    struct model_run run;
    uint32_t p[4];
};

static void open_wijk(struct wijk *self)
{
    static const int hours[4] = {8, 8, 10, 9};
    model_run_open(&self->run, MODEL_RUN_MINI, MET_DE_HAND);
    model_run_begin(&self->run, 1, 0);
    for (int i = 0; i < 4; i++) {
        self->p[i] = model_run_enter(&self->run, ZORG, 0, hours[i] * HOUR);
    }
    model_run_until_day(&self->run, 20);
    leaves(&self->run, 0);
}

static void assert_free(const struct wijk *self, int a, int b)
{
    assert_int_equal(staff(&self->run)->free_units[0], a * HOUR);
    assert_int_equal(staff(&self->run)->free_units[1], b * HOUR);
}

static void test_two_medewerkers_and_four_inwoners_go_as_worked_out(void **state)
{
    (void)state;
    struct wijk w;
    open_wijk(&w);
    struct model_run *run = &w.run;
    assert_int_equal(inwoner(run, w.p[0])->member, 1);
    assert_int_equal(inwoner(run, w.p[2])->toestand, WMO_TOESTAND_WACHT);
    assert_free(&w, 0, -7);
    model_run_until_day(run, 27);
    assert_free(&w, 0, -5);
    model_run_until(run, 60 * SIM_DAY - 1);
    assert_int_equal(medewerker(run, 0)->toestand, WMO_MEDEWERKER_VACATURE);
    assert_int_equal(inwoner(run, w.p[2])->toestand, WMO_TOESTAND_WACHT);
    model_run_until_day(run, 60);
    assert_int_equal(medewerker(run, 0)->persoon, 1);
    assert_int_equal(inwoner(run, w.p[2])->toestand, WMO_TOESTAND_IN_ZORG);
    assert_int_equal(inwoner(run, w.p[2])->member, 0);
    assert_free(&w, -2, -5);
    model_run_until_day(run, 67);
    assert_free(&w, 0, -5);
    model_run_until(run, 90 * SIM_DAY - 1);
    assert_free(&w, 0, -5);
    model_run_until_day(run, 90);
    assert_free(&w, 0, 20);
    model_run_until_day(run, 91);
    assert_free(&w, 10, 20);
    model_run_until(run, 130 * SIM_DAY - 1);
    assert_int_equal(inwoner(run, w.p[2])->toestand, WMO_TOESTAND_IN_ZORG);
    model_run_until_day(run, 130);
    assert_free(&w, 20, 20);
    model_run_close(run);
}

static void test_the_counts_of_that_wijk_are_those_of_the_table(void **state)
{
    (void)state;
    struct wijk w;
    open_wijk(&w);
    model_run_finish(&w.run);
    struct wmo_tel tel = model_run_sum(&w.run, ZORG, 0, 0);
    assert_int_equal(tel.vertrokken, 1);
    assert_int_equal(tel.aangenomen, 1);
    assert_int_equal(tel.wisselingen, 2);
    assert_int_equal(tel.teruggezet, 1);
    assert_int_equal(tel.aangemeld, 4);
    assert_int_equal(tel.gestart, 5);
    assert_int_equal(tel.uitstroom, 5);
    assert_int_equal(tel.wacht, 40 * SIM_DAY);
    assert_int_equal(tel.lijst_area, 40 * SIM_DAY);
    assert_int_equal(tel.vacature_area, 40 * SIM_DAY);
    assert_int_equal(tel.zorg_area, 4 * 90 * SIM_DAY);
    assert_int_equal(tel.begeleid_area, 4 * 90 * SIM_DAY);
    assert_int_equal(tel.gebruikt_area, (8 + 8 + 10 + 9) * HOUR * 90 * SIM_DAY);
    double hours = 20 * 366 - 2 * 7 + 20 * 20 + 10 * MONTH_DAYS - 2 * 7 +
                   20 * (366 - 60 - MONTH_DAYS);
    assert_true(fabs((double)tel.capaciteit_area - hours * HOUR * DAY) < 1e-3);
    model_run_close(&w.run);
}

/* Every week of care is paid once: 35 hours for 90 days, of 2000 hours a year at 100 an
 * hour (a fte of 1000 hours is 100,000), in 366 days; half a cent for each booking. */
static void test_care_that_changes_hands_is_paid_once(void **state)
{
    (void)state;
    struct wijk w;
    open_wijk(&w);
    model_run_finish(&w.run);
    double cents = 35 * 50 * 100 * 100.0 * 90 / 366;
    assert_true(fabs((double)model_run_sum(&w.run, ZORG, 0, 0).geboekt_cents - cents) <=
                0.5 * 10);
    model_run_close(&w.run);
}

/* --- Who takes over --- */

/* Two medewerkers; the first has P1 (8 hours), P3 (6); the second P2 (8), P4 (4). */
static void open_four(struct model_run *run, const char *overdracht, const char *rek,
                      uint32_t p[4])
{
    static const int hours[4] = {8, 8, 6, 4};
    model_run_open(run, MODEL_RUN_MINI,
                   MODEL_RUN_SET("zorgvormen.zorg.instroom=0.0",
                                 "arbeidsmarkt.vacature_duur=40.0", overdracht, rek));
    model_run_begin(run, 1, 0);
    for (int i = 0; i < 4; i++) {
        p[i] = model_run_enter(run, ZORG, 0, hours[i] * HOUR);
    }
    assert_int_equal(medewerker(run, 0)->inwoners, 2);
}

static void test_nobody_is_lost_and_the_hours_stay_the_same(void **state)
{
    (void)state;
    struct model_run run;
    uint32_t p[4];
    open_four(&run, "personeel.overdracht=collega", "personeel.overdracht_rek=0.5", p);
    int64_t used = staff(&run)->total.used;
    int64_t booked = run.gemeente->teams.items[TEAM].geboekt_cents;
    leaves(&run, 0);
    assert_int_equal(staff(&run)->total.used, used);
    assert_int_equal(run.gemeente->teams.items[TEAM].geboekt_cents, booked);
    assert_int_equal(medewerker(&run, 0)->inwoners, 0);
    assert_int_equal(medewerker(&run, 1)->inwoners, 4);
    for (int i = 0; i < 4; i++) {
        assert_int_equal(inwoner(&run, p[i])->member, 1);
        assert_int_equal(inwoner(&run, p[i])->toestand, WMO_TOESTAND_IN_ZORG);
    }
    model_run_finish(&run);
    model_run_close(&run);
}

static void test_back_to_the_list_even_when_a_colleague_has_room(void **state)
{
    (void)state;
    struct model_run run;
    uint32_t p[4];
    open_four(&run, "personeel.overdracht=lijst", "personeel.overdracht_rek=1.0", p);
    model_run_until_day(&run, 30);
    /* The colleague has 8 hours left: enough for P1, who starts again at once. */
    leaves(&run, 0);
    struct wmo_tel tel = model_run_sum(&run, ZORG, 0, 0);
    assert_int_equal(tel.teruggezet, 2);
    assert_int_equal(inwoner(&run, p[0])->toestand, WMO_TOESTAND_IN_ZORG);
    assert_int_equal(inwoner(&run, p[0])->member, 1);
    assert_int_equal(inwoner(&run, p[0])->aanmelding, 30 * SIM_DAY);
    assert_int_equal(inwoner(&run, p[2])->toestand, WMO_TOESTAND_WACHT);
    /* P1 had 60 days to go, and has them without a break. */
    model_run_until(&run, 90 * SIM_DAY - 1);
    assert_int_equal(inwoner(&run, p[0])->toestand, WMO_TOESTAND_IN_ZORG);
    /* P3 starts again when the vacature is filled on day 70. */
    assert_int_equal(inwoner(&run, p[2])->toestand, WMO_TOESTAND_IN_ZORG);
    model_run_until_day(&run, 90);
    assert_int_equal(model_run_sum(&run, ZORG, 0, 0).uitstroom, 2 + 3);
    model_run_until_day(&run, 130);
    assert_int_equal(model_run_sum(&run, ZORG, 0, 0).uitstroom, 2 + 4);
    model_run_close(&run);
}

static void test_inwoners_wait_for_the_opvolger_without_losing_days(void **state)
{
    (void)state;
    struct model_run run;
    uint32_t p[4];
    open_four(&run, "personeel.overdracht=opvolger", "personeel.overdracht_rek=0.0", p);
    leaves(&run, 0);
    assert_int_equal(medewerker(&run, 0)->inwoners, 2);
    assert_int_equal(model_run_sum(&run, ZORG, 0, 0).wisselingen, 0);
    model_run_until_day(&run, 40);
    assert_int_equal(model_run_sum(&run, ZORG, 0, 0).wisselingen, 2);
    model_run_until_day(&run, 90);
    assert_int_equal(model_run_sum(&run, ZORG, 0, 0).uitstroom, 4);
    model_run_close(&run);
}

/* --- Onderzoek --- */

static void test_an_onderzoek_that_is_broken_off_goes_on_as_onderzoek(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET("zorgvormen.zorg.instroom=0.0",
                                 "arbeidsmarkt.vacature_duur=40.0",
                                 "personeel.overdracht=lijst"));
    model_run_begin(&run, 1, 0);
    uint32_t row = model_run_enter(&run, 0, 0, HOUR);
    model_run_until_day(&run, 10);
    uint32_t position = run.gemeente->medewerkers.teams[0].first;
    assert_int_equal(wmo_medewerker_vertrek(run.gemeente, position), SIM_OK);
    assert_int_equal(inwoner(&run, row)->toestand, WMO_TOESTAND_WACHT);
    model_run_until_day(&run, 50);
    assert_int_equal(inwoner(&run, row)->toestand, WMO_TOESTAND_ONDERZOEK);
    /* Four of the fourteen days were left. */
    model_run_until(&run, 54 * SIM_DAY - 1);
    assert_int_equal(inwoner(&run, row)->toestand, WMO_TOESTAND_ONDERZOEK);
    model_run_until_day(&run, 54);
    assert_int_equal(inwoner(&run, row)->toestand, WMO_TOESTAND_IN_ZORG);
    model_run_finish(&run);
    model_run_close(&run);
}

/* --- Caseload --- */

static void test_a_full_caseload_takes_nobody_though_there_are_hours(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET("zorgvormen.zorg.instroom=0.0",
                                 "zorgvormen.zorg.caseload_maximum=1.5"));
    model_run_begin(&run, 1, 0);
    /* 1.5 a fte is 2 a medewerker of one fte. */
    for (int i = 0; i < 4; i++) {
        uint32_t row = model_run_enter(&run, ZORG, 0, HOUR);
        assert_int_equal(inwoner(&run, row)->toestand, WMO_TOESTAND_IN_ZORG);
    }
    uint32_t fifth = model_run_enter(&run, ZORG, 0, HOUR);
    assert_int_equal(inwoner(&run, fifth)->toestand, WMO_TOESTAND_WACHT);
    assert_int_equal(staff(&run)->total.capacity - staff(&run)->total.used, 36 * HOUR);
    model_run_until(&run, 90 * SIM_DAY - 1);
    assert_int_equal(inwoner(&run, fifth)->toestand, WMO_TOESTAND_WACHT);
    model_run_until_day(&run, 90);
    assert_int_equal(inwoner(&run, fifth)->toestand, WMO_TOESTAND_IN_ZORG);
    model_run_close(&run);
}

/* --- What is watched over --- */

static void test_an_inwoner_without_a_medewerker_is_seen(void **state)
{
    (void)state;
    struct model_run run;
    uint32_t p[4];
    open_four(&run, "personeel.overdracht=collega", "personeel.overdracht_rek=0.5", p);
    struct wmo_medewerker *m = &run.gemeente->medewerkers.rows[positie(&run, 0)];
    m->eerste = run.gemeente->inwoners.links[p[0]].volgende;
    assert_int_equal(wmo_gemeente_verify(run.gemeente), SIM_ERR_INVARIANT);
    m->eerste = p[0];
    assert_int_equal(wmo_gemeente_verify(run.gemeente), SIM_OK);
    m->inwoners++;
    assert_int_equal(wmo_gemeente_verify(run.gemeente), SIM_ERR_INVARIANT);
    model_run_close(&run);
}

/* In a city where people leave all the time, and lists are full, the books balance. */
static void test_a_city_with_much_turnover_balances(void **state)
{
    (void)state;
    static const char *const rules[] = {"personeel.overdracht=opvolger",
                                        "personeel.overdracht=collega",
                                        "personeel.overdracht=lijst"};
    for (int i = 0; i < 3; i++) {
        struct model_run run;
        model_run_open(
            &run, MODEL_RUN_STAD,
            MODEL_RUN_SET(
                rules[i], "personeel.verloop=2.0", "personeel.overdracht_uren=1.0",
                "personeel.overdracht_rek=0.1", "personeel.inwerktijd=2.0",
                "personeel.inwerk_productiviteit=0.5",
                "arbeidsmarkt.vacature_duur=30.0", "personeel.krimp=verloop"));
        model_run_begin(&run, 9, 0);
        for (int year = 1; year < run.gemeente->landschap.periode.year_count; year++) {
            model_run_until(&run, run.gemeente->landschap.periode.year_start[year]);
            assert_int_equal(wmo_gemeente_verify(run.gemeente), SIM_OK);
        }
        model_run_finish(&run);
        struct wmo_tel tel = model_run_sum(&run, ZORG, 0, 0);
        assert_true(tel.wisselingen > 0);
        assert_true((tel.teruggezet > 0) == (i > 0));
        model_run_close(&run);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_two_medewerkers_and_four_inwoners_go_as_worked_out),
        cmocka_unit_test(test_the_counts_of_that_wijk_are_those_of_the_table),
        cmocka_unit_test(test_care_that_changes_hands_is_paid_once),
        cmocka_unit_test(test_nobody_is_lost_and_the_hours_stay_the_same),
        cmocka_unit_test(test_back_to_the_list_even_when_a_colleague_has_room),
        cmocka_unit_test(test_inwoners_wait_for_the_opvolger_without_losing_days),
        cmocka_unit_test(test_an_onderzoek_that_is_broken_off_goes_on_as_onderzoek),
        cmocka_unit_test(test_a_full_caseload_takes_nobody_though_there_are_hours),
        cmocka_unit_test(test_an_inwoner_without_a_medewerker_is_seen),
        cmocka_unit_test(test_a_city_with_much_turnover_balances),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("overdracht", tests, NULL, NULL);
}
