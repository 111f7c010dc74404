/* sim/cli/sentence.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/cli/sentence.h"

#include <math.h>
#include <string.h>

#include "sim/cli/dutch.h"

#define LABEL_SIZE 512

/* A difference between percentages is in points. */
static const char *difference_unit(const struct sim_measure *measure)
{
    if (strcmp(measure->unit, "%") == 0) {
        return " procentpunt";
    }
    return NULL;
}

static void write_unit(const struct sim_measure *measure, FILE *out)
{
    const char *special = difference_unit(measure);
    if (special != NULL) {
        fputs(special, out);
    } else if (strcmp(measure->unit, "-") != 0 && measure->unit[0] != '\0') {
        fprintf(out, " %s", measure->unit);
    }
}

static void write_number(double value, int decimals, FILE *out)
{
    char text[SIM_DUTCH_NUMBER_SIZE];
    sim_dutch_number(value, decimals, text);
    fputs(text, out);
}

static const char *verdict(const struct sim_measure *measure, double difference)
{
    if (measure->better == SIM_BETTER_NEUTRAL) {
        return "";
    }
    const bool is_better = (measure->better == SIM_BETTER_HIGHER) == (difference > 0);
    return is_better ? ", dus gunstiger" : ", dus ongunstiger";
}

static void write_noise(const struct sim_sentence *self,
                        const struct sim_interval *interval, FILE *out)
{
    const int decimals = self->measure->decimals;
    fprintf(out, "geen aantoonbaar verschil tussen '%s' en '%s' (95%%-interval ",
            self->scenario, self->base);
    write_number(interval->low, decimals, out);
    fputs(" tot ", out);
    write_number(interval->high, decimals, out);
    write_unit(self->measure, out);
    fputs("; kleiner dan de ruis).", out);
}

/* The distance to the base, so the smaller end comes first also when it is lower. */
static void write_interval(const struct sim_interval *interval, const char *direction,
                           int decimals, FILE *out)
{
    if (isnan(interval->low)) {
        fputs(" (uit één replicatie, dus zonder interval).", out);
        return;
    }
    fputs(" (95%-interval ", out);
    write_number(fmin(fabs(interval->low), fabs(interval->high)), decimals, out);
    fputs(" tot ", out);
    write_number(fmax(fabs(interval->low), fabs(interval->high)), decimals, out);
    fprintf(out, " %s).", direction);
}

static void write_difference(const struct sim_sentence *self, double mean,
                             const struct sim_interval *interval, FILE *out)
{
    const char *direction = mean < 0 ? "lager" : "hoger";
    const int decimals = sim_dutch_decimals(mean, self->measure->decimals);
    fprintf(out, "in '%s' ", self->scenario);
    write_number(fabs(mean), decimals, out);
    write_unit(self->measure, out);
    fprintf(out, " %s dan in '%s'%s", direction, self->base,
            verdict(self->measure, mean));
    write_interval(interval, direction, decimals, out);
}

/* The title is set apart by a colon, as it may be singular or plural. */
void sim_sentence_write(const struct sim_sentence *self, FILE *out)
{
    const double mean = sim_tally_mean(self->difference);
    const struct sim_interval interval = sim_tally_interval(self->difference, 0.95);
    char label[LABEL_SIZE];
    sim_dutch_capital(self->label, label, sizeof label);
    fprintf(out, "%s, %s: ", label, self->measure->title);
    if (self->difference->minimum == 0.0 && self->difference->maximum == 0.0) {
        fprintf(out, "in '%s' en '%s' gelijk, in elke replicatie.", self->scenario,
                self->base);
    } else if (interval.low <= 0.0 && interval.high >= 0.0) {
        write_noise(self, &interval, out);
    } else {
        write_difference(self, mean, &interval, out);
    }
}
