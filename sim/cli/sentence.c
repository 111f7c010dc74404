/* sim/cli/sentence.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/cli/sentence.h"

#include <math.h>
#include <string.h>

#include "sim/scenario/dutch.h"

#define LABEL_SIZE 512

/* What a difference says, in the order in which the sentence tells it. */
enum finding { LOWER, HIGHER, NOISE, EQUAL, FINDING_COUNT };

static enum finding find(const struct sim_tally *difference, double confidence)
{
    const struct sim_interval interval = sim_tally_interval(difference, confidence);
    if (difference->minimum == 0.0 && difference->maximum == 0.0) {
        return EQUAL;
    }
    if (interval.low <= 0.0 && interval.high >= 0.0) {
        return NOISE;
    }
    return sim_tally_mean(difference) < 0.0 ? LOWER : HIGHER;
}

static void write_opening(const struct sim_measure *measure, enum finding finding,
                          FILE *out)
{
    static const char *const opening[FINDING_COUNT] = {
        "lager", "hoger", "geen aantoonbaar verschil (kleiner dan de ruis)",
        "in elke replicatie gelijk"};
    fputs(opening[finding], out);
    if (measure->better != SIM_BETTER_NEUTRAL && finding <= HIGHER) {
        const bool is_better =
            (measure->better == SIM_BETTER_HIGHER) == (finding == HIGHER);
        fputs(is_better ? " (gunstiger)" : " (ongunstiger)", out);
    }
    fputs(" bij ", out);
}

/* A difference between percentages is in points. */
static const char *difference_unit(const struct sim_measure *measure)
{
    return strcmp(measure->unit, "%") == 0 ? "procentpunt" : measure->unit;
}

static void write_number(double value, int decimals, FILE *out)
{
    char text[SIM_DUTCH_NUMBER_SIZE];
    sim_dutch_number(value, decimals, text);
    fputs(text, out);
}

/* The size of a difference; its direction was said before. The smaller end of the
 * interval comes first, also of what is lower. */
static void write_size(const struct sim_sentence *self,
                       const struct sim_tally *difference, FILE *out)
{
    const struct sim_interval interval =
        sim_tally_interval(difference, self->confidence);
    const double mean = fabs(sim_tally_mean(difference));
    const int decimals = sim_dutch_decimals(mean, self->measure->decimals);
    fputs(" (", out);
    write_number(mean, decimals, out);
    if (strcmp(self->measure->unit, "-") != 0) {
        fprintf(out, " %s", difference_unit(self->measure));
    }
    if (!isnan(interval.low)) {
        fputs("; ", out);
        write_number(fmin(fabs(interval.low), fabs(interval.high)), decimals, out);
        fputs(" tot ", out);
        write_number(fmax(fabs(interval.low), fabs(interval.high)), decimals, out);
    }
    fputc(')', out);
}

static int count(const struct sim_sentence *self, enum finding finding)
{
    int found = 0;
    for (int i = 0; i < self->item_count; i++) {
        found += find(self->items[i].difference, self->confidence) == finding;
    }
    return found;
}

/* All items with [finding]: "a, b en c". */
static void write_items(const struct sim_sentence *self, enum finding finding,
                        FILE *out)
{
    char label[LABEL_SIZE];
    const int total = count(self, finding);
    int written = 0;
    for (int i = 0; i < self->item_count; i++) {
        const struct sim_sentence_item *item = &self->items[i];
        if (find(item->difference, self->confidence) != finding) {
            continue;
        }
        if (written > 0) {
            fputs(written == total - 1 ? " en " : ", ", out);
        }
        sim_dutch_capital(item->label, label, sizeof label);
        fputs(label, out);
        if (finding <= HIGHER) {
            write_size(self, item->difference, out);
        }
        written++;
    }
}

void sim_sentence_write(const struct sim_sentence *self, FILE *out)
{
    char title[LABEL_SIZE];
    sim_dutch_capital(self->measure->title, title, sizeof title);
    fprintf(out, "%s in '%s' tegenover '%s': ", title, self->scenario, self->base);
    const char *separator = "";
    for (enum finding finding = LOWER; finding < FINDING_COUNT; finding++) {
        if (count(self, finding) > 0) {
            fputs(separator, out);
            write_opening(self->measure, finding, out);
            write_items(self, finding, out);
            separator = "; ";
        }
    }
    fputc('.', out);
}
