/* tests/sim/store/test_record.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/store/record.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <jansson.h>
#include <sqlite3.h>

#include "tests/support/sandbox.h"
#include "tests/support/toy_study.h"

static const char *text_at(const json_t *object, const char *key)
{
    return json_string_value(json_object_get(object, key));
}

static void test_record_tells_how_the_run_was_made(void **state)
{
    struct toy_study toy;
    (void)state;
    toy_study_open_comparison(&toy, 2);
    toy_study_save(&toy, "verslag");
    json_t *run = json_load_file("verslag/run.json", 0, NULL);
    assert_non_null(run);
    assert_int_equal(json_integer_value(json_object_get(run, "schema")), 1);
    assert_string_equal(text_at(run, "status"), "voltooid");
    assert_string_equal(text_at(run, "programma"), "proef");
    assert_string_equal(text_at(run, "versie"), "1.2.3");
    assert_string_equal(text_at(run, "seed"), "18446744073709551615");
    assert_string_equal(text_at(run, "toeval"), "philox2x64-10/1");
    assert_string_equal(text_at(run, "begin"), "2027-01-15T08:00:00Z");
    assert_string_equal(text_at(run, "einde"), "2027-01-15T08:00:09Z");
    assert_int_equal(json_integer_value(json_object_get(run, "threads")), 2);
    const json_t *command = json_object_get(run, "opdracht");
    assert_string_equal(json_string_value(json_array_get(command, 2)),
                        "caf\xef\xbf\xbd.cfg");
    assert_string_equal(text_at(json_object_get(run, "bibliotheken"), "SQLite"),
                        sqlite3_libversion());
    const json_t *second = json_array_get(json_object_get(run, "scenarios"), 1);
    assert_string_equal(text_at(second, "naam"), "twee");
    assert_string_equal(text_at(second, "digest"),
                        sim_scenario_digest(toy.scenarios[1]));
    assert_string_equal(text_at(second, "effectief"), "scenario-2-twee.effectief.cfg");
    const json_t *input = json_array_get(json_object_get(second, "invoer"), 0);
    assert_string_equal(text_at(input, "sha256"),
                        sim_scenario_file(toy.scenarios[1], 0).sha256);
    json_decref(run);
    toy_study_close(&toy);
}

static void test_record_knows_a_complete_folder_from_another(void **state)
{
    struct toy_study toy;
    (void)state;
    toy_study_open_run(&toy, TOY_STUDY_REPLICATIONS);
    toy_study_save(&toy, "heel");
    assert_true(sim_record_is_complete("heel"));
    assert_false(sim_record_is_complete("nergens"));
    assert_false(sim_record_is_complete("heel/csv"));
    sandbox_write("heel/csv/run.json", "{ \"status\": 3 ");
    assert_false(sim_record_is_complete("heel/csv"));
    toy_study_close(&toy);
}

static void test_record_says_when_a_run_was_interrupted(void **state)
{
    struct toy_study toy;
    (void)state;
    toy_study_open_run(&toy, 100);
    toy_study_save(&toy, "half");
    json_t *run = json_load_file("half/run.json", 0, NULL);
    assert_string_equal(text_at(run, "status"), "afgebroken");
    assert_int_equal(json_integer_value(json_object_get(run, "replicaties_gevraagd")),
                     100);
    assert_int_equal(json_integer_value(json_object_get(run, "replicaties_gedaan")), 3);
    json_decref(run);
    assert_false(sim_record_is_complete("half"));
    toy_study_close(&toy);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_record_tells_how_the_run_was_made),
        cmocka_unit_test(test_record_knows_a_complete_folder_from_another),
        cmocka_unit_test(test_record_says_when_a_run_was_interrupted),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("record", tests, sandbox_enter, sandbox_leave);
}
