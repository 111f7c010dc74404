/* sim/scenario/scan.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads the text of a layer before libconfig does, for what libconfig would let pass
 * (integers past 32 bits, an open comment, @include), explain badly (a decimal comma,
 * text without quotes, any syntax error) or choke on (thousands of brackets, or of keys
 * in a group).
 */
#ifndef SIM_SCENARIO_SCAN_H
#define SIM_SCENARIO_SCAN_H

#include <stdbool.h>

#include "sim/scenario/fault.h"

#define SIM_SCAN_DEPTH_MAX 32
#define SIM_SCAN_GROUP_MAX 300    /* keys in a group: libconfig is quadratic in them */
#define SIM_SCAN_LIST_MAX 5000    /* values in a list or array */
#define SIM_SCAN_TOTAL_MAX 200000 /* keys and values in a file */

/* What a number that has been reported is replaced by, so that the rest of the file
 * can still be checked: libconfig reads it as infinity, which no number in a scanned
 * text is. */
#define SIM_SCAN_FAULTY_NUMBER "+9e999"

/* Scans [text], which begins at [first_line] of [file], and reports what is wrong. A
 * number that is wrong is repaired in place, or replaced by SIM_SCAN_FAULTY_NUMBER.
 * False: libconfig must not see the text. */
bool sim_scan(char *text, const char *file, int first_line, struct sim_faults *faults);

#endif
