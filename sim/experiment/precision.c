/* sim/experiment/precision.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/experiment/precision.h"

#include <math.h>

#include "sim/statistics/multiple.h"

#define CONFIDENCE 0.95

/* With a half-width h around the mean m the true mean is at least |m| - h, so the error
 * is at most h / (|m| - h) of it. That is at most gamma exactly when h / |m| is at most
 * gamma / (1 + gamma). */
static double relative_error(double half_width, double mean)
{
    const double least = fabs(mean) - half_width;
    if (half_width == 0.0) {
        return 0.0;
    }
    return least > 0.0 ? half_width / least : INFINITY;
}

/* [values]: whose mean must be known, with [confidence]; [scale]: of whose mean it is a
 * part. */
static struct sim_precision_state state_of(const struct sim_tally *values,
                                           const struct sim_tally *scale,
                                           double confidence)
{
    const double half_width = sim_tally_half_width(values, confidence);
    return (struct sim_precision_state){
        .half_width = half_width,
        .relative =
            values->count < 2 ? NAN : relative_error(half_width, sim_tally_mean(scale)),
        .count = values->count,
    };
}

/* Too few values is worse than a wide interval. */
static bool is_worse(const struct sim_precision_state *left,
                     const struct sim_precision_state *right)
{
    const bool is_short =
        left->count < SIM_PRECISION_MINIMUM || right->count < SIM_PRECISION_MINIMUM;
    return is_short && left->count != right->count
               ? left->count < right->count
               : left->half_width > right->half_width;
}

struct sim_precision_state sim_precision_state(const struct sim_precision *self,
                                               const struct sim_results *results)
{
    const struct sim_tally *base = &results->scenarios[0].cells[self->cells[0]];
    if (results->scenario_count == 1) {
        return state_of(base, base, CONFIDENCE);
    }
    const double joint =
        sim_multiple_confidence(CONFIDENCE, results->scenario_count - 1);
    struct sim_precision_state worst =
        state_of(&results->scenarios[1].differences[self->cells[1]], base, joint);
    for (int s = 2; s < results->scenario_count; s++) {
        const struct sim_precision_state next =
            state_of(&results->scenarios[s].differences[self->cells[s]], base, joint);
        worst = is_worse(&next, &worst) ? next : worst;
    }
    return worst;
}

bool sim_precision_is_reached(const struct sim_precision *self,
                              const struct sim_results *results)
{
    const struct sim_precision_state state = sim_precision_state(self, results);
    return state.count >= SIM_PRECISION_MINIMUM &&
           (self->is_relative ? state.relative : state.half_width) <= self->half_width;
}
