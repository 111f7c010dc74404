/* models/uitkomst/measure.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What comes out: the table of measures, and how each follows from what was counted.
 */
#ifndef WMO_MEASURE_H
#define WMO_MEASURE_H

#include "models/uitkomst/record.h"
#include "sim/experiment/model.h"

enum wmo_measure {
    WMO_MEASURE_WACHTTIJD_GESTART,
    WMO_MEASURE_WACHTTIJD_MEDIAAN,
    WMO_MEASURE_WACHTTIJD_P90,
    WMO_MEASURE_WACHTTIJD_OP_LIJST,
    WMO_MEASURE_LANGSTE_WACHT,
    WMO_MEASURE_WACHTTIJD_URGENT,
    WMO_MEASURE_WACHTTIJD_NORMAAL,
    WMO_MEASURE_BINNEN_NORM,
    WMO_MEASURE_WACHTLIJST,
    WMO_MEASURE_WACHTLIJST_EIND,
    WMO_MEASURE_GEEN_PLAATS,
    WMO_MEASURE_TOT_BESLUIT,
    WMO_MEASURE_ONDERZOEK_BINNEN,
    WMO_MEASURE_BESLUIT_BINNEN,
    WMO_MEASURE_OVERBRUGD,
    WMO_MEASURE_PLAATSEN,
    WMO_MEASURE_OPEN_GEEN_PLAATS,
    WMO_MEASURE_OPEN_IN_GEBRUIK,
    WMO_MEASURE_OPEN_GESTART,
    WMO_MEASURE_OPEN_AANZUIGING,
    WMO_MEASURE_PGB_GESTART,
    WMO_MEASURE_PGB,
    WMO_MEASURE_VERVOER,
    WMO_MEASURE_GEEN_VERVOER,
    WMO_MEASURE_KORT_WACHTTIJD,
    WMO_MEASURE_KORT_AFGEWEZEN,
    WMO_MEASURE_KORT_OPGEGEVEN,
    WMO_MEASURE_KORT_AANVRAGEN,
    WMO_MEASURE_KORT_VERBLIJVEN,
    WMO_MEASURE_KORT_ETMALEN,
    WMO_MEASURE_SPREIDING_WIJKEN,

    WMO_MEASURE_IN_ZORG,
    WMO_MEASURE_PER_1000,
    WMO_MEASURE_AANGEMELD,
    WMO_MEASURE_GESTART,
    WMO_MEASURE_DOORSTROOM,
    WMO_MEASURE_UITSTROOM,
    WMO_MEASURE_DOEL_BEREIKT,
    WMO_MEASURE_NAAR_WLZ,
    WMO_MEASURE_NAAR_PARTICIPATIEWET,
    WMO_MEASURE_VERHUISD,
    WMO_MEASURE_OVERLEDEN,
    WMO_MEASURE_VERSCHOVEN,
    WMO_MEASURE_CONSULTATIE,
    WMO_MEASURE_WERKFIT,
    WMO_MEASURE_BESPAARD_GROEP,
    WMO_MEASURE_BESPAARD_BLENDED,

    WMO_MEASURE_TERUGVAL,
    WMO_MEASURE_GROEPEN,
    WMO_MEASURE_GROEPSGROOTTE,
    WMO_MEASURE_OPROEPEN,
    WMO_MEASURE_OPROEPEN_DIRECT,
    WMO_MEASURE_EVALUATIES,
    WMO_MEASURE_OPGESCHAALD,
    WMO_MEASURE_AFGESCHAALD,
    WMO_MEASURE_NAAR_LICHTER,
    WMO_MEASURE_WACHT_OP_OPSCHALING,
    WMO_MEASURE_GEBLOKKEERD,
    WMO_MEASURE_UITVAL,
    WMO_MEASURE_WISSELINGEN,
    WMO_MEASURE_TERUGGEZET,
    WMO_MEASURE_OVERGEDRAGEN,
    WMO_MEASURE_OVERGANG_UITVAL,
    WMO_MEASURE_PASSEND,
    WMO_MEASURE_TERUGKEER,
    WMO_MEASURE_GEWEIGERD,
    WMO_MEASURE_AFGEWEZEN,
    WMO_MEASURE_BEMIDDELD,
    WMO_MEASURE_ONDERAANNEMING,
    WMO_MEASURE_OMGEVALLEN,
    WMO_MEASURE_NIET_VERLENGD,
    WMO_MEASURE_AFGEZIEN,
    WMO_MEASURE_OVERGESTAPT,
    WMO_MEASURE_NIEUW_BEDRAG,
    WMO_MEASURE_ZONDER_BEDRAG,
    WMO_MEASURE_ESCALATIE,
    WMO_MEASURE_NAAR_VERBLIJF,

    WMO_MEASURE_BEGROOT,
    WMO_MEASURE_GEBOEKT,
    WMO_MEASURE_UITGAVEN,
    WMO_MEASURE_EIGEN_BIJDRAGEN,
    WMO_MEASURE_NETTO_UITGAVEN,
    WMO_MEASURE_BETAALD,
    WMO_MEASURE_RESULTAAT_AANBIEDER,
    WMO_MEASURE_UITNUTTING,
    WMO_MEASURE_TERUGGEGEVEN,
    WMO_MEASURE_RESERVE,
    WMO_MEASURE_TEKORT,
    WMO_MEASURE_SOCIAL_RETURN,
    WMO_MEASURE_BUDGET_VERSCHOVEN,
    WMO_MEASURE_KOSTEN_PER_INWONER,
    WMO_MEASURE_KOSTEN_ONDERSTEUNING,
    WMO_MEASURE_KOSTEN_ACTIVITEITEN,
    WMO_MEASURE_KOSTEN_CONSULTATIE,
    WMO_MEASURE_KOSTEN_OVERIG,
    WMO_MEASURE_KOSTEN_CONTRACT,
    WMO_MEASURE_INVESTERING,
    WMO_MEASURE_OPEN_KOSTEN,
    WMO_MEASURE_KOSTEN_ZWAARDER,
    WMO_MEASURE_KOSTEN_VERBLIJF,
    WMO_MEASURE_KOSTEN_WACHTEN,
    WMO_MEASURE_PGB_KOSTEN,
    WMO_MEASURE_VERVOER_KOSTEN,
    WMO_MEASURE_KORT_BEGROOT,
    WMO_MEASURE_KORT_KOSTEN,

    WMO_MEASURE_BEZETTING,
    WMO_MEASURE_KORT_BEZETTING,
    WMO_MEASURE_OVERIGE_UREN,
    WMO_MEASURE_FTE,
    WMO_MEASURE_FTE_AANWEZIG,
    WMO_MEASURE_FTE_PRODUCTIEF,
    WMO_MEASURE_VACATURES,
    WMO_MEASURE_VERLOOP,
    WMO_MEASURE_OVERGANG_UREN,
    WMO_MEASURE_VERZUIM,
    WMO_MEASURE_CASELOAD,
    WMO_MEASURE_COUNT
};

/* For what a measure is given. */
enum wmo_scope {
    WMO_SCOPE_ALLES,  /* zorgvormen in the city and per wijk, aanbieders */
    WMO_SCOPE_WIJKEN, /* not for aanbieders */
    WMO_SCOPE_STAD,   /* only for zorgvormen in the whole city */
};

extern const struct sim_measure WMO_MEASURE[WMO_MEASURE_COUNT];

enum wmo_scope wmo_measure_scope(enum wmo_measure measure);

/* Whether [measure] is given per month. Not: what is rare, quantiles, for which a month
 * has too few who start, and euros, which a start books for the rest of the year. */
bool wmo_measure_has_months(enum wmo_measure measure);

/* Whether [measure] is given per doelgroep. */
bool wmo_measure_has_doelgroepen(enum wmo_measure measure);

/* What was counted in one cell of the results, with what is needed to read it. */
struct wmo_sum {
    const struct wmo_tel *tel;
    const struct sim_histogram *wacht; /* hours; NULL where quantiles are not kept */
    double seconds;                    /* length of the period */
    double inwoners;                   /* of the area */
    const struct wmo_tel *wijk;        /* [wijk_count] the same per wijk */
    int wijk_count;                    /* 0 where that says nothing */
    bool is_sociale_basis; /* which has places, and no list, staff or euros */
};

/* The value of [measure]; NAN when there is nothing to speak of. */
double wmo_measure_value(enum wmo_measure measure, const struct wmo_sum *sum);

#endif
