/* sim/cli/interrupt.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ctrl-C and SIGTERM: the first asks to stop, the second ends the program at once.
 */
#ifndef SIM_CLI_INTERRUPT_H
#define SIM_CLI_INTERRUPT_H

#include <signal.h>

/* From here on the first signal sets what is returned, which is 0 until then. A signal
 * that was ignored stays ignored. */
const volatile sig_atomic_t *sim_interrupt_catch(void);

#endif
