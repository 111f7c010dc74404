/* sim/engine/resource_pool.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A resource of members that each have units and skills of their own (people with
 * hours), of which a request is met by one member. Units are integers. Capacity may
 * be lowered below what is in use: nobody is thrown out, and nothing starts until
 * there is room. A tournament tree over the members keeps the roomiest at hand.
 */
#ifndef SIM_ENGINE_RESOURCE_POOL_H
#define SIM_ENGINE_RESOURCE_POOL_H

#include "sim/engine/resource.h"

#define SIM_MEMBER_NONE (-1)
#define SIM_SKILLS_ALL UINT32_MAX

struct sim_resource_pool {
    struct sim_resource total; /* sum over the members, with its levels over time */
    int32_t *free_units;       /* [member_capacity] owned; negative when overfull */
    int32_t *capacity;         /* [member_capacity] owned */
    int64_t *best;    /* [trees x 2 x member_capacity] owned; most room, of all and then
                       * of who has each of the indexed skills */
    uint32_t indexed; /* the skills that have a tree of their own */
    uint8_t tree[32]; /* of each of those, its number among the trees, from 1 */
    uint32_t *skills; /* [2 x member_capacity] owned; the tree: skills below */
    uint64_t version; /* another after anything that may let a request fit */
    int32_t least_capacity; /* no member with units has fewer */
    int32_t member_count;
    int32_t member_capacity; /* a power of two */
};

/* Prepares a pool with no members and room for at least [member_capacity]; it grows
 * by doubling. SIM_ERR_NO_MEMORY. */
SIM_MUST_CHECK enum sim_status sim_resource_pool_init(struct sim_resource_pool *self,
                                                      int32_t member_capacity);
void sim_resource_pool_free(struct sim_resource_pool *self);

/* Gives each of [skills] a tree of its own, for skills that few members have: who has
 * it is then found in O(log members), also when everybody has more room, and its seize
 * and release take as much again. SIM_ERR_NO_MEMORY, and then nothing changed. */
SIM_MUST_CHECK enum sim_status sim_resource_pool_index(struct sim_resource_pool *self,
                                                       uint32_t skills);

/* Back to no members, time 0; the same skills are indexed. */
void sim_resource_pool_reset(struct sim_resource_pool *self);

/* Lets [count] members share [total_units] as equally as integers allow (the first
 * ones get the remainder); without members there are no units. Members beyond
 * [count] have capacity 0 and keep what they hold until it is released. Members that
 * are new have all skills. SIM_ERR_DOMAIN: a share above INT32_MAX.
 * SIM_ERR_NO_MEMORY. */
SIM_MUST_CHECK enum sim_status
sim_resource_pool_set_members(struct sim_resource_pool *self, int32_t count,
                              int64_t total_units, sim_time now);

/* Adds a member with [capacity] units and all skills; its index is the member_count
 * before. Who leaves for good keeps the index: give it capacity 0, and a new capacity
 * when another takes its place. SIM_ERR_NO_MEMORY. */
SIM_MUST_CHECK enum sim_status sim_resource_pool_add(struct sim_resource_pool *self,
                                                     int32_t capacity, sim_time now);

/* Gives [member] a capacity of [units], at least 0, from [now] on. O(log members). */
void sim_resource_pool_set_capacity(struct sim_resource_pool *self, int32_t member,
                                    int32_t units, sim_time now);

/* Gives [member] the skills whose bits are set in [mask]. O(log members). */
void sim_resource_pool_set_skills(struct sim_resource_pool *self, int32_t member,
                                  uint32_t mask);

static inline uint32_t sim_resource_pool_skills(const struct sim_resource_pool *self,
                                                int32_t member)
{
    return self->skills[self->member_capacity + member];
}

/* The member with the most free units, the lowest index among equals;
 * SIM_MEMBER_NONE when there are no members. O(1). */
int32_t sim_resource_pool_roomiest(const struct sim_resource_pool *self);

/* The same among the members with at least one of the skills in [any_of];
 * SIM_MEMBER_NONE when nobody has one. Branch and bound: O(log members) when [any_of]
 * is one indexed skill or common among those with room, O(members) at worst. */
int32_t sim_resource_pool_roomiest_with(const struct sim_resource_pool *self,
                                        uint32_t any_of);

/* The same, among those of them who have all of the skills in [all_of]. */
int32_t sim_resource_pool_roomiest_with_all(const struct sim_resource_pool *self,
                                            uint32_t any_of, uint32_t all_of);

/* The same, if that has [least] free units or more; otherwise SIM_MEMBER_NONE, which is
 * found sooner. */
int32_t sim_resource_pool_roomiest_with_least(const struct sim_resource_pool *self,
                                              uint32_t any_of, uint32_t all_of,
                                              int32_t least);

/* Seizes [units] of [member] at [now], whether or not they are free. The caller
 * has looked at self->free_units[member]. */
void sim_resource_pool_seize(struct sim_resource_pool *self, int32_t member,
                             int32_t units, sim_time now);
void sim_resource_pool_release(struct sim_resource_pool *self, int32_t member,
                               int32_t units, sim_time now);

#endif
