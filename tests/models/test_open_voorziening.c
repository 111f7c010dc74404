/* tests/models/test_open_voorziening.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <math.h>

#include "sim/statistics/tally.h"
#include "tests/support/model_run.h"

#define OPEN "tests/scenario/model/open-voorziening.cfg"
#define DAG 2

static const struct wmo_tel *tel_of(const struct model_run *run, int year)
{
    const struct wmo_record *record = &run->gemeente->record;
    return &record->tel[year * record->total_count +
                        wmo_gemeente_line_sociale_basis(run->gemeente, 0)];
}

/* The share of those who try in the second year and find no place. */
static double loss_of(const struct model_run *run)
{
    const struct wmo_tel *tel = tel_of(run, 1);
    return (double)tel->open_geen_plaats /
           (double)(tel->open_gestart + tel->open_geen_plaats);
}

/* 400 a year who stay 9.13125 days offer a load of 10 to 10 places: by the recursion of
 * Erlang's loss formula B(n) = a B(n - 1) / (n + a B(n - 1)). */
static void test_full_places_lose_what_erlang_says_and_those_get_maatwerk(void **state)
{
    (void)state;
    enum { REPLICATIONS = 30 };
    double expected = 1;
    for (int n = 1; n <= 10; n++) {
        expected = 10 * expected / (n + 10 * expected);
    }
    struct model_run run;
    model_run_open(&run, OPEN, NULL);
    struct sim_tally loss;
    sim_tally_reset(&loss);
    for (uint32_t r = 0; r < REPLICATIONS; r++) {
        model_run_begin(&run, 1, r);
        model_run_finish(&run);
        sim_tally_add(&loss, loss_of(&run));
        assert_int_equal(model_run_sum(&run, DAG, 0, 1).aangemeld,
                         tel_of(&run, 0)->open_geen_plaats +
                             tel_of(&run, 1)->open_geen_plaats);
    }
    assert_true(fabs(sim_tally_mean(&loss) - expected) <=
                4 * sim_tally_standard_error(&loss));
    model_run_close(&run);
}

/* With room for all, half of the verwijzingen are taken over, and each of those brings
 * another with chance 0.3. */
static void test_a_share_is_taken_over_and_brings_others(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, OPEN,
                   MODEL_RUN_SET("open_voorzieningen.open.aandeel=0.5",
                                 "open_voorzieningen.open.plaatsen=1000.0",
                                 "open_voorzieningen.open.aanzuiging=0.3"));
    model_run_begin(&run, 1, 0);
    model_run_finish(&run);
    double extra = 0, taken = 0;
    for (int y = 0; y < 2; y++) {
        assert_int_equal(tel_of(&run, y)->open_geen_plaats, 0);
        extra += (double)tel_of(&run, y)->open_aanzuiging;
        taken +=
            (double)(tel_of(&run, y)->open_gestart - tel_of(&run, y)->open_aanzuiging);
    }
    double all = taken + (double)model_run_sum(&run, DAG, 0, 1).aangemeld;
    assert_true(all > 500);
    assert_true(fabs(taken - 0.5 * all) <= 4 * sqrt(all) * 0.5);
    assert_true(fabs(extra - 0.3 * taken) <= 4 * sqrt(taken * 0.3 * 0.7));
    model_run_close(&run);
}

/* From 0 at the start of 2020 to 1 at the start of 2022: on average a quarter in the
 * first year and three quarters in the second. */
static void test_the_share_can_grow(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, OPEN,
                   MODEL_RUN_SET("open_voorzieningen.open.plaatsen=1000.0",
                                 "toegang.onderzoek_duur=0.0",
                                 "hulpvragen.per_1000_inwoners=9000.0",
                                 "open_voorzieningen.open.aandeel={jaren=[2020,2022];"
                                 "waarden=[0.0,1.0];}"));
    model_run_begin(&run, 1, 0);
    model_run_finish(&run);
    for (int y = 0; y < 2; y++) {
        double taken = (double)tel_of(&run, y)->open_gestart;
        double all = taken + (double)model_run_sum(&run, DAG, y, y).aangemeld;
        double share = y == 0 ? 0.25 : 0.75;
        assert_true(fabs(taken - share * all) <= 4 * sqrt(all * share * (1 - share)));
    }
    model_run_close(&run);
}

/* 10 places of 1000 euro cost 10,000 a year and 10% more in 2021; paid from the budget
 * of dag they leave so much less of it. */
static void test_places_cost_money_used_or_not(void **state)
{
    (void)state;
    struct model_run apart, within;
    model_run_open(&apart, OPEN, MODEL_RUN_SET("begroting.loonkosten_groei=0.1"));
    model_run_open(&within, OPEN,
                   MODEL_RUN_SET("begroting.loonkosten_groei=0.1",
                                 "open_voorzieningen.open.uit_budget_zorgvorm=true"));
    model_run_begin(&apart, 1, 0);
    model_run_begin(&within, 1, 0);
    model_run_finish(&apart);
    model_run_finish(&within);
    for (int y = 0; y < 2; y++) {
        int64_t cents = y == 0 ? 1000000 : 1100000;
        assert_int_equal(tel_of(&apart, y)->open_cents, cents);
        assert_int_equal(tel_of(&within, y)->open_cents, cents);
        assert_int_equal(model_run_sum(&apart, DAG, y, y).begroot_cents -
                             model_run_sum(&within, DAG, y, y).begroot_cents,
                         cents);
    }
    model_run_close(&apart);
    model_run_close(&within);
}

static void test_an_open_voorziening_that_takes_nothing_changes_nothing(void **state)
{
    (void)state;
    model_run_assert_same_files(MODEL_RUN_STAD, "tests/scenario/model/stad-open.cfg");
}

/* From 0.2 and 10 places to 0.6 and 50 in 2021; half of that growth. */
static void test_an_open_voorziening_can_half_fail(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(
        &run, OPEN,
        MODEL_RUN_SET(
            "open_voorzieningen.open.slaagt=0.5",
            "open_voorzieningen.open.aandeel={jaren=[2020,2021];waarden=[0.2,0.6];}",
            "open_voorzieningen.open.plaatsen={jaren=[2020,2021];waarden=[10.0,50.0];"
            "}"));
    const struct wmo_open_voorziening *v = &run.gemeente->landschap.open.items[0];
    assert_true(sim_series_at(&v->aandeel, 2020) == 0.2);
    assert_true(fabs(sim_series_at(&v->aandeel, 2021) - 0.4) < 1e-12);
    assert_true(sim_series_at(&v->plaatsen, 2021) == 30);
    model_run_close(&run);
}

static void test_an_open_voorziening_that_fails_stays_as_it_began(void **state)
{
    (void)state;
    model_run_assert_same(
        OPEN,
        MODEL_RUN_SET("open_voorzieningen.open.aandeel=0.2",
                      "open_voorzieningen.open.plaatsen=10.0"),
        MODEL_RUN_SET(
            "open_voorzieningen.open.slaagt=0.0",
            "open_voorzieningen.open.aandeel={jaren=[2020,2021];waarden=[0.2,0.6];}",
            "open_voorzieningen.open.plaatsen={jaren=[2020,2021];waarden=[10.0,50.0];"
            "}"));
}

static void test_an_open_voorziening_takes_nothing_from_the_buurtteam(void **state)
{
    (void)state;
    model_run_assert_fault(
        OPEN, MODEL_RUN_SET("open_voorzieningen.open.zorgvorm=\"buurtteam\""),
        "een open voorziening neemt niets over van het buurtteam");
}

int main(void)
{
    gsl_set_error_handler_off();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_full_places_lose_what_erlang_says_and_those_get_maatwerk),
        cmocka_unit_test(test_a_share_is_taken_over_and_brings_others),
        cmocka_unit_test(test_the_share_can_grow),
        cmocka_unit_test(test_places_cost_money_used_or_not),
        cmocka_unit_test(test_an_open_voorziening_that_takes_nothing_changes_nothing),
        cmocka_unit_test(test_an_open_voorziening_can_half_fail),
        cmocka_unit_test(test_an_open_voorziening_that_fails_stays_as_it_began),
        cmocka_unit_test(test_an_open_voorziening_takes_nothing_from_the_buurtteam),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
