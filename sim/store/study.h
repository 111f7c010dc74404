/* sim/store/study.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is stored of one run or comparison, and its numbers as rows: the same rows go
 * into the CSV files and into the database.
 */
#ifndef SIM_STORE_STUDY_H
#define SIM_STORE_STUDY_H

#include <time.h>

#include "sim/experiment/experiment.h"
#include "sim/experiment/precision.h"
#include "sim/experiment/warmup.h"
#include "sim/scenario/scenario.h"

/* Everything is borrowed. */
struct sim_study {
    const struct sim_model *model;
    const struct sim_scenario *const *scenarios; /* [results->scenario_count] */
    const struct sim_results *results;
    uint64_t seed;
    uint32_t replications;                 /* asked for; with [precision] at most */
    const struct sim_precision *precision; /* asked for; NULL: none was */
    const struct sim_warmup *warmup;       /* what a warm-up check found; else NULL */
    int threads;
    time_t begin, end; /* of the computation */
    int argc;
    char *const *argv; /* [argc] the command as it was given */
};

/* How draws are keyed, see sim/engine/stream.h; a new number when that changes. */
#define SIM_STUDY_STREAM_SCHEME "philox2x64-10/1"

/* Of the layout of the results folder. */
#define SIM_STUDY_SCHEMA 1

/* "voltooid" or "afgebroken". */
const char *sim_study_status(const struct sim_study *self);

/* One measure at one label of every dimension, over all replications that had it. */
struct sim_row {
    const char *scenario; /* name */
    const char *base;     /* name of the scenario it is compared with, or NULL */
    const struct sim_measure *measure;
    int dimension_count;
    const char *keys[SIM_DIMENSION_MAX];
    double mean, low, high, standard_error; /* NAN: there is none */
    int64_t count;
};

typedef void (*sim_row_visit)(void *context, const struct sim_row *row);

/* Shows every outcome, or every paired difference with the base, that at least one
 * replication had; in the order of scenarios and cells. */
void sim_study_visit_outcomes(const struct sim_study *self, sim_row_visit visit,
                              void *context);
void sim_study_visit_differences(const struct sim_study *self, sim_row_visit visit,
                                 void *context);

#endif
