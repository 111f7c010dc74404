/* sim/cli/sentence.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the paired differences of one measure say, in one Dutch sentence: where it is
 * lower, where higher, where no difference can be shown, where nothing changes.
 */
#ifndef SIM_CLI_SENTENCE_H
#define SIM_CLI_SENTENCE_H

#include <stdio.h>

#include "sim/experiment/model.h"
#include "sim/statistics/tally.h"

struct sim_sentence_item {
    const char *label;                  /* what it is about */
    const struct sim_tally *difference; /* scenario minus base, at least one */
};

struct sim_sentence {
    const struct sim_measure *measure;
    const char *scenario, *base;           /* titles */
    const struct sim_sentence_item *items; /* [item_count], at least one */
    int item_count;
    double confidence; /* of the interval of each difference, and so of a finding */
};

/* Writes the sentence, without a line end. Differences are followed by their
 * interval, unless there was one replication. */
void sim_sentence_write(const struct sim_sentence *self, FILE *out);

#endif
