/* models/landschap/leeftijdsgroep.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The leeftijdsgroepen: how many inwoners of a wijk are of which age. A wijk knows
 * its share of children and of people of 65 or over; a leeftijdsgroep is a part of
 * the children, of the adults or of the people of 65 or over, the same in all wijken.
 */
#ifndef WMO_LEEFTIJDSGROEP_H
#define WMO_LEEFTIJDSGROEP_H

#include "models/landschap/wijk.h"

#define WMO_LEEFTIJDSGROEP_MAX 100
#define WMO_GEEN_LEEFTIJDSGROEP 255

enum wmo_levensfase {
    WMO_LEVENSFASE_JEUGD,
    WMO_LEVENSFASE_VOLWASSEN,
    WMO_LEVENSFASE_65PLUS
};

struct wmo_leeftijdsgroep {
    const char *naam, *titel; /* borrowed from the scenario */
    enum wmo_levensfase levensfase;
    double aandeel;        /* of the inwoners in that phase of life */
    double trend_per_year; /* growth of that share from the peiljaar on */
};

struct wmo_leeftijdsgroepen {
    int count; /* 0: the scenario has none */
    int peiljaar;
    struct wmo_leeftijdsgroep *items; /* [count] owned */
};

/* SIM_ERR_NO_MEMORY. */
SIM_MUST_CHECK enum sim_status
wmo_leeftijdsgroepen_load(struct wmo_leeftijdsgroepen *self,
                          const struct sim_scenario *scenario);
void wmo_leeftijdsgroepen_free(struct wmo_leeftijdsgroepen *self);

/* Inwoners of [wijk] in [groep] at [year], a year with fraction. */
double wmo_leeftijdsgroepen_inwoners(const struct wmo_leeftijdsgroepen *self, int groep,
                                     const struct wmo_wijken *wijken, int wijk,
                                     double year);

#endif
