/* sim/cli/progress.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One line on a terminal that says how far the replications are.
 */
#ifndef SIM_CLI_PROGRESS_H
#define SIM_CLI_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

struct sim_progress {
    FILE *out; /* borrowed; NULL: show nothing */
    int scenario_count;
    bool may_end_sooner; /* the total is the most there can be */
    double begin_seconds, shown_seconds;
};

/* Shows on [out] when that is a terminal and not [is_quiet]. */
void sim_progress_init(struct sim_progress *self, FILE *out, bool is_quiet,
                       int scenario_count, bool may_end_sooner);

/* Can be given to an experiment as its progress function; [self] is its context. */
void sim_progress_show(void *self, uint64_t done, uint64_t total);

/* Wipes the line. */
void sim_progress_end(struct sim_progress *self);

/* The text of the line after [seconds]: percentage, replications and time left; with
 * [may_end_sooner] replications and the most there can be. */
void sim_progress_text(const struct sim_progress *self, uint64_t done, uint64_t total,
                       double seconds, char *text, size_t text_size);

#endif
