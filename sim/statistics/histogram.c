/* sim/statistics/histogram.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/statistics/histogram.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#define SINGLE_COUNT 32 /* values with a bucket of their own: 2^SINGLE_BITS */
#define SINGLE_BITS 5
#define PART_COUNT 16 /* buckets per power of two: 2^PART_BITS */
#define PART_BITS 4
#define LAST_BUCKET (SIM_HISTOGRAM_BUCKET_COUNT - 1)

void sim_histogram_reset(struct sim_histogram *self)
{
    memset(self, 0, sizeof *self);
}

void sim_histogram_add(struct sim_histogram *self, int64_t value)
{
    self->count[sim_histogram_bucket(value)]++;
}

void sim_histogram_merge(struct sim_histogram *self, const struct sim_histogram *other)
{
    for (int i = 0; i < SIM_HISTOGRAM_BUCKET_COUNT; i++) {
        self->count[i] += other->count[i];
    }
}

int sim_histogram_bucket(int64_t value)
{
    if (value < SINGLE_COUNT) {
        return value > 0 ? (int)value : 0;
    }
    int power = 63 - __builtin_clzll((unsigned long long)value);
    int part = (int)(value >> (power - PART_BITS)) - PART_COUNT;
    int bucket = SINGLE_COUNT + (power - SINGLE_BITS) * PART_COUNT + part;
    return bucket < LAST_BUCKET ? bucket : LAST_BUCKET;
}

int64_t sim_histogram_bucket_low(int bucket)
{
    if (bucket < SINGLE_COUNT) {
        return bucket;
    }
    int power = (bucket - SINGLE_COUNT) / PART_COUNT + SINGLE_BITS;
    int64_t part = (bucket - SINGLE_COUNT) % PART_COUNT;
    return (PART_COUNT + part) << (power - PART_BITS);
}

double sim_histogram_quantile(const struct sim_histogram *self, double p)
{
    assert(p > 0.0 && p < 1.0);
    uint64_t total = 0;
    for (int i = 0; i < SIM_HISTOGRAM_BUCKET_COUNT; i++) {
        total += self->count[i];
    }
    if (total == 0) {
        return NAN;
    }
    double rank = fmax(ceil(p * (double)total), 1.0);
    int bucket = 0;
    uint64_t below = 0;
    while ((double)(below + self->count[bucket]) < rank) {
        below += self->count[bucket++];
    }
    double low = (double)sim_histogram_bucket_low(bucket);
    double high = (double)sim_histogram_bucket_low(bucket + 1) - 1.0;
    double part = (rank - (double)below - 0.5) / self->count[bucket];
    return low + part * (high - low);
}
