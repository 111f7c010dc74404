/* sim/experiment/collector.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Something that looks at the values of every replication while an experiment runs, for
 * what cannot be made from means and variances afterwards.
 */
#ifndef SIM_EXPERIMENT_COLLECTOR_H
#define SIM_EXPERIMENT_COLLECTOR_H

#include "sim/experiment/experiment.h"

struct sim_collector {
    void *context;
    /* Once, when the layouts are known and before any replication; [results] stays
     * where it is. What it returns ends the experiment unless SIM_OK. */
    enum sim_status (*begin)(void *context, const struct sim_results *results);
    /* For every replication that counts, in order, by one thread at a time: [values]
     * has the cells of each scenario. */
    void (*count)(void *context, uint32_t replication, const double *const *values);
    const struct sim_collector *next; /* NULL: the last one */
};

#endif
