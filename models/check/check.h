/* models/check/check.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must hold in a scenario beyond the range of single values: a whole number of
 * years, one buurtteam, shares that add up, an aanbieder for every inwoner.
 */
#ifndef WMO_CHECK_H
#define WMO_CHECK_H

#include "sim/scenario/scenario.h"

/* Adds a fault for everything in [scenario] that the model cannot carry out. */
void wmo_check(const struct sim_scenario *scenario, struct sim_faults *faults);

#endif
