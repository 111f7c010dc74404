/* sim/store/study.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is stored of one run or comparison, and its numbers as rows: the same rows go
 * into the CSV files and into the database.
 */
#ifndef SIM_STORE_STUDY_H
#define SIM_STORE_STUDY_H

#include <time.h>

#include "sim/experiment/break_even.h"
#include "sim/experiment/experiment.h"
#include "sim/experiment/precision.h"
#include "sim/experiment/ranking.h"
#include "sim/experiment/warmup.h"
#include "sim/scenario/scenario.h"

/* At which value of a parameter the difference of the second scenario with the first
 * turns, for one outcome. Everything is borrowed. */
struct sim_study_break_even {
    const struct sim_break_even *search;
    const char *path;   /* of the parameter */
    const char *varied; /* name of the scenario it was varied in; NULL: in both */
    int32_t cell;       /* the outcome, in the layout of the base */
    bool is_complete;   /* false: it was interrupted */
};

/* What each part of what differs between the first two scenarios makes of their
 * difference. Everything is borrowed. */
struct sim_study_part {
    const char *name;         /* path, or paths, of what is changed */
    const char *base, *other; /* what it is there; "" where it is more than one thing */
    /* Paired differences, by outcome: when this alone is changed in the base (or on top
     * of another part, see [is_on_top]), and when it is the last to be changed. */
    const struct sim_tally *alone,
        *last; /* [outcome_count]; last without values: none */
    bool is_on_top;
};
struct sim_study_explanation {
    const int32_t *cells; /* [outcome_count] in the layout of the base */
    int outcome_count;
    const struct sim_study_part *parts; /* [part_count] */
    int part_count;
    /* By outcome: the difference itself, and what is left of it when the parts have
     * been subtracted: what they do together. */
    const struct sim_tally *whole, *rest;
};

/* Everything is borrowed. */
struct sim_study {
    const struct sim_model *model;
    const struct sim_scenario *const *scenarios; /* [results->scenario_count] */
    const struct sim_results *results;
    uint64_t seed;
    uint32_t replications;                 /* asked for; with [precision] at most */
    const struct sim_precision *precision; /* asked for; NULL: none was */
    const struct sim_warmup *warmup;       /* what a warm-up check found; else NULL */
    const struct sim_ranking *ranking;     /* of a comparison; may be NULL */
    const struct sim_study_break_even *break_even;   /* what was found; else NULL */
    const struct sim_study_explanation *explanation; /* what was found; else NULL */
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
    /* Of a difference: intervals that hold for all scenarios with the base together. */
    double joint_low, joint_high;
    int64_t count;
};

typedef void (*sim_row_visit)(void *context, const struct sim_row *row);

/* Shows every outcome, or every paired difference with the base, that at least one
 * replication had; in the order of scenarios and cells. */
void sim_study_visit_outcomes(const struct sim_study *self, sim_row_visit visit,
                              void *context);
void sim_study_visit_differences(const struct sim_study *self, sim_row_visit visit,
                                 void *context);

/* The confidence of each of those intervals: 95% for all scenarios together, for one
 * outcome (see sim/statistics/multiple.h). */
double sim_study_joint_confidence(const struct sim_study *self);

/* Where a scenario stands for one outcome, and a pair of scenarios: see
 * sim/experiment/ranking.h. */
struct sim_rank_row {
    const struct sim_measure *measure;
    int dimension_count;
    const char *keys[SIM_DIMENSION_MAX];
    const char *scenario; /* name */
    const struct sim_rank *rank;
};
struct sim_pair_row {
    const struct sim_measure *measure;
    int dimension_count;
    const char *keys[SIM_DIMENSION_MAX];
    const char *earlier, *later; /* names */
    const struct sim_ranked_pair *pair;
};
void sim_study_visit_ranks(const struct sim_study *self,
                           void (*visit)(void *context, const struct sim_rank_row *row),
                           void *context);
void sim_study_visit_pairs(const struct sim_study *self,
                           void (*visit)(void *context, const struct sim_pair_row *row),
                           void *context);

/* "lager", "hoger" or "geen": what is better of a measure, in files. */
const char *sim_study_better(const struct sim_measure *measure);

#endif
