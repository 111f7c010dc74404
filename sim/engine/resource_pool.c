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

static void set_best(struct sim_resource_pool *self, int32_t member)
{
    int32_t node = self->member_capacity + member;
    int64_t best =
        member < self->member_count ? pack(self->free_units[member], member) : NOBODY;
    self->best[node] = best;
    while (node > ROOT) {
        best = greater(best, self->best[node ^ 1]);
        node /= 2;
        if (self->best[node] == best) {
            return;
        }
        self->best[node] = best;
    }
}

void sim_resource_pool_set_skills(struct sim_resource_pool *self, int32_t member,
                                  uint32_t mask)
{
    assert(member >= 0 && member < self->member_count);
    int32_t node = self->member_capacity + member;
    self->skills[node] = mask;
    while (node > ROOT) {
        mask |= self->skills[node ^ 1];
        node /= 2;
        self->skills[node] = mask;
    }
}

/* Makes the tree anew from the leaves' skills and the members' room. */
static void rebuild(struct sim_resource_pool *self)
{
    for (int32_t i = 0; i < self->member_capacity; i++) {
        self->best[self->member_capacity + i] =
            i < self->member_count ? pack(self->free_units[i], i) : NOBODY;
    }
    for (int32_t node = self->member_capacity - 1; node >= ROOT; node--) {
        self->best[node] = greater(self->best[2 * node], self->best[2 * node + 1]);
        self->skills[node] = self->skills[2 * node] | self->skills[2 * node + 1];
    }
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
    larger.best = calloc(2 * new, sizeof *larger.best);
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

/* The best below [node] of who has the skills [asked], if better than [best]. Looks
 * first where there is more room; the roomiest below a node answers for all of it
 * when it has the skills. */
static int64_t best_with(const struct sim_resource_pool *self, int32_t node,
                         struct asked asked, int64_t best)
{
    int64_t here = self->best[node];
    if (here <= best || !answers(self->skills[node], asked)) {
        return best;
    }
    if (answers(sim_resource_pool_skills(self, member_of(here)), asked)) {
        return here;
    }
    int32_t first = 2 * node + (self->best[2 * node + 1] == here);
    best = best_with(self, first, asked, best);
    return best_with(self, first ^ 1, asked, best);
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
    return member_of(best_with(self, ROOT, asked, NOBODY));
}

int32_t sim_resource_pool_roomiest_with_least(const struct sim_resource_pool *self,
                                              uint32_t any_of, uint32_t all_of,
                                              int32_t least)
{
    struct asked asked = {any_of, all_of};
    int64_t below = least > INT32_MIN ? pack(least, INT32_MAX) - 1 : NOBODY;
    int64_t best = best_with(self, ROOT, asked, below);
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
