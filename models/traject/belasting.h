/* models/traject/belasting.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The belasting of a team: hours that are no case of one medewerker. Overbrugging of
 * who waits, coordination, beschikkingen and consultatie are each a matter of minutes
 * that any medewerker of the team can do, so they are kept per team, in whole minutes a
 * week. A case can start when one medewerker has room for it and the team as a whole
 * has room beside its belasting: then the belasting fits in what the others have left.
 */
#ifndef WMO_BELASTING_H
#define WMO_BELASTING_H

#include "models/gemeente/gemeente.h"

/* [team] has [minutes] a week more, or less, to do, from now on. The cost is booked
 * at once up to the end of the year. Taking may exceed what there is. */
void wmo_belasting_take(struct wmo_gemeente *self, int team, int minutes);
void wmo_belasting_give(struct wmo_gemeente *self, int team, int minutes);

/* The groups of [team] take [minutes] a week more, below 0: less. The same, but booked
 * as support. */
void wmo_belasting_groep(struct wmo_gemeente *self, int team, int minutes);

/* Whether [team] has hours and money left for [minutes] a week more. */
bool wmo_belasting_fits(const struct wmo_gemeente *self, int team, int minutes);

/* What a new year asks: consultatie by the new formatie, and the cost of it all. */
void wmo_belasting_new_year(struct wmo_gemeente *self);

/* Minutes that the medewerkers of [team] have left beside cases and belasting. */
static inline int64_t wmo_belasting_room(const struct wmo_team *team)
{
    return sim_resource_free_units(&team->staff.total) - team->belasting.level;
}

#endif
