/* tests/models/test_reistijd.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <math.h>
#include <stdlib.h>

#include "models/traject/reistijd.h"
#include "tests/support/model_run.h"

#define TWEE_WIJKEN "tests/scenario/model/twee-wijken.cfg"
#define ZORG 1
#define WIJK 0
#define BUUR 1
#define FULL_TIME (20 * 60)
#define URGENT 0
#define NORMAL 1

#define UITLEEN "aanbieders.Aanbieder.uitleen=1.0"
#define EEN_TEAM "aanbieders.Aanbieder.teams=\"een_team\""
#define EERSTE_PASSENDE "plaatsing.volgorde=\"eerste_passende\""
#define REISTIJD "plaatsing.volgorde=\"reistijd\""

static int team_of(const struct model_run *run, int wijk)
{
    return wmo_aanbieders_team(&run->gemeente->landschap.aanbieders, 1, wijk);
}

static const struct wmo_team *team_in(const struct model_run *run, int wijk)
{
    return &run->gemeente->teams.items[team_of(run, wijk)];
}

static bool is_in_care(const struct model_run *run, uint32_t row)
{
    return run->gemeente->inwoners.rows[row].toestand == WMO_TOESTAND_IN_ZORG;
}

static void open(struct model_run *run, const char *const *settings)
{
    model_run_open(run, TWEE_WIJKEN, settings);
    model_run_begin(run, 1, 0);
}

/* --- Uitleen: each team has 2 medewerkers of 1200 minutes --- */

/* All 2400 minutes of Buur may be lent; 30 of each on the way.
 *  from WIJK    own team   free at Buur                              to lend
 *  1200, 1200   full       1200, 1200                                   2400
 *  600                      570, 1200                                   1770
 *  1200                     570,  -30: who has nobody takes anyone       540
 *  520                     asks 550: waits
 *  510                       30,  -30                                      0 */
static void test_who_is_helped_from_another_wijk_costs_time_on_the_way(void **state)
{
    (void)state;
    struct model_run run;
    open(&run, MODEL_RUN_SET(UITLEEN, EERSTE_PASSENDE, "plaatsing.reistijd=30.0"));
    model_run_enter(&run, ZORG, WIJK, FULL_TIME);
    model_run_enter(&run, ZORG, WIJK, FULL_TIME);
    assert_int_equal(team_in(&run, WIJK)->staff.total.used, 2 * FULL_TIME);
    const struct wmo_team *buur = team_in(&run, BUUR);
    model_run_enter(&run, ZORG, WIJK, 600);
    assert_int_equal(buur->staff.free_units[0], 570);
    model_run_enter(&run, ZORG, WIJK, FULL_TIME);
    assert_int_equal(buur->staff.free_units[1], -30);
    assert_false(is_in_care(&run, model_run_enter(&run, ZORG, WIJK, 520)));
    assert_true(is_in_care(&run, model_run_enter(&run, ZORG, WIJK, 510)));
    assert_int_equal(buur->staff.free_units[0], 30);
    assert_int_equal(buur->lent_minutes, 630 + 1230 + 540);
    assert_int_equal(wmo_gemeente_verify(run.gemeente), SIM_OK);
    model_run_until_day(&run, 100);
    assert_int_equal(buur->lent_minutes, 0);
    assert_int_equal(buur->staff.total.used, 0);
    model_run_finish(&run);
    model_run_close(&run);
}

/* 600 minutes a week for the 366 days of 2020 cost 600 / 1200 of 100,000 euro, and 30
 * on the way 30 / 1200 more; stays outlast the year. */
static void test_time_on_the_way_is_paid(void **state)
{
    (void)state;
    struct model_run run;
    open(&run, MODEL_RUN_SET(UITLEEN, EERSTE_PASSENDE, "plaatsing.reistijd=30.0",
                             "zorgvormen.zorg.verblijfsduur=3650.0"));
    for (int i = 0; i < 3; i++) {
        model_run_enter(&run, ZORG, WIJK, i < 2 ? FULL_TIME : 600);
    }
    assert_int_equal(team_in(&run, BUUR)->geboekt_cents, 5250000);
    model_run_close(&run);
}

static void test_a_groep_does_not_travel(void **state)
{
    (void)state;
    struct model_run run;
    open(&run, MODEL_RUN_SET(UITLEEN, EERSTE_PASSENDE, "plaatsing.reistijd=30.0",
                             "zorgvormen.zorg.begeleiding=\"groep\""));
    model_run_enter(&run, ZORG, WIJK, 2 * FULL_TIME);
    model_run_enter(&run, ZORG, WIJK, 600);
    assert_int_equal(team_in(&run, BUUR)->lent_minutes, 600);
    model_run_close(&run);
}

/* --- A team for both wijken --- */

/* The multiples of the golden ratio are spread so that among n of them an interval has
 * its share but for 3 + log n / log(golden ratio) (Niederreiter 1992, theorem 3.4). */
static void test_medewerkers_of_one_team_are_divided_over_the_wijken(void **state)
{
    (void)state;
    struct model_run run;
    open(&run, MODEL_RUN_SET(EEN_TEAM));
    int at_home = 0;
    for (int n = 1; n <= 1000; n++) {
        at_home +=
            wmo_reistijd_thuiswijk(run.gemeente, team_of(&run, WIJK), n - 1) == WIJK;
        assert_true(fabs(at_home - n / 2.0) <= 3 + log(n) / log(1.618034));
    }
    model_run_close(&run);
}

static void test_only_who_lives_elsewhere_is_travelled_to(void **state)
{
    (void)state;
    struct model_run run;
    open(&run, MODEL_RUN_SET(EEN_TEAM, EERSTE_PASSENDE, "plaatsing.reistijd=60.0"));
    const struct sim_resource_pool *staff = &team_in(&run, WIJK)->staff;
    int team = team_of(&run, WIJK);
    assert_int_equal(staff->member_count, 4);
    for (int i = 0; i < 4; i++) {
        model_run_enter(&run, ZORG, WIJK, 600);
        bool at_home = wmo_reistijd_thuiswijk(run.gemeente, team, i) == WIJK;
        assert_int_equal(staff->free_units[i], at_home ? 600 : 540);
    }
    assert_int_equal(wmo_gemeente_verify(run.gemeente), SIM_OK);
    model_run_close(&run);
}

/* One medewerker of 1200 minutes, of WIJK, and 60 minutes on the way to BUUR. P1 of
 * 1200 ends on day 10. P2 of BUUR waits from day 1 and P3 of WIJK from day 2, for 600
 * minutes each: either P2 takes 660, or P3 600, and not both. */
static void who_starts_on_day_10(const char *volgorde, int urgentie_of_buur, bool buur)
{
    struct model_run run;
    open(&run, MODEL_RUN_SET(EEN_TEAM, volgorde, "plaatsing.reistijd=60.0",
                             "begrotingsposten.zorg.bedrag=200000.0"));
    assert_int_equal(wmo_reistijd_thuiswijk(run.gemeente, team_of(&run, WIJK), 0),
                     WIJK);
    model_run_enter(&run, ZORG, WIJK, FULL_TIME);
    model_run_until_day(&run, 1);
    uint32_t far = model_run_enter_who(&run, ZORG, BUUR, 600, urgentie_of_buur, 0);
    model_run_until_day(&run, 2);
    uint32_t near = model_run_enter(&run, ZORG, WIJK, 600);
    model_run_until_day(&run, 10);
    assert_int_equal(is_in_care(&run, far), buur);
    assert_int_equal(is_in_care(&run, near), !buur);
    model_run_until_day(&run, 20);
    assert_true(is_in_care(&run, buur ? near : far));
    assert_int_equal(wmo_gemeente_verify(run.gemeente), SIM_OK);
    model_run_close(&run);
}

static void test_the_own_wijk_goes_first_where_the_rule_is_reistijd(void **state)
{
    (void)state;
    who_starts_on_day_10(EERSTE_PASSENDE, NORMAL, true);
    who_starts_on_day_10(REISTIJD, NORMAL, false);
    who_starts_on_day_10(REISTIJD, URGENT, true);
}

static void test_no_reistijd_changes_nothing(void **state)
{
    (void)state;
    model_run_assert_same(MODEL_RUN_STAD, NULL,
                          MODEL_RUN_SET("plaatsing.reistijd=0.0"));
    model_run_assert_same(MODEL_RUN_STAD, NULL, MODEL_RUN_SET(REISTIJD));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_who_is_helped_from_another_wijk_costs_time_on_the_way),
        cmocka_unit_test(test_time_on_the_way_is_paid),
        cmocka_unit_test(test_a_groep_does_not_travel),
        cmocka_unit_test(test_medewerkers_of_one_team_are_divided_over_the_wijken),
        cmocka_unit_test(test_only_who_lives_elsewhere_is_travelled_to),
        cmocka_unit_test(test_the_own_wijk_goes_first_where_the_rule_is_reistijd),
        cmocka_unit_test(test_no_reistijd_changes_nothing),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("reistijd", tests, NULL, NULL);
}
