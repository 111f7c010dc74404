/* tests/sim/engine/test_resource.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "sim/engine/resource.h"

#include <stdlib.h>
#include <string.h>

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

static int set_up(void **state)
{
    struct sim_resource_pool *pool = malloc(sizeof *pool);
    *state = pool;
    return pool == NULL || sim_resource_pool_init(pool, 2) != SIM_OK;
}

static int tear_down(void **state)
{
    sim_resource_pool_free(*state);
    free(*state);
    return 0;
}

static void set_members(struct sim_resource_pool *pool, int32_t count, int64_t units,
                        sim_time now)
{
    assert_int_equal(sim_resource_pool_set_members(pool, count, units, now), SIM_OK);
    assert_int_equal(pool->member_count, count);
}

/* What the members have and hold adds up to the total. */
static void assert_adds_up(const struct sim_resource_pool *pool)
{
    int64_t capacity = 0;
    int64_t used = 0;
    for (int32_t i = 0; i < pool->member_capacity; i++) {
        capacity += pool->capacity[i];
        used += pool->capacity[i] - pool->free_units[i];
    }
    assert_int_equal(pool->total.capacity, capacity);
    assert_int_equal(pool->total.used, used);
}

static void
test_resource_pool_splits_equally_and_gives_the_first_the_remainder(void **state)
{
    struct sim_resource_pool *pool = *state;
    set_members(pool, 7, 38, 0);
    for (int32_t i = 0; i < 7; i++) {
        assert_int_equal(pool->capacity[i], i < 3 ? 6 : 5);
        assert_int_equal(pool->free_units[i], pool->capacity[i]);
    }
    assert_int_equal(pool->total.capacity, 38);
    assert_adds_up(pool);
}

static void
test_resource_pool_roomiest_has_most_free_units_and_lowest_index(void **state)
{
    struct sim_resource_pool *pool = *state;
    assert_int_equal(sim_resource_pool_roomiest(pool), SIM_MEMBER_NONE);
    set_members(pool, 4, 40, 0);
    assert_int_equal(sim_resource_pool_roomiest(pool), 0);
    sim_resource_pool_seize(pool, 0, 3, 1);
    sim_resource_pool_seize(pool, 1, 2, 1);
    sim_resource_pool_seize(pool, 2, 1, 1);
    sim_resource_pool_seize(pool, 3, 1, 1);
    assert_int_equal(sim_resource_pool_roomiest(pool), 2);
    sim_resource_pool_release(pool, 0, 3, 2);
    assert_int_equal(sim_resource_pool_roomiest(pool), 0);
    assert_adds_up(pool);
}

static void test_resource_pool_roomiest_may_be_overfull(void **state)
{
    struct sim_resource_pool *pool = *state;
    set_members(pool, 2, 10, 0);
    sim_resource_pool_seize(pool, 0, 9, 0);
    sim_resource_pool_seize(pool, 1, 7, 0);
    assert_int_equal(sim_resource_pool_roomiest(pool), 1);
    assert_int_equal(pool->free_units[1], -2);
}

static void test_resource_pool_keeps_holdings_when_it_shrinks_and_grows(void **state)
{
    struct sim_resource_pool *pool = *state;
    set_members(pool, 4, 40, 0);
    sim_resource_pool_seize(pool, 3, 8, 0);
    sim_resource_pool_seize(pool, 1, 4, 0);
    set_members(pool, 2, 6, 10);
    assert_int_equal(pool->capacity[3], 0);
    assert_int_equal(pool->free_units[3], -8);
    assert_int_equal(pool->free_units[1], -1);
    assert_int_equal(sim_resource_pool_roomiest(pool), 0);
    assert_adds_up(pool);
    sim_resource_pool_release(pool, 3, 5, 20);
    assert_int_equal(pool->total.used, 7);
    assert_adds_up(pool);
    set_members(pool, 9, 90, 30);
    assert_int_equal(pool->free_units[3], 7);
    assert_int_equal(pool->free_units[1], 6);
    assert_int_equal(pool->free_units[8], 10);
    assert_adds_up(pool);
}

static void test_resource_pool_without_members_has_no_units(void **state)
{
    struct sim_resource_pool *pool = *state;
    set_members(pool, 2, 10, 0);
    sim_resource_pool_seize(pool, 1, 4, 0);
    set_members(pool, 0, 10, 5);
    assert_int_equal(pool->total.capacity, 0);
    assert_int_equal(sim_resource_pool_roomiest(pool), SIM_MEMBER_NONE);
    sim_resource_pool_release(pool, 1, 4, 6);
    assert_int_equal(pool->total.used, 0);
    assert_adds_up(pool);
}

/* Capacity 40 x 10 + 6 x 20 = 520; use 8 x 15 + 3 x 15 = 165. */
static void test_resource_pool_measures_its_total_over_time(void **state)
{
    struct sim_resource_pool *pool = *state;
    set_members(pool, 4, 40, 0);
    sim_resource_pool_seize(pool, 3, 8, 0);
    set_members(pool, 2, 6, 10);
    sim_resource_pool_release(pool, 3, 5, 15);
    assert_int_equal(sim_timeavg_flush(&pool->total.capacity_level, 30), 520);
    assert_int_equal(sim_timeavg_flush(&pool->total.used_level, 30), 165);
}

static void test_resource_pool_refuses_a_share_that_does_not_fit(void **state)
{
    struct sim_resource_pool *pool = *state;
    assert_int_equal(
        sim_resource_pool_set_members(pool, 2, 2 * (int64_t)INT32_MAX + 1, 0),
        SIM_ERR_DOMAIN);
    assert_int_equal(pool->total.capacity, 0);
    set_members(pool, 2, 2 * (int64_t)INT32_MAX, 0);
    assert_int_equal(pool->capacity[1], INT32_MAX);
    assert_adds_up(pool);
}

static void test_resource_pool_is_unchanged_when_it_cannot_grow(void **state)
{
    struct sim_resource_pool *pool = *state;
    set_members(pool, 2, 10, 0);
    assert_int_equal(sim_resource_pool_set_members(pool, (1 << 30) + 1, 20, 5),
                     SIM_ERR_NO_MEMORY);
    assert_int_equal(pool->member_count, 2);
    assert_int_equal(pool->total.capacity, 10);
    assert_adds_up(pool);
}

static void test_resource_pool_after_reset_is_as_after_init(void **state)
{
    struct sim_resource_pool *pool = *state;
    set_members(pool, 5, 21, 0);
    sim_resource_pool_seize(pool, 4, 3, 1);
    sim_resource_pool_reset(pool);
    assert_int_equal(sim_resource_pool_roomiest(pool), SIM_MEMBER_NONE);
    assert_int_equal(pool->total.used, 0);
    assert_int_equal(pool->total.used_level.last, 0);
    assert_adds_up(pool);
    set_members(pool, 5, 21, 0);
    for (int32_t i = 0; i < 5; i++) {
        assert_int_equal(pool->free_units[i], i < 1 ? 5 : 4);
    }
}

static void test_resource_pool_free_accepts_zeroed_and_freed_structs(void **state)
{
    (void)state;
    struct sim_resource_pool pool;
    memset(&pool, 0, sizeof pool);
    sim_resource_pool_free(&pool);
    assert_int_equal(sim_resource_pool_init(&pool, 0), SIM_OK);
    assert_int_equal(sim_resource_pool_set_members(&pool, 3, 7, 0), SIM_OK);
    sim_resource_pool_free(&pool);
    sim_resource_pool_free(&pool);
}

#define WITH_POOL(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_resource_seizes_up_to_its_capacity),
        cmocka_unit_test(
            test_resource_below_its_use_starts_nothing_until_there_is_room),
        cmocka_unit_test(test_resource_force_seizes_beyond_the_capacity),
        cmocka_unit_test(test_resource_measures_capacity_and_use_over_time),
        WITH_POOL(test_resource_pool_splits_equally_and_gives_the_first_the_remainder),
        WITH_POOL(test_resource_pool_roomiest_has_most_free_units_and_lowest_index),
        WITH_POOL(test_resource_pool_roomiest_may_be_overfull),
        WITH_POOL(test_resource_pool_keeps_holdings_when_it_shrinks_and_grows),
        WITH_POOL(test_resource_pool_without_members_has_no_units),
        WITH_POOL(test_resource_pool_measures_its_total_over_time),
        WITH_POOL(test_resource_pool_refuses_a_share_that_does_not_fit),
        WITH_POOL(test_resource_pool_is_unchanged_when_it_cannot_grow),
        WITH_POOL(test_resource_pool_after_reset_is_as_after_init),
        cmocka_unit_test(test_resource_pool_free_accepts_zeroed_and_freed_structs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
