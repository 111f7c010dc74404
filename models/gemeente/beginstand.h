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

/* The team for who is of [doelgroep] and needs [zorgvorm] in [wijk] with the roomiest
 * medewerker relative to the hours of the team, so that care under way is spread
 * evenly. */
int wmo_beginstand_team(const struct wmo_gemeente *self, int zorgvorm, int wijk,
                        int doelgroep);

/* Somebody of the team of [inwoner] with its specialism and room, or else [member] or,
 * if that may not, the roomiest who may have it. */
int wmo_beginstand_member(const struct wmo_gemeente *self,
                          const struct wmo_inwoner *inwoner, int member);

#endif
