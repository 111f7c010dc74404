/* sim/store/record.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * run.json: where the numbers of a results folder came from and how they were made;
 * enough to make them again.
 */
#ifndef SIM_STORE_RECORD_H
#define SIM_STORE_RECORD_H

#include <stdio.h>

#include "sim/store/study.h"

/* Room for the name of a file that sim_record_scenario_file makes. */
#define SIM_RECORD_FILE_SIZE 96

/* The name in the results folder of the effective scenario of [index]. */
void sim_record_scenario_file(const struct sim_study *study, int index,
                              char name[SIM_RECORD_FILE_SIZE]);

/* Writes run.json; [gnuplot] is its version, "" when no figures were drawn.
 * SIM_ERR_NO_MEMORY; errors of writing stay in [out]. */
SIM_MUST_CHECK enum sim_status sim_record_write(const struct sim_study *study,
                                                const char *gnuplot, FILE *out);

/* Whether [folder] holds a run.json with status "voltooid". */
bool sim_record_is_complete(const char *folder);

/* Whether that run reached the precision asked for; true when none was. */
bool sim_record_is_precise(const char *folder);

#endif
