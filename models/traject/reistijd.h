/* models/traject/reistijd.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Travel: an inwoner of another wijk than where a medewerker works costs hours on the
 * way. A medewerker of a wijkteam works in its wijk, also for inwoners of other wijken
 * when the team lends hours; the medewerkers of a team for a whole area each have a
 * wijk of their own there, in proportion to the budget of the wijken. A groep does not
 * travel.
 */
#ifndef WMO_REISTIJD_H
#define WMO_REISTIJD_H

#include "models/gemeente/gemeente.h"

/* The wijk where [member] of [team] works. The same in every year and replication. */
int wmo_reistijd_thuiswijk(const struct wmo_gemeente *self, int team, int member);

/* Minutes a week on the way when [member] of [team] supports an inwoner of [wijk]. */
int32_t wmo_reistijd_minutes(const struct wmo_gemeente *self, int team, int member,
                             int wijk);

#endif
