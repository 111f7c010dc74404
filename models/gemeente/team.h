/* models/gemeente/team.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A team during a replication: its medewerkers with their hours, its wachtlijst
 * and its account. Minutes a week are the unit of work.
 */
#ifndef WMO_TEAM_H
#define WMO_TEAM_H

#include "models/landschap/formatieplan.h"
#include "models/gemeente/wachtlijst.h"
#include "sim/engine/resource_pool.h"

/* Niveaus of inwoners: one for each drempel of functies that they may be above. */
#define WMO_TEAM_NIVEAUS (1 + WMO_FUNCTIE_DREMPELS)

/* What a team was like when nobody of its list could start any more; bezet.h. */
struct wmo_bezet {
    uint64_t staff, wachtlijst; /* versions; 0: nothing is known */
    int64_t belasting;
    int32_t affordable; /* minutes, or WMO_ZORG_ANY_MINUTES: more would not matter */
};

struct wmo_team {
    int aanbod, zorgvorm;
    int wijk;                            /* WMO_NONE: its whole area */
    int lijst;                           /* the team that holds its wachtlijst */
    struct sim_resource_pool staff;      /* medewerkers; units are minutes a week */
    struct wmo_wachtlijst wachtlijst;    /* of who holds it; see wmo_teams_lijst */
    const struct wmo_functies *functies; /* borrowed */
    int niveaus;                  /* 1 + the drempels of functies that count here */
    bool caseload_beperkt;        /* medewerkers have a most of inwoners */
    int64_t lent_minutes;         /* in use by inwoners on other teams' lists */
    int64_t lendable_minutes;     /* at most this much may be lent */
    int32_t vervoerd;             /* inwoners with a place in its transport */
    struct wmo_groepen groepen;   /* where the zorgvorm is given in groups */
    struct sim_timeavg belasting; /* minutes a week that are no case; belasting.h */
    int64_t bereikbaarheid;       /* of those, for the standing team */
    int64_t consultatie;          /* of those, kept free for consultatie */
    int32_t beschikkingen;        /* being written now */
    int64_t begroot_cents;        /* this year's ceiling */
    int64_t geboekt_cents;        /* booked and committed for this year */
    int64_t boekingen;            /* how many times, this year */
    struct wmo_bezet bezet;
};

struct wmo_teams {
    int count;
    struct wmo_team *items; /* [count] owned */
};

/* The wachtlijst of [team], which may be shared. */
static inline struct wmo_wachtlijst *wmo_teams_lijst(const struct wmo_teams *self,
                                                     int team)
{
    return &self->items[self->items[team].lijst].wachtlijst;
}

/* Prepares the teams of [landschap]. SIM_ERR_NO_MEMORY. */
SIM_MUST_CHECK enum sim_status wmo_teams_init(struct wmo_teams *self,
                                              const struct wmo_landschap *landschap);
void wmo_teams_free(struct wmo_teams *self);
void wmo_teams_reset(struct wmo_teams *self);

/* Gives every team its ceiling of [formatie], with nothing booked yet. Whoever is
 * in care stays, even where money shrinks below what they use. */
void wmo_teams_new_year(struct wmo_teams *self, const struct wmo_formatie *formatie);

/* The niveau of an inwoner of [minutes] a week in [team]: the drempels of functies that
 * it is above. */
int wmo_team_niveau(const struct wmo_team *team, int32_t minutes);

/* The most minutes of an inwoner of [niveau]; INT32_MAX: any. */
int32_t wmo_team_niveau_top(const struct wmo_team *team, int niveau);

/* Whether [member] of [team] may have inwoners of [niveau]. */
bool wmo_team_may_serve(const struct wmo_team *team, int32_t member, int niveau);

/* The medewerker of [team] with most room among those who know [specialisme] (0: any),
 * may have inwoners of [niveau] and can have one inwoner more; SIM_MEMBER_NONE when
 * there is nobody. */
int32_t wmo_team_roomiest(const struct wmo_team *team, int specialisme, int niveau);

/* The same, if that has [least] minutes free or more, or has nobody; otherwise
 * SIM_MEMBER_NONE or somebody with less. */
int32_t wmo_team_roomiest_with_least(const struct wmo_team *team, int specialisme,
                                     int niveau, int32_t least);

/* The same among all in dienst who may have inwoners of [niveau]. */
int32_t wmo_team_roomiest_in_dienst(const struct wmo_team *team, int niveau);

#endif
