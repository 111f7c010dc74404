/* sim/cli/range.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/cli/range.h"

#include <stdio.h>
#include <string.h>

/* Plain digits where they fit: 10000000 rather than 1e+07. */
static void write_number(double value, char decimal_point, char *text, size_t text_size)
{
    snprintf(text, text_size, "%.15g", value);
    char *point = strchr(text, '.');
    if (point != NULL) {
        *point = decimal_point;
    }
}

static void write_limits(const struct sim_param *param, char decimal_point,
                         const char *unit, char *text, size_t text_size)
{
    char low[32], high[32];
    write_number(param->minimum, decimal_point, low, sizeof low);
    write_number(param->maximum, decimal_point, high, sizeof high);
    snprintf(text, text_size, "%s tot %s%s", low, high, unit);
}

/* "a|b|c" as "a, b, c". */
static void write_choices(const char *allowed, char *text, size_t text_size)
{
    size_t used = 0;
    for (; *allowed != '\0' && used + 3 < text_size; allowed++) {
        if (*allowed == '|') {
            text[used++] = ',';
            text[used++] = ' ';
        } else {
            text[used++] = *allowed;
        }
    }
    text[used] = '\0';
}

void sim_range_text(const struct sim_param *param, char decimal_point, char *text,
                    size_t text_size)
{
    switch (param->kind) {
    case SIM_PARAM_INTEGER:
    case SIM_PARAM_REAL:
    case SIM_PARAM_DISTRIBUTION:
    case SIM_PARAM_SERIES:
        write_limits(param, decimal_point, "", text, text_size);
        break;
    case SIM_PARAM_TEXT:
        write_limits(param, decimal_point, " tekens", text, text_size);
        break;
    case SIM_PARAM_BOOLEAN:
        snprintf(text, text_size, "true, false");
        break;
    case SIM_PARAM_CHOICE:
        write_choices(param->allowed, text, text_size);
        break;
    case SIM_PARAM_NAME:
        snprintf(text, text_size, "naam uit %s", param->allowed);
        break;
    case SIM_PARAM_NAMES:
        snprintf(text, text_size, "namen uit %s", param->allowed);
        break;
    case SIM_PARAM_DATE:
        snprintf(text, text_size, "jjjj-mm-dd");
        break;
    }
}
