/* sim/engine/arrivals.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/engine/arrivals.h"

#include <math.h>

/* So many draws of an entity are used before the next one has its turn. */
#define DRAW_BITS 20

_Static_assert(1u << DRAW_BITS <= SIM_STREAM_DRAW_COUNT, "these draws exist");

static double period_length(const struct sim_arrivals *self, uint32_t period)
{
    return (double)(self->period_start[period + 1] - self->period_start[period]);
}

enum sim_status sim_arrivals_init(struct sim_arrivals *self,
                                  const sim_time *period_start, const double *rate,
                                  uint32_t period_count, uint64_t entity,
                                  uint32_t purpose)
{
    *self = (struct sim_arrivals){.period_start = period_start,
                                  .rate = rate,
                                  .period_count = period_count,
                                  .entity = entity,
                                  .purpose = purpose};
    for (uint32_t i = 0; i < period_count; i++) {
        if (!isfinite(rate[i]) || rate[i] < 0.0 || period_start[i] < 0 ||
            period_start[i + 1] <= period_start[i]) {
            return SIM_ERR_DOMAIN;
        }
    }
    return SIM_OK;
}

void sim_arrivals_reset(struct sim_arrivals *self)
{
    self->period = 0;
    self->position = 0.0;
    self->count = 0;
}

/* The distance to the next point of the unit-rate process. */
static double unit_gap(const struct sim_arrivals *self, struct sim_stream *stream)
{
    uint64_t entity = self->entity + (self->count >> DRAW_BITS);
    uint32_t draw = self->count & ((1u << DRAW_BITS) - 1);
    sim_stream_seek_draw(stream, entity, self->purpose, draw);
    return -log(sim_stream_uniform(stream));
}

sim_time sim_arrivals_next(struct sim_arrivals *self, struct sim_stream *stream)
{
    if (self->period == self->period_count) {
        return SIM_TIME_NEVER;
    }
    double gap = unit_gap(self, stream);
    for (; self->period < self->period_count; self->period++, self->position = 0.0) {
        double rate = self->rate[self->period];
        double length = period_length(self, self->period);
        double reach = rate * (length - self->position);
        if (gap < reach) {
            /* Rounded down, and kept within the period in spite of rounding. */
            self->position = fmin(self->position + gap / rate, nextafter(length, 0.0));
            self->count++;
            return self->period_start[self->period] + (sim_time)self->position;
        }
        gap -= reach;
    }
    return SIM_TIME_NEVER;
}
