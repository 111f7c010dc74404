/* tests/support/sandbox.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/sandbox.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sim/cli/cli.h"
#include "sim/store/folder.h"
#include "tests/support/toy_model.h"

#define WORD_MAX 64

int sandbox_enter(void **state)
{
    const char *parent = getenv("TMPDIR");
    char *folder = sim_folder_join(parent == NULL ? "/tmp" : parent, "proef-XXXXXX");
    *state = folder;
    return folder == NULL || mkdtemp(folder) == NULL || chdir(folder) != 0;
}

int sandbox_leave(void **state)
{
    const int error = chdir("/");
    sim_folder_remove(*state);
    free(*state);
    return error;
}

void sandbox_write(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

char *sandbox_read(const char *path, size_t *length)
{
    FILE *file = fopen(path, "r");
    if (file == NULL) {
        fail_msg("%s is not there", path);
    }
    assert_int_equal(fseek(file, 0, SEEK_END), 0);
    const size_t size = (size_t)ftell(file);
    char *content = malloc(size + 1);
    rewind(file);
    assert_int_equal(fread(content, 1, size, file), size);
    content[size] = '\0';
    fclose(file);
    if (length != NULL) {
        *length = size;
    }
    return content;
}

void sandbox_assert_holds(const char *path, const char *text)
{
    char *content = sandbox_read(path, NULL);
    if (strstr(content, text) == NULL) {
        fail_msg("no '%s' in %s:\n%s", text, path, content);
    }
    free(content);
}

void sandbox_assert_same(const char *left, const char *right)
{
    size_t left_length, right_length;
    char *left_content = sandbox_read(left, &left_length);
    char *right_content = sandbox_read(right, &right_length);
    if (left_length != right_length ||
        memcmp(left_content, right_content, left_length) != 0) {
        fail_msg("%s and %s differ", left, right);
    }
    free(left_content);
    free(right_content);
}

bool sandbox_exists(const char *path)
{
    return sim_folder_exists(path);
}

int sandbox_count(const char *folder)
{
    DIR *stream = opendir(folder);
    int count = -2;
    if (stream == NULL) {
        return -1;
    }
    while (readdir(stream) != NULL) {
        count++;
    }
    closedir(stream);
    return count;
}

/* Ends the child: the streams are the child's own from here. */
static void be_program(const struct sim_model *model, char *words,
                       void (*prepare)(void))
{
    char *argv[WORD_MAX + 1] = {NULL};
    char *rest = words;
    int argc = 0;
    if (freopen("uit.txt", "w", stdout) == NULL ||
        freopen("fout.txt", "w", stderr) == NULL) {
        exit(99);
    }
    for (char *word = strtok_r(words, " ", &rest); word != NULL && argc < WORD_MAX;
         word = strtok_r(NULL, " ", &rest)) {
        argv[argc++] = word;
    }
    if (prepare != NULL) {
        prepare();
    }
    const int code = sim_cli_main(model, argc, argv);
    free(words);
    exit(code);
}

struct sandbox_outcome sandbox_call(const struct sim_model *model, const char *command,
                                    void (*prepare)(void))
{
    struct sandbox_outcome outcome;
    int wait_status = 0;
    fflush(NULL);
    const pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        be_program(model, strdup(command), prepare);
    }
    assert_int_equal(waitpid(child, &wait_status, 0), child);
    outcome.exit_code =
        WIFEXITED(wait_status) ? WEXITSTATUS(wait_status) : -WTERMSIG(wait_status);
    outcome.out = sandbox_read("uit.txt", NULL);
    outcome.err = sandbox_read("fout.txt", NULL);
    return outcome;
}

void sandbox_outcome_free(struct sandbox_outcome *self)
{
    free(self->out);
    free(self->err);
}

void sandbox_assert_call(const char *command, int exit_code, const char *out,
                         const char *err)
{
    struct sandbox_outcome outcome = sandbox_call(&toy_model, command, NULL);
    if (outcome.exit_code != exit_code || strstr(outcome.out, out) == NULL ||
        strstr(outcome.err, err) == NULL || (*err == '\0' && *outcome.err != '\0')) {
        fail_msg("'%s' ended with %d\n-- stdout\n%s-- stderr\n%s", command,
                 outcome.exit_code, outcome.out, outcome.err);
    }
    sandbox_outcome_free(&outcome);
}

void sandbox_assert_threads(const char *command, const char *out,
                            const char *const *files)
{
    for (int threads = 1; threads <= 4; threads *= 2) {
        char call[256], path[128], first[128];
        snprintf(call, sizeof call, "%s --threads %d -o draad-%d", command, threads,
                 threads);
        sandbox_assert_call(call, 0, out, "");
        for (int i = 0; files[i] != NULL; i++) {
            snprintf(path, sizeof path, "draad-%d/%s", threads, files[i]);
            snprintf(first, sizeof first, "draad-1/%s", files[i]);
            sandbox_assert_same(first, path);
        }
    }
}

const char *sandbox_toy(const char *name, int clerk_count, const char *extra)
{
    static char text[4096];
    snprintf(text, sizeof text,
             "naam = \"%s\";\ntitel = \"Titel van %s\";\n"
             "balies = ( { naam = \"noord\"; }, { naam = \"zuid\"; } );\n"
             "capaciteit = %d;\naankomsten_per_dag = 9.7;\n"
             "bediening_dagen = 0.17;\ndagen = 40;\n%s",
             name, name, clerk_count, extra);
    return text;
}
