/* tests/sim/engine/test_first_fit.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "sim/engine/first_fit.h"

#include <stdlib.h>
#include <string.h>

#define ENTITIES 200
#define LINES 3

/* The same in plain arrays, each in order. */
struct plain {
    uint32_t entity[LINES][ENTITIES];
    int count[LINES];
    int64_t rank[ENTITIES];
    int32_t size[ENTITIES];
    int line[ENTITIES]; /* -1: waits nowhere */
};

static int set_up(void **state)
{
    struct sim_first_fit *table = malloc(sizeof *table);
    *state = table;
    return table == NULL || sim_first_fit_init(table, ENTITIES / 4) != SIM_OK;
}

static int tear_down(void **state)
{
    sim_first_fit_free(*state);
    free(*state);
    return 0;
}

static void test_first_fit_passes_who_asks_too_much(void **state)
{
    struct sim_first_fit *table = *state;
    sim_first_fit_line line = SIM_FIRST_FIT_EMPTY;
    const int32_t size[] = {5, 3, 8, 2, 3};
    for (uint32_t i = 0; i < 5; i++) {
        sim_first_fit_join(table, &line, i, 10 + i, size[i]);
    }
    assert_int_equal(sim_first_fit_find(table, line, 8), 0);
    assert_int_equal(sim_first_fit_find(table, line, 4), 1);
    assert_int_equal(sim_first_fit_find(table, line, 2), 3);
    assert_int_equal(sim_first_fit_find(table, line, 1), SIM_ENTITY_NONE);
    sim_first_fit_leave(table, &line, 1);
    assert_int_equal(sim_first_fit_find(table, line, 4), 3);
    assert_int_equal(sim_first_fit_least(table, line), 2);
}

static void test_first_fit_keeps_equals_in_order_of_joining(void **state)
{
    struct sim_first_fit *table = *state;
    sim_first_fit_line line = SIM_FIRST_FIT_EMPTY;
    for (uint32_t i = 0; i < 20; i++) {
        sim_first_fit_join(table, &line, 19 - i, 7, 1);
    }
    uint32_t entity = sim_first_fit_first(line);
    for (uint32_t i = 0; i < 20; i++) {
        assert_int_equal(entity, 19 - i);
        entity = sim_first_fit_next(table, line, entity);
    }
    assert_int_equal(entity, SIM_ENTITY_NONE);
}

static void test_first_fit_finds_nobody_in_an_empty_line(void **state)
{
    struct sim_first_fit *table = *state;
    assert_int_equal(sim_first_fit_first(SIM_FIRST_FIT_EMPTY), SIM_ENTITY_NONE);
    assert_int_equal(sim_first_fit_find(table, SIM_FIRST_FIT_EMPTY, INT32_MAX),
                     SIM_ENTITY_NONE);
    assert_int_equal(sim_first_fit_least(table, SIM_FIRST_FIT_EMPTY), INT32_MAX);
}

static uint32_t below(uint64_t *state, uint32_t bound)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(*state >> 33) % bound;
}

static void plain_join(struct plain *plain, int line, uint32_t entity)
{
    int at = plain->count[line]++;
    uint32_t *list = plain->entity[line];
    for (; at > 0 && plain->rank[list[at - 1]] > plain->rank[entity]; at--) {
        list[at] = list[at - 1];
    }
    list[at] = entity;
    plain->line[entity] = line;
}

static void plain_leave(struct plain *plain, uint32_t entity)
{
    int line = plain->line[entity], at = 0;
    uint32_t *list = plain->entity[line];
    while (list[at] != entity) {
        at++;
    }
    plain->count[line]--;
    memmove(list + at, list + at + 1, (size_t)(plain->count[line] - at) * sizeof *list);
    plain->line[entity] = -1;
}

static uint32_t plain_find(const struct plain *plain, int line, int32_t limit)
{
    for (int i = 0; i < plain->count[line]; i++) {
        uint32_t entity = plain->entity[line][i];
        if (plain->size[entity] <= limit) {
            return entity;
        }
    }
    return SIM_ENTITY_NONE;
}

static void assert_same_order(const struct sim_first_fit *table,
                              const sim_first_fit_line *lines,
                              const struct plain *plain)
{
    for (int l = 0; l < LINES; l++) {
        uint32_t entity = sim_first_fit_first(lines[l]);
        for (int i = 0; i < plain->count[l]; i++) {
            assert_int_equal(entity, plain->entity[l][i]);
            entity = sim_first_fit_next(table, lines[l], entity);
        }
        assert_int_equal(entity, SIM_ENTITY_NONE);
    }
}

static void test_first_fit_finds_what_a_walk_finds(void **state)
{
    struct sim_first_fit *table = *state;
    sim_first_fit_line lines[LINES] = {SIM_FIRST_FIT_EMPTY, SIM_FIRST_FIT_EMPTY,
                                       SIM_FIRST_FIT_EMPTY};
    struct plain *plain = calloc(1, sizeof *plain);
    assert_non_null(plain);
    memset(plain->line, 0xff, sizeof plain->line);
    uint64_t random = 20261122;
    for (int step = 0; step < 200000; step++) {
        /* Half of the entities wait on average; the table grows on the way. */
        uint32_t entity = below(
            &random, table->capacity < ENTITIES ? table->capacity : (uint32_t)ENTITIES);
        int line = (int)below(&random, LINES);
        if (plain->line[entity] >= 0) {
            sim_first_fit_leave(table, &lines[plain->line[entity]], entity);
            plain_leave(plain, entity);
        } else {
            plain->rank[entity] = (int64_t)below(&random, 50) - 10;
            plain->size[entity] = (int32_t)below(&random, 30);
            sim_first_fit_join(table, &lines[line], entity, plain->rank[entity],
                               plain->size[entity]);
            plain_join(plain, line, entity);
        }
        int32_t limit = (int32_t)below(&random, 30) - 2;
        line = (int)below(&random, LINES);
        assert_int_equal(sim_first_fit_find(table, lines[line], limit),
                         plain_find(plain, line, limit));
        if (step % 1000 == 0) {
            assert_same_order(table, lines, plain);
        }
        if (step == 5000 || step == 10000) {
            assert_int_equal(sim_first_fit_grow(table), SIM_OK);
        }
    }
    free(plain);
}

/* Joined in order, as arrivals do: a search tree without balance would be a list of
 * 10^5 nodes, and each step a walk. */
static void test_first_fit_stays_shallow_when_joined_in_order(void **state)
{
    struct sim_first_fit *table = *state;
    while (table->capacity < 100000) {
        assert_int_equal(sim_first_fit_grow(table), SIM_OK);
    }
    sim_first_fit_line line = SIM_FIRST_FIT_EMPTY;
    for (uint32_t i = 0; i < 100000; i++) {
        sim_first_fit_join(table, &line, i, i, 100000 - (int32_t)i);
    }
    for (uint32_t i = 0; i < 100000; i++) {
        assert_int_equal(sim_first_fit_find(table, line, 100000 - (int32_t)i), i);
    }
    for (uint32_t i = 0; i < 100000; i++) {
        assert_int_equal(sim_first_fit_first(line), i);
        sim_first_fit_leave(table, &line, i);
    }
    assert_int_equal(sim_first_fit_first(line), SIM_ENTITY_NONE);
}

#define WITH_TABLE(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_TABLE(test_first_fit_passes_who_asks_too_much),
        WITH_TABLE(test_first_fit_keeps_equals_in_order_of_joining),
        WITH_TABLE(test_first_fit_finds_nobody_in_an_empty_line),
        WITH_TABLE(test_first_fit_finds_what_a_walk_finds),
        WITH_TABLE(test_first_fit_stays_shallow_when_joined_in_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
