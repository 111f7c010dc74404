/* sim/scenario/series.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A quantity that is known for some years: linear between them, constant before the
 * first and after the last.
 */
#ifndef SIM_SCENARIO_SERIES_H
#define SIM_SCENARIO_SERIES_H

#define SIM_SERIES_POINT_MAX 64

struct sim_series {
    int count;
    double year[SIM_SERIES_POINT_MAX]; /* increasing; 2027.0 is 1 January 2027 */
    double value[SIM_SERIES_POINT_MAX];
};

double sim_series_at(const struct sim_series *self, double year);

#endif
