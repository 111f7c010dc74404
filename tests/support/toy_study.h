/* tests/support/toy_study.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Runs of the toy model (tests/support/toy_model.h) that were computed and can be
 * stored. In a sandbox.
 */
#ifndef TESTS_SUPPORT_TOY_STUDY_H
#define TESTS_SUPPORT_TOY_STUDY_H

#include "sim/store/store.h"
#include "sim/store/study.h"

#define TOY_STUDY_REPLICATIONS 3

/* A name that would do harm to a shell, to SQL or to CSV, and the name of its file. */
#define TOY_STUDY_ODD \
    "o'brien\"; DROP TABLE maat; -- `touch gekraakt` $(touch gekraakt), x"
#define TOY_STUDY_ODD_FILE \
    "scenario-1-o-brien-drop-table-maat-touch-gekraakt-touch-gek.effectief.cfg"

/* The scenario of the toy model that [text] is, by way of "proef.cfg"; fails the test
 * when it has faults. The caller destroys it. */
struct sim_scenario *toy_study_load(const char *text);

struct toy_study {
    struct sim_scenario *scenarios[2];
    const struct sim_scenario *borrowed[2];
    struct sim_results results;
    struct sim_ranking ranking;
    struct sim_study study;
    struct sim_saved saved; /* for the test to use; freed with the rest */
};

/* A comparison of "een" and "twee", one clerk and two, over [threads]. */
void toy_study_open_comparison(struct toy_study *self, int threads);

/* A run of which [asked] replications were asked for. */
void toy_study_open_run(struct toy_study *self, uint32_t asked);

/* A run of a scenario and with a label that have the odd name. */
void toy_study_open_odd(struct toy_study *self);

void toy_study_close(struct toy_study *self);

/* Saves in the new folder [path]; fails the test when that does. */
void toy_study_save(struct toy_study *self, const char *path);

#endif
