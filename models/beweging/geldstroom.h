/* models/beweging/geldstroom.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Money that moves along with inwoners. Of the part of a zorgvorm that has moved to the
 * buurtteam by 1 January, a share of what it would have cost goes from the budget of
 * that zorgvorm to that of the buurtteam in the same wijk. Whole cents, and what one
 * gets another gives.
 *
 * How many have moved follows from the plan, not from luck: verwijzingen move in the
 * part that the ramp gives, and stay as long on average as the zorgvorm's verblijfsduur
 * D, so the part s of the inwoners that has moved follows the part a of the
 * verwijzingen as ds/dt = (a - s) / D.
 */
#ifndef WMO_GELDSTROOM_H
#define WMO_GELDSTROOM_H

#include "models/landschap/landschap.h"

/* The part of the inwoners of a zorgvorm with mean stay [days] that has moved at
 * [time], when verwijzingen move as [ramp] says. */
double wmo_geldstroom_verschoven(const struct wmo_ramp *ramp, double days,
                                 sim_time time);

/* The part of the budget of [zorgvorm] that goes to the buurtteam in year [year_index].
 */
double wmo_geldstroom_naar_buurtteam(const struct wmo_landschap *landschap,
                                     int zorgvorm, int year_index);

/* The budgets of a year in cents, and what of those came along from elsewhere; below 0:
 * what went. */
struct wmo_geldboek {
    int64_t *wijk_cents, *verschoven; /* [team_count x wijk_count] */
    int64_t *sociale_basis;           /* [wijk_count] came along */
};

/* Moves what goes elsewhere in year [year_index]: first what open voorzieningen cost
 * that are paid from the budget of a zorgvorm, to the sociale basis, and of what is
 * left what goes along to the buurtteam. */
void wmo_geldstroom_move(const struct wmo_landschap *landschap, int year_index,
                         const struct wmo_geldboek *boek);

#endif
