/* models/check/check_bekostiging.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a scenario says about funding, checked as a whole.
 */
#ifndef WMO_CHECK_BEKOSTIGING_H
#define WMO_CHECK_BEKOSTIGING_H

#include "models/landschap/landschap.h"

/* Every begrotingspost with money pays for something, classes rise, who goes to another
 * aanbieder is evaluated, and groups with an eigen bijdrage are all inwoners. */
void wmo_check_bekostiging(const struct sim_scenario *scenario,
                           struct sim_faults *faults);

/* Staff that follows volume stays within what can be counted; of a scenario that has no
 * other faults. */
void wmo_check_personeelsgroei(const struct wmo_landschap *landschap,
                               const struct sim_scenario *scenario,
                               struct sim_faults *faults);

#endif
