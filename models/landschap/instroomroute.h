/* models/landschap/instroomroute.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The routes by which inwoners come besides with a hulpvraag: from the Jeugdwet at 18,
 * out of beschermd wonen, by the regionale toegang or the Wmo-loket. Who comes along a
 * route passes the sociale basis by, and is entered where the route leads: for a
 * zorgvorm, or with the buurtteam for an onderzoek.
 */
#ifndef WMO_INSTROOMROUTE_H
#define WMO_INSTROOMROUTE_H

#include <stdbool.h>

#include "models/landschap/wijk.h"
#include "models/landschap/zorgvorm.h"
#include "sim/engine/time.h"

struct wmo_instroomroute {
    const char *naam, *titel; /* borrowed from the scenario */
    uint32_t herkomst;        /* names who comes, see herkomst.h */
    int naar;                 /* zorgvorm */
    int doelgroep;            /* WMO_GEEN_DOELGROEP: as of who is there by referral */
    double per_year;          /* in the peiljaar, whole city */
    double trend_per_year;    /* on top of the growth of the inwoners of the city */
    double gewicht_65plus;    /* division over wijken, see wmo_wijken_aandeel */
    bool *gebied;             /* [wijk] owned; where it leads to; NULL: everywhere */
    sim_time start, einde;    /* from, and before */
};

struct wmo_instroomroutes {
    int count, zorgvorm_count;
    int peiljaar;
    /* [count] owned. The first zorgvorm_count are those of zorgvormen.*.instroom. */
    struct wmo_instroomroute *items;
};

/* SIM_ERR_NO_MEMORY. The caller frees in either case. */
SIM_MUST_CHECK enum sim_status wmo_instroomroutes_load(
    struct wmo_instroomroutes *self, const struct sim_scenario *scenario,
    const struct wmo_zorgvormen *zorgvormen, struct sim_date origin);
void wmo_instroomroutes_free(struct wmo_instroomroutes *self);

/* Aanmeldingen per year along [route] from [wijk] at [year], while it is open. */
double wmo_instroomroutes_rate(const struct wmo_instroomroutes *self, int route,
                               const struct wmo_wijken *wijken, int wijk, double year);

/* The part of the time from [from] to [to] in which [route] is open. */
double wmo_instroomroute_open(const struct wmo_instroomroute *route, sim_time from,
                              sim_time to);

#endif
