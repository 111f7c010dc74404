/* models/check/check_functie.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a scenario says about functies of medewerkers, checked as a whole.
 */
#ifndef WMO_CHECK_FUNCTIE_H
#define WMO_CHECK_FUNCTIE_H

#include "sim/scenario/scenario.h"

void wmo_check_functies(const struct sim_scenario *scenario, struct sim_faults *faults);

#endif
