/* tests/architecture/test_architecture.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <glob.h>
#include <regex.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

/* Paths are relative to the root of the project, see main. The build takes sources
 * from no deeper than this either. */
#define SIM_FILES "sim/{,*/}*.[ch]"
#define MODEL_FILES "models/{,*/}*.[ch]"
#define OWN_FILES "{sim,models}/{,*/}*.[ch]"
#define ALL_FILES "{sim,models,tests}/{,*/,*/*/,*/*/*/}*.[ch]"
#define ALL_HEADERS "{sim,models,tests}/{,*/,*/*/,*/*/*/}*.h"

#define INCLUDE(header) "^[[:space:]]*#[[:space:]]*include[[:space:]]*[<\"]" header
#define CALL(function) "(^|[^[:alnum:]_])" function "[[:space:]]*\\("

/* Fails when there are no such files: a check of nothing would always pass. */
static glob_t find_files(const char *pattern)
{
    glob_t found = {0};
    assert_int_equal(glob(pattern, GLOB_BRACE, NULL, &found), 0);
    return found;
}

static regex_t compile(const char *expression)
{
    regex_t regex;
    assert_int_equal(regcomp(&regex, expression, REG_EXTENDED | REG_ICASE | REG_NOSUB),
                     0);
    return regex;
}

static int count_matching_lines(const char *path, const regex_t *regex)
{
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    char *line = NULL;
    size_t capacity = 0;
    int count = 0;
    for (int number = 1; getline(&line, &capacity, file) >= 0; number++) {
        if (regexec(regex, line, 0, NULL, 0) == 0) {
            print_message("%s:%d: %s", path, number, line);
            count++;
        }
    }
    free(line);
    fclose(file);
    return count;
}

/* In [files], lines that match [forbidden] stand only in paths that match [allowed]. */
static void assert_only_in(const char *files, const char *forbidden,
                           const char *allowed)
{
    regex_t forbidden_regex = compile(forbidden);
    regex_t allowed_regex = compile(allowed);
    glob_t found = find_files(files);
    int count = 0;
    for (size_t i = 0; i < found.gl_pathc; i++) {
        if (regexec(&allowed_regex, found.gl_pathv[i], 0, NULL, 0) != 0) {
            count += count_matching_lines(found.gl_pathv[i], &forbidden_regex);
        }
    }
    globfree(&found);
    regfree(&allowed_regex);
    regfree(&forbidden_regex);
    assert_int_equal(count, 0);
}

#define NOWHERE "^$"

static void test_sim_speaks_no_care(void **state)
{
    (void)state;
    assert_only_in(SIM_FILES, "wijk|inwoner|buurtteam|zorgvorm|wachttijd|aanbieder|wmo",
                   NOWHERE);
}

static void test_sim_includes_no_model(void **state)
{
    (void)state;
    assert_only_in(SIM_FILES, INCLUDE("([^>\"]*/)?models/"), NOWHERE);
}

static void test_main_is_the_only_program(void **state)
{
    (void)state;
    assert_only_in(OWN_FILES, CALL("main"), "^models/main\\.c$");
}

static void test_only_main_and_cli_end_the_process(void **state)
{
    (void)state;
    assert_only_in(OWN_FILES, CALL("(exit|_exit|quick_exit)"),
                   "^(models/main\\.c|sim/cli/.*)$");
    assert_only_in(OWN_FILES, CALL("(abort|longjmp)"), NOWHERE);
}

static void test_libraries_stay_where_they_belong(void **state)
{
    (void)state;
    assert_only_in(OWN_FILES, INCLUDE("libconfig"), "^sim/scenario/layer\\.c$");
    assert_only_in(OWN_FILES, INCLUDE("sqlite3"), "^sim/store/");
    assert_only_in(OWN_FILES, INCLUDE("jansson"), "^sim/store/");
    assert_only_in(OWN_FILES, INCLUDE("openssl/"), "^sim/scenario/digest\\.c$");
    assert_only_in(OWN_FILES, INCLUDE("Random123/"), "^sim/engine/stream\\.c$");
}

static void test_sources_begin_with_their_path_and_licence(void **state)
{
    (void)state;
    glob_t found = find_files(ALL_FILES);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        char expected[512];
        char line[512] = "";
        int length = snprintf(expected, sizeof expected,
                              "/* %s - SPDX-License-Identifier: GPL-3.0-or-later",
                              found.gl_pathv[i]);
        FILE *file = fopen(found.gl_pathv[i], "r");
        assert_non_null(file);
        assert_non_null(fgets(line, sizeof line, file));
        fclose(file);
        line[length] = '\0';
        assert_string_equal(line, expected);
    }
    globfree(&found);
}

static void test_headers_compile_on_their_own(void **state)
{
    (void)state;
    glob_t found = find_files(ALL_HEADERS);
    int failure_count = 0;
    for (size_t i = 0; i < found.gl_pathc; i++) {
        char command[1024];
        snprintf(command, sizeof command,
                 "'%s' -std=c11 -D_POSIX_C_SOURCE=200809L -D_DEFAULT_SOURCE -I. "
                 "-fsyntax-only -Werror -x c '%s'",
                 TEST_C_COMPILER, found.gl_pathv[i]);
        failure_count += system(command) != 0;
    }
    globfree(&found);
    assert_int_equal(failure_count, 0);
}

/* Tables are written in capitals; names that begin with two underscores are the
 * compiler's own. */
static void assert_symbols_begin_with(const char *library, const char *prefix)
{
    char command[1024];
    char line[1024];
    int symbol_count = 0;
    int offence_count = 0;
    snprintf(command, sizeof command, "cd '%s' && '%s' -P -g --defined-only %s",
             TEST_BINARY_DIR, TEST_NM, library);
    FILE *pipe = popen(command, "r");
    assert_non_null(pipe);
    while (fgets(line, sizeof line, pipe) != NULL) {
        char name[512];
        char kind[2];
        if (sscanf(line, "%511s %1s", name, kind) != 2) {
            continue; /* the name of the object that follows */
        }
        if (strcmp(name, "__gnu_lto_slim") == 0) {
            pclose(pipe);
            print_message("nm cannot read objects of link-time optimisation\n");
            skip();
        }
        symbol_count++;
        if (strncasecmp(name, prefix, strlen(prefix)) != 0 &&
            strncmp(name, "__", 2) != 0) {
            print_message("%s exports %s\n", library, name);
            offence_count++;
        }
    }
    assert_int_equal(pclose(pipe), 0);
    assert_int_not_equal(symbol_count, 0);
    assert_int_equal(offence_count, 0);
}

static void test_sim_exports_only_sim_symbols(void **state)
{
    (void)state;
    assert_symbols_begin_with("libwmosim_sim.a", "sim_");
}

static void test_models_export_only_wmo_symbols(void **state)
{
    (void)state;
    assert_symbols_begin_with("libwmosim_models.a", "wmo_");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sim_speaks_no_care),
        cmocka_unit_test(test_sim_includes_no_model),
        cmocka_unit_test(test_main_is_the_only_program),
        cmocka_unit_test(test_only_main_and_cli_end_the_process),
        cmocka_unit_test(test_libraries_stay_where_they_belong),
        cmocka_unit_test(test_sources_begin_with_their_path_and_licence),
        cmocka_unit_test(test_headers_compile_on_their_own),
        cmocka_unit_test(test_sim_exports_only_sim_symbols),
        cmocka_unit_test(test_models_export_only_wmo_symbols),
    };
    if (chdir(TEST_SOURCE_DIR) != 0) {
        return EXIT_FAILURE;
    }
    return cmocka_run_group_tests_name("architecture", tests, NULL, NULL);
}
