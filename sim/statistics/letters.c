/* sim/statistics/letters.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/statistics/letters.h"

#include <assert.h>
#include <stdbool.h>
#include <string.h>

/* Groups while they are being made: there can be more than remain. */
#define WORK_MAX 256

struct work {
    uint32_t groups[WORK_MAX];
    int count;
    bool has_overflowed;
};

/* Adds [group] unless it is part of another; drops those that are part of it. */
static void absorb(struct work *self, uint32_t group)
{
    int kept = 0;
    for (int i = 0; i < self->count; i++) {
        if ((group & ~self->groups[i]) == 0) {
            return;
        }
    }
    for (int i = 0; i < self->count; i++) {
        if ((self->groups[i] & ~group) != 0) {
            self->groups[kept++] = self->groups[i];
        }
    }
    self->count = kept;
    if (kept == WORK_MAX) {
        self->has_overflowed = true;
        return;
    }
    self->groups[self->count++] = group;
}

/* Parts [left] and [right] in every group that has both. */
static void insert(struct work *self, uint32_t left, uint32_t right)
{
    const struct work before = *self;
    self->count = 0;
    for (int i = 0; i < before.count; i++) {
        const uint32_t group = before.groups[i];
        if ((group & left) != 0 && (group & right) != 0) {
            absorb(self, group & ~left);
            absorb(self, group & ~right);
        } else {
            absorb(self, group);
        }
    }
}

/* By first thing, and where that is the same by the first that only one has. */
static bool comes_first(uint32_t left, uint32_t right)
{
    const uint32_t other = left ^ right;
    return (left & (other & (~other + 1))) != 0;
}

static void sort(struct work *self)
{
    for (int i = 1; i < self->count; i++) {
        const uint32_t group = self->groups[i];
        int at = i;
        while (at > 0 && comes_first(group, self->groups[at - 1])) {
            self->groups[at] = self->groups[at - 1];
            at--;
        }
        self->groups[at] = group;
    }
}

int sim_letters_group(const uint32_t *differs, int thing_count,
                      uint32_t groups[SIM_LETTERS_GROUP_MAX])
{
    assert(thing_count >= 1 && thing_count <= SIM_LETTERS_THING_MAX);
    struct work work = {.groups = {UINT32_MAX >> (SIM_LETTERS_THING_MAX - thing_count)},
                        .count = 1};
    for (int i = 0; i < thing_count; i++) {
        for (int j = i + 1; j < thing_count; j++) {
            if ((differs[i] >> j & 1u) != 0) {
                insert(&work, (uint32_t)1 << i, (uint32_t)1 << j);
            }
        }
    }
    if (work.has_overflowed || work.count > SIM_LETTERS_GROUP_MAX) {
        return 0;
    }
    sort(&work);
    memcpy(groups, work.groups, sizeof *groups * (size_t)work.count);
    return work.count;
}

void sim_letters_write(const uint32_t *groups, int group_count, int thing,
                       char text[SIM_LETTERS_GROUP_MAX + 1])
{
    static const char letters[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    int length = 0;
    for (int g = 0; g < group_count; g++) {
        if ((groups[g] >> thing & 1u) != 0) {
            text[length++] = letters[g];
        }
    }
    if (length == 0) {
        text[length++] = '-';
    }
    text[length] = '\0';
}
