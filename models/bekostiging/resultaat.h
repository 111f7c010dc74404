/* models/bekostiging/resultaat.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sums for results (resultaatgericht). At the start a sum is agreed for the hours
 * needed, over `termijn` times the mean stay of the zorgvorm. When that is over while
 * support goes on, a new sum for as long is agreed with chance `vervolg`; otherwise the
 * aanbieder goes on without being paid. Who was in care before the run, or comes from a
 * contract that was paid otherwise, is somewhere in a term: the time since its start is
 * that of a stay in progress, and every term that is over was followed by a new one
 * with the same chance.
 *
 * inwoner->betaald_tot is the end of the present term; 0: nothing is agreed; below 0:
 * no new sum was.
 */
#ifndef WMO_RESULTAAT_H
#define WMO_RESULTAAT_H

#include <stdint.h>

#include "sim/engine/time.h"
#include "sim/status.h"

struct wmo_gemeente;
struct wmo_inwoner;

/* How long a sum of [team] lasts; 0 where no results are paid. */
sim_time wmo_resultaat_termijn(const struct wmo_gemeente *self, int team);

/* Support of [inwoner] begins, or goes on with its present team: agrees a sum, if
 * results are paid there and none is agreed yet. */
void wmo_resultaat_begin(const struct wmo_gemeente *self, struct wmo_inwoner *inwoner);

/* The same for who is half way a stay that goes on with [team]. */
void wmo_resultaat_halverwege(struct wmo_gemeente *self, struct wmo_inwoner *inwoner,
                              int team);

/* Plans the end of the term of [row], if it has one. SIM_ERR_NO_MEMORY. */
SIM_MUST_CHECK enum sim_status wmo_resultaat_plan(struct wmo_gemeente *self,
                                                  uint32_t row);

/* Handler of the event TERMIJN: the term of [row] is over, if it is still in care. */
enum sim_status wmo_resultaat_einde_termijn(void *self, uint32_t row);

#endif
