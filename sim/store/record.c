/* sim/store/record.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/store/record.h"

#include <inttypes.h>
#include <jansson.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "sim/store/folder.h"
#include "sim/store/library.h"
#include "sim/store/utf8.h"

void sim_record_scenario_file(const struct sim_study *study, int index,
                              char name[SIM_RECORD_FILE_SIZE])
{
    char safe[49];
    sim_utf8_file_name(sim_scenario_name(study->scenarios[index]), sizeof safe - 1,
                       safe);
    snprintf(name, SIM_RECORD_FILE_SIZE, "scenario-%d-%s.effectief.cfg", index + 1,
             safe);
}

/* jansson takes the value of a set or append over, also when that fails, and fails for
 * NULL: so a lack of memory anywhere shows at the end as [is_full] of what was built.
 */
struct builder {
    bool has_failed;
};

static void set(struct builder *self, json_t *object, const char *key, json_t *value)
{
    self->has_failed |= json_object_set_new(object, key, value) != 0;
}

static void append(struct builder *self, json_t *array, json_t *value)
{
    self->has_failed |= json_array_append_new(array, value) != 0;
}

static json_t *make_text(const char *text)
{
    char *repaired = sim_utf8_repair(text);
    json_t *string = repaired == NULL ? NULL : json_string(repaired);
    free(repaired);
    return string;
}

static json_t *make_count(uint64_t count)
{
    return json_integer((json_int_t)count);
}

static json_t *make_time(time_t time)
{
    char text[32] = "";
    struct tm parts;
    if (gmtime_r(&time, &parts) != NULL) {
        strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
    }
    return json_string(text);
}

static json_t *make_libraries(struct builder *self, const char *gnuplot)
{
    json_t *libraries = json_object();
    for (int i = 0; i < SIM_LIBRARY_COUNT; i++) {
        const struct sim_library library = sim_library_at(i);
        set(self, libraries, library.name, make_text(library.version));
    }
    if (gnuplot[0] != '\0') {
        set(self, libraries, "gnuplot", make_text(gnuplot));
    }
    return libraries;
}

static json_t *make_inputs(struct builder *self, const struct sim_scenario *scenario)
{
    json_t *inputs = json_array();
    for (int i = 0; i < sim_scenario_file_count(scenario); i++) {
        const struct sim_scenario_file file = sim_scenario_file(scenario, i);
        json_t *input = json_object();
        set(self, input, "pad", make_text(file.path));
        set(self, input, "sha256", make_text(file.sha256));
        append(self, inputs, input);
    }
    return inputs;
}

static json_t *make_scenario(struct builder *self, const struct sim_study *study,
                             int index)
{
    const struct sim_scenario *scenario = study->scenarios[index];
    json_t *object = json_object();
    char file[SIM_RECORD_FILE_SIZE];
    sim_record_scenario_file(study, index, file);
    set(self, object, "naam", make_text(sim_scenario_name(scenario)));
    set(self, object, "titel", make_text(sim_scenario_title(scenario)));
    set(self, object, "digest", make_text(sim_scenario_digest(scenario)));
    set(self, object, "effectief", make_text(file));
    set(self, object, "invoer", make_inputs(self, scenario));
    set(self, object, "gebeurtenissen",
        make_count(study->results->scenarios[index].event_count));
    return object;
}

static json_t *make_scenarios(struct builder *self, const struct sim_study *study)
{
    json_t *scenarios = json_array();
    for (int s = 0; s < study->results->scenario_count; s++) {
        append(self, scenarios, make_scenario(self, study, s));
    }
    return scenarios;
}

static json_t *make_command(struct builder *self, const struct sim_study *study)
{
    json_t *command = json_array();
    for (int i = 0; i < study->argc; i++) {
        append(self, command, make_text(study->argv[i]));
    }
    return command;
}

/* A seed has 64 bits and JSON readers keep 53 of a number: hence text. */
static json_t *make_seed(uint64_t seed)
{
    char text[32];
    snprintf(text, sizeof text, "%" PRIu64, seed);
    return json_string(text);
}

/* The labels of [cell], by dimension. */
static json_t *make_labels(struct builder *self, const struct sim_layout *layout,
                           int32_t cell)
{
    json_t *labels = json_object();
    for (int d = 0; d < layout->dimension_count; d++) {
        const struct sim_dimension *dimension = &layout->dimensions[d];
        set(self, labels, dimension->name,
            make_text(dimension->labels[layout->cells[cell].label[d]].key));
    }
    return labels;
}

/* JSON has no NAN and no infinity: null says that there is no number. */
static json_t *make_real(double value)
{
    return isfinite(value) ? json_real(value) : json_null();
}

static json_t *make_precision(struct builder *self, const struct sim_study *study)
{
    const struct sim_precision *precision = study->precision;
    const struct sim_layout *layout = study->results->scenarios[0].layout;
    const struct sim_precision_state state =
        sim_precision_state(precision, study->results);
    const int measure = layout->cells[precision->cells[0]].measure;
    json_t *object = json_object();
    set(self, object, "maat", make_text(study->model->measures[measure].name));
    set(self, object, "labels", make_labels(self, layout, precision->cells[0]));
    set(self, object, "van",
        make_text(study->results->scenario_count > 1 ? "verschil met de basis"
                                                     : "gemiddelde"));
    set(self, object, "soort",
        make_text(precision->is_relative ? "relatief" : "absoluut"));
    set(self, object, "halve_breedte_gevraagd", json_real(precision->half_width));
    set(self, object, "halve_breedte", make_real(state.half_width));
    set(self, object, "halve_breedte_relatief", make_real(state.relative));
    set(self, object, "replicaties_minimaal", make_count(SIM_PRECISION_MINIMUM));
    set(self, object, "replicaties_maximaal", make_count(study->replications));
    set(self, object, "bereikt", json_boolean(study->results->is_precise));
    return object;
}

static json_t *make_series(struct builder *self, const struct sim_warmup *warmup,
                           const struct sim_warmup_series *series)
{
    json_t *object = json_object();
    set(self, object, "reeks", make_text(series->level->name));
    set(self, object, "venster", make_count((uint64_t)series->window));
    set(self, object, "evenwicht_vanaf_dag",
        series->start < 0 ? json_null()
                          : json_real(sim_warmup_day(warmup, series->start)));
    return object;
}

static json_t *make_warmup(struct builder *self, const struct sim_warmup *warmup)
{
    json_t *object = json_object();
    json_t *all = json_array();
    for (int s = 0; s < warmup->series_count; s++) {
        append(self, all, make_series(self, warmup, &warmup->series[s]));
    }
    set(self, object, "interval_dagen", json_real(sim_time_to_days(warmup->interval)));
    set(self, object, "metingen", make_count((uint64_t)warmup->count));
    set(self, object, "regel", make_text("MSER-5"));
    set(self, object, "reeksen", all);
    return object;
}

static uint64_t count_events(const struct sim_results *results)
{
    uint64_t count = 0;
    for (int s = 0; s < results->scenario_count; s++) {
        count += results->scenarios[s].event_count;
    }
    return count;
}

static json_t *make_run(struct builder *self, const struct sim_study *study,
                        const char *gnuplot)
{
    const struct sim_results *results = study->results;
    json_t *run = json_object();
    set(self, run, "schema", make_count(SIM_STUDY_SCHEMA));
    set(self, run, "status", make_text(sim_study_status(study)));
    set(self, run, "programma", make_text(study->model->program));
    set(self, run, "versie", make_text(study->model->version));
    set(self, run, "compiler", make_text(sim_library_compiler()));
    set(self, run, "bouwtype", make_text(sim_library_build_type()));
    set(self, run, "bibliotheken", make_libraries(self, gnuplot));
    set(self, run, "opdracht", make_command(self, study));
    set(self, run, "seed", make_seed(study->seed));
    set(self, run, "toeval", make_text(SIM_STUDY_STREAM_SCHEME));
    set(self, run, "replicaties_gevraagd", make_count(study->replications));
    set(self, run, "replicaties_gedaan", make_count(results->replications_done));
    if (study->precision != NULL) {
        set(self, run, "precisie", make_precision(self, study));
    }
    if (study->warmup != NULL) {
        set(self, run, "opwarming", make_warmup(self, study->warmup));
    }
    set(self, run, "threads", make_count((uint64_t)study->threads));
    set(self, run, "begin", make_time(study->begin));
    set(self, run, "einde", make_time(study->end));
    set(self, run, "seconden", json_real(results->wall_seconds));
    set(self, run, "gebeurtenissen", make_count(count_events(results)));
    set(self, run, "scenarios", make_scenarios(self, study));
    return run;
}

static int write_piece(const char *text, size_t length, void *out)
{
    /* What goes wrong is remembered by the file. */
    fwrite(text, 1, length, out);
    return 0;
}

enum sim_status sim_record_write(const struct sim_study *study, const char *gnuplot,
                                 FILE *out)
{
    struct builder builder = {false};
    json_t *run = make_run(&builder, study, gnuplot);
    if (!builder.has_failed) {
        builder.has_failed =
            json_dump_callback(run, write_piece, out,
                               JSON_INDENT(2) | JSON_REAL_PRECISION(10)) != 0;
        fputc('\n', out);
    }
    json_decref(run);
    return builder.has_failed ? SIM_ERR_NO_MEMORY : SIM_OK;
}

/* What stands in the run.json of [folder]; NULL: nothing that can be read. */
static json_t *load_record(const char *folder)
{
    char *path = sim_folder_join(folder, "run.json");
    json_t *run = path == NULL ? NULL : json_load_file(path, 0, NULL);
    free(path);
    return run;
}

bool sim_record_is_complete(const char *folder)
{
    json_t *run = load_record(folder);
    const char *status = json_string_value(json_object_get(run, "status"));
    const bool is_complete = status != NULL && strcmp(status, "voltooid") == 0;
    json_decref(run);
    return is_complete;
}

bool sim_record_is_precise(const char *folder)
{
    json_t *run = load_record(folder);
    const json_t *precision = json_object_get(run, "precisie");
    const bool is_precise = !json_is_false(json_object_get(precision, "bereikt"));
    json_decref(run);
    return is_precise;
}
