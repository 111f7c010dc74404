/* models/bekostiging/prikkel.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/bekostiging/prikkel.h"

#include <math.h>

#include "models/gemeente/gemeente.h"

static const struct wmo_aanbod *aanbod_at(const struct wmo_landschap *l, int aanbod)
{
    return &l->aanbieders.aanbod[aanbod];
}

/* The factor on the hours of who is entered at [aanbod] now. */
static double uren(const struct wmo_gemeente *self, int aanbod)
{
    double growth = self->landschap.bekostiging.volume_groei;
    return aanbod != WMO_NONE && growth != 0 &&
                   aanbod_at(&self->landschap, aanbod)->familie == WMO_PXQ
               ? pow(1 + growth, sim_time_to_days(self->engine.now) / 365.25)
               : 1;
}

void wmo_prikkel_enter(const struct wmo_gemeente *self, struct wmo_inwoner *inwoner,
                       int before)
{
    int aanbod = self->teams.items[inwoner->team].aanbod;
    double factor = uren(self, aanbod) / uren(self, before);
    if (factor != 1) {
        inwoner->minutes = (int32_t)fmax(1, round(inwoner->minutes * factor));
    }
}

double wmo_prikkel_duur(const struct wmo_landschap *landschap, int aanbod)
{
    return aanbod_at(landschap, aanbod)->familie == WMO_RESULTAATGERICHT
               ? landschap->bekostiging.duur_factor
               : 1;
}

double wmo_prikkel_afwijzing(const struct wmo_landschap *landschap, int aanbod)
{
    const struct wmo_aanbod *a = aanbod_at(landschap, aanbod);
    double chance = a->selecteert ? landschap->weigering.afwijzing : 0;
    return a->familie == WMO_RESULTAATGERICHT && !a->moet_aannemen
               ? fmax(chance, landschap->bekostiging.selectie)
               : chance;
}

double wmo_prikkel_herindicatie(const struct wmo_landschap *landschap, int aanbod,
                                int *minutes)
{
    const struct wmo_aanbod *a = aanbod_at(landschap, aanbod);
    const struct wmo_evaluatie *rules =
        &landschap->zorgvormen.items[a->zorgvorm].evaluatie;
    const struct wmo_bekostiging *family = &landschap->bekostiging;
    if (a->familie == WMO_PXQ && family->herindicatie_days > rules->herindicatie_days) {
        *minutes = family->herindicatie_minutes;
        return family->herindicatie_days;
    }
    *minutes = rules->herindicatie_minutes;
    return rules->herindicatie_days;
}

void wmo_prikkel_bevries(struct wmo_landschap *landschap)
{
    const struct wmo_aanbieders *all = &landschap->aanbieders;
    for (int z = 0; z < landschap->zorgvormen.count; z++) {
        bool frozen = landschap->bekostiging.groep_bevroren;
        for (int a = 0; a < all->aanbod_count; a++) {
            frozen &= all->aanbod[a].zorgvorm != z || all->aanbod[a].familie == WMO_PXQ;
        }
        if (frozen) {
            landschap->zorgvormen.items[z].werkwijze &= (uint8_t)~WMO_WERKWIJZE_GROEP;
        }
    }
}
