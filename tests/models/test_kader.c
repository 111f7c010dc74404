/* tests/models/test_kader.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>

#include "tests/support/model_run.h"

#define TWEE_WIJKEN "tests/scenario/model/twee-wijken.cfg"
#define ZORG 1
#define HOUR 60
#define JULY 182 /* in 2020 */

static const struct wmo_formatie *formatie(const struct model_run *run, int aanbod,
                                           int wijk)
{
    int team = wmo_aanbieders_team(&run->gemeente->landschap.aanbieders, aanbod, wijk);
    return &run->gemeente->formatie[team];
}

static int waiting(const struct model_run *run, int wijk)
{
    int team = wmo_aanbieders_team(&run->gemeente->landschap.aanbieders, 1, wijk);
    return (int)run->gemeente->teams.items[team].wachtlijst.length;
}

/* --- By waiting list --- */

/* Demand is as 1 : 3 (1000 and 3000 inwoners), and 200,000 euro of which half is for
 * activities pays 1 fte: 0.25 and 0.75. Stays are long and everybody asks 15 hours: in
 * Buur one starts, in Wijk there is no money for anybody. */
#define LIJST                                                                   \
    "begroting.verdeling_wijken=\"wachtlijst\"", "wijken.Buur.inwoners=3000.0", \
        "wijken.Buur.vraagfactor=1.0", "begrotingsposten.zorg.bedrag=200000.0", \
        "zorgvormen.zorg.verblijfsduur=36500.0", "periode.einde=2022-12-31"

/* On 1 July three wait in Wijk and one in Buur. Of the budget 0.4 follows them:
 * 200,000 x (0.6 x 0.25 + 0.4 x 3/4) = 90,000 in Wijk. Who comes after that day does
 * not count for 2021. */
static void test_the_list_of_july_divides_the_money_of_january(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, TWEE_WIJKEN,
                   MODEL_RUN_SET(LIJST, "begroting.gewicht_wachtlijst=0.4"));
    model_run_begin(&run, 1, 0);
    assert_int_equal(formatie(&run, 1, 0)->begroot_cents, 5000000);
    assert_int_equal(formatie(&run, 1, 1)->begroot_cents, 15000000);
    model_run_until_day(&run, 100);
    for (int i = 0; i < 5; i++) {
        model_run_enter(&run, ZORG, i < 3 ? 0 : 1, 15 * HOUR);
    }
    assert_int_equal(waiting(&run, 0), 3);
    assert_int_equal(waiting(&run, 1), 1);
    model_run_until_day(&run, JULY);
    for (int i = 0; i < 5; i++) {
        model_run_enter(&run, ZORG, 1, 15 * HOUR);
    }
    model_run_until_day(&run, 366);
    assert_int_equal(formatie(&run, 1, 0)->begroot_cents, 9000000);
    assert_int_equal(formatie(&run, 1, 1)->begroot_cents, 11000000);
    assert_int_equal(formatie(&run, 1, 0)->minutes, 540); /* 0.45 fte of 1200 */
    model_run_finish(&run);
    model_run_close(&run);
}

static void test_the_results_say_what_each_wijk_got(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, TWEE_WIJKEN,
                   MODEL_RUN_SET(LIJST, "begroting.gewicht_wachtlijst=1.0"));
    model_run_begin(&run, 1, 0);
    for (int i = 0; i < 4; i++) {
        model_run_enter(&run, ZORG, 0, 15 * HOUR);
    }
    model_run_finish(&run);
    int line = wmo_record_line(&run.gemeente->record, 1, 0);
    const struct wmo_tel *year =
        &run.gemeente->record.tel[run.gemeente->record.total_count];
    assert_int_equal(year[line].begroot_cents, 20000000); /* all of it */
    assert_int_equal(model_run_sum(&run, ZORG, 1, 1).begroot_cents, 20000000);
    model_run_close(&run);
}

/* Nobody waits: as by demand. */
static void test_an_empty_list_leaves_the_plan(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, TWEE_WIJKEN,
                   MODEL_RUN_SET(LIJST, "begroting.gewicht_wachtlijst=1.0"));
    model_run_begin(&run, 1, 0);
    model_run_until_day(&run, 366);
    assert_int_equal(formatie(&run, 1, 0)->begroot_cents, 5000000);
    assert_int_equal(formatie(&run, 1, 1)->begroot_cents, 15000000);
    model_run_close(&run);
}

/* --- By demand --- */

#define VRAAG                                                   \
    "zorgvormen.zorg.instroom=0.0", "periode.einde=2023-12-31", \
        "begroting.groei_met_vraag=0.5", "begroting.groei_met_vraag_maximum=0.2"

static void enter(struct model_run *run, int day, int count)
{
    model_run_until_day(run, day);
    for (int i = 0; i < count; i++) {
        model_run_enter(run, ZORG, 0, 5 * HOUR);
    }
}

/* 10 come before July 2020, 13 before July 2021 and 6 before July 2022. Of a growth of
 * 0.3, at most 0.2 counts and half is followed: 200,000 x 1.1 in 2022; the year after
 * of a fall of more than half, again at most 0.2: x 0.9. What comes after 1 July is for
 * the next kaderbrief, and that looks at the first half year only. */
static void test_a_budget_follows_the_aanmeldingen_that_are_known_in_july(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI, MODEL_RUN_SET(VRAAG));
    model_run_begin(&run, 1, 0);
    enter(&run, 100, 10);
    enter(&run, 200, 30);
    enter(&run, 366 + 100, 13);
    assert_int_equal(formatie(&run, 1, 0)->begroot_cents, 20000000);
    enter(&run, 366 + 200, 30);
    enter(&run, 366 + 365 + 100, 6);
    assert_int_equal(formatie(&run, 1, 0)->begroot_cents, 22000000);
    assert_int_equal(formatie(&run, 1, 0)->minutes, 2640);
    model_run_until_day(&run, 366 + 365 + 365);
    assert_int_equal(formatie(&run, 1, 0)->begroot_cents, 19800000);
    model_run_finish(&run);
    model_run_close(&run);
}

static void test_another_month_is_another_kaderbrief(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI, MODEL_RUN_SET(VRAAG, "kaderbrief.maand=10"));
    model_run_begin(&run, 1, 0);
    enter(&run, 200, 10); /* after July, before October */
    enter(&run, 366 + 200, 11);
    model_run_until_day(&run, 366 + 365);
    assert_int_equal(formatie(&run, 1, 0)->begroot_cents, 21000000);
    model_run_close(&run);
}

/* --- A replication after another, and nothing --- */

static void test_a_replication_does_not_know_the_kader_of_the_one_before(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_STAD,
                   MODEL_RUN_SET("begroting.verdeling_wijken=\"wachtlijst\"",
                                 "begroting.gewicht_wachtlijst=0.5",
                                 "begroting.groei_met_vraag=1.0",
                                 "begroting.groei_met_vraag_maximum=0.2",
                                 "begroting.groei_met_inwoners=0.0"));
    struct wmo_tel tel[2];
    for (int i = 0; i < 3; i++) {
        model_run_begin(&run, 1, i == 1 ? 7 : 3);
        model_run_finish(&run);
        if (i != 1) {
            tel[i / 2] = model_run_sum(&run, ZORG, 0, 1);
        }
    }
    assert_memory_equal(&tel[0], &tel[1], sizeof tel[0]);
    model_run_close(&run);
}

static void test_without_a_weight_nothing_follows_the_run(void **state)
{
    (void)state;
    model_run_assert_same(
        MODEL_RUN_STAD, MODEL_RUN_SET("begroting.verdeling_wijken=\"vraag\""),
        MODEL_RUN_SET("begroting.verdeling_wijken=\"wachtlijst\"",
                      "begroting.gewicht_wachtlijst=0.0",
                      "begroting.groei_met_vraag=0.0",
                      "begroting.groei_met_vraag_maximum=0.05", "kaderbrief.maand=7"));
}

static void test_what_cannot_be_is_said(void **state)
{
    (void)state;
    model_run_assert_fault(MODEL_RUN_MINI,
                           MODEL_RUN_SET("begroting.groei_met_vraag=0.5"),
                           "het budget groeit met de vraag, maar hoogstens met 0: vul "
                           "'begroting.groei_met_vraag_maximum' in");
}

int main(void)
{
    gsl_set_error_handler_off();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_list_of_july_divides_the_money_of_january),
        cmocka_unit_test(test_the_results_say_what_each_wijk_got),
        cmocka_unit_test(test_an_empty_list_leaves_the_plan),
        cmocka_unit_test(test_a_budget_follows_the_aanmeldingen_that_are_known_in_july),
        cmocka_unit_test(test_another_month_is_another_kaderbrief),
        cmocka_unit_test(test_a_replication_does_not_know_the_kader_of_the_one_before),
        cmocka_unit_test(test_without_a_weight_nothing_follows_the_run),
        cmocka_unit_test(test_what_cannot_be_is_said),
    };
    return cmocka_run_group_tests_name("kader", tests, NULL, NULL);
}
