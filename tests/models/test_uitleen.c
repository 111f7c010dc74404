/* tests/models/test_uitleen.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <stdio.h>

#include "tests/support/model_run.h"

#define TWEE_WIJKEN "tests/scenario/model/twee-wijken.cfg"
#define ZORG 1
#define WIJK 0
#define BUUR 1
#define FULL_TIME (20 * 60)

/* The team of the aanbieder of zorg in [wijk]. */
static struct wmo_team *team_in(const struct model_run *run, int wijk)
{
    const struct wmo_aanbieders *aanbieders = &run->gemeente->landschap.aanbieders;
    return &run->gemeente->teams.items[wmo_aanbieders_team(aanbieders, 1, wijk)];
}

static const struct wmo_inwoner *inwoner(const struct model_run *run, uint32_t row)
{
    return &run->gemeente->inwoners.rows[row];
}

static void open_with_uitleen(struct model_run *run, double uitleen)
{
    char setting[80];
    snprintf(setting, sizeof setting, "aanbieders.Aanbieder.uitleen=%.2f", uitleen);
    model_run_open(run, TWEE_WIJKEN, MODEL_RUN_SET(setting));
    model_run_begin(run, 1, 0);
}

/* --- By hand: each team has 2 medewerkers of 20 hours --- */

static void test_uitleen_zero_leaves_the_other_team_idle(void **state)
{
    (void)state;
    struct model_run run;
    open_with_uitleen(&run, 0);
    for (int i = 0; i < 5; i++) {
        model_run_enter(&run, ZORG, WIJK, FULL_TIME);
    }
    assert_int_equal(team_in(&run, WIJK)->staff.total.used, 2 * FULL_TIME);
    assert_int_equal(team_in(&run, WIJK)->wachtlijst.length, 3);
    assert_int_equal(team_in(&run, BUUR)->staff.total.used, 0);
    model_run_finish(&run);
    assert_int_equal(sim_timeavg_flush(&team_in(&run, BUUR)->staff.total.used_level,
                                       model_run_end(&run)),
                     0);
    model_run_close(&run);
}

static void test_uitleen_of_a_half_lends_half_the_hours(void **state)
{
    (void)state;
    /* 2 x 20 hours, half of it 20: one of three who wait. */
    struct model_run run;
    open_with_uitleen(&run, 0.5);
    for (int i = 0; i < 5; i++) {
        model_run_enter(&run, ZORG, WIJK, FULL_TIME);
    }
    assert_int_equal(team_in(&run, BUUR)->lendable_minutes, FULL_TIME);
    assert_int_equal(team_in(&run, BUUR)->lent_minutes, FULL_TIME);
    assert_int_equal(team_in(&run, WIJK)->wachtlijst.length, 2);
    model_run_close(&run);
}

static void test_lent_hours_cut_off_at_the_limit_not_beyond(void **state)
{
    (void)state;
    /* 15 of 20 lendable hours are lent; an inwoner of 6 hours would go beyond, one of 5
     * does not. */
    struct model_run run;
    open_with_uitleen(&run, 0.5);
    model_run_enter(&run, ZORG, WIJK, FULL_TIME);
    model_run_enter(&run, ZORG, WIJK, FULL_TIME);
    model_run_enter(&run, ZORG, WIJK, 15 * 60);
    uint32_t heavy = model_run_enter(&run, ZORG, WIJK, 6 * 60);
    assert_int_equal(inwoner(&run, heavy)->toestand, WMO_TOESTAND_WACHT);
    assert_int_equal(team_in(&run, BUUR)->lent_minutes, 15 * 60);
    model_run_close(&run);

    open_with_uitleen(&run, 0.5);
    model_run_enter(&run, ZORG, WIJK, FULL_TIME);
    model_run_enter(&run, ZORG, WIJK, FULL_TIME);
    model_run_enter(&run, ZORG, WIJK, 15 * 60);
    uint32_t light = model_run_enter(&run, ZORG, WIJK, 5 * 60);
    assert_int_equal(inwoner(&run, light)->toestand, WMO_TOESTAND_IN_ZORG);
    assert_int_equal(team_in(&run, BUUR)->lent_minutes, FULL_TIME);
    model_run_close(&run);
}

static int64_t booked_in(const struct model_run *run, int wijk)
{
    struct wmo_record *record = &run->gemeente->record;
    return wmo_record_tel(record, wmo_record_line(record, 1, wijk))->geboekt_cents;
}

static void test_lent_hours_are_paid_by_the_team_that_gives_them(void **state)
{
    (void)state;
    struct model_run run;
    open_with_uitleen(&run, 1);
    for (int i = 0; i < 2; i++) {
        model_run_enter(&run, ZORG, WIJK, FULL_TIME);
    }
    int64_t own = team_in(&run, WIJK)->geboekt_cents;
    uint32_t third = model_run_enter(&run, ZORG, WIJK, FULL_TIME);
    assert_ptr_equal(&run.gemeente->teams.items[inwoner(&run, third)->team],
                     team_in(&run, WIJK));
    assert_ptr_equal(&run.gemeente->teams.items[inwoner(&run, third)->staff_team],
                     team_in(&run, BUUR));
    /* Each a whole year of a whole fte. */
    assert_int_equal(own, 20000000);
    assert_int_equal(team_in(&run, WIJK)->geboekt_cents, own);
    assert_int_equal(team_in(&run, BUUR)->geboekt_cents, 10000000);
    assert_int_equal(booked_in(&run, WIJK), own);
    assert_int_equal(booked_in(&run, BUUR), 10000000);
    model_run_close(&run);
}

/*  day  what happens                               who has time
 *    0  B1 begins in Buur                          Buur 1
 *    1  B2 begins in Buur                          Buur 0
 *    2  W1 and W2 begin in Wijk                    none
 *    3  W3 of Wijk waits
 *    5  B3 of Buur waits
 *   10  B1 ends: B3 begins, though W3 waits longer none
 *   11  B2 ends: nobody waits in Buur, W3 begins   none
 *   12  W1 and W2 end                              Wijk 2
 */
static void test_own_list_goes_before_a_longer_wait_elsewhere(void **state)
{
    (void)state;
    struct model_run run;
    open_with_uitleen(&run, 1);
    model_run_enter(&run, ZORG, BUUR, FULL_TIME);
    model_run_until_day(&run, 1);
    model_run_enter(&run, ZORG, BUUR, FULL_TIME);
    model_run_until_day(&run, 2);
    model_run_enter(&run, ZORG, WIJK, FULL_TIME);
    model_run_enter(&run, ZORG, WIJK, FULL_TIME);
    model_run_until_day(&run, 3);
    uint32_t w3 = model_run_enter(&run, ZORG, WIJK, FULL_TIME);
    model_run_until_day(&run, 5);
    uint32_t b3 = model_run_enter(&run, ZORG, BUUR, FULL_TIME);
    assert_int_equal(inwoner(&run, w3)->toestand, WMO_TOESTAND_WACHT);
    assert_int_equal(inwoner(&run, b3)->toestand, WMO_TOESTAND_WACHT);
    model_run_until_day(&run, 10);
    assert_int_equal(inwoner(&run, b3)->toestand, WMO_TOESTAND_IN_ZORG);
    assert_int_equal(inwoner(&run, w3)->toestand, WMO_TOESTAND_WACHT);
    model_run_until_day(&run, 11);
    assert_int_equal(inwoner(&run, w3)->toestand, WMO_TOESTAND_IN_ZORG);
    assert_int_equal(team_in(&run, BUUR)->lent_minutes, FULL_TIME);
    model_run_finish(&run);
    model_run_close(&run);
}

/* Each of Buur has 5 hours left: too few for B3 of 10, who waits there. W1 of 5 hours
 * would fit, but those hours are not given away while somebody of Buur waits. */
static void test_a_team_whose_own_list_is_not_empty_lends_nothing(void **state)
{
    (void)state;
    struct model_run run;
    open_with_uitleen(&run, 1);
    model_run_enter(&run, ZORG, WIJK, FULL_TIME);
    model_run_enter(&run, ZORG, WIJK, FULL_TIME);
    model_run_enter(&run, ZORG, BUUR, 15 * 60);
    model_run_enter(&run, ZORG, BUUR, 15 * 60);
    model_run_enter(&run, ZORG, BUUR, 10 * 60);
    uint32_t w1 = model_run_enter(&run, ZORG, WIJK, 5 * 60);
    assert_int_equal(team_in(&run, BUUR)->wachtlijst.length, 1);
    assert_int_equal(inwoner(&run, w1)->toestand, WMO_TOESTAND_WACHT);
    assert_int_equal(team_in(&run, BUUR)->lent_minutes, 0);
    model_run_close(&run);
}

/* The two who wait at the start both live in Buur, which has two medewerkers free. */
static void test_a_team_with_time_is_not_helped_at_the_start(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, TWEE_WIJKEN,
                   MODEL_RUN_SET("aanbieders.Aanbieder.uitleen=1.0",
                                 "wijken.Wijk.vraagfactor=0.0",
                                 "wijken.Buur.vraagfactor=1.0",
                                 "zorgvormen.zorg.uren_per_week=20.0",
                                 "zorgvormen.zorg.beginlijst=2"));
    model_run_begin(&run, 1, 0);
    assert_int_equal(team_in(&run, BUUR)->staff.total.used, 2 * FULL_TIME);
    assert_int_equal(team_in(&run, WIJK)->lent_minutes, 0);
    model_run_close(&run);
}

/* --- In a city with chance --- */

/* The most that one medewerker can take; who has nobody yet takes anyone. */
static int64_t free_minutes(const struct wmo_team *team)
{
    int64_t most = 0;
    for (int i = 0; i < team->staff.member_count; i++) {
        int64_t units = team->staff.free_units[i];
        bool has_nobody = units > 0 && units == team->staff.capacity[i];
        most = has_nobody ? INT64_MAX : units > most ? units : most;
    }
    return most;
}

static int64_t minutes_to_lend(const struct wmo_team *team)
{
    int64_t left = team->lendable_minutes - team->lent_minutes;
    int64_t most = free_minutes(team);
    return team->wachtlijst.length > 0 ? 0 : most < left ? most : left;
}

/* Nobody on the list of [team] who may go first fits with anybody who may help. */
static void assert_nobody_can_start(const struct model_run *run,
                                    const struct wmo_team *team)
{
    const struct wmo_gemeente *gemeente = run->gemeente;
    const struct wmo_wachtlijst *list = &team->wachtlijst;
    const struct wmo_inwoners *inwoners = &gemeente->inwoners;
    for (uint32_t row = wmo_wachtlijst_first(list, inwoners); row != SIM_ENTITY_NONE;
         row = wmo_wachtlijst_next(list, inwoners, row)) {
        int64_t minutes = inwoner(run, row)->minutes;
        assert_true(minutes > free_minutes(team));
        for (int t = 0; t < gemeente->teams.count; t++) {
            const struct wmo_team *other = &gemeente->teams.items[t];
            if (other != team && other->aanbod == team->aanbod &&
                minutes <= minutes_to_lend(other)) {
                fail_msg("day %.3f: team %d could help team %d",
                         sim_time_to_days(gemeente->engine.now), t,
                         (int)(team - gemeente->teams.items));
            }
        }
        if (gemeente->landschap.volgorde == WMO_VOLGORDE_STRIKT) {
            break;
        }
    }
}

/* Two wijken with chance in hours, stays and patience, and money for all of it. */
static void assert_no_hours_idle(const char *volgorde)
{
    struct model_run run;
    model_run_open(
        &run, TWEE_WIJKEN,
        MODEL_RUN_SET(volgorde, "aanbieders.Aanbieder.uitleen=0.5",
                      "wijken.Buur.vraagfactor=0.5", "zorgvormen.zorg.instroom=400.0",
                      "zorgvormen.zorg.uren_per_week={ vorm = \"gamma\"; "
                      "gemiddelde = 6.0; vc = 0.6; }",
                      "zorgvormen.zorg.verblijfsduur={ vorm = \"exponentieel\"; "
                      "gemiddelde = 10.0; }",
                      "zorgvormen.zorg.uitval=0.9"));
    int64_t lent = 0;
    model_run_begin(&run, 1, 0);
    do {
        for (int wijk = 0; wijk < 2; wijk++) {
            assert_nobody_can_start(&run, team_in(&run, wijk));
            lent += team_in(&run, wijk)->lent_minutes;
        }
    } while (model_run_step(&run, model_run_end(&run)));
    assert_true(lent > 0);
    assert_true(model_run_sum(&run, ZORG, 0, 1).uitval > 0);
    model_run_close(&run);
}

static void test_nobody_waits_for_hours_that_may_be_lent(void **state)
{
    (void)state;
    assert_no_hours_idle("plaatsing.volgorde=\"strikt\"");
    assert_no_hours_idle("plaatsing.volgorde=\"eerste_passende\"");
}

static void test_lent_hours_stay_within_uitleen_at_every_step(void **state)
{
    (void)state;
    /* One budget for all years, so that the limit does not move; the demand of a city
     * of 2.6 medewerkers comes from one of two wijken. */
    struct model_run run;
    model_run_open(&run, TWEE_WIJKEN,
                   MODEL_RUN_SET("aanbieders.Aanbieder.uitleen=0.5",
                                 "zorgvormen.zorg.instroom=380.0",
                                 "zorgvormen.zorg.uren_per_week={ vorm = \"gamma\"; "
                                 "gemiddelde = 5.0; vc = 0.6; }"));
    int64_t peak = 0;
    model_run_begin(&run, 1, 0);
    while (model_run_step(&run, model_run_end(&run))) {
        const struct wmo_team *team = team_in(&run, BUUR);
        assert_in_range(team->lent_minutes, 0, team->lendable_minutes);
        assert_int_equal(team_in(&run, WIJK)->lent_minutes, 0);
        peak = team->lent_minutes > peak ? team->lent_minutes : peak;
    }
    /* An inwoner of half an hour or less came at some time to fill it up. */
    assert_true(peak > team_in(&run, BUUR)->lendable_minutes - 30);
    model_run_close(&run);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_uitleen_zero_leaves_the_other_team_idle),
        cmocka_unit_test(test_uitleen_of_a_half_lends_half_the_hours),
        cmocka_unit_test(test_lent_hours_cut_off_at_the_limit_not_beyond),
        cmocka_unit_test(test_lent_hours_are_paid_by_the_team_that_gives_them),
        cmocka_unit_test(test_own_list_goes_before_a_longer_wait_elsewhere),
        cmocka_unit_test(test_a_team_whose_own_list_is_not_empty_lends_nothing),
        cmocka_unit_test(test_a_team_with_time_is_not_helped_at_the_start),
        cmocka_unit_test(test_nobody_waits_for_hours_that_may_be_lent),
        cmocka_unit_test(test_lent_hours_stay_within_uitleen_at_every_step),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("uitleen", tests, NULL, NULL);
}
