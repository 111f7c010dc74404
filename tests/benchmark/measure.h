/* tests/benchmark/measure.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Takes the time of every way of a benchmark, in turns, so that what else the machine
 * does hits all of them: up to five samples each. Times are of the processor, pinned to
 * one core, except for a benchmark that is parallel.
 */
#ifndef TESTS_BENCHMARK_MEASURE_H
#define TESTS_BENCHMARK_MEASURE_H

#include "tests/benchmark/benchmark.h"

#define BENCH_SAMPLE_MAX 5

struct bench_figures {
    enum sim_status status; /* why there are no figures, if not SIM_OK */
    int sample_count;
    uint64_t units;          /* of work per sample */
    double seconds_per_unit; /* median of the samples */
    double spread;           /* (highest - lowest) / median */
    double events_per_second;
    double relative;    /* time per event over that of the first way in the same round,
                           median; NAN when the first way failed */
    double check;       /* NAN for none */
    int64_t peak_bytes; /* resident memory of a process that does one unit; 0: not
                           measured */
    bool is_broken_off; /* a unit took too long: the time per unit is extrapolated */
};

struct bench_effort {
    double seconds; /* for one benchmark; a unit that takes longer is broken off */
    uint64_t units; /* when not 0: exactly so many of every way, once */
};

/* Measures [bench] and fills the figures of every way. */
void bench_measure(const struct bench *bench, struct bench_effort effort,
                   struct bench_figures figures[BENCH_WAY_MAX]);

/* The number of ways of [bench]. */
int bench_way_count(const struct bench *bench);

#endif
