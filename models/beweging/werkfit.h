/* models/beweging/werkfit.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Werkfit: of who would be entered for arbeidsmatige activering with the most hours, a
 * rising part is ready for work and goes to the Participatiewet instead.
 */
#ifndef WMO_WERKFIT_H
#define WMO_WERKFIT_H

#include <stdbool.h>

#include "models/beweging/ramp.h"
#include "models/landschap/zorgvorm.h"

struct wmo_werkfit {
    struct wmo_ramp aandeel; /* of who has the most hours */
    double aandeel_zwaar;    /* who that are: the part with the most hours */
};

struct wmo_gemeente;

/* Reads beweging.werkfit, and marks the zorgvormen it is for. */
void wmo_werkfit_load(struct wmo_werkfit *self, const struct sim_scenario *scenario,
                      struct sim_date origin, struct wmo_zorgvormen *zorgvormen);

/* Whether [uren] a week are among the part [aandeel_zwaar] with the most hours. */
bool wmo_werkfit_is_zwaar(const struct wmo_werkfit *self, double uren,
                          const struct sim_dist *uren_per_week);

/* Whether [row], who would be entered for [zorgvorm] now, goes to the Participatiewet.
 */
bool wmo_werkfit_goes(struct wmo_gemeente *self, uint32_t row, int zorgvorm);

#endif
