/* tests/benchmark/report.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shows the figures of benchmarks: as a table for people, or as one JSON document.
 */
#ifndef TESTS_BENCHMARK_REPORT_H
#define TESTS_BENCHMARK_REPORT_H

#include "tests/benchmark/measure.h"

struct bench_report {
    bool is_json;
    int shown_count; /* benchmarks so far */
};

void bench_report_begin(struct bench_report *self);
void bench_report_add(struct bench_report *self, const struct bench *bench,
                      const struct bench_figures *figures);
void bench_report_end(const struct bench_report *self);

#endif
