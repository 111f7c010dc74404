/* sim/cli/turning_text.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/cli/turning_text.h"

#include <math.h>
#include <stdlib.h>

#include "sim/cli/dutch.h"
#include "sim/cli/grid.h"
#include "sim/cli/selection.h"

#define TEXT_SIZE 512

/* What is being told. */
struct telling {
    const struct sim_study *study;
    const struct sim_study_break_even *found;
    const struct sim_measure *measure;
    struct sim_break_even_answer answer;
    int good; /* sign of the difference that the sentence is about */
    FILE *out;
};

static struct telling tell(const struct sim_study *study, FILE *out)
{
    const struct sim_study_break_even *found = study->break_even;
    const struct sim_layout *layout = study->results->scenarios[0].layout;
    const struct sim_measure *measure =
        &study->model->measures[layout->cells[found->cell].measure];
    return (struct telling){
        .study = study,
        .found = found,
        .measure = measure,
        .answer = sim_break_even_answer(found->search),
        .good = measure->better == SIM_BETTER_HIGHER ? 1 : -1,
        .out = out,
    };
}

/* --- Values of the parameter --- */

/* Enough decimals to tell a hundredth of the range. */
static int value_decimals(const struct sim_break_even *search)
{
    const double step = (search->high - search->low) / 100.0;
    const double decimals = ceil(-log10(step) - 0.5);
    return search->is_whole || decimals < 0.0 ? 0 : (int)fmin(decimals, 9.0);
}

static void write_value(const struct telling *self, double value)
{
    char text[SIM_DUTCH_NUMBER_SIZE];
    sim_dutch_number(value, value_decimals(self->found->search), text);
    fputs(text, self->out);
}

/* "(95%: 0,24 tot 0,31)"; an end beyond the range has no number. */
static void write_turn_interval(const struct telling *self, const struct sim_turn *turn)
{
    const struct sim_break_even *search = self->found->search;
    fputs(" (95%: ", self->out);
    if (isnan(turn->low)) {
        fputs("onder ", self->out);
    }
    write_value(self, isnan(turn->low) ? search->low : turn->low);
    fputs(" tot ", self->out);
    if (isnan(turn->high)) {
        fputs("boven ", self->out);
    }
    write_value(self, isnan(turn->high) ? search->high : turn->high);
    fputc(')', self->out);
}

/* --- The sentence --- */

static void write_direction(const struct telling *self, int sign)
{
    fputs(sign < 0 ? "lager" : "hoger", self->out);
    if (self->measure->better != SIM_BETTER_NEUTRAL) {
        fputs(sign == self->good ? " (gunstiger)" : " (ongunstiger)", self->out);
    }
}

/* "onder 0,27 blijft", or of whole numbers "ten hoogste 3 is". */
static void write_side(const struct telling *self, double value, bool is_below)
{
    if (self->found->search->is_whole) {
        fputs(is_below ? "ten hoogste " : "ten minste ", self->out);
        write_value(self, is_below ? floor(value) : ceil(value));
        fputs(" is", self->out);
        return;
    }
    fputs(is_below ? "onder " : "boven ", self->out);
    write_value(self, value);
    fputs(" blijft", self->out);
}

static void write_one_turn(const struct telling *self)
{
    const struct sim_turn *turn = &self->answer.turns[0];
    write_direction(self, self->good);
    fprintf(self->out, " zolang %s ", self->found->path);
    write_side(self, turn->value, turn->before == self->good);
    write_turn_interval(self, turn);
    fputs(", en anders ", self->out);
    write_direction(self, -self->good);
}

static void write_more_turns(const struct telling *self)
{
    const int count = self->answer.turn_count;
    int sign = self->answer.turns[0].before;
    fprintf(self->out, "meer dan één keer om als %s stijgt: ", self->found->path);
    for (int i = 0; i < count; i++) {
        write_direction(self, sign);
        fputs(" tot ", self->out);
        write_value(self, self->answer.turns[i].value);
        write_turn_interval(self, &self->answer.turns[i]);
        fputs(i + 1 == count ? " en daarboven " : ", dan ", self->out);
        sign = -sign;
    }
    write_direction(self, sign);
}

static void write_range(const struct telling *self)
{
    fprintf(self->out, " van %s (", self->found->path);
    write_value(self, self->found->search->low);
    fputs(" tot ", self->out);
    write_value(self, self->found->search->high);
    fputc(')', self->out);
}

static void write_no_turn(const struct telling *self)
{
    const struct sim_break_even_answer *answer = &self->answer;
    const bool is_partly =
        !isnan(answer->unclear_below) || !isnan(answer->unclear_above);
    write_direction(self, answer->sign);
    fputs(is_partly ? ", zonder omslag in het bereik" : " over het hele bereik",
          self->out);
    write_range(self);
    if (!isnan(answer->unclear_below)) {
        fputs("; onder ", self->out);
        write_value(self, answer->unclear_below);
        fputs(" is het verschil niet aantoonbaar", self->out);
    }
    if (!isnan(answer->unclear_above)) {
        fputs("; boven ", self->out);
        write_value(self, answer->unclear_above);
        fputs(" is het verschil niet aantoonbaar", self->out);
    }
}

static void write_subject(const struct telling *self)
{
    fputs("'", self->out);
    fputs(sim_scenario_title(self->study->scenarios[1]), self->out);
    fputs("' tegenover '", self->out);
    fputs(sim_scenario_title(self->study->scenarios[0]), self->out);
    fputs("': ", self->out);
    char *title = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&title, &size);
    if (stream != NULL) {
        sim_selection_write_title(self->study->model,
                                  self->study->results->scenarios[0].layout,
                                  self->found->cell, stream);
        if (fclose(stream) == 0) {
            fputs(title, self->out);
        }
    }
    free(title);
}

void sim_turning_text_sentence(const struct sim_study *study, FILE *out)
{
    const struct telling self = tell(study, out);
    write_subject(&self);
    if (self.answer.turn_count == 1) {
        fputs(" is ", out);
        write_one_turn(&self);
    } else if (self.answer.turn_count > 1) {
        fputs(" slaat ", out);
        write_more_turns(&self);
    } else if (self.answer.sign != 0) {
        fputs(" is ", out);
        write_no_turn(&self);
    } else {
        fputs(" verschilt nergens aantoonbaar in het bereik", out);
        write_range(&self);
        fputs("; meer replicaties (-n) maken de intervallen smaller", out);
    }
    fputc('.', out);
}

/* --- The table --- */

static void add_number(struct sim_grid *grid, double value, int decimals)
{
    char text[SIM_DUTCH_NUMBER_SIZE];
    sim_dutch_number(value, decimals, text);
    sim_grid_add(grid, text);
}

static void add_point(const struct telling *self, struct sim_grid *grid,
                      const struct sim_break_even_point *point)
{
    const struct sim_interval interval = sim_tally_interval(&point->difference, 0.95);
    const int decimals = self->measure->decimals;
    char low[SIM_DUTCH_NUMBER_SIZE], high[SIM_DUTCH_NUMBER_SIZE];
    char text[2 * SIM_DUTCH_NUMBER_SIZE + 8];
    sim_dutch_number(interval.low, decimals, low);
    sim_dutch_number(interval.high, decimals, high);
    snprintf(text, sizeof text, "%s tot %s", low, high);
    add_number(grid, point->value, value_decimals(self->found->search) + 1);
    add_number(grid, sim_tally_mean(&point->difference), decimals);
    sim_grid_add(grid, isnan(interval.low) ? "-" : text);
}

static void print_table(const struct telling *self)
{
    const struct sim_break_even *search = self->found->search;
    struct sim_grid grid;
    sim_grid_init(&grid, 3, ~0u);
    sim_grid_add(&grid, self->found->path);
    sim_grid_add(&grid, "verschil");
    sim_grid_add(&grid, "95%-interval");
    for (int i = 0; i < search->point_count; i++) {
        add_point(self, &grid, &search->points[i]);
    }
    sim_grid_print(&grid, self->out);
    sim_grid_free(&grid);
}

void sim_turning_text_print(const struct sim_study *study, FILE *out)
{
    if (study->break_even == NULL) {
        return;
    }
    const struct telling self = tell(study, out);
    const char *varied = self.found->varied;
    fprintf(out, "\nOmslag: %s veranderd in %s%s%s", self.found->path,
            varied == NULL ? "beide scenario's" : "'", varied == NULL ? "" : varied,
            varied == NULL ? "" : "'");
    fprintf(out, "; verschil in %s\n\n", self.measure->unit);
    print_table(&self);
    fputc('\n', out);
    if (!self.found->is_complete) {
        fputs("Het zoeken is afgebroken; dit is wat er tot dan toe uitkwam.\n", out);
    }
    if (self.found->search->point_count > 1) {
        sim_turning_text_sentence(study, out);
        fputc('\n', out);
    }
}
