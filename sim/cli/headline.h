/* sim/cli/headline.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The few outcomes that are shown to people: each headline measure at each label of the
 * headline dimension, every other dimension summed over.
 */
#ifndef SIM_CLI_HEADLINE_H
#define SIM_CLI_HEADLINE_H

#include "sim/experiment/model.h"

struct sim_headline {
    const struct sim_measure *measure;
    const struct sim_label *label;
    int cell; /* in the layout */
};

/* Shows those that [layout] has; by measure, then by label. */
void sim_headline_visit(const struct sim_model *model, const struct sim_layout *layout,
                        void (*visit)(void *context,
                                      const struct sim_headline *headline),
                        void *context);

#endif
