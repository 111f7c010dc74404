/* models/personeel/posities.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The formatie of a year, as positions: which there are, and how many minutes each has.
 */
#ifndef WMO_POSITIES_H
#define WMO_POSITIES_H

#include "models/gemeente/gemeente.h"

/* Gives every team the positions of year [year_index]: new ones are vacatures, or
 * filled in the first year, and where there are fewer, vacatures go first. */
SIM_MUST_CHECK enum sim_status wmo_posities_new_year(struct wmo_gemeente *gemeente,
                                                     int year_index);

#endif
