/* models/zorg/zorg.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Support under way: the hours of a medewerker and the euros of a budget that an
 * inwoner takes, from start to end. A start commits the cost of the rest of the
 * year; an end gives back what is not used; a new year commits again. So a team's
 * booked amount at the end of a year is what that year cost, to the cent.
 */
#ifndef WMO_ZORG_H
#define WMO_ZORG_H

#include <stdbool.h>

#include "models/gemeente/gemeente.h"

/* Whether the ceiling of [staff_team], whose medewerkers would give the support, leaves
 * room for [minutes] a week until the end of the year. No money, no start. */
bool wmo_zorg_is_affordable(const struct wmo_gemeente *self, int staff_team,
                            int minutes);

/* Cost of [minutes] a week of an inwoner with [team] from now to the end of the year,
 * in cents; transport comes beside it. */
int64_t wmo_zorg_rest_of_year(const struct wmo_gemeente *self, int team, int minutes);

/* The most minutes a week for which it does; below 0: not even support that takes no
 * minutes, WMO_ZORG_ANY_MINUTES: whatever is asked. */
#define WMO_ZORG_ANY_MINUTES INT32_MAX
int32_t wmo_zorg_affordable_minutes(const struct wmo_gemeente *self, int staff_team);

/* Inwoner [row], who came in on the list of its team, is supported by [member] of
 * [staff_team] from now on, and paid from its budget. The caller has seen to room and
 * money, or forces it. */
void wmo_zorg_start(struct wmo_gemeente *self, uint32_t row, int staff_team,
                    int member);

/* Whether [row], in care, could go on with [minutes] a week within the ceiling. */
bool wmo_zorg_can_change(const struct wmo_gemeente *self, uint32_t row, int minutes);

/* The same medewerker goes on with [minutes] a week, whether or not there is room. */
void wmo_zorg_change(struct wmo_gemeente *self, uint32_t row, int minutes);

/* Another medewerker, [member] of the same team, goes on with [row]. The euros stay
 * where they are. */
void wmo_zorg_move(struct wmo_gemeente *self, uint32_t row, int member);

/* A new sum is agreed for [row], up to [tot]. */
void wmo_zorg_pay_until(struct wmo_gemeente *self, uint32_t row, sim_time tot);

/* [member] of another team goes on with [row], which belongs to [team] from now on and
 * is paid by it. */
void wmo_zorg_to_team(struct wmo_gemeente *self, uint32_t row, int team, int member);

/* Support of [row] ends now: hours and money come free. */
void wmo_zorg_end(struct wmo_gemeente *self, uint32_t row);

/* Commits the cost in the new year of everybody under way. */
void wmo_zorg_new_year(struct wmo_gemeente *self);

#endif
