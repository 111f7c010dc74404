/* tests/sim/engine/test_engine.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "sim/engine/engine.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum event {
    EVENT_POLICY,
    EVENT_RELEASE,
    EVENT_RENEGE,
    EVENT_ARRIVAL,
    EVENT_MEASURE,
    EVENT_COUNT,
    EVENT_FAIL = EVENT_COUNT,
    EVENT_FOLLOW, /* schedules [follow_type] at this very instant */
    EVENT_CANCEL, /* cancels [victim] */
    EVENT_TYPE_COUNT
};

#define LOG_MAX 256

/* A model that writes down what happened. */
struct model {
    struct sim_engine engine;
    struct {
        sim_time time;
        uint32_t type;
        uint32_t entity;
    } log[LOG_MAX];
    int log_count;
    uint32_t follow_type;
    sim_event_id victim;
};

static void write_down(struct model *model, uint32_t type, uint32_t entity)
{
    assert_true(model->log_count < LOG_MAX);
    model->log[model->log_count].time = model->engine.now;
    model->log[model->log_count].type = type;
    model->log[model->log_count].entity = entity;
    model->log_count++;
}

static enum sim_status on_policy(void *model, uint32_t entity)
{
    write_down(model, EVENT_POLICY, entity);
    return SIM_OK;
}

static enum sim_status on_release(void *model, uint32_t entity)
{
    write_down(model, EVENT_RELEASE, entity);
    return SIM_OK;
}

static enum sim_status on_renege(void *model, uint32_t entity)
{
    write_down(model, EVENT_RENEGE, entity);
    return SIM_OK;
}

static enum sim_status on_arrival(void *model, uint32_t entity)
{
    write_down(model, EVENT_ARRIVAL, entity);
    return SIM_OK;
}

static enum sim_status on_measure(void *model, uint32_t entity)
{
    write_down(model, EVENT_MEASURE, entity);
    return SIM_OK;
}

static enum sim_status on_fail(void *model, uint32_t entity)
{
    write_down(model, EVENT_FAIL, entity);
    return SIM_ERR_FULL;
}

static enum sim_status on_follow(void *context, uint32_t entity)
{
    struct model *model = context;
    write_down(model, EVENT_FOLLOW, entity);
    return sim_engine_schedule(&model->engine, model->engine.now, model->follow_type,
                               entity + 1, NULL);
}

static enum sim_status on_cancel(void *context, uint32_t entity)
{
    struct model *model = context;
    write_down(model, EVENT_CANCEL, entity);
    sim_engine_cancel(&model->engine, &model->victim);
    return SIM_OK;
}

static const struct sim_event_type TYPES[EVENT_TYPE_COUNT] = {
    [EVENT_POLICY] = {"policy", on_policy, SIM_PRIORITY_POLICY},
    [EVENT_RELEASE] = {"release", on_release, SIM_PRIORITY_RELEASE},
    [EVENT_RENEGE] = {"renege", on_renege, SIM_PRIORITY_RENEGE},
    [EVENT_ARRIVAL] = {"arrival", on_arrival, SIM_PRIORITY_ARRIVAL},
    [EVENT_MEASURE] = {"measure", on_measure, SIM_PRIORITY_MEASURE},
    [EVENT_FAIL] = {"fail", on_fail, SIM_PRIORITY_RENEGE},
    [EVENT_FOLLOW] = {"follow", on_follow, SIM_PRIORITY_RENEGE},
    [EVENT_CANCEL] = {"cancel", on_cancel, SIM_PRIORITY_RELEASE},
};

static int set_up(void **state)
{
    struct model *model = calloc(1, sizeof *model);
    *state = model;
    return model == NULL ||
           sim_engine_init(&model->engine, TYPES, EVENT_TYPE_COUNT, model, 8) != SIM_OK;
}

static int tear_down(void **state)
{
    struct model *model = *state;
    sim_engine_free(&model->engine);
    free(model);
    return 0;
}

static sim_event_id schedule(struct model *model, sim_time time, uint32_t type,
                             uint32_t entity)
{
    sim_event_id id = SIM_EVENT_NONE;
    assert_int_equal(sim_engine_schedule(&model->engine, time, type, entity, &id),
                     SIM_OK);
    return id;
}

static void assert_log(const struct model *model, const uint32_t *types, int count)
{
    assert_int_equal(model->log_count, count);
    for (int i = 0; i < count; i++) {
        assert_int_equal(model->log[i].type, types[i]);
    }
}

/* The [number]-th order of the events, 0 <= number < EVENT_COUNT!. */
static void permute(int number, uint32_t order[EVENT_COUNT])
{
    for (uint32_t i = 0; i < EVENT_COUNT; i++) {
        order[i] = i;
    }
    for (int left = EVENT_COUNT; left > 1; left--) {
        int chosen = number % left;
        number /= left;
        uint32_t swap = order[chosen];
        order[chosen] = order[left - 1];
        order[left - 1] = swap;
    }
}

static void test_engine_settles_every_tie_by_priority(void **state)
{
    struct model *model = *state;
    const uint32_t expected[EVENT_COUNT] = {EVENT_POLICY, EVENT_RELEASE, EVENT_RENEGE,
                                            EVENT_ARRIVAL, EVENT_MEASURE};
    for (int number = 0; number < 120; number++) {
        uint32_t order[EVENT_COUNT];
        permute(number, order);
        sim_engine_reset(&model->engine);
        model->log_count = 0;
        for (int i = 0; i < EVENT_COUNT; i++) {
            schedule(model, 5 * SIM_DAY, order[i], 0);
        }
        assert_int_equal(sim_engine_run(&model->engine, 5 * SIM_DAY), SIM_OK);
        assert_log(model, expected, EVENT_COUNT);
    }
}

static void test_engine_settles_equal_priority_by_order_of_scheduling(void **state)
{
    struct model *model = *state;
    for (uint32_t i = 0; i < 20; i++) {
        schedule(model, SIM_DAY, EVENT_ARRIVAL, i * 7 % 20);
    }
    assert_int_equal(sim_engine_run(&model->engine, SIM_DAY), SIM_OK);
    for (uint32_t i = 0; i < 20; i++) {
        assert_int_equal(model->log[i].entity, i * 7 % 20);
    }
}

static void test_engine_cancel_reaches_later_events_of_the_same_instant(void **state)
{
    struct model *model = *state;
    model->victim = schedule(model, SIM_DAY, EVENT_RENEGE, 3);
    schedule(model, SIM_DAY, EVENT_CANCEL, 1);
    schedule(model, SIM_DAY, EVENT_ARRIVAL, 2);
    assert_int_equal(sim_engine_run(&model->engine, SIM_DAY), SIM_OK);
    assert_log(model, (const uint32_t[]){EVENT_CANCEL, EVENT_ARRIVAL}, 2);
    assert_true(model->victim == SIM_EVENT_NONE);
}

static void test_engine_cancel_of_a_stale_handle_touches_nothing(void **state)
{
    struct model *model = *state;
    sim_event_id id = schedule(model, 10, EVENT_ARRIVAL, 0);
    assert_int_equal(sim_engine_run(&model->engine, 10), SIM_OK);
    schedule(model, 20, EVENT_ARRIVAL, 1);
    sim_engine_cancel(&model->engine, &id);
    assert_true(id == SIM_EVENT_NONE);
    sim_engine_cancel(&model->engine, &id);
    assert_int_equal(sim_engine_run(&model->engine, 20), SIM_OK);
    assert_int_equal(model->log_count, 2);
}

static void test_engine_runs_what_a_handler_schedules_at_now_in_its_turn(void **state)
{
    struct model *model = *state;
    model->follow_type = EVENT_ARRIVAL;
    schedule(model, 100, EVENT_MEASURE, 0);
    schedule(model, 100, EVENT_ARRIVAL, 50);
    schedule(model, 100, EVENT_FOLLOW, 0);
    assert_int_equal(sim_engine_run(&model->engine, 100), SIM_OK);
    assert_log(
        model,
        (const uint32_t[]){EVENT_FOLLOW, EVENT_ARRIVAL, EVENT_ARRIVAL, EVENT_MEASURE},
        4);
    assert_int_equal(model->log[1].entity, 50);
    assert_int_equal(model->log[2].entity, 1);
    assert_int_equal(model->log[2].time, 100);
}

static void test_engine_runs_a_more_urgent_event_scheduled_at_now_first(void **state)
{
    struct model *model = *state;
    model->follow_type = EVENT_POLICY;
    schedule(model, 100, EVENT_FOLLOW, 0);
    schedule(model, 100, EVENT_RENEGE, 0);
    assert_int_equal(sim_engine_run(&model->engine, 100), SIM_OK);
    assert_log(model, (const uint32_t[]){EVENT_FOLLOW, EVENT_POLICY, EVENT_RENEGE}, 3);
}

static void test_engine_refuses_the_past_and_unknown_types(void **state)
{
    struct model *model = *state;
    struct sim_engine *engine = &model->engine;
    assert_int_equal(sim_engine_schedule(engine, -1, EVENT_ARRIVAL, 0, NULL),
                     SIM_ERR_PAST);
    assert_int_equal(sim_engine_run(engine, 1000), SIM_OK);
    assert_int_equal(sim_engine_schedule(engine, 999, EVENT_ARRIVAL, 0, NULL),
                     SIM_ERR_PAST);
    assert_int_equal(sim_engine_run(engine, 999), SIM_ERR_PAST);
    assert_int_equal(sim_engine_schedule(engine, 1000, EVENT_TYPE_COUNT, 0, NULL),
                     SIM_ERR_DOMAIN);
    assert_int_equal(
        sim_engine_schedule(engine, SIM_TIME_NEVER, EVENT_ARRIVAL, 0, NULL),
        SIM_ERR_DOMAIN);
    assert_int_equal(engine->fel.live_count, 0);
}

static void test_engine_refuses_what_is_no_duration(void **state)
{
    struct model *model = *state;
    struct sim_engine *engine = &model->engine;
    const double none[] = {NAN, -NAN, INFINITY, -INFINITY, -1, -DBL_MAX, -1e-4};
    assert_int_equal(sim_engine_run(engine, 1000), SIM_OK);
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        sim_time time = engine->now + sim_time_from_days(none[i]);
        assert_int_equal(sim_engine_schedule(engine, time, EVENT_ARRIVAL, 0, NULL),
                         SIM_ERR_PAST);
    }
    assert_int_equal(engine->fel.live_count, 0);
}

static void test_engine_takes_a_duration_beyond_any_run(void **state)
{
    struct model *model = *state;
    struct sim_engine *engine = &model->engine;
    const double far[] = {1e14, 1e30, DBL_MAX / 86400 / 2};
    assert_int_equal(sim_engine_run(engine, 1000), SIM_OK);
    for (size_t i = 0; i < sizeof far / sizeof *far; i++) {
        sim_time time = engine->now + sim_time_from_days(far[i]);
        assert_true(time > SIM_TIME_FAR);
        assert_int_equal(sim_engine_schedule(engine, time, EVENT_ARRIVAL, 0, NULL),
                         SIM_OK);
    }
    assert_int_equal(sim_engine_run(engine, 2000), SIM_OK);
    assert_int_equal(engine->fel.live_count, 3);
}

static void test_engine_run_includes_until_and_leaves_what_is_later(void **state)
{
    struct model *model = *state;
    schedule(model, 10, EVENT_ARRIVAL, 0);
    schedule(model, 20, EVENT_ARRIVAL, 1);
    schedule(model, 21, EVENT_ARRIVAL, 2);
    assert_int_equal(sim_engine_run(&model->engine, 20), SIM_OK);
    assert_int_equal(model->log_count, 2);
    assert_int_equal(model->engine.now, 20);
    assert_int_equal(sim_engine_run(&model->engine, 1000), SIM_OK);
    assert_int_equal(model->log_count, 3);
    assert_int_equal(model->log[2].time, 21);
    assert_int_equal(model->engine.now, 1000);
    assert_int_equal(model->engine.event_count, 3);
}

static void test_engine_runs_to_the_last_event_when_until_is_never(void **state)
{
    struct model *model = *state;
    schedule(model, ((sim_time)1 << 59) - 1, EVENT_ARRIVAL, 0);
    assert_int_equal(sim_engine_run(&model->engine, SIM_TIME_NEVER), SIM_OK);
    assert_int_equal(model->log_count, 1);
}

static void test_engine_stops_at_the_first_handler_that_fails(void **state)
{
    struct model *model = *state;
    schedule(model, 10, EVENT_ARRIVAL, 0);
    schedule(model, 20, EVENT_FAIL, 1);
    schedule(model, 20, EVENT_ARRIVAL, 2);
    assert_int_equal(sim_engine_run(&model->engine, 1000), SIM_ERR_FULL);
    assert_log(model, (const uint32_t[]){EVENT_ARRIVAL, EVENT_FAIL}, 2);
    assert_int_equal(model->engine.now, 20);
    assert_int_equal(model->engine.fel.live_count, 1);
}

static void run_once(struct model *model)
{
    model->log_count = 0;
    model->follow_type = EVENT_RELEASE;
    for (uint32_t i = 0; i < 30; i++) {
        schedule(model, (sim_time)(i * 11 % 13), i % 2 ? EVENT_FOLLOW : EVENT_MEASURE,
                 i);
    }
    model->victim = schedule(model, 6, EVENT_POLICY, 77);
    schedule(model, 5, EVENT_CANCEL, 0);
    assert_int_equal(sim_engine_run(&model->engine, 9), SIM_OK);
}

static void test_engine_reset_then_run_equals_init_then_run(void **state)
{
    struct model *model = *state;
    run_once(model);
    struct model first = *model;
    sim_engine_reset(&model->engine);
    assert_int_equal(model->engine.now, 0);
    assert_int_equal(model->engine.event_count, 0);
    run_once(model);
    assert_int_equal(model->log_count, first.log_count);
    assert_memory_equal(model->log, first.log, sizeof first.log);
    assert_int_equal(model->engine.event_count, first.engine.event_count);
}

#define WITH_MODEL(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_MODEL(test_engine_settles_every_tie_by_priority),
        WITH_MODEL(test_engine_settles_equal_priority_by_order_of_scheduling),
        WITH_MODEL(test_engine_cancel_reaches_later_events_of_the_same_instant),
        WITH_MODEL(test_engine_cancel_of_a_stale_handle_touches_nothing),
        WITH_MODEL(test_engine_runs_what_a_handler_schedules_at_now_in_its_turn),
        WITH_MODEL(test_engine_runs_a_more_urgent_event_scheduled_at_now_first),
        WITH_MODEL(test_engine_refuses_the_past_and_unknown_types),
        WITH_MODEL(test_engine_refuses_what_is_no_duration),
        WITH_MODEL(test_engine_takes_a_duration_beyond_any_run),
        WITH_MODEL(test_engine_run_includes_until_and_leaves_what_is_later),
        WITH_MODEL(test_engine_runs_to_the_last_event_when_until_is_never),
        WITH_MODEL(test_engine_stops_at_the_first_handler_that_fails),
        WITH_MODEL(test_engine_reset_then_run_equals_init_then_run),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
