/* sim/statistics/tally.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Count, mean, variance and extremes of observations in one pass (Welford 1962),
 * mergeable (Chan, Golub and LeVeque 1979), with Student's t-interval.
 */
#ifndef SIM_STATISTICS_TALLY_H
#define SIM_STATISTICS_TALLY_H

#include <stdint.h>

struct sim_tally {
    int64_t count;
    double mean;
    double m2;               /* sum of squared deviations from the mean */
    double minimum, maximum; /* INFINITY and -INFINITY without observations */
};

struct sim_interval {
    double low, high; /* NAN when fewer than two observations */
};

void sim_tally_reset(struct sim_tally *self);

/* Counts [value]; one that is not finite is left out (a share of nobody). */
void sim_tally_add(struct sim_tally *self, double value);

/* Adds what [other] has seen. Merging equals counting all values in one tally, up
 * to rounding. */
void sim_tally_merge(struct sim_tally *self, const struct sim_tally *other);

/* Mean; NAN without observations. */
double sim_tally_mean(const struct sim_tally *self);

/* Unbiased variance; NAN with fewer than two observations. */
double sim_tally_variance(const struct sim_tally *self);

/* Standard error of the mean; NAN with fewer than two observations. */
double sim_tally_standard_error(const struct sim_tally *self);

/* How many standard errors the interval below reaches to either side: Student's
 * quantile for this many observations. NAN with fewer than two. */
double sim_tally_quantile(const struct sim_tally *self, double confidence);

/* Half the width of that interval; NAN with fewer than two observations. */
double sim_tally_half_width(const struct sim_tally *self, double confidence);

/* Two-sided t-interval of the mean with [confidence] (0.95, say) for independent,
 * roughly normal observations, such as replication means. */
struct sim_interval sim_tally_interval(const struct sim_tally *self, double confidence);

#endif
