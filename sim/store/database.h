/* sim/store/database.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The SQLite database of a results folder. It holds nothing of the machine, the clock
 * or the number of threads, so equal runs give equal bytes.
 */
#ifndef SIM_STORE_DATABASE_H
#define SIM_STORE_DATABASE_H

#include "sim/store/study.h"

/* Writes [study] to the new database [path]. SIM_ERR_IO: [message] says why, in Dutch;
 * what is at [path] is then worthless. */
SIM_MUST_CHECK enum sim_status sim_database_write(const struct sim_study *study,
                                                  const char *path, char *message,
                                                  size_t message_size);

#endif
