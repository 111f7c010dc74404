/* models/zorg/bedden.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Kortdurend verblijf: the beds of the city in which somebody stays some nights so that
 * a mantelzorger can rest. Planned respijt waits for a bed as long as it takes, an
 * adempauze some days at most; both are on one list, first come first served. Who asks
 * at the last minute has a bed at once or is lost, and has some beds that planned stays
 * leave free. Nights are paid by the piece, beside the teams.
 */
#ifndef WMO_BEDDEN_H
#define WMO_BEDDEN_H

#include <stdbool.h>

#include "models/zorg/respijt.h"
#include "models/landschap/wijk.h"
#include "sim/engine/arrivals.h"
#include "sim/engine/dist.h"
#include "sim/engine/entity_pool.h"
#include "sim/engine/fel.h"
#include "sim/engine/queue.h"
#include "sim/engine/resource.h"

enum wmo_verblijf_soort {
    WMO_VERBLIJF_RESPIJT,
    WMO_VERBLIJF_ADEMPAUZE,
    WMO_VERBLIJF_LAST_MINUTE,
    WMO_VERBLIJF_SOORT_COUNT
};

struct wmo_kortdurend_verblijf {
    int bedden;             /* 0: no such thing, and the rest means nothing */
    int last_minute_bedden; /* of those, not for planned stays */
    double gewicht_65plus;  /* of the division over the wijken */
    int peiljaar;
    double euro_per_etmaal; /* at the price level */
    int post;               /* of the begroting; WMO_NONE: no budget */
    double aandeel_post;
    double adempauze_wacht; /* days that an adempauze waits at most */
    struct wmo_respijt effect;
    struct {
        double per_year; /* in the peiljaar; grows with the inwoners of the city */
        struct sim_dist nachten;
    } soorten[WMO_VERBLIJF_SOORT_COUNT];
};

struct wmo_gemeente;
struct wmo_landschap;

void wmo_kortdurend_verblijf_load(struct wmo_kortdurend_verblijf *self,
                                  const struct sim_scenario *scenario);

/* What a night costs in [year], in cents of that year. */
double wmo_kortdurend_verblijf_cents(const struct wmo_landschap *landschap, int year);

/* --- During a replication --- */

/* Somebody who asked for a bed. */
struct wmo_aanvraag {
    uint64_t id;      /* names the request in every scenario; keys the draws */
    uint64_t inwoner; /* who asks, if it waits for support; else 0 */
    uint32_t row;     /* of that inwoner */
    int wijk;
    enum wmo_verblijf_soort soort;
    sim_event_id opgeven; /* when it is given up; of an adempauze */
};

struct wmo_bed {
    struct wmo_aanvraag van; /* who is in it; id 0: nobody */
    sim_time tot;            /* until when */
};

struct wmo_bedden {
    struct wmo_bed *items;           /* [bedden] owned */
    int gepland;                     /* of those, in use for planned stays */
    struct sim_resource plaatsen;    /* all beds */
    struct wmo_aanvraag *wachtenden; /* [pool.capacity] owned */
    struct sim_queue_link *links;    /* [pool.capacity] owned */
    struct sim_entity_pool pool;
    struct sim_queue lijst;
    uint64_t van_inwoners;          /* requests so far; numbers them */
    struct sim_arrivals *aanvragen; /* [soort x wijk_count] owned */
    double *rates;                  /* [soort x wijk_count x month_count] owned */
};

/* SIM_ERR_NO_MEMORY. The caller frees in either case. */
SIM_MUST_CHECK enum sim_status wmo_bedden_init(struct wmo_bedden *self,
                                               const struct wmo_landschap *landschap);
void wmo_bedden_free(struct wmo_bedden *self);
void wmo_bedden_reset(struct wmo_bedden *self, const struct wmo_landschap *landschap);

/* Plans the first request of each kind in each wijk. */
SIM_MUST_CHECK enum sim_status wmo_bedden_schedule(struct wmo_gemeente *self);

/* The request called [id], of [soort] and from [wijk], is made now. */
SIM_MUST_CHECK enum sim_status wmo_bedden_vraag(struct wmo_gemeente *self, uint64_t id,
                                                enum wmo_verblijf_soort soort,
                                                int wijk);

/* The inwoner at [row] asks for planned respijt now. */
SIM_MUST_CHECK enum sim_status wmo_bedden_vraag_inwoner(struct wmo_gemeente *self,
                                                        uint32_t row);

/* Writes this year's budget beside what will be booked. */
void wmo_bedden_new_year(struct wmo_gemeente *self);

/* Notes who waits for a bed at the end. */
void wmo_bedden_note_left(struct wmo_gemeente *self);

/* Adds the use since the last time to the record. */
void wmo_bedden_flush(struct wmo_gemeente *self);

/* Whether nobody is in two beds, planned stays leave free what is not theirs, nobody
 * waits without need, every request is somewhere once and every night is booked once.
 */
bool wmo_bedden_agree(const struct wmo_gemeente *self);

/* Handlers of the events of the same name. */
enum sim_status wmo_bedden_aanvraag(void *self, uint32_t process);
enum sim_status wmo_bedden_opgegeven(void *self, uint32_t row);
enum sim_status wmo_bedden_einde_verblijf(void *self, uint32_t bed);

#endif
