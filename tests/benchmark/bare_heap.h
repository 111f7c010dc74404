/* tests/benchmark/bare_heap.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The event list of a bare loop: a heap of 4 or 8 children per node, of 16-byte keys
 * compared as one integer, and nothing else: no payload beside the key, no handles, no
 * cancelling, no growing, no checks. The arity is a constant at every call, so that
 * the loops unroll.
 */
#ifndef TESTS_BENCHMARK_BARE_HEAP_H
#define TESTS_BENCHMARK_BARE_HEAP_H

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

__extension__ typedef unsigned __int128 bare_key;

#define BARE_INLINE static inline __attribute__((always_inline))

struct bare_heap {
    bare_key *keys; /* owned; the root at arity - 1, siblings in one cache line */
    uint32_t count;
    uint32_t sequence;
};

BARE_INLINE bare_key bare_key_make(uint64_t time, uint32_t sequence, uint32_t payload)
{
    return (bare_key)time << 64 | (uint64_t)sequence << 32 | payload;
}

/* Times that are not negative are ordered as their bits are. */
BARE_INLINE uint64_t bare_time_bits(double time)
{
    uint64_t bits;
    memcpy(&bits, &time, sizeof bits);
    return bits;
}

BARE_INLINE double bare_key_time(bare_key key)
{
    uint64_t bits = (uint64_t)(key >> 64);
    double time;
    memcpy(&time, &bits, sizeof time);
    return time;
}

/* Room for [capacity] keys. False without memory; free(self->keys) in either case. */
static inline int bare_heap_init(struct bare_heap *self, uint32_t capacity)
{
    size_t bytes = (capacity + 32) * sizeof(bare_key);
    bytes = (bytes + 127) / 128 * 128;
    self->keys = aligned_alloc(128, bytes);
    self->count = 0;
    self->sequence = 0;
    if (self->keys != NULL) {
        memset(self->keys, 0xff, bytes); /* places without a key are later than all */
    }
    return self->keys != NULL;
}

BARE_INLINE uint32_t bare_heap_parent(uint32_t position, uint32_t arity)
{
    return position / arity + arity - 2;
}

BARE_INLINE uint32_t bare_heap_child(uint32_t position, uint32_t arity)
{
    return arity * (position - (arity - 2));
}

BARE_INLINE uint32_t bare_lesser(const bare_key *keys, uint32_t a, uint32_t b)
{
    return a ^ ((a ^ b) & (0u - (uint32_t)(keys[b] < keys[a])));
}

/* The least of [arity] siblings from [first] on, without a branch. */
BARE_INLINE uint32_t bare_least(const bare_key *keys, uint32_t first, uint32_t arity)
{
    uint32_t a = bare_lesser(keys, first, first + 1);
    uint32_t b = bare_lesser(keys, first + 2, first + 3);
    uint32_t least = bare_lesser(keys, a, b);
    if (arity == 8) {
        uint32_t c = bare_lesser(keys, first + 4, first + 5);
        uint32_t d = bare_lesser(keys, first + 6, first + 7);
        least = bare_lesser(keys, least, bare_lesser(keys, c, d));
    }
    return least;
}

BARE_INLINE void bare_heap_push(struct bare_heap *self, bare_key key, uint32_t arity)
{
    bare_key *keys = self->keys;
    uint32_t hole = arity - 1 + self->count++;
    while (hole > arity - 1 && key < keys[bare_heap_parent(hole, arity)]) {
        keys[hole] = keys[bare_heap_parent(hole, arity)];
        hole = bare_heap_parent(hole, arity);
    }
    keys[hole] = key;
}

/* Removes the first key; there is one. */
BARE_INLINE bare_key bare_heap_pop(struct bare_heap *self, uint32_t arity)
{
    bare_key *keys = self->keys;
    bare_key first = keys[arity - 1];
    uint32_t end = arity - 1 + --self->count;
    bare_key key = keys[end];
    keys[end] = ~(bare_key)0;
    uint32_t hole = arity - 1;
    for (uint32_t child = bare_heap_child(hole, arity); child < end;
         child = bare_heap_child(hole, arity)) {
        uint32_t grandchild = bare_heap_child(child, arity);
        if (grandchild < end) {
            for (uint32_t i = 0; i < arity * arity; i += 4) {
                __builtin_prefetch(keys + grandchild + i);
            }
        }
        uint32_t least = bare_least(keys, child, arity);
        keys[hole] = keys[least];
        hole = least;
    }
    while (hole > arity - 1 && key < keys[bare_heap_parent(hole, arity)]) {
        keys[hole] = keys[bare_heap_parent(hole, arity)];
        hole = bare_heap_parent(hole, arity);
    }
    if (self->count > 0) {
        keys[hole] = key;
    }
    return first;
}

#endif
