/* sim/store/utf8.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text from outside that must go into a file as UTF-8, or be lined up in columns.
 */
#ifndef SIM_STORE_UTF8_H
#define SIM_STORE_UTF8_H

#include <stddef.h>

/* A copy of [text] in which every byte that is no part of valid UTF-8 has become the
 * replacement character U+FFFD. The caller frees it; NULL: no memory. */
char *sim_utf8_repair(const char *text);

/* Columns that [text] takes on a terminal: its characters, not counting combining
 * marks. */
int sim_utf8_width(const char *text);

/* Writes [text] to [out] as a file name that is safe anywhere: lower-case letters,
 * digits and '-', letters without their accents, at most [limit] long; "scenario" when
 * nothing is left. [out] has room for limit + 1, and limit is at least 8. */
void sim_utf8_file_name(const char *text, size_t limit, char *out);

#endif
