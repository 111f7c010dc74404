/* models/beweging/open_voorziening.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Open voorzieningen: places for day activities that anyone may use without a
 * beschikking. They take over a share of the verwijzingen to one zorgvorm, in a wijk
 * with a place free; who finds none gets maatwerk. What is open is used more: whoever
 * comes brings, with the chance of aanzuiging, another who would not have asked. Places
 * are paid as such, used or not.
 */
#ifndef WMO_OPEN_VOORZIENING_H
#define WMO_OPEN_VOORZIENING_H

#include <stdbool.h>

#include "models/landschap/begroting.h"
#include "sim/engine/resource.h"
#include "sim/engine/time.h"

struct wmo_open_voorziening {
    const char *naam, *titel;   /* borrowed from the scenario */
    int zorgvorm;               /* of which it takes over */
    struct sim_series aandeel;  /* of the verwijzingen that it can answer */
    struct sim_series plaatsen; /* whole city */
    double euro_per_plaats;     /* per year, at the price level */
    double aanzuiging;
    bool uit_zorgvorm; /* paid from the budget of the zorgvorm */
};

struct wmo_open_voorzieningen {
    int count;
    struct wmo_open_voorziening *items; /* [count] owned */
};

struct wmo_gemeente;
struct wmo_landschap;

/* SIM_ERR_NO_MEMORY. The caller frees in either case. */
SIM_MUST_CHECK enum sim_status
wmo_open_voorzieningen_load(struct wmo_open_voorzieningen *self,
                            const struct sim_scenario *scenario);
void wmo_open_voorzieningen_free(struct wmo_open_voorzieningen *self);

/* What the places of [voorziening] in [wijk] cost in [year], in euro of that year. */
double wmo_open_voorziening_euro(const struct wmo_landschap *landschap, int voorziening,
                                 int wijk, int year);

/* The same for all that are paid from the budget of [zorgvorm]. */
double wmo_open_voorzieningen_uit_zorgvorm(const struct wmo_landschap *landschap,
                                           int zorgvorm, int wijk, int year);

/* --- During a replication --- */

/* The places of a replication. */
struct wmo_open_plaatsen {
    struct sim_resource *items; /* [count x wijk_count] owned */
    int64_t *extra;             /* [wijk_count] owned; numbers who came by aanzuiging */
};

SIM_MUST_CHECK enum sim_status
wmo_open_plaatsen_init(struct wmo_open_plaatsen *self,
                       const struct wmo_landschap *landschap);
void wmo_open_plaatsen_free(struct wmo_open_plaatsen *self);
void wmo_open_plaatsen_reset(struct wmo_open_plaatsen *self,
                             const struct wmo_landschap *landschap);

/* Gives every wijk its places of the year that begins, and books what they cost. */
void wmo_open_voorzieningen_new_year(struct wmo_gemeente *self);

/* Adds the use since the last time to the record. */
void wmo_open_voorzieningen_flush(struct wmo_gemeente *self);

/* Whether [row], referred to [zorgvorm], can be answered by an open voorziening with a
 * place free in its wijk; the place is then taken. */
bool wmo_open_voorziening_takes(struct wmo_gemeente *self, uint32_t row, int zorgvorm);

/* [row], for whom a place was taken, is with nobody else any more and uses it. */
SIM_MUST_CHECK enum sim_status wmo_open_voorziening_begin(struct wmo_gemeente *self,
                                                          uint32_t row, int zorgvorm);

/* Places in use, of all voorzieningen and wijken together. */
int64_t wmo_open_plaatsen_used(const struct wmo_gemeente *self);

/* Handler of the event UIT_OPEN. */
enum sim_status wmo_open_voorziening_uit(void *self, uint32_t row);

#endif
