/* tests/sim/scenario/test_param.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/sim/scenario/example.h"

#include "sim/scenario/schema.h"

static void test_param_every_kind_has_a_text_of_its_own(void **state)
{
    (void)state;
    for (int kind = SIM_PARAM_INTEGER; kind <= SIM_PARAM_SERIES; kind++) {
        const char *text = sim_param_kind_text((enum sim_param_kind)kind);
        for (int other = SIM_PARAM_INTEGER; other < kind; other++) {
            assert_string_not_equal(text,
                                    sim_param_kind_text((enum sim_param_kind)other));
        }
    }
}

static void test_param_common_ones_are_sentences_with_a_unit(void **state)
{
    (void)state;
    for (int i = 0; i < sim_registry_common.count; i++) {
        const struct sim_param *param = &sim_registry_common.params[i];
        assert_true(param->meaning[strlen(param->meaning) - 1] == '.');
        assert_true(param->unit[0] != '\0');
        assert_true(param->minimum <= param->maximum);
    }
}

static void test_schema_finds_what_the_registry_says_of_a_path(void **state)
{
    (void)state;
    struct sim_schema *schema = NULL;
    assert_int_equal(sim_schema_create(&schema, &EXAMPLE_REGISTRY), SIM_OK);
    const struct sim_schema *hours =
        sim_schema_descend(schema, "teams.Noord-Zuid.leden.a.uren");
    assert_non_null(hours);
    assert_string_equal(hours->param->path, "teams.*.leden.*.uren");
    assert_non_null(sim_schema_entry(sim_schema_descend(schema, "teams")));
    assert_null(sim_schema_entry(sim_schema_descend(schema, "norm")));
    assert_null(sim_schema_descend(schema, "norm.dage"));
    assert_null(sim_schema_descend(schema, "norm.dagen.x"));
    assert_null(sim_schema_descend(schema, "nor"));
    sim_schema_destroy(schema);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_param_every_kind_has_a_text_of_its_own),
        cmocka_unit_test(test_param_common_ones_are_sentences_with_a_unit),
        cmocka_unit_test(test_schema_finds_what_the_registry_says_of_a_path),
    };
    return cmocka_run_group_tests_name("param", tests, NULL, NULL);
}
