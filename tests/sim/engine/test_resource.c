/* tests/sim/engine/test_resource.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "sim/engine/resource.h"

static void test_resource_seizes_up_to_its_capacity(void **state)
{
    (void)state;
    struct sim_resource resource;
    sim_resource_init(&resource, 5);
    assert_true(sim_resource_seize(&resource, 3, 0));
    assert_false(sim_resource_seize(&resource, 3, 0));
    assert_int_equal(resource.used, 3);
    assert_true(sim_resource_seize(&resource, 2, 0));
    assert_false(sim_resource_seize(&resource, 1, 0));
    sim_resource_release(&resource, 3, 1);
    assert_int_equal(sim_resource_free_units(&resource), 3);
    assert_true(sim_resource_seize(&resource, 1, 1));
}

static void test_resource_below_its_use_starts_nothing_until_there_is_room(void **state)
{
    (void)state;
    struct sim_resource resource;
    sim_resource_init(&resource, 5);
    assert_true(sim_resource_seize(&resource, 5, 0));
    sim_resource_set_capacity(&resource, 3, 10);
    assert_int_equal(resource.used, 5);
    assert_int_equal(sim_resource_free_units(&resource), -2);
    sim_resource_release(&resource, 2, 20);
    assert_false(sim_resource_seize(&resource, 1, 20));
    sim_resource_release(&resource, 1, 30);
    assert_true(sim_resource_seize(&resource, 1, 30));
    sim_resource_set_capacity(&resource, 4, 40);
    assert_true(sim_resource_seize(&resource, 1, 40));
    assert_false(sim_resource_seize(&resource, 1, 40));
}

static void test_resource_force_seizes_beyond_the_capacity(void **state)
{
    (void)state;
    struct sim_resource resource;
    sim_resource_init(&resource, 2);
    sim_resource_force(&resource, 7, 0);
    assert_int_equal(sim_resource_free_units(&resource), -5);
    assert_false(sim_resource_seize(&resource, 1, 0));
    sim_resource_release(&resource, 7, 1);
    assert_int_equal(sim_resource_free_units(&resource), 2);
}

/* Capacity 5 x 10 + 3 x 20 + 9 x 10 = 200; use 4 x 6 + 7 x 9 + 2 x 21 = 129. */
static void test_resource_measures_capacity_and_use_over_time(void **state)
{
    (void)state;
    struct sim_resource resource;
    sim_resource_init(&resource, 5);
    assert_true(sim_resource_seize(&resource, 4, 4));
    sim_resource_set_capacity(&resource, 3, 10);
    sim_resource_force(&resource, 3, 10);
    sim_resource_release(&resource, 5, 19);
    sim_resource_set_capacity(&resource, 9, 30);
    assert_int_equal(sim_timeavg_flush(&resource.capacity_level, 40), 200);
    assert_int_equal(sim_timeavg_flush(&resource.used_level, 40), 129);
    assert_int_equal(resource.used_level.peak, 7);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_resource_seizes_up_to_its_capacity),
        cmocka_unit_test(
            test_resource_below_its_use_starts_nothing_until_there_is_room),
        cmocka_unit_test(test_resource_force_seizes_beyond_the_capacity),
        cmocka_unit_test(test_resource_measures_capacity_and_use_over_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
