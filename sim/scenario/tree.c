/* sim/scenario/tree.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/scenario/tree.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sim/scenario/text.h"

struct sim_node *sim_node_create(enum sim_node_kind kind, const char *name,
                                 const char *file, int line)
{
    struct sim_node *self = calloc(1, sizeof *self);
    if (self == NULL) {
        return NULL;
    }
    self->kind = kind;
    self->file = file;
    self->line = line;
    if (name != NULL) {
        self->name = strdup(name);
        if (self->name == NULL) {
            free(self);
            return NULL;
        }
    }
    return self;
}

void sim_node_destroy(struct sim_node *self)
{
    if (self == NULL) {
        return;
    }
    for (int i = 0; i < self->child_count; i++) {
        sim_node_destroy(self->children[i]);
    }
    free(self->children);
    free(self->name);
    free(self->text);
    free(self);
}

enum sim_status sim_node_take_child(struct sim_node *self, struct sim_node *child)
{
    if (self->child_count == self->child_capacity) {
        int capacity = self->child_capacity == 0 ? 4 : 2 * self->child_capacity;
        struct sim_node **children =
            realloc(self->children, (size_t)capacity * sizeof(struct sim_node *));
        if (children == NULL) {
            sim_node_destroy(child);
            return SIM_ERR_NO_MEMORY;
        }
        self->children = children;
        self->child_capacity = capacity;
    }
    self->children[self->child_count++] = child;
    child->parent = self;
    return SIM_OK;
}

struct sim_node *sim_node_copy(const struct sim_node *self)
{
    struct sim_node *copy =
        sim_node_create(self->kind, self->name, self->file, self->line);
    bool is_whole = copy != NULL;
    if (is_whole && self->text != NULL) {
        copy->text = strdup(self->text);
        is_whole = copy->text != NULL;
    }
    for (int i = 0; is_whole && i < self->child_count; i++) {
        struct sim_node *child = sim_node_copy(self->children[i]);
        is_whole = child != NULL && sim_node_take_child(copy, child) == SIM_OK;
    }
    if (!is_whole) {
        sim_node_destroy(copy);
        return NULL;
    }
    copy->integer = self->integer;
    copy->real = self->real;
    return copy;
}

static bool has_same_children(const struct sim_node *left, const struct sim_node *right)
{
    bool is_same = left->child_count == right->child_count;
    for (int i = 0; is_same && i < left->child_count; i++) {
        const struct sim_node *child = left->children[i];
        is_same = sim_node_is_same(child, left->kind == SIM_NODE_GROUP
                                              ? sim_node_child(right, child->name)
                                              : right->children[i]);
    }
    return is_same;
}

bool sim_node_is_same(const struct sim_node *left, const struct sim_node *right)
{
    if (left == NULL || right == NULL) {
        return left == right;
    }
    const struct sim_node *a = sim_node_value(left);
    const struct sim_node *b = sim_node_value(right);
    if (sim_node_is_number(a) && sim_node_is_number(b)) {
        return a->real == b->real;
    }
    return a->kind == b->kind && a->integer == b->integer &&
           (a->text == NULL || strcmp(a->text, b->text) == 0) &&
           has_same_children(a, b);
}

static int index_in_parent(const struct sim_node *self)
{
    int index = 0;
    while (self->parent->children[index] != self) {
        index++;
    }
    return index;
}

void sim_node_take_place(struct sim_node *self, struct sim_node *node)
{
    self->parent->children[index_in_parent(self)] = node;
    node->parent = self->parent;
    sim_node_destroy(self);
}

struct sim_node *sim_node_detach(struct sim_node *self, int index)
{
    struct sim_node *child = self->children[index];
    size_t after = (size_t)(self->child_count - index - 1);
    memmove(&self->children[index], &self->children[index + 1],
            after * sizeof(struct sim_node *));
    self->child_count--;
    child->parent = NULL;
    return child;
}

bool sim_node_is_number(const struct sim_node *self)
{
    return self->kind == SIM_NODE_INTEGER || self->kind == SIM_NODE_REAL;
}

struct sim_node *sim_node_child(const struct sim_node *self, const char *name)
{
    if (self->kind != SIM_NODE_GROUP) {
        return NULL;
    }
    for (int i = 0; i < self->child_count; i++) {
        if (strcmp(self->children[i]->name, name) == 0) {
            return self->children[i];
        }
    }
    return NULL;
}

const char *sim_node_entry_name(const struct sim_node *entry)
{
    const struct sim_node *name = sim_node_child(entry, "naam");
    if (name != NULL) {
        name = sim_node_value(name);
    }
    return name != NULL && name->kind == SIM_NODE_TEXT ? name->text : NULL;
}

int sim_node_entry_index(const struct sim_node *self, const char *name)
{
    for (int i = 0; i < self->child_count; i++) {
        const char *entry_name = sim_node_entry_name(self->children[i]);
        if (entry_name != NULL && strcmp(entry_name, name) == 0) {
            return i;
        }
    }
    return -1;
}

static const struct sim_node *step_down(const struct sim_node *self, const char *name)
{
    if (self->kind != SIM_NODE_LIST) {
        return sim_node_child(self, name);
    }
    int index = sim_node_entry_index(self, name);
    return index < 0 ? NULL : self->children[index];
}

const struct sim_node *sim_node_descend(const struct sim_node *self, const char *path)
{
    char copy[SIM_NODE_PATH_SIZE];
    if (strlen(path) >= sizeof copy) {
        return NULL;
    }
    strcpy(copy, path);
    char *rest = copy;
    while (self != NULL && rest != NULL) {
        self = step_down(self, strsep(&rest, "."));
    }
    return self;
}

const struct sim_node *sim_node_value(const struct sim_node *self)
{
    const struct sim_node *value = sim_node_child(self, "waarde");
    return value != NULL ? value : self;
}

/* The part of the path that [self] adds to that of its parent. */
static void path_part(const struct sim_node *self, char part[SIM_TEXT_SHORT_SIZE])
{
    const char *name = self->name;
    if (name == NULL) {
        name = sim_node_entry_name(self);
    }
    if (name != NULL) {
        sim_text_cut(part, SIM_TEXT_SHORT_SIZE, name);
    } else {
        snprintf(part, SIM_TEXT_SHORT_SIZE, "#%d", index_in_parent(self) + 1);
    }
}

void sim_node_path(const struct sim_node *self, char buffer[SIM_NODE_PATH_SIZE])
{
    buffer[0] = '\0';
    if (self->parent == NULL) {
        return;
    }
    sim_node_path(self->parent, buffer);
    if (self->name != NULL && strcmp(self->name, "waarde") == 0) {
        return;
    }
    char part[SIM_TEXT_SHORT_SIZE];
    path_part(self, part);
    size_t used = strlen(buffer);
    if (used + strlen(part) + 2 <= SIM_NODE_PATH_SIZE) {
        snprintf(buffer + used, SIM_NODE_PATH_SIZE - used, "%s%s", used > 0 ? "." : "",
                 part);
    }
}
