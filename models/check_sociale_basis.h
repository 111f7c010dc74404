/* models/check_sociale_basis.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must hold of the sociale basis: investeringen that give places for a while, and
 * no more places than can be counted.
 */
#ifndef WMO_CHECK_SOCIALE_BASIS_H
#define WMO_CHECK_SOCIALE_BASIS_H

#include "sim/scenario/scenario.h"

/* After the checks of the period. */
void wmo_check_sociale_basis(const struct sim_scenario *scenario,
                             struct sim_faults *faults);

#endif
