/* models/personeel/overdracht.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Handing over: what happens to the inwoners of a medewerker who is not there any more.
 */
#ifndef WMO_OVERDRACHT_H
#define WMO_OVERDRACHT_H

#include "models/gemeente/gemeente.h"

/* Inwoner [row] gets to know another medewerker: that counts, and takes hours. */
SIM_MUST_CHECK enum sim_status wmo_overdracht_meet(struct wmo_gemeente *self,
                                                   uint32_t row);

/* The medewerker on position [row] is not there any more: by the rule of the scenario
 * the inwoners go to colleagues, back to the list, or wait for who comes next. */
SIM_MUST_CHECK enum sim_status wmo_overdracht(struct wmo_gemeente *self, uint32_t row);

/* A new medewerker on position [row] goes on with the inwoners who waited there. */
SIM_MUST_CHECK enum sim_status wmo_overdracht_opvolger(struct wmo_gemeente *self,
                                                       uint32_t row);

/* Support of inwoner [row], broken off before, goes on for the rest of its time. */
SIM_MUST_CHECK enum sim_status wmo_overdracht_hervat(struct wmo_gemeente *self,
                                                     uint32_t row);

/* Handler of the event: the week in which medewerker [row] got to know an inwoner is
 * over. */
enum sim_status wmo_overdracht_overgenomen(void *self, uint32_t row);

#endif
