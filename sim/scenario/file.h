/* sim/scenario/file.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The content of a scenario file.
 */
#ifndef SIM_SCENARIO_FILE_H
#define SIM_SCENARIO_FILE_H

#include <stddef.h>

#include "sim/scenario/fault.h"
#include "sim/status.h"

#define SIM_FILE_BYTES_MAX (4 * 1024 * 1024)

/* Where a file is asked for: the line that names it as basis. A NULL [file]: it was
 * asked for on the command line. */
struct sim_file_asked {
    const char *file;
    int line;
};

/* Reads [path] into [bytes], which the caller frees; an extra NUL follows them.
 * SIM_ERR_NO_INPUT: it does not exist, is no file or may not be read; the fault is at
 * the place where it is [asked] for. SIM_ERR_INPUT: it is larger than
 * SIM_FILE_BYTES_MAX, of which no more is read. */
SIM_MUST_CHECK enum sim_status sim_file_read(const char *path,
                                             struct sim_file_asked asked, char **bytes,
                                             size_t *length, struct sim_faults *faults);

/* The path of [name] as seen from the folder of [from]; the caller frees it. NULL: no
 * memory. */
char *sim_file_beside(const char *from, const char *name);

#endif
