/* models/zorg/evaluatie.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Evaluations of support under way. Every so often somebody looks whether an inwoner
 * needs more hours, fewer, a lighter spoor, nothing any more, or the same again.
 *
 * - More hours start with the same medewerker when there is room and money, else with
 *   another of the team (a wisseling), else the inwoner waits for them, in care; before
 *   who waits for a start, as the medewerkers' own inwoners are nearest to them.
 * - A lighter spoor needs room there that nobody without support waits for. Who could
 *   go but cannot is geblokkeerd: stays, with the same hours, until there is room.
 * - The stated verblijfsduur counts ends and moves by evaluations too (uitstroom.h), as
 *   if nobody were blocked: with probability p of leaving and mean interval d they have
 *   hazard p / d, exact for exponential intervals. Being blocked makes a stay longer.
 *
 * Who waits for one change is not evaluated for another.
 */
#ifndef WMO_EVALUATIE_H
#define WMO_EVALUATIE_H

#include "sim/scenario/scenario.h"

enum wmo_oordeel {
    WMO_OORDEEL_OPSCHALEN,
    WMO_OORDEEL_AFSCHALEN, /* fewer hours */
    WMO_OORDEEL_NAAR_BUURTTEAM,
    WMO_OORDEEL_NAAR_SOCIALE_BASIS,
    WMO_OORDEEL_EINDE,
    WMO_OORDEEL_VERLENGEN, /* nothing changes */
    WMO_OORDEEL_COUNT
};

/* The part of a zorgvorm that is about evaluations. */
struct wmo_evaluatie {
    bool is_on;
    struct sim_dist interval;             /* days */
    double cumulative[WMO_OORDEEL_COUNT]; /* of the chances; the last is 1 */
    double stap[WMO_OORDEEL_COUNT];       /* factor on the hours */
    double minutes_per_week;              /* that evaluations take, spread evenly */
    double herindicatie_days;             /* from evaluation to change */
    int herindicatie_minutes;             /* a week, in that time */
};

struct wmo_gemeente;
struct wmo_inwoner;

/* Reads the evaluations of zorgvorm [node]. */
void wmo_evaluatie_load(struct wmo_evaluatie *self, const struct sim_scenario *scenario,
                        const struct sim_node *node);

/* The hazard per day of leaving zorgvorm [node] by an evaluation. */
double wmo_evaluatie_leaving(const struct sim_scenario *scenario,
                             const struct sim_node *node);

/* Support of [row] goes on by the rules of its zorgvorm: plans its next evaluation,
 * the first one half way an interval when [under_way]. */
SIM_MUST_CHECK enum sim_status wmo_evaluatie_plan(struct wmo_gemeente *self,
                                                  uint32_t row, bool under_way);

/* Handlers of the events of the same name. */
enum sim_status wmo_evaluatie_evaluatie(void *self, uint32_t row);
enum sim_status wmo_evaluatie_herindicatie(void *self, uint32_t row);

#endif
