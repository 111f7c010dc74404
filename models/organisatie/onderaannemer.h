/* models/organisatie/onderaannemer.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Onderaannemers. Vaste ones give a share of the hours of a zorgvorm, at a mark-up: the
 * same budget then pays 1 / (1 + share x opslag) of the fte. Client-bound ones are for
 * an inwoner with a need that no aanbieder of the zorgvorm has an answer to
 * (`geen_match`): somebody is looked for during the `zoektijd`, and then found; the
 * support takes the mark-up more of the hours of the aanbieder. In both cases the
 * onderaannemer works within the formatie and the budget of the aanbieder, which goes
 * on to bear the inwoner on its list.
 */
#ifndef WMO_ONDERAANNEMER_H
#define WMO_ONDERAANNEMER_H

#include <stdint.h>

#include "models/landschap/zorgvorm.h"

/* The specialisme of who needs what nobody has: the last line of a wachtlijst. */
#define WMO_SPECIALISME_ELDERS 31

struct wmo_gemeente;

struct wmo_onderaannemers {
    struct sim_series aandeel;    /* of the hours, by year */
    double opslag;                /* of the price */
    struct sim_series geen_match; /* share of the aanmeldingen, by year */
    struct sim_dist zoektijd;     /* days */
};

void wmo_onderaannemers_load(struct wmo_onderaannemers *self,
                             const struct sim_scenario *scenario);

/* What a fte of [zorgvorm] costs with vaste onderaannemers in [year], against without.
 */
double wmo_onderaannemers_kosten(const struct wmo_onderaannemers *self,
                                 const struct wmo_zorgvorm *zorgvorm, int year);

/* Inwoner [row] has been entered anew: finds out whether somebody must be looked for.
 */
void wmo_onderaannemer_mark(struct wmo_gemeente *self, uint32_t row);

/* [row] begins to wait for somebody to be found: plans when. */
SIM_MUST_CHECK enum sim_status wmo_onderaannemer_search(struct wmo_gemeente *self,
                                                        uint32_t row);

/* Somebody is found for [row]. */
SIM_MUST_CHECK enum sim_status wmo_onderaannemer_found(struct wmo_gemeente *self,
                                                       uint32_t row);

#endif
