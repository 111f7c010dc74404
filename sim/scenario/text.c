/* sim/scenario/text.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/scenario/text.h"

#include <string.h>

/* The well-formed byte sequences of Unicode 15, table 3-7: overlong forms,
 * surrogates and code points past U+10FFFF fall outside it. */
static const struct utf8_row {
    unsigned char first_low, first_high, second_low, second_high;
    unsigned char length;
} UTF8_ROWS[] = {
    {0xC2, 0xDF, 0x80, 0xBF, 2}, {0xE0, 0xE0, 0xA0, 0xBF, 3},
    {0xE1, 0xEC, 0x80, 0xBF, 3}, {0xED, 0xED, 0x80, 0x9F, 3},
    {0xEE, 0xEF, 0x80, 0xBF, 3}, {0xF0, 0xF0, 0x90, 0xBF, 4},
    {0xF1, 0xF3, 0x80, 0xBF, 4}, {0xF4, 0xF4, 0x80, 0x8F, 4},
};

static unsigned char byte_at(const char *text, size_t index)
{
    return (unsigned char)text[index];
}

static size_t match_row(const struct utf8_row *row, const char *text)
{
    unsigned char first = byte_at(text, 0);
    if (first < row->first_low || first > row->first_high) {
        return 0;
    }
    unsigned char second = byte_at(text, 1);
    if (second < row->second_low || second > row->second_high) {
        return 0;
    }
    for (size_t i = 2; i < row->length; i++) {
        if (byte_at(text, i) < 0x80 || byte_at(text, i) > 0xBF) {
            return 0;
        }
    }
    return row->length;
}

size_t sim_text_character(const char *text)
{
    if (byte_at(text, 0) < 0x80) {
        return 1;
    }
    for (size_t i = 0; i < sizeof UTF8_ROWS / sizeof UTF8_ROWS[0]; i++) {
        size_t length = match_row(&UTF8_ROWS[i], text);
        if (length > 0) {
            return length;
        }
    }
    return 0;
}

bool sim_text_is_control(const char *text)
{
    unsigned char first = byte_at(text, 0);
    bool is_c1 = first == 0xC2 && byte_at(text, 1) >= 0x80 && byte_at(text, 1) <= 0x9F;
    return first < 0x20 || first == 0x7F || is_c1;
}

bool sim_text_is_clean(const char *text)
{
    while (*text != '\0') {
        size_t length = sim_text_character(text);
        if (length == 0 || sim_text_is_control(text)) {
            return false;
        }
        text += length;
    }
    return true;
}

void sim_text_cut(char *buffer, size_t size, const char *text)
{
    sim_text_cut_bytes(buffer, size, text, strnlen(text, size));
}

void sim_text_cut_bytes(char *buffer, size_t size, const char *bytes, size_t length)
{
    if (length < size) {
        memcpy(buffer, bytes, length);
        buffer[length] = '\0';
        return;
    }
    size_t kept = size - 4;
    while (kept > 0 && (byte_at(bytes, kept) & 0xC0) == 0x80) {
        kept--;
    }
    memcpy(buffer, bytes, kept);
    memcpy(buffer + kept, "...", 4);
}

bool sim_text_check(const char *bytes, size_t length, const char *file,
                    struct sim_faults *faults)
{
    int line = 1;
    for (size_t at = 0; at < length;) {
        size_t step = sim_text_character(bytes + at);
        if (bytes[at] == '\0') {
            sim_faults_add(faults, file, line,
                           "hier staat een NUL-byte; dit is geen tekstbestand");
            return false;
        }
        if (step == 0) {
            sim_faults_add(
                faults, file, line,
                "hier staat geen geldige UTF-8; bewaar het bestand als UTF-8");
            return false;
        }
        line += bytes[at] == '\n';
        at += step;
    }
    return true;
}
