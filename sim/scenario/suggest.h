/* sim/scenario/suggest.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The end of a message about an unknown name: the nearest known one, or what is
 * possible.
 */
#ifndef SIM_SCENARIO_SUGGEST_H
#define SIM_SCENARIO_SUGGEST_H

#include "sim/scenario/schema.h"
#include "sim/scenario/tree.h"

#define SIM_SUGGEST_SIZE 300

/* Writes "; bedoelde u 'x'?" when one of [names] is near [wrong], otherwise "; kies uit
 * a, b, c" as far as it fits, or "" without names. */
void sim_suggest_name(const char *wrong, const char *const *names, int count,
                      char buffer[SIM_SUGGEST_SIZE]);

/* The same for the names in [allowed], separated by '|'. */
void sim_suggest_choice(const char *wrong, const char *allowed,
                        char buffer[SIM_SUGGEST_SIZE]);

/* The same for the entries of [list]; NULL is a list that was left out. */
void sim_suggest_entry(const char *wrong, const struct sim_node *list,
                       char buffer[SIM_SUGGEST_SIZE]);

/* The same for the keys below [schema]. When none is near but another place in [root]
 * knows the key, that place is named. */
void sim_suggest_key(const char *wrong, const struct sim_schema *schema,
                     const struct sim_schema *root, char buffer[SIM_SUGGEST_SIZE]);

#endif
