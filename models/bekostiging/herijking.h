/* models/bekostiging/herijking.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The formatie of every team in the year that begins. It is that of the formatieplan,
 * but where funding follows volume:
 *
 *   vierkant         the sum of an aanbieder is set anew by what it booked last year,
 *                    the sums of a post together staying what they are; inside it money
 *                    goes where demand is
 *   populatie        the sum of a wijk stays; inside it money goes where demand is
 *   persoonsvolgend, staff is what demand asks, whatever the budget: no guarantee of
 *   pxq, no ceiling  turnover
 *
 * Who begins during the run has the formatieplan in its first year, and what it has
 * there is not divided among the others.
 *
 * Demand is the hours in use and asked on the list on 1 January, over the share of its
 * hours that an aanbieder reckons to use. Staff that follows volume grows in a year by
 * no more than `bekostiging.personeelsgroei`: that is the labour market. It shrinks as
 * fast as it must.
 */
#ifndef WMO_HERIJKING_H
#define WMO_HERIJKING_H

#include "models/landschap/formatieplan.h"

struct wmo_gemeente;

/* Sets gemeente->formatie for the year that begins; before that is opened. */
void wmo_herijking_new_year(struct wmo_gemeente *self);

/* The most positions that [team] can have in any year. */
int32_t wmo_herijking_most_posities(const struct wmo_formatieplan *plan, int team);

/* What of the budget of [team] this year is for its inwoners in [wijk], in cents. */
int64_t wmo_herijking_wijk_cents(const struct wmo_gemeente *self, int team, int wijk);

#endif
