/* sim/scenario/scan.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/scenario/scan.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "sim/scenario/scan_number.h"
#include "sim/scenario/text.h"
#include "sim/scenario/token.h"

/* What can come next. */
enum place {
    PLACE_KEY,    /* in a group: a name */
    PLACE_EQUALS, /* after a name */
    PLACE_VALUE,  /* after '=', or in a list or array */
    PLACE_AFTER,  /* after a value */
};

/* A bracket that is open. */
struct level {
    char open;
    int line;
    int item_count;
};

struct scan {
    const char *file;
    struct sim_faults *faults;
    char *at;
    int line;
    struct sim_token token;
    struct sim_token previous;
    enum place place;
    struct level levels[SIM_SCAN_DEPTH_MAX + 1]; /* [0] is the file itself */
    int depth;
    int total_count;
    bool unusable; /* libconfig must not see the text */
    bool stopped;  /* what follows would only give faults that are none */
};

__attribute__((format(printf, 3, 4))) static void report(struct scan *self, int line,
                                                         const char *format, ...)
{
    char text[512];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    sim_faults_add(self->faults, self->file, line, "%s", text);
    self->unusable = true;
}

static struct level *current_level(struct scan *self)
{
    return &self->levels[self->depth];
}

static bool in_group(struct scan *self)
{
    return current_level(self)->open == '{';
}

static void copy_token(struct sim_token token, char text[SIM_TEXT_SHORT_SIZE])
{
    sim_text_cut_bytes(text, SIM_TEXT_SHORT_SIZE, token.start, token.length);
}

static void count_item(struct scan *self)
{
    struct level *level = current_level(self);
    int maximum = in_group(self) ? SIM_SCAN_GROUP_MAX : SIM_SCAN_LIST_MAX;
    self->total_count++;
    if (++level->item_count > maximum) {
        report(self, self->token.line, "meer dan %d waarden tussen dezelfde haakjes",
               maximum);
        self->stopped = true;
    } else if (self->total_count > SIM_SCAN_TOTAL_MAX) {
        report(self, self->token.line, "meer dan %d waarden in een bestand",
               SIM_SCAN_TOTAL_MAX);
        self->stopped = true;
    }
}

static char closing(char open)
{
    return open == '{' ? '}' : open == '(' ? ')' : ']';
}

static void open_bracket(struct scan *self)
{
    char open = *self->token.start;
    if (current_level(self)->open == '[') {
        report(self, self->token.line,
               "in een reeks [...] staan alleen losse waarden; een lijst heeft ronde "
               "haakjes (...)");
        self->stopped = true;
    } else if (self->depth == SIM_SCAN_DEPTH_MAX) {
        report(self, self->token.line, "meer dan %d haakjes diep", SIM_SCAN_DEPTH_MAX);
        self->stopped = true;
    } else {
        self->depth++;
        *current_level(self) = (struct level){.open = open, .line = self->token.line};
        self->place = open == '{' ? PLACE_KEY : PLACE_VALUE;
    }
}

static void close_bracket(struct scan *self)
{
    const struct level *level = current_level(self);
    char close = *self->token.start;
    if (self->depth == 0) {
        report(self, self->token.line, "'%c' sluit een haakje dat niet open is", close);
        self->stopped = true;
    } else if (closing(level->open) != close) {
        report(self, self->token.line, "'%c' sluit niet wat op regel %d met '%c' opent",
               close, level->line, level->open);
        self->stopped = true;
    } else {
        self->depth--;
        self->place = PLACE_AFTER;
    }
}

static void take_key(struct scan *self)
{
    count_item(self);
    self->place = PLACE_EQUALS;
}

static bool is_boolean(struct sim_token token)
{
    return (token.length == 4 && strncasecmp(token.start, "true", 4) == 0) ||
           (token.length == 5 && strncasecmp(token.start, "false", 5) == 0);
}

static bool is_yes_or_no(struct sim_token token)
{
    return (token.length == 2 && strncasecmp(token.start, "ja", 2) == 0) ||
           (token.length == 3 && strncasecmp(token.start, "nee", 3) == 0);
}

static void take_word(struct scan *self)
{
    char word[SIM_TEXT_SHORT_SIZE];
    copy_token(self->token, word);
    self->place = PLACE_AFTER;
    if (is_boolean(self->token)) {
        return;
    }
    if (is_yes_or_no(self->token)) {
        report(self, self->token.line, "'%s' bestaat hier niet; schrijf %s", word,
               self->token.length == 2 ? "true" : "false");
    } else {
        report(self, self->token.line,
               "'%s' is geen waarde; zet een tekst tussen aanhalingstekens: \"%s\"",
               word, word);
    }
}

static void take_number(struct scan *self)
{
    struct sim_scan_number number = {.token = self->token,
                                     .in_group = in_group(self),
                                     .in_array = current_level(self)->open == '[',
                                     .file = self->file,
                                     .faults = self->faults};
    if (!sim_scan_number(&number)) {
        self->unusable = true;
    }
    self->at = number.token.start + number.token.length;
    self->place = PLACE_AFTER;
}

static void take_text(struct scan *self)
{
    struct sim_token token = self->token;
    self->place = PLACE_AFTER;
    if (token.kind == SIM_TOKEN_OPEN_TEXT) {
        report(
            self, token.line,
            "tekst zonder aanhalingsteken aan het eind van de regel; een lange tekst "
            "mag in stukken: \"...\" \"...\"");
        return;
    }
    for (const char *at = token.start; at < token.start + token.length; at++) {
        if (*at == '\\' && strncasecmp(at, "\\x00", 4) == 0) {
            report(self, token.line, "\\x00 mag niet in een tekst staan");
        }
        at += *at == '\\';
    }
}

/* Reports a token that cannot stand where it does. */
static void report_unexpected(struct scan *self)
{
    char found[SIM_TEXT_SHORT_SIZE];
    char before[SIM_TEXT_SHORT_SIZE];
    copy_token(self->token, found);
    copy_token(self->previous, before);
    self->stopped = true;
    if (self->token.kind == SIM_TOKEN_OPEN_COMMENT) {
        report(self, self->token.line,
               "het commentaar dat hier begint met /* wordt niet gesloten met */");
    } else if (strcmp(found, "@include") == 0) {
        report(self, self->token.line,
               "@include kan niet; noem het andere bestand met basis = \"...\"");
    } else if (self->place == PLACE_EQUALS) {
        report(self, self->previous.line, "na '%s' hoort '='", before);
    } else if (self->place == PLACE_AFTER && !in_group(self)) {
        report(self, self->token.line, "na '%s' hoort een komma of '%c', geen '%s'",
               before, closing(current_level(self)->open), found);
    } else {
        report(self, self->token.line, "'%s' kan hier niet staan", found);
    }
}

/* A value is missing before the token, which is then read as what follows one. */
static void miss_value(struct scan *self)
{
    bool is_extra_comma = *self->previous.start == ',';
    report(self, self->previous.line,
           is_extra_comma
               ? "na deze komma ontbreekt een waarde; achter de laatste hoort "
                 "geen komma"
               : "na '=' ontbreekt een waarde");
    self->place = PLACE_AFTER;
}

static void take_value(struct scan *self)
{
    if (!in_group(self) && self->token.kind != SIM_TOKEN_CLOSE) {
        count_item(self);
    }
    switch (self->token.kind) {
    case SIM_TOKEN_WORD:
        take_word(self);
        break;
    case SIM_TOKEN_NUMBER:
        take_number(self);
        break;
    case SIM_TOKEN_TEXT:
    case SIM_TOKEN_OPEN_TEXT:
        take_text(self);
        break;
    case SIM_TOKEN_OPEN:
        open_bracket(self);
        break;
    default:
        report_unexpected(self);
        break;
    }
}

static bool ends_value(const struct scan *self)
{
    enum sim_token_kind kind = self->token.kind;
    return kind == SIM_TOKEN_CLOSE || kind == SIM_TOKEN_SEPARATOR ||
           kind == SIM_TOKEN_END;
}

/* A name with '=' behind it, where a value was expected: the value was forgotten. */
static bool is_next_key(struct scan *self)
{
    char *at = self->at;
    int line = self->line;
    return in_group(self) && self->token.kind == SIM_TOKEN_WORD &&
           sim_token_next(&at, &line).kind == SIM_TOKEN_EQUALS;
}

/* In a group a separator between values may be left out; in a list it may not. */
static void take_after_value(struct scan *self)
{
    enum sim_token_kind kind = self->token.kind;
    bool was_text = self->previous.kind == SIM_TOKEN_TEXT;
    if (kind == SIM_TOKEN_CLOSE) {
        close_bracket(self);
    } else if (was_text && (kind == SIM_TOKEN_TEXT || kind == SIM_TOKEN_OPEN_TEXT)) {
        take_text(self);
    } else if (in_group(self) && kind == SIM_TOKEN_WORD) {
        take_key(self);
    } else if (in_group(self) && kind == SIM_TOKEN_SEPARATOR) {
        self->place = PLACE_KEY;
    } else if (!in_group(self) && *self->token.start == ',') {
        self->place = PLACE_VALUE;
    } else {
        report_unexpected(self);
    }
}

static void take_token(struct scan *self)
{
    bool is_empty_list = !in_group(self) && self->token.kind == SIM_TOKEN_CLOSE &&
                         self->previous.kind == SIM_TOKEN_OPEN;
    if (self->place == PLACE_VALUE && !is_empty_list &&
        (ends_value(self) || is_next_key(self))) {
        miss_value(self);
    }
    if (self->place == PLACE_KEY && self->token.kind == SIM_TOKEN_WORD) {
        take_key(self);
    } else if (self->place == PLACE_EQUALS && self->token.kind == SIM_TOKEN_EQUALS) {
        self->place = PLACE_VALUE;
    } else if (self->token.kind == SIM_TOKEN_CLOSE &&
               (self->place == PLACE_KEY || is_empty_list)) {
        close_bracket(self);
    } else if (self->place == PLACE_VALUE) {
        take_value(self);
    } else if (self->place == PLACE_AFTER) {
        take_after_value(self);
    } else {
        report_unexpected(self);
    }
}

static void finish(struct scan *self)
{
    const struct level *level = current_level(self);
    if (self->place == PLACE_EQUALS) {
        report_unexpected(self);
    } else if (self->place == PLACE_VALUE && in_group(self)) {
        miss_value(self);
    }
    if (self->depth > 0) {
        report(self, level->line, "'%c' wordt niet gesloten met '%c'", level->open,
               closing(level->open));
    }
}

bool sim_scan(char *text, const char *file, int first_line, struct sim_faults *faults)
{
    struct scan self = {.file = file,
                        .faults = faults,
                        .at = text,
                        .line = first_line,
                        .place = PLACE_KEY,
                        .levels[0] = {.open = '{'}};
    self.previous.start = text;
    self.token = sim_token_next(&self.at, &self.line);
    while (self.token.kind != SIM_TOKEN_END && !self.stopped) {
        take_token(&self);
        self.previous = self.token;
        self.token = sim_token_next(&self.at, &self.line);
    }
    if (!self.stopped) {
        finish(&self);
    }
    return !self.unusable;
}
