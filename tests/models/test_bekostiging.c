/* tests/models/test_bekostiging.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <math.h>
#include <stdio.h>

#include "tests/support/model_run.h"

#define VIERKANT "tests/scenario/model/vierkant.cfg"
#define DRIE "tests/scenario/model/drie-aanbieders.cfg"
#define ZORG 1
#define EXTRA 2
#define TEAM_ZORG 1
#define TEAM_EXTRA 2

/* How many of [count] who come now for [zorgvorm], 5 hours each, can begin. */
static int enter(struct model_run *run, int zorgvorm, int count)
{
    int begun = 0;
    for (int i = 0; i < count; i++) {
        uint32_t row = model_run_enter(run, zorgvorm, 0, 300);
        begun += run->gemeente->inwoners.rows[row].toestand == WMO_TOESTAND_IN_ZORG;
    }
    return begun;
}

/* --- Contracts that begin and end --- */

/* The teams of contract-volume.cfg. */
enum { ENDS = 1, BEGINS, STAYS, STAYS_TOO };

/* What those in contract-volume.cfg have in 2020 and 2021 with [familie]. */
struct change {
    int64_t booked[5], used[5]; /* at the end of 2020 */
    int64_t euro[5], minutes[5];
};

static struct change change_with(const char *familie)
{
    struct model_run run;
    struct change change;
    model_run_open_begun(&run, "tests/scenario/model/contract-volume.cfg",
                         MODEL_RUN_SET(familie));
    enter(&run, ZORG, 11);
    const struct wmo_team *teams = run.gemeente->teams.items;
    model_run_until(&run, 366 * SIM_DAY - 1);
    for (int t = ENDS; t <= STAYS_TOO; t++) {
        change.booked[t] = teams[t].geboekt_cents;
        change.used[t] = teams[t].staff.total.used;
    }
    model_run_until_day(&run, 366);
    for (int t = ENDS; t <= STAYS_TOO; t++) {
        change.euro[t] = teams[t].begroot_cents;
        change.minutes[t] = run.gemeente->formatie[t].minutes;
    }
    assert_int_equal(teams[ENDS].staff.total.used, 0);
    model_run_finish(&run);
    model_run_close_verified(&run);
    assert_true(change.used[STAYS] != change.used[STAYS_TOO]);
    return change;
}

static void assert_begins_by_plan(const struct change *change)
{
    assert_int_equal(change->euro[ENDS], 0);
    assert_int_equal(change->minutes[ENDS], 0);
    assert_int_equal(change->euro[BEGINS], 20000000);
    assert_int_equal(change->minutes[BEGINS], 2400);
}

/* The two that stay have 400,000 together, by what they booked, and no more than half
 * as many hours again. */
static void test_a_square_that_begins_has_its_plan(void **state)
{
    (void)state;
    struct change change =
        change_with("begrotingsposten.zorg.bekostiging=\"vierkant\"");
    assert_begins_by_plan(&change);
    int64_t both = change.booked[STAYS] + change.booked[STAYS_TOO];
    for (int t = STAYS; t <= STAYS_TOO; t++) {
        double euro = 4e7 * (double)change.booked[t] / (double)both;
        assert_true(fabs((double)change.euro[t] - euro) <= 1);
        assert_true(fabs((double)change.minutes[t] - fmin(3600, euro * 1200 / 1e7)) <=
                    1);
    }
}

/* The same by hours in use. */
static void test_a_team_that_begins_in_a_wijk_has_its_plan(void **state)
{
    (void)state;
    struct change change =
        change_with("begrotingsposten.zorg.bekostiging=\"populatie\"");
    assert_begins_by_plan(&change);
    int64_t both = change.used[STAYS] + change.used[STAYS_TOO];
    for (int t = STAYS; t <= STAYS_TOO; t++) {
        double euro = 4e7 * (double)change.used[t] / (double)both;
        assert_true(fabs((double)change.euro[t] - euro) <= 1);
    }
}

static void test_staff_by_volume_begins_with_its_plan(void **state)
{
    (void)state;
    struct change change =
        change_with("begrotingsposten.zorg.bekostiging=\"persoonsvolgend\"");
    assert_begins_by_plan(&change);
    for (int t = STAYS; t <= STAYS_TOO; t++) {
        assert_int_equal(change.euro[t], 20000000);
        assert_int_equal(change.minutes[t], change.used[t]);
    }
}

/* --- Named, but nothing else said --- */

static void test_naming_what_holds_already_changes_nothing(void **state)
{
    (void)state;
    model_run_assert_same(
        MODEL_RUN_STAD, NULL,
        MODEL_RUN_SET("begrotingsposten.zorg.bekostiging=\"taakgericht\"",
                      "begrotingsposten.buurtteam.bekostiging=\"taakgericht\"",
                      "bekostiging.administratie=0.1",
                      "bekostiging.taakgericht.administratie=0.1",
                      "bekostiging.pxq.plafond=false",
                      "bekostiging.personeelsgroei=0.2", "bekostiging.bezetting=0.9"));
}

/* What happens to inwoners and is booked for them in [post] of stad.cfg. */
static struct wmo_tel sum_with(const char *post, int zorgvorm)
{
    struct model_run run;
    model_run_open_begun(&run, MODEL_RUN_STAD, MODEL_RUN_SET(post));
    model_run_finish(&run);
    struct wmo_tel tel = model_run_sum(&run, zorgvorm, 0, 2);
    model_run_close(&run);
    return tel;
}

/* But for what an aanbieder is paid for hours that nobody used. */
static void test_pxq_with_a_ceiling_and_nothing_else_is_taakgericht(void **state)
{
    (void)state;
    for (int z = 0; z < 3; z++) {
        struct wmo_tel task =
            sum_with("begrotingsposten.zorg.bekostiging=\"taakgericht\"", z);
        struct wmo_tel hours = sum_with("begrotingsposten.zorg.bekostiging=\"pxq\"", z);
        task.betaald_cents = hours.betaald_cents;
        assert_memory_equal(&task, &hours, sizeof task);
    }
}

/* --- Administration --- */

/* 2 fte of 1200 minutes that hold 0.02 administration already: with 0.08 they give
 * 2400 x 0.92 / 0.98 = 2253.06, and cost the same 200,000 euro: an hour of the year
 * costs 5000 x 0.98 / 0.92 = 5326.09. */
static void test_administration_takes_hours_and_makes_the_rest_dearer(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open_begun(&run, MODEL_RUN_MINI,
                         MODEL_RUN_SET("zorgvormen.zorg.instroom=0.0",
                                       "bekostiging.administratie=0.02",
                                       "bekostiging.pxq.administratie=0.08",
                                       "aanbieders.Aanbieder.bekostiging=\"pxq\""));
    const struct wmo_team *team = &run.gemeente->teams.items[TEAM_ZORG];
    assert_int_equal(team->staff.total.capacity, 2253);
    assert_int_equal(run.gemeente->teams.items[0].staff.total.capacity, 1200);
    assert_int_equal(team->begroot_cents, 20000000);
    assert_int_equal(enter(&run, ZORG, 1), 1);
    assert_int_equal(team->geboekt_cents, llround(2500000 * 0.98 / 0.92));
    model_run_close_verified(&run);
}

/* --- A ceiling together --- */

static void test_by_task_each_zorgvorm_has_its_own_ceiling(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open_begun(&run, VIERKANT, NULL);
    assert_int_equal(enter(&run, ZORG, 9), 6);
    assert_int_equal(enter(&run, EXTRA, 9), 6);
    model_run_close_verified(&run);
}

/* 400,000 euro pay 13 of 30,000; hours of zorg are there for 8. */
static void test_money_shifts_inside_the_square(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open_begun(
        &run, VIERKANT, MODEL_RUN_SET("aanbieders.Aanbieder.bekostiging=\"vierkant\""));
    assert_int_equal(enter(&run, ZORG, 9), 8);
    assert_int_equal(enter(&run, EXTRA, 9), 5);
    assert_int_equal(model_run_sum(&run, ZORG, 0, 0).geboekt_cents, 24000000);
    assert_int_equal(model_run_sum(&run, EXTRA, 0, 0).geboekt_cents, 15000000);
    model_run_close_verified(&run);
}

/* The money that zorg leaves when the first of its stays ends lets extra begin. */
static void
test_who_waits_for_money_begins_when_the_other_zorgvorm_leaves_it(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open_begun(&run, VIERKANT,
                         MODEL_RUN_SET("aanbieders.Aanbieder.bekostiging=\"vierkant\"",
                                       "zorgvormen.zorg.verblijfsduur=30.0"));
    enter(&run, ZORG, 8);
    /* 8 x 30,000 x 306/366 left over for the 30 days of zorg only when they end. */
    assert_int_equal(enter(&run, EXTRA, 7), 5);
    model_run_until_day(&run, 29);
    assert_int_equal(run.gemeente->teams.items[TEAM_EXTRA].wachtlijst.length, 2);
    model_run_until_day(&run, 30);
    assert_int_equal(run.gemeente->teams.items[TEAM_EXTRA].wachtlijst.length, 0);
    model_run_close_verified(&run);
}

/* In a wijk all that is paid by population has one ceiling, the buurtteam too: 500,000
 * euro pay 8 of 30,000, 8 more, and one hour of the buurtteam at 5,000 for each of 4.
 */
static void test_a_wijk_has_one_ceiling_by_population(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open_begun(
        &run, VIERKANT,
        MODEL_RUN_SET("begrotingsposten.zorg.bekostiging=\"populatie\"",
                      "begrotingsposten.extra.bekostiging=\"populatie\"",
                      "begrotingsposten.buurtteam.bekostiging=\"populatie\""));
    assert_int_equal(run.gemeente->rekeningen.count, 1);
    assert_int_equal(run.gemeente->rekeningen.items[0].begroot_cents, 50000000);
    assert_int_equal(enter(&run, ZORG, 9), 8);
    assert_int_equal(enter(&run, EXTRA, 9), 8);
    model_run_close_verified(&run);
}

/* Three aanbieders of 409,091 and twice 95,455 euro; their hours cost half of that and
 * activities 95,000 an inwoner. By task a small one can pay no inwoner of 120,000, and
 * the large one three; with the ceiling of the zorgvorm together they pay five. */
static void test_money_goes_with_the_inwoner_to_any_aanbieder(void **state)
{
    (void)state;
    for (int follows = 0; follows < 2; follows++) {
        struct model_run run;
        model_run_open_begun(
            &run, DRIE,
            MODEL_RUN_SET("zorgvormen.zorg.activiteitkosten=1900.0",
                          "toewijzing.regel=\"kortste_lijst\"",
                          follows
                              ? "begrotingsposten.zorg.bekostiging=\"persoonsvolgend\""
                              : "begrotingsposten.zorg.bekostiging=\"taakgericht\""));
        assert_int_equal(enter(&run, ZORG, 12), follows ? 5 : 3);
        model_run_close_verified(&run);
    }
}

/* --- Staff that follows volume --- */

/* 8 of 9 begin, and the last 5 hours are asked on the list: 45 hours are 2.25 fte, but
 * no more than 1.1 x 2 can be had. */
static void
test_without_a_ceiling_staff_follows_demand_as_the_market_allows(void **state)
{
    (void)state;
    for (int roomy = 0; roomy < 2; roomy++) {
        struct model_run run;
        model_run_open_begun(&run, VIERKANT,
                             MODEL_RUN_SET("begrotingsposten.zorg.bekostiging=\"pxq\"",
                                           "bekostiging.pxq.plafond=false",
                                           roomy ? "bekostiging.personeelsgroei=0.5"
                                                 : "bekostiging.personeelsgroei=0.1"));
        assert_int_equal(enter(&run, ZORG, 9), 8);
        assert_int_equal(run.gemeente->teams.items[TEAM_ZORG].geboekt_cents, 24000000);
        model_run_until_day(&run, 366);
        assert_int_equal(run.gemeente->teams.items[TEAM_ZORG].staff.total.capacity,
                         roomy ? 2700 : 2640);
        assert_int_equal(run.gemeente->teams.items[TEAM_ZORG].begroot_cents, 20000000);
        model_run_close_verified(&run);
    }
}

/* Nobody came to extra, and 40 hours of zorg are used, 5 asked: zorg gets the whole
 * square, and as many people as the market allows. */
static void test_a_square_is_divided_anew_by_demand(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open_begun(&run, VIERKANT,
                         MODEL_RUN_SET("aanbieders.Aanbieder.bekostiging=\"vierkant\"",
                                       "bekostiging.personeelsgroei=0.5"));
    assert_int_equal(enter(&run, ZORG, 9), 8);
    model_run_until_day(&run, 366);
    assert_int_equal(run.gemeente->teams.items[TEAM_ZORG].begroot_cents, 40000000);
    assert_int_equal(run.gemeente->teams.items[TEAM_EXTRA].begroot_cents, 0);
    assert_int_equal(run.gemeente->teams.items[TEAM_ZORG].staff.total.capacity, 3600);
    assert_int_equal(run.gemeente->teams.items[TEAM_EXTRA].staff.total.capacity, 0);
    assert_int_equal(run.gemeente->teams.items[TEAM_ZORG].wachtlijst.length, 0);
    model_run_close_verified(&run);
}

/* Three squares of 409,091, 95,455 and 95,455 euro; only the first aanbieder had
 * anybody, so in the second year it has all that the three have. */
static void test_squares_are_set_anew_by_what_was_booked(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open_begun(&run, DRIE,
                         MODEL_RUN_SET("begrotingsposten.zorg.bekostiging=\"vierkant\"",
                                       "toewijzing.regel=\"kortste_lijst\""));
    int64_t before = 0, after = 0;
    for (int t = 1; t < run.gemeente->teams.count; t++) {
        before += run.gemeente->teams.items[t].begroot_cents;
    }
    assert_int_equal(enter(&run, ZORG, 1), 1);
    int with = run.gemeente->inwoners.rows[0].team;
    model_run_until_day(&run, 366);
    for (int t = 1; t < run.gemeente->teams.count; t++) {
        after += run.gemeente->teams.items[t].begroot_cents;
        assert_true((run.gemeente->teams.items[t].begroot_cents > 0) == (t == with));
    }
    assert_int_equal(before, after);
    model_run_close_verified(&run);
}

/* --- What cannot be --- */

static void test_money_that_pays_for_nothing_is_refused(void **state)
{
    (void)state;
    model_run_assert_fault(VIERKANT,
                           MODEL_RUN_SET("zorgvormen.extra.begrotingspost=\"zorg\"",
                                         "zorgvormen.extra.aandeel_post=0.5",
                                         "zorgvormen.zorg.aandeel_post=0.5"),
                           "uit post 'extra' wordt niets betaald; noem hem bij een "
                           "zorgvorm of bij kortdurend verblijf, of laat hem weg");
}

static void test_staff_cannot_grow_beyond_what_can_be_counted(void **state)
{
    (void)state;
    model_run_assert_fault(
        VIERKANT,
        MODEL_RUN_SET("periode.einde=2060-12-31", "bekostiging.personeelsgroei=0.5",
                      "begrotingsposten.extra.bekostiging=\"persoonsvolgend\""),
        "met deze groei kunnen er meer dan een miljoen medewerkers zijn aan het einde "
        "van de periode");
}

/* A ceiling of 0: nobody begins, who is in care stays, and that shows. */
static void test_without_a_euro_nobody_begins_and_nobody_is_sent_away(void **state)
{
    (void)state;
    static const char *const familie[] = {"taakgericht", "pxq", "vierkant",
                                          "persoonsvolgend", "populatie"};
    for (int i = 0; i < 5; i++) {
        char post[80];
        snprintf(post, sizeof post, "aanbieders.Aanbieder.bekostiging=\"%s\"",
                 familie[i]);
        struct model_run run;
        model_run_open_begun(&run, VIERKANT,
                             MODEL_RUN_SET(post, "zorgvormen.zorg.beginstand=3",
                                           "begrotingsposten.zorg.bedrag=0.0",
                                           "begrotingsposten.extra.bedrag=0.0"));
        assert_int_equal(enter(&run, ZORG, 2) + enter(&run, EXTRA, 2), 0);
        model_run_finish(&run);
        struct wmo_tel tel = model_run_sum(&run, ZORG, 0, 1);
        assert_int_equal(tel.gestart, 0);
        assert_int_equal(tel.begroot_cents, 0);
        model_run_close(&run);
    }
}

/* --- The day on which the money is gone --- */

/* One inwoner a day who stays, of one hour a week and activities, 5,000 euro a year
 * each, from 200,000 euro. Who begins on day d costs (366 - d) / 366 of a year. By task
 * 20 cost 10,000 x (20 - 190/366) = 194,809 and the one of day 20 would be 9,454 more.
 * With half of the hours for administration an hour costs 10,000: 13 cost 15,000 x (13
 * - 78/366) = 191,803, and the one of day 13 would be 14,467 more. */
static void test_the_money_is_gone_on_the_day_reckoned_by_hand(void **state)
{
    (void)state;
    static const struct {
        const char *familie;
        int day;
    } known[] = {{"begrotingsposten.zorg.bekostiging=\"taakgericht\"", 20},
                 {"begrotingsposten.zorg.bekostiging=\"pxq\"", 13}};
    for (int i = 0; i < 2; i++) {
        struct model_run run;
        model_run_open_begun(
            &run, VIERKANT,
            MODEL_RUN_SET(known[i].familie, "bekostiging.pxq.administratie=0.5"));
        for (int day = 0; day <= known[i].day; day++) {
            model_run_until_day(&run, day);
            uint32_t row = model_run_enter(&run, ZORG, 0, 60);
            assert_int_equal(run.gemeente->inwoners.rows[row].toestand,
                             day < known[i].day ? WMO_TOESTAND_IN_ZORG
                                                : WMO_TOESTAND_WACHT);
        }
        model_run_close_verified(&run);
    }
}

/* --- Families beside each other --- */

/* Utrecht in 2016: large aanbieders by the square, small ones by declaratie. */
static void test_every_mix_of_families_balances(void **state)
{
    (void)state;
    static const char *const familie[] = {
        "taakgericht",      "pxq",      "vierkant", "persoonsvolgend", "populatie",
        "resultaatgericht", "vierkant", "pxq"};
    for (int i = 0; i < 6; i++) {
        char large[64], small[64], post[64];
        snprintf(large, sizeof large, "aanbieders.Aanbieder.bekostiging=\"%s\"",
                 familie[i + 2]);
        snprintf(small, sizeof small, "aanbieders.Stedelijk.bekostiging=\"%s\"",
                 familie[i + 1]);
        snprintf(post, sizeof post, "begrotingsposten.zorg.bekostiging=\"%s\"",
                 familie[i]);
        struct model_run run;
        model_run_open_begun(&run, MODEL_RUN_STAD,
                             MODEL_RUN_SET(large, small, post,
                                           "bekostiging.personeelsgroei=0.1",
                                           "bekostiging.pxq.administratie=0.08",
                                           i % 2 ? "bekostiging.pxq.plafond=false"
                                                 : "bekostiging.pxq.plafond=true"));
        model_run_finish(&run);
        assert_true(model_run_sum(&run, ZORG, 0, 2).gestart > 0);
        model_run_close(&run);
    }
}

int main(void)
{
    gsl_set_error_handler_off();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_square_that_begins_has_its_plan),
        cmocka_unit_test(test_a_team_that_begins_in_a_wijk_has_its_plan),
        cmocka_unit_test(test_staff_by_volume_begins_with_its_plan),
        cmocka_unit_test(test_naming_what_holds_already_changes_nothing),
        cmocka_unit_test(test_pxq_with_a_ceiling_and_nothing_else_is_taakgericht),
        cmocka_unit_test(test_administration_takes_hours_and_makes_the_rest_dearer),
        cmocka_unit_test(test_by_task_each_zorgvorm_has_its_own_ceiling),
        cmocka_unit_test(test_money_shifts_inside_the_square),
        cmocka_unit_test(
            test_who_waits_for_money_begins_when_the_other_zorgvorm_leaves_it),
        cmocka_unit_test(test_a_wijk_has_one_ceiling_by_population),
        cmocka_unit_test(test_money_goes_with_the_inwoner_to_any_aanbieder),
        cmocka_unit_test(
            test_without_a_ceiling_staff_follows_demand_as_the_market_allows),
        cmocka_unit_test(test_a_square_is_divided_anew_by_demand),
        cmocka_unit_test(test_squares_are_set_anew_by_what_was_booked),
        cmocka_unit_test(test_money_that_pays_for_nothing_is_refused),
        cmocka_unit_test(test_staff_cannot_grow_beyond_what_can_be_counted),
        cmocka_unit_test(test_without_a_euro_nobody_begins_and_nobody_is_sent_away),
        cmocka_unit_test(test_the_money_is_gone_on_the_day_reckoned_by_hand),
        cmocka_unit_test(test_every_mix_of_families_balances),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
