/* models/organisatie/opvolging.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * When a contract ends (`aanbieders.*.einde`): on the next 1 January who waits and who
 * is in care goes to the aanbieders that have the zorgvorm from then on. To one that
 * starts that day the medewerkers come along, as far as it has positions; what else
 * happens is in overgang.h. One that was there already has no part in that: who goes
 * there is handed over at once, and new positions are vacatures as in any January.
 *
 * A contract can run out instead (`aanbieders.*.instroom_einde`): no new aanmeldingen
 * come, and who is in care stays. As its budget shrinks its medewerkers go to who takes
 * the new aanmeldingen, and hand over their inwoners.
 */
#ifndef WMO_OPVOLGING_H
#define WMO_OPVOLGING_H

#include "models/gemeente/gemeente.h"

/* Whether the contract of [team] ended with the year before [year_index]. */
bool wmo_opvolging_ended(const struct wmo_gemeente *self, int team, int year_index);

/* Whether [team] is there in year [year_index] and takes no new aanmeldingen. */
bool wmo_opvolging_loopt_uit(const struct wmo_gemeente *self, int team, int year_index);

/* The share of the new positions of [team] in year [year_index] that is a vacature: as
 * many as of the teams it succeeds when it starts, and as at the start of the run while
 * others run out. Below 0: nobody comes along. */
double wmo_opvolging_vacant(const struct wmo_gemeente *self, int team, int year_index);

/* Moves the inwoners of the teams that ended, once the positions of [year_index] are
 * there, and ends those of the teams that ended. */
SIM_MUST_CHECK enum sim_status wmo_opvolging_new_year(struct wmo_gemeente *self,
                                                      int year_index);

#endif
