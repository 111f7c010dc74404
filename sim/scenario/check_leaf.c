/* sim/scenario/check_leaf.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/scenario/check_leaf.h"

#include "sim/scenario/check_origin.h"
#include "sim/scenario/check_value.h"
#include "sim/scenario/describe.h"
#include "sim/scenario/leaf.h"

static void check_group(const struct sim_check *check, const struct sim_node *leaf,
                        const struct sim_param *param)
{
    const struct sim_node *value = sim_node_child(leaf, "waarde");
    sim_check_origin_keys(check, leaf, param);
    if (value == NULL) {
        char expected[SIM_DESCRIBE_SIZE];
        sim_describe_expected(param, expected);
        sim_check_report(check, leaf, "heeft geen waarde; verwacht waarde = %s",
                         expected);
        return;
    }
    sim_check_value(check, value, param);
    sim_check_origin_bounds(check, leaf, param);
}

void sim_check_leaf(const struct sim_check *check, const struct sim_node *leaf,
                    const struct sim_param *param)
{
    if (leaf->kind == SIM_NODE_GROUP && !sim_leaf_is_composite(leaf, param->kind)) {
        check_group(check, leaf, param);
    } else {
        sim_check_value(check, leaf, param);
    }
}

void sim_check_leaf_missing(const struct sim_check *check, const struct sim_node *group,
                            const struct sim_param *param, const char *name)
{
    char path[SIM_NODE_PATH_SIZE];
    char expected[SIM_DESCRIBE_SIZE];
    sim_node_path(group, path);
    sim_describe_expected(param, expected);
    sim_faults_add(check->faults, group->file, group->line,
                   "'%s%s%s' ontbreekt; verwacht %s", path, path[0] != '\0' ? "." : "",
                   name, expected);
}
