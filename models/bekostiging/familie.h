/* models/bekostiging/familie.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The families of funding; what each does is in bekostiging.h.
 */
#ifndef WMO_FAMILIE_H
#define WMO_FAMILIE_H

#include "sim/scenario/scenario.h"

enum wmo_familie {
    WMO_TAAKGERICHT,
    WMO_PXQ,
    WMO_VIERKANT,
    WMO_PERSOONSVOLGEND,
    WMO_RESULTAATGERICHT,
    WMO_POPULATIE,
    WMO_FAMILIE_COUNT
};

#define WMO_FAMILIE_NAMEN \
    "taakgericht|pxq|vierkant|persoonsvolgend|resultaatgericht|populatie"

/* How the aanbieder of [node] is paid for [zorgvorm]: by itself, or else by the post of
 * the zorgvorm; taakgericht where neither says. */
enum wmo_familie wmo_familie_of(const struct sim_scenario *scenario,
                                const struct sim_node *node, int zorgvorm);

#endif
