/* tests/support/study.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Replications of a queue_net beside theory. Each comparison says what is expected,
 * what was found, its standard error over independent replications and the bound of 4
 * standard errors. A family of them is the state of a cmocka group: at the end it says
 * how likely it is that a right simulator falls outside one or more of its bounds
 * (Bonferroni, with Student's t as replication means are nearly normal). Seeds are
 * fixed, so a family that passes goes on passing.
 */
#ifndef TESTS_SUPPORT_STUDY_H
#define TESTS_SUPPORT_STUDY_H

#include "sim/statistics/tally.h"
#include "tests/support/queue_net.h"

#define STUDY_MEASURE_MAX 12
#define STUDY_REPLICATION_COUNT 100
#define STUDY_SEED_COUNT 3

struct study {
    const char *name;
    struct queue_net_spec spec;
    const void *context;
    /* Brings in who is present at the start. NULL: nobody. */
    void (*start)(struct queue_net *net, const void *context);
    /* Reads one value for every measure after the window. */
    void (*measure)(const struct queue_net *net, const void *context, double *found);
    int measure_count;
    const char *measures[STUDY_MEASURE_MAX];
    double expected[STUDY_MEASURE_MAX];
};

struct study_family {
    int count;     /* comparisons so far */
    double chance; /* that one or more of them fail without reason */
    uint64_t seed; /* the last one used; every study has seeds of its own */
};

/* For cmocka_run_group_tests. */
int study_family_set_up(void **state);
int study_family_tear_down(void **state);

/* Adds a measure to [self]; the order is that of [found]. */
void study_expect(struct study *self, const char *measure, double expected);

/* Runs the replications of [seed] into [tallies], one for each measure. */
void study_replicate(const struct study *self, uint64_t seed,
                     struct sim_tally *tallies);

/* Compares every measure with theory, for several seeds. [state]: the family. */
void study_compare(const struct study *self, void **state);

/* Fails the test when [found] lies beyond the bound. */
void study_check(struct study_family *self, const char *name, const char *measure,
                 const struct sim_tally *found, double expected);

#endif
