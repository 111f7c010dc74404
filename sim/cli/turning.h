/* sim/cli/turning.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What --break-even asks of a comparison of two scenarios: at which value of a
 * parameter the difference of an outcome turns; see sim/experiment/break_even.h.
 */
#ifndef SIM_CLI_TURNING_H
#define SIM_CLI_TURNING_H

#include "sim/cli/resume.h"
#include "sim/experiment/sample.h"
#include "sim/store/study.h"

struct sim_turning_task {
    char *path; /* owned; of the parameter */
    double low, high;
    bool is_whole;
    bool varies[2];           /* the base, the other */
    int32_t cells[2];         /* the outcome */
    struct sim_sample sample; /* of the comparison itself */
    struct sim_break_even search;
    struct sim_study_break_even found;
};

/* Whether the options go together, as far as can be seen before a scenario is read.
 * SIM_ERR_USAGE: what is wrong has been printed. */
SIM_MUST_CHECK enum sim_status sim_turning_check(const struct sim_options *options);

/* Finds parameter, range and outcome, and tries both ends of the range. SIM_ERR_USAGE,
 * SIM_ERR_INPUT: what is wrong has been printed. The caller frees [self] in every case,
 * also one that is all zero. */
SIM_MUST_CHECK enum sim_status sim_turning_init(struct sim_turning_task *self,
                                                const struct sim_options *options,
                                                const struct sim_loaded *loaded);
void sim_turning_free(struct sim_turning_task *self);

/* Searches, now that [self->sample] holds the comparison of [options] in
 * [replications]. SIM_ERR_INTERRUPTED; what was found by then is kept. Other errors
 * have been printed. */
SIM_MUST_CHECK enum sim_status
sim_turning_search(struct sim_turning_task *self, const struct sim_options *options,
                   const struct sim_loaded *loaded, uint32_t replications,
                   struct sim_resume *resume, const volatile sig_atomic_t *stop);

#endif
