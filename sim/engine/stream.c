/* sim/engine/stream.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/engine/stream.h"

#include <Random123/philox.h>

#include <assert.h>
#include <limits.h>

_Static_assert(ULONG_MAX == UINT64_MAX, "GSL passes 64 random bits as unsigned long");

#define PURPOSE_SHIFT 20
#define REPLICATION_SHIFT 32
#define REPLICATION_MASK (~(uint64_t)0 << REPLICATION_SHIFT)

static uint64_t next_bits(struct sim_stream_state *state)
{
    if (state->left == 0) {
        philox2x64_ctr_t counter = {{state->counter[0], state->counter[1]}};
        philox2x64_key_t key = {{state->key}};
        philox2x64_ctr_t block = philox2x64(counter, key);
        state->block[0] = block.v[0];
        state->block[1] = block.v[1];
        state->counter[1]++;
        state->left = 2;
    }
    return state->block[2 - state->left--];
}

static void set_seed(void *state, unsigned long seed)
{
    *(struct sim_stream_state *)state = (struct sim_stream_state){.key = seed};
}

static unsigned long get_bits(void *state)
{
    return next_bits(state);
}

/* GSL asks for [0, 1). */
static double get_double(void *state)
{
    return (double)(int64_t)(next_bits(state) >> 11) * 0x1p-53;
}

static const gsl_rng_type philox_type = {
    .name = "philox2x64-10",
    .max = ULONG_MAX,
    .min = 0,
    .size = sizeof(struct sim_stream_state),
    .set = set_seed,
    .get = get_bits,
    .get_double = get_double,
};

const gsl_rng_type *const sim_stream_type = &philox_type;

void sim_stream_init(struct sim_stream *self, uint64_t seed, uint32_t replication)
{
    self->rng.type = sim_stream_type;
    self->rng.state = &self->state;
    set_seed(&self->state, seed);
    self->state.counter[1] = (uint64_t)replication << REPLICATION_SHIFT;
}

void sim_stream_seek(struct sim_stream *self, uint64_t entity, uint32_t purpose)
{
    sim_stream_seek_draw(self, entity, purpose, 0);
}

void sim_stream_seek_draw(struct sim_stream *self, uint64_t entity, uint32_t purpose,
                          uint32_t draw)
{
    assert(purpose < SIM_STREAM_PURPOSE_COUNT && draw < SIM_STREAM_DRAW_COUNT);
    struct sim_stream_state *state = &self->state;
    state->counter[0] = entity;
    state->counter[1] = (state->counter[1] & REPLICATION_MASK) |
                        (uint64_t)purpose << PURPOSE_SHIFT | draw / 2;
    state->left = 0;
    if (draw % 2 == 1) {
        (void)next_bits(state);
    }
}

uint64_t sim_stream_bits(struct sim_stream *self)
{
    return next_bits(&self->state);
}

/* The odd multiples of 2^-53. */
double sim_stream_uniform(struct sim_stream *self)
{
    return (double)(int64_t)(next_bits(&self->state) >> 11 | 1) * 0x1p-53;
}

double sim_stream_uniform_at(struct sim_stream *self, uint64_t entity, uint32_t purpose)
{
    sim_stream_seek(self, entity, purpose);
    return sim_stream_uniform(self);
}
