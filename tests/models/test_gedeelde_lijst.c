/* tests/models/test_gedeelde_lijst.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <math.h>
#include <stdlib.h>

#include "tests/support/model_run.h"

#define ZORG 1

/* mmc.cfg with 6 fte of zorg, exactly, and a budget that never holds back: half of it
 * is for activities that cost nothing. Ten times as many inwoners as in mmc.cfg, with
 * hours that differ, so that it matters with whom somebody starts; load 0.95. */
#define SIX_FTE                                                                    \
    "periode.einde=2009-12-31", "begrotingsposten.zorg.bedrag=1200000.0",          \
        "zorgvormen.zorg.aandeel_activiteiten=0.5",                                \
        "zorgvormen.zorg.uren_per_week={vorm=\"gamma\"; gemiddelde=5.0; vc=0.6;}", \
        "zorgvormen.zorg.instroom=277.5", "zorgvormen.zorg.uitval=0.3"

/* People come, go and fall ill; all who are there give the same hours. */
#define PEOPLE                                                   \
    "personeel.verloop=0.4", "arbeidsmarkt.vacature_duur=60.0",  \
        "arbeidsmarkt.vervulbaar=0.8", "personeel.verzuim=0.08", \
        "personeel.verzuim_kort_duur=10.0", "personeel.overdracht=lijst"

#define SHARED "aanbieders.Aanbieder.lijst=gedeeld"

struct sums {
    struct wmo_tel years[10];
};

static struct sums run_of(const char *path, const char *const *settings,
                          uint32_t number)
{
    struct model_run run;
    struct sums sums;
    model_run_open(&run, path, settings);
    model_run_begin(&run, 5, number);
    model_run_finish(&run);
    for (int y = 0; y < run.gemeente->landschap.periode.year_count; y++) {
        sums.years[y] = model_run_sum(&run, ZORG, y, y);
    }
    model_run_close(&run);
    return sums;
}

/* Whole numbers exactly; what is a sum of reals, but for the order of adding. */
static bool same_tel(const struct wmo_tel *a, const struct wmo_tel *b)
{
    bool same = true;
#define SAME(type, name)                                                  \
    same = same && fabs((double)a->name - (double)b->name) <=             \
                       (sizeof(type) == sizeof(int64_t) && (type)0.5 == 0 \
                            ? 0                                           \
                            : 1e-12 * fabs((double)a->name));
    WMO_TEL_SOMMEN(SAME)
    WMO_TEL_EIGEN_DAG(SAME)
    WMO_TEL_STANDEN(SAME)
    WMO_TEL_HOOGSTE(SAME)
#undef SAME
    return same;
}

static bool same_sums(const struct sums *a, const struct sums *b, int years)
{
    bool same = true;
    for (int y = 0; y < years && same; y++) {
        same = same_tel(&a->years[y], &b->years[y]);
    }
    return same;
}

/* --- One list --- */

static void test_any_number_of_parties_with_one_list_is_one_party(void **state)
{
    (void)state;
    for (uint32_t r = 0; r < 2; r++) {
        struct sums one = run_of(MODEL_RUN_MMC, MODEL_RUN_SET(SIX_FTE), r);
        const char *const *const settings[] = {
            MODEL_RUN_SET(SIX_FTE, SHARED),
            MODEL_RUN_SET(SIX_FTE, SHARED, "aanbieders.Aanbieder.aantal=2"),
            MODEL_RUN_SET(SIX_FTE, SHARED, "aanbieders.Aanbieder.aantal=3"),
            MODEL_RUN_SET(SIX_FTE, SHARED, "aanbieders.Aanbieder.aantal=6"),
        };
        assert_true(one.years[9].uitval > 0);
        for (size_t i = 0; i < sizeof settings / sizeof settings[0]; i++) {
            struct sums n = run_of(MODEL_RUN_MMC, settings[i], r);
            assert_true(same_sums(&one, &n, 10));
        }
    }
}

/* What is paid for people is rounded to a cent per aanbieder; all else is the same. */
static void test_and_their_people_have_the_same_luck(void **state)
{
    (void)state;
    struct sums one = run_of(MODEL_RUN_MMC, MODEL_RUN_SET(SIX_FTE, PEOPLE), 0);
    struct sums two = run_of(
        MODEL_RUN_MMC,
        MODEL_RUN_SET(SIX_FTE, PEOPLE, SHARED, "aanbieders.Aanbieder.aantal=2"), 0);
    assert_true(one.years[5].vertrokken + one.years[6].vertrokken > 0);
    for (int y = 0; y < 10; y++) {
        assert_true(
            llabs(two.years[y].personeel_cents - one.years[y].personeel_cents) <= 1);
        two.years[y].personeel_cents = one.years[y].personeel_cents;
    }
    assert_true(same_sums(&one, &two, 10));
}

static void test_own_lists_are_something_else(void **state)
{
    (void)state;
    struct sums one = run_of(MODEL_RUN_MMC, MODEL_RUN_SET(SIX_FTE), 0);
    struct sums two = run_of(
        MODEL_RUN_MMC, MODEL_RUN_SET(SIX_FTE, "aanbieders.Aanbieder.aantal=2"), 0);
    assert_false(same_sums(&one, &two, 10));
}

/* --- Who has it --- */

/* stad.cfg: Aanbieder has a team in each of three wijken, Stedelijk 1 and 2 one for the
 * city, and Plaatselijk a team in Dorp and in Hoek. */
static void test_teams_share_with_those_of_the_same_wijken_only(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_STAD,
                   MODEL_RUN_SET(SHARED, "aanbieders.Stedelijk.lijst=gedeeld",
                                 "aanbieders.Plaatselijk.lijst=gedeeld"));
    const struct wmo_aanbieders *self = &run.gemeente->landschap.aanbieders;
    /* Aanbod 1 is zorg of Aanbieder, 3 and 4 of Stedelijk, 5 of Plaatselijk. */
    int wijk = wmo_aanbieders_team(self, 1, 0), dorp = wmo_aanbieders_team(self, 1, 1);
    int stad = wmo_aanbieders_team(self, 3, 0), too = wmo_aanbieders_team(self, 4, 0);
    assert_int_equal(self->teams[wijk].volgende, WMO_NONE);
    assert_int_equal(self->teams[dorp].volgende, wmo_aanbieders_team(self, 5, 1));
    assert_int_equal(self->teams[stad].volgende, too);
    assert_int_equal(self->teams[too].lijst, stad);
    assert_int_equal(self->teams[dorp].lijst, dorp);
    model_run_begin(&run, 1, 0);
    model_run_finish(&run);
    model_run_close(&run);
}

static void test_who_starts_counts_at_the_aanbieder_that_supports(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET(SHARED, "aanbieders.Aanbieder.aantal=2",
                                 "zorgvormen.zorg.instroom=0.0"));
    model_run_begin(&run, 1, 0);
    for (int i = 0; i < 6; i++) { /* two of 20 hours a week, six of 5 */
        uint32_t row = model_run_enter(&run, ZORG, 0, 300);
        const struct wmo_inwoner *inwoner = &run.gemeente->inwoners.rows[row];
        assert_int_equal(inwoner->toestand, WMO_TOESTAND_IN_ZORG);
        assert_int_equal(inwoner->team, inwoner->staff_team);
        assert_int_equal(run.gemeente->teams.items[inwoner->team].lent_minutes, 0);
    }
    model_run_close(&run);
}

static void test_a_list_of_ones_own_is_what_is_left_out(void **state)
{
    (void)state;
    model_run_assert_same(MODEL_RUN_STAD, NULL,
                          MODEL_RUN_SET("aanbieders.Aanbieder.lijst=eigen",
                                        "aanbieders.Plaatselijk.lijst=gedeeld"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_any_number_of_parties_with_one_list_is_one_party),
        cmocka_unit_test(test_and_their_people_have_the_same_luck),
        cmocka_unit_test(test_own_lists_are_something_else),
        cmocka_unit_test(test_teams_share_with_those_of_the_same_wijken_only),
        cmocka_unit_test(test_who_starts_counts_at_the_aanbieder_that_supports),
        cmocka_unit_test(test_a_list_of_ones_own_is_what_is_left_out),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("gedeelde_lijst", tests, NULL, NULL);
}
