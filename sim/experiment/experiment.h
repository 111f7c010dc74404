/* sim/experiment/experiment.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Replications of one or more scenarios of a model, over threads, merged in the
 * order of the replications: the same bytes for any number of threads. With more
 * scenarios replication r of each has the same seed, so their differences are
 * paired (common random numbers).
 */
#ifndef SIM_EXPERIMENT_EXPERIMENT_H
#define SIM_EXPERIMENT_EXPERIMENT_H

#include <signal.h>

#include "sim/experiment/model.h"
#include "sim/statistics/tally.h"

#define SIM_SCENARIO_MAX 32

struct sim_precision;  /* sim/experiment/precision.h */
struct sim_collector;  /* sim/experiment/collector.h */
struct sim_resumption; /* sim/experiment/resumption.h */

struct sim_experiment {
    const struct sim_model *model;
    const struct sim_scenario *scenarios[SIM_SCENARIO_MAX]; /* first is the base */
    int scenario_count;
    uint64_t seed;
    uint32_t replications; /* at least 1; with [precision] at most so many */
    int threads;           /* at least 1 */
    /* Stop at the first replication, in order, with which this is reached; what other
     * threads computed beyond it is thrown away. NULL: do all. */
    const struct sim_precision *precision;
    const struct sim_collector *collector;   /* NULL: none */
    const struct sim_resumption *resumption; /* NULL: from the beginning */
    /* Above 0: note the levels of the model at time 0 and every so often. */
    sim_time observe_every;
    /* When set (by a signal handler), no new replication is begun; one that was begun
     * is finished for every scenario. May be NULL. */
    const volatile sig_atomic_t *stop;
    /* Called from one thread at a time after each finished replication of a scenario,
     * not of those that were put back. May be NULL. */
    void (*progress)(void *context, uint64_t done, uint64_t total);
    void *progress_context;
};

struct sim_scenario_results {
    const struct sim_layout *layout; /* owned by the results */
    struct sim_tally *cells;         /* [layout->cell_count] */
    /* Paired difference with the base (this minus base), and the base's cell with the
     * same measure and keys (-1: the base has none). NULL for the base itself. */
    struct sim_tally *differences; /* [layout->cell_count] */
    int32_t *base_cell;            /* [layout->cell_count] */
    uint64_t event_count;          /* over all replications */
    /* The levels of the model at 0, [observe_every], twice that, ... up to the end of
     * the run. NULL and 0 when they were not noted. */
    const struct sim_levels *levels; /* owned by the results */
    struct sim_tally *observed;      /* [observation_count x levels->count] */
    int observation_count;
};

struct sim_results {
    int scenario_count;
    struct sim_scenario_results scenarios[SIM_SCENARIO_MAX];
    uint32_t replications_done; /* complete for every scenario; the first ones */
    bool interrupted;
    bool is_precise; /* stopped because the precision asked for was reached */
    double wall_seconds;
    void *instances[SIM_SCENARIO_MAX]; /* model instances that own the layouts */
    const struct sim_model *model;
};

/* Runs [experiment] into [results]. SIM_ERR_INTERRUPTED: stopped early; the
 * replications done so far are in [results] and valid. SIM_ERR_PRECISION: all were
 * done and are valid, but the precision was not reached. SIM_ERR_INVARIANT and others:
 * a replication failed, the first in order; [failed_replication] says which when not
 * NULL. The caller frees [results] in every case. */
SIM_MUST_CHECK enum sim_status
sim_experiment_run(const struct sim_experiment *experiment, struct sim_results *results,
                   uint32_t *failed_replication);
void sim_results_free(struct sim_results *self);

/* Runs one replication of [instance] and fills [values] (one per cell). */
SIM_MUST_CHECK enum sim_status sim_experiment_replicate(const struct sim_model *model,
                                                        void *instance, uint64_t seed,
                                                        uint32_t replication,
                                                        double *values);

#endif
