/* sim/engine/first_fit.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/engine/first_fit.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#define NONE SIM_ENTITY_NONE

enum sim_status sim_first_fit_init(struct sim_first_fit *self, uint32_t capacity)
{
    assert(capacity > 0);
    *self = (struct sim_first_fit){.capacity = capacity};
    self->nodes = calloc(capacity, sizeof *self->nodes);
    return self->nodes != NULL ? SIM_OK : SIM_ERR_NO_MEMORY;
}

void sim_first_fit_free(struct sim_first_fit *self)
{
    free(self->nodes);
    *self = (struct sim_first_fit){.capacity = 0};
}

void sim_first_fit_reset(struct sim_first_fit *self)
{
    self->join_count = 0;
}

enum sim_status sim_first_fit_grow(struct sim_first_fit *self)
{
    uint32_t before = self->capacity;
    if (before > NONE / 2) {
        return SIM_ERR_NO_MEMORY;
    }
    struct sim_first_fit_node *nodes =
        realloc(self->nodes, 2 * (size_t)before * sizeof *nodes);
    if (nodes == NULL) {
        return SIM_ERR_NO_MEMORY;
    }
    memset(nodes + before, 0, before * sizeof *nodes);
    self->nodes = nodes;
    self->capacity = 2 * before;
    return SIM_OK;
}

/* Parents have a higher priority than their children: the finaliser of splitmix64,
 * over the join number. */
static inline uint64_t priority(const struct sim_first_fit_node *node)
{
    uint64_t z = (node->join_number + 1) * 0x9e3779b97f4a7c15u;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

static inline int32_t smaller(int32_t a, int32_t b)
{
    return a < b ? a : b;
}

static inline void update(struct sim_first_fit *self, uint32_t index)
{
    struct sim_first_fit_node *node = &self->nodes[index];
    node->least = smaller(node->size, smaller(sim_first_fit_least(self, node->left),
                                              sim_first_fit_least(self, node->right)));
}

/* Divides the tree below [root] into who goes [before] [entity] and who goes [after].
 */
static void split(struct sim_first_fit *self, uint32_t root, uint32_t entity,
                  uint32_t *before, uint32_t *after)
{
    if (root == NONE) {
        *before = NONE;
        *after = NONE;
        return;
    }
    struct sim_first_fit_node *node = &self->nodes[root];
    if (sim_first_fit_is_before(self, root, entity)) {
        *before = root;
        split(self, node->right, entity, &node->right, after);
    } else {
        *after = root;
        split(self, node->left, entity, before, &node->left);
    }
    update(self, root);
}

/* One tree of [before] and [after], where everybody of [before] goes first. */
static uint32_t merge(struct sim_first_fit *self, uint32_t before, uint32_t after)
{
    if (before == NONE || after == NONE) {
        return before == NONE ? after : before;
    }
    struct sim_first_fit_node *a = &self->nodes[before], *b = &self->nodes[after];
    if (priority(a) > priority(b)) {
        a->right = merge(self, a->right, after);
        update(self, before);
        return before;
    }
    b->left = merge(self, before, b->left);
    update(self, after);
    return after;
}

void sim_first_fit_join(struct sim_first_fit *self, sim_first_fit_line *line,
                        uint32_t entity, int64_t rank, int32_t size)
{
    assert(entity < self->capacity);
    struct sim_first_fit_node *node = &self->nodes[entity];
    node->rank = rank;
    node->join_number = self->join_count++;
    node->size = size;
    uint64_t own = priority(node);
    uint32_t *place = line;
    while (*place != NONE && priority(&self->nodes[*place]) >= own) {
        struct sim_first_fit_node *above = &self->nodes[*place];
        above->least = smaller(above->least, size);
        bool is_after = sim_first_fit_is_before(self, *place, entity);
        place = is_after ? &above->right : &above->left;
    }
    uint32_t below = *place;
    *place = entity;
    split(self, below, entity, &node->left, &node->right);
    update(self, entity);
}

/* The tree below [root] without [entity]. */
static uint32_t without(struct sim_first_fit *self, uint32_t root, uint32_t entity)
{
    assert(root != NONE);
    struct sim_first_fit_node *node = &self->nodes[root];
    if (root == entity) {
        return merge(self, node->left, node->right);
    }
    if (sim_first_fit_is_before(self, root, entity)) {
        node->right = without(self, node->right, entity);
    } else {
        node->left = without(self, node->left, entity);
    }
    update(self, root);
    return root;
}

void sim_first_fit_leave(struct sim_first_fit *self, sim_first_fit_line *line,
                         uint32_t entity)
{
    *line = without(self, *line, entity);
}

uint32_t sim_first_fit_find(const struct sim_first_fit *self, sim_first_fit_line line,
                            int32_t limit)
{
    if (line == NONE || self->nodes[line].least > limit) {
        return NONE;
    }
    for (;;) {
        const struct sim_first_fit_node *node = &self->nodes[line];
        if (node->left != NONE && self->nodes[node->left].least <= limit) {
            line = node->left;
        } else if (node->size <= limit) {
            return line;
        } else {
            line = node->right;
        }
    }
}

uint32_t sim_first_fit_first(const struct sim_first_fit *self, sim_first_fit_line line)
{
    while (line != NONE && self->nodes[line].left != NONE) {
        line = self->nodes[line].left;
    }
    return line;
}

uint32_t sim_first_fit_next(const struct sim_first_fit *self, sim_first_fit_line line,
                            uint32_t entity)
{
    uint32_t next = NONE;
    while (line != NONE) {
        bool is_after = sim_first_fit_is_before(self, entity, line);
        next = is_after ? line : next;
        line = is_after ? self->nodes[line].left : self->nodes[line].right;
    }
    return next;
}
