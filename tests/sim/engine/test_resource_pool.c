/* tests/sim/engine/test_resource_pool.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "sim/engine/resource_pool.h"

#include <stdlib.h>
#include <string.h>

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
        assert_true(pool->capacity[i] == 0 ||
                    pool->capacity[i] >= pool->least_capacity);
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

static void test_resource_pool_gives_each_member_a_capacity_of_its_own(void **state)
{
    struct sim_resource_pool *pool = *state;
    for (int32_t i = 0; i < 5; i++) {
        assert_int_equal(sim_resource_pool_add(pool, 10 * (i % 3), 2), SIM_OK);
    }
    assert_int_equal(pool->member_count, 5);
    assert_int_equal(pool->total.capacity, 40);
    assert_int_equal(sim_resource_pool_roomiest(pool), 2);
    sim_resource_pool_seize(pool, 2, 15, 4);
    sim_resource_pool_set_capacity(pool, 2, 0, 6);
    assert_int_equal(pool->free_units[2], -15);
    assert_int_equal(sim_resource_pool_roomiest(pool), 1);
    sim_resource_pool_release(pool, 2, 15, 8);
    sim_resource_pool_set_capacity(pool, 2, 11, 10);
    assert_int_equal(sim_resource_pool_roomiest(pool), 2);
    assert_adds_up(pool);
    assert_int_equal(sim_timeavg_flush(&pool->total.capacity_level, 12),
                     40 * 4 + 20 * 4 + 31 * 2);
}

static void test_resource_pool_asks_only_those_with_a_skill(void **state)
{
    struct sim_resource_pool *pool = *state;
    set_members(pool, 4, 40, 0);
    assert_int_equal(sim_resource_pool_roomiest_with(pool, 1), 0);
    sim_resource_pool_set_skills(pool, 0, 4);
    sim_resource_pool_set_skills(pool, 1, 0);
    sim_resource_pool_set_skills(pool, 2, 3);
    sim_resource_pool_set_skills(pool, 3, 1);
    assert_int_equal(sim_resource_pool_roomiest_with(pool, 2 | 1), 2);
    sim_resource_pool_seize(pool, 2, 1, 0);
    assert_int_equal(sim_resource_pool_roomiest_with(pool, 2 | 1), 3);
    assert_int_equal(sim_resource_pool_roomiest_with(pool, 2), 2);
    assert_int_equal(sim_resource_pool_roomiest_with(pool, 8), SIM_MEMBER_NONE);
    assert_int_equal(sim_resource_pool_roomiest(pool), 0);
    set_members(pool, 2, 40, 1);
    assert_int_equal(sim_resource_pool_roomiest_with(pool, 2 | 1), SIM_MEMBER_NONE);
    assert_int_equal(sim_resource_pool_add(pool, 1, 1), SIM_OK);
    assert_int_equal(sim_resource_pool_roomiest_with(pool, 2 | 1), 2);
}

/* The same by looking at everybody. */
static int32_t scan(const struct sim_resource_pool *pool, const uint32_t *skills,
                    uint32_t any_of, uint32_t all_of)
{
    int32_t best = SIM_MEMBER_NONE;
    for (int32_t i = 0; i < pool->member_count; i++) {
        bool is_better =
            best == SIM_MEMBER_NONE || pool->free_units[i] > pool->free_units[best];
        bool answers = (skills[i] & any_of) != 0 && (skills[i] & all_of) == all_of;
        if (answers && is_better) {
            best = i;
        }
    }
    return best;
}

#define MOST_MEMBERS 70

static uint32_t below(uint64_t *state, uint32_t bound)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(*state >> 33) % bound;
}

/* One change to [pool], drawn at random; [skills] follows it. */
static void change_at_random(struct sim_resource_pool *pool, uint32_t *skills,
                             uint64_t *random)
{
    int32_t count = pool->member_count;
    uint32_t kind = below(random, 40);
    if (kind == 0 || (kind < 4 && count == MOST_MEMBERS)) {
        int32_t members = (int32_t)below(random, MOST_MEMBERS);
        set_members(pool, members, below(random, 900), 0);
        for (int32_t i = count; i < members; i++) {
            skills[i] = SIM_SKILLS_ALL;
        }
    } else if (kind < 4 || count == 0) {
        skills[count] = SIM_SKILLS_ALL;
        int32_t units = (int32_t)below(random, 20);
        assert_int_equal(sim_resource_pool_add(pool, units, 0), SIM_OK);
    } else {
        int32_t member = (int32_t)below(random, (uint32_t)count);
        int32_t held = pool->capacity[member] - pool->free_units[member];
        if (kind < 10) {
            skills[member] = 1u << below(random, 6) | 1u << below(random, 6);
            sim_resource_pool_set_skills(pool, member, skills[member]);
        } else if (kind < 15) {
            int32_t units = (int32_t)below(random, 20);
            sim_resource_pool_set_capacity(pool, member, units, 0);
        } else if (kind < 25) {
            int32_t units = (int32_t)below(random, (uint32_t)held + 1);
            sim_resource_pool_release(pool, member, units, 0);
        } else {
            sim_resource_pool_seize(pool, member, (int32_t)below(random, 9), 0);
        }
    }
}

static void assert_finds_what_a_scan_finds(struct sim_resource_pool *pool)
{
    uint32_t skills[MOST_MEMBERS] = {0};
    uint64_t random = 20261122;
    for (int step = 0; step < 100000; step++) {
        change_at_random(pool, skills, &random);
        assert_int_equal(sim_resource_pool_roomiest(pool), scan(pool, skills, ~0u, 0));
        uint32_t any_of = step % 2 == 0 ? below(&random, 128) : 1u << below(&random, 7);
        assert_int_equal(sim_resource_pool_roomiest_with(pool, any_of),
                         scan(pool, skills, any_of, 0));
        uint32_t all_of = below(&random, 8);
        assert_int_equal(sim_resource_pool_roomiest_with_all(pool, any_of, all_of),
                         scan(pool, skills, any_of, all_of));
        int32_t best = scan(pool, skills, any_of, all_of);
        int32_t least = (int32_t)below(&random, 200) - 50;
        bool has = best != SIM_MEMBER_NONE && pool->free_units[best] >= least;
        assert_int_equal(
            sim_resource_pool_roomiest_with_least(pool, any_of, all_of, least),
            has ? best : SIM_MEMBER_NONE);
        if (step % 100 == 0) {
            assert_adds_up(pool);
        }
    }
}

static void test_resource_pool_finds_what_a_scan_finds(void **state)
{
    assert_finds_what_a_scan_finds(*state);
}

static void test_resource_pool_with_indexed_skills_finds_what_a_scan_finds(void **state)
{
    struct sim_resource_pool *pool = *state;
    assert_int_equal(sim_resource_pool_index(pool, 1 | 4 | 32), SIM_OK);
    assert_finds_what_a_scan_finds(pool);
    sim_resource_pool_reset(pool);
    assert_finds_what_a_scan_finds(pool);
}

/* Whoever asks again only when the version is another must not miss room. */
static void test_resource_pool_has_another_version_after_each_change(void **state)
{
    struct sim_resource_pool *pool = *state;
    set_members(pool, 2, 20, 0);
    uint64_t seen = pool->version;
    sim_resource_pool_seize(pool, 0, 4, 1);
    assert_int_not_equal(pool->version, seen);
    seen = pool->version;
    sim_resource_pool_release(pool, 0, 4, 2);
    assert_int_not_equal(pool->version, seen);
    seen = pool->version;
    sim_resource_pool_set_capacity(pool, 1, 30, 3);
    assert_int_not_equal(pool->version, seen);
    seen = pool->version;
    sim_resource_pool_set_skills(pool, 1, 5);
    assert_int_not_equal(pool->version, seen);
    seen = pool->version;
    assert_int_equal(sim_resource_pool_add(pool, 10, 4), SIM_OK);
    assert_int_not_equal(pool->version, seen);
    seen = pool->version;
    set_members(pool, 4, 40, 5);
    assert_int_not_equal(pool->version, seen);
    seen = pool->version;
    sim_resource_pool_reset(pool);
    assert_int_not_equal(pool->version, seen);
}

static void test_resource_pool_may_be_indexed_when_it_has_members(void **state)
{
    struct sim_resource_pool *pool = *state;
    set_members(pool, 3, 30, 0);
    sim_resource_pool_set_skills(pool, 0, 2);
    sim_resource_pool_seize(pool, 1, 4, 0);
    assert_int_equal(sim_resource_pool_index(pool, 1), SIM_OK);
    assert_int_equal(sim_resource_pool_roomiest_with(pool, 1), 2);
    sim_resource_pool_seize(pool, 2, 5, 0);
    assert_int_equal(sim_resource_pool_roomiest_with(pool, 1), 1);
}

#define WITH_POOL(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
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
        WITH_POOL(test_resource_pool_gives_each_member_a_capacity_of_its_own),
        WITH_POOL(test_resource_pool_asks_only_those_with_a_skill),
        WITH_POOL(test_resource_pool_finds_what_a_scan_finds),
        WITH_POOL(test_resource_pool_has_another_version_after_each_change),
        WITH_POOL(test_resource_pool_with_indexed_skills_finds_what_a_scan_finds),
        WITH_POOL(test_resource_pool_may_be_indexed_when_it_has_members),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
