/* tests/sim/engine/test_dist.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "sim/engine/dist.h"
#include "sim/statistics/tally.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_math.h>
#include <gsl/gsl_sort.h>

#include <float.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { DRAW_COUNT = 200000, CASE_COUNT = 10 };

static const double BRANCH_WEIGHTS[] = {45.0, 35.0, 20.0};
static const double BRANCH_MEANS[] = {12.0, 30.0, 72.0};
static const double VALUES[] = {1.5, 0.0, 4.0, 9.25, 30.0};
static const double VALUE_WEIGHTS[] = {2.0, 0.5, 3.5, 0.0, 1.25};

/* One of every kind, and two where the sampler has two regimes. */
static void make_cases(struct sim_dist cases[CASE_COUNT])
{
    int n = 0;
    assert_int_equal(sim_dist_set_fixed(&cases[n++], 3.7), SIM_OK);
    assert_int_equal(sim_dist_set_exponential(&cases[n++], 12.4), SIM_OK);
    assert_int_equal(sim_dist_set_gamma(&cases[n++], 30.3, 0.61), SIM_OK);
    assert_int_equal(sim_dist_set_gamma(&cases[n++], 0.83, 1.7), SIM_OK);
    assert_int_equal(sim_dist_set_lognormal(&cases[n++], 181.5, 0.7), SIM_OK);
    assert_int_equal(sim_dist_set_weibull(&cases[n++], 45.2, 0.35), SIM_OK);
    assert_int_equal(sim_dist_set_weibull(&cases[n++], 45.2, 1.6), SIM_OK);
    assert_int_equal(
        sim_dist_set_hyperexponential(&cases[n++], BRANCH_WEIGHTS, BRANCH_MEANS, 3),
        SIM_OK);
    assert_int_equal(sim_dist_set_empirical(&cases[n++], VALUES, VALUE_WEIGHTS, 5),
                     SIM_OK);
    assert_int_equal(sim_dist_set_empirical(&cases[n++], VALUES, BRANCH_WEIGHTS, 1),
                     SIM_OK);
    assert_int_equal(n, CASE_COUNT);
}

static bool is_continuous(const struct sim_dist *dist)
{
    return dist->kind != SIM_DIST_FIXED && dist->kind != SIM_DIST_EMPIRICAL;
}

typedef double (*sampler)(const struct sim_dist *self, struct sim_stream *stream);

/* One draw for each of many entities, as models draw. */
static double *draw_many(const struct sim_dist *dist, sampler draw, uint32_t purpose)
{
    double *values = malloc(DRAW_COUNT * sizeof *values);
    assert_non_null(values);
    struct sim_stream stream;
    sim_stream_init(&stream, 2027, 3);
    for (uint64_t i = 0; i < DRAW_COUNT; i++) {
        sim_stream_seek(&stream, i, purpose);
        values[i] = draw(dist, &stream);
        assert_true(isfinite(values[i]) && values[i] >= 0.0);
    }
    return values;
}

static struct sim_tally tally_of(const double *values)
{
    struct sim_tally tally;
    sim_tally_reset(&tally);
    for (int i = 0; i < DRAW_COUNT; i++) {
        sim_tally_add(&tally, values[i]);
    }
    return tally;
}

/* Standard error of the sample variance: sqrt((m4 - s^4) / n). */
static double standard_error_of_variance(const double *values, struct sim_tally tally)
{
    struct sim_tally fourth;
    sim_tally_reset(&fourth);
    for (int i = 0; i < DRAW_COUNT; i++) {
        sim_tally_add(&fourth, gsl_pow_4(values[i] - tally.mean));
    }
    double variance = sim_tally_variance(&tally);
    return sqrt((fourth.mean - variance * variance) / DRAW_COUNT);
}

static void test_dist_draws_have_the_stated_mean_and_variance(void **state)
{
    (void)state;
    struct sim_dist cases[CASE_COUNT];
    make_cases(cases);
    for (uint32_t i = 0; i < CASE_COUNT; i++) {
        double *values = draw_many(&cases[i], sim_dist_draw, i);
        struct sim_tally tally = tally_of(values);
        double mean = cases[i].mean;
        double variance = mean * mean * sim_dist_cv2(&cases[i]);
        /* Summing n equal numbers of this size rounds off by at most n x epsilon. */
        double rounding = DRAW_COUNT * DBL_EPSILON * mean;
        assert_true(fabs(tally.mean - mean) <=
                    4.0 * sqrt(variance / DRAW_COUNT) + rounding);
        assert_true(fabs(sim_tally_variance(&tally) - variance) <=
                    4.0 * standard_error_of_variance(values, tally) + rounding);
        free(values);
    }
}

/* Kolmogorov's limiting distribution, with the correction of Stephens (1970). */
static double kolmogorov_p_value(double distance, double n)
{
    double lambda = (sqrt(n) + 0.12 + 0.11 / sqrt(n)) * distance;
    double sum = 0.0;
    for (int j = 1; j <= 100; j++) {
        sum += (j % 2 == 1 ? 2.0 : -2.0) * exp(-2.0 * j * j * lambda * lambda);
    }
    return sum;
}

static void test_dist_draws_follow_the_cdf_of_a_continuous_kind(void **state)
{
    (void)state;
    struct sim_dist cases[CASE_COUNT];
    make_cases(cases);
    for (uint32_t i = 0; i < CASE_COUNT; i++) {
        if (!is_continuous(&cases[i])) {
            continue;
        }
        double *values = draw_many(&cases[i], sim_dist_draw, i);
        gsl_sort(values, 1, DRAW_COUNT);
        double distance = 0.0;
        for (int k = 0; k < DRAW_COUNT; k++) {
            double f = sim_dist_cdf(&cases[i], values[k]);
            distance = fmax(distance, fmax(f - (double)k / DRAW_COUNT,
                                           (double)(k + 1) / DRAW_COUNT - f));
        }
        assert_true(kolmogorov_p_value(distance, DRAW_COUNT) >
                    2.0 * gsl_cdf_ugaussian_Q(4.0));
        free(values);
    }
}

static void test_dist_empirical_draws_each_value_by_its_weight(void **state)
{
    (void)state;
    struct sim_dist dist;
    assert_int_equal(sim_dist_set_empirical(&dist, VALUES, VALUE_WEIGHTS, 5), SIM_OK);
    double *values = draw_many(&dist, sim_dist_draw, 0);
    double chi_square = 0.0;
    int seen = 0;
    for (int point = 0; point < 5; point++) {
        double expected = DRAW_COUNT * VALUE_WEIGHTS[point] / 7.25;
        int count = 0;
        for (int i = 0; i < DRAW_COUNT; i++) {
            count += values[i] == VALUES[point];
        }
        seen += count;
        if (expected > 0.0) {
            chi_square += gsl_pow_2(count - expected) / expected;
        } else {
            assert_int_equal(count, 0);
        }
    }
    assert_int_equal(seen, DRAW_COUNT);
    assert_true(gsl_cdf_chisq_Q(chi_square, 3.0) > gsl_cdf_ugaussian_Q(4.0));
    free(values);
}

static void test_dist_cdf_of_points_steps_at_the_points(void **state)
{
    (void)state;
    struct sim_dist dist;
    assert_int_equal(sim_dist_set_empirical(&dist, VALUES, VALUE_WEIGHTS, 5), SIM_OK);
    assert_true(sim_dist_cdf(&dist, -0.1) == 0.0);
    assert_true(fabs(sim_dist_cdf(&dist, 0.0) - 0.5 / 7.25) < 4.0 * DBL_EPSILON);
    assert_true(fabs(sim_dist_cdf(&dist, 3.9) - 2.5 / 7.25) < 4.0 * DBL_EPSILON);
    assert_true(fabs(sim_dist_cdf(&dist, 4.0) - 6.0 / 7.25) < 4.0 * DBL_EPSILON);
    assert_true(fabs(sim_dist_cdf(&dist, 30.0) - 1.0) < 4.0 * DBL_EPSILON);
    assert_int_equal(sim_dist_set_fixed(&dist, 3.7), SIM_OK);
    assert_true(sim_dist_cdf(&dist, 3.69) == 0.0);
    assert_true(sim_dist_cdf(&dist, 3.7) == 1.0);
}

static void test_dist_residual_has_mean_second_moment_over_twice_the_mean(void **state)
{
    (void)state;
    struct sim_dist cases[CASE_COUNT];
    make_cases(cases);
    for (uint32_t i = 0; i < CASE_COUNT; i++) {
        double *values = draw_many(&cases[i], sim_dist_draw_residual, 100 + i);
        struct sim_tally tally = tally_of(values);
        double expected = 0.5 * cases[i].mean * (1.0 + sim_dist_cv2(&cases[i]));
        assert_true(fabs(tally.mean - expected) <
                    4.0 * sim_tally_standard_error(&tally));
        free(values);
    }
}

/* The integral of (1 - F) / mean up to [x], by the midpoint rule. */
static double residual_cdf(const struct sim_dist *dist, double x)
{
    const int panels = 20000;
    double sum = 0.0;
    for (int i = 0; i < panels; i++) {
        sum += 1.0 - sim_dist_cdf(dist, x * (i + 0.5) / panels);
    }
    return sum * x / panels / dist->mean;
}

static void test_dist_residual_has_density_one_minus_f_over_mean(void **state)
{
    (void)state;
    struct sim_dist cases[CASE_COUNT];
    make_cases(cases);
    for (uint32_t i = 0; i < CASE_COUNT; i++) {
        double *values = draw_many(&cases[i], sim_dist_draw_residual, 100 + i);
        for (double factor = 0.2; factor < 3.0; factor += 0.35) {
            double x = factor * cases[i].mean;
            double p = residual_cdf(&cases[i], x);
            int count = 0;
            for (int k = 0; k < DRAW_COUNT; k++) {
                count += values[k] <= x;
            }
            double error = fabs((double)count / DRAW_COUNT - p);
            /* A step of F costs the midpoint rule at most a panel. */
            double panels = 5.0 * x / cases[i].mean / 20000;
            assert_true(error <= 4.0 * sqrt(fabs(p * (1.0 - p)) / DRAW_COUNT) + panels);
        }
        free(values);
    }
}

static void test_dist_has_the_coefficient_of_variation_that_was_asked(void **state)
{
    (void)state;
    static const double cvs[] = {0.02, 0.35, 0.999, 1.0, 1.6, 20.0};
    for (size_t i = 0; i < sizeof cvs / sizeof cvs[0]; i++) {
        struct sim_dist dist[3];
        assert_int_equal(sim_dist_set_gamma(&dist[0], 41.7, cvs[i]), SIM_OK);
        assert_int_equal(sim_dist_set_lognormal(&dist[1], 41.7, cvs[i]), SIM_OK);
        assert_int_equal(sim_dist_set_weibull(&dist[2], 41.7, cvs[i]), SIM_OK);
        for (int k = 0; k < 3; k++) {
            assert_true(dist[k].mean == 41.7);
            /* The difference of log-gammas keeps its error where cv^2 is small. */
            double cv2 = cvs[i] * cvs[i];
            double rounding = 100.0 * DBL_EPSILON * (1.0 + 1.0 / cv2);
            assert_true(fabs(sim_dist_cv2(&dist[k]) / cv2 - 1.0) < rounding);
        }
    }
}

static void test_dist_weibull_finds_shapes_known_in_closed_form(void **state)
{
    (void)state;
    struct sim_dist dist;
    const double rounding = 1000.0 * DBL_EPSILON;
    assert_int_equal(sim_dist_set_weibull(&dist, 2.0, 1.0), SIM_OK);
    assert_true(fabs(dist.shape - 1.0) < rounding);
    assert_true(fabs(dist.scale - 2.0) < rounding);
    assert_int_equal(sim_dist_set_weibull(&dist, 2.0, sqrt(4.0 / M_PI - 1.0)), SIM_OK);
    assert_true(fabs(dist.shape - 2.0) < rounding);
    assert_int_equal(sim_dist_set_weibull(&dist, 2.0, sqrt(5.0)), SIM_OK);
    assert_true(fabs(dist.shape - 0.5) < rounding);
    assert_true(fabs(dist.scale - 1.0) < rounding);
}

static void test_dist_hyperexponential_has_the_cv_of_the_mixture(void **state)
{
    (void)state;
    struct sim_dist dist;
    assert_int_equal(
        sim_dist_set_hyperexponential(&dist, BRANCH_WEIGHTS, BRANCH_MEANS, 3), SIM_OK);
    double mean = 0.45 * 12.0 + 0.35 * 30.0 + 0.2 * 72.0;
    double second = 2.0 * (0.45 * 144.0 + 0.35 * 900.0 + 0.2 * 5184.0);
    assert_true(fabs(dist.mean / mean - 1.0) < 10.0 * DBL_EPSILON);
    assert_true(fabs(sim_dist_cv2(&dist) / (second / (mean * mean) - 1.0) - 1.0) <
                100.0 * DBL_EPSILON);
}

typedef enum sim_status (*setter)(struct sim_dist *self, double mean, double cv);

static enum sim_status set_exponential(struct sim_dist *self, double mean, double cv)
{
    (void)cv;
    return sim_dist_set_exponential(self, mean);
}

static void test_dist_setters_reject_impossible_means(void **state)
{
    (void)state;
    static const double means[] = {NAN, INFINITY, -INFINITY, -1.0, 0.0, 1e200};
    static const setter setters[] = {sim_dist_set_gamma, sim_dist_set_lognormal,
                                     sim_dist_set_weibull, set_exponential};
    struct sim_dist dist;
    for (size_t i = 0; i < sizeof means / sizeof means[0]; i++) {
        for (size_t k = 0; k < sizeof setters / sizeof setters[0]; k++) {
            assert_int_equal(setters[k](&dist, means[i], 0.8), SIM_ERR_DOMAIN);
        }
        double weight = 1.0;
        assert_int_equal(sim_dist_set_empirical(&dist, &means[i], &weight, 1),
                         SIM_ERR_DOMAIN);
        assert_int_equal(sim_dist_set_hyperexponential(&dist, &weight, &means[i], 1),
                         SIM_ERR_DOMAIN);
    }
    assert_int_equal(sim_dist_set_fixed(&dist, NAN), SIM_ERR_DOMAIN);
    assert_int_equal(sim_dist_set_fixed(&dist, INFINITY), SIM_ERR_DOMAIN);
    assert_int_equal(sim_dist_set_fixed(&dist, -1e-300), SIM_ERR_DOMAIN);
    assert_int_equal(sim_dist_set_fixed(&dist, 0.0), SIM_OK);
}

static void test_dist_setters_reject_impossible_variation(void **state)
{
    (void)state;
    static const double cvs[] = {NAN, INFINITY, -0.5, 0.0, 1e-200, 1e200};
    static const setter setters[] = {sim_dist_set_gamma, sim_dist_set_lognormal,
                                     sim_dist_set_weibull};
    struct sim_dist dist;
    for (size_t i = 0; i < sizeof cvs / sizeof cvs[0]; i++) {
        for (size_t k = 0; k < sizeof setters / sizeof setters[0]; k++) {
            assert_int_equal(setters[k](&dist, 12.5, cvs[i]), SIM_ERR_DOMAIN);
        }
    }
    assert_int_equal(sim_dist_set_weibull(&dist, 12.5, 0.0199), SIM_ERR_DOMAIN);
    assert_int_equal(sim_dist_set_weibull(&dist, 12.5, 20.01), SIM_ERR_DOMAIN);
}

static void test_dist_setters_reject_impossible_points(void **state)
{
    (void)state;
    double values[SIM_DIST_POINT_MAX + 1];
    double weights[SIM_DIST_POINT_MAX + 1];
    for (int i = 0; i <= SIM_DIST_POINT_MAX; i++) {
        values[i] = 1.0 + i;
        weights[i] = 1.0;
    }
    static const double wrong[] = {NAN, INFINITY, -1.0};
    enum sim_status (*const setters[])(struct sim_dist *, const double *,
                                       const double *, int) = {
        sim_dist_set_empirical, sim_dist_set_hyperexponential};
    struct sim_dist dist;
    for (int k = 0; k < 2; k++) {
        assert_int_equal(setters[k](&dist, values, weights, 0), SIM_ERR_DOMAIN);
        assert_int_equal(setters[k](&dist, values, weights, -1), SIM_ERR_DOMAIN);
        assert_int_equal(setters[k](&dist, values, weights, SIM_DIST_POINT_MAX + 1),
                         SIM_ERR_DOMAIN);
        assert_int_equal(setters[k](&dist, values, weights, SIM_DIST_POINT_MAX),
                         SIM_OK);
        for (int i = 0; i < 3; i++) {
            double pair[] = {2.0, wrong[i]};
            assert_int_equal(setters[k](&dist, pair, weights, 2), SIM_ERR_DOMAIN);
            assert_int_equal(setters[k](&dist, values, pair, 2), SIM_ERR_DOMAIN);
        }
        double nothing[] = {0.0, 0.0};
        assert_int_equal(setters[k](&dist, nothing, values, 2), SIM_ERR_DOMAIN);
        assert_int_equal(setters[k](&dist, values, nothing, 2), SIM_ERR_DOMAIN);
    }
    double means[] = {0.0, 5.0};
    assert_int_equal(sim_dist_set_hyperexponential(&dist, weights, means, 2),
                     SIM_ERR_DOMAIN);
}

static void test_dist_scale_multiplies_every_draw(void **state)
{
    (void)state;
    struct sim_dist cases[CASE_COUNT];
    make_cases(cases);
    struct sim_stream stream;
    sim_stream_init(&stream, 8, 1);
    const double factor = 2.385;
    for (uint32_t i = 0; i < CASE_COUNT; i++) {
        struct sim_dist scaled = cases[i];
        sim_dist_scale(&scaled, factor);
        assert_true(sim_dist_cv2(&scaled) <=
                    sim_dist_cv2(&cases[i]) * (1.0 + 100.0 * DBL_EPSILON));
        for (uint64_t entity = 0; entity < 100; entity++) {
            sim_stream_seek(&stream, entity, i);
            double draw = sim_dist_draw(&cases[i], &stream);
            double residual = sim_dist_draw_residual(&cases[i], &stream);
            sim_stream_seek(&stream, entity, i);
            const double rounding = 100.0 * DBL_EPSILON;
            assert_true(fabs(sim_dist_draw(&scaled, &stream) - factor * draw) <=
                        rounding * draw);
            assert_true(fabs(sim_dist_draw_residual(&scaled, &stream) -
                             factor * residual) <= rounding * residual);
        }
    }
}

static void test_dist_kinds_have_different_names(void **state)
{
    (void)state;
    for (int i = 0; i < SIM_DIST_KIND_COUNT; i++) {
        const char *name = sim_dist_kind_name((enum sim_dist_kind)i);
        assert_non_null(name);
        for (int k = 0; k < i; k++) {
            assert_true(strcmp(name, sim_dist_kind_name((enum sim_dist_kind)k)) != 0);
        }
    }
    assert_string_equal(sim_dist_kind_name(SIM_DIST_HYPEREXPONENTIAL),
                        "hyperexponentieel");
    assert_null(sim_dist_kind_name(SIM_DIST_KIND_COUNT));
}

int main(void)
{
    gsl_set_error_handler_off();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_dist_draws_have_the_stated_mean_and_variance),
        cmocka_unit_test(test_dist_draws_follow_the_cdf_of_a_continuous_kind),
        cmocka_unit_test(test_dist_empirical_draws_each_value_by_its_weight),
        cmocka_unit_test(test_dist_cdf_of_points_steps_at_the_points),
        cmocka_unit_test(test_dist_residual_has_mean_second_moment_over_twice_the_mean),
        cmocka_unit_test(test_dist_residual_has_density_one_minus_f_over_mean),
        cmocka_unit_test(test_dist_has_the_coefficient_of_variation_that_was_asked),
        cmocka_unit_test(test_dist_weibull_finds_shapes_known_in_closed_form),
        cmocka_unit_test(test_dist_hyperexponential_has_the_cv_of_the_mixture),
        cmocka_unit_test(test_dist_setters_reject_impossible_means),
        cmocka_unit_test(test_dist_setters_reject_impossible_variation),
        cmocka_unit_test(test_dist_setters_reject_impossible_points),
        cmocka_unit_test(test_dist_scale_multiplies_every_draw),
        cmocka_unit_test(test_dist_kinds_have_different_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
