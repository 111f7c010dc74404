/* tests/benchmark/network.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A stand-in for a care landscape: services with places, clients who arrive at one of
 * them, stay for months, and sometimes go on to the next. Waits are those of the stays
 * that begin after the warm-up; the system starts empty.
 */
#ifndef TESTS_BENCHMARK_NETWORK_H
#define TESTS_BENCHMARK_NETWORK_H

#include "tests/benchmark/benchmark.h"

#define NETWORK_SERVICE_COUNT 12
#define NETWORK_PLACES 226 /* utilisation 0.95 */
#define NETWORK_CLIENTS_PER_DAY 10.0
#define NETWORK_STAY_DAYS 180.0
#define NETWORK_STAY_CV 1.0
#define NETWORK_SHARE_ONWARD 0.3
#define NETWORK_WARM_UP_DAYS 730
#define NETWORK_END_DAYS (NETWORK_WARM_UP_DAYS + 1825)

/* Clients that can be there at once, in every way of doing it. */
#define NETWORK_CLIENT_MAX (1u << 13)

extern const struct bench_work NETWORK_ENGINE; /* the product */
extern const struct bench_work BARE_NETWORK_XOSHIRO;
extern const struct bench_work BARE_NETWORK_MT19937;

#endif
