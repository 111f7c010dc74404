/* sim/statistics/tally.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/statistics/tally.h"

#include <gsl/gsl_cdf.h>

#include <math.h>

void sim_tally_reset(struct sim_tally *self)
{
    *self = (struct sim_tally){.minimum = INFINITY, .maximum = -INFINITY};
}

static void include_extremes(struct sim_tally *self, double minimum, double maximum)
{
    if (minimum < self->minimum) {
        self->minimum = minimum;
    }
    if (maximum > self->maximum) {
        self->maximum = maximum;
    }
}

void sim_tally_add(struct sim_tally *self, double value)
{
    if (!isfinite(value)) {
        return;
    }
    self->count++;
    double deviation = value - self->mean;
    self->mean += deviation / (double)self->count;
    self->m2 += deviation * (value - self->mean);
    include_extremes(self, value, value);
}

void sim_tally_merge(struct sim_tally *self, const struct sim_tally *other)
{
    if (other->count == 0) {
        return;
    }
    if (self->count == 0) {
        *self = *other;
        return;
    }
    double n = (double)self->count;
    double m = (double)other->count;
    double deviation = other->mean - self->mean;
    self->count += other->count;
    self->mean += deviation * (m / (n + m));
    self->m2 += other->m2 + deviation * deviation * (n * m / (n + m));
    include_extremes(self, other->minimum, other->maximum);
}

double sim_tally_mean(const struct sim_tally *self)
{
    return self->count > 0 ? self->mean : NAN;
}

double sim_tally_variance(const struct sim_tally *self)
{
    return self->count > 1 ? self->m2 / (double)(self->count - 1) : NAN;
}

double sim_tally_standard_error(const struct sim_tally *self)
{
    return sqrt(sim_tally_variance(self) / (double)self->count);
}

double sim_tally_quantile(const struct sim_tally *self, double confidence)
{
    return self->count > 1
               ? gsl_cdf_tdist_Pinv(0.5 + 0.5 * confidence, (double)(self->count - 1))
               : NAN;
}

double sim_tally_half_width(const struct sim_tally *self, double confidence)
{
    return sim_tally_quantile(self, confidence) * sim_tally_standard_error(self);
}

struct sim_interval sim_tally_interval(const struct sim_tally *self, double confidence)
{
    double half_width = sim_tally_half_width(self, confidence);
    return (struct sim_interval){self->mean - half_width, self->mean + half_width};
}
