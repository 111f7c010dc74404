/* models/landschap/zorgvorm.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The catalogue of zorgvormen: how many hours an inwoner takes, how long support
 * lasts, what a fte gives and costs, and where the aanmeldingen come from. The
 * buurtteam is a zorgvorm of spoor basiszorg; its uren_per_week and verblijfsduur
 * hold for the casework after the onderzoek.
 */
#ifndef WMO_ZORGVORM_H
#define WMO_ZORGVORM_H

#include <stdbool.h>
#include <stdint.h>

#include "models/zorg/bereikbaarheid.h"
#include "models/zorg/evaluatie.h"
#include "models/zorg/groep.h"
#include "models/zorg/uitstroom.h"
#include "models/zorg/vervoer.h"
#include "sim/scenario/scenario.h"

enum wmo_spoor { WMO_SPOOR_BASISZORG, WMO_SPOOR_AANVULLEND };

/* What of the beweging naar voren a zorgvorm takes part in. */
enum wmo_werkwijze_bit {
    WMO_WERKWIJZE_GROEP = 1,
    WMO_WERKWIJZE_BLENDED = 2,
    WMO_WERKWIJZE_DUUR = 4,
    WMO_WERKWIJZE_WERKFIT = 8
};

struct wmo_zorgvorm {
    const char *naam, *titel; /* borrowed from the scenario */
    enum wmo_spoor spoor;
    int post;                      /* index of the begrotingspost */
    double aandeel_post;           /* share of the post */
    double kostprijs_fte_euro;     /* per year, at the price level */
    double minutes_per_fte;        /* direct minutes a week that a fte gives */
    int aanbieders_prijspeil;      /* for which those two were given; 0: any */
    double caseload_maximum;       /* inwoners per fte; 0: none */
    double contract_fte;           /* mean fte of a medewerker */
    bool per_groep;                /* medewerkers of a team support together */
    struct sim_dist uren_per_week; /* hours of a medewerker for one inwoner */
    struct sim_dist verblijfsduur; /* days */
    struct wmo_uitstroom uitstroom;
    struct wmo_evaluatie evaluatie;
    struct wmo_bereikbaarheid bereikbaarheid;
    struct wmo_groep groep;
    struct wmo_vervoer vervoer;
    double activiteit_euro_per_year; /* per inwoner in care, at the price level */
    double aandeel_activiteiten;     /* share of the budget meant for those */
    double gewicht_65plus;
    int beginstand, beginlijst;   /* inwoners, whole city */
    double beginlijst_wacht_days; /* mean time waited so far */
    double verwijzing;            /* share of onderzoeken, in the peiljaar */
    double instroom_per_year;     /* outside the buurtteam, in the peiljaar */
    double trend_per_year;
    double uitval_per_day; /* hazard of leaving the list */
    double pgb_aandeel;    /* of the aanmeldingen */
    bool eigen_bijdrage;   /* inwoners pay for it too */
    bool verschuifbaar;    /* verwijzingen may go to the buurtteam */
    bool consultatie;      /* keeps hours for it, and gets fewer verwijzingen */
    bool overbrugging;     /* who waits for it gets that */
    bool onderaannemers;   /* may be given by those */
    bool coordinatie;      /* who has it may need that of the buurtteam */
    uint8_t werkwijze;     /* enum wmo_werkwijze_bit */
    bool escalatie;        /* who waits for it may escalate */
    bool weigering;        /* who may begin with it may refuse */
};

struct wmo_zorgvormen {
    int count;
    struct wmo_zorgvorm *items; /* [count] owned */
    int buurtteam;              /* index of the one of spoor basiszorg */
};

SIM_MUST_CHECK enum sim_status wmo_zorgvormen_load(struct wmo_zorgvormen *self,
                                                   const struct sim_scenario *scenario);
void wmo_zorgvormen_free(struct wmo_zorgvormen *self);

#endif
