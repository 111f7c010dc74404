/* tests/models/test_bedden.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <math.h>

#include "sim/statistics/tally.h"
#include "tests/support/model_run.h"
#include "tests/support/queue_theory.h"

#define KORT "kortdurend_verblijf."

/* A number that no request of the scenario has. */
#define OWN_ID(i) (UINT64_C(77) + (uint64_t)(i))

static const struct wmo_tel *tel_of(const struct model_run *run, int year)
{
    const struct wmo_record *record = &run->gemeente->record;
    return &record->tel[year * record->total_count +
                        wmo_gemeente_line_sociale_basis(run->gemeente, 0)];
}

static void ask(struct model_run *run, int number, enum wmo_verblijf_soort soort)
{
    assert_int_equal(wmo_bedden_vraag(run->gemeente, OWN_ID(number), soort, 0), SIM_OK);
}

/* The share of the last-minute requests in the second year with no bed, over
 * replications, and how many requests there were in all. */
static struct sim_tally losses(const char *const *settings, uint32_t replications,
                               double *asked)
{
    struct model_run run;
    struct sim_tally loss;
    sim_tally_reset(&loss);
    *asked = 0;
    model_run_open(&run, MODEL_RUN_MINI, settings);
    for (uint32_t r = 0; r < replications; r++) {
        model_run_begin(&run, 1, r);
        model_run_finish(&run);
        const struct wmo_tel *tel = tel_of(&run, 1);
        double served = (double)(tel->kort_verblijven - tel->kort_respijt);
        double lost = (double)tel->kort_afgewezen;
        sim_tally_add(&loss, lost / (lost + served));
        *asked += (double)(tel_of(&run, 0)->kort_aanvragen + tel->kort_aanvragen);
    }
    model_run_close(&run);
    return loss;
}

/* One every two days for 6 nights is a load of 3; of fixed nights, as the formula of
 * Erlang holds for any distribution. */
static void test_last_minute_requests_are_lost_as_erlang_says(void **state)
{
    (void)state;
    enum { REPLICATIONS = 30 };
    double asked, expected = 365.5 * REPLICATIONS;
    struct sim_tally loss =
        losses(MODEL_RUN_SET(KORT "bedden=3", KORT "last_minute.aanvragen=182.625",
                             KORT "last_minute.nachten=6.0"),
               REPLICATIONS, &asked);
    assert_true(fabs(asked - expected) < 4 * sqrt(expected));
    assert_true(sim_tally_standard_error(&loss) < 0.02);
    assert_true(fabs(sim_tally_mean(&loss) - queue_theory_erlang_b(3, 3)) <
                4 * sim_tally_standard_error(&loss));
}

/* More respijt is asked than fits, so two of the three beds are always taken by it, and
 * who comes at the last minute has the third: Erlang's formula for one bed. */
static void test_planned_stays_leave_the_beds_of_last_minute_free(void **state)
{
    (void)state;
    double asked;
    struct sim_tally loss = losses(
        MODEL_RUN_SET(KORT "bedden=3", KORT "last_minute.bedden=1",
                      KORT "respijt.aanvragen=300.0", KORT "respijt.nachten=10.0",
                      KORT "last_minute.aanvragen=182.625",
                      KORT "last_minute.nachten=2.0"),
        30, &asked);
    assert_true(fabs(sim_tally_mean(&loss) - queue_theory_erlang_b(1, 1)) <
                4 * sim_tally_standard_error(&loss));
}

/* One bed and 0.3 a day, for 1 night or, one in four, 5: mean 2 and mean square 7. The
 * formula of Pollaczek and Khinchine gives 0.3 x 7 / (2 x (1 - 0.6)) = 2.625 days. */
static void test_planned_respijt_waits_as_one_bed_in_theory(void **state)
{
    (void)state;
    struct model_run run;
    struct sim_tally wait;
    sim_tally_reset(&wait);
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET("zorgvormen.zorg.instroom=0.0",
                                 "periode.einde=2029-12-31", KORT "bedden=1",
                                 KORT "respijt.aanvragen=109.575",
                                 KORT "respijt.nachten={ vorm = \"empirisch\"; waarden "
                                      "= [1.0, 5.0]; gewichten = [3.0, 1.0]; }"));
    for (uint32_t r = 0; r < 20; r++) {
        model_run_begin(&run, 1, r);
        model_run_finish(&run);
        double waited = 0, begun = 0;
        for (int y = 1; y < 10; y++) {
            waited += sim_time_to_days(tel_of(&run, y)->kort_wacht);
            begun += (double)tel_of(&run, y)->kort_respijt;
        }
        sim_tally_add(&wait, waited / begun);
    }
    assert_true(sim_tally_standard_error(&wait) < 0.2);
    assert_true(fabs(sim_tally_mean(&wait) - 2.625) <
                4 * sim_tally_standard_error(&wait));
    model_run_close(&run);
}

/* The only bed is taken for 10 nights. The adempauze of day 0 is given up on day 4;
 * those of day 7 and the respijt after it begin in turn, on days 10 and 12. */
static void test_an_adempauze_is_given_up_and_others_begin_in_turn(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET(KORT "bedden=1", KORT "respijt.nachten=10.0",
                                 KORT "adempauze.nachten=2.0",
                                 KORT "adempauze.wacht_hoogstens=4.0"));
    model_run_begin(&run, 1, 0);
    const struct wmo_bedden *bedden = &run.gemeente->bedden;
    ask(&run, 0, WMO_VERBLIJF_RESPIJT);
    ask(&run, 1, WMO_VERBLIJF_ADEMPAUZE);
    model_run_until(&run, 4 * SIM_DAY - 1);
    assert_int_equal(bedden->lijst.length, 1);
    model_run_until_day(&run, 4);
    assert_int_equal(bedden->lijst.length, 0);
    assert_int_equal(tel_of(&run, 0)->kort_opgegeven, 1);
    model_run_until_day(&run, 7);
    ask(&run, 2, WMO_VERBLIJF_ADEMPAUZE);
    ask(&run, 3, WMO_VERBLIJF_RESPIJT);
    model_run_until_day(&run, 10);
    assert_int_equal(bedden->items[0].van.id, OWN_ID(2));
    model_run_until_day(&run, 12);
    assert_int_equal(bedden->items[0].van.id, OWN_ID(3));
    assert_int_equal(tel_of(&run, 0)->kort_opgegeven, 1);
    assert_int_equal(tel_of(&run, 0)->kort_wacht, 5 * SIM_DAY);
    model_run_finish(&run);
    assert_int_equal(bedden->plaatsen.used, 0);
    model_run_close(&run);
}

/* 3 nights of 100 euro in 2020 and 3 of 110 in 2021, the first of those in the last
 * hours of 2020; a tenth of 200,000 is budgeted in each. */
static void
test_nights_are_booked_once_at_the_price_of_the_year_they_begin(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(
        &run, MODEL_RUN_MINI,
        MODEL_RUN_SET("begroting.loonkosten_groei=0.1", KORT "bedden=2",
                      KORT "prijs=100.0", "begrotingsposten.zorg.bedrag=200000.0",
                      "zorgvormen.zorg.aandeel_post=0.9",
                      KORT "begrotingspost=\"zorg\"", KORT "aandeel_post=0.1",
                      KORT "last_minute.nachten=3.0"));
    model_run_begin(&run, 1, 0);
    model_run_until_day(&run, 365);
    ask(&run, 0, WMO_VERBLIJF_LAST_MINUTE);
    model_run_until_day(&run, 370);
    ask(&run, 1, WMO_VERBLIJF_LAST_MINUTE);
    model_run_finish(&run);
    for (int y = 0; y < 2; y++) {
        assert_int_equal(tel_of(&run, y)->kort_etmalen, 3);
        assert_int_equal(tel_of(&run, y)->kort_cents, y == 0 ? 30000 : 33000);
        assert_int_equal(tel_of(&run, y)->kort_begroot_cents, 2000000);
    }
    int64_t bed_days =
        (tel_of(&run, 0)->kort_bezet_area + tel_of(&run, 1)->kort_bezet_area) / SIM_DAY;
    assert_int_equal(bed_days, 6);
    assert_int_equal(tel_of(&run, 0)->kort_bedden_area, 2 * 366 * SIM_DAY);
    model_run_close(&run);
}

/* More wait than the table has rows at the start. */
static void test_any_number_can_wait(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET(KORT "bedden=1", KORT "respijt.nachten=1.0"));
    model_run_begin(&run, 1, 0);
    for (int i = 0; i < 200; i++) {
        ask(&run, i, WMO_VERBLIJF_RESPIJT);
    }
    model_run_until_day(&run, 100);
    assert_int_equal(run.gemeente->bedden.lijst.length, 99);
    assert_int_equal(run.gemeente->bedden.items[0].van.id, OWN_ID(100));
    model_run_close(&run);
}

static void test_a_bed_too_many_and_a_night_too_many_are_found(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET(KORT "bedden=3", KORT "prijs=1.0",
                                 KORT "last_minute.nachten=3.0"));
    model_run_begin(&run, 1, 0);
    ask(&run, 0, WMO_VERBLIJF_LAST_MINUTE);
    ask(&run, 1, WMO_VERBLIJF_LAST_MINUTE);
    assert_int_equal(wmo_gemeente_verify(run.gemeente), SIM_OK);
    struct wmo_bed *bed = run.gemeente->bedden.items;
    bed[1].van.id = OWN_ID(0);
    assert_int_equal(wmo_gemeente_verify(run.gemeente), SIM_ERR_INVARIANT);
    bed[1].van.id = 0;
    assert_int_equal(wmo_gemeente_verify(run.gemeente), SIM_ERR_INVARIANT);
    bed[1].van.id = OWN_ID(1);
    assert_int_equal(wmo_gemeente_verify(run.gemeente), SIM_OK);
    struct wmo_tel *tel = wmo_record_tel(
        &run.gemeente->record, wmo_gemeente_line_sociale_basis(run.gemeente, 0));
    tel->kort_cents++;
    assert_int_equal(wmo_gemeente_verify(run.gemeente), SIM_ERR_INVARIANT);
    model_run_close(&run);
}

static void test_without_beds_nothing_changes(void **state)
{
    (void)state;
    model_run_assert_same(
        MODEL_RUN_STAD, NULL,
        MODEL_RUN_SET(KORT "bedden=0", KORT "prijs=100.0",
                      KORT "respijt.aanvragen=50.0", KORT "respijt.nachten=10.0",
                      KORT "adempauze.aanvragen=50.0", KORT "adempauze.nachten=10.0",
                      KORT "last_minute.aanvragen=50.0",
                      KORT "last_minute.nachten=3.0"));
}

/* Beds change nothing for anybody else: the same inwoners have the same waits. */
static void test_beds_leave_the_teams_as_they_are(void **state)
{
    (void)state;
    struct model_run with, without;
    model_run_open(&without, MODEL_RUN_STAD, NULL);
    model_run_open(&with, MODEL_RUN_STAD,
                   MODEL_RUN_SET(KORT "bedden=2", KORT "respijt.aanvragen=50.0",
                                 KORT "respijt.nachten=10.0"));
    model_run_begin(&without, 1, 0);
    model_run_begin(&with, 1, 0);
    model_run_finish(&without);
    model_run_finish(&with);
    for (int z = 0; z < with.gemeente->landschap.zorgvormen.count; z++) {
        struct wmo_tel a = model_run_sum(&without, z, 0, 0);
        struct wmo_tel b = model_run_sum(&with, z, 0, 0);
        assert_memory_equal(&a, &b, sizeof a);
    }
    assert_true(tel_of(&with, 0)->kort_verblijven > 0);
    model_run_close(&with);
    model_run_close(&without);
}

/* Of an escalatie at 100, that can come from 20 on: half the hazard until 60 uses up 20
 * of the 80; until 300 it takes twice as long; none until 60 shifts it by 40. */
static void test_a_lower_hazard_puts_off_what_would_happen(void **state)
{
    (void)state;
    assert_int_equal(wmo_respijt_delayed(100, 20, 60, 0.5), 120);
    assert_int_equal(wmo_respijt_delayed(100, 20, 300, 0.5), 180);
    assert_int_equal(wmo_respijt_delayed(100, 20, 60, 0), 140);
    assert_int_equal(wmo_respijt_delayed(100, 20, 10, 0.5), 100);
}

/* 150 wait for ever, and half of who is without respijt escalates in 90 days. With it
 * the hazard is a quarter: 1 - 0.5^(1/4) do. Without a bed for anybody, a half. */
static void test_respijt_lowers_the_hazard_of_who_waits(void **state)
{
    (void)state;
    enum { COUNT = 150 };
    for (int with = 0; with < 2; with++) {
        struct model_run run;
        model_run_open(
            &run, MODEL_RUN_MINI,
            MODEL_RUN_SET(
                "zorgvormen.zorg.instroom=0.0", "begrotingsposten.zorg.bedrag=1.0",
                "escalatie.zorgvormen=[\"zorg\"]", "escalatie.kans=0.5",
                "escalatie.na=0.0", KORT "respijt.nachten=10.0",
                KORT "effect.aandeel=1.0", KORT "effect.demping=0.75",
                KORT "effect.dagen=100.0", with ? KORT "bedden=200" : KORT "bedden=0"));
        model_run_begin(&run, 1, 0);
        for (int i = 0; i < COUNT; i++) {
            model_run_enter(&run, 1, 0, 300);
        }
        model_run_until_day(&run, 90);
        double chance = with ? 1 - pow(0.5, 0.25) : 0.5;
        double found = (double)model_run_sum(&run, 1, 0, 0).escalatie;
        assert_int_equal(tel_of(&run, 0)->kort_respijt, with ? COUNT : 0);
        assert_true(fabs(found - COUNT * chance) <=
                    4 * sqrt(COUNT * chance * (1 - chance)));
        model_run_close(&run);
    }
}

static void test_faults_are_named(void **state)
{
    (void)state;
    model_run_assert_fault(MODEL_RUN_MINI,
                           MODEL_RUN_SET(KORT "bedden=1", KORT "last_minute.bedden=2"),
                           "er zijn meer bedden voor last-minute dan bedden");
    model_run_assert_fault(MODEL_RUN_MINI, MODEL_RUN_SET(KORT "respijt.aanvragen=2.0"),
                           "'kortdurend_verblijf.respijt.aanvragen' vraagt "
                           "'kortdurend_verblijf.respijt.nachten'");
    model_run_assert_fault(MODEL_RUN_MINI, MODEL_RUN_SET(KORT "aandeel_post=0.5"),
                           "'kortdurend_verblijf.aandeel_post' vraagt "
                           "'kortdurend_verblijf.begrotingspost'");
    model_run_assert_fault(
        MODEL_RUN_MINI,
        MODEL_RUN_SET(KORT "bedden=1", KORT "begrotingspost=\"zorg\"",
                      KORT "aandeel_post=0.5"),
        "de zorgvormen van post 'zorg' en kortdurend verblijf hebben samen 1.500 van "
        "het bedrag ('aandeel_post'); hoogstens 1");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_last_minute_requests_are_lost_as_erlang_says),
        cmocka_unit_test(test_planned_stays_leave_the_beds_of_last_minute_free),
        cmocka_unit_test(test_planned_respijt_waits_as_one_bed_in_theory),
        cmocka_unit_test(test_an_adempauze_is_given_up_and_others_begin_in_turn),
        cmocka_unit_test(
            test_nights_are_booked_once_at_the_price_of_the_year_they_begin),
        cmocka_unit_test(test_any_number_can_wait),
        cmocka_unit_test(test_a_bed_too_many_and_a_night_too_many_are_found),
        cmocka_unit_test(test_without_beds_nothing_changes),
        cmocka_unit_test(test_beds_leave_the_teams_as_they_are),
        cmocka_unit_test(test_a_lower_hazard_puts_off_what_would_happen),
        cmocka_unit_test(test_respijt_lowers_the_hazard_of_who_waits),
        cmocka_unit_test(test_faults_are_named),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("bedden", tests, NULL, NULL);
}
