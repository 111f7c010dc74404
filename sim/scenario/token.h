/* sim/scenario/token.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words and signs of libconfig's notation.
 */
#ifndef SIM_SCENARIO_TOKEN_H
#define SIM_SCENARIO_TOKEN_H

#include <stddef.h>

enum sim_token_kind {
    SIM_TOKEN_END,
    SIM_TOKEN_WORD,      /* a name, true or false */
    SIM_TOKEN_NUMBER,    /* what begins as one: not always a right one */
    SIM_TOKEN_TEXT,      /* with its quotes */
    SIM_TOKEN_OPEN,      /* { ( [ */
    SIM_TOKEN_CLOSE,     /* } ) ] */
    SIM_TOKEN_EQUALS,    /* = : */
    SIM_TOKEN_SEPARATOR, /* ; , */
    SIM_TOKEN_OTHER,     /* a character that has no meaning, or @ and a word */
    /* No end: the rest of the line, or of the text. */
    SIM_TOKEN_OPEN_TEXT,
    SIM_TOKEN_OPEN_COMMENT,
};

struct sim_token {
    enum sim_token_kind kind;
    char *start; /* borrowed */
    size_t length;
    int line;
};

/* Takes the next token at [*at], which ends in NUL, and moves [*at] behind it. Space
 * and comments are skipped; [*line] is counted up at their newlines. */
struct sim_token sim_token_next(char **at, int *line);

#endif
