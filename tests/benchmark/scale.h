/* tests/benchmark/scale.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A scenario with more inhabitants: as many times more inhabitants, euros, places,
 * people in care and on lists at the start, and aanmeldingen of their own.
 */
#ifndef TESTS_BENCHMARK_SCALE_H
#define TESTS_BENCHMARK_SCALE_H

#include "sim/scenario/scenario.h"

/* Loads [path] with all that grows with the city multiplied by [factor], as if by
 * --set. Prints what is wrong with it on stderr. The caller destroys [out]. */
SIM_MUST_CHECK enum sim_status bench_scale_load(struct sim_scenario **out,
                                                const char *path, int factor);

#endif
