/* sim/scenario/check_origin.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/scenario/check_origin.h"

#include <stdio.h>
#include <string.h>

#include "sim/scenario/check_value.h"
#include "sim/scenario/choice.h"
#include "sim/scenario/dist_value.h"
#include "sim/scenario/leaf.h"
#include "sim/scenario/number.h"
#include "sim/scenario/suggest.h"
#include "sim/scenario/text.h"

static const char STATUSES[] = "bron|afgeleid|aanname";
static const char SPREADS[] = "uniform|driehoek|normaal|lognormaal|beta";

static bool is_numeric(enum sim_param_kind kind)
{
    return kind == SIM_PARAM_INTEGER || kind == SIM_PARAM_REAL ||
           kind == SIM_PARAM_DISTRIBUTION || kind == SIM_PARAM_SERIES;
}

static bool is_about_spread(const char *key)
{
    return strcmp(key, "laag") == 0 || strcmp(key, "hoog") == 0 ||
           strcmp(key, "verdeling") == 0;
}

static void report_unknown(const struct sim_check *check, const struct sim_node *node,
                           const struct sim_param *param)
{
    char keys[200];
    char suggestion[SIM_SUGGEST_SIZE];
    const char *fields = sim_leaf_fields(param->kind);
    snprintf(keys, sizeof keys, "waarde|%s%s%s", sim_leaf_origin_keys,
             fields != NULL ? "|" : "", fields != NULL ? fields : "");
    sim_suggest_choice(node->name, keys, suggestion);
    sim_check_report(check, node, "bestaat niet%s", suggestion);
}

static void check_choice(const struct sim_check *check, const struct sim_node *node,
                         const char *allowed)
{
    if (sim_choice_index(allowed, node->text) < 0) {
        char found[SIM_TEXT_SHORT_SIZE];
        char suggestion[SIM_SUGGEST_SIZE];
        sim_text_cut(found, sizeof found, node->text);
        sim_suggest_choice(node->text, allowed, suggestion);
        sim_check_report(check, node, "is \"%s\", en dat bestaat niet%s", found,
                         suggestion);
    }
}

static void check_unit(const struct sim_check *check, const struct sim_node *node,
                       const char *unit)
{
    if (strcmp(node->text, unit) != 0) {
        char found[SIM_TEXT_SHORT_SIZE];
        sim_text_cut(found, sizeof found, node->text);
        sim_check_report(
            check, node,
            "is \"%s\", maar de waarde wordt gelezen als \"%s\"; reken haar "
            "om",
            found, unit);
    }
}

static void check_text_key(const struct sim_check *check, const struct sim_node *node,
                           const struct sim_param *param)
{
    if (node->kind != SIM_NODE_TEXT) {
        sim_check_report_kind(check, node, "een tekst");
    } else if (strcmp(node->name, "eenheid") == 0) {
        check_unit(check, node, param->unit);
    } else if (strcmp(node->name, "status") == 0) {
        check_choice(check, node, STATUSES);
    } else if (strcmp(node->name, "verdeling") == 0) {
        check_choice(check, node, SPREADS);
    }
}

static void check_key(const struct sim_check *check, const struct sim_node *node,
                      const struct sim_param *param)
{
    bool is_bound = strcmp(node->name, "laag") == 0 || strcmp(node->name, "hoog") == 0;
    if (!sim_leaf_is_origin_key(node->name)) {
        report_unknown(check, node, param);
    } else if (is_about_spread(node->name) && !is_numeric(param->kind)) {
        sim_check_report(check, node, "kan alleen bij een getal staan");
    } else if (!is_bound) {
        check_text_key(check, node, param);
    } else if (sim_node_is_number(node)) {
        sim_check_range(check, node, node->real, param);
    } else {
        sim_check_report_kind(check, node, "een getal");
    }
}

void sim_check_origin_keys(const struct sim_check *check, const struct sim_node *leaf,
                           const struct sim_param *param)
{
    for (int i = 0; i < leaf->child_count; i++) {
        if (strcmp(leaf->children[i]->name, "waarde") != 0) {
            check_key(check, leaf->children[i], param);
        }
    }
}

/* The number that laag and hoog are held against: the value, or the mean of a
 * distribution. False when there is no such number: a series has one for each year. */
static bool central_number(const struct sim_node *value, enum sim_param_kind kind,
                           double *number)
{
    struct sim_dist dist;
    if (sim_node_is_number(value)) {
        *number = value->real;
        return true;
    }
    if (kind == SIM_PARAM_DISTRIBUTION && value->kind == SIM_NODE_GROUP &&
        sim_dist_value_read(value, &dist)) {
        *number = dist.mean;
        return true;
    }
    return false;
}

static const struct sim_node *find_number(const struct sim_node *leaf, const char *name)
{
    const struct sim_node *node = sim_node_child(leaf, name);
    return node != NULL && sim_node_is_number(node) ? node : NULL;
}

static void report_order(const struct sim_check *check, const struct sim_node *bound,
                         const char *order, double number)
{
    char found[SIM_NUMBER_SIZE];
    char against[SIM_NUMBER_SIZE];
    sim_number_plain(bound->real, found);
    sim_number_plain(number, against);
    sim_check_report(check, bound, "is %s en dus %s %s", found, order, against);
}

void sim_check_origin_bounds(const struct sim_check *check, const struct sim_node *leaf,
                             const struct sim_param *param)
{
    const struct sim_node *low = find_number(leaf, "laag");
    const struct sim_node *high = find_number(leaf, "hoog");
    double number = 0;
    if (!is_numeric(param->kind)) {
        return;
    }
    if (central_number(sim_node_value(leaf), param->kind, &number)) {
        if (low != NULL && low->real > number) {
            report_order(check, low, "hoger dan de waarde", number);
        }
        if (high != NULL && high->real < number) {
            report_order(check, high, "lager dan de waarde", number);
        }
    } else if (low != NULL && high != NULL && low->real > high->real) {
        report_order(check, low, "hoger dan hoog", high->real);
    }
}
