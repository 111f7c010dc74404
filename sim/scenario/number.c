/* sim/scenario/number.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/scenario/number.h"

#include <errno.h>
#include <limits.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TOKEN_MAX 400

static const char DIGITS[] = "0123456789";
static const char HEX_DIGITS[] = "0123456789abcdefABCDEF";

static const char *skip(const char *at, const char *set)
{
    return at + strspn(at, set);
}

static const char *skip_sign(const char *at)
{
    return at + (*at == '+' || *at == '-');
}

/* [end] is what follows the digits: nothing, L or LL. */
static enum sim_number_form classify_integer(const char *token, const char *end,
                                             int base)
{
    bool has_suffix = strcmp(end, "L") == 0 || strcmp(end, "LL") == 0;
    if (*end != '\0' && !has_suffix) {
        return SIM_NUMBER_NONE;
    }
    errno = 0;
    long long value = strtoll(token, NULL, base);
    if (errno == ERANGE) {
        return SIM_NUMBER_TOO_LARGE;
    }
    bool fits = value >= INT_MIN && value <= INT_MAX;
    return has_suffix || fits ? SIM_NUMBER_INTEGER : SIM_NUMBER_NEEDS_SUFFIX;
}

static enum sim_number_form classify_real(const char *token)
{
    const char *at = skip_sign(token);
    const char *whole_end = skip(at, DIGITS);
    size_t digit_count = (size_t)(whole_end - at);
    at = whole_end;
    if (*at == '.') {
        const char *part_end = skip(at + 1, DIGITS);
        digit_count += (size_t)(part_end - at - 1);
        at = part_end;
    }
    if (*at == 'e' || *at == 'E') {
        at = skip_sign(at + 1);
        if (strspn(at, DIGITS) == 0) {
            return SIM_NUMBER_NONE;
        }
        at = skip(at, DIGITS);
    }
    if (digit_count == 0 || *at != '\0') {
        return SIM_NUMBER_NONE;
    }
    return isfinite(strtod(token, NULL)) ? SIM_NUMBER_REAL : SIM_NUMBER_TOO_LARGE;
}

enum sim_number_form sim_number_classify(const char *token, size_t length)
{
    char copy[TOKEN_MAX + 1];
    if (length > TOKEN_MAX) {
        return SIM_NUMBER_TOO_LARGE;
    }
    memcpy(copy, token, length);
    copy[length] = '\0';
    if (copy[0] == '0' && (copy[1] == 'x' || copy[1] == 'X')) {
        const char *end = skip(copy + 2, HEX_DIGITS);
        return end == copy + 2 ? SIM_NUMBER_NONE : classify_integer(copy, end, 16);
    }
    const char *digits = skip_sign(copy);
    const char *end = skip(digits, DIGITS);
    if (end > digits && (*end == '\0' || *end == 'L')) {
        return classify_integer(copy, end, 10);
    }
    return classify_real(copy);
}

size_t sim_number_comma_length(const char *text)
{
    const char *at = skip(skip_sign(text), "0123456789.");
    bool has_comma = false;
    while (*at == ',' && at[1] >= '0' && at[1] <= '9') {
        at = skip(at + 1, "0123456789.");
        has_comma = true;
    }
    return has_comma ? (size_t)(at - text) : 0;
}

bool sim_number_repair_commas(const char *text, size_t length, char *repaired)
{
    const char *comma = memchr(text, ',', length);
    size_t rest = length - (size_t)(comma + 1 - text);
    bool is_decimal =
        memchr(comma + 1, ',', rest) == NULL && memchr(comma + 1, '.', rest) == NULL;
    for (size_t i = 0; i < length; i++) {
        if (text + i == comma && is_decimal) {
            *repaired++ = '.';
        } else if (text[i] != ',' && (text[i] != '.' || !is_decimal)) {
            *repaired++ = text[i];
        }
    }
    *repaired = '\0';
    return is_decimal;
}

void sim_number_plain(double value, char buffer[SIM_NUMBER_SIZE])
{
    for (int digits = 15; digits <= 17; digits++) {
        snprintf(buffer, SIM_NUMBER_SIZE, "%.*g", digits, value);
        if (strtod(buffer, NULL) == value) {
            return;
        }
    }
}

void sim_number_real(double value, char buffer[SIM_NUMBER_SIZE])
{
    char plain[SIM_NUMBER_SIZE];
    sim_number_plain(value, plain);
    int mantissa_length = (int)strcspn(plain, "e");
    bool has_point = strchr(plain, '.') != NULL;
    snprintf(buffer, SIM_NUMBER_SIZE, "%.*s%s%s", mantissa_length, plain,
             has_point ? "" : ".0", plain + mantissa_length);
}
