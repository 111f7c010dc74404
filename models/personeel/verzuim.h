/* models/personeel/verzuim.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sick leave. During a short illness hours fall away and inwoners wait for their
 * medewerker; after some time of a long one they are handed over.
 */
#ifndef WMO_VERZUIM_H
#define WMO_VERZUIM_H

#include "models/gemeente/gemeente.h"

/* Plans the next illness of [row], who is well now. */
SIM_MUST_CHECK enum sim_status wmo_verzuim_plan(struct wmo_gemeente *self,
                                                uint32_t row);

/* Whether [row] is ill when the run begins, in equilibrium. */
SIM_MUST_CHECK enum sim_status wmo_verzuim_begin(struct wmo_gemeente *self,
                                                 uint32_t row);

/* Handlers of the events; the entity is a medewerker. */
enum sim_status wmo_verzuim_ziek(void *self, uint32_t row);
enum sim_status wmo_verzuim_hersteld(void *self, uint32_t row);
enum sim_status wmo_verzuim_overdragen(void *self, uint32_t row);

#endif
