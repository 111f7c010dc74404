/* models/organisatie/gedeelde_lijst.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lists that aanbieders share. Teams of one zorgvorm that work for the same wijken, of
 * aanbieders with `lijst` "gedeeld", have one wachtlijst together: whichever of them
 * has room takes the next. An inwoner who waits is counted at the aanbieder that
 * toewijzing chose, and from the start at the one that supports.
 */
#ifndef WMO_GEDEELDE_LIJST_H
#define WMO_GEDEELDE_LIJST_H

struct wmo_aanbieders;

/* Finds which teams share a list: sets `lijst` and `volgende` of each teamplan. */
void wmo_gedeelde_lijst_link(struct wmo_aanbieders *aanbieders);

#endif
