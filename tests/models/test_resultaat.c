/* tests/models/test_resultaat.c - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sums for results. In mini.cfg 5 hours a week cost 25,000 euro in a year; the term of
 * a sum is in days.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <math.h>
#include <stdio.h>

#include "models/zorg/zorg.h"
#include "tests/support/model_run.h"

#define CONTRACT "tests/scenario/model/contract.cfg"
#define ZORG 1
#define TEAM 1
#define MINUTES 300
#define CENTS_A_DAY_2020 (2500000.0 / 366)
#define CENTS_A_DAY_2021 (2500000.0 / 365)
#define NOBODY "zorgvormen.zorg.instroom=0.0"
#define RESULTAAT NOBODY, "begrotingsposten.zorg.bekostiging=\"resultaatgericht\""
#define VERVOLG(p) "bekostiging.resultaatgericht.vervolg=" p
#define TERMIJN(f) "bekostiging.resultaatgericht.termijn=" f
#define DUUR(f) "bekostiging.resultaatgericht.duur_factor=" f
#define STAY(days) "zorgvormen.zorg.verblijfsduur=" days

/* --- The end of a term --- */

/* What is counted and booked for [count] whose stay is 2.5 terms of 100 days. */
static struct wmo_tel two_and_a_half_terms(const char *vervolg, int count)
{
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET(RESULTAAT, STAY("200.0"), TERMIJN("0.5"), DUUR("1.25"),
                                 vervolg, "begrotingsposten.zorg.bedrag=100000000.0"));
    model_run_begin(&run, 1, 0);
    for (int i = 0; i < count; i++) {
        model_run_enter(&run, ZORG, 0, MINUTES);
    }
    model_run_finish(&run);
    struct wmo_tel tel = model_run_sum(&run, ZORG, 0, 1);
    model_run_close(&run);
    return tel;
}

/* Three sums of which the last is paid in full at the end, or one and no more. */
static void test_a_new_sum_is_agreed_at_the_end_of_a_term_or_not(void **state)
{
    (void)state;
    struct wmo_tel always = two_and_a_half_terms(VERVOLG("1.0"), 1);
    assert_int_equal(always.nieuw_bedrag, 2);
    assert_int_equal(always.zonder_bedrag, 0);
    assert_true(fabs((double)always.geboekt_cents - 300 * CENTS_A_DAY_2020) <= 3);
    struct wmo_tel never = two_and_a_half_terms(VERVOLG("0.0"), 1);
    assert_int_equal(never.nieuw_bedrag, 0);
    assert_int_equal(never.zonder_bedrag, 1);
    assert_true(fabs((double)never.geboekt_cents - 100 * CENTS_A_DAY_2020) <= 1);
}

/* Of n a new sum is agreed for 0.4 n, and for 0.4 of those again; of the others none is
 * any more. */
static void test_a_new_sum_is_agreed_with_the_stated_chance(void **state)
{
    (void)state;
    const int count = 400;
    const double p = 0.4, mean = p + p * p;
    struct wmo_tel tel = two_and_a_half_terms(VERVOLG("0.4"), count);
    double squares = p * (1 - p) + p * p * 4;
    double bound = 4 * sqrt(count * (squares - mean * mean));
    assert_true(fabs((double)tel.nieuw_bedrag - mean * count) <= bound);
    /* Half a cent for each start, end, year and two bookings per new sum. */
    double euros = 100 * CENTS_A_DAY_2020 * (double)(count + tel.nieuw_bedrag);
    double slack = 0.5 * (double)(3 * count + 2 * tel.nieuw_bedrag);
    assert_true(fabs((double)tel.geboekt_cents - euros) <= slack);
    assert_true(tel.zonder_bedrag + tel.nieuw_bedrag >= count);
    assert_int_equal(
        two_and_a_half_terms("bekostiging.resultaatgericht.selectie=0.0", count)
            .nieuw_bedrag,
        0);
}

/* 100 days of 5 hours cost 6,831 euro, the rest of the year 25,000. */
static void test_who_begins_needs_money_for_the_sum_only(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI, MODEL_RUN_SET(RESULTAAT, STAY("100.0")));
    model_run_begin(&run, 1, 0);
    struct wmo_rekening *rekening =
        &run.gemeente->rekeningen.items[run.gemeente->rekeningen.van_team[TEAM]];
    for (int enough = 0; enough < 2; enough++) {
        rekening->geboekt_cents = rekening->begroot_cents - 683059 - enough;
        assert_true(wmo_zorg_is_affordable(run.gemeente, TEAM, MINUTES) == enough);
        assert_true((wmo_zorg_affordable_minutes(run.gemeente, TEAM) >= MINUTES) ==
                    enough);
    }
    model_run_close(&run);
}

/* --- Who is in a term already --- */

/* What is booked in the first year for each of who is in care at the start, in terms of
 * 100 days; nobody else comes. */
static double booked_for_stock(int count, const char *stay, const char *termijn,
                               const char *vervolg)
{
    char beginstand[64];
    snprintf(beginstand, sizeof beginstand, "zorgvormen.zorg.beginstand=%d", count);
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET(RESULTAAT, stay, termijn, vervolg, beginstand));
    model_run_begin(&run, 1, 0);
    model_run_finish(&run);
    double cents = (double)model_run_sum(&run, ZORG, 0, 0).geboekt_cents;
    model_run_close(&run);
    return cents / CENTS_A_DAY_2020 / 100 / count;
}

/* With u the part of the term that is over, when a stay in progress is looked at:
 * - of a fixed stay of one term u is uniform, and 1 - u is still paid: 1/2;
 * - with terms of half as long half of them have no sum any more, and the others, whose
 *   u is uniform over a term, half of a half: 1/8 of a stay; E x^2 = 1/24;
 * - when every sum is followed by another, all have 1 - u of one, and who stays w,
 * which is uniform over two terms, the whole of another for each term begun beyond it:
 * that is 3/4 x 1 + 1/4 x 1 on average, so 3/2 terms of half a stay: 3/4. The second
 * moment is taken no larger than that of the longest, 3 half terms;
 * - an exponential stay has lasted as long as it will: the mean of (1 - u) for u < 1 is
 *   1/e, with second moment 1 - 2/e. */
static void test_who_is_in_care_at_the_start_is_half_way_a_term(void **state)
{
    (void)state;
    static const struct {
        const char *stay, *termijn, *vervolg;
        double mean, second;
    } known[] = {
        {STAY("100.0"), TERMIJN("1.0"), VERVOLG("0.0"), 1 / 2.0, 1 / 3.0},
        {STAY("100.0"), TERMIJN("0.5"), VERVOLG("0.0"), 1 / 8.0, 1 / 24.0},
        {STAY("100.0"), TERMIJN("0.5"), VERVOLG("1.0"), 3 / 4.0, 9 / 8.0},
        {"zorgvormen.zorg.verblijfsduur={ vorm = \"exponentieel\"; gemiddelde = 100.0; "
         "}",
         TERMIJN("1.0"), VERVOLG("0.0"), 0.36787944, 0.26424112},
    };
    const int count = 2000;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        double mean =
            booked_for_stock(count, known[i].stay, known[i].termijn, known[i].vervolg);
        double variance = known[i].second - known[i].mean * known[i].mean;
        assert_true(fabs(mean - known[i].mean) <= 4 * sqrt(variance / count) + 1e-4);
    }
}

/* The contract of 2020 pays by task, that of 2021 by results, in terms of a tenth of
 * the stay of 1000 days: one in ten is in its first, half way. */
static void test_who_comes_from_another_contract_is_half_way_a_term(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(
        &run, CONTRACT,
        MODEL_RUN_SET(NOBODY, STAY("1000.0"), TERMIJN("0.1"),
                      "zorgvormen.zorg.beginstand=1500",
                      "aanbieders.Opvolger.bekostiging=\"resultaatgericht\""));
    model_run_begin(&run, 1, 0);
    model_run_until(&run, run.gemeente->landschap.periode.year_start[1]);
    double count = (double)run.gemeente->inwoners.pool.live_count;
    model_run_finish(&run);
    double terms = (double)model_run_sum(&run, ZORG, 1, 1).geboekt_cents /
                   CENTS_A_DAY_2021 / 100 / count;
    double mean = 0.1 / 2, variance = 0.1 / 3 - mean * mean;
    assert_true(count > 800);
    assert_true(fabs(terms - mean) <= 4 * sqrt(variance / count));
    model_run_close(&run);
}

int main(void)
{
    gsl_set_error_handler_off();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_new_sum_is_agreed_at_the_end_of_a_term_or_not),
        cmocka_unit_test(test_a_new_sum_is_agreed_with_the_stated_chance),
        cmocka_unit_test(test_who_begins_needs_money_for_the_sum_only),
        cmocka_unit_test(test_who_is_in_care_at_the_start_is_half_way_a_term),
        cmocka_unit_test(test_who_comes_from_another_contract_is_half_way_a_term),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
