/* models/zorg/uitstroom.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How support ends and whether it comes back. The reasons compete: each has a time of
 * its own, and the earliest counts. The stated verblijfsduur holds for all reasons
 * together, as stocks and flows are counted in practice; so the time until the goal is
 * longer than that, by just so much that the other reasons bring it back. For an
 * exponential stay of mean m and other reasons of hazard h together, the goal has
 * hazard 1/m - h (competing risks: Cox and Oakes 1984, "Analysis of survival data",
 * chapter 9); in a mixture that holds per branch. So stays keep their distribution. The
 * factor of a doelgroep is on the stay as a whole, whatever ends it.
 *
 * A doelgroep may have factors on the reasons too, divided by their mean over who
 * starts with the zorgvorm. With factor f, a reason of hazard h takes the share f x h x
 * m of its stays of mean m, so of all stays together h x m as before; the goal makes
 * room for that per doelgroep, so that its stay does not change either.
 */
#ifndef WMO_UITSTROOM_H
#define WMO_UITSTROOM_H

#include "sim/scenario/scenario.h"

enum wmo_reden {
    WMO_REDEN_DOEL, /* the goal is reached */
    WMO_REDEN_WLZ,
    WMO_REDEN_PARTICIPATIEWET,
    WMO_REDEN_VERHUIZING,
    WMO_REDEN_OVERLIJDEN,
    WMO_REDEN_COUNT
};

/* The part of a zorgvorm that is about ending. */
struct wmo_uitstroom {
    double per_day[WMO_REDEN_COUNT]; /* hazards; that of the goal is in [doel] */
    double bij_evaluatie;            /* the same of evaluations that end it */
    struct sim_dist verblijf;        /* days, whatever the reason */
    struct sim_dist doel;            /* days until the goal is reached */
    double terugval;                 /* share of who reached the goal that comes back */
    struct sim_dist terugval_na;     /* days until then */
    double terugval_zwaarder;        /* factor on the hours of who came back */
};

struct wmo_gemeente;
struct wmo_inwoner;
struct wmo_doelgroepmix;

/* Reads the ending of zorgvorm [node], whose stay with all reasons together is
 * [verblijfsduur]. After the checks of check_zorg.h. */
void wmo_uitstroom_load(struct wmo_uitstroom *self, const struct sim_scenario *scenario,
                        const struct sim_node *node,
                        const struct sim_dist *verblijfsduur);

/* The mean in days of the longest branch of [dist]; 0 when it is no exponential or
 * mixture of those, which leave no room for other reasons at any time. */
double wmo_uitstroom_longest(const struct sim_dist *dist);

/* The hazard per day of all reasons but the goal that the scenario gives [node], those
 * of evaluations too. */
double wmo_uitstroom_other(const struct sim_scenario *scenario,
                           const struct sim_node *node);

/* Reads into [factor], one per reason, those of doelgroep [node]; 1 without. */
void wmo_uitstroom_load_factors(double *factor, const struct sim_scenario *scenario,
                                const struct sim_node *node);

/* The hazard per day of all reasons but the goal of who is of [doelgroep] in
 * [zorgvorm], as [self], whose mean stay is that of the zorgvorm, has it. */
double wmo_uitstroom_other_of(const struct wmo_uitstroom *self,
                              const struct wmo_doelgroepmix *mix, int zorgvorm,
                              int doelgroep);

/* Days until support of [inwoner] by the rules of [zorgvorm] ends, and in [reden] why;
 * with [under_way], of a stay in progress at the start of the run. */
double wmo_uitstroom_draw(struct wmo_gemeente *self, const struct wmo_inwoner *inwoner,
                          int zorgvorm, bool under_way, enum wmo_reden *reden);

/* Draws the end of support of [row] by the rules of [zorgvorm], and plans it and the
 * first evaluation. */
SIM_MUST_CHECK enum sim_status wmo_uitstroom_plan(struct wmo_gemeente *self,
                                                  uint32_t row, int zorgvorm,
                                                  bool under_way);

/* Support of [row] has ended for the reason planned: counts it. The inwoner goes out of
 * view, or stays known to come back. */
SIM_MUST_CHECK enum sim_status wmo_uitstroom_end(struct wmo_gemeente *self,
                                                 uint32_t row);

/* The factor on the hours of [inwoner] in [zorgvorm]: above 1 for who comes back. */
double wmo_uitstroom_zwaarte(const struct wmo_gemeente *self,
                             const struct wmo_inwoner *inwoner, int zorgvorm);

/* Handler of the event TERUGVAL: [row] comes back with a new hulpvraag, as the same
 * person in a next episode. */
enum sim_status wmo_uitstroom_terugval(void *self, uint32_t row);

#endif
