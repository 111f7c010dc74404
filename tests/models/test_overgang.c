/* tests/models/test_overgang.c - SPDX-License-Identifier: GPL-3.0-or-later */
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
#define WEEK (7 * SIM_DAY)
#define STARTS "aanbieders.Aanbieder.start=\"2020-01-01\""
#define REPLICATIONS 200

static const struct wmo_bezetting *team_of(const struct model_run *run)
{
    return &run->gemeente->medewerkers.teams[TEAM];
}

/* --- Hours --- */

/* Two medewerkers of 20 hours. A tenth is lost at first, nothing after four months: in
 * the middle of the months 7/8, 5/8, 3/8 and 1/8 of a tenth of 1200 minutes each. Whole
 * minutes are given, so 1200 x (1 - 0.0875) = 1095, 1125, 1155 and 1185. 2020 has
 * months of 31, 29, 31 and 30 days. */
static void test_a_dip_loses_the_hours_worked_out_by_hand(void **state)
{
    (void)state;
    static const int given[] = {1095, 1125, 1155, 1185, 1200};
    static const int days[] = {31, 29, 31, 30, 31};
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET(STARTS, "overgang.dip=0.1", "overgang.dip_duur=4.0"));
    model_run_begin(&run, 1, 0);
    const struct sim_resource_pool *staff = &run.gemeente->teams.items[TEAM].staff;
    int day = 0;
    int64_t lost = 0;
    for (int m = 0; m < 5; m++) {
        model_run_until_day(&run, day);
        assert_int_equal(staff->capacity[0], given[m]);
        assert_int_equal(staff->total.capacity, 2 * given[m]);
        day += days[m];
        model_run_until(&run, day * SIM_DAY - 1);
        assert_int_equal(staff->total.capacity, 2 * given[m]);
        lost += (int64_t)days[m] * SIM_DAY * (2400 - 2 * given[m]);
    }
    model_run_finish(&run);
    struct wmo_tel tel = model_run_sum(&run, ZORG, 0, 0);
    assert_int_equal(tel.overgang_area, lost);
    assert_int_equal(tel.capaciteit_area, 2400 * 366 * SIM_DAY - lost);
    assert_int_equal(model_run_sum(&run, ZORG, 1, 1).overgang_area, 0);
    model_run_close(&run);
}

/* Whatever its length in months, half of the dip is lost over it. */
static void test_over_the_months_half_of_the_dip_is_lost(void **state)
{
    (void)state;
    for (int months = 1; months <= 18; months++) {
        struct wmo_overgang rule = {.dip = 0.1, .dip_months = months};
        double sum = 0;
        for (int m = 0; m < 24; m++) {
            sum += wmo_overgang_dip(&rule, m);
        }
        assert_true(fabs(sum - 0.1 * months / 2) < 1e-12); /* but for rounding */
    }
}

/* --- Inwoners --- */

/* Two medewerkers and four inwoners of 5 hours, who stay; all are handed over on the
 * first day, and each takes 2 hours of who goes on in the first week. */
#define VIER_INWONERS                                                            \
    STARTS, "zorgvormen.zorg.instroom=0.0", "zorgvormen.zorg.beginstand=4",      \
        "zorgvormen.zorg.verblijfsduur=36500.0", "overgang.overdracht_uren=2.0", \
        "overgang.overdragen=1.0"

static void test_handing_over_takes_its_hours_in_one_week(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI, MODEL_RUN_SET(VIER_INWONERS));
    model_run_begin(&run, 1, 0);
    const struct sim_resource *total = &run.gemeente->teams.items[TEAM].staff.total;
    model_run_until_day(&run, 0);
    assert_int_equal(total->capacity, 2400 - 4 * 120);
    assert_int_equal(total->used, 4 * 300);
    model_run_until(&run, WEEK - 1);
    assert_int_equal(total->capacity, 2400 - 4 * 120);
    model_run_until(&run, WEEK);
    assert_int_equal(total->capacity, 2400);
    model_run_finish(&run);
    struct wmo_tel tel = model_run_sum(&run, ZORG, 0, 1);
    assert_int_equal(tel.overgedragen, 4);
    assert_int_equal(tel.wisselingen, 4);
    assert_int_equal(tel.overgang_area, 4 * 120 * WEEK);
    model_run_close(&run);
}

static void test_who_stops_makes_room_and_is_not_handed_over(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET(VIER_INWONERS, "overgang.uitval=1.0",
                                 "zorgvormen.zorg.beginlijst=9"));
    model_run_begin(&run, 1, 0);
    /* 40 hours: the four and four of the list, and one that waits. */
    assert_int_equal(run.gemeente->teams.items[TEAM].wachtlijst.length, 5);
    model_run_until_day(&run, 0);
    assert_int_equal(run.gemeente->teams.items[TEAM].wachtlijst.length, 1);
    model_run_finish(&run);
    struct wmo_tel tel = model_run_sum(&run, ZORG, 0, 1);
    assert_int_equal(tel.overgang_uitval, 4);
    assert_int_equal(tel.overgedragen, 0);
    assert_int_equal(tel.uitval, 0);
    assert_int_equal(tel.uitstroom - tel.doel_bereikt, 4);
    model_run_close(&run);
}

/* 100 inwoners in care; a share of 0.3 is handed over on a day evenly spread over the
 * uitloop of U days. With stays of mean M, the residual of an exponential, somebody is
 * still there with probability M / U x (1 - exp(-U / M)). Of those 0.2 stop. */
static void test_as_many_are_handed_over_as_are_left_on_their_day(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(
        &run, MODEL_RUN_MINI,
        MODEL_RUN_SET(
            STARTS, "zorgvormen.zorg.instroom=0.0", "zorgvormen.zorg.beginstand=100",
            "begrotingsposten.zorg.bedrag=10000000.0",
            "zorgvormen.zorg.verblijfsduur={ vorm = \"exponentieel\"; "
            "gemiddelde = 200.0; }",
            "overgang.overdragen=0.3", "overgang.uitloop=9.0", "overgang.uitval=0.2"));
    double days = 9 * 365.25 / 12, there = 200 / days * -expm1(-days / 200);
    double handed = 0, stopped = 0;
    for (uint32_t r = 0; r < REPLICATIONS; r++) {
        model_run_begin(&run, 1, r);
        model_run_finish(&run);
        struct wmo_tel tel = model_run_sum(&run, ZORG, 0, 1);
        handed += (double)tel.overgedragen;
        stopped += (double)tel.overgang_uitval;
    }
    double n = 100.0 * REPLICATIONS, p = 0.3 * there * 0.8, q = 0.3 * there * 0.2;
    assert_true(fabs(handed - n * p) <= 4 * sqrt(n * p * (1 - p)));
    assert_true(fabs(stopped - n * q) <= 4 * sqrt(n * q * (1 - q)));
    model_run_close(&run);
}

/* --- Medewerkers --- */

/* 50 medewerkers, of whom a tenth does not come along. */
static void test_a_share_of_the_medewerkers_leaves_at_once(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET(STARTS, "begrotingsposten.zorg.bedrag=5000000.0",
                                 "overgang.verloop=0.1",
                                 "arbeidsmarkt.vacature_duur=60.0"));
    double left = 0;
    for (uint32_t r = 0; r < REPLICATIONS; r++) {
        model_run_begin(&run, 1, r);
        assert_int_equal(
            team_of(&run)->vacatures.level + team_of(&run)->in_dienst.level, 50);
        left += (double)team_of(&run)->vacatures.level;
        assert_int_equal(model_run_sum(&run, ZORG, 0, 0).vertrokken,
                         team_of(&run)->vacatures.level);
        model_run_until_day(&run, 60); /* and is replaced */
        assert_int_equal(team_of(&run)->vacatures.level, 0);
    }
    double n = 50.0 * REPLICATIONS;
    assert_true(fabs(left - 0.1 * n) <= 4 * sqrt(n * 0.1 * 0.9));
    model_run_close(&run);
}

/* --- Nothing --- */

#define ALL_OFF                                                          \
    "overgang.verloop=0.0", "overgang.dip=0.0", "overgang.dip_duur=9.0", \
        "overgang.overdragen=0.0", "overgang.uitloop=9.0",               \
        "overgang.overdracht_uren=6.0", "overgang.uitval=0.03"

static void
test_an_aanbieder_that_starts_with_everything_off_changes_nothing(void **state)
{
    (void)state;
    model_run_assert_same(MODEL_RUN_MINI, NULL, MODEL_RUN_SET(STARTS, ALL_OFF));
    model_run_assert_same(MODEL_RUN_STAD, NULL, MODEL_RUN_SET(ALL_OFF));
}

static void test_without_a_start_there_is_no_transition(void **state)
{
    (void)state;
    static const char *const on[] = {
        "overgang.verloop=0.5",         "overgang.dip=0.5",
        "overgang.dip_duur=9.0",        "overgang.overdragen=1.0",
        "overgang.overdracht_uren=6.0", NULL};
    model_run_assert_same(MODEL_RUN_MINI, NULL, on);
    /* Nor after one that began before the run. */
    model_run_assert_same(MODEL_RUN_MINI, on,
                          MODEL_RUN_SET("aanbieders.Aanbieder.start=\"2019-01-01\"",
                                        "overgang.verloop=0.5", "overgang.dip=0.5",
                                        "overgang.dip_duur=9.0",
                                        "overgang.overdragen=1.0",
                                        "overgang.overdracht_uren=6.0"));
}

static void test_what_cannot_be_is_said(void **state)
{
    (void)state;
    model_run_assert_fault(MODEL_RUN_MINI, MODEL_RUN_SET("overgang.dip=0.1"),
                           "er is een dip in de productiviteit, maar geen duur: vul "
                           "'overgang.dip_duur' in");
    model_run_assert_fault(MODEL_RUN_MINI,
                           MODEL_RUN_SET("aanbieders.Aanbieder.start=\"2020-07-01\""),
                           "aanbieder 'Aanbieder' begint niet op een 1 januari");
}

int main(void)
{
    gsl_set_error_handler_off();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_dip_loses_the_hours_worked_out_by_hand),
        cmocka_unit_test(test_over_the_months_half_of_the_dip_is_lost),
        cmocka_unit_test(test_handing_over_takes_its_hours_in_one_week),
        cmocka_unit_test(test_who_stops_makes_room_and_is_not_handed_over),
        cmocka_unit_test(test_as_many_are_handed_over_as_are_left_on_their_day),
        cmocka_unit_test(test_a_share_of_the_medewerkers_leaves_at_once),
        cmocka_unit_test(
            test_an_aanbieder_that_starts_with_everything_off_changes_nothing),
        cmocka_unit_test(test_without_a_start_there_is_no_transition),
        cmocka_unit_test(test_what_cannot_be_is_said),
    };
    return cmocka_run_group_tests_name("overgang", tests, NULL, NULL);
}
