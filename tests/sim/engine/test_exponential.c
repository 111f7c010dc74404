/* tests/sim/engine/test_exponential.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "sim/engine/exponential.h"

#include <float.h>
#include <gsl/gsl_cdf.h>
#include <math.h>

enum { LAYERS = SIM_EXPONENTIAL_LAYER_COUNT, DRAWS = 4000000 };

static double edge(int i)
{
    return SIM_EXPONENTIAL_EDGES[i];
}

/* Rounding of an edge moves its density by as much. */
static void test_exponential_layers_have_equal_areas_up_to_height_1(void **state)
{
    (void)state;
    double area = (1.0 + edge(1)) * exp(-edge(1));
    assert_true(fabs(edge(0) * exp(-edge(1)) - area) < 8.0 * DBL_EPSILON * area);
    for (int i = 1; i < LAYERS; i++) {
        double height = exp(-edge(i + 1)) - exp(-edge(i));
        assert_true(edge(i + 1) < edge(i));
        assert_true(fabs(edge(i) * height - area) < 8.0 * DBL_EPSILON * edge(i));
    }
    assert_true(edge(LAYERS) == 0.0);
}

static void draw_many(uint32_t *count, const double *cuts, int cut_count)
{
    struct sim_stream stream;
    sim_stream_init(&stream, 2027, 11);
    for (uint64_t n = 0; n < DRAWS; n++) {
        sim_stream_seek(&stream, n, 1);
        double x = sim_exponential_draw(&stream);
        assert_true(isfinite(x) && x > 0.0);
        int cell = 0;
        while (cell < cut_count && x >= cuts[cell]) {
            cell++;
        }
        count[cell]++;
    }
}

/* The statistic of Pearson's test for cells between [cuts], the last without end. */
static double chi_square(const uint32_t *count, const double *cuts, int cut_count)
{
    double sum = 0.0;
    for (int cell = 0; cell <= cut_count; cell++) {
        double below = cell == 0 ? 1.0 : exp(-cuts[cell - 1]);
        double above = cell == cut_count ? 0.0 : exp(-cuts[cell]);
        double expected = DRAWS * (below - above);
        sum += (count[cell] - expected) * (count[cell] - expected) / expected;
    }
    return sum;
}

/* A cell per eighth edge, and one in the tail: a wrong layer shows where it is. */
static void test_exponential_draws_fall_between_the_edges_as_they_should(void **state)
{
    (void)state;
    enum { CUTS = LAYERS / 8 };
    double cuts[CUTS];
    uint32_t count[CUTS + 1] = {0};
    for (int i = 0; i < CUTS; i++) {
        cuts[i] = edge(8 * (CUTS - 1 - i) + 1);
    }
    draw_many(count, cuts, CUTS);
    double p = gsl_cdf_chisq_Q(chi_square(count, cuts, CUTS), CUTS);
    /* The probability of 4 standard errors, to either side. */
    assert_true(p > 3.2e-5 && p < 1.0 - 3.2e-5);
}

/* Beyond the last layer the draw is another exponential one. */
static void test_exponential_tail_is_exponential(void **state)
{
    (void)state;
    double cuts[] = {edge(1), edge(1) + 0.5, edge(1) + 1.0, edge(1) + 2.0};
    uint32_t count[5] = {0};
    draw_many(count, cuts, 4);
    double p = gsl_cdf_chisq_Q(chi_square(count, cuts, 4), 4);
    assert_true(p > 3.2e-5 && p < 1.0 - 3.2e-5);
}

static void test_exponential_mostly_takes_one_number(void **state)
{
    (void)state;
    struct sim_stream stream, one;
    sim_stream_init(&stream, 2027, 12);
    one = stream;
    uint32_t single = 0;
    for (uint64_t n = 0; n < 100000; n++) {
        sim_stream_seek(&stream, n, 1);
        sim_stream_seek(&one, n, 1);
        (void)sim_exponential_draw(&stream);
        (void)sim_stream_bits(&one);
        single += stream.state.counter[1] == one.state.counter[1] &&
                  stream.state.left == one.state.left;
    }
    double inside = 0.0; /* the part of a layer below the density, on average */
    for (int i = 0; i < LAYERS; i++) {
        inside += edge(i + 1) / edge(i) / LAYERS;
    }
    assert_true(inside > 0.97);
    assert_true(fabs(single - 1e5 * inside) <
                4.0 * sqrt(1e5 * inside * (1.0 - inside)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_exponential_layers_have_equal_areas_up_to_height_1),
        cmocka_unit_test(test_exponential_draws_fall_between_the_edges_as_they_should),
        cmocka_unit_test(test_exponential_tail_is_exponential),
        cmocka_unit_test(test_exponential_mostly_takes_one_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
