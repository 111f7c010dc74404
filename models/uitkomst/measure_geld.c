/* models/uitkomst/measure_geld.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/uitkomst/measure_geld.h"

#include <math.h>

#include "models/bekostiging/grootboek.h"

/* NAN for the sociale basis, which has no team that could be paid for it. */
static double of_teams(const struct wmo_sum *sum, int64_t cents)
{
    return sum->is_sociale_basis ? NAN : (double)cents / 100;
}

/* The value of [measure]; with [is_geld] false, it is none of those on accounts. */
static double value_of(enum wmo_measure measure, const struct wmo_sum *sum,
                       bool *is_geld)
{
    const struct wmo_tel *tel = sum->tel;
    switch (measure) {
    case WMO_MEASURE_UITGAVEN:
        return (double)wmo_grootboek_uitgaven(tel) / 100;
    case WMO_MEASURE_EIGEN_BIJDRAGEN:
        return of_teams(sum, wmo_grootboek_ontvangsten(tel));
    case WMO_MEASURE_NETTO_UITGAVEN:
        return (double)(wmo_grootboek_uitgaven(tel) - wmo_grootboek_ontvangsten(tel)) /
               100;
    case WMO_MEASURE_BETAALD:
        return of_teams(sum, tel->betaald_cents);
    case WMO_MEASURE_RESULTAAT_AANBIEDER:
        return of_teams(sum, tel->betaald_cents - tel->personeel_cents -
                                 tel->activiteiten_cents - tel->vervoer_cents -
                                 tel->pgb_zorgvorm_cents);
    case WMO_MEASURE_TERUGGEGEVEN:
        return of_teams(sum, tel->teruggegeven_cents);
    case WMO_MEASURE_RESERVE:
        return of_teams(sum, tel->reserve_cents);
    case WMO_MEASURE_TEKORT:
        return of_teams(sum, tel->tekort_cents);
    case WMO_MEASURE_SOCIAL_RETURN:
        return of_teams(sum, tel->social_return_cents);
    case WMO_MEASURE_KOSTEN_ONDERSTEUNING:
        return of_teams(sum, tel->ondersteuning_cents);
    case WMO_MEASURE_KOSTEN_ACTIVITEITEN:
        return of_teams(sum, tel->activiteiten_cents);
    case WMO_MEASURE_KOSTEN_CONSULTATIE:
        return of_teams(sum, tel->consultatie_cents);
    case WMO_MEASURE_KOSTEN_OVERIG:
        return of_teams(sum, tel->overig_cents);
    case WMO_MEASURE_KOSTEN_CONTRACT:
        return of_teams(sum, tel->contract_cents);
    default:
        *is_geld = false;
        return NAN;
    }
}

bool wmo_measure_geld(enum wmo_measure measure, const struct wmo_sum *sum,
                      double *value)
{
    bool is_geld = true;
    *value = value_of(measure, sum, &is_geld);
    return is_geld;
}
