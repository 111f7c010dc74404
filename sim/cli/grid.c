/* sim/cli/grid.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/cli/grid.h"

#include <stdlib.h>
#include <string.h>

#include "sim/store/utf8.h"

/* Marks the first cell of a section; cannot begin a text for people. */
#define SECTION_MARK '\1'

void sim_grid_init(struct sim_grid *self, int column_count, unsigned right_columns)
{
    *self =
        (struct sim_grid){.column_count = column_count, .right_columns = right_columns};
}

void sim_grid_free(struct sim_grid *self)
{
    for (int i = 0; i < self->cell_count; i++) {
        free(self->cells[i]);
    }
    free(self->cells);
    memset(self, 0, sizeof *self);
}

/* Takes over [text]. */
static void take(struct sim_grid *self, char *text)
{
    if (self->cell_count == self->cell_capacity) {
        const int capacity = self->cell_capacity == 0 ? 64 : 2 * self->cell_capacity;
        char **grown = realloc(self->cells, (size_t)capacity * sizeof *grown);
        if (grown == NULL) {
            free(text);
            self->has_failed = true;
            return;
        }
        self->cells = grown;
        self->cell_capacity = capacity;
    }
    self->has_failed |= text == NULL;
    self->cells[self->cell_count++] = text;
}

void sim_grid_add(struct sim_grid *self, const char *text)
{
    take(self, strdup(text == NULL ? "" : text));
}

void sim_grid_section(struct sim_grid *self, const char *text)
{
    const size_t size = strlen(text) + 2;
    char *marked = malloc(size);
    if (marked != NULL) {
        snprintf(marked, size, "%c%s", SECTION_MARK, text);
    }
    take(self, marked);
    for (int c = 1; c < self->column_count; c++) {
        sim_grid_add(self, "");
    }
}

static const char *cell_at(const struct sim_grid *self, int row, int column)
{
    const char *text = self->cells[row * self->column_count + column];
    return text == NULL ? "" : text;
}

static int column_width(const struct sim_grid *self, int rows, int column)
{
    int widest = 0;
    for (int r = 0; r < rows; r++) {
        if (cell_at(self, r, 0)[0] != SECTION_MARK) {
            const int width = sim_utf8_width(cell_at(self, r, column));
            widest = width > widest ? width : widest;
        }
    }
    return widest;
}

/* Spaces are owed until something follows them. */
static void print_row(const struct sim_grid *self, int row, const int *widths,
                      FILE *out)
{
    int owed = 0;
    for (int c = 0; c < self->column_count; c++) {
        const char *text = cell_at(self, row, c);
        const int room = widths[c] - sim_utf8_width(text);
        const bool is_right = (self->right_columns >> c & 1u) != 0;
        owed += is_right ? room : 0;
        if (text[0] != '\0') {
            fprintf(out, "%*s%s", owed, "", text);
            owed = 0;
        }
        owed += (is_right ? 0 : room) + 2;
    }
    fputc('\n', out);
}

void sim_grid_print(const struct sim_grid *self, FILE *out)
{
    const int rows = self->cell_count / self->column_count;
    int widths[SIM_GRID_COLUMN_MAX];
    for (int c = 0; c < self->column_count; c++) {
        widths[c] = column_width(self, rows, c);
    }
    for (int r = 0; r < rows; r++) {
        const char *first = cell_at(self, r, 0);
        if (first[0] == SECTION_MARK) {
            fprintf(out, "%s\n", first + 1);
        } else {
            print_row(self, r, widths, out);
        }
    }
}
