/* sim/scenario/factor.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * In what two scenarios differ, as factors that can each be taken from one or the
 * other, and the scenarios in between.
 *
 * A value that differs is a factor, and so is a list of which the entries have other
 * names. Of such a list a key that has one value (or is left out) in all entries that
 * only one of the two has is a factor of its own, "list.*.key": it can be laid over the
 * entries that only the other has, whatever their number. When there are more than
 * SIM_FACTOR_MAX, values are taken together by the groups they are in.
 */
#ifndef SIM_SCENARIO_FACTOR_H
#define SIM_SCENARIO_FACTOR_H

#include "sim/scenario/scenario.h"
#include "sim/scenario/tree.h"

#define SIM_FACTOR_MAX 24

enum sim_factor_side { SIM_FACTOR_BASE, SIM_FACTOR_OTHER };

struct sim_factor {
    enum { SIM_FACTOR_VALUE, SIM_FACTOR_LIST, SIM_FACTOR_KEY } kind;
    char path[SIM_NODE_PATH_SIZE];
    int list;                     /* of a KEY: the index of its list */
    const char *key;              /* of a KEY; borrowed */
    const struct sim_node *of[2]; /* by side: what it is there; of a KEY in the first
                                     entry that only that side has; NULL: left out.
                                     Borrowed */
    bool is_uniform[2];           /* of a KEY: the same in all of those */
};

struct sim_factors {
    const struct sim_scenario *scenarios[2]; /* borrowed */
    struct sim_factor items[SIM_FACTOR_MAX];
    int count;
};

/* Finds in what [other] differs from [base], which must outlive [self]. Names and
 * descriptions do not count. 0 factors: in nothing. False: in more than
 * SIM_FACTOR_MAX top-level settings. */
bool sim_factors_find(struct sim_factors *self, const struct sim_scenario *base,
                      const struct sim_scenario *other);

/* Whether a scenario can be made that takes the factors of which [takes] is true from
 * the other and the rest from the base. */
bool sim_factors_can_mix(const struct sim_factors *self, const bool *takes);

/* Makes it, checked against [registry]; it borrows from both scenarios, which must
 * outlive it. SIM_ERR_INPUT: it is not allowed; [faults] says why. SIM_ERR_NO_MEMORY.
 * The caller destroys [out]. */
SIM_MUST_CHECK enum sim_status sim_factors_mix(const struct sim_factors *self,
                                               const bool *takes,
                                               const struct sim_registry *registry,
                                               struct sim_faults *faults,
                                               struct sim_scenario **out);

/* Writes what a factor is at [side] in a few words: a value, "(weggelaten)", or for
 * what is no single value a number of entries or "...". */
void sim_factor_text(const struct sim_factor *self, enum sim_factor_side side,
                     char *text, size_t text_size);

#endif
