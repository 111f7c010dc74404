/* tests/sim/scenario/test_bad_files.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <gsl/gsl_errno.h>

#include "tests/sim/scenario/example.h"

/* Every tests/scenario/bad/X.cfg is one test: loading it must fail with exactly the
 * lines of X.expected. The tests run in that folder, so files go by their base name. */

#define FILE_MAX 200

static char *read_whole(const char *path)
{
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    char *text = calloc(1, 100000);
    assert_non_null(text);
    size_t count = fread(text, 1, 99999, file);
    assert_true(count < 99999);
    fclose(file);
    return text;
}

static void test_bad_file_gives_exactly_its_expected_faults(void **state)
{
    const char *file = *state;
    char expected_path[300];
    snprintf(expected_path, sizeof expected_path, "%.*s.expected",
             (int)(strlen(file) - strlen(".cfg")), file);
    char *expected = read_whole(expected_path);
    struct sim_faults faults = {0};
    struct sim_scenario *scenario = NULL;

    enum sim_status status =
        sim_scenario_load(&scenario, &EXAMPLE_REGISTRY, file, NULL, 0, &faults);

    char *found = example_printed(&faults);
    assert_string_equal(found, expected);
    assert_true(status == SIM_ERR_INPUT || status == SIM_ERR_NO_INPUT);
    assert_null(scenario);
    sim_faults_free(&faults);
    free(found);
    free(expected);
}

static int is_scenario(const struct dirent *entry)
{
    const char *dot = strrchr(entry->d_name, '.');
    return dot != NULL && strcmp(dot, ".cfg") == 0;
}

int main(void)
{
    gsl_set_error_handler_off();
    if (chdir(TEST_SOURCE_DIR "/tests/scenario/bad") != 0) {
        return EXIT_FAILURE;
    }
    struct dirent **entries = NULL;
    int count = scandir(".", &entries, is_scenario, alphasort);
    if (count <= 0 || count > FILE_MAX) {
        return EXIT_FAILURE;
    }
    struct CMUnitTest tests[FILE_MAX];
    for (int i = 0; i < count; i++) {
        tests[i] = (struct CMUnitTest){
            .name = entries[i]->d_name,
            .test_func = test_bad_file_gives_exactly_its_expected_faults,
            .initial_state = entries[i]->d_name};
    }
    int failed = _cmocka_run_group_tests("bad_files", tests, (size_t)count, NULL, NULL);
    for (int i = 0; i < count; i++) {
        free(entries[i]);
    }
    free(entries);
    return failed;
}
