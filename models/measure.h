/* models/measure.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What comes out: the table of measures, and how each follows from what was counted.
 */
#ifndef WMO_MEASURE_H
#define WMO_MEASURE_H

#include "models/record.h"
#include "sim/experiment/model.h"

enum wmo_measure {
    WMO_MEASURE_WACHTTIJD_GESTART,
    WMO_MEASURE_WACHTTIJD_MEDIAAN,
    WMO_MEASURE_WACHTTIJD_P90,
    WMO_MEASURE_WACHTTIJD_OP_LIJST,
    WMO_MEASURE_BINNEN_NORM,
    WMO_MEASURE_WACHTLIJST,
    WMO_MEASURE_WACHTLIJST_EIND,
    WMO_MEASURE_IN_ZORG,
    WMO_MEASURE_AANGEMELD,
    WMO_MEASURE_GESTART,
    WMO_MEASURE_UITSTROOM,
    WMO_MEASURE_DOEL_BEREIKT,
    WMO_MEASURE_NAAR_WLZ,
    WMO_MEASURE_NAAR_PARTICIPATIEWET,
    WMO_MEASURE_VERHUISD,
    WMO_MEASURE_OVERLEDEN,
    WMO_MEASURE_TERUGVAL,
    WMO_MEASURE_UITVAL,
    WMO_MEASURE_VERSCHOVEN,
    WMO_MEASURE_GEEN_PLAATS,
    WMO_MEASURE_BEZETTING,
    WMO_MEASURE_FTE,
    WMO_MEASURE_BEGROOT,
    WMO_MEASURE_GEBOEKT,
    WMO_MEASURE_COUNT
};

extern const struct sim_measure WMO_MEASURE[WMO_MEASURE_COUNT];

/* What was counted in one cell of the results, with what is needed to read it. */
struct wmo_sum {
    const struct wmo_tel *tel;
    const struct sim_histogram *wacht; /* hours; NULL where quantiles are not kept */
    double seconds;                    /* length of the period */
    bool is_sociale_basis; /* which has places, and no list, staff or euros */
};

/* The value of [measure]; NAN when there is nothing to speak of. */
double wmo_measure_value(enum wmo_measure measure, const struct wmo_sum *sum);

#endif
