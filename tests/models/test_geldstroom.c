/* tests/models/test_geldstroom.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <math.h>

#include "models/beweging/geldstroom.h"
#include "tests/support/model_run.h"

#define BUURTTEAM 0
#define ZORG 1
#define VOLGT                                                                          \
    "beweging.naar_buurtteam.budget_volgt=0.6", "beweging.naar_buurtteam.lichtheid=0." \
                                                "5"

/* --- How many have moved --- */

/* A third of the verwijzingen from day 100 on, who stay 200 days on average: after t
 * days a third of 1 - exp(-t / 200). */
static void test_who_has_moved_follows_the_verwijzingen_with_a_lag(void **state)
{
    (void)state;
    struct wmo_ramp ramp = {
        .eind = 1.0 / 3, .start = 100 * SIM_DAY, .vorm = WMO_RAMP_INEENS};
    assert_true(wmo_geldstroom_verschoven(&ramp, 200, 0) == 0);
    ramp.start = 0;
    for (int days = 50; days < 3000; days += 375) {
        double expected = -expm1(-days / 200.0) / 3;
        assert_true(fabs(wmo_geldstroom_verschoven(&ramp, 200, days * SIM_DAY) -
                         expected) < 1e-12);
    }
}

/* What moves slowly lies behind what moves at once and ahead of what starts later. */
static void test_a_slow_ramp_moves_fewer_than_one_at_once(void **state)
{
    (void)state;
    struct wmo_ramp slow = {.eind = 0.4, .looptijd = 400 * SIM_DAY};
    struct wmo_ramp at_once = {.eind = 0.4};
    struct wmo_ramp late = {.eind = 0.4, .start = 400 * SIM_DAY};
    for (int days = 30; days < 2000; days += 100) {
        double moved = wmo_geldstroom_verschoven(&slow, 300, days * SIM_DAY);
        assert_true(moved < wmo_geldstroom_verschoven(&at_once, 300, days * SIM_DAY));
        assert_true(moved > wmo_geldstroom_verschoven(&late, 300, days * SIM_DAY));
    }
}

/* --- The euros --- */

/* Of every wijk and year, over the teams of [zorgvorm] or, WMO_NONE, of all. */
static int64_t budget(const struct model_run *run, int year, int wijk, int zorgvorm)
{
    const struct wmo_aanbieders *a = &run->gemeente->landschap.aanbieders;
    int64_t cents = 0;
    for (int t = 0; t < a->team_count; t++) {
        if (zorgvorm == WMO_NONE ||
            a->aanbod[a->teams[t].aanbod].zorgvorm == zorgvorm) {
            cents += wmo_formatieplan_wijk_cents(&run->gemeente->formatieplan, year, t,
                                                 wijk);
        }
    }
    return cents;
}

static void test_what_one_wijk_moves_stays_in_it_to_the_cent(void **state)
{
    (void)state;
    struct model_run with, without;
    model_run_open(&with, MODEL_RUN_STAD, MODEL_RUN_SET(VOLGT));
    model_run_open(&without, MODEL_RUN_STAD, NULL);
    const struct wmo_landschap *l = &with.gemeente->landschap;
    for (int y = 0; y < l->periode.year_count; y++) {
        for (int w = 0; w < l->wijken.count; w++) {
            assert_int_equal(budget(&with, y, w, WMO_NONE),
                             budget(&without, y, w, WMO_NONE));
            int64_t gain =
                budget(&with, y, w, BUURTTEAM) - budget(&without, y, w, BUURTTEAM);
            assert_int_equal(gain,
                             budget(&without, y, w, ZORG) - budget(&with, y, w, ZORG));
            assert_true((gain > 0) == (y > 0));
        }
    }
    model_run_close(&with);
    model_run_close(&without);
}

/* One wijk, zorg 200.000 euro, a stay of 90 days; 40% moves at once on the first day.
 * On 1 January 2021 a part 0.4 (1 - exp(-366 / 90)) has moved, of which 0.6 x 0.5 goes.
 */
static void test_the_buurtteam_gets_the_part_worked_out_by_hand(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET(VOLGT, "beweging.naar_buurtteam.aandeel=0.4",
                                 "beweging.naar_buurtteam.zorgvormen=[\"zorg\"]",
                                 "beweging.naar_buurtteam.tot_uren=168.0"));
    int64_t cents = (int64_t)floor(20000000 * 0.4 * -expm1(-366.0 / 90) * 0.6 * 0.5);
    assert_int_equal(budget(&run, 0, 0, BUURTTEAM), 10000000);
    assert_int_equal(budget(&run, 1, 0, BUURTTEAM), 10000000 + cents);
    assert_int_equal(budget(&run, 1, 0, ZORG), 20000000 - cents);
    /* A fte costs 100.000 euro and gives 20 hours a week. */
    const struct wmo_formatie *buurtteam =
        wmo_formatieplan_team(&run.gemeente->formatieplan, 1, 0);
    assert_int_equal(buurtteam->begroot_cents, 10000000 + cents);
    assert_int_equal(buurtteam->minutes,
                     (int64_t)floor((1 + (double)cents / 1e7) * 1200 + 1e-3));
    model_run_begin(&run, 1, 0);
    model_run_finish(&run);
    assert_int_equal(model_run_sum(&run, BUURTTEAM, 1, 1).verschoven_cents, cents);
    assert_int_equal(model_run_sum(&run, ZORG, 1, 1).verschoven_cents, -cents);
    assert_int_equal(model_run_sum(&run, ZORG, 0, 0).verschoven_cents, 0);
    model_run_close(&run);
}

/* Over all lines of a year nothing comes or goes, whatever moves. */
static void test_what_moves_between_sporen_adds_up_to_nothing(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, "tests/scenario/model/stad-open.cfg",
                   MODEL_RUN_SET(VOLGT,
                                 "open_voorzieningen.open.euro_per_plaats=777.77",
                                 "open_voorzieningen.open.uit_budget_zorgvorm=true"));
    model_run_begin(&run, 1, 0);
    model_run_finish(&run);
    const struct wmo_record *record = &run.gemeente->record;
    for (int y = 0; y < 3; y++) {
        int64_t sum = 0, in = 0;
        for (int line = 0; line < record->line_count; line++) {
            int64_t cents =
                record->tel[y * record->total_count + line].verschoven_cents;
            sum += cents;
            in += cents > 0 ? cents : 0;
        }
        assert_int_equal(sum, 0);
        assert_true(in > 0);
    }
    model_run_close(&run);
}

/* No more than there is: the open voorzieningen leave dag nothing, and no debt. */
static void test_a_budget_that_is_gone_is_not_below_nothing(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, "tests/scenario/model/stad-open.cfg",
                   MODEL_RUN_SET("open_voorzieningen.open.euro_per_plaats=1000000.0",
                                 "open_voorzieningen.open.uit_budget_zorgvorm=true"));
    for (int w = 0; w < 3; w++) {
        int64_t left = budget(&run, 0, w, 2);
        assert_true(left >= -1 && left <= 1);
    }
    model_run_close(&run);
}

static void test_money_that_does_not_move_changes_nothing(void **state)
{
    (void)state;
    model_run_assert_same(MODEL_RUN_STAD, NULL,
                          MODEL_RUN_SET("beweging.naar_buurtteam.budget_volgt=0.0",
                                        "beweging.naar_buurtteam.lichtheid=0.6"));
    model_run_assert_same(MODEL_RUN_STAD,
                          MODEL_RUN_SET("beweging.naar_buurtteam.aandeel=0.0"),
                          MODEL_RUN_SET(VOLGT, "beweging.naar_buurtteam.slaagt=0.0"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_who_has_moved_follows_the_verwijzingen_with_a_lag),
        cmocka_unit_test(test_a_slow_ramp_moves_fewer_than_one_at_once),
        cmocka_unit_test(test_what_one_wijk_moves_stays_in_it_to_the_cent),
        cmocka_unit_test(test_the_buurtteam_gets_the_part_worked_out_by_hand),
        cmocka_unit_test(test_what_moves_between_sporen_adds_up_to_nothing),
        cmocka_unit_test(test_a_budget_that_is_gone_is_not_below_nothing),
        cmocka_unit_test(test_money_that_does_not_move_changes_nothing),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("geldstroom", tests, NULL, NULL);
}
