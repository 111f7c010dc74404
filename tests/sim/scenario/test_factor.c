/* tests/sim/scenario/test_factor.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/scenario/factor.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sim/scenario/load.h"

static const struct sim_param PARAMS[] = {
    {"loketten.*.naam", SIM_PARAM_TEXT, "-", 1, 80, NULL, false, "naam"},
    {"loketten.*.snelheid", SIM_PARAM_REAL, "-", 0, 100, NULL, true, "snelheid"},
    {"loketten.*.uren", SIM_PARAM_INTEGER, "-", 0, 100, NULL, true, "uren"},
    {"loketten.*.soort", SIM_PARAM_CHOICE, "-", 0, 0, "open|dicht", true, "soort"},
    {"drukte", SIM_PARAM_REAL, "-", 0, 100, NULL, false, "drukte"},
    {"regels.marge", SIM_PARAM_REAL, "-", 0, 100, NULL, true, "marge"},
    {"regels.grens", SIM_PARAM_REAL, "-", 0, 100, NULL, true, "grens"},
};
static const struct sim_registry REGISTRY = {PARAMS, sizeof PARAMS / sizeof *PARAMS};

static struct sim_scenario *load(const char *text)
{
    struct sim_scenario *scenario = NULL;
    struct sim_faults faults = {0};
    const enum sim_status status = sim_scenario_load_text(
        &scenario, &REGISTRY, "proef.cfg", text, strlen(text), NULL, 0, &faults);
    sim_faults_print(&faults, stdout);
    sim_faults_free(&faults);
    assert_int_equal(status, SIM_OK);
    return scenario;
}

struct fixture {
    struct sim_scenario *base, *other;
    struct sim_factors factors;
};

static void open(struct fixture *self, const char *base, const char *other)
{
    self->base = load(base);
    self->other = load(other);
    assert_true(sim_factors_find(&self->factors, self->base, self->other));
}

static void close(struct fixture *self)
{
    sim_scenario_destroy(self->base);
    sim_scenario_destroy(self->other);
}

static void assert_paths(const struct fixture *self, int count,
                         const char *const *expected)
{
    assert_int_equal(self->factors.count, count);
    for (int i = 0; i < count; i++) {
        assert_string_equal(self->factors.items[i].path, expected[i]);
    }
}

/* The digest says whether two scenarios have the same values. */
static void assert_mix(const struct fixture *self, const bool *takes,
                       const char *expected)
{
    struct sim_scenario *mixed, *wanted = load(expected);
    struct sim_faults faults = {0};
    assert_true(sim_factors_can_mix(&self->factors, takes));
    assert_int_equal(sim_factors_mix(&self->factors, takes, &REGISTRY, &faults, &mixed),
                     SIM_OK);
    assert_string_equal(sim_scenario_digest(mixed), sim_scenario_digest(wanted));
    sim_scenario_destroy(mixed);
    sim_scenario_destroy(wanted);
    sim_faults_free(&faults);
}

#define ONE "loketten = ( { naam = \"a\"; snelheid = 1.0; } );\n"

static void test_values_that_differ_are_factors(void **state)
{
    static const char *const paths[] = {"loketten.a.snelheid", "regels", "drukte"};
    struct fixture fixture;
    char text[256];
    (void)state;
    open(&fixture, "naam = \"x\";\n" ONE "drukte = 5.0;\n",
         "naam = \"y\";\nloketten = ( { naam = \"a\"; snelheid = 2.0; } );\n"
         "regels = { marge = 3.0; };\ndrukte = { waarde = 6; bron = \"b\"; };\n");
    assert_int_equal(fixture.factors.count, 3);
    for (int i = 0; i < 3; i++) {
        bool is_found = false;
        for (int j = 0; j < 3; j++) {
            is_found |= strcmp(fixture.factors.items[j].path, paths[i]) == 0;
        }
        assert_true(is_found);
    }
    const struct sim_factor *first = &fixture.factors.items[0];
    sim_factor_text(first, SIM_FACTOR_BASE, text, sizeof text);
    assert_string_equal(text, "1.0");
    sim_factor_text(first, SIM_FACTOR_OTHER, text, sizeof text);
    assert_string_equal(text, "2.0");
    close(&fixture);
}

static void test_scenarios_that_mean_the_same_differ_in_nothing(void **state)
{
    struct fixture fixture;
    (void)state;
    open(&fixture, "naam = \"x\";\n" ONE "drukte = 5.0;\n",
         "titel = \"Anders\";\ndrukte = { waarde = 5; status = \"bron\"; };\n"
         "loketten = ( { snelheid = 1; naam = \"a\"; } );\n");
    assert_int_equal(fixture.factors.count, 0);
    close(&fixture);
}

static void test_every_mix_has_the_values_it_takes(void **state)
{
    struct fixture fixture;
    bool takes[SIM_FACTOR_MAX] = {false};
    (void)state;
    open(&fixture, ONE "regels = { marge = 1.0; grens = 2.0; };\ndrukte = 5.0;\n",
         ONE "regels = { marge = 9.0; };\ndrukte = 6.0;\n");
    static const char *const paths[] = {"regels.marge", "regels.grens", "drukte"};
    assert_paths(&fixture, 3, paths);
    assert_mix(&fixture, takes,
               ONE "regels = { marge = 1.0; grens = 2.0; };\ndrukte = 5.0;\n");
    takes[1] = true;
    assert_mix(&fixture, takes, ONE "regels = { marge = 1.0; };\ndrukte = 5.0;\n");
    takes[0] = takes[2] = true;
    assert_mix(&fixture, takes, ONE "regels = { marge = 9.0; };\ndrukte = 6.0;\n");
    close(&fixture);
}

#define TWO_OPEN                                                    \
    "loketten = ( { naam = \"a\"; uren = 1; soort = \"open\"; },\n" \
    "             { naam = \"b\"; uren = 2; soort = \"open\"; } );\ndrukte = 5.0;\n"
#define THREE_SHUT                                                     \
    "loketten = ( { naam = \"c\"; uren = 8; soort = \"dicht\"; },\n"   \
    "             { naam = \"d\"; uren = 8; soort = \"dicht\"; },\n"   \
    "             { naam = \"e\"; uren = 8; soort = \"dicht\"; } );\n" \
    "drukte = 5.0;\n"

/* A key with one value in all entries goes apart from its list, whichever side it is.
 */
static void test_key_of_a_list_with_other_names_is_a_factor(void **state)
{
    static const char *const paths[] = {"loketten", "loketten.*.uren",
                                        "loketten.*.soort"};
    struct fixture fixture;
    bool takes[SIM_FACTOR_MAX] = {false};
    (void)state;
    open(&fixture, TWO_OPEN, THREE_SHUT);
    assert_paths(&fixture, 3, paths);
    /* Only the hours: those of the other side are the same in all entries. */
    takes[1] = true;
    assert_mix(&fixture, takes,
               "loketten = ( { naam = \"a\"; uren = 8; soort = \"open\"; },\n"
               "             { naam = \"b\"; uren = 8; soort = \"open\"; } );\n"
               "drukte = 5.0;\n");
    /* Only the list: the hours of this side are not, so they cannot be laid over. */
    takes[0] = true;
    takes[1] = false;
    assert_false(sim_factors_can_mix(&fixture.factors, takes));
    /* List and hours, with the sort of the base. */
    takes[1] = true;
    assert_mix(&fixture, takes,
               "loketten = ( { naam = \"c\"; uren = 8; soort = \"open\"; },\n"
               "             { naam = \"d\"; uren = 8; soort = \"open\"; },\n"
               "             { naam = \"e\"; uren = 8; soort = \"open\"; } );\n"
               "drukte = 5.0;\n");
    takes[2] = true;
    assert_mix(&fixture, takes, THREE_SHUT);
    close(&fixture);
}

/* What both lists have is left as it is, and does not keep a key from being a factor.
 */
static void test_entry_that_both_have_keeps_its_own_values(void **state)
{
    static const char *const paths[] = {"loketten", "loketten.*.uren"};
    struct fixture fixture;
    bool takes[SIM_FACTOR_MAX] = {false, true};
    (void)state;
    open(&fixture,
         "loketten = ( { naam = \"z\"; uren = 7; }, { naam = \"a\"; uren = 1; } );\n"
         "drukte = 5.0;\n",
         "loketten = ( { naam = \"z\"; uren = 7; }, { naam = \"b\"; uren = 2; },\n"
         "             { naam = \"c\"; uren = 2; } );\ndrukte = 5.0;\n");
    assert_paths(&fixture, 2, paths);
    assert_mix(&fixture, takes,
               "loketten = ( { naam = \"z\"; uren = 7; }, { naam = \"a\"; uren = 2; } "
               ");\ndrukte = 5.0;\n");
    takes[0] = true;
    takes[1] = false;
    assert_mix(
        &fixture, takes,
        "loketten = ( { naam = \"z\"; uren = 7; }, { naam = \"b\"; uren = 1; },\n"
        "             { naam = \"c\"; uren = 1; } );\ndrukte = 5.0;\n");
    close(&fixture);
}

static void test_key_left_out_is_taken_away(void **state)
{
    static const char *const paths[] = {"loketten", "loketten.*.snelheid"};
    struct fixture fixture;
    bool takes[SIM_FACTOR_MAX] = {false, true};
    (void)state;
    open(&fixture, "loketten = ( { naam = \"a\"; snelheid = 3.0; } );\ndrukte = 5.0;\n",
         "loketten = ( { naam = \"b\"; }, { naam = \"c\"; } );\ndrukte = 5.0;\n");
    assert_paths(&fixture, 2, paths);
    assert_mix(&fixture, takes, "loketten = ( { naam = \"a\"; } );\ndrukte = 5.0;\n");
    takes[0] = true;
    takes[1] = false;
    assert_mix(&fixture, takes,
               "loketten = ( { naam = \"b\"; snelheid = 3.0; },\n"
               "             { naam = \"c\"; snelheid = 3.0; } );\ndrukte = 5.0;\n");
    close(&fixture);
}

/* Thirteen entries of which three values differ are more than 24 factors: they go by
 * entry. */
static void test_many_values_are_taken_together(void **state)
{
    char base[4096] = "drukte = 5.0;\nloketten = ( ", other[4096];
    struct fixture fixture;
    (void)state;
    strcpy(other, base);
    for (int i = 0; i < 13; i++) {
        const char *separator = i == 12 ? " );\n" : ",\n";
        snprintf(base + strlen(base), sizeof base - strlen(base),
                 "{ naam = \"n%d\"; snelheid = 1.0; uren = 1; soort = \"open\"; }%s", i,
                 separator);
        snprintf(other + strlen(other), sizeof other - strlen(other),
                 "{ naam = \"n%d\"; snelheid = 2.0; uren = 2; soort = \"dicht\"; }%s",
                 i, separator);
    }
    bool takes[SIM_FACTOR_MAX];
    memset(takes, 1, sizeof takes);
    open(&fixture, base, other);
    assert_int_equal(fixture.factors.count, 13);
    assert_string_equal(fixture.factors.items[4].path, "loketten.n4");
    assert_mix(&fixture, takes, other);
    close(&fixture);
}

static void test_mix_that_is_not_allowed_says_why(void **state)
{
    struct fixture fixture;
    struct sim_faults faults = {0};
    struct sim_scenario *mixed;
    const bool takes[SIM_FACTOR_MAX] = {true};
    (void)state;
    open(&fixture, ONE "drukte = 5.0;\n", ONE "drukte = 6.0;\n");
    /* As if the other were out of range. */
    struct sim_node *drukte = sim_node_child(fixture.other->root, "drukte");
    drukte->real = 101.0;
    assert_int_equal(
        sim_factors_mix(&fixture.factors, takes, &REGISTRY, &faults, &mixed),
        SIM_ERR_INPUT);
    assert_null(mixed);
    assert_int_equal(faults.count, 1);
    sim_faults_free(&faults);
    close(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_values_that_differ_are_factors),
        cmocka_unit_test(test_scenarios_that_mean_the_same_differ_in_nothing),
        cmocka_unit_test(test_every_mix_has_the_values_it_takes),
        cmocka_unit_test(test_key_of_a_list_with_other_names_is_a_factor),
        cmocka_unit_test(test_entry_that_both_have_keeps_its_own_values),
        cmocka_unit_test(test_key_left_out_is_taken_away),
        cmocka_unit_test(test_many_values_are_taken_together),
        cmocka_unit_test(test_mix_that_is_not_allowed_says_why),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
