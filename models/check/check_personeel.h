/* models/check/check_personeel.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must hold in a scenario for personeel and arbeidsmarkt beyond ranges.
 */
#ifndef WMO_CHECK_PERSONEEL_H
#define WMO_CHECK_PERSONEEL_H

#include "sim/scenario/scenario.h"

/* Adds a fault for what contradicts itself in personeel or arbeidsmarkt. */
void wmo_check_personeel(const struct sim_scenario *scenario,
                         struct sim_faults *faults);

#endif
