/* sim/statistics/histogram.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Counts of non-negative integers in buckets that widen with the value, for
 * quantiles of many observations in little memory. Values below 32 have a bucket
 * of their own; above that each power of two is cut in 16, so a quantile is off by
 * less than 1/16 of its value. Histograms merge by adding.
 */
#ifndef SIM_STATISTICS_HISTOGRAM_H
#define SIM_STATISTICS_HISTOGRAM_H

#include <stdint.h>

#define SIM_HISTOGRAM_BUCKET_COUNT 208 /* values up to 2^16 - 1; larger ones last */

struct sim_histogram {
    uint32_t count[SIM_HISTOGRAM_BUCKET_COUNT];
};

void sim_histogram_reset(struct sim_histogram *self);
/* Counts [value]; a negative one counts as 0. */
void sim_histogram_add(struct sim_histogram *self, int64_t value);
void sim_histogram_merge(struct sim_histogram *self, const struct sim_histogram *other);

/* The bucket [value] falls in. */
int sim_histogram_bucket(int64_t value);
/* Smallest value of [bucket]. */
int64_t sim_histogram_bucket_low(int bucket);

/* The [p]-quantile (0 < p < 1), interpolated within its bucket; NAN when empty. The
 * rank is p x n rounded up, as for the inverse of the empirical distribution
 * function. */
double sim_histogram_quantile(const struct sim_histogram *self, double p);

#endif
