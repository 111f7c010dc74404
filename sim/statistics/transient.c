/* sim/statistics/transient.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/statistics/transient.h"

#include <math.h>

#include "sim/statistics/tally.h"

#define BATCH_SIZE 5
#define KEPT_MIN 5 /* batches */

int sim_transient_window_max(int count)
{
    return count / 4;
}

void sim_transient_smooth(const double *values, int count, int window, double *out)
{
    double sum = 0.0;
    int first = 0, next = 0; /* of what is in the sum */
    for (int i = 0; i < count; i++) {
        const int half = i < window ? i : window;
        if (i + half >= count) {
            out[i] = NAN;
            continue;
        }
        while (next <= i + half) {
            sum += values[next++];
        }
        while (first < i - half) {
            sum -= values[first++];
        }
        out[i] = sum / (2 * half + 1);
    }
}

static double range_of(const double *values, int count)
{
    struct sim_tally tally;
    sim_tally_reset(&tally);
    for (int i = 0; i < count; i++) {
        sim_tally_add(&tally, values[i]);
    }
    return tally.count > 0 ? tally.maximum - tally.minimum : 0.0;
}

/* Mean size of a step from the middle on. */
static double step_of(const double *smooth, int count)
{
    struct sim_tally steps;
    sim_tally_reset(&steps);
    for (int i = count / 2; i < count; i++) {
        sim_tally_add(&steps, fabs(smooth[i] - smooth[i - 1])); /* NAN does not count */
    }
    return sim_tally_mean(&steps);
}

int sim_transient_window(const double *values, int count, double *scratch)
{
    const double allowed = range_of(values, count) / (count - count / 2);
    const int widest = sim_transient_window_max(count);
    int window = 1;
    sim_transient_smooth(values, count, window, scratch);
    while (window < widest && step_of(scratch, count) > allowed) {
        window++;
        sim_transient_smooth(values, count, window, scratch);
    }
    return window;
}

static double batch_mean(const double *values)
{
    double sum = 0.0;
    for (int i = 0; i < BATCH_SIZE; i++) {
        sum += values[i];
    }
    return sum / BATCH_SIZE;
}

int sim_transient_end(const double *values, int count)
{
    const int batch_count = count / BATCH_SIZE;
    double least = INFINITY;
    int best = batch_count;
    struct sim_tally kept;
    sim_tally_reset(&kept);
    for (int cut = batch_count - 1; cut >= 0; cut--) {
        sim_tally_add(&kept, batch_mean(values + cut * BATCH_SIZE));
        const double error = kept.m2 / ((double)kept.count * (double)kept.count);
        if (kept.count >= KEPT_MIN && error <= least) {
            least = error;
            best = cut;
        }
    }
    return best <= batch_count / 2 ? best * BATCH_SIZE : -1;
}
