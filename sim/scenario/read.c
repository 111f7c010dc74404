/* sim/scenario/read.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/scenario/scenario.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>

#include "sim/scenario/choice.h"
#include "sim/scenario/dist_value.h"
#include "sim/scenario/load.h"
#include "sim/scenario/series_value.h"

const char *sim_scenario_name(const struct sim_scenario *self)
{
    return sim_scenario_text(self, NULL, "naam");
}

const char *sim_scenario_title(const struct sim_scenario *self)
{
    bool has_title = sim_scenario_has(self, NULL, "titel");
    return sim_scenario_text(self, NULL, has_title ? "titel" : "naam");
}

int sim_scenario_file_count(const struct sim_scenario *self)
{
    return self->source_count;
}

struct sim_scenario_file sim_scenario_file(const struct sim_scenario *self, int index)
{
    assert(index >= 0 && index < self->source_count);
    const struct sim_source *source = &self->sources[self->source_count - 1 - index];
    return (struct sim_scenario_file){source->path, source->sha256};
}

const char *sim_scenario_digest(const struct sim_scenario *self)
{
    return self->digest;
}

static const struct sim_node *start(const struct sim_scenario *self,
                                    const struct sim_node *node)
{
    return node != NULL ? node : self->root;
}

/* The registry's line on [path]; asserts that there is one. */
static const struct sim_schema *known(const struct sim_scenario *self,
                                      const struct sim_node *node, const char *path)
{
    const struct sim_schema *schema =
        sim_schema_descend(start(self, node)->schema, path);
    assert(schema != NULL);
    return schema;
}

const struct sim_node *sim_scenario_find(const struct sim_scenario *self,
                                         const struct sim_node *node, const char *path)
{
    (void)known(self, node, path);
    return sim_node_descend(start(self, node), path);
}

bool sim_scenario_has(const struct sim_scenario *self, const struct sim_node *node,
                      const char *path)
{
    return sim_scenario_find(self, node, path) != NULL;
}

/* The value of the parameter at [path], which is of [kind] and exists. */
static const struct sim_node *value_at(const struct sim_scenario *self,
                                       const struct sim_node *node, const char *path,
                                       enum sim_param_kind kind)
{
    const struct sim_node *leaf = sim_scenario_find(self, node, path);
    assert(leaf != NULL && leaf->schema->param != NULL);
    assert(leaf->schema->param->kind == kind);
    (void)kind;
    return sim_node_value(leaf);
}

int64_t sim_scenario_integer(const struct sim_scenario *self,
                             const struct sim_node *node, const char *path)
{
    return value_at(self, node, path, SIM_PARAM_INTEGER)->integer;
}

double sim_scenario_real(const struct sim_scenario *self, const struct sim_node *node,
                         const char *path)
{
    return value_at(self, node, path, SIM_PARAM_REAL)->real;
}

int64_t sim_scenario_integer_or(const struct sim_scenario *self,
                                const struct sim_node *node, const char *path,
                                int64_t otherwise)
{
    return sim_scenario_has(self, node, path) ? sim_scenario_integer(self, node, path)
                                              : otherwise;
}

double sim_scenario_real_or(const struct sim_scenario *self,
                            const struct sim_node *node, const char *path,
                            double otherwise)
{
    return sim_scenario_has(self, node, path) ? sim_scenario_real(self, node, path)
                                              : otherwise;
}

bool sim_scenario_boolean(const struct sim_scenario *self, const struct sim_node *node,
                          const char *path)
{
    return value_at(self, node, path, SIM_PARAM_BOOLEAN)->integer != 0;
}

/* Any kind that is written as one text can be read as text. */
const char *sim_scenario_text(const struct sim_scenario *self,
                              const struct sim_node *node, const char *path)
{
    const struct sim_node *leaf = sim_scenario_find(self, node, path);
    assert(leaf != NULL && sim_node_value(leaf)->kind == SIM_NODE_TEXT);
    return sim_node_value(leaf)->text;
}

int sim_scenario_choice(const struct sim_scenario *self, const struct sim_node *node,
                        const char *path)
{
    const struct sim_node *value = value_at(self, node, path, SIM_PARAM_CHOICE);
    return sim_choice_index(known(self, node, path)->param->allowed, value->text);
}

struct sim_date sim_scenario_date(const struct sim_scenario *self,
                                  const struct sim_node *node, const char *path)
{
    struct sim_date date;
    bool is_date =
        sim_date_parse(value_at(self, node, path, SIM_PARAM_DATE)->text, &date);
    assert(is_date);
    (void)is_date;
    return date;
}

void sim_scenario_dist(const struct sim_scenario *self, const struct sim_node *node,
                       const char *path, struct sim_dist *dist)
{
    bool is_dist =
        sim_dist_value_read(value_at(self, node, path, SIM_PARAM_DISTRIBUTION), dist);
    assert(is_dist);
    (void)is_dist;
}

void sim_scenario_series(const struct sim_scenario *self, const struct sim_node *node,
                         const char *path, struct sim_series *series)
{
    sim_series_value_read(value_at(self, node, path, SIM_PARAM_SERIES), series);
}

void sim_scenario_series_or(const struct sim_scenario *self,
                            const struct sim_node *node, const char *path,
                            double otherwise, struct sim_series *series)
{
    if (sim_scenario_has(self, node, path)) {
        sim_scenario_series(self, node, path, series);
    } else {
        *series = (struct sim_series){.count = 1, .value[0] = otherwise};
    }
}

int sim_scenario_count(const struct sim_scenario *self, const struct sim_node *node,
                       const char *path)
{
    const struct sim_node *found = sim_scenario_find(self, node, path);
    return found != NULL ? sim_node_value(found)->child_count : 0;
}

const struct sim_node *sim_scenario_entry(const struct sim_scenario *self,
                                          const struct sim_node *node, const char *path,
                                          int index)
{
    const struct sim_node *list = sim_scenario_find(self, node, path);
    assert(list != NULL && list->kind == SIM_NODE_LIST);
    assert(index >= 0 && index < list->child_count);
    return list->children[index];
}

int sim_scenario_index(const struct sim_scenario *self, const struct sim_node *node,
                       const char *path, const char *name)
{
    const struct sim_node *list = sim_scenario_find(self, node, path);
    return list != NULL ? sim_node_entry_index(list, name) : -1;
}

const char *sim_scenario_name_at(const struct sim_scenario *self,
                                 const struct sim_node *node, const char *path,
                                 int index)
{
    const struct sim_node *names = value_at(self, node, path, SIM_PARAM_NAMES);
    assert(index >= 0 && index < names->child_count);
    return names->children[index]->text;
}

/* The place of [name] in the list that [param] refers to. */
static int reference(const struct sim_scenario *self, const struct sim_param *param,
                     const char *name)
{
    int index = sim_scenario_index(self, NULL, param->allowed, name);
    assert(index >= 0);
    return index;
}

int sim_scenario_reference(const struct sim_scenario *self, const struct sim_node *node,
                           const char *path)
{
    const struct sim_node *value = value_at(self, node, path, SIM_PARAM_NAME);
    return reference(self, known(self, node, path)->param, value->text);
}

int sim_scenario_reference_at(const struct sim_scenario *self,
                              const struct sim_node *node, const char *path, int index)
{
    const char *name = sim_scenario_name_at(self, node, path, index);
    return reference(self, known(self, node, path)->param, name);
}

void sim_scenario_fault(const struct sim_scenario *self, const struct sim_node *node,
                        const char *path, struct sim_faults *faults, const char *format,
                        ...)
{
    char text[512];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    const struct sim_node *found = sim_scenario_find(self, node, path);
    const struct sim_node *place =
        found != NULL ? sim_node_value(found) : start(self, node);
    sim_faults_add(faults, place->file, place->line, "%s", text);
}
