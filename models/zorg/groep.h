/* models/zorg/groep.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Groups: support in dagdelen, of which a team gives each to several inwoners at once.
 * A group is one dagdeel a week. It takes the same hours of medewerkers for every size,
 * so a small group is dear; it has at most a maximum of inwoners, and opens only when
 * every group of the team would have the minimum. The groups of a team share their
 * inwoners evenly: who needs k dagdelen has a place in k groups, and moves to another
 * dagdeel when a group closes. That can be done exactly when there are at least k
 * groups, and places for all (Gale 1957, "A theorem on flows in networks").
 *
 * Of an inwoner in a group, minutes is the number of dagdelen. The hours of open groups
 * beyond that are belasting of the team, so that hours and euros are those of groups.
 */
#ifndef WMO_GROEP_H
#define WMO_GROEP_H

#include "sim/scenario/scenario.h"
#include "sim/statistics/timeavg.h"

/* Nobody comes more dagdelen a week. */
#define WMO_DAGDELEN_MAX 14

/* The part of a zorgvorm that is about groups. */
struct wmo_groep {
    bool is_on;
    int maximum, minimum; /* inwoners in a group */
    int minutes;          /* of medewerkers, a week, for a group of any size */
    int most_open;        /* groups of one team: rooms x dagdelen of a room */
    int most_in_stad;     /* groups of all teams together, from the rooms of the city */
};

/* The groups of a team. */
struct wmo_groepen {
    int32_t most_open;                      /* this year, from the rooms */
    struct sim_timeavg open;                /* now */
    struct sim_timeavg dagdelen;            /* places taken in them */
    int32_t inwoners[WMO_DAGDELEN_MAX + 1]; /* by dagdelen */
};

struct wmo_gemeente;

/* Reads the groups of zorgvorm [node]. */
void wmo_groep_load(struct wmo_groep *self, const struct sim_scenario *scenario,
                    const struct sim_node *node);

/* Divides the rooms of the city over the teams, by their part of the formatie of this
 * year. Groups that are more than that stay open until they close. */
void wmo_groep_new_year(struct wmo_gemeente *self);

/* Dagdelen a week of who would take [minutes] of a medewerker as its part of a full
 * group. */
int wmo_groep_dagdelen(const struct wmo_groep *self, double minutes);

/* The most dagdelen with which somebody could begin in the groups of [team] now: in
 * places that are free, or in groups that can open. [vervoer], an enum
 * wmo_vervoer_soort, is what it needs. */
int32_t wmo_groep_limit(const struct wmo_gemeente *self, int team, int vervoer);

/* The dagdelen that [team] may still lend: its part of the hours, in full groups. */
int64_t wmo_groep_lendable(const struct wmo_gemeente *self, int team);

/* Somebody with [dagdelen] comes in the groups of [team], or leaves them. Groups open
 * as needed, and close when they are below the minimum and their inwoners fit in the
 * others. Nothing for teams without groups. */
void wmo_groep_join(struct wmo_gemeente *self, int team, int dagdelen);
void wmo_groep_leave(struct wmo_gemeente *self, int team, int dagdelen);

/* When [team] has more groups than hours or money, or no money for who waits, it closes
 * those whose inwoners fit in the others, also above the minimum. */
void wmo_groep_merge(struct wmo_gemeente *self, int team);

/* Minutes a week that the groups of [team] take beside those of their inwoners. */
int64_t wmo_groep_minutes(const struct wmo_gemeente *self, int team);

/* Whether the groups of [team] have a place for each dagdeel of its inwoners, [taken]
 * in all, and no group is too large. */
bool wmo_groep_agrees(const struct wmo_gemeente *self, int team, int64_t taken);

#endif
