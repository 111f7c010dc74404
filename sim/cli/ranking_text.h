/* sim/cli/ranking_text.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The order of three scenarios or more for each headline outcome, as text for people.
 */
#ifndef SIM_CLI_RANKING_TEXT_H
#define SIM_CLI_RANKING_TEXT_H

#include <stdio.h>

#include "sim/store/study.h"

/* Prints the ranking of [study]; nothing of two scenarios, whose difference says all.
 */
void sim_ranking_text_print(const struct sim_study *study, FILE *out);

#endif
