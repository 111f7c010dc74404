/* models/check/check_sociale_basis.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must hold of the sociale basis and open voorzieningen: investeringen that give
 * places for a while, one open voorziening per zorgvorm, and no more places and euros
 * than can be counted.
 */
#ifndef WMO_CHECK_SOCIALE_BASIS_H
#define WMO_CHECK_SOCIALE_BASIS_H

#include "sim/scenario/scenario.h"

struct wmo_landschap;

/* After the checks of the period. */
void wmo_check_sociale_basis(const struct sim_scenario *scenario,
                             struct sim_faults *faults);

/* Of [landschap], read from a [scenario] without faults so far: whether what places
 * cost can be counted. */
void wmo_check_plaatsen_euro(const struct wmo_landschap *landschap,
                             const struct sim_scenario *scenario,
                             struct sim_faults *faults);

#endif
