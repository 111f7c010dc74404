/* models/traject/toewijzing.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * To which of the aanbieders of its wijk an inwoner goes, by the rule of the scenario.
 * The nearest is the aanbieder whose team works in the fewest wijken, so that the
 * expected way is shortest: a wijkteam before a team of a gebied, and that before one
 * of the city. Of teams that are as near, one is drawn by weight.
 */
#ifndef WMO_TOEWIJZING_H
#define WMO_TOEWIJZING_H

#include "models/gemeente/gemeente.h"

/* Chooses the team for inwoner [row], whose zorgvorm and minutes are set: that of an
 * aanbieder that it did not refuse and that takes it, if there is one. */
int wmo_toewijzing_choose(struct wmo_gemeente *self, uint32_t row);

/* Whether [inwoner] may go to [team] now: it works in its wijk, has a contract, serves
 * its doelgroep, was not refused, and takes it. */
bool wmo_toewijzing_is_open(struct wmo_gemeente *self,
                            const struct wmo_inwoner *inwoner, int team);

/* The load of [team]: inwoners waiting and hours in use, per hour there is. */
double wmo_toewijzing_load(const struct wmo_gemeente *self, int team);

#endif
