/* tests/models/test_bemiddeling.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <stdlib.h>

#include "tests/support/model_run.h"

#define ZORG 1
#define DRIE "tests/scenario/model/drie-aanbieders.cfg"

/* Two aanbieders with one medewerker of 20 hours each, whose inwoners stay 90 days. */
#define TWO                                                          \
    "aanbieders.Aanbieder.aantal=2", "zorgvormen.zorg.instroom=0.0", \
        "zorgvormen.zorg.verblijfsduur=90.0"
#define FULL_TIME (20 * 60)

static const struct wmo_inwoner *inwoner_of(const struct model_run *run, uint32_t row)
{
    return &run->gemeente->inwoners.rows[row];
}

static uint32_t enter_on_day(struct model_run *run, int day)
{
    model_run_until_day(run, day);
    return model_run_enter(run, ZORG, 0, FULL_TIME);
}

static int64_t bemiddeld(const struct model_run *run)
{
    return model_run_sum(run, ZORG, 0, run->gemeente->landschap.periode.year_count - 1)
        .bemiddeld;
}

/* --- At once --- */

static void test_who_cannot_begin_begins_with_another(void **state)
{
    (void)state;
    int moved = 0;
    for (uint32_t r = 0; r < 8; r++) {
        struct model_run run;
        model_run_open(&run, MODEL_RUN_MINI,
                       MODEL_RUN_SET(TWO, "bemiddeling.kans=1.0"));
        model_run_begin(&run, 1, r);
        uint32_t a = enter_on_day(&run, 0), b = enter_on_day(&run, 1);
        assert_int_equal(inwoner_of(&run, b)->toestand, WMO_TOESTAND_IN_ZORG);
        assert_int_not_equal(inwoner_of(&run, a)->team, inwoner_of(&run, b)->team);
        assert_int_equal(wmo_gemeente_verify(run.gemeente), SIM_OK);
        moved += (int)bemiddeld(&run);
        assert_true(bemiddeld(&run) <= 1);
        model_run_close(&run);
    }
    assert_in_range(moved, 1, 7); /* half are sent to the one with room */
}

/* Two wait for the one whose medewerker goes on until day 95, and nobody for the one
 * whose medewerker has room on day 90. */
static void test_the_longest_waiting_goes_to_who_has_room(void **state)
{
    (void)state;
    bool found = false;
    for (uint32_t r = 0; r < 100 && !found; r++) {
        struct model_run run;
        model_run_open(&run, MODEL_RUN_MINI,
                       MODEL_RUN_SET(TWO, "bemiddeling.kans=1.0"));
        model_run_begin(&run, 1, r);
        int first = inwoner_of(&run, enter_on_day(&run, 0))->team;
        enter_on_day(&run, 5);
        uint32_t old = enter_on_day(&run, 10), young = enter_on_day(&run, 20);
        found = inwoner_of(&run, old)->team != first &&
                inwoner_of(&run, young)->team != first;
        if (found) {
            int64_t before = bemiddeld(&run);
            model_run_until_day(&run, 91);
            assert_int_equal(inwoner_of(&run, old)->toestand, WMO_TOESTAND_IN_ZORG);
            assert_int_equal(inwoner_of(&run, old)->team, first);
            assert_int_equal(inwoner_of(&run, young)->toestand, WMO_TOESTAND_WACHT);
            assert_int_equal(bemiddeld(&run), before + 1);
        }
        model_run_close(&run);
    }
    assert_true(found);
}

static int64_t used_by(const struct model_run *run, int team)
{
    return run->gemeente->teams.items[team].staff.total.used;
}

/* Three aanbieders of one medewerker; whoever is sent to a full one goes on to the one
 * with least to do. */
static void test_of_more_with_room_it_is_the_one_with_least_to_do(void **state)
{
    (void)state;
    int64_t moved = 0;
    for (uint32_t r = 0; r < 10; r++) {
        struct model_run run;
        model_run_open(&run, MODEL_RUN_MINI,
                       MODEL_RUN_SET(TWO, "aanbieders.Aanbieder.aantal=3",
                                     "begrotingsposten.zorg.bedrag=300000.0",
                                     "bemiddeling.kans=1.0"));
        model_run_begin(&run, 1, r);
        for (int n = 0; n < 12; n++) { /* four fit with each */
            int64_t before[3] = {used_by(&run, 1), used_by(&run, 2), used_by(&run, 3)};
            int64_t so_far = bemiddeld(&run);
            int team = inwoner_of(&run, model_run_enter(&run, ZORG, 0, 300))->team;
            for (int t = 1; t <= 3 && bemiddeld(&run) > so_far; t++) {
                assert_true(before[team - 1] <= before[t - 1]);
            }
        }
        moved += bemiddeld(&run);
        model_run_close(&run);
    }
    assert_true(moved > 0);
}

/* With strikt the second on a list waits for the first, who goes to the other aanbieder
 * on day 90; then the second fits at its own. */
static void test_who_stood_behind_begins_where_it_waited(void **state)
{
    (void)state;
    bool found = false;
    for (uint32_t r = 0; r < 100 && !found; r++) {
        struct model_run run;
        model_run_open(&run, MODEL_RUN_MINI,
                       MODEL_RUN_SET(TWO, "bemiddeling.kans=1.0"));
        model_run_begin(&run, 1, r);
        int full = inwoner_of(&run, enter_on_day(&run, 0))->team;
        model_run_until_day(&run, 5);
        model_run_enter(&run, ZORG, 0, 900);
        uint32_t first = model_run_enter(&run, ZORG, 0, 600);
        uint32_t second = model_run_enter(&run, ZORG, 0, 300);
        int own = inwoner_of(&run, second)->team;
        found = inwoner_of(&run, first)->team != full && own != full &&
                inwoner_of(&run, second)->toestand == WMO_TOESTAND_WACHT;
        model_run_until_day(&run, 91);
        if (found) {
            assert_int_equal(inwoner_of(&run, first)->team, full);
            assert_int_equal(inwoner_of(&run, second)->toestand, WMO_TOESTAND_IN_ZORG);
            assert_int_equal(inwoner_of(&run, second)->team, own);
        }
        model_run_close(&run);
    }
    assert_true(found);
}

/* On 1 January one or two other aanbieders begin with room for all who wait, where the
 * first gets no formatie; who does not want to go there waits on. */
static void test_the_chance_is_the_share_that_goes_to_each(void **state)
{
    (void)state;
    static const char *const aantal[] = {"aanbieders.Kleine.aantal=1",
                                         "aanbieders.Kleine.aantal=2"};
    for (int i = 0; i < 2; i++) {
        struct model_run run;
        model_run_open(&run, DRIE,
                       MODEL_RUN_SET(aantal[i], "aanbieders.Kleine.gewicht=1000000.0",
                                     "aanbieders.Kleine.start=2021-01-01",
                                     "bemiddeling.kans=0.3",
                                     "plaatsing.volgorde=eerste_passende"));
        model_run_begin(&run, 1, 0);
        for (int n = 0; n < 1200; n++) { /* 3 fte give 3600 minutes */
            model_run_enter(&run, ZORG, 0, 6);
        }
        int64_t waited = model_run_sum(&run, ZORG, 0, 0).aangemeld -
                         model_run_sum(&run, ZORG, 0, 0).gestart;
        assert_int_equal(waited, 600);
        model_run_until_day(&run, 366);
        model_run_assert_share(bemiddeld(&run), waited, i == 0 ? 0.3 : 1 - 0.7 * 0.7);
        assert_int_equal(model_run_sum(&run, ZORG, 1, 1).gestart, bemiddeld(&run));
        model_run_close(&run);
    }
}

/* --- To a shorter list --- */

/* Two full aanbieders, and twenty who wait; their lists are compared on day 100, when
 * nobody has gone yet. An inwoner of full time makes a list as long as a stay. */
#define LISTS                                                        \
    "aanbieders.Aanbieder.aantal=2", "zorgvormen.zorg.instroom=0.0", \
        "zorgvormen.zorg.verblijfsduur=1000.0", "bemiddeling.interval=100.0"

static uint32_t length_at(const struct model_run *run, int team)
{
    return wmo_teams_lijst(&run->gemeente->teams, team)->length;
}

static void fill(struct model_run *run, const char *const *settings, uint32_t number)
{
    model_run_open(run, MODEL_RUN_MINI, settings);
    model_run_begin(run, 1, number);
    for (int n = 0; n < 22; n++) {
        model_run_enter(run, ZORG, 0, FULL_TIME);
    }
}

static void test_lists_are_evened_out_to_the_difference_that_counts(void **state)
{
    (void)state;
    static const struct {
        const char *verschil;
        int most; /* that lists may differ: one more goes if it is one less after */
    } cases[] = {{"bemiddeling.verschil=0.0", 1},
                 {"bemiddeling.verschil=1000.0", 2},
                 {"bemiddeling.verschil=3500.0", 4}};
    for (int i = 0; i < 3; i++) {
        int moved = 0;
        for (uint32_t r = 0; r < 10; r++) {
            struct model_run run;
            fill(&run, MODEL_RUN_SET(LISTS, cases[i].verschil, "bemiddeling.kans=1.0"),
                 r);
            int team = inwoner_of(&run, 0)->team;
            int other = inwoner_of(&run, 1)->team;
            assert_int_not_equal(team, other);
            int before = (int)length_at(&run, team) - (int)length_at(&run, other);
            int went = (int)bemiddeld(&run);
            assert_int_equal(length_at(&run, team) + length_at(&run, other), 20);
            model_run_until_day(&run, 101);
            int after = (int)length_at(&run, team) - (int)length_at(&run, other);
            went = (int)bemiddeld(&run) - went;
            assert_int_equal(abs(before - after), 2 * went);
            int excess = abs(before) - cases[i].most;
            assert_int_equal(went, excess > 0 ? (excess + 1) / 2 : 0);
            moved += went;
            model_run_close(&run);
        }
        assert_true(moved > 0);
    }
}

/* Who goes to another list keeps the aanmelding and the day of giving up. */
static void test_who_goes_keeps_aanmelding_and_patience(void **state)
{
    (void)state;
    bool found = false;
    for (uint32_t r = 0; r < 10 && !found; r++) {
        struct model_run run;
        fill(
            &run,
            MODEL_RUN_SET(LISTS, "bemiddeling.kans=1.0", "zorgvormen.zorg.uitval=0.05"),
            r);
        sim_time gives_up[22];
        int team[22];
        for (uint32_t row = 2; row < 22; row++) {
            const struct wmo_inwoner *inwoner = inwoner_of(&run, row);
            gives_up[row] =
                sim_fel_look(&run.gemeente->engine.fel, inwoner->event).time;
            team[row] = inwoner->team;
        }
        model_run_until_day(&run, 101);
        for (uint32_t row = 2; row < 22; row++) {
            const struct wmo_inwoner *inwoner = inwoner_of(&run, row);
            if (inwoner->toestand != WMO_TOESTAND_WACHT) {
                continue;
            }
            found = found || inwoner->team != team[row];
            assert_int_equal(inwoner->aanmelding, 0);
            assert_int_equal(
                sim_fel_look(&run.gemeente->engine.fel, inwoner->event).time,
                gives_up[row]);
        }
        model_run_close(&run);
    }
    assert_true(found);
}

/* Another aanbieder has no begeleider for them either. */
static void test_for_whom_is_searched_does_not_go(void **state)
{
    (void)state;
    struct model_run run;
    fill(&run,
         MODEL_RUN_SET(LISTS, "bemiddeling.kans=1.0", "onderaannemers.geen_match=1.0",
                       "onderaannemers.zoektijd=300.0"),
         0);
    model_run_until_day(&run, 201);
    assert_int_equal(bemiddeld(&run), 0);
    assert_int_equal(model_run_sum(&run, ZORG, 0, 0).gestart, 0);
    model_run_until_day(&run, 301);
    assert_int_equal(model_run_sum(&run, ZORG, 0, 0).gestart, 2);
    model_run_close(&run);
}

/* --- Switched off --- */

static void test_without_a_chance_no_bit_changes(void **state)
{
    (void)state;
    model_run_assert_same(MODEL_RUN_STAD, NULL,
                          MODEL_RUN_SET("bemiddeling.kans=0.0",
                                        "bemiddeling.interval=10.0",
                                        "bemiddeling.verschil=5.0"));
}

static void test_a_share_of_one_changes_nothing_where_there_is_one(void **state)
{
    (void)state;
    model_run_assert_same(
        MODEL_RUN_MINI, MODEL_RUN_SET("zorgvormen.zorg.instroom=60.0"),
        MODEL_RUN_SET("zorgvormen.zorg.instroom=60.0", "bemiddeling.kans=1.0"));
}

/* A whole city in which all kinds of teams stand beside each other balances. */
static void test_all_books_balance_in_a_city_where_many_go(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_STAD,
                   MODEL_RUN_SET("bemiddeling.kans=0.5", "bemiddeling.interval=30.0",
                                 "bemiddeling.verschil=10.0"));
    model_run_begin(&run, 1, 0);
    model_run_finish(&run);
    assert_true(bemiddeld(&run) > 0);
    model_run_close(&run);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_who_cannot_begin_begins_with_another),
        cmocka_unit_test(test_the_longest_waiting_goes_to_who_has_room),
        cmocka_unit_test(test_of_more_with_room_it_is_the_one_with_least_to_do),
        cmocka_unit_test(test_who_stood_behind_begins_where_it_waited),
        cmocka_unit_test(test_the_chance_is_the_share_that_goes_to_each),
        cmocka_unit_test(test_lists_are_evened_out_to_the_difference_that_counts),
        cmocka_unit_test(test_who_goes_keeps_aanmelding_and_patience),
        cmocka_unit_test(test_for_whom_is_searched_does_not_go),
        cmocka_unit_test(test_without_a_chance_no_bit_changes),
        cmocka_unit_test(test_a_share_of_one_changes_nothing_where_there_is_one),
        cmocka_unit_test(test_all_books_balance_in_a_city_where_many_go),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("bemiddeling", tests, NULL, NULL);
}
