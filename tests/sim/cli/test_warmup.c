/* tests/sim/cli/test_warmup.c - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The warm-up check, as a user meets it.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "tests/support/sandbox.h"
#include "tests/support/toy_model.h"

/* A text that would do harm if it were read as a command. */
#define ODD \
    "x' `touch uitgevoerd`; system('touch uitgevoerd') # \\\"$(touch uitgevoerd)"

static int enter(void **state)
{
    const int failed = sandbox_enter(state);
    sandbox_write("een.cfg", sandbox_toy("een", 2, ""));
    sandbox_write("stop.cfg", sandbox_toy("stop", 1, "onderbreek_bij = 1;\n"));
    sandbox_write("raar.cfg",
                  "naam = \"raar\";\ntitel = \"" ODD "\";\n"
                  "balies = ( { naam = \"noord\"; } );\ncapaciteit = 2;\n"
                  "aankomsten_per_dag = 9.7;\nbediening_dagen = 0.17;\ndagen = 40;\n");
    return failed;
}

static void test_interval_must_fit_the_run(void **state)
{
    (void)state;
    /* 40 days: at most 40 / 49 of a day, for 50 looks; at least 40 / 10000. */
    sandbox_assert_call(
        "proef warmup een.cfg", 64, "",
        "--interval: 30.4375 dagen kan niet bij een looptijd van 40 dagen; geef "
        "0,005 tot en met 0,816 dagen\nZie 'proef warmup --help'.\n");
    sandbox_assert_call("proef warmup een.cfg --interval 0.003", 64, "",
                        "0,005 tot en met");
    sandbox_assert_call("proef warmup een.cfg --interval 0", 64, "", "'0' kan niet");
    sandbox_assert_call("proef warmup een.cfg --interval 9999999", 64, "",
                        "hoogste 1000000");
    sandbox_assert_call("proef warmup een.cfg --interval 0.816 --window 13", 64, "",
                        "--window: 13 is te veel; geef ten hoogste 12");
    sandbox_assert_call("proef warmup een.cfg --interval 0.816 --window 0", 64, "",
                        "tot en met");
    sandbox_assert_call("proef warmup een.cfg een.cfg", 64, "", "'een.cfg' is te veel");
    assert_false(sandbox_exists("results"));
}

static void test_model_without_levels_cannot_be_checked(void **state)
{
    struct sim_model model = toy_model;
    (void)state;
    model.levels = NULL;
    model.observe = NULL;
    struct sandbox_outcome outcome =
        sandbox_call(&model, "proef warmup een.cfg --interval 0.5", NULL);
    assert_int_equal(outcome.exit_code, 64);
    assert_non_null(strstr(outcome.err, "geen reeksen om te volgen"));
    sandbox_outcome_free(&outcome);
}

static void test_every_series_gets_a_sentence(void **state)
{
    (void)state;
    struct sandbox_outcome outcome = sandbox_call(
        &toy_model, "proef warmup een.cfg --interval 0,5 -n 8 --no-figures -o zin",
        NULL);
    assert_int_equal(outcome.exit_code, 0);
    assert_non_null(strstr(outcome.out,
                           "Titel van een: opwarming uit 8 replicaties, seed 1.\n"
                           "Gemeten om de 0,5 dagen, tot en met dag 40.\n\n"
                           "Medewerkers aan het werk: "));
    assert_non_null(strstr(outcome.out, "Klanten tot nu toe: geen evenwicht binnen de "
                                        "looptijd; de reeks groeit nog.\n"));
    assert_non_null(
        strstr(outcome.out, "\nNiet van alle reeksen is een evenwicht gevonden."));
    assert_non_null(strstr(outcome.out, "\nDe balies beginnen altijd leeg.\n"));
    assert_non_null(strstr(outcome.out, "\nResultaten: zin\n"));
    assert_null(strstr(outcome.out, "nan"));
    assert_string_equal(outcome.err, "");
    sandbox_outcome_free(&outcome);
}

static void test_folder_holds_the_series_and_how_they_were_made(void **state)
{
    (void)state;
    sandbox_assert_call(
        "proef warmup een.cfg --interval 0.5 -n 4 --window 3 --no-figures "
        "-o map",
        0, "", "");
    char *csv = sandbox_read("map/csv/opwarming.csv", NULL);
    static const char start[] =
        "scenario,reeks,eenheid,dag,gemiddelde,voortschrijdend\n"
        "een,bezig,medewerkers,0,0,0\neen,bezig,medewerkers,0.5,";
    assert_memory_equal(csv, start, sizeof start - 1);
    /* The last three have no moving average. */
    assert_string_equal(strrchr(csv, ','), ",\n");
    int lines = 0;
    for (const char *c = csv; *c != '\0'; c++) {
        lines += *c == '\n';
    }
    assert_int_equal(lines, 1 + 2 * 81);
    free(csv);
    json_t *run = json_load_file("map/run.json", 0, NULL);
    const json_t *warmup = json_object_get(run, "opwarming");
    const json_t *series = json_array_get(json_object_get(warmup, "reeksen"), 1);
    assert_true(json_real_value(json_object_get(warmup, "interval_dagen")) == 0.5);
    assert_int_equal(json_integer_value(json_object_get(warmup, "metingen")), 81);
    assert_int_equal(json_integer_value(json_object_get(series, "venster")), 3);
    assert_true(json_is_null(json_object_get(series, "evenwicht_vanaf_dag")));
    json_decref(run);
    assert_true(sandbox_exists("map/csv/parameters.csv"));
    assert_true(sandbox_exists("map/scenario-1-een.effectief.cfg"));
    /* What a run yields is not what was asked. */
    assert_false(sandbox_exists("map/csv/maten.csv"));
    assert_false(sandbox_exists("map/resultaten.sqlite"));
    assert_false(sandbox_exists("map/figuren"));
}

static void test_files_are_the_same_for_1_2_and_4_threads(void **state)
{
    static const char *const files[] = {"csv/opwarming.csv", NULL};
    (void)state;
    sandbox_assert_threads("proef warmup een.cfg --interval 0.5 -n 9 --no-figures", "",
                           files);
}

static void test_folder_belongs_to_what_was_asked(void **state)
{
    static const char ask[] = "proef warmup een.cfg -n 2 --no-figures --interval 0.5";
    char command[128];
    (void)state;
    sandbox_assert_call(ask, 0, "\nResultaten: results/opwarming-een-", "");
    sandbox_assert_call(ask, 0, "Deze doorrekening bestaat al: results/opwarming-een-",
                        "");
    snprintf(command, sizeof command, "%s --window 5", ask);
    sandbox_assert_call(command, 0, "\nResultaten: ", "");
    snprintf(command, sizeof command, "%s --interval 0.4", ask);
    sandbox_assert_call(command, 0, "\nResultaten: ", "");
    assert_int_equal(sandbox_count("results"), 3);
}

static void test_interrupted_check_keeps_what_was_done(void **state)
{
    (void)state;
    sandbox_assert_call(
        "proef warmup stop.cfg --interval 0.5 --threads 1 --no-figures -o half", 130,
        "opwarming uit 2 replicaties, seed 1; afgebroken, 20 gevraagd",
        "afgebroken na 2 van 20 replicaties");
    sandbox_assert_holds("half/run.json", "\"status\": \"afgebroken\"");
}

static void test_figure_is_drawn_and_text_in_it_is_not_executed(void **state)
{
    static const char *const suffix[] = {"gp", "tsv", "txt", "svg", "png"};
    struct stat status;
    (void)state;
    sandbox_assert_call("proef warmup raar.cfg --interval 0.2 -n 3 -o figuur", 0,
                        "Figuren:\n  figuren/opwarming.svg\n", "");
    for (size_t i = 0; i < sizeof suffix / sizeof *suffix; i++) {
        char path[64];
        snprintf(path, sizeof path, "figuur/figuren/opwarming.%s", suffix[i]);
        assert_int_equal(stat(path, &status), 0);
        assert_true(status.st_size > 0);
    }
    assert_false(sandbox_exists("uitgevoerd"));
    assert_false(sandbox_exists("figuur/figuren/uitgevoerd"));
    assert_false(sandbox_exists("figuur/figuren/opwarming.log"));
    sandbox_assert_holds("figuur/figuren/opwarming.svg",
                         "Klanten tot nu toe: geen evenwicht");
    sandbox_assert_holds("figuur/figuren/opwarming.svg", "<text>geen evenwicht</text>");
    sandbox_assert_holds("figuur/figuren/opwarming.txt",
                         "De balies beginnen altijd leeg.");
    sandbox_assert_holds("figuur/figuren/opwarming.tsv",
                         "\tKlanten tot nu toe (klanten)\t-1\t");
    sandbox_assert_holds("figuur/run.json", "\"gnuplot\": \"");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_interval_must_fit_the_run),
        cmocka_unit_test(test_model_without_levels_cannot_be_checked),
        cmocka_unit_test(test_every_series_gets_a_sentence),
        cmocka_unit_test(test_folder_holds_the_series_and_how_they_were_made),
        cmocka_unit_test(test_files_are_the_same_for_1_2_and_4_threads),
        cmocka_unit_test(test_folder_belongs_to_what_was_asked),
        cmocka_unit_test(test_interrupted_check_keeps_what_was_done),
        cmocka_unit_test(test_figure_is_drawn_and_text_in_it_is_not_executed),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("warmup", tests, enter, sandbox_leave);
}
