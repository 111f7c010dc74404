/* sim/store/os_error.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the operating system reports, in the language of the user.
 */
#ifndef SIM_STORE_OS_ERROR_H
#define SIM_STORE_OS_ERROR_H

/* Says in Dutch what [error] (a value of errno) means. Never NULL; valid until the
 * next call for an error that has no Dutch text. */
const char *sim_os_error_text(int error);

#endif
