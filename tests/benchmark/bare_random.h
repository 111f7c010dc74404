/* tests/benchmark/bare_random.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a bare loop draws with: xoshiro256++ (Blackman and Vigna 2021) inline, the
 * exponential by inversion and the normal by a ziggurat (Marsaglia and Tsang 2000, with
 * the 128 layers of Doornik 2005). One sequence, nothing keyed: the least a random
 * number can cost.
 */
#ifndef TESTS_BENCHMARK_BARE_RANDOM_H
#define TESTS_BENCHMARK_BARE_RANDOM_H

#include <math.h>
#include <stdint.h>

#define BARE_LAYER_COUNT 128
#define BARE_TAIL 3.442619855899 /* where the lowest layer ends */
#define BARE_LAYER_AREA 9.91256303526217e-3

struct bare_random {
    uint64_t state[4];
    double edge[BARE_LAYER_COUNT + 1]; /* of the layers, falling */
    double inside[BARE_LAYER_COUNT];   /* part of a layer that needs no look */
};

static inline uint64_t bare_bits(struct bare_random *self)
{
    uint64_t *s = self->state;
    uint64_t sum = s[0] + s[3];
    uint64_t result = (sum << 23 | sum >> 41) + s[0];
    uint64_t shifted = s[1] << 17;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= shifted;
    s[3] = s[3] << 45 | s[3] >> 19;
    return result;
}

/* Uniform on (0, 1). */
static inline double bare_uniform(struct bare_random *self)
{
    return (double)(int64_t)(bare_bits(self) >> 11 | 1) * 0x1p-53;
}

static inline double bare_exponential(struct bare_random *self)
{
    return -log(bare_uniform(self));
}

static inline void bare_random_init(struct bare_random *self, uint64_t seed)
{
    for (int i = 0; i < 4; i++) {
        seed += 0x9e3779b97f4a7c15u; /* splitmix64 */
        uint64_t mixed = (seed ^ seed >> 30) * 0xbf58476d1ce4e5b9u;
        mixed = (mixed ^ mixed >> 27) * 0x94d049bb133111ebu;
        self->state[i] = mixed ^ mixed >> 31;
    }
    double density = exp(-0.5 * BARE_TAIL * BARE_TAIL);
    self->edge[0] = BARE_LAYER_AREA / density;
    self->edge[1] = BARE_TAIL;
    self->edge[BARE_LAYER_COUNT] = 0.0;
    for (int i = 2; i < BARE_LAYER_COUNT; i++) {
        self->edge[i] = sqrt(-2.0 * log(BARE_LAYER_AREA / self->edge[i - 1] + density));
        density = exp(-0.5 * self->edge[i] * self->edge[i]);
    }
    for (int i = 0; i < BARE_LAYER_COUNT; i++) {
        self->inside[i] = self->edge[i + 1] / self->edge[i];
    }
}

static inline double bare_normal_tail(struct bare_random *self)
{
    double x, y;
    do {
        x = log(bare_uniform(self)) / BARE_TAIL;
        y = log(bare_uniform(self));
    } while (-2.0 * y < x * x);
    return BARE_TAIL - x;
}

static inline double bare_normal(struct bare_random *self)
{
    for (;;) {
        uint64_t bits = bare_bits(self);
        int layer = (int)(bits & (BARE_LAYER_COUNT - 1));
        double u = (double)((int64_t)bits >> 10) * 0x1p-53; /* (-1, 1) */
        double x = u * self->edge[layer];
        if (fabs(u) < self->inside[layer]) {
            return x;
        }
        if (layer == 0) {
            return u < 0.0 ? -bare_normal_tail(self) : bare_normal_tail(self);
        }
        double upper = exp(-0.5 * (self->edge[layer] * self->edge[layer] - x * x));
        double lower =
            exp(-0.5 * (self->edge[layer + 1] * self->edge[layer + 1] - x * x));
        if (lower + bare_uniform(self) * (upper - lower) < 1.0) {
            return x;
        }
    }
}

#endif
