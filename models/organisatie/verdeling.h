/* models/organisatie/verdeling.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Into which aanbieders (partijen) an entry of the scenario divides: how many, how
 * large each is, where each works and what it is called.
 *
 * `aantal` n makes n partijen, in every gebied or wijk n where `werkgebied` says so.
 * The k-th has a share in proportion to gelijk      1 zipf        1 / k^s (Zipf 1949,
 * the rank-size rule) meetkundig  1 / (1 + s)^(k - 1)   (each 1 / (1 + s) as large as
 * the one before) with s `scheefheid`, or the share that the list `partijen` gives it.
 */
#ifndef WMO_VERDELING_H
#define WMO_VERDELING_H

#include <stdbool.h>

#include "models/organisatie/gebied.h"
#include "sim/scenario/scenario.h"

enum wmo_werkgebied { WMO_WERKGEBIED_STAD, WMO_WERKGEBIED_GEBIED, WMO_WERKGEBIED_WIJK };

/* An entry of `aanbieders`, as it divides. */
struct wmo_verdeling_van {
    const struct sim_scenario *scenario; /* borrowed, as the next two */
    const struct sim_node *node;
    const struct wmo_gebieden *gebieden;
    enum wmo_werkgebied werkgebied;
    int aantal;
};

struct wmo_verdeling_van wmo_verdeling_van(const struct sim_scenario *scenario,
                                           const struct sim_node *node,
                                           const struct wmo_gebieden *gebieden);

/* How many areas there are with [aantal] partijen each; some may have no wijk. */
int wmo_verdeling_areas(const struct wmo_verdeling_van *self, int wijk_count);

/* Whether the partijen of [area] work in [wijk]. */
bool wmo_verdeling_works_in(const struct wmo_verdeling_van *self, int area, int wijk);

/* The size of partij [index], from 0 to aantal - 1, and of all together. */
double wmo_verdeling_deel(const struct wmo_verdeling_van *self, int index);
double wmo_verdeling_som(const struct wmo_verdeling_van *self);

/* The name of partij [index] of [area], which the caller frees; NULL: no memory.
 * Numbers have equal width, so that names sort. */
char *wmo_verdeling_naam(const struct wmo_verdeling_van *self, int area, int index);

#endif
