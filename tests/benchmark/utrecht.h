/* tests/benchmark/utrecht.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The model itself: replications of a Utrecht scenario, also with more inhabitants and
 * everything that goes with them.
 */
#ifndef TESTS_BENCHMARK_UTRECHT_H
#define TESTS_BENCHMARK_UTRECHT_H

#include "tests/benchmark/benchmark.h"

struct utrecht_task {
    const char *scenario; /* file in scenarios/utrecht, without .cfg */
    int factor;           /* times as many inhabitants */
    int threads;          /* for an experiment */
};

/* Replications one by one; one that takes too long is broken off. */
extern const struct bench_work UTRECHT_REPLICATION;
/* The first year of replications, whole however long it takes, without what comes
 * before the first event; so that cities of any size are compared over the same time.
 */
extern const struct bench_work UTRECHT_YEAR;
/* Replications through sim_experiment_run. */
extern const struct bench_work UTRECHT_EXPERIMENT;

#endif
