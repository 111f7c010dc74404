/* sim/scenario/visit.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/scenario/scenario.h"

#include <stdlib.h>

#include "sim/scenario/load.h"
#include "sim/scenario/notation.h"
#include "sim/scenario/number.h"

struct visitor {
    void (*visit)(void *context, const struct sim_value_view *view);
    void *context;
};

static const char *text_of(const struct sim_node *leaf, const char *key)
{
    const struct sim_node *node = sim_node_child(leaf, key);
    return node != NULL ? node->text : "";
}

static const char *bound_of(const struct sim_node *leaf, const char *key,
                            char buffer[SIM_NUMBER_SIZE])
{
    const struct sim_node *node = sim_node_child(leaf, key);
    if (node == NULL) {
        return "";
    }
    sim_number_plain(node->real, buffer);
    return buffer;
}

static void visit_leaf(const struct visitor *self, const struct sim_node *leaf)
{
    char path[SIM_NODE_PATH_SIZE];
    char low[SIM_NUMBER_SIZE];
    char high[SIM_NUMBER_SIZE];
    const struct sim_node *value = sim_node_value(leaf);
    char *text = sim_notation_text(value);
    sim_node_path(leaf, path);
    struct sim_value_view view = {.path = path,
                                  .param = leaf->schema->param,
                                  .value = text != NULL ? text : "(geen geheugen)",
                                  .source = text_of(leaf, "bron"),
                                  .status = text_of(leaf, "status"),
                                  .low = bound_of(leaf, "laag", low),
                                  .high = bound_of(leaf, "hoog", high),
                                  .explanation = text_of(leaf, "toelichting"),
                                  .spread = text_of(leaf, "verdeling"),
                                  .file = value->file,
                                  .line = value->line};
    self->visit(self->context, &view);
    free(text);
}

static void visit_below(const struct visitor *self, const struct sim_node *node)
{
    for (int i = 0; i < node->child_count; i++) {
        const struct sim_node *child = node->children[i];
        if (child->schema->param != NULL) {
            visit_leaf(self, child);
        } else {
            visit_below(self, child);
        }
    }
}

void sim_scenario_visit(const struct sim_scenario *self,
                        void (*visit)(void *context, const struct sim_value_view *view),
                        void *context)
{
    struct visitor visitor = {visit, context};
    visit_below(&visitor, self->root);
}
