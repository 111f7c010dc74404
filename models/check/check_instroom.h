/* models/check/check_instroom.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must hold of the instroomroutes.
 */
#ifndef WMO_CHECK_INSTROOM_H
#define WMO_CHECK_INSTROOM_H

#include "sim/scenario/scenario.h"

void wmo_check_instroom(const struct sim_scenario *scenario, struct sim_faults *faults);

#endif
