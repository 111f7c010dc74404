/* models/traject/pgb.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Persoonsgebonden budget: a share of who is entered for a zorgvorm buys support
 * outside the teams. Such an inwoner begins at once and takes no hours of medewerkers,
 * and costs a part of what the same support in natura costs, whatever the ceiling.
 * Booked like support in natura: the rest of the year at the start and each 1 January,
 * and given back at the end.
 */
#ifndef WMO_PGB_H
#define WMO_PGB_H

#include <stdbool.h>

#include "sim/scenario/scenario.h"

struct wmo_pgb {
    double prijs;      /* part of what support in natura costs */
    bool uit_zorgvorm; /* booked on the budget of the zorgvorm, which is lower by it */
};

struct wmo_gemeente;

void wmo_pgb_load(struct wmo_pgb *self, const struct sim_scenario *scenario);

/* Whether [row], entered for its zorgvorm with its team, takes a pgb instead. */
bool wmo_pgb_is_taken(struct wmo_gemeente *self, uint32_t row);

/* [row] begins with a pgb. */
SIM_MUST_CHECK enum sim_status wmo_pgb_begin(struct wmo_gemeente *self, uint32_t row);

/* Commits the cost in the new year of everybody who has a pgb. */
void wmo_pgb_new_year(struct wmo_gemeente *self);

/* Handler of the event UIT_PGB. */
enum sim_status wmo_pgb_uit(void *self, uint32_t row);

#endif
