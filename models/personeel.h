/* models/personeel.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The working life of medewerkers as the scenario describes it: how often they leave,
 * how long a vacature stays open, how many people look for work, and how long a new
 * medewerker needs to work at full strength. Left out, nobody leaves.
 */
#ifndef WMO_PERSONEEL_H
#define WMO_PERSONEEL_H

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

struct wmo_arbeidsmarkt {
    struct sim_dist vacature_duur; /* days from a candidate in view to the first day */
    double vervulbaar;             /* share of the attempts that leads to a contract */
    int werkzoekenden;             /* at the start; 0: never short of them */
    double instroom_per_day;       /* new werkzoekenden */
    double uitstroom_per_day;      /* hazard with which each gives up */
    double terugkeer;              /* share of those who leave a team that look on */
};

struct wmo_personeel {
    double verloop_per_day; /* hazard of leaving */
    enum wmo_krimp krimp;
    double vacatures_begin; /* share of the positions that is open at the start */
    double inwerk_days, inwerk_productiviteit;
    enum wmo_overdracht_naar overdracht;
    double overdracht_rek; /* share of the hours by which a colleague may overrun */
    int32_t overdracht_minutes; /* that a new medewerker spends on each inwoner */
    struct wmo_arbeidsmarkt markt;
};

void wmo_personeel_load(struct wmo_personeel *self,
                        const struct sim_scenario *scenario);

#endif
