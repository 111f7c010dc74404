/* models/purpose.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a random draw is for. A draw is keyed by (seed, replication, inwoner, purpose),
 * so an inwoner has the same need, duration and luck in every scenario. Purposes that
 * recur for each zorgvorm take the zorgvorm along.
 */
#ifndef WMO_PURPOSE_H
#define WMO_PURPOSE_H

#include <stdint.h>

enum wmo_purpose {
    WMO_PURPOSE_ARRIVAL, /* unit-rate points of an arrival process */
    WMO_PURPOSE_PAST_SOCIALE_BASIS,
    WMO_PURPOSE_DUUR_SOCIALE_BASIS,
    WMO_PURPOSE_DUUR_ONDERZOEK,
    WMO_PURPOSE_VERWIJZING,
    WMO_PURPOSE_VERSCHUIVING,
    WMO_PURPOSE_TOESTAND_BEGIN,    /* in onderzoek or supported, at the start */
    WMO_PURPOSE_WACHT_BEGIN,       /* time waited before the run began */
    WMO_PURPOSE_STEEKPROEF,        /* whether the inwoner is followed */
    WMO_PURPOSE_DOELGROEP,         /* with leeftijdsgroep */
    WMO_PURPOSE_BEWEGING,          /* draw number: enum wmo_beweging_draw */
    WMO_PURPOSE_PER_ZORGVORM = 16, /* from here on, one of each per zorgvorm */
    WMO_PURPOSE_DUUR_BESLUIT = 3000,
    WMO_PURPOSE_CONSULTATIE,
    WMO_PURPOSE_COORDINATIE,
    WMO_PURPOSE_URGENTIE,
    WMO_PURPOSE_ESCALATIE, /* draw number: zorgvorm */
    WMO_PURPOSE_NAAR_VERBLIJF,
    WMO_PURPOSE_DUUR_VERBLIJF,
    WMO_PURPOSE_TERUG_NA_UITVAL,
    WMO_PURPOSE_TERUG_NA_UITVAL_DUUR,
    WMO_PURPOSE_WEIGERING,   /* draw number: zorgvorm */
    WMO_PURPOSE_AFWIJZING,   /* draw number: aanbod */
    WMO_PURPOSE_BEMIDDELING, /* the same */
    WMO_PURPOSE_OPEN_VOORZIENING = 3100,
    WMO_PURPOSE_AANZUIGING,
    WMO_PURPOSE_PGB,
    WMO_PURPOSE_VERVOER,
    WMO_PURPOSE_RESPIJT,              /* draw number: zorgvorm */
    WMO_PURPOSE_NACHTEN,              /* of a request for kortdurend verblijf */
    WMO_PURPOSE_OVERGANG = 3200,      /* draw number: WMO_OVERGANG_DRAW */
    WMO_PURPOSE_ONDERAANNEMER = 3300, /* draw number: zorgvorm */
    WMO_PURPOSE_ZOEKTIJD_ONDERAANNEMER,
    WMO_PURPOSE_RESULTAAT = 3400, /* whether a new sum; draw number: zorgvorm, which */
    WMO_PURPOSE_OVERSTAP,         /* draw number: twice which evaluation */
    WMO_PURPOSE_BIJDRAGEGROEP,    /* of the person, in every episode */
    WMO_PURPOSE_AFZIEN,           /* draw number: zorgvorm */
    WMO_PURPOSE_RESULTAAT_BEGIN,  /* how long in care already */
};

enum wmo_beweging_draw {
    WMO_BEWEGING_BLENDED,
    WMO_BEWEGING_OPEN,
    WMO_BEWEGING_AANZUIGING,
    WMO_BEWEGING_WERKFIT,
};

enum wmo_purpose_zorgvorm {
    WMO_PURPOSE_UREN,
    WMO_PURPOSE_DUUR,
    WMO_PURPOSE_UITVAL,
    WMO_PURPOSE_AANBIEDER,
    WMO_PURPOSE_REDEN, /* of uitstroom; draw number: which reason */
    WMO_PURPOSE_TERUGVAL,
    WMO_PURPOSE_TERUGVAL_NA,
    WMO_PURPOSE_INTERVAL, /* between evaluations */
    WMO_PURPOSE_OPROEP,   /* of an inwoner, draw number: which; of a call: its length */
    WMO_PURPOSE_OORDEEL,  /* draw number: which evaluation */
    WMO_PURPOSE_ZORGVORM_COUNT
};

/* Of draws that belong to a medewerker, who has a name that no inwoner has. */
enum wmo_purpose_medewerker {
    WMO_PURPOSE_VERTREK,
    WMO_PURPOSE_DIENSTTIJD_BEGIN, /* time in dienst at the start */
    WMO_PURPOSE_VACATURE_DUUR,
    WMO_PURPOSE_VERVULBAAR, /* whether a werving leads to a contract */
    WMO_PURPOSE_TERUGKEER,  /* whether who leaves looks for other work */
    WMO_PURPOSE_ZIEK,       /* time until the next illness */
    WMO_PURPOSE_ZIEK_SOORT, /* short or long */
    WMO_PURPOSE_ZIEK_DUUR,
    WMO_PURPOSE_ZIEK_BEGIN, /* whether ill at the start */
    WMO_PURPOSE_SPECIALISME,
    WMO_PURPOSE_MARKT_INSTROOM,
    WMO_PURPOSE_MARKT_UITSTROOM,
    WMO_PURPOSE_OVERGANG_VERTREK, /* draw number: year */
    WMO_PURPOSE_OMVALLEN,         /* of an aanbieder, and so below */
    WMO_PURPOSE_OMVALLEN_PLAATS,  /* where among its medewerkers */
};

/* The first of three draws in a transition in [year], counted from the start. */
#define WMO_OVERGANG_DRAW(year, zorgvorm) \
    (4 * ((uint32_t)(year)*4096 + (uint32_t)(zorgvorm)))

static inline uint32_t wmo_purpose_of(enum wmo_purpose_zorgvorm purpose, int zorgvorm)
{
    return (uint32_t)(WMO_PURPOSE_PER_ZORGVORM + zorgvorm * WMO_PURPOSE_ZORGVORM_COUNT +
                      (int)purpose);
}

#endif
