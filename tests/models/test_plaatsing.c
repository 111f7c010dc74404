/* tests/models/test_plaatsing.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <math.h>

#include "tests/support/model_run.h"

#define ZORG 1
#define VISIT_MAX 8
#define NEVER (-1)

/* Two medewerkers of 250 / 50 = 5 hours a week; a stay takes 10 days; nobody comes by
 * himself; money to spare. */
#define FIVE_HOURS                                                        \
    "zorgvormen.zorg.instroom=0.0", "zorgvormen.zorg.verblijfsduur=10.0", \
        "zorgvormen.zorg.directe_uren_fte=250.0",                         \
        "zorgvormen.zorg.aandeel_activiteiten=0.5"
#define TWO_MEDEWERKERS FIVE_HOURS, "begrotingsposten.zorg.bedrag=400000.0"
#define ONE_MEDEWERKER FIVE_HOURS, "begrotingsposten.zorg.bedrag=200000.0"
#define STRIKT "plaatsing.volgorde=\"strikt\""
#define EERSTE_PASSENDE "plaatsing.volgorde=\"eerste_passende\""

/* An inwoner who comes on a day, and the day on which support must start. */
struct visit {
    int day, hours, start_day;
};

/* Lets [visits] come in one wijk, each on its day after the ends of that day, and holds
 * the day each of them starts against what was worked out; support that has not begun
 * by [last_day] is NEVER. */
static void assert_starts(const char *const *settings, const struct visit *visits,
                          int count, int last_day)
{
    struct model_run run;
    uint32_t row[VISIT_MAX];
    uint64_t id[VISIT_MAX] = {0};
    int started[VISIT_MAX];
    model_run_open(&run, MODEL_RUN_MINI, settings);
    model_run_begin(&run, 1, 0);
    const struct wmo_inwoners *inwoners = &run.gemeente->inwoners;
    for (int i = 0; i < count; i++) {
        started[i] = NEVER;
    }
    for (int day = 0; day <= last_day; day++) {
        model_run_until_day(&run, day);
        for (int i = 0; i < count; i++) {
            if (visits[i].day == day) {
                row[i] = model_run_enter(&run, ZORG, 0, visits[i].hours * 60);
                id[i] = inwoners->rows[row[i]].id;
            }
        }
        for (int i = 0; i < count; i++) {
            if (id[i] && started[i] == NEVER && inwoners->rows[row[i]].id == id[i] &&
                inwoners->rows[row[i]].toestand == WMO_TOESTAND_IN_ZORG) {
                started[i] = day;
            }
        }
        assert_int_equal(wmo_gemeente_verify(run.gemeente), SIM_OK);
    }
    for (int i = 0; i < count; i++) {
        if (started[i] != visits[i].start_day) {
            fail_msg("inwoner %d of day %d started on day %d, not %d", i + 1,
                     visits[i].day, started[i], visits[i].start_day);
        }
    }
    model_run_close(&run);
}

#define ASSERT_STARTS(settings, last_day, ...)                                   \
    do {                                                                         \
        const struct visit visits[] = {__VA_ARGS__};                             \
        assert_starts(settings, visits, (int)(sizeof visits / sizeof visits[0]), \
                      last_day);                                                 \
    } while (0)

/* --- Who starts when, by hand --- */

/*  day  strikt                     free (A, B)   eerste_passende           free (A, B)
 *    0  P1 of 3 hours with A          2, 5       P1 with A                    2, 5
 *    0  P2 of 3 hours with B          2, 2       P2 with B                    2, 2
 *    1  P3 of 3 hours: A and B have 4 hours together, but neither has 3: waits in both
 *    2  P4 of 2 hours: behind P3                 P4 with A                    0, 2
 *    3  P5 of 2 hours: behind P3                 P5 with B                    0, 0
 *   10  P1 ends                       5, 2       P1 ends                      3, 0
 *       P3 with A, P4 with A, P5 with B          P3 with A                    0, 0 */
static void test_strikt_holds_back_who_fits_behind_who_does_not(void **state)
{
    (void)state;
    ASSERT_STARTS(MODEL_RUN_SET(TWO_MEDEWERKERS, STRIKT), 30, {0, 3, 0}, {0, 3, 0},
                  {1, 3, 10}, {2, 2, 10}, {3, 2, 10});
}

static void test_eerste_passende_lets_pass_who_fits(void **state)
{
    (void)state;
    ASSERT_STARTS(MODEL_RUN_SET(TWO_MEDEWERKERS, EERSTE_PASSENDE), 30, {0, 3, 0},
                  {0, 3, 0}, {1, 3, 10}, {2, 2, 2}, {3, 2, 3});
}

/* One medewerker of 5 hours.
 *  day  strikt                       free   eerste_passende             free
 *    0  P1 of 3 hours                  2    P1                            2
 *    1  P2 of 5 hours waits            2    P2 waits                      2
 *    2  P3 of 2 hours behind P2        2    P3                            0
 *   10  P1 ends, P2 begins             0    P1 ends; 3 is not enough      3
 *   12                                      P3 ends, P2 begins            0
 *   20  P2 ends, P3 begins             3 */
static void test_who_passes_takes_time_from_who_needs_much(void **state)
{
    (void)state;
    ASSERT_STARTS(MODEL_RUN_SET(ONE_MEDEWERKER, STRIKT), 40, {0, 3, 0}, {1, 5, 10},
                  {2, 2, 20});
    ASSERT_STARTS(MODEL_RUN_SET(ONE_MEDEWERKER, EERSTE_PASSENDE), 40, {0, 3, 0},
                  {1, 5, 12}, {2, 2, 2});
}

static void test_hours_and_who_is_first_go_before_a_newcomer_of_that_day(void **state)
{
    (void)state;
    /* P2 waits since day 1 and takes what P1 gives back on day 10, before P3. */
    ASSERT_STARTS(MODEL_RUN_SET(ONE_MEDEWERKER, EERSTE_PASSENDE), 40, {0, 5, 0},
                  {1, 5, 10}, {10, 5, 20});
}

/* A and B of 5 hours. P1 asks 7: only who has nobody takes him, and has 2 hours too few
 * as long as he stays.
 *  day                                  free (A, B)
 *    0  P1 of 7 hours with A             -2, 5
 *    1  P2 of 3 hours with B             -2, 2
 *    2  P3 of 7 hours waits
 *    3  P4 of 2 hours with B             -2, 0
 *   10  P1 ends: A has nobody, P3 begins -2, 0 */
static void
test_who_asks_more_than_a_medewerker_has_needs_one_who_has_nobody(void **state)
{
    (void)state;
    ASSERT_STARTS(MODEL_RUN_SET(TWO_MEDEWERKERS, EERSTE_PASSENDE), 30, {0, 7, 0},
                  {1, 3, 1}, {2, 7, 10}, {3, 2, 3});
}

/* As a groep A and B together have 10 hours: 4 are left for P3, and 1 for nobody. */
static void test_the_medewerkers_of_a_groep_support_together(void **state)
{
    (void)state;
    ASSERT_STARTS(
        MODEL_RUN_SET(TWO_MEDEWERKERS, STRIKT, "zorgvormen.zorg.begeleiding=\"groep\""),
        30, {0, 3, 0}, {0, 3, 0}, {1, 3, 1}, {2, 2, 10});
}

/* One place costs 50,000 + 2000 x 50 = 150,000 of 200,000 a year (of 365 days, 2021).
 *  day  booked before   asked                      starts
 *    0        0         150,000                    P1, for good
 *  100  150,000         150,000 x 265/365 = 108,904  no: P2 waits
 *  300  150,000         150,000 x 65/365 = 26,712    yes
 * On day 300 there is money for one: P2 has waited for it since day 100, P3 comes now.
 */
static void test_money_in_reach_goes_to_who_waits_longest(void **state)
{
    (void)state;
    const char *const money[] = {"periode.start=2021-01-01",
                                 "periode.einde=2022-12-31",
                                 "zorgvormen.zorg.instroom=0.0",
                                 "zorgvormen.zorg.verblijfsduur=3650.0",
                                 "zorgvormen.zorg.activiteitkosten=2000.0",
                                 EERSTE_PASSENDE,
                                 NULL};
    ASSERT_STARTS(money, 360, {0, 10, 0}, {100, 10, 300}, {300, 10, NEVER});
}

/* --- Which aanbieder --- */

/* Where model_run_enter sends an inwoner of one hour, counted from the first team of
 * zorg. */
static int choice(struct model_run *run)
{
    uint32_t row = model_run_enter(run, ZORG, 0, 60);
    return run->gemeente->inwoners.rows[row].team - 1;
}

static void test_aandeel_divides_aanmeldingen_by_gewicht(void **state)
{
    (void)state;
    /* Aanbieder weighs 3, and two equal ones weigh 1.4 together. */
    struct model_run run;
    model_run_open(&run, "tests/scenario/model/drie-aanbieders.cfg", NULL);
    const double share[] = {3 / 4.4, 0.7 / 4.4, 0.7 / 4.4};
    int count[3] = {0};
    int n = 4000;
    model_run_begin(&run, 1, 0);
    for (int i = 0; i < n; i++) {
        count[choice(&run)]++;
    }
    for (int i = 0; i < 3; i++) {
        double error = sqrt(share[i] * (1 - share[i]) / n);
        assert_true(fabs((double)count[i] / n - share[i]) <= 4 * error);
    }
    model_run_close(&run);
}

/* 300,000 euro by weight over 3 : 0.7 : 0.7 gives 2.045 and 0.477 fte: 2454, 572 and
 * 572 minutes a week. Inwoners of 60 minutes go where hours in use per hour are fewest:
 *   1st: 0, 0, 0 -> the first            -> 60/2454
 *   2nd: 0.024, 0, 0 -> the second       -> 60/572
 *   3rd: 0.024, 0.105, 0 -> the third
 *   4th to 7th: the first, until 300/2454 = 0.122 > 0.105
 *   8th: the second */
static void test_kortste_lijst_goes_where_the_load_is_least(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, "tests/scenario/model/drie-aanbieders.cfg",
                   MODEL_RUN_SET("toewijzing.regel=\"kortste_lijst\""));
    const int expected[] = {0, 1, 2, 0, 0, 0, 0, 1};
    model_run_begin(&run, 1, 0);
    for (int i = 0; i < 8; i++) {
        assert_int_equal(choice(&run), expected[i]);
    }
    model_run_close(&run);
}

/* An inwoner of an hour has room as long as a medewerker has an hour. */
static void test_eerste_ruimte_fills_all_room_before_anyone_waits(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, "tests/scenario/model/drie-aanbieders.cfg",
                   MODEL_RUN_SET("toewijzing.regel=\"eerste_ruimte\""));
    model_run_begin(&run, 1, 0);
    struct wmo_team *teams = &run.gemeente->teams.items[1];
    int places = 0;
    for (int t = 0; t < 3; t++) {
        for (int i = 0; i < teams[t].staff.member_count; i++) {
            places += teams[t].staff.capacity[i] / 60;
        }
    }
    for (int i = 0; i < places; i++) {
        int team = choice(&run);
        assert_int_equal(teams[team].wachtlijst.length, 0);
    }
    int team = choice(&run);
    assert_int_equal(teams[team].wachtlijst.length, 1);
    model_run_close(&run);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_strikt_holds_back_who_fits_behind_who_does_not),
        cmocka_unit_test(test_eerste_passende_lets_pass_who_fits),
        cmocka_unit_test(test_who_passes_takes_time_from_who_needs_much),
        cmocka_unit_test(test_hours_and_who_is_first_go_before_a_newcomer_of_that_day),
        cmocka_unit_test(
            test_who_asks_more_than_a_medewerker_has_needs_one_who_has_nobody),
        cmocka_unit_test(test_the_medewerkers_of_a_groep_support_together),
        cmocka_unit_test(test_money_in_reach_goes_to_who_waits_longest),
        cmocka_unit_test(test_aandeel_divides_aanmeldingen_by_gewicht),
        cmocka_unit_test(test_kortste_lijst_goes_where_the_load_is_least),
        cmocka_unit_test(test_eerste_ruimte_fills_all_room_before_anyone_waits),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("plaatsing", tests, NULL, NULL);
}
