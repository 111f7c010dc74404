/* models/landschap/aanbieder.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who offers what where: aanbieders, each with an aanbod per zorgvorm, each with a
 * team in every wijk, in every gebied, or one team for its whole area. An entry of the
 * scenario may stand for more aanbieders, that divide its weight: see verdeling.h.
 */
#ifndef WMO_AANBIEDER_H
#define WMO_AANBIEDER_H

#include <stdbool.h>

#include "models/bekostiging/familie.h"
#include "models/landschap/doelgroep.h"
#include "models/landschap/wijk.h"
#include "models/landschap/zorgvorm.h"
#include "models/organisatie/gebied.h"

#define WMO_NONE (-1)

struct wmo_aanbod {
    int aanbieder; /* index of the aanbieder */
    int entry;     /* of the list in the scenario that it comes from */
    int zorgvorm;
    int aantal;           /* aanbieders that share this with it: it is one of so many */
    double deel, som;     /* it has deel / som of the gewicht of its entry */
    double uitleen;       /* share of a team's hours that may serve other wijken */
    bool selecteert;      /* may refuse complex inwoners: no acceptatieplicht */
    bool deelt_lijst;     /* see gedeelde_lijst.h */
    uint32_t doelgroepen; /* bit d: serves doelgroep d */
    int start_year;       /* on whose 1 January it starts; 0: before the run */
    int end_year;         /* its last; INT_MAX: after the run */
    int instroom_year;    /* the last with new aanmeldingen; INT_MAX: as long as it is
                             there */

    /* Whether an acceptatieplicht is stated: then nobody may be refused. */
    bool moet_aannemen;
    enum wmo_familie familie;
    /* What its contract costs the gemeente in a year, euro; its first aanbod has it. */
    double contractlast_euro;
    /* Direct hours of a fte, against those of the zorgvorm. */
    double uren_factor;

    int first_team, team_count; /* its teams stand together */
};

/* Whether [self] is one to choose from in [year]. */
static inline bool wmo_aanbod_is_offered(const struct wmo_aanbod *self, int year)
{
    return self->start_year <= year && year <= self->end_year;
}

/* Whether [self] serves inwoners of [doelgroep], which may be WMO_GEEN_DOELGROEP. */
static inline bool wmo_aanbod_serves(const struct wmo_aanbod *self, int doelgroep)
{
    return doelgroep == WMO_GEEN_DOELGROEP || (self->doelgroepen >> doelgroep & 1) == 1;
}

/* The organisation of a team; its state is in team.h. */
struct wmo_teamplan {
    int aanbod;
    int wijk;     /* WMO_NONE: one team for its whole area, */
    int gebied;   /* which may be a gebied; WMO_GEEN_GEBIED: all of the aanbod */
    int wijken;   /* in how many it works */
    int lijst;    /* the team that holds its wachtlijst: itself, but for a shared one */
    int volgende; /* the next team with the same list; WMO_NONE: the last */
};

/* The aanbod from which an inwoner of one wijk who needs one zorgvorm can choose. */
struct wmo_keuze {
    int count;
    int *aanbod;        /* [count] part of self->keuze_aanbod */
    double *cumulative; /* [count] cumulative weight; the last is 1 */
};

struct wmo_aanbieders {
    struct wmo_gebieden gebieden;
    /* [entry of `aanbieders`] owned; share of budget and aanmeldingen by year, relative
     * to the others. */
    struct sim_series *gewicht;
    int count;
    char **naam;              /* [count] owned */
    double *omvallen_per_day; /* [count] owned; hazard: omvallen.h */
    bool
        any_runs_out; /* whether somebody takes no new aanmeldingen from some year on */
    int aanbod_count;
    struct wmo_aanbod *aanbod; /* [aanbod_count] owned */
    int team_count;
    struct wmo_teamplan *teams; /* [team_count] owned */
    int wijk_count;
    int *team_of; /* [aanbod_count x wijk_count] owned; WMO_NONE: not served */
    int zorgvorm_count;
    int first_year;           /* of the run */
    int keuze_years;          /* for so many years there is a choice of its own */
    struct wmo_keuze *keuze;  /* [keuze_years x zorgvorm_count x wijk_count] owned */
    int *keuze_aanbod;        /* owned */
    double *keuze_cumulative; /* owned */
};

/* Loads and expands the aanbieders. SIM_ERR_NO_MEMORY. */
SIM_MUST_CHECK enum sim_status wmo_aanbieders_load(struct wmo_aanbieders *self,
                                                   const struct sim_scenario *scenario,
                                                   int wijk_count, int zorgvorm_count);
void wmo_aanbieders_free(struct wmo_aanbieders *self);

/* The team of [aanbod] for inwoners of [wijk], or WMO_NONE. */
static inline int wmo_aanbieders_team(const struct wmo_aanbieders *self, int aanbod,
                                      int wijk)
{
    return self->team_of[aanbod * self->wijk_count + wijk];
}

/* What inwoners of [wijk] can choose from for [zorgvorm] in year [year_index] of the
 * run; at least one after the checks of check.h. */
static inline const struct wmo_keuze *
wmo_aanbieders_keuze(const struct wmo_aanbieders *self, int year_index, int zorgvorm,
                     int wijk)
{
    int year = self->keuze_years > 1 ? year_index : 0;
    return &self->keuze[(year * self->zorgvorm_count + zorgvorm) * self->wijk_count +
                        wijk];
}

/* Whether [aanbod] starts with year [year_index] of the run, and whether its last year
 * was the one before. */
static inline bool wmo_aanbieders_starts(const struct wmo_aanbieders *self, int aanbod,
                                         int year_index)
{
    return self->aanbod[aanbod].start_year == self->first_year + year_index;
}

static inline bool wmo_aanbieders_ended(const struct wmo_aanbieders *self, int aanbod,
                                        int year_index)
{
    return year_index > 0 &&
           self->aanbod[aanbod].end_year == self->first_year + year_index - 1;
}

/* Whether [aanbod] takes new aanmeldingen in year [year_index] of the run. */
static inline bool wmo_aanbieders_takes_new(const struct wmo_aanbieders *self,
                                            int aanbod, int year_index)
{
    return self->first_year + year_index <= self->aanbod[aanbod].instroom_year;
}

/* Whether [aanbod] takes new inwoners of [doelgroep] in year [year_index] of the run.
 */
static inline bool wmo_aanbieders_takes(const struct wmo_aanbieders *self, int aanbod,
                                        int year_index, int doelgroep)
{
    return wmo_aanbieders_takes_new(self, aanbod, year_index) &&
           wmo_aanbod_serves(&self->aanbod[aanbod], doelgroep);
}

/* What [aanbod] has of the gewicht of its entry in calendar year [year]. */
double wmo_aanbieders_gewicht(const struct wmo_aanbieders *self, int aanbod, int year);

/* The weight of [aanbod] in year [year_index] among those that serve [zorgvorm] in
 * [wijk]: 0 when it does not; the weights of a zorgvorm in a wijk sum to 1. */
double wmo_aanbieders_aandeel(const struct wmo_aanbieders *self, int year_index,
                              int aanbod, int wijk);

#endif
