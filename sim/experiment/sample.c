/* sim/experiment/sample.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/experiment/sample.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static size_t row_size(const struct sim_sample *self)
{
    return (size_t)self->scenario_count * (size_t)self->outcome_count;
}

enum sim_status sim_sample_init(struct sim_sample *self, int scenario_count,
                                int outcome_count, uint32_t replications)
{
    *self = (struct sim_sample){.scenario_count = scenario_count,
                                .outcome_count = outcome_count,
                                .replications = replications};
    self->cells = calloc(row_size(self) + 1, sizeof *self->cells);
    self->values = calloc(row_size(self) * replications + 1, sizeof *self->values);
    return self->cells == NULL || self->values == NULL ? SIM_ERR_NO_MEMORY : SIM_OK;
}

void sim_sample_free(struct sim_sample *self)
{
    free(self->cells);
    free(self->values);
    memset(self, 0, sizeof *self);
}

static enum sim_status begin(void *context, const struct sim_results *results)
{
    struct sim_sample *self = context;
    self->count = results->scenario_count;
    assert(self->first + self->count <= self->scenario_count);
    return SIM_OK;
}

static void count(void *context, uint32_t replication, const double *const *values)
{
    struct sim_sample *self = context;
    double *row = &self->values[replication * row_size(self)];
    for (int s = 0; s < self->count; s++) {
        for (int o = 0; o < self->outcome_count; o++) {
            const int at = (self->first + s) * self->outcome_count + o;
            row[at] = self->cells[at] < 0 ? NAN : values[s][self->cells[at]];
        }
    }
}

struct sim_collector sim_sample_collector(struct sim_sample *self)
{
    return (struct sim_collector){.context = self, .begin = begin, .count = count};
}

double sim_sample_at(const struct sim_sample *self, uint32_t replication, int scenario,
                     int outcome)
{
    return self->values[replication * row_size(self) +
                        (size_t)(scenario * self->outcome_count + outcome)];
}
