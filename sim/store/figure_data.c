/* sim/store/figure_data.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/store/figure_internal.h"

#include <errno.h>
#include <limits.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

static bool is_key(const char *key, const char *text, size_t length)
{
    return strlen(key) == length && memcmp(key, text, length) == 0;
}

static int find_dimension(const struct sim_layout *layout, const char *name,
                          size_t length)
{
    for (int i = 0; i < layout->dimension_count; i++) {
        if (is_key(layout->dimensions[i].name, name, length)) {
            return i;
        }
    }
    return -1;
}

static int find_panel_dimension(const struct sim_figure_data *self,
                                const struct sim_layout *layout)
{
    const char *name = self->figure->panel_dimension;
    return name == NULL ? -1 : find_dimension(layout, name, strlen(name));
}

/* Years are the labels of the first dimension that are whole numbers. */
static bool parse_year(const char *key, int *year)
{
    char *end = NULL;
    errno = 0;
    long value = strtol(key, &end, 10);
    if (end == key || *end != '\0' || errno != 0 || value < 1 || value > 9999) {
        return false;
    }
    *year = (int)value;
    return true;
}

static void find_years(struct sim_figure_data *self, const struct sim_results *results)
{
    int first = INT_MAX, last = INT_MIN, year;
    for (int s = 0; s < self->scenario_count; s++) {
        const struct sim_dimension *years = results->scenarios[s].layout->dimensions;
        for (int i = 0; i < years->label_count; i++) {
            if (parse_year(years->labels[i].key, &year)) {
                first = year < first ? year : first;
                last = year > last ? year : last;
            }
        }
    }
    self->first_year = first;
    self->year_count = first <= last ? last - first + 1 : 0;
}

static int find_panel(const struct sim_figure_data *self, const char *key)
{
    for (int i = 0; i < self->panel_count; i++) {
        if (is_key(key, self->panels[i].key, self->panels[i].key_length)) {
            return i;
        }
    }
    return -1;
}

static void add_panel(struct sim_figure_data *self, const char *key, size_t length,
                      const char *title)
{
    if (self->panel_count < SIM_FIGURE_PANEL_MAX) {
        self->panels[self->panel_count++] =
            (struct sim_figure_panel){.key = key, .key_length = length, .title = title};
    } else {
        self->has_more_panels = true;
    }
}

/* The title that the first scenario that knows the panel gives it; NULL: none does. */
static const char *find_panel_title(const struct sim_figure_data *self,
                                    const struct sim_results *results, const char *key,
                                    size_t length)
{
    for (int s = 0; s < self->scenario_count; s++) {
        const struct sim_layout *layout = results->scenarios[s].layout;
        int index = find_panel_dimension(self, layout);
        const struct sim_dimension *dimension = layout->dimensions + index;
        for (int i = 0; index >= 0 && i < dimension->label_count; i++) {
            if (is_key(dimension->labels[i].key, key, length)) {
                return dimension->labels[i].title;
            }
        }
    }
    return NULL;
}

static void add_named_panels(struct sim_figure_data *self,
                             const struct sim_results *results)
{
    const char *key = self->figure->panel_keys;
    while (key != NULL && *key != '\0') {
        size_t length = strcspn(key, "|");
        const char *title = find_panel_title(self, results, key, length);
        if (title != NULL) {
            add_panel(self, key, length, title);
        }
        key += length + (key[length] == '|');
    }
}

/* All labels of all scenarios, those of the base first. */
static void add_all_panels(struct sim_figure_data *self,
                           const struct sim_results *results)
{
    for (int s = 0; s < self->scenario_count; s++) {
        const struct sim_layout *layout = results->scenarios[s].layout;
        int index = find_panel_dimension(self, layout);
        const struct sim_dimension *dimension = layout->dimensions + index;
        for (int i = 0; index >= 0 && i < dimension->label_count; i++) {
            const struct sim_label *label = &dimension->labels[i];
            if (strcmp(label->key, SIM_LABEL_TOTAL) != 0 &&
                find_panel(self, label->key) < 0) {
                add_panel(self, label->key, strlen(label->key), label->title);
            }
        }
    }
}

static void find_panels(struct sim_figure_data *self, const struct sim_results *results)
{
    if (self->figure->panel_keys != NULL) {
        add_named_panels(self, results);
    } else {
        add_all_panels(self, results);
    }
    if (self->panel_count == 0) {
        add_panel(self, SIM_LABEL_TOTAL, strlen(SIM_LABEL_TOTAL), SIM_LABEL_TOTAL);
    }
}

/* Whether [label] is the one that `where` of the figure asks for in the dimension
 * called [name], or the sum over that dimension when it asks for none. */
static bool is_wanted(const struct sim_figure *figure,
                      const struct sim_dimension *dimension,
                      const struct sim_label *label)
{
    const char *where = figure->where;
    const char *equals = where == NULL ? NULL : strchr(where, '=');
    if (equals != NULL && is_key(dimension->name, where, (size_t)(equals - where))) {
        return strcmp(label->key, equals + 1) == 0;
    }
    return strcmp(label->key, SIM_LABEL_TOTAL) == 0 || dimension->label_count == 1;
}

/* Where [cell] stands in the figure; false when it is not in it. */
static bool place_cell(const struct sim_figure_data *self,
                       const struct sim_layout *layout, const struct sim_cell *cell,
                       int panel_dimension, int *panel, int *year)
{
    *panel = 0;
    *year = -1;
    for (int d = 0; d < layout->dimension_count; d++) {
        const struct sim_dimension *dimension = &layout->dimensions[d];
        const struct sim_label *label = &dimension->labels[cell->label[d]];
        if (d == 0) {
            *year = parse_year(label->key, year) ? *year - self->first_year : -1;
        } else if (d == panel_dimension) {
            *panel = find_panel(self, label->key);
        } else if (!is_wanted(self->figure, dimension, label)) {
            return false;
        }
    }
    return *panel >= 0 && *year >= 0;
}

static void gather(struct sim_figure_data *self,
                   const struct sim_scenario_results *from, int scenario)
{
    const struct sim_layout *layout = from->layout;
    int panel_dimension = find_panel_dimension(self, layout);
    for (int i = 0; i < layout->cell_count; i++) {
        const struct sim_measure *of = &self->model->measures[layout->cells[i].measure];
        for (int m = 0; m < self->measure_count; m++) {
            int panel, year;
            if (of == self->measures[m] && place_cell(self, layout, &layout->cells[i],
                                                      panel_dimension, &panel, &year)) {
                struct sim_interval interval =
                    sim_tally_interval(&from->cells[i], 0.95);
                *sim_figure_data_point(self, m, panel, scenario, year) =
                    (struct sim_figure_point){sim_tally_mean(&from->cells[i]),
                                              interval.low, interval.high};
            }
        }
    }
}

static enum sim_status find_measures(struct sim_figure_data *self)
{
    for (int m = 0; m < 2 && self->figure->measures[m] != NULL; m++) {
        for (int i = 0; i < self->model->measure_count; i++) {
            if (strcmp(self->model->measures[i].name, self->figure->measures[m]) == 0) {
                self->measures[m] = &self->model->measures[i];
            }
        }
        if (self->measures[m] == NULL) {
            return SIM_ERR_DOMAIN;
        }
        self->measure_count++;
    }
    return self->measure_count > 0 ? SIM_OK : SIM_ERR_DOMAIN;
}

/* A norm in whole days and one in fractions are read by different functions. */
static double read_norm(const struct sim_figure_data *self,
                        const struct sim_scenario *base)
{
    const char *path = self->measures[0]->norm_path;
    if (path == NULL || !sim_scenario_has(base, NULL, path)) {
        return NAN;
    }
    const struct sim_registry *registry = self->model->registry;
    for (int i = 0; i < registry->count; i++) {
        if (strcmp(registry->params[i].path, path) == 0 &&
            registry->params[i].kind == SIM_PARAM_INTEGER) {
            return (double)sim_scenario_integer(base, NULL, path);
        }
    }
    return sim_scenario_real(base, NULL, path);
}

static enum sim_status allocate_points(struct sim_figure_data *self)
{
    size_t count = (size_t)self->measure_count * (size_t)self->panel_count *
                   (size_t)self->scenario_count * (size_t)self->year_count;
    self->points = malloc(count * sizeof *self->points);
    if (self->points == NULL) {
        return SIM_ERR_NO_MEMORY;
    }
    for (size_t i = 0; i < count; i++) {
        self->points[i] = (struct sim_figure_point){NAN, NAN, NAN};
    }
    return SIM_OK;
}

enum sim_status sim_figure_data_init(struct sim_figure_data *self,
                                     const struct sim_results *results,
                                     const struct sim_scenario *const *scenarios,
                                     const struct sim_figure *figure)
{
    *self = (struct sim_figure_data){.figure = figure,
                                     .model = results->model,
                                     .scenario_total = results->scenario_count,
                                     .replications = results->replications_done};
    self->scenario_count = self->scenario_total < SIM_FIGURE_SCENARIO_MAX
                               ? self->scenario_total
                               : SIM_FIGURE_SCENARIO_MAX;
    find_years(self, results);
    enum sim_status status =
        self->year_count > 0 ? find_measures(self) : SIM_ERR_DOMAIN;
    if (status != SIM_OK) {
        return status;
    }
    find_panels(self, results);
    self->norm = read_norm(self, scenarios[0]);
    status = allocate_points(self);
    for (int s = 0; s < self->scenario_count && status == SIM_OK; s++) {
        self->scenario_titles[s] = sim_scenario_title(scenarios[s]);
        gather(self, &results->scenarios[s], s);
    }
    return status;
}

void sim_figure_data_free(struct sim_figure_data *self)
{
    free(self->points);
    self->points = NULL;
}

struct sim_figure_point *sim_figure_data_point(const struct sim_figure_data *self,
                                               int measure, int panel, int scenario,
                                               int year)
{
    int index =
        ((measure * self->panel_count + panel) * self->scenario_count + scenario) *
            self->year_count +
        year;
    return &self->points[index];
}
