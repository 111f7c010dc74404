/* tests/sim/cli/test_document.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/cli/document.h"

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

/* Two values assumed, one of them without bounds, and one from a source. */
static const char SCENARIO[] =
    "naam = \"twee\";\n"
    "bronnen = ( { naam = \"teller\"; titel = \"Tellers | twee\"; } );\n"
    "balies = ( { naam = \"Noord\"; }, { naam = \"Zuid\"; } );\n"
    "capaciteit = { waarde = 3; laag = 1; hoog = 5; status = \"aanname\"; bron = "
    "\"teller, blad 2\"; toelichting = \"Drie | past.\"; };\n"
    "aankomsten_per_dag = { waarde = 2.5; status = \"bron\"; bron = \"teller\"; };\n"
    "bediening_dagen = { waarde = 0.5; status = \"aanname\"; bron = \"teller\"; };\n"
    "dagen = 30;\n";

static void assert_says(const char *text)
{
    struct sandbox_outcome outcome =
        sandbox_call(&toy_model, "proef describe --markdown twee.cfg", NULL);
    assert_string_equal(outcome.err, "");
    assert_int_equal(outcome.exit_code, 0);
    if (strstr(outcome.out, text) == NULL) {
        fail_msg("'%s' is not in\n%s", text, outcome.out);
    }
    sandbox_outcome_free(&outcome);
}

static void test_tables_of_the_model_become_blocks(void **state)
{
    (void)state;
    assert_says("<!-- begin: gebeurtenissen -->\n"
                "| gebeurtenis | volgorde op één moment |\n|---|---|\n"
                "| `aankomst` | 4 aankomen |\n"
                "<!-- end: gebeurtenissen -->\n");
    assert_says("| `klanten` | drukte | klanten | wie binnenkwam, met");
    assert_says("| `teller` | Tellers \\| twee |  |\n<!-- end: bronnen -->\n");
}

static void test_every_parameter_has_its_value_and_where_it_comes_from(void **state)
{
    (void)state;
    assert_says("| `capaciteit` | medewerkers per balie | medewerkers | 1 tot 20 | 3 | "
                "aanname | teller, blad 2 |\n");
    assert_says("| `aankomsten_per_dag` | klanten per dag, alle balies samen | "
                "klanten/dag | 0.001 tot 1000 | 2.5 | bron | teller |\n");
    assert_says("| 0 tot 1000000 | weggelaten |  |  |\n");
}

static void test_what_is_assumed_is_numbered_with_its_reason(void **state)
{
    (void)state;
    assert_says("| A1 | `capaciteit` | 3 | 1 tot 5 | Drie \\| past. |\n"
                "| A2 | `bediening_dagen` | 0.5 |  | teller |\n"
                "<!-- end: aannames -->\n");
}

static void test_scenario_with_a_fault_is_refused(void **state)
{
    (void)state;
    sandbox_write("fout.cfg", "naam = 3;\n");
    struct sandbox_outcome outcome =
        sandbox_call(&toy_model, "proef describe --markdown fout.cfg", NULL);
    assert_int_equal(outcome.exit_code, 65);
    assert_non_null(strstr(outcome.err, "fout.cfg:1"));
    assert_string_equal(outcome.out, "");
    sandbox_outcome_free(&outcome);
}

static void assert_plan(const char *command, const char *text)
{
    struct sandbox_outcome outcome = sandbox_call(&toy_model, command, NULL);
    assert_int_equal(outcome.exit_code, 0);
    assert_string_equal(outcome.out, text);
    sandbox_outcome_free(&outcome);
}

static void test_a_plan_is_a_table_for_people_and_whole_as_csv(void **state)
{
    (void)state;
    assert_plan("proef describe --plan=twee.cfg", "balie   medewerkers\n"
                                                  "totaal      6.003,0\n");
    assert_plan("proef describe --csv --plan=twee.cfg", "balie,medewerkers\n"
                                                        "totaal,6003\n"
                                                        "\"elke, los\",3\n");
}

static int enter(void **state)
{
    int result = sandbox_enter(state);
    sandbox_write("twee.cfg", SCENARIO);
    return result;
}

int main(void)
{
    gsl_set_error_handler_off();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tables_of_the_model_become_blocks),
        cmocka_unit_test(test_every_parameter_has_its_value_and_where_it_comes_from),
        cmocka_unit_test(test_what_is_assumed_is_numbered_with_its_reason),
        cmocka_unit_test(test_scenario_with_a_fault_is_refused),
        cmocka_unit_test(test_a_plan_is_a_table_for_people_and_whole_as_csv),
    };
    return cmocka_run_group_tests(tests, enter, sandbox_leave);
}
