/* sim/engine/resource_pool.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/engine/resource_pool.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* The children of node n of the tree are 2 n and 2 n + 1, the root is 1, and member i
 * is leaf member_capacity + i. */
#define ROOT 1

/* What a leaf without a member has: less than anybody's room. */
#define NOBODY INT64_MIN

/* Room and member in one number, which is greater for more room and, among equals,
 * for a lower index. */
static inline int64_t pack(int32_t free_units, int32_t member)
{
    return free_units * ((int64_t)1 << 32) + (INT32_MAX - member);
}

static inline int32_t member_of(int64_t packed)
{
    return packed == NOBODY ? SIM_MEMBER_NONE
                            : (int32_t)(INT32_MAX - (packed & INT32_MAX));
}

static inline int64_t greater(int64_t a, int64_t b)
{
    return a > b ? a : b;
}

static inline int tree_count(uint32_t indexed)
{
    return 1 + __builtin_popcount(indexed);
}

/* The tree over who has the indexed skill of bit [skill]. */
static inline int64_t *tree_of(const struct sim_resource_pool *self, int skill)
{
    return self->best + (size_t)self->tree[skill] * 2 * (size_t)self->member_capacity;
}

/* Puts [best] at [node], a leaf of [tree], and what follows from it above. */
static void put(int64_t *tree, int32_t node, int64_t best)
{
    tree[node] = best;
    while (node > ROOT) {
        best = greater(best, tree[node ^ 1]);
        node /= 2;
        if (tree[node] == best) {
            return;
        }
        tree[node] = best;
    }
}

/* Brings the trees of [skills], those of them that are indexed, up to date with the
 * room of [member]. */
static void put_in_trees(struct sim_resource_pool *self, int32_t member,
                         uint32_t skills)
{
    int32_t leaf = self->member_capacity + member;
    for (uint32_t left = skills & self->indexed; left != 0; left &= left - 1) {
        int skill = __builtin_ctz(left);
        bool has = (self->skills[leaf] >> skill & 1) != 0;
        put(tree_of(self, skill), leaf,
            has ? pack(self->free_units[member], member) : NOBODY);
    }
}

static void set_best(struct sim_resource_pool *self, int32_t member)
{
    int32_t leaf = self->member_capacity + member;
    self->version++;
    put(self->best, leaf,
        member < self->member_count ? pack(self->free_units[member], member) : NOBODY);
    put_in_trees(self, member, self->skills[leaf]);
}

void sim_resource_pool_set_skills(struct sim_resource_pool *self, int32_t member,
                                  uint32_t mask)
{
    assert(member >= 0 && member < self->member_count);
    int32_t node = self->member_capacity + member;
    uint32_t changed = self->skills[node] ^ mask;
    self->skills[node] = mask;
    self->version++;
    put_in_trees(self, member, changed);
    while (node > ROOT) {
        mask |= self->skills[node ^ 1];
        node /= 2;
        self->skills[node] = mask;
    }
}

/* Makes [tree] anew: of who has one of [skills], or of everybody. */
static void rebuild_tree(struct sim_resource_pool *self, int64_t *tree, uint32_t skills)
{
    const uint32_t *leaf = self->skills + self->member_capacity;
    for (int32_t i = 0; i < self->member_capacity; i++) {
        bool is_in = i < self->member_count &&
                     (skills == SIM_SKILLS_ALL || (leaf[i] & skills) != 0);
        tree[self->member_capacity + i] = is_in ? pack(self->free_units[i], i) : NOBODY;
    }
    for (int32_t node = self->member_capacity - 1; node >= ROOT; node--) {
        tree[node] = greater(tree[2 * node], tree[2 * node + 1]);
    }
}

/* Makes the trees anew from the leaves' skills and the members' room. */
static void rebuild(struct sim_resource_pool *self)
{
    self->version++;
    for (int32_t node = self->member_capacity - 1; node >= ROOT; node--) {
        self->skills[node] = self->skills[2 * node] | self->skills[2 * node + 1];
    }
    rebuild_tree(self, self->best, SIM_SKILLS_ALL);
    for (uint32_t left = self->indexed; left != 0; left &= left - 1) {
        int skill = __builtin_ctz(left);
        rebuild_tree(self, tree_of(self, skill), UINT32_C(1) << skill);
    }
}

static int64_t *make_trees(uint32_t indexed, size_t member_capacity)
{
    return calloc((size_t)tree_count(indexed) * 2 * member_capacity, sizeof(int64_t));
}

static void *copy_of(const void *old, size_t old_size, size_t size)
{
    char *block = calloc(1, size);
    if (block != NULL && old_size > 0) {
        memcpy(block, old, old_size);
    }
    return block;
}

/* Doubles until [count] members fit. New members have no units and hold none. */
static enum sim_status grow(struct sim_resource_pool *self, int64_t count)
{
    size_t old = (size_t)self->member_capacity;
    int64_t target = old > 0 ? (int64_t)old : 1;
    while (target < count) {
        target *= 2;
    }
    if (target > INT32_MAX / 2) {
        return SIM_ERR_NO_MEMORY;
    }
    size_t new = (size_t)target;
    struct sim_resource_pool larger = *self;
    larger.member_capacity = (int32_t)target;
    larger.free_units =
        copy_of(self->free_units, old * sizeof(int32_t), new * sizeof(int32_t));
    larger.capacity =
        copy_of(self->capacity, old * sizeof(int32_t), new * sizeof(int32_t));
    larger.best = make_trees(self->indexed, new);
    larger.skills = calloc(2 * new, sizeof *larger.skills);
    bool is_complete = larger.free_units != NULL && larger.capacity != NULL &&
                       larger.best != NULL && larger.skills != NULL;
    if (is_complete && old > 0) {
        memcpy(larger.skills + new, self->skills + old, old * sizeof *larger.skills);
    }
    struct sim_resource_pool loser = is_complete ? *self : larger;
    if (is_complete) {
        *self = larger;
        rebuild(self);
    }
    free(loser.free_units);
    free(loser.capacity);
    free(loser.best);
    free(loser.skills);
    return is_complete ? SIM_OK : SIM_ERR_NO_MEMORY;
}

enum sim_status sim_resource_pool_init(struct sim_resource_pool *self,
                                       int32_t member_capacity)
{
    assert(member_capacity >= 0);
    *self = (struct sim_resource_pool){.least_capacity = INT32_MAX};
    sim_resource_init(&self->total, 0);
    return grow(self, member_capacity);
}

enum sim_status sim_resource_pool_index(struct sim_resource_pool *self, uint32_t skills)
{
    int64_t *best = make_trees(skills, (size_t)self->member_capacity);
    if (best == NULL) {
        return SIM_ERR_NO_MEMORY;
    }
    free(self->best);
    self->best = best;
    self->indexed = skills;
    uint8_t tree = 0;
    for (int skill = 0; skill < 32; skill++) {
        tree = (uint8_t)(tree + (skills >> skill & 1));
        self->tree[skill] = tree;
    }
    rebuild(self);
    return SIM_OK;
}

void sim_resource_pool_free(struct sim_resource_pool *self)
{
    free(self->free_units);
    free(self->capacity);
    free(self->best);
    free(self->skills);
    *self = (struct sim_resource_pool){.member_count = 0};
}

void sim_resource_pool_reset(struct sim_resource_pool *self)
{
    size_t count = (size_t)self->member_capacity;
    memset(self->free_units, 0, count * sizeof *self->free_units);
    memset(self->capacity, 0, count * sizeof *self->capacity);
    memset(self->skills, 0, 2 * count * sizeof *self->skills);
    self->member_count = 0;
    self->least_capacity = INT32_MAX;
    rebuild(self);
    sim_resource_init(&self->total, 0);
}

/* Changes who is a member: the first [count]. Who is new has all skills. */
static void set_count(struct sim_resource_pool *self, int32_t count)
{
    uint32_t *leaf = self->skills + self->member_capacity;
    for (int32_t i = self->member_count; i < count; i++) {
        leaf[i] = SIM_SKILLS_ALL;
    }
    for (int32_t i = count; i < self->member_count; i++) {
        leaf[i] = 0;
    }
    self->member_count = count;
}

static void change_capacity(struct sim_resource_pool *self, int32_t member,
                            int32_t capacity)
{
    self->free_units[member] += capacity - self->capacity[member];
    self->capacity[member] = capacity;
}

enum sim_status sim_resource_pool_set_members(struct sim_resource_pool *self,
                                              int32_t count, int64_t total_units,
                                              sim_time now)
{
    assert(count >= 0 && total_units >= 0);
    int64_t share = count > 0 ? total_units / count : 0;
    int64_t remainder = count > 0 ? total_units % count : 0;
    if (share + (remainder > 0) > INT32_MAX) {
        return SIM_ERR_DOMAIN;
    }
    if (count > self->member_capacity) {
        enum sim_status status = grow(self, count);
        if (status != SIM_OK) {
            return status;
        }
    }
    for (int32_t i = 0; i < self->member_capacity; i++) {
        int64_t capacity = share + (i < remainder);
        change_capacity(self, i, i < count ? (int32_t)capacity : 0);
    }
    set_count(self, count);
    self->least_capacity = share > 0 ? (int32_t)share : remainder > 0 ? 1 : INT32_MAX;
    rebuild(self);
    sim_resource_set_capacity(&self->total, count > 0 ? total_units : 0, now);
    return SIM_OK;
}

enum sim_status sim_resource_pool_add(struct sim_resource_pool *self, int32_t capacity,
                                      sim_time now)
{
    int32_t member = self->member_count;
    if (member == self->member_capacity) {
        enum sim_status status = grow(self, (int64_t)member + 1);
        if (status != SIM_OK) {
            return status;
        }
    }
    self->member_count++;
    sim_resource_pool_set_skills(self, member, SIM_SKILLS_ALL);
    sim_resource_pool_set_capacity(self, member, capacity, now);
    return SIM_OK;
}

void sim_resource_pool_set_capacity(struct sim_resource_pool *self, int32_t member,
                                    int32_t units, sim_time now)
{
    assert(member >= 0 && member < self->member_count && units >= 0);
    int64_t total = self->total.capacity + units - self->capacity[member];
    change_capacity(self, member, units);
    if (units > 0 && units < self->least_capacity) {
        self->least_capacity = units;
    }
    set_best(self, member);
    sim_resource_set_capacity(&self->total, total, now);
}

int32_t sim_resource_pool_roomiest(const struct sim_resource_pool *self)
{
    return member_of(self->best[ROOT]);
}

/* What is asked of the skills of a member, or found below a node. */
struct asked {
    uint32_t any_of, all_of;
};

static bool answers(uint32_t skills, struct asked asked)
{
    return (skills & asked.any_of) != 0 && (skills & asked.all_of) == asked.all_of;
}

/* The best below [node] of [tree] of who has the skills [asked], if better than [best].
 * Looks first where there is more room; the roomiest below a node answers for all of it
 * when it has the skills. */
static int64_t best_below(const struct sim_resource_pool *self, const int64_t *tree,
                          int32_t node, struct asked asked, int64_t best)
{
    int64_t here = tree[node];
    if (here <= best || !answers(self->skills[node], asked)) {
        return best;
    }
    if (answers(sim_resource_pool_skills(self, member_of(here)), asked)) {
        return here;
    }
    int32_t first = 2 * node + (tree[2 * node + 1] == here);
    best = best_below(self, tree, first, asked, best);
    return best_below(self, tree, first ^ 1, asked, best);
}

/* The tree in which all that have the skills [asked] are: of the indexed skills that
 * each of them has, the one with least room at the top. */
static const int64_t *tree_for(const struct sim_resource_pool *self, struct asked asked)
{
    bool is_one = asked.any_of != 0 && (asked.any_of & (asked.any_of - 1)) == 0;
    uint32_t left = (asked.all_of | (is_one ? asked.any_of : 0)) & self->indexed;
    const int64_t *best = self->best;
    for (; left != 0; left &= left - 1) {
        const int64_t *tree = tree_of(self, __builtin_ctz(left));
        best = tree[ROOT] < best[ROOT] ? tree : best;
    }
    return best;
}

/* The best of who has the skills [asked], if better than [best]. */
static int64_t best_with(const struct sim_resource_pool *self, struct asked asked,
                         int64_t best)
{
    return best_below(self, tree_for(self, asked), ROOT, asked, best);
}

int32_t sim_resource_pool_roomiest_with(const struct sim_resource_pool *self,
                                        uint32_t any_of)
{
    return sim_resource_pool_roomiest_with_all(self, any_of, 0);
}

int32_t sim_resource_pool_roomiest_with_all(const struct sim_resource_pool *self,
                                            uint32_t any_of, uint32_t all_of)
{
    struct asked asked = {any_of, all_of};
    return member_of(best_with(self, asked, NOBODY));
}

int32_t sim_resource_pool_roomiest_with_least(const struct sim_resource_pool *self,
                                              uint32_t any_of, uint32_t all_of,
                                              int32_t least)
{
    struct asked asked = {any_of, all_of};
    int64_t below = least > INT32_MIN ? pack(least, INT32_MAX) - 1 : NOBODY;
    int64_t best = best_with(self, asked, below);
    return best > below ? member_of(best) : SIM_MEMBER_NONE;
}

void sim_resource_pool_seize(struct sim_resource_pool *self, int32_t member,
                             int32_t units, sim_time now)
{
    assert(member >= 0 && member < self->member_capacity);
    self->free_units[member] -= units;
    set_best(self, member);
    sim_resource_force(&self->total, units, now);
}

void sim_resource_pool_release(struct sim_resource_pool *self, int32_t member,
                               int32_t units, sim_time now)
{
    assert(member >= 0 && member < self->member_capacity);
    assert(units <= self->capacity[member] - self->free_units[member]);
    self->free_units[member] += units;
    set_best(self, member);
    sim_resource_release(&self->total, units, now);
}
