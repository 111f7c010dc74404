/* models/gemeente/sociale_basis.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sociale basis: places in every wijk, carried by institutions, by vrijwilligers
 * and by investeringen. A hulpvraag that fits and finds a place free is answered there;
 * nobody waits for a place. With arrivals at random the share that finds none is that
 * of the loss formula of Erlang, for any distribution of the time a place is used.
 */
#ifndef WMO_SOCIALE_BASIS_H
#define WMO_SOCIALE_BASIS_H

#include <stdbool.h>

#include "models/landschap/wijk.h"
#include "sim/engine/time.h"

/* Money that keeps up places, for as long as it is paid. */
struct wmo_investering {
    struct sim_series euro_per_year; /* at the price level */
    double euro_per_plaats; /* per year, at the price level; no places: INFINITY */
    sim_time start, einde;  /* paid from, and before */
    sim_time delay;         /* from the first euro to the first place */
    bool *gebied;           /* [wijk] owned; NULL: everywhere */
};

enum wmo_plaatsen_verdeling {
    WMO_PLAATSEN_VRAAG,
    WMO_PLAATSEN_INWONERS,
    WMO_PLAATSEN_GELIJK
};

struct wmo_sociale_basis {
    struct sim_series plaatsen;  /* whole city, without those below */
    double vrijwilligers;        /* in the peiljaar */
    double vrijwilligers_growth; /* per year */
    double plaatsen_per_vrijwilliger;
    int peiljaar;
    enum wmo_plaatsen_verdeling verdeling; /* over the wijken */
    int investering_count;
    struct wmo_investering *investeringen; /* [investering_count] owned */
    double bezetting_begin;
    double aandeel_passend;
    struct sim_dist verblijfsduur; /* days */
};

struct wmo_gemeente;

/* SIM_ERR_NO_MEMORY. The caller frees in either case. */
SIM_MUST_CHECK enum sim_status
wmo_sociale_basis_load(struct wmo_sociale_basis *self,
                       const struct sim_scenario *scenario, struct sim_date origin);
void wmo_sociale_basis_free(struct wmo_sociale_basis *self);

/* Places in [wijk] at [now], which falls in calendar year [year]. */
double wmo_sociale_basis_plaatsen(const struct wmo_sociale_basis *self,
                                  const struct wmo_wijken *wijken, int wijk, int year,
                                  sim_time now);

/* What the investeringen cost in [wijk] from [from] to [to], which make up calendar
 * year [year], in euro at the price level. */
double wmo_sociale_basis_euro(const struct wmo_sociale_basis *self,
                              const struct wmo_wijken *wijken, int wijk, int year,
                              sim_time from, sim_time to);

/* --- During a replication --- */

/* Gives every wijk its places as of now; whoever uses one stays. */
void wmo_sociale_basis_set_plaatsen(struct wmo_gemeente *self);

/* Books this year's investeringen, at the start of the year. */
void wmo_sociale_basis_book(struct wmo_gemeente *self);

/* Schedules the days on which investeringen give or take places. */
SIM_MUST_CHECK enum sim_status wmo_sociale_basis_schedule(struct wmo_gemeente *self);

/* The hulpvraag of [row] comes to the sociale basis first; [taken]: it is answered
 * there. */
SIM_MUST_CHECK enum sim_status wmo_sociale_basis_hulpvraag(struct wmo_gemeente *self,
                                                           uint32_t row, bool *taken);

/* [row] has a place from now on, which is seized; the time it is used begins or, with
 * [under_way], goes on at the start of the run. */
SIM_MUST_CHECK enum sim_status wmo_sociale_basis_use(struct wmo_gemeente *self,
                                                     uint32_t row, bool under_way);

/* Fills the places that are in use at the start. */
SIM_MUST_CHECK enum sim_status wmo_sociale_basis_fill(struct wmo_gemeente *self);

/* Handlers of the events of the same name. */
enum sim_status wmo_sociale_basis_uit(void *self, uint32_t row);
enum sim_status wmo_sociale_basis_plaatsen_event(void *self, uint32_t unused);

#endif
