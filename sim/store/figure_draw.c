/* sim/store/figure_draw.c - SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* for posix_spawn_file_actions_addfchdir_np */

#include "sim/store/figure_internal.h"
#include "sim/store/folder.h"
#include "sim/store/os_error.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* --- Running gnuplot --- */

/* Where the child works and reads, and where its messages go. Returns an errno. */
static int prepare_files(posix_spawn_file_actions_t *actions, int folder,
                         const char *log)
{
    const int log_flags = O_WRONLY | O_CREAT | O_TRUNC;
    int error = posix_spawn_file_actions_addfchdir_np(actions, folder);
    if (error == 0) {
        error = posix_spawn_file_actions_addopen(actions, 0, "/dev/null", O_RDONLY, 0);
    }
    if (error == 0) {
        error = posix_spawn_file_actions_addopen(actions, 1, "/dev/null", O_WRONLY, 0);
    }
    if (error == 0) {
        error = posix_spawn_file_actions_addopen(actions, 2, log, log_flags, 0666);
    }
    return error;
}

/* Runs without a shell and with no more of the environment than it needs. Returns an
 * errno. */
static int spawn_gnuplot(char *script, const posix_spawn_file_actions_t *actions,
                         const posix_spawnattr_t *attributes, pid_t *child)
{
    char program[] = "gnuplot", no_init_files[] = "-d", locale[] = "LC_ALL=C.UTF-8";
    char *arguments[] = {program, no_init_files, script, NULL};
    char *path = NULL;
    const char *inherited = getenv("PATH");
    if (asprintf(&path, "PATH=%s", inherited == NULL ? "/usr/bin" : inherited) < 0) {
        return ENOMEM;
    }
    char *environment[] = {path, locale, NULL};
    int error =
        posix_spawnp(child, program, actions, attributes, arguments, environment);
    free(path);
    return error;
}

static int start_gnuplot(int folder, char *script, const char *log, pid_t *child)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    int error = posix_spawn_file_actions_init(&actions);
    if (error != 0) {
        return error;
    }
    error = posix_spawnattr_init(&attributes);
    if (error == 0) {
        /* A group of its own, so that all of it can be ended at the time limit. */
        error = posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
        if (error == 0) {
            error = prepare_files(&actions, folder, log);
        }
        if (error == 0) {
            error = spawn_gnuplot(script, &actions, &attributes, child);
        }
        posix_spawnattr_destroy(&attributes);
    }
    posix_spawn_file_actions_destroy(&actions);
    return error;
}

static bool is_empty(int folder, const char *file)
{
    struct stat status;
    return fstatat(folder, file, &status, 0) != 0 || status.st_size == 0;
}

static double seconds_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

/* Waits until [child] ends; false when it had to be ended at the time limit. */
static bool wait_for(pid_t child, double limit_seconds, int *wait_status)
{
    const struct timespec pause = {.tv_nsec = 5000000};
    double deadline = seconds_now() + limit_seconds;
    while (waitpid(child, wait_status, WNOHANG) == 0) {
        if (seconds_now() > deadline) {
            kill(-child, SIGKILL);
            waitpid(child, wait_status, 0);
            return false;
        }
        nanosleep(&pause, NULL);
    }
    return true;
}

/* The end of what gnuplot wrote in [log], as one line; "" when it was silent. */
static void read_tail(int folder, const char *log, char *tail, size_t tail_size)
{
    char raw[400];
    int descriptor = openat(folder, log, O_RDONLY | O_CLOEXEC);
    FILE *file = descriptor < 0 ? NULL : fdopen(descriptor, "r");
    tail[0] = '\0';
    if (file == NULL) {
        return;
    }
    if (fseek(file, -(long)(sizeof raw - 1), SEEK_END) != 0) {
        rewind(file);
    }
    raw[fread(raw, 1, sizeof raw - 1, file)] = '\0';
    fclose(file);
    const char *start = raw + strspn(raw, " \n");
    if (*start != '\0') {
        sim_figure_clean_text(start, (int)sizeof raw, tail, tail_size);
    }
}

/* Says what went wrong; false when nothing did. [error] is that of the start. */
static bool find_failure(int error, pid_t child, double limit_seconds, int folder,
                         const char *svg, const char *png, char *what, size_t size)
{
    int wait_status = 0;
    if (error == ENOENT) {
        snprintf(
            what, size,
            "gnuplot is niet gevonden; installeer het met: apt install gnuplot-nox");
    } else if (error != 0) {
        snprintf(what, size, "gnuplot start niet: %s", sim_os_error_text(error));
    } else if (!wait_for(child, limit_seconds, &wait_status)) {
        snprintf(what, size, "gnuplot was na %g seconden niet klaar", limit_seconds);
    } else if (WIFSIGNALED(wait_status)) {
        snprintf(what, size, "gnuplot is gestopt door signaal %d",
                 WTERMSIG(wait_status));
    } else if (WEXITSTATUS(wait_status) != 0) {
        snprintf(what, size, "gnuplot eindigde met code %d", WEXITSTATUS(wait_status));
    } else if (is_empty(folder, svg) || is_empty(folder, png)) {
        snprintf(what, size, "gnuplot leverde een leeg bestand");
    } else {
        return false;
    }
    return true;
}

static enum sim_status run(int folder, const char *name, double limit_seconds,
                           char *message, size_t message_size)
{
    char script[SIM_FIGURE_FILE_SIZE], log[SIM_FIGURE_FILE_SIZE];
    char svg[SIM_FIGURE_FILE_SIZE], png[SIM_FIGURE_FILE_SIZE];
    char what[256], tail[1024];
    pid_t child = -1;
    snprintf(script, sizeof script, "%s.gp", name);
    snprintf(log, sizeof log, "%s.log", name);
    snprintf(svg, sizeof svg, "%s.svg", name);
    snprintf(png, sizeof png, "%s.png", name);

    int error = start_gnuplot(folder, script, log, &child);
    bool has_failed =
        find_failure(error, child, limit_seconds, folder, svg, png, what, sizeof what);
    read_tail(folder, log, tail, sizeof tail);
    if (!has_failed || tail[0] == '\0') {
        unlinkat(folder, log, 0);
    }
    if (!has_failed) {
        return SIM_OK;
    }
    /* Half a picture is worse than none. */
    unlinkat(folder, svg, 0);
    unlinkat(folder, png, 0);
    snprintf(message, message_size, "figuur %s is niet getekend: %s%s%s", name, what,
             tail[0] == '\0' ? "" : ": ", tail);
    return SIM_ERR_HELPER;
}

enum sim_status sim_figure_run(const char *folder, const char *name,
                               double limit_seconds, char *message, size_t message_size)
{
    int directory = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (directory < 0) {
        snprintf(message, message_size, "%s: %s", folder, sim_os_error_text(errno));
        return SIM_ERR_IO;
    }
    enum sim_status status = run(directory, name, limit_seconds, message, message_size);
    close(directory);
    return status;
}

/* --- The text in an SVG file --- */

/* The caller frees the text; NULL: cannot be read, or is empty. */
static char *read_file(const char *path)
{
    char *text = NULL;
    size_t capacity = 0;
    FILE *file = fopen(path, "re");
    if (file == NULL) {
        return NULL;
    }
    if (getdelim(&text, &capacity, '\0', file) < 0) {
        free(text);
        text = NULL;
    }
    fclose(file);
    return text;
}

static void write_escaped(const char *text, FILE *out)
{
    for (; *text != '\0'; text++) {
        switch (*text) {
        case '&':
            fputs("&amp;", out);
            break;
        case '<':
            fputs("&lt;", out);
            break;
        case '>':
            fputs("&gt;", out);
            break;
        default:
            fputc(*text, out);
        }
    }
}

/* Writes [from] up to and with [mark], and then [text] in place of what follows up to
 * [end]. Returns where to go on; NULL when a mark is not there. */
static const char *write_replaced(const char *from, const char *mark, const char *end,
                                  const char *text, FILE *out)
{
    const char *start = from == NULL ? NULL : strstr(from, mark);
    const char *next = start == NULL ? NULL : strstr(start, end);
    if (next != NULL) {
        fwrite(from, 1, (size_t)(start - from) + strlen(mark), out);
        write_escaped(text, out);
    }
    return next;
}

/* False when [svg] is not as gnuplot writes it. */
static bool write_labelled(const char *svg, const char *title, const char *description,
                           FILE *out)
{
    static const char tag[] = "<svg ";
    const char *rest = strstr(svg, tag);
    if (rest == NULL) {
        return false;
    }
    fwrite(svg, 1, (size_t)(rest - svg), out);
    fprintf(out, "%srole=\"img\" xml:lang=\"nl\" ", tag);
    rest = write_replaced(rest + strlen(tag), "<title>", "</title>", title, out);
    rest = write_replaced(rest, "<desc>", "</desc>", description, out);
    if (rest != NULL) {
        fputs(rest, out);
    }
    return rest != NULL;
}

static enum sim_status replace_svg(const char *svg, const char *folder,
                                   const char *file, const char *title,
                                   const char *description, char *message,
                                   size_t message_size)
{
    FILE *out = sim_folder_open(folder, file, message, message_size);
    if (out == NULL) {
        return SIM_ERR_IO;
    }
    bool is_known = write_labelled(svg, title, description, out);
    enum sim_status status = sim_folder_close(out, file, message, message_size);
    if (status == SIM_OK && !is_known) {
        snprintf(message, message_size, "%s: gnuplot schreef een onbekend soort SVG",
                 file);
        status = SIM_ERR_HELPER;
    }
    return status;
}

enum sim_status sim_figure_label_svg(const char *folder, const char *name,
                                     const char *title, const char *description,
                                     char *message, size_t message_size)
{
    enum sim_status status = SIM_ERR_IO;
    char file[SIM_FIGURE_FILE_SIZE];
    snprintf(file, sizeof file, "%s.svg", name);
    char *path = sim_folder_join(folder, file);
    char *svg = path == NULL ? NULL : read_file(path);
    if (svg != NULL && unlink(path) == 0) {
        status =
            replace_svg(svg, folder, file, title, description, message, message_size);
    } else {
        snprintf(message, message_size, "%s: %s", file, sim_os_error_text(errno));
    }
    free(svg);
    free(path);
    return status;
}
