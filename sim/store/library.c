/* sim/store/library.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/store/library.h"

#include <gnu/libc-version.h>
#include <gsl/gsl_version.h>
#include <jansson.h>
#include <spawn.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

struct sim_library sim_library_at(int index)
{
    const struct sim_library libraries[SIM_LIBRARY_COUNT] = {
        {"GSL", gsl_version},
        {"SQLite", sqlite3_libversion()},
        {"jansson", jansson_version_str()},
        {"glibc", gnu_get_libc_version()},
    };
    return libraries[index];
}

const char *sim_library_compiler(void)
{
#ifdef __clang__
    return __VERSION__;
#else
    return "gcc " __VERSION__;
#endif
}

const char *sim_library_build_type(void)
{
#ifdef SIM_BUILD_TYPE
    return SIM_BUILD_TYPE;
#else
    return "onbekend";
#endif
}

/* Starts `gnuplot --version` with its output going to [write_end]. */
static int spawn_version(int write_end, pid_t *child)
{
    char program[] = "gnuplot", option[] = "--version";
    char *arguments[] = {program, option, NULL};
    posix_spawn_file_actions_t actions;
    int error = posix_spawn_file_actions_init(&actions);
    if (error != 0) {
        return error;
    }
    error = posix_spawn_file_actions_adddup2(&actions, write_end, STDOUT_FILENO);
    if (error == 0) {
        error = posix_spawnp(child, program, &actions, NULL, arguments, environ);
    }
    posix_spawn_file_actions_destroy(&actions);
    return error;
}

void sim_library_gnuplot(char *version, size_t version_size)
{
    int ends[2];
    pid_t child;
    version[0] = '\0';
    if (pipe(ends) != 0) {
        return;
    }
    const int error = spawn_version(ends[1], &child);
    close(ends[1]);
    FILE *output = fdopen(ends[0], "r");
    if (output == NULL) {
        close(ends[0]);
    } else {
        if (error == 0 && fgets(version, (int)version_size, output) != NULL) {
            version[strcspn(version, "\n")] = '\0';
        }
        fclose(output);
    }
    if (error == 0) {
        waitpid(child, NULL, 0);
    }
}
