/* models/personeel/functie.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Functies of medewerkers: what a fte costs, how long they stay, and which inwoners
 * they may support. The positions of a team have their functies by a fixed rule, the
 * divisors of Sainte-Lague: each next position goes to the functie with the largest
 * aandeel / (2 x its positions + 1), among equals the first of the list. So a team of
 * any size has the shares as nearly as whole people can, and no luck is involved. The
 * team of a groep supports its inwoners together, so there no functie has a maximum.
 */
#ifndef WMO_FUNCTIE_H
#define WMO_FUNCTIE_H

#include "models/landschap/zorgvorm.h"

#define WMO_FUNCTIE_MAX 16
#define WMO_GEEN_FUNCTIE 255

/* Different maxima that the functies may have together. */
#define WMO_FUNCTIE_DREMPELS 2

/* The skill in the pool of who may have inwoners above drempel [d]. */
#define WMO_SKILL_BOVEN(d) (UINT32_C(1) << (28 + (d)))

struct wmo_functie {
    const char *naam, *titel; /* borrowed from the scenario */
    double aandeel;           /* of the positions, where all functies occur */
    double kosten_factor;     /* of a fte, against that of the zorgvorm */
    double verloop_factor;    /* on the hazard of leaving */
    double vacature_factor;   /* on the time to fill a vacature */
    int32_t max_minutes;      /* a week of an inwoner; INT32_MAX: any */
};

struct wmo_functies {
    int count;
    int zorgvormen;            /* how many there are */
    struct wmo_functie *items; /* [count] owned */
    bool *occurs;              /* [count x zorgvormen] owned */
    int drempel_count;
    int32_t drempel[WMO_FUNCTIE_DREMPELS]; /* the maxima, in minutes, rising */
};

/* SIM_ERR_NO_MEMORY. The caller frees in either case; a zeroed struct may be freed. */
SIM_MUST_CHECK enum sim_status wmo_functies_load(struct wmo_functies *self,
                                                 const struct sim_scenario *scenario,
                                                 const struct wmo_zorgvormen *all);
void wmo_functies_free(struct wmo_functies *self);

/* Cost of a mean fte of [zorgvorm] against its kostprijs_fte: the mean of the factors
 * by aandeel over the functies that occur there; 1 where there are none. */
double wmo_functies_kosten_factor(const struct wmo_functies *self, int zorgvorm);

/* Whether a functie of [zorgvorm] has a maximum. */
bool wmo_functies_is_beperkt(const struct wmo_functies *self, int zorgvorm);

/* The functie of a next position in a team of [zorgvorm] that has [posities] of each,
 * and of the position that it misses least; WMO_GEEN_FUNCTIE: there are none. */
int wmo_functies_erbij(const struct wmo_functies *self, int zorgvorm,
                       const int32_t *posities);
int wmo_functies_eraf(const struct wmo_functies *self, int zorgvorm,
                      const int32_t *posities);

/* How many drempels an inwoner of [minutes] a week is above. */
int wmo_functies_niveau(const struct wmo_functies *self, int32_t minutes);

/* The skills in the pool of [functie], which may be WMO_GEEN_FUNCTIE. */
uint32_t wmo_functies_skills(const struct wmo_functies *self, int functie);

/* Factors of [functie], which may be WMO_GEEN_FUNCTIE. */
double wmo_functies_verloop(const struct wmo_functies *self, int functie);
double wmo_functies_vacature(const struct wmo_functies *self, int functie);

#endif
