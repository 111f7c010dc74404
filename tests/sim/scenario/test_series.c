/* tests/sim/scenario/test_series.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "sim/scenario/series.h"

/* Values that are exact in binary, so that results are too. */
static const struct sim_series SERIES = {
    .count = 3, .year = {2026.0, 2030.0, 2031.0}, .value = {8.0, 16.0, 4.0}};

static void test_series_gives_its_values_at_its_years(void **state)
{
    (void)state;
    for (int i = 0; i < SERIES.count; i++) {
        assert_true(sim_series_at(&SERIES, SERIES.year[i]) == SERIES.value[i]);
    }
}

static void test_series_is_linear_between_years(void **state)
{
    (void)state;
    assert_true(sim_series_at(&SERIES, 2027.0) == 10.0);
    assert_true(sim_series_at(&SERIES, 2029.5) == 15.0);
    assert_true(sim_series_at(&SERIES, 2030.25) == 13.0);
}

static void test_series_is_constant_before_and_after(void **state)
{
    (void)state;
    assert_true(sim_series_at(&SERIES, 1900.0) == 8.0);
    assert_true(sim_series_at(&SERIES, 2100.0) == 4.0);
}

static void test_series_of_one_point_is_constant(void **state)
{
    (void)state;
    struct sim_series constant = {.count = 1, .year = {2026.0}, .value = {2.385}};
    assert_true(sim_series_at(&constant, 2000.0) == 2.385);
    assert_true(sim_series_at(&constant, 2026.0) == 2.385);
    assert_true(sim_series_at(&constant, 2050.0) == 2.385);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_series_gives_its_values_at_its_years),
        cmocka_unit_test(test_series_is_linear_between_years),
        cmocka_unit_test(test_series_is_constant_before_and_after),
        cmocka_unit_test(test_series_of_one_point_is_constant),
    };
    return cmocka_run_group_tests_name("series", tests, NULL, NULL);
}
