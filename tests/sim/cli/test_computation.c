/* tests/sim/cli/test_computation.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/cli/computation.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <fcntl.h>
#include <glob.h>
#include <gsl/gsl_errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sim/store/folder.h"
#include "tests/support/sandbox.h"
#include "tests/support/toy_model.h"

static int write_scenarios(void **state)
{
    (void)state;
    sandbox_write("een.cfg", sandbox_toy("een", 1, ""));
    sandbox_write("twee.cfg", sandbox_toy("twee", 2, ""));
    sandbox_write("ook-een.cfg", sandbox_toy("een", 2, ""));
    sandbox_write("stop.cfg", sandbox_toy("stop", 1, "onderbreek_bij = 4;\n"));
    sandbox_write("meteen.cfg", sandbox_toy("meteen", 1, "onderbreek_bij = 0;\n"));
    sandbox_write("mis.cfg", sandbox_toy("mis", 1, "mislukt_bij = 2;\n"));
    return setenv("TMPDIR", ".", 1);
}

static int enter(void **state)
{
    return sandbox_enter(state) || write_scenarios(state);
}

static void assert_code(const struct sandbox_outcome *outcome, int exit_code)
{
    if (outcome->exit_code != exit_code) {
        fail_msg("ended with %d\n-- stdout\n%s-- stderr\n%s", outcome->exit_code,
                 outcome->out, outcome->err);
    }
}

static void assert_has(const char *text, const char *part)
{
    if (strstr(text, part) == NULL) {
        fail_msg("no '%s' in\n%s", part, text);
    }
}

/* The only path that matches [pattern]; the caller frees it. */
static char *find_one(const char *pattern)
{
    glob_t found = {0};
    assert_int_equal(glob(pattern, 0, NULL, &found), 0);
    assert_int_equal(found.gl_pathc, 1);
    char *path = strdup(found.gl_pathv[0]);
    globfree(&found);
    return path;
}

static void test_run_shows_a_table_and_where_the_results_are(void **state)
{
    struct sandbox_outcome outcome =
        sandbox_call(&toy_model, "proef run een.cfg -n 4 --seed 7 -o uit/", NULL);
    (void)state;
    assert_code(&outcome, 0);
    assert_has(outcome.out, "Titel van een: raming uit 4 replicaties, seed 7.\n");
    assert_has(outcome.out, "\nWachten op een medewerker (dagen)\n");
    assert_has(outcome.out, "\n  Alle balies  ");
    assert_has(outcome.out, "\n  Noord        ");
    assert_has(outcome.out, " tot ");
    assert_has(outcome.out, "\nResultaten: uit\n");
    assert_null(strstr(outcome.out, "nan"));
    assert_string_equal(outcome.err, "");
    assert_true(sandbox_exists("uit/run.json"));
    assert_false(sandbox_exists("uit.deel"));
    sandbox_outcome_free(&outcome);
}

static void test_run_of_one_replication_has_no_interval_and_says_so(void **state)
{
    struct sandbox_outcome outcome =
        sandbox_call(&toy_model, "proef run een.cfg -n 1 -o enkel", NULL);
    (void)state;
    assert_code(&outcome, 0);
    assert_has(outcome.out, "Bij één replicatie is er geen interval");
    assert_null(strstr(outcome.out, "nan"));
    sandbox_outcome_free(&outcome);
}

static void test_compare_shows_differences_and_a_sentence_per_measure(void **state)
{
    struct sandbox_outcome outcome = sandbox_call(
        &toy_model, "proef compare een.cfg twee.cfg -n 6 -o verschil --threads 2",
        NULL);
    (void)state;
    assert_code(&outcome, 0);
    assert_has(outcome.out,
               "'Titel van twee' (scenario) tegenover 'Titel van een' (basis)");
    assert_has(outcome.out, "\nWachten op een medewerker in 'Titel van twee' tegenover "
                            "'Titel van een': lager (gunstiger) bij ");
    assert_has(outcome.out, "\nAantal klanten in 'Titel van twee' tegenover 'Titel van "
                            "een': in elke replicatie gelijk bij ");
    assert_true(sandbox_exists("verschil/csv/verschillen.csv"));
    char *record = sandbox_read("verschil/run.json", NULL);
    assert_has(record, "\"threads\": 2,");
    free(record);
    sandbox_outcome_free(&outcome);
}

static void test_compare_ranks_three_scenarios_or_more(void **state)
{
    struct sandbox_outcome outcome;
    (void)state;
    sandbox_write("drie.cfg", sandbox_toy("drie", 3, ""));
    outcome = sandbox_call(
        &toy_model, "proef compare een.cfg twee.cfg drie.cfg -n 6 -o drie", NULL);
    assert_code(&outcome, 0);
    assert_has(outcome.out, "gelden per uitkomst samen met 95%\n");
    assert_has(outcome.out, "elk is een 97,50%-interval (Bonferroni;");
    assert_has(outcome.out, "\nWachten op een medewerker (dagen; lager is gunstiger)\n"
                            "  Alle balies\n     1. ");
    assert_has(outcome.out, "  c  Titel van een\n");
    assert_has(outcome.out, "\nAantal klanten (klanten; van laag naar hoog, zonder "
                            "oordeel)\n  Alle balies: niet te onderscheiden\n");
    assert_true(sandbox_exists("drie/csv/rangorde.csv"));
    assert_true(sandbox_exists("drie/csv/paren.csv"));
    sandbox_outcome_free(&outcome);
}

static void test_base_can_stand_anywhere(void **state)
{
    struct sandbox_outcome outcome = sandbox_call(
        &toy_model, "proef compare een.cfg twee.cfg --base twee.cfg -n 2 -o om", NULL);
    (void)state;
    assert_code(&outcome, 0);
    assert_has(outcome.out,
               "'Titel van een' (scenario) tegenover 'Titel van twee' (basis)");
    sandbox_outcome_free(&outcome);
    outcome = sandbox_call(
        &toy_model, "proef compare een.cfg twee.cfg --base twe.cfg -n 2 -o fout", NULL);
    assert_code(&outcome, 64);
    assert_has(outcome.err, "--base: 'twe.cfg' is niet een van de scenario's; bedoelde "
                            "u 'twee.cfg'?");
    sandbox_outcome_free(&outcome);
}

static void test_compare_takes_as_many_scenarios_as_there_is_room_for(void **state)
{
    char command[1024] = "proef compare";
    struct sandbox_outcome outcome;
    (void)state;
    for (int i = 0; i < SIM_SCENARIO_MAX; i++) {
        char name[16], path[24];
        snprintf(name, sizeof name, "veel%d", i);
        snprintf(path, sizeof path, "%s.cfg", name);
        sandbox_write(path, sandbox_toy(name, 1 + i % 20, ""));
        snprintf(command + strlen(command), sizeof command - strlen(command), " %s",
                 path);
    }
    strcat(command, " -n 2 -q -o veel");
    outcome = sandbox_call(&toy_model, command, NULL);
    assert_code(&outcome, 0);
    assert_has(outcome.out, "gelden per uitkomst samen met 95%\n");
    assert_has(outcome.out, "\nRangorde\n");
    sandbox_outcome_free(&outcome);
}

static void test_compare_refuses_two_scenarios_of_one_name(void **state)
{
    struct sandbox_outcome outcome =
        sandbox_call(&toy_model, "proef compare een.cfg ook-een.cfg -o dubbel", NULL);
    (void)state;
    assert_code(&outcome, 65);
    assert_has(outcome.err, "'een.cfg' en 'ook-een.cfg' hebben dezelfde naam ('een')");
    assert_false(sandbox_exists("dubbel"));
    sandbox_outcome_free(&outcome);
}

static void test_run_made_before_is_not_made_again(void **state)
{
    struct sandbox_outcome first =
        sandbox_call(&toy_model, "proef compare een.cfg twee.cfg -n 2", NULL);
    struct sandbox_outcome second = sandbox_call(
        &toy_model, "proef compare een.cfg twee.cfg -n 2 --threads 2", NULL);
    struct sandbox_outcome other =
        sandbox_call(&toy_model, "proef compare een.cfg twee.cfg -n 2 --seed 2", NULL);
    (void)state;
    assert_code(&first, 0);
    assert_code(&second, 0);
    assert_has(first.out, "\nResultaten: results/een-tegen-twee-");
    assert_has(second.out, "Deze doorrekening bestaat al: results/een-tegen-twee-");
    assert_null(strstr(other.out, "bestaat al"));
    assert_int_equal(sandbox_count("results"), 2);
    sandbox_outcome_free(&first);
    sandbox_outcome_free(&second);
    sandbox_outcome_free(&other);
}

static void test_run_made_before_without_figures_says_so(void **state)
{
    static const char command[] = "proef run een.cfg -n 2 --no-figures";
    struct sandbox_outcome first = sandbox_call(&toy_model_with_figure, command, NULL);
    struct sandbox_outcome same = sandbox_call(&toy_model_with_figure, command, NULL);
    struct sandbox_outcome drawn =
        sandbox_call(&toy_model_with_figure, "proef run een.cfg -n 2", NULL);
    (void)state;
    assert_code(&first, 0);
    assert_null(strstr(same.out, "zonder figuren"));
    assert_has(drawn.out, "Deze doorrekening bestaat al: results/een-");
    assert_has(drawn.out, "Zij is zonder figuren bewaard.");
    sandbox_outcome_free(&first);
    sandbox_outcome_free(&same);
    sandbox_outcome_free(&drawn);
}

static void test_folder_that_exists_is_refused_before_computing(void **state)
{
    struct sandbox_outcome outcome;
    (void)state;
    assert_int_equal(mkdir("bezet", 0777), 0);
    outcome = sandbox_call(&toy_model, "proef run mis.cfg -n 4 -o bezet", NULL);
    assert_code(&outcome, 73);
    assert_has(outcome.err, "uitvoermap 'bezet' bestaat al");
    assert_int_equal(sandbox_count("bezet"), 0);
    sandbox_outcome_free(&outcome);
}

static void test_interrupted_run_keeps_what_was_done(void **state)
{
    struct sandbox_outcome outcome =
        sandbox_call(&toy_model, "proef run stop.cfg -n 50 --threads 1 -o half", NULL);
    (void)state;
    assert_code(&outcome, 130);
    assert_has(outcome.out,
               "raming uit 5 replicaties, seed 1; afgebroken, 50 gevraagd");
    assert_has(outcome.err,
               "afgebroken na 5 van 50 replicaties; die zijn bewaard in half");
    char *record = sandbox_read("half/run.json", NULL);
    assert_has(record, "\"status\": \"afgebroken\"");
    free(record);
    sandbox_outcome_free(&outcome);
}

static void test_interrupted_run_leaves_the_name_of_the_whole_one_free(void **state)
{
    (void)state;
    for (int i = 0; i < 2; i++) {
        struct sandbox_outcome outcome =
            sandbox_call(&toy_model, "proef run stop.cfg -n 50 --threads 1", NULL);
        assert_code(&outcome, 130);
        assert_has(outcome.err, "; dezelfde opdracht gaat verder waar deze ophield");
        sandbox_outcome_free(&outcome);
        /* Not to go on. */
        char *kept = find_one("results/stop-*.tussenstand");
        sim_folder_remove(kept);
        free(kept);
    }
    free(find_one("results/stop-*-afgebroken"));
    free(find_one("results/stop-*-afgebroken-2"));
}

static void test_second_signal_stops_at_once(void **state)
{
    struct sandbox_outcome outcome;
    (void)state;
    sandbox_write("dubbel.cfg", sandbox_toy("dubbel", 1, "onderbreek_bij = 0;\n"));
    /* Both scenarios of replication 0 send a signal. */
    outcome = sandbox_call(
        &toy_model, "proef compare meteen.cfg dubbel.cfg --threads 1 -o nooit", NULL);
    assert_code(&outcome, 130);
    assert_string_equal(outcome.out, "");
    assert_false(sandbox_exists("nooit"));
    sandbox_outcome_free(&outcome);
}

static void test_replication_that_fails_is_named_and_nothing_written(void **state)
{
    struct sandbox_outcome outcome =
        sandbox_call(&toy_model, "proef run mis.cfg -n 8 -o mis", NULL);
    (void)state;
    assert_code(&outcome, 70);
    assert_has(outcome.err,
               "replicatie 3 van 8 is mislukt: de boekhouding van het model "
               "klopt niet; er zijn geen resultaten geschreven");
    assert_false(sandbox_exists("mis"));
    assert_false(sandbox_exists("mis.deel"));
    sandbox_outcome_free(&outcome);
}

/* Enough for the tables on stdout, too little for a database of 4096 byte pages. */
static void limit_file_size(void)
{
    const struct rlimit limit = {8192, 8192};
    if (setrlimit(RLIMIT_FSIZE, &limit) != 0) {
        exit(99);
    }
}

static void test_full_disk_is_one_message_and_the_table_is_shown(void **state)
{
    struct sandbox_outcome outcome =
        sandbox_call(&toy_model, "proef run een.cfg -n 3 -o vol", limit_file_size);
    (void)state;
    assert_code(&outcome, 74);
    assert_has(outcome.err, "schrijven naar 'vol' is mislukt (resultaten.sqlite: ");
    assert_has(outcome.err, "niet bewaard");
    assert_has(outcome.out, "Wachten op een medewerker (dagen)");
    assert_false(sandbox_exists("vol"));
    assert_false(sandbox_exists("vol.deel"));
    sandbox_outcome_free(&outcome);
}

static void test_full_disk_is_left_for_another(void **state)
{
    struct sandbox_outcome outcome;
    (void)state;
    assert_int_equal(mkdir("klein", 0777), 0);
    if (geteuid() != 0 || mount("none", "klein", "tmpfs", 0, "size=32k") != 0) {
        print_message("mounting is not allowed here\n");
        skip();
    }
    outcome = sandbox_call(&toy_model, "proef run een.cfg -n 3 -o klein/vol", NULL);
    const int left_behind = sandbox_count("klein");
    assert_int_equal(umount("klein"), 0);
    assert_code(&outcome, 74);
    assert_has(outcome.err, "schrijven naar 'klein/vol' is mislukt");
    assert_has(outcome.err, "de schijf is vol");
    assert_has(outcome.err, "de resultaten staan in './proef-");
    assert_int_equal(left_behind, 0);
    free(find_one("proef-*/vol/run.json"));
    sandbox_outcome_free(&outcome);
}

static void test_figures_that_fail_are_69_and_the_rest_is_there(void **state)
{
    struct sandbox_outcome outcome =
        sandbox_call(&toy_model_with_figure, "proef run een.cfg -n 2 -o kaal", NULL);
    (void)state;
    assert_int_not_equal(outcome.exit_code, 0);
    assert_has(outcome.out, "\nResultaten: kaal\n");
    assert_true(sandbox_exists("kaal/resultaten.sqlite"));
    sandbox_outcome_free(&outcome);
    outcome = sandbox_call(&toy_model_with_figure,
                           "proef run een.cfg -n 2 --no-figures -o zonder", NULL);
    assert_code(&outcome, 0);
    assert_false(sandbox_exists("zonder/figuren"));
    sandbox_outcome_free(&outcome);
}

static void close_all_streams(void)
{
    close(STDIN_FILENO);
    close(STDOUT_FILENO);
    close(STDERR_FILENO);
}

static void test_closed_streams_do_not_spoil_the_results(void **state)
{
    struct sandbox_outcome outcome =
        sandbox_call(&toy_model, "proef run een.cfg -n 2 -o dicht", close_all_streams);
    (void)state;
    assert_code(&outcome, 74);
    char *content = sandbox_read("dicht/resultaten.sqlite", NULL);
    assert_string_equal(content, "SQLite format 3");
    free(content);
    sandbox_outcome_free(&outcome);
}

/* Notes which standard streams are open, in a file for the test. */
static void note_streams(const struct sim_scenario *scenario, struct sim_faults *faults)
{
    char text[] = "dicht dicht dicht";
    (void)scenario;
    (void)faults;
    for (int descriptor = 0; descriptor <= 2; descriptor++) {
        if (fcntl(descriptor, F_GETFD) >= 0) {
            memcpy(text + 6 * descriptor, "open ", 5);
        }
    }
    sandbox_write("stromen", text);
}

static void test_closed_streams_are_never_lent_to_a_file(void **state)
{
    struct sim_model model = toy_model;
    (void)state;
    model.check = note_streams;
    struct sandbox_outcome outcome =
        sandbox_call(&model, "proef validate een.cfg", close_all_streams);
    assert_code(&outcome, 74);
    char *streams = sandbox_read("stromen", NULL);
    assert_string_equal(streams, "open  open  open ");
    free(streams);
    sandbox_outcome_free(&outcome);
}

static void test_setting_reaches_every_scenario(void **state)
{
    struct sandbox_outcome outcome = sandbox_call(
        &toy_model, "proef compare een.cfg twee.cfg -n 2 --set dagen=10 -o kort", NULL);
    (void)state;
    assert_code(&outcome, 0);
    char *parameters = sandbox_read("kort/csv/parameters.csv", NULL);
    assert_has(parameters, "\neen,dagen,10,dagen,");
    assert_has(parameters, "\ntwee,dagen,10,dagen,");
    free(parameters);
    sandbox_outcome_free(&outcome);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_run_shows_a_table_and_where_the_results_are),
        cmocka_unit_test(test_run_of_one_replication_has_no_interval_and_says_so),
        cmocka_unit_test(test_compare_shows_differences_and_a_sentence_per_measure),
        cmocka_unit_test(test_compare_ranks_three_scenarios_or_more),
        cmocka_unit_test(test_base_can_stand_anywhere),
        cmocka_unit_test(test_compare_takes_as_many_scenarios_as_there_is_room_for),
        cmocka_unit_test(test_compare_refuses_two_scenarios_of_one_name),
        cmocka_unit_test(test_run_made_before_is_not_made_again),
        cmocka_unit_test(test_run_made_before_without_figures_says_so),
        cmocka_unit_test(test_folder_that_exists_is_refused_before_computing),
        cmocka_unit_test(test_interrupted_run_keeps_what_was_done),
        cmocka_unit_test(test_interrupted_run_leaves_the_name_of_the_whole_one_free),
        cmocka_unit_test(test_second_signal_stops_at_once),
        cmocka_unit_test(test_replication_that_fails_is_named_and_nothing_written),
        cmocka_unit_test(test_full_disk_is_one_message_and_the_table_is_shown),
        cmocka_unit_test(test_full_disk_is_left_for_another),
        cmocka_unit_test(test_figures_that_fail_are_69_and_the_rest_is_there),
        cmocka_unit_test(test_closed_streams_do_not_spoil_the_results),
        cmocka_unit_test(test_closed_streams_are_never_lent_to_a_file),
        cmocka_unit_test(test_setting_reaches_every_scenario),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("computation", tests, enter, sandbox_leave);
}
