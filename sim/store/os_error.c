/* sim/store/os_error.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/store/os_error.h"

#include <errno.h>
#include <stddef.h>
#include <string.h>

static const struct {
    int error;
    const char *text;
} OS_ERROR[] = {
    {0, "schrijffout"},
    {EACCES, "geen toegang"},
    {EBADF, "de uitvoer is gesloten"},
    {EDQUOT, "het schijfquotum is op"},
    {EEXIST, "bestaat al"},
    {EFBIG, "groter dan een bestand hier mag zijn"},
    {EIO, "fout van de schijf"},
    {EISDIR, "is een map"},
    {ELOOP, "te veel symbolische koppelingen"},
    {EMFILE, "te veel open bestanden"},
    {ENAMETOOLONG, "de naam is te lang"},
    {ENOENT, "bestaat niet"},
    {ENOMEM, "onvoldoende geheugen"},
    {ENOSPC, "de schijf is vol"},
    {ENOTDIR, "een deel van het pad is geen map"},
    {ENOTEMPTY, "bestaat al"},
    {EPERM, "niet toegestaan"},
    {EPIPE, "de ontvanger heeft de uitvoer gesloten"},
    {EROFS, "kan alleen worden gelezen"},
};

const char *sim_os_error_text(int error)
{
    for (size_t i = 0; i < sizeof OS_ERROR / sizeof *OS_ERROR; i++) {
        if (OS_ERROR[i].error == error) {
            return OS_ERROR[i].text;
        }
    }
    return strerror(error);
}
