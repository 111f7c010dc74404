/* sim/store/utf8.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/store/utf8.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* The length of the character that [text] begins with, and its code; 0 when it is not
 * valid: cut off, longer than needed, a surrogate or past U+10FFFF. */
static size_t decode(const unsigned char *text, unsigned *code)
{
    static const unsigned MINIMUM[] = {0, 0, 0x80, 0x800, 0x10000};
    const unsigned char first = text[0];
    size_t length = 1;
    *code = first;
    if (first >= 0x80) {
        length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
        *code = first & (0x7fu >> length);
        if (first < 0xc0 || first >= 0xf8) {
            return 0;
        }
    }
    for (size_t i = 1; i < length; i++) {
        if ((text[i] & 0xc0) != 0x80) {
            return 0;
        }
        *code = *code << 6 | (text[i] & 0x3fu);
    }
    const int is_surrogate = *code >= 0xd800 && *code <= 0xdfff;
    return *code < MINIMUM[length] || *code > 0x10ffff || is_surrogate ? 0 : length;
}

char *sim_utf8_repair(const char *text)
{
    static const char REPLACEMENT[] = "\xef\xbf\xbd";
    char *copy = malloc(3 * strlen(text) + 1);
    char *out = copy;
    while (copy != NULL && *text != '\0') {
        unsigned code;
        const size_t length = decode((const unsigned char *)text, &code);
        const char *piece = length > 0 ? text : REPLACEMENT;
        const size_t piece_length = length > 0 ? length : 3;
        memcpy(out, piece, piece_length);
        out += piece_length;
        text += length > 0 ? length : 1;
    }
    if (copy != NULL) {
        *out = '\0';
    }
    return copy;
}

int sim_utf8_width(const char *text)
{
    int width = 0;
    while (*text != '\0') {
        unsigned code;
        const size_t length = decode((const unsigned char *)text, &code);
        const int is_combining = code >= 0x300 && code <= 0x36f;
        width += length == 0 || !is_combining;
        text += length > 0 ? length : 1;
    }
    return width;
}

/* The letter under the accent, for U+00C0 to U+00FF; '-' where there is none. */
static char base_letter(unsigned code)
{
    static const char LETTER[] = "aaaaaaaceeeeiiiidnooooo-ouuuuyts"
                                 "aaaaaaaceeeeiiiidnooooo-ouuuuyty";
    if (code < 0x80) {
        return isalnum((int)code) ? (char)tolower((int)code) : '-';
    }
    return code >= 0xc0 && code <= 0xff ? LETTER[code - 0xc0] : '-';
}

void sim_utf8_file_name(const char *text, size_t limit, char *out)
{
    size_t used = 0;
    while (*text != '\0' && used < limit) {
        unsigned code;
        const size_t length = decode((const unsigned char *)text, &code);
        const char letter = length == 0 ? '-' : base_letter(code);
        if (letter != '-' || (used > 0 && out[used - 1] != '-')) {
            out[used++] = letter;
        }
        text += length > 0 ? length : 1;
    }
    while (used > 0 && out[used - 1] == '-') {
        used--;
    }
    out[used] = '\0';
    if (used == 0) {
        strcpy(out, "scenario");
    }
}
