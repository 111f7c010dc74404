/* tests/sim/cli/test_resume.c - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A computation that is killed goes on when the same command is given again, as a user
 * meets it: with the same bytes as one that was left alone.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sim/store/folder.h"
#include "tests/support/sandbox.h"
#include "tests/support/toy_model.h"

#define KILLED (-9)

static int enter(void **state)
{
    const int failed = sandbox_enter(state);
    sandbox_write("een.cfg", sandbox_toy("een", 1, ""));
    sandbox_write("twee.cfg", sandbox_toy("twee", 2, ""));
    sandbox_write("stop.cfg", sandbox_toy("stop", 1, "onderbreek_bij = 4;\n"));
    sandbox_write("traag.cfg", "basis = \"twee.cfg\";\nnaam = \"traag\";\n"
                               "bediening_dagen = 0.3;\n");
    return failed;
}

#define RUN "proef run een.cfg -n 6"
#define COMPARE "proef compare een.cfg twee.cfg traag.cfg -n 5"
#define PRECISE "proef compare een.cfg twee.cfg --measure wacht --half-width 15%"
#define WARMUP "proef warmup een.cfg --interval 0.5 -n 6"
#define BESIDE                                                                     \
    "proef compare een.cfg traag.cfg -n 4 --measure wacht --explain --break-even " \
    "bediening_dagen=0.1:0.6"

static const char *const COMMANDS[] = {RUN, COMPARE, PRECISE, WARMUP, BESIDE};
#define COMMAND_COUNT (sizeof COMMANDS / sizeof *COMMANDS)

/* Calls it with [rest], and asks that it keeps after every replication. */
static struct sandbox_outcome call(const char *command, const char *rest)
{
    char line[256];
    snprintf(line, sizeof line, "%s --no-figures --checkpoint 0 %s", command, rest);
    return sandbox_call(&toy_model, line, NULL);
}

static void assert_ends(const char *command, const char *rest, int code)
{
    struct sandbox_outcome outcome = call(command, rest);
    if (outcome.exit_code != code) {
        fail_msg("'%s %s' ended with %d\n%s%s", command, rest, outcome.exit_code,
                 outcome.out, outcome.err);
    }
    sandbox_outcome_free(&outcome);
}

/* The same, in a process that is killed when its [begun]th replication begins. */
static int call_killed(const char *command, const char *rest, int begun)
{
    char number[16];
    snprintf(number, sizeof number, "%d", begun);
    setenv("PROEF_STERFT", number, 1);
    struct sandbox_outcome outcome = call(command, rest);
    unsetenv("PROEF_STERFT");
    sandbox_outcome_free(&outcome);
    return outcome.exit_code;
}

static void assert_same_results(const char *left, const char *right)
{
    static const char *const files[] = {
        "csv/maten.csv",      "csv/verschillen.csv", "csv/rangorde.csv",
        "csv/paren.csv",      "csv/omslag.csv",      "csv/omslag_verloop.csv",
        "csv/verklaring.csv", "csv/opwarming.csv",   "resultaten.sqlite"};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        char *left_path = sim_folder_join(left, files[i]);
        char *right_path = sim_folder_join(right, files[i]);
        assert_int_equal(sandbox_exists(left_path), sandbox_exists(right_path));
        if (sandbox_exists(left_path)) {
            sandbox_assert_same(left_path, right_path);
        }
        free(left_path);
        free(right_path);
    }
    sim_folder_remove(right);
}

/* Killed at one moment, then left alone, with another number of threads. */
static void test_killed_at_any_moment_it_goes_on_to_the_same_bytes(void **state)
{
    (void)state;
    for (size_t c = 0; c < COMMAND_COUNT; c++) {
        int begun = 1, code = KILLED;
        assert_ends(COMMANDS[c], "-o heel", 0);
        for (; code == KILLED; begun = 2 * begun + 1) {
            code = call_killed(COMMANDS[c], "--threads 1 -o weer", begun);
            if (code == KILLED) {
                assert_false(sandbox_exists("weer"));
                assert_ends(COMMANDS[c], "--threads 3 -o weer", 0);
            }
            assert_false(sandbox_exists("weer.tussenstand"));
            assert_same_results("heel", "weer");
        }
        assert_int_equal(code, 0);
        assert_in_range(begun, 6, 1000);
        sim_folder_remove("heel");
    }
}

/* With [begun] replications a sitting at most, of which the last is lost. */
static int count_sittings(const char *command, int begun)
{
    int sittings = 1;
    while (call_killed(command, "--threads 1 -o weer", begun) == KILLED) {
        sittings++;
        assert_in_range(sittings, 1, 1000);
    }
    return sittings;
}

static void test_what_was_done_is_not_done_again(void **state)
{
    (void)state;
    /* Two of 6 replications a sitting. */
    assert_ends(RUN, "-o heel", 0);
    assert_int_equal(count_sittings(RUN, 3), 3);
    assert_same_results("heel", "weer");
    sim_folder_remove("heel");
    /* One replication of 3 scenarios. */
    assert_ends(COMPARE, "-o heel", 0);
    assert_int_equal(count_sittings(COMPARE, 4), 5);
    assert_same_results("heel", "weer");
    sim_folder_remove("heel");
}

/* Variants are done one or a few at a time, so seven at most are lost a sitting. */
static void test_search_and_explanation_go_on_over_many_sittings(void **state)
{
    (void)state;
    assert_ends(BESIDE, "-o heel", 0);
    assert_in_range(count_sittings(BESIDE, 9), 5, 40);
    assert_same_results("heel", "weer");
    sim_folder_remove("heel");
}

static void test_it_says_that_it_goes_on(void **state)
{
    (void)state;
    assert_int_equal(call_killed(RUN, "--threads 1", 4), KILLED);
    struct sandbox_outcome outcome = call(RUN, "");
    assert_int_equal(outcome.exit_code, 0);
    assert_non_null(strstr(outcome.out,
                           "Gaat verder waar deze doorrekening is "
                           "afgebroken: 3 van 6 replicaties waren klaar."));
    sandbox_outcome_free(&outcome);
    assert_int_equal(sandbox_count("results"), 1);
}

/* Only what belongs to the same question. */
static void test_another_question_begins_at_the_beginning(void **state)
{
    static const char *const others[] = {"--seed 2", "--set dagen=41", "-n 7"};
    (void)state;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        char whole[64], again[64];
        snprintf(whole, sizeof whole, "%s -o heel", others[i]);
        snprintf(again, sizeof again, "%s -o anders", others[i]);
        assert_int_equal(call_killed(RUN, "--threads 1 -o anders", 4), KILLED);
        assert_true(sandbox_exists("anders.tussenstand"));
        struct sandbox_outcome outcome = call(RUN, again);
        assert_int_equal(outcome.exit_code, 0);
        assert_null(strstr(outcome.out, "Gaat verder"));
        sandbox_outcome_free(&outcome);
        assert_ends(RUN, whole, 0);
        assert_same_results("heel", "anders");
        sim_folder_remove("heel");
    }
}

static void test_interrupted_computation_goes_on_too(void **state)
{
    (void)state;
    struct sandbox_outcome outcome =
        call("proef run stop.cfg -n 9", "--threads 1 -o half");
    assert_int_equal(outcome.exit_code, 130);
    assert_non_null(strstr(outcome.err, "die zijn bewaard in half; zonder die map gaat "
                                        "dezelfde opdracht verder"));
    sandbox_outcome_free(&outcome);
    sim_folder_remove("half");
    assert_ends("proef run stop.cfg -n 9", "--threads 1 -o half", 0);
    sandbox_assert_holds("half/run.json", "\"status\": \"voltooid\"");
}

static void test_files_that_are_torn_are_not_used(void **state)
{
    (void)state;
    assert_ends(RUN, "-o heel", 0);
    assert_int_equal(call_killed(RUN, "--threads 1 -o weer", 4), KILLED);
    sandbox_write("weer.tussenstand/experiment-1", "tussenstand 1");
    struct sandbox_outcome outcome = call(RUN, "-o weer");
    assert_int_equal(outcome.exit_code, 0);
    assert_null(strstr(outcome.out, "Gaat verder"));
    sandbox_outcome_free(&outcome);
    assert_same_results("heel", "weer");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_killed_at_any_moment_it_goes_on_to_the_same_bytes),
        cmocka_unit_test(test_what_was_done_is_not_done_again),
        cmocka_unit_test(test_search_and_explanation_go_on_over_many_sittings),
        cmocka_unit_test(test_it_says_that_it_goes_on),
        cmocka_unit_test(test_another_question_begins_at_the_beginning),
        cmocka_unit_test(test_interrupted_computation_goes_on_too),
        cmocka_unit_test(test_files_that_are_torn_are_not_used),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("resume", tests, enter, sandbox_leave);
}
