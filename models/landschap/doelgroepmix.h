/* models/landschap/doelgroepmix.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who the inwoners are: which part of the hulpvragen of a wijk comes from which
 * doelgroep and leeftijdsgroep, and what that does to the sociale basis, verwijzing,
 * hours and stay. Doelgroepen divide what the scenario gives for the city; they do not
 * add to it. Marking the points of a Poisson process independently splits it in
 * independent Poisson processes, one per wijk, leeftijdsgroep and doelgroep.
 *
 * In a wijk, with P(d) the share of doelgroep d in the hulpvragen:
 *   sociale basis    aandeel_passend x factor(d) / mean of factor over P
 *   reaching         R(d) ~ P(d) (1 - chance of the sociale basis), if it has room
 *   verwijzing to z  share of z x past(d, z) / mean of past over R
 *   in zorgvorm z    M(d) ~ R(d) past(d, z); also for who comes in directly
 *   with buurtteam   M(d) ~ R(d) (1 - all verwijzing of d)
 * so the totals stay what they were for any doelgroepen. The factors on uitval, stay,
 * reasons of uitstroom and hours are divided by their means over the city in the first
 * year: of the hours per inwoner in care, of the others per aanmelding, so that the
 * load of a zorgvorm stays the same too.
 */
#ifndef WMO_DOELGROEPMIX_H
#define WMO_DOELGROEPMIX_H

#include "models/landschap/doelgroep.h"

struct wmo_doelgroepmix {
    int count; /* doelgroepen; 0: none, and no tables */
    int leeftijd_count, wijk_count, zorgvorm_count;
    double *aandeel;       /* [year x wijk x doelgroep] owned; P */
    double *leeftijd;      /* [year x wijk x doelgroep x leeftijd] owned; shares */
    double *past;          /* [year x wijk x doelgroep] owned; for the sociale basis */
    double *bereikt;       /* [year x wijk x doelgroep] owned; R */
    double *verwijzing;    /* [year x wijk x zorgvorm x doelgroep] owned; factor */
    double *samenstelling; /* [year x wijk x zorgvorm x doelgroep] owned; M */
    double *duur, *uren;   /* [zorgvorm x doelgroep] owned; factor */
    double *uitval;        /* the same */
    double *reden;     /* [zorgvorm x doelgroep x WMO_REDEN_COUNT] owned; the same */
    bool *heeft_reden; /* [zorgvorm x doelgroep] owned; whether one counts */
};

/* Works out the tables of [landschap], of which all but the mix has been read, for the
 * middle of each year. SIM_ERR_NO_MEMORY. The caller frees in either case. */
struct wmo_landschap;
SIM_MUST_CHECK enum sim_status
wmo_doelgroepmix_init(struct wmo_doelgroepmix *self,
                      const struct wmo_landschap *landschap);
void wmo_doelgroepmix_free(struct wmo_doelgroepmix *self);

struct wmo_kenmerk {
    int doelgroep, leeftijdsgroep;
};

/* Who has a hulpvraag in [wijk], when a uniform draw gave [u]; only with doelgroepen,
 * and so below. */
struct wmo_kenmerk wmo_doelgroepmix_hulpvraag(const struct wmo_doelgroepmix *self,
                                              int year_index, int wijk, double u);

/* Who comes to the buurtteam for an onderzoek in [wijk]. */
struct wmo_kenmerk wmo_doelgroepmix_onderzoek(const struct wmo_doelgroepmix *self,
                                              int year_index, int wijk, double u);

/* Who is entered for [zorgvorm] in [wijk]. */
struct wmo_kenmerk wmo_doelgroepmix_aanmelding(const struct wmo_doelgroepmix *self,
                                               int year_index, int zorgvorm, int wijk,
                                               double u);

/* Who is in care at a moment: who stays longer is there more often. */
struct wmo_kenmerk wmo_doelgroepmix_in_zorg(const struct wmo_doelgroepmix *self,
                                            int year_index, int zorgvorm, int wijk,
                                            double u);

/* Who is in the sociale basis. */
struct wmo_kenmerk
wmo_doelgroepmix_in_sociale_basis(const struct wmo_doelgroepmix *self, int year_index,
                                  int wijk, double u);

/* Who of [doelgroep] there is in [wijk]. */
struct wmo_kenmerk wmo_doelgroepmix_van(const struct wmo_doelgroepmix *self,
                                        int year_index, int wijk, int doelgroep,
                                        double u);

/* The chance that the sociale basis fits a hulpvraag of [doelgroep] in [wijk]. */
double wmo_doelgroepmix_past(const struct wmo_doelgroepmix *self, int year_index,
                             int wijk, int doelgroep);

/* How much more often than others an onderzoek of [doelgroep] leads to [zorgvorm]. */
double wmo_doelgroepmix_verwijzing(const struct wmo_doelgroepmix *self, int year_index,
                                   int wijk, int zorgvorm, int doelgroep);

/* The factors on stay, hours and uitval; 1 for WMO_GEEN_DOELGROEP and in a
 * scenario without doelgroepen. */
double wmo_doelgroepmix_duur(const struct wmo_doelgroepmix *self, int zorgvorm,
                             int doelgroep);
double wmo_doelgroepmix_uren(const struct wmo_doelgroepmix *self, int zorgvorm,
                             int doelgroep);
double wmo_doelgroepmix_uitval(const struct wmo_doelgroepmix *self, int zorgvorm,
                               int doelgroep);

/* The same on how often [reden], an enum wmo_reden, ends a stay, and whether any of
 * those is not 1 for a reason that [zorgvorm] has. */
double wmo_doelgroepmix_reden(const struct wmo_doelgroepmix *self, int zorgvorm,
                              int doelgroep, int reden);
bool wmo_doelgroepmix_has_reden(const struct wmo_doelgroepmix *self, int zorgvorm,
                                int doelgroep);

#endif
