/* sim/scenario/schema.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/scenario/schema.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

static struct sim_schema *create_node(const char *name, size_t length)
{
    struct sim_schema *self = calloc(1, sizeof *self);
    if (self == NULL) {
        return NULL;
    }
    self->name = strndup(name, length);
    if (self->name == NULL) {
        free(self);
        return NULL;
    }
    return self;
}

void sim_schema_destroy(struct sim_schema *self)
{
    if (self == NULL) {
        return;
    }
    for (int i = 0; i < self->child_count; i++) {
        sim_schema_destroy(self->children[i]);
    }
    free(self->children);
    free(self->name);
    free(self);
}

static struct sim_schema *find_child(const struct sim_schema *self, const char *name,
                                     size_t length)
{
    for (int i = 0; i < self->child_count; i++) {
        const char *child = self->children[i]->name;
        if (strncmp(child, name, length) == 0 && child[length] == '\0') {
            return self->children[i];
        }
    }
    return NULL;
}

static struct sim_schema *add_child(struct sim_schema *self, const char *name,
                                    size_t length)
{
    if (self->child_count == self->child_capacity) {
        int capacity = self->child_capacity == 0 ? 8 : 2 * self->child_capacity;
        struct sim_schema **children =
            realloc(self->children, (size_t)capacity * sizeof(struct sim_schema *));
        if (children == NULL) {
            return NULL;
        }
        self->children = children;
        self->child_capacity = capacity;
    }
    struct sim_schema *child = create_node(name, length);
    if (child != NULL) {
        child->parent = self;
        self->children[self->child_count++] = child;
    }
    return child;
}

static enum sim_status add_param(struct sim_schema *root, const struct sim_param *param)
{
    struct sim_schema *node = root;
    const char *part = param->path;
    while (*part != '\0') {
        size_t length = strcspn(part, ".");
        struct sim_schema *child = find_child(node, part, length);
        if (child == NULL) {
            child = add_child(node, part, length);
        }
        if (child == NULL) {
            return SIM_ERR_NO_MEMORY;
        }
        assert(child->param == NULL);
        node = child;
        part += length + (part[length] == '.');
    }
    assert(node->child_count == 0);
    node->param = param;
    return SIM_OK;
}

static void assert_sound(const struct sim_schema *self)
{
    const struct sim_schema *entry = find_child(self, "*", 1);
    if (entry != NULL) {
        const struct sim_schema *name = find_child(entry, "naam", strlen("naam"));
        assert(self->child_count == 1);
        assert(name != NULL && name->param != NULL);
        assert(name->param->kind == SIM_PARAM_TEXT);
        (void)name;
    }
    for (int i = 0; i < self->child_count; i++) {
        assert_sound(self->children[i]);
    }
}

static enum sim_status add_all(struct sim_schema *root,
                               const struct sim_registry *registry)
{
    for (int i = 0; i < registry->count; i++) {
        enum sim_status status = add_param(root, &registry->params[i]);
        if (status != SIM_OK) {
            return status;
        }
    }
    return SIM_OK;
}

enum sim_status sim_schema_create(struct sim_schema **out,
                                  const struct sim_registry *registry)
{
    *out = NULL;
    struct sim_schema *root = create_node("", 0);
    if (root == NULL) {
        return SIM_ERR_NO_MEMORY;
    }
    enum sim_status status = add_all(root, &sim_registry_common);
    if (status == SIM_OK) {
        status = add_all(root, registry);
    }
    if (status != SIM_OK) {
        sim_schema_destroy(root);
        return status;
    }
    assert_sound(root);
    *out = root;
    return SIM_OK;
}

const struct sim_schema *sim_schema_child(const struct sim_schema *self,
                                          const char *name, size_t length)
{
    return find_child(self, name, length);
}

const struct sim_schema *sim_schema_entry(const struct sim_schema *self)
{
    return self->param == NULL ? find_child(self, "*", 1) : NULL;
}

const struct sim_schema *sim_schema_descend(const struct sim_schema *self,
                                            const char *path)
{
    while (self != NULL) {
        size_t length = strcspn(path, ".");
        const struct sim_schema *entry = sim_schema_entry(self);
        self = entry != NULL ? entry : sim_schema_child(self, path, length);
        if (path[length] == '\0') {
            break;
        }
        path += length + 1;
    }
    return self;
}

const struct sim_param *sim_schema_elsewhere(const struct sim_schema *self,
                                             const char *key)
{
    if (self->param != NULL) {
        return strcmp(self->name, key) == 0 ? self->param : NULL;
    }
    for (int i = 0; i < self->child_count; i++) {
        const struct sim_param *found = sim_schema_elsewhere(self->children[i], key);
        if (found != NULL) {
            return found;
        }
    }
    return NULL;
}
