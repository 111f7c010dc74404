/* sim/cli/selection.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/cli/selection.h"

#include <stdlib.h>
#include <string.h>

#include "sim/cli/command.h"
#include "sim/scenario/suggest.h"

/* What is being found. */
struct selection {
    const struct sim_model *model;
    const char *option, *text;
    const struct sim_scenario *scenario;
    const struct sim_layout *layout;
    struct sim_cell wanted; /* label -1: not named yet */
};

/* --- Names --- */

/* "; bedoelde u 'x'?" or "; kies uit ..."; nothing when there is no memory for it. */
static void suggest(const char *wrong, int count,
                    const char *(*name_at)(const void *context, int index),
                    const void *context, char text[SIM_SUGGEST_SIZE])
{
    const char **names = calloc((size_t)count + 1, sizeof *names);
    text[0] = '\0';
    if (names != NULL) {
        for (int i = 0; i < count; i++) {
            names[i] = name_at(context, i);
        }
        sim_suggest_name(wrong, names, count, text);
    }
    free(names);
}

static const char *measure_at(const void *context, int index)
{
    const struct sim_model *model = context;
    return model->measures[index].name;
}

static const char *dimension_at(const void *context, int index)
{
    const struct sim_layout *layout = context;
    return layout->dimensions[index].name;
}

static const char *label_at(const void *context, int index)
{
    const struct sim_dimension *dimension = context;
    return dimension->labels[index].key;
}

/* The index of the name [text]; -1: none. */
static int find_name(const char *text, int count,
                     const char *(*name_at)(const void *context, int index),
                     const void *context)
{
    for (int i = 0; i < count; i++) {
        if (strcmp(name_at(context, i), text) == 0) {
            return i;
        }
    }
    return -1;
}

/* --- The measure --- */

static int find_measure(const struct sim_model *model, const char *text)
{
    char *name = strndup(text, strcspn(text, ":"));
    const int found =
        name == NULL ? -1 : find_name(name, model->measure_count, measure_at, model);
    free(name);
    return found;
}

enum sim_status sim_selection_check(const struct sim_model *model, const char *option,
                                    const char *text)
{
    char hint[SIM_SUGGEST_SIZE];
    if (find_measure(model, text) >= 0) {
        return SIM_OK;
    }
    char *name = strndup(text, strcspn(text, ":"));
    if (name == NULL) {
        return SIM_ERR_NO_MEMORY;
    }
    suggest(name, model->measure_count, measure_at, model, hint);
    sim_command_complain(model, "%s: onbekende maat '%s'%s", option, name, hint);
    free(name);
    return SIM_ERR_USAGE;
}

/* --- The labels --- */

/* The length of the part at [text]: up to a comma that another part follows. */
static size_t part_length(const char *text)
{
    size_t length = strcspn(text, ",");
    while (text[length] == ',') {
        const char *next = &text[length + 1];
        const size_t word = strcspn(next, ",=");
        if (next[word] == '=') {
            break;
        }
        length += 1 + strcspn(next, ",");
    }
    return length;
}

static enum sim_status complain_unknown(const struct selection *self, const char *kind,
                                        const char *name, int count,
                                        const char *(*name_at)(const void *, int),
                                        const void *context)
{
    char hint[SIM_SUGGEST_SIZE];
    suggest(name, count, name_at, context, hint);
    sim_command_complain(self->model, "%s: scenario '%s' heeft geen %s '%s'%s",
                         self->option, sim_scenario_name(self->scenario), kind, name,
                         hint);
    return SIM_ERR_USAGE;
}

/* Takes "dimension=label"; cuts [part] in two. */
static enum sim_status take_part(struct selection *self, char *part)
{
    const struct sim_layout *layout = self->layout;
    char *equals = strchr(part, '=');
    if (equals == NULL) {
        sim_command_complain(self->model,
                             "%s: '%s' kan niet; schrijf maat:dimensie=label,...",
                             self->option, self->text);
        return SIM_ERR_USAGE;
    }
    *equals = '\0';
    const int d = find_name(part, layout->dimension_count, dimension_at, layout);
    if (d < 0) {
        return complain_unknown(self, "dimensie", part, layout->dimension_count,
                                dimension_at, layout);
    }
    const struct sim_dimension *dimension = &layout->dimensions[d];
    if (self->wanted.label[d] >= 0) {
        sim_command_complain(self->model, "%s: '%s' staat er twee keer", self->option,
                             part);
        return SIM_ERR_USAGE;
    }
    const int label =
        find_name(equals + 1, dimension->label_count, label_at, dimension);
    if (label < 0) {
        return complain_unknown(self, part, equals + 1, dimension->label_count,
                                label_at, dimension);
    }
    self->wanted.label[d] = (int16_t)label;
    return SIM_OK;
}

static enum sim_status take_parts(struct selection *self)
{
    const char *next = strchr(self->text, ':');
    enum sim_status status = SIM_OK;
    while (next != NULL && status == SIM_OK) {
        const size_t length = part_length(next + 1);
        char *part = strndup(next + 1, length);
        if (part == NULL) {
            return SIM_ERR_NO_MEMORY;
        }
        status = take_part(self, part);
        free(part);
        next = next[1 + length] == ',' ? next + 1 + length : NULL;
    }
    return status;
}

/* Dimensions that were not named are summed over. */
static enum sim_status take_totals(struct selection *self)
{
    for (int d = 0; d < self->layout->dimension_count; d++) {
        const struct sim_dimension *dimension = &self->layout->dimensions[d];
        if (self->wanted.label[d] >= 0) {
            continue;
        }
        const int total =
            find_name(SIM_LABEL_TOTAL, dimension->label_count, label_at, dimension);
        if (total < 0) {
            sim_command_complain(self->model, "%s: '%s' heeft geen totaal; noem een %s",
                                 self->option, dimension->name, dimension->name);
            return SIM_ERR_USAGE;
        }
        self->wanted.label[d] = (int16_t)total;
    }
    return SIM_OK;
}

static int find_cell(const struct selection *self)
{
    const struct sim_layout *layout = self->layout;
    for (int i = 0; i < layout->cell_count; i++) {
        bool is_same = layout->cells[i].measure == self->wanted.measure;
        for (int d = 0; d < layout->dimension_count; d++) {
            is_same = is_same && layout->cells[i].label[d] == self->wanted.label[d];
        }
        if (is_same) {
            return i;
        }
    }
    return -1;
}

enum sim_status sim_selection_find(const struct sim_model *model, const char *option,
                                   const char *text,
                                   const struct sim_scenario *scenario,
                                   const struct sim_layout *layout, int32_t *cell)
{
    struct selection self = {model, option, text, scenario, layout, {.measure = 0}};
    enum sim_status status = sim_selection_check(model, option, text);
    if (status != SIM_OK) {
        return status;
    }
    self.wanted.measure = (int16_t)find_measure(model, text);
    for (int d = 0; d < SIM_DIMENSION_MAX; d++) {
        self.wanted.label[d] = -1;
    }
    status = take_parts(&self);
    if (status == SIM_OK) {
        status = take_totals(&self);
    }
    *cell = status == SIM_OK ? find_cell(&self) : -1;
    if (status == SIM_OK && *cell < 0) {
        sim_command_complain(model,
                             "%s: '%s' wordt in scenario '%s' niet zo uitgesplitst; "
                             "noem minder labels",
                             option, text, sim_scenario_name(scenario));
        status = SIM_ERR_USAGE;
    }
    return status;
}
