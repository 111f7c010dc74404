/* tests/models/test_doelgroep.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <math.h>

#include "models/zorg/uitstroom.h"
#include "sim/statistics/tally.h"
#include "tests/support/model_run.h"

#define DOELGROEPEN "tests/scenario/model/doelgroepen.cfg"
#define EEN 0
#define TWEE 1
#define BUURTTEAM 0
#define ZORG 1
#define DAG 2

/* See doelgroepen.cfg. */
static const double WEIGHT[2][3] = {{0.84, 0.49, 0}, {0, 0.98, 1.0}};
#define WEIGHT_EEN 1.33
#define WEIGHT_TWEE 1.98
#define WEIGHT_ALL (WEIGHT_EEN + WEIGHT_TWEE)

/* Everybody who comes gets a place and keeps it. */
#define ALL_STAY                                                          \
    "sociale_basis.plaatsen=6000.0", "sociale_basis.aandeel_passend=1.0", \
        "sociale_basis.verblijfsduur=36500.0",                            \
        "doelgroepen.een.sociale_basis_factor=1.0",                       \
        "doelgroepen.twee.sociale_basis_factor=1.0"

static void assert_share(double count, double total, double share)
{
    double se = sqrt(total * share * (1 - share));
    assert_true(fabs(count - total * share) <= 4 * se);
}

/* How many rows are in [toestand], of [zorgvorm] unless that is WMO_NONE, and of
 * [doelgroep] unless that is WMO_NONE. */
static int count_rows(const struct model_run *run, enum wmo_toestand toestand,
                      int zorgvorm, int doelgroep)
{
    const struct wmo_inwoners *inwoners = &run->gemeente->inwoners;
    int count = 0;
    for (uint32_t row = 0; row < inwoners->pool.high_water; row++) {
        const struct wmo_inwoner *i = &inwoners->rows[row];
        count += i->toestand == toestand &&
                 (zorgvorm == WMO_NONE || i->zorgvorm == zorgvorm) &&
                 (doelgroep == WMO_NONE || i->doelgroep == doelgroep);
    }
    return count;
}

static void test_marks_follow_inwoners_and_incidence(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, DOELGROEPEN, MODEL_RUN_SET(ALL_STAY));
    model_run_begin(&run, 1, 0);
    model_run_finish(&run);
    double count[2][3] = {{0}}, total = 0;
    const struct wmo_inwoners *inwoners = &run.gemeente->inwoners;
    for (uint32_t row = 0; row < inwoners->pool.high_water; row++) {
        const struct wmo_inwoner *i = &inwoners->rows[row];
        assert_int_equal(i->toestand, WMO_TOESTAND_SOCIALE_BASIS);
        assert_int_equal(i->specialisme, i->doelgroep == EEN ? 1 + EEN : 0);
        count[i->doelgroep][i->leeftijdsgroep]++;
        total++;
    }
    for (int d = 0; d < 2; d++) {
        for (int g = 0; g < 3; g++) {
            assert_share(count[d][g], total, WEIGHT[d][g] / WEIGHT_ALL);
        }
    }
    model_run_close(&run);
}

/* Counts of independent Poisson streams: each has a variance equal to its mean, and
 * they are uncorrelated. With n replications the correlation has standard error
 * 1 / sqrt(n), and a variance of Poisson counts about sqrt(2 / n) of itself. */
static void test_streams_of_doelgroepen_are_independent_poisson(void **state)
{
    (void)state;
    enum { REPLICATIONS = 400 };
    struct model_run run;
    model_run_open(&run, DOELGROEPEN,
                   MODEL_RUN_SET(ALL_STAY, "sociale_basis.plaatsen=200.0",
                                 "hulpvragen.per_1000_inwoners=20.0",
                                 "begrotingsposten.buurtteam.bedrag=0.0",
                                 "begrotingsposten.zorg.bedrag=0.0"));
    struct sim_tally een, twee, sum;
    sim_tally_reset(&een);
    sim_tally_reset(&twee);
    sim_tally_reset(&sum);
    for (uint32_t r = 0; r < REPLICATIONS; r++) {
        model_run_begin(&run, 1, r);
        model_run_finish(&run);
        double a = count_rows(&run, WMO_TOESTAND_SOCIALE_BASIS, WMO_NONE, EEN);
        double b = count_rows(&run, WMO_TOESTAND_SOCIALE_BASIS, WMO_NONE, TWEE);
        sim_tally_add(&een, a);
        sim_tally_add(&twee, b);
        sim_tally_add(&sum, a + b);
    }
    double va = sim_tally_variance(&een), vb = sim_tally_variance(&twee);
    double correlation = (sim_tally_variance(&sum) - va - vb) / (2 * sqrt(va * vb));
    assert_true(fabs(correlation) <= 4 / sqrt(REPLICATIONS));
    double years = 731 / 365.25;
    double expected = 20 * years * WEIGHT_EEN / WEIGHT_ALL;
    assert_true(fabs(sim_tally_mean(&een) - expected) <=
                4 * sqrt(expected / REPLICATIONS));
    assert_true(fabs(va / expected - 1) <= 4 * sqrt((2 + 1 / expected) / REPLICATIONS));
    model_run_close(&run);
}

/* Of n onderzoeken 0.3 n lead to zorg and 0.2 n to dag, whoever comes; of doelgroep
 * een the parts are 0.3 x 2 / (1.33 x 2 + 1.98) x 3.31 and none. */
static void test_verwijzing_is_divided_and_not_changed(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, DOELGROEPEN,
                   MODEL_RUN_SET("zorgvormen.zorg.verblijfsduur=36500.0",
                                 "zorgvormen.dag.verblijfsduur=36500.0",
                                 "doelgroepen.een.duur_factor=1.0"));
    model_run_begin(&run, 1, 0);
    model_run_finish(&run);
    double decided = (double)run.gemeente->record.in -
                     count_rows(&run, WMO_TOESTAND_ONDERZOEK, BUURTTEAM, WMO_NONE);
    double een = decided * WEIGHT_EEN / WEIGHT_ALL;
    double zorg = count_rows(&run, WMO_TOESTAND_IN_ZORG, ZORG, WMO_NONE);
    double zorg_een = count_rows(&run, WMO_TOESTAND_IN_ZORG, ZORG, EEN);
    double share_een = 0.3 * 2 / (WEIGHT_EEN * 2 + WEIGHT_TWEE) * WEIGHT_ALL;
    assert_true(decided > 3000);
    assert_share(zorg, decided, 0.3);
    assert_share(count_rows(&run, WMO_TOESTAND_IN_ZORG, DAG, WMO_NONE), decided, 0.2);
    assert_int_equal(count_rows(&run, WMO_TOESTAND_IN_ZORG, DAG, EEN), 0);
    assert_share(zorg_een, decided, share_een * een / decided);
    model_run_close(&run);
}

/* Places for all: 0.4 of the hulpvragen fit, of een 0.4 x 0.5 / mean and of twee three
 * times as many; the others reach the buurtteam. */
static void test_the_sociale_basis_answers_the_same_share_of_other_people(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, DOELGROEPEN,
                   MODEL_RUN_SET("sociale_basis.plaatsen=6000.0",
                                 "sociale_basis.aandeel_passend=0.4",
                                 "sociale_basis.verblijfsduur=36500.0"));
    model_run_begin(&run, 1, 0);
    model_run_finish(&run);
    double in = (double)run.gemeente->record.in;
    double mean = (WEIGHT_EEN * 0.5 + WEIGHT_TWEE * 1.5) / WEIGHT_ALL;
    double een = count_rows(&run, WMO_TOESTAND_SOCIALE_BASIS, WMO_NONE, EEN);
    double twee = count_rows(&run, WMO_TOESTAND_SOCIALE_BASIS, WMO_NONE, TWEE);
    assert_share(een + twee, in, 0.4);
    assert_share(een, in, WEIGHT_EEN / WEIGHT_ALL * 0.4 * 0.5 / mean);
    model_run_close(&run);
}

/* Of those who start with zorg 2 x 1.33 : 1.98 are een; they stay three times as long,
 * so of those in care 3 x 2 x 1.33 : 1.98 are. They take twice the hours. The mean
 * stay over who starts and the mean hours over who is in care are those of the
 * zorgvorm: 90 days and 5 hours. */
static void test_the_beginstand_holds_who_stays_long_and_keeps_its_hours(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, DOELGROEPEN,
                   MODEL_RUN_SET("zorgvormen.zorg.beginstand=4000",
                                 "hulpvragen.per_1000_inwoners=0.0"));
    model_run_begin(&run, 1, 0);
    double start = 2 * WEIGHT_EEN / (2 * WEIGHT_EEN + WEIGHT_TWEE);
    double present = 3 * start / (3 * start + 1 - start);
    assert_share(count_rows(&run, WMO_TOESTAND_IN_ZORG, ZORG, EEN), 4000, present);
    const struct wmo_doelgroepmix *mix = &run.gemeente->landschap.mix;
    double days_een = wmo_doelgroepmix_duur(mix, ZORG, EEN);
    double days_twee = wmo_doelgroepmix_duur(mix, ZORG, TWEE);
    double hours_een = wmo_doelgroepmix_uren(mix, ZORG, EEN);
    double hours_twee = wmo_doelgroepmix_uren(mix, ZORG, TWEE);
    assert_true(fabs(days_een / days_twee - 3) < 1e-12);
    assert_true(fabs(hours_een / hours_twee - 2) < 1e-12);
    assert_true(fabs(start * days_een + (1 - start) * days_twee - 1) < 1e-12);
    assert_true(fabs(present * hours_een + (1 - present) * hours_twee - 1) < 1e-12);
    for (uint32_t row = 0; row < 4000; row++) {
        const struct wmo_inwoner *i = &run.gemeente->inwoners.rows[row];
        double hours = i->doelgroep == EEN ? hours_een : hours_twee;
        assert_int_equal(i->minutes, lround(300 * hours));
    }
    model_run_close(&run);
}

/* Ouderen grow by 10% a year: in 2021.5 there are 1.1^1.5 as many per inwoner. */
static void test_vergrijzing_moves_the_shares(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, DOELGROEPEN, MODEL_RUN_SET("leeftijdsgroepen.oud.trend=0.1"));
    const struct wmo_doelgroepmix *mix = &run.gemeente->landschap.mix;
    double twee = 0.98 + pow(1.1, 1.5);
    assert_true(fabs(mix->aandeel[2 + TWEE] - twee / (1.33 + twee)) < 1e-12);
    model_run_close(&run);
}

static void test_one_doelgroep_for_all_changes_nothing(void **state)
{
    (void)state;
    model_run_assert_same_files(MODEL_RUN_STAD,
                                "tests/scenario/model/stad-een-doelgroep.cfg");
}

/* The same inwoner is the same person, however long the lists are. */
static void test_who_somebody_is_does_not_depend_on_the_organisation(void **state)
{
    (void)state;
    struct model_run run[2];
    model_run_open(&run[0], DOELGROEPEN, NULL);
    model_run_open(&run[1], DOELGROEPEN,
                   MODEL_RUN_SET("aanbieders.Aanbieder.teams=\"een_team\"",
                                 "begrotingsposten.zorg.bedrag=200000.0"));
    for (int r = 0; r < 2; r++) {
        model_run_begin(&run[r], 1, 0);
        model_run_until_day(&run[r], 300);
    }
    int same = 0;
    const struct wmo_inwoners *a = &run[0].gemeente->inwoners;
    const struct wmo_inwoners *b = &run[1].gemeente->inwoners;
    for (uint32_t i = 0; i < a->pool.high_water; i++) {
        for (uint32_t j = 0; j < b->pool.high_water; j++) {
            if (a->rows[i].toestand != WMO_TOESTAND_VRIJ &&
                b->rows[j].toestand != WMO_TOESTAND_VRIJ &&
                a->rows[i].id == b->rows[j].id) {
                assert_int_equal(a->rows[i].doelgroep, b->rows[j].doelgroep);
                assert_int_equal(a->rows[i].leeftijdsgroep, b->rows[j].leeftijdsgroep);
                same++;
            }
        }
    }
    assert_true(same > 50);
    model_run_close(&run[0]);
    model_run_close(&run[1]);
}

/* --- Faults --- */

#define FAULT(text, ...) \
    model_run_assert_fault(DOELGROEPEN, MODEL_RUN_SET(__VA_ARGS__), text)

static void test_parts_of_a_phase_of_life_make_it_up(void **state)
{
    (void)state;
    FAULT(
        "de leeftijdsgroepen van levensfase 'volwassen' tellen op tot 0.900 in plaats "
        "van 1",
        "leeftijdsgroepen.jong.aandeel=0.2");
    FAULT("in wijk 'Wijk' zijn 'aandeel_0_17' en 'aandeel_65plus' samen meer dan 1",
          "wijken.Wijk.aandeel_0_17=0.95");
}

static void test_names_in_a_doelgroep_exist(void **state)
{
    (void)state;
    model_run_assert_fault(
        "tests/scenario/model/doelgroepen-onbekend.cfg", NULL,
        "'kind' in 'incidentie' van doelgroep 'een' staat niet in 'leeftijdsgroepen'");
}

/* With P = 1.33 / 3.31 and Q = 1.98 / 3.31: 0.3 / (2 P + Q) + 0.5 / Q, and
 * 0.8 x 1.5 / (0.5 P + 1.5 Q). */
static void test_no_chance_of_a_doelgroep_exceeds_one(void **state)
{
    (void)state;
    FAULT("de verwijzingen van doelgroep 'twee' tellen in 2020 in wijk 'Wijk' op tot "
          "1.050; hoogstens 1",
          "zorgvormen.dag.verwijzing=0.5");
    FAULT("de kans dat de sociale basis past is voor doelgroep 'twee' in 2020 in wijk "
          "'Wijk' 1.093; hoogstens 1",
          "sociale_basis.aandeel_passend=0.8");
}

static void test_every_zorgvorm_fits_somebody(void **state)
{
    (void)state;
    FAULT("geen doelgroep met hulpvragen past bij zorgvorm 'dag'",
          "doelgroepen.twee.zorgvormen.dag.gewicht=0.0");
}

/* Reasons of 1.5 and 0.1 a year in stays of 90 days; een goes to the Wlz four times as
 * often as twee, and never moves away. Of who starts with zorg 2 x 1.33 : 1.98 are een,
 * so the factors on the Wlz are 4 and 1 over 3 x start + 1. */
#define FACTORS                                                       \
    "zorgvormen.zorg.naar_wlz=1.5", "zorgvormen.zorg.verhuizing=0.1", \
        "doelgroepen.een.naar_wlz_factor=4.0", "doelgroepen.een.verhuizing_factor=0.0"
#define START_EEN (2 * WEIGHT_EEN / (2 * WEIGHT_EEN + WEIGHT_TWEE))

/* The share of its stays that ends for [reden]: hazard x mean stay x factor. */
static double expected_share(int doelgroep, enum wmo_reden reden)
{
    double level = 1 + 3 * START_EEN;
    if (reden == WMO_REDEN_WLZ) {
        return 1.5 * 90 / 365.25 * (doelgroep == EEN ? 4 : 1) / level;
    }
    return 0.1 * 90 / 365.25 * (doelgroep == EEN ? 0 : 1 / (1 - START_EEN));
}

/* Each doelgroep has its own shares, and the same stay as without factors: exponential
 * with the mean of the zorgvorm x its factor, whatever ends it. */
static void test_reasons_have_factors_and_stays_do_not_change(void **state)
{
    (void)state;
    enum { DRAWS = 40000 };
    static const double at[] = {10, 90, 300};
    struct model_run run;
    model_run_open(&run, DOELGROEPEN, MODEL_RUN_SET(FACTORS));
    for (int d = 0; d < 2; d++) {
        double count[WMO_REDEN_COUNT] = {0}, below[3] = {0};
        double factor = wmo_doelgroepmix_duur(&run.gemeente->landschap.mix, ZORG, d);
        for (uint64_t i = 0; i < DRAWS; i++) {
            struct wmo_inwoner inwoner = {.id = i, .doelgroep = (uint8_t)d};
            enum wmo_reden reden;
            double days =
                wmo_uitstroom_draw(run.gemeente, &inwoner, ZORG, i % 2 == 1, &reden);
            count[reden]++;
            for (int a = 0; a < 3; a++) {
                below[a] += days / factor <= at[a];
            }
        }
        assert_share(count[WMO_REDEN_WLZ], DRAWS, expected_share(d, WMO_REDEN_WLZ));
        assert_share(count[WMO_REDEN_VERHUIZING], DRAWS,
                     expected_share(d, WMO_REDEN_VERHUIZING));
        for (int a = 0; a < 3; a++) {
            assert_share(below[a], DRAWS, 1 - exp(-at[a] / 90));
        }
    }
    model_run_close(&run);
}

/* In a run. Which reason it is does not hang together with when, so who is still in
 * care at the end does not disturb the shares. */
static void test_uitstroom_of_a_doelgroep_follows_its_factors(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, DOELGROEPEN, MODEL_RUN_SET(FACTORS));
    model_run_begin(&run, 1, 0);
    model_run_finish(&run);
    for (int d = 0; d < 2; d++) {
        struct wmo_record *record = &run.gemeente->record;
        int line = wmo_record_line_doelgroep(record, ZORG, d);
        double all = 0, wlz = 0, verhuisd = 0;
        for (int year = 0; year < 2; year++) {
            const struct wmo_tel *tel = &record->tel[year * record->total_count + line];
            all += (double)tel->uitstroom;
            wlz += (double)tel->naar_wlz;
            verhuisd += (double)tel->verhuisd;
        }
        assert_true(all > 300);
        assert_share(wlz, all, expected_share(d, WMO_REDEN_WLZ));
        assert_share(verhuisd, all, expected_share(d, WMO_REDEN_VERHUIZING));
    }
    model_run_close(&run);
}

/* Over who starts, each reason ends the share that it ends without factors. */
static void test_factors_on_reasons_keep_the_mean_of_the_zorgvorm(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, DOELGROEPEN, MODEL_RUN_SET(FACTORS));
    const struct wmo_doelgroepmix *mix = &run.gemeente->landschap.mix;
    for (int r = 0; r < WMO_REDEN_COUNT; r++) {
        double mean = START_EEN * wmo_doelgroepmix_reden(mix, ZORG, EEN, r) +
                      (1 - START_EEN) * wmo_doelgroepmix_reden(mix, ZORG, TWEE, r);
        assert_true(fabs(mean - 1) < 1e-12);
    }
    model_run_close(&run);
}

static void test_factors_of_one_change_no_bit(void **state)
{
    (void)state;
    model_run_assert_same(
        DOELGROEPEN,
        MODEL_RUN_SET("zorgvormen.zorg.naar_wlz=0.5", "zorgvormen.zorg.overlijden=0.3"),
        MODEL_RUN_SET("zorgvormen.zorg.naar_wlz=0.5", "zorgvormen.zorg.overlijden=0.3",
                      "doelgroepen.een.naar_wlz_factor=1.0",
                      "doelgroepen.twee.naar_participatiewet_factor=1.0",
                      "doelgroepen.een.verhuizing_factor=1.0",
                      "doelgroepen.twee.overlijden_factor=1.0"));
}

/* The goal needs a part of the stays of each doelgroep: 365.25 / 90 = 4.058 a year. The
 * mean is 3, and for een 3 x 4 / (1 + 3 x 0.573) = 4.411. */
static void test_reasons_leave_the_goal_a_part_in_each_doelgroep(void **state)
{
    (void)state;
    model_run_assert_fault(
        DOELGROEPEN,
        MODEL_RUN_SET("zorgvormen.zorg.naar_wlz=3.0",
                      "doelgroepen.een.naar_wlz_factor=4.0"),
        "bij 'zorg' zijn voor doelgroep 'een' Wlz, Participatiewet, verhuizing, "
        "overlijden en einde bij evaluatie samen 4.412 per jaar bij de gemiddelde "
        "verblijfsduur; bij deze verblijfsduur, die met alle redenen samen geldt, moet "
        "dat minder zijn dan 4.058; maak de factoren kleiner");
}

int main(void)
{
    gsl_set_error_handler_off();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_marks_follow_inwoners_and_incidence),
        cmocka_unit_test(test_streams_of_doelgroepen_are_independent_poisson),
        cmocka_unit_test(test_verwijzing_is_divided_and_not_changed),
        cmocka_unit_test(test_the_sociale_basis_answers_the_same_share_of_other_people),
        cmocka_unit_test(test_the_beginstand_holds_who_stays_long_and_keeps_its_hours),
        cmocka_unit_test(test_vergrijzing_moves_the_shares),
        cmocka_unit_test(test_one_doelgroep_for_all_changes_nothing),
        cmocka_unit_test(test_who_somebody_is_does_not_depend_on_the_organisation),
        cmocka_unit_test(test_parts_of_a_phase_of_life_make_it_up),
        cmocka_unit_test(test_names_in_a_doelgroep_exist),
        cmocka_unit_test(test_no_chance_of_a_doelgroep_exceeds_one),
        cmocka_unit_test(test_every_zorgvorm_fits_somebody),
        cmocka_unit_test(test_reasons_have_factors_and_stays_do_not_change),
        cmocka_unit_test(test_uitstroom_of_a_doelgroep_follows_its_factors),
        cmocka_unit_test(test_factors_on_reasons_keep_the_mean_of_the_zorgvorm),
        cmocka_unit_test(test_factors_of_one_change_no_bit),
        cmocka_unit_test(test_reasons_leave_the_goal_a_part_in_each_doelgroep),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
