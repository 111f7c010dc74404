/* tests/sim/engine/test_queue.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "sim/engine/queue.h"
#include "sim/engine/stream.h"

#include <stdlib.h>
#include <string.h>

enum { ENTITY_COUNT = 300 };

static void assert_order(const struct sim_queue *queue, const uint32_t *entities,
                         uint32_t count)
{
    assert_int_equal(queue->length, count);
    uint32_t entity = sim_queue_first(queue);
    uint32_t previous = SIM_ENTITY_NONE;
    for (uint32_t i = 0; i < count; i++) {
        assert_int_equal(entity, entities[i]);
        assert_int_equal(queue->links[entity].previous, previous);
        previous = entity;
        entity = sim_queue_next(queue, entity);
    }
    assert_int_equal(entity, SIM_ENTITY_NONE);
    assert_int_equal(queue->last, previous);
}

static void test_queue_fifo_serves_who_waits_longest(void **state)
{
    (void)state;
    struct sim_queue_link links[5];
    struct sim_queue queue;
    sim_queue_init(&queue, &sim_queue_fifo, links);
    sim_queue_join(&queue, 0, 9, -500, 10);
    sim_queue_join(&queue, 1, 5, 11, 11);
    sim_queue_join(&queue, 2, 0, 30, 30);
    sim_queue_join(&queue, 3, 7, 11, 31);
    sim_queue_join(&queue, 4, 1, -501, 31);
    assert_order(&queue, (const uint32_t[]){4, 0, 1, 3, 2}, 5);
    assert_int_equal(sim_queue_since(&queue, 4), -501);
}

static void test_queue_fifo_keeps_the_order_of_joining_among_equals(void **state)
{
    (void)state;
    struct sim_queue_link links[3];
    struct sim_queue queue;
    sim_queue_init(&queue, &sim_queue_fifo, links);
    for (uint32_t i = 0; i < 3; i++) {
        sim_queue_join(&queue, i, 0, 5, 5);
    }
    assert_order(&queue, (const uint32_t[]){0, 1, 2}, 3);
}

static void test_queue_lifo_serves_who_joined_last(void **state)
{
    (void)state;
    struct sim_queue_link links[3];
    struct sim_queue queue;
    sim_queue_init(&queue, &sim_queue_lifo, links);
    sim_queue_join(&queue, 1, 0, 4, 10);
    sim_queue_join(&queue, 0, 1, 3, 10);
    sim_queue_join(&queue, 2, 2, 1, 10);
    assert_order(&queue, (const uint32_t[]){2, 0, 1}, 3);
}

static void test_queue_priority_serves_by_class_and_then_by_wait(void **state)
{
    (void)state;
    struct sim_queue_link links[6];
    struct sim_queue queue;
    const sim_time limit = (sim_time)1 << 54;
    sim_queue_init(&queue, &sim_queue_priority, links);
    sim_queue_join(&queue, 0, 2, -limit, limit);
    sim_queue_join(&queue, 1, 1, limit - 1, limit);
    sim_queue_join(&queue, 2, -128, 40, limit);
    sim_queue_join(&queue, 3, 1, 5, limit);
    sim_queue_join(&queue, 4, 127, -limit, limit);
    sim_queue_join(&queue, 5, 1, 5, limit);
    assert_order(&queue, (const uint32_t[]){2, 3, 5, 1, 0, 4}, 6);
}

static void test_queue_lets_anybody_leave(void **state)
{
    (void)state;
    struct sim_queue_link links[5];
    struct sim_queue queue;
    sim_queue_init(&queue, &sim_queue_fifo, links);
    for (uint32_t i = 0; i < 5; i++) {
        sim_queue_join(&queue, i, 0, i, i);
    }
    sim_queue_leave(&queue, 2, 10);
    assert_order(&queue, (const uint32_t[]){0, 1, 3, 4}, 4);
    sim_queue_leave(&queue, 0, 10);
    assert_order(&queue, (const uint32_t[]){1, 3, 4}, 3);
    sim_queue_leave(&queue, 4, 10);
    assert_order(&queue, (const uint32_t[]){1, 3}, 2);
    sim_queue_leave(&queue, 1, 10);
    sim_queue_leave(&queue, 3, 10);
    assert_order(&queue, NULL, 0);
    sim_queue_join(&queue, 2, 0, 11, 11);
    assert_order(&queue, (const uint32_t[]){2}, 1);
}

/* Length 1 from 10, 2 from 14, 1 from 20, 0 from 25: 4 + 12 + 5 = 21. */
static void test_queue_measures_its_length_over_time(void **state)
{
    (void)state;
    struct sim_queue_link links[2];
    struct sim_queue queue;
    sim_queue_init(&queue, &sim_queue_fifo, links);
    sim_queue_join(&queue, 0, 0, 10, 10);
    sim_queue_join(&queue, 1, 0, 2, 14);
    sim_queue_leave(&queue, 1, 20);
    sim_queue_leave(&queue, 0, 25);
    assert_int_equal(queue.level.peak, 2);
    assert_int_equal(sim_timeavg_flush(&queue.level, 100), 21);
}

static void test_queue_shares_its_links_with_other_queues(void **state)
{
    (void)state;
    struct sim_queue_link links[4];
    struct sim_queue a;
    struct sim_queue b;
    sim_queue_init(&a, &sim_queue_fifo, links);
    sim_queue_init(&b, &sim_queue_lifo, links);
    sim_queue_join(&a, 0, 0, 1, 1);
    sim_queue_join(&b, 1, 0, 1, 1);
    sim_queue_join(&a, 2, 0, 2, 2);
    sim_queue_join(&b, 3, 0, 2, 2);
    sim_queue_leave(&a, 0, 3);
    sim_queue_join(&b, 0, 0, 3, 3);
    assert_order(&a, (const uint32_t[]){2}, 1);
    assert_order(&b, (const uint32_t[]){0, 3, 1}, 3);
}

static void test_queue_survives_a_move_of_its_links(void **state)
{
    (void)state;
    struct sim_queue_link small[2];
    struct sim_queue_link large[3];
    struct sim_queue queue;
    sim_queue_init(&queue, &sim_queue_fifo, small);
    sim_queue_join(&queue, 0, 0, 1, 1);
    sim_queue_join(&queue, 1, 0, 2, 2);
    memcpy(large, small, sizeof small);
    queue.links = large;
    sim_queue_join(&queue, 2, 0, 3, 3);
    assert_order(&queue, (const uint32_t[]){0, 1, 2}, 3);
}

static void test_queue_after_reset_is_as_after_init(void **state)
{
    (void)state;
    struct sim_queue_link links[2];
    struct sim_queue fresh;
    struct sim_queue queue;
    memset(&fresh, 0, sizeof fresh);
    memset(&queue, 0, sizeof queue);
    sim_queue_init(&fresh, &sim_queue_priority, links);
    sim_queue_init(&queue, &sim_queue_priority, links);
    sim_queue_join(&queue, 0, 0, 1, 5);
    sim_queue_reset(&queue);
    assert_memory_equal(&queue, &fresh, sizeof queue);
}

/* What the queue should be: the entities in a plain array. */
struct reference {
    uint32_t entities[ENTITY_COUNT];
    int64_t ranks[ENTITY_COUNT];
    uint32_t count;
};

static void reference_insert(struct reference *self, uint32_t entity, int64_t rank)
{
    uint32_t i = self->count++;
    for (; i > 0 && self->ranks[i - 1] > rank; i--) {
        self->entities[i] = self->entities[i - 1];
        self->ranks[i] = self->ranks[i - 1];
    }
    self->entities[i] = entity;
    self->ranks[i] = rank;
}

static void reference_remove(struct reference *self, uint32_t index)
{
    self->count--;
    for (uint32_t i = index; i < self->count; i++) {
        self->entities[i] = self->entities[i + 1];
        self->ranks[i] = self->ranks[i + 1];
    }
}

static void compare_with_reference(const struct sim_queue_discipline *discipline)
{
    struct sim_queue_link links[ENTITY_COUNT];
    struct reference reference = {.count = 0};
    struct sim_queue queue;
    sim_queue_init(&queue, discipline, links);
    struct sim_stream stream;
    sim_stream_init(&stream, 11, 0);
    struct sim_entity_pool pool;
    assert_int_equal(sim_entity_pool_init(&pool, ENTITY_COUNT), SIM_OK);
    for (sim_time now = 0; now < 3000; now++) {
        sim_stream_seek(&stream, (uint64_t)now, 0);
        double push_share = now / 200 % 2 == 0 ? 0.8 : 0.1;
        if (sim_stream_uniform(&stream) < push_share &&
            reference.count < ENTITY_COUNT) {
            int32_t class = (int32_t)(4.0 * sim_stream_uniform(&stream)) - 2;
            sim_time since = now - (sim_time)(30.0 * sim_stream_uniform(&stream));
            int64_t rank = discipline->rank(class, since, queue.join_count);
            uint32_t entity = SIM_ENTITY_NONE;
            assert_int_equal(sim_entity_pool_take(&pool, &entity), SIM_OK);
            reference_insert(&reference, entity, rank);
            sim_queue_join(&queue, entity, class, since, now);
        } else if (reference.count > 0) {
            uint32_t index = (uint32_t)(reference.count * sim_stream_uniform(&stream));
            sim_queue_leave(&queue, reference.entities[index], now);
            sim_entity_pool_give_back(&pool, reference.entities[index]);
            reference_remove(&reference, index);
        }
        assert_order(&queue, reference.entities, reference.count);
    }
    sim_entity_pool_free(&pool);
}

static void test_queue_equals_a_sorted_array_under_random_operations(void **state)
{
    (void)state;
    compare_with_reference(&sim_queue_fifo);
    compare_with_reference(&sim_queue_lifo);
    compare_with_reference(&sim_queue_priority);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_queue_fifo_serves_who_waits_longest),
        cmocka_unit_test(test_queue_fifo_keeps_the_order_of_joining_among_equals),
        cmocka_unit_test(test_queue_lifo_serves_who_joined_last),
        cmocka_unit_test(test_queue_priority_serves_by_class_and_then_by_wait),
        cmocka_unit_test(test_queue_lets_anybody_leave),
        cmocka_unit_test(test_queue_measures_its_length_over_time),
        cmocka_unit_test(test_queue_shares_its_links_with_other_queues),
        cmocka_unit_test(test_queue_survives_a_move_of_its_links),
        cmocka_unit_test(test_queue_after_reset_is_as_after_init),
        cmocka_unit_test(test_queue_equals_a_sorted_array_under_random_operations),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
