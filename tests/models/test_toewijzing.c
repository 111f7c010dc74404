/* tests/models/test_toewijzing.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>

#include "models/landschap/aanbieder.h"
#include "tests/support/model_run.h"

#define ZORG 1
#define GEBIEDEN "tests/scenario/model/gebieden.cfg"
#define EIGEN "tests/scenario/model/eigen-doelgroepen.cfg"
#define NEAREST "toewijzing.regel=dichtstbij"

/* Times that somebody of [wijk] was entered at aanbod [aanbod] in the first year. */
static int64_t entered(const struct model_run *run, int aanbod, int wijk)
{
    const struct wmo_record *record = &run->gemeente->record;
    return record->tel[wmo_record_line(record, aanbod, wijk)].aangemeld;
}

/* --- The nearest --- */

/* Of stad.cfg: zorg of Aanbieder, with wijkteams; of two for the city; of Plaatselijk,
 * with wijkteams in Dorp and Hoek. Weights 2, 0.75, 0.75 and 0.5. */
enum { AANBIEDER = 1, STAD_1 = 3, STAD_2 = 4, PLAATSELIJK = 5 };

static void enter_many(struct model_run *run, const char *path,
                       const char *const *settings)
{
    model_run_open(run, path, settings);
    model_run_begin(run, 1, 0);
    for (int i = 0; i < 1500; i++) {
        model_run_enter(run, ZORG, i % 3, 60);
    }
    assert_int_equal(wmo_gemeente_verify(run->gemeente), SIM_OK);
}

#define NOBODY_ELSE "zorgvormen.zorg.instroom=0.0", "zorgvormen.zorg.beginlijst=0"

static void test_a_wijkteam_is_nearer_than_a_team_of_the_city(void **state)
{
    (void)state;
    struct model_run run;
    enter_many(&run, MODEL_RUN_STAD, MODEL_RUN_SET(NEAREST, NOBODY_ELSE));
    assert_int_equal(entered(&run, AANBIEDER, 0), 500);
    for (int w = 1; w < 3; w++) {
        model_run_assert_share(entered(&run, AANBIEDER, w), 500, 2.0 / 2.5);
        assert_int_equal(entered(&run, AANBIEDER, w) + entered(&run, PLAATSELIJK, w),
                         500);
    }
    model_run_close(&run);
}

/* The gebied of Hoek is Hoek alone. */
static void test_a_team_of_a_gebied_is_in_between(void **state)
{
    (void)state;
    struct model_run run;
    enter_many(
        &run, GEBIEDEN,
        MODEL_RUN_SET(NEAREST, NOBODY_ELSE, "aanbieders.Aanbieder.teams=per_gebied"));
    assert_int_equal(entered(&run, AANBIEDER, 0), 500);
    assert_int_equal(entered(&run, PLAATSELIJK, 1), 500);
    model_run_assert_share(entered(&run, AANBIEDER, 2), 500, 2.0 / 2.5);
    model_run_close(&run);
}

static void test_who_refuses_the_nearest_goes_to_the_next(void **state)
{
    (void)state;
    struct model_run run;
    enter_many(&run, MODEL_RUN_STAD,
               MODEL_RUN_SET(NEAREST, NOBODY_ELSE, "keuze.weigering=1.0",
                             "begrotingsposten.zorg.bedrag=1000000000.0"));
    assert_int_equal(entered(&run, AANBIEDER, 0), 500);
    model_run_assert_share(entered(&run, STAD_1, 0), 500, 0.5);
    assert_int_equal(entered(&run, STAD_1, 0) + entered(&run, STAD_2, 0), 500);
    for (int w = 1; w < 3; w++) { /* each goes from one wijkteam to the other */
        assert_int_equal(entered(&run, AANBIEDER, w), 500);
        assert_int_equal(entered(&run, PLAATSELIJK, w), 500);
    }
    model_run_close(&run);
}

static void test_where_all_are_as_near_the_weight_decides_as_without(void **state)
{
    (void)state;
    const char *const *without =
        MODEL_RUN_SET("aanbieders.Aanbieder.aantal=3", "zorgvormen.zorg.instroom=60.0");
    model_run_assert_same(MODEL_RUN_MINI, without,
                          MODEL_RUN_SET("aanbieders.Aanbieder.aantal=3",
                                        "zorgvormen.zorg.instroom=60.0", NEAREST));
}

/* --- Doelgroepen of an aanbieder --- */

#define EEN 0

static void assert_all_are_served(const struct model_run *run)
{
    const struct wmo_inwoners *inwoners = &run->gemeente->inwoners;
    for (uint32_t row = 0; row < inwoners->pool.high_water; row++) {
        const struct wmo_inwoner *inwoner = &inwoners->rows[row];
        if (inwoner->toestand == WMO_TOESTAND_WACHT ||
            inwoner->toestand == WMO_TOESTAND_IN_ZORG) {
            int aanbod = run->gemeente->teams.items[inwoner->team].aanbod;
            assert_true(
                wmo_aanbod_serves(&run->gemeente->landschap.aanbieders.aanbod[aanbod],
                                  inwoner->doelgroep));
        }
    }
}

/* The aanbod of zorg of Eigen is the last. */
static int eigen(const struct model_run *run)
{
    return run->gemeente->landschap.aanbieders.aanbod_count - 1;
}

static void test_an_aanbieder_has_inwoners_of_its_doelgroepen_only(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, EIGEN, NULL);
    model_run_begin(&run, 1, 0);
    assert_all_are_served(&run); /* who is there at the start */
    for (int day = 5; day < 365; day += 20) {
        model_run_until_day(&run, day);
        assert_all_are_served(&run);
    }
    const struct wmo_record *record = &run.gemeente->record;
    int64_t een = record->tel[wmo_record_line_doelgroep(record, ZORG, EEN)].aangemeld;
    model_run_assert_share(entered(&run, eigen(&run), 0), een, 3.0 / 4);
    model_run_close(&run);
}

/* Who is of another doelgroep has one aanbieder to choose from, and so none to refuse;
 * of doelgroep een everybody goes once to the other. */
static void test_who_can_go_to_one_aanbieder_does_not_refuse_it(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(
        &run, EIGEN,
        MODEL_RUN_SET("keuze.weigering=1.0", "zorgvormen.zorg.beginlijst=0"));
    model_run_begin(&run, 1, 0);
    model_run_until_day(&run, 360);
    const struct wmo_record *record = &run.gemeente->record;
    const struct wmo_tel *een =
        &record->tel[wmo_record_line_doelgroep(record, ZORG, EEN)];
    const struct wmo_tel *twee =
        &record->tel[wmo_record_line_doelgroep(record, ZORG, EEN + 1)];
    assert_int_equal(twee->geweigerd, 0);
    assert_true(twee->gestart > 100);
    assert_int_equal(een->aangemeld, 2 * een->geweigerd);
    model_run_close(&run);
}

static void test_nobody_goes_over_to_who_does_not_serve_the_doelgroep(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, EIGEN,
                   MODEL_RUN_SET("bemiddeling.kans=1.0", "bemiddeling.interval=30.0",
                                 "begrotingsposten.zorg.bedrag=3000000.0"));
    model_run_begin(&run, 1, 0);
    for (int day = 5; day < 365; day += 20) {
        model_run_until_day(&run, day);
        assert_all_are_served(&run);
    }
    assert_true(model_run_sum(&run, ZORG, 0, 0).bemiddeld > 10);
    model_run_close(&run);
}

static void test_a_list_is_shared_with_who_serves_the_same(void **state)
{
    (void)state;
    static const struct {
        const char *doelgroepen;
        bool shares;
    } cases[] = {{"aanbieders.Eigen.doelgroepen=[\"een\"]", false},
                 {"aanbieders.Eigen.doelgroepen=[]", true}};
    for (int i = 0; i < 2; i++) {
        struct model_run run;
        model_run_open(&run, EIGEN,
                       MODEL_RUN_SET(cases[i].doelgroepen,
                                     "aanbieders.Aanbieder.lijst=gedeeld",
                                     "aanbieders.Eigen.lijst=gedeeld"));
        const struct wmo_aanbieders *self = &run.gemeente->landschap.aanbieders;
        int team = wmo_aanbieders_team(self, eigen(&run), 0);
        assert_int_equal(self->teams[team].lijst != team, cases[i].shares);
        model_run_close(&run);
    }
}

static void test_naming_all_doelgroepen_is_naming_none(void **state)
{
    (void)state;
    model_run_assert_same(
        EIGEN, MODEL_RUN_SET("aanbieders.Eigen.doelgroepen=[]"),
        MODEL_RUN_SET("aanbieders.Eigen.doelgroepen=[\"twee\", \"een\"]"));
}

static void test_every_doelgroep_can_go_somewhere(void **state)
{
    (void)state;
    model_run_assert_fault(
        EIGEN, MODEL_RUN_SET("aanbieders.Aanbieder.zorgvormen=[\"dag\"]"),
        "geen aanbieder levert 'zorg' aan doelgroep 'twee' in 1 van de 1 wijken, "
        "waaronder 'Wijk'");
    model_run_assert_fault(
        EIGEN,
        MODEL_RUN_SET("aanbieders.Aanbieder.zorgvormen=[\"dag\"]",
                      "aanbieders.Eigen.doelgroepen=[\"twee\"]"),
        "geen aanbieder levert 'zorg' aan doelgroep 'een' in 1 van de 1 wijken, "
        "waaronder 'Wijk'");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_wijkteam_is_nearer_than_a_team_of_the_city),
        cmocka_unit_test(test_a_team_of_a_gebied_is_in_between),
        cmocka_unit_test(test_who_refuses_the_nearest_goes_to_the_next),
        cmocka_unit_test(test_where_all_are_as_near_the_weight_decides_as_without),
        cmocka_unit_test(test_an_aanbieder_has_inwoners_of_its_doelgroepen_only),
        cmocka_unit_test(test_who_can_go_to_one_aanbieder_does_not_refuse_it),
        cmocka_unit_test(test_nobody_goes_over_to_who_does_not_serve_the_doelgroep),
        cmocka_unit_test(test_a_list_is_shared_with_who_serves_the_same),
        cmocka_unit_test(test_naming_all_doelgroepen_is_naming_none),
        cmocka_unit_test(test_every_doelgroep_can_go_somewhere),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("toewijzing", tests, NULL, NULL);
}
