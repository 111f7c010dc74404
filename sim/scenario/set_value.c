/* sim/scenario/set_value.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/scenario/set_value.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "sim/scenario/layer.h"
#include "sim/scenario/set.h"

static bool expects_text(struct sim_set_target target)
{
    if (target.field != NULL) {
        static const char *const texts[] = {"eenheid",    "bron",      "status",
                                            "vorm",       "verdeling", "peildatum",
                                            "toelichting"};
        for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
            if (strcmp(target.field, texts[i]) == 0) {
                return true;
            }
        }
        return false;
    }
    return target.param->kind == SIM_PARAM_TEXT ||
           target.param->kind == SIM_PARAM_CHOICE ||
           target.param->kind == SIM_PARAM_DATE || target.param->kind == SIM_PARAM_NAME;
}

static bool is_word(const char *text)
{
    return (*text >= 'a' && *text <= 'z') || (*text >= 'A' && *text <= 'Z');
}

static enum sim_status create_boolean(struct sim_node **node, const char *key,
                                      bool value, int number)
{
    *node = sim_node_create(SIM_NODE_BOOLEAN, key, SIM_SET_FILE, number);
    if (*node == NULL) {
        return SIM_ERR_NO_MEMORY;
    }
    (*node)->integer = value;
    return SIM_OK;
}

static enum sim_status create_text(struct sim_node **node, const char *key,
                                   const char *text, int number)
{
    *node = sim_node_create(SIM_NODE_TEXT, key, SIM_SET_FILE, number);
    if (*node == NULL) {
        return SIM_ERR_NO_MEMORY;
    }
    (*node)->text = strdup(text);
    if ((*node)->text == NULL) {
        sim_node_destroy(*node);
        *node = NULL;
        return SIM_ERR_NO_MEMORY;
    }
    return SIM_OK;
}

/* Parses "key = text", so that messages that show the line make sense. */
static enum sim_status parse(struct sim_node **node, const char *key, const char *text,
                             int number, struct sim_faults *faults)
{
    size_t size = strlen(key) + strlen(text) + sizeof " = ";
    char *line = malloc(size);
    if (line == NULL) {
        return SIM_ERR_NO_MEMORY;
    }
    snprintf(line, size, "%s = %s", key, text);
    struct sim_node *root = NULL;
    struct sim_layer_origin origin = {SIM_SET_FILE, number};
    enum sim_status status = sim_layer_parse(&root, line, strlen(line), origin, faults);
    free(line);
    if (root != NULL && root->child_count == 1) {
        *node = sim_node_detach(root, 0);
    } else if (root != NULL) {
        sim_faults_add(faults, SIM_SET_FILE, number, "'%s' is meer dan één waarde",
                       text);
    }
    sim_node_destroy(root);
    return status;
}

enum sim_status sim_set_value(struct sim_node **node, struct sim_set_target target,
                              const char *key, const char *text, int number,
                              struct sim_faults *faults)
{
    *node = NULL;
    bool is_true = strcasecmp(text, "ja") == 0 || strcasecmp(text, "true") == 0;
    bool is_false = strcasecmp(text, "nee") == 0 || strcasecmp(text, "false") == 0;
    if (expects_text(target)) {
        return text[0] == '"' || text[0] == '{' ? parse(node, key, text, number, faults)
                                                : create_text(node, key, text, number);
    }
    if (text[0] == '\0') {
        sim_faults_add(faults, SIM_SET_FILE, number, "'%s' krijgt geen waarde", key);
        return SIM_OK;
    }
    if (is_true || is_false) {
        return create_boolean(node, key, is_true, number);
    }
    /* A word where a number is expected: the check says what it should be. */
    return is_word(text) ? create_text(node, key, text, number)
                         : parse(node, key, text, number, faults);
}
