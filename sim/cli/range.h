/* sim/cli/range.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a parameter may be, in a few Dutch words.
 */
#ifndef SIM_CLI_RANGE_H
#define SIM_CLI_RANGE_H

#include <stddef.h>

#include "sim/scenario/param.h"

#define SIM_RANGE_SIZE 256

/* Writes for example "0 tot 1", "vraag, gelijk" or "naam uit plaatsen"; numbers with
 * [decimal_point]. "-": no limits. */
void sim_range_text(const struct sim_param *param, char decimal_point, char *text,
                    size_t text_size);

#endif
