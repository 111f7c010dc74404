/* models/bekostiging/reserve.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The financial result of a year and what becomes of it. What is left on a rekening at
 * the end of a year goes back to the gemeente, but for what may stay in reserve: at
 * most a share of the budget of that year (`reserve.maximum`). A reserve raises the
 * ceiling of the next year, so that somebody can start; it is money for once and pays
 * no formatie. What was booked beyond ceiling and reserve is a tekort, for who does the
 * work. When a contract ends, or is not extended, all that is left goes back. Who is
 * paid for what it does (pxq, persoonsvolgend, resultaatgericht) never had it, and
 * keeps nothing.
 *
 * Social return is counted beside: the share of the contract sum that has to be spent
 * on work for people who find none.
 */
#ifndef WMO_RESERVE_H
#define WMO_RESERVE_H

#include <stdbool.h>

#include "sim/scenario/scenario.h"

struct wmo_gemeente;

struct wmo_reserve {
    double maximum;       /* share of the budget of the year */
    double social_return; /* share of the budget of aanvullende zorg */
};

void wmo_reserve_load(struct wmo_reserve *self, const struct sim_scenario *scenario);

/* Closes the accounts of the present year: what goes back, what stays and what lacks.
 */
void wmo_reserve_close_year(struct wmo_gemeente *gemeente);

/* What goes to social return of [cents] for a team of [zorgvorm]. */
int64_t wmo_reserve_social_return(const struct wmo_gemeente *gemeente, int zorgvorm,
                                  int64_t cents);

#endif
