/* sim/store/folder.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A results folder appears complete or not at all: it is filled aside, as
 * "<path>.deel", brought to disk, and then moved into place. A "<path>.deel" that is
 * there already may be of another run under way, or all that is left of a killed one:
 * it is not touched, and "<path>.deel-2" (or -3, ...) is used.
 *
 * [message] gets what went wrong, in Dutch.
 */
#ifndef SIM_STORE_FOLDER_H
#define SIM_STORE_FOLDER_H

#include <stdbool.h>
#include <stdio.h>

#include "sim/status.h"

/* Room for a message of this module with two paths of usual length in it. */
#define SIM_FOLDER_MESSAGE_SIZE 1024

/* "<folder>/<name>"; the caller frees it; NULL: no memory. */
char *sim_folder_join(const char *folder, const char *name);

/* Whether there is anything at [path], be it a broken link. */
bool sim_folder_exists(const char *path);

/* Makes [path] and the folders above it, as far as they are not there and can be. */
void sim_folder_make(const char *path);

/* Looks, without changing anything, whether a folder can be made at [path].
 * SIM_ERR_EXISTS: it exists, or cannot be made there. */
SIM_MUST_CHECK enum sim_status sim_folder_check(const char *path, char *message,
                                                size_t message_size);

/* Makes the folder aside for [path], and the folders above it. The caller frees
 * [aside]. SIM_ERR_IO, SIM_ERR_NO_MEMORY. */
SIM_MUST_CHECK enum sim_status sim_folder_begin(const char *path, char **aside,
                                                char *message, size_t message_size);

/* Brings all of [aside] to disk and moves it to [path]. SIM_ERR_IO.
 * SIM_ERR_EXISTS: something has come to stand there meanwhile; [aside] is whole. */
SIM_MUST_CHECK enum sim_status sim_folder_commit(const char *aside, const char *path,
                                                 char *message, size_t message_size);

/* Removes [aside] and all in it; nothing when it is not there. */
void sim_folder_remove(const char *aside);

/* Opens the new file [name] in [folder]; NULL and a message when that fails. */
FILE *sim_folder_open(const char *folder, const char *name, char *message,
                      size_t message_size);

/* Closes what that gave. SIM_ERR_IO: not all of it could be written. */
SIM_MUST_CHECK enum sim_status sim_folder_close(FILE *file, const char *name,
                                                char *message, size_t message_size);

#endif
