/* sim/engine/calendar.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/engine/calendar.h"

#include <assert.h>
#include <ctype.h>
#include <stddef.h>
#include <string.h>
#include <time.h>

static sim_time seconds_of(struct sim_date date)
{
    struct tm tm = {
        .tm_year = date.year - 1900, .tm_mon = date.month - 1, .tm_mday = date.day};
    return timegm(&tm);
}

static struct sim_date date_of(sim_time seconds)
{
    time_t time = seconds;
    struct tm tm = {.tm_year = 0};
    const struct tm *found = gmtime_r(&time, &tm);
    assert(found != NULL);
    (void)found;
    return (struct sim_date){tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday};
}

/* A day that does not exist comes back in another month. */
static bool exists(struct sim_date date)
{
    return date.year >= 1900 && date.year <= 2199 &&
           date_of(seconds_of(date)).month == date.month;
}

static int read_number(const char *text, int length)
{
    int number = 0;
    for (int i = 0; i < length; i++) {
        number = 10 * number + (text[i] - '0');
    }
    return number;
}

bool sim_date_parse(const char *text, struct sim_date *date)
{
    static const char pattern[] = "dddd-dd-dd";
    if (strlen(text) != strlen(pattern)) {
        return false;
    }
    for (size_t i = 0; i < strlen(pattern); i++) {
        bool is_digit = isdigit((unsigned char)text[i]) != 0;
        if (pattern[i] == 'd' ? !is_digit : text[i] != pattern[i]) {
            return false;
        }
    }
    struct sim_date read = {read_number(text, 4), read_number(text + 5, 2),
                            read_number(text + 8, 2)};
    if (!exists(read)) {
        return false;
    }
    *date = read;
    return true;
}

sim_time sim_date_since(struct sim_date origin, struct sim_date date)
{
    return seconds_of(date) - seconds_of(origin);
}

struct sim_date sim_date_at(struct sim_date origin, sim_time time)
{
    return date_of(seconds_of(origin) + time);
}

double sim_date_year_fraction(struct sim_date date)
{
    struct sim_date start = {date.year, 1, 1};
    struct sim_date end = {date.year + 1, 1, 1};
    return date.year +
           (double)sim_date_since(start, date) / (double)sim_date_since(start, end);
}
