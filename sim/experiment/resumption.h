/* sim/experiment/resumption.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Going on with an experiment that was stopped: what its first replications gave is put
 * back as it was, so that the results are the same bytes as of one that was not.
 */
#ifndef SIM_EXPERIMENT_RESUMPTION_H
#define SIM_EXPERIMENT_RESUMPTION_H

#include "sim/experiment/experiment.h"

struct sim_resumption {
    void *context;
    /* Once, when collectors have begun and before any replication: puts back in
     * [results] and in what collectors gathered what the first replications gave, and
     * returns how many those are, at most those of the experiment; 0: changes nothing.
     */
    uint32_t (*restore)(void *context, struct sim_results *results);
    /* When replications have been counted, [results] and collectors hold them all; by
     * one thread at a time. */
    void (*keep)(void *context, const struct sim_results *results);
};

#endif
