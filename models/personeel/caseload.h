/* models/personeel/caseload.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who is supported by whom: a list of inwoners for every medewerker, in the order in
 * which they came, so that all of them can be handed over without a search.
 */
#ifndef WMO_CASELOAD_H
#define WMO_CASELOAD_H

#include "models/gemeente/gemeente.h"

/* Inwoner [row] has just come to its medewerker, or goes. A groep has no list: there
 * inwoners belong to the team. */
void wmo_caseload_add(struct wmo_gemeente *self, uint32_t row);
void wmo_caseload_remove(struct wmo_gemeente *self, uint32_t row);

/* Whether [medewerker] may not have more inwoners. */
bool wmo_caseload_is_full(const struct wmo_gemeente *self,
                          const struct wmo_medewerker *medewerker);

/* The lists hold everybody in care with a medewerker, once, and their hours. */
bool wmo_caseload_agrees(const struct wmo_gemeente *self);

#endif
