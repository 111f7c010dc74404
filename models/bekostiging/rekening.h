/* models/bekostiging/rekening.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ceilings. A rekening is a sum for a year and what has been booked on it; the teams on
 * it may use it all, whoever comes first. Each team has one of its own, but for those
 * whose funding shares a ceiling: the zorgvormen of an aanbieder (vierkant), the teams
 * of a wijk (populatie), the aanbieders of a zorgvorm (persoonsvolgend). No money, no
 * start; an open rekening has no ceiling.
 */
#ifndef WMO_REKENING_H
#define WMO_REKENING_H

#include "models/landschap/landschap.h"

struct wmo_rekening {
    int64_t begroot_cents; /* this year's ceiling, with the reserve */
    int64_t reserve_cents; /* what was left of earlier years; see reserve.h */
    int64_t geboekt_cents; /* booked and committed for this year */
    bool is_open;
    int first_team; /* of the teams on it; WMO_NONE: nobody is */
};

struct wmo_rekeningen {
    int count;
    struct wmo_rekening *items; /* [count] owned */
    int *van_team;              /* [team_count] owned; the rekening of a team */
    int *volgende; /* [team_count] owned; the next team on it, or WMO_NONE */
};

struct wmo_gemeente;

/* Prepares the rekeningen of the teams of [landschap]. SIM_ERR_NO_MEMORY. */
SIM_MUST_CHECK enum sim_status
wmo_rekeningen_init(struct wmo_rekeningen *self, const struct wmo_landschap *landschap);
void wmo_rekeningen_free(struct wmo_rekeningen *self);

/* Opens the year: the ceiling of a rekening is that of its teams together, and what is
 * in reserve. */
void wmo_rekeningen_new_year(struct wmo_gemeente *self);

/* Whether [team] shares its rekening with others. */
static inline bool wmo_rekening_is_shared(const struct wmo_rekeningen *self, int team)
{
    int first = self->items[self->van_team[team]].first_team;
    return self->volgende[first] != WMO_NONE;
}

/* What is left of the ceiling of [team], in cents; below 0: more is booked than that.
 */
static inline int64_t wmo_rekening_left(const struct wmo_rekeningen *self, int team)
{
    const struct wmo_rekening *r = &self->items[self->van_team[team]];
    return r->is_open ? INT64_MAX / 4 : r->begroot_cents - r->geboekt_cents;
}

/* Whether every rekening has booked what its teams have. */
bool wmo_rekeningen_agree(const struct wmo_gemeente *self);

#endif
