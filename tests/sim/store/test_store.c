/* tests/sim/store/test_store.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/store/store.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "tests/support/sandbox.h"
#include "tests/support/toy_model.h"
#include "tests/support/toy_study.h"

static void assert_starts(const char *path, const char *expected)
{
    char *content = sandbox_read(path, NULL);
    content[strlen(content) < strlen(expected) ? strlen(content) : strlen(expected)] =
        '\0';
    assert_string_equal(content, expected);
    free(content);
}

static int count_lines(const char *path)
{
    char *content = sandbox_read(path, NULL);
    int count = 0;
    for (const char *c = content; *c != '\0'; c++) {
        count += *c == '\n';
    }
    free(content);
    return count;
}

static void assert_same_file(const char *left, const char *right)
{
    size_t left_length, right_length;
    char *left_content = sandbox_read(left, &left_length);
    char *right_content = sandbox_read(right, &right_length);
    assert_int_equal(left_length, right_length);
    assert_memory_equal(left_content, right_content, left_length);
    free(left_content);
    free(right_content);
}

static void test_store_writes_every_file_of_a_comparison(void **state)
{
    struct toy_study toy;
    (void)state;
    toy_study_open_comparison(&toy, 1);
    toy_study_save(&toy, "alles");
    assert_starts("alles/csv/maten.csv",
                  "scenario,maat,eenheid,helft,balie,gemiddelde,laag95,hoog95,n\n"
                  "een,wacht,dagen,totaal,totaal,");
    assert_starts("alles/csv/verschillen.csv",
                  "scenario,basis,maat,eenheid,helft,balie,gemiddelde,laag95,hoog95,n,"
                  "laag95_samen,hoog95_samen\n"
                  "twee,een,wacht,dagen,totaal,totaal,-");
    assert_starts("alles/csv/definities.csv", "soort,maat,eenheid,titel,definitie\n"
                                              "wachten,wacht,dagen,wachten op een ");
    assert_starts("alles/csv/parameters.csv",
                  "scenario,pad,waarde,eenheid,bron,status,laag,hoog,verdeling,bestand,"
                  "regel\neen,");
    /* Two measures that have values, at three halves and three desks. */
    assert_int_equal(count_lines("alles/csv/maten.csv"), 1 + 2 * 18);
    assert_int_equal(count_lines("alles/csv/verschillen.csv"), 1 + 18);
    /* Those of both halves together: three desks, two scenarios, one pair. */
    assert_starts("alles/csv/rangorde.csv",
                  "maat,eenheid,helft,balie,beter,plaats,scenario,gemiddelde,groep,"
                  "van_beste,n\nwacht,dagen,totaal,totaal,lager,1,twee,");
    assert_starts("alles/csv/paren.csv",
                  "maat,eenheid,helft,balie,scenario,tegenover,gemiddelde,laag95,"
                  "hoog95,n,p,p_holm,verschilt\nwacht,dagen,totaal,totaal,twee,een,-");
    assert_int_equal(count_lines("alles/csv/rangorde.csv"), 1 + 2 * 3 * 2);
    assert_int_equal(count_lines("alles/csv/paren.csv"), 1 + 2 * 3);
    assert_true(sandbox_exists("alles/scenario-1-een.effectief.cfg"));
    assert_true(sandbox_exists("alles/scenario-2-twee.effectief.cfg"));
    assert_true(sandbox_exists("alles/resultaten.sqlite"));
    assert_true(sandbox_exists("alles/run.json"));
    assert_int_equal(sandbox_count("alles"), 5);
    assert_int_equal(sandbox_count("alles/csv"), 6);
    toy_study_close(&toy);
}

static void test_store_gives_the_same_bytes_for_1_2_and_4_threads(void **state)
{
    static const char *const files[] = {"csv/maten.csv",      "csv/verschillen.csv",
                                        "csv/rangorde.csv",   "csv/paren.csv",
                                        "csv/definities.csv", "csv/parameters.csv",
                                        "resultaten.sqlite"};
    static const int thread_counts[] = {1, 2, 4};
    (void)state;
    for (int i = 0; i < 3; i++) {
        struct toy_study toy;
        char folder[32];
        snprintf(folder, sizeof folder, "draden%d", thread_counts[i]);
        toy_study_open_comparison(&toy, thread_counts[i]);
        toy_study_save(&toy, folder);
        toy_study_close(&toy);
        for (size_t f = 0; f < sizeof files / sizeof *files; f++) {
            char path[64], first[64];
            snprintf(path, sizeof path, "%s/%s", folder, files[f]);
            snprintf(first, sizeof first, "draden1/%s", files[f]);
            assert_same_file(path, first);
        }
    }
}

static void test_names_do_not_reach_file_names_or_a_shell(void **state)
{
    struct toy_study toy;
    (void)state;
    toy_study_open_odd(&toy);
    toy_study_save(&toy, "vreemd");
    assert_true(sandbox_exists("vreemd/" TOY_STUDY_ODD_FILE));
    assert_false(sandbox_exists("gekraakt"));
    assert_starts("vreemd/csv/maten.csv",
                  "scenario,maat,eenheid,helft,balie,gemiddelde,laag95,hoog95,n\n"
                  "\"o'brien\"\"; DROP TABLE maat; -- `touch gekraakt` $(touch "
                  "gekraakt), x\",wacht,dagen,totaal,totaal,");
    toy_study_close(&toy);
}

static void test_effective_scenario_can_be_run_again(void **state)
{
    struct toy_study toy;
    struct sim_faults faults = {0};
    struct sim_scenario *again;
    (void)state;
    toy_study_open_odd(&toy);
    toy_study_save(&toy, "opnieuw");
    assert_int_equal(sim_scenario_load(&again, toy_model.registry,
                                       "opnieuw/" TOY_STUDY_ODD_FILE, NULL, 0, &faults),
                     SIM_OK);
    assert_string_equal(sim_scenario_digest(again),
                        sim_scenario_digest(toy.scenarios[0]));
    assert_string_equal(sim_scenario_name(again), TOY_STUDY_ODD);
    sim_scenario_destroy(again);
    toy_study_close(&toy);
}

static void test_one_scenario_has_no_differences(void **state)
{
    struct toy_study toy;
    (void)state;
    toy_study_open_run(&toy, TOY_STUDY_REPLICATIONS);
    toy_study_save(&toy, "alleen");
    assert_true(sandbox_exists("alleen/csv/maten.csv"));
    assert_false(sandbox_exists("alleen/csv/verschillen.csv"));
    toy_study_close(&toy);
}

static void test_folder_that_exists_is_kept_and_so_are_the_results(void **state)
{
    struct toy_study toy;
    (void)state;
    toy_study_open_comparison(&toy, 1);
    assert_int_equal(mkdir("bezet", 0777), 0);
    sandbox_write("bezet/oud", "blijft");
    assert_int_equal(sim_store_save(&toy.study, "bezet", true, &toy.saved),
                     SIM_ERR_EXISTS);
    assert_string_equal(toy.saved.folder, "bezet.deel");
    assert_non_null(strstr(toy.saved.message, "bezet.deel"));
    assert_int_equal(sandbox_count("bezet"), 1);
    assert_true(sandbox_exists("bezet.deel/run.json"));
    toy_study_close(&toy);
}

static void test_results_that_cannot_be_written_go_to_a_temporary_folder(void **state)
{
    struct toy_study toy;
    (void)state;
    toy_study_open_comparison(&toy, 1);
    assert_int_equal(mkdir("tijdelijk", 0777), 0);
    assert_int_equal(setenv("TMPDIR", "tijdelijk", 1), 0);
    assert_int_equal(
        sim_store_save(&toy.study, "/proc/hier/kan/niets", true, &toy.saved),
        SIM_ERR_IO);
    assert_non_null(toy.saved.folder);
    assert_true(strncmp(toy.saved.folder, "tijdelijk/proef-", 16) == 0);
    assert_non_null(strstr(toy.saved.message, "/proc/hier/kan/niets"));
    assert_non_null(strstr(toy.saved.message, toy.saved.folder));
    assert_int_equal(sandbox_count(toy.saved.folder), 5);
    toy_study_close(&toy);
}

static void test_nothing_is_left_where_nothing_can_be_written(void **state)
{
    struct toy_study toy;
    (void)state;
    toy_study_open_comparison(&toy, 1);
    assert_int_equal(setenv("TMPDIR", "/proc", 1), 0);
    assert_int_equal(
        sim_store_save(&toy.study, "/proc/hier/kan/niets", true, &toy.saved),
        SIM_ERR_IO);
    assert_null(toy.saved.folder);
    assert_non_null(strstr(toy.saved.message, "niet bewaard"));
    toy_study_close(&toy);
}

static void test_figures_that_fail_leave_the_rest_in_place(void **state)
{
    struct toy_study toy;
    (void)state;
    toy_study_open_comparison(&toy, 1);
    toy.study.model = &toy_model_with_figure;
    toy.results.model = &toy_model_with_figure;
    const enum sim_status status = sim_store_save(&toy.study, "kaal", true, &toy.saved);
    assert_int_equal(status, SIM_ERR_HELPER);
    assert_string_equal(toy.saved.folder, "kaal");
    assert_true(strlen(toy.saved.message) > 0);
    assert_true(sandbox_exists("kaal/run.json"));
    assert_true(sandbox_exists("kaal/csv/verschillen.csv"));
    toy_study_close(&toy);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_store_writes_every_file_of_a_comparison),
        cmocka_unit_test(test_store_gives_the_same_bytes_for_1_2_and_4_threads),
        cmocka_unit_test(test_names_do_not_reach_file_names_or_a_shell),
        cmocka_unit_test(test_one_scenario_has_no_differences),
        cmocka_unit_test(test_effective_scenario_can_be_run_again),
        cmocka_unit_test(test_folder_that_exists_is_kept_and_so_are_the_results),
        cmocka_unit_test(test_results_that_cannot_be_written_go_to_a_temporary_folder),
        cmocka_unit_test(test_nothing_is_left_where_nothing_can_be_written),
        cmocka_unit_test(test_figures_that_fail_leave_the_rest_in_place),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("store", tests, sandbox_enter, sandbox_leave);
}
