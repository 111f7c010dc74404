/* tests/sim/store/test_csv.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/store/csv.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <stdlib.h>

static void assert_row(const char *const *texts, int count, const char *expected)
{
    char *written = NULL;
    size_t length;
    struct sim_csv csv;
    FILE *file = open_memstream(&written, &length);
    sim_csv_init(&csv, file);
    for (int i = 0; i < count; i++) {
        sim_csv_text(&csv, texts[i]);
    }
    sim_csv_end_row(&csv);
    fclose(file);
    assert_string_equal(written, expected);
    free(written);
}

static void test_csv_leaves_plain_text_as_it_is(void **state)
{
    const char *const texts[] = {"een", "", "drie vier"};
    (void)state;
    assert_row(texts, 3, "een,,drie vier\n");
}

static void test_csv_quotes_what_would_break_a_row(void **state)
{
    const char *const texts[] = {"a,b", "zeg \"ja\"", "twee\nregels", "'`$(x)`'"};
    (void)state;
    assert_row(texts, 4, "\"a,b\",\"zeg \"\"ja\"\"\",\"twee\nregels\",'`$(x)`'\n");
}

static void test_csv_is_always_valid_utf8(void **state)
{
    const char *const texts[] = {"caf\xc3\xa9", "caf\xe9"};
    (void)state;
    assert_row(texts, 2, "caf\xc3\xa9,caf\xef\xbf\xbd\n");
}

static void test_csv_numbers_have_ten_digits_a_point_and_no_nan(void **state)
{
    char *written = NULL;
    size_t length;
    struct sim_csv csv;
    FILE *file = open_memstream(&written, &length);
    (void)state;
    sim_csv_init(&csv, file);
    sim_csv_real(&csv, 12345.678901234);
    sim_csv_real(&csv, NAN);
    sim_csv_real(&csv, -0.0);
    sim_csv_integer(&csv, -9007199254740993);
    sim_csv_end_row(&csv);
    sim_csv_real(&csv, 1e-7);
    sim_csv_end_row(&csv);
    fclose(file);
    assert_string_equal(written, "12345.6789,,0,-9007199254740993\n1e-07\n");
    free(written);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_csv_leaves_plain_text_as_it_is),
        cmocka_unit_test(test_csv_quotes_what_would_break_a_row),
        cmocka_unit_test(test_csv_is_always_valid_utf8),
        cmocka_unit_test(test_csv_numbers_have_ten_digits_a_point_and_no_nan),
    };
    return cmocka_run_group_tests_name("csv", tests, NULL, NULL);
}
