/* models/check/check_doelgroep.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must hold of leeftijdsgroepen and doelgroepen: names that exist, shares that
 * add up, and no chance above 1 in what follows from them.
 */
#ifndef WMO_CHECK_DOELGROEP_H
#define WMO_CHECK_DOELGROEP_H

#include "models/landschap/landschap.h"

void wmo_check_doelgroepen(const struct sim_scenario *scenario,
                           struct sim_faults *faults);

/* Of [landschap], read from a [scenario] without faults so far. */
void wmo_check_doelgroepmix(const struct wmo_landschap *landschap,
                            const struct sim_scenario *scenario,
                            struct sim_faults *faults);

#endif
