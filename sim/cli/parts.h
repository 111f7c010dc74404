/* sim/cli/parts.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What --explain asks of a comparison of two scenarios: which of the things in which
 * they differ makes how much of the difference.
 *
 * Each part is changed by itself in the base (the first-order effect of Borgonovo 2010,
 * Eur. J. Oper. Res. 200:127-138), in the same replications; what those parts leave of
 * the whole difference is what they do together. Beside it stands what a part does as
 * the last to be changed (his total-order effect): where the two agree the order does
 * not matter. Shapley values would be one number in place of two, but ask for every
 * combination of parts, and hide that the order matters. The parts and what they leave
 * add up to the whole in every replication.
 *
 * A part that cannot be changed in the base alone (a key of a list that the base has in
 * another form, a name that the base does not know) is changed on top of the lists of
 * the other scenario, or of the keys of those that the base cannot give them, and is
 * counted from there. Parts that cannot be changed
 * by themselves at all are taken together.
 */
#ifndef SIM_CLI_PARTS_H
#define SIM_CLI_PARTS_H

#include "sim/cli/resume.h"
#include "sim/experiment/sample.h"
#include "sim/scenario/factor.h"
#include "sim/store/study.h"

/* Factors, by place in sim_factors. */
struct sim_parts_set {
    bool has[SIM_FACTOR_MAX];
};

/* Two for each part, and two for each part that is the last. */
#define SIM_PARTS_VARIANT_MAX (4 * SIM_FACTOR_MAX)

struct sim_part {
    struct sim_parts_set members, below; /* [below]: changed before it is */
    int from, to;                        /* the variants whose difference it is */
    int without; /* the variant with all but this; -1: cannot be made */
    char *name;  /* owned */
    char base[SIM_NODE_PATH_SIZE], other[SIM_NODE_PATH_SIZE];
};

struct sim_parts_task {
    struct sim_factors factors;
    struct sim_part parts[SIM_FACTOR_MAX];
    int part_count;
    struct sim_parts_set sets[SIM_PARTS_VARIANT_MAX]; /* 0: the base; 1: the other */
    struct sim_scenario *variants[SIM_PARTS_VARIANT_MAX]; /* owned; NULL for 0 and 1 */
    int variant_count;
    int32_t *cells; /* [outcome_count] owned; in the layout of the base */
    int outcome_count;
    struct sim_sample sample;  /* of the comparison itself */
    struct sim_tally *tallies; /* owned; of all below */
    struct sim_study_part found_parts[SIM_FACTOR_MAX];
    struct sim_study_explanation found;
};

/* Whether the options go together. SIM_ERR_USAGE: what is wrong has been printed. */
SIM_MUST_CHECK enum sim_status sim_parts_check(const struct sim_options *options);

/* Finds the parts and the outcomes: that of --measure, or all headline outcomes.
 * SIM_ERR_USAGE, SIM_ERR_INPUT: what is wrong has been printed. The caller frees [self]
 * in every case, also one that is all zero. */
SIM_MUST_CHECK enum sim_status sim_parts_init(struct sim_parts_task *self,
                                              const struct sim_options *options,
                                              const struct sim_loaded *loaded);
void sim_parts_free(struct sim_parts_task *self);

/* The outcomes in the layout of [scenario]; [base]: the layout of the base. What the
 * model's create returns. */
SIM_MUST_CHECK enum sim_status
sim_parts_find_cells(const struct sim_parts_task *self, const struct sim_model *model,
                     const struct sim_layout *base, const struct sim_scenario *scenario,
                     int32_t *cells /* [outcome_count] */);

/* Runs the variants, now that [self->sample] holds the comparison in [replications],
 * and fills [self->found]. SIM_ERR_INTERRUPTED: nothing was found. Other errors have
 * been printed. */
SIM_MUST_CHECK enum sim_status
sim_parts_run(struct sim_parts_task *self, const struct sim_options *options,
              const struct sim_layout *base_layout, uint32_t replications,
              struct sim_resume *resume, const volatile sig_atomic_t *stop);

#endif
