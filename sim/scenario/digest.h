/* sim/scenario/digest.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * SHA-256 as text.
 */
#ifndef SIM_SCENARIO_DIGEST_H
#define SIM_SCENARIO_DIGEST_H

#include <stddef.h>

#include "sim/status.h"

#define SIM_DIGEST_SIZE 65 /* 64 hex digits and a NUL */

/* Writes the SHA-256 of [bytes] in lower-case hex. SIM_ERR_NO_MEMORY: libcrypto could
 * not get its memory. */
SIM_MUST_CHECK enum sim_status sim_digest_hex(const void *bytes, size_t length,
                                              char hex[SIM_DIGEST_SIZE]);

#endif
