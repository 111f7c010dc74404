/* tests/models/test_groep.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <math.h>
#include <stdlib.h>

#include "models/zorg/groep.h"
#include "models/traject/traject.h"
#include "tests/support/model_run.h"

#define ZORG 1
#define TEAM 1

/* Groups of 2 to 3 inwoners, of 5 hours a week; 40 hours of medewerkers are 8 groups.
 * Nobody comes by himself, and stays outlast the test. */
#define GROUPS                                                                      \
    "zorgvormen.zorg.instroom=0.0", "zorgvormen.zorg.verblijfsduur=1000.0",         \
        "zorgvormen.zorg.begeleiding=groep", "zorgvormen.zorg.groep.maximum=3",     \
        "zorgvormen.zorg.groep.minimum=2", "zorgvormen.zorg.groep.begeleiders=1.0", \
        "zorgvormen.zorg.groep.uren_per_dagdeel=5.0"

static const struct wmo_team *team(const struct model_run *run)
{
    return &run->gemeente->teams.items[TEAM];
}

/* [open] groups with [taken] places, which take all hours that are taken. */
static void assert_groups(const struct model_run *run, int open, int taken)
{
    assert_int_equal(wmo_gemeente_verify(run->gemeente), SIM_OK);
    assert_int_equal(team(run)->groepen.open.level, open);
    assert_int_equal(team(run)->groepen.dagdelen.level, taken);
    assert_int_equal(team(run)->staff.total.used + team(run)->belasting.level,
                     open * 300);
}

static bool is_in_care(const struct model_run *run, uint32_t row)
{
    return run->gemeente->inwoners.rows[row].toestand == WMO_TOESTAND_IN_ZORG;
}

static void end_now(struct model_run *run, uint32_t row)
{
    wmo_gemeente_cancel(run->gemeente, row);
    assert_int_equal(wmo_traject_uitstroom(run->gemeente, row), SIM_OK);
}

/*  P1 asks 2 dagdelen: 2 groups of one would be too small
 *  P2 too: 2 groups of 2
 *  P3 too: 2 groups of 3, full
 *  P4 too: 3 groups of 3, 3 and 2
 *  P1 goes: 3 groups of 2
 *  P2 goes: 4 dagdelen are 3 groups below the minimum and fit in 2
 *  P3 goes: P4 alone is below the minimum, but has nowhere to go: 2 groups
 *  P4 goes: none */
static void test_groups_open_and_close_with_their_inwoners(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI, MODEL_RUN_SET(GROUPS));
    model_run_begin(&run, 1, 0);
    uint32_t p1 = model_run_enter(&run, ZORG, 0, 2);
    assert_false(is_in_care(&run, p1));
    assert_groups(&run, 0, 0);
    uint32_t p2 = model_run_enter(&run, ZORG, 0, 2);
    assert_true(is_in_care(&run, p1) && is_in_care(&run, p2));
    assert_groups(&run, 2, 4);
    uint32_t p3 = model_run_enter(&run, ZORG, 0, 2);
    assert_groups(&run, 2, 6);
    uint32_t p4 = model_run_enter(&run, ZORG, 0, 2);
    assert_groups(&run, 3, 8);
    end_now(&run, p1);
    assert_groups(&run, 3, 6);
    end_now(&run, p2);
    assert_groups(&run, 2, 4);
    end_now(&run, p3);
    assert_groups(&run, 2, 2);
    end_now(&run, p4);
    assert_groups(&run, 0, 0);
    model_run_close(&run);
}

/* Three groups of two in 2020 cost 75,000; in 2021 there is 60,000, and two groups of
 * three have room for all. */
static void test_groups_that_are_too_dear_merge(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET(GROUPS,
                                 "begrotingsposten.zorg.bedrag={ jaren = [2020, 2021]; "
                                 "waarden = [80000.0, 60000.0]; }"));
    model_run_begin(&run, 1, 0);
    uint32_t first = model_run_enter(&run, ZORG, 0, 2);
    for (int i = 0; i < 3; i++) {
        model_run_enter(&run, ZORG, 0, 2);
    }
    assert_groups(&run, 3, 8);
    end_now(&run, first);
    model_run_until_day(&run, 365);
    assert_groups(&run, 3, 6);
    model_run_until_day(&run, 366);
    assert_groups(&run, 2, 6);
    model_run_close(&run);
}

/* 40 hours, and a little more money than eight groups cost. Eight groups of three are
 * 24 places: 12 inwoners of 2 dagdelen, and P13 waits. With one room for 5 dagdelen
 * there are 15 places, for 7 inwoners. */
static void test_hours_and_rooms_limit_the_groups(void **state)
{
    (void)state;
    static const int most[] = {12, 7}, open[] = {8, 5};
    for (int rooms = 0; rooms < 2; rooms++) {
        struct model_run run;
        model_run_open(
            &run, MODEL_RUN_MINI,
            rooms == 0 ? MODEL_RUN_SET(GROUPS, "zorgvormen.zorg.groep.ruimten_stad=100",
                                       "zorgvormen.zorg.groep.dagdelen_per_ruimte=21")
                       : MODEL_RUN_SET(GROUPS, "zorgvormen.zorg.groep.ruimten=1",
                                       "zorgvormen.zorg.groep.dagdelen_per_ruimte=5"));
        model_run_begin(&run, 1, 0);
        for (int i = 0; i < 15; i++) {
            model_run_enter(&run, ZORG, 0, 2);
        }
        assert_groups(&run, open[rooms], 2 * most[rooms]);
        assert_int_equal(team(&run)->wachtlijst.length, 15 - most[rooms]);
        model_run_close(&run);
    }
}

/* Seven rooms of ten dagdelen are seventy groups, over all teams of the zorgvorm and in
 * proportion to what they have of the formatie, to less than one group. */
static void test_rooms_of_the_city_are_divided_over_all_teams(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_STAD,
                   MODEL_RUN_SET("zorgvormen.dag.begeleiding=groep",
                                 "zorgvormen.dag.groep.maximum=5",
                                 "zorgvormen.dag.groep.begeleiders=1.2",
                                 "zorgvormen.dag.groep.uren_per_dagdeel=4.75",
                                 "zorgvormen.dag.groep.ruimten_stad=7",
                                 "zorgvormen.dag.groep.dagdelen_per_ruimte=10"));
    model_run_begin(&run, 1, 0);
    const struct wmo_gemeente *g = run.gemeente;
    int64_t groups = 0, minutes = 0;
    for (int t = 0; t < g->teams.count; t++) {
        if (g->teams.items[t].zorgvorm == 2) {
            groups += g->teams.items[t].groepen.most_open;
            minutes += g->formatie[t].minutes;
        }
    }
    assert_int_equal(groups, 70);
    int teams = 0;
    for (int t = 0; t < g->teams.count; t++) {
        if (g->teams.items[t].zorgvorm == 2) {
            double part = (double)g->formatie[t].minutes / (double)minutes;
            assert_true(fabs(g->teams.items[t].groepen.most_open - 70 * part) < 1);
            teams++;
        }
    }
    assert_true(teams > 1);
    model_run_close(&run);
}

/* A fte is 20 hours a week and costs 100,000: a group costs 25,000 a year, for four
 * inwoners of one dagdeel in two groups as for six. Of 2021, which has 365 days. */
static int64_t booked_by(int inwoners)
{
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET(GROUPS, "periode.start=2021-01-01"));
    model_run_begin(&run, 1, 0);
    for (int i = 0; i < inwoners; i++) {
        model_run_enter(&run, ZORG, 0, 1);
    }
    model_run_finish(&run);
    int64_t booked = model_run_sum(&run, ZORG, 0, 0).geboekt_cents;
    assert_int_equal(model_run_sum(&run, ZORG, 0, 0).overig_cents, 0);
    model_run_close(&run);
    return booked;
}

static void test_a_group_costs_the_same_for_every_size(void **state)
{
    (void)state;
    /* Each booking is rounded to a cent: a case and its part of the group. */
    assert_true(llabs(booked_by(3) - 2500000) <= 2 * 3);
    assert_true(llabs(booked_by(4) - 5000000) <= 2 * 4);
    assert_true(llabs(booked_by(6) - 5000000) <= 2 * 6);
    assert_true(llabs(booked_by(7) - 7500000) <= 2 * 7);
}

/* Puts every inwoner in the emptiest groups, who comes most first: with one place more
 * than there is, or who needs more groups than there are, this would overflow. */
static void assert_a_real_allocation(const struct wmo_groepen *groepen, int maximum)
{
    int size[64] = {0};
    int open = (int)groepen->open.level;
    assert_true(open <= 64);
    for (int k = WMO_DAGDELEN_MAX; k > 0; k--) {
        for (int i = 0; i < groepen->inwoners[k]; i++) {
            bool chosen[64] = {false};
            for (int d = 0; d < k; d++) {
                int best = -1;
                for (int g = 0; g < open; g++) {
                    if (!chosen[g] && (best < 0 || size[g] < size[best])) {
                        best = g;
                    }
                }
                assert_true(best >= 0);
                chosen[best] = true;
                assert_true(++size[best] <= maximum);
            }
        }
    }
}

/* Whoever comes and goes, everybody has a place in as many groups as dagdelen, no group
 * is too large, and none could close. All sequences of 7 steps of inwoners with 1 to 3
 * dagdelen that come, or the last that goes. */
static void test_every_sequence_leaves_real_groups(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI, MODEL_RUN_SET(GROUPS));
    for (int sequence = 0; sequence < 4 * 4 * 4 * 4 * 4 * 4 * 4; sequence++) {
        int here[7], count = 0;
        model_run_begin(&run, 1, 0);
        for (int rest = sequence, step = 0; step < 7; step++, rest /= 4) {
            if (rest % 4 > 0) {
                here[count++] = rest % 4;
                wmo_groep_join(run.gemeente, TEAM, rest % 4);
            } else if (count > 0) {
                wmo_groep_leave(run.gemeente, TEAM, here[--count]);
            }
            assert_a_real_allocation(&team(&run)->groepen, 3);
        }
        while (count > 0) {
            wmo_groep_leave(run.gemeente, TEAM, here[--count]);
        }
        assert_int_equal(team(&run)->groepen.open.level, 0);
        assert_int_equal(team(&run)->belasting.level, 0);
        if (sequence % 64 == 0) {
            model_run_finish(&run);
        }
    }
    model_run_close(&run);
}

/* 100 minutes are the part of one in a group of 3 x 100; 240 are 2.4 of those. */
static void test_hours_of_a_full_group_give_the_dagdelen(void **state)
{
    (void)state;
    const struct wmo_groep rules = {.maximum = 3, .minutes = 300};
    assert_int_equal(wmo_groep_dagdelen(&rules, 100), 1);
    assert_int_equal(wmo_groep_dagdelen(&rules, 10), 1);
    assert_int_equal(wmo_groep_dagdelen(&rules, 240), 2);
    assert_int_equal(wmo_groep_dagdelen(&rules, 260), 3);
    assert_int_equal(wmo_groep_dagdelen(&rules, 1e6), WMO_DAGDELEN_MAX);
}

static void test_without_a_maximum_there_are_no_groups(void **state)
{
    (void)state;
    model_run_assert_same(MODEL_RUN_STAD, NULL,
                          MODEL_RUN_SET("zorgvormen.dag.groep.minimum=2",
                                        "zorgvormen.dag.groep.begeleiders=1.0",
                                        "zorgvormen.dag.groep.uren_per_dagdeel=4.0"));
}

static void test_a_city_with_groups_balances(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_STAD,
                   MODEL_RUN_SET("zorgvormen.dag.begeleiding=groep",
                                 "zorgvormen.dag.groep.maximum=5",
                                 "zorgvormen.dag.groep.minimum=3",
                                 "zorgvormen.dag.groep.begeleiders=1.2",
                                 "zorgvormen.dag.groep.uren_per_dagdeel=4.75"));
    for (uint32_t replication = 0; replication < 3; replication++) {
        model_run_begin(&run, 11, replication);
        int32_t day = 0;
        while (day < 1000) {
            model_run_until_day(&run, day += 50);
            assert_int_equal(wmo_gemeente_verify(run.gemeente), SIM_OK);
        }
        model_run_finish(&run);
    }
    struct wmo_tel tel = model_run_sum(&run, 2, 0, 2);
    assert_true(tel.groepen_area > 0);
    assert_true(tel.dagdelen_area <= 5 * tel.groepen_area);
    model_run_close(&run);
}

static void test_what_does_not_fit_is_a_fault(void **state)
{
    (void)state;
    model_run_assert_fault(
        MODEL_RUN_MINI, MODEL_RUN_SET("zorgvormen.zorg.groep.maximum=8"),
        "groepen van 'zorg' vragen begeleiding \"groep\", 'groep.begeleiders' en "
        "'groep.uren_per_dagdeel'");
    model_run_assert_fault(
        MODEL_RUN_MINI, MODEL_RUN_SET(GROUPS, "zorgvormen.zorg.groep.minimum=4"),
        "bij 'zorg' is het minimum van een groep groter dan het maximum");
    model_run_assert_fault(MODEL_RUN_MINI,
                           MODEL_RUN_SET(GROUPS, "zorgvormen.zorg.groep.ruimten=4"),
                           "'groep.ruimten' vraagt 'groep.dagdelen_per_ruimte'");
    model_run_assert_fault(
        MODEL_RUN_MINI, MODEL_RUN_SET(GROUPS, "zorgvormen.zorg.groep.ruimten_stad=4"),
        "'groep.ruimten_stad' vraagt 'groep.dagdelen_per_ruimte'");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_groups_open_and_close_with_their_inwoners),
        cmocka_unit_test(test_groups_that_are_too_dear_merge),
        cmocka_unit_test(test_hours_and_rooms_limit_the_groups),
        cmocka_unit_test(test_rooms_of_the_city_are_divided_over_all_teams),
        cmocka_unit_test(test_a_group_costs_the_same_for_every_size),
        cmocka_unit_test(test_every_sequence_leaves_real_groups),
        cmocka_unit_test(test_hours_of_a_full_group_give_the_dagdelen),
        cmocka_unit_test(test_without_a_maximum_there_are_no_groups),
        cmocka_unit_test(test_a_city_with_groups_balances),
        cmocka_unit_test(test_what_does_not_fit_is_a_fault),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("groep", tests, NULL, NULL);
}
