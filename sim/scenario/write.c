/* sim/scenario/write.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/scenario/load.h"

#include "sim/scenario/notation.h"
#include "sim/scenario/text.h"

struct writer {
    FILE *out;
    bool with_origin;
};

static void indent(const struct writer *self, int depth)
{
    fprintf(self->out, "%*s", 2 * depth, "");
}

/* The name of a file can hold anything; in a comment it must stay on its line. */
static void write_origin(const struct writer *self, const struct sim_node *value)
{
    if (!self->with_origin) {
        return;
    }
    fputs(" // ", self->out);
    for (const char *at = value->file; *at != '\0';) {
        size_t length = sim_text_character(at);
        bool is_printable = length > 0 && !sim_text_is_control(at);
        length = length > 0 ? length : 1;
        fwrite(is_printable ? at : "?", 1, is_printable ? length : 1, self->out);
        at += length;
    }
    if (value->line > 0) {
        fprintf(self->out, ":%d", value->line);
    }
}

static void write_children(const struct writer *self, const struct sim_node *group,
                           int depth);

static void write_list(const struct writer *self, const struct sim_node *list,
                       int depth)
{
    fputs("(", self->out);
    for (int i = 0; i < list->child_count; i++) {
        fputs(i > 0 ? ",\n" : "\n", self->out);
        indent(self, depth + 1);
        fputs("{\n", self->out);
        write_children(self, list->children[i], depth + 2);
        indent(self, depth + 1);
        fputs("}", self->out);
    }
    fputs(");\n", self->out);
}

static void write_child(const struct writer *self, const struct sim_node *node,
                        int depth)
{
    indent(self, depth);
    fprintf(self->out, "%s = ", node->name);
    if (node->schema->param != NULL) {
        sim_notation_write(node, self->out);
        fputc(';', self->out);
        write_origin(self, sim_node_value(node));
        fputc('\n', self->out);
    } else if (node->kind == SIM_NODE_LIST) {
        write_list(self, node, depth);
    } else {
        fputs("{\n", self->out);
        write_children(self, node, depth + 1);
        indent(self, depth);
        fputs("};\n", self->out);
    }
}

static void write_children(const struct writer *self, const struct sim_node *group,
                           int depth)
{
    for (int i = 0; i < group->child_count; i++) {
        write_child(self, group->children[i], depth);
    }
}

enum sim_status sim_scenario_write(const struct sim_scenario *self, FILE *out,
                                   bool with_origin)
{
    struct writer writer = {.out = out, .with_origin = with_origin};
    write_children(&writer, self->root, 0);
    return fflush(out) == 0 && !ferror(out) ? SIM_OK : SIM_ERR_IO;
}
