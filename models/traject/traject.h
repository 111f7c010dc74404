/* models/traject/traject.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The path of an inwoner over the three sporen: what happens next.
 *
 *   hulpvraag -> sociale basis, if it fits and there is a place
 *             -> buurtteam: onderzoek -> besluit -> aanmelding for aanvullende zorg
 *                                                -> support by the buurtteam
 *   aanmelding -> wachtlijst (uitval) -> support -> uitstroom
 */
#ifndef WMO_TRAJECT_H
#define WMO_TRAJECT_H

#include "models/gemeente/gemeente.h"

/* Support of [row] has just started: plans how it goes on. */
SIM_MUST_CHECK enum sim_status wmo_traject_begin(struct wmo_gemeente *self,
                                                 uint32_t row);

/* Plans when [row], now on a wachtlijst, would leave it without a start. */
SIM_MUST_CHECK enum sim_status wmo_traject_plan_uitval(struct wmo_gemeente *self,
                                                       uint32_t row);

/* The minutes a week [inwoner] takes in [zorgvorm], at least 1. */
int wmo_traject_minutes(struct wmo_gemeente *self, const struct wmo_inwoner *inwoner,
                        int zorgvorm);

/* Sets the zorgvorm of [row] and the minutes a week it takes. */
void wmo_traject_set_zorgvorm(struct wmo_gemeente *self, uint32_t row, int zorgvorm);

/* Handlers of the events of the same name; see events.h for their entity. */
enum sim_status wmo_traject_hulpvraag(void *self, uint32_t wijk);
enum sim_status wmo_traject_aanmelding(void *self, uint32_t process);
enum sim_status wmo_traject_einde_onderzoek(void *self, uint32_t row);
enum sim_status wmo_traject_besluit(void *self, uint32_t row);
/* Ends the support of [row], which stays in view, and lets the next one start. */
SIM_MUST_CHECK enum sim_status wmo_traject_finish(struct wmo_gemeente *self,
                                                  uint32_t row);

enum sim_status wmo_traject_uitstroom(void *self, uint32_t row);
enum sim_status wmo_traject_uitval(void *self, uint32_t row);

/* Schedules the next arrival of a process, if one falls within the run. */
SIM_MUST_CHECK enum sim_status wmo_traject_next_hulpvraag(struct wmo_gemeente *self,
                                                          int wijk);
SIM_MUST_CHECK enum sim_status wmo_traject_next_aanmelding(struct wmo_gemeente *self,
                                                           int process);

#endif
