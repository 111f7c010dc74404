/* tests/benchmark/mmc.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * M/M/c: customers arrive by chance, are served by one of c servers and wait in order
 * of arrival. From an empty system until the last customer has gone; 2 events per
 * customer.
 */
#ifndef TESTS_BENCHMARK_MMC_H
#define TESTS_BENCHMARK_MMC_H

#include "tests/benchmark/benchmark.h"

struct mmc_task {
    int servers;
    double utilisation; /* with a mean service time of 1 */
};

/* Customers that can be there at once, in every way of doing it. */
#define MMC_CUSTOMER_MAX (1u << 16)

extern const struct bench_work MMC_ENGINE; /* the product */
extern const struct bench_work BARE_MMC_XOSHIRO;
extern const struct bench_work BARE_MMC_MT19937;

#endif
