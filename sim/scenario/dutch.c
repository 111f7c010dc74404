/* sim/scenario/dutch.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/scenario/dutch.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#define DECIMAL_MAX 9

void sim_dutch_number(double value, int decimals, char text[SIM_DUTCH_NUMBER_SIZE])
{
    char plain[SIM_DUTCH_NUMBER_SIZE / 2];
    size_t used = 0;
    if (isnan(value)) {
        strcpy(text, "-");
        return;
    }
    if (fabs(value) >= 1e15 || decimals > DECIMAL_MAX) {
        snprintf(text, SIM_DUTCH_NUMBER_SIZE, "%.6g", value);
        return;
    }
    snprintf(plain, sizeof plain, "%.*f", decimals, fabs(value));
    const size_t whole = strcspn(plain, ".");
    if (value < 0 && strspn(plain, "0.") < strlen(plain)) {
        text[used++] = '-';
    }
    for (size_t i = 0; plain[i] != '\0'; i++) {
        if (i > 0 && i < whole && (whole - i) % 3 == 0) {
            text[used++] = '.';
        }
        text[used++] = plain[i] == '.' ? ',' : plain[i];
    }
    text[used] = '\0';
}

int sim_dutch_decimals(double value, int decimals)
{
    if (value == 0.0 || !isfinite(value)) {
        return decimals;
    }
    while (decimals < DECIMAL_MAX && fabs(value) < 0.5 * pow(10.0, -decimals)) {
        decimals++;
    }
    return decimals;
}

void sim_dutch_capital(const char *text, char *out, size_t out_size)
{
    snprintf(out, out_size, "%s", text);
    out[0] = (char)toupper((unsigned char)out[0]);
}
