/* models/gemeente/beginstand.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The state at the start: inwoners in the sociale basis and in care, each with what
 * is left of a stay in progress, and the people who are waiting already. A city does
 * not begin empty, so there is no warm-up.
 */
#ifndef WMO_BEGINSTAND_H
#define WMO_BEGINSTAND_H

#include "models/gemeente/gemeente.h"

/* Fills an empty gemeente whose first year has begun. */
SIM_MUST_CHECK enum sim_status wmo_beginstand_fill(struct wmo_gemeente *self);

#endif
