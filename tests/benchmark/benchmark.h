/* tests/benchmark/benchmark.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A benchmark: one piece of work that is done in several ways, the way of the product
 * first and bare loops or other sizes after it, timed in turns in the same run so that
 * the result is a ratio.
 */
#ifndef TESTS_BENCHMARK_BENCHMARK_H
#define TESTS_BENCHMARK_BENCHMARK_H

#include <stdbool.h>
#include <stdint.h>

#include "sim/status.h"

struct bench_run {
    uint64_t units;       /* work to do: customers, holds, replications */
    double limit_seconds; /* a unit that takes longer may be broken off */
    double done;          /* out: units done; less than asked when broken off */
    uint64_t event_count; /* out: events in the units done */
    double setup_seconds; /* out: of the time, what is no part of the work measured */
};

/* How work is done. A state is made once and then run several times. */
struct bench_work {
    enum sim_status (*create)(const void *task, void **self);
    enum sim_status (*run)(void *self, struct bench_run *run);
    /* A figure that shows that the work was done; NULL for none. */
    double (*check)(const void *self);
    void (*destroy)(void *self); /* NULL allowed */
};

struct bench_way {
    const char *name;
    const struct bench_work *work;
    const void *task; /* meaning is the work's */
};

#define BENCH_WAY_MAX 6

struct bench {
    const char *name;
    const char *title;
    const char *unit;   /* of work */
    const char *check;  /* what the check figure is */
    bool is_parallel;   /* timed by the clock on the wall, on every core */
    uint64_t units_min; /* of work at a time, so that every thread has enough; 0: 1 */
    bool has_memory;    /* peak resident memory of one unit is measured too */
    struct bench_way ways[BENCH_WAY_MAX]; /* up to the first without a name */
};

/* Every benchmark, in the order in which they run. */
extern const struct bench BENCH_TABLE[];
extern const int BENCH_COUNT;

#endif
