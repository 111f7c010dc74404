/* sim/scenario/suggest.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/scenario/suggest.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sim/scenario/choice.h"
#include "sim/scenario/fault.h"

/* Longer lists help nobody. */
#define SHOWN_MAX 12
/* Comparing with every name of a huge list takes longer than the help is worth. */
#define COMPARED_MAX 2000

static bool suggest_nearest(const char *wrong, const char *const *names, int count,
                            char buffer[SIM_SUGGEST_SIZE])
{
    const char *nearest = sim_nearest_name(wrong, names, count);
    if (nearest != NULL) {
        snprintf(buffer, SIM_SUGGEST_SIZE, "; bedoelde u '%s'?", nearest);
    }
    return nearest != NULL;
}

static void suggest_all(const char *const *names, int count,
                        char buffer[SIM_SUGGEST_SIZE])
{
    buffer[0] = '\0';
    size_t used = 0;
    for (int i = 0; i < count; i++) {
        const char *lead = i == 0 ? "; kies uit " : ", ";
        size_t length = strlen(lead) + strlen(names[i]);
        if (i == SHOWN_MAX || used + length + sizeof ", ..." > SIM_SUGGEST_SIZE) {
            snprintf(buffer + used, SIM_SUGGEST_SIZE - used, ", ...");
            return;
        }
        snprintf(buffer + used, SIM_SUGGEST_SIZE - used, "%s%s", lead, names[i]);
        used += length;
    }
}

void sim_suggest_name(const char *wrong, const char *const *names, int count,
                      char buffer[SIM_SUGGEST_SIZE])
{
    if (!suggest_nearest(wrong, names, count, buffer)) {
        suggest_all(names, count, buffer);
    }
}

void sim_suggest_choice(const char *wrong, const char *allowed,
                        char buffer[SIM_SUGGEST_SIZE])
{
    char *copy = strdup(allowed);
    const char *names[SIM_CHOICE_MAX];
    buffer[0] = '\0';
    if (copy == NULL) {
        return;
    }
    int count = sim_choice_split(copy, names);
    sim_suggest_name(wrong, names, count, buffer);
    free(copy);
}

void sim_suggest_entry(const char *wrong, const struct sim_node *list,
                       char buffer[SIM_SUGGEST_SIZE])
{
    buffer[0] = '\0';
    if (list == NULL || list->child_count == 0 || list->child_count > COMPARED_MAX) {
        return;
    }
    const char **names = calloc((size_t)list->child_count, sizeof *names);
    if (names == NULL) {
        return;
    }
    int count = 0;
    for (int i = 0; i < list->child_count; i++) {
        names[count] = sim_node_entry_name(list->children[i]);
        count += names[count] != NULL;
    }
    sim_suggest_name(wrong, names, count, buffer);
    free(names);
}

void sim_suggest_key(const char *wrong, const struct sim_schema *schema,
                     const struct sim_schema *root, char buffer[SIM_SUGGEST_SIZE])
{
    buffer[0] = '\0';
    const char **names = calloc((size_t)schema->child_count + 1, sizeof *names);
    if (names == NULL) {
        return;
    }
    for (int i = 0; i < schema->child_count; i++) {
        names[i] = schema->children[i]->name;
    }
    const struct sim_param *elsewhere = sim_schema_elsewhere(root, wrong);
    if (!suggest_nearest(wrong, names, schema->child_count, buffer)) {
        if (elsewhere != NULL) {
            snprintf(buffer, SIM_SUGGEST_SIZE, "; wel bestaat '%s'", elsewhere->path);
        } else {
            suggest_all(names, schema->child_count, buffer);
        }
    }
    free(names);
}
