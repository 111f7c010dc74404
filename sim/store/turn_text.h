/* sim/store/turn_text.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * At which value of a parameter a difference turns, in Dutch words: for people who read
 * what a comparison found, and beside its figure.
 */
#ifndef SIM_STORE_TURN_TEXT_H
#define SIM_STORE_TURN_TEXT_H

#include <stdio.h>

#include "sim/store/study.h"

/* Decimals of a value of the parameter: enough to tell a hundredth of the range. */
int sim_turn_text_decimals(const struct sim_break_even *search);

/* Writes "0,27 (95%: 0,24 tot 0,31)"; an end beyond the range is "onder" or "boven" the
 * end of that. */
void sim_turn_text_write_turn(const struct sim_break_even *search,
                              const struct sim_turn *turn, FILE *out);

/* Writes what study->break_even found as a sentence, without a line end. */
void sim_turn_text_write_sentence(const struct sim_study *study, FILE *out);

#endif
