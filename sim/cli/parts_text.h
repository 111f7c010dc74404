/* sim/cli/parts_text.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What makes the difference of two scenarios, as tables for people.
 */
#ifndef SIM_CLI_PARTS_TEXT_H
#define SIM_CLI_PARTS_TEXT_H

#include <stdio.h>

#include "sim/store/study.h"

/* Prints study->explanation: its only outcome, or of more those that sum over every
 * dimension; nothing when it was not asked. */
void sim_parts_text_print(const struct sim_study *study, FILE *out);

#endif
