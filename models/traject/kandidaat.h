/* models/traject/kandidaat.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who may start, and with whose medewerker, by the rule of the scenario
 * (plaatsing.volgorde). Only looks; plaatsing.h lets start.
 */
#ifndef WMO_KANDIDAAT_H
#define WMO_KANDIDAAT_H

#include "models/gemeente/gemeente.h"

/* The medewerkers of a team who may support inwoners: those of its own list or, when
 * [lends], those of the lists of other teams. Holds for one moment: not after anybody
 * started. */
struct wmo_inzet {
    int team;
    bool lends;
    /* What has been worked out, since it is the same for all who wait: */
    bool knows_affordable, knows_most;
    uint8_t knows_room; /* bit n: of niveau n */
    int32_t affordable; /* the most minutes that the budget allows now */
    int32_t most;       /* the most that anybody can give, but for the budget */
    int32_t least;      /* the fewest that anybody asks; INT32_MAX: not known */
    int32_t room[WMO_TEAM_NIVEAUS], member[WMO_TEAM_NIVEAUS]; /* of the roomiest */
};

static inline struct wmo_inzet wmo_inzet(int team, bool lends)
{
    return (struct wmo_inzet){.team = team, .lends = lends, .least = INT32_MAX};
}

/* The medewerkers of [team] for those on its own list. */
static inline struct wmo_inzet wmo_inzet_eigen(const struct wmo_gemeente *self,
                                               int team)
{
    struct wmo_inzet staff = wmo_inzet(team, false);
    staff.least = wmo_teams_lijst(&self->teams, team)->least;
    return staff;
}

/* Somebody who may start, with whom; row SIM_ENTITY_NONE for nobody. */
struct wmo_kandidaat {
    uint32_t row;
    int32_t member;
    int32_t reis; /* minutes a week on the way */
};

static const struct wmo_kandidaat WMO_NIEMAND = {SIM_ENTITY_NONE, SIM_MEMBER_NONE, 0};

/* Whether the zorgvorm of [team] is given in groups. */
static inline bool wmo_kandidaat_forms_groups(const struct wmo_gemeente *self, int team)
{
    return self->landschap.zorgvormen.items[self->teams.items[team].zorgvorm]
        .groep.is_on;
}

/* Whether [inwoner] may start with [staff], whoever else waits; with [member]. */
bool wmo_kandidaat_can_start(const struct wmo_gemeente *self,
                             const struct wmo_inwoner *inwoner, struct wmo_inzet *staff,
                             int32_t *member);

/* Who of the list of [own], a team's own, may start first with one of the teams that
 * have it, which comes in [staff_team]: the one with most room. */
struct wmo_kandidaat wmo_kandidaat_of_list(const struct wmo_gemeente *self,
                                           struct wmo_inzet *own, int *staff_team);

/* Whether somebody who asks [minutes], as few as those that [staff] knows of, may fit;
 * if not, nobody does. */
bool wmo_kandidaat_may_fit(const struct wmo_gemeente *self, struct wmo_inzet *staff,
                           int32_t minutes);

/* The first of the other teams of the same aanbod that may start with [staff]. */
struct wmo_kandidaat wmo_kandidaat_elsewhere(const struct wmo_gemeente *self,
                                             struct wmo_inzet *staff);

/* Whether [first], of a line for a specialism, has its turn before [next] (may be
 * nobody): could start with [staff] if it needed none. */
bool wmo_kandidaat_has_its_turn(const struct wmo_gemeente *self,
                                struct wmo_inzet *staff, uint32_t first,
                                struct wmo_kandidaat next);

/* Whether [inwoner] fits at once in [team], where nobody waits. */
bool wmo_kandidaat_has_room(const struct wmo_gemeente *self,
                            const struct wmo_inwoner *inwoner, int team);

/* Whether somebody on the list of [team] holds back [inwoner], who would fit. */
bool wmo_kandidaat_is_held_back(const struct wmo_gemeente *self, int team,
                                const struct wmo_inwoner *inwoner);

/* The team of those that have the list of [inwoner] with whom it may start, the one
 * with most room, and its [member]; WMO_NONE when there is none. */
int wmo_kandidaat_team(const struct wmo_gemeente *self,
                       const struct wmo_inwoner *inwoner, int32_t *member);

#endif
