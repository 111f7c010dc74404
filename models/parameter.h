/* models/parameter.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be set in a scenario: the table that reader, range checks, `describe`
 * and documentation come from.
 */
#ifndef WMO_PARAMETER_H
#define WMO_PARAMETER_H

#include "sim/scenario/param.h"

extern const struct sim_registry wmo_registry;

#endif
