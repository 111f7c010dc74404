/* sim/statistics/timeavg.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A level that changes by whole steps, and its integral over time. Integers, so
 * the integral is exact and Little's law can be checked to the second.
 */
#ifndef SIM_STATISTICS_TIMEAVG_H
#define SIM_STATISTICS_TIMEAVG_H

#include "sim/engine/time.h"

struct sim_timeavg {
    int64_t level;
    int64_t area;  /* level x ticks since the last flush */
    sim_time last; /* when [area] was brought up to date */
    int64_t peak;  /* highest level since the last reset */
};

static inline void sim_timeavg_reset(struct sim_timeavg *self, int64_t level,
                                     sim_time now)
{
    self->level = level;
    self->area = 0;
    self->last = now;
    self->peak = level;
}

/* Changes the level by [step] at [now]. */
static inline void sim_timeavg_add(struct sim_timeavg *self, int64_t step, sim_time now)
{
    self->area += self->level * (now - self->last);
    self->last = now;
    self->level += step;
    if (self->level > self->peak) {
        self->peak = self->level;
    }
}

/* Gives the integral up to [now] and starts a new period there. */
static inline int64_t sim_timeavg_flush(struct sim_timeavg *self, sim_time now)
{
    sim_timeavg_add(self, 0, now);
    int64_t area = self->area;
    self->area = 0;
    return area;
}

#endif
