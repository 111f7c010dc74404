/* sim/scenario/number.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Numbers as text: how a token of a file is read as one, and how one is written so
 * that reading it back gives the same.
 */
#ifndef SIM_SCENARIO_NUMBER_H
#define SIM_SCENARIO_NUMBER_H

#include <stdbool.h>
#include <stddef.h>

#define SIM_NUMBER_SIZE 40

enum sim_number_form {
    SIM_NUMBER_NONE, /* not a number */
    SIM_NUMBER_INTEGER,
    SIM_NUMBER_REAL,
    SIM_NUMBER_NEEDS_SUFFIX, /* an integer past 32 bits without L */
    SIM_NUMBER_TOO_LARGE,    /* past 64 bits, or past the largest double */
};

/* Tells what libconfig's notation for numbers makes of the [length] bytes of [token].
 * Takes a token of up to 400 bytes; a longer one is too large. */
enum sim_number_form sim_number_classify(const char *token, size_t length);

/* The bytes at the start of [text] that are a number written with commas, such as 10,5
 * or 1.234,5; 0 when they are not. */
size_t sim_number_comma_length(const char *text);

/* Writes such a number to [repaired] (room for [length] + 1 bytes) the way it was
 * meant: a single comma with no dot after it is the decimal sign (true) and dots before
 * it group thousands; otherwise commas group thousands (false). */
bool sim_number_repair_commas(const char *text, size_t length, char *repaired);

/* Writes [value] with the fewest digits that give the same double when read back. */
void sim_number_plain(double value, char buffer[SIM_NUMBER_SIZE]);

/* Same, in libconfig's notation of a real: always with a '.'. */
void sim_number_real(double value, char buffer[SIM_NUMBER_SIZE]);

#endif
