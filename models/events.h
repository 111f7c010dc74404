/* models/events.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can happen: the list of event types, with their handlers in events.c.
 */
#ifndef WMO_EVENTS_H
#define WMO_EVENTS_H

#include "sim/engine/engine.h"

enum wmo_event {
    WMO_EVENT_JAAR,              /* entity: index of the year that begins */
    WMO_EVENT_MAAND,             /* entity: month that begins, from the start */
    WMO_EVENT_PLAATSEN,          /* entity: none; of the sociale basis */
    WMO_EVENT_HULPVRAAG,         /* entity: wijk */
    WMO_EVENT_AANMELDING,        /* entity: instroomroute x wijk_count + wijk */
    WMO_EVENT_UIT_SOCIALE_BASIS, /* entity: inwoner, and so below */
    WMO_EVENT_UIT_OPEN,
    WMO_EVENT_UIT_PGB,
    WMO_EVENT_EINDE_ONDERZOEK,
    WMO_EVENT_BESLUIT,
    WMO_EVENT_UITSTROOM,
    WMO_EVENT_UITVAL,
    WMO_EVENT_ZOEKTIJD,
    WMO_EVENT_TERUGVAL,
    WMO_EVENT_ESCALATIE,
    WMO_EVENT_UIT_VERBLIJF,
    WMO_EVENT_TERUGKEER,
    WMO_EVENT_BESCHIKKING, /* entity: team */
    WMO_EVENT_VERTREK,     /* entity: medewerker, and so below */
    WMO_EVENT_INGEWERKT,
    WMO_EVENT_OVERGENOMEN,
    WMO_EVENT_ZIEK,
    WMO_EVENT_HERSTELD,
    WMO_EVENT_OVERDRAGEN,
    WMO_EVENT_VERVULD,
    WMO_EVENT_WERKZOEKENDE, /* entity: none, and so below */
    WMO_EVENT_GEEN_WERKZOEKENDE,
    WMO_EVENT_EVALUATIE,
    WMO_EVENT_HERINDICATIE,
    WMO_EVENT_TERMIJN,              /* of a sum for a result */
    WMO_EVENT_OVERGANG,             /* handing over in a transition */
    WMO_EVENT_OVERGANG_OVERGENOMEN, /* entity: medewerker */
    WMO_EVENT_OPROEP,
    WMO_EVENT_EINDE_OPROEP,     /* entity: zorgvorm */
    WMO_EVENT_AANVRAAG,         /* entity: soort x wijk_count + wijk; of a bed */
    WMO_EVENT_OPGEGEVEN,        /* entity: aanvraag */
    WMO_EVENT_EINDE_KORTDUREND, /* entity: bed */
    WMO_EVENT_OMVALLEN,         /* entity: aanbieder, and so below */
    WMO_EVENT_OMVALLEN_VOORBIJ,
    WMO_EVENT_BEMIDDELING, /* entity: none */
    WMO_EVENT_COUNT
};

extern const struct sim_event_type WMO_EVENT_TYPE[WMO_EVENT_COUNT];

#endif
