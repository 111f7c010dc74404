/* sim/store/traced.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/store/traced.h"

#include <ctype.h>
#include <stdlib.h>

#include "sim/store/csv.h"
#include "sim/store/folder.h"

/* --- Entity by entity --- */

struct place {
    uint64_t id;
    uint32_t first; /* entry of this entity */
    uint32_t index;
};

static int by_entity(const void *left, const void *right)
{
    const struct place *a = left, *b = right;
    return a->id != b->id         ? (a->id < b->id ? -1 : 1)
           : a->index != b->index ? (a->index < b->index ? -1 : 1)
                                  : 0;
}

static int by_first(const void *left, const void *right)
{
    const struct place *a = left, *b = right;
    return a->first != b->first   ? (a->first < b->first ? -1 : 1)
           : a->index != b->index ? (a->index < b->index ? -1 : 1)
                                  : 0;
}

/* Gives every entity the index of its first entry, and sorts by that. */
static void sort(struct sim_traced *self, struct place *places)
{
    qsort(places, self->count, sizeof *places, by_entity);
    for (uint32_t i = 0; i < self->count; i++) {
        bool is_first = i == 0 || places[i].id != places[i - 1].id;
        places[i].first = is_first ? places[i].index : places[i - 1].first;
        self->entity_count += is_first;
    }
    qsort(places, self->count, sizeof *places, by_first);
}

enum sim_status sim_traced_init(struct sim_traced *self)
{
    const struct sim_trace *trace = self->model->trace;
    enum sim_status status = trace->count(self->instance, &self->count);
    self->order = NULL;
    self->entity_count = 0;
    if (status != SIM_OK || self->count == 0) {
        return status;
    }
    struct place *places = calloc(self->count, sizeof *places);
    self->order = calloc(self->count, sizeof *self->order);
    if (places == NULL || self->order == NULL) {
        free(places);
        return SIM_ERR_NO_MEMORY;
    }
    for (uint32_t i = 0; i < self->count; i++) {
        places[i].id = trace->entry(self->instance, i).id;
        places[i].index = i;
    }
    sort(self, places);
    for (uint32_t i = 0; i < self->count; i++) {
        self->order[i] = places[i].index;
    }
    free(places);
    return SIM_OK;
}

void sim_traced_free(struct sim_traced *self)
{
    free(self->order);
    self->order = NULL;
    self->count = 0;
}

bool sim_traced_has(const struct sim_traced *self, uint64_t id)
{
    for (uint32_t i = 0; i < self->count; i++) {
        if (self->model->trace->entry(self->instance, i).id == id) {
            return true;
        }
    }
    return false;
}

/* --- Walking through the entries --- */

/* An entry with where it stands. */
struct visit {
    uint32_t index; /* of the entry */
    struct sim_trace_entry entry;
    uint32_t number;   /* among those of the entity, from 1 */
    sim_time previous; /* when the one before happened; itself for the first */
    struct sim_date date;
    char name[SIM_TRACE_NAME_SIZE];
};

static struct visit first_visit(void)
{
    return (struct visit){.number = 0};
}

static void visit(const struct sim_traced *self, uint32_t position, struct visit *visit)
{
    const struct sim_trace *trace = self->model->trace;
    const struct sim_trace_entry before = visit->entry;
    visit->index = self->order[position];
    visit->entry = trace->entry(self->instance, visit->index);
    const bool is_same = position > 0 && visit->entry.id == before.id;
    visit->number = is_same ? visit->number + 1 : 1;
    visit->previous = is_same ? before.time : visit->entry.time;
    visit->date = sim_date_at(trace->origin(self->instance), visit->entry.time);
    if (!is_same) {
        trace->write_name(self->instance, visit->entry.id, visit->name,
                          sizeof visit->name);
    }
}

/* --- To read --- */

static void write_heading(const struct sim_traced *self, FILE *out)
{
    const struct sim_trace *trace = self->model->trace;
    fprintf(out, "%s\nScenario %s, replicatie %u, seed %llu: %u %s.\n", trace->note,
            sim_scenario_name(self->scenario), self->replication + 1,
            (unsigned long long)self->seed, self->entity_count,
            self->entity_count == 1 ? trace->noun : trace->plural);
}

static void write_line(const struct sim_traced *self, const struct visit *visit,
                       FILE *out)
{
    static const char *const months[] = {"jan", "feb", "mrt", "apr", "mei", "jun",
                                         "jul", "aug", "sep", "okt", "nov", "dec"};
    const long long days = visit->entry.time / SIM_DAY - visit->previous / SIM_DAY;
    char sentence[SIM_TRACE_SENTENCE_SIZE];
    char passed[32] = "";
    if (days > 0) {
        snprintf(passed, sizeof passed, "+%lld %s", days, days == 1 ? "dag" : "dagen");
    }
    self->model->trace->write_sentence(self->instance, visit->index, sentence,
                                       sizeof sentence);
    fprintf(out, "  %2d %s %d  %-12s %s\n", visit->date.day,
            months[visit->date.month - 1], visit->date.year, passed, sentence);
}

static void write_who(const struct sim_traced *self, const struct visit *visit,
                      FILE *out)
{
    const struct sim_trace *trace = self->model->trace;
    char about[SIM_TRACE_SENTENCE_SIZE];
    trace->write_about(self->instance, visit->index, about, sizeof about);
    fprintf(out, "\n%c%s %s%s%s\n", toupper((unsigned char)trace->noun[0]),
            trace->noun + 1, visit->name, about[0] == '\0' ? "" : ": ", about);
}

void sim_traced_write_timeline(const struct sim_traced *self, FILE *out)
{
    struct visit at = first_visit();
    write_heading(self, out);
    for (uint32_t i = 0; i < self->count; i++) {
        visit(self, i, &at);
        if (at.number == 1) {
            write_who(self, &at, out);
        }
        write_line(self, &at, out);
    }
}

/* --- As tables --- */

static void write_row(const struct sim_traced *self, const struct visit *visit,
                      struct sim_csv *csv)
{
    const struct sim_trace *trace = self->model->trace;
    char text[SIM_TRACE_SENTENCE_SIZE];
    sim_csv_text(csv, sim_scenario_name(self->scenario));
    snprintf(text, sizeof text, "%llu", (unsigned long long)self->seed);
    sim_csv_text(csv, text);
    sim_csv_integer(csv, self->replication + 1);
    sim_csv_text(csv, visit->name);
    sim_csv_integer(csv, visit->number);
    snprintf(text, sizeof text, "%04d-%02d-%02d", visit->date.year, visit->date.month,
             visit->date.day);
    sim_csv_text(csv, text);
    sim_csv_real(csv, sim_time_to_days(visit->entry.time));
    sim_csv_text(csv, visit->entry.kind);
    for (int i = 0; i < trace->column_count; i++) {
        const struct sim_trace_cell cell = trace->cell(self->instance, visit->index, i);
        if (cell.text != NULL) {
            sim_csv_text(csv, cell.text);
        } else {
            sim_csv_real(csv, cell.number);
        }
    }
    trace->write_sentence(self->instance, visit->index, text, sizeof text);
    sim_csv_text(csv, text);
    sim_csv_end_row(csv);
}

/* The columns before and behind those of the model; the fourth is called by the noun.
 */
static const struct sim_trace_column BEFORE[] = {
    {"scenario", "-", "naam van het scenario"},
    {"seed", "-", "begin van de toevalsgetallen"},
    {"replicatie", "nummer", "de hoeveelste replicatie, vanaf 1"},
    {NULL, "-", "wie; gesimuleerd, en dezelfde in elk scenario met dezelfde vraag"},
    {"volgnummer", "nummer", "de hoeveelste gebeurtenis van deze persoon, vanaf 1"},
    {"datum", "datum", "dag waarop het gebeurt"},
    {"dag", "dagen", "tijd sinds de eerste dag om 0:00, met deel van de dag"},
    {"gebeurtenis", "-", "wat er gebeurt"},
};
static const struct sim_trace_column BEHIND = {"omschrijving", "-",
                                               "wat er gebeurt, in woorden"};

/* Calls [put] for every column, in order. */
static void for_columns(const struct sim_traced *self, struct sim_csv *csv,
                        void (*put)(struct sim_csv *csv,
                                    const struct sim_trace_column *column))
{
    const struct sim_trace *trace = self->model->trace;
    for (size_t i = 0; i < sizeof BEFORE / sizeof *BEFORE; i++) {
        struct sim_trace_column column = BEFORE[i];
        column.name = column.name == NULL ? trace->noun : column.name;
        put(csv, &column);
    }
    for (int i = 0; i < trace->column_count; i++) {
        put(csv, &trace->columns[i]);
    }
    put(csv, &BEHIND);
}

static void put_name(struct sim_csv *csv, const struct sim_trace_column *column)
{
    sim_csv_text(csv, column->name);
}

static void put_definition(struct sim_csv *csv, const struct sim_trace_column *column)
{
    sim_csv_text(csv, column->name);
    sim_csv_text(csv, column->unit);
    sim_csv_text(csv, column->definition);
    sim_csv_end_row(csv);
}

void sim_traced_write_rows(const struct sim_traced *self, FILE *out)
{
    struct sim_csv csv;
    struct visit at = first_visit();
    sim_csv_init(&csv, out);
    for_columns(self, &csv, put_name);
    sim_csv_end_row(&csv);
    for (uint32_t i = 0; i < self->count; i++) {
        visit(self, i, &at);
        write_row(self, &at, &csv);
    }
}

void sim_traced_write_columns(const struct sim_traced *self, FILE *out)
{
    static const struct sim_trace_column header = {"kolom", "eenheid", "definitie"};
    struct sim_csv csv;
    sim_csv_init(&csv, out);
    put_definition(&csv, &header);
    for_columns(self, &csv, put_definition);
}

/* --- The folder --- */

static void write_scenario(const struct sim_traced *self, FILE *out)
{
    if (sim_scenario_write(self->scenario, out, true) != SIM_OK) {
        fputs("# onvolledig: onvoldoende geheugen\n", out);
    }
}

static enum sim_status fill(const struct sim_traced *self, const char *folder,
                            char *message, size_t message_size)
{
    static const struct {
        const char *name;
        void (*write)(const struct sim_traced *self, FILE *out);
    } files[] = {{"gebeurtenissen.csv", sim_traced_write_rows},
                 {"kolommen.csv", sim_traced_write_columns},
                 {"tijdlijn.txt", sim_traced_write_timeline},
                 {"scenario.effectief.cfg", write_scenario}};
    enum sim_status status = SIM_OK;
    for (size_t i = 0; status == SIM_OK && i < sizeof files / sizeof *files; i++) {
        FILE *file = sim_folder_open(folder, files[i].name, message, message_size);
        if (file == NULL) {
            return SIM_ERR_IO;
        }
        files[i].write(self, file);
        status = sim_folder_close(file, files[i].name, message, message_size);
    }
    return status;
}

enum sim_status sim_traced_save(const struct sim_traced *self, const char *path,
                                char *message, size_t message_size)
{
    char *aside = NULL;
    enum sim_status status = sim_folder_begin(path, &aside, message, message_size);
    if (status == SIM_OK) {
        status = fill(self, aside, message, message_size);
    }
    if (status == SIM_OK) {
        status = sim_folder_commit(aside, path, message, message_size);
    }
    if (status != SIM_OK && aside != NULL) {
        sim_folder_remove(aside);
    }
    free(aside);
    return status;
}
