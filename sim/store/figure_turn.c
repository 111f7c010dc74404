/* sim/store/figure_turn.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/store/figure_turn.h"

#include <math.h>
#include <stdlib.h>

#include "sim/experiment/layout.h"
#include "sim/store/figure_internal.h"
#include "sim/store/turn_text.h"

#define CONFIDENCE 0.95

static const struct sim_measure *measure_of(const struct sim_study *study)
{
    const struct sim_layout *layout = study->results->scenarios[0].layout;
    return &study->model->measures[layout->cells[study->break_even->cell].measure];
}

/* The outcome and its unit. */
static void write_outcome(const struct sim_study *study, FILE *out)
{
    char *title = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&title, &size);
    if (stream == NULL) {
        return;
    }
    sim_layout_write_title(study->results->scenarios[0].layout, study->model,
                           study->break_even->cell, stream);
    fprintf(stream, ", %s", measure_of(study)->unit);
    if (fclose(stream) == 0) {
        sim_figure_write_clean(title, out);
    }
    free(title);
}

/* What it means that the difference is above or below 0, without the unit. */
static void write_side(const struct sim_study *study, int sign, FILE *out)
{
    const enum sim_better better = measure_of(study)->better;
    const bool is_good = (better == SIM_BETTER_HIGHER) == (sign > 0);
    fputs(sign > 0 ? "hoger" : "lager", out);
    if (better != SIM_BETTER_NEUTRAL) {
        fputs(is_good ? ": gunstiger" : ": ongunstiger", out);
    }
    fputs(" dan de basis", out);
}

static void write_origin(const struct sim_study *study, FILE *out)
{
    const uint32_t done = study->results->replications_done;
    fprintf(out, "Doorrekening met %s %s bij ongewijzigd beleid, %u replicaties",
            study->model->program, study->model->version, (unsigned)done);
}

/* --- The data file --- */

static void write_head(const struct sim_study *study,
                       const struct sim_break_even_answer *answer, FILE *out)
{
    const struct sim_study_break_even *found = study->break_even;
    fputs("scenario\t", out);
    sim_figure_write_clean(sim_scenario_title(study->scenarios[1]), out);
    fputs("\nbasis\t", out);
    sim_figure_write_clean(sim_scenario_title(study->scenarios[0]), out);
    fputs("\nuitkomst\t", out);
    write_outcome(study, out);
    fputs("\nparameter\t", out);
    sim_figure_write_clean(found->path, out);
    fprintf(out, "\nlaag\t%.10g\nhoog\t%.10g\ngeheel\t%d\nboven_nul\t",
            found->search->low, found->search->high, found->search->is_whole);
    write_side(study, 1, out);
    fputs("\nonder_nul\t", out);
    write_side(study, -1, out);
    fprintf(out, "\nomslagen\t%d\nvoet\t", answer->turn_count);
    write_origin(study, out);
}

/* An end of the interval that lies beyond the range is drawn to the end of that. */
static void write_turn(const struct sim_break_even *search, const struct sim_turn *turn,
                       FILE *out)
{
    fprintf(out, "%.10g\t%.10g\t%.10g\tomslag ", turn->value,
            isnan(turn->low) ? search->low : turn->low,
            isnan(turn->high) ? search->high : turn->high);
    sim_turn_text_write_turn(search, turn, out);
    fputc('\n', out);
}

static void write_point(const struct sim_break_even_point *point, FILE *out)
{
    const double mean = sim_tally_mean(&point->difference);
    const struct sim_interval interval =
        sim_tally_interval(&point->difference, CONFIDENCE);
    if (isnan(mean) || isnan(interval.low)) {
        return;
    }
    fprintf(out, "%.10g\t%.10g\t%.10g\t%.10g\n", point->value, mean, interval.low,
            interval.high);
}

static void write_tsv(const struct sim_study *study, FILE *out)
{
    const struct sim_break_even *search = study->break_even->search;
    const struct sim_break_even_answer answer = sim_break_even_answer(search);
    write_head(study, &answer, out);
    fputs("\n\n\n# omslag\tlaag95\thoog95\topschrift\n", out);
    for (int i = 0; i < answer.turn_count; i++) {
        write_turn(search, &answer.turns[i], out);
    }
    /* A block without rows would not count as one. */
    fputs(answer.turn_count == 0 ? "0\t0\t0\tgeen\n" : "", out);
    fputs("\n\n# waarde\tverschil\tlaag95\thoog95\n", out);
    for (int i = 0; i < search->point_count; i++) {
        write_point(&search->points[i], out);
    }
}

/* --- The whole --- */

static void describe(const struct sim_study *study, FILE *out)
{
    sim_turn_text_write_sentence(study, out);
    fputc('\n', out);
}

enum sim_status sim_figure_turn_draw(const struct sim_study *study, const char *folder,
                                     char *message, size_t message_size)
{
    static const struct sim_figure_single figure = {
        .name = "omslag",
        .title = SIM_FIGURE_TURN_TITLE,
        .caption =
            "De lijn is het verschil van het scenario met de basis bij elke waarde van "
            "de parameter; de punten zijn doorgerekend. De band eromheen is het "
            "95%-interval bij die waarde. Waar de lijn door nul gaat slaat het "
            "verschil "
            "om: daar staat de verticale lijn. Het grijze vlak is het 95%-interval van "
            "de omslag: daarbinnen is het verschil niet van nul te onderscheiden "
            "(Fieller 1954).",
        .write_tsv = write_tsv,
        .describe = describe,
        .write_origin = write_origin,
    };
    return sim_figure_single_draw(&figure, study, folder, message, message_size);
}
