/* sim/cli/processors.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How many threads can run at the same moment.
 */
#ifndef SIM_CLI_PROCESSORS_H
#define SIM_CLI_PROCESSORS_H

/* The processors this process may use, which can be fewer than the machine has. At
 * least 1. */
int sim_processors_count(void);

#endif
