/* sim/experiment/precision.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Replications until one outcome is known precisely enough: the sequential procedure
 * of Chow and Robbins (1965, Ann. Math. Statist. 36:457-462) in the form of Law and
 * Kelton, Simulation Modeling and Analysis, section 9.4.1. After every replication, in
 * order, the half-width of Student's 95% interval is held against what is wanted: a
 * number, or gamma / (1 + gamma) times the mean for a relative precision gamma, so that
 * the error is at most gamma times the true mean whenever the interval holds.
 *
 * In a run this is about the mean; in a comparison about the paired difference of every
 * scenario with the base, because that is what a comparison is for: with common random
 * numbers it is usually known long before the means are. A relative half-width is then
 * a part of the mean of the base, whose own error is left aside: a part of the
 * difference itself would never be reached where there is no difference. Of more than
 * one scenario with the base the intervals are those that hold with 95% for all of them
 * together (sim/statistics/multiple.h), as in the tables of the comparison.
 *
 * Stopping at a moment at which the spread happens to look small has a price: the
 * interval covers the true value a little less often than 95%. For normal outcomes it
 * does so in 93.5% at worst, where some twenty replications do; it becomes 95% as the
 * wanted half-width shrinks. For skew outcomes it is less, so Law and Kelton advise at
 * least ten replications and a relative precision of at most 15%.
 * tests/verification/test_precision.c holds it against theory.
 */
#ifndef SIM_EXPERIMENT_PRECISION_H
#define SIM_EXPERIMENT_PRECISION_H

#include "sim/experiment/experiment.h"

/* Replications that have a value before the procedure may stop. */
#define SIM_PRECISION_MINIMUM 10

struct sim_precision {
    double half_width; /* above 0: in the unit of the measure, or a part of the mean */
    bool is_relative;
    int32_t cells[SIM_SCENARIO_MAX]; /* the outcome, in the layout of each scenario */
};

/* How far it is; of a comparison the least precise scenario. NAN: fewer than two
 * replications had a value. */
struct sim_precision_state {
    double half_width; /* in the unit of the measure */
    double relative;   /* the part of the true mean the error can be; INFINITY: any */
    int64_t count;     /* replications that had a value */
};
struct sim_precision_state sim_precision_state(const struct sim_precision *self,
                                               const struct sim_results *results);

/* Whether that is enough. */
bool sim_precision_is_reached(const struct sim_precision *self,
                              const struct sim_results *results);

#endif
