/* tests/sim/engine/test_watch.c - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A model that is deliberately wrong: coins go from purse to purse, and one event
 * loses one.
 */
#include "sim/engine/engine.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#define PURSE_COUNT 5
#define COIN_COUNT 100
#define EVENT_COUNT 500
#define STEP 40 /* events between two looks at a large model */
#define LARGE (STEP * SIM_ENGINE_WATCH_SHARE)

struct purses {
    struct sim_engine engine;
    int coins[PURSE_COUNT];
    uint64_t lost_at; /* event that loses a coin; 0: none */
    uint64_t size;
    int look_count;
};

/* Moves a coin on, and goes on a second later. */
static enum sim_status on_move(void *context, uint32_t purse)
{
    struct purses *self = context;
    uint32_t next = (purse + 1) % PURSE_COUNT;
    self->coins[purse]--;
    self->coins[next] += self->engine.event_count != self->lost_at;
    return sim_engine_schedule(&self->engine, self->engine.now + 1, 0, next, NULL);
}

static const struct sim_event_type TYPES[] = {{"verplaats", on_move, 0}};

static enum sim_status check(const void *context)
{
    const struct purses *self = context;
    int sum = 0;
    for (int i = 0; i < PURSE_COUNT; i++) {
        sum += self->coins[i];
    }
    return sum == COIN_COUNT ? SIM_OK : SIM_ERR_INVARIANT;
}

static uint64_t size_of(const void *context)
{
    /* Asked once for every look. */
    struct purses *self = ((const struct purses *)context)->engine.model;
    self->look_count++;
    return self->size;
}

/* Runs EVENT_COUNT events or up to the fault. */
static enum sim_status run(struct purses *self, uint64_t lost_at, uint64_t size)
{
    const struct sim_engine_watch watch = {check, size_of, self};
    *self = (struct purses){.coins = {COIN_COUNT}, .lost_at = lost_at, .size = size};
    assert_int_equal(sim_engine_init(&self->engine, TYPES, 1, self, 4), SIM_OK);
    assert_int_equal(sim_engine_schedule(&self->engine, 1, 0, 0, NULL), SIM_OK);
    enum sim_status status = sim_engine_run_watched(&self->engine, EVENT_COUNT, &watch);
    sim_engine_free(&self->engine);
    return status;
}

static void test_fault_in_a_small_model_is_found_at_its_event(void **state)
{
    (void)state;
    struct purses purses;
    for (uint64_t lost_at = 1; lost_at <= EVENT_COUNT; lost_at += 7) {
        assert_int_equal(run(&purses, lost_at, SIM_ENGINE_WATCH_SMALL),
                         SIM_ERR_INVARIANT);
        assert_int_equal(purses.engine.event_count, lost_at);
        assert_int_equal(purses.engine.now, lost_at);
    }
}

static void test_fault_in_a_large_model_is_found_at_the_next_look(void **state)
{
    (void)state;
    struct purses purses;
    assert_int_equal(run(&purses, 1, LARGE), SIM_ERR_INVARIANT);
    assert_int_equal(purses.engine.event_count, 1);
    assert_int_equal(run(&purses, 2, LARGE), SIM_ERR_INVARIANT);
    assert_int_equal(purses.engine.event_count, STEP + 1);
    assert_int_equal(run(&purses, STEP + 1, LARGE), SIM_ERR_INVARIANT);
    assert_int_equal(purses.engine.event_count, STEP + 1);
}

static void test_looks_at_no_more_than_its_share_of_a_large_model(void **state)
{
    (void)state;
    struct purses purses;
    assert_int_equal(run(&purses, 0, LARGE), SIM_OK);
    assert_int_equal(purses.look_count, (EVENT_COUNT - 1) / STEP + 1);
    assert_int_equal(run(&purses, 0, SIM_ENGINE_WATCH_SMALL), SIM_OK);
    assert_int_equal(purses.look_count, EVENT_COUNT);
}

static void test_watching_changes_nothing(void **state)
{
    (void)state;
    struct purses watched, alone = {.coins = {COIN_COUNT}};
    assert_int_equal(run(&watched, 0, 1), SIM_OK);
    assert_int_equal(sim_engine_init(&alone.engine, TYPES, 1, &alone, 4), SIM_OK);
    assert_int_equal(sim_engine_schedule(&alone.engine, 1, 0, 0, NULL), SIM_OK);
    assert_int_equal(sim_engine_run(&alone.engine, EVENT_COUNT), SIM_OK);
    assert_memory_equal(watched.coins, alone.coins, sizeof alone.coins);
    assert_int_equal(watched.engine.event_count, alone.engine.event_count);
    assert_int_equal(watched.engine.now, alone.engine.now);
    sim_engine_free(&alone.engine);
}

static void test_refuses_the_past(void **state)
{
    (void)state;
    struct purses purses;
    const struct sim_engine_watch watch = {check, size_of, &purses};
    assert_int_equal(run(&purses, 0, 1), SIM_OK);
    assert_int_equal(sim_engine_run_watched(&purses.engine, EVENT_COUNT - 1, &watch),
                     SIM_ERR_PAST);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fault_in_a_small_model_is_found_at_its_event),
        cmocka_unit_test(test_fault_in_a_large_model_is_found_at_the_next_look),
        cmocka_unit_test(test_looks_at_no_more_than_its_share_of_a_large_model),
        cmocka_unit_test(test_watching_changes_nothing),
        cmocka_unit_test(test_refuses_the_past),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
