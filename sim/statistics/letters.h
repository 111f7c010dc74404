/* sim/statistics/letters.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which of a number of things are alike, as groups: two things share a group exactly
 * when they cannot be told apart. Made by insertion and absorption (Piepho 2004,
 * J. Comput. Graph. Statist. 13:456-466), so that no group is part of another.
 */
#ifndef SIM_STATISTICS_LETTERS_H
#define SIM_STATISTICS_LETTERS_H

#include <stdint.h>

#define SIM_LETTERS_THING_MAX 32
#define SIM_LETTERS_GROUP_MAX 52 /* a to z, then A to Z */

/* [differs]: bit j of item i is set when i and j can be told apart (and bit i of item
 * j). Fills [groups] with one set of bits a group, in the order of their first things;
 * returns how many. 0: there would be more than SIM_LETTERS_GROUP_MAX. */
int sim_letters_group(const uint32_t *differs, int thing_count,
                      uint32_t groups[SIM_LETTERS_GROUP_MAX]);

/* Writes the letters of [thing]; a '-' when there are no groups. */
void sim_letters_write(const uint32_t *groups, int group_count, int thing,
                       char text[SIM_LETTERS_GROUP_MAX + 1]);

#endif
