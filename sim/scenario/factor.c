/* sim/scenario/factor.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/scenario/factor.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sim/scenario/check.h"
#include "sim/scenario/load.h"
#include "sim/scenario/notation.h"
#include "sim/scenario/text.h"

/* Values are first told apart this many groups deep, and by one less until they fit. */
#define DEPTH_MAX 8

/* --- Finding --- */

struct search {
    struct sim_factors *factors;
    int depth_max;
    bool has_overflowed;
};

static bool is_description(const struct sim_node *node, bool is_top)
{
    static const char *const always[] = {"titel", "toelichting"};
    static const char *const top[] = {"naam", "basis", "bronnen"};
    bool is_one = false;
    for (size_t i = 0; i < sizeof always / sizeof *always; i++) {
        is_one = is_one || strcmp(node->name, always[i]) == 0;
    }
    for (size_t i = 0; is_top && i < sizeof top / sizeof *top; i++) {
        is_one = is_one || strcmp(node->name, top[i]) == 0;
    }
    return is_one;
}

/* NULL: there is no room. */
static struct sim_factor *add(struct search *self, const char *path,
                              const struct sim_node *base, const struct sim_node *other)
{
    if (self->factors->count == SIM_FACTOR_MAX) {
        self->has_overflowed = true;
        return NULL;
    }
    struct sim_factor *factor = &self->factors->items[self->factors->count++];
    memset(factor, 0, sizeof *factor);
    snprintf(factor->path, sizeof factor->path, "%s", path);
    factor->of[SIM_FACTOR_BASE] = base;
    factor->of[SIM_FACTOR_OTHER] = other;
    return factor;
}

static bool is_list(const struct sim_node *node)
{
    return node != NULL && node->kind == SIM_NODE_LIST && node->schema->param == NULL;
}

static bool is_group(const struct sim_node *node)
{
    return node != NULL && node->kind == SIM_NODE_GROUP && node->schema->param == NULL;
}

static bool has_same_names(const struct sim_node *left, const struct sim_node *right)
{
    bool is_same = left->child_count == right->child_count;
    for (int i = 0; is_same && i < left->child_count; i++) {
        is_same = strcmp(sim_node_entry_name(left->children[i]),
                         sim_node_entry_name(right->children[i])) == 0;
    }
    return is_same;
}

static void join(char path[SIM_NODE_PATH_SIZE], const char *before, const char *name)
{
    const size_t used = strlen(before);
    snprintf(path, SIM_NODE_PATH_SIZE, "%s", before);
    snprintf(path + used, SIM_NODE_PATH_SIZE - used, "%s%s", used > 0 ? "." : "", name);
}

/* The entry after [index] that only [list] has, not [other]; -1: no more. */
static int next_own(const struct sim_node *list, const struct sim_node *other,
                    int index)
{
    for (int i = index + 1; i < list->child_count; i++) {
        const char *name = sim_node_entry_name(list->children[i]);
        if (sim_node_entry_index(other, name) < 0) {
            return i;
        }
    }
    return -1;
}

/* The value of [key] in the first entry that only [list] has; NULL: left out. */
static const struct sim_node *own_value(const struct sim_node *list,
                                        const struct sim_node *other, const char *key)
{
    const int first = next_own(list, other, -1);
    return first < 0 ? NULL : sim_node_child(list->children[first], key);
}

/* Whether [key] is the same in all entries that only [list] has; or left out in all. */
static bool is_uniform(const struct sim_node *list, const struct sim_node *other,
                       const char *key)
{
    const struct sim_node *first = own_value(list, other, key);
    int at = next_own(list, other, -1);
    bool is_same = at >= 0;
    for (; is_same && at >= 0; at = next_own(list, other, at)) {
        is_same = sim_node_is_same(first, sim_node_child(list->children[at], key));
    }
    return is_same;
}

static bool has_key(const struct sim_factors *self, int list, const char *key)
{
    for (int i = list + 1; i < self->count; i++) {
        if (self->items[i].list == list && strcmp(self->items[i].key, key) == 0) {
            return true;
        }
    }
    return false;
}

static void find_key(struct search *self, int list, const char *key)
{
    const struct sim_factor *of = &self->factors->items[list];
    const struct sim_node *base = of->of[SIM_FACTOR_BASE];
    const struct sim_node *other = of->of[SIM_FACTOR_OTHER];
    const struct sim_node *values[] = {own_value(base, other, key),
                                       own_value(other, base, key)};
    const bool uniform[] = {is_uniform(base, other, key), is_uniform(other, base, key)};
    const bool is_equal =
        uniform[0] && uniform[1] && sim_node_is_same(values[0], values[1]);
    char path[SIM_NODE_PATH_SIZE], entry[SIM_NODE_PATH_SIZE];
    if (is_equal || (!uniform[0] && !uniform[1]) || has_key(self->factors, list, key)) {
        return;
    }
    join(entry, of->path, "*");
    join(path, entry, key);
    struct sim_factor *factor = add(self, path, values[0], values[1]);
    if (factor != NULL) {
        factor->kind = SIM_FACTOR_KEY;
        factor->list = list;
        factor->key = key;
        factor->is_uniform[0] = uniform[0];
        factor->is_uniform[1] = uniform[1];
    }
}

static void find_keys(struct search *self, int list, const struct sim_node *node)
{
    for (int i = 0; i < node->child_count; i++) {
        const struct sim_node *entry = node->children[i];
        for (int j = 0; j < entry->child_count; j++) {
            const struct sim_node *child = entry->children[j];
            if (strcmp(child->name, "naam") != 0 && !is_description(child, false)) {
                find_key(self, list, child->name);
            }
        }
    }
}

static void find_list(struct search *self, const char *path,
                      const struct sim_node *base, const struct sim_node *other)
{
    const int list = self->factors->count;
    struct sim_factor *factor = add(self, path, base, other);
    if (factor == NULL) {
        return;
    }
    factor->kind = SIM_FACTOR_LIST;
    if (next_own(base, other, -1) >= 0 && next_own(other, base, -1) >= 0) {
        find_keys(self, list, base);
        find_keys(self, list, other);
    }
}

static void find_below(struct search *self, const char *path,
                       const struct sim_node *base, const struct sim_node *other,
                       int depth);

static void find_children(struct search *self, const char *path,
                          const struct sim_node *base, const struct sim_node *other,
                          int depth)
{
    char below[SIM_NODE_PATH_SIZE];
    for (int i = 0; i < base->child_count; i++) {
        const struct sim_node *child = base->children[i];
        if (!is_description(child, depth == 0)) {
            join(below, path, child->name);
            find_below(self, below, child, sim_node_child(other, child->name),
                       depth + 1);
        }
    }
    for (int i = 0; i < other->child_count; i++) {
        const struct sim_node *child = other->children[i];
        if (!is_description(child, depth == 0) &&
            sim_node_child(base, child->name) == NULL) {
            join(below, path, child->name);
            find_below(self, below, NULL, child, depth + 1);
        }
    }
}

static void find_below(struct search *self, const char *path,
                       const struct sim_node *base, const struct sim_node *other,
                       int depth)
{
    char below[SIM_NODE_PATH_SIZE];
    if (sim_node_is_same(base, other)) {
        return;
    }
    const bool are_lists = is_list(base) && is_list(other);
    const bool has_names = are_lists && has_same_names(base, other);
    if (is_group(base) && is_group(other) && depth < self->depth_max) {
        find_children(self, path, base, other, depth);
    } else if (has_names && depth < self->depth_max) {
        for (int i = 0; i < base->child_count; i++) {
            join(below, path, sim_node_entry_name(base->children[i]));
            find_below(self, below, base->children[i], other->children[i], depth + 1);
        }
    } else if (are_lists && !has_names) {
        find_list(self, path, base, other);
    } else {
        (void)add(self, path, base, other);
    }
}

bool sim_factors_find(struct sim_factors *self, const struct sim_scenario *base,
                      const struct sim_scenario *other)
{
    struct search search = {.factors = self, .has_overflowed = true};
    self->scenarios[SIM_FACTOR_BASE] = base;
    self->scenarios[SIM_FACTOR_OTHER] = other;
    for (int depth = DEPTH_MAX; depth >= 1 && search.has_overflowed; depth--) {
        self->count = 0;
        search.depth_max = depth;
        search.has_overflowed = false;
        find_children(&search, "", base->root, other->root, 0);
    }
    return !search.has_overflowed;
}

/* --- Mixing --- */

/* A key that is not where its list comes from is laid over the entries that only that
 * side has. */
static bool is_laid_over(const struct sim_factors *self, const bool *takes, int index)
{
    const struct sim_factor *factor = &self->items[index];
    return factor->kind == SIM_FACTOR_KEY && takes[index] != takes[factor->list];
}

bool sim_factors_can_mix(const struct sim_factors *self, const bool *takes)
{
    bool can = true;
    for (int i = 0; i < self->count; i++) {
        can = can && (!is_laid_over(self, takes, i) ||
                      self->items[i].is_uniform[takes[i] ? 1 : 0]);
    }
    return can;
}

/* Gives [group] the child [name] as it is in [from]; NULL takes it away. */
static enum sim_status put_child(struct sim_node *group, const char *name,
                                 const struct sim_node *from)
{
    struct sim_node *copy = from == NULL ? NULL : sim_node_copy(from);
    struct sim_node *present = sim_node_child(group, name);
    if (from != NULL && copy == NULL) {
        return SIM_ERR_NO_MEMORY;
    }
    if (present != NULL && copy != NULL) {
        sim_node_take_place(present, copy);
    } else if (copy != NULL) {
        return sim_node_take_child(group, copy);
    } else if (present != NULL) {
        int index = 0;
        while (group->children[index] != present) {
            index++;
        }
        sim_node_destroy(sim_node_detach(group, index));
    }
    return SIM_OK;
}

/* The node below [root] at the same place as [node] in its own tree; descends by the
 * names of groups and the places of entries. */
static struct sim_node *find_same_place(struct sim_node *root,
                                        const struct sim_node *node)
{
    if (node->parent == NULL) {
        return root;
    }
    struct sim_node *parent = find_same_place(root, node->parent);
    if (parent->kind == SIM_NODE_GROUP) {
        return sim_node_child(parent, node->name);
    }
    int index = 0;
    while (node->parent->children[index] != node) {
        index++;
    }
    return parent->children[index];
}

static enum sim_status take_factor(struct sim_node *root,
                                   const struct sim_factor *factor)
{
    const struct sim_node *base = factor->of[SIM_FACTOR_BASE];
    const struct sim_node *other = factor->of[SIM_FACTOR_OTHER];
    const struct sim_node *known = base != NULL ? base : other;
    struct sim_node *parent = find_same_place(root, known->parent);
    if (parent->kind == SIM_NODE_GROUP) {
        return put_child(parent, known->name, other);
    }
    struct sim_node *copy = sim_node_copy(other); /* an entry of the same name */
    if (copy == NULL) {
        return SIM_ERR_NO_MEMORY;
    }
    sim_node_take_place(find_same_place(root, base), copy);
    return SIM_OK;
}

static enum sim_status lay_over(struct sim_node *root, const struct sim_factors *self,
                                int index, bool is_taken)
{
    const struct sim_factor *factor = &self->items[index];
    const struct sim_factor *list = &self->items[factor->list];
    /* The list in the mix comes from the side that the key does not. */
    struct sim_node *target = find_same_place(root, list->of[SIM_FACTOR_BASE]);
    const enum sim_factor_side side = is_taken ? SIM_FACTOR_OTHER : SIM_FACTOR_BASE;
    enum sim_status status = SIM_OK;
    int at = next_own(target, list->of[side], -1);
    for (; at >= 0 && status == SIM_OK; at = next_own(target, list->of[side], at)) {
        status = put_child(target->children[at], factor->key, factor->of[side]);
    }
    return status;
}

static enum sim_status mix_tree(struct sim_node *root, const struct sim_factors *self,
                                const bool *takes)
{
    enum sim_status status = SIM_OK;
    for (int i = 0; i < self->count && status == SIM_OK; i++) {
        if (takes[i] && self->items[i].kind != SIM_FACTOR_KEY) {
            status = take_factor(root, &self->items[i]);
        }
    }
    for (int i = 0; i < self->count && status == SIM_OK; i++) {
        if (is_laid_over(self, takes, i)) {
            status = lay_over(root, self, i, takes[i]);
        }
    }
    return status;
}

enum sim_status sim_factors_mix(const struct sim_factors *self, const bool *takes,
                                const struct sim_registry *registry,
                                struct sim_faults *faults, struct sim_scenario **out)
{
    const int before = faults->count + faults->dropped;
    struct sim_scenario *mixed = calloc(1, sizeof *mixed);
    *out = NULL;
    if (mixed == NULL) {
        return SIM_ERR_NO_MEMORY;
    }
    enum sim_status status = sim_schema_create(&mixed->schema, registry);
    if (status == SIM_OK) {
        mixed->root = sim_node_copy(self->scenarios[SIM_FACTOR_BASE]->root);
        status = mixed->root == NULL ? SIM_ERR_NO_MEMORY
                                     : mix_tree(mixed->root, self, takes);
    }
    if (status == SIM_OK) {
        sim_check_tree(mixed->root, mixed->schema, faults);
        status = faults->count + faults->dropped > before
                     ? SIM_ERR_INPUT
                     : sim_scenario_fill_digest(mixed);
    }
    if (status != SIM_OK) {
        sim_scenario_destroy(mixed);
        return status;
    }
    *out = mixed;
    return SIM_OK;
}

/* --- In words --- */

void sim_factor_text(const struct sim_factor *self, enum sim_factor_side side,
                     char *text, size_t text_size)
{
    const struct sim_node *node = self->of[side];
    if (self->kind == SIM_FACTOR_KEY && !self->is_uniform[side]) {
        snprintf(text, text_size, "verschillend");
        return;
    }
    if (node == NULL) {
        snprintf(text, text_size, "weggelaten");
        return;
    }
    if (is_list(node)) {
        snprintf(text, text_size, "%d", node->child_count);
        return;
    }
    char *written = is_group(node) ? NULL : sim_notation_text(sim_node_value(node));
    char cut[SIM_TEXT_SHORT_SIZE];
    if (written != NULL) {
        sim_text_cut(cut, sizeof cut, written);
    }
    snprintf(text, text_size, "%s", written != NULL ? cut : "...");
    free(written);
}
