/* sim/scenario/canonical.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/scenario/load.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sim/scenario/dist_value.h"
#include "sim/scenario/notation.h"
#include "sim/scenario/number.h"
#include "sim/scenario/series_value.h"

/* One line a value, "path=value", keys of a group in alphabetical order and entries of
 * a list by number, so that neither layout nor layers nor order of keys show. Values
 * that mean the same are written the same. */

#define LINE_PATH_SIZE 1024

static void write_real(double value, FILE *out)
{
    char text[SIM_NUMBER_SIZE];
    sim_number_real(value + 0.0, text); /* -0 is 0 */
    fprintf(out, "%s ", text);
}

static void write_numbers(const struct sim_node *node, FILE *out)
{
    if (sim_node_is_number(node)) {
        write_real(node->real, out);
    }
    for (int i = 0; i < node->child_count; i++) {
        write_numbers(node->children[i], out);
    }
}

static void write_dist(const struct sim_node *value, FILE *out)
{
    const struct sim_node *form = sim_node_child(value, "vorm");
    enum sim_dist_kind kind =
        form != NULL ? sim_dist_value_kind(form->text) : SIM_DIST_FIXED;
    struct sim_dist_fields fields = sim_dist_value_fields(kind);
    fprintf(out, "%s ", sim_dist_kind_name(kind));
    if (form == NULL) {
        write_numbers(value, out);
        return;
    }
    for (int k = 0; k < 2 && fields.names[k] != NULL; k++) {
        write_numbers(sim_node_child(value, fields.names[k]), out);
    }
}

/* A series of one point is constant, whatever its year. */
static void write_series(const struct sim_node *value, FILE *out)
{
    struct sim_series series;
    sim_series_value_read(value, &series);
    for (int i = 0; i < series.count; i++) {
        write_real(series.count > 1 ? series.year[i] : 0, out);
        write_real(series.value[i], out);
    }
}

static void write_value(const struct sim_node *value, enum sim_param_kind kind,
                        FILE *out)
{
    switch (kind) {
    case SIM_PARAM_REAL:
        write_real(value->real, out);
        break;
    case SIM_PARAM_DISTRIBUTION:
        write_dist(value, out);
        break;
    case SIM_PARAM_SERIES:
        write_series(value, out);
        break;
    default:
        sim_notation_write(value, out);
        break;
    }
}

/* The child of [group] that follows [name] in alphabetical order; NULL after the last.
 */
static const struct sim_node *next_child(const struct sim_node *group, const char *name)
{
    const struct sim_node *next = NULL;
    for (int i = 0; i < group->child_count; i++) {
        const struct sim_node *child = group->children[i];
        bool comes_after = strcmp(child->name, name) > 0;
        if (comes_after && (next == NULL || strcmp(child->name, next->name) < 0)) {
            next = child;
        }
    }
    return next;
}

/* Names and descriptions of the whole, and descriptions of parts, change no result. */
static bool is_description(const struct sim_node *node)
{
    bool is_top = node->parent->parent == NULL;
    return strcmp(node->name, "titel") == 0 || strcmp(node->name, "toelichting") == 0 ||
           (is_top && strcmp(node->name, "naam") == 0) ||
           (is_top && strcmp(node->name, "bronnen") == 0);
}

static void write_node(const struct sim_node *node, const char *path, FILE *out)
{
    char below[LINE_PATH_SIZE];
    if (node->schema->param != NULL) {
        fprintf(out, "%s=", path);
        write_value(sim_node_value(node), node->schema->param->kind, out);
        fputc('\n', out);
        return;
    }
    if (node->kind == SIM_NODE_LIST) {
        for (int i = 0; i < node->child_count; i++) {
            snprintf(below, sizeof below, "%s.%d", path, i);
            write_node(node->children[i], below, out);
        }
        return;
    }
    const struct sim_node *child = next_child(node, "");
    for (; child != NULL; child = next_child(node, child->name)) {
        if (!is_description(child)) {
            snprintf(below, sizeof below, "%s.%s", path, child->name);
            write_node(child, below, out);
        }
    }
}

enum sim_status sim_scenario_fill_digest(struct sim_scenario *self)
{
    char *text = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&text, &length);
    if (out == NULL) {
        return SIM_ERR_NO_MEMORY;
    }
    write_node(self->root, "", out);
    enum sim_status status = SIM_ERR_NO_MEMORY;
    if (fclose(out) == 0) {
        status = sim_digest_hex(text, length, self->digest);
    }
    free(text);
    return status;
}
