/* sim/cli/headline.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/cli/headline.h"

#include "sim/experiment/layout.h"

static int find_cell(const struct sim_layout *layout, int measure,
                     int headline_dimension, int label)
{
    for (int i = 0; i < layout->cell_count; i++) {
        const struct sim_cell *cell = &layout->cells[i];
        if (cell->measure == measure && cell->label[headline_dimension] == label &&
            sim_layout_is_summed(layout, cell, headline_dimension)) {
            return i;
        }
    }
    return -1;
}

void sim_headline_visit(const struct sim_model *model, const struct sim_layout *layout,
                        void (*visit)(void *context,
                                      const struct sim_headline *headline),
                        void *context)
{
    const int dimension = sim_layout_dimension(layout, model->headline_dimension);
    const int label_count =
        dimension < 0 ? 0 : layout->dimensions[dimension].label_count;
    for (int m = 0; m < model->measure_count; m++) {
        for (int l = 0; l < label_count && model->measures[m].headline; l++) {
            const struct sim_headline headline = {
                .measure = &model->measures[m],
                .label = &layout->dimensions[dimension].labels[l],
                .cell = find_cell(layout, m, dimension, l),
            };
            if (headline.cell >= 0) {
                visit(context, &headline);
            }
        }
    }
}
