/* sim/cli/ranking_text.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/cli/ranking_text.h"

#include <string.h>

#include "sim/cli/headline.h"
#include "sim/scenario/dutch.h"

#define TEXT_SIZE 512
#define SCENARIO_MIN 3

struct ranking_text {
    const struct sim_study *study;
    const struct sim_measure *measure; /* of the last outcome */
    FILE *out;
};

static int find_outcome(const struct sim_ranking *ranking, int cell)
{
    for (int o = 0; o < ranking->outcome_count; o++) {
        if (ranking->outcomes[o].cells[0] == cell) {
            return o;
        }
    }
    return -1;
}

static void print_measure(struct ranking_text *self, const struct sim_measure *measure)
{
    static const char *const better[] = {[SIM_BETTER_NEUTRAL] =
                                             "van laag naar hoog, zonder oordeel",
                                         [SIM_BETTER_LOWER] = "lager is gunstiger",
                                         [SIM_BETTER_HIGHER] = "hoger is gunstiger"};
    char title[TEXT_SIZE];
    sim_dutch_capital(measure->title, title, sizeof title);
    fprintf(self->out, "\n%s (%s; %s)\n", title, measure->unit,
            better[measure->better]);
    self->measure = measure;
}

static void print_rank(const struct ranking_text *self, const struct sim_rank *rank)
{
    char number[SIM_DUTCH_NUMBER_SIZE];
    sim_dutch_number(sim_tally_mean(rank->outcome), self->measure->decimals, number);
    fprintf(self->out, "    %2d. %s  %s  %s\n", rank->place, number, rank->letters,
            sim_scenario_title(self->study->scenarios[rank->scenario]));
}

/* Whether no pair can be told apart: one group, of all. */
static bool is_one_group(const struct sim_rank *ranks, int count)
{
    bool is_one = true;
    for (int i = 0; i < count; i++) {
        is_one = is_one && strcmp(ranks[i].letters, "a") == 0;
    }
    return is_one;
}

static void print_outcome(void *context, const struct sim_headline *headline)
{
    struct ranking_text *self = context;
    struct sim_rank ranks[SIM_SCENARIO_MAX];
    char label[TEXT_SIZE];
    const int outcome = find_outcome(self->study->ranking, headline->cell);
    const int count =
        outcome < 0 ? 0 : sim_ranking_order(self->study->ranking, outcome, ranks);
    if (count == 0) {
        return;
    }
    if (headline->measure != self->measure) {
        print_measure(self, headline->measure);
    }
    sim_dutch_capital(headline->label->title, label, sizeof label);
    if (is_one_group(ranks, count)) {
        fprintf(self->out, "  %s: niet te onderscheiden\n", label);
        return;
    }
    fprintf(self->out, "  %s\n", label);
    for (int i = 0; i < count; i++) {
        print_rank(self, &ranks[i]);
    }
}

void sim_ranking_text_print(const struct sim_study *study, FILE *out)
{
    struct ranking_text self = {.study = study, .out = out};
    if (study->ranking == NULL || study->results->scenario_count < SCENARIO_MIN) {
        return;
    }
    fputs("\nRangorde\n\n"
          "Scenario's die een letter delen, zijn niet van elkaar te onderscheiden. Per "
          "regel zijn\n"
          "alle paren vergeleken met dezelfde toevalsgetallen (t-toets op het gepaarde "
          "verschil);\n"
          "de kans op een of meer onterechte verschillen is per regel ten hoogste 5% "
          "(Holm, 1979).\n",
          out);
    sim_headline_visit(study->model, study->results->scenarios[0].layout, print_outcome,
                       &self);
}
