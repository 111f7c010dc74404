/* models/check/check_kader.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must hold of the yearly cycle: of a kader that follows the run.
 */
#ifndef WMO_CHECK_KADER_H
#define WMO_CHECK_KADER_H

#include "models/landschap/landschap.h"

/* Adds a fault for everything that is wrong in [landschap], that of [scenario]. */
void wmo_check_kader(const struct wmo_landschap *landschap,
                     const struct sim_scenario *scenario, struct sim_faults *faults);

#endif
