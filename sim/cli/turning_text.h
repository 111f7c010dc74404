/* sim/cli/turning_text.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * At which value of a parameter a difference turns, as text for people.
 */
#ifndef SIM_CLI_TURNING_TEXT_H
#define SIM_CLI_TURNING_TEXT_H

#include <stdio.h>

#include "sim/store/study.h"

/* Prints what was evaluated and a sentence; nothing when it was not asked. */
void sim_turning_text_print(const struct sim_study *study, FILE *out);

#endif
