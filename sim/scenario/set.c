/* sim/scenario/set.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/scenario/set.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sim/scenario/choice.h"
#include "sim/scenario/leaf.h"
#include "sim/scenario/merge.h"
#include "sim/scenario/set_value.h"
#include "sim/scenario/suggest.h"
#include "sim/scenario/text.h"

static const char SPACE[] = " \t";

/* A setting on its way down the tree. */
struct set {
    const struct sim_schema *root_schema;
    const char *path; /* as given */
    int number;
    struct sim_faults *faults;
    char *rest; /* what of the path is still to go; NULL at its end */
    /* The group it has come to, and what the registry says of it. */
    struct sim_node *group;
    const struct sim_schema *schema;
    bool stopped; /* on a fault */
};

__attribute__((format(printf, 2, 3))) static void stop(struct set *self,
                                                       const char *format, ...)
{
    char text[512];
    char path[SIM_TEXT_SHORT_SIZE];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    sim_text_cut(path, sizeof path, self->path);
    sim_faults_add(self->faults, SIM_SET_FILE, self->number, "'%s' %s", path, text);
    self->stopped = true;
}

static void stop_unknown(struct set *self, const char *part, const char *suggestion)
{
    char cut[SIM_TEXT_SHORT_SIZE];
    sim_text_cut(cut, sizeof cut, part);
    if (self->rest == NULL) {
        stop(self, "bestaat niet%s", suggestion);
    } else {
        stop(self, "bestaat niet, want '%s' is onbekend%s", cut, suggestion);
    }
}

static void enter_entry(struct set *self, const struct sim_schema *list_schema)
{
    const struct sim_node *list = sim_node_child(self->group, list_schema->name);
    const char *name = strsep(&self->rest, ".");
    if (name == NULL) {
        stop(self, "is een lijst; noem een onderdeel en een waarde: %s.<naam>.<waarde>",
             self->path);
        return;
    }
    int index = list != NULL ? sim_node_entry_index(list, name) : -1;
    if (index < 0) {
        char suggestion[SIM_SUGGEST_SIZE];
        sim_suggest_entry(name, list, suggestion);
        stop_unknown(self, name, suggestion);
        return;
    }
    self->group = list->children[index];
    self->schema = sim_schema_entry(list_schema);
}

/* A group of which every parameter is optional may have been left out. */
static enum sim_status enter_group(struct set *self, const struct sim_schema *schema)
{
    struct sim_node *group = sim_node_child(self->group, schema->name);
    if (group == NULL) {
        group =
            sim_node_create(SIM_NODE_GROUP, schema->name, SIM_SET_FILE, self->number);
        if (group == NULL) {
            return SIM_ERR_NO_MEMORY;
        }
        enum sim_status status = sim_node_take_child(self->group, group);
        if (status != SIM_OK) {
            return status;
        }
    }
    self->group = group;
    self->schema = schema;
    self->stopped = group->kind != SIM_NODE_GROUP; /* the check reports it */
    return SIM_OK;
}

/* Walks down to the group that holds the parameter the path names, and returns what the
 * registry says of that. */
static enum sim_status walk(struct set *self, const struct sim_schema **leaf)
{
    *leaf = NULL;
    while (!self->stopped) {
        const char *part = strsep(&self->rest, ".");
        if (part == NULL) {
            stop(self, "is een groep; noem een waarde daarin");
            break;
        }
        const struct sim_schema *next =
            sim_schema_child(self->schema, part, strlen(part));
        if (next == NULL) {
            char suggestion[SIM_SUGGEST_SIZE];
            sim_suggest_key(part, self->schema, self->root_schema, suggestion);
            stop_unknown(self, part, suggestion);
        } else if (next->param != NULL) {
            *leaf = next;
            break;
        } else if (sim_schema_entry(next) != NULL) {
            enter_entry(self, next);
        } else {
            enum sim_status status = enter_group(self, next);
            if (status != SIM_OK) {
                return status;
            }
        }
    }
    return SIM_OK;
}

/* The field of [leaf] that the rest of the path names; NULL for the value itself. */
static const char *find_field(struct set *self, const struct sim_schema *leaf)
{
    const char *part = strsep(&self->rest, ".");
    if (part != NULL && strcmp(part, "waarde") == 0) {
        part = strsep(&self->rest, ".");
    }
    if (part == NULL) {
        return NULL;
    }
    char known[200];
    const char *fields = sim_leaf_fields(leaf->param->kind);
    snprintf(known, sizeof known, "waarde|%s%s%s", sim_leaf_origin_keys,
             fields != NULL ? "|" : "", fields != NULL ? fields : "");
    if (sim_choice_index(known, part) < 0) {
        char suggestion[SIM_SUGGEST_SIZE];
        sim_suggest_choice(part, known, suggestion);
        stop_unknown(self, part, suggestion);
    } else if (self->rest != NULL) {
        stop(self, "bestaat niet, want '%s' heeft geen onderdelen", part);
    }
    return part;
}

static void refuse_fixed(struct set *self, const struct sim_schema *leaf)
{
    if (leaf->parent == self->root_schema && strcmp(leaf->name, "basis") == 0) {
        stop(self, "kan alleen in een bestand staan");
    } else if (strcmp(leaf->parent->name, "*") == 0 &&
               strcmp(leaf->name, "naam") == 0) {
        stop(self, "is de naam waarmee een onderdeel wordt aangewezen; die verandert "
                   "alleen in een bestand");
    }
}

/* Puts [node], called [key], in a new group called [name]; takes [node]. */
static struct sim_node *enclose(const struct set *self, const char *name,
                                struct sim_node *node)
{
    struct sim_node *group =
        sim_node_create(SIM_NODE_GROUP, name, SIM_SET_FILE, self->number);
    if (group == NULL) {
        sim_node_destroy(node);
        return NULL;
    }
    if (sim_node_take_child(group, node) != SIM_OK) {
        sim_node_destroy(group);
        return NULL;
    }
    return group;
}

static enum sim_status lay_over(struct set *self, const struct sim_schema *leaf,
                                const char *field, const char *value)
{
    struct sim_node *node = NULL;
    struct sim_set_target target = {leaf->param, field};
    enum sim_status status =
        sim_set_value(&node, target, field != NULL ? field : leaf->name, value,
                      self->number, self->faults);
    if (status != SIM_OK || node == NULL) {
        return status;
    }
    if (field != NULL) {
        node = enclose(self, leaf->name, node);
    }
    struct sim_node *layer = node != NULL ? enclose(self, NULL, node) : NULL;
    if (layer == NULL) {
        return SIM_ERR_NO_MEMORY;
    }
    return sim_merge_take(self->group, layer, self->schema);
}

static enum sim_status apply(struct set *self, const char *value)
{
    const struct sim_schema *leaf = NULL;
    const char *field = NULL;
    enum sim_status status = walk(self, &leaf);
    if (leaf != NULL) {
        refuse_fixed(self, leaf);
    }
    if (leaf != NULL && !self->stopped) {
        field = find_field(self, leaf);
    }
    if (status != SIM_OK || leaf == NULL || self->stopped) {
        return status;
    }
    return lay_over(self, leaf, field, value);
}

static char *trim(char *text)
{
    text += strspn(text, SPACE);
    size_t length = strlen(text);
    while (length > 0 && strchr(SPACE, text[length - 1]) != NULL) {
        length--;
    }
    text[length] = '\0';
    return text;
}

enum sim_status sim_set_apply(struct sim_node *root, const struct sim_schema *schema,
                              const char *setting, int number,
                              struct sim_faults *faults)
{
    if (!sim_text_is_clean(setting)) {
        sim_faults_add(faults, SIM_SET_FILE, number,
                       "'%s' bevat een stuurteken of ongeldige UTF-8", setting);
        return SIM_OK;
    }
    const char *equals = strchr(setting, '=');
    if (equals == NULL || equals == setting) {
        sim_faults_add(faults, SIM_SET_FILE, number, "'%s' is geen pad=waarde",
                       setting);
        return SIM_OK;
    }
    char *whole = strndup(setting, (size_t)(equals - setting));
    char *parts = whole != NULL ? strdup(trim(whole)) : NULL;
    char *value = strdup(equals + 1);
    enum sim_status status = SIM_ERR_NO_MEMORY;
    if (parts != NULL && value != NULL) {
        struct set self = {.root_schema = schema,
                           .path = trim(whole),
                           .number = number,
                           .faults = faults,
                           .rest = parts,
                           .group = root,
                           .schema = schema};
        status = apply(&self, trim(value));
    }
    free(whole);
    free(parts);
    free(value);
    return status;
}
