/* sim/scenario/fault.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/scenario/fault.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "sim/scenario/text.h"

#define FAULT_TEXT_SIZE 1024

/* Terminals act on control characters, so none reaches one. */
static void replace_unprintable(char *text)
{
    char *to = text;
    while (*text != '\0') {
        size_t length = sim_text_character(text);
        if (length == 0 || sim_text_is_control(text)) {
            *to++ = '?';
            text += length == 0 ? 1 : length;
            continue;
        }
        memmove(to, text, length);
        to += length;
        text += length;
    }
    *to = '\0';
}

static char *printable_copy(const char *text)
{
    char *copy = strdup(text);
    if (copy != NULL) {
        replace_unprintable(copy);
    }
    return copy;
}

static int compare(const struct sim_fault *self, const char *file, int line)
{
    int order = strcmp(self->file, file);
    return order != 0 ? order : (self->line > line) - (self->line < line);
}

/* The place that keeps the list in order of file and line; -1 when the same fault is
 * there already. */
static int find_place(const struct sim_faults *self, const struct sim_fault *fault)
{
    int place = self->count;
    for (int i = self->count - 1; i >= 0; i--) {
        int order = compare(&self->items[i], fault->file, fault->line);
        if (order < 0) {
            break;
        }
        if (order > 0) {
            place = i;
        } else if (strcmp(self->items[i].text, fault->text) == 0) {
            return -1;
        }
    }
    return place;
}

static int grow(struct sim_faults *self)
{
    if (self->count < self->capacity) {
        return 1;
    }
    int capacity = self->capacity == 0 ? 16 : 2 * self->capacity;
    struct sim_fault *items =
        realloc(self->items, (size_t)capacity * sizeof *self->items);
    if (items == NULL) {
        return 0;
    }
    self->items = items;
    self->capacity = capacity;
    return 1;
}

static void free_fault(struct sim_fault *fault)
{
    free(fault->file);
    free(fault->text);
}

static void take_fault(struct sim_faults *self, struct sim_fault fault)
{
    if (fault.file == NULL || fault.text == NULL) {
        self->dropped++;
        free_fault(&fault);
        return;
    }
    int place = find_place(self, &fault);
    if (place < 0) {
        free_fault(&fault);
        return;
    }
    if (self->count >= SIM_FAULT_MAX || !grow(self)) {
        self->dropped++;
        free_fault(&fault);
        return;
    }
    memmove(&self->items[place + 1], &self->items[place],
            (size_t)(self->count - place) * sizeof *self->items);
    self->items[place] = fault;
    self->count++;
}

void sim_faults_add(struct sim_faults *self, const char *file, int line,
                    const char *format, ...)
{
    char whole[4 * FAULT_TEXT_SIZE];
    char text[FAULT_TEXT_SIZE];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(whole, sizeof whole, format, arguments);
    va_end(arguments);
    sim_text_cut(text, sizeof text, whole);
    take_fault(self, (struct sim_fault){.file = printable_copy(file),
                                        .line = line,
                                        .text = printable_copy(text)});
}

void sim_faults_free(struct sim_faults *self)
{
    for (int i = 0; i < self->count; i++) {
        free_fault(&self->items[i]);
    }
    free(self->items);
    *self = (struct sim_faults){0};
}

void sim_faults_print(const struct sim_faults *self, FILE *out)
{
    for (int i = 0; i < self->count; i++) {
        const struct sim_fault *fault = &self->items[i];
        if (fault->line > 0) {
            fprintf(out, "%s:%d: %s\n", fault->file, fault->line, fault->text);
        } else {
            fprintf(out, "%s: %s\n", fault->file, fault->text);
        }
    }
    if (self->dropped > 0) {
        fprintf(out, "en nog %d fouten\n", self->dropped);
    }
}
