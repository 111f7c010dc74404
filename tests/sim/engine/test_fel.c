/* tests/sim/engine/test_fel.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "sim/engine/fel.h"
#include "sim/engine/stream.h"

#include <stdlib.h>
#include <string.h>

static sim_event_id push(struct sim_fel *fel, sim_time time, uint32_t priority,
                         uint32_t entity)
{
    sim_event_id id = SIM_EVENT_NONE;
    struct sim_fel_event event = {.time = time, .type = 7, .entity = entity};
    assert_int_equal(sim_fel_push(fel, event, priority, &id), SIM_OK);
    assert_true(id != SIM_EVENT_NONE);
    return id;
}

static void assert_pops(struct sim_fel *fel, uint32_t entity)
{
    struct sim_fel_event event;
    assert_true(sim_fel_pop(fel, &event));
    assert_int_equal(event.entity, entity);
}

static void assert_pops_in_order(struct sim_fel *fel, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        assert_pops(fel, i);
    }
    struct sim_fel_event event;
    assert_false(sim_fel_pop(fel, &event));
}

static int set_up(void **state)
{
    struct sim_fel *fel = malloc(sizeof *fel);
    *state = fel;
    return fel == NULL || sim_fel_init(fel, 4) != SIM_OK;
}

static int tear_down(void **state)
{
    sim_fel_free(*state);
    free(*state);
    return 0;
}

static void test_fel_pops_in_order_of_time(void **state)
{
    struct sim_fel *fel = *state;
    push(fel, 301, 0, 2);
    push(fel, 17, 9, 0);
    push(fel, ((sim_time)1 << 59) - 1, 0, 3);
    push(fel, 300, 15, 1);
    assert_pops_in_order(fel, 4);
}

static void test_fel_pops_equal_times_by_priority(void **state)
{
    struct sim_fel *fel = *state;
    for (uint32_t priority = SIM_FEL_PRIORITY_COUNT; priority-- > 0;) {
        push(fel, 86400, priority, priority);
    }
    assert_pops_in_order(fel, SIM_FEL_PRIORITY_COUNT);
}

static void test_fel_pops_equal_times_in_insertion_order(void **state)
{
    struct sim_fel *fel = *state;
    for (uint32_t i = 0; i < 1000; i++) {
        push(fel, 86400, 8, i);
    }
    assert_pops_in_order(fel, 1000);
}

static void test_fel_gives_back_the_event_as_it_was(void **state)
{
    struct sim_fel *fel = *state;
    struct sim_fel_event event = {.time = 12345678901, .type = 3, .entity = UINT32_MAX};
    assert_int_equal(sim_fel_push(fel, event, 15, NULL), SIM_OK);
    struct sim_fel_event popped;
    assert_true(sim_fel_pop(fel, &popped));
    assert_int_equal(popped.time, 12345678901);
    assert_int_equal(popped.type, 3);
    assert_int_equal(popped.entity, UINT32_MAX);
}

static void test_fel_never_pops_a_cancelled_event(void **state)
{
    struct sim_fel *fel = *state;
    push(fel, 10, 0, 0);
    sim_event_id cancelled = push(fel, 11, 0, 99);
    push(fel, 12, 0, 1);
    assert_true(sim_fel_cancel(fel, cancelled));
    assert_int_equal(fel->live_count, 2);
    assert_pops_in_order(fel, 2);
}

static void test_fel_next_time_looks_past_cancelled_events(void **state)
{
    struct sim_fel *fel = *state;
    assert_int_equal(sim_fel_next_time(fel), SIM_TIME_NEVER);
    sim_event_id first = push(fel, 10, 0, 0);
    sim_event_id second = push(fel, 20, 0, 1);
    push(fel, 30, 0, 2);
    assert_int_equal(sim_fel_next_time(fel), 10);
    assert_true(sim_fel_cancel(fel, second));
    assert_int_equal(sim_fel_next_time(fel), 10);
    assert_true(sim_fel_cancel(fel, first));
    assert_int_equal(sim_fel_next_time(fel), 30);
}

static void test_fel_tells_what_is_pending_and_when(void **state)
{
    struct sim_fel *fel = *state;
    sim_event_id first = push(fel, 10, 3, 0);
    sim_event_id second = push(fel, SIM_DAY * 4000, 15, 1);
    assert_int_equal(sim_fel_look(fel, first).time, 10);
    assert_int_equal(sim_fel_look(fel, second).time, SIM_DAY * 4000);
    assert_int_equal(sim_fel_look(fel, second).entity, 1);
    assert_pops(fel, 0);
    assert_int_equal(sim_fel_look(fel, first).time, SIM_TIME_NEVER);
    assert_int_equal(sim_fel_look(fel, SIM_EVENT_NONE).time, SIM_TIME_NEVER);
}

static void
test_fel_recognises_a_stale_handle_after_its_slot_is_used_again(void **state)
{
    struct sim_fel *fel = *state;
    sim_event_id cancelled = push(fel, 10, 0, 0);
    assert_true(sim_fel_cancel(fel, cancelled));
    sim_event_id popped = push(fel, 10, 0, 1);
    assert_pops(fel, 1);
    sim_event_id pending = push(fel, 10, 0, 2);
    assert_false(sim_fel_is_pending(fel, cancelled));
    assert_false(sim_fel_is_pending(fel, popped));
    assert_true(sim_fel_is_pending(fel, pending));
    assert_false(sim_fel_cancel(fel, cancelled));
    assert_false(sim_fel_cancel(fel, popped));
    assert_false(sim_fel_cancel(fel, SIM_EVENT_NONE));
    assert_false(sim_fel_cancel(fel, UINT64_MAX));
    assert_pops(fel, 2);
}

static void test_fel_rejects_times_and_priorities_out_of_range(void **state)
{
    struct sim_fel *fel = *state;
    sim_event_id id = 5;
    struct sim_fel_event event = {.time = -1};
    assert_int_equal(sim_fel_push(fel, event, 0, &id), SIM_ERR_DOMAIN);
    event.time = (sim_time)1 << 59;
    assert_int_equal(sim_fel_push(fel, event, 0, &id), SIM_ERR_DOMAIN);
    event.time = SIM_TIME_NEVER;
    assert_int_equal(sim_fel_push(fel, event, 0, &id), SIM_ERR_DOMAIN);
    event.time = 0;
    assert_int_equal(sim_fel_push(fel, event, SIM_FEL_PRIORITY_COUNT, &id),
                     SIM_ERR_DOMAIN);
    assert_int_equal(fel->live_count, 0);
}

static void test_fel_keeps_handles_when_it_grows(void **state)
{
    struct sim_fel *fel = *state;
    sim_event_id early = push(fel, 500, 0, 9999);
    for (uint32_t i = 0; i < 1000; i++) {
        push(fel, 1000 + (sim_time)i, 0, i);
    }
    assert_true(2 * fel->capacity >= 1001);
    assert_int_equal(sim_fel_verify(fel), SIM_OK);
    assert_true(sim_fel_cancel(fel, early));
    assert_pops_in_order(fel, 1000);
}

static void
test_fel_does_not_grow_while_pending_events_fit_however_many_are_cancelled(void **state)
{
    (void)state;
    enum { CAPACITY = 100 };
    struct sim_fel fel;
    assert_int_equal(sim_fel_init(&fel, CAPACITY), SIM_OK);
    sim_event_id ids[CAPACITY];
    for (uint32_t i = 0; i < CAPACITY; i++) {
        ids[i] = push(&fel, i, 0, i);
    }
    const void *keys = fel.keys;
    for (uint32_t i = 0; i < 100 * CAPACITY; i++) {
        assert_true(sim_fel_cancel(&fel, ids[i % CAPACITY]));
        ids[i % CAPACITY] = push(&fel, 1000 + (sim_time)i, 0, i);
    }
    assert_int_equal(fel.capacity, CAPACITY);
    assert_ptr_equal(fel.keys, keys);
    assert_true(fel.live_count == CAPACITY && fel.dead_count <= CAPACITY);
    assert_int_equal(sim_fel_verify(&fel), SIM_OK);
    sim_fel_free(&fel);
}

static void test_fel_after_reset_is_as_after_init(void **state)
{
    struct sim_fel *fel = *state;
    uint32_t first_sequence = fel->next_sequence;
    sim_event_id first_run[50];
    for (uint32_t i = 0; i < 50; i++) {
        first_run[i] = push(fel, (sim_time)(i * 37 % 50), 3, i);
    }
    assert_true(sim_fel_cancel(fel, first_run[30]));
    assert_pops(fel, 0);
    sim_fel_reset(fel);
    assert_int_equal(sim_fel_verify(fel), SIM_OK);
    assert_int_equal(sim_fel_next_time(fel), SIM_TIME_NEVER);
    assert_false(sim_fel_is_pending(fel, first_run[7]));
    assert_int_equal(fel->next_sequence, first_sequence);
    for (uint32_t i = 0; i < 50; i++) {
        assert_true(push(fel, (sim_time)i, 3, i) == first_run[i]);
    }
    assert_pops_in_order(fel, 50);
}

static void test_fel_renumbers_when_sequences_are_used_up(void **state)
{
    struct sim_fel *fel = *state;
    fel->next_sequence = UINT32_MAX - 20;
    sim_event_id last = SIM_EVENT_NONE;
    for (uint32_t i = 0; i < 50; i++) {
        sim_event_id gone = push(fel, 40, 5, 1000);
        last = push(fel, 40, 5, i);
        assert_true(sim_fel_cancel(fel, gone));
    }
    assert_true(fel->next_sequence < 200);
    assert_int_equal(sim_fel_verify(fel), SIM_OK);
    assert_true(sim_fel_cancel(fel, last));
    assert_pops_in_order(fel, 49);
}

static void test_fel_free_accepts_zeroed_and_freed_structs(void **state)
{
    (void)state;
    struct sim_fel fel;
    memset(&fel, 0, sizeof fel);
    sim_fel_free(&fel);
    assert_int_equal(sim_fel_init(&fel, 0), SIM_OK);
    push(&fel, 3, 0, 0);
    sim_fel_free(&fel);
    sim_fel_free(&fel);
}

static void test_fel_init_reports_a_capacity_beyond_memory(void **state)
{
    (void)state;
    struct sim_fel fel;
    assert_int_equal(sim_fel_init(&fel, UINT32_MAX), SIM_ERR_NO_MEMORY);
    sim_fel_free(&fel);
}

static void test_fel_is_unchanged_when_it_cannot_grow(void **state)
{
    struct sim_fel *fel = *state;
    push(fel, 3, 0, 0);
    struct sim_fel full = *fel;
    full.capacity = 1u << 28; /* as much as there can be, and no slot left */
    full.slot_end = (1u << 29) + 1;
    struct sim_fel before = full;
    struct sim_fel_event event = {.time = 4};
    assert_int_equal(sim_fel_push(&full, event, 0, NULL), SIM_ERR_NO_MEMORY);
    assert_memory_equal(&full, &before, sizeof full);
    assert_pops_in_order(fel, 1);
}

static void test_fel_verify_notices_broken_accounts(void **state)
{
    struct sim_fel *fel = *state;
    for (uint32_t i = 0; i < 100; i++) {
        push(fel, 1000 * (sim_time)i, 0, i);
    }
    assert_int_equal(sim_fel_verify(fel), SIM_OK);
    struct sim_fel broken = *fel;
    broken.live_count--;
    assert_int_equal(sim_fel_verify(&broken), SIM_ERR_INVARIANT);
    broken = *fel;
    broken.key_count--;
    assert_int_equal(sim_fel_verify(&broken), SIM_ERR_INVARIANT);
    broken = *fel;
    broken.free_slot = 1; /* which is in use */
    assert_int_equal(sim_fel_verify(&broken), SIM_ERR_INVARIANT);
    broken = *fel;
    broken.open_until += 10000;
    assert_int_equal(sim_fel_verify(&broken), SIM_ERR_INVARIANT);
    broken = *fel;
    broken.dead_count++;
    assert_int_equal(sim_fel_verify(&broken), SIM_ERR_INVARIANT);
    broken = *fel;
    broken.slot_end--;
    assert_int_equal(sim_fel_verify(&broken), SIM_ERR_INVARIANT);
    broken = *fel;
    broken.day_mask /= 2;
    assert_int_equal(sim_fel_verify(&broken), SIM_ERR_INVARIANT);
    broken = *fel;
    broken.next_sequence = 3;
    assert_int_equal(sim_fel_verify(&broken), SIM_ERR_INVARIANT);
}

/* What the list should be: all pending events in a plain array, in order. */
struct reference {
    struct entry {
        sim_time time;
        uint32_t priority;
        uint32_t entity; /* goes up, so it is the order of insertion too */
        sim_event_id id;
    } entries[4000];
    size_t count;
    sim_event_id gone[64]; /* handles of events that are no longer pending */
    uint32_t next_entity;
};

static void reference_insert(struct reference *self, struct entry entry)
{
    size_t i = self->count++;
    for (; i > 0; i--) {
        const struct entry *before = &self->entries[i - 1];
        if (before->time < entry.time ||
            (before->time == entry.time && before->priority <= entry.priority)) {
            break;
        }
        self->entries[i] = *before;
    }
    self->entries[i] = entry;
}

static void reference_remove(struct reference *self, size_t index)
{
    self->gone[self->entries[index].entity % 64] = self->entries[index].id;
    self->count--;
    memmove(&self->entries[index], &self->entries[index + 1],
            (self->count - index) * sizeof *self->entries);
}

static uint32_t random_below(struct sim_stream *stream, uint32_t bound)
{
    return (uint32_t)(sim_stream_uniform(stream) * bound);
}

static void push_both(struct sim_fel *fel, struct reference *reference,
                      struct sim_stream *stream)
{
    /* Now many at the same time, now few. */
    uint32_t span = reference->next_entity / 10000 % 2 == 0 ? 60 : 1000000;
    struct entry entry = {.time = random_below(stream, span),
                          .priority = random_below(stream, SIM_FEL_PRIORITY_COUNT),
                          .entity = reference->next_entity++};
    entry.id = push(fel, entry.time, entry.priority, entry.entity);
    reference_insert(reference, entry);
}

static void pop_both(struct sim_fel *fel, struct reference *reference)
{
    struct sim_fel_event event;
    if (reference->count == 0) {
        assert_int_equal(sim_fel_next_time(fel), SIM_TIME_NEVER);
        assert_false(sim_fel_pop(fel, &event));
        return;
    }
    const struct entry *first = &reference->entries[0];
    assert_int_equal(sim_fel_next_time(fel), first->time);
    assert_false(sim_fel_pop_until(fel, first->time - 1, &event));
    assert_true(sim_fel_pop_until(fel, first->time, &event));
    assert_int_equal(event.time, first->time);
    assert_int_equal(event.entity, first->entity);
    assert_false(sim_fel_is_pending(fel, first->id));
    reference_remove(reference, 0);
}

static void cancel_both(struct sim_fel *fel, struct reference *reference,
                        struct sim_stream *stream)
{
    assert_false(sim_fel_cancel(fel, reference->gone[random_below(stream, 64)]));
    if (reference->count > 0) {
        size_t index = random_below(stream, (uint32_t)reference->count);
        assert_true(sim_fel_is_pending(fel, reference->entries[index].id));
        assert_true(sim_fel_cancel(fel, reference->entries[index].id));
        reference_remove(reference, index);
    }
}

/* An event that happens at another time than was thought. */
static void reschedule_both(struct sim_fel *fel, struct reference *reference,
                            struct sim_stream *stream)
{
    cancel_both(fel, reference, stream);
    push_both(fel, reference, stream);
}

static void test_fel_equals_a_sorted_array_under_random_operations(void **state)
{
    struct sim_fel *fel = *state;
    struct reference *reference = calloc(1, sizeof *reference);
    assert_non_null(reference);
    struct sim_stream stream;
    sim_stream_init(&stream, 20270101, 0);
    sim_stream_seek(&stream, 1, 0);
    for (int i = 0; i < 1000000; i++) {
        if (i % 20000 == 0) {
            fel->next_sequence = UINT32_MAX - 3000;
        }
        /* Filling and emptying take turns; now pops and now cancels are in front. */
        double push_share = i / 5000 % 2 == 0 ? 0.55 : 0.2;
        double pop_share = i / 10000 % 2 == 0 ? 0.3 : 0.7;
        if (reference->count < 4000 && sim_stream_uniform(&stream) < push_share) {
            push_both(fel, reference, &stream);
        } else if (sim_stream_uniform(&stream) < pop_share) {
            pop_both(fel, reference);
        } else if (sim_stream_uniform(&stream) < 0.5) {
            reschedule_both(fel, reference, &stream);
        } else {
            cancel_both(fel, reference, &stream);
        }
        assert_int_equal(fel->live_count, reference->count);
        if (i % 100 == 0) {
            assert_int_equal(sim_fel_verify(fel), SIM_OK);
        }
    }
    while (reference->count > 0) {
        pop_both(fel, reference);
    }
    free(reference);
}

#define WITH_FEL(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_FEL(test_fel_pops_in_order_of_time),
        WITH_FEL(test_fel_pops_equal_times_by_priority),
        WITH_FEL(test_fel_pops_equal_times_in_insertion_order),
        WITH_FEL(test_fel_gives_back_the_event_as_it_was),
        WITH_FEL(test_fel_never_pops_a_cancelled_event),
        WITH_FEL(test_fel_next_time_looks_past_cancelled_events),
        WITH_FEL(test_fel_tells_what_is_pending_and_when),
        WITH_FEL(test_fel_recognises_a_stale_handle_after_its_slot_is_used_again),
        WITH_FEL(test_fel_rejects_times_and_priorities_out_of_range),
        WITH_FEL(test_fel_keeps_handles_when_it_grows),
        cmocka_unit_test(
            test_fel_does_not_grow_while_pending_events_fit_however_many_are_cancelled),
        WITH_FEL(test_fel_after_reset_is_as_after_init),
        WITH_FEL(test_fel_renumbers_when_sequences_are_used_up),
        cmocka_unit_test(test_fel_free_accepts_zeroed_and_freed_structs),
        cmocka_unit_test(test_fel_init_reports_a_capacity_beyond_memory),
        WITH_FEL(test_fel_is_unchanged_when_it_cannot_grow),
        WITH_FEL(test_fel_verify_notices_broken_accounts),
        WITH_FEL(test_fel_equals_a_sorted_array_under_random_operations),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
