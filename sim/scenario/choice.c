/* sim/scenario/choice.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/scenario/choice.h"

#include <assert.h>
#include <string.h>

int sim_choice_index(const char *allowed, const char *name)
{
    size_t name_length = strlen(name);
    for (int index = 0;; index++) {
        size_t length = strcspn(allowed, "|");
        if (length == name_length && strncmp(allowed, name, length) == 0) {
            return index;
        }
        if (allowed[length] == '\0') {
            return -1;
        }
        allowed += length + 1;
    }
}

int sim_choice_split(char *text, const char *names[SIM_CHOICE_MAX])
{
    int count = 0;
    char *rest = text;
    while (rest != NULL) {
        assert(count < SIM_CHOICE_MAX);
        names[count++] = strsep(&rest, "|");
    }
    return count;
}
