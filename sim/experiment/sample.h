/* sim/experiment/sample.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The value of a few outcomes in every replication of an experiment, kept, so that
 * replications of experiments that were run apart can be paired: replication r of a
 * seed has the same random numbers in each of them.
 */
#ifndef SIM_EXPERIMENT_SAMPLE_H
#define SIM_EXPERIMENT_SAMPLE_H

#include "sim/experiment/collector.h"

struct sim_sample {
    int scenario_count, outcome_count;
    int32_t *cells;        /* [scenario_count x outcome_count] owned; -1: it has none */
    uint32_t replications; /* room for */
    double *values;        /* [replications x scenario_count x outcome_count] owned */
    int first, count;      /* the scenarios of the experiment that is run */
};

/* Room for [replications] of [scenario_count] scenarios, of which [outcome_count] cells
 * each are kept: fill self->cells before the experiment runs. SIM_ERR_NO_MEMORY. The
 * caller frees [self] in every case. */
SIM_MUST_CHECK enum sim_status sim_sample_init(struct sim_sample *self,
                                               int scenario_count, int outcome_count,
                                               uint32_t replications);
void sim_sample_free(struct sim_sample *self);

/* To be given to an experiment of those scenarios, or of as many as it has from
 * self->first on. */
struct sim_collector sim_sample_collector(struct sim_sample *self);

/* NAN: that replication had no value. */
double sim_sample_at(const struct sim_sample *self, uint32_t replication, int scenario,
                     int outcome);

#endif
