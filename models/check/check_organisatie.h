/* models/check/check_organisatie.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a scenario says about aanbieders, their division and their gebieden, checked as
 * a whole.
 */
#ifndef WMO_CHECK_ORGANISATIE_H
#define WMO_CHECK_ORGANISATIE_H

#include "models/landschap/landschap.h"

void wmo_check_organisatie(const struct sim_scenario *scenario,
                           struct sim_faults *faults);

/* Whether each of several aanbieders can support at least one inwoner, where there is a
 * budget at all. */
void wmo_check_formatie(const struct wmo_landschap *landschap,
                        const struct sim_scenario *scenario, struct sim_faults *faults);

#endif
