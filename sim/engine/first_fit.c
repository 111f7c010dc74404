/* sim/engine/first_fit.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/engine/first_fit.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#define NONE SIM_ENTITY_NONE
#define CACHE_LINE 64

_Static_assert(2 * sizeof(struct sim_first_fit_node) == CACHE_LINE, "two to a line");

static size_t bytes_of(uint32_t capacity)
{
    return ((size_t)capacity + 1) / 2 * CACHE_LINE;
}

enum sim_status sim_first_fit_init(struct sim_first_fit *self, uint32_t capacity)
{
    assert(capacity > 0);
    *self = (struct sim_first_fit){.capacity = capacity};
    self->nodes = aligned_alloc(CACHE_LINE, bytes_of(capacity));
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
    struct sim_first_fit_node *nodes = aligned_alloc(CACHE_LINE, bytes_of(2 * before));
    if (nodes == NULL) {
        return SIM_ERR_NO_MEMORY;
    }
    memcpy(nodes, self->nodes, before * sizeof *nodes);
    free(self->nodes);
    self->nodes = nodes;
    self->capacity = 2 * before;
    return SIM_OK;
}

/* Parents have a higher priority than their children: a hash of the join number, half
 * the finaliser of splitmix64. */
static inline uint64_t priority(const struct sim_first_fit_node *node)
{
    uint64_t z = ((uint64_t)node->join_number + 1) * 0x9e3779b97f4a7c15u;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    return z ^ (z >> 27);
}

static inline int32_t smaller(int32_t a, int32_t b)
{
    return a < b ? a : b;
}

/* The least that is asked by who is below [root]. */
static inline int32_t least_below(const struct sim_first_fit *self, uint32_t root)
{
    return sim_first_fit_least(self, (sim_first_fit_line){.root = root});
}

static void set_left(struct sim_first_fit *self, uint32_t parent, uint32_t child)
{
    self->nodes[parent].left = child;
    self->nodes[parent].least_left = least_below(self, child);
}

static void set_right(struct sim_first_fit *self, uint32_t parent, uint32_t child)
{
    self->nodes[parent].right = child;
    self->nodes[parent].least_right = least_below(self, child);
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
    uint32_t part;
    if (sim_first_fit_is_before(self, root, entity)) {
        *before = root;
        split(self, self->nodes[root].right, entity, &part, after);
        set_right(self, root, part);
    } else {
        *after = root;
        split(self, self->nodes[root].left, entity, before, &part);
        set_left(self, root, part);
    }
}

/* One tree of [before] and [after], where everybody of [before] goes first. */
static uint32_t merge(struct sim_first_fit *self, uint32_t before, uint32_t after)
{
    if (before == NONE || after == NONE) {
        return before == NONE ? after : before;
    }
    const struct sim_first_fit_node *a = &self->nodes[before], *b = &self->nodes[after];
    if (priority(a) > priority(b)) {
        set_right(self, before, merge(self, a->right, after));
        return before;
    }
    set_left(self, after, merge(self, before, b->left));
    return after;
}

void sim_first_fit_join(struct sim_first_fit *self, sim_first_fit_line *line,
                        uint32_t entity, int64_t rank, int32_t size)
{
    assert(entity < self->capacity && size < INT32_MAX);
    struct sim_first_fit_node *node = &self->nodes[entity];
    node->rank = rank;
    node->join_number = self->join_count++;
    node->size = size;
    uint64_t own = priority(node);
    uint32_t *place = &line->root;
    while (*place != NONE && priority(&self->nodes[*place]) >= own) {
        struct sim_first_fit_node *above = &self->nodes[*place];
        if (sim_first_fit_is_before(self, *place, entity)) {
            above->least_right = smaller(above->least_right, size);
            place = &above->right;
        } else {
            above->least_left = smaller(above->least_left, size);
            place = &above->left;
        }
    }
    uint32_t before, after;
    split(self, *place, entity, &before, &after);
    set_left(self, entity, before);
    set_right(self, entity, after);
    *place = entity;
    if (line->first == NONE || sim_first_fit_is_before(self, entity, line->first)) {
        line->first = entity;
    }
}

/* The tree below [root] without [entity]. */
static uint32_t without(struct sim_first_fit *self, uint32_t root, uint32_t entity)
{
    assert(root != NONE);
    const struct sim_first_fit_node *node = &self->nodes[root];
    if (root == entity) {
        return merge(self, node->left, node->right);
    }
    if (sim_first_fit_is_before(self, root, entity)) {
        set_right(self, root, without(self, node->right, entity));
    } else {
        set_left(self, root, without(self, node->left, entity));
    }
    return root;
}

static uint32_t first_below(const struct sim_first_fit *self, uint32_t root)
{
    while (root != NONE && self->nodes[root].left != NONE) {
        root = self->nodes[root].left;
    }
    return root;
}

void sim_first_fit_leave(struct sim_first_fit *self, sim_first_fit_line *line,
                         uint32_t entity)
{
    line->root = without(self, line->root, entity);
    if (entity == line->first) {
        line->first = first_below(self, line->root);
    }
}

uint32_t sim_first_fit_find(const struct sim_first_fit *self, sim_first_fit_line line,
                            int32_t limit)
{
    limit = smaller(limit, INT32_MAX - 1); /* nobody asks INT32_MAX */
    if (sim_first_fit_least(self, line) > limit) {
        return NONE;
    }
    for (uint32_t root = line.root;;) {
        const struct sim_first_fit_node *node = &self->nodes[root];
        if (node->least_left <= limit) {
            root = node->left;
        } else if (node->size <= limit) {
            return root;
        } else {
            root = node->right;
        }
    }
}

uint32_t sim_first_fit_next(const struct sim_first_fit *self, sim_first_fit_line line,
                            uint32_t entity)
{
    uint32_t next = NONE;
    for (uint32_t root = line.root; root != NONE;) {
        bool is_after = sim_first_fit_is_before(self, entity, root);
        next = is_after ? root : next;
        root = is_after ? self->nodes[root].left : self->nodes[root].right;
    }
    return next;
}
