/* tests/models/test_sociale_basis.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <math.h>

#include "sim/statistics/tally.h"
#include "tests/support/model_run.h"

#define BASIS "tests/scenario/model/sociale-basis.cfg"

static void assert_places(struct model_run *run, int day, int wijk, int buur)
{
    model_run_until_day(run, day);
    assert_int_equal(run->gemeente->plaatsen[0].capacity, wijk);
    assert_int_equal(run->gemeente->plaatsen[1].capacity, buur);
}

/* 2020: 40 + 20 x 2 = 80, of which three quarters in Wijk. The investering starts on
 * day 182 and gives 20 more from day 212 to day 639 (1 October 2021). 2021: 40 + 30 x 2
 * = 100. */
static void
test_places_are_of_institutions_vrijwilligers_and_investeringen(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, BASIS, NULL);
    model_run_begin(&run, 1, 0);
    assert_places(&run, 0, 60, 20);
    assert_places(&run, 211, 60, 20);
    assert_places(&run, 212, 75, 25);
    assert_places(&run, 365, 75, 25);
    assert_places(&run, 366, 90, 30);
    assert_places(&run, 638, 90, 30);
    assert_places(&run, 639, 75, 25);
    model_run_finish(&run);
    model_run_close(&run);
}

/* Half of the 20 places come, or none; the money is spent all the same. */
static void test_an_investering_can_fail(void **state)
{
    (void)state;
    static const char *const slaagt[] = {
        "sociale_basis.investeringen.extra.slaagt=0.5",
        "sociale_basis.investeringen.extra.slaagt=0.0"};
    int64_t cents[2];
    for (int i = 0; i < 2; i++) {
        struct model_run run;
        model_run_open(&run, BASIS, MODEL_RUN_SET(slaagt[i]));
        model_run_begin(&run, 1, 0);
        assert_places(&run, 211, 60, 20);
        assert_places(&run, 212, i == 0 ? 68 : 60, i == 0 ? 23 : 20);
        model_run_finish(&run);
        cents[i] = wmo_record_tel(&run.gemeente->record,
                                  wmo_gemeente_line_sociale_basis(run.gemeente, 0))
                       ->investering_cents;
        model_run_close(&run);
    }
    assert_true(cents[0] > 0);
    assert_int_equal(cents[0], cents[1]);
}

/* With a delay of 200 days they are there from day 382 on, and not with the new year.
 */
static void test_an_investering_gives_no_places_before_its_delay(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, BASIS,
                   MODEL_RUN_SET("sociale_basis.investeringen.extra.vertraging=200.0"));
    model_run_begin(&run, 1, 0);
    assert_places(&run, 381, 75, 25);
    assert_places(&run, 382, 90, 30);
    model_run_close(&run);
}

static void test_places_can_be_divided_in_other_ways(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, BASIS, MODEL_RUN_SET("sociale_basis.verdeling=\"gelijk\""));
    model_run_begin(&run, 1, 0);
    assert_places(&run, 0, 40, 40);
    model_run_close(&run);
    model_run_open(&run, BASIS,
                   MODEL_RUN_SET("sociale_basis.verdeling=\"inwoners\"",
                                 "wijken.Wijk.vraagfactor=0.0"));
    model_run_begin(&run, 1, 0);
    assert_places(&run, 0, 60, 20);
    model_run_close(&run);
}

static void test_an_investering_can_be_for_one_wijk(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(
        &run, BASIS,
        MODEL_RUN_SET("sociale_basis.investeringen.extra.gebied=[\"Buur\"]"));
    model_run_begin(&run, 1, 0);
    assert_places(&run, 212, 60, 40);
    model_run_close(&run);
}

/* 184 of the 366 days of 2020 and 273 of the 365 of 2021 are paid, three quarters of it
 * in Wijk; prices of 2021 are 10% higher. */
static void test_an_investering_costs_what_is_paid(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, BASIS, NULL);
    model_run_begin(&run, 1, 0);
    model_run_finish(&run);
    const struct wmo_record *record = &run.gemeente->record;
    int line = wmo_gemeente_line_sociale_basis(run.gemeente, 0);
    double cents = 100 * 0.75 * 10000;
    assert_int_equal(record->tel[line].investering_cents, lround(cents * 184 / 366));
    assert_int_equal(record->tel[record->total_count + line].investering_cents,
                     lround(cents * 273 / 365 * 1.1));
    model_run_close(&run);
}

/* Erlang's loss formula by its recursion (Erlang 1917). */
static double erlang_b(double load, int places)
{
    double loss = 1;
    for (int n = 1; n <= places; n++) {
        loss = load * loss / (n + load * loss);
    }
    return loss;
}

/* The share of hulpvragen that fit and find no place, over the second year, of
 * replications that begin empty: a stay is so short that a year is more than enough. */
static void assert_loss(const char *duration, double mean_days)
{
    enum { REPLICATIONS = 60 };
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET("hulpvragen.per_1000_inwoners=1000.0",
                                 "sociale_basis.plaatsen=10.0",
                                 "sociale_basis.aandeel_passend=1.0", duration,
                                 "begrotingsposten.buurtteam.bedrag=0.0",
                                 "zorgvormen.zorg.instroom=0.0"));
    struct sim_tally loss;
    sim_tally_reset(&loss);
    for (uint32_t r = 0; r < REPLICATIONS; r++) {
        model_run_begin(&run, 1, r);
        model_run_finish(&run);
        const struct wmo_record *record = &run.gemeente->record;
        const struct wmo_tel *tel =
            &record->tel[record->total_count +
                         wmo_gemeente_line_sociale_basis(run.gemeente, 0)];
        assert_int_equal(tel->aangemeld, tel->gestart + tel->geen_plaats);
        sim_tally_add(&loss, (double)tel->geen_plaats / (double)tel->aangemeld);
    }
    double expected = erlang_b(1000 / 365.25 * mean_days, 10);
    assert_true(fabs(sim_tally_mean(&loss) - expected) <=
                4 * sim_tally_standard_error(&loss));
    model_run_close(&run);
}

static void test_a_full_sociale_basis_loses_what_erlang_says(void **state)
{
    (void)state;
    assert_loss(
        "sociale_basis.verblijfsduur={vorm=\"exponentieel\";gemiddelde=3.6525;}",
        3.6525);
}

static void test_the_loss_does_not_depend_on_how_the_stay_is_spread(void **state)
{
    (void)state;
    assert_loss("sociale_basis.verblijfsduur=3.6525", 3.6525);
}

static void test_switched_off_it_changes_nothing(void **state)
{
    (void)state;
    model_run_assert_same(MODEL_RUN_STAD, NULL,
                          MODEL_RUN_SET("vrijwilligers.aantal=0.0",
                                        "vrijwilligers.groei=0.3",
                                        "vrijwilligers.plaatsen_per_vrijwilliger=2.0",
                                        "sociale_basis.verdeling=\"vraag\""));
}

static void test_faults_in_the_sociale_basis_are_told(void **state)
{
    (void)state;
    model_run_assert_fault(
        BASIS, MODEL_RUN_SET("sociale_basis.investeringen.extra.vertraging=457.0"),
        "investering 'extra' eindigt voordat er plaatsen zijn");
    model_run_assert_fault(
        BASIS, MODEL_RUN_SET("sociale_basis.investeringen.extra.bedrag=1e10"),
        "de sociale basis heeft in 2020 meer dan 10000000 plaatsen");
}

int main(void)
{
    gsl_set_error_handler_off();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(
            test_places_are_of_institutions_vrijwilligers_and_investeringen),
        cmocka_unit_test(test_an_investering_can_fail),
        cmocka_unit_test(test_an_investering_gives_no_places_before_its_delay),
        cmocka_unit_test(test_places_can_be_divided_in_other_ways),
        cmocka_unit_test(test_an_investering_can_be_for_one_wijk),
        cmocka_unit_test(test_an_investering_costs_what_is_paid),
        cmocka_unit_test(test_a_full_sociale_basis_loses_what_erlang_says),
        cmocka_unit_test(test_the_loss_does_not_depend_on_how_the_stay_is_spread),
        cmocka_unit_test(test_switched_off_it_changes_nothing),
        cmocka_unit_test(test_faults_in_the_sociale_basis_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
