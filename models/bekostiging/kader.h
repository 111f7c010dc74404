/* models/bekostiging/kader.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The kaderbrief: what the budgets of next year follow of what has happened so far. It
 * is written on the first day of a month of the year before (`kaderbrief.maand`), from
 * what is known then, and in January it is in the jaarplan and the formatieplan:
 *
 * - of who waits that day per wijk, for the part of the budget that is divided by
 *   waiting list (`begroting.verdeling_wijken`);
 * - of the aanmeldingen since 1 January against those of the same part of the year
 *   before: of that growth a share is followed (`begroting.groei_met_vraag`), never by
 *   more than a most a year, up or down.
 *
 * Budgets of the first year are never touched, nor those of families of funding that
 * have a rule of their own (herijking.h). Without these rules there is no kader.
 */
#ifndef WMO_KADER_H
#define WMO_KADER_H

#include "models/landschap/formatieplan.h"

struct wmo_gemeente;

struct wmo_kader {
    double *volume; /* [zorgvorm_count] owned; the growth followed so far */
    double *factor; /* [zorgvorm_count x wijk_count] owned; on the plan of next year */
    int64_t
        *aangemeld; /* [zorgvorm_count] owned; up to the last kaderbrief; -1: none */
    int64_t *wijk_cents; /* [team_count x wijk_count] owned; of this year */
};

/* SIM_ERR_NO_MEMORY. The caller frees in either case; a zeroed struct may be freed. */
SIM_MUST_CHECK enum sim_status wmo_kader_init(struct wmo_kader *self,
                                              const struct wmo_landschap *landschap);
void wmo_kader_free(struct wmo_kader *self);
void wmo_kader_reset(struct wmo_kader *self, const struct wmo_landschap *landschap);

/* Writes the kaderbrief if month [month], counted from the start of the run, is the one
 * for it. */
void wmo_kader_new_month(struct wmo_gemeente *gemeente, int month);

/* Sets gemeente->formatie of who follows the kader, once it is that of the plan. */
void wmo_kader_new_year(struct wmo_gemeente *gemeente);

/* Whether the budget of [team] follows the kader. */
bool wmo_kader_has(const struct wmo_landschap *landschap, int team);

/* What of the budget of [team], which follows the kader, is for [wijk] this year. */
int64_t wmo_kader_wijk_cents(const struct wmo_gemeente *gemeente, int team, int wijk);

/* The most positions that [team], which follows the kader, can have in any year. */
int32_t wmo_kader_most_posities(const struct wmo_formatieplan *plan, int team);

#endif
