/* models/landschap/doelgroep.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The doelgroepen: why somebody needs support, and what follows from it. All numbers
 * are relative to the other doelgroepen, except shares and chances. A scenario without
 * doelgroepen has inwoners who differ in nothing but luck.
 */
#ifndef WMO_DOELGROEP_H
#define WMO_DOELGROEP_H

#include <stdbool.h>

#include "models/landschap/leeftijdsgroep.h"
#include "models/landschap/zorgvorm.h"

/* A specialism is a bit of the skills of a medewerker, who needs two more. */
#define WMO_DOELGROEP_MAX 28
#define WMO_GEEN_DOELGROEP 255

struct wmo_doelgroep {
    const char *naam, *titel; /* borrowed from the scenario */
    double *incidentie;       /* [leeftijdsgroep] owned; hulpvragen per inwoner */
    double *past;             /* [zorgvorm] owned; how often it is what is needed */
    double uren_factor, duur_factor, uitval_factor;
    double sociale_basis_factor;
    double reden_factor[WMO_REDEN_COUNT]; /* on how often support ends for a reason */
    double urgent_aandeel;                /* of its aanmeldingen */
    bool specialistisch; /* needs a medewerker who has this specialism */
};

struct wmo_doelgroepen {
    int count;                   /* 0: the scenario has none */
    struct wmo_doelgroep *items; /* [count] owned */
};

/* SIM_ERR_NO_MEMORY. The caller frees in either case. */
SIM_MUST_CHECK enum sim_status
wmo_doelgroepen_load(struct wmo_doelgroepen *self, const struct sim_scenario *scenario,
                     const struct wmo_leeftijdsgroepen *leeftijdsgroepen,
                     const struct wmo_zorgvormen *zorgvormen);
void wmo_doelgroepen_free(struct wmo_doelgroepen *self);

#endif
