/* tests/models/test_aanbieder.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <math.h>
#include <string.h>

#include "tests/support/model_run.h"

/* stad.cfg. Aanbieders: Buurtteam, Aanbieder, Stedelijk 1, Stedelijk 2, Plaatselijk.
 * Aanbod: 0 buurtteam; 1 zorg and 2 dag of Aanbieder; 3 and 4 zorg of Stedelijk; 5 zorg
 * and 6 dag of Plaatselijk, which does not serve Wijk (0). */
static int open_stad(void **state)
{
    static struct model_run run;
    model_run_open(&run, MODEL_RUN_STAD, NULL);
    *state = &run;
    return 0;
}

static int close_stad(void **state)
{
    model_run_close(*state);
    return 0;
}

static const struct wmo_aanbieders *aanbieders(void **state)
{
    const struct model_run *run = *state;
    return &run->gemeente->landschap.aanbieders;
}

static void test_equal_aanbieders_are_numbered(void **state)
{
    static const char *const name[] = {"Buurtteam", "Aanbieder", "Stedelijk 1",
                                       "Stedelijk 2", "Plaatselijk"};
    const struct wmo_aanbieders *self = aanbieders(state);
    assert_int_equal(self->count, 5);
    for (int i = 0; i < 5; i++) {
        assert_string_equal(self->naam[i], name[i]);
    }
}

static void test_numbers_of_many_aanbieders_sort(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET("aanbieders.Aanbieder.aantal=12",
                                 "begrotingsposten.zorg.bedrag=2000000.0"));
    char *const *name = run.gemeente->landschap.aanbieders.naam;
    assert_string_equal(name[1], "Aanbieder 01");
    for (int i = 2; i <= 12; i++) {
        assert_true(strcmp(name[i - 1], name[i]) < 0);
    }
    model_run_close(&run);
}

static void test_teams_are_per_wijk_or_one_for_the_area(void **state)
{
    const struct wmo_aanbieders *self = aanbieders(state);
    static const int team_count[] = {3, 3, 3, 1, 1, 2, 2};
    assert_int_equal(self->aanbod_count, 7);
    for (int a = 0; a < 7; a++) {
        assert_int_equal(self->aanbod[a].team_count, team_count[a]);
        for (int w = 0; w < 3; w++) {
            int team = wmo_aanbieders_team(self, a, w);
            if (team != WMO_NONE) {
                assert_int_equal(self->teams[team].aanbod, a);
                assert_int_equal(self->teams[team].wijk,
                                 team_count[a] == 1 ? WMO_NONE : w);
            }
        }
    }
}

static void test_an_area_leaves_other_wijken_out(void **state)
{
    const struct wmo_aanbieders *self = aanbieders(state);
    for (int a = 0; a < 7; a++) {
        assert_int_equal(wmo_aanbieders_team(self, a, 0) == WMO_NONE, a >= 5);
        assert_true(wmo_aanbieders_team(self, a, 1) != WMO_NONE);
        assert_true(wmo_aanbieders_team(self, a, 2) != WMO_NONE);
    }
    assert_int_equal(wmo_aanbieders_keuze(self, 0, 1, 0)->count, 3);
    assert_int_equal(wmo_aanbieders_keuze(self, 0, 1, 1)->count, 4);
    assert_int_equal(wmo_aanbieders_keuze(self, 0, 2, 0)->count, 1);
}

/* Zorg in Wijk: 2 : 0.75 : 0.75; in Dorp and Hoek 2 : 0.75 : 0.75 : 0.5. */
static void test_weights_are_relative_to_who_serves_the_wijk(void **state)
{
    const struct wmo_aanbieders *self = aanbieders(state);
    assert_true(fabs(wmo_aanbieders_aandeel(self, 0, 1, 0) - 2 / 3.5) < 1e-12);
    assert_true(fabs(wmo_aanbieders_aandeel(self, 0, 3, 0) - 0.75 / 3.5) < 1e-12);
    assert_true(wmo_aanbieders_aandeel(self, 0, 5, 0) == 0);
    assert_true(fabs(wmo_aanbieders_aandeel(self, 0, 5, 2) - 0.5 / 4) < 1e-12);
    for (int w = 0; w < 3; w++) {
        double sum = 0;
        for (int a = 0; a < 7; a++) {
            sum += self->aanbod[a].zorgvorm == 1 ? wmo_aanbieders_aandeel(self, 0, a, w)
                                                 : 0;
        }
        assert_true(fabs(sum - 1) < 1e-12);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_equal_aanbieders_are_numbered),
        cmocka_unit_test(test_numbers_of_many_aanbieders_sort),
        cmocka_unit_test(test_teams_are_per_wijk_or_one_for_the_area),
        cmocka_unit_test(test_an_area_leaves_other_wijken_out),
        cmocka_unit_test(test_weights_are_relative_to_who_serves_the_wijk),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("aanbieder", tests, open_stad, close_stad);
}
