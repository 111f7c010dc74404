/* tests/models/test_functie.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <math.h>
#include <stdio.h>

#include "sim/statistics/tally.h"
#include "tests/support/model_run.h"

#define FUNCTIES "tests/scenario/model/functies.cfg"
#define NEUTRAAL "tests/scenario/model/functies-neutraal.cfg"
#define ZORG 1
#define TEAM 1
#define HOUR 60
#define NORMAL 1
#define YEAR 365.25

enum { HBO, MBO, ERVARING, FUNCTIES_COUNT };

static const struct wmo_medewerker *medewerker(const struct model_run *run, int positie)
{
    const struct wmo_medewerkers *all = &run->gemeente->medewerkers;
    return &all->rows[all->teams[TEAM].first + (uint32_t)positie];
}

/* Positions of each functie, of which those in [open] are vacatures. */
static void count(const struct model_run *run, int32_t posities[FUNCTIES_COUNT],
                  int32_t open[FUNCTIES_COUNT])
{
    for (int f = 0; f < FUNCTIES_COUNT; f++) {
        posities[f] = open[f] = 0;
    }
    for (int p = 0; p < run->gemeente->medewerkers.teams[TEAM].posities; p++) {
        const struct wmo_medewerker *m = medewerker(run, p);
        posities[m->functie] += m->toestand != WMO_MEDEWERKER_VERVALLEN;
        open[m->functie] += m->toestand == WMO_MEDEWERKER_VACATURE;
    }
}

static void assert_posities(const int32_t posities[FUNCTIES_COUNT], int hbo, int mbo,
                            int ervaring)
{
    assert_int_equal(posities[HBO], hbo);
    assert_int_equal(posities[MBO], mbo);
    assert_int_equal(posities[ERVARING], ervaring);
}

/* --- Switched off --- */

static void test_functies_without_a_difference_leave_results_untouched(void **state)
{
    (void)state;
    model_run_assert_same_files(MODEL_RUN_STAD, NEUTRAAL);
}

/* --- Money --- */

/* 200,000 / (100,000 x 1.05) = 1.904762 fte of 1200 minutes a week. */
static void test_a_dearer_mix_gives_fewer_fte_for_the_same_budget(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, FUNCTIES, NULL);
    const struct wmo_formatieplan *plan = &run.gemeente->formatieplan;
    assert_int_equal(wmo_formatieplan_team(plan, 0, TEAM)->minutes, 2285);
    assert_int_equal(wmo_formatieplan_team(plan, 0, TEAM)->medewerkers, 2);
    const sim_time *start = run.gemeente->landschap.periode.year_start;
    assert_int_equal(wmo_formatieplan_kosten(plan, 0, ZORG, 1200, start[0], start[1]),
                     10500000);
    model_run_close(&run);
}

/* Without the mbo, hbo and ervaring are 6 to 1: (6 x 1.2 + 0.6) / 7 = 1.114286. */
static void test_the_mix_is_of_the_functies_that_occur(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, FUNCTIES, MODEL_RUN_SET("functies.mbo.zorgvormen=[]"));
    const struct wmo_functies *functies = &run.gemeente->landschap.functies;
    assert_true(fabs(wmo_functies_kosten_factor(functies, ZORG) - 7.8 / 7) < 1e-12);
    assert_true(wmo_functies_kosten_factor(functies, 0) == 1);
    model_run_close(&run);
}

/* --- Positions --- */

/* aandeel / 1, 3, 5 and so on. hbo: 0.6, 0.2, 0.12, 0.086, 0.067, 0.055; mbo: 0.3, 0.1,
 * 0.06, 0.043; ervaring: 0.1, 0.033. The greatest first; of two of 0.1 the mbo. */
static const int32_t BY_HAND[][FUNCTIES_COUNT] = {
    {0, 0, 0}, {1, 0, 0}, {1, 1, 0}, {2, 1, 0}, {3, 1, 0}, {3, 2, 0},
    {3, 2, 1}, {4, 2, 1}, {5, 2, 1}, {5, 3, 1}, {6, 3, 1},
};

static void test_positions_go_to_functies_by_sainte_lague(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, FUNCTIES, NULL);
    const struct wmo_functies *functies = &run.gemeente->landschap.functies;
    int32_t posities[WMO_FUNCTIE_MAX] = {0};
    for (int n = 1; n <= 10; n++) {
        posities[wmo_functies_erbij(functies, ZORG, posities)]++;
        assert_memory_equal(posities, BY_HAND[n], sizeof BY_HAND[n]);
    }
    for (int n = 9; n >= 1; n--) {
        posities[wmo_functies_eraf(functies, ZORG, posities)]--;
        assert_memory_equal(posities, BY_HAND[n], sizeof BY_HAND[n]);
    }
    assert_int_equal(wmo_functies_erbij(functies, 0, posities), WMO_GEEN_FUNCTIE);
    model_run_close(&run);
}

static void test_a_team_of_any_size_has_the_functies_of_its_size(void **state)
{
    (void)state;
    for (int n = 1; n <= 10; n++) {
        char budget[64];
        snprintf(budget, sizeof budget, "begrotingsposten.zorg.bedrag=%d.0",
                 n * 105000);
        struct model_run run;
        model_run_open(&run, FUNCTIES, MODEL_RUN_SET(budget));
        model_run_begin(&run, 1, 0);
        int32_t posities[FUNCTIES_COUNT], open[FUNCTIES_COUNT];
        count(&run, posities, open);
        assert_memory_equal(posities, BY_HAND[n], sizeof BY_HAND[n]);
        model_run_close(&run);
    }
}

/* Ten positions, then four, then seven. */
static void test_a_team_keeps_the_shares_when_it_shrinks_and_grows(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(
        &run, FUNCTIES,
        MODEL_RUN_SET("periode.einde=2022-12-31", "personeel.vacatures_begin=0.2",
                      "arbeidsmarkt.vacature_duur=40.0",
                      "begrotingsposten.zorg.bedrag={ jaren = [2020, 2021, "
                      "2022]; waarden = [1050000.0, 420000.0, 735000.0]; }"));
    model_run_begin(&run, 1, 0);
    int32_t posities[FUNCTIES_COUNT], open[FUNCTIES_COUNT];
    count(&run, posities, open);
    assert_posities(posities, 6, 3, 1);
    const sim_time *start = run.gemeente->landschap.periode.year_start;
    model_run_until(&run, start[1]);
    count(&run, posities, open);
    assert_posities(posities, 3, 1, 0);
    model_run_until(&run, start[2]);
    count(&run, posities, open);
    assert_posities(posities, 4, 2, 1);
    assert_posities(open, 1, 1, 1);
    model_run_close(&run);
}

/* --- Who may support whom --- */

static uint32_t enter(struct model_run *run, int minutes)
{
    return model_run_enter_who(run, ZORG, 0, minutes, NORMAL, 0);
}

static const struct wmo_inwoner *inwoner(const struct model_run *run, uint32_t row)
{
    return &run->gemeente->inwoners.rows[row];
}

static bool in_care(const struct model_run *run, uint32_t row)
{
    return inwoner(run, row)->toestand == WMO_TOESTAND_IN_ZORG;
}

/* An hbo with 1143 minutes a week and an mbo with 1142, for at most 4 hours. Three of 5
 * hours leave the hbo 243 minutes: the fourth waits, though the mbo has nobody. */
static void test_a_heavy_case_waits_for_who_may_have_it(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, FUNCTIES, MODEL_RUN_SET("plaatsing.volgorde=eerste_passende"));
    model_run_begin(&run, 1, 0);
    assert_int_equal(medewerker(&run, 1)->functie, MBO);
    for (int i = 0; i < 3; i++) {
        assert_int_equal(inwoner(&run, enter(&run, 5 * HOUR))->member, 0);
    }
    uint32_t heavy = enter(&run, 5 * HOUR);
    assert_false(in_care(&run, heavy));
    uint32_t most = enter(&run, 4 * HOUR);
    assert_true(in_care(&run, most));
    assert_int_equal(inwoner(&run, most)->member, 1);
    uint32_t above = enter(&run, 4 * HOUR + 1);
    assert_true(in_care(&run, above));
    assert_int_equal(inwoner(&run, above)->member, 0);
    model_run_until_day(&run, 89);
    assert_false(in_care(&run, heavy));
    model_run_until_day(&run, 90);
    assert_true(in_care(&run, heavy));
    assert_int_equal(inwoner(&run, heavy)->member, 0);
    model_run_finish(&run);
    model_run_close(&run);
}

/* Six positions: hbo 0, 2 and 3, mbo 1 and 4, ervaring 5. Each
 * inwoner goes to the roomiest who may have it, the lowest number among equals: the 3
 * hours at the end to hbo 0 with 16 hours left, not to ervaring 5 with 17. */
static void test_each_functie_has_a_maximum_of_its_own(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, FUNCTIES,
                   MODEL_RUN_SET("begrotingsposten.zorg.bedrag=630000.0"));
    model_run_begin(&run, 1, 0);
    assert_int_equal(medewerker(&run, 5)->functie, ERVARING);
    static const struct {
        int hours, member;
    } by_hand[] = {{4, 0}, {3, 1}, {2, 2}, {1, 3}, {4, 4}, {3, 3},
                   {1, 5}, {2, 5}, {5, 2}, {2, 1}, {3, 0}};
    for (size_t i = 0; i < sizeof by_hand / sizeof by_hand[0]; i++) {
        uint32_t row = enter(&run, by_hand[i].hours * HOUR);
        assert_true(in_care(&run, row));
        assert_int_equal(inwoner(&run, row)->member, by_hand[i].member);
    }
    model_run_close(&run);
}

static void test_a_colleague_takes_over_only_what_it_may_have(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, FUNCTIES,
                   MODEL_RUN_SET("personeel.overdracht=collega",
                                 "arbeidsmarkt.vacature_duur=400.0"));
    model_run_begin(&run, 1, 0);
    uint32_t heavy = enter(&run, 5 * HOUR);
    enter(&run, 4 * HOUR);
    enter(&run, 4 * HOUR);
    uint32_t light = enter(&run, 4 * HOUR);
    assert_int_equal(inwoner(&run, light)->member, 0);
    uint32_t hbo = run.gemeente->medewerkers.teams[TEAM].first;
    assert_int_equal(wmo_medewerker_vertrek(run.gemeente, hbo), SIM_OK);
    assert_false(in_care(&run, heavy));
    assert_int_equal(inwoner(&run, light)->member, 1);
    model_run_close(&run);
}

/* --- Turnover --- */

/* 120 hbo, 60 mbo who leave twice as often and 20 ervaring for whom a vacature takes
 * three times as long. By Little's law the vacatures of a functie are its turnover x
 * its time to fill: of a position the share is v d / (365.25 + v d). */
static void
test_vacatures_of_a_functie_are_its_turnover_times_time_to_fill(void **state)
{
    (void)state;
    struct model_run run;
    struct sim_tally open[FUNCTIES_COUNT];
    model_run_open(
        &run, FUNCTIES,
        MODEL_RUN_SET("periode.start=2000-01-01", "periode.einde=2009-12-31",
                      "begrotingsposten.zorg.bedrag=21000000.0",
                      "begrotingsposten.buurtteam.bedrag=0.0", "personeel.verloop=0.5",
                      "personeel.vacatures_begin=0.1",
                      "functies.mbo.verloop_factor=2.0",
                      "functies.ervaring.vacature_factor=3.0",
                      "arbeidsmarkt.vacature_duur={ vorm = \"exponentieel\"; "
                      "gemiddelde = 60.0; }"));
    for (int f = 0; f < FUNCTIES_COUNT; f++) {
        sim_tally_reset(&open[f]);
    }
    for (uint32_t i = 0; i < 30; i++) {
        model_run_begin(&run, 1, i);
        double sum[FUNCTIES_COUNT] = {0};
        int samples = 0;
        for (int day = 1500; day < 3650; day += 50) {
            int32_t posities[FUNCTIES_COUNT], now[FUNCTIES_COUNT];
            model_run_until_day(&run, day);
            count(&run, posities, now);
            assert_posities(posities, 120, 60, 20);
            for (int f = 0; f < FUNCTIES_COUNT; f++) {
                sum[f] += (double)now[f] / posities[f];
            }
            samples++;
        }
        for (int f = 0; f < FUNCTIES_COUNT; f++) {
            sim_tally_add(&open[f], sum[f] / samples);
        }
    }
    static const double days[FUNCTIES_COUNT] = {0.5 * 60, 1.0 * 60, 0.5 * 180};
    for (int f = 0; f < FUNCTIES_COUNT; f++) {
        double expected = days[f] / (YEAR + days[f]);
        assert_true(fabs(sim_tally_mean(&open[f]) - expected) <=
                    4 * sim_tally_standard_error(&open[f]));
    }
    model_run_close(&run);
}

/* --- What a scenario may say --- */

static void assert_only_fault(const char *const *settings, const char *text)
{
    model_run_assert_fault(FUNCTIES, settings, text);
}

static void test_functies_that_contradict_themselves_are_refused(void **state)
{
    (void)state;
    assert_only_fault(
        MODEL_RUN_SET("functies.mbo.aandeel=0.2"),
        "de aandelen van de functies tellen op tot 0.900 in plaats van 1");
    assert_only_fault(MODEL_RUN_SET("functies.hbo.max_uren_per_week=8.0"),
                      "de functies hebben samen meer dan 2 verschillende "
                      "'max_uren_per_week'");
    assert_only_fault(MODEL_RUN_SET("functies.hbo.max_uren_per_week=4.0"),
                      "in zorgvorm 'zorg' heeft de grootste functie 'hbo' een maximum: "
                      "een klein team kan dan niet iedereen begeleiden");
    assert_only_fault(
        MODEL_RUN_SET("functies.hbo.zorgvormen=[\"zorg\", \"buurtteam\"]",
                      "functies.mbo.zorgvormen=[\"zorg\", \"buurtteam\"]"),
        "een functie met 'max_uren_per_week' kan niet bij het buurtteam 'buurtteam' "
        "werken");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_functies_without_a_difference_leave_results_untouched),
        cmocka_unit_test(test_a_dearer_mix_gives_fewer_fte_for_the_same_budget),
        cmocka_unit_test(test_the_mix_is_of_the_functies_that_occur),
        cmocka_unit_test(test_positions_go_to_functies_by_sainte_lague),
        cmocka_unit_test(test_a_team_of_any_size_has_the_functies_of_its_size),
        cmocka_unit_test(test_a_team_keeps_the_shares_when_it_shrinks_and_grows),
        cmocka_unit_test(test_a_heavy_case_waits_for_who_may_have_it),
        cmocka_unit_test(test_each_functie_has_a_maximum_of_its_own),
        cmocka_unit_test(test_a_colleague_takes_over_only_what_it_may_have),
        cmocka_unit_test(
            test_vacatures_of_a_functie_are_its_turnover_times_time_to_fill),
        cmocka_unit_test(test_functies_that_contradict_themselves_are_refused),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("functie", tests, NULL, NULL);
}
