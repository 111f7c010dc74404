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

#define ASK \
    "proef compare een.cfg anders.cfg -n 4 --no-figures --measure wacht --break-even "

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
        "proef compare een.cfg anders.cfg -n 6 --no-figures --measure wacht "
        "--break-even "
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
        "proef compare een.cfg anders.cfg -n 6 --no-figures --measure wacht --vary "
        "een.cfg "
        "--break-even bediening_dagen=0.1:0.3 -o in-basis",
        0, "lager (gunstiger) zolang bediening_dagen boven 0,170 blijft", "");
}

static void test_range_comes_from_the_scenario(void **state)
{
    (void)state;
    sandbox_assert_call("proef compare een.cfg bereik.cfg -n 6 --no-figures --measure "
                        "wacht --break-even "
                        "bediening_dagen -o uit-scenario",
                        0, "zolang bediening_dagen onder 0,170 blijft", "");
}

static void test_difference_without_a_turn_says_so(void **state)
{
    (void)state;
    sandbox_assert_call(
        "proef compare een.cfg twee.cfg -n 6 --no-figures --measure wacht --vary alle "
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
        "proef compare een.cfg traag.cfg -n 6 --no-figures --measure wacht "
        "--break-even "
        "capaciteit=1:5 -o geheel",
        0, "lager (gunstiger) zolang capaciteit ten minste 2 is (95%: ", "");
}

static void test_files_are_the_same_for_1_2_and_4_threads(void **state)
{
    static const char *const files[] = {"csv/omslag_verloop.csv", "csv/omslag.csv",
                                        NULL};
    (void)state;
    sandbox_assert_threads("proef compare een.cfg twee.cfg -n 5 --measure wacht "
                           "--no-figures --break-even bediening_dagen=0.1:0.6",
                           "zolang bediening_dagen onder ", files);
}

static void test_figure_shows_the_turn(void **state)
{
    static const char *const suffix[] = {"gp", "tsv", "txt", "svg", "png"};
    (void)state;
    sandbox_assert_call("proef compare een.cfg twee.cfg -n 6 --measure wacht "
                        "--break-even bediening_dagen=0.1:0.6 -o figuur",
                        0, "Figuren:\n  figuren/omslag.svg  Omslag: ", "");
    for (size_t i = 0; i < sizeof suffix / sizeof *suffix; i++) {
        char path[64];
        snprintf(path, sizeof path, "figuur/figuren/omslag.%s", suffix[i]);
        assert_true(sandbox_exists(path));
    }
    assert_false(sandbox_exists("figuur/figuren/omslag.log"));
    sandbox_assert_holds("figuur/figuren/omslag.svg", "<text>lager: gunstiger dan de");
    sandbox_assert_holds("figuur/figuren/omslag.svg", "<text>omslag 0,");
    sandbox_assert_holds("figuur/figuren/omslag.txt",
                         "'Titel van twee' tegenover 'Titel van een': wachten op een "
                         "medewerker is lager (gunstiger) zolang bediening_dagen");
    sandbox_assert_holds("figuur/figuren/omslag.tsv", "\nomslagen\t1\n");
}

/* Every number in the figure is one of the table: value, difference and interval. */
static void test_figure_has_the_numbers_of_the_table(void **state)
{
    (void)state;
    sandbox_assert_call("proef compare een.cfg twee.cfg -n 3 --measure wacht "
                        "--break-even capaciteit=1:4 -o getallen",
                        0, "", "");
    char *table = sandbox_read("getallen/csv/omslag_verloop.csv", NULL);
    char *figure = sandbox_read("getallen/figuren/omslag.tsv", NULL);
    const char *points = strstr(figure, "# waarde");
    int count = 0;
    assert_non_null(points);
    for (const char *row = strchr(points, '\n') + 1; *row != '\0';
         row = strchr(row, '\n') + 1, count++) {
        char numbers[160];
        snprintf(numbers, sizeof numbers, ",%.*s,", (int)strcspn(row, "\n"), row);
        for (char *tab = strchr(numbers, '\t'); tab != NULL; tab = strchr(tab, '\t')) {
            *tab = ',';
        }
        if (strstr(table, numbers) == NULL) {
            fail_msg("no '%s' in\n%s", numbers, table);
        }
    }
    assert_int_equal(count, 4);
    free(table);
    free(figure);
}

static void test_figure_without_a_turn_is_drawn(void **state)
{
    (void)state;
    sandbox_assert_call("proef compare een.cfg twee.cfg -n 6 --measure wacht --vary "
                        "alle --break-even bediening_dagen=0.1:0.2 -o zonder",
                        0, "figuren/omslag.svg", "");
    sandbox_assert_holds("zonder/figuren/omslag.tsv", "\nomslagen\t0\n");
    assert_true(sandbox_exists("zonder/figuren/omslag.png"));
    assert_false(sandbox_exists("zonder/figuren/omslag.log"));
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
        cmocka_unit_test(test_figure_shows_the_turn),
        cmocka_unit_test(test_figure_has_the_numbers_of_the_table),
        cmocka_unit_test(test_figure_without_a_turn_is_drawn),
        cmocka_unit_test(test_interrupted_search_keeps_the_comparison),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("turning", tests, enter, sandbox_leave);
}
