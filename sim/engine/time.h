/* sim/engine/time.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Simulation time: a 64-bit integer of ticks since the start of the run. A model
 * that speaks of dates lets a tick be a second (SIM_DAY, calendar.h); the engine
 * itself does not care. Drawn durations are rounded to the tick, so a last-bit
 * difference in log() between two processors does not change the story.
 */
#ifndef SIM_ENGINE_TIME_H
#define SIM_ENGINE_TIME_H

#include <float.h>
#include <stdint.h>

typedef int64_t sim_time;

#define SIM_TIME_NEVER INT64_MAX
#define SIM_DAY ((sim_time)86400)

/* Longer than any run: the longest duration, which may be added to any time of a run.
 */
#define SIM_TIME_FAR ((sim_time)1 << 58)

/* No duration: added to any time of a run it is in the past, which schedule refuses. */
#define SIM_TIME_INVALID INT64_MIN

/* Rounds a duration of [days] to whole seconds, at most SIM_TIME_FAR. SIM_TIME_INVALID
 * when [days] is negative, infinite or not a number. */
static inline sim_time sim_time_from_days(double days)
{
    double seconds = days * 86400.0 + 0.5;
    if (seconds >= 0 && seconds < 0x1p58) {
        return (sim_time)seconds;
    }
    return seconds >= 0x1p58 && seconds <= DBL_MAX ? SIM_TIME_FAR : SIM_TIME_INVALID;
}

static inline double sim_time_to_days(sim_time time)
{
    return (double)time / 86400.0;
}

#endif
