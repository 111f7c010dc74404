/* models/uitkomst/observe.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The levels that can be followed while a replication runs: for each zorgvorm, and the
 * sociale basis, the inwoners in care and on the wachtlijst.
 */
#ifndef WMO_OBSERVE_H
#define WMO_OBSERVE_H

#include "models/gemeente/gemeente.h"
#include "sim/experiment/model.h"

struct wmo_observe {
    struct sim_levels levels;
    struct sim_level *items; /* [levels.count] owned */
    char *texts;             /* owned; the names and titles */
};

/* Prepares the levels of [landschap]. SIM_ERR_NO_MEMORY. The caller frees in either
 * case. */
SIM_MUST_CHECK enum sim_status wmo_observe_init(struct wmo_observe *self,
                                                const struct wmo_landschap *landschap);
void wmo_observe_free(struct wmo_observe *self);

/* Fills [values] with the present levels of [gemeente]. */
void wmo_observe_look(const struct wmo_gemeente *gemeente, double *values);

#endif
