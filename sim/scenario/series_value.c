/* sim/scenario/series_value.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/scenario/series_value.h"

#include <string.h>

#include "sim/scenario/check_value.h"
#include "sim/scenario/leaf.h"

static const char *const FIELDS[] = {"jaren", "waarden"};

static bool check_fields(const struct sim_check *check, const struct sim_node *value)
{
    bool complete = true;
    for (int i = 0; i < value->child_count; i++) {
        const struct sim_node *field = value->children[i];
        if (strcmp(field->name, FIELDS[0]) != 0 &&
            strcmp(field->name, FIELDS[1]) != 0) {
            sim_check_report(
                check, field,
                "hoort niet in de reeks zelf; schrijf { waarde = { jaren = "
                "[...]; waarden = [...]; }; bron = ...; }");
            complete = false;
        }
    }
    for (int k = 0; k < 2; k++) {
        const struct sim_node *field = sim_node_child(value, FIELDS[k]);
        if (field == NULL) {
            sim_check_report(check, value, "is een reeks zonder '%s'", FIELDS[k]);
            complete = false;
        } else if (!sim_check_numbers(check, field, SIM_SERIES_POINT_MAX)) {
            complete = false;
        }
    }
    return complete;
}

static void check_years(const struct sim_check *check, const struct sim_node *years)
{
    for (int i = 1; i < years->child_count; i++) {
        if (!(years->children[i]->real > years->children[i - 1]->real)) {
            sim_check_report(check, years,
                             "lopen niet op: jaar %d van de reeks is niet "
                             "later dan het jaar ervoor",
                             i + 1);
            return;
        }
    }
}

static void check_group(const struct sim_check *check, const struct sim_node *value,
                        const struct sim_param *param)
{
    if (!check_fields(check, value)) {
        return;
    }
    const struct sim_node *years = sim_node_child(value, "jaren");
    const struct sim_node *values = sim_node_child(value, "waarden");
    if (years->child_count != values->child_count) {
        sim_check_report(check, value,
                         "heeft %d jaren en %d waarden; dat moeten er evenveel zijn",
                         years->child_count, values->child_count);
    }
    check_years(check, years);
    for (int i = 0; i < values->child_count; i++) {
        sim_check_range(check, values->children[i], values->children[i]->real, param);
    }
}

void sim_series_value_check(const struct sim_check *check, const struct sim_node *value,
                            const struct sim_param *param)
{
    if (sim_node_is_number(value)) {
        sim_check_range(check, value, value->real, param);
    } else {
        check_group(check, value, param);
    }
}

void sim_series_value_read(const struct sim_node *value, struct sim_series *series)
{
    if (sim_node_is_number(value)) {
        *series = (struct sim_series){.count = 1, .value[0] = value->real};
        return;
    }
    const struct sim_node *years = sim_node_child(value, "jaren");
    const struct sim_node *values = sim_node_child(value, "waarden");
    *series = (struct sim_series){.count = years->child_count};
    for (int i = 0; i < series->count; i++) {
        series->year[i] = years->children[i]->real;
        series->value[i] = values->children[i]->real;
    }
}
