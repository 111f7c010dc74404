/* tests/support/sandbox.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A folder of its own for a test program to work in, files in it, and the program
 * called as a user would, in a process of its own.
 */
#ifndef TESTS_SUPPORT_SANDBOX_H
#define TESTS_SUPPORT_SANDBOX_H

#include "sim/experiment/model.h"

/* Makes a folder in the one for temporary files and goes there; and back out, removing
 * it. For cmocka_run_group_tests. */
int sandbox_enter(void **state);
int sandbox_leave(void **state);

/* Writes [text] to [path]. */
void sandbox_write(const char *path, const char *text);

/* The content of [path], which the caller frees; fails the test when there is none.
 * A NUL is added behind it. */
char *sandbox_read(const char *path, size_t *length);

/* Fail the test when [text] is not in [path], or two files differ in a byte. */
void sandbox_assert_holds(const char *path, const char *text);
void sandbox_assert_same(const char *left, const char *right);

bool sandbox_exists(const char *path);

/* Files and folders in [folder], "." and ".." not counted; -1: no such folder. */
int sandbox_count(const char *folder);

/* How a call of the program ended; the caller frees the texts. */
struct sandbox_outcome {
    int exit_code; /* minus the number of the signal that ended it */
    char *out;     /* what it wrote on stdout */
    char *err;     /* and on stderr */
};

/* Calls the program of [model] with [command], words apart by single spaces, in a child
 * in which [prepare] (may be NULL) has been called first. */
struct sandbox_outcome sandbox_call(const struct sim_model *model, const char *command,
                                    void (*prepare)(void));
void sandbox_outcome_free(struct sandbox_outcome *self);

/* Calls the program of the toy model (tests/support/toy_model.h) and checks how it
 * ends, and that [out] and [err] are in what it says; "" for [err]: nothing on stderr.
 */
void sandbox_assert_call(const char *command, int exit_code, const char *out,
                         const char *err);

/* Does that with [command] for 1, 2 and 4 threads, which must end with 0 and say [out],
 * and checks that [files] (up to a NULL) in their folders are the same bytes. */
void sandbox_assert_threads(const char *command, const char *out,
                            const char *const *files);

/* A scenario of the toy model (tests/support/toy_model.h) for sandbox_write: two desks,
 * with [extra] lines behind it. The same buffer each time. */
const char *sandbox_toy(const char *name, int clerk_count, const char *extra);

#endif
