/* sim/store/figure_warmup.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/store/figure_warmup.h"

#include <math.h>
#include <string.h>

#include "sim/store/figure_internal.h"

/* --- In words --- */

void sim_figure_warmup_write_day(const struct sim_warmup *self, int index, FILE *out)
{
    char number[SIM_FIGURE_NUMBER_SIZE];
    sim_figure_format_number(sim_warmup_day(self, index),
                             self->interval < SIM_DAY ? 2 : 0, number);
    fputs(number, out);
}

static void write_settled(const struct sim_warmup_series *series, FILE *out)
{
    char number[SIM_FIGURE_NUMBER_SIZE];
    sim_figure_format_number(series->settled, fabs(series->settled) < 9.95 ? 1 : 0,
                             number);
    fprintf(out, ", rond %s %s.\n", number, series->level->unit);
}

void sim_figure_warmup_write_sentence(const struct sim_warmup *warmup, int index,
                                      FILE *out)
{
    const struct sim_warmup_series *series = &warmup->series[index];
    sim_figure_write_sentence_start(series->level->title, out);
    if (series->start < 0 && series->trend == SIM_TREND_NONE) {
        fputs(": het evenwicht is binnen de looptijd niet vast te stellen; neem een "
              "langere looptijd of meer replicaties.\n",
              out);
    } else if (series->start < 0) {
        fprintf(out, ": geen evenwicht binnen de looptijd; de reeks %s nog.\n",
                series->trend == SIM_TREND_GROWS ? "groeit" : "daalt");
    } else if (series->start == 0) {
        fputs(": lijkt van het begin af in evenwicht", out);
        write_settled(series, out);
    } else {
        fputs(": lijkt vanaf dag ", out);
        sim_figure_warmup_write_day(warmup, series->start, out);
        fputs(" in evenwicht", out);
        write_settled(series, out);
    }
}

/* --- The data file --- */

static int drawn_count(const struct sim_warmup *warmup)
{
    return warmup->series_count < SIM_FIGURE_SERIES_MAX ? warmup->series_count
                                                        : SIM_FIGURE_SERIES_MAX;
}

/* The unit of all series; NULL: they differ. */
static const char *common_unit(const struct sim_warmup *warmup)
{
    for (int s = 1; s < warmup->series_count; s++) {
        if (strcmp(warmup->series[s].level->unit, warmup->series[0].level->unit) != 0) {
            return NULL;
        }
    }
    return warmup->series[0].level->unit;
}

static void write_footer(const struct sim_study *study, FILE *out)
{
    const uint32_t done = study->results->replications_done;
    fprintf(out, "Doorrekening met %s %s, %u %s", study->model->program,
            study->model->version, (unsigned)done,
            done == 1 ? "replicatie" : "replicaties");
    if (study->warmup->series_count > SIM_FIGURE_SERIES_MAX) {
        fprintf(out, ". Getekend: de eerste %d van %d reeksen", SIM_FIGURE_SERIES_MAX,
                study->warmup->series_count);
    }
}

static void write_head(const struct sim_study *study, FILE *out)
{
    const struct sim_warmup *warmup = study->warmup;
    const char *unit = common_unit(warmup);
    fputs("scenario\t", out);
    sim_figure_write_clean(sim_scenario_title(study->scenarios[0]), out);
    fputs("\neenheid\t", out);
    sim_figure_write_clean(unit == NULL ? "" : unit, out);
    fprintf(out, "\nvakken\t%d\nlaatste_dag\t%.10g\nvoet\t", drawn_count(warmup),
            sim_warmup_day(warmup, warmup->count - 1));
    write_footer(study, out);
}

/* Number, title, day of the cut (-1: none) and what stands beside it. */
static void write_panel(const struct sim_warmup *warmup, int index, FILE *out)
{
    const struct sim_warmup_series *series = &warmup->series[index];
    fprintf(out, "%d\t", index + 1);
    sim_figure_write_sentence_start(series->level->title, out);
    if (common_unit(warmup) == NULL) {
        fputs(" (", out);
        sim_figure_write_clean(series->level->unit, out);
        fputs(")", out);
    }
    if (series->start < 0) {
        fprintf(out, "\t-1\t%s\n",
                series->trend == SIM_TREND_NONE ? "niet vast te stellen"
                                                : "geen evenwicht");
        return;
    }
    fprintf(out, "\t%.10g\t", sim_warmup_day(warmup, series->start));
    if (series->start == 0) {
        fputs("van begin af", out);
    } else {
        fputs("dag ", out);
        sim_figure_warmup_write_day(warmup, series->start, out);
    }
    fputc('\n', out);
}

static void write_series(const struct sim_warmup *warmup, int index, FILE *out)
{
    const struct sim_warmup_series *series = &warmup->series[index];
    fprintf(out, "\n\n# vak %d: dag\tgemiddelde\tvoortschrijdend\n", index + 1);
    for (int i = 0; i < warmup->count; i++) {
        fprintf(out, "%.10g\t%.10g\t", sim_warmup_day(warmup, i), series->mean[i]);
        if (isnan(series->smooth[i])) {
            fputs("NaN\n", out);
        } else {
            fprintf(out, "%.10g\n", series->smooth[i]);
        }
    }
}

static void write_tsv(const struct sim_study *study, FILE *out)
{
    const struct sim_warmup *warmup = study->warmup;
    write_head(study, out);
    fputs("\n\n\n# vak\ttitel\tdag\topschrift\n", out);
    for (int s = 0; s < drawn_count(warmup); s++) {
        write_panel(warmup, s, out);
    }
    for (int s = 0; s < drawn_count(warmup); s++) {
        write_series(warmup, s, out);
    }
}

/* --- The whole --- */

static void describe(const struct sim_study *study, FILE *out)
{
    for (int s = 0; s < study->warmup->series_count; s++) {
        sim_figure_warmup_write_sentence(study->warmup, s, out);
    }
}

static void write_origin(const struct sim_study *study, FILE *out)
{
    const char *note = study->model->warmup_note;
    if (note != NULL) {
        fprintf(out, "%s\n\n", note);
    }
    write_footer(study, out);
}

enum sim_status sim_figure_warmup_draw(const struct sim_study *study,
                                       const char *folder, char *message,
                                       size_t message_size)
{
    static const struct sim_figure_single figure = {
        .name = "opwarming",
        .title = "Opwarming: vanaf welke dag is het scenario in evenwicht?",
        .caption =
            "Elk vak is een reeks. De dunne lijn is het gemiddelde over de "
            "replicaties, de dikke lijn het voortschrijdend gemiddelde daarvan (Welch "
            "1983). De streepjeslijn staat waar de aanloop volgens de vuistregel "
            "MSER-5 (White 1997) voorbij is; wat ervoor ligt telt beter niet mee.",
        .write_tsv = write_tsv,
        .describe = describe,
        .write_origin = write_origin,
    };
    return sim_figure_single_draw(&figure, study, folder, message, message_size);
}
