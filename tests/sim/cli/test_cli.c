/* tests/sim/cli/test_cli.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/cli/cli.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tests/support/sandbox.h"
#include "tests/support/toy_model.h"

/* Calls the program and checks how it ends; NULL: that stream stays empty. */
static void assert_call(const char *command, int exit_code, const char *out,
                        const char *err)
{
    struct sandbox_outcome outcome = sandbox_call(&toy_model, command, NULL);
    if (outcome.exit_code != exit_code ||
        (out == NULL ? outcome.out[0] != '\0' : strstr(outcome.out, out) == NULL) ||
        (err == NULL ? outcome.err[0] != '\0' : strstr(outcome.err, err) == NULL)) {
        fail_msg("'%s' ended with %d\n-- stdout\n%s-- stderr\n%s", command,
                 outcome.exit_code, outcome.out, outcome.err);
    }
    sandbox_outcome_free(&outcome);
}

static void test_help_goes_to_stdout_for_the_program_and_each_command(void **state)
{
    (void)state;
    assert_call("proef --help", 0, "Gebruik: proef [OPTIE]... OPDRACHT", NULL);
    assert_call("proef -h", 0, "  proef run scenarios/balie.cfg\n", NULL);
    assert_call("proef run --help", 0, "Gebruik: proef run [OPTIE]... SCENARIO", NULL);
    assert_call("proef compare -h", 0, "  proef compare basis.cfg scenario.cfg", NULL);
    assert_call("proef run -n 3 --help geen.cfg", 0, "-n, --replications=N", NULL);
    assert_call("proef run --help", 0, "\n      --max-replications=N", NULL);
    assert_call("proef validate --help", 0, "BESTAND...", NULL);
    assert_call("proef describe --help", 0, "--measures", NULL);
}

static void test_help_names_every_exit_code(void **state)
{
    static const int codes[] = {
#define X(code, exit_code, text) exit_code,
        SIM_STATUS_LIST(X)
#undef X
    };
    struct sandbox_outcome outcome = sandbox_call(&toy_model, "proef --help", NULL);
    const char *list = strstr(outcome.out, "Afsluitcodes");
    (void)state;
    assert_non_null(list);
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
        char line[16];
        snprintf(line, sizeof line, "\n  %3d  ", codes[i]);
        assert_non_null(strstr(list, line));
    }
    sandbox_outcome_free(&outcome);
}

static void test_version_names_program_and_libraries(void **state)
{
    (void)state;
    assert_call("proef --version", 0, "proef 1.2.3\n", NULL);
    assert_call("proef -V", 0, "\nGSL 2.", NULL);
}

static void test_command_that_is_unknown_gets_the_nearest(void **state)
{
    (void)state;
    assert_call("proef comapre a b", 64, NULL,
                "proef: onbekende opdracht 'comapre'; bedoelde u 'compare'?\n"
                "Zie 'proef --help'.\n");
    assert_call("proef xyzzy", 64, NULL, "onbekende opdracht 'xyzzy'\n");
    assert_call("proef", 64, NULL, "er ontbreekt een opdracht");
}

static void test_option_that_is_wrong_is_explained(void **state)
{
    (void)state;
    assert_call("proef --versoin", 64, NULL,
                "onbekende optie '--versoin'; bedoelde u '--version'?");
    assert_call("proef run --replication-s=3 x", 64, NULL,
                "onbekende optie '--replication-s=3'; bedoelde u '--replications'?\n"
                "Zie 'proef run --help'.\n");
    assert_call("proef run -x a.cfg", 64, NULL, "onbekende optie '-x'");
    assert_call("proef run -qx a.cfg", 64, NULL, "onbekende optie '-qx'");
    assert_call("proef run -xq a.cfg", 64, NULL, "onbekende optie '-xq'");
    assert_call("proef run --se=1 a.cfg", 64, NULL, "'--se=1' kan meer dan een optie");
    assert_call("proef run --quiet=ja a.cfg", 64, NULL, "'--quiet' krijgt geen waarde");
    assert_call("proef run a.cfg -n", 64, NULL,
                "optie '-n' heeft een waarde nodig: -n N");
    assert_call("proef run a.cfg --seed", 64, NULL,
                "optie '--seed' heeft een waarde nodig: --seed=N");
}

static void test_number_that_is_wrong_says_what_is_allowed(void **state)
{
    static const char replications[] =
        "kan niet; geef een geheel getal van 1 tot en met 1000000\n";
    static const char threads[] =
        "kan niet; geef een geheel getal van 1 tot en met 1024";
    static const char seed[] =
        "kan niet; geef een geheel getal van 0 tot en met 18446744073709551615";
    (void)state;
    assert_call("proef run a.cfg -n 0", 64, NULL, replications);
    assert_call("proef run a.cfg -n abc", 64, NULL, "proef: --replications: 'abc' kan");
    assert_call("proef run a.cfg -n 1e9", 64, NULL, replications);
    assert_call("proef run a.cfg -n 1000001", 64, NULL, replications);
    assert_call("proef run a.cfg -n 5,5", 64, NULL, replications);
    assert_call("proef run a.cfg -n=5", 64, NULL, replications);
    assert_call("proef run a.cfg --replications=", 64, NULL, replications);
    assert_call("proef run a.cfg --threads -1", 64, NULL, threads);
    assert_call("proef run a.cfg --threads 1025", 64, NULL, threads);
    assert_call("proef run a.cfg --seed -5", 64, NULL, seed);
    assert_call("proef run a.cfg --seed +5", 64, NULL, seed);
    assert_call("proef run a.cfg --seed 18446744073709551616", 64, NULL, seed);
    assert_call("proef run a.cfg --seed 0x10", 64, NULL, seed);
}

static void test_arguments_are_counted(void **state)
{
    (void)state;
    assert_call("proef run", 64, NULL, "er ontbreekt een argument: SCENARIO");
    assert_call("proef run a.cfg b.cfg", 64, NULL, "'b.cfg' is te veel");
    assert_call("proef compare a.cfg", 64, NULL, "er ontbreekt een argument: BASIS");
    assert_call("proef validate", 64, NULL, "er ontbreekt een argument: BESTAND...");
    assert_call("proef describe x", 64, NULL, "'x' is te veel");
    assert_call("proef run a.cfg --set capaciteit", 64, NULL,
                "--set: 'capaciteit' kan niet; schrijf --set pad=waarde");
    assert_call("proef run a.cfg --set =3", 64, NULL, "schrijf --set pad=waarde");
    assert_call("proef run a.cfg --output=", 64, NULL, "--output: geef de naam");
    assert_call("proef run a.cfg -o a\nb", 64, NULL, "zonder regeleinden");
}

static void test_message_has_no_control_characters(void **state)
{
    (void)state;
    assert_call("proef \x1b[31mrood", 64, NULL, "onbekende opdracht '?[31mrood'");
}

static void test_double_dash_ends_the_options(void **state)
{
    (void)state;
    assert_call("proef validate -- --help", 66, NULL, "--help");
}

static void test_missing_file_is_66_and_a_fault_65(void **state)
{
    (void)state;
    sandbox_write("fout.cfg", "naam = \"fout\";\n");
    sandbox_write("goed.cfg", sandbox_toy("goed", 1, ""));
    assert_call("proef validate nergens.cfg", 66, NULL, "nergens.cfg");
    assert_call("proef validate fout.cfg", 65, NULL, "fout.cfg:");
    assert_call("proef validate goed.cfg fout.cfg", 65, "goed.cfg: in orde (",
                "fout.cfg:");
    assert_call("proef validate fout.cfg nergens.cfg", 66, NULL, "nergens.cfg");
    assert_call("proef run nergens.cfg", 66, NULL, "nergens.cfg");
    assert_call("proef run fout.cfg", 65, NULL, "fout.cfg:");
    assert_call("proef compare goed.cfg fout.cfg", 65, NULL, "fout.cfg:");
    assert_false(sandbox_exists("results"));
}

static void test_check_of_the_model_counts_as_a_fault(void **state)
{
    (void)state;
    sandbox_write("veel.cfg",
                  "balies = ( { naam = \"1\"; }, { naam = \"2\"; }, "
                  "{ naam = \"3\"; }, { naam = \"4\"; }, { naam = \"5\"; }, "
                  "{ naam = \"6\"; }, { naam = \"7\"; }, { naam = \"8\"; }, "
                  "{ naam = \"9\"; } );\ncapaciteit = 1;\n"
                  "aankomsten_per_dag = 9.7;\nbediening_dagen = 0.17;\n"
                  "dagen = 40;\n");
    assert_call("proef validate veel.cfg", 65, NULL, "er zijn 9 balies");
    assert_call("proef run veel.cfg", 65, NULL, "er zijn 9 balies");
}

static void test_describe_shows_parameters_and_measures(void **state)
{
    (void)state;
    assert_call("proef describe", 0, "mislukt_bij (mag weg)", NULL);
    assert_call("proef describe", 0, "0,001 tot 1000", NULL);
    assert_call("proef describe --csv", 0,
                "pad,soort,eenheid,bereik,betekenis,verplicht\n", NULL);
    assert_call("proef describe --csv", 0, "klanten/dag,0.001 tot 1000,", NULL);
    assert_call("proef describe --measures", 0, "wachten op een medewerker", NULL);
    assert_call("proef describe --measures --csv", 0,
                "\ndrukte,klanten,klanten,aantal klanten,"
                "\"wie binnenkwam, met \"\"aanhalingstekens\"\" en een , komma\"\n",
                NULL);
}

static void use_full_stdout(void)
{
    if (freopen("/dev/full", "w", stdout) == NULL) {
        exit(99);
    }
}

static void use_closed_stdout(void)
{
    close(STDOUT_FILENO);
}

static void use_broken_pipe(void)
{
    int ends[2];
    if (pipe(ends) != 0 || dup2(ends[1], STDOUT_FILENO) < 0) {
        exit(99);
    }
    close(ends[0]);
    close(ends[1]);
}

static void assert_output_fails(void (*prepare)(void), const char *reason)
{
    struct sandbox_outcome outcome =
        sandbox_call(&toy_model, "proef describe", prepare);
    assert_int_equal(outcome.exit_code, 74);
    assert_non_null(strstr(outcome.err, reason));
    sandbox_outcome_free(&outcome);
}

static void test_stdout_that_cannot_be_written_is_74(void **state)
{
    (void)state;
    assert_output_fails(use_full_stdout, "standaarduitvoer: de schijf is vol");
    assert_output_fails(use_closed_stdout, "standaarduitvoer: de uitvoer is gesloten");
    assert_output_fails(use_broken_pipe, "standaarduitvoer: de ontvanger");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_help_goes_to_stdout_for_the_program_and_each_command),
        cmocka_unit_test(test_help_names_every_exit_code),
        cmocka_unit_test(test_version_names_program_and_libraries),
        cmocka_unit_test(test_command_that_is_unknown_gets_the_nearest),
        cmocka_unit_test(test_option_that_is_wrong_is_explained),
        cmocka_unit_test(test_number_that_is_wrong_says_what_is_allowed),
        cmocka_unit_test(test_arguments_are_counted),
        cmocka_unit_test(test_message_has_no_control_characters),
        cmocka_unit_test(test_double_dash_ends_the_options),
        cmocka_unit_test(test_missing_file_is_66_and_a_fault_65),
        cmocka_unit_test(test_check_of_the_model_counts_as_a_fault),
        cmocka_unit_test(test_describe_shows_parameters_and_measures),
        cmocka_unit_test(test_stdout_that_cannot_be_written_is_74),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("cli", tests, sandbox_enter, sandbox_leave);
}
