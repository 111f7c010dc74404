/* sim/engine/stream.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Random streams that are keyed, not queued. A draw is a function of (seed,
 * replication, entity, purpose, draw number) and of nothing else: the same entity
 * has the same luck in every scenario (common random numbers), for any number of
 * threads, and can be replayed by itself.
 *
 * Generator: Philox2x64-10 of Random123 (Salmon, Moraes, Dror and Shaw 2011,
 * "Parallel random numbers: as easy as 1, 2, 3"). Key: the seed. Counter: the
 * entity (64 bits), and replication (32) | purpose (12) | draw block (20). Wrapped
 * as a gsl_rng_type, so that every GSL distribution takes it.
 */
#ifndef SIM_ENGINE_STREAM_H
#define SIM_ENGINE_STREAM_H

#include <stdint.h>

#include <gsl/gsl_rng.h>

#define SIM_STREAM_PURPOSE_COUNT 4096u
#define SIM_STREAM_DRAW_COUNT (1u << 21)

/* State of one stream; plain data, owned by the caller, never allocated. Use
 * &stream->rng with GSL; it stays valid as long as the struct does not move. */
struct sim_stream {
    gsl_rng rng;
    struct sim_stream_state {
        uint64_t key;
        uint64_t counter[2]; /* of the next block */
        uint64_t block[2];   /* the last block that was made */
        uint32_t left;       /* numbers of the block not given out yet */
    } state;
};

extern const gsl_rng_type *const sim_stream_type;

/* Prepares the stream of [seed] and [replication]; position it before drawing. */
void sim_stream_init(struct sim_stream *self, uint64_t seed, uint32_t replication);

/* Goes to the first draw of [entity] for [purpose] (below
 * SIM_STREAM_PURPOSE_COUNT). Cheap: no state is filled. At most
 * SIM_STREAM_DRAW_COUNT numbers may be drawn from there. */
void sim_stream_seek(struct sim_stream *self, uint64_t entity, uint32_t purpose);

/* The same, to draw number [draw]: 0 is the first. */
void sim_stream_seek_draw(struct sim_stream *self, uint64_t entity, uint32_t purpose,
                          uint32_t draw);

/* The next 64 random bits. */
uint64_t sim_stream_bits(struct sim_stream *self);

/* Uniform on the open interval (0, 1), 53 bits: never 0, never 1. */
double sim_stream_uniform(struct sim_stream *self);

/* One uniform of [entity] for [purpose]: seek and draw in one. */
double sim_stream_uniform_at(struct sim_stream *self, uint64_t entity,
                             uint32_t purpose);

#endif
