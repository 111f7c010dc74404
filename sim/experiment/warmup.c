/* sim/experiment/warmup.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/experiment/warmup.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define CONFIDENCE 0.95

static double mean_of(const double *values, int first, int end)
{
    double sum = 0.0;
    for (int i = first; i < end; i++) {
        sum += values[i];
    }
    return sum / (end - first);
}

/* The mean over the moments [first] up to [end] of a series, and the most its standard
 * error can be. */
struct period {
    double mean, error;
};

static struct period period_of(const struct sim_tally *moments, int stride, int first,
                               int end)
{
    struct period period = {0.0, 0.0};
    for (int i = first; i < end; i++) {
        period.mean += sim_tally_mean(&moments[i * stride]) / (end - first);
        period.error += sim_tally_standard_error(&moments[i * stride]) / (end - first);
    }
    return period;
}

/* Whether each quarter of the moments from [start] on is where the whole is. */
static bool is_level(const struct sim_tally *moments, int stride, int start, int count)
{
    const struct period whole = period_of(moments, stride, start, count);
    const double quantile = sim_tally_quantile(&moments[0], CONFIDENCE);
    for (int q = 0; q < 4; q++) {
        const struct period part =
            period_of(moments, stride, start + q * (count - start) / 4,
                      start + (q + 1) * (count - start) / 4);
        if (fabs(part.mean - whole.mean) > quantile * (part.error + whole.error)) {
            return false;
        }
    }
    return true;
}

/* A change between the last two quarters that chance can explain is none. */
static enum sim_trend find_trend(const struct sim_tally *moments, int stride, int count)
{
    const int quarter = count / 4;
    const struct period before =
        period_of(moments, stride, count - 2 * quarter, count - quarter);
    const struct period last = period_of(moments, stride, count - quarter, count);
    const double allowed =
        sim_tally_quantile(&moments[0], CONFIDENCE) * (before.error + last.error);
    if (last.mean == before.mean || fabs(last.mean - before.mean) <= allowed) {
        return SIM_TREND_NONE;
    }
    return last.mean > before.mean ? SIM_TREND_GROWS : SIM_TREND_FALLS;
}

static void judge(struct sim_warmup_series *self, const struct sim_tally *moments,
                  int stride, int count, int window)
{
    /* The place for the moving average serves as scratch. */
    self->window =
        window > 0 ? window : sim_transient_window(self->mean, count, self->smooth);
    sim_transient_smooth(self->mean, count, self->window, self->smooth);
    self->start = sim_transient_end(self->mean, count);
    if (self->start >= 0 && !is_level(moments, stride, self->start, count)) {
        self->start = -1;
    }
    self->settled = self->start < 0 ? NAN : mean_of(self->mean, self->start, count);
    self->trend = find_trend(moments, stride, count);
}

enum sim_status sim_warmup_init(struct sim_warmup *self,
                                const struct sim_results *results, sim_time interval,
                                int window)
{
    const struct sim_scenario_results *scenario = &results->scenarios[0];
    const int series_count = scenario->levels->count;
    const size_t count = (size_t)scenario->observation_count;
    assert(scenario->observation_count >= SIM_WARMUP_COUNT_MIN);
    *self =
        (struct sim_warmup){.interval = interval, .count = scenario->observation_count};
    self->series = calloc((size_t)series_count + 1, sizeof *self->series);
    if (self->series == NULL) {
        return SIM_ERR_NO_MEMORY;
    }
    self->series_count = series_count;
    for (int s = 0; s < series_count; s++) {
        struct sim_warmup_series *series = &self->series[s];
        series->level = &scenario->levels->items[s];
        series->mean = malloc(count * sizeof *series->mean);
        series->smooth = malloc(count * sizeof *series->smooth);
        if (series->mean == NULL || series->smooth == NULL) {
            return SIM_ERR_NO_MEMORY;
        }
        for (int i = 0; i < self->count; i++) {
            series->mean[i] = sim_tally_mean(&scenario->observed[i * series_count + s]);
        }
        judge(series, &scenario->observed[s], series_count, self->count, window);
    }
    return SIM_OK;
}

void sim_warmup_free(struct sim_warmup *self)
{
    for (int s = 0; s < self->series_count; s++) {
        free(self->series[s].mean);
        free(self->series[s].smooth);
    }
    free(self->series);
    memset(self, 0, sizeof *self);
}

double sim_warmup_day(const struct sim_warmup *self, int index)
{
    return sim_time_to_days(index * self->interval);
}

int sim_warmup_start(const struct sim_warmup *self)
{
    int latest = 0;
    for (int s = 0; s < self->series_count; s++) {
        const int start = self->series[s].start;
        if (start < 0) {
            return -1;
        }
        latest = start > latest ? start : latest;
    }
    return latest;
}
