/* tests/sim/engine/test_entity_pool.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "sim/engine/entity_pool.h"

#include <stdbool.h>
#include <string.h>

static uint32_t take(struct sim_entity_pool *pool)
{
    uint32_t row = SIM_ENTITY_NONE;
    assert_int_equal(sim_entity_pool_take(pool, &row), SIM_OK);
    return row;
}

static void take_all_once(struct sim_entity_pool *pool, uint32_t count)
{
    bool taken[64] = {false};
    for (uint32_t i = 0; i < count; i++) {
        uint32_t row = take(pool);
        assert_true(row < pool->capacity && !taken[row]);
        taken[row] = true;
    }
}

static void assert_full(struct sim_entity_pool *pool)
{
    uint32_t row = 0;
    assert_int_equal(sim_entity_pool_take(pool, &row), SIM_ERR_FULL);
    assert_int_equal(row, SIM_ENTITY_NONE);
}

static void test_entity_pool_hands_out_every_row_once_until_full(void **state)
{
    (void)state;
    struct sim_entity_pool pool;
    assert_int_equal(sim_entity_pool_init(&pool, 37), SIM_OK);
    take_all_once(&pool, 37);
    assert_int_equal(pool.live_count, 37);
    assert_full(&pool);
    sim_entity_pool_free(&pool);
}

static void test_entity_pool_gives_out_the_row_freed_last_first(void **state)
{
    (void)state;
    struct sim_entity_pool pool;
    assert_int_equal(sim_entity_pool_init(&pool, 10), SIM_OK);
    take_all_once(&pool, 6);
    sim_entity_pool_give_back(&pool, 4);
    sim_entity_pool_give_back(&pool, 1);
    assert_int_equal(pool.live_count, 4);
    assert_int_equal(take(&pool), 1);
    assert_int_equal(take(&pool), 4);
    assert_int_equal(take(&pool), 6);
    assert_int_equal(pool.high_water, 7);
    sim_entity_pool_free(&pool);
}

static void test_entity_pool_keeps_rows_in_use_when_it_grows(void **state)
{
    (void)state;
    struct sim_entity_pool pool;
    assert_int_equal(sim_entity_pool_init(&pool, 3), SIM_OK);
    take_all_once(&pool, 3);
    sim_entity_pool_give_back(&pool, 1);
    assert_int_equal(sim_entity_pool_grow(&pool), SIM_OK);
    assert_int_equal(pool.capacity, 6);
    assert_int_equal(take(&pool), 1);
    for (uint32_t row = 3; row < 6; row++) {
        assert_int_equal(take(&pool), row);
    }
    assert_full(&pool);
    sim_entity_pool_give_back(&pool, 0);
    assert_int_equal(take(&pool), 0);
    sim_entity_pool_free(&pool);
}

static void test_entity_pool_grows_from_nothing(void **state)
{
    (void)state;
    struct sim_entity_pool pool;
    assert_int_equal(sim_entity_pool_init(&pool, 0), SIM_OK);
    assert_full(&pool);
    assert_int_equal(sim_entity_pool_grow(&pool), SIM_OK);
    assert_int_equal(take(&pool), 0);
    sim_entity_pool_free(&pool);
}

static void test_entity_pool_is_unchanged_when_it_cannot_grow(void **state)
{
    (void)state;
    struct sim_entity_pool pool;
    assert_int_equal(sim_entity_pool_init(&pool, 3), SIM_OK);
    take_all_once(&pool, 2);
    pool.capacity = UINT32_MAX / 2 + 1;
    struct sim_entity_pool before = pool;
    assert_int_equal(sim_entity_pool_grow(&pool), SIM_ERR_NO_MEMORY);
    assert_memory_equal(&pool, &before, sizeof pool);
    sim_entity_pool_free(&pool);
}

static void test_entity_pool_after_reset_is_as_after_init(void **state)
{
    (void)state;
    struct sim_entity_pool pool;
    assert_int_equal(sim_entity_pool_init(&pool, 9), SIM_OK);
    take_all_once(&pool, 5);
    sim_entity_pool_give_back(&pool, 2);
    sim_entity_pool_reset(&pool);
    assert_int_equal(pool.live_count, 0);
    for (uint32_t row = 0; row < 9; row++) {
        assert_int_equal(take(&pool), row);
    }
    assert_full(&pool);
    sim_entity_pool_free(&pool);
}

static void test_entity_pool_free_accepts_zeroed_and_freed_structs(void **state)
{
    (void)state;
    struct sim_entity_pool pool;
    memset(&pool, 0, sizeof pool);
    sim_entity_pool_free(&pool);
    sim_entity_pool_free(&pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_entity_pool_hands_out_every_row_once_until_full),
        cmocka_unit_test(test_entity_pool_gives_out_the_row_freed_last_first),
        cmocka_unit_test(test_entity_pool_keeps_rows_in_use_when_it_grows),
        cmocka_unit_test(test_entity_pool_grows_from_nothing),
        cmocka_unit_test(test_entity_pool_is_unchanged_when_it_cannot_grow),
        cmocka_unit_test(test_entity_pool_after_reset_is_as_after_init),
        cmocka_unit_test(test_entity_pool_free_accepts_zeroed_and_freed_structs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
