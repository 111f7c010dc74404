/* sim/cli/destination.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the results of a run go when the user names no folder: a name in results/ that
 * follows from what determines them, so that a run made before is recognised.
 */
#ifndef SIM_CLI_DESTINATION_H
#define SIM_CLI_DESTINATION_H

#include "sim/cli/load.h"
#include "sim/experiment/precision.h"
#include "sim/scenario/digest.h"

/* The digest of the digests of the scenarios, seed, number of replications, version,
 * and what else was asked: [precision] (NULL: none), or when [is_warmup] interval and
 * window. SIM_ERR_NO_MEMORY. */
SIM_MUST_CHECK enum sim_status sim_destination_digest(
    const struct sim_options *options, const struct sim_loaded *loaded,
    const struct sim_precision *precision, bool is_warmup, char hex[SIM_DIGEST_SIZE]);

/* Gives in [path] "results/[opwarming-]<name>[-tegen-<name>...]-<digest8>"; the caller
 * frees it. SIM_ERR_NO_MEMORY. */
SIM_MUST_CHECK enum sim_status sim_destination_name(const struct sim_loaded *loaded,
                                                    bool is_warmup,
                                                    const char digest[SIM_DIGEST_SIZE],
                                                    char **path);

/* A path for a run that was interrupted, which must leave the place of the whole one
 * free: [path] with "-afgebroken", and a number when that exists. The caller frees it;
 * NULL: no memory. */
char *sim_destination_interrupted(const char *path);

#endif
