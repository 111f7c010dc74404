/* sim/experiment/ranking.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The order of scenarios for an outcome, and which of them cannot be told apart.
 *
 * Every pair of scenarios is compared by its paired difference, which is what common
 * random numbers are for, with Student's t-test and Holm's correction over all pairs of
 * the outcome (sim/statistics/multiple.h). The chance that one or more pairs of an
 * outcome are told apart without a difference between their means is then at most 5%,
 * with no assumption on variances or dependence; procedures that are sharper for
 * independent scenarios of one variance (Tukey, Hsu) cannot be used here, and the one
 * of Nelson and Matejcik (1995, Management Science 41:1935-1945) asks for sphericity.
 *
 * Ranked are the outcomes that sum over every dimension but that of the headlines:
 * every measure, headline or not. An outcome that the base does not have is left out.
 */
#ifndef SIM_EXPERIMENT_RANKING_H
#define SIM_EXPERIMENT_RANKING_H

#include "sim/experiment/collector.h"
#include "sim/statistics/letters.h"

#define SIM_RANKING_CONFIDENCE 0.95

struct sim_ranked_outcome {
    int32_t cells[SIM_SCENARIO_MAX]; /* in each layout; -1: the scenario has it not */
    struct sim_tally *pairs;         /* [pair_count] see sim_ranking_pair */
};

struct sim_ranking {
    const struct sim_results *results;   /* borrowed; NULL: nothing was collected */
    struct sim_ranked_outcome *outcomes; /* [outcome_count] owned, as in the layout */
    int outcome_count;
    int pair_count;
    struct sim_tally *tallies; /* of all pairs; owned */
};

/* To be given to an experiment of two scenarios or more; [self] is filled as it runs,
 * and uses its results, which must stay where they are. The caller frees [self], also
 * when the experiment fails. */
struct sim_collector sim_ranking_collector(struct sim_ranking *self);
void sim_ranking_free(struct sim_ranking *self);

/* Where the difference of [later] with [earlier] (a smaller index) is kept. */
int sim_ranking_pair(int earlier, int later);

/* One scenario in the order. */
struct sim_rank {
    int scenario;
    int place;                               /* from 1; equal means have the same */
    bool differs_from_best;                  /* can be told apart from the first */
    const struct sim_tally *outcome;         /* its own values */
    char letters[SIM_LETTERS_GROUP_MAX + 1]; /* who shares one cannot be told apart */
};

/* Puts the scenarios that had a value in order, the better first (the lower when
 * neither is); returns their number. */
int sim_ranking_order(const struct sim_ranking *self, int outcome,
                      struct sim_rank ranks[SIM_SCENARIO_MAX]);

/* A comparison of two scenarios. */
struct sim_ranked_pair {
    int earlier, later;
    const struct sim_tally *difference; /* later minus earlier */
    double p, p_holm;                   /* of this one, and as one of all */
    bool differs;
};

/* Every pair of scenarios that both had a value in some replication, in order; returns
 * their number. */
int sim_ranking_pairs(const struct sim_ranking *self, int outcome,
                      struct sim_ranked_pair *pairs /* [pair_count] */);

#endif
