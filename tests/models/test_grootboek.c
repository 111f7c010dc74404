/* tests/models/test_grootboek.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <math.h>
#include <stdlib.h>

#include "models/bekostiging/grootboek.h"
#include "models/uitkomst/outcome.h"
#include "tests/support/model_run.h"

#define ZORG 1

/* --- A cooked book is found --- */

static void open_stad(struct model_run *run, int day)
{
    model_run_open(run, MODEL_RUN_STAD, NULL);
    model_run_begin(run, 1, 0);
    model_run_until_day(run, day);
    assert_int_equal(wmo_gemeente_verify(run->gemeente), SIM_OK);
}

#define ASSERT_GUARDED(type, name)                                          \
    tel->name++;                                                            \
    assert_int_equal(wmo_gemeente_verify(run.gemeente), SIM_ERR_INVARIANT); \
    tel->name--;                                                            \
    run.gemeente->grootboek.totaal.name--;                                  \
    assert_int_equal(wmo_gemeente_verify(run.gemeente), SIM_ERR_INVARIANT); \
    run.gemeente->grootboek.totaal.name++;

static void test_a_cent_too_many_is_found_on_every_account(void **state)
{
    (void)state;
    struct model_run run;
    open_stad(&run, 200);
    for (int line = 0; line < run.gemeente->record.line_count; line++) {
        struct wmo_tel *tel = wmo_record_tel(&run.gemeente->record, line);
        WMO_TEL_BOEKINGEN(ASSERT_GUARDED)
        WMO_TEL_ONTVANGSTEN(ASSERT_GUARDED)
    }
    assert_int_equal(wmo_gemeente_verify(run.gemeente), SIM_OK);
    model_run_close(&run);
}

/* All accounts agree with each other here, but not with the hours that were given. */
static void test_an_hour_paid_twice_is_found(void **state)
{
    (void)state;
    struct model_run run;
    open_stad(&run, 200);
    struct wmo_gemeente *gemeente = run.gemeente;
    int team = 0;
    while (gemeente->teams.items[team].staff.total.used == 0) {
        team++;
    }
    struct wmo_team *t = &gemeente->teams.items[team];
    int line = wmo_gemeente_line(gemeente, team, t->wijk);
    int64_t bookings = t->boekingen, cents = 100 * (bookings + 1);
    WMO_GROOTBOEK_BOOK(gemeente, line, ondersteuning_cents, cents);
    wmo_grootboek_charge(gemeente, team, line, cents);
    assert_int_equal(wmo_gemeente_verify(gemeente), SIM_ERR_INVARIANT);
    WMO_GROOTBOEK_BOOK(gemeente, line, ondersteuning_cents, -cents);
    wmo_grootboek_charge(gemeente, team, line, -cents);
    t->boekingen = bookings;
    assert_int_equal(wmo_gemeente_verify(gemeente), SIM_OK);
    model_run_close(&run);
}

/* The first year of stad.cfg has 365 days. */
static void test_a_year_that_did_not_balance_is_not_forgotten(void **state)
{
    (void)state;
    struct model_run run;
    open_stad(&run, 360);
    struct wmo_gemeente *gemeente = run.gemeente;
    WMO_GROOTBOEK_BOOK(gemeente, 0, ondersteuning_cents, 1);
    assert_int_equal(sim_engine_run(&gemeente->engine, 366 * SIM_DAY), SIM_OK);
    assert_int_equal(gemeente->year_index, 1);
    assert_false(gemeente->grootboek.past_agrees);
    assert_int_equal(wmo_gemeente_verify(gemeente), SIM_ERR_INVARIANT);
    model_run_close(&run);
}

/* --- What is booked is what is told --- */

static double value_of(const struct sim_layout *layout, const double *values,
                       const struct sim_cell *cell, enum wmo_measure measure)
{
    for (int i = 0; i < layout->cell_count; i++) {
        const struct sim_cell *other = &layout->cells[i];
        bool same = other->measure == (int)measure;
        for (int d = 0; d < WMO_DIMENSION_COUNT && same; d++) {
            same = other->label[d] == cell->label[d];
        }
        if (same) {
            return isnan(values[i]) ? 0 : values[i];
        }
    }
    return 0;
}

/* Euros of whole cents: the sum may be off by no more than its last bits. */
static void assert_euros(double a, double b)
{
    assert_true(fabs(a - b) <= 1e-9 * (1 + fabs(a)));
}

/* In every wijk, zorgvorm and year, with consultatie, activities, transport and pgb's
 * on the budget. */
static void test_the_parts_of_geboekt_are_geboekt_in_every_cell(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_STAD,
                   MODEL_RUN_SET("zorgvormen.zorg.pgb_aandeel=0.2",
                                 "pgb.uit_budget_zorgvorm=true",
                                 "zorgvormen.zorg.activiteitkosten=10.0"));
    struct wmo_outcome outcome = {0};
    assert_int_equal(wmo_outcome_init(&outcome, &run.gemeente->landschap), SIM_OK);
    double *values = calloc((size_t)outcome.layout.cell_count, sizeof *values);
    model_run_begin(&run, 1, 0);
    model_run_finish(&run);
    wmo_outcome_summarise(&outcome, &run.gemeente->record, values);
    int cells = 0, wijken = run.gemeente->landschap.wijken.count;
    for (int i = 0; i < outcome.layout.cell_count; i++) {
        const struct sim_cell *cell = &outcome.layout.cells[i];
        if (cell->measure != WMO_MEASURE_GEBOEKT ||
            cell->label[WMO_DIMENSION_AANBIEDER] !=
                run.gemeente->landschap.aanbieders.count ||
            cell->label[WMO_DIMENSION_ZORGVORM] == 0) {
            continue;
        }
        static const enum wmo_measure part[] = {
            WMO_MEASURE_KOSTEN_ONDERSTEUNING, WMO_MEASURE_KOSTEN_ACTIVITEITEN,
            WMO_MEASURE_KOSTEN_CONSULTATIE,   WMO_MEASURE_KOSTEN_OVERIG,
            WMO_MEASURE_VERVOER_KOSTEN,       WMO_MEASURE_PGB_KOSTEN};
        double sum = 0;
        for (size_t p = 0; p < sizeof part / sizeof *part; p++) {
            sum += value_of(&outcome.layout, values, cell, part[p]);
        }
        double uitgaven = value_of(&outcome.layout, values, cell, WMO_MEASURE_UITGAVEN);
        double verblijf =
            value_of(&outcome.layout, values, cell, WMO_MEASURE_KOSTEN_VERBLIJF);
        assert_euros(values[i], sum);
        assert_euros(uitgaven, sum + verblijf);
        cells++;
    }
    assert_true(cells > 3 * wijken);
    free(values);
    wmo_outcome_free(&outcome);
    model_run_close(&run);
}

/* 2 fte of 20 hours cost 200,000 euro a year, so an hour a week costs 5,000; 10 euro
 * of activities a week for 50 weeks are 500. Consultatie keeps 0.1 of 40 hours free:
 * 4 hours. Who starts on 1 January with 5 hours costs 25,000 and 500. */
static void test_a_start_and_consultatie_are_booked_by_hand(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET("zorgvormen.zorg.instroom=0.0",
                                 "zorgvormen.zorg.activiteitkosten=10.0",
                                 "consultatie.aandeel=0.1"));
    model_run_begin(&run, 1, 0);
    model_run_enter(&run, ZORG, 0, 300);
    struct wmo_tel tel = model_run_sum(&run, ZORG, 0, 0);
    assert_int_equal(tel.ondersteuning_cents, 2500000);
    assert_int_equal(tel.activiteiten_cents, 50000);
    assert_int_equal(tel.consultatie_cents, 2000000);
    assert_int_equal(tel.overig_cents, 0);
    assert_int_equal(tel.geboekt_cents, 4550000);
    model_run_close(&run);
}

/* Three aanbieders at 40,000 euro, of which two by one entry, whose wages grow by 0.1.
 */
static void test_each_contract_is_paid_every_year_it_runs(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, "tests/scenario/model/drie-aanbieders.cfg",
                   MODEL_RUN_SET("begroting.loonkosten_groei=0.1",
                                 "aanbieders.Aanbieder.contractlast=40000.0",
                                 "aanbieders.Kleine.contractlast=40000.0"));
    model_run_begin(&run, 1, 0);
    model_run_finish(&run);
    for (int y = 0; y < 2; y++) {
        struct wmo_tel tel = model_run_sum(&run, ZORG, y, y);
        assert_int_equal(tel.contract_cents, y == 0 ? 12000000 : 13200000);
        assert_int_equal(wmo_grootboek_uitgaven(&tel),
                         tel.contract_cents + tel.geboekt_cents);
    }
    model_run_close(&run);
}

int main(void)
{
    gsl_set_error_handler_off();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_cent_too_many_is_found_on_every_account),
        cmocka_unit_test(test_an_hour_paid_twice_is_found),
        cmocka_unit_test(test_a_year_that_did_not_balance_is_not_forgotten),
        cmocka_unit_test(test_the_parts_of_geboekt_are_geboekt_in_every_cell),
        cmocka_unit_test(test_a_start_and_consultatie_are_booked_by_hand),
        cmocka_unit_test(test_each_contract_is_paid_every_year_it_runs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
