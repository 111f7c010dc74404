/* sim/cli/headline.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/cli/headline.h"

#include <string.h>

static bool is_total(const struct sim_layout *layout, const struct sim_cell *cell,
                     int dimension)
{
    const struct sim_label *label =
        &layout->dimensions[dimension].labels[cell->label[dimension]];
    return strcmp(label->key, SIM_HEADLINE_TOTAL) == 0;
}

static bool is_wanted(const struct sim_layout *layout, const struct sim_cell *cell,
                      int measure, int headline_dimension, int label)
{
    if (cell->measure != measure || cell->label[headline_dimension] != label) {
        return false;
    }
    for (int d = 0; d < layout->dimension_count; d++) {
        if (d != headline_dimension && !is_total(layout, cell, d)) {
            return false;
        }
    }
    return true;
}

static int find_cell(const struct sim_layout *layout, int measure,
                     int headline_dimension, int label)
{
    for (int i = 0; i < layout->cell_count; i++) {
        if (is_wanted(layout, &layout->cells[i], measure, headline_dimension, label)) {
            return i;
        }
    }
    return -1;
}

static int find_dimension(const struct sim_layout *layout, const char *name)
{
    for (int d = 0; d < layout->dimension_count; d++) {
        if (strcmp(layout->dimensions[d].name, name) == 0) {
            return d;
        }
    }
    return -1;
}

void sim_headline_visit(const struct sim_model *model, const struct sim_layout *layout,
                        void (*visit)(void *context,
                                      const struct sim_headline *headline),
                        void *context)
{
    const int dimension = find_dimension(layout, model->headline_dimension);
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
