/* models/zorg/wens.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Inwoners in care who would change and may have to wait for that, without leaving
 * care: for more hours, or for room in a lighter spoor (geblokkeerd). Three lists: by
 * team for more hours, by team of the buurtteam and by wijk of the sociale basis.
 */
#ifndef WMO_WENS_H
#define WMO_WENS_H

#include <stdbool.h>

#include "sim/engine/queue.h"
#include "sim/status.h"

enum wmo_wens {
    WMO_WENS_GEEN,
    WMO_WENS_MEER, /* hours */
    WMO_WENS_BUURTTEAM,
    WMO_WENS_SOCIALE_BASIS,
};

struct wmo_wensen {
    int team_count, wijk_count;
    uint32_t capacity;
    struct sim_queue_link *links; /* [capacity] owned; by row of an inwoner */
    struct sim_queue *lists;      /* [2 x team_count + wijk_count] owned */
};

struct wmo_gemeente;

/* Prepares the lists for [capacity] inwoners. SIM_ERR_NO_MEMORY. */
SIM_MUST_CHECK enum sim_status wmo_wensen_init(struct wmo_wensen *self, int team_count,
                                               int wijk_count, uint32_t capacity);
void wmo_wensen_free(struct wmo_wensen *self);
void wmo_wensen_reset(struct wmo_wensen *self);

/* Makes room for [capacity] inwoners, if there is not. SIM_ERR_NO_MEMORY. */
SIM_MUST_CHECK enum sim_status wmo_wensen_grow(struct wmo_wensen *self,
                                               uint32_t capacity);

/* [row], in care, needs [minutes] a week, more than now: at once when there is room and
 * money, or when there is. */
SIM_MUST_CHECK enum sim_status wmo_wens_meer(struct wmo_gemeente *self, uint32_t row,
                                             int minutes);

/* [row], in care, can do with a lighter spoor: moves there, or when there is room. */
SIM_MUST_CHECK enum sim_status wmo_wens_lichter(struct wmo_gemeente *self, uint32_t row,
                                                enum wmo_wens wens);

/* Support of [row] ends: no more evaluations and calls, and nothing to wait for. */
void wmo_wens_stop(struct wmo_gemeente *self, uint32_t row);

/* Hours of [team] came free: gives them to who waits for more. */
SIM_MUST_CHECK enum sim_status wmo_wens_serve_meer(struct wmo_gemeente *self, int team);

/* Hours of [team] are left now that its list is served: lets in who is geblokkeerd. */
SIM_MUST_CHECK enum sim_status wmo_wens_serve_buurtteam(struct wmo_gemeente *self,
                                                        int team);

/* A place in the sociale basis of [wijk] came free: the same. */
SIM_MUST_CHECK enum sim_status wmo_wens_serve_sociale_basis(struct wmo_gemeente *self,
                                                            int wijk);

/* Whether exactly those are on the lists who are in care and wait for a change, and
 * the counted levels say so. */
bool wmo_wens_agrees(const struct wmo_gemeente *self);

#endif
