/* sim/experiment/warmup.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether, and from when on, the levels of a model have settled: the warm-up check of
 * sim/statistics/transient.h for every level of a scenario that was observed.
 *
 * MSER-5 finds a begin that differs from the rest, and is blind to an end that does: a
 * line that is empty for years and then grows would pass. So what is kept is cut in
 * four, and when the mean of a part is further from that of the whole than chance can
 * explain, there is no equilibrium. Chance is Student's 95% interval over the
 * replications, in which a mean over time has at most the mean of the standard errors
 * of its moments, and a difference at most the sum of two. One replication cannot tell.
 */
#ifndef SIM_EXPERIMENT_WARMUP_H
#define SIM_EXPERIMENT_WARMUP_H

#include "sim/experiment/experiment.h"
#include "sim/statistics/transient.h"

/* Observations of a level. */
#define SIM_WARMUP_COUNT_MIN SIM_TRANSIENT_COUNT_MIN
#define SIM_WARMUP_COUNT_MAX 10000

/* Where a series goes in the last quarter of the run, against the one before. */
enum sim_trend { SIM_TREND_FALLS = -1, SIM_TREND_NONE, SIM_TREND_GROWS };

struct sim_warmup_series {
    const struct sim_level *level; /* borrowed */
    double *mean;                  /* [count] owned; over the replications */
    double *smooth;                /* [count] owned; NAN: the window does not fit */
    int window;
    int start;      /* the first observation of the equilibrium; -1: none was found */
    double settled; /* mean from there on; NAN: none was found */
    enum sim_trend trend;
};

struct sim_warmup {
    sim_time interval;
    int count; /* of observations */
    int series_count;
    struct sim_warmup_series *series; /* [series_count] owned */
};

/* Judges the first scenario of [results], observed every [interval], which has at least
 * SIM_WARMUP_COUNT_MIN observations and outlives [self]. [window] 0: chosen for each
 * series. SIM_ERR_NO_MEMORY. The caller frees [self] in every case. */
SIM_MUST_CHECK enum sim_status sim_warmup_init(struct sim_warmup *self,
                                               const struct sim_results *results,
                                               sim_time interval, int window);
void sim_warmup_free(struct sim_warmup *self);

/* The day on which observation [index] was made. */
double sim_warmup_day(const struct sim_warmup *self, int index);

/* The first observation at which every series is in equilibrium; -1: one never is. */
int sim_warmup_start(const struct sim_warmup *self);

#endif
