/* tests/sim/engine/test_stream.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "sim/engine/stream.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>

#include <math.h>
#include <stdlib.h>

/* The chance of more than four standard errors to one side. */
static double four_sigma(void)
{
    return gsl_cdf_ugaussian_Q(4.0);
}

/* The vectors for "philox2x64 10" that Random123 is distributed with (kat_vectors),
 * with the second word of the counter taken apart as the header says. */
static void test_stream_gives_the_known_answers_of_philox(void **state)
{
    (void)state;
    static const struct {
        uint64_t seed, entity;
        uint32_t replication, purpose, draw;
        uint64_t answer[2];
    } cases[] = {
        {0, 0, 0, 0, 0, {0xca00a0459843d731, 0x66c24222c9a845b5}},
        {UINT64_MAX,
         UINT64_MAX,
         UINT32_MAX,
         SIM_STREAM_PURPOSE_COUNT - 1,
         SIM_STREAM_DRAW_COUNT - 2,
         {0x65b021d60cd8310f, 0x4d02f3222f86df20}},
        {0xa4093822299f31d0,
         0x243f6a8885a308d3,
         0x13198a2e,
         0x037,
         2 * 0x07344,
         {0x0a5e742c2997341c, 0xb0f883d38000de5d}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct sim_stream stream;
        sim_stream_init(&stream, cases[i].seed, cases[i].replication);
        sim_stream_seek_draw(&stream, cases[i].entity, cases[i].purpose, cases[i].draw);
        assert_true(sim_stream_bits(&stream) == cases[i].answer[0]);
        assert_true(sim_stream_bits(&stream) == cases[i].answer[1]);
    }
}

static void test_stream_draws_depend_on_the_position_only(void **state)
{
    (void)state;
    struct sim_stream stream;
    sim_stream_init(&stream, 20270101, 12);
    sim_stream_seek(&stream, 345, 6);
    uint64_t first[9];
    for (int i = 0; i < 9; i++) {
        first[i] = sim_stream_bits(&stream);
    }
    for (int wander = 0; wander < 4; wander++) {
        sim_stream_seek(&stream, 346, 6);
        for (int i = 0; i < wander; i++) {
            (void)sim_stream_bits(&stream);
        }
        sim_stream_seek(&stream, 345, 6);
        for (int i = 0; i < 9; i++) {
            assert_true(sim_stream_bits(&stream) == first[i]);
        }
    }
}

static void test_stream_seeks_any_draw(void **state)
{
    (void)state;
    struct sim_stream stream;
    sim_stream_init(&stream, 1, 2);
    for (uint32_t draw = 0; draw < 20; draw++) {
        sim_stream_seek(&stream, 3, 4);
        for (uint32_t i = 0; i < draw; i++) {
            (void)sim_stream_bits(&stream);
        }
        uint64_t next[2] = {sim_stream_bits(&stream), sim_stream_bits(&stream)};
        sim_stream_seek_draw(&stream, 3, 4, draw);
        assert_true(sim_stream_bits(&stream) == next[0]);
        assert_true(sim_stream_bits(&stream) == next[1]);
    }
}

static void test_stream_uniform_at_is_the_first_uniform_there(void **state)
{
    (void)state;
    struct sim_stream stream;
    sim_stream_init(&stream, 98, 7);
    double at = sim_stream_uniform_at(&stream, 1ull << 40, 4095);
    sim_stream_seek(&stream, 1ull << 40, 4095);
    assert_true(sim_stream_uniform(&stream) == at);
}

static int compare_bits(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a;
    uint64_t y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

/* 10^4 streams of 4 draws: that two of 4 x 10^4 numbers of 64 bits are equal by
 * chance has a probability of 4e-11. */
static void test_stream_differs_in_seed_replication_entity_and_purpose(void **state)
{
    (void)state;
    enum { SIDE = 10, DRAWS = 4, COUNT = SIDE * SIDE * SIDE * SIDE * DRAWS };
    uint64_t *bits = malloc(COUNT * sizeof *bits);
    assert_non_null(bits);
    size_t count = 0;
    for (uint32_t i = 0; i < COUNT / DRAWS; i++) {
        struct sim_stream stream;
        sim_stream_init(&stream, i % SIDE, i / SIDE % SIDE);
        sim_stream_seek(&stream, i / (SIDE * SIDE) % SIDE, i / (SIDE * SIDE * SIDE));
        for (int draw = 0; draw < DRAWS; draw++) {
            bits[count++] = sim_stream_bits(&stream);
        }
    }
    qsort(bits, count, sizeof *bits, compare_bits);
    for (size_t i = 1; i < count; i++) {
        assert_true(bits[i - 1] != bits[i]);
    }
    free(bits);
}

/* Lets the next two numbers be [bits]. */
static void force(struct sim_stream *stream, uint64_t bits)
{
    stream->state.block[0] = bits;
    stream->state.block[1] = bits;
    stream->state.left = 2;
}

static void test_stream_uniform_is_never_0_and_never_1(void **state)
{
    (void)state;
    struct sim_stream stream;
    sim_stream_init(&stream, 0, 0);
    force(&stream, 0);
    assert_true(sim_stream_uniform(&stream) > 0.0);
    assert_true(gsl_rng_uniform(&stream.rng) == 0.0);
    force(&stream, UINT64_MAX);
    assert_true(sim_stream_uniform(&stream) < 1.0);
    assert_true(gsl_rng_uniform(&stream.rng) < 1.0);
}

static void test_stream_type_serves_gsl(void **state)
{
    (void)state;
    gsl_rng *rng = gsl_rng_alloc(sim_stream_type);
    assert_non_null(rng);
    assert_true(gsl_rng_min(rng) == 0);
    assert_true(gsl_rng_max(rng) == UINT64_MAX);
    struct sim_stream stream;
    sim_stream_init(&stream, 31415, 0);
    gsl_rng_set(rng, 31415);
    for (int i = 0; i < 5; i++) {
        assert_true(gsl_rng_get(rng) == sim_stream_bits(&stream));
    }
    assert_true(gsl_rng_get(&stream.rng) == gsl_rng_get(rng));
    gsl_rng_free(rng);
}

enum { BIN_COUNT = 1000, DRAW_COUNT = 1000000 };

/* Chi-square of equal bins; both a bad fit and a too good one are wrong. */
static void assert_uniform(const uint32_t bins[BIN_COUNT])
{
    double expected = (double)DRAW_COUNT / BIN_COUNT;
    double chi_square = 0.0;
    for (int i = 0; i < BIN_COUNT; i++) {
        chi_square += (bins[i] - expected) * (bins[i] - expected) / expected;
    }
    assert_true(gsl_cdf_chisq_Q(chi_square, BIN_COUNT - 1) > four_sigma());
    assert_true(gsl_cdf_chisq_P(chi_square, BIN_COUNT - 1) > four_sigma());
}

static void test_stream_is_uniform_along_one_stream(void **state)
{
    (void)state;
    uint32_t bins[BIN_COUNT] = {0};
    struct sim_stream stream;
    sim_stream_init(&stream, 1, 0);
    sim_stream_seek(&stream, 0, 0);
    for (int i = 0; i < DRAW_COUNT; i++) {
        bins[(int)(sim_stream_uniform(&stream) * BIN_COUNT)]++;
    }
    assert_uniform(bins);
}

/* The way models use it: one or two draws here, then elsewhere. */
static void
test_stream_is_uniform_across_entities_purposes_and_replications(void **state)
{
    (void)state;
    uint32_t bins[BIN_COUNT] = {0};
    for (uint32_t replication = 0; replication < 10; replication++) {
        struct sim_stream stream;
        sim_stream_init(&stream, 1, replication);
        for (uint32_t i = 0; i < DRAW_COUNT / 10; i++) {
            double u = sim_stream_uniform_at(&stream, i / 20, i % 20);
            bins[(int)(u * BIN_COUNT)]++;
        }
    }
    assert_uniform(bins);
}

/* The correlation of independent pairs has a standard error of 1/sqrt(n). */
static void test_stream_neighbours_are_uncorrelated(void **state)
{
    (void)state;
    const int n = 200000;
    struct sim_stream stream;
    sim_stream_init(&stream, 5, 5);
    struct sim_stream next_replication;
    sim_stream_init(&next_replication, 5, 6);
    double sum[3] = {0.0};
    for (int i = 0; i < n; i++) {
        uint64_t entity = (uint64_t)i;
        double here = sim_stream_uniform_at(&stream, entity, 0) - 0.5;
        sum[0] += here * (sim_stream_uniform_at(&stream, entity + 1, 0) - 0.5);
        sum[1] += here * (sim_stream_uniform_at(&stream, entity, 1) - 0.5);
        sum[2] += here * (sim_stream_uniform_at(&next_replication, entity, 0) - 0.5);
    }
    for (int i = 0; i < 3; i++) {
        assert_true(fabs(12.0 * sum[i] / n) < 4.0 / sqrt(n));
    }
}

int main(void)
{
    gsl_set_error_handler_off();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_stream_gives_the_known_answers_of_philox),
        cmocka_unit_test(test_stream_draws_depend_on_the_position_only),
        cmocka_unit_test(test_stream_seeks_any_draw),
        cmocka_unit_test(test_stream_uniform_at_is_the_first_uniform_there),
        cmocka_unit_test(test_stream_differs_in_seed_replication_entity_and_purpose),
        cmocka_unit_test(test_stream_uniform_is_never_0_and_never_1),
        cmocka_unit_test(test_stream_type_serves_gsl),
        cmocka_unit_test(test_stream_is_uniform_along_one_stream),
        cmocka_unit_test(
            test_stream_is_uniform_across_entities_purposes_and_replications),
        cmocka_unit_test(test_stream_neighbours_are_uncorrelated),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
