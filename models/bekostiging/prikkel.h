/* models/bekostiging/prikkel.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What funding does to what aanbieders do. All of these are assumptions with a range,
 * and none holds when left out.
 *
 *   pxq               hours of who is entered grow every year, since volume is paid;
 *                     they do not fall by more support in groups; other hours need a
 *                     new indication
 *   resultaatgericht  stays are shorter; who is complex may be refused
 */
#ifndef WMO_PRIKKEL_H
#define WMO_PRIKKEL_H

#include "models/landschap/landschap.h"

struct wmo_gemeente;
struct wmo_inwoner;

/* [inwoner] is entered at its team: sets the hours that it will ask there. [before] is
 * the aanbod that it was entered at before for the same need, or WMO_NONE. */
void wmo_prikkel_enter(const struct wmo_gemeente *self, struct wmo_inwoner *inwoner,
                       int before);

/* Takes more support in groups from the zorgvormen that have pxq alone, where that is
 * said; they keep what they have at the beginning. */
void wmo_prikkel_bevries(struct wmo_landschap *landschap);

/* The factor on the stay of who begins at [aanbod]. */
double wmo_prikkel_duur(const struct wmo_landschap *landschap, int aanbod);

/* The chance that [aanbod] refuses a complex inwoner. */
double wmo_prikkel_afwijzing(const struct wmo_landschap *landschap, int aanbod);

/* Days until other hours may be given at [aanbod], and minutes a week that asking for
 * them takes meanwhile; 0 for at once. */
double wmo_prikkel_herindicatie(const struct wmo_landschap *landschap, int aanbod,
                                int *minutes);

#endif
