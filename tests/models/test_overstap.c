/* tests/models/test_overstap.c - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Going to another aanbieder with a budget of one's own. drie-aanbieders.cfg has three,
 * of weight 3, 0.7 and 0.7; 5 hours a week cost 25,000 euro in a year.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <math.h>

#include "tests/support/model_run.h"

#define DRIE "tests/scenario/model/drie-aanbieders.cfg"
#define ZORG 1
#define MINUTES 300
#define OVERSTAP(p) "bekostiging.persoonsvolgend.overstap=" p
#define BUDGET                                               \
    "begrotingsposten.zorg.bekostiging=\"persoonsvolgend\"", \
        "zorgvormen.zorg.evaluatie.interval=100.0"

/* 2020 has 366 days. */
#define CENTS_A_DAY (2500000.0 / 366)

static const struct wmo_inwoner *at(const struct model_run *run, uint32_t row)
{
    return &run->gemeente->inwoners.rows[row];
}

static int aanbieder_of(const struct model_run *run, uint32_t row)
{
    const struct wmo_gemeente *g = run->gemeente;
    return g->landschap.aanbieders.aanbod[g->teams.items[at(run, row)->team].aanbod]
        .aanbieder;
}

static void test_who_goes_takes_the_budget_along_to_the_day(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(
        &run, DRIE,
        MODEL_RUN_SET(BUDGET, OVERSTAP("1.0"), "personeel.overdracht_uren=7.0"));
    model_run_begin(&run, 1, 0);
    uint32_t row = model_run_enter(&run, ZORG, 0, MINUTES);
    const struct wmo_team *old = &run.gemeente->teams.items[at(&run, row)->team];
    int before = aanbieder_of(&run, row);
    model_run_until(&run, 100 * SIM_DAY - 1);
    assert_int_equal(aanbieder_of(&run, row), before);
    model_run_until_day(&run, 100);
    assert_int_not_equal(aanbieder_of(&run, row), before);
    assert_int_equal(at(&run, row)->minutes, MINUTES);
    const struct wmo_team *new = &run.gemeente->teams.items[at(&run, row)->team];
    assert_true(fabs((double)old->geboekt_cents - 100 * CENTS_A_DAY) <= 1);
    assert_true(fabs((double)new->geboekt_cents - 266 * CENTS_A_DAY) <= 0.5);
    assert_int_equal(old->staff.total.used, 0);
    assert_int_equal(new->staff.total.used, MINUTES);
    uint32_t begeleider = run.gemeente->medewerkers.teams[at(&run, row)->team].first +
                          (uint32_t)at(&run, row)->member;
    assert_int_equal(run.gemeente->medewerkers.rows[begeleider].overdrachten, 1);
    model_run_until_day(&run, 108);
    assert_int_equal(run.gemeente->medewerkers.rows[begeleider].overdrachten, 0);
    struct wmo_tel tel = model_run_sum(&run, ZORG, 0, 0);
    assert_int_equal(tel.overgestapt, 1);
    assert_int_equal(tel.wisselingen, 1);
    assert_int_equal(tel.gestart, 1);
    assert_int_equal(tel.uitstroom, 0);
    model_run_close(&run);
}

/* A minute each, so that there is room for all; one evaluation. Of those with the
 * largest half goes to each of the others; of theirs 3 of 3.7 go to the largest. */
static void test_the_stated_share_goes_by_the_weights_of_the_others(void **state)
{
    (void)state;
    enum { COUNT = 900, THREE = 3 };
    const double p = 0.3;
    struct model_run run;
    model_run_open(&run, DRIE, MODEL_RUN_SET(BUDGET, OVERSTAP("0.3")));
    model_run_begin(&run, 1, 0);
    static uint32_t row[COUNT];
    static int before[COUNT];
    for (int i = 0; i < COUNT; i++) {
        row[i] = model_run_enter(&run, ZORG, 0, 1);
        before[i] = aanbieder_of(&run, row[i]) - 1; /* the buurtteam is the first */
    }
    model_run_until_day(&run, 150);
    double gone[THREE][THREE] = {{0}}, all[THREE] = {0};
    for (int i = 0; i < COUNT; i++) {
        gone[before[i]][aanbieder_of(&run, row[i]) - 1]++;
        all[before[i]]++;
    }
    const double weight[THREE] = {3, 0.7, 0.7};
    for (int from = 0; from < THREE; from++) {
        for (int to = 0; to < THREE; to++) {
            double others = 4.4 - weight[from];
            double q = from == to ? 1 - p : p * weight[to] / others;
            assert_true(fabs(gone[from][to] - q * all[from]) <=
                        4 * sqrt(all[from] * q * (1 - q)));
        }
    }
    model_run_close(&run);
}

/* All three have somebody with all hours of each medewerker. */
static void test_without_room_elsewhere_nobody_goes(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, DRIE,
                   MODEL_RUN_SET(BUDGET, OVERSTAP("1.0"),
                                 "toewijzing.regel=\"eerste_ruimte\"",
                                 "begrotingsposten.zorg.bedrag=2000000.0"));
    model_run_begin(&run, 1, 0);
    int64_t used = 1;
    while (used > 0) { /* until the next waits */
        int64_t before = model_run_sum(&run, ZORG, 0, 0).gestart;
        model_run_enter(&run, ZORG, 0, 20 * 60);
        used = model_run_sum(&run, ZORG, 0, 0).gestart - before;
    }
    model_run_until_day(&run, 150);
    assert_true(model_run_sum(&run, ZORG, 0, 0).evaluaties > 3);
    assert_int_equal(model_run_sum(&run, ZORG, 0, 0).overgestapt, 0);
    model_run_close(&run);
}

static void test_only_budgets_of_inwoners_go_along(void **state)
{
    (void)state;
    model_run_assert_same(MODEL_RUN_STAD,
                          MODEL_RUN_SET("zorgvormen.zorg.evaluatie.interval=100.0",
                                        "zorgvormen.zorg.evaluatie.opschalen=0.2"),
                          MODEL_RUN_SET("zorgvormen.zorg.evaluatie.interval=100.0",
                                        "zorgvormen.zorg.evaluatie.opschalen=0.2",
                                        OVERSTAP("1.0")));
    model_run_assert_same(
        DRIE, MODEL_RUN_SET("begrotingsposten.zorg.bekostiging=\"persoonsvolgend\""),
        MODEL_RUN_SET(BUDGET, OVERSTAP("0.0")));
}

static void test_going_without_evaluations_is_refused(void **state)
{
    (void)state;
    model_run_assert_fault(
        DRIE, MODEL_RUN_SET(OVERSTAP("0.1")),
        "overstappen gebeurt bij evaluaties, en geen zorgvorm heeft er: vul "
        "'evaluatie.interval' in");
}

int main(void)
{
    gsl_set_error_handler_off();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_who_goes_takes_the_budget_along_to_the_day),
        cmocka_unit_test(test_the_stated_share_goes_by_the_weights_of_the_others),
        cmocka_unit_test(test_without_room_elsewhere_nobody_goes),
        cmocka_unit_test(test_only_budgets_of_inwoners_go_along),
        cmocka_unit_test(test_going_without_evaluations_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
