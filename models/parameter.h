/* models/parameter.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be set in a scenario: the table that reader, range checks, `describe`
 * and documentation come from.
 */
#ifndef WMO_PARAMETER_H
#define WMO_PARAMETER_H

#include "sim/scenario/param.h"

#define WMO_PARAMETER_COUNT 61
extern const struct sim_param WMO_PARAMETER[WMO_PARAMETER_COUNT];

#endif
