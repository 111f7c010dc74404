/* sim/cli/resume.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Going on with a computation that was interrupted or killed: how far each of its
 * experiments is stands in "<results folder>.tussenstand" until the results are saved.
 * The same command of the same program goes on from there, and gives the same bytes.
 */
#ifndef SIM_CLI_RESUME_H
#define SIM_CLI_RESUME_H

#include "sim/cli/load.h"
#include "sim/experiment/precision.h"
#include "sim/experiment/ranking.h"
#include "sim/experiment/resumption.h"
#include "sim/experiment/sample.h"
#include "sim/store/checkpoint.h"

/* A zeroed one keeps nothing. */
struct sim_resume {
    char *folder; /* owned; NULL: nothing is kept */
    char key[SIM_DIGEST_SIZE];
    double every_seconds;
    int file_count; /* of experiments so far */
};

/* For the computation of which [digest] says all that determines it and whose results
 * go to [path]. */
void sim_resume_init(struct sim_resume *self, const char *path,
                     const char digest[SIM_DIGEST_SIZE], double every_seconds);

/* Removes what was kept. */
void sim_resume_clear(const struct sim_resume *self);
void sim_resume_free(struct sim_resume *self);

/* Whether something is kept to go on from. */
bool sim_resume_is_kept(const struct sim_resume *self);

/* The file of the next experiment, in the order in which they are always done. The
 * caller frees it. */
void sim_resume_next(struct sim_resume *self, struct sim_checkpoint *checkpoint);

/* All values of [sample]. */
struct sim_block sim_resume_sample(struct sim_sample *sample);

/* A comparison, or a run, and what is collected while it runs. */
struct sim_resume_main {
    struct sim_checkpoint checkpoint;
    uint32_t replications;       /* asked for */
    struct sim_results *results; /* of the experiment, when it runs; NULL: before */
    struct sim_ranking *ranking; /* NULL: there is none; as below */
    struct sim_sample *samples[2];
};

/* To be given to the experiment. Says so when it goes on. */
struct sim_resumption sim_resume_main(struct sim_resume_main *self);

/* Keeps it as it is now, when there is something. */
void sim_resume_main_keep(struct sim_resume_main *self);

#endif
