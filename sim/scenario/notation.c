/* sim/scenario/notation.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/scenario/notation.h"

#include <limits.h>
#include <stdlib.h>

#include "sim/scenario/number.h"

static bool needs_suffix(const struct sim_node *node)
{
    return node->kind == SIM_NODE_INTEGER &&
           (node->integer < INT_MIN || node->integer > INT_MAX);
}

static void write_integer(const struct sim_node *node, bool has_suffix, FILE *out)
{
    fprintf(out, "%lld%s", (long long)node->integer, has_suffix ? "L" : "");
}

static void write_real(double value, FILE *out)
{
    char text[SIM_NUMBER_SIZE];
    sim_number_real(value, text);
    fputs(text, out);
}

void sim_notation_write_text(const char *text, FILE *out)
{
    putc('"', out);
    for (; *text != '\0'; text++) {
        if (*text == '"' || *text == '\\') {
            putc('\\', out);
        }
        putc(*text, out);
    }
    putc('"', out);
}

/* libconfig takes 1 and 1L for different kinds, and an array has only one. */
static void write_array(const struct sim_node *array, FILE *out)
{
    bool has_suffix = false;
    for (int i = 0; i < array->child_count; i++) {
        has_suffix = has_suffix || needs_suffix(array->children[i]);
    }
    fputs("[", out);
    for (int i = 0; i < array->child_count; i++) {
        const struct sim_node *element = array->children[i];
        fputs(i > 0 ? ", " : "", out);
        if (element->kind == SIM_NODE_INTEGER) {
            write_integer(element, has_suffix, out);
        } else {
            sim_notation_write(element, out);
        }
    }
    fputs("]", out);
}

static void write_group(const struct sim_node *group, FILE *out)
{
    fputs("{ ", out);
    for (int i = 0; i < group->child_count; i++) {
        fprintf(out, "%s = ", group->children[i]->name);
        sim_notation_write(group->children[i], out);
        fputs("; ", out);
    }
    fputs("}", out);
}

void sim_notation_write(const struct sim_node *node, FILE *out)
{
    switch (node->kind) {
    case SIM_NODE_GROUP:
        write_group(node, out);
        break;
    case SIM_NODE_ARRAY:
        write_array(node, out);
        break;
    case SIM_NODE_INTEGER:
        write_integer(node, needs_suffix(node), out);
        break;
    case SIM_NODE_REAL:
        write_real(node->real, out);
        break;
    case SIM_NODE_BOOLEAN:
        fputs(node->integer != 0 ? "true" : "false", out);
        break;
    case SIM_NODE_TEXT:
        sim_notation_write_text(node->text, out);
        break;
    case SIM_NODE_LIST:
    case SIM_NODE_FAULTY:
        break; /* no value of a parameter */
    }
}

char *sim_notation_text(const struct sim_node *node)
{
    char *text = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&text, &length);
    if (out == NULL) {
        return NULL;
    }
    sim_notation_write(node, out);
    if (fclose(out) != 0) {
        free(text);
        return NULL;
    }
    return text;
}
