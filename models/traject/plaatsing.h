/* models/traject/plaatsing.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Placement: which aanbieder an aanmelding goes to, who starts when there is room,
 * and with whose medewerker.
 */
#ifndef WMO_PLAATSING_H
#define WMO_PLAATSING_H

#include "models/gemeente/gemeente.h"

/* Enters inwoner [row], whose zorgvorm and minutes are set, with one of the aanbieders
 * of its wijk: support starts at once where there is room, money and nobody ahead, and
 * otherwise the inwoner joins the wachtlijst. */
SIM_MUST_CHECK enum sim_status wmo_plaatsing_enter(struct wmo_gemeente *self,
                                                   uint32_t row);

/* The same for who already has an aanmelding, and goes to another aanbieder with it. */
SIM_MUST_CHECK enum sim_status wmo_plaatsing_enter_again(struct wmo_gemeente *self,
                                                         uint32_t row);

/* Puts [row] on the wachtlijst of its team, waiting since its aanmelding. */
SIM_MUST_CHECK enum sim_status wmo_plaatsing_wait(struct wmo_gemeente *self,
                                                  uint32_t row);

/* Takes [row] off the wachtlijst of its team, cancels what was planned and gives back
 * the hours that its wait took. The caller serves the team of the list. */
SIM_MUST_CHECK enum sim_status wmo_plaatsing_leave_list(struct wmo_gemeente *self,
                                                        uint32_t row);

/* Lets [row] begin at once with [member] of [staff_team], off its wachtlijst if it is
 * on one; unless it refuses that aanbieder. */
SIM_MUST_CHECK enum sim_status wmo_plaatsing_start(struct wmo_gemeente *self,
                                                   uint32_t row, int staff_team,
                                                   int32_t member);

/* Inwoner [row], who waits, asks [minutes] a week and has this urgentie and specialisme
 * from now on; its place on the list follows, and so may its start. */
SIM_MUST_CHECK enum sim_status wmo_plaatsing_change(struct wmo_gemeente *self,
                                                    uint32_t row, int minutes,
                                                    int urgentie, int specialisme);

/* Lets start whoever can now that hours or money of [team] came free, or its list
 * changed: its own list first and then, as far as uitleen allows, with each other's
 * hours, the lists of all teams of the same aanbieder. */
SIM_MUST_CHECK enum sim_status wmo_plaatsing_serve(struct wmo_gemeente *self, int team);

#endif
