/* tests/models/test_formatieplan.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <math.h>

#include "tests/support/model_run.h"

#define ZORG 1
#define TEAM 1 /* the first of zorg: that of the buurtteam is 0 in one wijk */

static const struct wmo_formatie *formatie(const struct model_run *run, int year,
                                           int team)
{
    return wmo_formatieplan_team(&run->gemeente->formatieplan, year, team);
}

/* --- From budget to hours, by hand --- */

/*  post                       28,700,000.00
 *  x 0.4 for this zorgvorm    11,480,000.00   the ceiling
 *  x 0.9 for staff            10,332,000.00
 *  / 105,500 a fte                 97.9336 fte
 *  / 0.8 fte a medewerker         122.4    -> 123 medewerkers
 *  x 1230 / 50 hours x 60     144,550.07   -> 144,550 minutes a week
 *  x 0.2 uitleen               28,910 minutes for other wijken
 *  123 medewerkers share these: 144,550 = 25 x 1176 + 98 x 1175 */
#define BY_HAND                                                                        \
    MODEL_RUN_SET(                                                                     \
        "begrotingsposten.zorg.bedrag=28700000.0", "zorgvormen.zorg.aandeel_post=0.4", \
        "zorgvormen.zorg.aandeel_activiteiten=0.1",                                    \
        "zorgvormen.zorg.kostprijs_fte=105500.0", "zorgvormen.zorg.contract_fte=0.8",  \
        "zorgvormen.zorg.directe_uren_fte=1230.0",                                     \
        "zorgvormen.zorg.activiteitkosten=16.8", "aanbieders.Aanbieder.uitleen=0.2")

static void test_budget_becomes_medewerkers_and_minutes(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI, BY_HAND);
    const struct wmo_formatie *plan = formatie(&run, 0, TEAM);
    assert_int_equal(plan->begroot_cents, 1148000000);
    assert_int_equal(plan->medewerkers, 123);
    assert_int_equal(plan->minutes, 144550);
    assert_int_equal(plan->lendable_minutes, 28910);
    model_run_close(&run);
}

static void test_medewerkers_share_all_minutes_equally(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI, BY_HAND);
    model_run_begin(&run, 1, 0);
    const struct sim_resource_pool *staff = &run.gemeente->teams.items[TEAM].staff;
    assert_int_equal(staff->member_count, 123);
    assert_int_equal(staff->total.capacity, 144550);
    for (int i = 0; i < 123; i++) {
        assert_int_equal(staff->capacity[i], i < 25 ? 1176 : 1175);
    }
    model_run_close(&run);
}

/* 3 hours a week for the 92 days from 1 July to 1 October 2020, of 366:
 * 3 / 24.6 x 105,500 + 16.8 x 50 = 12,865.85 + 840 = 13,705.85 a year; x 92/366. */
static void test_support_costs_hours_and_activities_for_its_days(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI, BY_HAND);
    int64_t cents = wmo_formatieplan_kosten(&run.gemeente->formatieplan, 0, ZORG, 180,
                                            182 * SIM_DAY, 274 * SIM_DAY);
    assert_int_equal(cents, 344519);
    model_run_close(&run);
}

static void test_a_budget_for_exactly_two_fte_gives_two_medewerkers(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI, NULL);
    assert_int_equal(formatie(&run, 0, TEAM)->medewerkers, 2);
    assert_int_equal(formatie(&run, 0, TEAM)->minutes, 2400);
    model_run_close(&run);
}

static void test_no_budget_gives_nobody(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET("begrotingsposten.zorg.bedrag=0.0",
                                 "zorgvormen.zorg.beginstand=5",
                                 "zorgvormen.zorg.beginlijst=3"));
    assert_int_equal(formatie(&run, 0, TEAM)->medewerkers, 0);
    model_run_begin(&run, 1, 0);
    model_run_finish(&run);
    assert_int_equal(model_run_sum(&run, ZORG, 0, 1).gestart, 0);
    assert_int_equal(model_run_sum(&run, ZORG, 0, 1).geboekt_cents, 0);
    model_run_close(&run);
}

/* --- Over wijken and aanbieders --- */

/* stad.cfg in 2027: budgets of all teams and wijken together are the post x the shares,
 * but for half a cent in every wijk of every team. */
static void test_nothing_of_a_post_is_lost_over_wijken_and_aanbieders(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_STAD, NULL);
    const struct wmo_landschap *landschap = &run.gemeente->landschap;
    static const double euro[] = {450000.0, 0.7 * 1500000.0, 0.3 * 1500000.0};
    for (int z = 0; z < 3; z++) {
        double cents = 0;
        int parts = 0;
        for (int t = 0; t < landschap->aanbieders.team_count; t++) {
            int aanbod = landschap->aanbieders.teams[t].aanbod;
            if (landschap->aanbieders.aanbod[aanbod].zorgvorm == z) {
                cents += (double)formatie(&run, 0, t)->begroot_cents;
                parts += landschap->wijken.count;
            }
        }
        assert_true(fabs(cents - 100 * euro[z]) <= 0.5 * parts);
    }
    model_run_close(&run);
}

/* What the team of zorg in wijk [wijk] of twee-wijken.cfg gets in 2020. */
static int64_t wijk_cents(const char *const *settings, int wijk)
{
    struct model_run run;
    model_run_open(&run, "tests/scenario/model/twee-wijken.cfg", settings);
    const struct wmo_aanbieders *aanbieders = &run.gemeente->landschap.aanbieders;
    int64_t cents = wmo_formatieplan_wijk_cents(
        &run.gemeente->formatieplan, 0, wmo_aanbieders_team(aanbieders, 1, wijk), wijk);
    model_run_close(&run);
    return cents;
}

/* 800,000 euro; Wijk has 1000 inwoners and Buur 3000; vraagfactor 1 and 0.5; aged 65 or
 * over 100 and 600. By vraag 1000 : 1500, by age 100 : 600. */
#define UNEVEN(verdeling)                                                       \
    MODEL_RUN_SET("begroting.verdeling_wijken=\"" verdeling "\"",               \
                  "wijken.Buur.inwoners=3000.0", "wijken.Buur.vraagfactor=0.5", \
                  "wijken.Buur.aandeel_65plus=0.2",                             \
                  "zorgvormen.zorg.gewicht_65plus=0.3")

static void test_wijken_share_by_the_rule_of_the_scenario(void **state)
{
    (void)state;
    assert_int_equal(wijk_cents(UNEVEN("gelijk"), 0), 40000000);
    assert_int_equal(wijk_cents(UNEVEN("gelijk"), 1), 40000000);
    assert_int_equal(wijk_cents(UNEVEN("inwoners"), 0), 20000000);
    assert_int_equal(wijk_cents(UNEVEN("inwoners"), 1), 60000000);
    /* 0.7 x 1000/2500 + 0.3 x 100/700 = 0.322857 of 800,000. */
    assert_int_equal(wijk_cents(UNEVEN("vraag"), 0), 25828571);
    assert_int_equal(wijk_cents(UNEVEN("vraag"), 1), 54171429);
    /* The age of the zorgvorm does not count: 1000/2500 of 800,000. */
    assert_int_equal(wijk_cents(UNEVEN("behoefte"), 0), 32000000);
    assert_int_equal(wijk_cents(UNEVEN("behoefte"), 1), 48000000);
    assert_int_equal(wijk_cents(UNEVEN("ongelijk_investeren"), 0), 32000000);
}

static void test_unequal_investing_weighs_need_and_age_in_every_zorgvorm(void **state)
{
    (void)state;
    const char *const settings[] = {
        "begroting.verdeling_wijken=\"ongelijk_investeren\"",
        "begroting.gewicht_65plus=0.25",
        "wijken.Buur.inwoners=3000.0",
        "wijken.Buur.vraagfactor=0.5",
        "wijken.Buur.aandeel_65plus=0.2",
        "zorgvormen.zorg.gewicht_65plus=0.9",
        NULL};
    /* 0.75 x 1000/2500 + 0.25 x 100/700 = 0.3357142857 of 800,000. */
    assert_int_equal(wijk_cents(settings, 0), 26857143);
    assert_int_equal(wijk_cents(settings, 1), 53142857);
}

static void test_aanbieders_share_by_gewicht(void **state)
{
    (void)state;
    /* 600,000 over 3 : 0.7 : 0.7. */
    struct model_run run;
    model_run_open(&run, "tests/scenario/model/drie-aanbieders.cfg", NULL);
    assert_int_equal(formatie(&run, 0, TEAM)->begroot_cents, 40909091);
    assert_int_equal(formatie(&run, 0, TEAM + 1)->begroot_cents, 9545455);
    assert_int_equal(formatie(&run, 0, TEAM + 2)->begroot_cents, 9545455);
    model_run_close(&run);
}

/* --- Over the years --- */

#define TEN_YEARS "periode.einde=2029-12-31"

static void test_indexation_equal_to_wage_growth_keeps_the_staff(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET(TEN_YEARS, "begroting.indexatie=0.035",
                                 "begroting.loonkosten_groei=0.035"));
    for (int year = 0; year < 10; year++) {
        assert_int_equal(formatie(&run, year, TEAM)->medewerkers, 2);
        assert_int_equal(formatie(&run, year, TEAM)->minutes, 2400);
    }
    /* 200,000 x 1.035^9 = 272,579.47 */
    assert_int_equal(formatie(&run, 9, TEAM)->begroot_cents, 27257947);
    model_run_close(&run);
}

static void test_no_indexation_shrinks_the_staff_with_the_wages(void **state)
{
    (void)state;
    /* 2 fte / 1.035 = 1.932367 in 2021 and 2 / 1.035^5 = 1.683946 in 2025, x 1200. */
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET(TEN_YEARS, "begroting.loonkosten_groei=0.035"));
    assert_int_equal(formatie(&run, 0, TEAM)->minutes, 2400);
    assert_int_equal(formatie(&run, 1, TEAM)->minutes, 2318);
    assert_int_equal(formatie(&run, 5, TEAM)->minutes, 2020);
    assert_int_equal(formatie(&run, 5, TEAM)->begroot_cents, 20000000);
    /* A whole fte for the whole of 2025 costs 100,000 x 1.035^5. */
    const sim_time *start = run.gemeente->landschap.periode.year_start;
    assert_int_equal(wmo_formatieplan_kosten(&run.gemeente->formatieplan, 5, ZORG, 1200,
                                             start[5], start[6]),
                     11876863);
    model_run_close(&run);
}

#define NOMINAL_SERIES                                                               \
    "begroting.indexatie=0.035", "begroting.loonkosten_groei=0.035",                 \
        "begrotingsposten.zorg.bedrag={ jaren = [2020, 2022]; waarden = [200000.0, " \
        "220000.0]; }"

static void test_nominal_amounts_are_indexed_only_past_their_years(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(
        &run, MODEL_RUN_MINI,
        MODEL_RUN_SET(TEN_YEARS, NOMINAL_SERIES, "begroting.bedragen=\"nominaal\""));
    /* As written up to 2022; then x 1.035 and x 1.035^7. */
    assert_int_equal(formatie(&run, 0, TEAM)->begroot_cents, 20000000);
    assert_int_equal(formatie(&run, 1, TEAM)->begroot_cents, 21000000);
    assert_int_equal(formatie(&run, 2, TEAM)->begroot_cents, 22000000);
    assert_int_equal(formatie(&run, 3, TEAM)->begroot_cents, 22770000);
    assert_int_equal(formatie(&run, 9, TEAM)->begroot_cents, 27990144);
    /* Wages of two years more: 220,000 / (100,000 x 1.035^2) fte of 1200 minutes, in
     * 2022 and ever after, as both grow alike from then on. */
    assert_int_equal(formatie(&run, 2, TEAM)->minutes, 2464);
    assert_int_equal(formatie(&run, 9, TEAM)->minutes, 2464);
    model_run_close(&run);
}

static void test_a_post_may_be_real_where_others_are_nominal(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET(TEN_YEARS, NOMINAL_SERIES,
                                 "begroting.bedragen=\"nominaal\"",
                                 "begrotingsposten.zorg.bedragen=\"reeel\""));
    assert_int_equal(formatie(&run, 2, TEAM)->begroot_cents, 23566950); /* x 1.035^2 */
    model_run_close(&run);
}

static void test_a_post_grows_with_inwoners_only_past_its_last_year(void **state)
{
    (void)state;
    /* 1000 inwoners in 2020 and 1100 in 2022; half of the growth counts. The post is
     * known for 2020 and 2021; from 1050 inwoners in 2021 to 1100 is 1/21. */
    struct model_run run;
    model_run_open(
        &run, MODEL_RUN_MINI,
        MODEL_RUN_SET("periode.einde=2022-12-31", "begroting.groei_met_inwoners=0.5",
                      "wijken.Wijk.inwoners={ jaren = [2020, 2022]; waarden = "
                      "[1000.0, 1100.0]; }",
                      "begrotingsposten.zorg.bedrag={ jaren = [2020, 2021]; waarden = "
                      "[200000.0, 210000.0]; }"));
    assert_int_equal(formatie(&run, 0, TEAM)->begroot_cents, 20000000);
    assert_int_equal(formatie(&run, 1, TEAM)->begroot_cents, 21000000);
    assert_int_equal(formatie(&run, 2, TEAM)->begroot_cents, 21500000);
    model_run_close(&run);
}

/* The same inwoners; the number is one of the price level, 2021, whatever they were
 * before: from 1050 to 1100 is 1/21. */
static void
test_an_amount_without_years_grows_with_inwoners_from_the_price_level(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(
        &run, MODEL_RUN_MINI,
        MODEL_RUN_SET("periode.einde=2022-12-31", "begroting.groei_met_inwoners=0.5",
                      "begroting.prijspeil=2021",
                      "wijken.Wijk.inwoners={ jaren = [2020, 2022]; waarden = "
                      "[1000.0, 1100.0]; }",
                      "begrotingsposten.zorg.bedrag=210000.0"));
    assert_int_equal(formatie(&run, 0, TEAM)->begroot_cents, 21000000);
    assert_int_equal(formatie(&run, 1, TEAM)->begroot_cents, 21000000);
    assert_int_equal(formatie(&run, 2, TEAM)->begroot_cents, 21500000);
    model_run_close(&run);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_budget_becomes_medewerkers_and_minutes),
        cmocka_unit_test(test_medewerkers_share_all_minutes_equally),
        cmocka_unit_test(test_support_costs_hours_and_activities_for_its_days),
        cmocka_unit_test(test_a_budget_for_exactly_two_fte_gives_two_medewerkers),
        cmocka_unit_test(test_no_budget_gives_nobody),
        cmocka_unit_test(test_nothing_of_a_post_is_lost_over_wijken_and_aanbieders),
        cmocka_unit_test(test_wijken_share_by_the_rule_of_the_scenario),
        cmocka_unit_test(test_unequal_investing_weighs_need_and_age_in_every_zorgvorm),
        cmocka_unit_test(test_aanbieders_share_by_gewicht),
        cmocka_unit_test(test_nominal_amounts_are_indexed_only_past_their_years),
        cmocka_unit_test(test_a_post_may_be_real_where_others_are_nominal),
        cmocka_unit_test(test_indexation_equal_to_wage_growth_keeps_the_staff),
        cmocka_unit_test(test_no_indexation_shrinks_the_staff_with_the_wages),
        cmocka_unit_test(test_a_post_grows_with_inwoners_only_past_its_last_year),
        cmocka_unit_test(
            test_an_amount_without_years_grows_with_inwoners_from_the_price_level),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("formatieplan", tests, NULL, NULL);
}
