/* sim/cli/precision_text.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether a run was as precise as was asked, in Dutch sentences.
 */
#ifndef SIM_CLI_PRECISION_TEXT_H
#define SIM_CLI_PRECISION_TEXT_H

#include <stdio.h>

#include "sim/store/study.h"

/* Prints it as a paragraph; nothing when no precision was asked for. */
void sim_precision_text_print(const struct sim_study *study, FILE *out);

#endif
