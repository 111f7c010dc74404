/* tests/models/test_wachten.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <math.h>

#include "tests/support/model_run.h"

#define BUURTTEAM 0
#define ZORG 1

/* Nobody comes by himself, and nobody starts: there is no money for zorg. */
#define FULL "zorgvormen.zorg.instroom=0.0", "begrotingsposten.zorg.bedrag=0.0"

/* Runs mini.cfg to the end of day [days] with [count] who came on day 0. */
static void wait_together(struct model_run *run, const char *const *settings, int count,
                          int days)
{
    model_run_open(run, MODEL_RUN_MINI, settings);
    model_run_begin(run, 1, 0);
    for (int i = 0; i < count; i++) {
        model_run_enter(run, ZORG, 0, 100);
    }
    model_run_until_day(run, days);
    assert_int_equal(wmo_gemeente_verify(run->gemeente), SIM_OK);
}

/* --- Escalatie --- */

/* After t days the share 1 - exp(-h (t - t0)), with h = -ln(1 - 0.3) / 90 a day. */
static void test_who_waits_longer_than_the_threshold_escalates(void **state)
{
    (void)state;
    struct model_run run;
    wait_together(&run,
                  MODEL_RUN_SET(FULL, "escalatie.na=60.0", "escalatie.kans=0.3",
                                "escalatie.extra_uren=0.25"),
                  4000, 60);
    assert_int_equal(model_run_sum(&run, ZORG, 0, 0).escalatie, 0);
    model_run_until_day(&run, 60 + 200);
    assert_int_equal(wmo_gemeente_verify(run.gemeente), SIM_OK);
    model_run_assert_share(model_run_sum(&run, ZORG, 0, 0).escalatie, 4000,
                           1 - pow(0.7, 200.0 / 90));
    int64_t heavier = 0;
    for (uint32_t row = 0; row < run.gemeente->inwoners.pool.high_water; row++) {
        const struct wmo_inwoner *inwoner = &run.gemeente->inwoners.rows[row];
        assert_true(inwoner->minutes == 100 || inwoner->minutes == 125);
        assert_int_equal(inwoner->minutes, 100 + inwoner->extra_minutes);
        heavier += inwoner->minutes == 125;
    }
    assert_int_equal(heavier, model_run_sum(&run, ZORG, 0, 0).escalatie);
    model_run_close(&run);
}

static void test_overbrugging_damps_escalatie(void **state)
{
    (void)state;
    struct model_run run;
    wait_together(&run,
                  MODEL_RUN_SET(FULL, "escalatie.na=60.0", "escalatie.kans=0.3",
                                "escalatie.demping=0.6", "overbrugging.door=buurtteam",
                                "overbrugging.uren_per_week=0.5",
                                "begrotingsposten.buurtteam.bedrag=100000000.0"),
                  4000, 60 + 200);
    struct wmo_tel tel = model_run_sum(&run, ZORG, 0, 0);
    assert_int_equal(tel.overbrugd, 4000);
    model_run_assert_share(tel.escalatie, 4000, 1 - pow(0.7, 0.4 * 200 / 90));
    model_run_close(&run);
}

static void test_without_hours_overbrugging_does_not_damp(void **state)
{
    (void)state;
    struct model_run run;
    wait_together(&run,
                  MODEL_RUN_SET(FULL, "escalatie.na=60.0", "escalatie.kans=0.3",
                                "escalatie.demping=0.6", "overbrugging.door=aanbieder",
                                "overbrugging.uren_per_week=0.5"),
                  4000, 60 + 200);
    struct wmo_tel tel = model_run_sum(&run, ZORG, 0, 0);
    assert_int_equal(tel.niet_overbrugd, 4000);
    model_run_assert_share(tel.escalatie, 4000, 1 - pow(0.7, 200.0 / 90));
    model_run_close(&run);
}

/* Of those who escalate a quarter goes to verblijf, for 100 days at 36.600 euro a year,
 * which is 100 euro a day in 2020. */
static void test_a_share_goes_to_verblijf_which_is_paid_elsewhere(void **state)
{
    (void)state;
    struct model_run run;
    wait_together(
        &run,
        MODEL_RUN_SET(FULL, "escalatie.kans=0.5", "escalatie.naar_verblijf=0.25",
                      "escalatie.verblijf_kosten=36600.0",
                      "escalatie.verblijf_duur=100.0", "periode.einde=2020-12-31"),
        4000, 200);
    struct wmo_tel before = model_run_sum(&run, ZORG, 0, 0);
    model_run_assert_share(before.naar_verblijf, before.escalatie, 0.25);
    model_run_finish(&run);
    struct wmo_tel tel = model_run_sum(&run, ZORG, 0, 0);
    /* Who came late is there still; all others have been there 100 days. */
    double euro = (double)tel.verblijf_cents / 100;
    double days = (double)tel.verblijf_area / (double)SIM_DAY;
    assert_true(days <= 100.0 * (double)tel.naar_verblijf);
    assert_true(days >= 100.0 * (double)before.naar_verblijf);
    assert_true(fabs(euro - 100 * days) < 0.01 * 12);
    assert_int_equal(tel.geboekt_cents, 0);
    assert_int_equal(run.gemeente->record.out + run.gemeente->inwoners.pool.live_count,
                     4000);
    model_run_close(&run);
}

/* One of 5 hours that became 6 begins on day 90 and stays 90 days, in 2020 and 2021: an
 * hour a week costs 100.000 / 20 a year. */
static void test_the_extra_hours_are_known_in_euros(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET("zorgvormen.zorg.instroom=0.0", "escalatie.kans=0.99",
                                 "escalatie.extra_uren=0.2"));
    model_run_begin(&run, 1, 0);
    for (int i = 0; i < 8; i++) {
        model_run_enter(&run, ZORG, 0, 5 * 60);
    }
    uint32_t row = model_run_enter(&run, ZORG, 0, 5 * 60);
    model_run_until_day(&run, 90);
    const struct wmo_inwoner *inwoner = &run.gemeente->inwoners.rows[row];
    assert_true(inwoner->geescaleerd);
    assert_int_equal(inwoner->toestand, WMO_TOESTAND_IN_ZORG);
    assert_int_equal(inwoner->minutes, 6 * 60);
    assert_int_equal(wmo_gemeente_verify(run.gemeente), SIM_OK);
    model_run_finish(&run);
    double euro = (double)model_run_sum(&run, ZORG, 0, 1).extra_cents / 100;
    assert_true(fabs(euro - 100000.0 / 20 * 90 / 366) < 0.01 * 6);
    model_run_close(&run);
}

static void test_who_starts_in_time_does_not_escalate(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET("zorgvormen.zorg.instroom=0.0", "escalatie.na=91.0",
                                 "escalatie.kans=0.99"));
    model_run_begin(&run, 1, 0);
    for (int i = 0; i < 16; i++) {
        model_run_enter(&run, ZORG, 0, 5 * 60);
    }
    model_run_finish(&run);
    assert_int_equal(model_run_sum(&run, ZORG, 0, 1).escalatie, 0);
    assert_int_equal(model_run_sum(&run, ZORG, 0, 1).gestart, 16);
    model_run_close(&run);
}

/* --- Coming back --- */

/* Half of who gives up comes back after 50 days. As many are back on day t as gave up
 * half of before t - 50: among 4000 with a hazard of -ln(1 - 0.5) / 90 a day. */
static void test_a_share_of_who_gives_up_comes_back_after_a_while(void **state)
{
    (void)state;
    struct model_run run;
    wait_together(&run,
                  MODEL_RUN_SET(FULL, "zorgvormen.zorg.uitval=0.5",
                                "terugkeer.aandeel=0.4", "terugkeer.na=50.0"),
                  4000, 49);
    assert_int_equal(model_run_sum(&run, ZORG, 0, 0).terugkeer, 0);
    model_run_until_day(&run, 99);
    model_run_assert_share(model_run_sum(&run, ZORG, 0, 0).terugkeer, 4000,
                           0.4 * (1 - pow(0.5, 49.0 / 90)));
    assert_int_equal(wmo_gemeente_verify(run.gemeente), SIM_OK);
    model_run_close(&run);
}

/* Zorg has an access of its own: who comes back enters its list again, the same person
 * in a next episode, with hours that are a quarter more. */
static void test_who_comes_back_is_the_same_person_with_a_heavier_need(void **state)
{
    (void)state;
    struct model_run run;
    wait_together(&run,
                  MODEL_RUN_SET(FULL, "zorgvormen.zorg.uitval=0.99",
                                "terugkeer.aandeel=1.0", "terugkeer.na=30.0",
                                "terugkeer.zwaarder=1.25"),
                  1, 0);
    const struct wmo_inwoner *inwoner = &run.gemeente->inwoners.rows[0];
    uint64_t id = inwoner->id;
    while (inwoner->keer == 0) {
        assert_true(model_run_step(&run, model_run_end(&run)));
    }
    assert_true(inwoner->id == wmo_inwoner_next_episode(id));
    assert_int_equal(inwoner->toestand, WMO_TOESTAND_WACHT);
    assert_int_equal(inwoner->minutes, 5 * 60 * 5 / 4);
    assert_int_equal(inwoner->extra_minutes, 5 * 60 / 4);
    assert_int_equal(run.gemeente->record.in, 1);
    model_run_close(&run);
}

/* Who gave up on zorg for which the buurtteam refers is referred again. */
static void test_the_onderzoek_finds_again_what_somebody_gave_up_on(void **state)
{
    (void)state;
    struct model_run run;
    wait_together(&run,
                  MODEL_RUN_SET(FULL, "zorgvormen.zorg.uitval=0.99",
                                "zorgvormen.zorg.verwijzing=0.0001",
                                "terugkeer.aandeel=1.0", "terugkeer.na=1.0"),
                  1, 0);
    const struct wmo_inwoner *inwoner = &run.gemeente->inwoners.rows[0];
    while (inwoner->keer == 0) {
        assert_true(model_run_step(&run, model_run_end(&run)));
    }
    assert_int_equal(inwoner->zorgvorm, BUURTTEAM);
    assert_int_equal(inwoner->toestand, WMO_TOESTAND_ONDERZOEK);
    model_run_until(&run, run.gemeente->engine.now + 14 * SIM_DAY);
    assert_int_equal(inwoner->zorgvorm, ZORG);
    assert_int_equal(inwoner->toestand, WMO_TOESTAND_WACHT);
    assert_int_equal(inwoner->gezocht, WMO_NONE);
    model_run_close(&run);
}

/* --- Urgentie --- */

static void test_the_stated_share_is_urgent(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(
        &run, MODEL_RUN_MINI,
        MODEL_RUN_SET(FULL, "zorgvormen.zorg.instroom=4000.0", "urgentie.aandeel=0.2"));
    model_run_begin(&run, 1, 0);
    model_run_until(&run, model_run_end(&run));
    uint32_t count = run.gemeente->inwoners.pool.high_water;
    int64_t urgent = 0;
    for (uint32_t row = 0; row < count; row++) {
        urgent += run.gemeente->inwoners.rows[row].urgentie == 0;
    }
    model_run_assert_share(urgent, count, 0.2);
    model_run_close(&run);
}

/* --- Switched off --- */

static void test_neutral_values_change_no_bit(void **state)
{
    (void)state;
    model_run_assert_same(
        MODEL_RUN_STAD, NULL,
        MODEL_RUN_SET("urgentie.aandeel=0.0", "escalatie.na=30.0", "escalatie.kans=0.0",
                      "escalatie.demping=0.5", "escalatie.extra_uren=0.5",
                      "escalatie.naar_verblijf=0.5", "escalatie.verblijf_kosten=1000.0",
                      "escalatie.verblijf_duur=100.0", "terugkeer.aandeel=0.0",
                      "terugkeer.na=100.0", "terugkeer.zwaarder=2.0"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_who_waits_longer_than_the_threshold_escalates),
        cmocka_unit_test(test_overbrugging_damps_escalatie),
        cmocka_unit_test(test_without_hours_overbrugging_does_not_damp),
        cmocka_unit_test(test_a_share_goes_to_verblijf_which_is_paid_elsewhere),
        cmocka_unit_test(test_the_extra_hours_are_known_in_euros),
        cmocka_unit_test(test_who_starts_in_time_does_not_escalate),
        cmocka_unit_test(test_a_share_of_who_gives_up_comes_back_after_a_while),
        cmocka_unit_test(test_who_comes_back_is_the_same_person_with_a_heavier_need),
        cmocka_unit_test(test_the_onderzoek_finds_again_what_somebody_gave_up_on),
        cmocka_unit_test(test_the_stated_share_is_urgent),
        cmocka_unit_test(test_neutral_values_change_no_bit),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("wachten", tests, NULL, NULL);
}
