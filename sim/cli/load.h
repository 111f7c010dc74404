/* sim/cli/load.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads scenarios and has the model check them; prints every fault of all of them.
 */
#ifndef SIM_CLI_LOAD_H
#define SIM_CLI_LOAD_H

#include "sim/cli/options.h"

struct sim_loaded {
    struct sim_scenario *scenarios[SIM_SCENARIO_MAX]; /* [count] owned */
    int count;
};

/* Reads one scenario, adding what is wrong with it to [faults]; [out] is NULL when it
 * cannot be used. */
SIM_MUST_CHECK enum sim_status
sim_load_scenario(const struct sim_model *model, const char *path,
                  const char *const *settings, int setting_count,
                  struct sim_faults *faults, struct sim_scenario **out);

/* Reads the scenarios of [options]. SIM_ERR_INPUT, also when two have the same name,
 * SIM_ERR_NO_INPUT, SIM_ERR_NO_MEMORY: what is wrong has been printed. The caller frees
 * [self] in every case. */
SIM_MUST_CHECK enum sim_status sim_load_all(struct sim_loaded *self,
                                            const struct sim_options *options);
void sim_loaded_free(struct sim_loaded *self);

/* The more serious of two. */
enum sim_status sim_load_worst(enum sim_status left, enum sim_status right);

#endif
