/* sim/engine/dist.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Distributions as data: a kind, its mean and its shape, checked once and drawn
 * many times. All are of durations or sizes: values are finite and at least 0. The
 * unit is the caller's.
 */
#ifndef SIM_ENGINE_DIST_H
#define SIM_ENGINE_DIST_H

#include "sim/engine/stream.h"
#include "sim/status.h"

enum sim_dist_kind {
    SIM_DIST_FIXED,
    SIM_DIST_EXPONENTIAL,
    SIM_DIST_GAMMA,
    SIM_DIST_LOGNORMAL,
    SIM_DIST_WEIBULL,
    SIM_DIST_HYPEREXPONENTIAL, /* mixture of exponentials */
    SIM_DIST_EMPIRICAL,        /* given values with given weights */
    SIM_DIST_KIND_COUNT
};

#define SIM_DIST_POINT_MAX 32

struct sim_dist {
    enum sim_dist_kind kind;
    double mean;
    double shape;    /* gamma: shape k; lognormal: sigma of the log; Weibull: shape k */
    double scale;    /* gamma, Weibull: scale; lognormal: mu of the log */
    int point_count; /* hyperexponential, empirical */
    double value[SIM_DIST_POINT_MAX];      /* branch mean; possible value */
    double cumulative[SIM_DIST_POINT_MAX]; /* cumulative probability, last is 1 */
    double residual_cumulative[SIM_DIST_POINT_MAX]; /* same, weighted by value */
};

/* Each setter fills [self] and checks its arguments. SIM_ERR_DOMAIN: [mean]
 * negative or not finite; [cv] (coefficient of variation: standard deviation over
 * mean) not above 0; weights negative or all 0; [count] outside
 * 1..SIM_DIST_POINT_MAX; a second moment or parameter too large or small for a double.
 * A fixed value of 0 is allowed; other means are above 0. */
SIM_MUST_CHECK enum sim_status sim_dist_set_fixed(struct sim_dist *self, double value);
SIM_MUST_CHECK enum sim_status sim_dist_set_exponential(struct sim_dist *self,
                                                        double mean);
SIM_MUST_CHECK enum sim_status sim_dist_set_gamma(struct sim_dist *self, double mean,
                                                  double cv);
SIM_MUST_CHECK enum sim_status sim_dist_set_lognormal(struct sim_dist *self,
                                                      double mean, double cv);
/* The Weibull shape that has [cv] is found by root finding on
 * cv^2 + 1 = Gamma(1 + 2/k) / Gamma(1 + 1/k)^2; [cv] between 0.02 and 20.
 * SIM_ERR_NO_MEMORY. */
SIM_MUST_CHECK enum sim_status sim_dist_set_weibull(struct sim_dist *self, double mean,
                                                    double cv);
SIM_MUST_CHECK enum sim_status sim_dist_set_hyperexponential(struct sim_dist *self,
                                                             const double *weights,
                                                             const double *means,
                                                             int count);
SIM_MUST_CHECK enum sim_status sim_dist_set_empirical(struct sim_dist *self,
                                                      const double *values,
                                                      const double *weights, int count);

/* Multiplies every value by [factor] (above 0): same shape, other mean. */
void sim_dist_scale(struct sim_dist *self, double factor);

/* Draws one value from where [stream] stands. */
double sim_dist_draw(const struct sim_dist *self, struct sim_stream *stream);

/* Draws the time still to go of a duration in progress, seen at a random moment:
 * the equilibrium residual with density (1 - F(x)) / mean (Cox 1962, "Renewal
 * theory", section 5.2): a uniform part of a length-biased value. */
double sim_dist_draw_residual(const struct sim_dist *self, struct sim_stream *stream);

/* Squared coefficient of variation, exact from the parameters. */
double sim_dist_cv2(const struct sim_dist *self);

/* P(X <= [x]), for tests of fit. */
double sim_dist_cdf(const struct sim_dist *self, double x);

/* The name used in scenario files, e.g. "hyperexponentieel"; NULL past the last. */
const char *sim_dist_kind_name(enum sim_dist_kind kind);

#endif
