/* sim/store/tables.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/store/tables.h"

#include "sim/store/csv.h"

static void write_texts(struct sim_csv *csv, const char *const *texts, int count)
{
    for (int i = 0; i < count; i++) {
        sim_csv_text(csv, texts[i]);
    }
}

static void write_header(struct sim_csv *csv, const struct sim_study *study,
                         bool is_difference)
{
    static const char *const numbers[] = {"gemiddelde", "laag95", "hoog95", "n"};
    const struct sim_layout *layout = study->results->scenarios[0].layout;
    sim_csv_text(csv, "scenario");
    if (is_difference) {
        sim_csv_text(csv, "basis");
    }
    sim_csv_text(csv, "maat");
    sim_csv_text(csv, "eenheid");
    for (int d = 0; d < layout->dimension_count; d++) {
        sim_csv_text(csv, layout->dimensions[d].name);
    }
    write_texts(csv, numbers, 4);
    sim_csv_end_row(csv);
}

static void write_row(void *context, const struct sim_row *row)
{
    struct sim_csv *csv = context;
    sim_csv_text(csv, row->scenario);
    if (row->base != NULL) {
        sim_csv_text(csv, row->base);
    }
    sim_csv_text(csv, row->measure->name);
    sim_csv_text(csv, row->measure->unit);
    write_texts(csv, row->keys, row->dimension_count);
    sim_csv_real(csv, row->mean);
    sim_csv_real(csv, row->low);
    sim_csv_real(csv, row->high);
    sim_csv_integer(csv, row->count);
    sim_csv_end_row(csv);
}

void sim_tables_write_outcomes(const struct sim_study *study, FILE *out)
{
    struct sim_csv csv;
    sim_csv_init(&csv, out);
    write_header(&csv, study, false);
    sim_study_visit_outcomes(study, write_row, &csv);
}

void sim_tables_write_differences(const struct sim_study *study, FILE *out)
{
    struct sim_csv csv;
    sim_csv_init(&csv, out);
    write_header(&csv, study, true);
    sim_study_visit_differences(study, write_row, &csv);
}

void sim_tables_write_definitions(const struct sim_study *study, FILE *out)
{
    static const char *const header[] = {"soort", "maat", "eenheid", "titel",
                                         "definitie"};
    struct sim_csv csv;
    sim_csv_init(&csv, out);
    write_texts(&csv, header, 5);
    sim_csv_end_row(&csv);
    for (int i = 0; i < study->model->measure_count; i++) {
        const struct sim_measure *measure = &study->model->measures[i];
        const char *const texts[] = {measure->group, measure->name, measure->unit,
                                     measure->title, measure->definition};
        write_texts(&csv, texts, 5);
        sim_csv_end_row(&csv);
    }
}

struct parameter_context {
    struct sim_csv csv;
    const char *scenario;
};

static void write_parameter(void *context, const struct sim_value_view *view)
{
    struct parameter_context *parameter = context;
    struct sim_csv *csv = &parameter->csv;
    const char *const texts[] = {
        parameter->scenario, view->path, view->value, view->param->unit, view->source,
        view->status,        view->low,  view->high,  view->spread,      view->file};
    write_texts(csv, texts, 10);
    sim_csv_integer(csv, view->line);
    sim_csv_end_row(csv);
}

void sim_tables_write_parameters(const struct sim_study *study, FILE *out)
{
    static const char *const header[] = {"scenario",  "pad",     "waarde", "eenheid",
                                         "bron",      "status",  "laag",   "hoog",
                                         "verdeling", "bestand", "regel"};
    struct parameter_context context;
    sim_csv_init(&context.csv, out);
    write_texts(&context.csv, header, 11);
    sim_csv_end_row(&context.csv);
    for (int s = 0; s < study->results->scenario_count; s++) {
        context.scenario = sim_scenario_name(study->scenarios[s]);
        sim_scenario_visit(study->scenarios[s], write_parameter, &context);
    }
}

static void write_series(struct sim_csv *csv, const struct sim_study *study,
                         const struct sim_warmup_series *series)
{
    for (int i = 0; i < study->warmup->count; i++) {
        sim_csv_text(csv, sim_scenario_name(study->scenarios[0]));
        sim_csv_text(csv, series->level->name);
        sim_csv_text(csv, series->level->unit);
        sim_csv_real(csv, sim_warmup_day(study->warmup, i));
        sim_csv_real(csv, series->mean[i]);
        sim_csv_real(csv, series->smooth[i]);
        sim_csv_end_row(csv);
    }
}

void sim_tables_write_warmup(const struct sim_study *study, FILE *out)
{
    static const char *const header[] = {"scenario", "reeks",      "eenheid",
                                         "dag",      "gemiddelde", "voortschrijdend"};
    struct sim_csv csv;
    sim_csv_init(&csv, out);
    write_texts(&csv, header, 6);
    sim_csv_end_row(&csv);
    for (int s = 0; s < study->warmup->series_count; s++) {
        write_series(&csv, study, &study->warmup->series[s]);
    }
}
