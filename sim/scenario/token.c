/* sim/scenario/token.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/scenario/token.h"

#include <stdbool.h>
#include <string.h>

#include "sim/scenario/text.h"

#define LETTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define DIGITS "0123456789"

static const char SPACE[] = " \t\r\n\f";
static const char WORD_START[] = LETTERS "*";
static const char WORD_REST[] = LETTERS DIGITS "_*-";
static const char NUMBER_START[] = DIGITS "+-.";
static const char NUMBER_REST[] = LETTERS DIGITS "_+-.";

static bool is_one_of(char c, const char *set)
{
    return c != '\0' && strchr(set, c) != NULL;
}

/* Moves over [length] bytes, counting lines. */
static void skip(char **at, int *line, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        *line += (*at)[i] == '\n';
    }
    *at += length;
}

/* Moves over space and comments. False: a comment begins here and has no end. */
static bool skip_blank(char **at, int *line)
{
    for (;;) {
        skip(at, line, strspn(*at, SPACE));
        if (**at == '#' || strncmp(*at, "//", 2) == 0) {
            *at += strcspn(*at, "\n");
        } else if (strncmp(*at, "/*", 2) == 0) {
            const char *end = strstr(*at + 2, "*/");
            if (end == NULL) {
                return false;
            }
            skip(at, line, (size_t)(end + 2 - *at));
        } else {
            return true;
        }
    }
}

static struct sim_token text_token(char *start, int line)
{
    const char *at = start + 1;
    while (*at != '"' && *at != '\0' && *at != '\n') {
        at += *at == '\\' && at[1] != '\0' && at[1] != '\n' ? 2 : 1;
    }
    bool has_end = *at == '"';
    return (struct sim_token){has_end ? SIM_TOKEN_TEXT : SIM_TOKEN_OPEN_TEXT, start,
                              (size_t)(at - start) + has_end, line};
}

static struct sim_token sign_token(char *start, int line)
{
    struct sim_token token = {SIM_TOKEN_OTHER, start, 1, line};
    if (is_one_of(*start, "{([")) {
        token.kind = SIM_TOKEN_OPEN;
    } else if (is_one_of(*start, "})]")) {
        token.kind = SIM_TOKEN_CLOSE;
    } else if (is_one_of(*start, "=:")) {
        token.kind = SIM_TOKEN_EQUALS;
    } else if (is_one_of(*start, ";,")) {
        token.kind = SIM_TOKEN_SEPARATOR;
    } else if (*start == '@') {
        token.length += strspn(start + 1, WORD_REST);
    } else {
        token.length = sim_text_character(start) > 0 ? sim_text_character(start) : 1;
    }
    return token;
}

static struct sim_token token_at(char *start, int line)
{
    if (*start == '\0') {
        return (struct sim_token){SIM_TOKEN_END, start, 0, line};
    }
    if (*start == '"') {
        return text_token(start, line);
    }
    if (is_one_of(*start, WORD_START)) {
        size_t length = strspn(start, WORD_REST);
        return (struct sim_token){SIM_TOKEN_WORD, start, length, line};
    }
    if (is_one_of(*start, NUMBER_START)) {
        size_t length = strspn(start, NUMBER_REST);
        return (struct sim_token){SIM_TOKEN_NUMBER, start, length, line};
    }
    return sign_token(start, line);
}

struct sim_token sim_token_next(char **at, int *line)
{
    struct sim_token token = {SIM_TOKEN_OPEN_COMMENT, NULL, 0, 0};
    if (skip_blank(at, line)) {
        token = token_at(*at, *line);
    } else {
        token.start = *at;
        token.length = strlen(*at);
        token.line = *line;
    }
    *at += token.length;
    return token;
}
