/* sim/scenario/layers.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A scenario file and the files below it: each names the next as its basis.
 */
#ifndef SIM_SCENARIO_LAYERS_H
#define SIM_SCENARIO_LAYERS_H

#include <stddef.h>

#include "sim/scenario/load.h"

/* A scenario file as it is asked for. */
struct sim_layers_request {
    const char *path;
    /* Its content when it comes from memory; NULL: read it from [path]. */
    const char *text;
    size_t length;
};

/* Reads the files into [self->root], merged, and [self->sources]. On
 * SIM_ERR_INPUT and SIM_ERR_NO_INPUT a file cannot be used and [faults] says why; other
 * faults may have been found as well. */
SIM_MUST_CHECK enum sim_status sim_layers_read(struct sim_scenario *self,
                                               const struct sim_layers_request *request,
                                               struct sim_faults *faults);

#endif
