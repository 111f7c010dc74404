/* sim/store/library.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The versions of what the program was built with and leans on.
 */
#ifndef SIM_STORE_LIBRARY_H
#define SIM_STORE_LIBRARY_H

#include <stddef.h>

struct sim_library {
    const char *name;
    const char *version;
};

#define SIM_LIBRARY_COUNT 4

/* The libraries as they are loaded: GSL, SQLite, jansson, glibc. [index] counts from 0.
 */
struct sim_library sim_library_at(int index);

/* "gcc 12.2.0" and such. */
const char *sim_library_compiler(void);

/* "Release", "Debug" and such. */
const char *sim_library_build_type(void);

/* Writes what `gnuplot --version` says to [version]; "" when there is no gnuplot. */
void sim_library_gnuplot(char *version, size_t version_size);

#endif
