/* sim/store/csv.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/store/csv.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "sim/store/utf8.h"

void sim_csv_init(struct sim_csv *self, FILE *file)
{
    self->file = file;
    self->row_started = false;
}

static void begin_cell(struct sim_csv *self)
{
    if (self->row_started) {
        fputc(',', self->file);
    }
    self->row_started = true;
}

static void write_quoted(const char *text, FILE *file)
{
    fputc('"', file);
    for (; *text != '\0'; text++) {
        if (*text == '"') {
            fputc('"', file);
        }
        fputc(*text, file);
    }
    fputc('"', file);
}

void sim_csv_text(struct sim_csv *self, const char *text)
{
    char *repaired = sim_utf8_repair(text);
    const char *shown = repaired == NULL ? text : repaired;
    begin_cell(self);
    if (strpbrk(shown, ",\"\r\n") != NULL) {
        write_quoted(shown, self->file);
    } else {
        fputs(shown, self->file);
    }
    free(repaired);
}

void sim_csv_real(struct sim_csv *self, double value)
{
    begin_cell(self);
    if (!isnan(value)) {
        /* Adding 0 turns -0 into 0. */
        fprintf(self->file, "%.10g", value + 0.0);
    }
}

void sim_csv_integer(struct sim_csv *self, int64_t value)
{
    begin_cell(self);
    fprintf(self->file, "%" PRId64, value);
}

void sim_csv_end_row(struct sim_csv *self)
{
    fputc('\n', self->file);
    self->row_started = false;
}
