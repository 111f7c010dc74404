/* sim/scenario/fault.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The faults found in the user's input: all of them, each with its place, so that
 * one look at the list is enough to mend a file. Messages are in Dutch and say
 * what is wrong, what is allowed and, for a name, which known one is nearest.
 */
#ifndef SIM_SCENARIO_FAULT_H
#define SIM_SCENARIO_FAULT_H

#include <stdio.h>

struct sim_fault {
    char *file; /* owned; "--set" for the command line */
    int line;   /* 0 when the fault is about the whole file */
    char *text; /* owned; printable, no control characters */
};

/* A zeroed struct is an empty list. */
struct sim_faults {
    struct sim_fault *items; /* [count] owned */
    int count;
    int capacity;
    int dropped; /* faults past the first SIM_FAULT_MAX, or lost to lack of memory */
};

#define SIM_FAULT_MAX 200

/* Adds a fault at [file]:[line]. Control characters in the text become '?'. The same
 * text at the same place is added once. */
__attribute__((format(printf, 4, 5))) void sim_faults_add(struct sim_faults *self,
                                                          const char *file, int line,
                                                          const char *format, ...);
void sim_faults_free(struct sim_faults *self);

/* Prints one fault a line, "file:line: text", in order of file and line. */
void sim_faults_print(const struct sim_faults *self, FILE *out);

/* The name of [names] nearest to [wrong] in edits (Damerau-Levenshtein), or NULL when
 * none is near enough to be helpful (over a third of its length). Where none is one
 * edit away, the shortest name goes first that [wrong] is the first words of. */
const char *sim_nearest_name(const char *wrong, const char *const *names, int count);

#endif
