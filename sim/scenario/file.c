/* sim/scenario/file.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/scenario/file.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *reason(int error)
{
    switch (error) {
    case ENOENT:
    case ENOTDIR:
        return "bestaat niet";
    case EISDIR:
        return "is een map, geen bestand";
    case EACCES:
    case EPERM:
        return "mag niet worden gelezen";
    default:
        return "kan niet worden gelezen";
    }
}

static enum sim_status report_unreadable(const char *path, struct sim_file_asked asked,
                                         int error, struct sim_faults *faults)
{
    if (asked.file != NULL) {
        sim_faults_add(faults, asked.file, asked.line, "basis '%s' %s", path,
                       reason(error));
    } else {
        sim_faults_add(faults, path, 0, "dit bestand %s", reason(error));
    }
    return SIM_ERR_NO_INPUT;
}

static enum sim_status report_too_large(const char *path, struct sim_faults *faults)
{
    sim_faults_add(faults, path, 0,
                   "dit bestand is te groot voor een scenario; toegestaan is %d MB",
                   SIM_FILE_BYTES_MAX / (1024 * 1024));
    return SIM_ERR_INPUT;
}

static enum sim_status read_stream(FILE *stream, const char *path,
                                   struct sim_file_asked asked, char **bytes,
                                   size_t *length, struct sim_faults *faults)
{
    char *content = malloc((size_t)SIM_FILE_BYTES_MAX + 2);
    if (content == NULL) {
        return SIM_ERR_NO_MEMORY;
    }
    /* One byte more than allowed tells too large from just fitting; asking the size
     * would not do for a device or a pipe. */
    size_t count = fread(content, 1, (size_t)SIM_FILE_BYTES_MAX + 1, stream);
    int error = ferror(stream) ? errno : 0;
    if (error != 0 || count > SIM_FILE_BYTES_MAX) {
        free(content);
        return error != 0 ? report_unreadable(path, asked, error, faults)
                          : report_too_large(path, faults);
    }
    content[count] = '\0';
    char *shrunk = realloc(content, count + 1);
    *bytes = shrunk != NULL ? shrunk : content;
    *length = count;
    return SIM_OK;
}

enum sim_status sim_file_read(const char *path, struct sim_file_asked asked,
                              char **bytes, size_t *length, struct sim_faults *faults)
{
    *bytes = NULL;
    *length = 0;
    FILE *stream = fopen(path, "rb");
    if (stream == NULL) {
        return report_unreadable(path, asked, errno, faults);
    }
    enum sim_status status = read_stream(stream, path, asked, bytes, length, faults);
    fclose(stream);
    return status;
}

char *sim_file_beside(const char *from, const char *name)
{
    const char *slash = strrchr(from, '/');
    while (strncmp(name, "./", 2) == 0) {
        name += 2;
    }
    size_t folder_length =
        slash == NULL || name[0] == '/' ? 0 : (size_t)(slash - from) + 1;
    size_t name_length = strlen(name);
    char *path = malloc(folder_length + name_length + 1);
    if (path != NULL) {
        memcpy(path, from, folder_length);
        memcpy(path + folder_length, name, name_length + 1);
    }
    return path;
}
