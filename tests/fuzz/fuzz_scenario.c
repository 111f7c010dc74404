/* tests/fuzz/fuzz_scenario.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/fuzz/fuzz_scenario.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <gsl/gsl_errno.h>

#include "models/model.h"
#include "sim/scenario/load.h"
#include "sim/scenario/text.h"

#define FOLDER TEST_SOURCE_DIR "/tests/scenario/model/"
#define SETTING_MAX 8
#define NUMBER_MAX SIM_SERIES_POINT_MAX

/* What is loaded: a text when there is one, otherwise the file at [path]. */
struct source {
    const char *path;
    const char *text;
    size_t length;
    const char *settings[SETTING_MAX];
    int setting_count;
};

static void demand(bool holds, const char *what)
{
    if (!holds) {
        fprintf(stderr, "fuzz_scenario: %s\n", what);
        abort();
    }
}

/* Takes the faults. */
static int check_faults(struct sim_faults *faults)
{
    int count = faults->count + faults->dropped;
    for (int i = 0; i < faults->count; i++) {
        const struct sim_fault *fault = &faults->items[i];
        demand(fault->line >= 0, "a fault has a line before the first");
        demand(fault->text[0] != '\0' && sim_text_is_clean(fault->text),
               "a fault cannot be read");
    }
    sim_faults_free(faults);
    return count;
}

/* NULL when the source is refused. */
static struct sim_scenario *load(const struct source *source)
{
    struct sim_scenario *scenario = NULL;
    struct sim_faults faults = {0};
    enum sim_status status =
        source->text != NULL
            ? sim_scenario_load_text(&scenario, wmo_model.registry, source->path,
                                     source->text, source->length, source->settings,
                                     source->setting_count, &faults)
            : sim_scenario_load(&scenario, wmo_model.registry, source->path,
                                source->settings, source->setting_count, &faults);
    int fault_count = check_faults(&faults);
    if (status == SIM_OK) {
        demand(scenario != NULL && fault_count == 0, "loaded with a fault");
    } else {
        demand(status == SIM_ERR_INPUT || status == SIM_ERR_NO_INPUT,
               "refused for another reason than the input");
        demand(scenario == NULL && fault_count > 0, "refused without a fault");
    }
    return scenario;
}

static int check_model(const struct sim_scenario *scenario)
{
    struct sim_faults faults = {0};
    wmo_model.check(scenario, &faults);
    return check_faults(&faults);
}

static char *written(const struct sim_scenario *scenario, bool with_origin)
{
    char *text = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&text, &length);
    demand(out != NULL, "no memory");
    demand(sim_scenario_write(scenario, out, with_origin) == SIM_OK, "not written");
    demand(fclose(out) == 0, "no memory");
    return text;
}

/* Some of what a value holds, as numbers; returns how many. */
static int read_numbers(const struct sim_scenario *scenario,
                        const struct sim_value_view *view, double numbers[NUMBER_MAX])
{
    struct sim_date date;
    struct sim_dist dist;
    struct sim_series series;
    int count = 1;
    switch (view->param->kind) {
    case SIM_PARAM_INTEGER:
        numbers[0] = (double)sim_scenario_integer(scenario, NULL, view->path);
        break;
    case SIM_PARAM_REAL:
        numbers[0] = sim_scenario_real(scenario, NULL, view->path);
        break;
    case SIM_PARAM_BOOLEAN:
        numbers[0] = sim_scenario_boolean(scenario, NULL, view->path);
        break;
    case SIM_PARAM_TEXT:
        numbers[0] = (double)strlen(sim_scenario_text(scenario, NULL, view->path));
        break;
    case SIM_PARAM_CHOICE:
        numbers[0] = sim_scenario_choice(scenario, NULL, view->path);
        break;
    case SIM_PARAM_DATE:
        date = sim_scenario_date(scenario, NULL, view->path);
        numbers[0] = sim_date_year_fraction(date);
        break;
    case SIM_PARAM_NAME:
        numbers[0] = sim_scenario_reference(scenario, NULL, view->path);
        break;
    case SIM_PARAM_NAMES:
        count = sim_scenario_count(scenario, NULL, view->path);
        for (int i = 0; i < count && i < NUMBER_MAX; i++) {
            numbers[i] = sim_scenario_reference_at(scenario, NULL, view->path, i);
        }
        break;
    case SIM_PARAM_DISTRIBUTION:
        sim_scenario_dist(scenario, NULL, view->path, &dist);
        numbers[0] = dist.mean;
        numbers[1] = sim_dist_cv2(&dist);
        count = 2;
        break;
    case SIM_PARAM_SERIES:
        sim_scenario_series(scenario, NULL, view->path, &series);
        count = series.count;
        memcpy(numbers, series.value, (size_t)count * sizeof *numbers);
        break;
    }
    return count < NUMBER_MAX ? count : NUMBER_MAX;
}

/* A scenario, and what it is after it is written and read back. */
struct pair {
    const struct sim_scenario *scenario;
    const struct sim_scenario *again;
};

static void check_value(void *context, const struct sim_value_view *view)
{
    const struct pair *pair = context;
    const char *const texts[] = {view->path, view->value, view->source, view->status,
                                 view->low,  view->high,  view->spread};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        demand(sim_text_is_clean(texts[i]), "a value cannot be shown");
    }
    demand(view->file[0] != '\0' && view->line >= 0, "a value comes from nowhere");
    double numbers[NUMBER_MAX];
    double numbers_again[NUMBER_MAX];
    int count = read_numbers(pair->scenario, view, numbers);
    int count_again = read_numbers(pair->again, view, numbers_again);
    demand(count == count_again, "a value changed");
    for (int i = 0; i < count; i++) {
        demand(numbers[i] == numbers_again[i], "a value changed");
    }
}

static void check_same(const struct sim_scenario *scenario,
                       const struct sim_scenario *again)
{
    struct pair pair = {scenario, again};
    demand(strcmp(sim_scenario_digest(scenario), sim_scenario_digest(again)) == 0,
           "the digest changed");
    sim_scenario_visit(scenario, check_value, &pair);
    demand(check_model(scenario) == check_model(again), "the model finds other faults");
    char *text = written(scenario, false);
    char *text_again = written(again, false);
    demand(strcmp(text, text_again) == 0, "the text changed");
    free(text);
    free(text_again);
}

static void check_round_trip(const struct sim_scenario *scenario)
{
    char *text = written(scenario, true);
    struct source source = {.path = "again.cfg", .text = text, .length = strlen(text)};
    struct sim_scenario *again = load(&source);
    demand(again != NULL, "what was written is refused");
    check_same(scenario, again);
    sim_scenario_destroy(again);
    free(text);
}

static void check(const struct source *source)
{
    struct sim_scenario *scenario = load(source);
    if (scenario != NULL) {
        check_round_trip(scenario);
    }
    sim_scenario_destroy(scenario);
}

static void check_settings(const char *lines, size_t length)
{
    struct source source = {.path = FOLDER "mini.cfg"};
    char *copy = strndup(lines, length);
    demand(copy != NULL, "no memory");
    char *rest = copy;
    while (rest != NULL && source.setting_count < SETTING_MAX) {
        source.settings[source.setting_count++] = strsep(&rest, "\n");
    }
    check(&source);
    free(copy);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *text = size > 0 ? (const char *)data : "";
    gsl_set_error_handler_off();
    if (text[0] == '=') {
        check_settings(text + 1, size - 1);
    } else {
        struct source source = {
            .path = FOLDER "invoer.cfg", .text = text, .length = size};
        check(&source);
    }
    return 0;
}
