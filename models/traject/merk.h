/* models/traject/merk.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Marks an inwoner with a doelgroep, a leeftijdsgroep and the specialism that follows.
 * One keyed draw per inwoner, whatever way it came into view, so who somebody is does
 * not depend on how care is organised. Nothing happens in a scenario without
 * doelgroepen.
 */
#ifndef WMO_MERK_H
#define WMO_MERK_H

#include "models/gemeente/gemeente.h"

/* [row] has a hulpvraag. */
void wmo_merk_hulpvraag(struct wmo_gemeente *self, uint32_t row);

/* [row] comes into view with an aanmelding for [zorgvorm]: directly, or before the
 * start of the run. For the buurtteam: with an onderzoek. */
void wmo_merk_aanmelding(struct wmo_gemeente *self, uint32_t row, int zorgvorm);

/* [row] comes into view as one of [doelgroep]. */
void wmo_merk_doelgroep(struct wmo_gemeente *self, uint32_t row, int doelgroep);

/* [row] comes into view supported in [zorgvorm], or using a place, at the start. */
void wmo_merk_in_zorg(struct wmo_gemeente *self, uint32_t row, int zorgvorm);
void wmo_merk_in_sociale_basis(struct wmo_gemeente *self, uint32_t row);

#endif
