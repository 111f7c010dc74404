/* sim/scenario/text.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bytes as text: UTF-8, control characters, and cutting to a length that fits a
 * message.
 */
#ifndef SIM_SCENARIO_TEXT_H
#define SIM_SCENARIO_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "sim/scenario/fault.h"

/* Room for a piece of the user's text inside a message. */
#define SIM_TEXT_SHORT_SIZE 81

/* Bytes of the UTF-8 character at the start of [text], which ends in NUL; 0 when it
 * is not valid. */
size_t sim_text_character(const char *text);

/* Is the character at the start of [text] a control character (C0, DEL, C1)? */
bool sim_text_is_control(const char *text);

/* Is [text] valid UTF-8 without control characters? */
bool sim_text_is_clean(const char *text);

/* Copies [text] to [buffer]; what does not fit is cut between characters and
 * replaced by "...". [size] at least 4. */
void sim_text_cut(char *buffer, size_t size, const char *text);

/* The same for the [length] bytes at [bytes]. */
void sim_text_cut_bytes(char *buffer, size_t size, const char *bytes, size_t length);

/* Reports NUL bytes and invalid UTF-8 in the content of [file]; false when there are.
 * [bytes] ends in an extra NUL. */
bool sim_text_check(const char *bytes, size_t length, const char *file,
                    struct sim_faults *faults);

#endif
