/* tests/fuzz/test_corpus.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "models/parameter.h"
#include "tests/fuzz/fuzz_scenario.h"

/* What the fuzzer starts from, see scripts/test.sh. Each file is one test, named after
 * it; the first test is about the dictionary. */
#define CORPUS "tests/{fuzz/corpus/*,scenario/{good,bad,model}/*.cfg}"
#define DICTIONARY "tests/fuzz/scenario.dict"
#define INPUT_MAX 8192
#define TEST_MAX 400

static char *read_whole(const char *path, size_t *length)
{
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    /* One byte more than allowed, and a NUL. */
    char *bytes = calloc(1, INPUT_MAX + 2);
    assert_non_null(bytes);
    *length = fread(bytes, 1, INPUT_MAX + 1, file);
    fclose(file);
    assert_in_range(*length, 0, INPUT_MAX);
    return bytes;
}

static void test_input_is_refused_or_survives_writing(void **state)
{
    size_t length = 0;
    char *bytes = read_whole(*state, &length);
    /* Exactly as long as the input, so that a sanitizer sees a read past its end. */
    uint8_t *input = malloc(length > 0 ? length : 1);
    assert_non_null(input);
    memcpy(input, bytes, length);
    free(bytes);
    assert_int_equal(LLVMFuzzerTestOneInput(input, length), 0);
    free(input);
}

static void test_dictionary_has_every_key_of_the_registry(void **state)
{
    (void)state;
    size_t length = 0;
    char *words = read_whole(DICTIONARY, &length);
    for (int i = 0; i < wmo_registry.count; i++) {
        char *path = strdup(wmo_registry.params[i].path);
        assert_non_null(path);
        char *rest = path;
        while (rest != NULL) {
            char entry[100];
            const char *key = strsep(&rest, ".");
            snprintf(entry, sizeof entry, "\n\"%s\"\n", key);
            if (strcmp(key, "*") != 0 && strstr(words, entry) == NULL) {
                fail_msg("no line \"%s\" in " DICTIONARY, key);
            }
        }
        free(path);
    }
    free(words);
}

int main(void)
{
    glob_t corpus = {0};
    struct CMUnitTest tests[TEST_MAX] = {
        cmocka_unit_test(test_dictionary_has_every_key_of_the_registry)};
    if (chdir(TEST_SOURCE_DIR) != 0 || glob(CORPUS, GLOB_BRACE, NULL, &corpus) != 0 ||
        corpus.gl_pathc >= TEST_MAX) {
        return EXIT_FAILURE;
    }
    for (size_t i = 0; i < corpus.gl_pathc; i++) {
        tests[i + 1] =
            (struct CMUnitTest){.name = corpus.gl_pathv[i],
                                .test_func = test_input_is_refused_or_survives_writing,
                                .initial_state = corpus.gl_pathv[i]};
    }
    int failed =
        _cmocka_run_group_tests("corpus", tests, corpus.gl_pathc + 1, NULL, NULL);
    globfree(&corpus);
    return failed;
}
