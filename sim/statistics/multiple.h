/* sim/statistics/multiple.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Many comparisons at once: what holds for all of them together.
 */
#ifndef SIM_STATISTICS_MULTIPLE_H
#define SIM_STATISTICS_MULTIPLE_H

#include "sim/statistics/tally.h"

/* The confidence that each of [count] intervals needs so that all of them hold together
 * with [confidence], whatever their dependence (Bonferroni; Law, Simulation Modeling
 * and Analysis, 2015, section 10.4.1). Dunnett's quantile is smaller but asks for
 * scenarios that are independent and have one variance: common random numbers see to
 * it that they are neither. */
double sim_multiple_confidence(double confidence, int count);

/* The chance, when the mean is 0, of a mean at least as far from 0 as that of
 * [differences], two-sided by Student's t. 1 with fewer than two observations, which
 * show nothing; of observations that are all the same 1 when they are 0, else 0. */
double sim_multiple_p(const struct sim_tally *differences);

/* Makes of [p] (each between 0 and 1) what the step-down procedure of Holm (1979,
 * Scand. J. Statist. 6:65-70) holds against 1 - confidence: then the chance of one or
 * more false findings among all of them is at most that, whatever their dependence.
 * At most SIM_MULTIPLE_MAX of them. */
#define SIM_MULTIPLE_MAX 512
void sim_multiple_holm(double *p, int count);

#endif
