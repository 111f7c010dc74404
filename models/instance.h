/* models/instance.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What sim/ holds as an instance of the model.
 */
#ifndef WMO_INSTANCE_H
#define WMO_INSTANCE_H

#include "models/gemeente/gemeente.h"
#include "models/uitkomst/observe.h"
#include "models/uitkomst/outcome.h"

struct wmo_instance {
    struct wmo_gemeente *gemeente; /* owned */
    struct wmo_outcome outcome;
    struct wmo_observe observe;
};

#endif
