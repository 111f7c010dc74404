/* models/check/check_overgang.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must hold of the days on which aanbieders start, and of the transition then.
 */
#ifndef WMO_CHECK_OVERGANG_H
#define WMO_CHECK_OVERGANG_H

#include "sim/scenario/scenario.h"

/* Adds a fault for everything that is wrong. */
void wmo_check_overgang(const struct sim_scenario *scenario, struct sim_faults *faults);

#endif
