/* models/personeel/specialisme.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Specialisms: which medewerkers have them, and what an inwoner does who needs one and
 * finds nobody. That a team has one of each is nowhere assumed.
 */
#ifndef WMO_SPECIALISME_H
#define WMO_SPECIALISME_H

#include "models/gemeente/gemeente.h"

/* The specialisms of medewerker [row], who begins now. */
uint32_t wmo_specialisme_draw(struct wmo_gemeente *self, uint32_t row);

/* Inwoner [row] begins to wait: plans when it takes anybody, unless the search begins
 * later. */
SIM_MUST_CHECK enum sim_status wmo_specialisme_search(struct wmo_gemeente *self,
                                                      uint32_t row);

/* The same now, because there is a place for [row] but for the specialism. Nothing when
 * it searches already, or by the rule did so from the aanmelding on. */
SIM_MUST_CHECK enum sim_status wmo_specialisme_passed(struct wmo_gemeente *self,
                                                      uint32_t row);

/* [row] is about to start with [member] of [team]: counts whether that is a specialist.
 * Who gave up the search and meets one by luck asks no more hours than others. */
void wmo_specialisme_start(struct wmo_gemeente *self, uint32_t row, int team,
                           int member);

/* [inwoner] goes on to another zorgvorm, and may look for a specialist again. */
void wmo_specialisme_again(struct wmo_inwoner *inwoner);

/* Handler of the event: the search of inwoner [row] is over. */
enum sim_status wmo_specialisme_zoektijd(void *self, uint32_t row);

#endif
