/* tests/models/test_weigering.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>

#include "models/landschap/aanbieder.h"
#include "tests/support/model_run.h"

#define ZORG 1
#define DRIE "tests/scenario/model/drie-aanbieders.cfg"

/* Room for all, or for nobody. */
#define ROOM "begrotingsposten.zorg.bedrag=1000000000.0"
#define FULL "begrotingsposten.zorg.bedrag=0.0"

static void enter(struct model_run *run, const char *path, const char *const *settings,
                  int count)
{
    model_run_open(run, path, settings);
    model_run_begin(run, 1, 0);
    for (int i = 0; i < count; i++) {
        model_run_enter(run, ZORG, 0, 60);
    }
    assert_int_equal(wmo_gemeente_verify(run->gemeente), SIM_OK);
}

/* Of the one team of aanbod [aanbod] (0 is the buurtteam). */
static struct wmo_tel tel_of(const struct model_run *run, int aanbod)
{
    const struct wmo_record *record = &run->gemeente->record;
    return record->tel[wmo_record_line(record, aanbod, 0)];
}

/* --- Inwoners --- */

/* Weights 3, 0.7 and 0.7: of the tenth that refuses the first, everybody goes to the
 * others, and they to the first in proportion. */
static void test_who_refuses_begins_with_another_aanbieder(void **state)
{
    (void)state;
    struct model_run run;
    enter(&run, DRIE, MODEL_RUN_SET(ROOM, "keuze.weigering=0.1"), 6000);
    struct wmo_tel all = model_run_sum(&run, ZORG, 0, 0);
    model_run_assert_share(all.geweigerd, 6000, 0.1);
    assert_int_equal(all.gestart, 6000);
    assert_int_equal(all.aangemeld, 6000 + all.geweigerd);
    assert_int_equal(all.uitval, 0);
    for (uint32_t row = 0; row < 6000; row++) {
        const struct wmo_inwoner *inwoner = &run.gemeente->inwoners.rows[row];
        int aanbod = run.gemeente->teams.items[inwoner->team].aanbod;
        assert_int_not_equal(aanbod, inwoner->geweigerd);
    }
    double first = 3 / 4.4, other = 0.7 / 4.4;
    double begins = 0.9 * first + 0.1 * 2 * other * (3 / 3.7);
    model_run_assert_share(tel_of(&run, 1).gestart, 6000, begins);
    model_run_close(&run);
}

/* Nobody of 2020, and all of 2021. */
static void test_how_many_refuse_is_of_the_year(void **state)
{
    (void)state;
    struct model_run run;
    enter(&run, DRIE,
          MODEL_RUN_SET(ROOM, "keuze.weigering={jaren=[2020,2021]; waarden=[0.0,1.0]}",
                        "zorgvormen.zorg.instroom=0.0"),
          10);
    model_run_until_day(&run, 366);
    for (int i = 0; i < 10; i++) {
        model_run_enter(&run, ZORG, 0, 60);
    }
    assert_int_equal(model_run_sum(&run, ZORG, 0, 0).geweigerd, 0);
    assert_int_equal(model_run_sum(&run, ZORG, 1, 1).geweigerd, 10);
    model_run_close(&run);
}

/* Whoever has to wait refuses when the turn comes, and waits for another aanbieder, or
 * begins there, with the aanmelding of before. */
static void test_who_refuses_keeps_the_aanmelding(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(
        &run, DRIE,
        MODEL_RUN_SET("keuze.weigering=1.0", "zorgvormen.zorg.verblijfsduur=90.0"));
    model_run_begin(&run, 1, 0);
    const struct wmo_inwoner *inwoner;
    do {
        uint32_t row = model_run_enter(&run, ZORG, 0, 5 * 60);
        assert_true(row < 1000);
        inwoner = &run.gemeente->inwoners.rows[row];
    } while (inwoner->toestand != WMO_TOESTAND_WACHT || inwoner->geweigerd != WMO_NONE);
    int first = inwoner->team;
    while (inwoner->geweigerd == WMO_NONE) {
        assert_true(model_run_step(&run, model_run_end(&run)));
        assert_int_equal(wmo_gemeente_verify(run.gemeente), SIM_OK);
    }
    assert_true(run.gemeente->engine.now > 0);
    assert_int_equal(inwoner->geweigerd, run.gemeente->teams.items[first].aanbod);
    assert_int_not_equal(inwoner->team, first);
    assert_int_equal(inwoner->aanmelding, 0);
    model_run_close(&run);
}

static void test_without_another_aanbieder_who_refuses_begins_after_all(void **state)
{
    (void)state;
    struct model_run run;
    enter(&run, MODEL_RUN_MINI, MODEL_RUN_SET(ROOM, "keuze.weigering=1.0"), 2000);
    struct wmo_tel all = model_run_sum(&run, ZORG, 0, 0);
    assert_int_equal(all.geweigerd, 0);
    assert_int_equal(all.gestart, all.aangemeld);
    model_run_close(&run);
}

static void test_or_leaves_when_the_scenario_says_so(void **state)
{
    (void)state;
    struct model_run run;
    enter(
        &run, MODEL_RUN_MINI,
        MODEL_RUN_SET(ROOM, "keuze.weigering=0.2", "keuze.zonder_alternatief=vertrekt"),
        2000);
    struct wmo_tel all = model_run_sum(&run, ZORG, 0, 0);
    model_run_assert_share(all.geweigerd, 2000, 0.2);
    assert_int_equal(all.uitval, all.geweigerd);
    assert_int_equal(all.gestart, all.aangemeld - all.geweigerd);
    assert_int_equal(run.gemeente->record.out, all.geweigerd);
    model_run_close(&run);
}

/* Who refused the one aanbieder that is left waits for it after all. */
static void test_who_refused_the_last_aanbieder_goes_to_it_after_all(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, DRIE,
                   MODEL_RUN_SET("keuze.weigering=1.0", "aanbieders.Kleine.aantal=1",
                                 "aanbieders.Aanbieder.einde=2020-12-31",
                                 "plaatsing.volgorde=eerste_passende"));
    model_run_begin(&run, 1, 0);
    for (int i = 0; i < 60; i++) {
        model_run_enter(&run, ZORG, 0, 5 * 60);
    }
    model_run_until_day(&run, 367);
    int left = 0;
    for (uint32_t row = 0; row < 60; row++) {
        const struct wmo_inwoner *inwoner = &run.gemeente->inwoners.rows[row];
        left += inwoner->toestand == WMO_TOESTAND_WACHT;
        assert_int_equal(run.gemeente->teams.items[inwoner->team].aanbod, 2);
    }
    assert_true(left > 0);
    model_run_close(&run);
}

/* --- Aanbieders --- */

/* The first refuses 40% of everybody, who go to the other two. */
static void test_without_acceptatieplicht_the_complex_go_elsewhere(void **state)
{
    (void)state;
    struct model_run run;
    enter(&run, DRIE,
          MODEL_RUN_SET(ROOM, "aanbieders.Aanbieder.acceptatieplicht=nee",
                        "acceptatie.afwijzing=0.4", "acceptatie.complex_aandeel=1.0",
                        "zorgvormen.zorg.uren_per_week=1.0"),
          6000);
    double first = 3 / 4.4;
    model_run_assert_share(tel_of(&run, 1).afgewezen, 6000, 0.4 * first);
    assert_int_equal(tel_of(&run, 2).afgewezen, 0);
    model_run_assert_share(tel_of(&run, 1).gestart, 6000, 0.6 * first);
    assert_int_equal(model_run_sum(&run, ZORG, 0, 0).gestart, 6000);
    model_run_close(&run);
}

/* Hours are exponential with mean 5; one in ten needs more than 5 ln 10 = 11.5. */
static void test_only_the_heaviest_are_complex(void **state)
{
    (void)state;
    static const struct {
        int minutes, afgewezen;
    } cases[] = {{11 * 60, 0}, {12 * 60, 1}};
    for (int i = 0; i < 2; i++) {
        struct model_run run;
        model_run_open(
            &run, MODEL_RUN_MINI,
            MODEL_RUN_SET(FULL, "aanbieders.Aanbieder.acceptatieplicht=nee",
                          "acceptatie.afwijzing=1.0", "acceptatie.complex_aandeel=0.1",
                          "zorgvormen.zorg.instroom=0.0",
                          "zorgvormen.zorg.uren_per_week={ vorm = \"exponentieel\"; "
                          "gemiddelde = 5.0; }"));
        model_run_begin(&run, 1, 0);
        model_run_enter(&run, ZORG, 0, cases[i].minutes);
        struct wmo_tel all = model_run_sum(&run, ZORG, 0, 0);
        assert_int_equal(all.afgewezen, cases[i].afgewezen);
        /* Nobody else offers it: who is refused waits. */
        assert_int_equal(run.gemeente->inwoners.rows[0].toestand, WMO_TOESTAND_WACHT);
        model_run_close(&run);
    }
}

/* --- Switched off --- */

static void test_neutral_values_change_no_bit(void **state)
{
    (void)state;
    model_run_assert_same(
        MODEL_RUN_STAD, NULL,
        MODEL_RUN_SET("keuze.weigering=0.0", "keuze.zonder_alternatief=vertrekt",
                      "acceptatie.afwijzing=0.0", "acceptatie.complex_aandeel=0.5"));
}

static void test_acceptatieplicht_for_all_changes_no_bit(void **state)
{
    (void)state;
    model_run_assert_same(DRIE, MODEL_RUN_SET("zorgvormen.zorg.instroom=300.0"),
                          MODEL_RUN_SET("zorgvormen.zorg.instroom=300.0",
                                        "aanbieders.Aanbieder.acceptatieplicht=ja",
                                        "acceptatie.afwijzing=0.5",
                                        "acceptatie.complex_aandeel=0.5"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_who_refuses_begins_with_another_aanbieder),
        cmocka_unit_test(test_how_many_refuse_is_of_the_year),
        cmocka_unit_test(test_who_refuses_keeps_the_aanmelding),
        cmocka_unit_test(test_without_another_aanbieder_who_refuses_begins_after_all),
        cmocka_unit_test(test_or_leaves_when_the_scenario_says_so),
        cmocka_unit_test(test_who_refused_the_last_aanbieder_goes_to_it_after_all),
        cmocka_unit_test(test_without_acceptatieplicht_the_complex_go_elsewhere),
        cmocka_unit_test(test_only_the_heaviest_are_complex),
        cmocka_unit_test(test_neutral_values_change_no_bit),
        cmocka_unit_test(test_acceptatieplicht_for_all_changes_no_bit),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("weigering", tests, NULL, NULL);
}
