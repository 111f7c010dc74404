/* models/landschap/formatieplan.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The formatieplan of every year: what each team gets, how many medewerkers with
 * how many hours that pays, and what an hour costs. Follows from the landschap
 * alone, so it is worked out once.
 */
#ifndef WMO_FORMATIEPLAN_H
#define WMO_FORMATIEPLAN_H

#include "models/landschap/landschap.h"

struct wmo_formatie {
    int64_t begroot_cents;    /* the ceiling of the year */
    int64_t minutes;          /* direct minutes a week of all medewerkers together */
    int64_t lendable_minutes; /* of those, at most this much for other wijken */
    int32_t medewerkers;      /* positions, with a part of the minutes each */
};

struct wmo_prijs {
    double minute_cents;     /* a minute a week, kept up for a whole year */
    double activiteit_cents; /* activities of an inwoner during a year */
    double vervoer_cents[WMO_VERVOER_COUNT]; /* a day a week, during a year */
};

struct wmo_formatieplan {
    const struct wmo_landschap *landschap; /* borrowed */
    struct wmo_formatie *formatie;         /* [year_count x team_count] owned */
    int64_t *wijk_cents;     /* [year_count x team_count x wijk_count] owned */
    int64_t *verschoven;     /* the same; of that, what came along from elsewhere */
    int64_t *sociale_basis;  /* [year_count x wijk_count] owned; came along to it */
    struct wmo_prijs *prijs; /* [year_count x aanbod_count] owned */
};

SIM_MUST_CHECK enum sim_status
wmo_formatieplan_init(struct wmo_formatieplan *self,
                      const struct wmo_landschap *landschap);
void wmo_formatieplan_free(struct wmo_formatieplan *self);

const struct wmo_formatie *wmo_formatieplan_team(const struct wmo_formatieplan *self,
                                                 int year_index, int team);

/* What [team] has of people and hours with [fte], when its budget is [cents]. */
struct wmo_formatie wmo_formatieplan_formatie(const struct wmo_formatieplan *self,
                                              int team, int year_index, int64_t cents,
                                              double fte);

/* What of its budget team [team] gets for the inwoners of [wijk], in cents. */
int64_t wmo_formatieplan_wijk_cents(const struct wmo_formatieplan *self, int year_index,
                                    int team, int wijk);

/* What of that came along with inwoners from another zorgvorm; below 0: what went. */
int64_t wmo_formatieplan_verschoven(const struct wmo_formatieplan *self, int year_index,
                                    int team, int wijk);

/* What the sociale basis of [wijk] gets from the budgets of zorgvormen, in cents. */
int64_t wmo_formatieplan_sociale_basis(const struct wmo_formatieplan *self,
                                       int year_index, int wijk);

/* What an inwoner with [minutes] a week in [aanbod] costs from [from] to [to], both
 * within year [year_index], in cents of that year. */
int64_t wmo_formatieplan_kosten(const struct wmo_formatieplan *self, int year_index,
                                int aanbod, int minutes, sim_time from, sim_time to);

/* The same of transport of [soort] on [days] a week. */
int64_t wmo_formatieplan_vervoer(const struct wmo_formatieplan *self, int year_index,
                                 int aanbod, int soort, int days, sim_time from,
                                 sim_time to);

const struct wmo_prijs *wmo_formatieplan_prijs(const struct wmo_formatieplan *self,
                                               int year_index, int aanbod);

/* What [minutes] a week of [aanbod] cost without an inwoner in care, in cents. */
int64_t wmo_formatieplan_uren(const struct wmo_formatieplan *self, int year_index,
                              int aanbod, int64_t minutes, sim_time from, sim_time to);

#endif
