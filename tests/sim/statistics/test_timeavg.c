/* tests/sim/statistics/test_timeavg.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "sim/statistics/timeavg.h"

/* Level 3 from 100, 5 from 110, 1 from 117: 30 + 35 + 13 = 78 up to 130. */
static void test_timeavg_integrates_its_level(void **state)
{
    (void)state;
    struct sim_timeavg level;
    sim_timeavg_reset(&level, 3, 100);
    sim_timeavg_add(&level, 2, 110);
    sim_timeavg_add(&level, -4, 117);
    assert_int_equal(sim_timeavg_flush(&level, 130), 78);
    assert_int_equal(level.level, 1);
    assert_int_equal(level.peak, 5);
}

static void test_timeavg_starts_a_new_period_at_a_flush(void **state)
{
    (void)state;
    struct sim_timeavg level;
    sim_timeavg_reset(&level, 3, 0);
    assert_int_equal(sim_timeavg_flush(&level, 10), 30);
    assert_int_equal(sim_timeavg_flush(&level, 10), 0);
    sim_timeavg_add(&level, 1, 15);
    assert_int_equal(sim_timeavg_flush(&level, 20), 35);
}

static void test_timeavg_counts_steps_at_one_instant_without_area(void **state)
{
    (void)state;
    struct sim_timeavg level;
    sim_timeavg_reset(&level, 0, 0);
    sim_timeavg_add(&level, 9, 50);
    sim_timeavg_add(&level, -9, 50);
    assert_int_equal(sim_timeavg_flush(&level, 100), 0);
    assert_int_equal(level.peak, 9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_timeavg_integrates_its_level),
        cmocka_unit_test(test_timeavg_starts_a_new_period_at_a_flush),
        cmocka_unit_test(test_timeavg_counts_steps_at_one_instant_without_area),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
