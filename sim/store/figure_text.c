/* sim/store/figure_text.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/store/figure_internal.h"
#include "sim/store/utf8.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* --- Texts --- */

/* The length in bytes of the character at [text], which is valid UTF-8, and its code.
 */
static size_t decode(const char *text, unsigned *code)
{
    const unsigned char first = (unsigned char)text[0];
    const size_t length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    *code = length == 1 ? first : first & (0x7fu >> length);
    for (size_t i = 1; i < length; i++) {
        *code = *code << 6 | ((unsigned char)text[i] & 0x3fu);
    }
    return length;
}

/* Whether the font of the figures has the character. gnuplot fills the whole picture
 * with the outline of one that no font has. */
static bool is_drawable(unsigned code)
{
    static const struct {
        unsigned first, last;
    } range[] = {{0x20, 0x7e},     {0xa0, 0x2e9},    {0x300, 0x34f},   {0x38e, 0x3a1},
                 {0x3a3, 0x525},   {0x1e00, 0x1efb}, {0x2010, 0x2027}, {0x2030, 0x205e},
                 {0x20a0, 0x20b5}, {0x2190, 0x22ff}};
    for (size_t i = 0; i < sizeof range / sizeof range[0]; i++) {
        if (code >= range[i].first && code <= range[i].last) {
            return true;
        }
    }
    return false;
}

/* What stands in a figure for a character that cannot be drawn, or that could end a
 * field, start a command or spoil an XML file; NULL: the character itself. */
static const char *find_substitute(unsigned code)
{
    switch (code) {
    case '"':
        return "”";
    case '`':
        return "’";
    case '\\': /* gnuplot would make a new line of \n */
        return "∖";
    default:
        return code < 0x20 ? " " : is_drawable(code) ? NULL : "?";
    }
}

static void clean(const char *next, int limit, char *out, size_t out_size)
{
    static const char cut[] = "…";
    size_t used = 0;
    for (int i = 0; *next != '\0'; i++) {
        unsigned code;
        size_t read = decode(next, &code);
        const char *substitute = find_substitute(code);
        const char *piece = substitute == NULL ? next : substitute;
        size_t length = substitute == NULL ? read : strlen(substitute);
        next += read;
        bool is_last =
            (i == limit - 1 && *next != '\0') || used + length + sizeof cut > out_size;
        piece = is_last ? cut : piece;
        length = is_last ? strlen(cut) : length;
        memcpy(out + used, piece, length);
        used += length;
        if (is_last) {
            break;
        }
    }
    out[used] = '\0';
}

void sim_figure_clean_text(const char *text, int limit, char *out, size_t out_size)
{
    char *valid = sim_utf8_repair(text);
    clean(valid == NULL || *valid == '\0' ? "-" : valid, limit, out, out_size);
    free(valid);
}

/* --- Numbers --- */

/* Writes [digits] ("-1234.5") in Dutch: "-1.234,5". */
static void group_thousands(const char *digits, char *out)
{
    size_t whole = strcspn(digits, ".");
    for (size_t i = 0; i < whole; i++) {
        size_t left = whole - i - 1;
        *out++ = digits[i];
        if (left > 0 && left % 3 == 0 && digits[i] != '-') {
            *out++ = '.';
        }
    }
    strcpy(out, digits + whole);
    *out = *out == '.' ? ',' : *out;
}

void sim_figure_format_number(double value, int decimals,
                              char out[SIM_FIGURE_NUMBER_SIZE])
{
    char digits[SIM_FIGURE_NUMBER_SIZE / 2 + 80];
    if (isnan(value)) {
        strcpy(out, "geen gegevens");
    } else if (fabs(value) >= 999950.0) {
        snprintf(digits, sizeof digits, "%.1f", value / 1e6);
        group_thousands(digits, out);
        strcat(out, " mln");
    } else {
        snprintf(digits, sizeof digits, "%.*f", decimals, value);
        group_thousands(digits, out);
    }
}

void sim_figure_write_clean(const char *text, FILE *out)
{
    char line[SIM_FIGURE_TEXT_SIZE];
    sim_figure_clean_text(text, SIM_FIGURE_TEXT_LENGTH, line, sizeof line);
    fputs(line, out);
}

void sim_figure_write_sentence_start(const char *text, FILE *out)
{
    char line[SIM_FIGURE_TEXT_SIZE];
    sim_figure_clean_text(text, SIM_FIGURE_TEXT_LENGTH, line, sizeof line);
    if (line[0] >= 'a' && line[0] <= 'z') {
        line[0] = (char)(line[0] - 'a' + 'A');
    }
    fputs(line, out);
}

static void write_norm(const struct sim_figure_data *self, FILE *out)
{
    char digits[32], number[SIM_FIGURE_NUMBER_SIZE];
    snprintf(digits, sizeof digits, "%.6g", self->norm);
    group_thousands(digits, number);
    fputs(number, out);
}

static void write_footer(const struct sim_figure_data *self, FILE *out)
{
    fprintf(out, "Doorrekening met %s %s bij ongewijzigd beleid, %u %s",
            self->model->program, self->model->version, (unsigned)self->replications,
            self->replications == 1 ? "replicatie, geen interval" : "replicaties");
    if (self->replications > 1) {
        fputs(self->measure_count == 1 ? ", band: 95%-interval van het gemiddelde"
                                       : ", staven: gemiddelde",
              out);
    }
    if (self->scenario_total > self->scenario_count) {
        fprintf(out, ". Getekend: de eerste %d van %d scenario's", self->scenario_count,
                self->scenario_total);
    }
    if (self->has_more_panels) {
        fprintf(out, ". Getekend: alleen de eerste %d vakken", self->panel_count);
    }
}

/* --- The data file --- */

static void write_head(const struct sim_figure_data *self, FILE *out)
{
    fputs("# figuur\ntitel\t", out);
    sim_figure_write_clean(self->figure->title, out);
    fputs("\nmaat\t", out);
    sim_figure_write_sentence_start(self->measures[0]->title, out);
    fputs("\neenheid\t", out);
    sim_figure_write_clean(self->measures[0]->unit, out);
    fprintf(out, "\nnorm\t%.10g\nnorm_tekst\t", isnan(self->norm) ? -1.0 : self->norm);
    if (isnan(self->norm)) {
        fputs("-", out);
    } else {
        write_norm(self, out);
    }
    fprintf(out,
            "\nscenarios\t%d\nvakken\t%d\neerste_jaar\t%d\nlaatste_jaar\t%d\nvoet\t",
            self->scenario_count, self->panel_count, self->first_year,
            self->first_year + self->year_count - 1);
    write_footer(self, out);
    fputs("\n\n\n# scenario\ttitel\n", out);
    for (int s = 0; s < self->scenario_count; s++) {
        fprintf(out, "%d\t", s + 1);
        sim_figure_write_clean(self->scenario_titles[s], out);
        fputc('\n', out);
    }
    fputs("\n\n# vak\ttitel\n", out);
    for (int p = 0; p < self->panel_count; p++) {
        fprintf(out, "%d\t", p + 1);
        sim_figure_write_clean(self->panels[p].title, out);
        fputc('\n', out);
    }
}

static void write_cell(double value, FILE *out)
{
    if (isnan(value)) {
        fputs("\tNaN", out);
    } else {
        fprintf(out, "\t%.10g", value);
    }
}

/* What stands beside the last point: its value, or the share of the second measure. */
static void write_label(const struct sim_figure_data *self,
                        const struct sim_figure_point *first,
                        const struct sim_figure_point *second, FILE *out)
{
    if (isnan(first->mean) || (self->measure_count > 1 && !(second->mean > 0.0))) {
        fputs("\t-", out);
    } else if (self->measure_count > 1) {
        fprintf(out, "\t%.0f%%", 100.0 * first->mean / second->mean);
    } else {
        char number[SIM_FIGURE_NUMBER_SIZE];
        sim_figure_format_number(first->mean, fabs(first->mean) < 9.95 ? 1 : 0, number);
        fprintf(out, "\t%s", number);
    }
}

static void write_row(const struct sim_figure_data *self, int panel, int scenario,
                      int year, FILE *out)
{
    static const struct sim_figure_point none = {NAN, NAN, NAN};
    const struct sim_figure_point *first =
        sim_figure_data_point(self, 0, panel, scenario, year);
    const struct sim_figure_point *second =
        self->measure_count > 1 ? sim_figure_data_point(self, 1, panel, scenario, year)
                                : &none;
    fprintf(out, "%d", self->first_year + year);
    write_cell(first->mean, out);
    write_cell(first->low, out);
    write_cell(first->high, out);
    write_cell(second->mean, out);
    write_label(self, first, second, out);
    fputc('\n', out);
}

void sim_figure_write_tsv(const struct sim_figure_data *self, FILE *out)
{
    write_head(self, out);
    for (int p = 0; p < self->panel_count; p++) {
        for (int s = 0; s < self->scenario_count; s++) {
            fprintf(out,
                    "\n\n# vak %d, scenario %d: "
                    "jaar\tmaat\tlaag95\thoog95\ttweede_maat\topschrift\n",
                    p + 1, s + 1);
            for (int y = 0; y < self->year_count; y++) {
                write_row(self, p, s, y, out);
            }
        }
    }
}

/* --- The text alternative --- */

/* The first year from [year] on, in steps of [step], that has a mean; -1: none. */
static int find_year(const struct sim_figure_data *self, int measure, int panel,
                     int scenario, int year, int step)
{
    while (year >= 0 && year < self->year_count) {
        if (!isnan(sim_figure_data_point(self, measure, panel, scenario, year)->mean)) {
            return year;
        }
        year += step;
    }
    return -1;
}

static void describe_year(const struct sim_figure_data *self, int measure, int panel,
                          int scenario, int year, FILE *out)
{
    const struct sim_measure *of = self->measures[measure];
    const struct sim_figure_point *point =
        sim_figure_data_point(self, measure, panel, scenario, year);
    char mean[SIM_FIGURE_NUMBER_SIZE], low[SIM_FIGURE_NUMBER_SIZE],
        high[SIM_FIGURE_NUMBER_SIZE];
    sim_figure_format_number(point->mean, of->decimals, mean);
    sim_figure_format_number(point->low, of->decimals, low);
    sim_figure_format_number(point->high, of->decimals, high);
    fprintf(out, "%s %s", mean, of->unit);
    /* An interval that rounds to nothing says nothing. */
    if (!isnan(point->low) && strcmp(low, high) != 0) {
        fprintf(out, " (%s tot %s)", low, high);
    }
    fprintf(out, " in %d", self->first_year + year);
}

static void describe_line(const struct sim_figure_data *self, int measure, int panel,
                          int scenario, FILE *out)
{
    int last_year = self->year_count - 1;
    int first = find_year(self, measure, panel, scenario, 0, 1);
    int last = find_year(self, measure, panel, scenario, last_year, -1);
    if (self->measure_count > 1) {
        sim_figure_write_clean(self->measures[measure]->title, out);
        fputc(' ', out);
    }
    if (first < 0) {
        fputs("geen gegevens", out);
        return;
    }
    if (first != last) {
        fputs("van ", out);
        describe_year(self, measure, panel, scenario, first, out);
        fputs(" naar ", out);
    }
    describe_year(self, measure, panel, scenario, last, out);
}

static void describe_panel(const struct sim_figure_data *self, int panel, FILE *out)
{
    sim_figure_write_clean(self->panels[panel].title, out);
    fputc(':', out);
    for (int s = 0; s < self->scenario_count; s++) {
        fputs(s == 0 ? " " : "; ", out);
        sim_figure_write_clean(self->scenario_titles[s], out);
        for (int m = 0; m < self->measure_count; m++) {
            fputs(m == 0 ? ": " : ", ", out);
            describe_line(self, m, panel, s, out);
        }
    }
    fputs(".\n", out);
}

enum sim_status sim_figure_describe(const struct sim_figure_data *self, char **text)
{
    size_t size = 0;
    *text = NULL;
    FILE *out = open_memstream(text, &size);
    if (out == NULL) {
        return SIM_ERR_NO_MEMORY;
    }
    sim_figure_write_sentence_start(self->measures[0]->title, out);
    fprintf(out, ", in %s, van %d tot en met %d.", self->measures[0]->unit,
            self->first_year, self->first_year + self->year_count - 1);
    if (!isnan(self->norm)) {
        fputs(" Norm: ", out);
        write_norm(self, out);
        fprintf(out, " %s.", self->measures[0]->unit);
    }
    if (self->replications > 1) {
        fputs(" Tussen haakjes staat het 95%-interval van het gemiddelde.", out);
    }
    fputc('\n', out);
    for (int p = 0; p < self->panel_count; p++) {
        describe_panel(self, p, out);
    }
    bool is_complete = ferror(out) == 0;
    return fclose(out) == 0 && is_complete ? SIM_OK : SIM_ERR_NO_MEMORY;
}

void sim_figure_write_text(const struct sim_figure_data *self, const char *description,
                           FILE *out)
{
    fprintf(out, "%s\n\n%s\n\nIn woorden\n%s\n", self->figure->title,
            self->figure->caption, description);
    write_footer(self, out);
    fputs(".\n", out);
}
