/* tests/sim/scenario/test_load.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/sim/scenario/example.h"

#include <gsl/gsl_errno.h>
#include <sys/stat.h>
#include <unistd.h>

/* Files that cannot or should not be kept in the repository: made here, in a folder of
 * their own. */

static char folder[] = "/tmp/wmosim_test_load_XXXXXX";

static int enter_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) != NULL && chdir(folder) == 0 ? 0 : -1;
}

static int leave_folder(void **state)
{
    (void)state;
    return chdir("/") == 0 && rmdir(folder) == 0 ? 0 : -1;
}

static void assert_file_faults(const char *path, enum sim_status expected_status,
                               const char *expected)
{
    struct sim_faults faults = {0};
    struct sim_scenario *scenario = NULL;
    enum sim_status status =
        sim_scenario_load(&scenario, &EXAMPLE_REGISTRY, path, NULL, 0, &faults);
    char *found = example_printed(&faults);
    assert_string_equal(found, expected);
    assert_int_equal(status, expected_status);
    assert_null(scenario);
    free(found);
    sim_faults_free(&faults);
}

static void write_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static void test_load_says_why_a_file_cannot_be_read(void **state)
{
    (void)state;
    assert_file_faults("weg.cfg", SIM_ERR_NO_INPUT,
                       "weg.cfg: dit bestand bestaat niet\n");
    assert_file_faults("/", SIM_ERR_NO_INPUT,
                       "/: dit bestand is een map, geen bestand\n");
    if (geteuid() != 0) {
        write_file("dicht.cfg", EXAMPLE_TOP);
        assert_int_equal(chmod("dicht.cfg", 0), 0);
        assert_file_faults("dicht.cfg", SIM_ERR_NO_INPUT,
                           "dicht.cfg: dit bestand mag niet worden gelezen\n");
        unlink("dicht.cfg");
    }
}

static void test_load_missing_basis_is_missing_input(void **state)
{
    (void)state;
    write_file("a.cfg", "\nbasis = \"map/weg.cfg\";");
    assert_file_faults("a.cfg", SIM_ERR_NO_INPUT,
                       "a.cfg:2: basis 'map/weg.cfg' bestaat niet\n");
    unlink("a.cfg");
}

static void test_load_refuses_a_file_of_100_megabytes(void **state)
{
    (void)state;
    write_file("groot.cfg", "groei = 0.1;");
    assert_int_equal(truncate("groot.cfg", 100L * 1024 * 1024), 0);
    assert_file_faults(
        "groot.cfg", SIM_ERR_INPUT,
        "groot.cfg: dit bestand is te groot voor een scenario; toegestaan "
        "is 4 MB\n");
    unlink("groot.cfg");
}

static void test_load_stops_reading_a_device_that_never_ends(void **state)
{
    (void)state;
    assert_file_faults(
        "/dev/zero", SIM_ERR_INPUT,
        "/dev/zero: dit bestand is te groot voor een scenario; toegestaan "
        "is 4 MB\n");
}

static void test_load_follows_basis_from_the_folder_of_the_file(void **state)
{
    (void)state;
    assert_int_equal(mkdir("map", 0700), 0);
    write_file("map/onder.cfg", EXAMPLE_TOP);
    write_file("map/midden.cfg", "basis = \"onder.cfg\"; groei = 0.5;");
    write_file("boven.cfg", "basis = \"map/midden.cfg\";");
    struct sim_faults faults = {0};
    struct sim_scenario *scenario = NULL;
    assert_int_equal(sim_scenario_load(&scenario, &EXAMPLE_REGISTRY, "./boven.cfg",
                                       NULL, 0, &faults),
                     SIM_OK);
    assert_true(sim_scenario_real(scenario, NULL, "groei") == 0.5);
    assert_int_equal(sim_scenario_file_count(scenario), 3);
    assert_string_equal(sim_scenario_name(scenario), "boven");
    sim_scenario_destroy(scenario);
    unlink("map/onder.cfg");
    unlink("map/midden.cfg");
    unlink("boven.cfg");
    rmdir("map");
}

static void test_load_recognises_a_cycle_through_a_link(void **state)
{
    (void)state;
    write_file("a.cfg", "basis = \"b.cfg\";");
    assert_int_equal(symlink("a.cfg", "b.cfg"), 0);
    assert_file_faults("a.cfg", SIM_ERR_INPUT,
                       "a.cfg:1: basis loopt rond: a.cfg -> b.cfg\n");
    unlink("a.cfg");
    unlink("b.cfg");
}

static void test_load_limits_the_number_of_layers(void **state)
{
    (void)state;
    for (int i = 0; i <= SIM_BASIS_DEPTH_MAX; i++) {
        char path[20];
        char text[60];
        snprintf(path, sizeof path, "%d.cfg", i);
        snprintf(text, sizeof text, "basis = \"%d.cfg\";", i + 1);
        write_file(path, text);
    }
    assert_file_faults("0.cfg", SIM_ERR_INPUT,
                       "15.cfg:1: meer dan 16 bestanden die elkaar als basis noemen\n");
    for (int i = 0; i <= SIM_BASIS_DEPTH_MAX; i++) {
        char path[20];
        snprintf(path, sizeof path, "%d.cfg", i);
        unlink(path);
    }
}

/* [count] times [piece], after [start]; the caller frees it. */
static char *repeated(const char *start, const char *piece, int count)
{
    size_t piece_length = strlen(piece);
    size_t start_length = strlen(start);
    char *text = malloc(start_length + piece_length * (size_t)count + 1);
    assert_non_null(text);
    strcpy(text, start);
    for (int i = 0; i < count; i++) {
        memcpy(text + start_length + piece_length * (size_t)i, piece, piece_length + 1);
    }
    return text;
}

static void assert_repeated_fault(const char *start, const char *piece, int count,
                                  const char *expected)
{
    char *text = repeated(start, piece, count);
    example_assert_faults(text, NULL, expected);
    free(text);
}

static void test_load_survives_thousands_of_brackets(void **state)
{
    (void)state;
    assert_repeated_fault("x = ", "{a=", 100000,
                          "example.cfg:1: meer dan 32 haakjes diep\n");
    assert_repeated_fault("x = ", "(", 100000,
                          "example.cfg:1: meer dan 32 haakjes diep\n");
}

static void test_load_limits_the_number_of_values(void **state)
{
    (void)state;
    assert_repeated_fault(
        "x = [1", ",1", 1000000,
        "example.cfg:1: meer dan 5000 waarden tussen dezelfde haakjes\n");
    assert_repeated_fault(
        "", "groei = 1;\n", 100000,
        "example.cfg:301: meer dan 300 waarden tussen dezelfde haakjes\n");
    assert_repeated_fault(
        "x = (1",
        ",(1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,"
        "27,28,29,30,31,32,33,34,35,36,37,38,39,40,41,42,43,44,45,46,47,48,49)",
        4900, "example.cfg:1: meer dan 200000 waarden in een bestand\n");
}

static void test_load_takes_names_and_texts_of_any_length(void **state)
{
    (void)state;
    struct sim_faults faults = {0};
    struct sim_scenario *scenario = NULL;
    char *text = repeated("a", "a", 1000000);
    strcpy(text + 500000, " = 5;");
    assert_int_equal(sim_scenario_load_text(&scenario, &EXAMPLE_REGISTRY, "a.cfg", text,
                                            strlen(text), NULL, 0, &faults),
                     SIM_ERR_INPUT);
    for (int i = 0; i < faults.count; i++) {
        assert_true(strlen(faults.items[i].text) < 1000);
    }
    sim_faults_free(&faults);
    free(text);
}

static void test_load_takes_a_thousand_entries(void **state)
{
    (void)state;
    char *text = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&text, &length);
    fputs(EXAMPLE_TOP "gebieden = (", out);
    for (int i = 0; i < 1000; i++) {
        fprintf(out, "%s{ naam = \"gebied %d\"; vraagfactor = 1.0; bevolking = %d; }",
                i > 0 ? ",\n" : "", i, i);
    }
    fputs(");", out);
    fclose(out);
    struct sim_scenario *scenario =
        example_load(text, "gebieden.gebied 999.vraagfactor=3");
    assert_int_equal(sim_scenario_count(scenario, NULL, "gebieden"), 1000);
    assert_int_equal(sim_scenario_index(scenario, NULL, "gebieden", "gebied 999"), 999);
    sim_scenario_destroy(scenario);
    free(text);
}

static void test_load_same_fault_twice_in_one_list_still_fails(void **state)
{
    (void)state;
    struct sim_faults faults = {0};
    for (int i = 0; i < 2; i++) {
        struct sim_scenario *scenario = NULL;
        enum sim_status status = sim_scenario_load_text(
            &scenario, &EXAMPLE_REGISTRY, "a.cfg", EXAMPLE_TOP "groi = 1;",
            strlen(EXAMPLE_TOP "groi = 1;"), NULL, 0, &faults);
        assert_int_equal(status, SIM_ERR_INPUT);
        assert_null(scenario);
    }
    assert_int_equal(faults.count, 1);
    sim_faults_free(&faults);
}

static void test_load_name_from_a_long_file_name_fits_a_name(void **state)
{
    (void)state;
    char path[301];
    memset(path, 'x', 300);
    strcpy(path + 296, ".cfg");
    struct sim_faults faults = {0};
    struct sim_scenario *scenario = NULL;
    assert_int_equal(sim_scenario_load_text(&scenario, &EXAMPLE_REGISTRY, path,
                                            EXAMPLE_TOP, strlen(EXAMPLE_TOP), NULL, 0,
                                            &faults),
                     SIM_OK);
    assert_int_equal(strlen(sim_scenario_name(scenario)), 80);
    sim_scenario_destroy(scenario);
}

static void test_load_optional_number_left_out_is_what_the_caller_says(void **state)
{
    (void)state;
    struct sim_scenario *without = example_load(EXAMPLE_TOP, NULL);
    struct sim_scenario *with =
        example_load(EXAMPLE_TOP "kosten = { vast = 3.5; };", NULL);
    assert_true(sim_scenario_real_or(without, NULL, "kosten.vast", 7.5) == 7.5);
    assert_true(sim_scenario_real_or(with, NULL, "kosten.vast", 7.5) == 3.5);
    assert_int_equal(sim_scenario_integer_or(with, NULL, "norm.dagen", 7), 14);
    sim_scenario_destroy(without);
    sim_scenario_destroy(with);
}

static void test_load_destroys_null(void **state)
{
    (void)state;
    sim_scenario_destroy(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_load_says_why_a_file_cannot_be_read),
        cmocka_unit_test(test_load_missing_basis_is_missing_input),
        cmocka_unit_test(test_load_refuses_a_file_of_100_megabytes),
        cmocka_unit_test(test_load_stops_reading_a_device_that_never_ends),
        cmocka_unit_test(test_load_follows_basis_from_the_folder_of_the_file),
        cmocka_unit_test(test_load_recognises_a_cycle_through_a_link),
        cmocka_unit_test(test_load_limits_the_number_of_layers),
        cmocka_unit_test(test_load_survives_thousands_of_brackets),
        cmocka_unit_test(test_load_limits_the_number_of_values),
        cmocka_unit_test(test_load_takes_names_and_texts_of_any_length),
        cmocka_unit_test(test_load_takes_a_thousand_entries),
        cmocka_unit_test(test_load_same_fault_twice_in_one_list_still_fails),
        cmocka_unit_test(test_load_name_from_a_long_file_name_fits_a_name),
        cmocka_unit_test(test_load_optional_number_left_out_is_what_the_caller_says),
        cmocka_unit_test(test_load_destroys_null),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("load", tests, enter_folder, leave_folder);
}
