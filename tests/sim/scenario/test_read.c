/* tests/sim/scenario/test_read.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/sim/scenario/example.h"

#include <gsl/gsl_errno.h>
#include <unistd.h>

/* Reads tests/scenario/good/variant.cfg, of which basis.cfg is the layer below. */

static struct sim_scenario *scenario;

static int load_variant(void **state)
{
    (void)state;
    struct sim_faults faults = {0};
    enum sim_status status = sim_scenario_load(&scenario, &EXAMPLE_REGISTRY,
                                               "variant.cfg", NULL, 0, &faults);
    sim_faults_print(&faults, stderr);
    sim_faults_free(&faults);
    return status == SIM_OK ? 0 : -1;
}

static int destroy_variant(void **state)
{
    (void)state;
    sim_scenario_destroy(scenario);
    return 0;
}

static void test_read_gives_values_of_every_kind(void **state)
{
    (void)state;
    assert_true(sim_scenario_integer(scenario, NULL, "budget") == 28700000000);
    assert_true(sim_scenario_real(scenario, NULL, "groei") == 0.03);
    assert_true(sim_scenario_boolean(scenario, NULL, "gedeeld"));
    assert_int_equal(sim_scenario_choice(scenario, NULL, "volgorde"), 0);
    assert_string_equal(sim_scenario_text(scenario, NULL, "volgorde"), "aankomst");
    struct sim_date start = sim_scenario_date(scenario, NULL, "start");
    assert_int_equal(start.year, 2027);
    assert_int_equal(start.month, 1);
    assert_int_equal(start.day, 1);
    assert_string_equal(sim_scenario_name(scenario), "variant");
}

static void test_read_takes_an_integer_for_a_real(void **state)
{
    (void)state;
    assert_true(sim_scenario_real(scenario, NULL, "gebieden.West.vraagfactor") == 1.0);
}

static void test_read_optional_parameter_left_out_is_null(void **state)
{
    (void)state;
    assert_null(sim_scenario_find(scenario, NULL, "eind"));
    assert_false(sim_scenario_has(scenario, NULL, "kosten.vast"));
    assert_true(sim_scenario_has(scenario, NULL, "norm.aandeel"));
}

static void test_read_goes_down_lists_by_index_and_by_name(void **state)
{
    (void)state;
    const struct sim_node *team = sim_scenario_entry(scenario, NULL, "teams", 0);
    assert_string_equal(sim_scenario_text(scenario, team, "naam"), "Noord-Zuid");
    assert_int_equal(sim_scenario_count(scenario, team, "leden"), 3);
    const struct sim_node *member = sim_scenario_entry(scenario, team, "leden", 2);
    assert_string_equal(sim_scenario_text(scenario, member, "naam"), "c");
    assert_true(sim_scenario_real(scenario, member, "uren") == 8.0);
    assert_true(sim_scenario_real(scenario, NULL, "teams.Noord-Zuid.leden.b.uren") ==
                28.0);
    assert_int_equal(sim_scenario_index(scenario, team, "leden", "b"), 1);
    assert_int_equal(sim_scenario_index(scenario, team, "leden", "nee"), -1);
    assert_null(sim_scenario_find(scenario, NULL, "gebieden.Nergens.vraagfactor"));
}

static void test_read_names_with_quotes_and_backquotes_stay_as_they_are(void **state)
{
    (void)state;
    const struct sim_node *entry = sim_scenario_entry(scenario, NULL, "gebieden", 2);
    assert_string_equal(sim_scenario_text(scenario, entry, "naam"),
                        "Oost \"`nieuw`\" $(id)");
}

static void test_read_resolves_references_to_indices(void **state)
{
    (void)state;
    const struct sim_node *team = sim_scenario_entry(scenario, NULL, "teams", 0);
    assert_int_equal(sim_scenario_reference(scenario, team, "gebied"), 0);
    assert_int_equal(sim_scenario_count(scenario, team, "vormen"), 2);
    assert_string_equal(sim_scenario_name_at(scenario, team, "vormen", 1), "zwaar");
    assert_int_equal(sim_scenario_reference_at(scenario, team, "vormen", 0), 0);
    assert_int_equal(sim_scenario_reference_at(scenario, team, "vormen", 1), 2);
}

static void test_read_gives_distributions_of_each_form(void **state)
{
    (void)state;
    struct sim_dist dist;
    sim_scenario_dist(scenario, NULL, "vormen.licht.duur", &dist);
    assert_int_equal(dist.kind, SIM_DIST_FIXED);
    assert_true(dist.mean == 90.0);
    sim_scenario_dist(scenario, NULL, "vormen.middel.duur", &dist);
    assert_int_equal(dist.kind, SIM_DIST_LOGNORMAL);
    assert_true(dist.mean == 200.0);
    /* Of a lognormal cv^2 = exp(sigma^2) - 1. */
    assert_true(fabs(sqrt(expm1(dist.shape * dist.shape)) - 1.2) < 1e-12);
    sim_scenario_dist(scenario, NULL, "vormen.zwaar.duur", &dist);
    assert_int_equal(dist.kind, SIM_DIST_EXPONENTIAL);
    sim_scenario_dist(scenario, NULL, "vormen.dag.duur", &dist);
    assert_int_equal(dist.kind, SIM_DIST_EMPIRICAL);
    assert_int_equal(dist.point_count, 3);
    assert_true(dist.value[2] == 14.0);
    assert_true(dist.cumulative[0] == 0.25);
}

static void test_read_keeps_values_and_weights_of_a_mixture_together(void **state)
{
    (void)state;
    struct sim_scenario *other = example_load(
        EXAMPLE_TOP "vormen = ( { naam = \"v\"; duur = { gemiddelden = [8, 16];\n"
                    "  kansen = [0.75, 0.25]; vorm = \"hyperexponentieel\"; }; } );",
        NULL);
    struct sim_dist dist;
    sim_scenario_dist(other, NULL, "vormen.v.duur", &dist);
    assert_true(dist.mean == 10.0);
    sim_scenario_destroy(other);
}

static void test_read_gives_series_and_constants(void **state)
{
    (void)state;
    struct sim_series series;
    sim_scenario_series(scenario, NULL, "gebieden.West.bevolking", &series);
    assert_int_equal(series.count, 2);
    assert_true(series.year[1] == 2030.0 && series.value[1] == 31000.5);
    const struct sim_node *east = sim_scenario_entry(scenario, NULL, "gebieden", 2);
    sim_scenario_series(scenario, east, "bevolking", &series);
    assert_true(sim_series_at(&series, 2027.5) == 12000.0);
}

static void test_read_list_left_out_is_empty(void **state)
{
    (void)state;
    struct sim_scenario *other = example_load(EXAMPLE_TOP, NULL);
    assert_int_equal(sim_scenario_count(other, NULL, "gebieden"), 0);
    assert_int_equal(sim_scenario_index(other, NULL, "gebieden", "West"), -1);
    sim_scenario_destroy(other);
}

static void test_read_fault_is_placed_where_the_value_came_from(void **state)
{
    (void)state;
    struct sim_faults faults = {0};
    const struct sim_node *team = sim_scenario_entry(scenario, NULL, "teams", 0);
    sim_scenario_fault(scenario, NULL, "norm.aandeel", &faults, "te %s", "hoog");
    sim_scenario_fault(scenario, NULL, "groei", &faults, "te laag");
    sim_scenario_fault(scenario, team, "gebied", &faults, "te ver");
    sim_scenario_fault(scenario, team, "leden.c.uren", &faults, "te weinig");
    sim_scenario_fault(scenario, NULL, "eind", &faults, "ontbreekt");
    char *found = example_printed(&faults);
    assert_string_equal(found, "basis.cfg:9: te laag\n"
                               "basis.cfg:34: te ver\n"
                               "variant.cfg: ontbreekt\n"
                               "variant.cfg:5: te hoog\n"
                               "variant.cfg:14: te weinig\n");
    free(found);
    sim_faults_free(&faults);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_read_gives_values_of_every_kind),
        cmocka_unit_test(test_read_takes_an_integer_for_a_real),
        cmocka_unit_test(test_read_optional_parameter_left_out_is_null),
        cmocka_unit_test(test_read_goes_down_lists_by_index_and_by_name),
        cmocka_unit_test(test_read_names_with_quotes_and_backquotes_stay_as_they_are),
        cmocka_unit_test(test_read_resolves_references_to_indices),
        cmocka_unit_test(test_read_gives_distributions_of_each_form),
        cmocka_unit_test(test_read_keeps_values_and_weights_of_a_mixture_together),
        cmocka_unit_test(test_read_gives_series_and_constants),
        cmocka_unit_test(test_read_list_left_out_is_empty),
        cmocka_unit_test(test_read_fault_is_placed_where_the_value_came_from),
    };
    gsl_set_error_handler_off();
    if (chdir(TEST_SOURCE_DIR "/tests/scenario/good") != 0) {
        return EXIT_FAILURE;
    }
    return cmocka_run_group_tests_name("read", tests, load_variant, destroy_variant);
}
