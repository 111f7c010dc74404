/* tests/sim/scenario/test_number.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "sim/scenario/number.h"

static void test_number_tells_integers_reals_and_misfits_apart(void **state)
{
    (void)state;
    static const struct {
        const char *token;
        enum sim_number_form form;
    } rows[] = {
        {"0", SIM_NUMBER_INTEGER},
        {"-17", SIM_NUMBER_INTEGER},
        {"+5", SIM_NUMBER_INTEGER},
        {"0x7fffffff", SIM_NUMBER_INTEGER},
        {"2147483647", SIM_NUMBER_INTEGER},
        {"-2147483648", SIM_NUMBER_INTEGER},
        {"2147483648", SIM_NUMBER_NEEDS_SUFFIX},
        {"-2147483649", SIM_NUMBER_NEEDS_SUFFIX},
        {"0x80000000", SIM_NUMBER_NEEDS_SUFFIX},
        {"3000000000L", SIM_NUMBER_INTEGER},
        {"9223372036854775807LL", SIM_NUMBER_INTEGER},
        {"9223372036854775808L", SIM_NUMBER_TOO_LARGE},
        {"99999999999999999999", SIM_NUMBER_TOO_LARGE},
        {"0.25", SIM_NUMBER_REAL},
        {"-.5e-3", SIM_NUMBER_REAL},
        {"5.", SIM_NUMBER_REAL},
        {"1e5", SIM_NUMBER_REAL},
        {"1.7976931348623157e308", SIM_NUMBER_REAL},
        {"1.8e308", SIM_NUMBER_TOO_LARGE},
        {"-1.0e999", SIM_NUMBER_TOO_LARGE},
        {".", SIM_NUMBER_NONE},
        {"-", SIM_NUMBER_NONE},
        {"", SIM_NUMBER_NONE},
        {".e5", SIM_NUMBER_NONE},
        {"1e", SIM_NUMBER_NONE},
        {"1.5.2", SIM_NUMBER_NONE},
        {"--5", SIM_NUMBER_NONE},
        {"5L5", SIM_NUMBER_NONE},
        {"5LLL", SIM_NUMBER_NONE},
        {"1.5L", SIM_NUMBER_NONE},
        {"0x", SIM_NUMBER_NONE},
        {"-0x5", SIM_NUMBER_NONE},
        {"0xg", SIM_NUMBER_NONE},
        {"2027-01-01", SIM_NUMBER_NONE},
        {"5euro", SIM_NUMBER_NONE},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const char *token = rows[i].token;
        if (sim_number_classify(token, strlen(token)) != rows[i].form) {
            fail_msg("'%s' is taken for another form", token);
        }
    }
}

static void test_number_longer_than_any_real_one_is_too_large(void **state)
{
    (void)state;
    static char token[100000];
    memset(token, '1', sizeof token);
    assert_int_equal(sim_number_classify(token, sizeof token), SIM_NUMBER_TOO_LARGE);
}

static void test_number_written_reads_back_as_the_same_double(void **state)
{
    (void)state;
    const double values[] = {0.1,         1.0 / 3.0, 1e-300,    DBL_MAX,
                             DBL_MIN,     4e-324,    0.1 + 0.2, 1e22,
                             123456789.0, -2.385,    M_PI,      1e15};
    for (size_t i = 0; i < sizeof values / sizeof values[0]; i++) {
        char text[SIM_NUMBER_SIZE];
        sim_number_plain(values[i], text);
        assert_true(strtod(text, NULL) == values[i]);
        sim_number_real(values[i], text);
        assert_true(strtod(text, NULL) == values[i]);
        assert_int_equal(sim_number_classify(text, strlen(text)), SIM_NUMBER_REAL);
        assert_non_null(strchr(text, '.'));
    }
}

static void test_number_is_written_with_the_fewest_digits(void **state)
{
    (void)state;
    char text[SIM_NUMBER_SIZE];
    sim_number_plain(0.1, text);
    assert_string_equal(text, "0.1");
    sim_number_real(0.1 + 0.2, text);
    assert_string_equal(text, "0.30000000000000004");
    sim_number_real(5.0, text);
    assert_string_equal(text, "5.0");
    sim_number_real(1e22, text);
    assert_string_equal(text, "1.0e+22");
}

static void assert_repaired(const char *text, const char *expected, bool is_decimal)
{
    char repaired[50];
    size_t length = sim_number_comma_length(text);
    assert_int_equal(sim_number_repair_commas(text, length, repaired), is_decimal);
    assert_string_equal(repaired, expected);
}

static void test_number_with_commas_is_read_as_it_was_meant(void **state)
{
    (void)state;
    assert_repaired("10,5;", "10.5", true);
    assert_repaired("-0,75 ", "-0.75", true);
    assert_repaired("1.234,5", "1234.5", true);
    assert_repaired("1,234.5", "1234.5", false);
    assert_repaired("1,234,567", "1234567", false);
}

static void test_number_ends_at_a_comma_that_is_not_part_of_it(void **state)
{
    (void)state;
    assert_int_equal(sim_number_comma_length("10, 5"), 0);
    assert_int_equal(sim_number_comma_length("10,y"), 0);
    assert_int_equal(sim_number_comma_length("10.5"), 0);
    assert_int_equal(sim_number_comma_length("10,5, y"), 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_number_tells_integers_reals_and_misfits_apart),
        cmocka_unit_test(test_number_longer_than_any_real_one_is_too_large),
        cmocka_unit_test(test_number_written_reads_back_as_the_same_double),
        cmocka_unit_test(test_number_is_written_with_the_fewest_digits),
        cmocka_unit_test(test_number_with_commas_is_read_as_it_was_meant),
        cmocka_unit_test(test_number_ends_at_a_comma_that_is_not_part_of_it),
    };
    return cmocka_run_group_tests_name("number", tests, NULL, NULL);
}
