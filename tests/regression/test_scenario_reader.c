/* tests/regression/test_scenario_reader.c - SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/sim/scenario/example.h"

#include <gsl/gsl_errno.h>

#define AREA(name) "{ naam = " name "; vraagfactor = 1.0; bevolking = 10; }"
#define NAMED_AREA AREA("{ waarde = \"West\"; bron = \"kaart\"; }")

static void test_entry_is_found_by_a_name_with_provenance(void **state)
{
    (void)state;
    struct sim_scenario *scenario =
        example_load(EXAMPLE_TOP "gebieden = (" NAMED_AREA "); vormen = ();\n"
                                 "teams = ( { naam = \"t\"; gebied = \"West\"; } );",
                     "gebieden.West.vraagfactor=2");
    assert_true(sim_scenario_real(scenario, NULL, "gebieden.West.vraagfactor") == 2);
    assert_int_equal(sim_scenario_reference(scenario, NULL, "teams.t.gebied"), 0);
    sim_scenario_destroy(scenario);
}

static void test_name_with_provenance_can_be_in_a_list_once(void **state)
{
    (void)state;
    example_assert_faults(
        EXAMPLE_TOP "gebieden = (" NAMED_AREA ",\n" NAMED_AREA ");", NULL,
        "example.cfg:4: 'gebieden': de naam 'West' staat al op regel 3\n");
}

static void test_name_with_provenance_cannot_hold_a_dot(void **state)
{
    (void)state;
    example_assert_faults(EXAMPLE_TOP "gebieden = (" AREA("{ waarde = \"a.b\"; }") ");",
                          NULL,
                          "example.cfg:3: 'gebieden': de naam 'a.b' heeft een punt; "
                          "die scheidt namen in een pad\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_entry_is_found_by_a_name_with_provenance),
        cmocka_unit_test(test_name_with_provenance_can_be_in_a_list_once),
        cmocka_unit_test(test_name_with_provenance_cannot_hold_a_dot),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("scenario_reader", tests, NULL, NULL);
}
