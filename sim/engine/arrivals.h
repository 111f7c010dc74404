/* sim/engine/arrivals.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A non-homogeneous Poisson process by inversion: the k-th arrival is where the
 * cumulative rate reaches the k-th point of a unit-rate Poisson process (Cinlar
 * 1975). The rate is constant within each period of a caller's grid. Because the
 * unit-rate points are keyed by the process, a scenario with a slightly other rate
 * has the same arrivals, slightly moved: common random numbers survive.
 */
#ifndef SIM_ENGINE_ARRIVALS_H
#define SIM_ENGINE_ARRIVALS_H

#include "sim/engine/stream.h"
#include "sim/engine/time.h"
#include "sim/status.h"

struct sim_arrivals {
    const sim_time *period_start; /* [period_count + 1] borrowed; last is the end */
    const double *rate;           /* [period_count] borrowed; arrivals per tick, >= 0 */
    uint32_t period_count;
    uint32_t period;  /* where the last arrival fell */
    double position;  /* ticks since the start of that period */
    uint64_t entity;  /* names this process among the keyed streams */
    uint32_t purpose; /* with entity: the draws, one per arrival */
    uint64_t count;   /* arrivals so far */
};

/* Prepares the process before its first arrival. SIM_ERR_DOMAIN: a rate that is
 * negative or not finite, or periods that do not increase from 0 on. Every 2^20
 * arrivals the process takes the draws of one more entity: [entity], [entity] + 1, and
 * so on, which for [purpose] must be its own. */
SIM_MUST_CHECK enum sim_status sim_arrivals_init(struct sim_arrivals *self,
                                                 const sim_time *period_start,
                                                 const double *rate,
                                                 uint32_t period_count, uint64_t entity,
                                                 uint32_t purpose);

/* Back to before the first arrival. */
void sim_arrivals_reset(struct sim_arrivals *self);

/* The time of the next arrival, rounded down to the tick; SIM_TIME_NEVER when none
 * falls before the end. Leaves [stream] elsewhere. */
sim_time sim_arrivals_next(struct sim_arrivals *self, struct sim_stream *stream);

#endif
