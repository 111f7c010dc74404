/* models/traject/bemiddeling.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who waits for one aanbieder may go to another (jockeying): when that one has nobody
 * waiting and can let this inwoner begin at once, and, where `bemiddeling.interval`
 * says that lists are compared every so many days, when its list, with this inwoner on
 * it, is more than `bemiddeling.verschil` days shorter. A list is as long as its hours
 * a week, over those that its teams have, times the mean stay: how long it takes to let
 * begin everybody on it.
 *
 * A share of the inwoners wants to go, drawn once for each aanbieder, so it does not
 * matter how often there is a chance to. The longest waiting goes first. The aanmelding
 * stays, and how long the inwoner will wait before giving up; the search for somebody
 * with a specialism begins anew. For whom an onderaannemer is looked for does not go.
 */
#ifndef WMO_BEMIDDELING_H
#define WMO_BEMIDDELING_H

#include "models/uitkomst/journal.h"
#include "sim/scenario/scenario.h"

struct wmo_gemeente;

struct wmo_bemiddeling {
    double kans;          /* share that wants to go to a given other aanbieder */
    double interval_days; /* between comparing lists; 0: they are not compared */
    double verschil_days; /* that must be exceeded */
};

void wmo_bemiddeling_load(struct wmo_bemiddeling *self,
                          const struct sim_scenario *scenario);

/* Plans the first time that lists are compared. */
SIM_MUST_CHECK enum sim_status wmo_bemiddeling_schedule(struct wmo_gemeente *self);

/* [row] has come on a list: it begins at another aanbieder if it can at once and wants
 * to, at the one with least to do. */
SIM_MUST_CHECK enum sim_status wmo_bemiddeling_enter(struct wmo_gemeente *self,
                                                     uint32_t row);

/* Lets those who wait for other aanbieders begin with the room of [team] that nobody
 * on its own list waits for. */
SIM_MUST_CHECK enum sim_status wmo_bemiddeling_serve(struct wmo_gemeente *self,
                                                     int team);

/* [row] leaves its list and waits on for [team], whatever the reason, which is noted:
 * with the same aanmelding, and as long as it would have. The caller serves both. */
SIM_MUST_CHECK enum sim_status wmo_bemiddeling_wait(struct wmo_gemeente *self,
                                                    uint32_t row, int team,
                                                    enum wmo_journal_kind kind);

/* Handler of the event of that name: lists are compared. */
enum sim_status wmo_bemiddeling_vergelijk(void *model, uint32_t none);

#endif
