/* sim/scenario/choice.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names in one text, separated by '|', as the registry gives them.
 */
#ifndef SIM_SCENARIO_CHOICE_H
#define SIM_SCENARIO_CHOICE_H

#define SIM_CHOICE_MAX 64

/* The place of [name] in [allowed]; -1 when it is not in it. */
int sim_choice_index(const char *allowed, const char *name);

/* Cuts [text] in place into its names; returns their number. More than SIM_CHOICE_MAX
 * asserts. */
int sim_choice_split(char *text, const char *names[SIM_CHOICE_MAX]);

#endif
