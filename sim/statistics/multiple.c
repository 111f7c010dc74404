/* sim/statistics/multiple.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/statistics/multiple.h"

#include <assert.h>
#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdbool.h>

double sim_multiple_confidence(double confidence, int count)
{
    return 1.0 - (1.0 - confidence) / (double)count;
}

double sim_multiple_p(const struct sim_tally *differences)
{
    const double mean = sim_tally_mean(differences);
    const double error = sim_tally_standard_error(differences);
    if (differences->count < 2) {
        return 1.0;
    }
    if (error == 0.0) {
        return mean == 0.0 ? 1.0 : 0.0;
    }
    return 2.0 * gsl_cdf_tdist_Q(fabs(mean) / error, (double)(differences->count - 1));
}

/* The smallest of those that were not taken; the first of equals. */
static int smallest_left(const double *p, const bool *is_taken, int count)
{
    int smallest = -1;
    for (int i = 0; i < count; i++) {
        if (!is_taken[i] && (smallest < 0 || p[i] < p[smallest])) {
            smallest = i;
        }
    }
    return smallest;
}

void sim_multiple_holm(double *p, int count)
{
    bool is_taken[SIM_MULTIPLE_MAX] = {false};
    double least = 0.0; /* what a larger p cannot go below */
    assert(count <= SIM_MULTIPLE_MAX);
    for (int step = 0; step < count; step++) {
        const int next = smallest_left(p, is_taken, count);
        least = fmax(least, fmin(1.0, p[next] * (double)(count - step)));
        p[next] = least;
        is_taken[next] = true;
    }
}
