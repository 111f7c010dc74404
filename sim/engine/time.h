/* sim/engine/time.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Simulation time: a 64-bit integer of ticks since the start of the run. A model
 * that speaks of dates lets a tick be a second (SIM_DAY, calendar.h); the engine
 * itself does not care. Drawn durations are rounded to the tick, so a last-bit
 * difference in log() between two processors does not change the story.
 */
#ifndef SIM_ENGINE_TIME_H
#define SIM_ENGINE_TIME_H

#include <stdint.h>

typedef int64_t sim_time;

#define SIM_TIME_NEVER INT64_MAX
#define SIM_DAY ((sim_time)86400)

/* Rounds a duration of [days] to whole seconds. [days] is finite, at least 0 and
 * below 1e11; the caller guards this. */
static inline sim_time sim_time_from_days(double days)
{
    return (sim_time)(days * 86400.0 + 0.5);
}

static inline double sim_time_to_days(sim_time time)
{
    return (double)time / 86400.0;
}

#endif
