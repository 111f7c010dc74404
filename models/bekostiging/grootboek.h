/* models/bekostiging/grootboek.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The accounts of the gemeente, of what it pays and what comes in. Every euro is booked
 * once: on what it is for (a soort), on a line (an aanbod in a wijk, or the sociale
 * basis there, so with an aanbieder, a zorgvorm, a spoor and a begrotingspost) and in a
 * year. A booking goes nowhere but through here; the counters of tel.h are the
 * accounts, so what is booked is what the results tell. Whole cents.
 *
 * What is held against what, at the end of every replication and in debug builds all
 * along: of every soort the lines together against a total that is kept apart; of every
 * line what is charged to a ceiling against the soorten that are; of every team the
 * same against its ceiling; and of every team what its hours and activities were booked
 * for against hours in use over time x price, to half a cent for every booking.
 */
#ifndef WMO_GROOTBOEK_H
#define WMO_GROOTBOEK_H

#include <stdbool.h>

#include "models/uitkomst/tel.h"

#define WMO_BOEKING_FIELD(type, name) type name;
struct wmo_boekingen {
    WMO_TEL_BOEKINGEN(WMO_BOEKING_FIELD)
    WMO_TEL_ONTVANGSTEN(WMO_BOEKING_FIELD)
};
#undef WMO_BOEKING_FIELD

struct wmo_grootboek {
    struct wmo_boekingen totaal; /* of the present year, of all lines */
    bool past_agrees;            /* whether the years before it balanced */
};

struct wmo_gemeente;

/* Books [cents], below 0: takes back, on account [soort], a field of struct
 * wmo_boekingen, of [line]. */
#define WMO_GROOTBOEK_BOOK(self, line, soort, cents)          \
    (wmo_record_tel(&(self)->record, line)->soort += (cents), \
     (self)->grootboek.totaal.soort += (cents))

/* The same of what is paid from the ceiling of [team]: charges [cents] to it. The
 * caller books them on [line] by soort. */
void wmo_grootboek_charge(struct wmo_gemeente *self, int team, int line, int64_t cents);

void wmo_grootboek_reset(struct wmo_grootboek *self);

/* A new year begins: looks whether the one that ends balances, and opens new accounts.
 */
void wmo_grootboek_new_year(struct wmo_gemeente *self);

/* Whether the accounts balance now, and did at the end of every year so far. */
bool wmo_grootboek_agrees(const struct wmo_gemeente *self);

/* Of [tel], what is paid from a ceiling, all that is paid, and all that comes in. */
int64_t wmo_grootboek_onder_plafond(const struct wmo_tel *tel);
int64_t wmo_grootboek_uitgaven(const struct wmo_tel *tel);
int64_t wmo_grootboek_ontvangsten(const struct wmo_tel *tel);

#endif
