/* tests/models/test_verzuim.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <math.h>
#include <string.h>

#include "models/check/check.h"
#include "models/parameter.h"
#include "models/personeel/verzuim.h"
#include "sim/statistics/tally.h"
#include "tests/support/model_run.h"

#define ZORG 1
#define TEAM 1 /* the one of zorg, in mini.cfg */
#define HOUR 60
#define POSITIES 200

static uint32_t positie(const struct model_run *run, int number)
{
    return run->gemeente->medewerkers.teams[TEAM].first + (uint32_t)number;
}

static const struct wmo_inwoner *inwoner(const struct model_run *run, uint32_t row)
{
    return &run->gemeente->inwoners.rows[row];
}

static const struct sim_resource_pool *staff(const struct model_run *run)
{
    return &run->gemeente->teams.items[TEAM].staff;
}

static void assert_agrees(const struct sim_tally *tally, double expected)
{
    double bound = 4 * sim_tally_standard_error(tally);
    if (!(fabs(sim_tally_mean(tally) - expected) <= bound)) {
        fail_msg("%.5f is not %.5f within %.5f", sim_tally_mean(tally), expected,
                 bound);
    }
}

/* --- How much --- */

/* A quarter of the time ill: 0.05 short, of 5 days each, and 0.2 long, of 100 on
 * average. So 0.05 x 365.25 / 5 = 3.7 short and 0.73 long illnesses a year in dienst.
 * Who is not ill for long can promise 1 / 0.8 of the 20 hours, 25, so that together
 * they are those of the formatieplan. */
#define EEN_KWART                                                                \
    "periode.start=2000-01-01", "periode.einde=2019-12-31",                      \
        "begrotingsposten.zorg.bedrag=20000000.0",                               \
        "begrotingsposten.buurtteam.bedrag=0.0", "zorgvormen.zorg.instroom=0.0", \
        "personeel.verzuim=0.25", "personeel.verzuim_lang=0.8",                  \
        "personeel.verzuim_kort_duur=5.0",                                       \
        "personeel.verzuim_lang_duur={ vorm = \"exponentieel\"; gemiddelde = 100.0; }"

static void test_share_ill_is_frequency_times_duration(void **state)
{
    (void)state;
    struct model_run run;
    struct sim_tally ill, hours, reports;
    sim_tally_reset(&ill);
    sim_tally_reset(&hours);
    sim_tally_reset(&reports);
    model_run_open(&run, MODEL_RUN_MINI, MODEL_RUN_SET(EEN_KWART));
    double years = (double)model_run_end(&run) / (365.25 * (double)SIM_DAY);
    for (uint32_t i = 0; i < 20; i++) {
        model_run_begin(&run, 1, i);
        model_run_finish(&run);
        struct wmo_tel tel = model_run_sum(&run, ZORG, 0, 19);
        sim_tally_add(&ill, (double)tel.ziek_area / (double)tel.in_dienst_area);
        sim_tally_add(&hours, (double)tel.capaciteit_area / (20 * HOUR) /
                                  (double)model_run_end(&run));
        int64_t count = 0;
        for (int p = 0; p < POSITIES; p++) {
            count += run.gemeente->medewerkers.rows[positie(&run, p)].ziekmeldingen;
        }
        /* Those ill at the start are counted too: a quarter of the people. */
        sim_tally_add(&reports, (double)count / POSITIES - 0.25);
        assert_true(fabs((tel.aanwezig_area - tel.productief_area) /
                         (double)model_run_end(&run)) < 1e-6);
    }
    assert_agrees(&ill, 0.25);
    assert_agrees(&hours, POSITIES);
    assert_agrees(&reports, (0.05 / 5 + 0.2 / 100) * 365.25 * years);
    model_run_close(&run);
}

/* A team that is full has 1 - 0.2 of its people with 25 hours, and costs what the
 * formatie costs: 200 fte of 100,000. */
static void test_a_full_team_costs_its_formatie(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI, MODEL_RUN_SET(EEN_KWART));
    double minute = run.gemeente->formatieplan.prijs[ZORG].minute_cents;
    assert_true(fabs(POSITIES * 0.8 * 25 * HOUR * minute - POSITIES * 100 * 100000.0) <
                1e-6);
    model_run_close(&run);
}

/* --- What happens, by hand: two medewerkers of 20 hours --- */

/* So rare that nobody falls ill but who is made to. */
#define ZELDEN "personeel.verzuim=0.000000001", "zorgvormen.zorg.instroom=0.0"

static void falls_ill(struct model_run *run, int number)
{
    assert_int_equal(wmo_verzuim_ziek(run->gemeente, positie(run, number)), SIM_OK);
    assert_int_equal(wmo_gemeente_verify(run->gemeente), SIM_OK);
}

static void test_during_a_short_illness_inwoners_stay_and_nobody_begins(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET(ZELDEN, "personeel.verzuim_kort_duur=5.0",
                                 "personeel.overdracht=collega"));
    model_run_begin(&run, 1, 0);
    uint32_t p1 = model_run_enter(&run, ZORG, 0, 8 * HOUR);
    uint32_t p2 = model_run_enter(&run, ZORG, 0, 18 * HOUR);
    model_run_until_day(&run, 10);
    falls_ill(&run, 0);
    assert_int_equal(staff(&run)->total.capacity, 20 * HOUR);
    assert_int_equal(inwoner(&run, p1)->member, 0);
    assert_int_equal(inwoner(&run, p2)->member, 1);
    uint32_t p3 = model_run_enter(&run, ZORG, 0, 6 * HOUR);
    assert_int_equal(inwoner(&run, p3)->toestand, WMO_TOESTAND_WACHT);
    model_run_until(&run, 15 * SIM_DAY - 1);
    assert_int_equal(inwoner(&run, p3)->toestand, WMO_TOESTAND_WACHT);
    model_run_until_day(&run, 15);
    assert_int_equal(inwoner(&run, p3)->toestand, WMO_TOESTAND_IN_ZORG);
    assert_int_equal(inwoner(&run, p3)->member, 0);
    model_run_finish(&run);
    struct wmo_tel tel = model_run_sum(&run, ZORG, 0, 1);
    assert_int_equal(tel.wisselingen, 0);
    assert_int_equal(tel.ziek_area, 5 * SIM_DAY);
    /* The hours that were promised count as hours there are. */
    assert_int_equal(tel.capaciteit_area, 40 * HOUR * model_run_end(&run));
    model_run_close(&run);
}

static void test_after_four_weeks_of_illness_inwoners_go_to_a_colleague(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET(ZELDEN, "personeel.verzuim_lang=1.0",
                                 "personeel.verzuim_lang_duur=60.0",
                                 "personeel.verzuim_overdracht=28.0",
                                 "personeel.overdracht=collega"));
    model_run_begin(&run, 1, 0);
    uint32_t p1 = model_run_enter(&run, ZORG, 0, 8 * HOUR);
    model_run_until_day(&run, 10);
    falls_ill(&run, 0);
    model_run_until(&run, 38 * SIM_DAY - 1);
    assert_int_equal(inwoner(&run, p1)->member, 0);
    model_run_until_day(&run, 38);
    assert_int_equal(inwoner(&run, p1)->member, 1);
    assert_int_equal(model_run_sum(&run, ZORG, 0, 0).wisselingen, 1);
    model_run_until(&run, 70 * SIM_DAY - 1);
    assert_int_equal(staff(&run)->total.capacity, 20 * HOUR);
    model_run_until_day(&run, 70);
    assert_int_equal(staff(&run)->total.capacity, 40 * HOUR);
    assert_int_equal(inwoner(&run, p1)->member, 1);
    model_run_close(&run);
}

static void test_who_is_back_in_time_keeps_the_inwoners(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET(ZELDEN, "personeel.verzuim_lang=1.0",
                                 "personeel.verzuim_lang_duur=20.0",
                                 "personeel.verzuim_overdracht=28.0",
                                 "personeel.overdracht=collega"));
    model_run_begin(&run, 1, 0);
    uint32_t p1 = model_run_enter(&run, ZORG, 0, 8 * HOUR);
    falls_ill(&run, 0);
    model_run_until_day(&run, 60);
    assert_int_equal(inwoner(&run, p1)->member, 0);
    assert_int_equal(model_run_sum(&run, ZORG, 0, 0).wisselingen, 0);
    /* Who leaves while ill is not ill any more. */
    falls_ill(&run, 0);
    assert_int_equal(wmo_medewerker_vertrek(run.gemeente, positie(&run, 0)), SIM_OK);
    assert_int_equal(run.gemeente->medewerkers.teams[TEAM].ziek.level, 0);
    model_run_finish(&run);
    model_run_close(&run);
}

static void test_a_groep_gives_what_those_who_are_there_give(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET(ZELDEN, "zorgvormen.zorg.begeleiding=groep",
                                 "personeel.verzuim_kort_duur=5.0"));
    model_run_begin(&run, 1, 0);
    assert_int_equal(staff(&run)->member_count, 1);
    assert_int_equal(staff(&run)->free_units[0], 40 * HOUR);
    falls_ill(&run, 1);
    assert_int_equal(staff(&run)->free_units[0], 20 * HOUR);
    model_run_until_day(&run, 5);
    assert_int_equal(staff(&run)->free_units[0], 40 * HOUR);
    model_run_close(&run);
}

static void test_a_city_with_much_illness_balances(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(
        &run, MODEL_RUN_STAD,
        MODEL_RUN_SET("personeel.verzuim=0.2", "personeel.verzuim_lang=0.5",
                      "personeel.verzuim_kort_duur=4.0",
                      "personeel.verzuim_lang_duur=90.0",
                      "personeel.verzuim_overdracht=14.0",
                      "personeel.overdracht=collega", "personeel.overdracht_uren=2.0",
                      "personeel.verloop=1.0", "arbeidsmarkt.vacature_duur=30.0"));
    model_run_begin(&run, 9, 0);
    for (int year = 1; year < run.gemeente->landschap.periode.year_count; year++) {
        model_run_until(&run, run.gemeente->landschap.periode.year_start[year]);
        assert_int_equal(wmo_gemeente_verify(run.gemeente), SIM_OK);
    }
    model_run_finish(&run);
    assert_true(model_run_sum(&run, ZORG, 0, 0).ziek_area > 0);
    model_run_close(&run);
}

static void test_illness_without_a_duration_is_a_fault(void **state)
{
    (void)state;
    struct sim_scenario *scenario = NULL;
    struct sim_faults faults = {0};
    const char *settings[] = {"personeel.verzuim=0.1", "personeel.verzuim_lang=0.5"};
    assert_int_equal(sim_scenario_load(&scenario, &wmo_registry, MODEL_RUN_MINI,
                                       settings, 2, &faults),
                     SIM_OK);
    wmo_check(scenario, &faults);
    assert_int_equal(faults.count, 2);
    assert_non_null(strstr(faults.items[0].text, "personeel.verzuim_kort_duur"));
    assert_non_null(strstr(faults.items[1].text, "personeel.verzuim_lang_duur"));
    sim_faults_free(&faults);
    sim_scenario_destroy(scenario);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_share_ill_is_frequency_times_duration),
        cmocka_unit_test(test_a_full_team_costs_its_formatie),
        cmocka_unit_test(test_during_a_short_illness_inwoners_stay_and_nobody_begins),
        cmocka_unit_test(test_after_four_weeks_of_illness_inwoners_go_to_a_colleague),
        cmocka_unit_test(test_who_is_back_in_time_keeps_the_inwoners),
        cmocka_unit_test(test_a_groep_gives_what_those_who_are_there_give),
        cmocka_unit_test(test_a_city_with_much_illness_balances),
        cmocka_unit_test(test_illness_without_a_duration_is_a_fault),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("verzuim", tests, NULL, NULL);
}
