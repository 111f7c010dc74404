/* tests/verification/test_precision.c - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How often an interval covers the true mean when replications go on until it is narrow
 * enough, against theory. When values are normal the decision to stop, which looks at
 * the sample variance only, is independent of the sample mean (Robbins 1959; Starr
 * 1966), so that the interval m +- h after N replications covers with probability
 * E[2 Phi(h sqrt(N) / sigma) - 1]. And by Helmert's transformation the sums of squares
 * grow by independent chi-squares, so N and h can be drawn without any sample.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "sim/engine/stream.h"
#include "sim/experiment/precision.h"
#include "sim/statistics/tally.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_randist.h>

#include <math.h>
#include <stdlib.h>

#define MEAN 12.5
#define SIGMA 3.0
/* With a known variance 20 replications would do: about where the coverage is least. */
#define HALF_WIDTH (1.96 * SIGMA / 4.472136)
#define MOST 1000
#define EXPERIMENT_COUNT 1000
#define REFERENCE_COUNT 20000

/* --- A model whose outcome is one normal draw --- */

struct normal {
    struct sim_engine engine;
    struct sim_stream stream;
};

static const struct sim_measure MEASURES[] = {{.name = "uitkomst", .unit = "-"}};
static const struct sim_cell CELLS[] = {{.measure = 0}};
static const struct sim_layout LAYOUT = {.cells = CELLS, .cell_count = 1};

static enum sim_status create(const struct sim_scenario *scenario, void **out)
{
    struct normal *self = calloc(1, sizeof *self);
    (void)scenario;
    *out = self;
    return self == NULL ? SIM_ERR_NO_MEMORY
                        : sim_engine_init(&self->engine, NULL, 0, self, 1);
}

static void destroy(void *model)
{
    struct normal *self = model;
    if (self != NULL) {
        sim_engine_free(&self->engine);
        free(self);
    }
}

static const struct sim_layout *get_layout(const void *model)
{
    (void)model;
    return &LAYOUT;
}

static struct sim_engine *get_engine(void *model)
{
    return &((struct normal *)model)->engine;
}

static sim_time get_end(const void *model)
{
    (void)model;
    return 1;
}

static enum sim_status reset(void *model, uint64_t seed, uint32_t replication)
{
    struct normal *self = model;
    sim_engine_reset(&self->engine);
    sim_stream_init(&self->stream, seed, replication);
    return SIM_OK;
}

static enum sim_status start(void *model)
{
    (void)model;
    return SIM_OK;
}

static enum sim_status verify(const void *model)
{
    (void)model;
    return SIM_OK;
}

static void summarise(void *model, double *values)
{
    struct normal *self = model;
    values[0] = MEAN + SIGMA * gsl_cdf_ugaussian_Pinv(
                                   sim_stream_uniform_at(&self->stream, 0, 0));
}

static const struct sim_model NORMAL = {
    .measures = MEASURES,
    .measure_count = 1,
    .create = create,
    .destroy = destroy,
    .layout = get_layout,
    .engine = get_engine,
    .end = get_end,
    .reset = reset,
    .start = start,
    .verify = verify,
    .summarise = summarise,
};

/* --- Theory --- */

/* The probability that an interval covers that stopped as ours does. */
static struct sim_tally expected_coverage(void)
{
    struct sim_tally coverage;
    struct sim_stream stream;
    double quantile[MOST + 1];
    sim_tally_reset(&coverage);
    for (int n = 2; n <= MOST; n++) {
        quantile[n] = gsl_cdf_tdist_Pinv(0.975, n - 1);
    }
    for (uint32_t r = 0; r < REFERENCE_COUNT; r++) {
        double squares = 0.0, half_width = INFINITY;
        int n = 1;
        sim_stream_init(&stream, 77, r);
        sim_stream_seek(&stream, 0, 0);
        while (n < SIM_PRECISION_MINIMUM || (half_width > HALF_WIDTH && n < MOST)) {
            squares += SIGMA * SIGMA * gsl_ran_chisq(&stream.rng, 1.0);
            n++;
            half_width = quantile[n] * sqrt(squares / (n - 1) / n);
        }
        sim_tally_add(&coverage,
                      2.0 * gsl_cdf_ugaussian_P(half_width * sqrt(n) / SIGMA) - 1.0);
    }
    return coverage;
}

/* --- Experiments --- */

struct outcome {
    bool covers;
    double probability; /* that it does, given when it stopped */
    double error;       /* of the mean, as a part of the true one */
    uint32_t replications;
};

static struct outcome experiment_with(uint64_t seed, double half_width,
                                      bool is_relative)
{
    const struct sim_precision precision = {half_width, is_relative, {0}};
    const struct sim_experiment experiment = {
        .model = &NORMAL,
        .scenario_count = 1,
        .seed = seed,
        .replications = MOST,
        .threads = 1,
        .precision = &precision,
    };
    struct sim_results results;
    assert_int_equal(sim_experiment_run(&experiment, &results, NULL), SIM_OK);
    const struct sim_tally *tally = &results.scenarios[0].cells[0];
    const double found = sim_tally_half_width(tally, 0.95);
    const double root = sqrt((double)tally->count);
    const struct outcome outcome = {
        .covers = fabs(tally->mean - MEAN) <= found,
        .probability = 2.0 * gsl_cdf_ugaussian_P(found * root / SIGMA) - 1.0,
        .error = fabs(tally->mean - MEAN) / MEAN,
        .replications = results.replications_done,
    };
    sim_results_free(&results);
    return outcome;
}

static void test_interval_covers_as_often_as_theory_says(void **state)
{
    const struct sim_tally expected = expected_coverage();
    double covered = 0.0, probability = 0.0, variance = 0.0;
    (void)state;
    for (uint64_t seed = 1; seed <= EXPERIMENT_COUNT; seed++) {
        const struct outcome outcome = experiment_with(seed, HALF_WIDTH, false);
        covered += outcome.covers;
        probability += outcome.probability;
        variance += outcome.probability * (1.0 - outcome.probability);
    }
    print_message("covered %.1f%%, theory %.2f%%, given the moments of stopping "
                  "%.2f%%\n",
                  100.0 * covered / EXPERIMENT_COUNT, 100.0 * expected.mean,
                  100.0 * probability / EXPERIMENT_COUNT);
    /* Given when each stopped, the number that covers is a sum of independent trials.
     */
    assert_true(fabs(covered - probability) <= 4.0 * sqrt(variance));
    /* And not given that: binomial, with the error of the reference itself. */
    const double p = expected.mean;
    const double error = sqrt(p * (1.0 - p) / EXPERIMENT_COUNT +
                              pow(sim_tally_standard_error(&expected), 2.0));
    assert_true(fabs(covered / EXPERIMENT_COUNT - p) <= 4.0 * error);
    /* The price of looking at the spread to stop, as documented. */
    assert_true(p + 4.0 * sim_tally_standard_error(&expected) < 0.95);
}

/* Chow and Robbins: as the wanted half-width shrinks the number of replications comes
 * to (1.96 sigma / half-width)^2, here 400, and the coverage to 95%. The variance of N
 * is then 2 x 400 (Anscombe 1952, Ghosh and Mukhopadhyay 1975: the number follows the
 * sample variance, whose relative variance is 2 / n); the second order adds a few. */
static void test_narrow_interval_takes_the_replications_theory_says(void **state)
{
    const double wanted = 1.959964 * SIGMA / 20.0;
    struct sim_tally replications;
    sim_tally_reset(&replications);
    (void)state;
    for (uint64_t seed = 1; seed <= 100; seed++) {
        const struct outcome outcome = experiment_with(5000 + seed, wanted, false);
        sim_tally_add(&replications, outcome.replications);
    }
    print_message("replications %.1f, theory 400\n", replications.mean);
    assert_true(fabs(replications.mean - 400.0) <= 4.0 * sqrt(800.0 / 100.0));
}

static void
test_relative_error_is_within_bounds_whenever_the_interval_covers(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 200; seed++) {
        const struct outcome outcome = experiment_with(9000 + seed, 0.12, true);
        assert_true(!outcome.covers || outcome.error <= 0.12);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_interval_covers_as_often_as_theory_says),
        cmocka_unit_test(test_narrow_interval_takes_the_replications_theory_says),
        cmocka_unit_test(
            test_relative_error_is_within_bounds_whenever_the_interval_covers),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("precision", tests, NULL, NULL);
}
