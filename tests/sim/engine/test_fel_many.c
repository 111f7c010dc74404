/* tests/sim/engine/test_fel_many.c - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cases in which a list could need a time proportional to its length for each
 * operation: then a test here takes hours instead of a second.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "sim/engine/dist.h"
#include "sim/engine/fel.h"
#include "sim/engine/stream.h"

#include <stdlib.h>

static uint32_t random_below(struct sim_stream *stream, uint32_t bound)
{
    return (uint32_t)(sim_stream_uniform(stream) * bound);
}

#define MANY 200000u
#define LAST_TIME (((sim_time)1 << 59) - 1)

/* What was popped last; entities count insertions. */
struct drain {
    struct sim_fel fel;
    struct sim_stream stream;
    struct sim_fel_event last;
    uint32_t next_entity;
};

static int set_up_drain(void **state)
{
    struct drain *drain = calloc(1, sizeof *drain);
    *state = drain;
    if (drain == NULL || sim_fel_init(&drain->fel, 1000) != SIM_OK) {
        return 1;
    }
    drain->last.time = -1;
    sim_stream_init(&drain->stream, 20270102, 0);
    sim_stream_seek(&drain->stream, 1, 0);
    return 0;
}

static int tear_down_drain(void **state)
{
    struct drain *drain = *state;
    assert_int_equal(sim_fel_verify(&drain->fel), SIM_OK);
    sim_fel_free(&drain->fel);
    free(drain);
    return 0;
}

static sim_event_id push(struct drain *self, sim_time time, uint32_t priority)
{
    sim_event_id id = SIM_EVENT_NONE;
    struct sim_fel_event event = {.time = time, .entity = self->next_entity++};
    assert_int_equal(sim_fel_push(&self->fel, event, priority, &id), SIM_OK);
    return id;
}

static sim_event_id add(struct drain *self, sim_time time)
{
    return push(self, time, 8);
}

/* Later than the one before, or as late and inserted after it. */
static void take(struct drain *self)
{
    struct sim_fel_event event;
    assert_true(sim_fel_pop(&self->fel, &event));
    assert_true(event.time > self->last.time ||
                (event.time == self->last.time && event.entity > self->last.entity));
    self->last = event;
}

static void take_all(struct drain *self)
{
    while (self->fel.live_count > 0) {
        take(self);
    }
}

static void hold(struct drain *self, const struct sim_dist *increment, uint32_t pending)
{
    for (uint32_t i = 0; i < pending; i++) {
        double ticks = sim_dist_draw(increment, &self->stream);
        add(self, self->last.time + 1 + (sim_time)ticks);
    }
    for (uint32_t i = 0; i < 3 * MANY; i++) {
        take(self);
        double ticks = sim_dist_draw(increment, &self->stream);
        add(self, self->last.time + (sim_time)ticks);
    }
    assert_int_equal(sim_fel_verify(&self->fel), SIM_OK);
}

static void test_fel_holds_any_number_at_exponential_times(void **state)
{
    struct sim_dist increment;
    assert_int_equal(sim_dist_set_exponential(&increment, 5e7), SIM_OK);
    for (uint32_t pending = 1; pending <= MANY; pending *= 20) {
        hold(*state, &increment, pending);
    }
    take_all(*state);
}

static void test_fel_holds_many_at_long_tailed_times(void **state)
{
    struct sim_dist increment;
    assert_int_equal(sim_dist_set_lognormal(&increment, 5e7, 3.0), SIM_OK);
    hold(*state, &increment, MANY);
    take_all(*state);
}

/* Entities count up beyond the rows there are, as those of other events do. */
static void
test_fel_pops_the_same_when_rows_are_fetched_that_are_not_there(void **state)
{
    struct drain *drain = *state;
    struct sim_dist increment;
    assert_int_equal(sim_dist_set_exponential(&increment, 5e7), SIM_OK);
    sim_fel_set_rows(&drain->fel, drain, 4096);
    hold(drain, &increment, MANY);
    take_all(drain);
}

static void test_fel_holds_many_in_step(void **state)
{
    struct sim_dist increment;
    assert_int_equal(sim_dist_set_fixed(&increment, 5e7), SIM_OK);
    hold(*state, &increment, MANY);
    take_all(*state);
}

static void test_fel_pops_many_at_one_instant(void **state)
{
    struct drain *drain = *state;
    for (uint32_t i = 0; i < MANY; i++) {
        add(drain, 86400);
    }
    for (uint32_t i = 0; i < MANY; i++) {
        take(drain);
        add(drain, 86400); /* at the very instant that is being handled */
    }
    take_all(drain);
}

static void test_fel_pops_many_of_mixed_priority_at_one_instant(void **state)
{
    struct drain *drain = *state;
    for (uint32_t i = 0; i < 2 * MANY; i++) {
        push(drain, 86400, i * 7 % SIM_FEL_PRIORITY_COUNT);
    }
    for (uint32_t i = 0; i < 2 * MANY; i++) {
        struct sim_fel_event event;
        assert_true(sim_fel_pop(&drain->fel, &event));
        uint32_t priority = i / (2 * MANY / SIM_FEL_PRIORITY_COUNT);
        assert_int_equal(event.entity * 7 % SIM_FEL_PRIORITY_COUNT, priority);
    }
}

static void test_fel_pops_two_dense_clusters_years_apart(void **state)
{
    struct drain *drain = *state;
    const sim_time decade = 3650 * SIM_DAY;
    for (uint32_t i = 0; i < MANY; i++) {
        add(drain, random_below(&drain->stream, 1000));
        add(drain, decade + random_below(&drain->stream, 1000));
    }
    for (uint32_t i = 0; i < 2 * MANY; i++) {
        take(drain);
        add(drain, drain->last.time + random_below(&drain->stream, 50));
    }
    take_all(drain);
}

static void test_fel_accepts_many_events_before_the_last_one_popped(void **state)
{
    struct drain *drain = *state;
    add(drain, LAST_TIME - 1);
    add(drain, LAST_TIME);
    take(drain);
    drain->last.time = -1;
    for (uint32_t i = MANY; i-- > 0;) {
        add(drain, 1000 * (sim_time)i);
    }
    for (uint32_t i = 0; i < MANY; i++) {
        take(drain);
        add(drain, drain->last.time + random_below(&drain->stream, 1000));
    }
    take_all(drain);
}

static void test_fel_pops_few_events_far_apart_with_many_pending(void **state)
{
    struct drain *drain = *state;
    for (uint32_t i = 0; i < MANY; i++) {
        add(drain, LAST_TIME - random_below(&drain->stream, 1000));
    }
    add(drain, 0);
    for (uint32_t i = 0; i < 2 * MANY; i++) {
        take(drain);
        sim_time step = i < MANY ? 1 : (sim_time)1 << 40;
        add(drain, drain->last.time + step);
    }
    take_all(drain);
}

static void test_fel_pops_events_over_all_of_time(void **state)
{
    struct drain *drain = *state;
    for (uint32_t i = 0; i < MANY; i++) {
        add(drain, (sim_time)(sim_stream_bits(&drain->stream) >> 5));
        /* and as many in each next octave */
        add(drain, (sim_time)(sim_stream_bits(&drain->stream) >> (5 + i % 59)));
    }
    take_all(drain);
}

static void test_fel_follows_a_number_pending_that_falls_and_rises(void **state)
{
    struct drain *drain = *state;
    for (int round = 0; round < 3; round++) {
        sim_time now = drain->last.time + 1;
        for (uint32_t i = 0; i < MANY; i++) {
            add(drain, now + 100 * (sim_time)random_below(&drain->stream, MANY));
        }
        while (drain->fel.live_count > 20) {
            take(drain);
        }
        for (uint32_t i = 0; i < MANY; i++) {
            take(drain);
            add(drain, drain->last.time + 7 + random_below(&drain->stream, 100000));
        }
    }
}

static void cancel_many(struct drain *self, sim_time spread, bool looks)
{
    sim_event_id *ids = malloc(MANY * sizeof *ids);
    assert_non_null(ids);
    for (uint32_t i = 0; i < MANY; i++) {
        ids[i] = add(self, 86400 + spread * i);
    }
    for (uint32_t i = 0; i < MANY; i++) {
        if (looks) {
            assert_int_equal(sim_fel_next_time(&self->fel), 86400 + spread * i);
        }
        assert_true(sim_fel_cancel(&self->fel, ids[i]));
    }
    assert_int_equal(sim_fel_next_time(&self->fel), SIM_TIME_NEVER);
    free(ids);
}

static void test_fel_cancels_many_events(void **state)
{
    const sim_time spreads[] = {0, 1, 1000000};
    for (int i = 0; i < 3; i++) {
        cancel_many(*state, spreads[i], false);
        cancel_many(*state, spreads[i], true);
    }
}

#define WITH_DRAIN(test) \
    cmocka_unit_test_setup_teardown(test, set_up_drain, tear_down_drain)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_DRAIN(test_fel_holds_any_number_at_exponential_times),
        WITH_DRAIN(test_fel_holds_many_at_long_tailed_times),
        WITH_DRAIN(test_fel_pops_the_same_when_rows_are_fetched_that_are_not_there),
        WITH_DRAIN(test_fel_holds_many_in_step),
        WITH_DRAIN(test_fel_pops_many_at_one_instant),
        WITH_DRAIN(test_fel_pops_many_of_mixed_priority_at_one_instant),
        WITH_DRAIN(test_fel_pops_two_dense_clusters_years_apart),
        WITH_DRAIN(test_fel_accepts_many_events_before_the_last_one_popped),
        WITH_DRAIN(test_fel_pops_few_events_far_apart_with_many_pending),
        WITH_DRAIN(test_fel_pops_events_over_all_of_time),
        WITH_DRAIN(test_fel_follows_a_number_pending_that_falls_and_rises),
        WITH_DRAIN(test_fel_cancels_many_events),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
