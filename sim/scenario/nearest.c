/* sim/scenario/nearest.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/scenario/fault.h"

#include <string.h>

/* Longer names are never the typing error of a known one; it also bounds the work. */
#define LENGTH_MAX 120

static int least(int a, int b)
{
    return a < b ? a : b;
}

/* Damerau-Levenshtein, restricted form (optimal string alignment): insertion,
 * deletion, substitution and the swap of two neighbours cost 1. */
static int edits(const char *a, const char *b)
{
    int rows[3][LENGTH_MAX + 1];
    int a_length = (int)strlen(a);
    int b_length = (int)strlen(b);
    for (int j = 0; j <= b_length; j++) {
        rows[0][j] = j;
    }
    for (int i = 1; i <= a_length; i++) {
        int *now = rows[i % 3];
        const int *above = rows[(i + 2) % 3];
        const int *twice_above = rows[(i + 1) % 3];
        now[0] = i;
        for (int j = 1; j <= b_length; j++) {
            int change = above[j - 1] + (a[i - 1] != b[j - 1]);
            now[j] = least(change, least(above[j], now[j - 1]) + 1);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                now[j] = least(now[j], twice_above[j - 2] + 1);
            }
        }
    }
    return rows[a_length % 3][b_length];
}

/* The shortest of [names] of which [start] is the first words; NULL when there is none.
 */
static const char *shortest_that_begins(const char *start, const char *const *names,
                                        int count)
{
    const char *shortest = NULL;
    size_t length = strlen(start);
    for (int i = 0; i < count && length > 0; i++) {
        if (strncmp(names[i], start, length) == 0 && names[i][length] == '_' &&
            (shortest == NULL || strlen(names[i]) < strlen(shortest))) {
            shortest = names[i];
        }
    }
    return shortest;
}

const char *sim_nearest_name(const char *wrong, const char *const *names, int count)
{
    size_t length = strnlen(wrong, LENGTH_MAX + 1);
    if (length > LENGTH_MAX) {
        return NULL;
    }
    const char *nearest = NULL;
    int fewest = (int)length / 3 + 1;
    for (int i = 0; i < count; i++) {
        if (strnlen(names[i], LENGTH_MAX + 1) > LENGTH_MAX) {
            continue;
        }
        int distance = edits(wrong, names[i]);
        if (distance < fewest) {
            fewest = distance;
            nearest = names[i];
        }
    }
    /* One edit is a typing error; more is further away than words left out. */
    const char *longer = fewest > 1 ? shortest_that_begins(wrong, names, count) : NULL;
    return longer != NULL ? longer : nearest;
}
