/* models/check/check_zorg.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must hold for the zorgvormen of a scenario beyond ranges: see check.h.
 */
#ifndef WMO_CHECK_ZORG_H
#define WMO_CHECK_ZORG_H

#include "sim/scenario/scenario.h"

/* Adds what is wrong with the zorgvormen of [scenario] to [faults]. */
void wmo_check_zorg(const struct sim_scenario *scenario, struct sim_faults *faults);

#endif
