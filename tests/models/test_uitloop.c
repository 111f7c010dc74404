/* tests/models/test_uitloop.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <string.h>

#include "tests/support/model_run.h"

#define UITLOOP "tests/scenario/model/uitloop.cfg"
#define DRIE "tests/scenario/model/drie-aanbieders.cfg"
#define ZORG 1
enum team { OUD = 1, PROEF, OPVOLGER };
#define FIRST_OF_2021 (366 * SIM_DAY)
#define FIRST_OF_2022 (FIRST_OF_2021 + 365 * SIM_DAY)

/* Who is in care stays, and is of 5 hours a week. */
#define STAY "zorgvormen.zorg.verblijfsduur=36500.0", "zorgvormen.zorg.beginstand=8"
#define CASE 300

static int64_t in_care(const struct model_run *run, enum team team)
{
    return run->gemeente->teams.items[team].staff.total.used / CASE;
}

static int64_t in_dienst(const struct model_run *run, enum team team)
{
    return run->gemeente->medewerkers.teams[team].in_dienst.level;
}

/* --- Money --- */

/* Of 400,000 a year, 100,000 for a fte; the pot is gone over in whole. */
static void assert_euros(const char *const *settings, const int euros[3][3])
{
    struct model_run run;
    model_run_open(&run, UITLOOP, settings);
    for (int year = 0; year < 3; year++) {
        for (int i = 0; i < 3; i++) {
            const struct wmo_formatie *f =
                wmo_formatieplan_team(&run.gemeente->formatieplan, year, OUD + i);
            assert_int_equal(f->begroot_cents, 10000000LL * euros[year][i]);
            assert_int_equal(f->medewerkers, euros[year][i]);
        }
    }
    model_run_close(&run);
}

static void test_the_budget_of_a_year_follows_the_gewicht_of_that_year(void **state)
{
    (void)state;
    assert_euros(NULL, (const int[3][3]){{3, 1, 0}, {2, 2, 0}, {0, 0, 4}});
}

/* One line says when the work is taken over: earlier, on the first day, or never. */
static void test_the_start_of_who_takes_over_is_the_end_of_the_others(void **state)
{
    (void)state;
    assert_euros(MODEL_RUN_SET("aanbieders.Opvolger.start=\"2021-01-01\""),
                 (const int[3][3]){{3, 1, 0}, {0, 0, 4}, {0, 0, 4}});
    assert_euros(MODEL_RUN_SET("aanbieders.Opvolger.start=\"2020-01-01\""),
                 (const int[3][3]){{0, 0, 4}, {0, 0, 4}, {0, 0, 4}});
    assert_euros(MODEL_RUN_SET("aanbieders.Opvolger.start=\"2023-01-01\""),
                 (const int[3][3]){{3, 1, 0}, {2, 2, 0}, {2, 2, 0}});
}

/* The budget in year [year] of [zorgvorm], of all or of the aanbieder called [naam]. */
static int64_t budget(const struct model_run *run, int year, int zorgvorm,
                      const char *naam)
{
    const struct wmo_aanbieders *all = &run->gemeente->landschap.aanbieders;
    int64_t cents = 0;
    for (int t = 0; t < all->team_count; t++) {
        const struct wmo_aanbod *aanbod = &all->aanbod[all->teams[t].aanbod];
        bool counts = !naam || strcmp(all->naam[aanbod->aanbieder], naam) == 0;
        cents += counts && aanbod->zorgvorm == zorgvorm
                     ? wmo_formatieplan_team(&run->gemeente->formatieplan, year, t)
                           ->begroot_cents
                     : 0;
    }
    return cents;
}

/* Of a zorgvorm of Utrecht that [partner] has from [first] on: all of the budget from
 * then, none before, and together what it is without the calendar, but for half a cent
 * per team and wijk. */
static void assert_moves(const char *const *settings, const char *zorgvorm,
                         const char *partner, int first)
{
    struct model_run with, without;
    model_run_open(&with, "scenarios/utrecht/groeiende-opdracht.cfg", settings);
    model_run_open(&without, "scenarios/utrecht/een-partner.cfg", NULL);
    int z = sim_scenario_index(with.scenario, NULL, "zorgvormen", zorgvorm);
    assert_true(z >= 0);
    for (int y = 0; y < with.gemeente->landschap.periode.year_count; y++) {
        int64_t whole = budget(&with, y, z, NULL);
        int64_t apart = whole - budget(&without, y, z, NULL);
        assert_in_range(apart + 1000, 0, 2000);
        assert_true(whole > 100000000);
        assert_int_equal(budget(&with, y, z, partner), 2027 + y < first ? 0 : whole);
    }
    model_run_close(&with);
    model_run_close(&without);
}

static void test_a_switch_moves_the_budget_of_a_zorgvorm_and_makes_none(void **state)
{
    (void)state;
    static const char thuis[] = "Uitvoeringspartner Beschermd Thuis",
                      huis[] = "Uitvoeringspartner Hulp bij huishouden";
    assert_moves(NULL, "beschermd_thuis", thuis, 2029);
    assert_moves(NULL, "hulp_bij_huishouden", huis, 2031);
    assert_moves(MODEL_RUN_SET("aanbieders.Uitvoeringspartner Beschermd Thuis.start="
                               "\"2037-01-01\""),
                 "beschermd_thuis", thuis, 2037);
    assert_moves(MODEL_RUN_SET("aanbieders.Uitvoeringspartner Hulp bij huishouden."
                               "start=\"2027-01-01\""),
                 "hulp_bij_huishouden", huis, 2027);
}

/* --- Inwoners --- */

/* Who is in care at the start is with who was there before; who comes goes elsewhere.
 */
static void test_only_who_was_there_is_with_a_contract_that_runs_out(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, UITLOOP, MODEL_RUN_SET(STAY, "zorgvormen.zorg.instroom=2.0"));
    for (uint32_t r = 0; r < 10; r++) {
        model_run_begin(&run, 1, r);
        assert_int_equal(in_care(&run, OUD), 8);
        assert_int_equal(in_care(&run, PROEF), 0);
        model_run_until(&run, FIRST_OF_2022 - 1);
        struct wmo_tel tel = model_run_sum(&run, ZORG, 0, 1);
        int64_t left = in_care(&run, OUD) + in_care(&run, PROEF);
        assert_true(in_care(&run, OUD) <= 8);
        assert_true(in_care(&run, PROEF) <= tel.gestart);
        assert_int_equal(left, 8 + tel.gestart - tel.uitstroom);
        model_run_until(&run, FIRST_OF_2022);
        assert_int_equal(in_care(&run, OUD) + in_care(&run, PROEF), 0);
        assert_in_range(in_care(&run, OPVOLGER), left - 1, left + 1);
    }
    model_run_close(&run);
}

/* On the list of [team] or in care there. */
static int64_t present(const struct model_run *run, int team)
{
    return (int64_t)run->gemeente->teams.items[team].wachtlijst.length +
           in_care(run, (enum team)team);
}

/* Who refused one aanbieder and lost the other goes back to the first. */
static void test_who_refused_the_last_one_left_goes_back_to_it(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, DRIE,
                   MODEL_RUN_SET("aanbieders.Kleine.einde=\"2020-12-31\"",
                                 "keuze.weigering=1.0",
                                 "zorgvormen.zorg.verblijfsduur=36500.0",
                                 "zorgvormen.zorg.instroom=60.0"));
    model_run_begin(&run, 1, 0);
    model_run_until(&run, FIRST_OF_2021 - 1);
    int64_t there = present(&run, 1) + present(&run, 2) + present(&run, 3);
    assert_true(run.gemeente->teams.items[2].wachtlijst.length > 0);
    model_run_until(&run, FIRST_OF_2021);
    assert_int_equal(present(&run, 2) + present(&run, 3), 0);
    assert_in_range(present(&run, 1), there - 2, there + 2);
    model_run_finish(&run);
    model_run_close(&run);
}

/* --- Medewerkers --- */

/* Position by position they go where the new inwoners are: nobody has to be found, and
 * whom they leave behind goes on with a colleague. */
static void test_medewerkers_go_where_the_positions_go(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(
        &run, UITLOOP,
        MODEL_RUN_SET(STAY, "zorgvormen.zorg.instroom=0.0", "personeel.verloop=1e-9",
                      "personeel.overdracht=\"collega\"", "personeel.krimp=\"laatste\"",
                      "arbeidsmarkt.vacature_duur=90.0"));
    model_run_begin(&run, 1, 0);
    assert_int_equal(in_dienst(&run, OUD), 3);
    assert_int_equal(in_dienst(&run, PROEF), 1);
    model_run_until(&run, FIRST_OF_2021);
    assert_int_equal(in_dienst(&run, OUD), 2);
    assert_int_equal(in_dienst(&run, PROEF), 2);
    assert_int_equal(in_care(&run, OUD), 8); /* 2 x 20 hours */
    struct wmo_tel tel = model_run_sum(&run, ZORG, 0, 1);
    assert_int_equal(tel.vertrokken, 0);
    assert_in_range(tel.wisselingen, 2, 3); /* 8 over 3 medewerkers */
    assert_int_equal(tel.teruggezet, 0);
    model_run_finish(&run);
    model_run_close(&run);
}

/* --- Neutral, and faults --- */

static void test_what_does_not_change_over_the_years_changes_nothing(void **state)
{
    (void)state;
    model_run_assert_same(
        DRIE, MODEL_RUN_SET("zorgvormen.zorg.instroom=60.0"),
        MODEL_RUN_SET(
            "zorgvormen.zorg.instroom=60.0",
            "aanbieders.Aanbieder.gewicht={ jaren=[2000,2001]; waarden=[3.0,3.0]; }",
            "aanbieders.Aanbieder.instroom_einde=\"2021-12-31\"",

            "aanbieders.Aanbieder.neemt_over=[]"));
}

static void test_what_cannot_be_is_said(void **state)
{
    (void)state;
    model_run_assert_fault(
        UITLOOP, MODEL_RUN_SET("aanbieders.Opvolger.neemt_over=[\"Opvolger\"]"),
        "'Opvolger' kan het eigen werk niet overnemen");
    model_run_assert_fault(
        UITLOOP, MODEL_RUN_SET("aanbieders.Aanbieder.neemt_over=[\"Proef\"]"),
        "'Aanbieder' neemt werk van anderen over, maar wanneer staat er niet: vul "
        "'start' in");
    model_run_assert_fault(
        UITLOOP, MODEL_RUN_SET("aanbieders.Aanbieder.instroom_einde=\"2020-06-30\""),
        "de instroom van 'Aanbieder' eindigt niet op een 31 december");
    model_run_assert_fault(
        UITLOOP, MODEL_RUN_SET("aanbieders.Aanbieder.lijst=\"gedeeld\""),
        "'Aanbieder' deelt een wachtlijst, en daarop staat ook wie nieuw is; "
        "'instroom_einde' gaat niet samen met lijst \"gedeeld\"");
    model_run_assert_fault(
        UITLOOP, MODEL_RUN_SET("aanbieders.Proef.instroom_einde=\"2020-12-31\""),
        "geen aanbieder levert 'zorg' aan wie nieuw is, in 1 van de 1 wijken, "
        "waaronder "
        "'Wijk' (2021)");
    model_run_assert_fault(
        UITLOOP, MODEL_RUN_SET("aanbieders.Buurtteam.instroom_einde=\"2022-12-31\""),
        "'Buurtteam' is het buurtteam, en dat kan tijdens de doorrekening niet "
        "beginnen "
        "of eindigen");
}

int main(void)
{
    gsl_set_error_handler_off();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_budget_of_a_year_follows_the_gewicht_of_that_year),
        cmocka_unit_test(test_the_start_of_who_takes_over_is_the_end_of_the_others),
        cmocka_unit_test(test_a_switch_moves_the_budget_of_a_zorgvorm_and_makes_none),
        cmocka_unit_test(test_only_who_was_there_is_with_a_contract_that_runs_out),
        cmocka_unit_test(test_who_refused_the_last_one_left_goes_back_to_it),
        cmocka_unit_test(test_medewerkers_go_where_the_positions_go),
        cmocka_unit_test(test_what_does_not_change_over_the_years_changes_nothing),
        cmocka_unit_test(test_what_cannot_be_is_said),
    };
    return cmocka_run_group_tests_name("uitloop", tests, NULL, NULL);
}
