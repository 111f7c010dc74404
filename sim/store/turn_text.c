/* sim/store/turn_text.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/store/turn_text.h"

#include <math.h>

#include "sim/experiment/layout.h"
#include "sim/scenario/dutch.h"

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

int sim_turn_text_decimals(const struct sim_break_even *search)
{
    const double step = (search->high - search->low) / 100.0;
    const double decimals = ceil(-log10(step) - 0.5);
    return search->is_whole || decimals < 0.0 ? 0 : (int)fmin(decimals, 9.0);
}

static void put_value(const struct sim_break_even *search, double value, FILE *out)
{
    char text[SIM_DUTCH_NUMBER_SIZE];
    sim_dutch_number(value, sim_turn_text_decimals(search), text);
    fputs(text, out);
}

/* An end beyond the range has no number. */
static void put_interval(const struct sim_break_even *search,
                         const struct sim_turn *turn, FILE *out)
{
    fputs(" (95%: ", out);
    if (isnan(turn->low)) {
        fputs("onder ", out);
    }
    put_value(search, isnan(turn->low) ? search->low : turn->low, out);
    fputs(" tot ", out);
    if (isnan(turn->high)) {
        fputs("boven ", out);
    }
    put_value(search, isnan(turn->high) ? search->high : turn->high, out);
    fputc(')', out);
}

void sim_turn_text_write_turn(const struct sim_break_even *search,
                              const struct sim_turn *turn, FILE *out)
{
    put_value(search, turn->value, out);
    put_interval(search, turn, out);
}

/* --- The sentence --- */

static void write_value(const struct telling *self, double value)
{
    put_value(self->found->search, value, self->out);
}

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
    put_interval(self->found->search, turn, self->out);
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
        sim_turn_text_write_turn(self->found->search, &self->answer.turns[i],
                                 self->out);
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
    sim_layout_write_title(self->study->results->scenarios[0].layout,
                           self->study->model, self->found->cell, self->out);
}

void sim_turn_text_write_sentence(const struct sim_study *study, FILE *out)
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
