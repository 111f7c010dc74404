/* tests/sim/scenario/test_write.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/sim/scenario/example.h"

#include <dirent.h>
#include <gsl/gsl_errno.h>
#include <unistd.h>

#include "sim/scenario/digest.h"

static char *written(const struct sim_scenario *scenario, bool with_origin)
{
    char *text = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&text, &length);
    assert_non_null(out);
    assert_int_equal(sim_scenario_write(scenario, out, with_origin), SIM_OK);
    fclose(out);
    return text;
}

static void assert_round_trip(const char *path, bool with_origin)
{
    struct sim_faults faults = {0};
    struct sim_scenario *scenario = NULL;
    assert_int_equal(
        sim_scenario_load(&scenario, &EXAMPLE_REGISTRY, path, NULL, 0, &faults),
        SIM_OK);
    char *text = written(scenario, with_origin);
    struct sim_scenario *again = example_load(text, NULL);
    assert_string_equal(sim_scenario_digest(again), sim_scenario_digest(scenario));
    assert_string_equal(sim_scenario_name(again), sim_scenario_name(scenario));
    assert_string_equal(sim_scenario_title(again), sim_scenario_title(scenario));
    /* Provenance is not in the digest, but it is in the text. */
    char *text_again = written(again, false);
    char *plain = written(scenario, false);
    assert_string_equal(text_again, plain);
    free(text);
    free(text_again);
    free(plain);
    sim_scenario_destroy(again);
    sim_scenario_destroy(scenario);
}

static void test_write_every_good_file_reads_back_as_the_same_scenario(void **state)
{
    (void)state;
    DIR *folder = opendir(".");
    assert_non_null(folder);
    int count = 0;
    for (const struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        const char *dot = strrchr(entry->d_name, '.');
        if (dot != NULL && strcmp(dot, ".cfg") == 0) {
            assert_round_trip(entry->d_name, false);
            assert_round_trip(entry->d_name, true);
            count++;
        }
    }
    closedir(folder);
    assert_true(count >= 5);
}

static void test_write_gives_each_value_its_origin(void **state)
{
    (void)state;
    struct sim_scenario *scenario =
        example_load("basis = \"basis.cfg\";\n\ngroei = 0.5;", "norm.dagen=7");
    char *text = written(scenario, true);
    assert_ptr_equal(strstr(text, "naam = \"example\"; // example.cfg\n"), text);
    assert_non_null(strstr(text, "\nbudget = 28700000000L; // basis.cfg:12\n"));
    assert_non_null(strstr(text, "\ngroei = 0.5; // example.cfg:3\n"));
    assert_non_null(strstr(text, "  dagen = 7; // --set:1\n"));
    assert_null(strstr(text, "basis ="));
    free(text);
    sim_scenario_destroy(scenario);
}

static void test_write_keeps_a_strange_file_name_inside_its_comment(void **state)
{
    (void)state;
    struct sim_faults faults = {0};
    struct sim_scenario *scenario = NULL;
    const char *name = "a\nbudget = 9;\xff.cfg";
    assert_int_equal(sim_scenario_load_text(&scenario, &EXAMPLE_REGISTRY, name,
                                            EXAMPLE_TOP, strlen(EXAMPLE_TOP), NULL, 0,
                                            &faults),
                     SIM_OK);
    char *text = written(scenario, true);
    struct sim_scenario *again = example_load(text, NULL);
    assert_string_equal(sim_scenario_digest(again), sim_scenario_digest(scenario));
    assert_string_equal(sim_scenario_name(scenario), "scenario");
    free(text);
    sim_scenario_destroy(again);
    sim_scenario_destroy(scenario);
}

static void test_write_reports_a_full_disk(void **state)
{
    (void)state;
    FILE *full = fopen("/dev/full", "w");
    if (full == NULL) {
        skip();
    }
    struct sim_scenario *scenario = example_load(EXAMPLE_TOP, NULL);
    assert_int_equal(sim_scenario_write(scenario, full, false), SIM_ERR_IO);
    fclose(full);
    sim_scenario_destroy(scenario);
}

static void digest_of(const char *text, const char *setting,
                      char digest[SIM_DIGEST_SIZE])
{
    struct sim_scenario *scenario = example_load(text, setting);
    strcpy(digest, sim_scenario_digest(scenario));
    sim_scenario_destroy(scenario);
}

static void assert_same_digest(const char *a, const char *b)
{
    char digest_a[SIM_DIGEST_SIZE];
    char digest_b[SIM_DIGEST_SIZE];
    digest_of(a, NULL, digest_a);
    digest_of(b, NULL, digest_b);
    assert_string_equal(digest_a, digest_b);
}

static void assert_other_digest(const char *a, const char *b)
{
    char digest_a[SIM_DIGEST_SIZE];
    char digest_b[SIM_DIGEST_SIZE];
    digest_of(a, NULL, digest_a);
    digest_of(b, NULL, digest_b);
    assert_string_not_equal(digest_a, digest_b);
}

#define AREA_1 "{ naam = \"a\"; vraagfactor = 1.0; bevolking = 5; }"
#define AREA_2 "{ naam = \"b\"; vraagfactor = 2.5; bevolking = 6; }"

static void test_digest_does_not_depend_on_how_values_are_written(void **state)
{
    (void)state;
    const char *plain = EXAMPLE_TOP "gebieden = (" AREA_1 "," AREA_2 ");";
    assert_same_digest(plain, "# commentaar\ngebieden = (" AREA_1 ",\n" AREA_2
                              ");\n" EXAMPLE_TOP);
    assert_same_digest(
        plain,
        EXAMPLE_TOP "gebieden = ( { bevolking = { waarden = [5.0]; jaren = [1999]; };\n"
                    "  vraagfactor = { waarde = 1; bron = \"x\"; laag = 0.5; };\n"
                    "  titel = \"A\"; naam = \"a\"; }," AREA_2 ");\n"
                    "naam = \"anders\"; titel = \"Anders\"; toelichting = \"x\";\n"
                    "bronnen = ( { naam = \"x\"; titel = \"y\"; } );");
    assert_same_digest(EXAMPLE_TOP "vormen = ( { naam = \"v\"; duur = 5; } );",
                       EXAMPLE_TOP
                       "vormen = ( { naam = \"v\"; duur = { vorm = \"vast\";"
                       "gemiddelde = 5.0; }; } );");
    assert_same_digest(EXAMPLE_TOP, EXAMPLE_TOP "gebieden = (); kosten = {};");
    assert_same_digest(EXAMPLE_TOP "kosten = { vast = 0; };",
                       EXAMPLE_TOP "kosten = { vast = -0.0; };");
}

static void test_digest_does_not_depend_on_layers(void **state)
{
    (void)state;
    char below[SIM_DIGEST_SIZE];
    char set[SIM_DIGEST_SIZE];
    digest_of("basis = \"basis.cfg\"; groei = 0.5;", NULL, below);
    digest_of("basis = \"basis.cfg\"; groei = 0.25;", "groei=0.5", set);
    assert_string_equal(below, set);
}

static void test_digest_depends_on_every_value_and_on_the_order_of_entries(void **state)
{
    (void)state;
    const char *plain = EXAMPLE_TOP "gebieden = (" AREA_1 "," AREA_2 ");";
    assert_other_digest(plain, EXAMPLE_TOP "gebieden = (" AREA_2 "," AREA_1 ");");
    assert_other_digest(plain, EXAMPLE_TOP "gebieden = (" AREA_1 ");");
    static const char *const settings[] = {
        "start=2027-01-02", "groei=0.25000000000000006", "budget=6",
        "gedeeld=nee",      "volgorde=loting",           "norm.dagen=15",
        "norm.aandeel=0.5", "gebieden.a.vraagfactor=3",  "gebieden.b.bevolking=7",
        "opmerking=x"};
    char digest[SIM_DIGEST_SIZE];
    char changed[SIM_DIGEST_SIZE];
    digest_of(plain, NULL, digest);
    for (size_t i = 0; i < sizeof settings / sizeof settings[0]; i++) {
        digest_of(plain, settings[i], changed);
        assert_string_not_equal(changed, digest);
    }
}

static void test_digest_is_sha256_in_hex(void **state)
{
    (void)state;
    char hex[SIM_DIGEST_SIZE];
    /* FIPS 180-4, the example of one block. */
    assert_int_equal(sim_digest_hex("abc", 3, hex), SIM_OK);
    assert_string_equal(
        hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

static void test_digest_of_a_file_is_of_its_bytes(void **state)
{
    (void)state;
    struct sim_scenario *scenario = example_load(EXAMPLE_TOP, NULL);
    char hex[SIM_DIGEST_SIZE];
    assert_int_equal(sim_digest_hex(EXAMPLE_TOP, strlen(EXAMPLE_TOP), hex), SIM_OK);
    assert_int_equal(sim_scenario_file_count(scenario), 1);
    assert_string_equal(sim_scenario_file(scenario, 0).sha256, hex);
    sim_scenario_destroy(scenario);
}

static void count_visit(void *context, const struct sim_value_view *view)
{
    int *count = context;
    assert_non_null(view->param);
    assert_non_null(view->value);
    (*count)++;
}

static void test_visit_calls_once_for_each_parameter(void **state)
{
    (void)state;
    struct sim_scenario *scenario =
        example_load(EXAMPLE_TOP "gebieden = (" AREA_1 "," AREA_2 ");", NULL);
    int count = 0;
    sim_scenario_visit(scenario, count_visit, &count);
    /* naam, six at the top, and three of each area. */
    assert_int_equal(count, 1 + 6 + 2 * 3);
    sim_scenario_destroy(scenario);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_write_every_good_file_reads_back_as_the_same_scenario),
        cmocka_unit_test(test_write_gives_each_value_its_origin),
        cmocka_unit_test(test_write_keeps_a_strange_file_name_inside_its_comment),
        cmocka_unit_test(test_write_reports_a_full_disk),
        cmocka_unit_test(test_digest_does_not_depend_on_how_values_are_written),
        cmocka_unit_test(test_digest_does_not_depend_on_layers),
        cmocka_unit_test(
            test_digest_depends_on_every_value_and_on_the_order_of_entries),
        cmocka_unit_test(test_digest_is_sha256_in_hex),
        cmocka_unit_test(test_digest_of_a_file_is_of_its_bytes),
        cmocka_unit_test(test_visit_calls_once_for_each_parameter),
    };
    gsl_set_error_handler_off();
    if (chdir(TEST_SOURCE_DIR "/tests/scenario/good") != 0) {
        return EXIT_FAILURE;
    }
    return cmocka_run_group_tests_name("write", tests, NULL, NULL);
}
