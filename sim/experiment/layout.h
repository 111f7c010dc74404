/* sim/experiment/layout.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finding cells in the layout of a model.
 */
#ifndef SIM_EXPERIMENT_LAYOUT_H
#define SIM_EXPERIMENT_LAYOUT_H

#include <stdio.h>

#include "sim/experiment/model.h"

/* The index of the dimension called [name]; -1: none. */
int sim_layout_dimension(const struct sim_layout *self, const char *name);

/* Whether [cell] sums over every dimension but [except] (-1: all). */
bool sim_layout_is_summed(const struct sim_layout *self, const struct sim_cell *cell,
                          int except);

/* The cell of [self] with the measure and the keys that [cell] has in [from]; -1: it
 * has none. Both layouts are of one model. */
int32_t sim_layout_find(const struct sim_layout *self, const struct sim_layout *from,
                        const struct sim_cell *cell);

/* Whether two layouts have the same labels in [dimension], in the same order. */
bool sim_layout_same_labels(const struct sim_layout *a, const struct sim_layout *b,
                            int dimension);

/* Writes the title of a cell for people: the measure, and between brackets the labels
 * that are no totals. */
void sim_layout_write_title(const struct sim_layout *self,
                            const struct sim_model *model, int32_t cell, FILE *out);

#endif
