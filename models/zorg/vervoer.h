/* models/zorg/vervoer.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Transport to and from groups, for who cannot come without it; some go by wheelchair,
 * which is dearer. Whether somebody needs it is drawn once for a person. A day is one
 * or two dagdelen: who comes k dagdelen a week travels on ceil(k / 2) days, which is
 * the fewest they fit in. That is paid from the budget of the team that gives the
 * support, from start to end, and counts for whether somebody can start. A team may
 * have places for a number of inwoners; who needs one and finds none waits for it,
 * while others start.
 */
#ifndef WMO_VERVOER_H
#define WMO_VERVOER_H

#include "sim/scenario/scenario.h"

enum wmo_vervoer_soort {
    WMO_VERVOER_GEEN,
    WMO_VERVOER_GEWOON,
    WMO_VERVOER_ROLSTOEL,
    WMO_VERVOER_COUNT
};

/* The part of a zorgvorm that is about transport. */
struct wmo_vervoer {
    double aandeel;  /* of the inwoners, that needs it; 0: there is none */
    double rolstoel; /* of those, by wheelchair */
    double euro_per_year[WMO_VERVOER_COUNT]; /* for a day every week, at price level */
    int plaatsen;                            /* inwoners of one team; INT_MAX: no end */
};

struct wmo_gemeente;
struct wmo_inwoner;

/* Reads the transport of zorgvorm [node], open [weken] a year. */
void wmo_vervoer_load(struct wmo_vervoer *self, const struct sim_scenario *scenario,
                      const struct sim_node *node, double weken);

/* Whether [inwoner] needs transport to its zorgvorm, and which: the same each time. */
enum wmo_vervoer_soort wmo_vervoer_draw(struct wmo_gemeente *self,
                                        const struct wmo_inwoner *inwoner);

/* What transport of [soort] to [dagdelen] a week of [team] costs from now to the
 * end of the year, in cents. */
int64_t wmo_vervoer_rest_of_year(const struct wmo_gemeente *self, int team, int soort,
                                 int dagdelen);

/* The most of [dagdelen] with which somebody who needs [soort] can begin in [team] that
 * has a place in its transport and money for it, when its groups take [minutes] more:
 * 0 for none. */
int32_t wmo_vervoer_limit(const struct wmo_gemeente *self, int team, int soort,
                          int minutes, int32_t dagdelen);

/* Whether no place is left for [inwoner], who needs one in its team. */
bool wmo_vervoer_is_full(const struct wmo_gemeente *self,
                         const struct wmo_inwoner *inwoner);

/* Support of [row], with its staff_team, begins ([step] 1) or ends (-1). */
void wmo_vervoer_count(struct wmo_gemeente *self, uint32_t row, int step);

#endif
