/* sim/store/database.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/store/database.h"

#include <assert.h>
#include <inttypes.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

#include "sim/store/os_error.h"
#include "sim/store/utf8.h"

/* After a first error nothing more is done, so only the end needs a check. */
struct database {
    sqlite3 *handle;
    int code; /* of the first error; SQLITE_OK */
    int system_error;
};

/* A row being put together: prepared once for a table, filled column by column. */
struct insertion {
    struct database *database;
    sqlite3_stmt *statement;
    int column;           /* filled so far */
    const char *scenario; /* for rows of a scenario's parameters */
};

static void note(struct database *self, int code)
{
    const bool is_error =
        code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW;
    if (is_error && self->code == SQLITE_OK) {
        self->code = code;
        self->system_error =
            self->handle == NULL ? 0 : sqlite3_system_errno(self->handle);
    }
}

static void execute(struct database *self, const char *sql)
{
    if (self->code == SQLITE_OK) {
        note(self, sqlite3_exec(self->handle, sql, NULL, NULL, NULL));
    }
}

/* --- Rows --- */

static void begin_insert(struct insertion *self, struct database *database,
                         const char *table, int column_count)
{
    sqlite3_str *sql = sqlite3_str_new(database->handle);
    *self = (struct insertion){.database = database};
    sqlite3_str_appendf(sql, "INSERT INTO \"%w\" VALUES (?", table);
    for (int i = 1; i < column_count; i++) {
        sqlite3_str_appendall(sql, ",?");
    }
    sqlite3_str_appendall(sql, ")");
    char *text = sqlite3_str_finish(sql);
    if (text == NULL) {
        note(database, SQLITE_NOMEM);
    } else if (database->code == SQLITE_OK) {
        note(database,
             sqlite3_prepare_v2(database->handle, text, -1, &self->statement, NULL));
    }
    sqlite3_free(text);
}

static void end_insert(struct insertion *self)
{
    sqlite3_finalize(self->statement);
}

static void put_text(struct insertion *self, const char *text)
{
    char *repaired = sim_utf8_repair(text);
    self->column++;
    if (repaired == NULL) {
        note(self->database, SQLITE_NOMEM);
    } else if (self->database->code == SQLITE_OK) {
        note(self->database, sqlite3_bind_text(self->statement, self->column, repaired,
                                               -1, SQLITE_TRANSIENT));
    }
    free(repaired);
}

static void put_real(struct insertion *self, double value)
{
    self->column++;
    if (self->database->code == SQLITE_OK) {
        /* NAN is stored as NULL. */
        note(self->database, sqlite3_bind_double(self->statement, self->column, value));
    }
}

static void put_integer(struct insertion *self, int64_t value)
{
    self->column++;
    if (self->database->code == SQLITE_OK) {
        note(self->database, sqlite3_bind_int64(self->statement, self->column, value));
    }
}

static void end_row(struct insertion *self)
{
    struct database *database = self->database;
    if (database->code == SQLITE_OK) {
        assert(self->column == sqlite3_bind_parameter_count(self->statement));
        note(database, sqlite3_step(self->statement));
        note(database, sqlite3_reset(self->statement));
    }
    self->column = 0;
}

/* --- Tables --- */

/* [before] and [after] are fixed text; the dimensions of the model go between. Returns
 * the number of columns for [fixed_count] fixed ones. */
static int create_table(struct database *self, const struct sim_study *study,
                        const char *before, const char *after, int fixed_count)
{
    const struct sim_layout *layout = study->results->scenarios[0].layout;
    sqlite3_str *sql = sqlite3_str_new(self->handle);
    sqlite3_str_appendall(sql, before);
    for (int d = 0; d < layout->dimension_count; d++) {
        sqlite3_str_appendf(sql, "\"%w\" TEXT NOT NULL, ", layout->dimensions[d].name);
    }
    sqlite3_str_appendall(sql, after);
    char *text = sqlite3_str_finish(sql);
    if (text == NULL) {
        note(self, SQLITE_NOMEM);
    } else {
        execute(self, text);
    }
    sqlite3_free(text);
    return fixed_count + layout->dimension_count;
}

static void put_setting(struct insertion *self, const char *key, const char *value)
{
    put_text(self, key);
    put_text(self, value);
    end_row(self);
}

static void put_number_setting(struct insertion *self, const char *key, uint64_t value)
{
    char text[32];
    snprintf(text, sizeof text, "%" PRIu64, value);
    put_setting(self, key, text);
}

static void write_run(struct database *self, const struct sim_study *study)
{
    struct insertion row;
    execute(self,
            "CREATE TABLE run (sleutel TEXT NOT NULL, waarde TEXT NOT NULL) STRICT");
    begin_insert(&row, self, "run", 2);
    put_number_setting(&row, "schema", SIM_STUDY_SCHEMA);
    put_setting(&row, "programma", study->model->program);
    put_setting(&row, "versie", study->model->version);
    put_setting(&row, "status", sim_study_status(study));
    put_setting(&row, "toeval", SIM_STUDY_STREAM_SCHEME);
    put_number_setting(&row, "seed", study->seed);
    put_number_setting(&row, "replicaties_gevraagd", study->replications);
    put_number_setting(&row, "replicaties_gedaan", study->results->replications_done);
    if (study->precision != NULL) {
        put_setting(&row, "precisie_bereikt",
                    study->results->is_precise ? "ja" : "nee");
    }
    end_insert(&row);
}

static void write_scenarios(struct database *self, const struct sim_study *study)
{
    struct insertion row;
    execute(self, "CREATE TABLE scenario (naam TEXT NOT NULL, titel TEXT NOT NULL, "
                  "digest TEXT NOT NULL) STRICT");
    begin_insert(&row, self, "scenario", 3);
    for (int s = 0; s < study->results->scenario_count; s++) {
        put_text(&row, sim_scenario_name(study->scenarios[s]));
        put_text(&row, sim_scenario_title(study->scenarios[s]));
        put_text(&row, sim_scenario_digest(study->scenarios[s]));
        end_row(&row);
    }
    end_insert(&row);
}

static void put_parameter(void *context, const struct sim_value_view *view)
{
    struct insertion *row = context;
    put_text(row, row->scenario);
    put_text(row, view->path);
    put_text(row, view->value);
    put_text(row, view->param->unit);
    put_text(row, view->source);
    put_text(row, view->status);
    put_text(row, view->low);
    put_text(row, view->high);
    put_text(row, view->spread);
    put_text(row, view->file);
    put_integer(row, view->line);
    end_row(row);
}

static void write_parameters(struct database *self, const struct sim_study *study)
{
    struct insertion row;
    execute(self,
            "CREATE TABLE parameter (scenario TEXT NOT NULL, pad TEXT NOT NULL, "
            "waarde TEXT NOT NULL, eenheid TEXT NOT NULL, bron TEXT NOT NULL, "
            "status TEXT NOT NULL, laag TEXT NOT NULL, hoog TEXT NOT NULL, "
            "verdeling TEXT NOT NULL, bestand TEXT NOT NULL, regel INTEGER NOT NULL) "
            "STRICT");
    begin_insert(&row, self, "parameter", 11);
    for (int s = 0; s < study->results->scenario_count; s++) {
        row.scenario = sim_scenario_name(study->scenarios[s]);
        sim_scenario_visit(study->scenarios[s], put_parameter, &row);
    }
    end_insert(&row);
}

static void write_measures(struct database *self, const struct sim_study *study)
{
    struct insertion row;
    execute(self, "CREATE TABLE maat (soort TEXT NOT NULL, naam TEXT NOT NULL, eenheid "
                  "TEXT NOT NULL, "
                  "titel TEXT NOT NULL, definitie TEXT NOT NULL) STRICT");
    begin_insert(&row, self, "maat", 5);
    for (int i = 0; i < study->model->measure_count; i++) {
        const struct sim_measure *measure = &study->model->measures[i];
        put_text(&row, measure->group);
        put_text(&row, measure->name);
        put_text(&row, measure->unit);
        put_text(&row, measure->title);
        put_text(&row, measure->definition);
        end_row(&row);
    }
    end_insert(&row);
}

static void put_row(void *context, const struct sim_row *row)
{
    struct insertion *insertion = context;
    put_text(insertion, row->scenario);
    if (row->base != NULL) {
        put_text(insertion, row->base);
    }
    put_text(insertion, row->measure->name);
    for (int d = 0; d < row->dimension_count; d++) {
        put_text(insertion, row->keys[d]);
    }
    put_real(insertion, row->mean);
    put_real(insertion, row->low);
    put_real(insertion, row->high);
    put_integer(insertion, row->count);
    if (row->base == NULL) {
        put_real(insertion, row->standard_error);
    } else {
        put_real(insertion, row->joint_low);
        put_real(insertion, row->joint_high);
    }
    end_row(insertion);
}

static void write_outcomes(struct database *self, const struct sim_study *study)
{
    struct insertion row;
    const int columns = create_table(
        self, study,
        "CREATE TABLE uitkomst (scenario TEXT NOT NULL, maat TEXT NOT NULL, ",
        "gemiddelde REAL, laag95 REAL, hoog95 REAL, n INTEGER NOT NULL, "
        "standaardfout REAL) STRICT",
        7);
    begin_insert(&row, self, "uitkomst", columns);
    sim_study_visit_outcomes(study, put_row, &row);
    end_insert(&row);
}

static void write_differences(struct database *self, const struct sim_study *study)
{
    struct insertion row;
    const int columns = create_table(
        self, study,
        "CREATE TABLE verschil (scenario TEXT NOT NULL, basis TEXT NOT NULL, "
        "maat TEXT NOT NULL, ",
        "gemiddelde REAL, laag95 REAL, hoog95 REAL, n INTEGER NOT NULL, "
        "laag95_samen REAL, hoog95_samen REAL) STRICT",
        9);
    begin_insert(&row, self, "verschil", columns);
    sim_study_visit_differences(study, put_row, &row);
    end_insert(&row);
}

static void put_outcome(struct insertion *row, const struct sim_measure *measure,
                        const char *const *keys, int key_count)
{
    put_text(row, measure->name);
    for (int d = 0; d < key_count; d++) {
        put_text(row, keys[d]);
    }
}

static void put_rank(void *context, const struct sim_rank_row *row)
{
    struct insertion *insertion = context;
    put_outcome(insertion, row->measure, row->keys, row->dimension_count);
    put_text(insertion, sim_study_better(row->measure));
    put_integer(insertion, row->rank->place);
    put_text(insertion, row->scenario);
    put_real(insertion, sim_tally_mean(row->rank->outcome));
    put_text(insertion, row->rank->letters);
    put_integer(insertion, row->rank->differs_from_best);
    end_row(insertion);
}

static void write_ranks(struct database *self, const struct sim_study *study)
{
    struct insertion row;
    const int columns = create_table(
        self, study, "CREATE TABLE rangorde (maat TEXT NOT NULL, ",
        "beter TEXT NOT NULL, plaats INTEGER NOT NULL, scenario TEXT NOT NULL, "
        "gemiddelde REAL, groep TEXT NOT NULL, verschilt_van_beste INTEGER NOT NULL) "
        "STRICT",
        7);
    begin_insert(&row, self, "rangorde", columns);
    sim_study_visit_ranks(study, put_rank, &row);
    end_insert(&row);
}

static void put_pair(void *context, const struct sim_pair_row *row)
{
    struct insertion *insertion = context;
    put_outcome(insertion, row->measure, row->keys, row->dimension_count);
    put_text(insertion, row->later);
    put_text(insertion, row->earlier);
    put_real(insertion, sim_tally_mean(row->pair->difference));
    put_real(insertion, row->pair->p);
    put_real(insertion, row->pair->p_holm);
    put_integer(insertion, row->pair->differs);
    end_row(insertion);
}

static void write_pairs(struct database *self, const struct sim_study *study)
{
    struct insertion row;
    const int columns = create_table(
        self, study, "CREATE TABLE paar (maat TEXT NOT NULL, ",
        "scenario TEXT NOT NULL, tegenover TEXT NOT NULL, gemiddelde REAL, "
        "p REAL, p_holm REAL, verschilt INTEGER NOT NULL) STRICT",
        7);
    begin_insert(&row, self, "paar", columns);
    sim_study_visit_pairs(study, put_pair, &row);
    end_insert(&row);
}

static void describe_error(const struct database *self, char *message,
                           size_t message_size)
{
    const char *reason = self->code == SQLITE_FULL ? "de schijf is vol"
                         : self->system_error != 0
                             ? sim_os_error_text(self->system_error)
                             : sqlite3_errstr(self->code);
    snprintf(message, message_size, "%s", reason);
}

/* A path that begins with "file:" would be read as a URI. */
static void open_database(struct database *self, const char *path)
{
    char *plain = sqlite3_mprintf("%s%s", path[0] == '/' ? "" : "./", path);
    if (plain == NULL) {
        note(self, SQLITE_NOMEM);
        return;
    }
    /* Nobody else opens a database that is not in place yet: without locks it also
     * works where the file system has none. */
    note(self,
         sqlite3_open_v2(plain, &self->handle,
                         SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, "unix-none"));
    sqlite3_free(plain);
}

enum sim_status sim_database_write(const struct sim_study *study, const char *path,
                                   char *message, size_t message_size)
{
    struct database database = {.code = SQLITE_OK};
    open_database(&database, path);
    /* A database that fails half-way is thrown away; the folder syncs it to disk. */
    execute(&database, "PRAGMA journal_mode = OFF");
    execute(&database, "PRAGMA synchronous = OFF");
    execute(&database, "BEGIN");
    write_run(&database, study);
    write_scenarios(&database, study);
    write_parameters(&database, study);
    write_measures(&database, study);
    write_outcomes(&database, study);
    write_differences(&database, study);
    if (study->ranking != NULL) {
        write_ranks(&database, study);
        write_pairs(&database, study);
    }
    execute(&database, "COMMIT");
    note(&database, sqlite3_close(database.handle));
    if (database.code == SQLITE_OK) {
        return SIM_OK;
    }
    describe_error(&database, message, message_size);
    return database.code == SQLITE_NOMEM ? SIM_ERR_NO_MEMORY : SIM_ERR_IO;
}
