/* tests/sim/scenario/test_set.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/sim/scenario/example.h"

#include <gsl/gsl_errno.h>
#include <unistd.h>

#define BASIS "basis = \"basis.cfg\";\n"

static void assert_fault(const char *setting, const char *expected)
{
    example_assert_faults(BASIS, setting, expected);
}

static void test_set_reaches_entries_by_names_with_spaces(void **state)
{
    (void)state;
    struct sim_scenario *scenario =
        example_load(BASIS, "gebieden.Leidsche Rijn.vraagfactor = 2.385");
    assert_true(sim_scenario_real(scenario, NULL,
                                  "gebieden.Leidsche Rijn.vraagfactor") == 2.385);
    sim_scenario_destroy(scenario);
}

static void test_set_changes_one_field_of_a_distribution(void **state)
{
    (void)state;
    struct sim_scenario *scenario =
        example_load(BASIS, "vormen.middel.duur.gemiddelde=360");
    struct sim_dist dist;
    sim_scenario_dist(scenario, NULL, "vormen.middel.duur", &dist);
    assert_int_equal(dist.kind, SIM_DIST_LOGNORMAL);
    assert_true(dist.mean == 360.0);
    sim_scenario_destroy(scenario);
}

static void test_set_looks_through_value_with_provenance(void **state)
{
    (void)state;
    struct sim_scenario *scenario =
        example_load(BASIS, "gebieden.Leidsche Rijn.bevolking.waarden=[1.0,2.0,4.0]");
    struct sim_series series;
    sim_scenario_series(scenario, NULL, "gebieden.Leidsche Rijn.bevolking", &series);
    assert_int_equal(series.count, 3);
    assert_true(series.year[2] == 2040.0 && series.value[2] == 4.0);
    sim_scenario_destroy(scenario);
    scenario = example_load(BASIS, "vormen.zwaar.duur.waarde.kansen=[0.5,0.5]");
    sim_scenario_destroy(scenario);
}

static void test_set_value_key_is_the_value_itself(void **state)
{
    (void)state;
    struct sim_scenario *scenario = example_load(BASIS, "groei.waarde=0.75");
    assert_true(sim_scenario_real(scenario, NULL, "groei") == 0.75);
    sim_scenario_destroy(scenario);
}

static void test_set_takes_whole_groups(void **state)
{
    (void)state;
    struct sim_scenario *scenario = example_load(
        BASIS, "vormen.licht.duur={vorm=\"gamma\"; gemiddelde=30; vc=0.5}");
    struct sim_dist dist;
    sim_scenario_dist(scenario, NULL, "vormen.licht.duur", &dist);
    assert_int_equal(dist.kind, SIM_DIST_GAMMA);
    sim_scenario_destroy(scenario);
}

static void test_set_fills_in_what_was_left_out(void **state)
{
    (void)state;
    struct sim_scenario *scenario = example_load(BASIS, "kosten.vast=12");
    assert_true(sim_scenario_real(scenario, NULL, "kosten.vast") == 12.0);
    sim_scenario_destroy(scenario);
}

static void test_set_text_needs_no_quotes(void **state)
{
    (void)state;
    static const struct {
        const char *setting, *title;
    } rows[] = {
        {"titel=Groei van 3%; \"half\"", "Groei van 3%; \"half\""},
        {"titel=\"met \\\"quotes\\\"\"", "met \"quotes\""},
        {"titel=  10,5 = veel  ", "10,5 = veel"},
        {"titel=true", "true"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct sim_scenario *scenario = example_load(BASIS, rows[i].setting);
        assert_string_equal(sim_scenario_title(scenario), rows[i].title);
        sim_scenario_destroy(scenario);
    }
}

static void test_set_changes_provenance_only(void **state)
{
    (void)state;
    struct sim_scenario *scenario = example_load(BASIS, "groei.bron=eigen telling");
    assert_true(sim_scenario_real(scenario, NULL, "groei") == 0.03);
    sim_scenario_destroy(scenario);
    assert_fault("groei.laag=0.04",
                 "--set:1: 'groei.laag' is 0.04 en dus hoger dan de waarde 0.03\n");
}

static void test_set_takes_yes_and_no_in_two_languages(void **state)
{
    (void)state;
    static const struct {
        const char *setting;
        bool value;
    } rows[] = {{"gedeeld=ja", true},
                {"gedeeld=nee", false},
                {"gedeeld=true", true},
                {"gedeeld=False", false}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct sim_scenario *scenario = example_load(BASIS, rows[i].setting);
        assert_int_equal(sim_scenario_boolean(scenario, NULL, "gedeeld"),
                         rows[i].value);
        sim_scenario_destroy(scenario);
    }
}

static void test_set_later_setting_wins(void **state)
{
    (void)state;
    const char *settings[] = {"groei=0.25", "norm.dagen=7", "groei=0.5"};
    struct sim_faults faults = {0};
    struct sim_scenario *scenario = NULL;
    assert_int_equal(sim_scenario_load(&scenario, &EXAMPLE_REGISTRY, "basis.cfg",
                                       settings, 3, &faults),
                     SIM_OK);
    assert_true(sim_scenario_real(scenario, NULL, "groei") == 0.5);
    assert_int_equal(sim_scenario_integer(scenario, NULL, "norm.dagen"), 7);
    sim_scenario_destroy(scenario);
}

static void test_set_names_the_nearest_path(void **state)
{
    (void)state;
    assert_fault("groi=1", "--set:1: 'groi' bestaat niet; bedoelde u 'groei'?\n");
    assert_fault("gebieden.West.vraagfaktor=1",
                 "--set:1: 'gebieden.West.vraagfaktor' bestaat niet; bedoelde u "
                 "'vraagfactor'?\n");
    assert_fault("gebieden.Wset.vraagfactor=1",
                 "--set:1: 'gebieden.Wset.vraagfactor' bestaat niet, want 'Wset' is "
                 "onbekend; bedoelde u 'West'?\n");
    assert_fault("vormen.middel.duur.gemidelde=1",
                 "--set:1: 'vormen.middel.duur.gemidelde' bestaat niet; bedoelde u "
                 "'gemiddelde'?\n");
    assert_fault("groei.waarde.meer=1",
                 "--set:1: 'groei.waarde.meer' bestaat niet; kies uit waarde, eenheid, "
                 "bron, status, laag, hoog, verdeling, peildatum, toelichting\n");
    assert_fault("groei.bron.x=1", "--set:1: 'groei.bron.x' bestaat niet, want 'bron' "
                                   "heeft geen onderdelen\n");
    assert_fault("uren=1",
                 "--set:1: 'uren' bestaat niet; wel bestaat 'teams.*.leden.*.uren'\n");
}

static void test_set_needs_a_path_to_one_value(void **state)
{
    (void)state;
    assert_fault("norm=3", "--set:1: 'norm' is een groep; noem een waarde daarin\n");
    assert_fault("gebieden.West=3",
                 "--set:1: 'gebieden.West' is een groep; noem een waarde daarin\n");
    assert_fault("gebieden=()",
                 "--set:1: 'gebieden' is een lijst; noem een onderdeel en "
                 "een waarde: gebieden.<naam>.<waarde>\n");
    assert_fault("groei", "--set:1: 'groei' is geen pad=waarde\n");
    assert_fault("=5", "--set:1: '=5' is geen pad=waarde\n");
    assert_fault("groei=", "--set:1: 'groei' krijgt geen waarde\n");
    assert_fault("groei=1;budget=3", "--set:1: '1;budget=3' is meer dan één waarde\n");
}

static void test_set_explains_values_of_the_wrong_kind(void **state)
{
    (void)state;
    assert_fault("groei=0,5", "--set:1: '0,5' is geen getal; schrijf een punt: 0.5\n");
    assert_fault("budget=3000000000", "--set:1: 3000000000 is te groot voor een geheel "
                                      "getal; schrijf 3000000000L\n");
    assert_fault("groei=veel",
                 "--set:1: 'groei' is de tekst \"veel\"; verwacht een getal\n");
    assert_fault("norm.dagen=3.0",
                 "--set:1: 'norm.dagen' is 3.0; verwacht een geheel getal\n");
    assert_fault("gedeeld=misschien", "--set:1: 'gedeeld' is de tekst \"misschien\"; "
                                      "verwacht true of false\n");
    assert_fault("groei=1.5",
                 "--set:1: 'groei' is 1.5 per jaar; toegestaan is 0 tot 1\n");
    assert_fault("groei=@include \"x\"",
                 "--set:1: @include kan niet; noem het andere bestand met basis = "
                 "\"...\"\n");
}

static void test_set_cannot_rename_entries_or_change_the_basis(void **state)
{
    (void)state;
    assert_fault("basis=x.cfg", "--set:1: 'basis' kan alleen in een bestand staan\n");
    assert_fault("gebieden.West.naam=Oost",
                 "--set:1: 'gebieden.West.naam' is de naam waarmee een onderdeel wordt "
                 "aangewezen; die verandert alleen in een bestand\n");
}

static void test_set_refuses_control_characters(void **state)
{
    (void)state;
    assert_fault("titel=a\nb", "--set:1: 'titel=a?b' bevat een stuurteken of ongeldige "
                               "UTF-8\n");
    assert_fault("titel=\xff", "--set:1: 'titel=?' bevat een stuurteken of ongeldige "
                               "UTF-8\n");
}

static void test_set_faults_carry_the_number_of_the_setting(void **state)
{
    (void)state;
    const char *settings[] = {"groei=0.25", "groi=1", "norm.dagen=0"};
    struct sim_faults faults = {0};
    struct sim_scenario *scenario = NULL;
    assert_int_equal(sim_scenario_load(&scenario, &EXAMPLE_REGISTRY, "basis.cfg",
                                       settings, 3, &faults),
                     SIM_ERR_INPUT);
    char *found = example_printed(&faults);
    assert_string_equal(found,
                        "--set:2: 'groi' bestaat niet; bedoelde u 'groei'?\n"
                        "--set:3: 'norm.dagen' is 0 dagen; toegestaan is 1 tot 365\n");
    free(found);
    sim_faults_free(&faults);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_set_reaches_entries_by_names_with_spaces),
        cmocka_unit_test(test_set_changes_one_field_of_a_distribution),
        cmocka_unit_test(test_set_looks_through_value_with_provenance),
        cmocka_unit_test(test_set_value_key_is_the_value_itself),
        cmocka_unit_test(test_set_takes_whole_groups),
        cmocka_unit_test(test_set_fills_in_what_was_left_out),
        cmocka_unit_test(test_set_text_needs_no_quotes),
        cmocka_unit_test(test_set_changes_provenance_only),
        cmocka_unit_test(test_set_takes_yes_and_no_in_two_languages),
        cmocka_unit_test(test_set_later_setting_wins),
        cmocka_unit_test(test_set_names_the_nearest_path),
        cmocka_unit_test(test_set_needs_a_path_to_one_value),
        cmocka_unit_test(test_set_explains_values_of_the_wrong_kind),
        cmocka_unit_test(test_set_cannot_rename_entries_or_change_the_basis),
        cmocka_unit_test(test_set_refuses_control_characters),
        cmocka_unit_test(test_set_faults_carry_the_number_of_the_setting),
    };
    gsl_set_error_handler_off();
    if (chdir(TEST_SOURCE_DIR "/tests/scenario/good") != 0) {
        return EXIT_FAILURE;
    }
    return cmocka_run_group_tests_name("set", tests, NULL, NULL);
}
