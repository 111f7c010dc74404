/* sim/scenario/series.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/scenario/series.h"

double sim_series_at(const struct sim_series *self, double year)
{
    int last = self->count - 1;
    if (year <= self->year[0]) {
        return self->value[0];
    }
    if (year >= self->year[last]) {
        return self->value[last];
    }
    int i = 1;
    while (self->year[i] < year) {
        i++;
    }
    double part = (year - self->year[i - 1]) / (self->year[i] - self->year[i - 1]);
    return self->value[i - 1] + part * (self->value[i] - self->value[i - 1]);
}
