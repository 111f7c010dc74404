/* sim/scenario/dutch.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Numbers and names as they stand in Dutch text.
 */
#ifndef SIM_SCENARIO_DUTCH_H
#define SIM_SCENARIO_DUTCH_H

#include <stddef.h>

#define SIM_DUTCH_NUMBER_SIZE 64

/* Writes [value] with a decimal comma and points between thousands: "1.234,5"; "-" for
 * NAN. What rounds to zero has no minus sign. */
void sim_dutch_number(double value, int decimals, char text[SIM_DUTCH_NUMBER_SIZE]);

/* Decimals to write [value] with so that it does not read as zero: [decimals], or as
 * many more as that takes; at most 9. */
int sim_dutch_decimals(double value, int decimals);

/* Copies [text] with its first letter, when an ASCII one, as a capital. */
void sim_dutch_capital(const char *text, char *out, size_t out_size);

#endif
