/* models/traject/bezet.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Teams that are known to have no room for anybody on their wachtlijst. Most events
 * that may let somebody start do not: looking again is spared when nobody came or went
 * since, on the list or in care, no medewerker has other hours, and the budget leaves
 * no more. It never changes who starts.
 */
#ifndef WMO_BEZET_H
#define WMO_BEZET_H

#include "models/traject/kandidaat.h"

/* Remembers that nobody of the list of [own], a team's own, may start now. Nothing for
 * groups, whose room depends on more than this looks at, and for shared lists. */
void wmo_bezet_remember(struct wmo_gemeente *self, const struct wmo_inzet *own);

/* Whether that was so for [team], and still is. */
bool wmo_bezet_is_known(const struct wmo_gemeente *self, int team);

/* Whether nobody can start with any team of which it is known. */
bool wmo_bezet_agrees(const struct wmo_gemeente *self);

#endif
