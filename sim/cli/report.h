/* sim/cli/report.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a run or a comparison found, as text for people: the headline measures as a
 * table, and of a comparison a sentence for each.
 */
#ifndef SIM_CLI_REPORT_H
#define SIM_CLI_REPORT_H

#include <stdio.h>

#include "sim/store/study.h"

/* Prints [study], whose results hold at least one replication. */
void sim_report_print(const struct sim_study *study, FILE *out);

/* Prints where the results stand, and the figures among them by name. */
void sim_report_folder(const struct sim_model *model, const char *folder, FILE *out);

#endif
