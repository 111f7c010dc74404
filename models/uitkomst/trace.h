/* models/uitkomst/trace.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal of followed inwoners as people and files see it: sentences and columns.
 */
#ifndef WMO_TRACE_H
#define WMO_TRACE_H

#include "sim/experiment/trace.h"

/* Of an instance as in models/instance.h. */
extern const struct sim_trace wmo_trace;

#endif
