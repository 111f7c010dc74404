/* models/uitkomst/measure.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/uitkomst/measure.h"

#define NORM "norm.wachttijd"

/* The four stelselindicatoren, and what explains them. */
#define BESCHIKBAARHEID "beschikbaarheid"
#define BEREIK "bereik"
#define KWALITEIT "kwaliteit"
#define BUDGET "budget"
#define VERKLAREND "verklarend"

/* clang-format off */
const struct sim_measure WMO_MEASURE[WMO_MEASURE_COUNT] = {
    /* name, unit, title, decimals, better, headline, norm_path, definition, group */
    [WMO_MEASURE_WACHTTIJD_GESTART] = {
        "wachttijd_gestart", "dagen", "wachttijd tot start", 1, SIM_BETTER_LOWER, true, NORM,
        "dagen van aanmelding tot start, gemiddeld over wie in de periode begon; wie meteen begon telt als 0", BESCHIKBAARHEID},
    [WMO_MEASURE_WACHTTIJD_MEDIAAN] = {
        "wachttijd_gestart_mediaan", "dagen", "mediane wachttijd tot start", 1, SIM_BETTER_LOWER, false, NORM,
        "de helft van wie in de periode begon wachtte korter; op 1/16 nauwkeurig", BESCHIKBAARHEID},
    [WMO_MEASURE_WACHTTIJD_P90] = {
        "wachttijd_gestart_p90", "dagen", "90e percentiel van de wachttijd tot start", 1, SIM_BETTER_LOWER, false, NORM,
        "negen van de tien die in de periode begonnen wachtten korter; op 1/16 nauwkeurig", BESCHIKBAARHEID},
    [WMO_MEASURE_WACHTTIJD_OP_LIJST] = {
        "wachttijd_op_lijst", "dagen", "tijd die wachtenden al op de lijst staan", 1, SIM_BETTER_LOWER, false, NORM,
        "dagen die inwoners op de wachtlijst tot dan toe wachten, gemiddeld over lijst en periode", BESCHIKBAARHEID},
    [WMO_MEASURE_LANGSTE_WACHT] = {
        "langste_wacht", "dagen", "langste wachttijd", 0, SIM_BETTER_LOWER, false, NORM,
        "langste tijd sinds de aanmelding van wie in de periode van de wachtlijst ging (gestart of uitgevallen) of er aan het eind van het jaar nog op stond", BESCHIKBAARHEID},
    [WMO_MEASURE_WACHTTIJD_URGENT] = {
        "wachttijd_urgent", "dagen", "wachttijd tot start van urgente inwoners", 1, SIM_BETTER_LOWER, false, NORM,
        "als wachttijd_gestart, over wie bij de aanmelding urgent was; leeg waar niemand urgent is", BESCHIKBAARHEID},
    [WMO_MEASURE_WACHTTIJD_NORMAAL] = {
        "wachttijd_niet_urgent", "dagen", "wachttijd tot start van andere inwoners", 1, SIM_BETTER_LOWER, false, NORM,
        "als wachttijd_gestart, over wie bij de aanmelding niet urgent was", BESCHIKBAARHEID},
    [WMO_MEASURE_BINNEN_NORM] = {
        "aandeel_binnen_norm", "%", "aandeel gestart binnen de norm", 1, SIM_BETTER_HIGHER, true, NULL,
        "van allen van wie de normdag (aanmelding plus norm.wachttijd) in de periode viel, het deel dat dan begonnen was; wie nog wacht of later uitviel telt mee als niet begonnen, wie eerder uitviel telt niet mee", BESCHIKBAARHEID},
    [WMO_MEASURE_WACHTLIJST] = {
        "wachtlijst", "inwoners", "inwoners op de wachtlijst", 1, SIM_BETTER_LOWER, true, NULL,
        "aantal inwoners op de wachtlijst, gemiddeld over de tijd", BESCHIKBAARHEID},
    [WMO_MEASURE_WACHTLIJST_EIND] = {
        "wachtlijst_eind", "inwoners", "inwoners op de wachtlijst aan het eind", 1, SIM_BETTER_LOWER, false, NULL,
        "aantal inwoners dat aan het eind van de periode nog wacht; bij 'totaal' het laatste jaar", BESCHIKBAARHEID},
    [WMO_MEASURE_GEEN_PLAATS] = {
        "geen_plaats", "inwoners", "geen plaats in de sociale basis", 1, SIM_BETTER_LOWER, false, NULL,
        "hulpvragen die bij de sociale basis pasten maar er geen plaats vonden, en naar het buurtteam gingen", BESCHIKBAARHEID},
    [WMO_MEASURE_TOT_BESLUIT] = {
        "dagen_tot_besluit", "dagen", "tijd van melding tot besluit", 1, SIM_BETTER_LOWER, false, NULL,
        "dagen van melding bij het buurtteam tot besluit, wachten meegerekend, gemiddeld over besluiten in de periode; zonder meldingen van voor de doorrekening; staat bij het buurtteam", BESCHIKBAARHEID},
    [WMO_MEASURE_ONDERZOEK_BINNEN] = {
        "onderzoek_binnen_termijn", "%", "onderzoek binnen de wettelijke termijn", 1, SIM_BETTER_HIGHER, false, NULL,
        "van alle meldingen waarvan de laatste dag voor het onderzoek (melding plus toegang.onderzoek_termijn) in de periode viel, het deel waarvan het onderzoek toen klaar was; wachten telt mee, wie eerder van de lijst ging niet; staat bij het buurtteam", BESCHIKBAARHEID},
    [WMO_MEASURE_BESLUIT_BINNEN] = {
        "besluit_binnen_termijn", "%", "besluit binnen de wettelijke termijn", 1, SIM_BETTER_HIGHER, false, NULL,
        "van alle meldingen waarvan de laatste dag voor het besluit (melding plus toegang.onderzoek_termijn en toegang.besluit_termijn) in de periode viel, het deel waarover toen besloten was; wachten telt mee, wie eerder van de lijst ging niet; staat bij het buurtteam", BESCHIKBAARHEID},
    [WMO_MEASURE_OVERBRUGD] = {
        "aandeel_overbrugd", "%", "wachtenden met overbruggingszorg", 1, SIM_BETTER_HIGHER, false, NULL,
        "van wie in de periode op een wachtlijst met overbruggingszorg kwam, het deel waarvoor toen uren en geld waren", BESCHIKBAARHEID},
    [WMO_MEASURE_PLAATSEN] = {
        "plaatsen", "plaatsen", "plaatsen in de sociale basis", 0, SIM_BETTER_NEUTRAL, false, NULL,
        "plaatsen die er zijn in de sociale basis, van instellingen, vrijwilligers en investeringen samen, gemiddeld over de tijd", BEREIK},
    [WMO_MEASURE_OPEN_GEEN_PLAATS] = {
        "open_geen_plaats", "inwoners", "geen plaats in een open voorziening", 1, SIM_BETTER_LOWER, false, NULL,
        "inwoners die in de periode naar een open voorziening konden maar er geen plaats vonden; wie was verwezen kreeg maatwerk", BESCHIKBAARHEID},
    [WMO_MEASURE_OPEN_IN_GEBRUIK] = {
        "open_in_gebruik", "plaatsen", "plaatsen in gebruik in open voorzieningen", 1, SIM_BETTER_NEUTRAL, false, NULL,
        "inwoners die een plaats van een open voorziening gebruiken, gemiddeld over de tijd; staat bij de sociale basis", BEREIK},
    [WMO_MEASURE_OPEN_GESTART] = {
        "open_gestart", "inwoners", "begonnen in een open voorziening", 1, SIM_BETTER_NEUTRAL, false, NULL,
        "inwoners die in de periode een plaats van een open voorziening kregen, aanzuiging meegerekend; staat bij de sociale basis", BEREIK},
    [WMO_MEASURE_OPEN_AANZUIGING] = {
        "open_aanzuiging", "inwoners", "aanzuiging van open voorzieningen", 1, SIM_BETTER_NEUTRAL, false, NULL,
        "van open_gestart, wie zonder open voorziening niet om ondersteuning had gevraagd", BEREIK},
    [WMO_MEASURE_PGB_GESTART] = {
        "pgb_gestart", "inwoners", "begonnen met een pgb", 1, SIM_BETTER_NEUTRAL, false, NULL,
        "inwoners die na hun aanmelding in de periode een pgb namen, en dus niet bij een aanbieder begonnen; niet in gestart", BEREIK},
    [WMO_MEASURE_PGB] = {
        "inwoners_met_pgb", "inwoners", "inwoners met een pgb", 1, SIM_BETTER_NEUTRAL, false, NULL,
        "inwoners die deze ondersteuning met een pgb inkopen, gemiddeld over de tijd; niet in inwoners_in_zorg", BEREIK},
    [WMO_MEASURE_VERVOER] = {
        "inwoners_met_vervoer", "inwoners", "inwoners met vervoer naar de groep", 1, SIM_BETTER_NEUTRAL, false, NULL,
        "van inwoners_in_zorg, wie met vervoer komt, gemiddeld over de tijd", BEREIK},
    [WMO_MEASURE_GEEN_VERVOER] = {
        "geen_vervoer", "inwoners", "op de lijst terwijl het vervoer vol was", 1, SIM_BETTER_LOWER, false, NULL,
        "inwoners die vervoer nodig hebben en in de periode op de lijst kwamen terwijl alle vervoersplaatsen van hun team bezet waren", BEREIK},
    [WMO_MEASURE_KORT_WACHTTIJD] = {
        "kortdurend_wachttijd", "dagen", "wachttijd op respijt", 1, SIM_BETTER_LOWER, false, NULL,
        "dagen van aanvraag tot bed, gemiddeld over gepland respijt dat in de periode begon; wie meteen een bed had telt als 0; staat, zoals alles van kortdurend verblijf, bij de sociale basis", BESCHIKBAARHEID},
    [WMO_MEASURE_KORT_AFGEWEZEN] = {
        "kortdurend_afgewezen", "aanvragen", "last-minute zonder bed", 1, SIM_BETTER_LOWER, false, NULL,
        "aanvragen van kortdurend verblijf op het laatste moment waarvoor in de periode geen bed vrij was", BESCHIKBAARHEID},
    [WMO_MEASURE_KORT_OPGEGEVEN] = {
        "kortdurend_opgegeven", "aanvragen", "adempauzes die niet op tijd kwamen", 1, SIM_BETTER_LOWER, false, NULL,
        "aanvragen van een adempauze die in de periode vervielen omdat er niet binnen kortdurend_verblijf.adempauze.wacht_hoogstens een bed was", BESCHIKBAARHEID},
    [WMO_MEASURE_KORT_AANVRAGEN] = {
        "kortdurend_aanvragen", "aanvragen", "aanvragen van kortdurend verblijf", 1, SIM_BETTER_NEUTRAL, false, NULL,
        "aanvragen van respijt, adempauze en last-minute samen in de periode; staat bij de sociale basis", BEREIK},
    [WMO_MEASURE_KORT_VERBLIJVEN] = {
        "kortdurend_verblijven", "verblijven", "begonnen kortdurend verblijf", 1, SIM_BETTER_NEUTRAL, false, NULL,
        "verblijven die in de periode begonnen: respijt, adempauze en last-minute samen", BEREIK},
    [WMO_MEASURE_KORT_ETMALEN] = {
        "kortdurend_etmalen", "etmalen", "etmalen kortdurend verblijf", 0, SIM_BETTER_NEUTRAL, false, NULL,
        "etmalen van de verblijven die in de periode begonnen, ook die na het einde ervan vallen", BEREIK},
    [WMO_MEASURE_SPREIDING_WIJKEN] = {
        "spreiding_wijken", "dagen", "spreiding van de wachttijd tussen wijken", 1, SIM_BETTER_LOWER, false, NULL,
        "standaardafwijking van wachttijd_gestart tussen wijken, gewogen naar wie begon: zoveel dagen scheelt de wijk van een inwoner gewoonlijk van de stad; in dagen en gewogen, zodat een korte wachttijd of een kleine wijk de maat niet opblaast (zoals bij Gini en bereik)", BESCHIKBAARHEID},

    [WMO_MEASURE_IN_ZORG] = {
        "inwoners_in_zorg", "inwoners", "inwoners in zorg", 1, SIM_BETTER_NEUTRAL, false, NULL,
        "aantal inwoners met ondersteuning (bij de sociale basis: met een plaats), gemiddeld over de tijd", BEREIK},
    [WMO_MEASURE_PER_1000] = {
        "in_zorg_per_1000", "inwoners/1000", "inwoners in zorg per 1.000 inwoners", 2, SIM_BETTER_NEUTRAL, false, NULL,
        "inwoners_in_zorg per 1.000 inwoners van de wijk of de stad, van alle leeftijden", BEREIK},
    [WMO_MEASURE_AANGEMELD] = {
        "aangemeld", "inwoners", "aanmeldingen", 1, SIM_BETTER_NEUTRAL, false, NULL,
        "aanmeldingen in de periode (bij de sociale basis: hulpvragen die daar passen)", BEREIK},
    [WMO_MEASURE_GESTART] = {
        "gestart", "inwoners", "gestart", 1, SIM_BETTER_NEUTRAL, false, NULL,
        "inwoners die in de periode met ondersteuning begonnen (instroom)", BEREIK},
    [WMO_MEASURE_DOORSTROOM] = {
        "doorstroom", "inwoners", "doorstroom", 1, SIM_BETTER_NEUTRAL, false, NULL,
        "deel van de uitstroom dat meteen voor een andere zorgvorm werd aangemeld; staat bij de zorgvorm waar de inwoner vandaan komt", BEREIK},
    [WMO_MEASURE_UITSTROOM] = {
        "uitstroom", "inwoners", "uitstroom", 1, SIM_BETTER_NEUTRAL, false, NULL,
        "inwoners van wie de ondersteuning in de periode eindigde; bij het buurtteam ook wie na het onderzoek werd aangemeld voor aanvullende zorg", BEREIK},
    [WMO_MEASURE_DOEL_BEREIKT] = {
        "uitstroom_doel_bereikt", "inwoners", "uitstroom: doel bereikt", 1, SIM_BETTER_NEUTRAL, false, NULL,
        "inwoners van wie de ondersteuning in de periode eindigde omdat zij niet meer nodig was; zonder wie naar een ander spoor ging", BEREIK},
    [WMO_MEASURE_NAAR_WLZ] = {
        "uitstroom_naar_wlz", "inwoners", "uitstroom: naar de Wlz", 1, SIM_BETTER_NEUTRAL, false, NULL,
        "inwoners die in de periode vanuit deze ondersteuning overgingen naar de Wlz", BEREIK},
    [WMO_MEASURE_NAAR_PARTICIPATIEWET] = {
        "uitstroom_naar_participatiewet", "inwoners", "uitstroom: naar de Participatiewet", 1, SIM_BETTER_NEUTRAL, false, NULL,
        "inwoners die in de periode vanuit deze ondersteuning werkfit overgingen naar de Participatiewet", BEREIK},
    [WMO_MEASURE_VERHUISD] = {
        "uitstroom_verhuisd", "inwoners", "uitstroom: verhuisd", 1, SIM_BETTER_NEUTRAL, false, NULL,
        "inwoners van wie de ondersteuning in de periode eindigde omdat zij de gemeente uit verhuisden", BEREIK},
    [WMO_MEASURE_OVERLEDEN] = {
        "uitstroom_overleden", "inwoners", "uitstroom: overleden", 1, SIM_BETTER_NEUTRAL, false, NULL,
        "inwoners van wie de ondersteuning in de periode eindigde door overlijden", BEREIK},
    [WMO_MEASURE_VERSCHOVEN] = {
        "verschoven_naar_buurtteam", "inwoners", "verschoven naar het buurtteam", 1, SIM_BETTER_NEUTRAL, false, NULL,
        "inwoners die het buurtteam zelf ondersteunt in plaats van ze aan te melden voor aanvullende zorg; staat bij het buurtteam", BEREIK},
    [WMO_MEASURE_CONSULTATIE] = {
        "dankzij_consultatie", "inwoners", "niet verwezen dankzij consultatie", 1, SIM_BETTER_NEUTRAL, false, NULL,
        "inwoners die het buurtteam na consultatie zelf ondersteunt in plaats van ze aan te melden voor aanvullende zorg; staat bij het buurtteam", BEREIK},
    [WMO_MEASURE_WERKFIT] = {
        "werkfit", "inwoners", "werkfit naar de Participatiewet", 1, SIM_BETTER_NEUTRAL, false, NULL,
        "inwoners die na het besluit werkfit naar de Participatiewet gingen in plaats van aangemeld te worden voor aanvullende zorg; staat bij het buurtteam; los van wie uit zorg daarheen gaat", BEREIK},
    [WMO_MEASURE_BESPAARD_GROEP] = {
        "bespaard_groep", "uren/week", "uren per week bespaard door groepen", 1, SIM_BETTER_NEUTRAL, false, NULL,
        "uren van medewerkers per week minder voor wie in de periode begon of werd geëvalueerd, doordat het aandeel uren in groepen groeide sinds het begin, of sinds de vorige keer", BEREIK},
    [WMO_MEASURE_BESPAARD_BLENDED] = {
        "bespaard_blended", "uren/week", "uren per week bespaard door blended ondersteuning", 1, SIM_BETTER_NEUTRAL, false, NULL,
        "uren van medewerkers per week minder voor wie in de periode begon of werd geëvalueerd, doordat het aandeel blended ondersteuning groeide sinds het begin, of sinds de vorige keer", BEREIK},

    [WMO_MEASURE_TERUGVAL] = {
        "terugval", "inwoners", "terugval", 1, SIM_BETTER_LOWER, false, NULL,
        "inwoners die in de periode terugkwamen met een nieuwe hulpvraag nadat zij in deze ondersteuning hun doel hadden bereikt", KWALITEIT},
    [WMO_MEASURE_GROEPEN] = {
        "groepen", "dagdelen/week", "open groepen", 1, SIM_BETTER_NEUTRAL, false, NULL,
        "groepen van een dagdeel per week, gemiddeld over de tijd; 0 waar niet in groepen wordt gewerkt", VERKLAREND},
    [WMO_MEASURE_GROEPSGROOTTE] = {
        "groepsgrootte", "inwoners/groep", "inwoners per groep", 2, SIM_BETTER_NEUTRAL, false, NULL,
        "dagdelen van inwoners gedeeld door open groepen, gemiddeld over de tijd", VERKLAREND},
    [WMO_MEASURE_OPROEPEN] = {
        "oproepen", "oproepen", "oproepen buiten afspraken om", 0, SIM_BETTER_NEUTRAL, false, NULL,
        "oproepen in de periode van inwoners in zorg aan wie dag en nacht bereikbaar is", BEREIK},
    [WMO_MEASURE_OPROEPEN_DIRECT] = {
        "oproepen_direct", "%", "oproepen die meteen worden beantwoord", 1, SIM_BETTER_HIGHER, false, NULL,
        "van de oproepen in de periode het deel waarbij iemand van dienst vrij was; de anderen wachten op hun beurt", KWALITEIT},
    [WMO_MEASURE_EVALUATIES] = {
        "evaluaties", "evaluaties", "evaluaties", 1, SIM_BETTER_NEUTRAL, false, NULL,
        "evaluaties van lopende ondersteuning in de periode", KWALITEIT},
    [WMO_MEASURE_OPGESCHAALD] = {
        "opgeschaald", "inwoners", "opgeschaald", 1, SIM_BETTER_NEUTRAL, false, NULL,
        "inwoners die in de periode na een evaluatie meer uren kregen, geteld als die beginnen", KWALITEIT},
    [WMO_MEASURE_AFGESCHAALD] = {
        "afgeschaald", "inwoners", "afgeschaald", 1, SIM_BETTER_NEUTRAL, false, NULL,
        "inwoners die in de periode na een evaluatie minder uren kregen in dezelfde zorgvorm", KWALITEIT},
    [WMO_MEASURE_NAAR_LICHTER] = {
        "uitstroom_naar_lichter", "inwoners", "uitstroom: naar een lichter spoor", 1, SIM_BETTER_HIGHER, false, NULL,
        "inwoners die in de periode na een evaluatie overgingen naar buurtteam of sociale basis; daar tellen zij niet als aangemeld of gestart", KWALITEIT},
    [WMO_MEASURE_WACHT_OP_OPSCHALING] = {
        "wacht_op_opschaling", "inwoners", "inwoners die op meer uren wachten", 1, SIM_BETTER_LOWER, false, NULL,
        "aantal inwoners in zorg dat volgens een evaluatie meer uren nodig heeft en die nog niet kreeg, gemiddeld over de tijd", KWALITEIT},
    [WMO_MEASURE_GEBLOKKEERD] = {
        "geblokkeerd", "inwoners", "inwoners die niet weg kunnen", 1, SIM_BETTER_LOWER, false, NULL,
        "aantal inwoners in zorg voor wie buurtteam of sociale basis genoeg is, maar waar daar geen ruimte is, gemiddeld over de tijd", KWALITEIT},
    [WMO_MEASURE_UITVAL] = {
        "uitval", "inwoners", "uitval van de wachtlijst", 1, SIM_BETTER_LOWER, false, NULL,
        "inwoners die in de periode van de wachtlijst gingen zonder te beginnen", KWALITEIT},
    [WMO_MEASURE_WISSELINGEN] = {
        "wisselingen", "inwoners", "wisselingen van begeleider", 1, SIM_BETTER_LOWER, false, NULL,
        "keren dat een inwoner in de periode een andere medewerker kreeg omdat de vorige er niet meer was: een collega, de opvolger, of na een nieuwe wachttijd; bij een groep alleen door een overgang", KWALITEIT},
    [WMO_MEASURE_TERUGGEZET] = {
        "teruggezet", "inwoners", "terug op de wachtlijst", 1, SIM_BETTER_LOWER, false, NULL,
        "inwoners die in de periode terug op de wachtlijst kwamen omdat hun medewerker er niet meer was; zij tellen ook als uitstroom, en als gestart zodra zij verder gaan, maar niet als nieuwe aanmelding", KWALITEIT},
    [WMO_MEASURE_OVERGEDRAGEN] = {
        "overgedragen", "inwoners", "overgedragen bij een overgang", 1, SIM_BETTER_LOWER, false, NULL,
        "inwoners die in de periode een andere begeleider kregen omdat een nieuwe aanbieder begon; ook bij een groep; telt mee in wisselingen", KWALITEIT},
    [WMO_MEASURE_OVERGANG_UITVAL] = {
        "uitval_overgang", "inwoners", "uitval bij een overgang", 1, SIM_BETTER_LOWER, false, NULL,
        "inwoners die in de periode met ondersteuning stopten toen zij zouden worden overgedragen aan een nieuwe aanbieder; telt mee in uitstroom, niet in uitval van de wachtlijst", KWALITEIT},
    [WMO_MEASURE_PASSEND] = {
        "passend_specialisme", "%", "passend specialisme", 1, SIM_BETTER_HIGHER, false, NULL,
        "van wie in de periode begon met ondersteuning waar een specialisme voor nodig is, het deel dat een medewerker met dat specialisme kreeg", KWALITEIT},
    [WMO_MEASURE_TERUGKEER] = {
        "terugkeer_na_uitval", "inwoners", "terugkeer na uitval", 1, SIM_BETTER_LOWER, false, NULL,
        "inwoners die in de periode terugkwamen met een nieuwe hulpvraag nadat zij van deze wachtlijst waren uitgevallen", KWALITEIT},
    [WMO_MEASURE_GEWEIGERD] = {
        "geweigerd", "inwoners", "plekken geweigerd door inwoners", 1, SIM_BETTER_LOWER, false, NULL,
        "inwoners die in de periode konden beginnen maar de aanbieder weigerden; wie dan naar een andere gaat telt daar weer als aangemeld en houdt de eigen aanmelddatum, wie vertrekt telt ook bij uitval", KWALITEIT},
    [WMO_MEASURE_AFGEWEZEN] = {
        "afgewezen", "inwoners", "inwoners afgewezen door aanbieders", 1, SIM_BETTER_LOWER, false, NULL,
        "inwoners die in de periode door de eerst gekozen aanbieder werden afgewezen; staat bij die aanbieder", KWALITEIT},
    [WMO_MEASURE_BEMIDDELD] = {
        "bemiddeld", "inwoners", "van wachtlijst naar een andere aanbieder", 1, SIM_BETTER_NEUTRAL, false, NULL,
        "keren dat een inwoner in de periode van de wachtlijst van een aanbieder naar een andere aanbieder ging, om daar meteen te beginnen of op een kortere lijst te wachten, met behoud van de aanmelddatum; staat bij de aanbieder die wordt verlaten", KWALITEIT},
    [WMO_MEASURE_ONDERAANNEMING] = {
        "onderaanneming", "inwoners", "inwoners voor wie een onderaannemer is gezocht", 1, SIM_BETTER_NEUTRAL, false, NULL,
        "wachtenden voor wie in de periode een cliëntgebonden onderaannemer is gevonden, omdat de aanbieders niet hebben wat zij nodig hebben", KWALITEIT},
    [WMO_MEASURE_OMGEVALLEN] = {
        "omgevallen", "aanbieders", "aanbieders die deels wegvielen", 2, SIM_BETTER_LOWER, false, NULL,
        "hoe vaak in de periode bij een aanbieder een deel van de medewerkers wegviel; staat bij de eerste zorgvorm van de aanbieder", KWALITEIT},
    [WMO_MEASURE_NIET_VERLENGD] = {
        "niet_verlengd", "aanbieders", "contracten die niet zijn verlengd", 2, SIM_BETTER_LOWER, false, NULL,
        "aanbieders van wie het contract aan het begin van de periode niet werd verlengd, zodat een andere partij hun teams overnam (contracten.*.verlengingen); staat bij de eerste zorgvorm van de aanbieder", KWALITEIT},
    [WMO_MEASURE_AFGEZIEN] = {
        "afgezien", "inwoners", "afgezien om de eigen bijdrage", 1, SIM_BETTER_LOWER, false, NULL,
        "inwoners die in de periode naar deze ondersteuning konden, en er om de eigen bijdrage van afzagen; niet bij aangemeld", BEREIK},
    [WMO_MEASURE_OVERGESTAPT] = {
        "overgestapt", "inwoners", "overgestapt naar een andere aanbieder", 1, SIM_BETTER_NEUTRAL, false, NULL,
        "inwoners in zorg die in de periode met hun budget naar een andere aanbieder gingen (bekostiging persoonsvolgend); staat bij de aanbieder die zij verlaten; zij tellen niet als uitstroom of gestart, wel als wisseling", KWALITEIT},
    [WMO_MEASURE_NIEUW_BEDRAG] = {
        "nieuw_bedrag", "inwoners", "nieuwe bedragen voor wie in zorg blijft", 1, SIM_BETTER_NEUTRAL, false, NULL,
        "bij bekostiging resultaatgericht: inwoners bij wie in de periode de termijn van het bedrag afliep terwijl de ondersteuning doorging, en voor wie een nieuw bedrag is afgesproken", BUDGET},
    [WMO_MEASURE_ZONDER_BEDRAG] = {
        "zonder_nieuw_bedrag", "inwoners", "in zorg na het einde van het bedrag", 1, SIM_BETTER_LOWER, false, NULL,
        "als nieuw_bedrag, maar er is geen nieuw bedrag: de aanbieder gaat onbetaald door", BUDGET},
    [WMO_MEASURE_ESCALATIE] = {
        "escalaties", "inwoners", "escalaties tijdens het wachten", 1, SIM_BETTER_LOWER, false, NULL,
        "wachtenden bij wie de nood in de periode escaleerde: zij hebben daarna meer uren nodig of gaan naar verblijf", KWALITEIT},
    [WMO_MEASURE_NAAR_VERBLIJF] = {
        "naar_verblijf", "inwoners", "van de wachtlijst naar verblijf", 1, SIM_BETTER_LOWER, false, NULL,
        "wachtenden die na een escalatie in de periode naar beschermd wonen of opvang gingen; zij tellen niet mee bij uitval", KWALITEIT},

    [WMO_MEASURE_BEGROOT] = {
        "begroot", "euro", "begroot", 0, SIM_BETTER_NEUTRAL, false, NULL,
        "plafond: het budget van de zorgvorm in euro's van het jaar", BUDGET},
    [WMO_MEASURE_GEBOEKT] = {
        "geboekt", "euro", "geboekte kosten", 0, SIM_BETTER_NEUTRAL, true, NULL,
        "kostprijs van de ingezette uren plus activiteitkosten, in euro's van het jaar; begroot min geboekt is niet ingezet", BUDGET},
    [WMO_MEASURE_UITGAVEN] = {
        "uitgaven", "euro", "alle uitgaven", 0, SIM_BETTER_NEUTRAL, false, NULL,
        "wat er in de periode is geboekt, elke euro een keer: geboekt, en daarnaast pgb's buiten het budget van een zorgvorm, verblijf na wachten en contractbeheer, en bij de sociale basis open voorzieningen, investeringen en kortdurend verblijf; in euro's van het jaar", BUDGET},
    [WMO_MEASURE_EIGEN_BIJDRAGEN] = {
        "eigen_bijdragen", "euro", "eigen bijdragen", 0, SIM_BETTER_NEUTRAL, false, NULL,
        "wat inwoners met ondersteuning, in natura of met een pgb, in de periode zelf betalen (eigen_bijdrage), in euro's van het jaar; gaat niet van geboekt of uitgaven af", BUDGET},
    [WMO_MEASURE_NETTO_UITGAVEN] = {
        "netto_uitgaven", "euro", "uitgaven min eigen bijdragen", 0, SIM_BETTER_NEUTRAL, false, NULL,
        "uitgaven min eigen_bijdragen: wat de ondersteuning de gemeente kost", BUDGET},
    [WMO_MEASURE_BETAALD] = {
        "betaald", "euro", "betaald aan aanbieders", 0, SIM_BETTER_NEUTRAL, false, NULL,
        "wat de gemeente aanbieders betaalt: begroot waar een taak wordt betaald (taakgericht, vierkant, populatie), anders geboekt", BUDGET},
    [WMO_MEASURE_RESULTAAT_AANBIEDER] = {
        "resultaat_aanbieder", "euro", "resultaat van aanbieders", 0, SIM_BETTER_NEUTRAL, false, NULL,
        "betaald min wat aanbieders eraan uitgeven: medewerkers in dienst tegen kostprijs_fte, aan het werk of niet, activiteiten, vervoer en pgb's uit het budget; onder nul is een tekort; per wijk alleen van wijkteams", BUDGET},
    [WMO_MEASURE_UITNUTTING] = {
        "uitnutting", "%", "uitnutting van het budget", 1, SIM_BETTER_NEUTRAL, false, NULL,
        "geboekt als deel van begroot; boven 100 is er meer ingezet dan begroot", BUDGET},
    [WMO_MEASURE_TERUGGEGEVEN] = {
        "teruggegeven", "euro", "terug naar de gemeente", 0, SIM_BETTER_NEUTRAL, false, NULL,
        "wat er aan het eind van het jaar van het budget over was en niet in reserve bleef, met de hele reserve als het contract dan eindigt of niet wordt verlengd; per wijk alleen van wijkteams", BUDGET},
    [WMO_MEASURE_RESERVE] = {
        "reserve", "euro", "reserve van aanbieders", 0, SIM_BETTER_NEUTRAL, false, NULL,
        "wat er aan het eind van het jaar overbleef en het volgende jaar het plafond verhoogt; bij 'totaal' het laatste jaar; per wijk alleen van wijkteams", BUDGET},
    [WMO_MEASURE_TEKORT] = {
        "tekort", "euro", "tekort van aanbieders", 0, SIM_BETTER_LOWER, false, NULL,
        "wat er meer is geboekt dan budget en reserve samen, zoals bij een krimpend budget; per wijk alleen van wijkteams", BUDGET},
    [WMO_MEASURE_SOCIAL_RETURN] = {
        "social_return", "euro", "social return", 0, SIM_BETTER_NEUTRAL, false, NULL,
        "deel van het budget van de aanvullende zorg dat volgens het contract naar werk voor mensen met een afstand tot de arbeidsmarkt gaat; telt niet apart in de kosten", BUDGET},
    [WMO_MEASURE_BUDGET_VERSCHOVEN] = {
        "budget_verschoven", "euro", "verschoven budget", 0, SIM_BETTER_NEUTRAL, false, NULL,
        "deel van het budget dat voor verschoven inwoners of open voorzieningen van een ander spoor kwam, of met een minteken erheen ging; sociale basis en totaal samen zijn nul; in euro's van het jaar", BUDGET},
    [WMO_MEASURE_KOSTEN_PER_INWONER] = {
        "kosten_per_inwoner", "euro/jaar", "kosten per inwoner in zorg", 0, SIM_BETTER_NEUTRAL, false, NULL,
        "geboekte kosten gedeeld door inwoners_in_zorg, per jaar, in euro's van het jaar", BUDGET},
    [WMO_MEASURE_KOSTEN_ONDERSTEUNING] = {
        "kosten_ondersteuning", "euro", "kosten van ondersteuning", 0, SIM_BETTER_NEUTRAL, false, NULL,
        "van geboekt, de kostprijs van de uren van medewerkers voor wie in zorg is, met reistijd en alle uren van groepen", BUDGET},
    [WMO_MEASURE_KOSTEN_ACTIVITEITEN] = {
        "kosten_activiteiten", "euro", "kosten van activiteiten", 0, SIM_BETTER_NEUTRAL, false, NULL,
        "van geboekt, de activiteitkosten van wie in zorg is", BUDGET},
    [WMO_MEASURE_KOSTEN_CONSULTATIE] = {
        "kosten_consultatie", "euro", "kosten van consultatie", 0, SIM_BETTER_NEUTRAL, false, NULL,
        "van geboekt, de kostprijs van de uren die voor consultatie vrij worden gehouden", BUDGET},
    [WMO_MEASURE_KOSTEN_OVERIG] = {
        "kosten_overige_uren", "euro", "kosten van overige uren", 0, SIM_BETTER_NEUTRAL, false, NULL,
        "van geboekt, de kostprijs van uren voor overig werk dan consultatie: bereikbaarheid, overbrugging, contact met wachtenden, coördinatie en beschikkingen", BUDGET},
    [WMO_MEASURE_KOSTEN_CONTRACT] = {
        "kosten_contractbeheer", "euro", "kosten van contractbeheer", 0, SIM_BETTER_LOWER, false, NULL,
        "wat het beheer van contracten de gemeente kost, per aanbieder (aanbieders.*.contractlast); niet in geboekt; alleen voor de hele stad, bij een zorgvorm van de aanbieder", BUDGET},
    [WMO_MEASURE_INVESTERING] = {
        "investering_sociale_basis", "euro", "investering in de sociale basis", 0, SIM_BETTER_NEUTRAL, false, NULL,
        "wat investeringen in plaatsen van de sociale basis in de periode kosten, in euro's van het jaar; staat los van de begrotingsposten", BUDGET},
    [WMO_MEASURE_OPEN_KOSTEN] = {
        "open_kosten", "euro", "kosten van open voorzieningen", 0, SIM_BETTER_NEUTRAL, false, NULL,
        "wat de plaatsen van open voorzieningen in de periode kosten, in gebruik of niet, in euro's van het jaar; niet in geboekt, ook niet als zij uit het budget van een zorgvorm komen", BUDGET},
    [WMO_MEASURE_KOSTEN_ZWAARDER] = {
        "kosten_zwaardere_vraag", "euro", "kosten doordat de vraag zwaarder werd", 0, SIM_BETTER_LOWER, false, NULL,
        "deel van de geboekte kosten: uren die extra nodig zijn na een escalatie of een terugkeer, zolang de ondersteuning duurt", BUDGET},
    [WMO_MEASURE_KOSTEN_VERBLIJF] = {
        "kosten_verblijf", "euro", "kosten van verblijf na wachten", 0, SIM_BETTER_LOWER, false, NULL,
        "kosten van beschermd wonen en opvang voor wie daar vanaf deze wachtlijst heen ging, zolang het duurt; buiten de begroting en niet bij geboekt", BUDGET},
    [WMO_MEASURE_KOSTEN_WACHTEN] = {
        "kosten_van_wachten", "euro", "kosten van uitgestelde vraag", 0, SIM_BETTER_LOWER, false, NULL,
        "kosten_zwaardere_vraag plus kosten_verblijf: wat later duurder werd doordat iemand wachtte of uitviel", BUDGET},
    [WMO_MEASURE_PGB_KOSTEN] = {
        "pgb_kosten", "euro", "kosten van pgb's", 0, SIM_BETTER_NEUTRAL, false, NULL,
        "wat pgb's in de periode kosten, in euro's van het jaar; ook in geboekt als zij uit het budget van de zorgvorm komen (pgb.uit_budget_zorgvorm)", BUDGET},
    [WMO_MEASURE_VERVOER_KOSTEN] = {
        "kosten_vervoer", "euro", "kosten van vervoer", 0, SIM_BETTER_NEUTRAL, false, NULL,
        "van geboekt, wat het vervoer naar groepen in de periode kost, in euro's van het jaar", BUDGET},
    [WMO_MEASURE_KORT_BEGROOT] = {
        "kortdurend_begroot", "euro", "budget voor kortdurend verblijf", 0, SIM_BETTER_NEUTRAL, false, NULL,
        "deel van een begrotingspost dat voor kortdurend verblijf is, in euro's van het jaar; geen plafond; niet in begroot", BUDGET},
    [WMO_MEASURE_KORT_KOSTEN] = {
        "kortdurend_kosten", "euro", "kosten van kortdurend verblijf", 0, SIM_BETTER_NEUTRAL, false, NULL,
        "etmalen van de verblijven die in de periode begonnen, maal de prijs van dat jaar; niet in geboekt", BUDGET},

    [WMO_MEASURE_KORT_BEZETTING] = {
        "kortdurend_bezetting", "%", "bezetting van de bedden", 1, SIM_BETTER_NEUTRAL, false, NULL,
        "bedden voor kortdurend verblijf waarin iemand verblijft als deel van alle, gemiddeld over de tijd; alleen voor de hele stad", VERKLAREND},
    [WMO_MEASURE_BEZETTING] = {
        "bezetting", "%", "bezetting", 1, SIM_BETTER_NEUTRAL, false, NULL,
        "ingezette uren van medewerkers, met overige uren, als deel van hun directe uren (bij de sociale basis: plaatsen); wie kort ziek is telt aan beide kanten mee; per wijk alleen van wijkteams", VERKLAREND},
    [WMO_MEASURE_OVERIGE_UREN] = {
        "overige_uren", "uren/week", "uren voor overig werk", 1, SIM_BETTER_NEUTRAL, false, NULL,
        "uren per week voor overbrugging, contact met wachtenden, coördinatie, beschikkingen en consultatie, gemiddeld over de tijd; per wijk alleen van wijkteams", VERKLAREND},
    [WMO_MEASURE_FTE] = {
        "fte", "fte", "formatie", 1, SIM_BETTER_NEUTRAL, false, NULL,
        "formatie volgens het formatieplan, gemiddeld over de tijd; per wijk alleen van wijkteams", VERKLAREND},
    [WMO_MEASURE_FTE_AANWEZIG] = {
        "fte_aanwezig", "fte", "bezetting in fte", 1, SIM_BETTER_HIGHER, false, NULL,
        "formatie waarop iemand werkt die er is, gemiddeld over de tijd: zonder vacatures en zonder wie ziek is; per wijk alleen van wijkteams", VERKLAREND},
    [WMO_MEASURE_FTE_PRODUCTIEF] = {
        "fte_productief", "fte", "productieve fte", 1, SIM_BETTER_HIGHER, false, NULL,
        "uren die medewerkers voor inwoners hebben, in fte, gemiddeld over de tijd: wie wordt ingewerkt telt voor een deel; per wijk alleen van wijkteams", VERKLAREND},
    [WMO_MEASURE_VACATURES] = {
        "vacatures", "vacatures", "vacatures", 1, SIM_BETTER_LOWER, false, NULL,
        "plaatsen in de formatie waarop niemand werkt, gemiddeld over de tijd; per wijk alleen van wijkteams", VERKLAREND},
    [WMO_MEASURE_VERZUIM] = {
        "verzuim", "%", "ziekteverzuim", 1, SIM_BETTER_LOWER, false, NULL,
        "deel van de tijd in dienst dat medewerkers ziek zijn, kort of lang; per wijk alleen van wijkteams", VERKLAREND},
    [WMO_MEASURE_CASELOAD] = {
        "caseload", "inwoners/fte", "caseload", 1, SIM_BETTER_NEUTRAL, false, NULL,
        "inwoners die door een team worden ondersteund, per fte die er is; per wijk alleen van wijkteams", VERKLAREND},
    [WMO_MEASURE_OVERGANG_UREN] = {
        "uren_verloren_overgang", "uren", "uren verloren door een overgang", 0, SIM_BETTER_LOWER, false, NULL,
        "uren die medewerkers in de periode minder gaven doordat een nieuwe aanbieder begon: lagere productiviteit en overdrachten; zonder de vacatures van wie niet meeging; per wijk alleen van wijkteams", VERKLAREND},
    [WMO_MEASURE_VERLOOP] = {
        "verloop", "%/jaar", "verloop van medewerkers", 1, SIM_BETTER_LOWER, false, NULL,
        "medewerkers die per jaar hun team verlieten als deel van de medewerkers in dienst; per wijk alleen van wijkteams", VERKLAREND},
};
/* clang-format on */

bool wmo_measure_has_months(enum wmo_measure measure)
{
    switch (measure) {
    case WMO_MEASURE_WACHTTIJD_GESTART:
    case WMO_MEASURE_WACHTTIJD_OP_LIJST:
    case WMO_MEASURE_BINNEN_NORM:
    case WMO_MEASURE_WACHTLIJST:
    case WMO_MEASURE_GEEN_PLAATS:
    case WMO_MEASURE_TOT_BESLUIT:
    case WMO_MEASURE_BESLUIT_BINNEN:
    case WMO_MEASURE_IN_ZORG:
    case WMO_MEASURE_AANGEMELD:
    case WMO_MEASURE_GESTART:
    case WMO_MEASURE_UITSTROOM:
    case WMO_MEASURE_VERSCHOVEN:
    case WMO_MEASURE_UITVAL:
    case WMO_MEASURE_BEZETTING:
    case WMO_MEASURE_FTE:
        return true;
    default:
        return false;
    }
}

bool wmo_measure_has_doelgroepen(enum wmo_measure measure)
{
    switch (measure) {
    case WMO_MEASURE_WACHTTIJD_GESTART:
    case WMO_MEASURE_WACHTTIJD_MEDIAAN:
    case WMO_MEASURE_WACHTTIJD_P90:
    case WMO_MEASURE_WACHTTIJD_OP_LIJST:
    case WMO_MEASURE_BINNEN_NORM:
    case WMO_MEASURE_WACHTLIJST:
    case WMO_MEASURE_GEEN_PLAATS:
    case WMO_MEASURE_IN_ZORG:
    case WMO_MEASURE_AANGEMELD:
    case WMO_MEASURE_GESTART:
    case WMO_MEASURE_UITSTROOM:
    case WMO_MEASURE_VERSCHOVEN:
    case WMO_MEASURE_TERUGVAL:
    case WMO_MEASURE_UITVAL:
        return true;
    default:
        return false;
    }
}

enum wmo_scope wmo_measure_scope(enum wmo_measure measure)
{
    switch (measure) {
    case WMO_MEASURE_WACHTTIJD_URGENT:
    case WMO_MEASURE_WACHTTIJD_NORMAAL:
    case WMO_MEASURE_SPREIDING_WIJKEN:
    case WMO_MEASURE_KORT_BEZETTING:
    case WMO_MEASURE_KORT_BEGROOT:
        return WMO_SCOPE_STAD;
    case WMO_MEASURE_WACHTTIJD_GESTART:
    case WMO_MEASURE_WACHTTIJD_OP_LIJST:
    case WMO_MEASURE_BINNEN_NORM:
    case WMO_MEASURE_WACHTLIJST:
    case WMO_MEASURE_WACHTLIJST_EIND:
    case WMO_MEASURE_IN_ZORG:
    case WMO_MEASURE_AANGEMELD:
    case WMO_MEASURE_GESTART:
    case WMO_MEASURE_UITSTROOM:
    case WMO_MEASURE_UITVAL:
    case WMO_MEASURE_GEWEIGERD:
    case WMO_MEASURE_AFGEWEZEN:
    case WMO_MEASURE_OVERGESTAPT:
    case WMO_MEASURE_BEMIDDELD:
    case WMO_MEASURE_OVERIGE_UREN:
    case WMO_MEASURE_BEGROOT:
    case WMO_MEASURE_GEBOEKT:
    case WMO_MEASURE_UITGAVEN:
    case WMO_MEASURE_BETAALD:
    case WMO_MEASURE_RESULTAAT_AANBIEDER:
    case WMO_MEASURE_KOSTEN_ONDERSTEUNING:
    case WMO_MEASURE_KOSTEN_ACTIVITEITEN:
    case WMO_MEASURE_KOSTEN_CONSULTATIE:
    case WMO_MEASURE_KOSTEN_OVERIG:
    case WMO_MEASURE_KOSTEN_CONTRACT:
    case WMO_MEASURE_UITNUTTING:
    case WMO_MEASURE_BEZETTING:
    case WMO_MEASURE_FTE:
        return WMO_SCOPE_ALLES;
    default:
        return WMO_SCOPE_WIJKEN;
    }
}
