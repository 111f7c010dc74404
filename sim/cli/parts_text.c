/* sim/cli/parts_text.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/cli/parts_text.h"

#include <string.h>

#include "sim/cli/grid.h"
#include "sim/experiment/layout.h"
#include "sim/scenario/dutch.h"

#define TEXT_SIZE 400

struct parts_text {
    const struct sim_study *study;
    const struct sim_study_explanation *explanation;
    int outcome;
    int decimals;
    struct sim_grid grid;
    FILE *out;
};

/* A mean with its interval, or dashes where there is nothing. */
static void add_difference(struct parts_text *self, const struct sim_tally *tally)
{
    const struct sim_interval interval = sim_tally_interval(tally, 0.95);
    char mean[SIM_DUTCH_NUMBER_SIZE], low[SIM_DUTCH_NUMBER_SIZE];
    char high[SIM_DUTCH_NUMBER_SIZE], text[2 * SIM_DUTCH_NUMBER_SIZE + 8];
    sim_dutch_number(sim_tally_mean(tally), self->decimals, mean);
    sim_dutch_number(interval.low, self->decimals, low);
    sim_dutch_number(interval.high, self->decimals, high);
    snprintf(text, sizeof text, "%s tot %s", low, high);
    sim_grid_add(&self->grid, mean);
    sim_grid_add(&self->grid, tally->count < 2 ? "-" : text);
}

/* As it stands in a scenario, but a number with a decimal comma. */
static void copy_value(const char *value, char text[TEXT_SIZE])
{
    const bool is_number = value[strspn(value, "-0123456789.")] == '\0';
    snprintf(text, TEXT_SIZE, "%.90s", value);
    char *point = is_number ? strchr(text, '.') : NULL;
    if (point != NULL) {
        *point = ',';
    }
}

static void add_part(struct parts_text *self, const struct sim_study_part *part)
{
    char text[TEXT_SIZE], base[TEXT_SIZE], other[TEXT_SIZE];
    if (part->base[0] != '\0') {
        copy_value(part->base, base);
        copy_value(part->other, other);
        snprintf(text, sizeof text, "%.150s%s: %.90s -> %.90s", part->name,
                 part->is_on_top ? " *" : "", base, other);
    } else {
        snprintf(text, sizeof text, "%.300s%s", part->name,
                 part->is_on_top ? " *" : "");
    }
    sim_grid_add(&self->grid, text);
    add_difference(self, &part->alone[self->outcome]);
    add_difference(self, &part->last[self->outcome]);
}

static void add_total(struct parts_text *self, const char *name,
                      const struct sim_tally *tallies)
{
    sim_grid_add(&self->grid, name);
    add_difference(self, &tallies[self->outcome]);
    sim_grid_add(&self->grid, "");
    sim_grid_add(&self->grid, "");
}

static void print_outcome(struct parts_text *self)
{
    const struct sim_layout *layout = self->study->results->scenarios[0].layout;
    const int32_t cell = self->explanation->cells[self->outcome];
    const struct sim_measure *measure =
        &self->study->model->measures[layout->cells[cell].measure];
    self->decimals = measure->decimals;
    fputc('\n', self->out);
    sim_layout_write_title(layout, self->study->model, cell, self->out);
    fprintf(self->out, " (%s)\n\n", measure->unit);
    sim_grid_init(&self->grid, 5, ~1u);
    static const char *const header[] = {"wat er anders is", "als enige",
                                         "95%-interval", "als laatste", "95%-interval"};
    for (int i = 0; i < 5; i++) {
        sim_grid_add(&self->grid, header[i]);
    }
    for (int p = 0; p < self->explanation->part_count; p++) {
        add_part(self, &self->explanation->parts[p]);
    }
    add_total(self, "samenspel", self->explanation->rest);
    add_total(self, "het hele verschil", self->explanation->whole);
    sim_grid_print(&self->grid, self->out);
    sim_grid_free(&self->grid);
}

static bool is_shown(const struct sim_study *study, int32_t cell)
{
    const struct sim_layout *layout = study->results->scenarios[0].layout;
    return study->explanation->outcome_count == 1 ||
           sim_layout_is_summed(layout, &layout->cells[cell], -1);
}

static void print_key(const struct sim_study_explanation *explanation, FILE *out)
{
    bool has_on_top = false;
    for (int p = 0; p < explanation->part_count; p++) {
        has_on_top = has_on_top || explanation->parts[p].is_on_top;
    }
    fputs(
        "\nAls enige: wat er gebeurt als alleen dit in de basis verandert. Als "
        "laatste: "
        "wat er nog\n"
        "bijkomt als al het andere al is veranderd; een '-' kan niet apart. Samenspel: "
        "wat de\n"
        "delen samen meer of minder doen dan elk apart (Borgonovo, 2010). De kolom "
        "'als enige'\n"
        "telt op tot het hele verschil.\n",
        out);
    if (has_on_top) {
        fputs("* Gerekend nadat de lijst van het andere scenario, of wat daarbij "
              "hoort, al "
              "was\novergenomen: in de basis kan dit niet apart.\n",
              out);
    }
}

void sim_parts_text_print(const struct sim_study *study, FILE *out)
{
    struct parts_text self = {
        .study = study, .explanation = study->explanation, .out = out};
    if (study->explanation == NULL) {
        return;
    }
    fprintf(out, "\nWaardoor komt het verschil van '%s' met '%s'?\n",
            sim_scenario_title(study->scenarios[1]),
            sim_scenario_title(study->scenarios[0]));
    for (int o = 0; o < study->explanation->outcome_count; o++) {
        self.outcome = o;
        if (is_shown(study, study->explanation->cells[o])) {
            print_outcome(&self);
        }
    }
    print_key(study->explanation, out);
}
