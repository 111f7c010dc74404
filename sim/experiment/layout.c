/* sim/experiment/layout.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/experiment/layout.h"

#include <string.h>

int sim_layout_dimension(const struct sim_layout *self, const char *name)
{
    for (int d = 0; d < self->dimension_count; d++) {
        if (strcmp(self->dimensions[d].name, name) == 0) {
            return d;
        }
    }
    return -1;
}

bool sim_layout_is_summed(const struct sim_layout *self, const struct sim_cell *cell,
                          int except)
{
    for (int d = 0; d < self->dimension_count; d++) {
        const struct sim_label *label = &self->dimensions[d].labels[cell->label[d]];
        if (d != except && strcmp(label->key, SIM_LABEL_TOTAL) != 0) {
            return false;
        }
    }
    return true;
}

static bool has_keys(const struct sim_layout *self, const struct sim_cell *cell,
                     const struct sim_layout *from, const struct sim_cell *wanted)
{
    for (int d = 0; d < self->dimension_count; d++) {
        const char *key = self->dimensions[d].labels[cell->label[d]].key;
        if (strcmp(key, from->dimensions[d].labels[wanted->label[d]].key) != 0) {
            return false;
        }
    }
    return true;
}

int32_t sim_layout_find(const struct sim_layout *self, const struct sim_layout *from,
                        const struct sim_cell *cell)
{
    for (int32_t i = 0; i < self->cell_count; i++) {
        if (self->cells[i].measure == cell->measure &&
            has_keys(self, &self->cells[i], from, cell)) {
            return i;
        }
    }
    return -1;
}

bool sim_layout_same_labels(const struct sim_layout *a, const struct sim_layout *b,
                            int dimension)
{
    const struct sim_dimension *of = &a->dimensions[dimension];
    const struct sim_dimension *with = &b->dimensions[dimension];
    bool is_same = of->label_count == with->label_count;
    for (int l = 0; l < of->label_count && is_same; l++) {
        is_same = strcmp(of->labels[l].key, with->labels[l].key) == 0;
    }
    return is_same;
}

void sim_layout_write_title(const struct sim_layout *self,
                            const struct sim_model *model, int32_t cell, FILE *out)
{
    const struct sim_cell *of = &self->cells[cell];
    bool is_open = false;
    fputs(model->measures[of->measure].title, out);
    for (int d = 0; d < self->dimension_count; d++) {
        const struct sim_label *label = &self->dimensions[d].labels[of->label[d]];
        if (strcmp(label->key, SIM_LABEL_TOTAL) != 0) {
            fprintf(out, "%s%s", is_open ? ", " : " (", label->title);
            is_open = true;
        }
    }
    fputs(is_open ? ")" : "", out);
}
