/* sim/cli/sentence.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a paired difference says, in a Dutch sentence.
 */
#ifndef SIM_CLI_SENTENCE_H
#define SIM_CLI_SENTENCE_H

#include <stdio.h>

#include "sim/experiment/model.h"
#include "sim/statistics/tally.h"

struct sim_sentence {
    const char *label; /* what it is about */
    const struct sim_measure *measure;
    const char *scenario, *base;        /* titles */
    const struct sim_tally *difference; /* scenario minus base, at least one */
};

/* Writes the sentence, without a line end. */
void sim_sentence_write(const struct sim_sentence *self, FILE *out);

#endif
