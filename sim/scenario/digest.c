/* sim/scenario/digest.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/scenario/digest.h"

#include <openssl/evp.h>

#include <stdio.h>

enum sim_status sim_digest_hex(const void *bytes, size_t length,
                               char hex[SIM_DIGEST_SIZE])
{
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int digest_length = 0;
    if (EVP_Digest(bytes, length, digest, &digest_length, EVP_sha256(), NULL) != 1) {
        return SIM_ERR_NO_MEMORY;
    }
    for (unsigned int i = 0; i < digest_length; i++) {
        snprintf(hex + 2 * i, 3, "%02x", digest[i]);
    }
    return SIM_OK;
}
