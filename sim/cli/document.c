/* sim/cli/document.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/cli/document.h"

#include <stdlib.h>
#include <string.h>

#include "sim/cli/range.h"

/* Longer values are not shown: they stand in the scenario. */
#define VALUE_MAX 60

/* --- Markdown --- */

static void begin_block(FILE *out, const char *name)
{
    fprintf(out, "<!-- begin: %s -->\n", name);
}

static void end_block(FILE *out, const char *name)
{
    fprintf(out, "<!-- end: %s -->\n", name);
}

static void put_text(FILE *out, const char *text)
{
    for (; *text != '\0'; text++) {
        if (*text == '|') {
            fputc('\\', out);
        }
        fputc(*text == '\n' ? ' ' : *text, out);
    }
}

/* A row of cells; number [code] is code. */
static void put_row(FILE *out, int code, const char *const *cells, int count)
{
    fputc('|', out);
    for (int i = 0; i < count; i++) {
        const char *quote = i == code ? "`" : "";
        fprintf(out, " %s", quote);
        put_text(out, cells[i]);
        fprintf(out, "%s |", quote);
    }
    fputc('\n', out);
}

static void put_header(FILE *out, const char *const *cells, int count)
{
    put_row(out, -1, cells, count);
    fputc('|', out);
    for (int i = 0; i < count; i++) {
        fputs("---|", out);
    }
    fputc('\n', out);
}

/* --- Tables of the model --- */

static const char *priority_text(enum sim_priority priority)
{
    switch (priority) {
    case SIM_PRIORITY_POLICY:
        return "1 beleid";
    case SIM_PRIORITY_RELEASE:
        return "2 vrijkomen";
    case SIM_PRIORITY_RENEGE:
        return "3 opgeven";
    case SIM_PRIORITY_ARRIVAL:
        return "4 aankomen";
    case SIM_PRIORITY_MEASURE:
        return "5 meten";
    }
    return "";
}

static void put_events(const struct sim_engine *engine, FILE *out)
{
    static const char *const header[] = {"gebeurtenis", "volgorde op één moment"};
    begin_block(out, "gebeurtenissen");
    put_header(out, header, 2);
    for (uint32_t i = 0; i < engine->type_count; i++) {
        const char *const cells[] = {engine->types[i].name,
                                     priority_text(engine->types[i].priority)};
        put_row(out, 0, cells, 2);
    }
    end_block(out, "gebeurtenissen");
}

static void put_trace(const struct sim_trace *trace, FILE *out)
{
    static const char *const header[] = {"sleutel", "in de tijdlijn"};
    begin_block(out, "journaal");
    put_header(out, header, 2);
    for (int i = 0; i < trace->kind_count; i++) {
        const char *const cells[] = {trace->kinds[i].key, trace->kinds[i].sentence};
        put_row(out, 0, cells, 2);
    }
    end_block(out, "journaal");
}

static void put_measures(const struct sim_model *model, FILE *out)
{
    static const char *const header[] = {"maat", "soort", "eenheid", "definitie"};
    begin_block(out, "maten");
    put_header(out, header, 4);
    for (int i = 0; i < model->measure_count; i++) {
        const struct sim_measure *m = &model->measures[i];
        const char *const cells[] = {m->name, m->group, m->unit, m->definition};
        put_row(out, 0, cells, 4);
    }
    end_block(out, "maten");
}

/* --- Values of the scenario, one row per parameter --- */

/* What the values of one parameter have in common. */
struct summary {
    const struct sim_param *param;
    const char *status; /* only those with this; NULL: all */
    int count;
    bool is_same;              /* all values */
    bool is_number;            /* all values */
    double low, high;          /* of the values, when numbers */
    char value[VALUE_MAX + 1]; /* the first; "" when too long */
    char bounds[80];           /* laag and hoog of the first */
    char path[256];            /* of the first */
    char *statuses, *sources;  /* owned; each once, ", " between */
    char *explanation;         /* owned; of the first that has one */
    bool has_failed;
};

static char *copy_text(struct summary *self, const char *text)
{
    char *copy = strdup(text);
    self->has_failed |= copy == NULL;
    return copy;
}

/* Adds [text] to the list when it is not there yet. */
static void add_once(struct summary *self, char **list, const char *text,
                     const char *separator)
{
    if (*text == '\0' || (*list != NULL && strstr(*list, text) != NULL)) {
        return;
    }
    if (*list == NULL) {
        *list = copy_text(self, text);
        return;
    }
    const size_t size = strlen(*list) + strlen(separator) + strlen(text) + 1;
    char *grown = malloc(size);
    if (grown == NULL) {
        self->has_failed = true;
        return;
    }
    snprintf(grown, size, "%s%s%s", *list, separator, text);
    free(*list);
    *list = grown;
}

static void take_first(struct summary *self, const struct sim_value_view *view)
{
    const size_t length = strlen(view->value);
    snprintf(self->value, sizeof self->value, "%s",
             length <= VALUE_MAX ? view->value : "");
    snprintf(self->path, sizeof self->path, "%s", view->path);
    if (*view->low != '\0' || *view->high != '\0') {
        snprintf(self->bounds, sizeof self->bounds, "%s tot %s", view->low, view->high);
    }
    self->is_same = true;
    self->is_number = true;
}

static void take_value(void *context, const struct sim_value_view *view)
{
    struct summary *self = context;
    char *end;
    if (view->param != self->param ||
        (self->status != NULL && strcmp(view->status, self->status) != 0)) {
        return;
    }
    const double number = strtod(view->value, &end);
    if (self->count++ == 0) {
        take_first(self, view);
        self->low = self->high = number;
    }
    self->is_same = self->is_same && strcmp(self->value, view->value) == 0;
    self->is_number = self->is_number && end != view->value && *end == '\0';
    self->low = number < self->low ? number : self->low;
    self->high = number > self->high ? number : self->high;
    add_once(self, &self->statuses, view->status, ", ");
    add_once(self, &self->sources, view->source, "; ");
    if (self->explanation == NULL && *view->explanation != '\0') {
        self->explanation = copy_text(self, view->explanation);
    }
}

/* "0.2", "0.2 (7 keer)", "0.1 tot 0.4 (7 waarden)" or "7 waarden". */
static void write_values(const struct summary *self, char *text, size_t size)
{
    if (self->count == 1) {
        snprintf(text, size, "%s", *self->value == '\0' ? "zie scenario" : self->value);
    } else if (self->is_same && *self->value != '\0') {
        snprintf(text, size, "%s (%d keer)", self->value, self->count);
    } else if (self->is_number) {
        snprintf(text, size, "%.10g tot %.10g (%d waarden)", self->low, self->high,
                 self->count);
    } else {
        snprintf(text, size, "%d waarden", self->count);
    }
}

/* The texts about sources themselves are a table of their own. */
static bool is_shown(const struct sim_param *param)
{
    return param->kind != SIM_PARAM_TEXT;
}

static void put_input(const struct summary *self, FILE *out)
{
    char range[SIM_RANGE_SIZE], values[160] = "weggelaten";
    sim_range_text(self->param, '.', range, sizeof range);
    if (self->count > 0) {
        write_values(self, values, sizeof values);
    }
    const char *const cells[] = {self->param->path,
                                 self->param->meaning,
                                 self->param->unit,
                                 range,
                                 values,
                                 self->statuses == NULL ? "" : self->statuses,
                                 self->sources == NULL ? "" : self->sources};
    put_row(out, 0, cells, 7);
}

/* Numbered, so that people can speak of them. */
static void put_assumption(const struct summary *self, int number, FILE *out)
{
    char values[160], label[16];
    snprintf(label, sizeof label, "A%d", number);
    write_values(self, values, sizeof values);
    const char *const cells[] = {label,
                                 self->count == 1 ? self->path : self->param->path,
                                 values, self->count == 1 ? self->bounds : "",
                                 self->explanation != NULL ? self->explanation
                                 : self->sources != NULL   ? self->sources
                                                           : ""};
    put_row(out, 1, cells, 5);
}

/* Calls [put] for every parameter with a summary of its values. */
static enum sim_status for_parameters(const struct sim_model *model,
                                      const struct sim_scenario *scenario,
                                      const char *status, FILE *out)
{
    bool has_failed = false;
    int number = 0;
    for (int i = 0; i < model->registry->count && !has_failed; i++) {
        struct summary summary = {.param = &model->registry->params[i],
                                  .status = status};
        if (!is_shown(summary.param)) {
            continue;
        }
        sim_scenario_visit(scenario, take_value, &summary);
        if (status == NULL) {
            put_input(&summary, out);
        } else if (summary.count > 0) {
            put_assumption(&summary, ++number, out);
        }
        has_failed = summary.has_failed;
        free(summary.statuses);
        free(summary.sources);
        free(summary.explanation);
    }
    return has_failed ? SIM_ERR_NO_MEMORY : SIM_OK;
}

static enum sim_status put_inputs(const struct sim_model *model,
                                  const struct sim_scenario *scenario, FILE *out)
{
    static const char *const header[] = {"pad",    "betekenis", "eenheid", "toegestaan",
                                         "waarde", "status",    "bron"};
    begin_block(out, "invoer");
    put_header(out, header, 7);
    const enum sim_status status = for_parameters(model, scenario, NULL, out);
    end_block(out, "invoer");
    return status;
}

static enum sim_status put_assumptions(const struct sim_model *model,
                                       const struct sim_scenario *scenario, FILE *out)
{
    static const char *const header[] = {"nr", "pad", "waarde", "laag tot hoog",
                                         "waarom"};
    begin_block(out, "aannames");
    put_header(out, header, 5);
    const enum sim_status status = for_parameters(model, scenario, "aanname", out);
    end_block(out, "aannames");
    return status;
}

static void put_sources(const struct sim_scenario *scenario, FILE *out)
{
    static const char *const header[] = {"naam", "titel", "vindplaats"};
    begin_block(out, "bronnen");
    put_header(out, header, 3);
    for (int i = 0; i < sim_scenario_count(scenario, NULL, "bronnen"); i++) {
        const struct sim_node *source =
            sim_scenario_entry(scenario, NULL, "bronnen", i);
        const char *const cells[] = {
            sim_scenario_text(scenario, source, "naam"),
            sim_scenario_has(scenario, source, "titel")
                ? sim_scenario_text(scenario, source, "titel")
                : "",
            sim_scenario_has(scenario, source, "vindplaats")
                ? sim_scenario_text(scenario, source, "vindplaats")
                : ""};
        put_row(out, 0, cells, 3);
    }
    end_block(out, "bronnen");
}

enum sim_status sim_document_write(const struct sim_model *model,
                                   const struct sim_scenario *scenario, FILE *out)
{
    void *instance = NULL;
    enum sim_status status = model->create(scenario, &instance);
    if (status == SIM_OK) {
        put_events(model->engine(instance), out);
        if (model->trace != NULL) {
            put_trace(model->trace, out);
        }
        put_measures(model, out);
        status = put_inputs(model, scenario, out);
    }
    if (status == SIM_OK) {
        status = put_assumptions(model, scenario, out);
        put_sources(scenario, out);
    }
    model->destroy(instance);
    return status;
}
