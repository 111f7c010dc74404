/* sim/scenario/scan_number.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Numbers that libconfig would misread: reported, and repaired when it is clear what
 * was meant.
 */
#ifndef SIM_SCENARIO_SCAN_NUMBER_H
#define SIM_SCENARIO_SCAN_NUMBER_H

#include <stdbool.h>

#include "sim/scenario/fault.h"
#include "sim/scenario/token.h"

struct sim_scan_number {
    struct sim_token token; /* made longer when a comma is part of the number */
    bool in_group;          /* the value of a key, so no comma can follow */
    bool in_array;
    const char *file;
    struct sim_faults *faults;
};

/* Checks the number and changes its text as sim_scan says. False: libconfig must not
 * see it. */
bool sim_scan_number(struct sim_scan_number *self);

#endif
