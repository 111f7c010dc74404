/* models/personeel/personeel.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The working life of medewerkers as the scenario describes it: how often they leave,
 * how long a vacature stays open, how many people look for work, and how long a new
 * medewerker needs to work at full strength. Left out, nobody leaves.
 */
#ifndef WMO_PERSONEEL_H
#define WMO_PERSONEEL_H

#include <stdint.h>

#include "models/landschap/doelgroep.h"
#include "sim/scenario/scenario.h"

/* Who goes when a formatie shrinks and not filling vacatures is not enough. */
enum wmo_krimp {
    WMO_KRIMP_LAATSTE, /* who was hired last */
    WMO_KRIMP_VERLOOP  /* nobody: whoever leaves is not replaced */
};

/* What happens to the inwoners of a medewerker who leaves. */
enum wmo_overdracht_naar {
    WMO_OVERDRACHT_OPVOLGER, /* they wait for who comes on the same position */
    WMO_OVERDRACHT_COLLEGA,  /* a colleague with room; without one, the list */
    WMO_OVERDRACHT_LIJST     /* back to the wachtlijst, as a new aanmelding */
};

/* Sick leave. Of a medewerker, [aandeel_kort] and [aandeel_lang] of the time in dienst
 * is short and long illness; a spell begins at a constant rate when well, which follows
 * from share and duration: aandeel / (mean duration x (1 - both)). */
struct wmo_verzuim {
    double aandeel_kort, aandeel_lang;
    struct sim_dist kort_duur, lang_duur; /* days */
    double kort_per_day, lang_per_day;    /* hazards while well */
    double overdracht_days;               /* of long illness, until handing over */
};

#define WMO_SPECIALISMEN_ALLE ((UINT32_C(1) << WMO_DOELGROEP_MAX) - 1)

/* Specialisms: bit d is that of doelgroep d. */
struct wmo_specialisme {
    bool *zorgvorm; /* [zorgvorm] owned; where they matter; NULL: nowhere */
    double share[WMO_DOELGROEP_MAX]; /* of the medewerkers who has each */
    uint32_t everybody;              /* the bits that everybody has */
    double zoektijd_days;            /* after that anyone may serve; -1: never */
    bool aan_de_beurt; /* that begins when a place came that was without it */
    double verlies;    /* extra hours, as a share, without a match */
};

struct wmo_arbeidsmarkt {
    struct sim_dist vacature_duur; /* days from a candidate in view to the first day */
    double vervulbaar;             /* share of the attempts that leads to a contract */
    int werkzoekenden;             /* at the start; 0: never short of them */
    double instroom_per_day;       /* new werkzoekenden */
    double uitstroom_per_day;      /* hazard with which each gives up */
    double terugkeer;              /* share of those who leave a team that look on */
};

struct wmo_personeel {
    double verloop_per_day;      /* hazard of leaving */
    double concurrentie_per_day; /* and of zorgvormen that depend on the form */
    enum wmo_krimp krimp;
    double vacatures_begin; /* share of the positions that is open at the start */
    double inwerk_days, inwerk_productiviteit;
    enum wmo_overdracht_naar overdracht;
    double overdracht_rek; /* share of the hours by which a colleague may overrun */
    int32_t overdracht_minutes; /* that a new medewerker spends on each inwoner */
    struct wmo_verzuim verzuim;
    struct wmo_specialisme specialisme;
    struct wmo_arbeidsmarkt markt;
};

/* Hours that a medewerker can promise, per hour of the formatieplan. The direct hours
 * of a fte in a formatieplan are a mean over well and ill, and so are the hours a week
 * of an inwoner. The weeks of short illness are in both; the inwoners stay, and nothing
 * changes. Of long illness the inwoners go to others, who must have the hours for it:
 * 1 / (1 - aandeel_lang). So a team that is full has the hours of its formatie, and
 * costs what that costs. */
static inline double wmo_personeel_uren_factor(const struct wmo_personeel *self)
{
    return 1 / (1 - self->verzuim.aandeel_lang);
}

/* SIM_ERR_NO_MEMORY. The caller frees in either case; a zeroed struct may be freed. */
SIM_MUST_CHECK enum sim_status wmo_personeel_load(struct wmo_personeel *self,
                                                  const struct sim_scenario *scenario);
void wmo_personeel_free(struct wmo_personeel *self);

#endif
