/* tests/sim/scenario/test_dutch.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/scenario/dutch.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>

static void assert_number(double value, int decimals, const char *expected)
{
    char text[SIM_DUTCH_NUMBER_SIZE];
    sim_dutch_number(value, decimals, text);
    assert_string_equal(text, expected);
}

static void test_dutch_number_has_comma_and_thousands(void **state)
{
    (void)state;
    assert_number(31.24, 1, "31,2");
    assert_number(1234567.0, 0, "1.234.567");
    assert_number(123.0, 0, "123");
    assert_number(-1234.56, 2, "-1.234,56");
    assert_number(999.96, 1, "1.000,0");
}

static void test_dutch_number_has_no_minus_zero_and_no_nan(void **state)
{
    (void)state;
    assert_number(-0.04, 1, "0,0");
    assert_number(-0.06, 1, "-0,1");
    assert_number(NAN, 1, "-");
}

static void test_dutch_number_fits_whatever_the_value(void **state)
{
    (void)state;
    assert_number(-99999999999999.0, 9, "-99.999.999.999.999,000000000");
    assert_number(-1e300, 9, "-1e+300");
}

static void test_dutch_decimals_suffice_to_see_the_value(void **state)
{
    (void)state;
    assert_int_equal(sim_dutch_decimals(31.2, 1), 1);
    assert_int_equal(sim_dutch_decimals(-0.0031, 1), 3);
    assert_int_equal(sim_dutch_decimals(0.0, 1), 1);
    assert_int_equal(sim_dutch_decimals(1e-30, 1), 9);
}

static void test_dutch_capital_changes_the_first_letter_only(void **state)
{
    char text[16];
    (void)state;
    sim_dutch_capital("wachten op u", text, sizeof text);
    assert_string_equal(text, "Wachten op u");
    sim_dutch_capital("één", text, sizeof text);
    assert_string_equal(text, "één");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_dutch_number_has_comma_and_thousands),
        cmocka_unit_test(test_dutch_number_has_no_minus_zero_and_no_nan),
        cmocka_unit_test(test_dutch_number_fits_whatever_the_value),
        cmocka_unit_test(test_dutch_decimals_suffice_to_see_the_value),
        cmocka_unit_test(test_dutch_capital_changes_the_first_letter_only),
    };
    return cmocka_run_group_tests_name("dutch", tests, NULL, NULL);
}
