/* tests/benchmark/hold.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The hold model (Jones 1986): take the first event and put it back an exponential time
 * later, with a constant number of events pending. It measures the event list alone.
 */
#ifndef TESTS_BENCHMARK_HOLD_H
#define TESTS_BENCHMARK_HOLD_H

#include "tests/benchmark/benchmark.h"

struct hold_task {
    uint32_t pending;
};

/* Drawn beforehand and the same for every event list: the draw is not measured. */
#define HOLD_MEAN (1u << 26)
#define HOLD_INCREMENT_COUNT (1u << 16)

struct hold_increments {
    uint32_t next;
    uint32_t ticks[HOLD_INCREMENT_COUNT];
};

void hold_increments_init(struct hold_increments *self);

static inline uint32_t hold_increment(struct hold_increments *self)
{
    return self->ticks[self->next++ % HOLD_INCREMENT_COUNT];
}

extern const struct bench_work HOLD_FEL; /* the product's future event list */
extern const struct bench_work BARE_HOLD_HEAP_4;
extern const struct bench_work BARE_HOLD_HEAP_8;
extern const struct bench_work BARE_HOLD_BINARY;
extern const struct bench_work BARE_HOLD_CALENDAR;

#endif
