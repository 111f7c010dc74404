/* tests/benchmark/parallel.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the machine can do with more threads: the same bare work in each of them, with
 * nothing in common but the machine.
 */
#ifndef TESTS_BENCHMARK_PARALLEL_H
#define TESTS_BENCHMARK_PARALLEL_H

#include "tests/benchmark/benchmark.h"

#define PARALLEL_THREAD_MAX 8

struct parallel_task {
    const struct bench_work *work; /* done by each thread, with a state of its own */
    const void *task;
    int threads;   /* up to PARALLEL_THREAD_MAX */
    uint32_t each; /* units of [work] that all threads together do for one unit */
};

extern const struct bench_work PARALLEL;

#endif
