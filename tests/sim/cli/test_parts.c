/* tests/sim/cli/test_parts.c - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * --explain as a user meets it.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/support/sandbox.h"
#include "tests/support/toy_model.h"

static int enter(void **state)
{
    const int failed = sandbox_enter(state);
    sandbox_write("een.cfg", sandbox_toy("een", 1, ""));
    sandbox_write("zelfde.cfg", sandbox_toy("zelfde", 1, ""));
    sandbox_write("twee.cfg", sandbox_toy("twee", 2, ""));
    sandbox_write("traag.cfg", "basis = \"twee.cfg\";\nnaam = \"traag\";\n"
                               "bediening_dagen = 0.3;\n");
    sandbox_write("meer.cfg",
                  "balies = ( { naam = \"hal\"; }, { naam = \"kelder\"; },\n"
                  "           { naam = \"zolder\"; } );\n"
                  "capaciteit = 2;\naankomsten_per_dag = 9.7;\n"
                  "bediening_dagen = 0.17;\ndagen = 40;\n");
    return failed;
}

/* The mean in the first row of verklaring.csv in [folder] that begins with [start]. */
static double mean_at(const char *folder, const char *start)
{
    char path[64];
    snprintf(path, sizeof path, "%s/csv/verklaring.csv", folder);
    char *text = sandbox_read(path, NULL);
    const char *row = strstr(text, start);
    if (row == NULL) {
        fail_msg("no row '%s' in\n%s", start, text);
    }
    const double mean = strtod(row + strlen(start), NULL);
    free(text);
    return mean;
}

#define WAIT(rest) "twee,een,wacht,dagen,totaal,totaal," rest
#define SLOW(rest) "traag,een,wacht,dagen,totaal,totaal," rest

static void test_one_part_is_the_whole_difference(void **state)
{
    (void)state;
    sandbox_assert_call(
        "proef compare een.cfg twee.cfg -n 5 --explain -o een-deel", 0,
        "\nWaardoor komt het verschil van 'Titel van twee' met 'Titel van een'?"
        "\n\nwachten op een medewerker (dagen)\n\n",
        "");
    const double whole = mean_at("een-deel", WAIT(",,,geheel,"));
    assert_true(whole < 0.0);
    assert_true(mean_at("een-deel", WAIT("capaciteit,1,2,als enige,")) == whole);
    assert_true(mean_at("een-deel", WAIT("capaciteit,1,2,als laatste,")) == whole);
    assert_true(mean_at("een-deel", WAIT(",,,samenspel,")) == 0.0);
}

/* Each part is what a scenario with only that gives, and all of them add up. */
static void test_parts_are_what_they_do_alone_and_add_up(void **state)
{
    (void)state;
    sandbox_assert_call(
        "proef compare een.cfg traag.cfg -n 5 --explain --measure wacht -o delen", 0,
        "capaciteit: 1 -> 2", "");
    sandbox_assert_call("proef compare een.cfg twee.cfg -n 5 --explain -o los", 0, "",
                        "");
    const double whole = mean_at("delen", SLOW(",,,geheel,"));
    const double clerks = mean_at("delen", SLOW("capaciteit,1,2,als enige,"));
    const double service =
        mean_at("delen", SLOW("bediening_dagen,0.17,0.3,als enige,"));
    const double rest = mean_at("delen", SLOW(",,,samenspel,"));
    assert_true(clerks == mean_at("los", WAIT(",,,geheel,")));
    assert_true(service > 0.0 && rest != 0.0);
    assert_true(fabs(clerks + service + rest - whole) < 1e-8);
    /* What comes last has the other below it. */
    const double last = mean_at("delen", SLOW("capaciteit,1,2,als laatste,"));
    assert_true(fabs(whole - last - service) < 1e-8);
}

/* Who comes does not depend on clerks or service: nothing to explain, exactly. */
static void test_part_that_does_nothing_is_zero(void **state)
{
    (void)state;
    sandbox_assert_call(
        "proef compare een.cfg traag.cfg -n 3 --explain --measure klanten "
        "-o niets",
        0, "", "");
    assert_true(mean_at("niets",
                        "traag,een,klanten,klanten,totaal,totaal,capaciteit,1,2,"
                        "als enige,") == 0.0);
    assert_true(
        mean_at("niets", "traag,een,klanten,klanten,totaal,totaal,,,,samenspel,") ==
        0.0);
}

static void test_list_of_other_names_is_a_part(void **state)
{
    (void)state;
    sandbox_assert_call("proef compare een.cfg meer.cfg -n 5 --explain -o lijst", 0,
                        "balies: 2 -> 3", "");
    assert_true(sandbox_exists("lijst/csv/verklaring.csv"));
}

static void test_wrong_questions_are_refused(void **state)
{
    (void)state;
    sandbox_assert_call("proef compare een.cfg zelfde.cfg --explain -o nooit", 64, "",
                        "--explain: de scenario's verschillen in geen enkele waarde\n"
                        "Zie 'proef compare --help'.\n");
    sandbox_assert_call("proef compare een.cfg twee.cfg traag.cfg --explain -o nooit",
                        64, "",
                        "--explain gaat over twee scenario's: een basis en een ander");
    sandbox_assert_call(
        "proef compare een.cfg twee.cfg --explain --measure wact -o nooit", 64, "",
        "onbekende maat 'wact'; bedoelde u 'wacht'?");
    sandbox_assert_call("proef run een.cfg --explain", 64, "",
                        "onbekende optie '--explain'");
    assert_false(sandbox_exists("nooit"));
}

static void test_files_are_the_same_for_1_2_and_4_threads(void **state)
{
    static const char *const files[] = {"csv/verklaring.csv", NULL};
    (void)state;
    sandbox_assert_threads("proef compare een.cfg traag.cfg -n 6 --explain",
                           "samenspel", files);
}

static void test_explanation_and_break_even_go_together(void **state)
{
    (void)state;
    sandbox_assert_call(
        "proef compare een.cfg traag.cfg -n 4 --explain --measure wacht "
        "--break-even bediening_dagen=0.1:0.6 -o beide",
        0, "zolang bediening_dagen onder ", "");
    assert_true(sandbox_exists("beide/csv/verklaring.csv"));
    assert_true(sandbox_exists("beide/csv/omslag.csv"));
}

static void test_explanation_asked_later_is_made(void **state)
{
    (void)state;
    sandbox_assert_call("proef compare een.cfg twee.cfg -n 3", 0, "Resultaten: ", "");
    sandbox_assert_call("proef compare een.cfg twee.cfg -n 3 --explain", 0, "samenspel",
                        "");
    sandbox_assert_call("proef compare een.cfg twee.cfg -n 3 --explain", 0,
                        "bestaat al", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_one_part_is_the_whole_difference),
        cmocka_unit_test(test_parts_are_what_they_do_alone_and_add_up),
        cmocka_unit_test(test_part_that_does_nothing_is_zero),
        cmocka_unit_test(test_list_of_other_names_is_a_part),
        cmocka_unit_test(test_wrong_questions_are_refused),
        cmocka_unit_test(test_files_are_the_same_for_1_2_and_4_threads),
        cmocka_unit_test(test_explanation_and_break_even_go_together),
        cmocka_unit_test(test_explanation_asked_later_is_made),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("parts", tests, enter, sandbox_leave);
}
