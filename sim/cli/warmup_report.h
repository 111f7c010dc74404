/* sim/cli/warmup_report.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a warm-up check can be asked, and what it found, as text for people.
 */
#ifndef SIM_CLI_WARMUP_REPORT_H
#define SIM_CLI_WARMUP_REPORT_H

#include <stdio.h>

#include "sim/cli/options.h"
#include "sim/store/study.h"

/* Whether the interval and the window of [options] suit the length of [scenario].
 * SIM_ERR_USAGE: what is wrong has been printed. What the model's create returns. */
SIM_MUST_CHECK enum sim_status sim_warmup_check(const struct sim_options *options,
                                                const struct sim_scenario *scenario,
                                                sim_time interval);

/* Prints what was found: a sentence for each series, and what follows from it. */
void sim_warmup_report_print(const struct sim_study *study, FILE *out);

/* Prints where the results stand, and the figure among them. */
void sim_warmup_report_folder(const char *folder, FILE *out);

#endif
