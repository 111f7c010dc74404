/* models/beweging/ramp.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Something planned that comes about over time: from a date on a value goes from what
 * it is to what is aimed at, and stays there. A ramp can fail by a stated degree.
 */
#ifndef WMO_RAMP_H
#define WMO_RAMP_H

#include "sim/engine/time.h"
#include "sim/scenario/scenario.h"

enum wmo_ramp_vorm {
    WMO_RAMP_LINEAIR,
    WMO_RAMP_S_CURVE, /* slow at both ends: 3x^2 - 2x^3, after a part x of the time */
    WMO_RAMP_INEENS   /* all at the start */
};

struct wmo_ramp {
    double begin, eind; /* [eind] is what is reached, so after failing */
    sim_time start;
    sim_time looptijd; /* 0: at once */
    enum wmo_ramp_vorm vorm;
};

/* A ramp from [begin] to [aim] with the start, looptijd, vorm and slaagt (1: reaches
 * the aim, 0: nothing comes of it) of [node]. What is left out: from the first day, at
 * once, linear, and it succeeds. [node] NULL: stays at [begin]. */
void wmo_ramp_load(struct wmo_ramp *self, const struct sim_scenario *scenario,
                   const struct sim_node *node, struct sim_date origin, double begin,
                   double aim);

double wmo_ramp_at(const struct wmo_ramp *self, sim_time time);

/* Leaves of how [series] departs from its value in [year] only the part that [slaagt]
 * of [node] says (left out: all). */
void wmo_ramp_scale(struct sim_series *series, const struct sim_scenario *scenario,
                    const struct sim_node *node, double year);

/* What [node] has at [key], or [neutral] when either is left out. */
double wmo_optional_real(const struct sim_scenario *scenario,
                         const struct sim_node *node, const char *key, double neutral);

#endif
