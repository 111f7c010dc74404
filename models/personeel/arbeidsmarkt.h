/* models/personeel/arbeidsmarkt.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The labour market: all teams of all aanbieders look for people in one pond. A
 * werving needs a candidate for as long as it takes; with fewer werkzoekenden than
 * vacatures the oldest vacature goes first and the others wait.
 */
#ifndef WMO_ARBEIDSMARKT_H
#define WMO_ARBEIDSMARKT_H

#include "models/gemeente/gemeente.h"

/* Starts the werving for [row], which has just become a vacature; [under_way]: it has
 * been one for a while, at the start of the run. */
SIM_MUST_CHECK enum sim_status wmo_arbeidsmarkt_open(struct wmo_gemeente *self,
                                                     uint32_t row, bool under_way);

/* Ends the search for [row], which is no vacature any more, without a contract. */
SIM_MUST_CHECK enum sim_status wmo_arbeidsmarkt_close(struct wmo_gemeente *self,
                                                      uint32_t row);

/* A medewerker leaves a team and may look for work again. [row] is still theirs. */
SIM_MUST_CHECK enum sim_status wmo_arbeidsmarkt_leaver(struct wmo_gemeente *self,
                                                       uint32_t row);

/* The market at the start of the run. */
SIM_MUST_CHECK enum sim_status wmo_arbeidsmarkt_begin(struct wmo_gemeente *self);

/* Handlers of the events: a werving ends (entity: row of the vacature), somebody
 * starts to look for work, somebody gives up. */
enum sim_status wmo_arbeidsmarkt_vervuld(void *self, uint32_t row);
enum sim_status wmo_arbeidsmarkt_instroom(void *self, uint32_t none);
enum sim_status wmo_arbeidsmarkt_uitstroom(void *self, uint32_t none);

#endif
