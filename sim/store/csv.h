/* sim/store/csv.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows of a CSV file: quoted as in RFC 4180, point decimals, UTF-8, lines ended by LF.
 * Errors of writing stay in the file and are found when it is closed.
 */
#ifndef SIM_STORE_CSV_H
#define SIM_STORE_CSV_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

struct sim_csv {
    FILE *file;       /* borrowed */
    bool row_started; /* a comma precedes the next cell */
};

void sim_csv_init(struct sim_csv *self, FILE *file);

/* Each adds a cell to the current row. Bytes that are not UTF-8 are replaced; NAN
 * becomes an empty cell. */
void sim_csv_text(struct sim_csv *self, const char *text);
void sim_csv_real(struct sim_csv *self, double value);
void sim_csv_integer(struct sim_csv *self, int64_t value);

void sim_csv_end_row(struct sim_csv *self);

#endif
