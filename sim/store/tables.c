/* sim/store/tables.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/store/tables.h"

#include "sim/store/csv.h"

static void write_texts(struct sim_csv *csv, const char *const *texts, int count)
{
    for (int i = 0; i < count; i++) {
        sim_csv_text(csv, texts[i]);
    }
}

/* The dimensions of the model go between. */
static void write_header(struct sim_csv *csv, const struct sim_study *study,
                         const char *const *before, int before_count,
                         const char *const *after, int after_count)
{
    const struct sim_layout *layout = study->results->scenarios[0].layout;
    write_texts(csv, before, before_count);
    for (int d = 0; d < layout->dimension_count; d++) {
        sim_csv_text(csv, layout->dimensions[d].name);
    }
    write_texts(csv, after, after_count);
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
    if (row->base != NULL) {
        sim_csv_real(csv, row->joint_low);
        sim_csv_real(csv, row->joint_high);
    }
    sim_csv_end_row(csv);
}

void sim_tables_write_outcomes(const struct sim_study *study, FILE *out)
{
    static const char *const before[] = {"scenario", "maat", "eenheid"};
    static const char *const after[] = {"gemiddelde", "laag95", "hoog95", "n"};
    struct sim_csv csv;
    sim_csv_init(&csv, out);
    write_header(&csv, study, before, 3, after, 4);
    sim_study_visit_outcomes(study, write_row, &csv);
}

void sim_tables_write_differences(const struct sim_study *study, FILE *out)
{
    static const char *const before[] = {"scenario", "basis", "maat", "eenheid"};
    static const char *const after[] = {"gemiddelde", "laag95",       "hoog95",
                                        "n",          "laag95_samen", "hoog95_samen"};
    struct sim_csv csv;
    sim_csv_init(&csv, out);
    write_header(&csv, study, before, 4, after, 6);
    sim_study_visit_differences(study, write_row, &csv);
}

static void write_outcome(struct sim_csv *csv, const struct sim_measure *measure,
                          const char *const *keys, int key_count)
{
    sim_csv_text(csv, measure->name);
    sim_csv_text(csv, measure->unit);
    write_texts(csv, keys, key_count);
}

static void write_rank(void *context, const struct sim_rank_row *row)
{
    struct sim_csv *csv = context;
    write_outcome(csv, row->measure, row->keys, row->dimension_count);
    sim_csv_text(csv, sim_study_better(row->measure));
    sim_csv_integer(csv, row->rank->place);
    sim_csv_text(csv, row->scenario);
    sim_csv_real(csv, sim_tally_mean(row->rank->outcome));
    sim_csv_text(csv, row->rank->letters);
    sim_csv_text(csv, row->rank->differs_from_best ? "te onderscheiden"
                                                   : "niet te onderscheiden");
    sim_csv_integer(csv, row->rank->outcome->count);
    sim_csv_end_row(csv);
}

void sim_tables_write_ranks(const struct sim_study *study, FILE *out)
{
    static const char *const before[] = {"maat", "eenheid"};
    static const char *const after[] = {"beter", "plaats",    "scenario", "gemiddelde",
                                        "groep", "van_beste", "n"};
    struct sim_csv csv;
    sim_csv_init(&csv, out);
    write_header(&csv, study, before, 2, after, 7);
    sim_study_visit_ranks(study, write_rank, &csv);
}

static void write_pair(void *context, const struct sim_pair_row *row)
{
    struct sim_csv *csv = context;
    const struct sim_tally *difference = row->pair->difference;
    const struct sim_interval interval = sim_tally_interval(difference, 0.95);
    write_outcome(csv, row->measure, row->keys, row->dimension_count);
    sim_csv_text(csv, row->later);
    sim_csv_text(csv, row->earlier);
    sim_csv_real(csv, sim_tally_mean(difference));
    sim_csv_real(csv, interval.low);
    sim_csv_real(csv, interval.high);
    sim_csv_integer(csv, difference->count);
    sim_csv_real(csv, row->pair->p);
    sim_csv_real(csv, row->pair->p_holm);
    sim_csv_text(csv, row->pair->differs ? "ja" : "nee");
    sim_csv_end_row(csv);
}

void sim_tables_write_pairs(const struct sim_study *study, FILE *out)
{
    static const char *const before[] = {"maat", "eenheid"};
    static const char *const after[] = {"scenario", "tegenover", "gemiddelde",
                                        "laag95",   "hoog95",    "n",
                                        "p",        "p_holm",    "verschilt"};
    struct sim_csv csv;
    sim_csv_init(&csv, out);
    write_header(&csv, study, before, 2, after, 9);
    sim_study_visit_pairs(study, write_pair, &csv);
}

/* What every row about one outcome of the first two scenarios begins with; [base_cell]
 * in the layout of the base. */
static void write_difference_of(struct sim_csv *csv, const struct sim_study *study,
                                int32_t base_cell)
{
    const struct sim_layout *layout = study->results->scenarios[0].layout;
    const struct sim_cell *cell = &layout->cells[base_cell];
    sim_csv_text(csv, sim_scenario_name(study->scenarios[1]));
    sim_csv_text(csv, sim_scenario_name(study->scenarios[0]));
    sim_csv_text(csv, study->model->measures[cell->measure].name);
    sim_csv_text(csv, study->model->measures[cell->measure].unit);
    for (int d = 0; d < layout->dimension_count; d++) {
        sim_csv_text(csv, layout->dimensions[d].labels[cell->label[d]].key);
    }
}

static void write_break_even(struct sim_csv *csv, const struct sim_study *study)
{
    const struct sim_study_break_even *found = study->break_even;
    write_difference_of(csv, study, found->cell);
    sim_csv_text(csv, found->path);
    sim_csv_text(csv, found->varied == NULL ? "alle" : found->varied);
}

static const char *const OF_DIFFERENCE[] = {"scenario", "basis", "maat", "eenheid"};

void sim_tables_write_turning(const struct sim_study *study, FILE *out)
{
    static const char *const after[] = {
        "parameter", "veranderd_in", "waarde", "verschil", "laag95", "hoog95", "n"};
    const struct sim_break_even *search = study->break_even->search;
    struct sim_csv csv;
    sim_csv_init(&csv, out);
    write_header(&csv, study, OF_DIFFERENCE, 4, after, 7);
    for (int i = 0; i < search->point_count; i++) {
        const struct sim_tally *difference = &search->points[i].difference;
        const struct sim_interval interval = sim_tally_interval(difference, 0.95);
        write_break_even(&csv, study);
        sim_csv_real(&csv, search->points[i].value);
        sim_csv_real(&csv, sim_tally_mean(difference));
        sim_csv_real(&csv, interval.low);
        sim_csv_real(&csv, interval.high);
        sim_csv_integer(&csv, difference->count);
        sim_csv_end_row(&csv);
    }
}

void sim_tables_write_turns(const struct sim_study *study, FILE *out)
{
    static const char *const after[] = {"parameter", "veranderd_in", "omslag", "laag95",
                                        "hoog95",    "eronder",      "erboven"};
    const struct sim_break_even_answer answer =
        sim_break_even_answer(study->break_even->search);
    struct sim_csv csv;
    sim_csv_init(&csv, out);
    write_header(&csv, study, OF_DIFFERENCE, 4, after, 7);
    for (int i = 0; i < answer.turn_count; i++) {
        const struct sim_turn *turn = &answer.turns[i];
        write_break_even(&csv, study);
        sim_csv_real(&csv, turn->value);
        sim_csv_real(&csv, turn->low);
        sim_csv_real(&csv, turn->high);
        sim_csv_text(&csv, turn->before < 0 ? "lager" : "hoger");
        sim_csv_text(&csv, turn->before < 0 ? "hoger" : "lager");
        sim_csv_end_row(&csv);
    }
}

/* Nothing where no replication had a value. */
static void write_part(struct sim_csv *csv, const struct sim_study *study, int outcome,
                       const char *const texts[4], const struct sim_tally *tallies)
{
    const struct sim_tally *tally = &tallies[outcome];
    const struct sim_interval interval = sim_tally_interval(tally, 0.95);
    if (tally->count == 0) {
        return;
    }
    write_difference_of(csv, study, study->explanation->cells[outcome]);
    write_texts(csv, texts, 4);
    sim_csv_real(csv, sim_tally_mean(tally));
    sim_csv_real(csv, interval.low);
    sim_csv_real(csv, interval.high);
    sim_csv_integer(csv, tally->count);
    sim_csv_end_row(csv);
}

static void write_parts(struct sim_csv *csv, const struct sim_study *study, int outcome)
{
    static const char *const rest[] = {"", "", "", "samenspel"};
    static const char *const whole[] = {"", "", "", "geheel"};
    const struct sim_study_explanation *explanation = study->explanation;
    for (int p = 0; p < explanation->part_count; p++) {
        const struct sim_study_part *part = &explanation->parts[p];
        const char *const alone[] = {part->name, part->base, part->other, "als enige"};
        const char *const last[] = {part->name, part->base, part->other, "als laatste"};
        write_part(csv, study, outcome, alone, part->alone);
        write_part(csv, study, outcome, last, part->last);
    }
    write_part(csv, study, outcome, rest, explanation->rest);
    write_part(csv, study, outcome, whole, explanation->whole);
}

void sim_tables_write_explanation(const struct sim_study *study, FILE *out)
{
    static const char *const after[] = {"deel",   "in_basis",   "in_scenario",
                                        "soort",  "gemiddelde", "laag95",
                                        "hoog95", "n"};
    struct sim_csv csv;
    sim_csv_init(&csv, out);
    write_header(&csv, study, OF_DIFFERENCE, 4, after, 8);
    for (int o = 0; o < study->explanation->outcome_count; o++) {
        write_parts(&csv, study, o);
    }
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
