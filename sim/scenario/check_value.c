/* sim/scenario/check_value.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/scenario/check_value.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "sim/engine/calendar.h"
#include "sim/scenario/choice.h"
#include "sim/scenario/describe.h"
#include "sim/scenario/dist_value.h"
#include "sim/scenario/number.h"
#include "sim/scenario/series_value.h"
#include "sim/scenario/suggest.h"
#include "sim/scenario/text.h"

void sim_check_report(const struct sim_check *check, const struct sim_node *node,
                      const char *format, ...)
{
    char path[SIM_NODE_PATH_SIZE];
    char text[512];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    sim_node_path(node, path);
    sim_faults_add(check->faults, node->file, node->line, "'%s' %s", path, text);
}

void sim_check_report_kind(const struct sim_check *check, const struct sim_node *node,
                           const char *expected)
{
    char found[SIM_DESCRIBE_SIZE];
    if (node->kind != SIM_NODE_FAULTY) {
        sim_describe_found(node, found);
        sim_check_report(check, node, "is %s; verwacht %s", found, expected);
    }
}

void sim_check_range(const struct sim_check *check, const struct sim_node *node,
                     double number, const struct sim_param *param)
{
    char found[SIM_NUMBER_SIZE];
    char range[SIM_DESCRIBE_SIZE];
    if (number >= param->minimum && number <= param->maximum) {
        return;
    }
    bool has_unit = strcmp(param->unit, "-") != 0;
    sim_number_plain(number, found);
    sim_describe_range(param, range);
    sim_check_report(check, node, "is %s%s%s; toegestaan is %s", found,
                     has_unit ? " " : "", has_unit ? param->unit : "", range);
}

bool sim_check_numbers(const struct sim_check *check, const struct sim_node *array,
                       int maximum)
{
    if (array->kind != SIM_NODE_ARRAY) {
        sim_check_report_kind(check, array, "een reeks [...] van getallen");
        return false;
    }
    if (array->child_count < 1 || array->child_count > maximum) {
        sim_check_report(check, array, "heeft %d getallen; toegestaan is 1 tot %d",
                         array->child_count, maximum);
        return false;
    }
    for (int i = 0; i < array->child_count; i++) {
        if (!sim_node_is_number(array->children[i])) {
            sim_check_report_kind(check, array->children[i], "een getal");
            return false;
        }
    }
    return true;
}

static void check_text(const struct sim_check *check, const struct sim_node *value,
                       const struct sim_param *param)
{
    double length = (double)strlen(value->text);
    if (length < param->minimum || length > param->maximum) {
        char range[SIM_DESCRIBE_SIZE];
        sim_describe_range(param, range);
        sim_check_report(check, value, "is een tekst van %.0f bytes; toegestaan is %s",
                         length, range);
    }
}

static void check_choice(const struct sim_check *check, const struct sim_node *value,
                         const struct sim_param *param)
{
    if (sim_choice_index(param->allowed, value->text) < 0) {
        char found[SIM_TEXT_SHORT_SIZE];
        char suggestion[SIM_SUGGEST_SIZE];
        sim_text_cut(found, sizeof found, value->text);
        sim_suggest_choice(value->text, param->allowed, suggestion);
        sim_check_report(check, value, "is \"%s\", en dat bestaat niet%s", found,
                         suggestion);
    }
}

static void check_date(const struct sim_check *check, const struct sim_node *value,
                       const struct sim_param *param)
{
    struct sim_date date;
    if (!sim_date_parse(value->text, &date)) {
        char expected[SIM_DESCRIBE_SIZE];
        sim_describe_expected(param, expected);
        sim_check_report_kind(check, value, expected);
    }
}

static void check_name(const struct sim_check *check, const struct sim_node *value,
                       const struct sim_param *param)
{
    const struct sim_node *list = sim_node_descend(check->root, param->allowed);
    if (list != NULL && sim_node_entry_index(list, value->text) >= 0) {
        return;
    }
    char found[SIM_TEXT_SHORT_SIZE];
    char suggestion[SIM_SUGGEST_SIZE];
    sim_text_cut(found, sizeof found, value->text);
    sim_suggest_entry(value->text, list, suggestion);
    sim_check_report(check, value, "noemt \"%s\", en dat staat niet in '%s'%s", found,
                     param->allowed, suggestion);
}

static bool has_before(const struct sim_node *array, int index)
{
    for (int i = 0; i < index; i++) {
        if (strcmp(array->children[i]->text, array->children[index]->text) == 0) {
            return true;
        }
    }
    return false;
}

static void check_names(const struct sim_check *check, const struct sim_node *value,
                        const struct sim_param *param)
{
    for (int i = 0; i < value->child_count; i++) {
        const struct sim_node *name = value->children[i];
        if (name->kind != SIM_NODE_TEXT) {
            sim_check_report_kind(check, name, "een tekst");
            return;
        }
        if (has_before(value, i)) {
            char twice[SIM_TEXT_SHORT_SIZE];
            sim_text_cut(twice, sizeof twice, name->text);
            sim_check_report(check, value, "noemt \"%s\" meer dan eens", twice);
        } else {
            check_name(check, name, param);
        }
    }
}

/* Is [value] of a kind that [param] can be written in? */
static bool has_kind(const struct sim_node *value, enum sim_param_kind kind)
{
    switch (kind) {
    case SIM_PARAM_INTEGER:
        return value->kind == SIM_NODE_INTEGER;
    case SIM_PARAM_REAL:
        return sim_node_is_number(value);
    case SIM_PARAM_BOOLEAN:
        return value->kind == SIM_NODE_BOOLEAN;
    case SIM_PARAM_TEXT:
    case SIM_PARAM_CHOICE:
    case SIM_PARAM_DATE:
    case SIM_PARAM_NAME:
        return value->kind == SIM_NODE_TEXT;
    case SIM_PARAM_NAMES:
        return value->kind == SIM_NODE_ARRAY;
    case SIM_PARAM_DISTRIBUTION:
    case SIM_PARAM_SERIES:
        return sim_node_is_number(value) || value->kind == SIM_NODE_GROUP;
    }
    return false;
}

static void check_content(const struct sim_check *check, const struct sim_node *value,
                          const struct sim_param *param)
{
    switch (param->kind) {
    case SIM_PARAM_INTEGER:
    case SIM_PARAM_REAL:
        sim_check_range(check, value, value->real, param);
        break;
    case SIM_PARAM_BOOLEAN:
        break;
    case SIM_PARAM_TEXT:
        check_text(check, value, param);
        break;
    case SIM_PARAM_CHOICE:
        check_choice(check, value, param);
        break;
    case SIM_PARAM_DATE:
        check_date(check, value, param);
        break;
    case SIM_PARAM_NAME:
        check_name(check, value, param);
        break;
    case SIM_PARAM_NAMES:
        check_names(check, value, param);
        break;
    case SIM_PARAM_DISTRIBUTION:
        sim_dist_value_check(check, value, param);
        break;
    case SIM_PARAM_SERIES:
        sim_series_value_check(check, value, param);
        break;
    }
}

void sim_check_value(const struct sim_check *check, const struct sim_node *value,
                     const struct sim_param *param)
{
    if (has_kind(value, param->kind)) {
        check_content(check, value, param);
    } else {
        char expected[SIM_DESCRIBE_SIZE];
        sim_describe_expected(param, expected);
        sim_check_report_kind(check, value, expected);
    }
}
