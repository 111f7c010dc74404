/* models/uitkomst/measure_value.c - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The formula of each measure of the table in measure.c.
 */
#include "models/uitkomst/measure.h"

#include <math.h>

#include "models/uitkomst/measure_geld.h"

#define YEAR (365.25 * (double)SIM_DAY)

static double ratio(double numerator, double denominator)
{
    return denominator > 0 ? numerator / denominator : NAN;
}

static double percentage(int64_t part, int64_t whole)
{
    return ratio(100.0 * (double)part, (double)whole);
}

static double quantile_days(const struct wmo_sum *sum, double p)
{
    return sum->wacht ? sim_histogram_quantile(sum->wacht, p) / 24 : NAN;
}

/* The standard deviation over wijken of the mean wait, each as heavy as those who
 * started there, in days. */
static double spread_of_wijken(const struct wmo_sum *sum)
{
    double started = (double)sum->tel->gestart, squares = 0;
    double mean = ratio((double)sum->tel->wacht, started);
    for (int w = 0; w < sum->wijk_count; w++) {
        const struct wmo_tel *tel = &sum->wijk[w];
        if (tel->gestart > 0) {
            double off = (double)tel->wacht / (double)tel->gestart - mean;
            squares += off * off * (double)tel->gestart;
        }
    }
    return sqrt(ratio(squares, started)) / (double)SIM_DAY;
}

static double toegang_value(enum wmo_measure measure, const struct wmo_sum *sum)
{
    const struct wmo_tel *tel = sum->tel;
    switch (measure) {
    case WMO_MEASURE_OVERIGE_UREN:
        return (double)tel->belasting_area / 60 / sum->seconds;
    case WMO_MEASURE_TOT_BESLUIT:
        return ratio(sim_time_to_days(tel->tot_besluit), (double)tel->besluiten);
    case WMO_MEASURE_ONDERZOEK_BINNEN:
        return percentage(tel->onderzoek_binnen, tel->onderzoek_allen);
    case WMO_MEASURE_BESLUIT_BINNEN:
        return percentage(tel->besluit_binnen, tel->besluit_allen);
    case WMO_MEASURE_CONSULTATIE:
        return (double)tel->consultatie;
    case WMO_MEASURE_TERUGKEER:
        return (double)tel->terugkeer;
    case WMO_MEASURE_GEWEIGERD:
        return (double)tel->geweigerd;
    case WMO_MEASURE_ONDERAANNEMING:
        return (double)tel->onderaanneming;
    case WMO_MEASURE_OMGEVALLEN:
        return (double)tel->omgevallen;
    case WMO_MEASURE_AFGEWEZEN:
        return (double)tel->afgewezen;
    case WMO_MEASURE_AFGEZIEN:
        return (double)tel->afgezien;
    case WMO_MEASURE_OVERGESTAPT:
        return (double)tel->overgestapt;
    case WMO_MEASURE_NIEUW_BEDRAG:
        return (double)tel->nieuw_bedrag;
    case WMO_MEASURE_ZONDER_BEDRAG:
        return (double)tel->zonder_bedrag;
    case WMO_MEASURE_NIET_VERLENGD:
        return (double)tel->niet_verlengd;
    case WMO_MEASURE_BEMIDDELD:
        return (double)tel->bemiddeld;
    case WMO_MEASURE_ESCALATIE:
        return (double)tel->escalatie;
    case WMO_MEASURE_NAAR_VERBLIJF:
        return (double)tel->naar_verblijf;
    case WMO_MEASURE_KOSTEN_ZWAARDER:
        return (double)tel->extra_cents / 100;
    case WMO_MEASURE_KOSTEN_VERBLIJF:
        return (double)tel->verblijf_cents / 100;
    case WMO_MEASURE_KOSTEN_WACHTEN:
        return (double)(tel->extra_cents + tel->verblijf_cents) / 100;
    case WMO_MEASURE_OVERBRUGD:
        return percentage(tel->overbrugd, tel->overbrugd + tel->niet_overbrugd);
    default:
        return NAN;
    }
}

static double list_value(enum wmo_measure measure, const struct wmo_sum *sum)
{
    const struct wmo_tel *tel = sum->tel;
    switch (measure) {
    case WMO_MEASURE_WACHTTIJD_GESTART:
        return ratio((double)tel->wacht / (double)SIM_DAY, (double)tel->gestart);
    case WMO_MEASURE_WACHTTIJD_URGENT:
        return ratio(sim_time_to_days(tel->wacht_urgent), (double)tel->gestart_urgent);
    case WMO_MEASURE_WACHTTIJD_NORMAAL:
        return ratio(sim_time_to_days(tel->wacht - tel->wacht_urgent),
                     (double)(tel->gestart - tel->gestart_urgent));
    case WMO_MEASURE_WACHTTIJD_MEDIAAN:
        return quantile_days(sum, 0.5);
    case WMO_MEASURE_WACHTTIJD_P90:
        return quantile_days(sum, 0.9);
    case WMO_MEASURE_WACHTTIJD_OP_LIJST:
        return ratio((double)tel->lijst_gewacht / 24, (double)tel->lijst_area);
    case WMO_MEASURE_LANGSTE_WACHT:
        return tel->langste_wacht > 0 ? (double)tel->langste_wacht / (double)SIM_DAY
                                      : NAN;
    case WMO_MEASURE_SPREIDING_WIJKEN:
        return spread_of_wijken(sum);
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
    case WMO_MEASURE_GROEPEN:
        return (double)tel->groepen_area / sum->seconds;
    case WMO_MEASURE_GROEPSGROOTTE:
        return ratio((double)tel->dagdelen_area, (double)tel->groepen_area);
    case WMO_MEASURE_OPROEPEN:
        return (double)tel->oproepen;
    case WMO_MEASURE_OPROEPEN_DIRECT:
        return ratio(100.0 * (double)tel->oproepen_direct, (double)tel->oproepen);
    case WMO_MEASURE_EVALUATIES:
        return (double)tel->evaluaties;
    case WMO_MEASURE_OPGESCHAALD:
        return (double)tel->opgeschaald;
    case WMO_MEASURE_AFGESCHAALD:
        return (double)tel->afgeschaald;
    case WMO_MEASURE_NAAR_LICHTER:
        return (double)tel->naar_lichter;
    case WMO_MEASURE_WACHT_OP_OPSCHALING:
        return (double)tel->opschaling_area / sum->seconds;
    case WMO_MEASURE_GEBLOKKEERD:
        return (double)tel->geblokkeerd_area / sum->seconds;
    case WMO_MEASURE_UITVAL:
        return (double)tel->uitval;
    case WMO_MEASURE_VERSCHOVEN:
        return (double)tel->verschoven;
    case WMO_MEASURE_WERKFIT:
        return (double)tel->werkfit;
    case WMO_MEASURE_BESPAARD_GROEP:
        return (double)tel->bespaard_groep / 60;
    case WMO_MEASURE_BESPAARD_BLENDED:
        return (double)tel->bespaard_blended / 60;
    case WMO_MEASURE_FTE:
        return tel->fte_area > 0 ? tel->fte_area / sum->seconds : NAN;
    case WMO_MEASURE_FTE_AANWEZIG:
        return tel->fte_area > 0 ? tel->aanwezig_area / sum->seconds : NAN;
    case WMO_MEASURE_FTE_PRODUCTIEF:
        return tel->fte_area > 0 ? tel->productief_area / sum->seconds : NAN;
    case WMO_MEASURE_VACATURES:
        return tel->fte_area > 0 ? (double)tel->vacature_area / sum->seconds : NAN;
    case WMO_MEASURE_WISSELINGEN:
        return (double)tel->wisselingen;
    case WMO_MEASURE_TERUGGEZET:
        return (double)tel->teruggezet;
    case WMO_MEASURE_OVERGEDRAGEN:
        return (double)tel->overgedragen;
    case WMO_MEASURE_OVERGANG_UITVAL:
        return (double)tel->overgang_uitval;
    case WMO_MEASURE_OVERGANG_UREN:
        return (double)tel->overgang_area / (60 * 7 * (double)SIM_DAY);
    case WMO_MEASURE_PASSEND:
        return ratio(100 * (double)tel->passend, (double)tel->specialistisch);
    case WMO_MEASURE_VERZUIM:
        return ratio(100 * (double)tel->ziek_area, (double)tel->in_dienst_area);
    case WMO_MEASURE_CASELOAD:
        return ratio((double)tel->begeleid_area, tel->aanwezig_area);
    case WMO_MEASURE_VERLOOP:
        return ratio(100 * (double)tel->vertrokken * YEAR, (double)tel->in_dienst_area);
    case WMO_MEASURE_BEGROOT:
        return (double)tel->begroot_cents / 100;
    case WMO_MEASURE_GEBOEKT:
        return (double)tel->geboekt_cents / 100;
    case WMO_MEASURE_PGB_GESTART:
        return (double)tel->pgb_gestart;
    case WMO_MEASURE_PGB:
        return (double)tel->pgb_area / sum->seconds;
    case WMO_MEASURE_PGB_KOSTEN:
        return (double)(tel->pgb_cents + tel->pgb_zorgvorm_cents) / 100;
    case WMO_MEASURE_VERVOER:
        return (double)tel->vervoer_area / sum->seconds;
    case WMO_MEASURE_GEEN_VERVOER:
        return (double)tel->geen_vervoer;
    case WMO_MEASURE_VERVOER_KOSTEN:
        return (double)tel->vervoer_cents / 100;
    case WMO_MEASURE_UITNUTTING:
        return ratio(100 * (double)tel->geboekt_cents, (double)tel->begroot_cents);
    case WMO_MEASURE_KOSTEN_PER_INWONER:
        return ratio((double)tel->geboekt_cents / 100 * YEAR, (double)tel->zorg_area);
    default:
        return toegang_value(measure, sum);
    }
}

/* Of kortdurend verblijf. */
static double bedden_value(enum wmo_measure measure, const struct wmo_tel *tel)
{
    switch (measure) {
    case WMO_MEASURE_KORT_WACHTTIJD:
        return ratio(sim_time_to_days(tel->kort_wacht), (double)tel->kort_respijt);
    case WMO_MEASURE_KORT_AFGEWEZEN:
        return (double)tel->kort_afgewezen;
    case WMO_MEASURE_KORT_OPGEGEVEN:
        return (double)tel->kort_opgegeven;
    case WMO_MEASURE_KORT_AANVRAGEN:
        return (double)tel->kort_aanvragen;
    case WMO_MEASURE_KORT_VERBLIJVEN:
        return (double)tel->kort_verblijven;
    case WMO_MEASURE_KORT_ETMALEN:
        return (double)tel->kort_etmalen;
    case WMO_MEASURE_KORT_BEGROOT:
        return (double)tel->kort_begroot_cents / 100;
    case WMO_MEASURE_KORT_KOSTEN:
        return (double)tel->kort_cents / 100;
    case WMO_MEASURE_KORT_BEZETTING:
        return percentage(tel->kort_bezet_area, tel->kort_bedden_area);
    default:
        return NAN;
    }
}

double wmo_measure_value(enum wmo_measure measure, const struct wmo_sum *sum)
{
    const struct wmo_tel *tel = sum->tel;
    double euro;
    if (wmo_measure_geld(measure, sum, &euro)) {
        return euro;
    }
    switch (measure) {
    case WMO_MEASURE_BUDGET_VERSCHOVEN:
        return (double)tel->verschoven_cents / 100;
    case WMO_MEASURE_IN_ZORG:
        return (double)tel->zorg_area / sum->seconds;
    case WMO_MEASURE_PER_1000:
        return ratio(1000 * (double)tel->zorg_area / sum->seconds, sum->inwoners);
    case WMO_MEASURE_DOORSTROOM:
        return (double)tel->doorstroom;
    case WMO_MEASURE_AANGEMELD:
        return (double)tel->aangemeld;
    case WMO_MEASURE_GESTART:
        return (double)tel->gestart;
    case WMO_MEASURE_UITSTROOM:
        return (double)tel->uitstroom;
    case WMO_MEASURE_BEZETTING:
        return percentage(tel->gebruikt_area + tel->belasting_area,
                          tel->capaciteit_area);
    case WMO_MEASURE_PLAATSEN:
        return sum->is_sociale_basis ? (double)tel->capaciteit_area / sum->seconds
                                     : NAN;
    case WMO_MEASURE_OPEN_GEEN_PLAATS:
        return sum->is_sociale_basis ? (double)tel->open_geen_plaats : NAN;
    case WMO_MEASURE_OPEN_IN_GEBRUIK:
        return sum->is_sociale_basis ? (double)tel->open_area / sum->seconds : NAN;
    case WMO_MEASURE_OPEN_GESTART:
        return sum->is_sociale_basis ? (double)tel->open_gestart : NAN;
    case WMO_MEASURE_OPEN_AANZUIGING:
        return sum->is_sociale_basis ? (double)tel->open_aanzuiging : NAN;
    case WMO_MEASURE_OPEN_KOSTEN:
        return sum->is_sociale_basis ? (double)tel->open_cents / 100 : NAN;
    case WMO_MEASURE_INVESTERING:
        return sum->is_sociale_basis ? (double)tel->investering_cents / 100 : NAN;
    case WMO_MEASURE_GEEN_PLAATS:
        return sum->is_sociale_basis ? (double)tel->geen_plaats : NAN;
    default:
        return sum->is_sociale_basis ? bedden_value(measure, tel)
                                     : list_value(measure, sum);
    }
}
