/* sim/scenario/load.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The inside of a scenario, and loading one from memory.
 */
#ifndef SIM_SCENARIO_LOAD_H
#define SIM_SCENARIO_LOAD_H

#include <stddef.h>

#include "sim/scenario/digest.h"
#include "sim/scenario/scenario.h"
#include "sim/scenario/schema.h"
#include "sim/scenario/tree.h"

/* Files that name each other as basis, at most. */
#define SIM_BASIS_DEPTH_MAX 16

struct sim_scenario {
    struct sim_schema *schema;
    struct sim_node *root;
    /* The files read, the first one named first; nodes borrow their paths. */
    struct sim_source {
        char *path;
        char *real_path; /* to recognise a file by; NULL for a text from memory */
        char sha256[SIM_DIGEST_SIZE];
    } sources[SIM_BASIS_DEPTH_MAX];
    int source_count;
    char digest[SIM_DIGEST_SIZE];
};

/* Like sim_scenario_load, with [length] bytes at [text] as the content of [path]. */
SIM_MUST_CHECK enum sim_status
sim_scenario_load_text(struct sim_scenario **out, const struct sim_registry *registry,
                       const char *path, const char *text, size_t length,
                       const char *const *settings, int setting_count,
                       struct sim_faults *faults);

/* Fills the digest of the effective values; see sim_scenario_digest. */
SIM_MUST_CHECK enum sim_status sim_scenario_fill_digest(struct sim_scenario *self);

#endif
