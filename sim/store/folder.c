/* sim/store/folder.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/store/folder.h"

#include <errno.h>
#include <fcntl.h>
#include <fts.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sim/store/os_error.h"

/* Leftovers of killed runs of one folder before we refuse to add another. */
#define ASIDE_MAX 1000

char *sim_folder_join(const char *folder, const char *name)
{
    const size_t size = strlen(folder) + strlen(name) + 2;
    char *path = malloc(size);
    if (path != NULL) {
        snprintf(path, size, "%s/%s", folder, name);
    }
    return path;
}

bool sim_folder_exists(const char *path)
{
    struct stat info;
    return lstat(path, &info) == 0;
}

/* --- Folders above --- */

/* A copy of [path] without its last part; "." when that is all there is. */
static char *copy_parent(const char *path)
{
    const char *slash = strrchr(path, '/');
    if (slash == NULL) {
        return strdup(".");
    }
    return slash == path ? strdup("/") : strndup(path, (size_t)(slash - path));
}

static const char *last_part(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash == NULL ? path : slash + 1;
}

/* The nearest folder above [path] that exists; NULL: no memory. */
static char *find_existing_parent(const char *path)
{
    char *parent = copy_parent(path);
    struct stat info;
    while (parent != NULL && stat(parent, &info) != 0 && errno == ENOENT) {
        char *above = copy_parent(parent);
        free(parent);
        parent = above;
    }
    return parent;
}

/* Makes [folder] and those above it. Returns an errno. */
static int make_folders(const char *folder)
{
    if (mkdir(folder, 0777) == 0 || errno == EEXIST) {
        return 0;
    }
    if (errno != ENOENT) {
        return errno;
    }
    char *parent = copy_parent(folder);
    int error = parent == NULL ? ENOMEM : make_folders(parent);
    free(parent);
    if (error == 0 && mkdir(folder, 0777) != 0 && errno != EEXIST) {
        error = errno;
    }
    return error;
}

void sim_folder_make(const char *path)
{
    (void)make_folders(path);
}

enum sim_status sim_folder_check(const char *path, char *message, size_t message_size)
{
    const char *last = last_part(path);
    if (sim_folder_exists(path) || strcmp(last, ".") == 0 || strcmp(last, "..") == 0 ||
        last[0] == '\0') {
        snprintf(message, message_size,
                 "uitvoermap '%s' bestaat al en wordt niet overschreven; kies een "
                 "andere met -o",
                 path);
        return SIM_ERR_EXISTS;
    }
    char *parent = find_existing_parent(path);
    if (parent == NULL) {
        snprintf(message, message_size, "%s", sim_status_text(SIM_ERR_NO_MEMORY));
        return SIM_ERR_NO_MEMORY;
    }
    struct stat info;
    int error = 0;
    if (stat(parent, &info) != 0) {
        error = errno;
    } else if (!S_ISDIR(info.st_mode)) {
        error = ENOTDIR;
    } else if (access(parent, W_OK | X_OK) != 0) {
        error = errno;
    }
    if (error != 0) {
        snprintf(message, message_size,
                 "uitvoermap '%s' kan niet worden gemaakt: '%s': %s", path, parent,
                 sim_os_error_text(error));
    }
    free(parent);
    return error == 0 ? SIM_OK : SIM_ERR_EXISTS;
}

/* --- The folder aside --- */

/* Makes "<path>.deel" or the first of "<path>.deel-2", "-3" ... that is free. Returns
 * an errno. */
static int make_aside(const char *path, char **aside)
{
    const size_t size = strlen(path) + sizeof ".deel-" + 12;
    char *name = malloc(size);
    int error = name == NULL ? ENOMEM : EEXIST;
    for (int i = 1; error == EEXIST && i <= ASIDE_MAX; i++) {
        snprintf(name, size, i == 1 ? "%s.deel" : "%s.deel-%d", path, i);
        error = mkdir(name, 0777) == 0 ? 0 : errno;
    }
    if (error != 0) {
        free(name);
        name = NULL;
    }
    *aside = name;
    return error;
}

enum sim_status sim_folder_begin(const char *path, char **aside, char *message,
                                 size_t message_size)
{
    char *parent = copy_parent(path);
    *aside = NULL;
    int error = parent == NULL ? ENOMEM : make_folders(parent);
    free(parent);
    if (error == 0) {
        error = make_aside(path, aside);
    }
    if (error == 0) {
        return SIM_OK;
    }
    snprintf(message, message_size, "map '%s' kan niet worden gemaakt: %s", path,
             sim_os_error_text(error));
    return error == ENOMEM ? SIM_ERR_NO_MEMORY : SIM_ERR_IO;
}

/* Returns an errno. */
static int sync_path(const char *path)
{
    const int descriptor = open(path, O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        return errno;
    }
    /* Some file systems cannot sync a folder and say EINVAL. */
    const int error = fsync(descriptor) != 0 && errno != EINVAL ? errno : 0;
    close(descriptor);
    return error;
}

/* Calls [act] for all in [path], a folder after what is in it, and for [path] itself.
 */
static int walk(const char *path, int (*act)(const FTSENT *entry))
{
    char *copy = strdup(path);
    char *const roots[] = {copy, NULL};
    FTS *tree = copy == NULL ? NULL : fts_open(roots, FTS_PHYSICAL | FTS_NOCHDIR, NULL);
    int error = tree == NULL ? ENOMEM : 0;
    if (tree != NULL) {
        for (FTSENT *entry = fts_read(tree); entry != NULL && error == 0;
             entry = fts_read(tree)) {
            error = entry->fts_info == FTS_D ? 0 : act(entry);
        }
        fts_close(tree);
    }
    free(copy);
    return error;
}

static int sync_entry(const FTSENT *entry)
{
    return sync_path(entry->fts_accpath);
}

static int remove_entry(const FTSENT *entry)
{
    /* What cannot be removed stays; the rest still goes. */
    remove(entry->fts_accpath);
    return 0;
}

void sim_folder_remove(const char *aside)
{
    (void)walk(aside, remove_entry);
}

static int sync_parent(const char *path)
{
    char *parent = copy_parent(path);
    const int error = parent == NULL ? ENOMEM : sync_path(parent);
    free(parent);
    return error;
}

enum sim_status sim_folder_commit(const char *aside, const char *path, char *message,
                                  size_t message_size)
{
    int error = walk(aside, sync_entry);
    if (error != 0) {
        snprintf(message, message_size, "'%s' kan niet naar schijf: %s", aside,
                 sim_os_error_text(error));
        return SIM_ERR_IO;
    }
    /* rename() itself refuses to replace a file or a folder with something in it; the
     * question before it is for an empty folder and a broken link. */
    if (sim_folder_exists(path) || rename(aside, path) != 0) {
        snprintf(message, message_size, "'%s' kan niet worden verplaatst naar '%s': %s",
                 aside, path,
                 sim_folder_exists(path) ? "die bestaat inmiddels"
                                         : sim_os_error_text(errno));
        return SIM_ERR_EXISTS;
    }
    (void)sync_parent(path);
    return SIM_OK;
}

/* --- Files --- */

FILE *sim_folder_open(const char *folder, const char *name, char *message,
                      size_t message_size)
{
    char *path = sim_folder_join(folder, name);
    FILE *file = path == NULL ? NULL : fopen(path, "wxe");
    if (file == NULL) {
        snprintf(message, message_size, "%s: %s", name, sim_os_error_text(errno));
    }
    free(path);
    return file;
}

enum sim_status sim_folder_close(FILE *file, const char *name, char *message,
                                 size_t message_size)
{
    errno = 0;
    const bool has_failed = fflush(file) != 0 || ferror(file) != 0;
    int error = errno;
    if (fclose(file) != 0 && !has_failed) {
        error = errno;
    } else if (!has_failed) {
        return SIM_OK;
    }
    snprintf(message, message_size, "%s: %s", name, sim_os_error_text(error));
    return SIM_ERR_IO;
}
