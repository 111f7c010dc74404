/* models/measure.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/measure.h"

#include <math.h>

#define NORM "norm.wachttijd"

/* clang-format off */
const struct sim_measure WMO_MEASURE[WMO_MEASURE_COUNT] = {
    /* name, unit, title, decimals, better, headline, norm_path, definition */
    [WMO_MEASURE_WACHTTIJD_GESTART] = {
        "wachttijd_gestart", "dagen", "wachttijd tot start", 1, SIM_BETTER_LOWER, true, NORM,
        "dagen van aanmelding tot start, gemiddeld over wie in de periode begon; wie meteen begon telt als 0"},
    [WMO_MEASURE_WACHTTIJD_MEDIAAN] = {
        "wachttijd_gestart_mediaan", "dagen", "mediane wachttijd tot start", 1, SIM_BETTER_LOWER, false, NORM,
        "de helft van wie in de periode begon wachtte korter; op 1/16 nauwkeurig"},
    [WMO_MEASURE_WACHTTIJD_P90] = {
        "wachttijd_gestart_p90", "dagen", "90e percentiel van de wachttijd tot start", 1, SIM_BETTER_LOWER, false, NORM,
        "negen van de tien die in de periode begonnen wachtten korter; op 1/16 nauwkeurig"},
    [WMO_MEASURE_WACHTTIJD_OP_LIJST] = {
        "wachttijd_op_lijst", "dagen", "tijd die wachtenden al op de lijst staan", 1, SIM_BETTER_LOWER, false, NORM,
        "dagen die inwoners op de wachtlijst tot dan toe wachten, gemiddeld over lijst en periode"},
    [WMO_MEASURE_BINNEN_NORM] = {
        "aandeel_binnen_norm", "%", "aandeel gestart binnen de norm", 1, SIM_BETTER_HIGHER, true, NULL,
        "van allen van wie de normdag (aanmelding plus norm.wachttijd) in de periode viel, het deel dat dan begonnen was; wie nog wacht of later uitviel telt mee als niet begonnen, wie eerder uitviel telt niet mee"},
    [WMO_MEASURE_WACHTLIJST] = {
        "wachtlijst", "inwoners", "inwoners op de wachtlijst", 1, SIM_BETTER_LOWER, true, NULL,
        "aantal inwoners op de wachtlijst, gemiddeld over de tijd"},
    [WMO_MEASURE_WACHTLIJST_EIND] = {
        "wachtlijst_eind", "inwoners", "inwoners op de wachtlijst op 31 december", 1, SIM_BETTER_LOWER, false, NULL,
        "aantal inwoners dat aan het eind van het jaar nog wacht; bij 'totaal' het laatste jaar"},
    [WMO_MEASURE_IN_ZORG] = {
        "inwoners_in_zorg", "inwoners", "inwoners in zorg", 1, SIM_BETTER_NEUTRAL, false, NULL,
        "aantal inwoners met ondersteuning (bij de sociale basis: met een plaats), gemiddeld over de tijd"},
    [WMO_MEASURE_AANGEMELD] = {
        "aangemeld", "inwoners", "aanmeldingen", 1, SIM_BETTER_NEUTRAL, false, NULL,
        "aanmeldingen in de periode (bij de sociale basis: hulpvragen die daar passen)"},
    [WMO_MEASURE_GESTART] = {
        "gestart", "inwoners", "gestart", 1, SIM_BETTER_NEUTRAL, false, NULL,
        "inwoners die in de periode met ondersteuning begonnen"},
    [WMO_MEASURE_UITSTROOM] = {
        "uitstroom", "inwoners", "uitstroom", 1, SIM_BETTER_NEUTRAL, false, NULL,
        "inwoners van wie de ondersteuning in de periode eindigde; bij het buurtteam ook wie na het onderzoek werd aangemeld voor aanvullende zorg"},
    [WMO_MEASURE_DOEL_BEREIKT] = {
        "uitstroom_doel_bereikt", "inwoners", "uitstroom: doel bereikt", 1, SIM_BETTER_NEUTRAL, false, NULL,
        "inwoners van wie de ondersteuning in de periode eindigde omdat zij niet meer nodig was; zonder wie naar een ander spoor ging"},
    [WMO_MEASURE_NAAR_WLZ] = {
        "uitstroom_naar_wlz", "inwoners", "uitstroom: naar de Wlz", 1, SIM_BETTER_NEUTRAL, false, NULL,
        "inwoners die in de periode vanuit deze ondersteuning overgingen naar de Wlz"},
    [WMO_MEASURE_NAAR_PARTICIPATIEWET] = {
        "uitstroom_naar_participatiewet", "inwoners", "uitstroom: naar de Participatiewet", 1, SIM_BETTER_NEUTRAL, false, NULL,
        "inwoners die in de periode vanuit deze ondersteuning werkfit overgingen naar de Participatiewet"},
    [WMO_MEASURE_VERHUISD] = {
        "uitstroom_verhuisd", "inwoners", "uitstroom: verhuisd", 1, SIM_BETTER_NEUTRAL, false, NULL,
        "inwoners van wie de ondersteuning in de periode eindigde omdat zij de gemeente uit verhuisden"},
    [WMO_MEASURE_OVERLEDEN] = {
        "uitstroom_overleden", "inwoners", "uitstroom: overleden", 1, SIM_BETTER_NEUTRAL, false, NULL,
        "inwoners van wie de ondersteuning in de periode eindigde door overlijden"},
    [WMO_MEASURE_TERUGVAL] = {
        "terugval", "inwoners", "terugval", 1, SIM_BETTER_LOWER, false, NULL,
        "inwoners die in de periode terugkwamen met een nieuwe hulpvraag nadat zij in deze ondersteuning hun doel hadden bereikt"},
    [WMO_MEASURE_UITVAL] = {
        "uitval", "inwoners", "uitval van de wachtlijst", 1, SIM_BETTER_LOWER, false, NULL,
        "inwoners die in de periode van de wachtlijst gingen zonder te beginnen"},
    [WMO_MEASURE_VERSCHOVEN] = {
        "verschoven_naar_buurtteam", "inwoners", "verschoven naar het buurtteam", 1, SIM_BETTER_NEUTRAL, false, NULL,
        "inwoners die het buurtteam zelf ondersteunt in plaats van ze aan te melden voor aanvullende zorg; staat bij het buurtteam"},
    [WMO_MEASURE_GEEN_PLAATS] = {
        "geen_plaats", "inwoners", "geen plaats in de sociale basis", 1, SIM_BETTER_LOWER, false, NULL,
        "hulpvragen die bij de sociale basis pasten maar er geen plaats vonden, en naar het buurtteam gingen"},
    [WMO_MEASURE_BEZETTING] = {
        "bezetting", "%", "bezetting", 1, SIM_BETTER_NEUTRAL, false, NULL,
        "ingezette uren van medewerkers als deel van hun directe uren (bij de sociale basis: plaatsen); per wijk alleen van wijkteams"},
    [WMO_MEASURE_FTE] = {
        "fte", "fte", "formatie", 1, SIM_BETTER_NEUTRAL, false, NULL,
        "formatie volgens het formatieplan, gemiddeld over de tijd; per wijk alleen van wijkteams"},
    [WMO_MEASURE_BEGROOT] = {
        "begroot", "euro", "begroot", 0, SIM_BETTER_NEUTRAL, false, NULL,
        "plafond: het budget van de zorgvorm in euro's van het jaar"},
    [WMO_MEASURE_GEBOEKT] = {
        "geboekt", "euro", "geboekte kosten", 0, SIM_BETTER_NEUTRAL, true, NULL,
        "kostprijs van de ingezette uren plus activiteitkosten, in euro's van het jaar; begroot min geboekt is niet ingezet"},
};
/* clang-format on */

static double ratio(double numerator, double denominator)
{
    return denominator > 0 ? numerator / denominator : NAN;
}

static double quantile_days(const struct wmo_sum *sum, double p)
{
    return sum->wacht ? sim_histogram_quantile(sum->wacht, p) / 24 : NAN;
}

static double list_value(enum wmo_measure measure, const struct wmo_sum *sum)
{
    const struct wmo_tel *tel = sum->tel;
    switch (measure) {
    case WMO_MEASURE_WACHTTIJD_GESTART:
        return ratio((double)tel->wacht / (double)SIM_DAY, (double)tel->gestart);
    case WMO_MEASURE_WACHTTIJD_MEDIAAN:
        return quantile_days(sum, 0.5);
    case WMO_MEASURE_WACHTTIJD_P90:
        return quantile_days(sum, 0.9);
    case WMO_MEASURE_WACHTTIJD_OP_LIJST:
        return ratio((double)tel->lijst_gewacht / 24, (double)tel->lijst_area);
    case WMO_MEASURE_BINNEN_NORM:
        return ratio(100.0 * (double)tel->norm_binnen, (double)tel->norm_allen);
    case WMO_MEASURE_WACHTLIJST:
        return (double)tel->lijst_area / sum->seconds;
    case WMO_MEASURE_WACHTLIJST_EIND:
        return (double)tel->lijst_eind;
    case WMO_MEASURE_DOEL_BEREIKT:
        return (double)tel->doel_bereikt;
    case WMO_MEASURE_NAAR_WLZ:
        return (double)tel->naar_wlz;
    case WMO_MEASURE_NAAR_PARTICIPATIEWET:
        return (double)tel->naar_participatiewet;
    case WMO_MEASURE_VERHUISD:
        return (double)tel->verhuisd;
    case WMO_MEASURE_OVERLEDEN:
        return (double)tel->overleden;
    case WMO_MEASURE_TERUGVAL:
        return (double)tel->terugval;
    case WMO_MEASURE_UITVAL:
        return (double)tel->uitval;
    case WMO_MEASURE_VERSCHOVEN:
        return (double)tel->verschoven;
    case WMO_MEASURE_FTE:
        return tel->capaciteit_area > 0 ? tel->fte_area / sum->seconds : NAN;
    case WMO_MEASURE_BEGROOT:
        return (double)tel->begroot_cents / 100;
    case WMO_MEASURE_GEBOEKT:
        return (double)tel->geboekt_cents / 100;
    default:
        return NAN;
    }
}

double wmo_measure_value(enum wmo_measure measure, const struct wmo_sum *sum)
{
    const struct wmo_tel *tel = sum->tel;
    switch (measure) {
    case WMO_MEASURE_IN_ZORG:
        return (double)tel->zorg_area / sum->seconds;
    case WMO_MEASURE_AANGEMELD:
        return (double)tel->aangemeld;
    case WMO_MEASURE_GESTART:
        return (double)tel->gestart;
    case WMO_MEASURE_UITSTROOM:
        return (double)tel->uitstroom;
    case WMO_MEASURE_BEZETTING:
        return ratio(100.0 * (double)tel->gebruikt_area, (double)tel->capaciteit_area);
    case WMO_MEASURE_GEEN_PLAATS:
        return sum->is_sociale_basis ? (double)tel->geen_plaats : NAN;
    default:
        return sum->is_sociale_basis ? NAN : list_value(measure, sum);
    }
}
