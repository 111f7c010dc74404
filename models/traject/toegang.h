/* models/traject/toegang.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The toegang: the buurtteam does an onderzoek after a melding and takes a besluit
 * (Wmo 2015, articles 2.3.2 and 2.3.5), each with hours and a legal term of its own.
 * Consultatie by aanvullende zorg makes that fewer onderzoeken end in a verwijzing.
 */
#ifndef WMO_TOEGANG_H
#define WMO_TOEGANG_H

#include "models/beweging/ramp.h"
#include "models/landschap/zorgvorm.h"
#include "sim/engine/time.h"

struct wmo_gemeente;

struct wmo_toegang {
    struct sim_dist onderzoek_duur; /* days */
    int onderzoek_minutes_per_week;
    struct sim_dist besluit_duur; /* days; mean 0: no stage of its own */
    int besluit_minutes_per_week;
    int onderzoek_termijn, besluit_termijn; /* days; 0: not followed */
    sim_time beschikking_start;             /* from then on a besluit takes: */
    int beschikking_minutes;                /* extra, 0 for none */
    struct wmo_ramp consultatie;            /* share of the hours of a team */
    double consultatie_effect; /* share of the verwijzingen less, per 0.01 of that */
};

void wmo_toegang_load(struct wmo_toegang *self, const struct sim_scenario *scenario,
                      struct sim_date origin);

/* Minutes a week of [minutes] that a team of [zorgvorm] keeps free for consultatie in
 * the year that begins at [start]. */
int64_t wmo_toegang_consultatie(const struct wmo_toegang *self,
                                const struct wmo_zorgvorm *zorgvorm, int64_t minutes,
                                sim_time start);

/* Whether consultatie makes that [row], whose onderzoek would lead to [zorgvorm],
 * can be supported by the buurtteam. */
bool wmo_toegang_consultatie_helps(struct wmo_gemeente *self, uint32_t row,
                                   int zorgvorm);

/* The onderzoek of [row] has ended: the besluit is prepared, by other hours. False when
 * that takes no time, and nothing happens. */
bool wmo_toegang_has_besluit(const struct wmo_toegang *self);
SIM_MUST_CHECK enum sim_status wmo_toegang_begin_besluit(struct wmo_gemeente *self,
                                                         uint32_t row);

/* Counts the end of the onderzoek, and the besluit, for the terms. */
void wmo_toegang_count_onderzoek(struct wmo_gemeente *self, uint32_t row);
void wmo_toegang_count_besluit(struct wmo_gemeente *self, uint32_t row);

/* Counts for the terms that [row] leaves the toegang without a besluit, or is still in
 * it at the end of the run. */
void wmo_toegang_count_open(struct wmo_gemeente *self, uint32_t row);

/* The besluit on [row] has to be laid down in a beschikking: that takes the buurtteam
 * its extra minutes in the week that follows. */
SIM_MUST_CHECK enum sim_status wmo_toegang_write_beschikking(struct wmo_gemeente *self,
                                                             uint32_t row);

/* Handler: the beschikking that [team] wrote is ready. */
enum sim_status wmo_toegang_beschikking_ready(void *model, uint32_t team);

#endif
