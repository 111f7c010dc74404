/* sim/engine/dist_set.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/engine/dist.h"

#include <gsl/gsl_errno.h>
#include <gsl/gsl_roots.h>
#include <gsl/gsl_sf_gamma.h>

#include <math.h>
#include <stdbool.h>
#include <stddef.h>

#define WEIBULL_CV_MIN 0.02
#define WEIBULL_CV_MAX 20.0
#define WEIBULL_SHAPE_MIN 0.1
#define WEIBULL_SHAPE_MAX 100.0

/* With a finite second moment a draw that overflows has no chance worth naming, and
 * a shape or scale that underflows has no meaning. */
static bool is_usable(const struct sim_dist *self, double cv)
{
    double second_moment = self->mean * self->mean * (1.0 + cv * cv);
    return self->mean > 0.0 && cv > 0.0 && isfinite(second_moment) &&
           isfinite(self->shape) && self->shape > 0.0 && isfinite(self->scale);
}

enum sim_status sim_dist_set_fixed(struct sim_dist *self, double value)
{
    *self = (struct sim_dist){.kind = SIM_DIST_FIXED, .mean = value};
    return isfinite(value) && value >= 0.0 ? SIM_OK : SIM_ERR_DOMAIN;
}

enum sim_status sim_dist_set_exponential(struct sim_dist *self, double mean)
{
    *self = (struct sim_dist){
        .kind = SIM_DIST_EXPONENTIAL, .mean = mean, .shape = 1.0, .scale = mean};
    return is_usable(self, 1.0) ? SIM_OK : SIM_ERR_DOMAIN;
}

enum sim_status sim_dist_set_gamma(struct sim_dist *self, double mean, double cv)
{
    double cv2 = cv * cv;
    *self = (struct sim_dist){
        .kind = SIM_DIST_GAMMA, .mean = mean, .shape = 1.0 / cv2, .scale = mean * cv2};
    return is_usable(self, cv) && self->scale > 0.0 ? SIM_OK : SIM_ERR_DOMAIN;
}

enum sim_status sim_dist_set_lognormal(struct sim_dist *self, double mean, double cv)
{
    double sigma2 = log1p(cv * cv);
    *self = (struct sim_dist){.kind = SIM_DIST_LOGNORMAL,
                              .mean = mean,
                              .shape = sqrt(sigma2),
                              .scale = log(mean) - 0.5 * sigma2};
    return is_usable(self, cv) ? SIM_OK : SIM_ERR_DOMAIN;
}

static double weibull_excess(double log_shape, void *cv)
{
    double wanted = *(const double *)cv;
    struct sim_dist trial = {.kind = SIM_DIST_WEIBULL, .shape = exp(log_shape)};
    return log(sim_dist_cv2(&trial)) - 2.0 * log(wanted);
}

/* Brent's method on the logarithm of the shape; the cv falls as the shape grows. */
static enum sim_status find_weibull_shape(double cv, double *shape)
{
    gsl_root_fsolver *solver = gsl_root_fsolver_alloc(gsl_root_fsolver_brent);
    if (solver == NULL) {
        return SIM_ERR_NO_MEMORY;
    }
    gsl_function excess = {.function = weibull_excess, .params = &cv};
    double low = log(WEIBULL_SHAPE_MIN);
    double high = log(WEIBULL_SHAPE_MAX);
    int status = gsl_root_fsolver_set(solver, &excess, low, high);
    for (int i = 0; i < 100 && status == GSL_SUCCESS && high - low > 1e-14; i++) {
        status = gsl_root_fsolver_iterate(solver);
        low = gsl_root_fsolver_x_lower(solver);
        high = gsl_root_fsolver_x_upper(solver);
    }
    *shape = exp(gsl_root_fsolver_root(solver));
    gsl_root_fsolver_free(solver);
    return status == GSL_SUCCESS ? SIM_OK : SIM_ERR_DOMAIN;
}

enum sim_status sim_dist_set_weibull(struct sim_dist *self, double mean, double cv)
{
    *self = (struct sim_dist){.kind = SIM_DIST_WEIBULL, .mean = mean};
    if (!(cv >= WEIBULL_CV_MIN && cv <= WEIBULL_CV_MAX)) {
        return SIM_ERR_DOMAIN;
    }
    enum sim_status status = find_weibull_shape(cv, &self->shape);
    if (status != SIM_OK) {
        return status;
    }
    self->scale = mean / exp(gsl_sf_lngamma(1.0 + 1.0 / self->shape));
    return is_usable(self, cv) ? SIM_OK : SIM_ERR_DOMAIN;
}

/* Fills [cumulative] with the running sum of weights[i] x factors[i] over the whole,
 * and returns the whole. [factors] NULL: all 1. */
static double accumulate(const double *weights, const double *factors, int count,
                         double *cumulative)
{
    double sum = 0.0;
    for (int i = 0; i < count; i++) {
        sum += weights[i] * (factors != NULL ? factors[i] : 1.0);
        cumulative[i] = sum;
    }
    for (int i = 0; i < count; i++) {
        cumulative[i] /= sum;
    }
    return sum;
}

static enum sim_status set_points(struct sim_dist *self, enum sim_dist_kind kind,
                                  const double *values, const double *weights,
                                  int count)
{
    if (count < 1 || count > SIM_DIST_POINT_MAX) {
        return SIM_ERR_DOMAIN;
    }
    *self = (struct sim_dist){.kind = kind, .shape = 1.0, .point_count = count};
    for (int i = 0; i < count; i++) {
        if (!(values[i] >= 0.0 && weights[i] >= 0.0)) {
            return SIM_ERR_DOMAIN;
        }
        self->value[i] = values[i];
    }
    double total = accumulate(weights, NULL, count, self->cumulative);
    double moment = accumulate(weights, values, count, self->residual_cumulative);
    self->mean = moment / total;
    /* One value only has no spread, which is all right here. */
    double cv = sqrt(1.0 + sim_dist_cv2(self));
    return is_usable(self, cv) ? SIM_OK : SIM_ERR_DOMAIN;
}

enum sim_status sim_dist_set_hyperexponential(struct sim_dist *self,
                                              const double *weights,
                                              const double *means, int count)
{
    for (int i = 0; i < count && i < SIM_DIST_POINT_MAX; i++) {
        if (means[i] == 0.0) {
            return SIM_ERR_DOMAIN;
        }
    }
    return set_points(self, SIM_DIST_HYPEREXPONENTIAL, means, weights, count);
}

enum sim_status sim_dist_set_empirical(struct sim_dist *self, const double *values,
                                       const double *weights, int count)
{
    return set_points(self, SIM_DIST_EMPIRICAL, values, weights, count);
}
