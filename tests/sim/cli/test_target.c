/* tests/sim/cli/test_target.c - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Precision on request, as a user meets it.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <math.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/support/sandbox.h"
#include "tests/support/toy_model.h"

static int enter(void **state)
{
    const int failed = sandbox_enter(state);
    sandbox_write("een.cfg", sandbox_toy("een", 1, ""));
    sandbox_write("twee.cfg", sandbox_toy("twee", 2, ""));
    sandbox_write("stop.cfg", sandbox_toy("stop", 1, "onderbreek_bij = 11;\n"));
    sandbox_write("komma.cfg",
                  "balies = ( { naam = \"noord, oost\"; }, { naam = \"zuid\"; } );\n"
                  "capaciteit = 1;\naankomsten_per_dag = 9.7;\n"
                  "bediening_dagen = 0.17;\ndagen = 40;\n");
    return failed;
}

/* --- What cannot be asked --- */

static void test_half_width_that_is_wrong_says_what_is_allowed(void **state)
{
    static const char *const wrong[] = {"0",  "0%", "-1",    "-2%",    "+2",  "1e3",
                                        "x",  "%",  "100%",  "2%%",    "nan", "inf",
                                        "2.", ".5", "1.2.3", "1.234,5"};
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        char command[128], message[128];
        snprintf(command, sizeof command,
                 "proef run een.cfg --measure wacht --half-width=%s", wrong[i]);
        snprintf(message, sizeof message,
                 "proef: --half-width: '%s' kan niet; geef een getal boven 0",
                 wrong[i]);
        sandbox_assert_call(command, 64, "", message);
    }
    sandbox_assert_call("proef run een.cfg --measure wacht --half-width=", 64, "",
                        "--half-width: '' kan niet");
}

static void test_options_that_do_not_go_together_are_refused(void **state)
{
    (void)state;
    sandbox_assert_call("proef run een.cfg --half-width 2% --measure wacht -n 20", 64,
                        "", "--replications en --half-width gaan niet samen");
    sandbox_assert_call("proef run een.cfg -n 20 --max-replications 100", 64, "",
                        "--max-replications hoort bij --half-width\n"
                        "Zie 'proef run --help'.\n");
    sandbox_assert_call(
        "proef compare een.cfg twee.cfg --measure wacht", 64, "",
        "--measure hoort bij --half-width, --break-even of --explain\nZie "
        "'proef compare "
        "--help'.\n");
    sandbox_assert_call("proef run een.cfg --half-width 2%", 64, "",
                        "--half-width heeft een maat nodig: --measure MAAT");
    sandbox_assert_call("proef run een.cfg --half-width 2% --measure wacht "
                        "--max-replications 9",
                        64, "", "geef een geheel getal van 10 tot en met 1000000");
    sandbox_assert_call("proef warmup een.cfg --half-width 2%", 64, "",
                        "onbekende optie '--half-width'");
    assert_false(sandbox_exists("results"));
}

#define ASK "proef run een.cfg --half-width 2% -o nooit --measure "

static void test_name_that_is_unknown_gets_the_nearest(void **state)
{
    (void)state;
    /* The measure is checked before the scenario is read. */
    sandbox_assert_call("proef run nergens.cfg --half-width 2% --measure wact", 64, "",
                        "--measure: onbekende maat 'wact'; bedoelde u 'wacht'?");
    sandbox_assert_call(ASK "Wacht:balie=zuid", 64, "", "bedoelde u 'wacht'?");
    sandbox_assert_call(ASK ":balie=zuid", 64, "", "onbekende maat ''; kies uit wacht");
    sandbox_assert_call(
        ASK "wacht:bali=zuid", 64, "",
        "scenario 'een' heeft geen dimensie 'bali'; bedoelde u 'balie'?\n"
        "Zie 'proef run --help'.\n");
    sandbox_assert_call(ASK "wacht:balie=zuiden", 64, "",
                        "scenario 'een' heeft geen balie 'zuiden'; bedoelde u 'zuid'?");
    sandbox_assert_call(ASK "wacht:balie=x", 64, "", "kies uit totaal, noord, zuid");
    sandbox_assert_call(ASK "wacht:balie=zuid,balie=noord", 64, "",
                        "'balie' staat er twee");
    sandbox_assert_call(ASK "wacht:", 64, "", "schrijf maat:dimensie=label,...");
    sandbox_assert_call(ASK "wacht:zuid", 64, "", "'wacht:zuid' kan niet; schrijf");
    sandbox_assert_call(ASK "wacht:helft=eerste,", 64, "", "bedoelde u 'eerste'?");
    assert_false(sandbox_exists("nooit"));
}

static void test_label_must_be_known_in_every_scenario(void **state)
{
    (void)state;
    sandbox_assert_call("proef compare een.cfg komma.cfg --half-width 2% -o nooit "
                        "--measure wacht:balie=noord",
                        64, "", "scenario 'komma' heeft geen balie 'noord'");
    assert_false(sandbox_exists("nooit"));
}

/* --- What is done --- */

static json_t *load_record(const char *path)
{
    json_t *run = json_load_file(path, 0, NULL);
    assert_non_null(run);
    return run;
}

static json_int_t integer_at(const json_t *object, const char *key)
{
    return json_integer_value(json_object_get(object, key));
}

static const char *text_at(const json_t *object, const char *key)
{
    return json_string_value(json_object_get(object, key));
}

static void test_run_stops_when_it_is_precise_and_says_so(void **state)
{
    char command[128];
    (void)state;
    sandbox_assert_call(
        "proef run een.cfg --half-width 15% --measure "
        "wacht:balie=zuid,helft=tweede --threads 1 -o precies",
        0,
        "\nPrecisie bereikt: wachten op een medewerker (tweede helft, zuid) "
        "heeft een 95%-interval met een halve breedte van ",
        "");
    json_t *run = load_record("precies/run.json");
    const json_t *precision = json_object_get(run, "precisie");
    const json_int_t done = integer_at(run, "replicaties_gedaan");
    assert_true(done >= 10 && done < 1000);
    assert_string_equal(text_at(run, "status"), "voltooid");
    assert_string_equal(text_at(precision, "maat"), "wacht");
    assert_string_equal(text_at(precision, "van"), "gemiddelde");
    assert_string_equal(text_at(precision, "soort"), "relatief");
    assert_string_equal(text_at(json_object_get(precision, "labels"), "balie"), "zuid");
    assert_string_equal(text_at(json_object_get(precision, "labels"), "helft"),
                        "tweede");
    assert_true(json_real_value(json_object_get(precision, "halve_breedte_gevraagd")) ==
                0.15);
    assert_true(json_real_value(json_object_get(precision, "halve_breedte_relatief")) <=
                0.15);
    assert_int_equal(integer_at(precision, "replicaties_maximaal"), 1000);
    assert_true(json_is_true(json_object_get(precision, "bereikt")));
    json_decref(run);
    /* Not another number than that many replications give. */
    snprintf(command, sizeof command, "proef run een.cfg -n %d -o vast", (int)done);
    sandbox_assert_call(command, 0, "", "");
    sandbox_assert_same("precies/csv/maten.csv", "vast/csv/maten.csv");
}

static void test_files_are_the_same_for_1_2_and_4_threads(void **state)
{
    static const char *const files[] = {"csv/maten.csv", "csv/verschillen.csv",
                                        "resultaten.sqlite", NULL};
    (void)state;
    sandbox_assert_threads(
        "proef compare een.cfg twee.cfg --half-width 0,05 --measure wacht",
        "Precisie bereikt", files);
}

static void test_comparison_says_that_it_is_about_the_difference(void **state)
{
    (void)state;
    sandbox_assert_call(
        "proef compare een.cfg twee.cfg --half-width 20% --measure wacht -o v", 0,
        "heeft als verschil met de basis een 95%-interval", "");
    sandbox_assert_call(
        "proef compare een.cfg twee.cfg --half-width 20% --measure wacht -o w", 0,
        "% van de basis; gevraagd is ten hoogste 20%.\n", "");
    json_t *run = load_record("v/run.json");
    assert_string_equal(text_at(json_object_get(run, "precisie"), "van"),
                        "verschil met de basis");
    json_decref(run);
}

/* The widest of the intervals that hold together in verschillen.csv of [folder]. */
static double widest_joint(const char *folder, int *rows)
{
    char path[64];
    double widest = 0.0;
    snprintf(path, sizeof path, "%s/csv/verschillen.csv", folder);
    char *text = sandbox_read(path, NULL);
    *rows = 0;
    for (const char *at = strstr(text, ",wacht,dagen,totaal,totaal,"); at != NULL;
         at = strstr(at + 1, ",wacht,dagen,totaal,totaal,")) {
        char row[256];
        snprintf(row, sizeof row, "%.*s", (int)strcspn(at, "\n"), at);
        const char *high = strrchr(row, ',');
        const char *low = high - 1;
        while (*low != ',') {
            low--;
        }
        widest = fmax(widest, (strtod(high + 1, NULL) - strtod(low + 1, NULL)) / 2.0);
        (*rows)++;
    }
    free(text);
    return widest;
}

/* It stops at the first number with which the intervals of the table are that narrow.
 */
static void test_intervals_of_the_table_have_the_precision_that_was_asked(void **state)
{
    static const char ask[] = "proef compare een.cfg twee.cfg vlug.cfg --measure wacht";
    char command[128];
    int rows;
    (void)state;
    sandbox_write("vlug.cfg", "basis = \"een.cfg\";\nnaam = \"vlug\";\n"
                              "bediening_dagen = 0.12;\n");
    snprintf(command, sizeof command, "%s --half-width 0.05 -o samen", ask);
    sandbox_assert_call(command, 0,
                        "een 95%-interval, dat voor alle scenario's samen geldt, met "
                        "een halve breedte van ten hoogste ",
                        "");
    assert_true(widest_joint("samen", &rows) <= 0.05);
    assert_int_equal(rows, 2);
    json_t *run = load_record("samen/run.json");
    const json_int_t done = integer_at(run, "replicaties_gedaan");
    json_decref(run);
    assert_in_range(done, 11, 999);
    snprintf(command, sizeof command, "%s -n %d -o eerder",
             "proef compare een.cfg twee.cfg vlug.cfg", (int)done - 1);
    sandbox_assert_call(command, 0, "", "");
    assert_true(widest_joint("eerder", &rows) > 0.05);
}

static void test_precision_that_is_not_reached_is_said_and_ends_with_1(void **state)
{
    (void)state;
    for (int i = 0; i < 2; i++) {
        /* The second time it is found to be there already. */
        sandbox_assert_call(
            "proef run een.cfg --half-width 0.001 --measure wacht "
            "--max-replications 12",
            1,
            i == 0 ? "; gevraagd is ten hoogste 0,001 dagen.\nDe uitkomsten "
                     "zijn volledig en bewaard."
                   : "Deze doorrekening bestaat al: results/een-",
            "proef: de gevraagde precisie is niet bereikt\n");
    }
    sandbox_assert_call("proef run een.cfg --half-width 0.001 --measure wacht "
                        "--max-replications 12 -o grof",
                        1, "een: raming uit 12 replicaties", "niet bereikt");
    json_t *run = load_record("grof/run.json");
    const json_t *precision = json_object_get(run, "precisie");
    assert_string_equal(text_at(run, "status"), "voltooid");
    assert_int_equal(integer_at(run, "replicaties_gedaan"), 12);
    assert_true(json_is_false(json_object_get(precision, "bereikt")));
    assert_true(json_real_value(json_object_get(precision, "halve_breedte")) > 0.001);
    json_decref(run);
    assert_true(sandbox_exists("grof/csv/maten.csv"));
}

static void test_outcome_without_values_is_said_to_have_none(void **state)
{
    (void)state;
    sandbox_assert_call("proef run een.cfg --half-width 1 --measure leeg "
                        "--max-replications 11 -o leeg",
                        1,
                        "niet bereikt: niets had in 0 van de 11 replicaties een waarde",
                        "niet bereikt");
    json_t *run = load_record("leeg/run.json");
    assert_true(json_is_null(
        json_object_get(json_object_get(run, "precisie"), "halve_breedte")));
    json_decref(run);
}

static void test_interrupted_run_says_how_precise_it_was(void **state)
{
    (void)state;
    sandbox_assert_call(
        "proef run stop.cfg --half-width 0.001 --measure wacht --threads 1 "
        "-o half",
        130, "Precisie niet bereikt",
        "afgebroken na 12 van ten hoogste 1000 replicaties");
}

static void test_label_may_hold_a_comma(void **state)
{
    struct sandbox_outcome outcome;
    (void)state;
    sandbox_write("halve.cfg", sandbox_toy("halve", 1, ""));
    /* A label with a space cannot be given to the test's command line. */
    sandbox_write("komma.cfg",
                  "balies = ( { naam = \"noord,oost\"; }, { naam = \"zuid\"; } );\n"
                  "capaciteit = 1;\naankomsten_per_dag = 9.7;\n"
                  "bediening_dagen = 0.17;\ndagen = 40;\n");
    outcome = sandbox_call(&toy_model,
                           "proef run komma.cfg --half-width 90% --measure "
                           "klanten:balie=noord,oost,helft=eerste -o komma",
                           NULL);
    assert_int_equal(outcome.exit_code, 0);
    assert_non_null(strstr(outcome.out, "(eerste helft, noord,oost)"));
    sandbox_outcome_free(&outcome);
}

static void test_folder_belongs_to_what_was_asked(void **state)
{
    static const char *const other[] = {
        "--half-width 31% --measure wacht:balie=zuid,helft=eerste",
        "--half-width 0.30 --measure wacht:balie=zuid,helft=eerste",
        "--half-width 30% --measure wacht:balie=zuid",
        ("--half-width 30% --measure wacht:balie=zuid,helft=eerste "
         "--max-replications 999")};
    const char *run = "proef run twee.cfg --seed 99 ";
    char command[160];
    (void)state;
    snprintf(command, sizeof command,
             "%s--half-width 30%% --measure wacht:balie=zuid,helft=eerste", run);
    sandbox_assert_call(command, 0, "\nResultaten: results/twee-", "");
    for (size_t i = 0; i < sizeof other / sizeof *other; i++) {
        snprintf(command, sizeof command, "%s%s", run, other[i]);
        sandbox_assert_call(command, 0, "\nPrecisie bereikt", "");
    }
    /* The order of the labels, and how a number is written, make no difference. */
    snprintf(command, sizeof command,
             "%s--half-width 30,0%% --measure wacht:helft=eerste,balie=zuid", run);
    sandbox_assert_call(command, 0, "Deze doorrekening bestaat al", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_half_width_that_is_wrong_says_what_is_allowed),
        cmocka_unit_test(test_options_that_do_not_go_together_are_refused),
        cmocka_unit_test(test_name_that_is_unknown_gets_the_nearest),
        cmocka_unit_test(test_label_must_be_known_in_every_scenario),
        cmocka_unit_test(test_run_stops_when_it_is_precise_and_says_so),
        cmocka_unit_test(test_files_are_the_same_for_1_2_and_4_threads),
        cmocka_unit_test(test_comparison_says_that_it_is_about_the_difference),
        cmocka_unit_test(test_intervals_of_the_table_have_the_precision_that_was_asked),
        cmocka_unit_test(test_precision_that_is_not_reached_is_said_and_ends_with_1),
        cmocka_unit_test(test_outcome_without_values_is_said_to_have_none),
        cmocka_unit_test(test_interrupted_run_says_how_precise_it_was),
        cmocka_unit_test(test_label_may_hold_a_comma),
        cmocka_unit_test(test_folder_belongs_to_what_was_asked),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("target", tests, enter, sandbox_leave);
}
