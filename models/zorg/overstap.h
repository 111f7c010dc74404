/* models/zorg/overstap.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Going to another aanbieder while in care, where the budget is the inwoner's
 * (persoonsvolgend): at an evaluation with a stated chance, to one of the others that
 * are paid so, take the inwoner and have room at once, by their weight; without one it
 * stays. The budget goes along: the ceiling is that of all of them together. The new
 * begeleider gets to know the inwoner (overdracht.h).
 */
#ifndef WMO_OVERSTAP_H
#define WMO_OVERSTAP_H

#include "models/gemeente/gemeente.h"

/* [row] is evaluated now: perhaps it goes on with another aanbieder from here. */
SIM_MUST_CHECK enum sim_status wmo_overstap_evaluatie(struct wmo_gemeente *self,
                                                      uint32_t row);

#endif
