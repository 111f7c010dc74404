/* sim/cli/report.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/cli/report.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "sim/cli/grid.h"
#include "sim/cli/headline.h"
#include "sim/cli/parts_text.h"
#include "sim/cli/precision_text.h"
#include "sim/cli/ranking_text.h"
#include "sim/cli/sentence.h"
#include "sim/cli/turning_text.h"
#include "sim/experiment/layout.h"
#include "sim/scenario/dutch.h"
#include "sim/store/figure_turn.h"
#include "sim/store/folder.h"

#define TEXT_SIZE 512
/* More labels than this go into a sentence of their own. */
#define ITEM_MAX 64

/* What is being printed; one scenario at a time. */
struct report {
    const struct sim_study *study;
    int scenario;
    struct sim_grid grid;
    const struct sim_measure *measure;        /* of the last row or sentence */
    struct sim_sentence_item items[ITEM_MAX]; /* of the sentence that is collected */
    int item_count;
    FILE *out;
};

/* --- Cells of the tables --- */

static void add_number(struct report *self, double value, int decimals)
{
    char text[SIM_DUTCH_NUMBER_SIZE];
    sim_dutch_number(value, decimals, text);
    sim_grid_add(&self->grid, text);
}

static void add_interval(struct report *self, const struct sim_tally *tally,
                         double confidence, int decimals)
{
    const struct sim_interval interval = sim_tally_interval(tally, confidence);
    char low[SIM_DUTCH_NUMBER_SIZE], high[SIM_DUTCH_NUMBER_SIZE];
    char text[2 * SIM_DUTCH_NUMBER_SIZE + 8];
    if (isnan(interval.low)) {
        sim_grid_add(&self->grid, "-");
        return;
    }
    sim_dutch_number(interval.low, decimals, low);
    sim_dutch_number(interval.high, decimals, high);
    snprintf(text, sizeof text, "%s tot %s", low, high);
    sim_grid_add(&self->grid, text);
}

static void add_label(struct report *self, const struct sim_headline *headline)
{
    char text[TEXT_SIZE];
    char title[TEXT_SIZE - 4];
    if (headline->measure != self->measure) {
        sim_dutch_capital(headline->measure->title, title, sizeof title);
        snprintf(text, sizeof text, "%.300s (%.100s)", title, headline->measure->unit);
        sim_grid_section(&self->grid, "");
        sim_grid_section(&self->grid, text);
        self->measure = headline->measure;
    }
    sim_dutch_capital(headline->label->title, title, sizeof title);
    snprintf(text, sizeof text, "  %s", title);
    sim_grid_add(&self->grid, text);
}

/* --- One scenario --- */

static const struct sim_scenario_results *results_of(const struct report *self)
{
    return &self->study->results->scenarios[self->scenario];
}

static void add_outcome(void *context, const struct sim_headline *headline)
{
    struct report *self = context;
    const struct sim_tally *tally = &results_of(self)->cells[headline->cell];
    if (tally->count > 0) {
        add_label(self, headline);
        add_number(self, sim_tally_mean(tally), headline->measure->decimals);
        add_interval(self, tally, 0.95, headline->measure->decimals);
    }
}

static void print_table(struct report *self, const char *const *header,
                        int column_count,
                        void (*add)(void *context, const struct sim_headline *headline))
{
    /* All but the first column are numbers. */
    sim_grid_init(&self->grid, column_count, ~1u);
    self->measure = NULL;
    for (int c = 0; c < column_count; c++) {
        sim_grid_add(&self->grid, header[c]);
    }
    sim_headline_visit(self->study->model, results_of(self)->layout, add, self);
    sim_grid_print(&self->grid, self->out);
    sim_grid_free(&self->grid);
}

static void print_outcomes(struct report *self)
{
    static const char *const header[] = {"", "gemiddelde", "95%-interval"};
    print_table(self, header, 3, add_outcome);
}

/* --- A scenario against the base --- */

/* The difference with the base and the base's own; NULL when there is none. */
static const struct sim_tally *find_difference(const struct report *self, int cell,
                                               const struct sim_tally **base)
{
    const struct sim_scenario_results *results = results_of(self);
    if (results->base_cell[cell] < 0 || results->differences[cell].count == 0) {
        return NULL;
    }
    *base = &self->study->results->scenarios[0].cells[results->base_cell[cell]];
    return &results->differences[cell];
}

static void add_comparison(void *context, const struct sim_headline *headline)
{
    struct report *self = context;
    const struct sim_tally *base;
    const struct sim_tally *difference = find_difference(self, headline->cell, &base);
    const int decimals = headline->measure->decimals;
    if (difference != NULL) {
        add_label(self, headline);
        add_number(self, sim_tally_mean(base), decimals);
        add_number(self, sim_tally_mean(&results_of(self)->cells[headline->cell]),
                   decimals);
        add_number(self, sim_tally_mean(difference), decimals);
        add_interval(self, difference, sim_study_joint_confidence(self->study),
                     decimals);
    }
}

static const char *title_of(const struct sim_study *study, int scenario)
{
    return sim_scenario_title(study->scenarios[scenario]);
}

/* The sentence of the measure that was collected, if any. */
static void print_sentence(struct report *self)
{
    const struct sim_sentence sentence = {
        .measure = self->measure,
        .scenario = title_of(self->study, self->scenario),
        .base = title_of(self->study, 0),
        .items = self->items,
        .item_count = self->item_count,
        .confidence = sim_study_joint_confidence(self->study),
    };
    if (self->item_count > 0) {
        fputc('\n', self->out);
        sim_sentence_write(&sentence, self->out);
        fputc('\n', self->out);
    }
    self->item_count = 0;
}

/* Collects what a sentence is about; the headlines come by measure. */
static void add_to_sentence(void *context, const struct sim_headline *headline)
{
    struct report *self = context;
    const struct sim_tally *base;
    const struct sim_tally *difference = find_difference(self, headline->cell, &base);
    if (headline->measure != self->measure || self->item_count == ITEM_MAX) {
        print_sentence(self);
        self->measure = headline->measure;
    }
    if (difference != NULL) {
        self->items[self->item_count].label = headline->label->title;
        self->items[self->item_count].difference = difference;
        self->item_count++;
    }
}

/* The first and the last label of the first dimension, along which figures run, that
 * are no totals. */
static void write_span(const struct sim_layout *layout, FILE *out)
{
    const struct sim_dimension *time = &layout->dimensions[0];
    const char *first = NULL, *last = "";
    for (int l = 0; l < time->label_count; l++) {
        if (strcmp(time->labels[l].key, SIM_LABEL_TOTAL) != 0) {
            first = first != NULL ? first : time->labels[l].title;
            last = time->labels[l].title;
        }
    }
    fprintf(out, "%s tot en met %s", first != NULL ? first : "", last);
}

/* Totals of one span beside those of another differ by more than the scenarios do. */
static void print_spans(const struct report *self)
{
    const struct sim_layout *base = self->study->results->scenarios[0].layout;
    const struct sim_layout *layout = results_of(self)->layout;
    if (!sim_layout_same_labels(base, layout, 0)) {
        fprintf(self->out, "\nLet op: '%s' loopt van ", title_of(self->study, 0));
        write_span(base, self->out);
        fprintf(self->out, " en '%s' van ", title_of(self->study, self->scenario));
        write_span(layout, self->out);
        fprintf(self->out,
                ".\nHierboven staat van elk de hele periode. Vergelijk per %s: "
                "csv/verschillen.csv.\n",
                base->dimensions[0].name);
    }
}

static void print_comparison(struct report *self)
{
    static const char *const header[] = {"", "basis", "scenario", "verschil",
                                         "95%-interval"};
    fprintf(self->out, "\n'%s' (scenario) tegenover '%s' (basis)\n\n",
            title_of(self->study, self->scenario), title_of(self->study, 0));
    print_table(self, header, 5, add_comparison);
    print_spans(self);
    self->measure = NULL;
    self->item_count = 0;
    sim_headline_visit(self->study->model, results_of(self)->layout, add_to_sentence,
                       self);
    print_sentence(self);
}

/* Of more than one scenario with the base the intervals hold together. */
static void print_key(const struct sim_study *study, FILE *out)
{
    const int count = study->results->scenario_count - 1;
    fputs("\nTussen haakjes: het verschil en zijn 95%-interval.\n", out);
    if (count > 1) {
        char number[SIM_DUTCH_NUMBER_SIZE];
        sim_dutch_number(100.0 * sim_study_joint_confidence(study), 2, number);
        fprintf(out,
                "De intervallen van de %d verschillen met de basis gelden per uitkomst "
                "samen met 95%%\n"
                "zekerheid: elk is een %s%%-interval (Bonferroni; Law, 2015, par. "
                "10.4.1).\n",
                count, number);
    }
}

/* --- All --- */

static void print_heading(const struct sim_study *study, FILE *out)
{
    const uint32_t done = study->results->replications_done;
    const bool is_comparison = study->results->scenario_count > 1;
    fprintf(out, "%s: raming uit %" PRIu32 " %s, seed %" PRIu64,
            is_comparison ? "Vergelijking" : title_of(study, 0), done,
            done == 1 ? "replicatie" : "replicaties", study->seed);
    if (study->results->interrupted) {
        fprintf(out, "; afgebroken, %" PRIu32 " gevraagd", study->replications);
    }
    fprintf(out, ".\n%s",
            done == 1
                ? "Bij één replicatie is er geen interval; gebruik -n 2 of meer.\n"
                : "");
}

void sim_report_print(const struct sim_study *study, FILE *out)
{
    struct report self = {.study = study, .out = out};
    print_heading(study, out);
    sim_precision_text_print(study, out);
    if (study->results->scenario_count == 1) {
        fputc('\n', out);
        print_outcomes(&self);
    }
    for (int s = 1; s < study->results->scenario_count; s++) {
        self.scenario = s;
        print_comparison(&self);
    }
    if (study->results->scenario_count > 1) {
        print_key(study, out);
    }
    sim_ranking_text_print(study, out);
    sim_parts_text_print(study, out);
    sim_turning_text_print(study, out);
}

/* Names figuren/[name].svg when it is there. Returns whether it is. */
static bool print_figure(const char *folder, const char *name, const char *title,
                         bool is_first, FILE *out)
{
    char file[TEXT_SIZE];
    snprintf(file, sizeof file, "figuren/%s.svg", name);
    char *path = sim_folder_join(folder, file);
    const bool is_there = path != NULL && sim_folder_exists(path);
    if (is_there) {
        fprintf(out, "%s  %s  %s\n", is_first ? "Figuren:\n" : "", file, title);
    }
    free(path);
    return is_there;
}

void sim_report_folder(const struct sim_model *model, const char *folder, FILE *out)
{
    bool is_first = true;
    fprintf(out, "\nResultaten: %s\n", folder);
    for (int i = 0; i < model->figure_count; i++) {
        if (print_figure(folder, model->figures[i].name, model->figures[i].title,
                         is_first, out)) {
            is_first = false;
        }
    }
    (void)print_figure(folder, "omslag", SIM_FIGURE_TURN_TITLE, is_first, out);
}
