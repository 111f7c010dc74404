/* tests/sim/cli/test_turning.c - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * --break-even as a user meets it. A scenario with one value varied is its base where
 * the value is the same, with the same random numbers: there the difference turns.
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

#include "tests/support/sandbox.h"
#include "tests/support/toy_model.h"

static int enter(void **state)
{
    const int failed = sandbox_enter(state);
    sandbox_write("een.cfg", sandbox_toy("een", 1, ""));
    sandbox_write("anders.cfg", sandbox_toy("anders", 1, ""));
    sandbox_write("twee.cfg", sandbox_toy("twee", 2, ""));
    sandbox_write("bereik.cfg",
                  "basis = \"een.cfg\";\nnaam = \"bereik\";\n"
                  "bediening_dagen = { waarde = 0.2; laag = 0.1; hoog = 0.25; };\n");
    sandbox_write("traag.cfg", "basis = \"een.cfg\";\nnaam = \"traag\";\n"
                               "bediening_dagen = 0.3;\n");
    return failed;
}

#define ASK "proef compare een.cfg anders.cfg -n 4 --measure wacht --break-even "

/* --- What cannot be asked --- */

static void test_wrong_questions_say_what_is_allowed(void **state)
{
    static const char *const ranges[] = {
        "bediening_dagen=",       "bediening_dagen=1",    "bediening_dagen=2:1",
        "bediening_dagen=1:1",    "bediening_dagen=a:b",  "=0:1",
        "bediening_dagen=0:1e99", "bediening_dagen=0:1:2"};
    (void)state;
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++) {
        char command[128];
        snprintf(command, sizeof command, ASK "%s", ranges[i]);
        sandbox_assert_call(command, 64, "",
                            "kan niet; schrijf pad=laag:hoog, zoals pad=0:0.5");
    }
    sandbox_assert_call("proef compare een.cfg anders.cfg --break-even x=0:1", 64, "",
                        "--break-even heeft een maat nodig: --measure MAAT\n"
                        "Zie 'proef compare --help'.\n");
    sandbox_assert_call("proef compare een.cfg anders.cfg twee.cfg --break-even x=0:1 "
                        "--measure wacht",
                        64, "", "--break-even gaat over twee scenario's");
    sandbox_assert_call("proef compare een.cfg twee.cfg --vary een.cfg", 64, "",
                        "--vary hoort bij --break-even");
    sandbox_assert_call(
        ASK "dagen=1:2 --vary en.cfg", 64, "",
        "--vary: 'en.cfg' is niet een van de scenario's; bedoelde u 'een.cfg'?");
    sandbox_assert_call(
        "proef compare een.cfg twee.cfg -n 1 --measure wacht --break-even x=0:1", 64,
        "", "--break-even heeft ten minste 2 replicaties nodig");
    sandbox_assert_call(
        "proef compare een.cfg twee.cfg --measure wact --break-even x=0:1", 64, "",
        "onbekende maat 'wact'; bedoelde u 'wacht'?");
    sandbox_assert_call("proef run een.cfg --break-even x=0:1", 64, "",
                        "onbekende optie");
}

static void test_parameter_must_be_known_and_take_the_range(void **state)
{
    (void)state;
    sandbox_assert_call(ASK "bediening_dage=0:1 -o nooit", 65, "",
                        "bedoelde u 'bediening_dagen'?");
    sandbox_assert_call(ASK "bediening_dage -o nooit", 65, "",
                        "bedoelde u 'bediening_dagen'?");
    sandbox_assert_call(
        ASK "bediening_dagen -o nooit", 64, "",
        "het scenario noemt geen laag en hoog van 'bediening_dagen'; geef een "
        "bereik: --break-even bediening_dagen=LAAG:HOOG");
    sandbox_assert_call(ASK "bediening_dagen=1:101 -o nooit", 65, "",
                        "--break-even: bediening_dagen=101 kan niet in 'anders.cfg':");
    sandbox_assert_call(ASK "capaciteit=1:2.5 -o nooit", 65, "",
                        "capaciteit=2.5 kan niet");
    sandbox_assert_call(ASK "balies.noord.naam=1:2 -o nooit", 65, "",
                        "balies.noord.naam=1 kan niet");
    assert_false(sandbox_exists("nooit"));
}

/* --- What is found --- */

static void test_turn_is_where_the_scenarios_are_the_same(void **state)
{
    (void)state;
    sandbox_assert_call(
        "proef compare een.cfg anders.cfg -n 6 --measure wacht --break-even "
        "bediening_dagen=0.1:0.3 -o omslag",
        0,
        "\n'Titel van anders' tegenover 'Titel van een': wachten op een "
        "medewerker is lager (gunstiger) zolang bediening_dagen onder 0,170 "
        "blijft (95%: 0,170 tot 0,170), en anders hoger (ongunstiger).\n",
        "");
    assert_true(sandbox_exists("omslag/csv/omslag_verloop.csv"));
    char *turns = sandbox_read("omslag/csv/omslag.csv", NULL);
    assert_non_null(strstr(turns, "parameter,veranderd_in,omslag,laag95,hoog95,eronder,"
                                  "erboven\nanders,een,wacht,dagen,totaal,totaal,"
                                  "bediening_dagen,anders,0.1"));
    assert_non_null(strstr(turns, ",lager,hoger\n"));
    free(turns);
}

static void test_value_can_be_varied_in_the_base(void **state)
{
    (void)state;
    sandbox_assert_call(
        "proef compare een.cfg anders.cfg -n 6 --measure wacht --vary een.cfg "
        "--break-even bediening_dagen=0.1:0.3 -o in-basis",
        0, "lager (gunstiger) zolang bediening_dagen boven 0,170 blijft", "");
}

static void test_range_comes_from_the_scenario(void **state)
{
    (void)state;
    sandbox_assert_call(
        "proef compare een.cfg bereik.cfg -n 6 --measure wacht --break-even "
        "bediening_dagen -o uit-scenario",
        0, "zolang bediening_dagen onder 0,170 blijft", "");
}

static void test_difference_without_a_turn_says_so(void **state)
{
    (void)state;
    sandbox_assert_call(
        "proef compare een.cfg twee.cfg -n 6 --measure wacht --vary alle "
        "--break-even bediening_dagen=0.1:0.2 -o heel",
        0,
        "is lager (gunstiger) over het hele bereik van bediening_dagen (0,100 "
        "tot 0,200).",
        "");
    sandbox_assert_call(
        ASK "wacht_bij=100:200 -o nergens", 0,
        "verschilt nergens aantoonbaar in het bereik van wacht_bij (100 tot "
        "200); meer replicaties",
        "");
}

static void test_whole_number_is_named_at_the_good_side(void **state)
{
    (void)state;
    sandbox_assert_call(
        "proef compare een.cfg traag.cfg -n 6 --measure wacht --break-even "
        "capaciteit=1:5 -o geheel",
        0, "lager (gunstiger) zolang capaciteit ten minste 2 is (95%: ", "");
}

static void test_files_are_the_same_for_1_2_and_4_threads(void **state)
{
    char *first = NULL;
    (void)state;
    for (int threads = 1; threads <= 4; threads *= 2) {
        char command[192], path[48];
        snprintf(command, sizeof command,
                 "proef compare een.cfg twee.cfg -n 5 --measure wacht --break-even "
                 "bediening_dagen=0.1:0.6 --threads %d -o draad-%d",
                 threads, threads);
        sandbox_assert_call(command, 0, "zolang bediening_dagen onder ", "");
        snprintf(path, sizeof path, "draad-%d/csv/omslag_verloop.csv", threads);
        char *text = sandbox_read(path, NULL);
        if (first == NULL) {
            first = text;
        } else {
            assert_string_equal(text, first);
            free(text);
        }
    }
    free(first);
}

/* The comparison itself is not interrupted: only a variant stops the program. */
static void test_interrupted_search_keeps_the_comparison(void **state)
{
    (void)state;
    sandbox_assert_call(ASK "onderbreek_bij=0:1 --threads 1 -o half", 130,
                        "Het zoeken is afgebroken", "die zijn bewaard in half");
    assert_true(sandbox_exists("half/csv/verschillen.csv"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_wrong_questions_say_what_is_allowed),
        cmocka_unit_test(test_parameter_must_be_known_and_take_the_range),
        cmocka_unit_test(test_turn_is_where_the_scenarios_are_the_same),
        cmocka_unit_test(test_value_can_be_varied_in_the_base),
        cmocka_unit_test(test_range_comes_from_the_scenario),
        cmocka_unit_test(test_difference_without_a_turn_says_so),
        cmocka_unit_test(test_whole_number_is_named_at_the_good_side),
        cmocka_unit_test(test_files_are_the_same_for_1_2_and_4_threads),
        cmocka_unit_test(test_interrupted_search_keeps_the_comparison),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("turning", tests, enter, sandbox_leave);
}
