/* models/uitkomst/measure_geld.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The measures of measure.h that are read off the accounts (grootboek.h).
 */
#ifndef WMO_MEASURE_GELD_H
#define WMO_MEASURE_GELD_H

#include "models/uitkomst/measure.h"

/* The value of [measure] in euro, in [value]; false for a measure that is not read off
 * the accounts. */
bool wmo_measure_geld(enum wmo_measure measure, const struct wmo_sum *sum,
                      double *value);

#endif
