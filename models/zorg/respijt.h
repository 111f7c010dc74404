/* models/zorg/respijt.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What kortdurend verblijf does for who waits for support: a share of them asks for
 * respijt when the wait begins, and from the first night until some days after the last
 * the hazard of an escalatie is lower.
 */
#ifndef WMO_RESPIJT_H
#define WMO_RESPIJT_H

#include <stdint.h>

#include "sim/engine/time.h"
#include "sim/scenario/scenario.h"

struct wmo_respijt {
    int doelgroep;  /* WMO_NONE: anybody */
    double aandeel; /* of who begins to wait, and can escalate */
    double demping; /* part of the hazard that is taken away */
    double dagen;   /* after the last night */
};

struct wmo_gemeente;

void wmo_respijt_load(struct wmo_respijt *self, const struct sim_scenario *scenario);

/* When that happens which would have at [time], if until [until] the hazard is [factor]
 * times what it was. Both are from [from] on, the first moment at which it can. */
sim_time wmo_respijt_delayed(sim_time time, sim_time from, sim_time until,
                             double factor);

/* [row] begins to wait: it may ask for respijt. */
SIM_MUST_CHECK enum sim_status wmo_respijt_ask(struct wmo_gemeente *self, uint32_t row);

/* A stay of [nights] begins for the inwoner called [id], who was at [row] when it
 * asked; if it waits still, its escalatie is put off. */
SIM_MUST_CHECK enum sim_status
wmo_respijt_begin(struct wmo_gemeente *self, uint32_t row, uint64_t id, int64_t nights);

#endif
