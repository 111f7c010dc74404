/* models/bekostiging/eigen_bijdrage.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What inwoners pay for support themselves, as income of the gemeente: a sum a month
 * for as long as support in a zorgvorm with an eigen bijdrage lasts, in natura or with
 * a pgb, whatever the hours. How much depends on the group that somebody is in: one
 * sum for all who pay, and nothing for who need not (abonnementstarief), or by income.
 * Booked like support: the rest of the year at the start and each 1 January, and taken
 * back at the end. It does not go to a ceiling.
 *
 * A group may have a share that does without support because of it, each inwoner once
 * per zorgvorm. That is an assumption; left out, nobody does.
 */
#ifndef WMO_EIGEN_BIJDRAGE_H
#define WMO_EIGEN_BIJDRAGE_H

#include <stdbool.h>

#include "sim/scenario/scenario.h"
#include "sim/scenario/series.h"
#include "sim/statistics/timeavg.h"

#define WMO_BIJDRAGE_MAX 20

struct wmo_bijdragegroep {
    double cumulative;        /* share of the inwoners, with the groups before it */
    struct sim_series bedrag; /* euro a month, by year */
    double afzien;            /* share that does without support */
};

/* The rules; without groups there is no eigen bijdrage. */
struct wmo_eigen_bijdrage {
    int count;
    struct wmo_bijdragegroep groepen[WMO_BIJDRAGE_MAX];
};

/* The accounts of this year. */
struct wmo_bijdragen {
    struct sim_timeavg per_year; /* cents a year of who pays now */
    int64_t bookings;
};

struct wmo_gemeente;
struct wmo_inwoner;

void wmo_eigen_bijdrage_load(struct wmo_eigen_bijdrage *self,
                             const struct sim_scenario *scenario);

/* Support of [inwoner] begins ([sign] 1) or ends (-1), or goes on in another place. */
void wmo_eigen_bijdrage_book(struct wmo_gemeente *self,
                             const struct wmo_inwoner *inwoner, int sign);

/* Opens the year: books what everybody who is supported will pay in it. */
void wmo_eigen_bijdrage_new_year(struct wmo_gemeente *self);

/* Whether [row], referred to its zorgvorm, does without because of what it costs. */
bool wmo_eigen_bijdrage_schrikt_af(struct wmo_gemeente *self, uint32_t row);

/* Whether what is booked is what all who are supported pay over their time this year,
 * to half a cent for every booking. */
bool wmo_eigen_bijdrage_agrees(const struct wmo_gemeente *self);

#endif
