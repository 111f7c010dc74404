/* tests/models/test_verify.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <stdio.h>

#include "tests/support/model_run.h"

#define SEED_COUNT 3

static void assert_balanced(const struct model_run *run)
{
    if (wmo_gemeente_verify(run->gemeente) != SIM_OK) {
        fail_msg("the books do not balance on day %.3f",
                 sim_time_to_days(run->gemeente->engine.now));
    }
}

/* Verifies stad.cfg, where everything is on, at the start of every month, its last
 * moment included. */
static void assert_balanced_every_month(const char *regel, const char *volgorde)
{
    char set_regel[80], set_volgorde[80];
    snprintf(set_regel, sizeof set_regel, "toewijzing.regel=\"%s\"", regel);
    snprintf(set_volgorde, sizeof set_volgorde, "plaatsing.volgorde=\"%s\"", volgorde);
    struct model_run run;
    model_run_open(&run, MODEL_RUN_STAD, MODEL_RUN_SET(set_regel, set_volgorde));
    const struct wmo_periode *periode = &run.gemeente->landschap.periode;
    for (uint64_t seed = 1; seed <= SEED_COUNT; seed++) {
        model_run_begin(&run, seed, 0);
        for (int m = 0; m <= periode->month_count; m++) {
            model_run_until(&run, periode->month_start[m]);
            assert_balanced(&run);
        }
    }
    model_run_close(&run);
}

static void test_books_balance_for_every_toewijzing_and_volgorde(void **state)
{
    (void)state;
    static const char *const regel[] = {"aandeel", "kortste_lijst", "eerste_ruimte"};
    static const char *const volgorde[] = {"strikt", "eerste_passende"};
    for (int r = 0; r < 3; r++) {
        for (int v = 0; v < 2; v++) {
            assert_balanced_every_month(regel[r], volgorde[v]);
        }
    }
}

static void test_books_balance_after_every_event(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_STAD, NULL);
    model_run_begin(&run, 1, 7);
    while (model_run_step(&run, model_run_end(&run))) {
        assert_balanced(&run);
    }
    /* All that can happen has happened, or this shows little. */
    struct wmo_tel zorg = model_run_sum(&run, 1, 0, 2);
    struct wmo_tel buurtteam = model_run_sum(&run, 0, 0, 2);
    assert_true(zorg.gestart > 0 && zorg.uitstroom > 0 && zorg.uitval > 0);
    assert_true(buurtteam.verschoven > 0);
    model_run_close(&run);
}

/* --- A cooked book is found --- */

static int open_stad_halfway(void **state)
{
    static struct model_run run;
    model_run_open(&run, MODEL_RUN_STAD, NULL);
    model_run_begin(&run, 1, 0);
    model_run_until_day(&run, 200);
    *state = &run;
    return 0;
}

static int close_stad(void **state)
{
    model_run_close(*state);
    return 0;
}

/* Any book one too high or too low is an error, and the right one is none. */
static void assert_guarded_64(struct model_run *run, int64_t *book)
{
    assert_int_equal(wmo_gemeente_verify(run->gemeente), SIM_OK);
    for (int step = -1; step <= 1; step += 2) {
        *book += step;
        assert_int_equal(wmo_gemeente_verify(run->gemeente), SIM_ERR_INVARIANT);
        *book -= step;
    }
    assert_int_equal(wmo_gemeente_verify(run->gemeente), SIM_OK);
}

static void assert_guarded_32(struct model_run *run, int32_t *book)
{
    assert_int_equal(wmo_gemeente_verify(run->gemeente), SIM_OK);
    for (int step = -1; step <= 1; step += 2) {
        *book += step;
        assert_int_equal(wmo_gemeente_verify(run->gemeente), SIM_ERR_INVARIANT);
        *book -= step;
    }
    assert_int_equal(wmo_gemeente_verify(run->gemeente), SIM_OK);
}

static void test_an_inwoner_too_many_is_found(void **state)
{
    struct model_run *run = *state;
    assert_guarded_64(run, &run->gemeente->record.in);
    assert_guarded_64(run, &run->gemeente->record.out);
}

static void test_a_cent_too_many_is_found_in_every_team(void **state)
{
    struct model_run *run = *state;
    for (int t = 0; t < run->gemeente->teams.count; t++) {
        assert_guarded_64(run, &run->gemeente->teams.items[t].geboekt_cents);
    }
}

static void test_a_cent_too_many_is_found_on_every_line_of_a_wijk(void **state)
{
    struct model_run *run = *state;
    const struct wmo_gemeente *gemeente = run->gemeente;
    const struct wmo_aanbieders *aanbieders = &gemeente->landschap.aanbieders;
    for (int a = 0; a < aanbieders->aanbod_count; a++) {
        for (int w = 0; w < aanbieders->wijk_count; w++) {
            if (wmo_aanbieders_team(aanbieders, a, w) != WMO_NONE) {
                int line = wmo_record_line(&gemeente->record, a, w);
                struct wmo_record *record = &run->gemeente->record;
                assert_guarded_64(run, &wmo_record_tel(record, line)->geboekt_cents);
            }
        }
    }
}

static void test_a_minute_too_many_is_found_in_every_team(void **state)
{
    struct model_run *run = *state;
    for (int t = 0; t < run->gemeente->teams.count; t++) {
        struct wmo_team *team = &run->gemeente->teams.items[t];
        assert_guarded_64(run, &team->lent_minutes);
        assert_guarded_64(run, &team->staff.total.used);
        for (int i = 0; i < team->staff.member_count; i++) {
            assert_guarded_32(run, &team->staff.free_units[i]);
        }
    }
}

static void test_a_wrong_level_or_area_is_found_on_every_line(void **state)
{
    struct model_run *run = *state;
    for (int line = 0; line < run->gemeente->record.total_count; line++) {
        struct wmo_lijn *lijn = &run->gemeente->record.lijn[line];
        assert_guarded_64(run, &lijn->wacht.level);
        assert_guarded_64(run, &lijn->wacht.area);
        assert_guarded_64(run, &lijn->wacht_area);
        assert_guarded_64(run, &lijn->gewacht);
        assert_guarded_64(run, &lijn->zorg.level);
    }
}

static void test_hours_held_by_a_medewerker_who_left_are_counted(void **state)
{
    (void)state;
    /* 3 fte, then 1: two of three medewerkers leave and their inwoners stay. */
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET("begrotingsposten.zorg.bedrag={ jaren = [2020, 2021]; "
                                 "waarden = [300000.0, 100000.0]; }",
                                 "zorgvormen.zorg.instroom=0.0",
                                 "zorgvormen.zorg.verblijfsduur=1000.0"));
    model_run_begin(&run, 1, 0);
    for (int i = 0; i < 3; i++) {
        model_run_enter(&run, 1, 0, 20 * 60);
    }
    for (int day = 360; day < 380; day++) {
        model_run_until_day(&run, day);
        assert_balanced(&run);
    }
    model_run_close(&run);
}

static void test_books_balance_when_the_table_of_inwoners_grows(void **state)
{
    (void)state;
    /* Nobody to help 3000 a year, so all of them wait, in the order in which they came.
     */
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET("begrotingsposten.zorg.bedrag=0.0",
                                 "zorgvormen.zorg.instroom=3000.0"));
    const struct wmo_inwoners *inwoners = &run.gemeente->inwoners;
    uint32_t room_before = inwoners->pool.capacity;
    model_run_begin(&run, 1, 0);
    for (int day = 0; day < 731; day += 30) {
        model_run_until_day(&run, day);
        assert_balanced(&run);
    }
    assert_true(inwoners->pool.capacity > room_before);
    const struct wmo_wachtlijst *list = &run.gemeente->teams.items[1].wachtlijst;
    uint32_t count = 1;
    uint32_t row = wmo_wachtlijst_first(list, inwoners);
    uint32_t next = wmo_wachtlijst_next(list, inwoners, row);
    for (; next != SIM_ENTITY_NONE;
         row = next, next = wmo_wachtlijst_next(list, inwoners, row)) {
        assert_true(inwoners->rows[row].aanmelding <= inwoners->rows[next].aanmelding);
        count++;
    }
    assert_int_equal(count, inwoners->pool.live_count);
    model_run_close(&run);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_books_balance_for_every_toewijzing_and_volgorde),
        cmocka_unit_test(test_books_balance_after_every_event),
        cmocka_unit_test(test_hours_held_by_a_medewerker_who_left_are_counted),
        cmocka_unit_test(test_books_balance_when_the_table_of_inwoners_grows),
        cmocka_unit_test_setup_teardown(test_an_inwoner_too_many_is_found,
                                        open_stad_halfway, close_stad),
        cmocka_unit_test_setup_teardown(test_a_cent_too_many_is_found_in_every_team,
                                        open_stad_halfway, close_stad),
        cmocka_unit_test_setup_teardown(
            test_a_cent_too_many_is_found_on_every_line_of_a_wijk, open_stad_halfway,
            close_stad),
        cmocka_unit_test_setup_teardown(test_a_minute_too_many_is_found_in_every_team,
                                        open_stad_halfway, close_stad),
        cmocka_unit_test_setup_teardown(
            test_a_wrong_level_or_area_is_found_on_every_line, open_stad_halfway,
            close_stad),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("verify", tests, NULL, NULL);
}
