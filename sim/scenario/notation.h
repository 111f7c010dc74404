/* sim/scenario/notation.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Values written in libconfig's notation, on one line.
 */
#ifndef SIM_SCENARIO_NOTATION_H
#define SIM_SCENARIO_NOTATION_H

#include <stdio.h>

#include "sim/scenario/tree.h"

/* Writes [node], the value of a parameter: a scalar, an array, or a group of those. */
void sim_notation_write(const struct sim_node *node, FILE *out);

/* Writes [text] between quotes. */
void sim_notation_write_text(const char *text, FILE *out);

/* Writes [node] to a text, which the caller frees. NULL: no memory. */
char *sim_notation_text(const struct sim_node *node);

#endif
