/* models/traject/toewijzing.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * To which of the aanbieders of its wijk an inwoner goes, by the rule of the scenario.
 */
#ifndef WMO_TOEWIJZING_H
#define WMO_TOEWIJZING_H

#include "models/gemeente/gemeente.h"

/* Chooses the team for inwoner [row], whose zorgvorm and minutes are set: that of an
 * aanbieder that it did not refuse and that takes it, if there is one. */
int wmo_toewijzing_choose(struct wmo_gemeente *self, uint32_t row);

#endif
