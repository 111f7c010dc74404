/* models/check/check_bedden.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must hold of kortdurend verblijf in a scenario beyond ranges.
 */
#ifndef WMO_CHECK_BEDDEN_H
#define WMO_CHECK_BEDDEN_H

#include "sim/scenario/scenario.h"

void wmo_check_bedden(const struct sim_scenario *scenario, struct sim_faults *faults);

/* The part of begrotingspost [post] that is for kortdurend verblijf. */
double wmo_check_bedden_aandeel(const struct sim_scenario *scenario, int post);

#endif
