/* models/organisatie/gebied.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The gebieden of the city: groups of wijken with a name, for teams and aanbieders that
 * work in one of them. A wijk is in one gebied at most.
 */
#ifndef WMO_GEBIED_H
#define WMO_GEBIED_H

#include "sim/scenario/scenario.h"

#define WMO_GEEN_GEBIED (-1)

struct wmo_gebieden {
    int count;
    const char **naam; /* [count] owned; the texts are of the scenario */
    int *of_wijk;      /* [wijk_count] owned; WMO_GEEN_GEBIED: in none */
};

/* SIM_ERR_NO_MEMORY. Where a wijk is in more gebieden than one, the last counts. */
SIM_MUST_CHECK enum sim_status wmo_gebieden_load(struct wmo_gebieden *self,
                                                 const struct sim_scenario *scenario,
                                                 int wijk_count);
void wmo_gebieden_free(struct wmo_gebieden *self);

#endif
