/* sim/scenario/dist_value.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/scenario/dist_value.h"

#include <math.h>
#include <string.h>

#include "sim/scenario/check_value.h"
#include "sim/scenario/choice.h"
#include "sim/scenario/describe.h"
#include "sim/scenario/leaf.h"
#include "sim/scenario/number.h"
#include "sim/scenario/suggest.h"
#include "sim/scenario/text.h"

struct sim_dist_fields sim_dist_value_fields(enum sim_dist_kind kind)
{
    switch (kind) {
    case SIM_DIST_GAMMA:
    case SIM_DIST_LOGNORMAL:
    case SIM_DIST_WEIBULL:
        return (struct sim_dist_fields){{"gemiddelde", "vc"}, false};
    case SIM_DIST_HYPEREXPONENTIAL:
        return (struct sim_dist_fields){{"gemiddelden", "kansen"}, true};
    case SIM_DIST_EMPIRICAL:
        return (struct sim_dist_fields){{"waarden", "gewichten"}, true};
    default:
        return (struct sim_dist_fields){{"gemiddelde", NULL}, false};
    }
}

enum sim_dist_kind sim_dist_value_kind(const char *name)
{
    int kind = 0;
    while (kind < SIM_DIST_KIND_COUNT &&
           strcmp(sim_dist_kind_name((enum sim_dist_kind)kind), name) != 0) {
        kind++;
    }
    return (enum sim_dist_kind)kind;
}

static void copy_numbers(const struct sim_node *array, double *numbers)
{
    for (int i = 0; i < array->child_count; i++) {
        numbers[i] = array->children[i]->real;
    }
}

static enum sim_status read_points(enum sim_dist_kind kind,
                                   const struct sim_node *values,
                                   const struct sim_node *weights,
                                   struct sim_dist *dist)
{
    double value[SIM_DIST_POINT_MAX];
    double weight[SIM_DIST_POINT_MAX];
    int count = values->child_count;
    if (count > SIM_DIST_POINT_MAX || weights->child_count != count) {
        return SIM_ERR_DOMAIN;
    }
    copy_numbers(values, value);
    copy_numbers(weights, weight);
    return kind == SIM_DIST_EMPIRICAL
               ? sim_dist_set_empirical(dist, value, weight, count)
               : sim_dist_set_hyperexponential(dist, weight, value, count);
}

static enum sim_status read_moments(enum sim_dist_kind kind, double mean, double cv,
                                    struct sim_dist *dist)
{
    switch (kind) {
    case SIM_DIST_FIXED:
        return sim_dist_set_fixed(dist, mean);
    case SIM_DIST_EXPONENTIAL:
        return sim_dist_set_exponential(dist, mean);
    case SIM_DIST_GAMMA:
        return sim_dist_set_gamma(dist, mean, cv);
    case SIM_DIST_LOGNORMAL:
        return sim_dist_set_lognormal(dist, mean, cv);
    case SIM_DIST_WEIBULL:
        return sim_dist_set_weibull(dist, mean, cv);
    default:
        return SIM_ERR_DOMAIN;
    }
}

bool sim_dist_value_read(const struct sim_node *value, struct sim_dist *dist)
{
    if (sim_node_is_number(value)) {
        return sim_dist_set_fixed(dist, value->real) == SIM_OK;
    }
    const struct sim_node *form = sim_node_child(value, "vorm");
    if (form == NULL || form->kind != SIM_NODE_TEXT) {
        return false;
    }
    enum sim_dist_kind kind = sim_dist_value_kind(form->text);
    struct sim_dist_fields fields = sim_dist_value_fields(kind);
    const struct sim_node *first = sim_node_child(value, fields.names[0]);
    const struct sim_node *second =
        fields.names[1] != NULL ? sim_node_child(value, fields.names[1]) : NULL;
    if (first == NULL || (second == NULL && fields.names[1] != NULL)) {
        return false;
    }
    if (fields.are_arrays) {
        return read_points(kind, first, second, dist) == SIM_OK;
    }
    return read_moments(kind, first->real, second != NULL ? second->real : 0, dist) ==
           SIM_OK;
}
