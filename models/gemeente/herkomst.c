/* models/gemeente/herkomst.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/gemeente/herkomst.h"

#include <ctype.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "models/gemeente/inwoner.h"

/* As wmo_inwoner_id puts them together; the episode is not part of a written name. */
#define WIJK_SHIFT 40
#define WIJK_BITS 8
#define NUMBER_END ((uint64_t)1 << WMO_EPISODE_SHIFT)

enum span { ONE, PER_ZORGVORM, PER_ROUTE };

struct herkomst {
    const char *text;
    uint32_t first;
    enum span span;
};

#define HERKOMST(name, text, first, span) {text, first, span},
static const struct herkomst TABLE[] = {WMO_HERKOMST_TABLE(HERKOMST)};
#undef HERKOMST

#define COUNT ((int)(sizeof TABLE / sizeof *TABLE))

static int span_of(const struct herkomst *herkomst,
                   const struct wmo_landschap *landschap)
{
    switch (herkomst->span) {
    case PER_ZORGVORM:
        return landschap->zorgvormen.count;
    case PER_ROUTE:
        return landschap->instroom.count - landschap->zorgvormen.count;
    case ONE:
        break;
    }
    return 1;
}

static const char *name_of(const struct herkomst *herkomst,
                           const struct wmo_landschap *landschap, int index)
{
    switch (herkomst->span) {
    case PER_ZORGVORM:
        return landschap->zorgvormen.items[index].naam;
    case PER_ROUTE:
        return landschap->instroom.items[landschap->zorgvormen.count + index].naam;
    case ONE:
        break;
    }
    return "";
}

/* Everything before the number. */
static void write_prefix(const struct wmo_landschap *landschap,
                         const struct herkomst *herkomst, int index, int wijk,
                         char *text, size_t size)
{
    const char *name = name_of(herkomst, landschap, index);
    snprintf(text, size, "%s%s%s%s%s", landschap->wijken.items[wijk].naam,
             *herkomst->text == '\0' ? "" : "-", herkomst->text,
             *name == '\0' ? "" : "-", name);
}

void wmo_herkomst_write(const struct wmo_landschap *landschap, uint64_t id, char *text,
                        size_t size)
{
    uint32_t source = (uint32_t)(id >> (WIJK_SHIFT + WIJK_BITS));
    int wijk = (int)(id >> WIJK_SHIFT & ((1u << WIJK_BITS) - 1));
    snprintf(text, size, "%s-?%" PRIu32, landschap->wijken.items[wijk].naam, source);
    for (int i = 0; i < COUNT; i++) {
        uint32_t index = source - TABLE[i].first;
        if (index < (uint32_t)span_of(&TABLE[i], landschap)) {
            write_prefix(landschap, &TABLE[i], (int)index, wijk, text, size);
        }
    }
    size_t used = strlen(text);
    snprintf(text + used, size - used, "-%" PRIu64, id & (NUMBER_END - 1));
}

static char plain(char c)
{
    return c == ' ' || c == '_' ? '-' : (char)tolower((unsigned char)c);
}

/* Whether the first [length] bytes of [text] are [prefix], as people may type it. */
static bool is_prefix(const char *text, size_t length, const char *prefix)
{
    bool same = strlen(prefix) == length;
    for (size_t i = 0; same && i < length; i++) {
        same = plain(text[i]) == plain(prefix[i]);
    }
    return same;
}

/* The number behind the last '-' of [text]; [length]: of what stands before that. */
static bool read_number(const char *text, size_t *length, uint64_t *number)
{
    size_t end = strlen(text), digits = 0;
    while (digits < end && isdigit((unsigned char)text[end - 1 - digits])) {
        digits++;
    }
    if (digits == 0 || digits > 12 || digits == end ||
        plain(text[end - 1 - digits]) != '-') {
        return false;
    }
    *length = end - digits - 1;
    *number = strtoull(text + *length + 1, NULL, 10);
    return *number < NUMBER_END;
}

bool wmo_herkomst_read(const struct wmo_landschap *landschap, const char *text,
                       uint64_t *id)
{
    size_t length;
    uint64_t number;
    if (!read_number(text, &length, &number)) {
        return false;
    }
    for (int i = 0; i < COUNT; i++) {
        for (int j = 0; j < span_of(&TABLE[i], landschap); j++) {
            for (int wijk = 0; wijk < landschap->wijken.count; wijk++) {
                char prefix[WMO_HERKOMST_SIZE];
                write_prefix(landschap, &TABLE[i], j, wijk, prefix, sizeof prefix);
                if (is_prefix(text, length, prefix)) {
                    *id = wmo_inwoner_id(TABLE[i].first + (uint32_t)j, wijk, number);
                    return true;
                }
            }
        }
    }
    return false;
}
