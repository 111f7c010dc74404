/* tests/models/test_verdeling.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "tests/support/model_run.h"

#define GEBIEDEN "tests/scenario/model/gebieden.cfg"
#define PARTIJEN "tests/scenario/model/partijen.cfg"
#define ZORG 1

/* stad.cfg: 1,050,000 euro for zorg in the first year, and more than one aanbieder. */

static const struct wmo_aanbieders *aanbieders_of(const struct model_run *run)
{
    return &run->gemeente->landschap.aanbieders;
}

static int aanbieder_called(const struct wmo_aanbieders *self, const char *naam)
{
    for (int i = 0; i < self->count; i++) {
        if (strcmp(self->naam[i], naam) == 0) {
            return i;
        }
    }
    fail_msg("there is no '%s'", naam);
    return 0;
}

/* The aanbod of zorg of the aanbieder called [naam]. */
static const struct wmo_aanbod *zorg_of(const struct wmo_aanbieders *self,
                                        const char *naam)
{
    int aanbieder = aanbieder_called(self, naam);
    for (int a = 0; a < self->aanbod_count; a++) {
        if (self->aanbod[a].aanbieder == aanbieder &&
            self->aanbod[a].zorgvorm == ZORG) {
            return &self->aanbod[a];
        }
    }
    fail_msg("'%s' has no zorg", naam);
    return NULL;
}

static void assert_gewicht(const struct wmo_aanbieders *self, const char *naam,
                           double expected)
{
    int aanbod = (int)(zorg_of(self, naam) - self->aanbod);
    double gewicht = wmo_aanbieders_gewicht(self, aanbod, self->first_year);
    assert_true(fabs(gewicht - expected) < 1e-12);
}

/* The budget of the first year of all teams of zorg, and its direct minutes. */
static struct wmo_formatie total_of(const struct model_run *run)
{
    struct wmo_formatie sum = {0};
    for (int t = 0; t < run->gemeente->teams.count; t++) {
        const struct wmo_formatie *team =
            wmo_formatieplan_team(&run->gemeente->formatieplan, 0, t);
        if (run->gemeente->teams.items[t].zorgvorm == ZORG) {
            sum.begroot_cents += team->begroot_cents;
            sum.minutes += team->minutes;
        }
    }
    return sum;
}

/* --- Sizes --- */

static void test_a_zipf_party_is_as_large_as_its_rank_says(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_STAD,
                   MODEL_RUN_SET("aanbieders.Aanbieder.aantal=3",
                                 "aanbieders.Aanbieder.verdeling=zipf",
                                 "aanbieders.Aanbieder.scheefheid=1.0"));
    /* 1 : 1/2 : 1/3 is 6 : 3 : 2 elevenths, of gewicht 2. */
    assert_gewicht(aanbieders_of(&run), "Aanbieder 1", 2 * 6.0 / 11);
    assert_gewicht(aanbieders_of(&run), "Aanbieder 2", 2 * 3.0 / 11);
    assert_gewicht(aanbieders_of(&run), "Aanbieder 3", 2 * 2.0 / 11);
    model_run_close(&run);
}

static void test_a_geometric_party_is_a_fixed_part_of_the_one_before(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_STAD,
                   MODEL_RUN_SET("aanbieders.Aanbieder.aantal=3",
                                 "aanbieders.Aanbieder.verdeling=meetkundig",
                                 "aanbieders.Aanbieder.scheefheid=1.0"));
    /* 4 : 2 : 1. */
    assert_gewicht(aanbieders_of(&run), "Aanbieder 1", 2 * 4.0 / 7);
    assert_gewicht(aanbieders_of(&run), "Aanbieder 2", 2 * 2.0 / 7);
    assert_gewicht(aanbieders_of(&run), "Aanbieder 3", 2 * 1.0 / 7);
    model_run_close(&run);
}

static void test_listed_parties_have_their_name_and_share(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, PARTIJEN, NULL);
    assert_gewicht(aanbieders_of(&run), "Anna", 1.2);
    assert_gewicht(aanbieders_of(&run), "Bram", 0.6);
    assert_gewicht(aanbieders_of(&run), "Cees", 0.2);
    model_run_close(&run);
}

/* A cent per team and wijk may go lost by rounding, and a minute per team. */
static void test_every_division_has_the_same_fte(void **state)
{
    (void)state;
    struct model_run one, other;
    model_run_open(&one, GEBIEDEN, NULL);
    struct wmo_formatie whole = total_of(&one);
    const char *const *const settings[] = {
        MODEL_RUN_SET("aanbieders.Aanbieder.aantal=2"),
        MODEL_RUN_SET("aanbieders.Aanbieder.aantal=2",
                      "aanbieders.Aanbieder.verdeling=zipf",
                      "aanbieders.Aanbieder.scheefheid=2.0"),
        MODEL_RUN_SET("aanbieders.Aanbieder.werkgebied=wijk"),
        MODEL_RUN_SET("aanbieders.Aanbieder.werkgebied=gebied"),
        MODEL_RUN_SET("aanbieders.Aanbieder.teams=per_gebied"),
        MODEL_RUN_SET("aanbieders.Aanbieder.teams=een_team"),
    };
    for (size_t i = 0; i < sizeof settings / sizeof settings[0]; i++) {
        model_run_open(&other, GEBIEDEN, settings[i]);
        struct wmo_formatie divided = total_of(&other);
        int teams = one.gemeente->teams.count + other.gemeente->teams.count;
        assert_true(llabs(divided.begroot_cents - whole.begroot_cents) <= 3 * teams);
        assert_true(llabs(divided.minutes - whole.minutes) <= teams);
        model_run_close(&other);
    }
    model_run_close(&one);
}

/* --- Where they work --- */

static void test_each_wijk_has_a_partner_of_its_own(void **state)
{
    (void)state;
    static const char *const naam[] = {"Aanbieder Wijk", "Aanbieder Dorp",
                                       "Aanbieder Hoek"};
    struct model_run run;
    model_run_open(&run, MODEL_RUN_STAD,
                   MODEL_RUN_SET("aanbieders.Aanbieder.werkgebied=wijk"));
    const struct wmo_aanbieders *self = aanbieders_of(&run);
    for (int i = 0; i < 3; i++) {
        const struct wmo_aanbod *aanbod = zorg_of(self, naam[i]);
        assert_int_equal(aanbod->team_count, 1);
        for (int w = 0; w < 3; w++) {
            int team = wmo_aanbieders_team(self, (int)(aanbod - self->aanbod), w);
            assert_int_equal(team, w == i ? aanbod->first_team : WMO_NONE);
        }
        assert_gewicht(self, naam[i], 2); /* among those who serve its wijk */
    }
    model_run_close(&run);
}

static void test_each_gebied_has_partners_of_its_own(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, GEBIEDEN,
                   MODEL_RUN_SET("aanbieders.Aanbieder.werkgebied=gebied",
                                 "aanbieders.Aanbieder.teams=een_team",
                                 "aanbieders.Aanbieder.aantal=2"));
    const struct wmo_aanbieders *self = aanbieders_of(&run);
    const struct wmo_aanbod *noord = zorg_of(self, "Aanbieder Noord 2");
    int a = (int)(noord - self->aanbod);
    assert_int_equal(noord->team_count, 1);
    assert_int_equal(wmo_aanbieders_team(self, a, 0), noord->first_team);
    assert_int_equal(wmo_aanbieders_team(self, a, 1), noord->first_team);
    assert_int_equal(wmo_aanbieders_team(self, a, 2), WMO_NONE);
    assert_gewicht(self, "Aanbieder Noord 2", 1);
    assert_gewicht(self, "Aanbieder Zuid 1", 1);
    model_run_close(&run);
}

static void test_a_party_can_have_a_team_per_gebied(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, GEBIEDEN,
                   MODEL_RUN_SET("aanbieders.Aanbieder.teams=per_gebied"));
    const struct wmo_aanbieders *self = aanbieders_of(&run);
    const struct wmo_aanbod *zorg = zorg_of(self, "Aanbieder");
    int a = (int)(zorg - self->aanbod);
    assert_int_equal(zorg->team_count, 2);
    assert_int_equal(wmo_aanbieders_team(self, a, 0), wmo_aanbieders_team(self, a, 1));
    assert_int_not_equal(wmo_aanbieders_team(self, a, 1),
                         wmo_aanbieders_team(self, a, 2));
    assert_int_equal(self->teams[zorg->first_team + 1].gebied, 1);
    model_run_begin(&run, 1, 0);
    model_run_finish(&run); /* books by team and by wijk, and verifies */
    model_run_close(&run);
}

/* mini.cfg has one zorgvorm only; in stad.cfg "Aanbieder" has two, by wijk. */
static void test_a_stedelijke_voorziening_is_one_team_beside_wijkteams(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_STAD,
                   MODEL_RUN_SET("aanbieders.Aanbieder.stedelijk=[\"dag\"]"));
    const struct wmo_aanbieders *self = aanbieders_of(&run);
    int aanbieder = aanbieder_called(self, "Aanbieder");
    for (int a = 0; a < self->aanbod_count; a++) {
        if (self->aanbod[a].aanbieder == aanbieder) {
            assert_int_equal(self->aanbod[a].team_count,
                             self->aanbod[a].zorgvorm == ZORG ? 3 : 1);
        }
    }
    model_run_close(&run);
}

/* --- Neutral, and wrong --- */

static void test_an_equal_division_over_the_city_is_what_is_left_out(void **state)
{
    (void)state;
    model_run_assert_same(GEBIEDEN, NULL,
                          MODEL_RUN_SET("aanbieders.Stedelijk.verdeling=zipf",
                                        "aanbieders.Stedelijk.scheefheid=0.0",
                                        "aanbieders.Stedelijk.werkgebied=stad"));
    model_run_assert_same_files(MODEL_RUN_STAD, GEBIEDEN);
}

static void test_shares_that_do_not_add_up_are_refused(void **state)
{
    (void)state;
    model_run_assert_fault(
        PARTIJEN, MODEL_RUN_SET("aanbieders.Aanbieder.partijen.Cees.aandeel=0.2"),
        "de aandelen van de partijen van 'Aanbieder' tellen op tot 1.100; dat moet 1 "
        "zijn");
    model_run_assert_fault(PARTIJEN, MODEL_RUN_SET("aanbieders.Aanbieder.aantal=4"),
                           "'Aanbieder' noemt 3 partijen en heeft 'aantal' 4; die twee "
                           "moeten gelijk zijn");
    model_run_assert_fault(PARTIJEN,
                           MODEL_RUN_SET("aanbieders.Aanbieder.verdeling=zipf"),
                           "'Aanbieder' heeft een 'verdeling' en ook aandelen per "
                           "partij; kies een van de twee");
}

static void test_more_parties_than_can_serve_anybody_are_refused(void **state)
{
    (void)state;
    /* 2 fte of 20 hours: of 9 parties each has 4.4 hours, and an inwoner asks 5. */
    model_run_assert_fault(
        MODEL_RUN_MINI, MODEL_RUN_SET("aanbieders.Aanbieder.aantal=9"),
        "'Aanbieder 1' heeft in 2020 voor 'zorg' 4.45 uur per week, minder dan een "
        "inwoner er gemiddeld krijgt (5.00): er zijn te veel aanbieders voor dit "
        "budget");
}

static void test_gebieden_that_do_not_cover_the_city_are_refused(void **state)
{
    (void)state;
    model_run_assert_fault(GEBIEDEN, MODEL_RUN_SET("gebieden.Noord.wijken=[\"Wijk\"]"),
                           "wijk 'Dorp' staat in 0 gebieden; elke wijk hoort bij "
                           "precies een gebied");
    model_run_assert_fault(GEBIEDEN,
                           MODEL_RUN_SET("gebieden.Zuid.wijken=[\"Hoek\",\"Dorp\"]"),
                           "wijk 'Dorp' staat in 2 gebieden; elke wijk hoort bij "
                           "precies een gebied");
    model_run_assert_fault(
        MODEL_RUN_MINI, MODEL_RUN_SET("aanbieders.Aanbieder.teams=per_gebied"),
        "'Aanbieder' werkt per gebied, maar de lijst 'gebieden' ontbreekt");
    model_run_assert_fault(
        MODEL_RUN_STAD, MODEL_RUN_SET("aanbieders.Stedelijk.stedelijk=[\"dag\"]"),
        "'Stedelijk' levert 'dag' niet en kan dat dus ook niet stedelijk doen");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_zipf_party_is_as_large_as_its_rank_says),
        cmocka_unit_test(test_a_geometric_party_is_a_fixed_part_of_the_one_before),
        cmocka_unit_test(test_listed_parties_have_their_name_and_share),
        cmocka_unit_test(test_every_division_has_the_same_fte),
        cmocka_unit_test(test_each_wijk_has_a_partner_of_its_own),
        cmocka_unit_test(test_each_gebied_has_partners_of_its_own),
        cmocka_unit_test(test_a_party_can_have_a_team_per_gebied),
        cmocka_unit_test(test_a_stedelijke_voorziening_is_one_team_beside_wijkteams),
        cmocka_unit_test(test_an_equal_division_over_the_city_is_what_is_left_out),
        cmocka_unit_test(test_shares_that_do_not_add_up_are_refused),
        cmocka_unit_test(test_more_parties_than_can_serve_anybody_are_refused),
        cmocka_unit_test(test_gebieden_that_do_not_cover_the_city_are_refused),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("verdeling", tests, NULL, NULL);
}
