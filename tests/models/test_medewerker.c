/* tests/models/test_medewerker.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <math.h>

#include "models/check/check.h"
#include "models/parameter.h"
#include "sim/statistics/tally.h"
#include "tests/support/model_run.h"

#define ZORG 1
#define TEAM 1 /* the one of zorg, in mini.cfg */
#define YEAR 365.25

/* Two hundred medewerkers of zorg during twenty years, without inwoners. */
#define TWEEHONDERD                                         \
    "periode.start=2000-01-01", "periode.einde=2019-12-31", \
        "begrotingsposten.zorg.bedrag=20000000.0",          \
        "begrotingsposten.buurtteam.bedrag=0.0", "zorgvormen.zorg.instroom=0.0"
#define POSITIES 200
#define REPLICATIONS 40

static const struct wmo_bezetting *bezetting(const struct model_run *run)
{
    return &run->gemeente->medewerkers.teams[TEAM];
}

static const struct wmo_medewerker *medewerker(const struct model_run *run, int positie)
{
    return &run->gemeente->medewerkers.rows[bezetting(run)->first + (uint32_t)positie];
}

static const struct wmo_team *team(const struct model_run *run)
{
    return &run->gemeente->teams.items[TEAM];
}

static double seconds(const struct model_run *run)
{
    return (double)model_run_end(run);
}

/* The mean over replications agrees with [expected] within four standard errors. */
static void assert_agrees(const struct sim_tally *tally, double expected)
{
    double bound = 4 * sim_tally_standard_error(tally);
    if (!(fabs(sim_tally_mean(tally) - expected) <= bound)) {
        fail_msg("%.5f is not %.5f within %.5f", sim_tally_mean(tally), expected,
                 bound);
    }
}

/* --- Switched off --- */

static void test_neutral_values_leave_the_results_untouched(void **state)
{
    (void)state;
    model_run_assert_same(
        MODEL_RUN_STAD, NULL,
        MODEL_RUN_SET("personeel.verloop=0.0", "personeel.vacatures_begin=0.0",
                      "personeel.krimp=laatste", "personeel.inwerktijd=0.0",
                      "personeel.inwerk_productiviteit=1.0",
                      "arbeidsmarkt.vacature_duur=0.0", "arbeidsmarkt.vervulbaar=1.0",
                      "arbeidsmarkt.werkzoekenden=0", "arbeidsmarkt.instroom=0.0",
                      "arbeidsmarkt.uitstroom=0.0", "arbeidsmarkt.terugkeer=0.0"));
}

static void test_no_medewerker_has_the_name_of_an_inwoner(void **state)
{
    (void)state;
    assert_true(wmo_inwoner_id(0x7fff, 255, UINT64_C(0xffffffff)) <
                wmo_medewerker_id(0, 0, 0));
    assert_true(wmo_medewerker_id(1, 0, 0) > wmo_medewerker_id(0, 999999, 1000000));
    assert_true(wmo_medewerker_id(0, 1, 0) > wmo_medewerker_id(0, 0, 1000000));
}

/* --- Turnover and vacatures --- */

/* People leave at 0.5 a year and a vacature takes 60 days and, when the werving fails,
 * once more: 60 / 0.8 = 75 days. A position is a renewal process, so it is open for
 * 0.5 x 75 / (365.25 + 0.5 x 75) of the time; by Little's law that is turnover x time
 * to fill. */
static void test_vacatures_are_turnover_times_time_to_fill(void **state)
{
    (void)state;
    struct model_run run;
    struct sim_tally vacatures, vertrokken;
    sim_tally_reset(&vacatures);
    sim_tally_reset(&vertrokken);
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET(TWEEHONDERD, "personeel.verloop=0.5",
                                 "personeel.vacatures_begin=0.093",
                                 "arbeidsmarkt.vacature_duur={ vorm = "
                                 "\"exponentieel\"; gemiddelde = 60.0; }",
                                 "arbeidsmarkt.vervulbaar=0.8"));
    double open = 0.5 * 75 / (YEAR + 0.5 * 75);
    for (uint32_t i = 0; i < REPLICATIONS; i++) {
        model_run_begin(&run, 1, i);
        model_run_finish(&run);
        struct wmo_tel tel = model_run_sum(&run, ZORG, 0, 19);
        sim_tally_add(&vacatures, (double)tel.vacature_area / seconds(&run));
        sim_tally_add(&vertrokken, (double)tel.vertrokken);
        assert_int_equal(tel.in_dienst_area + tel.vacature_area,
                         POSITIES * model_run_end(&run));
    }
    assert_agrees(&vacatures, POSITIES * open);
    assert_agrees(&vertrokken, POSITIES * (1 - open) * 0.5 * seconds(&run) /
                                   (YEAR * (double)SIM_DAY));
    model_run_close(&run);
}

/* A new medewerker gives 0.4 of the hours for three months: of those in dienst the
 * share 1 - exp(-verloop x 0.25) is that new. */
static void test_hours_follow_from_turnover_vacatures_and_ramp_up(void **state)
{
    (void)state;
    struct model_run run;
    struct sim_tally hours, there;
    sim_tally_reset(&hours);
    sim_tally_reset(&there);
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET(TWEEHONDERD, "personeel.verloop=0.8",
                                 "personeel.vacatures_begin=0.141",
                                 "personeel.inwerktijd=3.0",
                                 "personeel.inwerk_productiviteit=0.4",
                                 "arbeidsmarkt.vacature_duur={ vorm = "
                                 "\"exponentieel\"; gemiddelde = 75.0; }"));
    double employed = YEAR / (YEAR + 0.8 * 75);
    double new = 1 - exp(-0.8 * 0.25);
    for (uint32_t i = 0; i < REPLICATIONS; i++) {
        model_run_begin(&run, 2, i);
        model_run_finish(&run);
        struct wmo_tel tel = model_run_sum(&run, ZORG, 0, 19);
        sim_tally_add(&hours, tel.productief_area / seconds(&run));
        sim_tally_add(&there, tel.aanwezig_area / seconds(&run));
        assert_true(fabs(tel.fte_area / seconds(&run) - POSITIES) < 1e-6);
    }
    assert_agrees(&there, POSITIES * employed);
    assert_agrees(&hours, POSITIES * employed * (1 - 0.6 * new));
    model_run_close(&run);
}

/* --- The labour market --- */

/* As many as want to work in a pond: in dienst, in a werving, and looking. */
static int64_t people(const struct model_run *run)
{
    const struct wmo_medewerkers *all = &run->gemeente->medewerkers;
    return bezetting(run)->in_dienst.level + bezetting(run)->vacatures.level -
           all->zonder_kandidaat.length + all->werkzoekenden;
}

/* 150 people for 200 positions: who leaves looks for work, and each werving takes 100
 * days. Nobody is ever short of a vacature, so each person is in dienst or in a werving
 * by itself: the machine repair model with as many repairmen as broken machines. In
 * dienst is binomial(150, 365.25 / (365.25 + 100 x verloop)). */
static void test_a_pond_with_too_few_people_leaves_positions_open(void **state)
{
    (void)state;
    struct model_run run;
    struct sim_tally employed;
    sim_tally_reset(&employed);
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET(TWEEHONDERD, "personeel.verloop=1.0",
                                 "personeel.vacatures_begin=0.4",
                                 "arbeidsmarkt.vacature_duur={ vorm = "
                                 "\"exponentieel\"; gemiddelde = 100.0; }",
                                 "arbeidsmarkt.werkzoekenden=30",
                                 "arbeidsmarkt.terugkeer=1.0"));
    for (uint32_t i = 0; i < REPLICATIONS; i++) {
        model_run_begin(&run, 3, i);
        assert_int_equal(bezetting(&run)->in_dienst.level, 120);
        for (int year = 0; year < 20; year++) {
            model_run_until(&run, run.gemeente->landschap.periode.year_start[year]);
            assert_int_equal(people(&run), 150);
        }
        model_run_finish(&run);
        /* The start is not the equilibrium; after two years e^-9 of that is left. */
        struct wmo_tel tel = model_run_sum(&run, ZORG, 2, 19);
        double length =
            seconds(&run) - (double)run.gemeente->landschap.periode.year_start[2];
        sim_tally_add(&employed, (double)tel.in_dienst_area / length);
    }
    assert_agrees(&employed, 150 * YEAR / (YEAR + 100));
    model_run_close(&run);
}

/* With more people than positions no vacature waits for a candidate: as if there were
 * no end to them. */
static void test_a_pond_with_people_enough_is_no_limit(void **state)
{
    (void)state;
    struct wmo_tel tel[2];
    for (int i = 0; i < 2; i++) {
        struct model_run run;
        model_run_open(&run, MODEL_RUN_MINI,
                       MODEL_RUN_SET(TWEEHONDERD, "personeel.verloop=1.0",
                                     "arbeidsmarkt.vacature_duur=80.0",
                                     i == 0 ? "arbeidsmarkt.werkzoekenden=0"
                                            : "arbeidsmarkt.werkzoekenden=100000"));
        model_run_begin(&run, 4, 0);
        model_run_finish(&run);
        tel[i] = model_run_sum(&run, ZORG, 0, 19);
        model_run_close(&run);
    }
    assert_true(tel[0].vertrokken > 1000);
    assert_memory_equal(&tel[0], &tel[1], sizeof tel[0]);
}

/* Werkzoekenden come at 100 a year and give up after half a year on average; with
 * nobody to hire them they are M/M/infinity: Poisson with mean 50. */
static void test_werkzoekenden_without_vacatures_are_inflow_times_patience(void **state)
{
    (void)state;
    struct model_run run;
    struct sim_tally looking;
    sim_tally_reset(&looking);
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET(TWEEHONDERD, "arbeidsmarkt.werkzoekenden=50",
                                 "arbeidsmarkt.instroom=100.0",
                                 "arbeidsmarkt.uitstroom=2.0"));
    for (uint32_t i = 0; i < 400; i++) {
        model_run_begin(&run, 5, i);
        model_run_until_day(&run, 1500);
        sim_tally_add(&looking, (double)run.gemeente->medewerkers.werkzoekenden);
    }
    assert_agrees(&looking, 50);
    /* The variance of a Poisson sample: standard error about 50 x sqrt(2 / 400). */
    assert_true(fabs(sim_tally_variance(&looking) - 50) <= 4 * 50 * sqrt(2.0 / 400));
    model_run_close(&run);
}

/* --- A formatie that grows and shrinks, by hand --- */

/* Two fte in 2020, three in 2021, one in 2022; filling a vacature takes 40 days. */
#define GROEI_EN_KRIMP                                                        \
    "periode.einde=2022-12-31",                                               \
        "begrotingsposten.zorg.bedrag={ jaren = [2020, 2021, 2022]; waarden " \
        "= [200000.0, 300000.0, 100000.0]; }",                                \
        "zorgvormen.zorg.instroom=0.0", "arbeidsmarkt.vacature_duur=40.0"

static void test_a_new_position_is_a_vacature_until_it_is_filled(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET(GROEI_EN_KRIMP, "personeel.inwerktijd=12.0",
                                 "personeel.inwerk_productiviteit=0.5"));
    model_run_begin(&run, 1, 0);
    model_run_until_day(&run, 366);
    assert_int_equal(medewerker(&run, 2)->toestand, WMO_MEDEWERKER_VACATURE);
    assert_int_equal(team(&run)->staff.total.capacity, 2 * 1200);
    model_run_until(&run, (366 + 40) * SIM_DAY - 1);
    assert_int_equal(team(&run)->staff.total.capacity, 2 * 1200);
    model_run_until_day(&run, 366 + 40);
    assert_int_equal(medewerker(&run, 2)->toestand, WMO_MEDEWERKER_WERKZAAM);
    assert_int_equal(team(&run)->staff.total.capacity, 2 * 1200 + 600);
    model_run_close(&run);
}

static void test_who_was_hired_last_leaves_when_the_formatie_shrinks(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI, MODEL_RUN_SET(GROEI_EN_KRIMP));
    model_run_begin(&run, 1, 0);
    model_run_until_day(&run, 731);
    assert_int_equal(medewerker(&run, 0)->toestand, WMO_MEDEWERKER_WERKZAAM);
    assert_int_equal(medewerker(&run, 1)->toestand, WMO_MEDEWERKER_VERVALLEN);
    assert_int_equal(medewerker(&run, 2)->toestand, WMO_MEDEWERKER_VERVALLEN);
    assert_int_equal(team(&run)->staff.total.capacity, 1200);
    model_run_finish(&run);
    assert_int_equal(model_run_sum(&run, ZORG, 2, 2).vertrokken, 2);
    model_run_close(&run);
}

static void test_a_vacature_goes_before_a_person_does(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET(GROEI_EN_KRIMP, "arbeidsmarkt.vacature_duur=800.0"));
    model_run_begin(&run, 1, 0);
    model_run_finish(&run);
    /* The third position was still a vacature, and nobody had to leave for it. */
    assert_int_equal(model_run_sum(&run, ZORG, 0, 2).vertrokken, 1);
    assert_int_equal(model_run_sum(&run, ZORG, 0, 2).aangenomen, 0);
    model_run_close(&run);
}

static void test_with_krimp_by_verloop_nobody_is_sent_away(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET(GROEI_EN_KRIMP, "personeel.krimp=verloop"));
    model_run_begin(&run, 1, 0);
    model_run_until_day(&run, 731);
    assert_int_equal(bezetting(&run)->in_dienst.level, 3);
    assert_int_equal(team(&run)->staff.total.capacity, 3 * 1200);
    assert_int_equal(bezetting(&run)->formatie.level, 1200);
    assert_int_equal(wmo_medewerker_vertrek(run.gemeente, bezetting(&run)->first),
                     SIM_OK);
    assert_int_equal(bezetting(&run)->in_dienst.level, 2);
    assert_int_equal(bezetting(&run)->vacatures.level, 0);
    model_run_close(&run);
}

/* --- What is watched over --- */

static void test_hours_that_nobody_gives_are_seen(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI, NULL);
    model_run_begin(&run, 1, 0);
    struct wmo_medewerkers *all = &run.gemeente->medewerkers;
    assert_int_equal(wmo_gemeente_verify(run.gemeente), SIM_OK);
    all->rows[bezetting(&run)->first].given--;
    assert_int_equal(wmo_gemeente_verify(run.gemeente), SIM_ERR_INVARIANT);
    all->rows[bezetting(&run)->first].given++;
    all->rows[bezetting(&run)->first].toestand = WMO_MEDEWERKER_VACATURE;
    assert_int_equal(wmo_gemeente_verify(run.gemeente), SIM_ERR_INVARIANT);
    model_run_close(&run);
}

static void test_a_flow_of_werkzoekenden_without_a_number_is_a_fault(void **state)
{
    (void)state;
    struct sim_scenario *scenario = NULL;
    struct sim_faults faults = {0};
    const char *settings[] = {"arbeidsmarkt.terugkeer=0.5"};
    assert_int_equal(sim_scenario_load(&scenario, &wmo_registry, MODEL_RUN_MINI,
                                       settings, 1, &faults),
                     SIM_OK);
    wmo_check(scenario, &faults);
    assert_int_equal(faults.count, 1);
    assert_string_equal(faults.items[0].text,
                        "'arbeidsmarkt.terugkeer' zegt niets zolang "
                        "'arbeidsmarkt.werkzoekenden' 0 is: dan zijn er altijd genoeg");
    sim_faults_free(&faults);
    sim_scenario_destroy(scenario);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_neutral_values_leave_the_results_untouched),
        cmocka_unit_test(test_no_medewerker_has_the_name_of_an_inwoner),
        cmocka_unit_test(test_vacatures_are_turnover_times_time_to_fill),
        cmocka_unit_test(test_hours_follow_from_turnover_vacatures_and_ramp_up),
        cmocka_unit_test(test_a_pond_with_too_few_people_leaves_positions_open),
        cmocka_unit_test(test_a_pond_with_people_enough_is_no_limit),
        cmocka_unit_test(
            test_werkzoekenden_without_vacatures_are_inflow_times_patience),
        cmocka_unit_test(test_a_new_position_is_a_vacature_until_it_is_filled),
        cmocka_unit_test(test_who_was_hired_last_leaves_when_the_formatie_shrinks),
        cmocka_unit_test(test_a_vacature_goes_before_a_person_does),
        cmocka_unit_test(test_with_krimp_by_verloop_nobody_is_sent_away),
        cmocka_unit_test(test_hours_that_nobody_gives_are_seen),
        cmocka_unit_test(test_a_flow_of_werkzoekenden_without_a_number_is_a_fault),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("medewerker", tests, NULL, NULL);
}
