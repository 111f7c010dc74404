/* tests/models/test_landschap.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <math.h>

#include "tests/support/model_run.h"

#define BUURTTEAM 0
#define ZORG 1
#define DAG 2

static void assert_close(double value, double expected)
{
    if (!(fabs(value - expected) <= 1e-12 * fmax(1, fabs(expected)))) {
        fail_msg("%.15g is not %.15g", value, expected);
    }
}

/* --- Wijken --- */

static void
test_demand_is_inwoners_times_vraagfactor_times_rate_times_trend(void **state)
{
    (void)state;
    /* Dorp of stad.cfg has 2000 inwoners in 2027 and 3000 in 2030; 40 per 1000 in 2027,
     * 3% more each year. */
    struct model_run run;
    model_run_open(&run, MODEL_RUN_STAD, NULL);
    const struct wmo_landschap *landschap = &run.gemeente->landschap;
    assert_close(wmo_landschap_hulpvragen(landschap, 1, 2027), 2.0 * 0.6 * 40);
    assert_close(wmo_landschap_hulpvragen(landschap, 1, 2028.5),
                 2.5 * 0.6 * 40 * pow(1.03, 1.5));
    model_run_close(&run);
}

static void test_schaal_multiplies_inwoners_and_their_demand(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_STAD, MODEL_RUN_SET("bevolking.schaal=1.25"));
    const struct wmo_landschap *landschap = &run.gemeente->landschap;
    assert_close(wmo_wijken_stad(&landschap->wijken, 2027), 1.25 * 9000);
    assert_close(wmo_landschap_hulpvragen(landschap, 0, 2027), 1.25 * 4 * 1.3 * 40);
    model_run_close(&run);
}

static void test_shares_of_wijken_sum_to_one(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_STAD, NULL);
    const struct wmo_wijken *wijken = &run.gemeente->landschap.wijken;
    for (int i = 0; i <= 10; i++) {
        double sum = 0;
        for (int w = 0; w < wijken->count; w++) {
            sum += wmo_wijken_aandeel(wijken, w, i / 10.0, 2028.37);
        }
        assert_close(sum, 1);
    }
    model_run_close(&run);
}

static void test_share_moves_from_vraag_to_age_with_gewicht_65plus(void **state)
{
    (void)state;
    /* Vraag 5200 : 1200 : 2700; aged 65 or over 400 : 600 : 600. */
    struct model_run run;
    model_run_open(&run, MODEL_RUN_STAD, NULL);
    const struct wmo_wijken *wijken = &run.gemeente->landschap.wijken;
    assert_close(wmo_wijken_aandeel(wijken, 0, 0, 2027), 52.0 / 91);
    assert_close(wmo_wijken_aandeel(wijken, 0, 1, 2027), 4.0 / 16);
    assert_close(wmo_wijken_aandeel(wijken, 0, 0.8, 2027), 0.2 * 52 / 91 + 0.8 / 4);
    model_run_close(&run);
}

/* --- Demand that comes --- */

/* A Poisson count lies within four standard errors of what is expected. */
static void assert_poisson(int64_t count, double expected)
{
    if (!(fabs((double)count - expected) <= 4 * sqrt(expected))) {
        fail_msg("%lld came, %.1f expected", (long long)count, expected);
    }
}

/* The integral of the rate over the run, by months. */
static double expected_hulpvragen(const struct wmo_landschap *landschap, int wijk)
{
    const struct wmo_periode *periode = &landschap->periode;
    double sum = 0;
    for (int m = 0; m < periode->month_count; m++) {
        double days =
            sim_time_to_days(periode->month_start[m + 1] - periode->month_start[m]);
        sum += wmo_landschap_hulpvragen(landschap, wijk, periode->month_year[m]) *
               days / 365.25;
    }
    return sum;
}

static void test_hulpvragen_come_from_each_wijk_as_often_as_described(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_STAD, MODEL_RUN_SET("periode.einde=2046-12-31"));
    model_run_begin(&run, 1, 0);
    model_run_finish(&run);
    for (int w = 0; w < 3; w++) {
        assert_poisson((int64_t)run.gemeente->hulpvragen[w].count,
                       expected_hulpvragen(&run.gemeente->landschap, w));
    }
    model_run_close(&run);
}

static void test_instroom_comes_as_often_as_described(void **state)
{
    (void)state;
    /* 40 a year, 20 years, while inwoners stay as many and the trend is off. */
    struct model_run run;
    model_run_open(&run, MODEL_RUN_STAD,
                   MODEL_RUN_SET("periode.einde=2046-12-31",
                                 "wijken.Dorp.inwoners=2000.0",
                                 "zorgvormen.dag.trend=0.0"));
    model_run_begin(&run, 1, 0);
    model_run_finish(&run);
    int64_t sum = 0;
    for (int w = 0; w < 3; w++) {
        int64_t count = (int64_t)run.gemeente->instroom[DAG * 3 + w].count;
        double share =
            wmo_wijken_aandeel(&run.gemeente->landschap.wijken, w, 0.8, 2027);
        assert_poisson(count, 800 * share);
        sum += count;
    }
    assert_poisson(sum, 800);
    model_run_close(&run);
}

static int count_in(const struct model_run *run, int wijk, enum wmo_toestand toestand)
{
    const struct wmo_inwoners *inwoners = &run->gemeente->inwoners;
    int count = 0;
    for (uint32_t row = 0; row < inwoners->pool.high_water; row++) {
        count += inwoners->rows[row].toestand == toestand &&
                 inwoners->rows[row].wijk == wijk;
    }
    return count;
}

/* Starts or aanmeldingen of [zorgvorm] in [wijk], all years. */
static int64_t count_of(const struct model_run *run, int zorgvorm, int wijk,
                        bool started)
{
    const struct wmo_record *record = &run->gemeente->record;
    const struct wmo_aanbieders *aanbieders = &run->gemeente->landschap.aanbieders;
    int64_t count = 0;
    for (int i = 0; i < record->landschap->periode.year_count; i++) {
        for (int a = 0; a < aanbieders->aanbod_count; a++) {
            if (aanbieders->aanbod[a].zorgvorm == zorgvorm) {
                const struct wmo_tel *tel =
                    &record->tel[i * record->total_count +
                                 wmo_record_line(record, a, wijk)];
                count += started ? tel->gestart : tel->aangemeld;
            }
        }
    }
    return count;
}

/* Of those whose onderzoek ends, 0.25 go to zorg. To dag go 0.05 in the city: by age,
 * so in a wijk 0.05 x (0.2 + 0.8 x its part of who is old / its part of hulpvragen). */
static void test_onderzoek_leads_to_the_zorgvormen_as_often_as_described(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(
        &run, MODEL_RUN_STAD,
        MODEL_RUN_SET("periode.einde=2046-12-31", "wijken.Dorp.inwoners=2000.0",
                      "beweging.naar_buurtteam.aandeel=0.0",
                      "begrotingsposten.buurtteam.bedrag=5000000.0",
                      "zorgvormen.dag.trend=0.0", "zorgvormen.dag.instroom=0.0"));
    int64_t decided[3];
    model_run_begin(&run, 1, 0);
    for (int w = 0; w < 3; w++) {
        decided[w] = count_in(&run, w, WMO_TOESTAND_ONDERZOEK) -
                     count_of(&run, BUURTTEAM, w, true);
    }
    model_run_finish(&run);
    static const double vraag[] = {52 / 91.0, 12 / 91.0, 27 / 91.0};
    static const double old[] = {4 / 16.0, 6 / 16.0, 6 / 16.0};
    for (int w = 0; w < 3; w++) {
        decided[w] += count_of(&run, BUURTTEAM, w, true) -
                      count_in(&run, w, WMO_TOESTAND_ONDERZOEK);
        double share[] = {0.25, 0.05 * (0.2 + 0.8 * old[w] / vraag[w])};
        for (int i = 0; i < 2; i++) {
            double n = (double)decided[w];
            double count = (double)count_of(&run, ZORG + i, w, false);
            double error = sqrt(n * share[i] * (1 - share[i]));
            assert_true(fabs(count - n * share[i]) <= 4 * error);
        }
    }
    model_run_close(&run);
}

static void test_sociale_basis_answers_what_fits_while_there_are_places(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_STAD, NULL);
    const struct wmo_gemeente *gemeente = run.gemeente;
    int64_t used[3] = {INT64_MAX, INT64_MAX, INT64_MAX};
    model_run_begin(&run, 1, 0);
    while (model_run_step(&run, model_run_end(&run))) {
        for (int w = 0; w < 3; w++) {
            /* Places of a wijk may become fewer; whoever has one keeps it. */
            const struct sim_resource *places = &gemeente->plaatsen[w];
            assert_true(places->used <= places->capacity || places->used <= used[w]);
            used[w] = places->used;
        }
    }
    int64_t fit = 0, started = 0, full = 0, came = 0;
    for (int i = 0; i < 9; i++) {
        int line = wmo_gemeente_line_sociale_basis(gemeente, i % 3);
        const struct wmo_tel *tel =
            &gemeente->record.tel[i / 3 * gemeente->record.total_count + line];
        fit += tel->aangemeld;
        started += tel->gestart;
        full += tel->geen_plaats;
        came += i < 3 ? (int64_t)gemeente->hulpvragen[i].count : 0;
    }
    double n = (double)came;
    assert_true(full > 0);
    assert_int_equal(fit, started + full);
    assert_true(fabs((double)fit - 0.4 * n) <= 4 * sqrt(n * 0.4 * 0.6));
    model_run_close(&run);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(
            test_demand_is_inwoners_times_vraagfactor_times_rate_times_trend),
        cmocka_unit_test(test_schaal_multiplies_inwoners_and_their_demand),
        cmocka_unit_test(test_shares_of_wijken_sum_to_one),
        cmocka_unit_test(test_share_moves_from_vraag_to_age_with_gewicht_65plus),
        cmocka_unit_test(test_hulpvragen_come_from_each_wijk_as_often_as_described),
        cmocka_unit_test(test_instroom_comes_as_often_as_described),
        cmocka_unit_test(test_onderzoek_leads_to_the_zorgvormen_as_often_as_described),
        cmocka_unit_test(test_sociale_basis_answers_what_fits_while_there_are_places),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("landschap", tests, NULL, NULL);
}
