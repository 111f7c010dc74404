/* models/bekostiging/betaling.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is paid for an inwoner in care. Most families pay the hours that are given, with
 * what else takes hours of the team. Two pay something else, whatever it takes:
 *
 *   persoonsvolgend   a budget by class of need, of as many classes as the scenario
 *                     has: who needs up to `tot` times the mean hours of the zorgvorm
 *                     is paid `budget` times the mean cost. Without classes: the hours.
 *   resultaatgericht  a sum agreed at the start, and perhaps again (resultaat.h): the
 *                     hours needed, for a term. It is booked over that time; what is
 *                     left at an earlier end is paid then.
 *
 * There an aanbieder bears what hours cost beside it: idle ones, travel, empty places
 * in groups, work that is no case. The measure resultaat_aanbieder shows it.
 */
#ifndef WMO_BETALING_H
#define WMO_BETALING_H

#include <stdbool.h>

#include "sim/engine/time.h"

struct wmo_gemeente;
struct wmo_inwoner;

/* Whether [team] is paid for its hours. */
bool wmo_betaling_per_uur(const struct wmo_gemeente *self, int team);

/* The minutes a week for which [team] is paid when an inwoner needs [minutes]. */
int wmo_betaling_minutes(const struct wmo_gemeente *self, int team, int minutes);

/* The most minutes that somebody may need for whom [team] is paid at most [paid]; below
 * 0: there is nobody. */
int wmo_betaling_limit(const struct wmo_gemeente *self, int team, int paid);

/* Up to when this year somebody is paid for who begins with [team] now. */
sim_time wmo_betaling_until_from_start(const struct wmo_gemeente *self, int team);

/* Up to when this year [inwoner] is paid for; not before now. */
sim_time wmo_betaling_until(const struct wmo_gemeente *self,
                            const struct wmo_inwoner *inwoner);

/* Support of [inwoner] has come to its end: books what is left of its sum. Nothing when
 * it is only broken off. */
void wmo_betaling_end(struct wmo_gemeente *self, struct wmo_inwoner *inwoner);

/* Books what the contracts of this year cost the gemeente. */
void wmo_betaling_new_year(struct wmo_gemeente *self);

/* Closes the year: what aanbieders were paid, and what their staff cost. */
void wmo_betaling_close_year(struct wmo_gemeente *self);

#endif
