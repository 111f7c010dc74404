/* models/beweging/ramp.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/beweging/ramp.h"

double wmo_optional_real(const struct sim_scenario *scenario,
                         const struct sim_node *node, const char *key, double neutral)
{
    return node ? sim_scenario_real_or(scenario, node, key, neutral) : neutral;
}

void wmo_ramp_load(struct wmo_ramp *self, const struct sim_scenario *scenario,
                   const struct sim_node *node, struct sim_date origin, double begin,
                   double aim)
{
    double slaagt = wmo_optional_real(scenario, node, "slaagt", 1);
    *self = (struct wmo_ramp){.begin = begin, .eind = begin};
    if (!node) {
        return;
    }
    self->eind = slaagt < 1 ? begin + slaagt * (aim - begin) : aim;
    self->looptijd =
        sim_time_from_days(365.25 * wmo_optional_real(scenario, node, "looptijd", 0));
    if (sim_scenario_has(scenario, node, "start")) {
        self->start =
            sim_date_since(origin, sim_scenario_date(scenario, node, "start"));
    }
    if (sim_scenario_has(scenario, node, "vorm")) {
        self->vorm = (enum wmo_ramp_vorm)sim_scenario_choice(scenario, node, "vorm");
    }
}

double wmo_ramp_at(const struct wmo_ramp *self, sim_time time)
{
    if (time < self->start) {
        return self->begin;
    }
    if (self->vorm == WMO_RAMP_INEENS || time - self->start >= self->looptijd) {
        return self->eind;
    }
    double x = (double)(time - self->start) / (double)self->looptijd;
    double part = self->vorm == WMO_RAMP_S_CURVE ? x * x * (3 - 2 * x) : x;
    return self->begin + (self->eind - self->begin) * part;
}

void wmo_ramp_scale(struct sim_series *series, const struct sim_scenario *scenario,
                    const struct sim_node *node, double year)
{
    double slaagt = wmo_optional_real(scenario, node, "slaagt", 1);
    double begin = sim_series_at(series, year);
    for (int i = 0; i < series->count && slaagt < 1; i++) {
        series->value[i] = begin + slaagt * (series->value[i] - begin);
    }
}
