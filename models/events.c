/* models/events.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/events.h"

#include "models/bekostiging/resultaat.h"
#include "models/personeel/arbeidsmarkt.h"
#include "models/zorg/bedden.h"
#include "models/zorg/evaluatie.h"
#include "models/gemeente/gemeente.h"
#include "models/beweging/open_voorziening.h"
#include "models/organisatie/omvallen.h"
#include "models/organisatie/overgang.h"
#include "models/personeel/overdracht.h"
#include "models/traject/bemiddeling.h"
#include "models/traject/pgb.h"
#include "models/gemeente/sociale_basis.h"
#include "models/personeel/specialisme.h"
#include "models/traject/traject.h"
#include "models/zorg/uitstroom.h"
#include "models/personeel/verzuim.h"

static enum sim_status on_jaar(void *model, uint32_t year_index)
{
    return wmo_gemeente_new_year(model, (int)year_index);
}

static enum sim_status on_maand(void *model, uint32_t month)
{
    return wmo_gemeente_new_month(model, (int)month);
}

const struct sim_event_type WMO_EVENT_TYPE[WMO_EVENT_COUNT] = {
    [WMO_EVENT_JAAR] = {"jaar", on_jaar, SIM_PRIORITY_POLICY},
    [WMO_EVENT_MAAND] = {"maand", on_maand, SIM_PRIORITY_POLICY},
    [WMO_EVENT_PLAATSEN] = {"plaatsen", wmo_sociale_basis_plaatsen_event,
                            SIM_PRIORITY_POLICY},
    [WMO_EVENT_HULPVRAAG] = {"hulpvraag", wmo_traject_hulpvraag, SIM_PRIORITY_ARRIVAL},
    [WMO_EVENT_AANMELDING] = {"aanmelding", wmo_traject_aanmelding,
                              SIM_PRIORITY_ARRIVAL},
    [WMO_EVENT_UIT_SOCIALE_BASIS] = {"uit sociale basis", wmo_sociale_basis_uit,
                                     SIM_PRIORITY_RELEASE},
    [WMO_EVENT_UIT_OPEN] = {"uit open voorziening", wmo_open_voorziening_uit,
                            SIM_PRIORITY_RELEASE},
    [WMO_EVENT_UIT_PGB] = {"uit pgb", wmo_pgb_uit, SIM_PRIORITY_RELEASE},
    [WMO_EVENT_EINDE_ONDERZOEK] = {"einde onderzoek", wmo_traject_einde_onderzoek,
                                   SIM_PRIORITY_RELEASE},
    [WMO_EVENT_BESLUIT] = {"besluit", wmo_traject_besluit, SIM_PRIORITY_RELEASE},
    [WMO_EVENT_BESCHIKKING] = {"beschikking", wmo_toegang_beschikking_ready,
                               SIM_PRIORITY_RELEASE},
    [WMO_EVENT_UITSTROOM] = {"uitstroom", wmo_traject_uitstroom, SIM_PRIORITY_RELEASE},
    [WMO_EVENT_UITVAL] = {"uitval", wmo_traject_uitval, SIM_PRIORITY_RENEGE},
    [WMO_EVENT_ESCALATIE] = {"escalatie", wmo_wachten_escalatie, SIM_PRIORITY_RENEGE},
    [WMO_EVENT_UIT_VERBLIJF] = {"uit verblijf", wmo_wachten_uit_verblijf,
                                SIM_PRIORITY_RELEASE},
    [WMO_EVENT_TERUGKEER] = {"terugkeer", wmo_wachten_terugkeer, SIM_PRIORITY_ARRIVAL},
    [WMO_EVENT_TERUGVAL] = {"terugval", wmo_uitstroom_terugval, SIM_PRIORITY_ARRIVAL},
    [WMO_EVENT_VERTREK] = {"vertrek", wmo_medewerker_vertrek, SIM_PRIORITY_RELEASE},
    [WMO_EVENT_INGEWERKT] = {"ingewerkt", wmo_medewerker_ingewerkt,
                             SIM_PRIORITY_RELEASE},
    [WMO_EVENT_OVERGENOMEN] = {"overgenomen", wmo_overdracht_overgenomen,
                               SIM_PRIORITY_RELEASE},
    [WMO_EVENT_ZIEK] = {"ziek", wmo_verzuim_ziek, SIM_PRIORITY_RELEASE},
    [WMO_EVENT_HERSTELD] = {"hersteld", wmo_verzuim_hersteld, SIM_PRIORITY_RELEASE},
    [WMO_EVENT_OVERDRAGEN] = {"overdragen", wmo_verzuim_overdragen,
                              SIM_PRIORITY_RELEASE},
    [WMO_EVENT_ZOEKTIJD] = {"zoektijd", wmo_specialisme_zoektijd, SIM_PRIORITY_RENEGE},
    [WMO_EVENT_VERVULD] = {"vervuld", wmo_arbeidsmarkt_vervuld, SIM_PRIORITY_RELEASE},
    [WMO_EVENT_WERKZOEKENDE] = {"werkzoekende", wmo_arbeidsmarkt_instroom,
                                SIM_PRIORITY_ARRIVAL},
    [WMO_EVENT_GEEN_WERKZOEKENDE] = {"geen werkzoekende", wmo_arbeidsmarkt_uitstroom,
                                     SIM_PRIORITY_RENEGE},
    [WMO_EVENT_EVALUATIE] = {"evaluatie", wmo_evaluatie_evaluatie,
                             SIM_PRIORITY_RELEASE},
    [WMO_EVENT_TERMIJN] = {"einde termijn", wmo_resultaat_einde_termijn,
                           SIM_PRIORITY_RELEASE},
    [WMO_EVENT_OVERGANG] = {"overgang", wmo_overgang_overdracht, SIM_PRIORITY_RELEASE},
    [WMO_EVENT_OVERGANG_OVERGENOMEN] = {"overgang overgenomen",
                                        wmo_overgang_overgenomen, SIM_PRIORITY_RELEASE},
    [WMO_EVENT_OPROEP] = {"oproep", wmo_bereikbaarheid_oproep, SIM_PRIORITY_ARRIVAL},
    [WMO_EVENT_EINDE_OPROEP] = {"einde oproep", wmo_bereikbaarheid_einde_oproep,
                                SIM_PRIORITY_RELEASE},
    [WMO_EVENT_AANVRAAG] = {"aanvraag", wmo_bedden_aanvraag, SIM_PRIORITY_ARRIVAL},
    [WMO_EVENT_OPGEGEVEN] = {"opgegeven", wmo_bedden_opgegeven, SIM_PRIORITY_RENEGE},
    [WMO_EVENT_EINDE_KORTDUREND] = {"einde kortdurend verblijf",
                                    wmo_bedden_einde_verblijf, SIM_PRIORITY_RELEASE},
    [WMO_EVENT_HERINDICATIE] = {"herindicatie", wmo_evaluatie_herindicatie,
                                SIM_PRIORITY_RELEASE},
    [WMO_EVENT_OMVALLEN] = {"omvallen", wmo_omvallen_valt, SIM_PRIORITY_RELEASE},
    [WMO_EVENT_OMVALLEN_VOORBIJ] = {"omvallen voorbij", wmo_omvallen_voorbij,
                                    SIM_PRIORITY_RELEASE},
    [WMO_EVENT_BEMIDDELING] = {"bemiddeling", wmo_bemiddeling_vergelijk,
                               SIM_PRIORITY_POLICY},
};
