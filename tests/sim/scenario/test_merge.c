/* tests/sim/scenario/test_merge.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/sim/scenario/example.h"

#include <gsl/gsl_errno.h>
#include <unistd.h>

/* tests/scenario/good/basis.cfg is the layer below in each of these; the tests run in
 * its folder. */
#define BASIS "basis = \"basis.cfg\";\n"

static double real_at(const struct sim_scenario *scenario, const char *path)
{
    return sim_scenario_real(scenario, NULL, path);
}

/* The provenance of [path], as visited. */
struct wanted {
    const char *path;
    char text[300];
};

static void note(void *context, const struct sim_value_view *view)
{
    struct wanted *wanted = context;
    if (strcmp(view->path, wanted->path) == 0) {
        snprintf(wanted->text, sizeof wanted->text, "%s|%s|%s|%s|%s|%s|%s:%d",
                 view->value, view->source, view->status, view->low, view->high,
                 view->spread, view->file, view->line);
    }
}

static void assert_view(const char *text, const char *setting, const char *path,
                        const char *expected)
{
    struct sim_scenario *scenario = example_load(text, setting);
    struct wanted wanted = {.path = path};
    sim_scenario_visit(scenario, note, &wanted);
    assert_string_equal(wanted.text, expected);
    sim_scenario_destroy(scenario);
}

static void test_merge_keeps_keys_of_a_group_that_the_layer_leaves_out(void **state)
{
    (void)state;
    struct sim_scenario *scenario =
        example_load(BASIS "norm = { aandeel = 0.9; };", NULL);
    assert_int_equal(sim_scenario_integer(scenario, NULL, "norm.dagen"), 14);
    assert_true(real_at(scenario, "norm.aandeel") == 0.9);
    sim_scenario_destroy(scenario);
}

static void test_merge_finds_entries_by_name_and_adds_new_ones_at_the_end(void **state)
{
    (void)state;
    struct sim_scenario *scenario = example_load(
        BASIS "gebieden = ( { naam = \"Oost\"; vraagfactor = 2.0; bevolking = 7; },\n"
              "  { naam = \"Leidsche Rijn\"; vraagfactor = 1.5; } );",
        NULL);
    assert_int_equal(sim_scenario_count(scenario, NULL, "gebieden"), 3);
    assert_int_equal(sim_scenario_index(scenario, NULL, "gebieden", "West"), 0);
    assert_int_equal(sim_scenario_index(scenario, NULL, "gebieden", "Leidsche Rijn"),
                     1);
    assert_int_equal(sim_scenario_index(scenario, NULL, "gebieden", "Oost"), 2);
    assert_true(real_at(scenario, "gebieden.Leidsche Rijn.vraagfactor") == 1.5);
    assert_true(real_at(scenario, "gebieden.West.vraagfactor") == 1.0);
    struct sim_series series;
    sim_scenario_series(scenario, NULL, "gebieden.Leidsche Rijn.bevolking", &series);
    assert_int_equal(series.count, 3);
    sim_scenario_destroy(scenario);
}

static void test_merge_takes_a_name_with_provenance_for_a_name(void **state)
{
    (void)state;
    struct sim_scenario *scenario = example_load(
        BASIS "gebieden = ( { naam = { waarde = \"West\"; bron = \"x\"; };\n"
              "  vraagfactor = 2.5; } );",
        NULL);
    assert_int_equal(sim_scenario_count(scenario, NULL, "gebieden"), 2);
    assert_true(real_at(scenario, "gebieden.West.vraagfactor") == 2.5);
    sim_scenario_destroy(scenario);
    example_assert_faults(
        BASIS "gebieden = ( { naam = { waarde = \"a.b\"; };\n"
              "  vraagfactor = 2.5; bevolking = 5; } );",
        NULL,
        "example.cfg:2: 'gebieden': de naam 'a.b' heeft een punt; die scheidt namen in "
        "een pad\n");
}

static void test_merge_replaces_arrays_whole(void **state)
{
    (void)state;
    struct sim_scenario *scenario = example_load(
        BASIS "teams = ( { naam = \"Noord-Zuid\"; vormen = [\"dag\"]; } );", NULL);
    assert_int_equal(sim_scenario_count(scenario, NULL, "teams.Noord-Zuid.vormen"), 1);
    sim_scenario_destroy(scenario);
}

static void test_merge_value_replaces_the_provenance_of_the_old_one(void **state)
{
    (void)state;
    assert_view(BASIS, NULL, "groei",
                "0.03|telling|aanname|0.01|0.05|driehoek|basis.cfg:9");
    assert_view(BASIS "groei = 0.5;", NULL, "groei", "0.5||||||example.cfg:2");
    assert_view(BASIS "\ngroei = { waarde = 0.5; bron = \"x\"; };", NULL, "groei",
                "0.5|x|||||example.cfg:3");
    assert_view(BASIS, "groei=0.5", "groei", "0.5||||||--set:1");
}

static void test_merge_provenance_alone_is_laid_beside_the_old_value(void **state)
{
    (void)state;
    assert_view(BASIS "groei = { laag = 0.02; status = \"bron\"; };", NULL, "groei",
                "0.03|telling|bron|0.02|0.05|driehoek|basis.cfg:9");
    assert_view(BASIS "norm = { dagen = { laag = 7; hoog = 21; }; };", NULL,
                "norm.dagen", "14|||7|21||basis.cfg:15");
    assert_view(BASIS "vormen = ( { naam = \"middel\"; duur = { bron = \"x\"; }; } );",
                NULL, "vormen.middel.duur",
                "{ vorm = \"lognormaal\"; gemiddelde = 180.0; vc = 1.2; }|x|||||"
                "basis.cfg:26");
}

static void test_merge_field_of_a_distribution_changes_that_field_only(void **state)
{
    (void)state;
    assert_view(BASIS "vormen = ( { naam = \"middel\"; duur = { vc = 0.5; }; } );",
                NULL, "vormen.middel.duur",
                "{ vorm = \"lognormaal\"; gemiddelde = 180.0; vc = 0.5; }||||||"
                "example.cfg:2");
}

static void test_merge_changed_field_drops_the_provenance_of_the_old_value(void **state)
{
    (void)state;
    assert_view(BASIS, "vormen.zwaar.duur.kansen=[0.5, 0.5]", "vormen.zwaar.duur",
                "{ vorm = \"hyperexponentieel\"; kansen = [0.5, 0.5]; gemiddelden = "
                "[90.0, 700.0]; }||||||--set:1");
}

static void test_merge_form_replaces_the_whole_distribution(void **state)
{
    (void)state;
    assert_view(BASIS "vormen = ( { naam = \"middel\";\n"
                      "  duur = { vorm = \"vast\"; gemiddelde = 3; }; } );",
                NULL, "vormen.middel.duur",
                "{ vorm = \"vast\"; gemiddelde = 3; }||||||example.cfg:3");
}

static void test_merge_does_not_inherit_the_name_of_the_basis(void **state)
{
    (void)state;
    struct sim_scenario *scenario = example_load(BASIS, NULL);
    assert_string_equal(sim_scenario_name(scenario), "example");
    assert_string_equal(sim_scenario_title(scenario), "example");
    assert_false(sim_scenario_has(scenario, NULL, "toelichting"));
    sim_scenario_destroy(scenario);
}

static void test_merge_checks_only_what_is_left(void **state)
{
    (void)state;
    /* The layer below is wrong where this one replaces it. */
    struct sim_scenario *scenario = example_load(
        "basis = \"../bad/out_of_range.cfg\"; groei = 0.1; budget = 1;\n"
        "norm = { dagen = 7; }; kosten = { vast = 1; saldo = 0; }; opmerking = \"\";\n"
        "gebieden = ( { naam = \"West\"; vraagfactor = 1; } );\n"
        "start = \"2027-01-01\"; volgorde = \"loting\";",
        NULL);
    assert_int_equal(sim_scenario_file_count(scenario), 3);
    assert_string_equal(sim_scenario_file(scenario, 0).path,
                        "../bad/../good/basis.cfg");
    assert_string_equal(sim_scenario_file(scenario, 1).path, "../bad/out_of_range.cfg");
    assert_string_equal(sim_scenario_file(scenario, 2).path, "example.cfg");
    sim_scenario_destroy(scenario);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_merge_keeps_keys_of_a_group_that_the_layer_leaves_out),
        cmocka_unit_test(test_merge_finds_entries_by_name_and_adds_new_ones_at_the_end),
        cmocka_unit_test(test_merge_takes_a_name_with_provenance_for_a_name),
        cmocka_unit_test(test_merge_replaces_arrays_whole),
        cmocka_unit_test(test_merge_value_replaces_the_provenance_of_the_old_one),
        cmocka_unit_test(test_merge_provenance_alone_is_laid_beside_the_old_value),
        cmocka_unit_test(test_merge_field_of_a_distribution_changes_that_field_only),
        cmocka_unit_test(
            test_merge_changed_field_drops_the_provenance_of_the_old_value),
        cmocka_unit_test(test_merge_form_replaces_the_whole_distribution),
        cmocka_unit_test(test_merge_does_not_inherit_the_name_of_the_basis),
        cmocka_unit_test(test_merge_checks_only_what_is_left),
    };
    gsl_set_error_handler_off();
    if (chdir(TEST_SOURCE_DIR "/tests/scenario/good") != 0) {
        return EXIT_FAILURE;
    }
    return cmocka_run_group_tests_name("merge", tests, NULL, NULL);
}
