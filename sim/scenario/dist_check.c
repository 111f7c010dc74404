/* sim/scenario/dist_check.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/scenario/dist_value.h"

#include <math.h>
#include <string.h>

#include "sim/scenario/check_value.h"
#include "sim/scenario/leaf.h"
#include "sim/scenario/number.h"
#include "sim/scenario/suggest.h"
#include "sim/scenario/text.h"

/* How far probabilities written with a few decimals may be from 1 together. */
static const double SUM_SLACK = 1e-6;

/* The kind that [value] names; SIM_DIST_KIND_COUNT when it names none, which is
 * reported. */
static enum sim_dist_kind check_form(const struct sim_check *check,
                                     const struct sim_node *value)
{
    const struct sim_node *form = sim_node_child(value, "vorm");
    const char *names[SIM_DIST_KIND_COUNT];
    char suggestion[SIM_SUGGEST_SIZE];
    char found[SIM_TEXT_SHORT_SIZE];
    for (int i = 0; i < SIM_DIST_KIND_COUNT; i++) {
        names[i] = sim_dist_kind_name((enum sim_dist_kind)i);
    }
    if (form == NULL) {
        sim_suggest_name("", names, SIM_DIST_KIND_COUNT, suggestion);
        sim_check_report(check, value, "is een verdeling zonder vorm%s", suggestion);
        return SIM_DIST_KIND_COUNT;
    }
    if (form->kind != SIM_NODE_TEXT) {
        sim_check_report_kind(check, form, "een tekst");
        return SIM_DIST_KIND_COUNT;
    }
    enum sim_dist_kind kind = sim_dist_value_kind(form->text);
    if (kind == SIM_DIST_KIND_COUNT) {
        sim_text_cut(found, sizeof found, form->text);
        sim_suggest_name(form->text, names, SIM_DIST_KIND_COUNT, suggestion);
        sim_check_report(check, form, "is \"%s\", en dat bestaat niet%s", found,
                         suggestion);
    }
    return kind;
}

static void report_superfluous(const struct sim_check *check,
                               const struct sim_node *field, const char *form,
                               const char *const *names, int name_count)
{
    char suggestion[SIM_SUGGEST_SIZE];
    if (strcmp(field->name, "waarde") == 0 || sim_leaf_is_origin_key(field->name)) {
        sim_check_report(check, field,
                         "hoort niet in de verdeling zelf; schrijf { waarde = { vorm = "
                         "...; }; bron = ...; }");
        return;
    }
    sim_suggest_name(field->name, names, name_count, suggestion);
    sim_check_report(check, field, "hoort niet bij vorm \"%s\"%s", form, suggestion);
}

/* Are exactly the fields of [kind] there? */
static bool check_fields(const struct sim_check *check, const struct sim_node *value,
                         enum sim_dist_kind kind)
{
    struct sim_dist_fields fields = sim_dist_value_fields(kind);
    const char *form = sim_dist_kind_name(kind);
    int name_count = fields.names[1] != NULL ? 2 : 1;
    bool complete = true;
    for (int i = 0; i < value->child_count; i++) {
        const char *name = value->children[i]->name;
        bool known = strcmp(name, "vorm") == 0;
        for (int k = 0; k < name_count; k++) {
            known = known || strcmp(name, fields.names[k]) == 0;
        }
        if (!known) {
            report_superfluous(check, value->children[i], form, fields.names,
                               name_count);
            complete = false;
        }
    }
    for (int k = 0; k < name_count; k++) {
        if (sim_node_child(value, fields.names[k]) == NULL) {
            sim_check_report(check, value, "mist '%s', dat bij vorm \"%s\" hoort",
                             fields.names[k], form);
            complete = false;
        }
    }
    return complete;
}

/* Are the fields of the right kind, and arrays of equal length? */
static bool check_kinds(const struct sim_check *check, const struct sim_node *value,
                        struct sim_dist_fields fields)
{
    const struct sim_node *nodes[2] = {NULL, NULL};
    for (int k = 0; k < 2 && fields.names[k] != NULL; k++) {
        nodes[k] = sim_node_child(value, fields.names[k]);
        if (fields.are_arrays) {
            if (!sim_check_numbers(check, nodes[k], SIM_DIST_POINT_MAX)) {
                return false;
            }
        } else if (!sim_node_is_number(nodes[k])) {
            sim_check_report_kind(check, nodes[k], "een getal");
            return false;
        }
    }
    if (fields.are_arrays && nodes[0]->child_count != nodes[1]->child_count) {
        sim_check_report(check, value,
                         "heeft %d %s en %d %s; dat moeten er evenveel zijn",
                         nodes[0]->child_count, fields.names[0], nodes[1]->child_count,
                         fields.names[1]);
        return false;
    }
    return true;
}

/* Are the weights at least 0, their sum above 0 and that of probabilities 1? */
static bool check_weights(const struct sim_check *check, const struct sim_node *weights)
{
    char found[SIM_NUMBER_SIZE];
    double sum = 0;
    for (int i = 0; i < weights->child_count; i++) {
        double weight = weights->children[i]->real;
        sum += weight;
        if (weight < 0) {
            sim_number_plain(weight, found);
            sim_check_report(check, weights->children[i],
                             "is %s; toegestaan is 0 of meer", found);
            return false;
        }
    }
    sim_number_plain(sum, found);
    if (strcmp(weights->name, "kansen") == 0 && fabs(sum - 1) > SUM_SLACK) {
        sim_check_report(check, weights, "tellen op tot %s; dat moet 1 zijn", found);
        return false;
    }
    if (!(sum > 0)) {
        sim_check_report(check, weights, "zijn allemaal 0; minstens een is meer dan 0");
        return false;
    }
    return true;
}

static bool check_numbers(const struct sim_check *check, const struct sim_node *value,
                          enum sim_dist_kind kind)
{
    struct sim_dist_fields fields = sim_dist_value_fields(kind);
    if (!check_fields(check, value, kind) || !check_kinds(check, value, fields)) {
        return false;
    }
    if (fields.are_arrays) {
        return check_weights(check, sim_node_child(value, fields.names[1]));
    }
    return true;
}

static void report_below(const struct sim_check *check, const struct sim_node *number,
                         bool zero_allowed)
{
    char found[SIM_NUMBER_SIZE];
    sim_number_plain(number->real, found);
    sim_check_report(check, number, "is %s; toegestaan is %s", found,
                     zero_allowed ? "0 of meer" : "meer dan 0");
}

/* Says why sim/engine/dist.h does not accept a distribution that is complete. */
static void report_refused(const struct sim_check *check, const struct sim_node *value,
                           enum sim_dist_kind kind)
{
    struct sim_dist_fields fields = sim_dist_value_fields(kind);
    const struct sim_node *first = sim_node_child(value, fields.names[0]);
    bool zero_allowed = kind == SIM_DIST_EMPIRICAL || kind == SIM_DIST_FIXED;
    int count = fields.are_arrays ? first->child_count : 1;
    for (int i = 0; i < count; i++) {
        const struct sim_node *number = fields.are_arrays ? first->children[i] : first;
        if (number->real < 0 || (number->real <= 0 && !zero_allowed)) {
            report_below(check, number, zero_allowed);
            return;
        }
    }
    const struct sim_node *cv = sim_node_child(value, "vc");
    if (cv != NULL && cv->real <= 0) {
        report_below(check, cv, false);
    } else {
        sim_check_report(check, value,
                         "is geen bruikbare verdeling: alles is 0, of een getal is te "
                         "klein of te groot (vc bij weibull: 0.02 tot 20)");
    }
}

static void check_group(const struct sim_check *check, const struct sim_node *value,
                        const struct sim_param *param)
{
    struct sim_dist dist;
    enum sim_dist_kind kind = check_form(check, value);
    if (kind == SIM_DIST_KIND_COUNT || !check_numbers(check, value, kind)) {
        return;
    }
    const struct sim_node *mean = sim_node_child(value, "gemiddelde");
    if (sim_dist_value_read(value, &dist)) {
        sim_check_range(check, mean != NULL ? mean : value, dist.mean, param);
    } else {
        report_refused(check, value, kind);
    }
}

void sim_dist_value_check(const struct sim_check *check, const struct sim_node *value,
                          const struct sim_param *param)
{
    if (!sim_node_is_number(value)) {
        check_group(check, value, param);
    } else if (value->real < 0) {
        report_below(check, value, true);
    } else {
        sim_check_range(check, value, value->real, param);
    }
}
