/* sim/experiment/ring.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Replications that are finished or under way but not yet counted. Threads finish
 * them in any order; the ring counts them in the results strictly in order, so that
 * sums are rounded the same for any number of threads, and holds a fixed number of
 * them, so that memory does not grow with the number of replications.
 *
 * Not locked: all calls but the filling of values need the caller's lock.
 */
#ifndef SIM_EXPERIMENT_RING_H
#define SIM_EXPERIMENT_RING_H

#include "sim/experiment/experiment.h"

struct sim_ring_slot {
    double
        *values; /* [value_count] of every scenario its cells, then what was observed */
    uint64_t *event_count; /* [scenario_count] */
    int unfinished;        /* scenarios still to come of this replication */
};

struct sim_ring {
    struct sim_results *results; /* borrowed */
    struct sim_ring_slot *slots; /* [slot_count] owned */
    uint32_t slot_count;
    /* Borrowed; NULL: none. Once it is reached nothing more is counted. */
    const struct sim_precision *precision;
    const struct sim_collector *collector;   /* borrowed; NULL: none */
    const struct sim_resumption *resumption; /* borrowed; NULL: none */
    bool is_over;
    size_t offset[SIM_SCENARIO_MAX]; /* of a scenario's cells in the values */
};

/* Room for [slot_count] replications of [results], which outlives [self].
 * SIM_ERR_NO_MEMORY. The caller frees [self] in every case. */
SIM_MUST_CHECK enum sim_status
sim_ring_init(struct sim_ring *self, struct sim_results *results, uint32_t slot_count);
void sim_ring_free(struct sim_ring *self);

/* Whether [replication] can be begun: its slot has been emptied. */
bool sim_ring_has_room(const struct sim_ring *self, uint32_t replication);

/* Where the cells of [scenario] in [replication] go, and behind those what is observed;
 * the caller's own until finished. */
double *sim_ring_values(struct sim_ring *self, uint32_t replication, int scenario);

/* Says that those are filled, in [event_count] events, and counts every replication
 * that is now complete and next in order. */
void sim_ring_finish(struct sim_ring *self, uint32_t replication, int scenario,
                     uint64_t event_count);

#endif
