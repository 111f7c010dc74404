/* sim/engine/dist.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/engine/dist.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_sf_gamma.h>

#include <math.h>
#include <stddef.h>

#include "sim/engine/exponential.h"

static double draw_standard_normal(struct sim_stream *stream)
{
    return gsl_ran_gaussian_ziggurat(&stream->rng, 1.0);
}

/* The branch or value at which [cumulative] passes a uniform draw. */
static int draw_point(const double *cumulative, struct sim_stream *stream)
{
    double u = sim_stream_uniform(stream);
    int i = 0;
    while (u >= cumulative[i]) {
        i++;
    }
    return i;
}

static double probability(const struct sim_dist *self, int point)
{
    double below = point > 0 ? self->cumulative[point - 1] : 0.0;
    return self->cumulative[point] - below;
}

/* Squared coefficient of variation of the points themselves. */
static double cv2_of_points(const struct sim_dist *self)
{
    double sum = 0.0;
    for (int i = 0; i < self->point_count; i++) {
        double deviation = self->value[i] / self->mean - 1.0;
        sum += probability(self, i) * deviation * deviation;
    }
    return sum;
}

static double fixed_draw(const struct sim_dist *self, struct sim_stream *stream)
{
    (void)stream;
    return self->mean;
}

static double fixed_draw_residual(const struct sim_dist *self,
                                  struct sim_stream *stream)
{
    return self->mean * sim_stream_uniform(stream);
}

static double fixed_cv2(const struct sim_dist *self)
{
    (void)self;
    return 0.0;
}

static double fixed_cdf(const struct sim_dist *self, double x)
{
    return x >= self->mean ? 1.0 : 0.0;
}

static double exponential_draw(const struct sim_dist *self, struct sim_stream *stream)
{
    return self->mean * sim_exponential_draw(stream);
}

static double exponential_cv2(const struct sim_dist *self)
{
    (void)self;
    return 1.0;
}

static double exponential_cdf(const struct sim_dist *self, double x)
{
    return gsl_cdf_exponential_P(x, self->mean);
}

static double gamma_draw(const struct sim_dist *self, struct sim_stream *stream)
{
    return gsl_ran_gamma(&stream->rng, self->shape, self->scale);
}

static double gamma_draw_residual(const struct sim_dist *self,
                                  struct sim_stream *stream)
{
    double value = gsl_ran_gamma(&stream->rng, self->shape + 1.0, self->scale);
    return value * sim_stream_uniform(stream);
}

static double gamma_cv2(const struct sim_dist *self)
{
    return 1.0 / self->shape;
}

static double gamma_cdf(const struct sim_dist *self, double x)
{
    return gsl_cdf_gamma_P(x, self->shape, self->scale);
}

static double lognormal_draw(const struct sim_dist *self, struct sim_stream *stream)
{
    return exp(self->scale + self->shape * draw_standard_normal(stream));
}

static double lognormal_draw_residual(const struct sim_dist *self,
                                      struct sim_stream *stream)
{
    double mu = self->scale + self->shape * self->shape;
    double value = exp(mu + self->shape * draw_standard_normal(stream));
    return value * sim_stream_uniform(stream);
}

static double lognormal_cv2(const struct sim_dist *self)
{
    return expm1(self->shape * self->shape);
}

static double lognormal_cdf(const struct sim_dist *self, double x)
{
    return x > 0.0 ? gsl_cdf_lognormal_P(x, self->scale, self->shape) : 0.0;
}

static double weibull_draw(const struct sim_dist *self, struct sim_stream *stream)
{
    return self->scale * pow(sim_exponential_draw(stream), 1.0 / self->shape);
}

/* (X / scale)^k is standard exponential, so of the length-biased value it is
 * Gamma(1 + 1/k). */
static double weibull_draw_residual(const struct sim_dist *self,
                                    struct sim_stream *stream)
{
    double inverse = 1.0 / self->shape;
    double power = gsl_ran_gamma(&stream->rng, 1.0 + inverse, 1.0);
    return self->scale * pow(power, inverse) * sim_stream_uniform(stream);
}

static double weibull_cv2(const struct sim_dist *self)
{
    return expm1(gsl_sf_lngamma(1.0 + 2.0 / self->shape) -
                 2.0 * gsl_sf_lngamma(1.0 + 1.0 / self->shape));
}

static double weibull_cdf(const struct sim_dist *self, double x)
{
    return x > 0.0 ? gsl_cdf_weibull_P(x, self->scale, self->shape) : 0.0;
}

static double hyperexponential_draw(const struct sim_dist *self,
                                    struct sim_stream *stream)
{
    int branch = draw_point(self->cumulative, stream);
    return self->value[branch] * sim_exponential_draw(stream);
}

static double hyperexponential_draw_residual(const struct sim_dist *self,
                                             struct sim_stream *stream)
{
    int branch = draw_point(self->residual_cumulative, stream);
    return self->value[branch] * sim_exponential_draw(stream);
}

static double hyperexponential_cv2(const struct sim_dist *self)
{
    return 1.0 + 2.0 * cv2_of_points(self);
}

static double hyperexponential_cdf(const struct sim_dist *self, double x)
{
    double sum = 0.0;
    for (int i = 0; i < self->point_count; i++) {
        sum += probability(self, i) * gsl_cdf_exponential_P(x, self->value[i]);
    }
    return sum;
}

static double empirical_draw(const struct sim_dist *self, struct sim_stream *stream)
{
    return self->value[draw_point(self->cumulative, stream)];
}

static double empirical_draw_residual(const struct sim_dist *self,
                                      struct sim_stream *stream)
{
    int point = draw_point(self->residual_cumulative, stream);
    return self->value[point] * sim_stream_uniform(stream);
}

static double empirical_cdf(const struct sim_dist *self, double x)
{
    double sum = 0.0;
    for (int i = 0; i < self->point_count; i++) {
        sum += self->value[i] <= x ? probability(self, i) : 0.0;
    }
    return sum;
}

static const struct dist_type {
    const char *name;
    double (*draw)(const struct sim_dist *self, struct sim_stream *stream);
    double (*draw_residual)(const struct sim_dist *self, struct sim_stream *stream);
    double (*cv2)(const struct sim_dist *self);
    double (*cdf)(const struct sim_dist *self, double x);
} TYPES[SIM_DIST_KIND_COUNT] = {
    [SIM_DIST_FIXED] = {"vast", fixed_draw, fixed_draw_residual, fixed_cv2, fixed_cdf},
    /* What is left of an exponential duration has the distribution of the whole. */
    [SIM_DIST_EXPONENTIAL] = {"exponentieel", exponential_draw, exponential_draw,
                              exponential_cv2, exponential_cdf},
    [SIM_DIST_GAMMA] = {"gamma", gamma_draw, gamma_draw_residual, gamma_cv2, gamma_cdf},
    [SIM_DIST_LOGNORMAL] = {"lognormaal", lognormal_draw, lognormal_draw_residual,
                            lognormal_cv2, lognormal_cdf},
    [SIM_DIST_WEIBULL] = {"weibull", weibull_draw, weibull_draw_residual, weibull_cv2,
                          weibull_cdf},
    [SIM_DIST_HYPEREXPONENTIAL] = {"hyperexponentieel", hyperexponential_draw,
                                   hyperexponential_draw_residual, hyperexponential_cv2,
                                   hyperexponential_cdf},
    [SIM_DIST_EMPIRICAL] = {"empirisch", empirical_draw, empirical_draw_residual,
                            cv2_of_points, empirical_cdf},
};

void sim_dist_scale(struct sim_dist *self, double factor)
{
    self->mean *= factor;
    if (self->kind == SIM_DIST_LOGNORMAL) {
        self->scale += log(factor);
    } else {
        self->scale *= factor;
    }
    for (int i = 0; i < self->point_count; i++) {
        self->value[i] *= factor;
    }
}

double sim_dist_draw(const struct sim_dist *self, struct sim_stream *stream)
{
    return TYPES[self->kind].draw(self, stream);
}

double sim_dist_draw_residual(const struct sim_dist *self, struct sim_stream *stream)
{
    return TYPES[self->kind].draw_residual(self, stream);
}

double sim_dist_cv2(const struct sim_dist *self)
{
    return TYPES[self->kind].cv2(self);
}

double sim_dist_cdf(const struct sim_dist *self, double x)
{
    return TYPES[self->kind].cdf(self, x);
}

const char *sim_dist_kind_name(enum sim_dist_kind kind)
{
    return (unsigned)kind < SIM_DIST_KIND_COUNT ? TYPES[kind].name : NULL;
}
