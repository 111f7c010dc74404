/* sim/cli/grid.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table of text with columns lined up, for people.
 */
#ifndef SIM_CLI_GRID_H
#define SIM_CLI_GRID_H

#include <stdbool.h>
#include <stdio.h>

#define SIM_GRID_COLUMN_MAX 8

struct sim_grid {
    int column_count;
    unsigned right_columns; /* bit i: column i is set to the right */
    char **cells;           /* [cell_count] owned; row by row; a section fills a row */
    int cell_count, cell_capacity;
    bool has_failed; /* no memory; the table is then incomplete */
};

/* An empty table. The caller frees it. */
void sim_grid_init(struct sim_grid *self, int column_count, unsigned right_columns);
void sim_grid_free(struct sim_grid *self);

/* Adds a copy of [text] as the next cell; NULL is an empty one. */
void sim_grid_add(struct sim_grid *self, const char *text);

/* Adds a line with only [text], which makes no column wider. Between rows. */
void sim_grid_section(struct sim_grid *self, const char *text);

/* Prints all, with two spaces between columns and none at the end of a line. */
void sim_grid_print(const struct sim_grid *self, FILE *out);

#endif
