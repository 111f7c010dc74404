/* models/uitkomst/figure.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The figures that are drawn of the results: the table of them.
 */
#ifndef WMO_FIGURE_H
#define WMO_FIGURE_H

#include "sim/experiment/model.h"

#define WMO_FIGURE_COUNT 3
extern const struct sim_figure WMO_FIGURE[WMO_FIGURE_COUNT];

#endif
